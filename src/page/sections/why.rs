//! Why the gap: what growth, profitability and risk warrant on each side, with
//! any one quantity as the unknown.

use std::sync::Arc;

use super::{copied, number, row_head, section};
use crate::{
    page::{
        Desk, Element, Shared,
        charts::gap_steps,
        classed,
        controls::{Derived, FigureField, Named, button, value},
        element,
    },
    text::{
        Language, Phrase, Word, fill,
        numbers::{self, Shape},
    },
    valuation::{Meaningful, explained::Unknown},
    workbook::{
        Choice, Edit, Field, Market, Part, Place, Section, Unit, Why, WhyResults, WhySide,
        WhySideResult,
    },
};

/// What each side's multiple rests on, row by row.
const FIELDS: [[Field; 2]; 9] = [
    [Field::WhyAMultiple, Field::WhyBMultiple],
    [Field::WhyAGrowth, Field::WhyBGrowth],
    [Field::WhyAReturn, Field::WhyBReturn],
    [Field::WhyARequired, Field::WhyBRequired],
    [Field::WhyARiskFree, Field::WhyBRiskFree],
    [Field::WhyABeta, Field::WhyBBeta],
    [Field::WhyAPremium, Field::WhyBPremium],
    [Field::WhyAExposure, Field::WhyBExposure],
    [Field::WhyACountry, Field::WhyBCountry],
];

/// The unknowns that belong to no side.
const COMMON: [Unknown; 3] = [Unknown::Years, Unknown::StableGrowth, Unknown::Unexplained];

/// The unknowns of both sides.
const OF_SIDES: [Unknown; 8] = [
    Unknown::Multiple,
    Unknown::PeerMultiple,
    Unknown::Growth,
    Unknown::PeerGrowth,
    Unknown::ReturnOnEquity,
    Unknown::PeerReturnOnEquity,
    Unknown::RequiredReturn,
    Unknown::PeerRequiredReturn,
];

const MARKETS: [Market; 2] = [Market::A, Market::B];

/// The inputs, what is solved, the parts of the gap and the regression.
pub(crate) fn why(desk: Desk) -> Element {
    let language = desk.language;
    let answer = move || {
        let markets = desk.read(Part::Markets, |workbook, _| workbook.markets.clone());
        desk.read(Part::Why, |workbook, results| {
            language.why_answer(&workbook.why, &results.why, &markets)
        })
    };
    let not_divided = move || {
        desk.read(Part::Why, |_, results| {
            language.why_not_divided(&results.why)
        })
    };
    section(
        desk,
        Section::Why,
        answer,
        [
            classed("p", "hint").text(language.phrase(Phrase::SolveHint)),
            copied(desk, "why.inputs", inputs(desk)),
            classed("div", "fields").children(COMMON.map(|unknown| {
                let field = unknown.field();
                let label = move || language.field(field).to_owned();
                solvable(
                    desk,
                    unknown,
                    label,
                    FigureField::new(Place::Field(field), field.key(), label),
                )
            })),
            classed("p", "caution").says(not_divided),
            gap_steps(desk),
            super::regression::regression(desk),
        ],
    )
}

/// Both sides' figures, side by side, and what they warrant.
fn inputs(desk: Desk) -> Element {
    let language = desk.language;
    let head = MARKETS.map(|market| {
        classed("th", "number")
            .with("scope", "col")
            .says(move || Named::Market(market).shown(desk))
    });
    let row = |fields: [Field; 2]| {
        let [first, _] = fields;
        let cells = fields
            .into_iter()
            .zip(MARKETS)
            .map(|(field, market)| number(side_field(desk, field, market)));
        element("tr")
            .child(row_head(language.field(first)))
            .children(cells)
    };
    let told = |phrase,
                key: &'static str,
                of: fn(&WhySideResult, Language) -> Meaningful<(f64, String)>| {
        let cells = MARKETS.map(|market| {
            let key = [side_key(market), key].concat();
            number(value(language, key, move || {
                desk.read(Part::Why, |_, results| {
                    of(side(&results.why, market), language)
                })
            }))
        });
        element("tr")
            .child(row_head(language.phrase(phrase)))
            .children(cells)
    };
    classed("table", "inputs why")
        .child(element("caption").text(language.phrase(Phrase::WhyInputs)))
        .child(element("thead").child(element("tr").child(element("td")).children(head)))
        .child(element("tbody").children(FIELDS.map(row)))
        .child(element("tfoot").children([
            told(Phrase::WhyWarranted, "warranted", |side, language| {
                let shape = Shape::fixed(1);
                let warranted = side.warranted?;
                let shown = numbers::show(warranted, Unit::Multiple, shape, language);
                Ok((warranted, shown))
            }),
            told(Phrase::WhyAgainstWarranted, "against", |side, language| {
                let premium = side.premium?;
                let word = if premium < 0.0 {
                    Word::Discount
                } else {
                    Word::PremiumWord
                };
                let shown = [&language.signed_percent(premium), " ", language.word(word)].concat();
                Ok((premium, shown))
            }),
        ]))
}

