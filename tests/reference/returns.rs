//! Returns to come: re-rating forwards and backwards, yield and growth, odds.

use rerate::valuation::catalyst::{Catalyst, deviation, expected_change};
use rerate::valuation::expected_return::{GrinoldKroner, return_sources};
use rerate::valuation::rerating::{Exit, Outlook};
use rerate::valuation::scenario::{Scenario, break_even_probability, expectation, scaled_to_one};
use rerate::valuation::solve::{Goal, Unknown, solve};

use crate::answer::{Answer, one, parts};
use crate::draws::Inputs;
use crate::gaps::closing;

pub(crate) fn answer(function: &str, inputs: &Inputs) -> Option<Answer> {
    let of = |name| inputs.of(name);
    Some(match function {
        "rerating" => rerating(inputs),
        "solve_exit" => solved(
            &Outlook {
                peer_multiple: Some(of("peer")),
                closing: closing(inputs),
                ..yearly(inputs)
            },
            Goal::Annual(of("goal")),
            &[
                ("target", Unknown::TargetMultiple),
                ("closure", Unknown::Closure),
            ],
        ),
        "solve_rates" => solved(
            &Outlook {
                exit: Exit::Target(of("target")),
                ..yearly(inputs)
            },
            Goal::Annual(of("goal")),
            &[
                ("growth", Unknown::EarningsGrowth),
                ("shares", Unknown::Shares),
            ],
        ),
        "solve_currency" => solved(
            &Outlook {
                exit: Exit::Target(of("target")),
                ..yearly(inputs)
            },
            Goal::Annual(of("goal")),
            &[("currency", Unknown::Currency)],
        ),
        "solve_years" => solved(
            &Outlook {
                exit: Exit::Target(of("target")),
                earnings_growth: of("growth"),
                share_change: of("shares"),
                currency_change: of("currency"),
                ..Outlook::unchanged(of("multiple"))
            },
            Goal::Annual(of("goal")),
            &[("years", Unknown::Years)],
        ),
        "grinold_kroner" => parts(
            GrinoldKroner {
                dividend_yield: of("dividend"),
                share_count_change: of("shares"),
                inflation: of("inflation"),
                real_growth: of("growth"),
                pe_change: of("repricing"),
            }
            .forecast(),
            [
                ("income", |forecast| forecast.income),
                ("growth", |forecast| forecast.growth),
                ("expected_return", |forecast| forecast.expected_return),
                ("compounded", |forecast| forecast.compounded),
            ],
        ),
        "return_sources" => parts(
            return_sources(
                of("dividend"),
                of("growth"),
                of("pe_start"),
                of("pe_end"),
                of("years"),
            ),
            [
                ("fundamental", |sources| sources.fundamental),
                ("repricing", |sources| sources.repricing),
                ("total", |sources| sources.total),
            ],
        ),
        "expectation" => {
            let (odds, totals) = (inputs.column::<4>("odds"), inputs.column::<4>("total"));
            let scenarios: [Scenario; 4] = std::array::from_fn(|row| Scenario {
                probability: odds[row],
                total: totals[row],
            });
            let scaled = scaled_to_one(&scenarios);
            parts(
                scaled.and_then(|scenarios| expectation(&scenarios)),
                [
                    ("mean", |found| found.mean),
                    ("deviation", |found| found.deviation),
                ],
            )
        }
        "break_even_probability" => one(
            "probability",
            break_even_probability(of("favourable"), of("otherwise"), of("goal")),
        ),
        "catalysts" => {
            let [odds, if_so, if_not] =
                ["odds", "if", "if_not"].map(|name| inputs.column::<3>(name));
            let catalysts: [Catalyst; 3] = std::array::from_fn(|row| Catalyst {
                years: 1.0,
                probability: odds[row],
                change_if: if_so[row],
                change_if_not: if_not[row],
            });
            vec![
                ("expected", expected_change(&catalysts, 2.0)),
                ("deviation", deviation(&catalysts, 2.0)),
            ]
        }
        _ => return None,
    })
}

/// The outlook with its yearly rates, and its multiple unchanged.
fn yearly(inputs: &Inputs) -> Outlook {
    Outlook {
        earnings_growth: inputs.of("growth"),
        years: inputs.of("years"),
        dividend_yield: inputs.of("dividend"),
        share_change: inputs.of("shares"),
        currency_change: inputs.of("currency"),
        ..Outlook::unchanged(inputs.of("multiple"))
    }
}

fn rerating(inputs: &Inputs) -> Answer {
    let to_target = inputs.has("target");
    let outcome = Outlook {
        peer_multiple: Some(inputs.of("peer")),
        exit: if to_target {
            Exit::Target(inputs.of("target"))
        } else {
            Exit::Closure(inputs.of("closure"))
        },
        closing: closing(inputs),
        ..yearly(inputs)
    }
    .outcome();
    let mut answer = parts(
        outcome,
        [
            ("exit_multiple", |outcome| outcome.exit_multiple),
            ("rerating", |outcome| outcome.rerating),
            ("total", |outcome| outcome.total),
            ("annual", |outcome| outcome.annual),
            ("price_only", |outcome| outcome.price_only),
        ],
    );
    if to_target {
        answer.push(("closure", outcome.and_then(|outcome| outcome.closure)));
    }
    answer
}

fn solved(outlook: &Outlook, goal: Goal, unknowns: &[(&'static str, Unknown)]) -> Answer {
    unknowns
        .iter()
        .map(|&(name, unknown)| (name, solve(outlook, unknown, goal).map(|found| found.value)))
        .collect()
}
