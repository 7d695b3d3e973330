//! Ten thousand reference vectors over wide ranges, computed with 60 digits.
//!
//! `generate.py` writes them to `vectors.txt`: each formula as it is defined, over
//! inputs drawn by a small generator that this test follows to the last bit, so
//! that only the results are stored. What is held here is how far `src/valuation`
//! may be from them:
//!
//! * a *core ratio*, one with a few operations, within 4 units in the last
//!   place ([`bounds::CORE`]);
//! * every other figure within 1e-13, relative;
//! * a figure in which large terms nearly cancel ([`bounds::CANCELLING`]) within
//!   1e-13 or four units in the last place times its condition number, whichever
//!   is more. The condition number says by how much relative changes of the
//!   inputs are magnified in the figure: no more is lost than if each of them had
//!   been rounded a few times. It is the reference's own and stands beside the
//!   figure in the file; where none does, the first two hold.
//!
//! A figure that is not meaningful must be so for the same reason.
//!
//! `cargo test --no-default-features --test reference -- --nocapture` prints how
//! far off each figure is at most.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod answer;
mod bounds;
mod draws;
mod file;
mod gaps;
mod groups;
mod moves;
mod returns;
mod warranted;

use std::collections::{BTreeMap, BTreeSet};

use rerate::valuation::Meaningful;

use answer::answer;
use bounds::{CANCELLING, COMPOSITE, CORE, CORE_ULPS};
use draws::{Inputs, SplitMix64};
use file::{Expected, File, Section};

const VECTORS: &str = include_str!("vectors.txt");

#[test]
fn every_figure_is_near_its_reference() {
    let file = file::parse(VECTORS).unwrap();
    let report = compare(&file);
    for (title, worst) in &report.worst {
        println!("{title:55} {worst}");
    }
    let failures = &report.failures;
    assert!(
        failures.is_empty(),
        "{} figures are off:\n{}",
        failures.len(),
        failures[..failures.len().min(20)].join("\n")
    );
    assert_eq!(file.vectors, 10_000);
    assert_eq!(report.vectors, file.vectors);
}

/// A rounding or two in the last place must not be told as an error, and more
/// must be: the comparison is tried on the file with its figures moved.
#[test]
fn what_is_off_is_told() {
    let only = |function: &str| {
        let mut file = file::parse(VECTORS).unwrap();
        file.sections.retain(|section| section.title == function);
        assert_eq!(file.sections.len(), 1, "{function}");
        file
    };
    let failures_if = |function: &str, moved: fn(f64) -> f64| {
        let mut file = only(function);
        for expected in file.sections[0].vectors.iter_mut().flatten() {
            if let Expected::Number(value, _) = expected {
                *value = moved(*value);
            }
        }
        compare(&file).failures.len()
    };
    assert_eq!(failures_if("premium far", |value| value), 0);
    assert!(failures_if("premium far", |value| f64::from_bits(value.to_bits() + 6)) >= 170);
    assert_eq!(failures_if("over_years", |value| value * (1.0 + 5e-14)), 0);
    assert!(failures_if("over_years", |value| value * (1.0 + 3e-13)) >= 70);

    let mut file = only("forward_pe");
    for expected in file.sections[0].vectors.iter_mut().flatten() {
        if let Expected::Reason(reason) = expected {
            *reason = "no_observations".to_owned();
        }
    }
    assert!(!compare(&file).failures.is_empty());
}

#[test]
fn a_changed_file_is_refused() {
    assert!(file::parse(VECTORS).is_ok());
    let changed = VECTORS.replacen("[log_gap near] 170", "[log_gap near] 171", 1);
    assert_ne!(changed, VECTORS);
    assert!(file::parse(&changed).is_err());
}

/// Condition numbers stand where [`bounds::CANCELLING`] says why, and nowhere
/// else; and what it allows is needed.
#[test]
fn conditions_stand_where_terms_cancel() {
    let file = file::parse(VECTORS).unwrap();
    let stated: BTreeSet<(&str, &str)> = file
        .sections
        .iter()
        .flat_map(|section| {
            let has_any = |index: usize| {
                let mut figures = section.vectors.iter().map(move |vector| &vector[index]);
                figures.any(|figure| matches!(figure, Expected::Number(_, Some(_))))
            };
            let figures = section.figures.iter().enumerate();
            figures
                .filter(move |(index, _)| has_any(*index))
                .map(|(_, figure)| (section.function(), figure.as_str()))
        })
        .collect();
    let allowed: BTreeSet<(&str, &str)> = CANCELLING
        .iter()
        .flat_map(|(function, figures, _)| figures.iter().map(|figure| (*function, *figure)))
        .collect();
    assert_eq!(stated, allowed);
}

