//! Growth beside the sectors: the rates expected of both markets, and the gaps
//! that are left when the multiples are divided by them.

use super::{column, figures, number};
use crate::{
    page::{
        Desk, Element, classed,
        controls::{FigureField, Named, value},
        element,
        tools::copy_table,
    },
    text::{Phrase, Word, fill},
    valuation::{Meaningful, NotMeaningful, gap::Gap},
    workbook::{Column, Market, Part, Place, Results, RowId},
};

const TABLE: &str = "sectors.growth.table";

/// The growth rates and what they leave of the gaps: open where there are any.
pub(crate) fn growth(desk: Desk) -> Element {
    let language = desk.language;
    let told = move || {
        desk.read(Part::Sectors, |_, results| {
            language.growth_told(&results.after_growth)
        })
    };
    let has_growth = move || {
        desk.read(Part::Preset, |workbook, _| {
            let rows = workbook.sectors.iter();
            rows.clone()
                .any(|row| row.growth_a.or(row.growth_b).is_some())
        })
    };
    classed("details", "growth")
        .id("sectors.growth")
        .with_live("open", move || has_growth().then(String::new))
        .child(element("summary").text(language.phrase(Phrase::GrowthTitle)))
        .child(classed("p", "told").id("sectors.growth.told").says(told))
        .child(
            classed("div", "scroll")
                .id(TABLE)
                .with("tabindex", "0")
                .with("role", "group")
                .with("aria-label", language.phrase(Phrase::GrowthTitle))
                .child(table(desk)),
        )
        .child(copy_table(desk, TABLE))
        .child(classed("p", "hint").text(language.phrase(Phrase::GrowthHint)))
}

fn table(desk: Desk) -> Element {
    let language = desk.language;
    let rows = move || {
        desk.read(Part::Sectors, |workbook, _| {
            workbook.sectors.iter().map(|row| row.id.0).collect()
        })
    };
    let of_market = |market| {
        let market = Named::Market(market);
        figures("").says(move || fill(language.phrase(Phrase::GrowthOf), &[&market.shown(desk)]))
    };
    classed("table", "inputs growth")
        .child(element("thead").child(element("tr").children([
            column(language.word(Word::Sector)),
            of_market(Market::A),
            of_market(Market::B),
            figures(language.word(Word::Premium)),
            figures(language.phrase(Phrase::AfterGrowth)),
        ])))
        .child(element("tbody").keyed(rows, move |id| row(desk, RowId(id))))
}

fn row(desk: Desk, id: RowId) -> Element {
    let language = desk.language;
    let of_row = Named::Sector(id);
    let named = move |part: &str| ["sectors.", &id.0.to_string(), ".", part].concat();
    let rate = |column, market, part| {
        let of_market = Named::Market(market);
        let label = move || language.growth_of(&of_market.in_sentence(desk), &of_row.shown(desk));
        number(
            FigureField::new(Place::Cell(id, column), named(part), label)
                .bare()
                .on(desk),
        )
    };
    let gap = |part, of: fn(&Results, usize) -> Option<Meaningful<Gap>>| {
        let premium = move || {
            let gap = desk.read(Part::Sector(id), |workbook, results| {
                let index = workbook.sectors.iter().position(|row| row.id == id)?;
                of(results, index)
            });
            gap.unwrap_or(Err(NotMeaningful::MissingInput))
                .map(|gap| (gap.premium, language.signed_percent(gap.premium)))
        };
        number(value(language, named(part), premium))
    };
    element("tr")
        .child(
            element("th")
                .with("scope", "row")
                .says(move || of_row.shown(desk)),
        )
        .child(rate(Column::GrowthA, Market::A, "growth-a"))
        .child(rate(Column::GrowthB, Market::B, "growth-b"))
        .child(gap("before-growth", |results, index| {
            Some(results.sectors.rows.get(index)?.gap)
        }))
        .child(gap("after-growth", |results, index| {
            results.after_growth.rows.get(index).copied()
        }))
}
