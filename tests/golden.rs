//! Worked cases with published answers.
//!
//! Every case of every `tests/golden/*.json` is run, or of the one file that
//! the environment variable `RERATE_GOLDEN` names. A case has a `topic`, which
//! picks the formula, what is `given`, and what to `expect`. All that it
//! expects is compared: a figure that the formula does not produce is a
//! failure, and so is a topic that nobody knows, or an input that is not there.
//! Each failure names its case, and none keeps the others from being tried.
//!
//! A tolerance is absolute, or relative where the case's note says so.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "golden/answer.rs"]
mod answer;
#[path = "golden/case.rs"]
mod case;
#[path = "golden/gaps.rs"]
mod gaps;
#[path = "golden/moves.rs"]
mod moves;
#[path = "golden/regressions.rs"]
mod regressions;
#[path = "golden/warranted.rs"]
mod warranted;

use std::collections::BTreeMap;
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};

use answer::Answer;
use case::{Case, Given};

/// Topics of `cases.json` whose formulas are still to be written. A topic
/// leaves this list when it gets its line in [`answer`].
const NOT_COVERED_YET: &[&str] = &[];

/// What our formulas make of a case; none for a topic without formulas.
fn answer(topic: &str, given: &Given) -> Option<Answer> {
    Some(match topic {
        "aggregate_pe" => gaps::aggregate_pe(given),
        "claim" => gaps::claim(given),
        "convergence" => regressions::convergence(given),
        "cost_of_equity" => warranted::cost_of_equity(given),
        "dcf" => warranted::dcf(given),
        "decomposition" => moves::decomposition(given),
        "grinold_kroner" => moves::grinold_kroner(given),
        "growth_adjusted_gap" => warranted::growth_adjusted_gap(given),
        "h_model" => warranted::h_model(given),
        "h_model_return" => warranted::h_model_return(given),
        "implied_multiple" => gaps::implied_multiple(given),
        "incremental_pe" => moves::incremental(given),
        "justified_ev_sales" => warranted::justified_ev_sales(given),
        "justified_pb" => warranted::justified_pb(given),
        "justified_pe" => warranted::justified_pe(given),
        "justified_ps" => warranted::justified_ps(given),
        "mean_pe" => gaps::mean_pe(given),
        "ols" => regressions::ols(given),
        "peg" => warranted::peg(given),
        "premium" => gaps::premium(given),
        "return_sources" => moves::bogle(given),
        "regression_value" => regressions::regression_value(given),
        "reverse_dcf" => warranted::reverse_dcf(given),
        "two_stage_pe" => warranted::two_stage_pe(given),
        "two_stage_ps" => warranted::two_stage_ps(given),
        _ => return None,
    })
}

/// All that is wrong with a case; none where its formula is still to be written.
fn failures_of(case: &Case) -> Option<Vec<String>> {
    let tried = catch_unwind(AssertUnwindSafe(|| {
        let answer = answer(&case.topic, &case.given)?;
        Some(answer.failures(case))
    }));
    match tried {
        Ok(Some(failures)) => Some(failures),
        Ok(None) if NOT_COVERED_YET.contains(&case.topic.as_str()) => None,
        Ok(None) => Some(vec![format!("{}: unknown topic {:?}", case.id, case.topic)]),
        Err(broken) => {
            let why = broken.downcast_ref::<String>();
            let why = why.map_or("broken", String::as_str);
            Some(vec![format!("{}: {why}", case.id)])
        }
    }
}

#[test]
fn worked_cases() {
    let cases = case::all();
    let mut failures = Vec::new();
    let mut not_covered: BTreeMap<&str, usize> = BTreeMap::new();
    let mut passed = 0;
    for case in &cases {
        match failures_of(case) {
            Some(found) if found.is_empty() => passed += 1,
            Some(found) => failures.extend(found),
            None => *not_covered.entry(&case.topic).or_default() += 1,
        }
    }
    let skipped: usize = not_covered.values().sum();
    let mut report = format!("golden: {passed} of {} cases passed", cases.len());
    if skipped > 0 {
        report += &format!(", {skipped} of topics not covered yet:");
        for (topic, count) in &not_covered {
            report += &format!(" {topic} ({count})");
        }
    }
    // Not `println!`, which the test harness swallows when all is well.
    writeln!(std::io::stderr(), "{report}").unwrap();
    assert!(!cases.is_empty(), "no cases");
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

#[test]
fn a_topic_is_covered_or_listed_but_not_both() {
    let nothing = Given::default();
    for topic in NOT_COVERED_YET {
        assert!(answer(topic, &nothing).is_none(), "{topic} is covered");
    }
}

/// The comparison itself must be able to fail.
#[test]
fn what_is_wrong_is_told() {
    let case = |expect: &str, rest: &str| -> Case {
        case::parse(&format!(
            r#"{{"id": "x", "topic": "premium", "given": {{"multiple": 16, "peer": 28}},
                 "expect": {expect}, "source": "none"{rest}}}"#
        ))
    };
    let failures = |case: &Case| answer("premium", &case.given).unwrap().failures(case).len();
    let tolerance = r#", "tolerance": 0.001"#;
    let relative = r#", "tolerance": 0.001, "note": "tolerance is relative here""#;

    assert_eq!(failures(&case(r#"{"premium": -0.4286}"#, tolerance)), 0);
    assert_eq!(failures(&case(r#"{"premium": -0.4}"#, tolerance)), 1);
    assert_eq!(failures(&case(r#"{"premium": 0.4286}"#, tolerance)), 1);
    assert_eq!(failures(&case(r#"{"premium": -0.4292}"#, tolerance)), 0);
    assert_eq!(failures(&case(r#"{"premium": -0.4292}"#, relative)), 1);
    assert_eq!(failures(&case(r#"{"premium": -0.4286}"#, "")), 1);
    assert_eq!(failures(&case(r#"{"discount": 0.4286}"#, tolerance)), 1);
    assert_eq!(failures(&case(r#"{"premium": [-0.4286]}"#, tolerance)), 1);
    assert_eq!(failures(&case(r#"{"status": "not_meaningful"}"#, "")), 1);
    assert_eq!(
        failures(&case(r#"{"premium": 1, "log_gap": 1}"#, tolerance)),
        2
    );
}

/// A case that cannot be tried is told by its name, with what it lacks.
#[test]
fn a_broken_case_is_told() {
    let told = |topic: &str, given: &str| {
        let case = case::parse(&format!(
            r#"{{"id": "x", "topic": "{topic}", "given": {given}, "expect": {{"premium": 1}},
                 "source": "none", "tolerance": 1}}"#
        ));
        failures_of(&case).unwrap()
    };
    assert_eq!(
        told("premiums", "{}"),
        [r#"x: unknown topic "premiums""#.to_owned()]
    );
    assert_eq!(
        told("premium", r#"{"multiple": 16}"#),
        ["x: given has no number peer".to_owned()]
    );
    assert_eq!(
        told("premium", r#"{"multiple": 16, "peer": "28x"}"#),
        [r#"x: given has no number peer, but "28x""#.to_owned()]
    );
    assert_eq!(
        told("mean_pe", r#"{"pes": 20}"#),
        ["x: given has no list pes, but 20".to_owned()]
    );
    assert_eq!(
        told("mean_pe", r#"{"pes": [20, null]}"#),
        ["x: pes holds null, which is no number".to_owned()]
    );
    assert_eq!(
        told("claim", r#"{"start": "much"}"#),
        [r#"x: "much": NotANumber"#.to_owned()]
    );
}
