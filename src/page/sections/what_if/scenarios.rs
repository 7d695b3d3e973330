//! Bear, base, bull and the reader's own case, with odds.

use std::sync::Arc;

use super::super::{copied, figures, head_above, number};
use crate::{
    page::{
        Desk, Element, classed,
        controls::{self, Derived, FigureField, options, reading, value},
        element,
    },
    text::{Language, Phrase, fill},
    valuation::Meaningful,
    workbook::{Case, CaseResult, Choice, Edit, Field, Part, Place, ScenariosResults, Unit},
};

/// The cases with what each comes to, and what they come to together.
pub(super) fn scenarios(desk: Desk) -> Element {
    let language = desk.language;
    let told = move || {
        desk.read(Part::WhatIf, |workbook, results| {
            language.scenarios_told(&workbook.what_if.scenarios, &results.what_if.scenarios)
        })
    };
    let gives_way = controls::Choice::among(
        &Case::ALL,
        move || {
            desk.read(Part::WhatIf, |workbook, _| {
                workbook.what_if.scenarios.gives_way
            })
        },
        move |case| desk.make(&Edit::Choose(Choice::GivesWay(case))),
    );
    let goal = FigureField::of(desk, Field::ScenarioGoal);
    classed("div", "part")
        .id("what-if.scenarios")
        .child(element("h3").text(language.phrase(Phrase::ScenariosTitle)))
        .child(classed("p", "told").id("what-if.scenarios.told").says(told))
        .child(classed("p", "hint").text(language.phrase(Phrase::ScenariosHint)))
        .child(copied(
            desk,
            "what-if.cases",
            classed("div", "scroll")
                .with("tabindex", "0")
                .with("role", "group")
                .with("aria-label", language.phrase(Phrase::ScenariosTitle))
                .child(table(desk)),
        ))
        .child(options(
            language.phrase(Phrase::GivesWay),
            "what-if.gives-way",
            Case::ALL.iter().map(|&case| language.case(case)),
            &gives_way,
        ))
        .child(classed("div", "fields").child(goal.on(desk)))
        .child(break_even(desk))
}

const fn key(case: Case) -> &'static str {
    match case {
        Case::Bear => "bear",
        Case::Base => "base",
        Case::Bull => "bull",
        Case::Own => "own",
    }
}

fn table(desk: Desk) -> Element {
    let language = desk.language;
    let head = [
        Field::WhatIfGrowth,
        Field::WhatIfClosure,
        Field::OwnProbability,
        Field::WhatIfTotal,
        Field::WhatIfAnnual,
    ]
    .map(|field| figures(language.field(field)));
    let expected = |part, of: fn(&ScenariosResults) -> Meaningful<f64>| {
        number(told(desk, &["what-if.expected.", part], move |results| {
            of(results)
        }))
    };
    classed("table", "cases")
        .child(
            element("thead").child(
                element("tr")
                    .child(
                        element("th")
                            .with("scope", "col")
                            .text(language.phrase(Phrase::Scenario)),
                    )
                    .children(head),
            ),
        )
        .child(element("tbody").children(Case::ALL.map(|case| row(desk, case))))
        .child(
            element("tfoot").child(
                element("tr")
                    .child(head_above(language.phrase(Phrase::Expected)))
                    .children([element("td"), element("td"), element("td")])
                    .child(expected("total", |results| Ok(results.expectation?.mean)))
                    .child(expected("annual", |results| results.annual)),
            ),
        )
}

/// One case: what it assumes, how likely it is and what it comes to.
fn row(desk: Desk, case: Case) -> Element {
    let language = desk.language;
    let of = move |part: &'static str, of: fn(&CaseResult) -> Meaningful<f64>| {
        number(told(
            desk,
            &["what-if.", key(case), ".", part],
            move |results| of(results.of(case)),
        ))
    };
    let field = move |field: Field| {
        let label = move || {
            fill(
                language.phrase(Phrase::OfCase),
                &[language.case(case), language.field(field)],
            )
        };
        FigureField::new(Place::Field(field), field.key(), label).bare()
    };
    let assumed = match case.assumes() {
        Some((growth, closure)) => [growth, closure].map(|assumed| number(field(assumed).on(desk))),
        None => [
            of("growth", |case| case.growth),
            of("closure", |case| case.closure),
        ],
    };
    let left = move || {
        desk.read(Part::WhatIf, |workbook, results| {
            let gives_way = workbook.what_if.scenarios.gives_way == case;
            gives_way.then(|| Derived {
                solved: false,
                value: results.what_if.scenarios.of(case).probability,
            })
        })
    };
    element("tr")
        .child(head_above(language.case(case)))
        .children(assumed)
        .child(number(
            field(case.probability()).derived(Arc::new(left)).on(desk),
        ))
        .child(of("total", |case| case.total))
        .child(of("annual", |case| case.annual))
}

/// A figure of the cases, as a change in percent.
fn told(
    desk: Desk,
    id: &[&str],
    of: impl Fn(&ScenariosResults) -> Meaningful<f64> + Send + Sync + 'static,
) -> Element {
    let language = desk.language;
    value(language, id.concat(), move || {
        let figure = desk.read(Part::WhatIf, |_, results| of(&results.what_if.scenarios))?;
        Ok((figure, language.signed_percent(figure)))
    })
}

/// How likely a case would have to be.
fn break_even(desk: Desk) -> Element {
    let language = desk.language;
    let line = |phrase, id: &str, of: fn(&ScenariosResults) -> Meaningful<f64>| {
        let figure = move || {
            desk.read(Part::WhatIf, |_, results| {
                Ok(probability(of(&results.what_if.scenarios)?, language))
            })
        };
        element("div")
            .child(element("dt").text(language.phrase(phrase)))
            .child(element("dd").child(reading(language, id.to_owned(), figure)))
    };
    classed("dl", "points")
        .child(line(
            Phrase::BearBreakEven,
            "what-if.bear.break-even",
            |results| results.bear_break_even,
        ))
        .child(line(
            Phrase::BullForGoal,
            "what-if.bull.for-goal",
            |results| results.bull_for_goal,
        ))
}

fn probability(value: f64, language: Language) -> String {
    language.amount(value, Unit::Ratio)
}
