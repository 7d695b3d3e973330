//! The return as a waterfall of its drivers.

use super::{
    bars::{Bar, Bars, bars},
    split_bar::driver_class,
};
use crate::{
    page::{Desk, Element, controls::figure_cell, element},
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
    bars(
        desk,
        Bars {
            id: "what-if.waterfall",
            title: desk.language.phrase(Phrase::Waterfall),
            says,
            zero: "0%",
            ends: |desk| {
                let steps = follow(desk).into_iter();
                steps
                    .map(|step| (name(step.driver), [step.from, step.to]))
                    .collect()
            },
            bar,
            table,
        },
    )
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

/// What a step goes by.
fn name(driver: Option<Driver>) -> u32 {
    driver.map_or(0, |driver| driver as u32 + 1)
}

fn bar(desk: Desk, of: u32) -> Option<Bar> {
    let steps = follow(desk).into_iter();
    let step = steps.into_iter().find(|step| name(step.driver) == of)?;
    let (class, label) = told(desk, step.driver);
    Some(Bar {
        class,
        name: label.to_owned(),
        figure: shown(desk, step),
    })
}

fn told(desk: Desk, driver: Option<Driver>) -> (&'static str, &'static str) {
    let language = desk.language;
    driver.map_or_else(
        || ("whole", language.phrase(Phrase::TotalReturn)),
        |driver| (driver_class(driver), language.driver(driver)),
    )
}

fn shown(desk: Desk, step: Step) -> String {
    let shape = Shape::fixed(1).signed();
    numbers::show(step.to - step.from, Unit::Ratio, shape, desk.language)
}

/// The same figures as a table.
fn table(desk: Desk) -> Element {
    let language = desk.language;
    let head = |word| {
        element("th")
            .with("scope", "col")
            .text(language.phrase(word))
    };
    let names = move || follow(desk).iter().map(|step| name(step.driver)).collect();
    let row = move |of: u32| {
        let mut drivers = Driver::ALL.into_iter();
        let driver = drivers.find(|&driver| name(Some(driver)) == of);
        let (_, label) = told(desk, driver);
        element("tr")
            .child(element("th").with("scope", "row").text(label))
            .child(figure_cell(move || {
                let steps = follow(desk).into_iter();
                let step = steps.into_iter().find(|step| name(step.driver) == of)?;
                Some((step.to - step.from, shown(desk, step)))
            }))
    };
    element("table")
        .child(
            element("thead").child(
                element("tr")
                    .child(head(Phrase::Driver))
                    .child(head(Phrase::DriverPart).with("class", "number")),
            ),
        )
        .child(element("tbody").keyed(names, row))
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
