//! A workbook in the fragment of an address, which no server sees.
//!
//! A few changed figures stand there as a reader writes them:
//! `claim.change=800bn&what-if.growth=12%25`, with `preset=` where it is not
//! the first one. Anything more is packed: `w=1.` and the base64url of its JSON,
//! deflated, with four bytes of checksum behind it. Both are read for ever.
//!
//! ```
//! use rerate::exchange::link::{self, Read};
//! use rerate::workbook::{Field, Figure, Preset, Workbook};
//!
//! let Ok(Read::State(workbook)) = link::read("claim.change=800bn") else {
//!     panic!("a link");
//! };
//! let change = Figure { value: 8e11, half_unit: 0.5e9 };
//! assert_eq!(Field::ClaimChange.read(&workbook), Some(change));
//! assert_eq!(link::readable(&workbook).as_deref(), Some("claim.change=800bn"));
//! assert_eq!(link::read("claim"), Ok(Read::Anchor));
//! ```

use super::{
    base64url,
    checksum::crc32,
    json::{self, JsonError},
};
use crate::{
    text::{Language, has, numbers, periods},
    workbook::{Edit, Field, Industry, Place, Preset, SavedError, Unit, Workbook},
};

/// The most characters of a fragment; more is neither written nor read.
pub const LONGEST: usize = 12_000;

/// The most bytes that a packed state may have once it is inflated.
pub const INFLATED: usize = 64 << 10;

/// The version of the packed form.
const VERSION: u32 = 1;

/// What stands before the version.
const PACKED: &str = "w=";

/// How many bytes of checksum stand behind what is deflated.
const CHECKSUM: usize = 4;

/// More changed figures than this are packed.
const FEW: usize = 8;

const PRESET: &str = "preset";
const INDUSTRIES: [&str; 2] = ["industry.a", "industry.b"];

/// What a fragment is.
#[derive(Clone, Debug, PartialEq)]
pub enum Read {
    /// The name of a place on the page, or nothing: no state.
    Anchor,
    /// A state.
    State(Box<Workbook>),
    /// A packed state, still deflated: [`inflated`] reads the rest.
    Deflated(Vec<u8>),
}

/// Why a fragment is no state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// It has more characters, or more in it, than a link may have.
    TooLong,
    /// It was written by a newer Rerate.
    Newer,
    /// It is incomplete, or something in it has changed on its way.
    Damaged,
    /// It names a figure or a preset that is not known.
    Unknown(String),
    /// What it gives for a field is no such figure.
    Unreadable(Field),
    /// A figure or a name breaks a limit.
    OutOfLimits,
}

impl From<JsonError> for LinkError {
    fn from(error: JsonError) -> Self {
        match error {
            JsonError::Malformed(_) => Self::Damaged,
            JsonError::Refused(refused) => match refused {
                SavedError::Newer => Self::Newer,
                SavedError::UnknownField(key) => Self::Unknown(key),
                SavedError::UnknownPreset => Self::Unknown(PRESET.to_owned()),
                SavedError::OutOfLimits(_)
                | SavedError::NameTooLong
                | SavedError::TooManySectors
                | SavedError::TooManyCatalysts => Self::OutOfLimits,
            },
        }
    }
}

/// The workbook's fragment as a reader can read it, where no more than a few
/// figures differ from the preset; empty for the first preset as it comes.
///
/// [`read`] gives back the same workbook, every value and printed digit.
#[must_use]
pub fn readable(workbook: &Workbook) -> Option<String> {
    let mut fragment = String::new();
    if workbook.preset != Preset::ChinaVsUs {
        push(&mut fragment, PRESET, workbook.preset.key());
    }
    if let Preset::Industries(a, b) = workbook.preset {
        for (key, industry) in INDUSTRIES.into_iter().zip([a, b]) {
            push(&mut fragment, key, industry.name());
        }
    }
    let mut count = 0;
    for &field in Field::ALL {
        if workbook.differs(Place::Field(field)) {
            count += 1;
            push(&mut fragment, field.key(), &written(field, workbook));
        }
    }
    let again = state(&fragment).ok()?;
    (count <= FEW && again == *workbook).then_some(fragment)
}

/// What is to be deflated for the packed form.
#[must_use]
pub fn plain(workbook: &Workbook) -> String {
    json::write(workbook)
}

/// The packed form of what was [`plain`] and is deflated, without any header;
/// none where it is too long for a link.
#[must_use]
pub fn packed(deflated: &[u8]) -> Option<String> {
    let sum = crc32(deflated).to_be_bytes();
    let fragment = [
        PACKED,
        &VERSION.to_string(),
        ".",
        &base64url::write(&[deflated, &sum].concat()),
    ]
    .concat();
    (fragment.len() <= LONGEST).then_some(fragment)
}

/// The workbook's fragment without waiting for anything to be deflated: the
/// readable form, or the packed form of what is deflated in name only. It is
/// longer, and none where that is too long.
#[must_use]
pub fn at_once(workbook: &Workbook) -> Option<String> {
    readable(workbook).or_else(|| packed(&stored(plain(workbook).as_bytes())?))
}

/// What a fragment is, given without its `#`.
///
/// # Errors
/// Where it is meant for a state and is none.
pub fn read(fragment: &str) -> Result<Read, LinkError> {
    if !has(fragment, '=') {
        return Ok(Read::Anchor);
    }
    if fragment.len() > LONGEST {
        return Err(LinkError::TooLong);
    }
    match fragment.strip_prefix(PACKED) {
        Some(packed) => unpacked(packed).map(Read::Deflated),
        None => state(fragment).map(|workbook| Read::State(Box::new(workbook))),
    }
}

