//! The gaps of all sectors on one scale, as a chart to take along.

use super::bars::{Bar, Bars, bars, table};
use crate::{
    page::{Desk, Element},
    text::{Phrase, Word},
    valuation::gap::Gap,
    workbook::{Part, RowId},
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
        ends: |desk| {
            let gaps = follow(desk).into_iter();
            gaps.map(|(name, gap)| (name, [0.0, gap.log_gap])).collect()
        },
        bar,
        heads: [language.word(Word::Sector), language.word(Word::Premium)],
        table: |desk| table(desk, shown(desk)),
    }
}

/// The gaps as they stand, by the names of their rows, and follows them.
fn follow(desk: Desk) -> Vec<(u32, Gap)> {
    desk.read(Part::Sectors, |workbook, results| {
        let rows = workbook.sectors.iter().zip(&results.sectors.rows);
        rows.filter_map(|(row, result)| Some((row.id.0, result.gap.ok()?)))
            .collect()
    })
}

fn bar(desk: Desk, of: u32) -> Option<Bar> {
    let mut gaps = follow(desk).into_iter();
    let (_, gap) = gaps.find(|(name, _)| *name == of)?;
    let name = desk.read(Part::Sectors, |workbook, _| {
        let row = workbook.sector(RowId(of))?;
        Some(desk.language.name(&row.name))
    });
    Some(Bar {
        class: if gap.log_gap < 0.0 {
            "discount"
        } else {
            "premium"
        },
        name: name?,
        value: gap.premium,
        figure: desk.language.signed_percent(gap.premium),
    })
}
