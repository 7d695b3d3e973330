//! A workbook kept while the page restarts: in few bytes and with little code,
//! for this version of the page alone. What leaves the page is JSON.

use crate::{
    text::{Language, Word, fill, numbers},
    workbook::{Field, Saved, Workbook},
};

/// The workbook as bytes that [`read`] gives back.
#[must_use]
pub fn write(workbook: &Workbook) -> Vec<u8> {
    // Strings, numbers and lists only: nothing in it can fail to be written.
    postcard::to_allocvec(&Saved::from(workbook)).unwrap_or_default()
}

/// The workbook that was kept; none where the bytes are damaged.
#[must_use]
pub fn read(bytes: &[u8]) -> Option<Workbook> {
    let saved: Saved = postcard::from_bytes(bytes).ok()?;
    Workbook::try_from(saved).ok()
}

/// The workbook's figures as lines for a reader, to copy when nothing else is
/// left of the page.
#[must_use]
pub fn told(workbook: &Workbook, language: Language) -> String {
    let mut told = String::new();
    let mut line = |label: &str, figure: &str| {
        told.push_str(&fill(language.word(Word::Labelled), &[label, figure]));
        told.push('\n');
    };
    for &field in Field::ALL {
        if let Some(figure) = field.read(workbook) {
            let shown = numbers::show_figure(figure, field.spec().unit, language);
            line(language.field(field), &shown);
        }
    }
    for row in &workbook.sectors {
        let multiples = [row.a, row.b].map(|figure| {
            figure.map_or_else(
                || "—".to_owned(),
                |figure| numbers::show_figure(figure, crate::workbook::Unit::Multiple, language),
            )
        });
        line(&language.name(&row.name), &multiples.join(" / "));
    }
    told
}
