//! Which points, commas, spaces and apostrophes part the thousands, and which
//! one marks the decimals.

use super::NumberError;

/// The sign before the decimals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum DecimalMark {
    /// 1,234.5 as in English and Chinese.
    #[default]
    Point,
    /// 1.234,5 as in German, 1 234,5 as in French.
    Comma,
}

/// Digits with their separators understood.
pub(super) struct Digits {
    /// The digits alone, 0 to 9.
    pub(super) digits: Vec<u8>,
    /// How many of them stand behind the decimal mark.
    pub(super) decimals: usize,
    /// Whether another style would read another number.
    pub(super) ambiguous: bool,
    /// The decimal mark of its style, where the text itself shows it.
    pub(super) shows: Option<DecimalMark>,
}

/// Reads a text of digits, points, commas, spaces and apostrophes.
pub(super) fn divide(body: &str, mark: DecimalMark) -> Result<Digits, NumberError> {
    if !body.bytes().any(|byte| byte.is_ascii_digit()) {
        return Err(NumberError::NotANumber);
    }
    let points = body.bytes().filter(|byte| *byte == b'.').count();
    let commas = body.bytes().filter(|byte| *byte == b',').count();
    let spaced = body.bytes().any(|byte| byte == b' ' || byte == b'\'');
    let mut ambiguous = false;
    let decimal = match (points, commas) {
        (0, 0) => None,
        // Both kinds: whichever comes last, once, stands before the decimals.
        (1.., 1..) => {
            let last = body.bytes().rev().find(|byte| matches!(byte, b'.' | b','));
            match last {
                Some(b',') => (commas == 1).then_some(','),
                _ => (points == 1).then_some('.'),
            }
        }
        (1, 0) | (0, 1) => {
            let only = if points == 1 { '.' } else { ',' };
            ambiguous = !spaced && looks_grouped(body, only);
            let marks_decimals = (only == '.') == (mark == DecimalMark::Point);
            (!ambiguous || marks_decimals).then_some(only)
        }
        // One kind, several times: they part thousands.
        _ => None,
    };
    let shows = match decimal {
        _ if ambiguous => None,
        Some('.') => Some(DecimalMark::Point),
        Some(_) => Some(DecimalMark::Comma),
        None if points > 1 => Some(DecimalMark::Comma),
        None if commas > 1 => Some(DecimalMark::Point),
        None => None,
    };
    let (whole, fraction) = match decimal {
        Some(decimal) => body.split_once(decimal).unwrap_or((body, "")),
        None => (body, ""),
    };
    let mut digits = Vec::with_capacity(body.len());
    push_groups(&mut digits, whole)?;
    for byte in fraction.bytes() {
        match byte {
            b'0'..=b'9' => digits.push(byte - b'0'),
            _ => return Err(NumberError::Misgrouped),
        }
    }
    Ok(Digits {
        digits,
        decimals: fraction.len(),
        ambiguous,
        shows,
    })
}

/// Whether the only separator could also part one group of thousands.
fn looks_grouped(body: &str, separator: char) -> bool {
    body.split_once(separator).is_some_and(|(front, back)| {
        back.len() == 3 && (1..=3).contains(&front.len()) && !front.starts_with('0')
    })
}

/// Appends the digits of a whole number, and refuses groups of no known style.
fn push_groups(digits: &mut Vec<u8>, whole: &str) -> Result<(), NumberError> {
    let mut separator = None;
    let mut sizes = Vec::new();
    let mut size = 0;
    for byte in whole.bytes() {
        match byte {
            b'0'..=b'9' => {
                digits.push(byte - b'0');
                size += 1;
            }
            other if separator.is_none_or(|known| known == other) => {
                separator = Some(other);
                sizes.push(size);
                size = 0;
            }
            _ => return Err(NumberError::Misgrouped),
        }
    }
    let Some((first, middle)) = sizes.split_first() else {
        return Ok(());
    };
    let all = |group: usize| size == group && middle.iter().all(|size| *size == group);
    let begins = |longest: usize| (1..=longest).contains(first) && digits.first() != Some(&0);
    // Thousands; the Indian style, a thousand and then hundreds; the Chinese
    // and Japanese one, by ten thousands, where two separators show it.
    let indian = size == 3 && middle.iter().all(|size| *size == 2);
    let myriads = all(4) && !middle.is_empty();
    if (all(3) && begins(3)) || (indian && begins(2)) || (myriads && begins(4)) {
        Ok(())
    } else {
        Err(NumberError::Misgrouped)
    }
}
