//! The reader's inputs in words, for the case that the page does not come back.

use crate::{
    text::{Language, Word, fill, periods},
    workbook::{Column, Field, Place, Workbook},
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
            let shown = periods::show_figure(figure, field.spec().unit, language);
            line(&language.field_of(field, &workbook.markets), &shown);
        }
    }
    for row in &workbook.sectors {
        let figures = Column::ALL.map(|column| {
            let unit = Place::Cell(row.id, column).spec().unit;
            row.read(column).map_or_else(
                || "—".to_owned(),
                |figure| periods::show_figure(figure, unit, language),
            )
        });
        line(&language.name(&row.name), &figures.join(" / "));
    }
    told
}
