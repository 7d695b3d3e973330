//! The return as a waterfall of its drivers.

use super::{
    bars::{Bar, Bars, bars, table},
    split_bar::driver_class,
};
use crate::{
    page::{Desk, Element},
    text::{
        Phrase, fill,
        numbers::{self, Shape},
    },
    valuation::attribution::{Driver, Split},
    workbook::{Part, Unit},
};

/// One step of the waterfall: a driver's part, or the whole where there is no
/// driver.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Step {
    driver: Option<Driver>,
    from: f64,
    to: f64,
}

/// What each driver adds or takes, and the whole.
pub(crate) fn waterfall(desk: Desk) -> Element {
    bars(desk, drawn(desk))
}

fn drawn(desk: Desk) -> Bars {
    let phrase = |phrase| desk.language.phrase(phrase);
    Bars {
        id: "what-if.waterfall",
        title: phrase(Phrase::Waterfall),
        says,
        zero: "0%",
        bars: |desk| {
            follow(desk)
                .into_iter()
                .map(|step| bar(desk, step))
                .collect()
        },
        heads: [phrase(Phrase::Driver), phrase(Phrase::DriverPart)],
        table: |desk| table(desk, drawn(desk)),
    }
}

fn says(desk: Desk) -> String {
    let language = desk.language;
    match follow(desk).last() {
        Some(whole) => {
            let whole = language.signed_percent(whole.to);
            fill(language.phrase(Phrase::WaterfallSays), &[&whole])
        }
        None => String::new(),
    }
}

/// The steps as they stand, and follows them.
fn follow(desk: Desk) -> Vec<Step> {
    let split = desk.read(Part::WhatIf, |_, results| results.what_if.split);
    split.map_or_else(|_| Vec::new(), |split| steps(&split))
}

fn bar(desk: Desk, step: Step) -> Bar {
    let language = desk.language;
    let (class, name) = step.driver.map_or_else(
        || ("whole", language.phrase(Phrase::TotalReturn)),
        |driver| (driver_class(driver), language.driver(driver)),
    );
    let value = step.to - step.from;
    let shape = Shape::fixed(1).signed();
    Bar {
        class,
        from: step.from,
        to: step.to,
        name: name.to_owned(),
        value,
        figure: numbers::show(value, Unit::Ratio, shape, language),
    }
}

/// Each driver that moved, from where the one before it ended; then the whole.
fn steps(split: &Split) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut reached = 0.0;
    for (driver, part) in split.parts.each() {
        if part.amount != 0.0 {
            let to = reached + part.amount;
            steps.push(Step {
                driver: Some(driver),
                from: reached,
                to,
            });
            reached = to;
        }
    }
    steps.push(Step {
        driver: None,
        from: 0.0,
        to: split.whole,
    });
    steps
}
