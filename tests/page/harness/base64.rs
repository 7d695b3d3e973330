//! Texts in base64, as drivers hand over what is no text.

/// The bytes of a text in base64.
pub(crate) fn decoded(text: &str) -> Vec<u8> {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let sixes: Vec<u32> = text
        .bytes()
        .filter_map(|byte| ALPHABET.iter().position(|&letter| letter == byte))
        .filter_map(|place| u32::try_from(place).ok())
        .collect();
    let mut bytes = Vec::with_capacity(text.len());
    for group in sixes.chunks(4) {
        let bits = group.iter().fold(0, |bits, six| bits << 6 | six) << (6 * (4 - group.len()));
        let [_, three @ ..] = bits.to_be_bytes();
        bytes.extend_from_slice(&three[..group.len() * 6 / 8]);
    }
    bytes
}
