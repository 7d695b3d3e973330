//! Many companies at once: means, aggregates, portfolios, regressions, shares.

use rerate::valuation::aggregate::{Aggregate, Constituent, LossPolicy, aggregate};
use rerate::valuation::mean::{arithmetic_mean, harmonic_mean, percentile};
use rerate::valuation::portfolio::{Common, Company, Portfolio};
use rerate::valuation::regression::{Fit, Sample, ols};
use rerate::valuation::scale::{
    Scale, capex_parity, implied_private_value, ratio_to_others, return_on_capex_needed,
    share_of_all, spending_ratio, with_private,
};

use crate::answer::{Answer, one, parts};
use crate::draws::Inputs;
use crate::gaps::closing;

pub(crate) fn answer(function: &str, inputs: &Inputs) -> Option<Answer> {
    let of = |name| inputs.of(name);
    Some(match function {
        "means" => {
            let (multiples, weights) =
                (inputs.column::<5>("multiple"), inputs.column::<5>("weight"));
            vec![
                ("arithmetic", arithmetic_mean(&multiples, Some(&weights))),
                ("harmonic", harmonic_mean(&multiples, Some(&weights))),
            ]
        }
        "percentile" => one(
            "percentile",
            percentile(&inputs.column::<7>("value"), of("share")),
        ),
        "aggregate" => aggregates(inputs),
        "portfolio" => portfolio(inputs),
        "regression" => regression(inputs),
        "shares_of_all" => parts(
            with_private(&Scale {
                listed: of("listed"),
                all_listed: of("all_listed"),
                private: of("private"),
                all_private: of("all_private"),
            }),
            [
                ("listed", |shares| shares.listed),
                ("with_private", |shares| shares.with_private),
            ],
        ),
        "ratio_to_others" => one("ratio", ratio_to_others(of("share"))),
        "share_of_all" => one("share", share_of_all(of("ratio"))),
        "implied_private_value" => one(
            "private",
            implied_private_value(
                of("listed"),
                of("listed_share"),
                of("share"),
                of("all_private"),
            ),
        ),
        "spending_ratio" => one(
            "ratio",
            spending_ratio(&inputs.column::<4>("own"), &inputs.column::<4>("peer")),
        ),
        "capex_parity" => parts(
            capex_parity(of("value"), of("capex"), of("multiple")),
            [
                ("value_per_capex", |found| found.value_per_capex),
                ("implied_return", |found| found.implied_return),
                ("for_capex_parity", |found| found.return_for_capex_parity),
                ("for_equal_value", |found| found.return_for_equal_value),
            ],
        ),
        "return_on_capex_needed" => one(
            "return",
            return_on_capex_needed(of("value"), of("multiple"), of("capex")),
        ),
        _ => return None,
    })
}

fn aggregates(inputs: &Inputs) -> Answer {
    let (values, fundamentals) = (
        inputs.column::<5>("value"),
        inputs.column::<5>("fundamental"),
    );
    let group: [Constituent; 5] = std::array::from_fn(|row| Constituent {
        value: values[row],
        fundamental: fundamentals[row],
    });
    let under = |policy| aggregate(&group, policy);
    let multiple = |found: Aggregate| found.multiple;
    let included = under(LossPolicy::LossesIncluded);
    vec![
        ("included", included.and_then(multiple)),
        (
            "included_yield",
            included.and_then(|found| found.earnings_yield),
        ),
        (
            "as_zero",
            under(LossPolicy::LossesAsZero).and_then(multiple),
        ),
        (
            "profitable",
            under(LossPolicy::ProfitableOnly).and_then(multiple),
        ),
        (
            "losing_value",
            included.and_then(|found| found.loss_share_of_value),
        ),
    ]
}

fn portfolio(inputs: &Inputs) -> Answer {
    let [values, earnings, peers, growth, dividends] =
        ["value", "earnings", "peer", "growth", "dividend"].map(|name| inputs.column::<4>(name));
    let companies: [Company; 4] = std::array::from_fn(|row| Company {
        value: values[row],
        earnings: earnings[row],
        peer_multiple: peers[row],
        earnings_growth: growth[row],
        dividend_yield: dividends[row],
    });
    let common = Common {
        closure: inputs.of("closure"),
        closing: closing(inputs),
        added_growth: inputs.of("added"),
        share_change: inputs.of("shares"),
        currency_change: inputs.of("currency"),
    };
    let outcome = Portfolio::new(&companies, inputs.of("years"))
        .and_then(|portfolio| portfolio.rerate(&common));
    let mut answer = parts(
        outcome,
        [
            ("value_end", |outcome| outcome.value_end),
            ("total", |outcome| outcome.total),
            ("annual", |outcome| outcome.annual),
        ],
    );
    answer.extend([
        (
            "multiple_start",
            outcome.and_then(|outcome| outcome.multiple_start),
        ),
        (
            "multiple_end",
            outcome.and_then(|outcome| outcome.multiple_end),
        ),
    ]);
    answer
}

fn regression(inputs: &Inputs) -> Answer {
    let [response, growth, payout, weights] =
        ["response", "growth", "payout", "weight"].map(|name| inputs.column::<9>(name));
    let fit = ols(&Sample {
        response: &response,
        regressors: &[&growth, &payout],
        weights: Some(&weights),
    });
    let part = |part: fn(&Fit) -> f64| fit.as_ref().map(part).map_err(|reason| *reason);
    vec![
        ("intercept", part(|fit| fit.coefficients[0].estimate)),
        ("growth", part(|fit| fit.coefficients[1].estimate)),
        ("payout", part(|fit| fit.coefficients[2].estimate)),
        (
            "standard_error",
            part(|fit| fit.coefficients[1].standard_error),
        ),
        ("r_squared", fit.clone().and_then(|fit| fit.r_squared)),
        ("residual_error", part(|fit| fit.residual_standard_error)),
    ]
}
