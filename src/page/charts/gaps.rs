//! The gaps of all sectors on one scale, as a chart to take along.

use super::bars::{Bar, Bars, bars};
use crate::{
    page::{Desk, Element, controls::figure_cell, element},
    text::{Phrase, Word},
    valuation::gap::Gap,
    workbook::{Part, RowId},
};

/// A bar for each sector that has a gap, a discount to the left of parity and a
/// premium to the right.
pub(crate) fn gaps(desk: Desk) -> Element {
    let language = desk.language;
    bars(
        desk,
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
            table,
        },
    )
}

/// The gaps as they stand, by the names of their rows, and follows them.
fn follow(desk: Desk) -> Vec<(u32, Gap)> {
    desk.read(Part::Sectors, |workbook, results| {
        let rows = workbook.sectors.iter().zip(&results.sectors.rows);
        rows.filter_map(|(row, result)| Some((row.id.0, result.gap.ok()?)))
            .collect()
    })
}

fn gap(desk: Desk, of: u32) -> Option<Gap> {
    let gaps = follow(desk).into_iter();
    gaps.into_iter()
        .find(|(name, _)| *name == of)
        .map(|(_, gap)| gap)
}

fn sector(desk: Desk, of: u32) -> String {
    desk.read(Part::Sectors, |workbook, _| {
        let row = workbook.sector(RowId(of));
        row.map_or_else(String::new, |row| desk.language.name(&row.name))
    })
}

fn bar(desk: Desk, of: u32) -> Option<Bar> {
    let gap = gap(desk, of)?;
    Some(Bar {
        class: if gap.log_gap < 0.0 {
            "discount"
        } else {
            "premium"
        },
        name: sector(desk, of),
        figure: desk.language.signed_percent(gap.premium),
    })
}

/// The same figures as a table.
fn table(desk: Desk) -> Element {
    let language = desk.language;
    let head = |word| element("th").with("scope", "col").text(language.word(word));
    let names = move || follow(desk).iter().map(|(name, _)| *name).collect();
    let row = move |of: u32| {
        let premium = move || {
            let premium = gap(desk, of)?.premium;
            Some((premium, language.signed_percent(premium)))
        };
        element("tr")
            .child(
                element("th")
                    .with("scope", "row")
                    .says(move || sector(desk, of)),
            )
            .child(figure_cell(premium))
    };
    element("table")
        .child(
            element("thead").child(
                element("tr")
                    .child(head(Word::Sector))
                    .child(head(Word::Premium).with("class", "number")),
            ),
        )
        .child(element("tbody").keyed(names, row))
}
