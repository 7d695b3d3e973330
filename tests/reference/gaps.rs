//! Gaps between multiples, how they close, and changes that compound.

use rerate::valuation::compounding::{compound, compound_all, over_years, per_year, without};
use rerate::valuation::convergence::{Convergence, Course};
use rerate::valuation::gap::{
    Closing, WeightedPair, implied_multiple, log_gap, multiple_after_closing, premium,
    premium_after_closing, total, upside_to_parity,
};
use rerate::valuation::peg::growth_adjusted_gap;

use crate::answer::{Answer, one, parts};
use crate::draws::Inputs;

/// The rule of closing that a draw of 0 or 1 stands for.
pub(crate) fn closing(inputs: &Inputs) -> Closing {
    if inputs.of("rule") == 0.0 {
        Closing::Premium
    } else {
        Closing::LogGap
    }
}

pub(crate) fn answer(function: &str, inputs: &Inputs) -> Option<Answer> {
    let of = |name| inputs.of(name);
    Some(match function {
        "premium" => one("premium", premium(of("multiple"), of("peer"))),
        "upside_to_parity" => one("upside", upside_to_parity(of("multiple"), of("peer"))),
        "log_gap" => one("log_gap", log_gap(of("multiple"), of("peer"))),
        "implied_multiple" => one("multiple", implied_multiple(of("peer"), of("premium"))),
        "multiple_after_closing" => one(
            "multiple",
            multiple_after_closing(of("multiple"), of("peer"), of("closure"), closing(inputs)),
        ),
        "premium_after_closing" => one(
            "left",
            premium_after_closing(of("premium"), of("closure"), closing(inputs)),
        ),
        "total_gap" => total_gap(inputs),
        "growth_adjusted_gap" => parts(
            growth_adjusted_gap((of("pe"), of("growth")), (of("peer_pe"), of("peer_growth"))),
            [
                ("premium", |gap| gap.premium),
                ("upside", |gap| gap.upside_to_parity),
                ("log_gap", |gap| gap.log_gap),
            ],
        ),
        "compound" => one("both", Ok(compound(of("first"), of("second")))),
        "compound_all" => one("all", Ok(compound_all(&inputs.column::<5>("change")))),
        "without" => one("rest", Ok(without(of("total"), of("known")))),
        "over_years" => one("change", Ok(over_years(of("rate"), of("years")))),
        "per_year" => one("rate", Ok(per_year(of("change"), of("years")))),
        "convergence" | "time_to" | "gap_after" => convergence(function, inputs),
        _ => return None,
    })
}

fn total_gap(inputs: &Inputs) -> Answer {
    let [multiples, peers, weights] =
        ["multiple", "peer", "weight"].map(|name| inputs.column::<4>(name));
    let rows: [WeightedPair; 4] = std::array::from_fn(|row| WeightedPair {
        multiple: multiples[row],
        peer: peers[row],
        weight: weights[row],
    });
    parts(
        total(&rows),
        [
            ("premium", |gap| gap.premium),
            ("upside", |gap| gap.upside_to_parity),
            ("log_gap", |gap| gap.log_gap),
        ],
    )
}

fn convergence(function: &str, inputs: &Inputs) -> Answer {
    let gap = Convergence {
        gap_start: inputs.of("gap_start"),
        gap_end: inputs.of("gap_end"),
        time: inputs.of("time"),
    };
    match function {
        "convergence" => vec![
            ("rate", gap.rate()),
            ("half_life", gap.half_life()),
            ("amount", gap.amount_per_time()),
        ],
        "time_to" => vec![
            (
                "exponential",
                gap.time_to(inputs.of("threshold"), Course::Exponential),
            ),
            (
                "linear",
                gap.time_to(inputs.of("threshold"), Course::Linear),
            ),
        ],
        _ => vec![
            (
                "exponential",
                gap.gap_after(inputs.of("later"), Course::Exponential),
            ),
            ("linear", gap.gap_after(inputs.of("later"), Course::Linear)),
        ],
    }
}
