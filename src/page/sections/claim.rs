//! Claim check: do printed figures agree with each other?

use std::sync::Arc;

use super::{column, figures, row_head, section};
use crate::{
    page::{
        Desk, Element,
        below::{Piece, Stage, staged},
        classed,
        controls::{self, Derived, FigureField, options, reading, solvable},
        element,
    },
    text::{Language, Word, fill, numbers},
    valuation::{
        NotMeaningful,
        claim::{Correction, Estimate, Implied, Quantity},
    },
    workbook::{Choice, ClaimKind, Edit, Field, Part, Place, Section, Unit},
};

/// The claim's figures, whether they agree, and what they imply.
pub(crate) fn claim(desk: Desk) -> Element {
    let language = desk.language;
    let answer = move || {
        desk.read(Part::Claim, |workbook, results| {
            language.claim_answer(&workbook.claim, &results.claim)
        })
    };
    let kind = move || desk.read(Part::Claim, |workbook, _| workbook.claim.kind);
    let choice = controls::Choice::among(ClaimKind::ALL, kind, move |kind| {
        desk.make(&Edit::Choose(Choice::ClaimKind(kind)));
    });
    let kinds = ClaimKind::ALL.iter();
    let field = move |quantity| {
        let derived = move || {
            desk.read(Part::Claim, |workbook, results| {
                let solution = results
                    .claim_solution
                    .filter(|_| workbook.claim.unknown == Some(quantity))?;
                Some(Derived {
                    solved: true,
                    value: solution.map(|estimate| estimate.value),
                })
            })
        };
        let field = Field::of_quantity(quantity);
        let label = language.quantity(quantity);
        let entry = FigureField::new(Place::Field(field), field.key(), move || label.to_owned());
        solvable(desk, entry, Arc::new(derived), move || {
            let open = desk.now(|workbook, _| workbook.claim.unknown == Some(quantity));
            desk.make(&Edit::Choose(Choice::ClaimUnknown(
                (!open).then_some(quantity),
            )));
        })
    };
    section(
        desk,
        Section::Claim,
        answer,
        [
            options(
                language.word(Word::ClaimKind),
                "claim.kind",
                kinds.map(|&kind| language.claim_kind(kind)),
                &choice,
            ),
            element("div").keyed(
                move || vec![kind() as u32],
                move |_| {
                    classed("div", "fields").children(kind().quantities().iter().map(|&q| field(q)))
                },
            ),
            corrections(desk),
            implied_table(desk),
            staged(
                desk,
                classed("div", "tools"),
                "claim-tools",
                Stage::Tools,
                Piece::ClaimTools,
            ),
        ],
    )
}

/// Which single corrections would make the figures agree.
fn corrections(desk: Desk) -> Element {
    let language = desk.language;
    let lead = move || {
        let found = desk.read(Part::Claim, |_, results| {
            let check = results.claim.as_ref().ok()?;
            (!check.corrections.is_empty()).then_some(())
        });
        let word = match (found, possible(desk).len()) {
            (None, _) => return String::new(),
            (Some(()), 0) => Word::CorrectionNone,
            (Some(()), 1) => Word::CorrectionOne,
            (Some(()), _) => Word::CorrectionAny,
        };
        language.word(word).to_owned()
    };
    let names = move || {
        let possible = possible(desk).into_iter();
        possible.map(|(quantity, _)| quantity as u32).collect()
    };
    let line = move |of: u32| {
        element("li").says(move || {
            let needed = possible(desk)
                .into_iter()
                .find(|(quantity, _)| *quantity as u32 == of);
            needed.map_or_else(String::new, |(quantity, needed)| {
                told(quantity, needed, language)
            })
        })
    };
    classed("div", "corrections")
        .with_live("hidden", move || lead().is_empty().then(String::new))
        .child(element("h3").says(lead))
        .child(element("ul").keyed(names, line))
}