/// The workbook of a packed state that was inflated.
///
/// # Errors
/// Where it is none.
pub fn inflated(bytes: &[u8]) -> Result<Workbook, LinkError> {
    if bytes.len() > INFLATED {
        return Err(LinkError::TooLong);
    }
    let text = str::from_utf8(bytes).map_err(|_| LinkError::Damaged)?;
    Ok(json::read(text)?)
}

/// What is deflated in the packed form, if it is as it was written.
fn unpacked(packed: &str) -> Result<Vec<u8>, LinkError> {
    let (version, letters) = packed.split_once('.').ok_or(LinkError::Damaged)?;
    match version.parse::<u32>() {
        Ok(VERSION) if version.len() == 1 => {}
        Ok(newer) if newer > VERSION => return Err(LinkError::Newer),
        _ => return Err(LinkError::Damaged),
    }
    let mut bytes = base64url::read(letters).ok_or(LinkError::Damaged)?;
    let deflated = bytes.len().checked_sub(CHECKSUM);
    let sum = bytes.split_off(deflated.ok_or(LinkError::Damaged)?);
    if bytes.is_empty() || sum != crc32(&bytes).to_be_bytes() {
        return Err(LinkError::Damaged);
    }
    Ok(bytes)
}

/// The workbook of the readable form.
fn state(fragment: &str) -> Result<Workbook, LinkError> {
    let mut pairs = Vec::new();
    for pair in fragment.split('&').filter(|pair| !pair.is_empty()) {
        let (key, text) = pair.split_once('=').ok_or(LinkError::Damaged)?;
        let text = decoded(text).ok_or(LinkError::Damaged)?;
        if pairs.iter().any(|(other, _)| *other == key) {
            return Err(LinkError::Damaged);
        }
        pairs.push((key, text));
    }
    let preset = preset(&pairs)?;
    let mut workbook = Workbook::from(preset);
    for (key, text) in pairs {
        let of_preset = key == PRESET
            || (INDUSTRIES.contains(&key) && matches!(preset, Preset::Industries(..)));
        let Some(field) = Field::from_key(key) else {
            if of_preset {
                continue;
            }
            return Err(LinkError::Unknown(key.to_owned()));
        };
        let figure = if text.is_empty() {
            None
        } else {
            let figure = periods::parse(&text, field.spec().unit, Language::English);
            Some(figure.map_err(|_| LinkError::Unreadable(field))?)
        };
        Edit::Figure(Place::Field(field), figure)
            .apply(&mut workbook)
            .map_err(|_| LinkError::OutOfLimits)?;
    }
    Ok(workbook)
}

/// The preset that the pairs name, or the first one.
fn preset(pairs: &[(&str, String)]) -> Result<Preset, LinkError> {
    let named = |key: &str| {
        let pair = pairs.iter().find(|(other, _)| *other == key);
        pair.map(|(_, text)| text.as_str())
    };
    let industry = |key, at_first| match named(key) {
        None => Ok(at_first),
        Some(name) => Industry::from_name(name).ok_or_else(|| LinkError::Unknown(name.to_owned())),
    };
    let [a, b] = INDUSTRIES;
    let industries = Preset::Industries(
        industry(a, Industry::SOFTWARE)?,
        industry(b, Industry::SEMICONDUCTOR)?,
    );
    let Some(key) = named(PRESET) else {
        return Ok(Preset::ChinaVsUs);
    };
    [
        Preset::ChinaVsUs,
        Preset::GoldenDragonVsNasdaq,
        Preset::Blank,
        industries,
    ]
    .into_iter()
    .find(|preset| preset.key() == key)
    .ok_or_else(|| LinkError::Unknown(key.to_owned()))
}

/// The figure of a field as it is read again; empty where it was taken out.
fn written(field: Field, workbook: &Workbook) -> String {
    let figure = field.read(workbook);
    let shown = figure.map(|figure| match field.spec().unit {
        Unit::Day => periods::field_text(figure, Unit::Day, Language::English),
        unit => {
            let shown = numbers::show_figure(figure, unit, Language::English);
            let shown = match shown.strip_prefix("about ") {
                Some(shown) => ["~", shown].concat(),
                None => shown,
            };
            shown.replace('−', "-").replace(' ', "")
        }
    });
    shown.unwrap_or_default()
}

fn push(fragment: &mut String, key: &str, text: &str) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    if !fragment.is_empty() {
        fragment.push('&');
    }
    fragment.push_str(key);
    fragment.push('=');
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~' | b',') {
            fragment.push(char::from(byte));
        } else {
            let digits = [byte >> 4, byte & 15].map(|digit| DIGITS.get(usize::from(digit)));
            fragment.push('%');
            fragment.extend(digits.into_iter().flatten().copied().map(char::from));
        }
    }
}

/// A text with its bytes behind percent signs put back; none where that is no
/// text.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(if byte == b'%' {
            let mut digit = || char::from(rest.next()?).to_digit(16);
            let (high, low) = (digit()?, digit()?);
            (high << 4 | low) as u8
        } else {
            byte
        });
    }
    String::from_utf8(bytes).ok()
}

/// Bytes in the form of deflate, stored as they are (RFC 1951, section 3.2.4);
/// none where they are more than one block takes.
fn stored(bytes: &[u8]) -> Option<Vec<u8>> {
    const LAST_AND_STORED: u8 = 1;
    let length = u16::try_from(bytes.len()).ok()?;
    let mut block = vec![LAST_AND_STORED];
    block.extend(length.to_le_bytes());
    block.extend((!length).to_le_bytes());
    block.extend(bytes);
    Some(block)
}
