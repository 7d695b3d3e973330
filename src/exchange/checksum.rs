//! A checksum, so that damage is seen before anything is read.

/// The CRC-32 of some bytes, as in PNG and zip files. It tells every flipped
/// bit, and every damage of up to 32 bits in a row.
///
/// ```
/// assert_eq!(rerate::exchange::checksum::crc32(b"123456789"), 0xcbf4_3926);
/// ```
#[must_use]
pub fn crc32(bytes: &[u8]) -> u32 {
    // Bit by bit: a few thousand bytes at a time do not need a table.
    let step = |sum: u32, _: u32| (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg());
    !bytes
        .iter()
        .fold(!0, |sum, &byte| (0..8).fold(sum ^ u32::from(byte), step))
}
