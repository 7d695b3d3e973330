//! The return as a waterfall of its drivers, drawn into the table that holds
//! its figures.

use leptos::prelude::*;

use super::{
    scale::{Scale, place},
    split_bar::driver_class,
};
use crate::{
    page::Desk,
    text::{
        Word,
        numbers::{self, Shape},
    },
    valuation::attribution::{Driver, Split},
    workbook::{Unit, WhatIfResults},
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

/// What each driver adds or takes, and the whole.
#[component]
pub fn Waterfall(
    /// The results that it shows.
    results: Memo<WhatIfResults>,
) -> impl IntoView {
    let language = expect_context::<Desk>().language;
    let steps =
        move || results.with(|results| results.split.as_ref().map(steps).unwrap_or_default());
    let rows = move || {
        let steps = steps();
        let scale = Scale::over(steps.iter().flat_map(|step| [step.from, step.to]), WIDTH);
        let zero = place(scale.at(0.0));
        steps
            .into_iter()
            .map(|step| {
                let (left, right) = (scale.at(step.from.min(step.to)), scale.at(step.from.max(step.to)));
                let size = step.to - step.from;
                let label = step.driver.map_or(language.word(Word::TotalReturn), |driver| language.driver(driver));
                view! {
                    <tr class=step.driver.map_or("whole", driver_class)>
                        <th scope="row">{label}</th>
                        <td class="drawing">
                            <svg viewBox="0 0 1000 20" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                                <rect class:loss=size < 0.0 x=place(left) y="2" width=place((right - left).max(2.0)) height="16"/>
                                <line class="zero" x1=zero.clone() x2=zero.clone() y1="0" y2="20"/>
                            </svg>
                        </td>
                        <td class="number">
                            {numbers::show(size, Unit::Ratio, Shape::fixed(1).signed(), language)}
                        </td>
                    </tr>
                }
            })
            .collect_view()
    };
    view! {
        <table class="waterfall" class:none=move || steps().is_empty()>
            <caption>{language.word(Word::Waterfall)}</caption>
            <thead class="spoken">
                <tr>
                    <th scope="col">{language.word(Word::Driver)}</th>
                    <td></td>
                    <th scope="col">{language.word(Word::DriverPart)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
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
