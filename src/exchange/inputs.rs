//! The reader's inputs in words, for the case that the page does not come back.

use crate::{
    text::{Language, Word, fill, numbers},
    workbook::{Field, Workbook},
};

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
