//! The return over growth and exit as a heat map, with the line on which
//! nothing is won and nothing lost.

use leptos::prelude::*;

use super::{
    heat_map_geometry::{
        BANDS, HEIGHT, Side, band_path, column_at, contour_end, contour_path, row_at,
    },
    {across, chart, frame, live_canvas, shown_where, stretched, take_up},
};
use crate::{
    page::{
        Desk, Element, Key, classed,
        controls::{figure_cell, row_head},
        element,
    },
    text::{
        Language, Phrase,
        numbers::{self, Shape},
    },
    valuation::{Meaningful, solve::Unknown},
    workbook::{Goal, Grid, Part, STEPS, Unit},
};

const ID: &str = "what-if.grid";

/// The classes of the bands of colour, from the heaviest loss to the highest
/// gain.
const CLASSES: [&str; BANDS] = [
    "loss-6", "loss-5", "loss-4", "loss-3", "loss-2", "loss-1", "gain-1", "gain-2", "gain-3",
    "gain-4", "gain-5", "gain-6",
];

/// The cell of the reader's own inputs.
const OWN: (usize, usize) = (STEPS / 2, STEPS / 2);

/// The grid of returns.
pub(crate) fn heat_map(desk: Desk) -> Element {
    let (desk, is_drawn) = take_up(desk, ID);
    let language = desk.language;
    let says = move || {
        desk.read(Part::WhatIf, |_, results| {
            language.grid_told(&results.what_if.sensitivity.grid)
        })
    };
    let cursor = RwSignal::new(OWN);
    let inside = RwSignal::new(false);
    let drawing = live_canvas(is_drawn, ID, HEIGHT, move || marks(desk, cursor))
        .with("tabindex", "0")
        .with("aria-describedby", "what-if.grid.reading")
        .on("focus", move |_| inside.set(true))
        .on("blur", move |_| inside.set(false))
        .on_key(move |key| match moved(cursor.get_untracked(), &key) {
            Some(to) => {
                cursor.set(to);
                true
            }
            None => false,
        });
    let reading = move || {
        if !inside.get() {
            return language.phrase(Phrase::GridHint).to_owned();
        }
        let (row, column) = cursor.get();
        with_grid(desk, |grid, shown| {
            language.cell_told(grid, shown, row, column)
        })
        .unwrap_or_default()
    };
    let reading = classed("p", "hint reading-out")
        .id("what-if.grid.reading")
        .with("role", "status")
        .says(reading);
    let chart = chart(
        desk,
        ID,
        language.phrase(Phrase::GridTitle),
        says,
        [drawing, reading],
        table,
    );
    shown_where(chart, move || with_grid(desk, |_, _| ()).is_some())
}

/// What is drawn, with the frame around the cell that is read out.
fn marks(desk: Desk, cursor: RwSignal<(usize, usize)>) -> Vec<Element> {
    let (row, column) = OWN;
    let own = framed("own")
        .with("x", across(column_at(column)))
        .with("y", row_at(row).to_string());
    let cursor = framed("cursor")
        .with_live("x", move || Some(across(column_at(cursor.get().1))))
        .with_live("y", move || Some(row_at(cursor.get().0).to_string()));
    let mut marks = axes(desk);
    marks.extend([plot(desk), own]);
    marks.extend([cells(desk), contour_label(desk), cursor]);
    marks
}

/// What is read of the grid, as long as there is one.
fn with_grid<T>(desk: Desk, of: impl FnOnce(&Grid, Goal) -> T) -> Option<T> {
    desk.read(Part::WhatIf, |workbook, results| {
        let grid = results.what_if.sensitivity.grid.as_ref().ok()?;
        Some(of(grid, workbook.what_if.shown))
    })
}

/// The cell that a key leads to, from a row and a column; none where the key
/// leads nowhere.
fn moved((row, column): (usize, usize), key: &Key) -> Option<(usize, usize)> {
    let last = STEPS - 1;
    Some(match key.name.as_str() {
        "ArrowUp" => (row.saturating_sub(1), column),
        "ArrowDown" => ((row + 1).min(last), column),
        "ArrowLeft" => (row, column.saturating_sub(1)),
        "ArrowRight" => (row, (column + 1).min(last)),
        "Home" => OWN,
        _ => return None,
    })
}

