//! The gaps of all sectors on one scale, as a chart to take along.

use super::bars::{Bar, Bars, bars, table};
use crate::{
    page::{Desk, Element},
    text::{Language, Phrase, Word},
    valuation::gap::Gap,
    workbook::Part,
};

/// A bar for each sector that has a gap, a discount to the left of parity and a
/// premium to the right.
pub(crate) fn gaps(desk: Desk) -> Element {
    bars(desk, shown(desk))
}

fn shown(desk: Desk) -> Bars {
    let language = desk.language;
    Bars {
        id: "sectors.chart",
        title: language.phrase(Phrase::GapsTitle),
        says: |desk| desk.language.phrase(Phrase::GapsSay).to_owned(),
        zero: language.word(Word::Parity),
        bars: all,
        heads: [language.word(Word::Sector), language.word(Word::Premium)],
        table: |desk| table(desk, shown(desk)),
    }
}

fn all(desk: Desk) -> Vec<Bar> {
    let language = desk.language;
    desk.read(Part::Sectors, |workbook, results| {
        let rows = workbook.sectors.iter().zip(&results.sectors.rows);
        rows.filter_map(|(row, result)| {
            Some(bar(language.name(&row.name), result.gap.ok()?, language))
        })
        .collect()
    })
}

fn bar(name: String, gap: Gap, language: Language) -> Bar {
    Bar {
        class: if gap.log_gap < 0.0 {
            "discount"
        } else {
            "premium"
        },
        from: 0.0,
        to: gap.log_gap,
        name,
        value: gap.premium,
        figure: language.signed_percent(gap.premium),
    }
}
