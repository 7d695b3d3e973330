//! A move as a bar of its drivers' shares.

use leptos::prelude::*;

use super::scale::{Scale, place};
use crate::{
    page::Desk,
    text::{
        Word, fill,
        numbers::{self, Shape},
    },
    valuation::attribution::Driver,
    workbook::{PastResult, Unit},
};

/// The width of the drawing; the page stretches it.
const WIDTH: f64 = 1000.0;

/// A piece of the bar: its driver, and where it starts and ends.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Piece {
    driver: Driver,
    from: f64,
    to: f64,
}

/// The shares of a market's past move, gains to the right and losses to the
/// left of its start.
#[component]
pub fn SplitBar(
    /// The market's move.
    past: Memo<PastResult>,
    /// The market's name.
    name: Memo<String>,
) -> impl IntoView {
    let language = expect_context::<Desk>().language;
    let pieces = move || past.with(pieces);
    let label = move || {
        past.with(|past| {
            let total = past
                .total
                .map(|total| numbers::show(total, Unit::Ratio, Shape::fixed(0).signed(), language));
            fill(
                language.word(Word::MoveOf),
                &[&name.get(), &total.unwrap_or_default()],
            )
        })
    };
    let share = move |driver: Driver| {
        let share = past.with(|past| past.split?.parts.of(driver).share);
        share
            .map(|share| numbers::show(share, Unit::Ratio, Shape::fixed(0), language))
            .unwrap_or_default()
    };
    let rect = move |Piece { driver, from, to }: Piece| {
        view! {
            <rect class=driver_class(driver) x=place(from) y="0" width=place(to - from) height="20"/>
        }
    };
    let key = move |Piece { driver, .. }: Piece| {
        view! {
            <li class=driver_class(driver)>{language.driver(driver)}" "<b>{share(driver)}</b></li>
        }
    };
    // The key under the bar and the table below say what it draws.
    view! {
        <figure class="split-bar">
            <figcaption>{label}</figcaption>
            <svg viewBox="0 0 1000 20" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                {move || pieces().into_iter().map(rect).collect_view()}
            </svg>
            <ul>{move || pieces().into_iter().map(key).collect_view()}</ul>
        </figure>
    }
    .into_any()
}

/// The class by which the style colours a driver.
pub(super) const fn driver_class(driver: Driver) -> &'static str {
    match driver {
        Driver::Earnings => "driver earnings",
        Driver::Rerating => "driver rerating",
        Driver::Shares => "driver shares",
        Driver::Dividends => "driver dividends",
        Driver::Currency => "driver currency",
    }
}

/// The drivers laid end to end: what raised the value to the right of zero,
/// what lowered it to the left.
fn pieces(past: &PastResult) -> Vec<Piece> {
    let Ok(split) = past.split else {
        return Vec::new();
    };
    let parts = split.parts.map(|part| part.amount);
    let gains: f64 = parts.each().iter().map(|(_, amount)| amount.max(0.0)).sum();
    let losses: f64 = parts.each().iter().map(|(_, amount)| amount.min(0.0)).sum();
    let scale = Scale::over([gains, losses], WIDTH);
    let (mut up, mut down) = (0.0, 0.0);
    let mut pieces = Vec::new();
    for (driver, amount) in parts.each() {
        let end = if amount > 0.0 { &mut up } else { &mut down };
        let start = *end;
        *end += amount;
        let (from, to) = (scale.at(start.min(*end)), scale.at(start.max(*end)));
        if to > from {
            pieces.push(Piece { driver, from, to });
        }
    }
    pieces
}