/// What names the axes and their values.
fn axes(desk: Desk) -> Vec<Element> {
    let language = desk.language;
    let growth = element("text")
        .with("x", "0")
        .with("y", "12")
        .text(["↑ ", language.field(Unknown::EarningsGrowth.field())].concat());
    let exit = classed("text", "end")
        .with("x", "100%")
        .with("y", "30")
        .says(move || {
            with_grid(desk, |grid, _| {
                [language.field(grid.exit.field()), " →"].concat()
            })
            .unwrap_or_default()
        });
    let places = || {
        let rows = (0..STEPS).map(|row| {
            classed("text", "end soft")
                .with("x", across(column_at(0) - 0.01))
                .with("y", (row_at(row) + 17).to_string())
        });
        let columns = (0..STEPS).map(|column| {
            let middle = (column_at(column) + column_at(column + 1)) / 2.0;
            classed("text", class(column, "middle soft", "middle soft between"))
                .with("x", across(middle))
                .with("y", "50")
        });
        rows.chain(columns).collect()
    };
    let values = element("g").saying(places, move || {
        with_grid(desk, |grid, _| {
            let rows = grid.growth.map(|growth| (Unknown::EarningsGrowth, growth));
            let columns = grid.exits.map(|exit| (grid.exit, exit));
            let values = rows.into_iter().chain(columns);
            values
                .map(|(driver, value)| language.driver_value(driver, value))
                .collect()
        })
        .unwrap_or_default()
    });
    vec![growth, exit, values]
}

/// On a narrow screen there is room for every other column only.
const fn class(column: usize, always: &'static str, between: &'static str) -> &'static str {
    if column % 2 == OWN.1 % 2 {
        always
    } else {
        between
    }
}

/// The bands of colour and the line of break-even.
fn plot(desk: Desk) -> Element {
    let bands = CLASSES.into_iter().enumerate().map(|(band, class)| {
        classed("path", class).with_live("d", move || {
            with_grid(desk, |grid, shown| band_path(grid, shown, band))
        })
    });
    let contour = classed("path", "contour")
        .with_live("d", move || with_grid(desk, |grid, _| contour_path(grid)));
    element("svg")
        .with("x", across(column_at(0)))
        .with("y", row_at(0).to_string())
        .with("width", across(column_at(STEPS) - column_at(0)))
        .with("height", (row_at(STEPS) - row_at(0)).to_string())
        .child(stretched(bands.chain([contour])))
}

fn framed(class: &'static str) -> Element {
    classed("rect", class)
        .with("width", across(column_at(1) - column_at(0)))
        .with("height", (row_at(1) - row_at(0)).to_string())
}

/// The return in every cell, as it stands there.
fn cells(desk: Desk) -> Element {
    let cells = || {
        let cells = (0..STEPS * STEPS).map(|index| {
            let (row, column) = (index / STEPS, index % STEPS);
            let middle = (column_at(column) + column_at(column + 1)) / 2.0;
            classed("text", class(column, "middle", "middle between"))
                .with("x", across(middle))
                .with("y", (row_at(row) + 17).to_string())
                .with("aria-hidden", "true")
        });
        cells.collect()
    };
    element("g").saying(cells, move || {
        with_grid(desk, |grid, _| {
            let shown = grid.cells.iter().map(|cell| match cell {
                Ok(value) => in_cell(*value, desk.language),
                Err(_) => "—".to_owned(),
            });
            shown.collect()
        })
        .unwrap_or_default()
    })
}

/// A return in its cell: whole percent, but for one that would be none.
fn in_cell(value: f64, language: Language) -> String {
    let decimals = u8::from(value.abs() < 0.005);
    percent(value, decimals, language)
}

fn percent(value: f64, decimals: u8, language: Language) -> String {
    numbers::show(
        value,
        Unit::Ratio,
        Shape::fixed(decimals).signed(),
        language,
    )
}

/// The name of the line of break-even, where it leaves the plot.
fn contour_label(desk: Desk) -> Element {
    let end = move || with_grid(desk, |grid, _| contour_end(grid)).flatten();
    classed("text", "contour-name")
        .with_live("x", move || {
            let (side, cells) = end()?;
            Some(across(match side {
                Side::Right => column_at(STEPS) + 0.006,
                Side::Bottom | Side::Top => column_at(cells),
            }))
        })
        .with_live("y", move || {
            let (side, cells) = end()?;
            let y = match side {
                Side::Right => row_at(cells) + 5,
                Side::Bottom => row_at(STEPS) + 14,
                Side::Top => row_at(0) - 4,
            };
            Some(y.to_string())
        })
        .says(move || end().map_or_else(String::new, |_| "0%".to_owned()))
}

/// The same returns as a table, to a tenth of a percent.
fn table(desk: Desk) -> Element {
    let language = desk.language;
    let table = with_grid(desk, |grid, _| {
        let growth = language.field(Unknown::EarningsGrowth.field());
        let corner = [growth, " ↓ ", language.field(grid.exit.field()), " →"].concat();
        let heads = grid
            .exits
            .map(|exit| language.driver_value(grid.exit, exit));
        let rows = grid.growth.iter().zip(grid.cells.chunks(STEPS));
        let row = |(growth, cells): (&f64, &[Meaningful<f64>])| {
            let head = language.driver_value(Unknown::EarningsGrowth, *growth);
            let cells = cells.iter().map(|cell| {
                figure_cell(cell.ok().map(|value| (value, percent(value, 1, language))))
            });
            element("tr")
                .child(row_head(head).with("class", "number"))
                .children(cells)
        };
        frame::table(
            element("table"),
            element("td").text(corner),
            heads,
            rows.map(row).collect(),
        )
    });
    table.unwrap_or_else(|| element("table"))
}
