//! What our formulas make of a case, and how it is compared.

use std::collections::BTreeMap;

use rerate::valuation::{Meaningful, NotMeaningful};
use serde_json::{Value, json};

use crate::case::Case;

/// Figures by name, each given or not meaningful, and the status of the case.
#[derive(Default)]
pub(crate) struct Answer {
    figures: BTreeMap<String, Meaningful<Value>>,
    status: Option<&'static str>,
}

impl Answer {
    /// Adds a figure.
    pub(crate) fn figure(mut self, name: impl Into<String>, figure: Meaningful<f64>) -> Self {
        self.figures
            .insert(name.into(), figure.map(|number| json!(number)));
        self
    }

    /// Adds a list of figures.
    pub(crate) fn figures(mut self, name: &str, figures: Meaningful<Vec<f64>>) -> Self {
        self.figures
            .insert(name.to_owned(), figures.map(|numbers| json!(numbers)));
        self
    }

    /// Adds a yes or no.
    pub(crate) fn yes_or_no(mut self, name: &str, answer: bool) -> Self {
        self.figures.insert(name.to_owned(), Ok(json!(answer)));
        self
    }

    /// Adds the figure that the case is about: where there is none, this is the
    /// status of the whole case.
    pub(crate) fn main_figure(self, name: &str, figure: Meaningful<f64>) -> Self {
        self.status_of(figure.map(drop)).figure(name, figure)
    }

    /// Sets the status of the case, where something about it has a reason.
    pub(crate) fn status_of(mut self, result: Meaningful<()>) -> Self {
        if let Err(reason) = result {
            self.status = self.status.or(Some(status(reason)));
        }
        self
    }

    /// All in which the answer differs from what the case expects.
    pub(crate) fn failures(&self, case: &Case) -> Vec<String> {
        let id = &case.id;
        let mut failures = Vec::new();
        for (name, expected) in &case.expect {
            let found = if name == "status" {
                let status = self.status.unwrap_or("meaningful");
                (expected == status)
                    .then_some(())
                    .ok_or_else(|| format!("is {status}"))
            } else {
                match self.figures.get(name) {
                    None => Err("is not produced".to_owned()),
                    Some(Err(reason)) if expected.is_null() || expected == status(*reason) => {
                        Ok(())
                    }
                    Some(Err(reason)) => Err(format!("is not meaningful ({reason:?})")),
                    Some(Ok(found)) => compare(found, expected, case),
                }
            };
            if let Err(what) = found {
                failures.push(format!("{id}: {name} {what}, expected {expected}"));
            }
        }
        failures
    }
}

/// The word of the case files for a reason.
fn status(reason: NotMeaningful) -> &'static str {
    match reason {
        NotMeaningful::GapWidened => "diverging",
        NotMeaningful::GapChangedSign => "crossed",
        _ => "not_meaningful",
    }
}

fn compare(found: &Value, expected: &Value, case: &Case) -> Result<(), String> {
    if let (Value::Array(found), Value::Array(expected)) = (found, expected) {
        if found.len() != expected.len() {
            return Err(format!("has {} items", found.len()));
        }
        return found
            .iter()
            .zip(expected)
            .try_for_each(|(found, expected)| compare(found, expected, case));
    }
    let (Some(number), Some(wanted)) = (found.as_f64(), expected.as_f64()) else {
        return if found == expected {
            Ok(())
        } else {
            Err(format!("is {found}"))
        };
    };
    let Some(tolerance) = case.tolerance else {
        return Err("has no tolerance to be compared with".to_owned());
    };
    let allowed = if case.tolerance_is_relative() {
        tolerance * wanted.abs()
    } else {
        tolerance
    };
    let off = (number - wanted).abs();
    if off <= allowed {
        Ok(())
    } else {
        Err(format!("is {number}, {off:e} off"))
    }
}