/// A field of one side, which can be marked as the unknown where it is one.
fn side_field(desk: Desk, field: Field, market: Market) -> Element {
    let language = desk.language;
    let label = move || {
        let market = Named::Market(market).shown(desk);
        fill(
            language.phrase(Phrase::OfMarket),
            &[language.field(field), &market],
        )
    };
    let entry = FigureField::new(Place::Field(field), field.key(), label).bare();
    let unknown = OF_SIDES
        .into_iter()
        .find(|unknown| unknown.field() == field);
    match unknown {
        Some(unknown) => solvable(desk, unknown, label, entry),
        None => with_derived(desk, field, entry),
    }
}

/// A field that can be marked as the unknown.
fn solvable(
    desk: Desk,
    unknown: Unknown,
    label: impl Fn() -> String + Send + 'static,
    entry: FigureField,
) -> Element {
    let language = desk.language;
    let field = unknown.field();
    let pressed = move || {
        let asked = desk.read(Part::Why, |workbook, _| workbook.why.unknown == unknown);
        Some(if asked { "true" } else { "false" }.to_owned())
    };
    let solve = button(language.word(Word::Solve), move || {
        desk.make(&Edit::Choose(Choice::WhyUnknown(unknown)));
    });
    classed("div", "solvable")
        .child(with_derived(desk, field, entry))
        .child(
            solve
                .with("class", "solve")
                .id([field.key(), ".solve"].concat())
                .with_live("aria-label", move || {
                    Some(fill(language.word(Word::SolveFor), &[&label()]))
                })
                .with_live("aria-pressed", pressed),
        )
}

/// A field in which another figure than the reader's may stand, noted in all its
/// digits.
fn with_derived(desk: Desk, field: Field, entry: FigureField) -> Element {
    let follows: Shared<Option<Derived>> = Arc::new(move || derived(desk, field));
    entry
        .derived(follows)
        .on(desk)
        .with_live("data-value", move || {
            Some(numbers::bare(derived(desk, field)?.value.ok()?))
        })
}

/// What stands in a field where the reader does not give it.
fn derived(desk: Desk, field: Field) -> Option<Derived> {
    desk.read(Part::Why, |workbook, results| {
        let (why, results) = (&workbook.why, &results.why);
        if why.unknown.field() == field {
            let value = match results.solution {
                Some(solution) => solution.map(|solution| solution.value),
                None => results.gap.map(|gap| gap.unexplained),
            };
            return Some(Derived {
                solved: true,
                value,
            });
        }
        let follows = |value| {
            Some(Derived {
                solved: false,
                value,
            })
        };
        match field {
            Field::WhyARequired if why.a.required.is_none() => follows(results.a.required),
            Field::WhyBRequired if why.b.required.is_none() => follows(results.b.required),
            Field::WhyABeta if sets_beta(why, &why.a, Unknown::RequiredReturn) => {
                follows(results.a.beta)
            }
            Field::WhyBBeta if sets_beta(why, &why.b, Unknown::PeerRequiredReturn) => {
                follows(results.b.beta)
            }
            _ => None,
        }
    })
}

/// Whether beta follows from the required return.
fn sets_beta(why: &Why, side: &WhySide, required: Unknown) -> bool {
    side.required.is_some() || why.unknown == required
}

const fn side(results: &WhyResults, market: Market) -> &WhySideResult {
    match market {
        Market::A => &results.a,
        Market::B => &results.b,
    }
}

const fn side_key(market: Market) -> &'static str {
    match market {
        Market::A => "why.a.",
        Market::B => "why.b.",
    }
}
