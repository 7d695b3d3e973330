//! Where the cells, bands and contour of the heat map lie.

use super::scale::place;
use crate::workbook::{Goal, Grid, STEPS};

/// How many bands of colour there are, half of them for losses.
pub(super) const BANDS: usize = 12;

/// The height of the drawing in pixels.
pub(super) const HEIGHT: u32 = row_at(STEPS) + 18;

/// The drawing into which the bands are drawn is so many units wide and high.
const UNITS: f64 = 1000.0;

/// A side of the plot on which the contour ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Right,
    Bottom,
    Top,
}

/// Where a column begins, as a share of the drawing's width.
pub(super) fn column_at(column: usize) -> f64 {
    0.14 + 0.78 * column as f64 / STEPS as f64
}

/// Where a row begins, in pixels.
pub(super) const fn row_at(row: usize) -> u32 {
    70 + 25 * row as u32
}

/// The band of a return: the bounds are the same whatever is typed, so that a
/// colour keeps its meaning.
fn band(value: f64, shown: Goal) -> usize {
    let bounds = match shown {
        Goal::Annual => [0.05, 0.1, 0.2, 0.4, 0.8],
        Goal::Total => [0.1, 0.25, 0.5, 1.0, 2.0],
    };
    let beyond = bounds.iter().filter(|bound| value.abs() >= **bound).count();
    if value < 0.0 {
        BANDS / 2 - 1 - beyond
    } else {
        BANDS / 2 + beyond
    }
}

/// The cells of a band as one path.
pub(super) fn band_path(grid: &Grid, shown: Goal, of: usize) -> String {
    let step = UNITS / STEPS as f64;
    let side = place(step);
    let mut path = String::new();
    for row in 0..STEPS {
        for column in 0..STEPS {
            if grid
                .cell(row, column)
                .is_ok_and(|value| band(value, shown) == of)
            {
                let (x, y) = (place(column as f64 * step), place(row as f64 * step));
                for piece in ["M", &x, " ", &y, "h", &side, "v", &side, "h-", &side, "z"] {
                    path.push_str(piece);
                }
            }
        }
    }
    path
}

/// The contour of break-even as a path: along the borders between the cells that
/// gain and those that lose, so that it crosses no figure.
pub(super) fn contour_path(grid: &Grid) -> String {
    let step = UNITS / STEPS as f64;
    let side = place(step);
    let mut path = String::new();
    for (row, column) in (0..STEPS * STEPS).map(|cell| (cell / STEPS, cell % STEPS)) {
        for (is_met, x, y, along) in [
            (
                parts(grid, [row, column], [row, column + 1]),
                column + 1,
                row,
                "v",
            ),
            (
                parts(grid, [row, column], [row + 1, column]),
                column,
                row + 1,
                "h",
            ),
        ] {
            if is_met {
                let (x, y) = (place(x as f64 * step), place(y as f64 * step));
                for piece in ["M", &x, " ", &y, along, &side] {
                    path.push_str(piece);
                }
            }
        }
    }
    path
}

/// Whether the contour parts two cells: one gains and the other loses.
fn parts(grid: &Grid, one: [usize; 2], other: [usize; 2]) -> bool {
    let is_loss = |[row, column]: [usize; 2]| {
        let is_inside = row < STEPS && column < STEPS;
        is_inside
            .then(|| grid.cell(row, column).ok())
            .flatten()
            .map(|value| value < 0.0)
    };
    matches!((is_loss(one), is_loss(other)), (Some(one), Some(other)) if one != other)
}

/// Where the contour leaves the plot: the side, and how many cells along it.
pub(super) fn contour_end(grid: &Grid) -> Option<(Side, usize)> {
    const LAST: usize = STEPS - 1;
    let mut cells = 0..LAST;
    let mut right = cells
        .clone()
        .filter(|row| parts(grid, [*row, LAST], [row + 1, LAST]));
    let mut bottom = cells
        .clone()
        .filter(|at| parts(grid, [LAST, *at], [LAST, at + 1]));
    let top = cells.find(|at| parts(grid, [0, *at], [0, at + 1]));
    (right.next().map(|row| (Side::Right, row + 1)))
        .or_else(|| bottom.next().map(|column| (Side::Bottom, column + 1)))
        .or_else(|| top.map(|column| (Side::Top, column + 1)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::valuation::{NotMeaningful, solve::Unknown};

    fn grid(cell: impl Fn(usize, usize) -> f64) -> Grid {
        let cells = (0..STEPS * STEPS).map(|index| Ok(cell(index / STEPS, index % STEPS)));
        Grid {
            growth: [0.0; STEPS],
            exit: Unknown::Closure,
            exits: [0.0; STEPS],
            cells: cells.collect(),
        }
    }

    #[test]
    fn bands_meet_at_zero_and_reach_to_both_ends() {
        assert_eq!(band(-1e-9, Goal::Annual), 5);
        assert_eq!(band(0.0, Goal::Annual), 6);
        assert_eq!(band(0.2, Goal::Annual), 9);
        assert_eq!(band(0.8, Goal::Annual), 11);
        assert_eq!(band(0.2, Goal::Total), 7);
        assert_eq!(band(-3.0, Goal::Total), 0);
    }

    #[test]
    fn a_band_has_the_cells_of_its_returns_and_no_others() {
        let mut grid = grid(|_, _| 0.0);
        grid.cells[STEPS + 1] = Ok(-0.3);
        assert_eq!(
            band_path(&grid, Goal::Annual, 2),
            "M90.9 90.9h90.9v90.9h-90.9z"
        );
        assert_eq!(band_path(&grid, Goal::Annual, 6).matches('M').count(), 120);
        assert_eq!(band_path(&grid, Goal::Annual, 9), "");
    }

    #[test]
    fn the_contour_runs_between_gains_and_losses() {
        // The loss of a single cell has four borders, one at the corner two.
        let mut with_a_loss = grid(|_, _| 0.1);
        with_a_loss.cells[STEPS + 1] = Ok(-0.3);
        assert_eq!(
            contour_path(&with_a_loss),
            "M90.9 90.9h90.9M90.9 90.9v90.9M181.8 90.9v90.9M90.9 181.8h90.9"
        );
        assert_eq!(contour_end(&with_a_loss), None);
        let mut at_the_corner = grid(|_, _| 0.1);
        at_the_corner.cells[STEPS * STEPS - 1] = Ok(-0.3);
        assert_eq!(contour_path(&at_the_corner).matches('M').count(), 2);
        // What has no return is neither.
        at_the_corner.cells[STEPS * STEPS - 1] = Err(NotMeaningful::NotFinite);
        assert_eq!(contour_path(&at_the_corner), "");
    }

    #[test]
    fn the_contour_ends_where_it_leaves_the_plot() {
        let end = |gain: fn(usize, usize) -> bool| {
            contour_end(&grid(
                |row, column| if gain(row, column) { 0.1 } else { -0.1 },
            ))
        };
        assert_eq!(end(|row, _| row < 4), Some((Side::Right, 4)));
        assert_eq!(end(|_, column| column > 2), Some((Side::Bottom, 3)));
        assert_eq!(end(|row, column| row + column < 5), Some((Side::Top, 5)));
        assert_eq!(end(|_, _| true), None);
    }
}
