//! Claims, gaps and the multiples of groups.

use rerate::text::Language::English;
use rerate::text::numbers::parse;
use rerate::valuation::aggregate::{Constituent, LossPolicy, aggregate};
use rerate::valuation::claim::{
    ChangeClaim, Check, Printed, Quantity, RatioClaim, ShareClaim, Verdict,
};
use rerate::valuation::mean::{arithmetic_mean, harmonic_mean, median};
use rerate::valuation::{NotMeaningful, gap};
use rerate::workbook::Unit;

use crate::answer::Answer;
use crate::case::Given;

pub(crate) fn premium(given: &Given) -> Answer {
    let (multiple, peer) = (given.number("multiple"), given.number("peer"));
    Answer::default()
        .main_figure("premium", gap::premium(multiple, peer))
        .figure("upside_to_parity", gap::upside_to_parity(multiple, peer))
        .figure("log_gap", gap::log_gap(multiple, peer))
}

pub(crate) fn implied_multiple(given: &Given) -> Answer {
    let multiple = gap::implied_multiple(given.number("peer_multiple"), given.number("premium"));
    Answer::default().main_figure("multiple", multiple)
}

pub(crate) fn aggregate_pe(given: &Given) -> Answer {
    let (values, earnings) = (given.numbers("values"), given.numbers("earnings"));
    if values.len() != earnings.len() {
        return Answer::default().status_of(Err(NotMeaningful::LengthsDiffer));
    }
    let group: Vec<Constituent> = values
        .into_iter()
        .zip(earnings)
        .map(|(value, fundamental)| Constituent { value, fundamental })
        .collect();
    let under = |policy| aggregate(&group, policy);
    let included = under(LossPolicy::LossesIncluded);
    let mut answer = Answer::default()
        .main_figure("aggregate", included.and_then(|all| all.multiple))
        .figure("count", included.map(|all| all.companies as f64))
        .figure("loss_makers", included.map(|all| all.loss_makers as f64))
        .figure("loss_share", included.map(|all| all.loss_share));
    for (policy, name, short) in [
        (LossPolicy::LossesIncluded, "losses_included", "included"),
        (LossPolicy::LossesAsZero, "losses_as_zero", "as_zero"),
        (LossPolicy::ProfitableOnly, "profitable_only", "profitable"),
        (
            LossPolicy::MedianOfProfitable,
            "median_of_profitable",
            "median",
        ),
    ] {
        let yields = under(policy).and_then(|group| group.earnings_yield);
        answer = answer
            .figure(name, under(policy).and_then(|group| group.multiple))
            .figure(format!("earnings_yield_{short}"), yields)
            .figure(format!("earnings_yield_{name}"), yields);
    }
    let included = included.and_then(|all| all.earnings_yield);
    let median = under(LossPolicy::MedianOfProfitable).and_then(|group| group.multiple);
    answer
        .figure("earnings_yield", included)
        .figure("median", median)
        .figure("median_profitable", median)
}

pub(crate) fn mean_pe(given: &Given) -> Answer {
    let multiples = given.numbers("pes");
    let weights = given.numbers_if_any("weights");
    let weights = weights.as_deref();
    Answer::default()
        .main_figure("harmonic", harmonic_mean(&multiples, weights))
        .figure("arithmetic", arithmetic_mean(&multiples, weights))
        .figure("median", median(&multiples, weights))
}

/// Which of the three claims it is shows in the names of what is given.
pub(crate) fn claim(given: &Given) -> Answer {
    let figure = |name, unit| printed(given, name, unit);
    let any = |names: &[&str]| names.iter().any(|name| given.has(name));
    let check = if any(&["part", "whole", "share"]) {
        ShareClaim {
            whole: figure("whole", Unit::Money),
            part: figure("part", Unit::Money),
            share: figure("share", Unit::Ratio),
        }
        .check()
    } else if any(&["a", "b", "ratio"]) {
        RatioClaim {
            denominator: figure("b", Unit::Money),
            numerator: figure("a", Unit::Money),
            ratio: figure("ratio", Unit::Multiple),
        }
        .check()
    } else {
        ChangeClaim {
            start: figure("start", Unit::Money),
            change: figure("change", Unit::Money),
            percent: figure("percent", Unit::Ratio),
            end: figure("end", Unit::Money),
        }
        .check()
    };
    match check {
        Ok(check) => claim_figures(&check),
        Err(reason) => Answer::default().status_of(Err(reason)),
    }
}

/// A figure as the case prints it, or a plain number, which is exact.
fn printed(given: &Given, name: &str, unit: Unit) -> Option<Printed> {
    let Some(text) = given.text(name) else {
        return given
            .has(name)
            .then(|| Printed::exactly(given.number(name)));
    };
    // The ratio of a claim may be printed as "16.1x" or as "18%".
    let unit = if text.trim_end().ends_with('%') {
        Unit::Ratio
    } else {
        unit
    };
    let figure = parse(text, unit, English).unwrap_or_else(|error| panic!("{text:?}: {error:?}"));
    Some(Printed::around(figure.value, figure.half_unit))
}

fn claim_figures(check: &Check) -> Answer {
    let mut answer = Answer::default();
    if check.verdict != Verdict::NotEnough {
        answer = answer.yes_or_no("consistent", check.agrees());
    }
    for implied in &check.implied {
        let target = name(implied.quantity);
        let [first, second] = implied.from.map(name);
        let value = implied.estimate.map(|estimate| estimate.value);
        let interval = implied.estimate.and_then(|estimate| estimate.interval);
        // A case may name the two in either order.
        for (first, second) in [(first, second), (second, first)] {
            let key = format!("{target}_from_{first}_and_{second}");
            answer = answer
                .figure(format!("{key}_low"), interval.map(|ends| ends.low))
                .figure(format!("{key}_high"), interval.map(|ends| ends.high))
                .figure(key, value);
        }
    }
    answer
}

fn name(quantity: Quantity) -> &'static str {
    match quantity {
        Quantity::Start => "start",
        Quantity::Change => "change",
        Quantity::Percent => "percent",
        Quantity::End => "end",
        Quantity::Whole => "whole",
        Quantity::Part => "part",
        Quantity::Share => "share",
        Quantity::Denominator => "b",
        Quantity::Numerator => "a",
        Quantity::Ratio => "ratio",
    }
}
