//! The return as a waterfall of its drivers.

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

/// The height that a row takes, and that of its bar.
const ROW: f64 = 36.0;
const BAR: f64 = 20.0;
/// Where the bars begin and how long they can be; labels stand to the left and
/// figures to the right.
const LEFT: f64 = 150.0;
const LENGTH: f64 = 360.0;

/// One step of the waterfall: a driver's part, or the whole where there is no
/// driver.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Step {
    driver: Option<Driver>,
    from: f64,
    to: f64,
}

/// Today's value, what each driver adds or takes, and the value at the end.
#[component]
pub fn Waterfall(
    /// The results that it shows.
    results: Memo<WhatIfResults>,
) -> impl IntoView {
    let language = expect_context::<Desk>().language;
    let steps = Memo::new(move |_| {
        results.with(|results| results.split.as_ref().map(steps).unwrap_or_default())
    });
    let percent =
        move |value| numbers::show(value, Unit::Ratio, Shape::fixed(1).signed(), language);
    let label = move |step: &Step| match step.driver {
        Some(driver) => language.driver(driver),
        None => language.word(Word::TotalReturn),
    };
    let drawn = move || {
        let steps = steps.get();
        let scale = Scale::over(steps.iter().flat_map(|step| [step.from, step.to]), LENGTH);
        let zero = LEFT + scale.at(0.0);
        let height = steps.len() as f64 * ROW;
        let rows = steps.iter().enumerate().map(|(index, step)| {
            let top = index as f64 * ROW + (ROW - BAR) / 2.0;
            let (low, high) = (step.from.min(step.to), step.from.max(step.to));
            let (left, right) = (LEFT + scale.at(low), LEFT + scale.at(high));
            view! {
                <g class=step.driver.map_or("whole", driver_class)>
                    <text class="name" x=place(LEFT - 10.0) y=place(top + 14.0) text-anchor="end">{label(step)}</text>
                    <rect x=place(left) y=place(top) width=place((right - left).max(1.0)) height=place(BAR)/>
                    <text class="value" x=place(right + 6.0) y=place(top + 14.0)>{percent(step.to - step.from)}</text>
                </g>
            }
        }).collect_view();
        view! {
            <svg class="waterfall" viewBox=move || ["0 0 600 ", &place(height)].concat() role="img" aria-label=language.word(Word::WaterfallDescription)>
                <line class="zero" x1=place(zero) x2=place(zero) y1="0" y2=place(height)/>
                {rows}
            </svg>
        }
    };
    let rows = move || {
        steps
            .get()
            .iter()
            .map(|step| {
                view! {
                    <tr>
                        <th scope="row">{label(step)}</th>
                        <td class="number">{percent(step.to - step.from)}</td>
                    </tr>
                }
            })
            .collect_view()
    };
    move || {
        (!steps.with(Vec::is_empty)).then(|| {
            view! {
                <figure class="chart">
                    <figcaption>{language.word(Word::Waterfall)}</figcaption>
                    {drawn}
                    <details class="as-table">
                        <summary>{language.word(Word::ShowTable)}</summary>
                        <table>
                            <thead>
                                <tr>
                                    <th scope="col">{language.word(Word::Driver)}</th>
                                    <th scope="col" class="number">{language.word(Word::DriverPart)}</th>
                                </tr>
                            </thead>
                            <tbody>{rows}</tbody>
                        </table>
                    </details>
                </figure>
            }
        })
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
