//! The present workbook beside one that the reader has kept.

use super::super::{column, figures};
use crate::{
    page::{Desk, Element, classed, controls::button, element, focus},
    text::{Language, Phrase},
    valuation::{Meaningful, rerating::Outcome},
    workbook::{Field, Kept, Part},
};

/// The kept workbook and the present one, where they differ and what comes of
/// both.
pub(super) fn comparison(desk: Desk) -> Element {
    let language = desk.language;
    let keep = button(language.phrase(Phrase::Keep), move || desk.keep());
    let clear = move |_| {
        let clear = button(language.phrase(Phrase::ClearKept), move || {
            focus("what-if.keep");
            desk.clear_kept();
        });
        clear.id("what-if.clear-kept")
    };
    let there = move || {
        let kept = desk.kept();
        kept.map(|_| 0).into_iter().collect::<Vec<u32>>()
    };
    let told = move || {
        let count = with_kept(desk, |kept, desk| {
            desk.read(Part::Whole, |now, _| kept.differences(now).len())
        });
        let phrase = match count {
            None => Phrase::NothingKept,
            Some(0) => Phrase::NothingDiffers,
            Some(_) => Phrase::KeptDiffers,
        };
        language.phrase(phrase).to_owned()
    };
    classed("div", "part")
        .id("what-if.comparison")
        .child(element("h3").text(language.phrase(Phrase::ComparisonTitle)))
        .child(
            classed("p", "hint")
                .id("what-if.comparison.told")
                .with("role", "status")
                .says(told),
        )
        .child(
            classed("p", "actions")
                .child(keep.id("what-if.keep"))
                .child(element("span").keyed(there, clear)),
        )
        .child(element("div").keyed(there, move |_| table(desk)))
}

fn with_kept<T>(desk: Desk, of: impl FnOnce(&Kept, Desk) -> T) -> Option<T> {
    desk.kept().map(|kept| of(&kept, desk))
}

/// The rows of what differs, as they stand.
fn differing(desk: Desk) -> Vec<[String; 3]> {
    let told = with_kept(desk, |kept, desk| {
        desk.read(Part::Whole, |now, _| {
            let differences = kept.differences(now);
            differences
                .iter()
                .map(|difference| desk.language.difference(difference, kept, now))
                .collect()
        })
    });
    told.unwrap_or_default()
}

fn table(desk: Desk) -> Element {
    let language = desk.language;
    let names = move || {
        let count = differing(desk).len();
        (0..).take(count).collect()
    };
    let row = move |name: u32| {
        let cell = move |part: usize| {
            move || {
                let rows = differing(desk);
                let row = rows.get(name as usize);
                row.and_then(|row| row.get(part))
                    .cloned()
                    .unwrap_or_default()
            }
        };
        element("tr")
            .child(element("th").with("scope", "row").says(cell(0)))
            .child(classed("td", "number").says(cell(1)))
            .child(classed("td", "number").says(cell(2)))
    };
    let returned = move |field: Field, of: fn(&Outcome) -> f64| {
        let kept = move || {
            let told = with_kept(desk, |kept, _| shown(kept.outcome, of, language));
            told.unwrap_or_default()
        };
        let now = move || {
            desk.read(Part::WhatIf, |_, results| {
                shown(results.what_if.outcome, of, language)
            })
        };
        element("tr")
            .child(
                element("th")
                    .with("scope", "row")
                    .text(language.field(field)),
            )
            .child(classed("td", "number").says(kept))
            .child(classed("td", "number").says(now))
    };
    classed("div", "scroll")
        .with("tabindex", "0")
        .with("role", "group")
        .with("aria-label", language.phrase(Phrase::ComparisonTitle))
        .child(
            classed("table", "comparison")
                .child(
                    element("thead").child(
                        element("tr")
                            .child(column(language.phrase(Phrase::Figure)))
                            .child(figures(language.phrase(Phrase::Kept)))
                            .child(figures(language.phrase(Phrase::Present))),
                    ),
                )
                .child(element("tbody").keyed(names, row))
                .child(element("tfoot").children([
                    returned(Field::WhatIfTotal, |outcome| outcome.total),
                    returned(Field::WhatIfAnnual, |outcome| outcome.annual),
                ])),
        )
}

/// A return, or the reason why there is none.
fn shown(outcome: Meaningful<Outcome>, of: fn(&Outcome) -> f64, language: Language) -> String {
    match outcome {
        Ok(outcome) => language.signed_percent(of(&outcome)),
        Err(reason) => language.reason(reason).to_owned(),
    }
}
