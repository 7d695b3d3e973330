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
        Language, Word,
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
    element("div").built(move || {
        let split = desk.read(Part::WhatIf, |_, results| results.what_if.split);
        split.map_or_else(
            |_| Vec::new(),
            |split| vec![table(&steps(&split), language)],
        )
    })
}

fn table(steps: &[Step], language: Language) -> Element {
    let scale = Scale::over(steps.iter().flat_map(|step| [step.from, step.to]), WIDTH);
    let head = |word| element("th").with("scope", "col").text(language.word(word));
    classed("table", "waterfall")
        .child(element("caption").text(language.word(Word::Waterfall)))
        .child(
            classed("thead", "spoken").child(
                element("tr")
                    .child(head(Word::Driver))
                    .child(element("td"))
                    .child(head(Word::DriverPart)),
            ),
        )
        .child(element("tbody").children(steps.iter().map(|step| row(*step, scale, language))))
}

fn row(step: Step, scale: Scale, language: Language) -> Element {
    let (left, right) = (
        scale.at(step.from.min(step.to)),
        scale.at(step.from.max(step.to)),
    );
    let size = step.to - step.from;
    let (class, label) = step.driver.map_or_else(
        || ("whole", language.word(Word::TotalReturn)),
        |driver| (driver_class(driver), language.driver(driver)),
    );
    let bar = element("rect")
        .with("x", place(left))
        .with("y", "2")
        .with("width", place((right - left).max(2.0)))
        .with("height", "16");
    let zero = place(scale.at(0.0));
    let zero_line = classed("line", "zero")
        .with("x1", zero.clone())
        .with("x2", zero)
        .with("y1", "0")
        .with("y2", "20");
    let shown = numbers::show(size, Unit::Ratio, Shape::fixed(1).signed(), language);
    classed("tr", class)
        .child(element("th").with("scope", "row").text(label))
        .child(classed("td", "drawing").child(drawing("0 0 1000 20").child(bar).child(zero_line)))
        .child(classed("td", "number").text(shown))
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
