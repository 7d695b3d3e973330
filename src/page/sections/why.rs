//! Why the gap: what growth, profitability and risk warrant on each side, with
//! any one quantity as the unknown.

use std::sync::Arc;

use super::{beside, complete, copied, head_above, number, regression::regression, section};
use crate::{
    page::{
        Desk, Element,
        below::{Piece, Stage, staged},
        charts::gap_steps,
        classed,
        controls::{Derived, FigureField, Named, solvable, value},
        element,
    },
    text::{
        Language, Phrase, Word,
        numbers::{self, Shape},
    },
    valuation::{Meaningful, cost_of_equity::Ingredient, explained::Unknown},
    workbook::{Choice, Edit, Field, Market, Part, Section, Unit, WhySideResult},
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
        complete(desk, Section::Why, answer),
        [
            classed("p", "hint").text(language.phrase(Phrase::SolveHint)),
            beside(
                [
                    copied(desk, "why.inputs", inputs(desk)),
                    classed("div", "fields").children(COMMON.map(|unknown| {
                        let field = unknown.field();
                        quantity(desk, FigureField::of(desk, field), field)
                    })),
                ],
                [
                    gap_steps(desk),
                    classed("p", "caution").says(not_divided),
                    staged(
                        desk,
                        element("div"),
                        "why.regression",
                        Stage::Regression,
                        Piece::Here(regression),
                    ),
                ],
            ),
        ],
    )
}

/// Both sides' figures, side by side, and what they warrant.
fn inputs(desk: Desk) -> Element {
    let language = desk.language;
    let head = Market::ALL.map(|market| {
        classed("th", "number")
            .with("scope", "col")
            .says(move || Named::Market(market).shown(desk))
    });
    let row = |fields: [Field; 2]| {
        let [first, _] = fields;
        let cells = fields.into_iter().map(|field| {
            let entry = FigureField::of(desk, field).bare();
            number(quantity(desk, entry, field))
        });
        element("tr")
            .child(head_above(language.field(first)))
            .children(cells)
    };
    let told = |phrase,
                key: &'static str,
                of: fn(&WhySideResult, Language) -> Meaningful<(f64, String)>| {
        let cells = Market::ALL.map(|market| {
            let key = [side_key(market), key].concat();
            number(value(language, key, move || {
                desk.read(Part::Why, |_, results| {
                    of(results.why.side(market), language)
                })
            }))
        });
        element("tr")
            .child(head_above(language.phrase(phrase)))
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

/// A field that can be marked as the unknown.
fn quantity(desk: Desk, entry: FigureField, field: Field) -> Element {
    let mark = move || {
        if let Some(choice) = solving(field) {
            desk.make(&Edit::Choose(choice));
        }
    };
    solvable(desk, entry, Arc::new(move || derived(desk, field)), mark)
}

/// The choice that solves for a field.
fn solving(field: Field) -> Option<Choice> {
    if let Some((ingredient, market)) = Ingredient::of(field) {
        return Some(Choice::WhyFollows(market, ingredient));
    }
    let mut unknowns = Unknown::ALL.into_iter();
    let unknown = unknowns.find(|unknown| unknown.field() == field);
    unknown.map(Choice::WhyUnknown)
}

/// What stands in a field where the reader does not give it.
fn derived(desk: Desk, field: Field) -> Option<Derived> {
    desk.read(Part::Why, |workbook, results| {
        let (why, results) = (&workbook.why, &results.why);
        if why.unknown.field() == field {
            return Some(Derived {
                solved: true,
                value: results.solved(),
            });
        }
        let market = field.market()?;
        let side = results.side(market);
        if let Some((ingredient, _)) = Ingredient::of(field) {
            return (why.following(market) == Some(ingredient)).then(|| Derived {
                solved: why.unknown == Unknown::required_return(market),
                value: side.cost.map(|cost| cost.value(ingredient)),
            });
        }
        let is_built = field == Unknown::required_return(market).field()
            && why.side(market).required.is_none();
        is_built.then_some(Derived {
            solved: false,
            value: side.required,
        })
    })
}

const fn side_key(market: Market) -> &'static str {
    match market {
        Market::A => "why.a.",
        Market::B => "why.b.",
    }
}
