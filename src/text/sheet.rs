//! What a language says, as the lines of two sheets: the words of the first
//! view, and those of what stands below it.
//!
//! The module of the page holds no language. The build writes the sheets from
//! the languages' files, and the page takes those of the reader's language; so
//! nobody fetches the words of a language that he does not read.

#[cfg(feature = "app")]
use std::sync::OnceLock;

#[cfg(feature = "app")]
use super::Language;

/// Which of a language's sheets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// The words of the first view.
    First,
    /// The words of what stands below it.
    Below,
}

impl Sheet {
    /// Both of them.
    pub const ALL: [Self; 2] = [Self::First, Self::Below];

    /// The sheet's name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Below => "below",
        }
    }
}

/// Where a kind's lines begin, behind those of the kinds before it.
#[allow(clippy::indexing_slicing, reason = "evaluated by the compiler")]
pub(super) const fn start(counts: &[usize], kind: usize) -> usize {
    let (mut start, mut before) = (0, 0);
    while before < kind {
        start += counts[before];
        before += 1;
    }
    start
}

/// The lines of each language's sheets, as far as they were taken.
#[cfg(feature = "app")]
static TAKEN: [[OnceLock<Vec<&'static str>>; 2]; 3] = [const { [const { OnceLock::new() }; 2] }; 3];

#[cfg(feature = "app")]
impl Language {
    /// Takes a sheet of the language, for as long as the page stands.
    pub fn take(self, sheet: Sheet, text: String) {
        if let Some(place) = self.taken(sheet) {
            place.get_or_init(|| text.leak().split('\n').collect());
        }
    }

    /// Whether the sheet has been taken.
    #[must_use]
    pub fn has(self, sheet: Sheet) -> bool {
        self.taken(sheet).and_then(OnceLock::get).is_some()
    }

    /// What stands on a line; nothing where the sheet is not here.
    pub(super) fn line(self, sheet: Sheet, line: usize) -> &'static str {
        let lines = self.taken(sheet).and_then(OnceLock::get);
        let line = lines.and_then(|lines| lines.get(line));
        line.copied().unwrap_or_default()
    }

    fn taken(self, sheet: Sheet) -> Option<&'static OnceLock<Vec<&'static str>>> {
        TAKEN.get(self as usize)?.get(sheet as usize)
    }
}
