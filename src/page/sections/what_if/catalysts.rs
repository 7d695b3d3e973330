//! Dated events that may close the gap, or widen it.

use super::super::{column, copied, figures, number};
use crate::{
    page::{
        Desk, Element, classed,
        controls::{FigureField, Named, Writing, button, name_field},
        element, focus, focus_next,
    },
    text::{Phrase, Word, fill, periods},
    workbook::{CatalystColumn, Edit, Field, Figure, MAX_CATALYSTS, Part, Place, RowId, Unit},
};

/// How a day is typed; keys for numbers lack what parts it.
const DAYS: Writing = Writing {
    keys: "text",
    read: periods::parse,
    written: periods::field_text,
    stepped: periods::step,
    wrong: |language, _| language.phrase(Phrase::NotADate),
};

/// The list of catalysts, and what they come to by the end.
pub(super) fn catalysts(desk: Desk) -> Element {
    let language = desk.language;
    let told = move || {
        desk.read(Part::WhatIf, |workbook, results| {
            language.catalysts_told(&workbook.what_if, &results.what_if)
        })
    };
    // A full list takes no more, and says so by its button.
    let full = move || rows(desk).len() >= MAX_CATALYSTS;
    let add = button(language.phrase(Phrase::AddCatalyst), move || {
        if desk.apply(&Edit::AddCatalyst).is_ok() {
            let added = desk.now(|workbook, _| workbook.what_if.catalysts.last().map(|row| row.id));
            if let Some(row) = added {
                focus_next(named(row, "name"));
            }
        }
    });
    let from = Field::WhatIfFrom;
    let from_today = button(language.phrase(Phrase::CountFromToday), move || {
        let today = Figure {
            value: desk.today().days_since_1970() as f64,
            half_unit: 0.5,
        };
        desk.make(&Edit::Figure(Place::Field(from), Some(today)));
    });
    let from = FigureField::of(desk, from);
    classed("div", "part")
        .id("what-if.catalysts")
        .child(element("h3").text(language.phrase(Phrase::CatalystsTitle)))
        .child(classed("p", "told").id("what-if.catalysts.told").says(told))
        .child(classed("p", "hint").text(language.phrase(Phrase::CatalystsHint)))
        .child(
            classed("div", "fields from")
                .child(from.written(DAYS).on(desk))
                .child(from_today.id("what-if.from.today")),
        )
        .child(copied(
            desk,
            "what-if.events",
            classed("div", "scroll")
                .with("tabindex", "0")
                .with("role", "group")
                .with("aria-label", language.phrase(Phrase::CatalystsTitle))
                .child(table(desk)),
        ))
        .child(
            classed("p", "actions").child(
                add.id("catalysts.add")
                    .with_live("disabled", move || full().then(String::new)),
            ),
        )
}

fn rows(desk: Desk) -> Vec<u32> {
    desk.read(Part::WhatIf, |workbook, _| {
        let rows = workbook.what_if.catalysts.iter();
        rows.map(|row| row.id.0).collect()
    })
}

const fn part(column: CatalystColumn) -> (&'static str, Phrase) {
    match column {
        CatalystColumn::Date => ("date", Phrase::DueOn),
        CatalystColumn::Probability => ("probability", Phrase::Probability),
        CatalystColumn::ClosesIf => ("closes-if", Phrase::ClosesIf),
        CatalystColumn::ClosesIfNot => ("closes-if-not", Phrase::ClosesIfNot),
    }
}

fn table(desk: Desk) -> Element {
    let language = desk.language;
    let heads = CatalystColumn::ALL.map(|column| figures(language.phrase(part(column).1)));
    classed("table", "cases catalysts")
        .child(
            element("thead").child(
                element("tr")
                    .child(column(language.phrase(Phrase::Catalyst)))
                    .children(heads)
                    .child(column(language.word(Word::Row)).with("class", "row-actions")),
            ),
        )
        .child(element("tbody").keyed(move || rows(desk), move |id| row(desk, RowId(id))))
}

/// The name of a part of a row in the document.
fn named(row: RowId, part: &str) -> String {
    ["catalysts.", &row.0.to_string(), ".", part].concat()
}

fn row(desk: Desk, id: RowId) -> Element {
    let language = desk.language;
    let of_row = Named::Catalyst(id);
    let named = move |part: &str| named(id, part);
    let cell = |column| {
        let (part, phrase) = part(column);
        let label = move || {
            fill(
                language.phrase(Phrase::OfCase),
                &[&of_row.shown(desk), language.phrase(phrase)],
            )
        };
        let place = Place::Catalyst(id, column);
        let field = FigureField::new(place, named(part), label).bare();
        number(match place.spec().unit {
            Unit::Day => field.written(DAYS).on(desk),
            _ => field.on(desk),
        })
    };
    let words = move || fill(language.word(Word::Remove), &[&of_row.shown(desk)]);
    let remove = button(language.word(Word::Out), move || {
        focus(&after_removal(desk, id));
        desk.make(&Edit::RemoveCatalyst(id));
    });
    element("tr")
        .child(element("th").with("scope", "row").child(name_field(
            desk,
            of_row,
            named("name"),
            language.phrase(Phrase::CatalystName),
        )))
        .children(CatalystColumn::ALL.map(cell))
        .child(
            classed("td", "row-actions").child(
                remove
                    .with("class", "quiet")
                    .id(named("remove"))
                    .with_live("title", move || Some(words()))
                    .with_live("aria-label", move || Some(words())),
            ),
        )
}

/// Where the reader goes on when a row is taken out: the same button in the next
/// row, or in the last one that is left, or the one that adds a row.
fn after_removal(desk: Desk, id: RowId) -> String {
    let next = desk.now(|workbook, _| {
        let rows = &workbook.what_if.catalysts;
        let at = rows.iter().position(|row| row.id == id)?;
        let next = rows.get(at + 1).or_else(|| rows.get(at.checked_sub(1)?))?;
        Some(next.id)
    });
    next.map_or_else(
        || "catalysts.add".to_owned(),
        |next| ["catalysts.", &next.0.to_string(), ".remove"].concat(),
    )
}