/// The quantities of which another figure would make all agree, with that
/// figure.
fn possible(desk: Desk) -> Vec<(Quantity, Estimate)> {
    desk.read(Part::Claim, |_, results| {
        let Ok(check) = &results.claim else {
            return Vec::new();
        };
        let needed = |correction: &Correction| Some((correction.quantity, correction.needed.ok()?));
        check.corrections.iter().filter_map(needed).collect()
    })
}

fn told(quantity: Quantity, needed: Estimate, language: Language) -> String {
    let label = language.quantity(quantity);
    let value = language.amount(needed.value, quantity.unit());
    match needed.interval {
        Ok(interval) => {
            let [low, high] = language.range_ends([interval.low, interval.high], quantity.unit());
            fill(
                language.word(Word::Correction),
                &[label, &value, &low, &high],
            )
        }
        Err(_) => fill(language.word(Word::Labelled), &[label, &value]),
    }
}

/// What each pair of figures implies the others to be.
fn implied_table(desk: Desk) -> Element {
    let language = desk.language;
    let head = element("tr")
        .child(column(language.word(Word::Figure)))
        .child(column(language.word(Word::IfRight)))
        .child(figures(language.word(Word::WouldBe)))
        .child(figures(language.word(Word::WithinRounding)));
    let names = move || implied(desk).iter().map(name).collect::<Vec<u32>>();
    classed("table", "implied")
        .id("claim.table")
        .with_live("hidden", move || names().is_empty().then(String::new))
        .child(element("caption").text(language.word(Word::ImpliedCaption)))
        .child(element("thead").child(head))
        .child(element("tbody").keyed(names, move |name| implied_row(desk, name)))
}

/// What the claim's figures imply of each other, as long as they can be checked.
fn implied(desk: Desk) -> Vec<Implied> {
    desk.read(Part::Claim, |_, results| {
        let check = results.claim.as_ref().ok();
        check.map(|check| check.implied.clone()).unwrap_or_default()
    })
}

/// What a row goes by: the quantity, and the two from which it follows.
fn name(implied: &Implied) -> u32 {
    let [first, second] = implied.from.map(|quantity| quantity as u32);
    (implied.quantity as u32 * 100 + first) * 100 + second
}

fn implied_row(desk: Desk, of: u32) -> Element {
    let language = desk.language;
    let found = move || {
        implied(desk)
            .into_iter()
            .find(|implied| name(implied) == of)
    };
    let Some(row) = found() else {
        return element("tr");
    };
    let unit = row.quantity.unit();
    let [first, second] = row.said().map(|quantity| language.quantity(quantity));
    let estimate = move || found().map_or(Err(NotMeaningful::MissingInput), |row| row.estimate);
    let value = move || Ok(language.amount(estimate()?.value, unit));
    let range = move || {
        let range = estimate().map(|estimate| range(estimate, unit, language));
        range.unwrap_or_default()
    };
    element("tr")
        .child(row_head(language.quantity(row.quantity)))
        .child(element("td").text(fill(language.word(Word::FromPair), &[first, second])))
        .child(
            super::number(reading(language, implied_key(&row), value)).with_live(
                "data-value",
                move || {
                    estimate()
                        .ok()
                        .map(|estimate| numbers::bare(estimate.value))
                },
            ),
        )
        .child(classed("td", "number").says(range))
}

/// A name for a figure in the table: `claim.end.from.change.percent`.
fn implied_key(implied: &Implied) -> String {
    let name = |quantity| {
        Field::of_quantity(quantity)
            .key()
            .strip_prefix("claim.")
            .unwrap_or_default()
    };
    let [first, second] = implied.from;
    fill(
        "claim.{0}.from.{1}.{2}",
        &[name(implied.quantity), name(first), name(second)],
    )
}

/// The interval that the printed digits allow, where they bound it.
fn range(estimate: Estimate, unit: Unit, language: Language) -> String {
    estimate.interval.map_or_else(
        |_| String::new(),
        |interval| {
            let [low, high] = language.range_ends([interval.low, interval.high], unit);
            fill(language.word(Word::RangeTo), &[&low, &high])
        },
    )
}
