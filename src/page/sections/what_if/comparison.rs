//! The present workbook beside one that the reader has kept.

use super::super::{column, copied, figures, row_head};
use leptos::prelude::event_target_value;

use crate::{
    page::{Desk, Drawer, Element, classed, controls::button, drawer::Entry, element, focus},
    text::{Keeping, Language, Phrase, Word},
    valuation::Meaningful,
    workbook::{Field, Kept, Part, Results},
};

/// The kept workbook and the present one, where they differ and what comes of
/// both.
pub(super) fn comparison(desk: Desk) -> Element {
    let language = desk.language;
    let keep = button(language.phrase(Phrase::Keep), move || {
        compare_with(
            desk,
            Some(desk.now(|workbook, _| Kept::from(workbook.clone()))),
        );
    });
    let clear = move |_| {
        let clear = button(language.phrase(Phrase::ClearKept), move || {
            focus("what-if.keep");
            compare_with(desk, None);
        });
        clear.id("what-if.clear-kept")
    };
    let there = move || {
        let kept = with_kept(desk, |_, _| 0);
        kept.into_iter().collect::<Vec<u32>>()
    };
    let told = move || {
        let count = with_kept(desk, |kept, desk| {
            desk.read(Part::Whole, |now, results| {
                kept.differences(now, results).len()
            })
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
        .child(choice(desk))
        .child(element("div").keyed(there, move |_| table(desk)))
}

/// The scenarios to compare with, where any are kept.
fn choice(desk: Desk) -> Element {
    const CHOICE: &str = "what-if.compare-with";
    let language = desk.language;
    let entries = move || {
        let entries = desk.drawer().map(Drawer::entries).unwrap_or_default();
        entries.iter().map(Entry::number).collect::<Vec<u32>>()
    };
    let entry = move |number| desk.drawer()?.entry(number);
    let option = move |number: u32| {
        let name = move || {
            let entry = entry(number);
            entry.map_or_else(
                || language.keeping(Keeping::Choose).to_owned(),
                |entry| entry.scenario.name,
            )
        };
        element("option")
            .with("value", number.to_string())
            .says(name)
    };
    let list = move |_| {
        let list = element("select")
            .id(CHOICE)
            // No entry has the number of the first, which chooses none.
            .keyed(move || [vec![0], entries()].concat(), option)
            .on("change", move |event| {
                let chosen = event_target_value(&event).parse().ok().and_then(entry);
                if let Some(entry) = chosen {
                    compare_with(desk, Some(Kept::from(entry.scenario.workbook)));
                }
            });
        let label = element("label")
            .with("for", CHOICE)
            .text(language.keeping(Keeping::CompareWith));
        classed("div", "picker").child(label).child(list)
    };
    element("div").keyed(
        move || entries().first().map(|_| 0).into_iter().collect(),
        list,
    )
}

fn with_kept<T>(desk: Desk, of: impl FnOnce(&Kept, Desk) -> T) -> Option<T> {
    desk.drawer()?.compared().map(|kept| of(&kept, desk))
}

fn compare_with(desk: Desk, kept: Option<Kept>) {
    if let Some(drawer) = desk.drawer() {
        drawer.compare_with(kept);
    }
}

/// The rows of what differs, as they stand.
fn differing(desk: Desk) -> Vec<[String; 3]> {
    let told = with_kept(desk, |kept, desk| {
        desk.read(Part::Whole, |now, results| {
            let differences = kept.differences(now, results);
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
    let outcome = move |(told, of): Outcome| {
        let kept = move || {
            let told = with_kept(desk, |kept, _| shown(of(&kept.results), language));
            told.unwrap_or_default()
        };
        let now = move || desk.read(Part::Whole, |_, results| shown(of(results), language));
        element("tr")
            .child(row_head(told(language)))
            .child(classed("td", "number").says(kept))
            .child(classed("td", "number").says(now))
    };
    let scroll = classed("div", "scroll")
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
                .child(element("tfoot").children(OUTCOMES.map(outcome))),
        );
    copied(desk, "what-if.comparison.table", scroll)
}

/// Something that comes of a workbook: its name, and itself.
type Outcome = (
    fn(Language) -> &'static str,
    fn(&Results) -> Meaningful<f64>,
);

/// What comes of both, told whether it differs or not.
const OUTCOMES: [Outcome; 5] = [
    (
        |language| language.word(Word::Total),
        |results| results.sectors.total.map(|gap| gap.premium),
    ),
    (
        |language| language.field(Field::WhyUnexplained),
        |results| results.why.gap.map(|gap| gap.unexplained),
    ),
    (
        |language| language.field(Field::WhatIfTotal),
        |results| results.what_if.outcome.map(|outcome| outcome.total),
    ),
    (
        |language| language.field(Field::WhatIfAnnual),
        |results| results.what_if.outcome.map(|outcome| outcome.annual),
    ),
    (
        |language| language.phrase(Phrase::ExpectedReturn),
        |results| results.what_if.scenarios.annual,
    ),
];

/// What came of it in percent, or the reason why there is none.
fn shown(outcome: Meaningful<f64>, language: Language) -> String {
    match outcome {
        Ok(outcome) => language.signed_percent(outcome),
        Err(reason) => language.reason(reason).to_owned(),
    }
}
