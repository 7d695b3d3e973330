//! What if: the re-rating equation, with any one quantity as the unknown.

use leptos::prelude::*;

use super::SectionFrame;
use crate::{
    page::{
        Desk,
        charts::Waterfall,
        controls::{Derived, FigureField, Options, handler},
    },
    text::{Word, fill},
    valuation::{Meaningful, solve::Unknown},
    workbook::{
        CLOSINGS, Choice, Edit, Exit, Field, Goal, Place, Section, UNKNOWNS, WhatIf, WhatIfResults,
        evaluate_what_if,
    },
};

/// The inputs of the equation, what is solved, and the return's parts.
#[component]
pub fn WhatIfSection() -> impl IntoView {
    let desk = expect_context::<Desk>();
    let language = desk.language;
    let what_if = desk.memo(|workbook| workbook.what_if.clone());
    let results = Memo::new(move |_| what_if.with(evaluate_what_if));
    let market = desk.memo(move |workbook| language.name(&workbook.markets.a));
    let answer = Signal::derive(move || {
        what_if.with(|what_if| {
            results.with(|results| {
                market.with(|market| language.what_if_answer(what_if, results, market))
            })
        })
    });
    let rule = desk.memo(|workbook| workbook.what_if.rule);
    let chosen = Signal::derive(move || {
        CLOSINGS
            .iter()
            .position(|&option| option == rule.get())
            .unwrap_or_default()
    });
    let choose = Callback::new(move |index: usize| {
        if let Some(&rule) = CLOSINGS.get(index) {
            desk.make(&Edit::Choose(Choice::ClosureRule(rule)));
        }
    });
    let given = [Field::WhatIfMultiple, Field::WhatIfPeer].map(|field| {
        view! {
            <FigureField place=Place::Field(field) label=language.field(field) id=field.key().to_owned()/>
        }
    });
    let solvable = UNKNOWNS.map(|unknown| view! { <Solvable unknown what_if results/> });
    view! {
        <SectionFrame section=Section::WhatIf answer>
            <p class="hint">{language.word(Word::SolveHint)}</p>
            <div class="fields">{given.into_iter().collect_view()}{solvable.into_iter().collect_view()}</div>
            <Options
                legend=language.word(Word::ClosureRule)
                name="what-if.rule"
                labels=CLOSINGS.iter().map(|&rule| language.closing(rule)).collect()
                chosen
                on_choose=choose
            />
            <Waterfall results/>
        </SectionFrame>
    }
    .into_any()
}

/// A field that can be marked as the unknown.
#[component]
fn Solvable(
    /// The quantity.
    unknown: Unknown,
    /// The inputs of the equation.
    what_if: Memo<WhatIf>,
    /// What comes of them.
    results: Memo<WhatIfResults>,
) -> impl IntoView {
    let desk = expect_context::<Desk>();
    let language = desk.language;
    let field = unknown.field();
    let derived = Memo::new(move |_| {
        what_if.with(|what_if| results.with(|results| derived(unknown, what_if, results)))
    });
    let solved = Memo::new(move |_| {
        derived.with(|derived| derived.as_ref().is_some_and(|derived| derived.solved))
    });
    let words = fill(language.word(Word::SolveFor), &[language.field(field)]);
    let solve = move |_| desk.make(&Edit::Choose(Choice::Unknown(unknown)));
    view! {
        <div class="solvable">
            <FigureField
                place=Place::Field(field)
                label=language.field(field)
                id=field.key().to_owned()
                derived
            />
            <button
                type="button"
                class="solve"
                id=fill("{0}.solve", &[field.key()])
                aria-label=words
                aria-pressed=move || if solved.get() { "true" } else { "false" }
                on:click=handler(solve)
            >
                {language.word(Word::Solve)}
            </button>
        </div>
    }
    .into_any()
}

/// What stands in a quantity's field where the reader does not give it.
fn derived(unknown: Unknown, what_if: &WhatIf, results: &WhatIfResults) -> Option<Derived> {
    let from = |of: fn(&WhatIfResults) -> Meaningful<f64>, solved| {
        Some(Derived {
            solved,
            value: of(results),
        })
    };
    let asked = what_if.unknown;
    let exit_asked = matches!(asked, Unknown::Closure | Unknown::TargetMultiple);
    match unknown {
        Unknown::TotalReturn if asked.is_return() || what_if.goal == Goal::Annual => from(
            |results| results.outcome.map(|outcome| outcome.total),
            asked.is_return(),
        ),
        Unknown::AnnualReturn if asked.is_return() || what_if.goal == Goal::Total => from(
            |results| results.outcome.map(|outcome| outcome.annual),
            asked.is_return(),
        ),
        Unknown::Closure if exit_asked || what_if.exit == Exit::Target => from(
            |results| results.outcome.and_then(|outcome| outcome.closure),
            asked == unknown,
        ),
        Unknown::TargetMultiple if exit_asked || what_if.exit == Exit::Closure => from(
            |results| results.outcome.map(|outcome| outcome.exit_multiple),
            asked == unknown,
        ),
        _ if asked == unknown => {
            let solution = results
                .solution
                .unwrap_or(Err(crate::valuation::NotMeaningful::MissingInput));
            Some(Derived {
                solved: true,
                value: solution.map(|solution| solution.value),
            })
        }
        _ => None,
    }
}
