//! Scale: a market's share of its peers, and its spending against its value.

use std::sync::Arc;

use super::{beside, complete, copied, figures, number, row_head, section};
use crate::{
    page::{
        Desk, Element,
        charts::spending,
        classed,
        controls::{Derived, FigureField, solvable, value},
        element,
    },
    text::{
        Language, Phrase,
        numbers::{self, Shape},
    },
    valuation::Meaningful,
    workbook::{Choice, Edit, Field, Part, Preset, ScaleResults, ScaleUnknown, Section, Unit},
};

/// What a row of readings tells of the results.
type Told = fn(&ScaleResults, Language) -> Meaningful<(f64, String)>;

/// What the two shares say of private firms.
const SHARES: [(Phrase, &str, Told); 3] = [
    (
        Phrase::AllListed,
        "scale.all-listed",
        |results, language| money(results.private?.all_listed, language),
    ),
    (
        Phrase::PrivateValue,
        "scale.private",
        |results, language| money(results.private?.value, language),
    ),
    (
        Phrase::PrivateShare,
        "scale.private-share",
        |results, language| percent(results.private?.share, language),
    ),
];

/// The spending set against the value.
const SPENDING: [(Phrase, &str, Told); 6] = [
    (
        Phrase::ValueRatio,
        "scale.value-ratio",
        |results, language| percent(results.value_ratio?, language),
    ),
    (
        Phrase::CapexRatio,
        "scale.capex-ratio",
        |results, language| percent(results.capex_ratio?, language),
    ),
    (
        Phrase::ValuePerCapex,
        "scale.value-per-capex",
        |results, language| percent(results.parity?.value_per_capex, language),
    ),
    (
        Phrase::ImpliedReturn,
        "scale.implied-return",
        |results, language| percent(results.parity?.implied_return, language),
    ),
    (
        Phrase::ParityReturn,
        "scale.parity-return",
        |results, language| percent(results.parity?.return_for_capex_parity, language),
    ),
    (
        Phrase::EqualReturn,
        "scale.equal-return",
        |results, language| percent(results.parity?.return_for_equal_value, language),
    ),
];

/// The shares, the spending, what they imply, and who spends it.
pub(crate) fn scale(desk: Desk) -> Element {
    let language = desk.language;
    let answer = move || {
        let markets = desk.read(Part::Markets, |workbook, _| workbook.markets.clone());
        desk.read(Part::Scale, |workbook, results| {
            language.scale_answer(&workbook.scale, &results.scale, &markets)
        })
    };
    let given = |field: Field| FigureField::of(desk, field).on(desk);
    let unknown = |unknown: ScaleUnknown| {
        let derived = move || {
            desk.read(Part::Scale, |workbook, results| {
                (workbook.scale.unknown == unknown).then_some(Derived {
                    solved: true,
                    value: results.scale.solution,
                })
            })
        };
        let entry = FigureField::of(desk, unknown.field());
        solvable(desk, entry, Arc::new(derived), move || {
            desk.make(&Edit::Choose(Choice::ScaleUnknown(unknown)));
        })
    };
    let of_article = move || {
        let preset = desk.read(Part::Preset, |workbook, _| workbook.preset);
        (preset == Preset::ChinaVsUs)
            .then_some(0)
            .into_iter()
            .collect()
    };
    section(
        desk,
        Section::Scale,
        complete(desk, Section::Scale, answer),
        [
            classed("p", "hint").text(language.phrase(Phrase::SolveHint)),
            classed("div", "fields").children(ScaleUnknown::ALL.map(unknown)),
            beside(
                [
                    copied(
                        desk,
                        "scale.spending",
                        readings(desk, Phrase::ScaleSpending, Some(Phrase::OfPeer), &SPENDING),
                    ),
                    element("p").id("scale.return-to-add").says(move || {
                        desk.read(Part::Scale, |_, results| {
                            language.return_to_add(&results.scale)
                        })
                    }),
                    element("div").keyed(of_article, move |_| {
                        classed("p", "caution").text(language.phrase(Phrase::ScaleCaution))
                    }),
                    classed("div", "fields").children([
                        given(Field::ScaleWithPrivate),
                        given(Field::ScaleListed),
                        given(Field::ScalePrivatePeers),
                    ]),
                    copied(
                        desk,
                        "scale.shares",
                        readings(desk, Phrase::ScaleShares, None, &SHARES),
                    ),
                ],
                [element("div").keyed(of_article, move |_| spending(desk))],
            ),
        ],
    )
}

/// A table of readings, one a row.
fn readings(
    desk: Desk,
    caption: Phrase,
    unit: Option<Phrase>,
    rows: &'static [(Phrase, &'static str, Told)],
) -> Element {
    let language = desk.language;
    let row = |&(phrase, id, told): &(Phrase, &'static str, Told)| {
        let figure = value(language, id.to_owned(), move || {
            desk.read(Part::Scale, |_, results| told(&results.scale, language))
        });
        element("tr")
            .child(row_head(language.phrase(phrase)))
            .child(number(figure))
    };
    let head = unit.map(|unit| {
        element("thead").child(
            element("tr")
                .child(element("td"))
                .child(figures(language.phrase(unit))),
        )
    });
    classed("table", "readings")
        .child(element("caption").text(language.phrase(caption)))
        .children(head)
        .child(element("tbody").children(rows.iter().map(row)))
}

fn percent(ratio: f64, language: Language) -> Meaningful<(f64, String)> {
    let shown = numbers::show(ratio, Unit::Ratio, Shape::fixed(1), language);
    Ok((ratio, shown))
}

fn money(amount: f64, language: Language) -> Meaningful<(f64, String)> {
    Ok((amount, language.amount(amount, Unit::Money)))
}
