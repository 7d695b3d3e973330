//! Bytes as letters that an address takes as they are (RFC 4648, section 5,
//! without padding).

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The bytes as letters.
///
/// ```
/// use rerate::exchange::base64url;
///
/// assert_eq!(base64url::write(&[0xfb, 0xff]), "-_8");
/// assert_eq!(base64url::read("-_8"), Some(vec![0xfb, 0xff]));
/// ```
#[must_use]
pub fn write(bytes: &[u8]) -> String {
    let mut text = String::new();
    for group in bytes.chunks(3) {
        let mut bits = 0;
        for place in 0..3 {
            bits = bits << 8 | u32::from(group.get(place).copied().unwrap_or(0));
        }
        for place in 0..=group.len() {
            let index = bits >> (18 - 6 * place) & 63;
            let letter = LETTERS.get(index as usize).copied();
            text.extend(letter.map(char::from));
        }
    }
    text
}

/// The bytes of such letters; none where there is another character, or bits
/// are left that no byte has.
#[must_use]
pub fn read(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let (mut bits, mut count) = (0_u32, 0);
    for letter in text.bytes() {
        let value = LETTERS.iter().position(|&other| other == letter)?;
        bits = bits << 6 | value as u32;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
            bits &= (1 << count) - 1;
        }
    }
    (count < 6 && bits == 0).then_some(bytes)
}