/// How far off the figures of a file are.
#[derive(Default)]
struct Report {
    vectors: usize,
    /// By section and figure.
    worst: BTreeMap<String, Worst>,
    failures: Vec<String>,
}

/// The largest distances among the numbers of one figure.
#[derive(Default)]
struct Worst {
    ulps: u64,
    relative: f64,
    /// Of those whose condition number is stated, in units in the last place
    /// times that number.
    conditioned: f64,
}

impl std::fmt::Display for Worst {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self {
            ulps,
            relative,
            conditioned,
        } = self;
        write!(f, "{ulps:4} ULP {relative:8.1e}")?;
        if *conditioned > 0.0 {
            write!(f, ", where terms cancel {conditioned:.2} ULP x condition")?;
        }
        Ok(())
    }
}

fn compare(file: &File) -> Report {
    let mut report = Report::default();
    for section in &file.sections {
        let mut words = SplitMix64::of_section(file.seed, &section.title);
        for vector in &section.vectors {
            let inputs = Inputs::draw(&section.draws, &mut words);
            report.vectors += 1;
            report.add(section, &inputs, vector);
        }
    }
    report
}

impl Report {
    fn add(&mut self, section: &Section, inputs: &Inputs, vector: &[Expected]) {
        let function = section.function();
        let answer =
            answer(function, inputs).unwrap_or_else(|| panic!("no function is called {function}"));
        let names: Vec<&str> = answer.iter().map(|(name, _)| *name).collect();
        assert_eq!(names, section.figures, "{}", section.title);
        for ((name, found), expected) in answer.into_iter().zip(vector) {
            let worst = self
                .worst
                .entry(format!("{}: {name}", section.title))
                .or_default();
            if let Some(what) = worst.fault(function, found, expected) {
                self.failures.push(format!(
                    "{}: {name} {what}, at {}",
                    section.title,
                    inputs.told()
                ));
            }
        }
    }
}

impl Worst {
    /// Takes a figure in; what is wrong with it, if anything is.
    fn fault(
        &mut self,
        function: &str,
        found: Meaningful<f64>,
        expected: &Expected,
    ) -> Option<String> {
        let (wanted, condition) = match (expected, found) {
            (Expected::Number(wanted, condition), Ok(_)) => (*wanted, *condition),
            (Expected::Reason(wanted), Err(reason))
                if serde_json::to_value(reason).unwrap() == wanted.as_str() =>
            {
                return None;
            }
            (Expected::Number(wanted, _), Err(reason)) => {
                return Some(format!("is {reason:?}, not {wanted:e}"));
            }
            (Expected::Reason(wanted), found) => {
                return Some(format!("is {found:?}, not {wanted}"));
            }
        };
        let found = found.ok()?;
        let ulps = ulps_between(found, wanted);
        let relative = if ulps == 0 {
            0.0
        } else {
            ((found - wanted) / wanted).abs()
        };
        let is_near = match condition {
            Some(condition) => {
                let unit = f64::EPSILON * condition;
                self.conditioned = self.conditioned.max(relative / unit);
                relative <= COMPOSITE.max(CORE_ULPS as f64 * unit)
            }
            None => {
                self.ulps = self.ulps.max(ulps);
                self.relative = self.relative.max(relative);
                if CORE.contains(&function) {
                    ulps <= CORE_ULPS
                } else {
                    relative <= COMPOSITE
                }
            }
        };
        (!is_near).then(|| {
            format!(
                "is {found:e}, not {wanted:e} ({ulps} ULP, {relative:e}, condition {condition:?})"
            )
        })
    }
}

/// How many steps from number to number lie between two.
fn ulps_between(a: f64, b: f64) -> u64 {
    // In the order of the numbers, with both zeros at 0.
    let place = |number: f64| {
        let bits = (number.abs().to_bits()) as i64;
        if number < 0.0 { -bits } else { bits }
    };
    place(a).abs_diff(place(b))
}
