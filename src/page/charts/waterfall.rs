//! The return as a waterfall of its drivers, drawn into the table that holds
//! its figures.

use super::{
    drawing,
    scale::{Scale, place},
    split_bar::driver_class,
};
use crate::{
    page::{Desk, Element, classed, element},
    text::{
        Phrase,
        numbers::{self, Shape},
    },
    valuation::attribution::{Driver, Split},
    workbook::{Part, Unit},
};

/// The width of the drawing; the page stretches it.
const WIDTH: f64 = 1000.0;

/// One step of the waterfall: a driver's part, or the whole where there is no
/// driver.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Step {
    driver: Option<Driver>,
    from: f64,
    to: f64,
}

/// What each driver adds or takes, and the whole; nothing where there is no
/// return.
pub(crate) fn waterfall(desk: Desk) -> Element {
    let language = desk.language;
    let head = |word| {
        element("th")
            .with("scope", "col")
            .text(language.phrase(word))
    };
    let names = move || follow(desk).iter().map(|step| name(step.driver)).collect();
    classed("table", "waterfall")
        .with_live("hidden", move || follow(desk).is_empty().then(String::new))
        .child(element("caption").text(language.phrase(Phrase::Waterfall)))
        .child(
            classed("thead", "spoken").child(
                element("tr")
                    .child(head(Phrase::Driver))
                    .child(element("td"))
                    .child(head(Phrase::DriverPart)),
            ),
        )
        .child(element("tbody").keyed(names, move |name| row(desk, name)))
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

/// The row of a step, as long as there is one.
fn row(desk: Desk, of: u32) -> Element {
    let language = desk.language;
    let driver = Driver::ALL
        .into_iter()
        .find(|&driver| name(Some(driver)) == of);
    let (class, label) = driver.map_or_else(
        || ("whole", language.phrase(Phrase::TotalReturn)),
        |driver| (driver_class(driver), language.driver(driver)),
    );
    let step = move || {
        follow(desk)
            .into_iter()
            .find(|step| name(step.driver) == of)
    };
    let scale = move || {
        let ends = follow(desk)
            .into_iter()
            .flat_map(|step| [step.from, step.to]);
        Scale::over(ends, WIDTH)
    };
    let left = move || Some(place(scale().at(step()?.low())));
    let width = move || {
        let (scale, step) = (scale(), step()?);
        let width = scale.at(step.high()) - scale.at(step.low());
        Some(place(width.max(2.0)))
    };
    let zero = move || Some(place(scale().at(0.0)));
    let part = move || Some(step()?.to - step()?.from);
    let shown = move || {
        part().map_or_else(String::new, |part| {
            let shape = Shape::fixed(1).signed();
            numbers::show(part, Unit::Ratio, shape, language)
        })
    };
    let bar = element("rect")
        .with_live("x", left)
        .with("y", "2")
        .with_live("width", width)
        .with("height", "16");
    let zero_line = classed("line", "zero")
        .with_live("x1", zero)
        .with_live("x2", zero)
        .with("y1", "0")
        .with("y2", "20");
    classed("tr", class)
        .child(element("th").with("scope", "row").text(label))
        .child(classed("td", "drawing").child(drawing("0 0 1000 20").child(bar).child(zero_line)))
        .child(
            classed("td", "number")
                .with_live("data-value", move || part().map(numbers::bare))
                .says(shown),
        )
}

impl Step {
    const fn low(self) -> f64 {
        self.from.min(self.to)
    }

    const fn high(self) -> f64 {
        self.from.max(self.to)
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
