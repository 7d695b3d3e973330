//! Where the cells, bands and contour of the heat map lie.

use super::scale::place;
use crate::workbook::{Goal, Grid, STEPS};

/// How many bands of colour there are, half of them for losses.
pub(super) const BANDS: usize = 10;

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
    0.14 + 0.79 * column as f64 / STEPS as f64
}

/// Where a row begins, in pixels.
pub(super) const fn row_at(row: usize) -> u32 {
    58 + 25 * row as u32
}

/// The band of a return: the bounds are the same whatever is typed, so that a
/// colour keeps its meaning.
fn band(value: f64, shown: Goal) -> usize {
    let bounds = match shown {
        Goal::Annual => [0.05, 0.1, 0.2, 0.3],
        Goal::Total => [0.1, 0.25, 0.5, 1.0],
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

/// The points of the contour in shares of the plot's width and height, in
/// stretches without a break.
fn contour(grid: &Grid) -> Vec<Vec<(f64, f64)>> {
    let ([first, second, ..], rows) = (grid.exits, grid.break_even.len());
    let mut stretches = vec![Vec::new()];
    for (half, exit) in grid.break_even.iter().enumerate() {
        let Ok(exit) = exit else {
            stretches.push(Vec::new());
            continue;
        };
        let x = ((exit - first) / (second - first) + 0.5) / STEPS as f64;
        let y = half as f64 / (rows - 1).max(1) as f64;
        if let Some(stretch) = stretches.last_mut() {
            // Far outside a place is only a direction.
            stretch.push((x.clamp(-50.0, 50.0), y));
        }
    }
    stretches
}

/// The contour as a path.
pub(super) fn contour_path(grid: &Grid) -> String {
    let mut path = String::new();
    for stretch in contour(grid) {
        for (index, (x, y)) in stretch.into_iter().enumerate() {
            path.push_str(if index == 0 { "M" } else { "L" });
            path.push_str(&place(x * UNITS));
            path.push(' ');
            path.push_str(&place(y * UNITS));
        }
    }
    path
}

/// Where the contour leaves the plot: the side, and how far along it.
pub(super) fn contour_end(grid: &Grid) -> Option<(Side, f64)> {
    let stretches = contour(grid);
    let within = |share: f64| (0.0..=1.0).contains(&share);
    for stretch in &stretches {
        for (from, to) in stretch.iter().zip(stretch.iter().skip(1)) {
            if (from.0 > 1.0) != (to.0 > 1.0) {
                let share = (1.0 - from.0) / (to.0 - from.0);
                return Some((Side::Right, from.1 + share * (to.1 - from.1)));
            }
        }
    }
    let points = || stretches.iter().flatten();
    let end = |at: f64| points().find(|(x, y)| *y == at && within(*x));
    end(1.0)
        .map(|(x, _)| (Side::Bottom, *x))
        .or_else(|| end(0.0).map(|(x, _)| (Side::Top, *x)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::valuation::solve::Unknown;

    fn grid(break_even: Vec<f64>) -> Grid {
        Grid {
            growth: [0.0; STEPS],
            exit: Unknown::Closure,
            exits: std::array::from_fn(|index| index as f64),
            cells: vec![Ok(0.0); STEPS * STEPS],
            break_even: break_even.into_iter().map(Ok).collect(),
        }
    }

    #[test]
    fn bands_meet_at_zero_and_reach_to_both_ends() {
        assert_eq!(band(-1e-9, Goal::Annual), 4);
        assert_eq!(band(0.0, Goal::Annual), 5);
        assert_eq!(band(0.2, Goal::Annual), 8);
        assert_eq!(band(0.3, Goal::Annual), 9);
        assert_eq!(band(0.2, Goal::Total), 6);
        assert_eq!(band(-3.0, Goal::Total), 0);
    }

    #[test]
    fn a_band_has_the_cells_of_its_returns_and_no_others() {
        let mut grid = grid(Vec::new());
        grid.cells[STEPS + 1] = Ok(-0.3);
        assert_eq!(
            band_path(&grid, Goal::Annual, 0),
            "M90.9 90.9h90.9v90.9h-90.9z"
        );
        assert_eq!(band_path(&grid, Goal::Annual, 5).matches('M').count(), 120);
        assert_eq!(band_path(&grid, Goal::Annual, 8), "");
    }

    #[test]
    fn the_contour_ends_where_it_leaves_the_plot() {
        // Half a column beyond the last cell's middle is the right side.
        assert_eq!(
            contour_end(&grid(vec![10.0, 11.0])),
            Some((Side::Right, 0.5))
        );
        assert_eq!(
            contour_end(&grid(vec![-2.0, 5.0])),
            Some((Side::Bottom, 0.5))
        );
        assert_eq!(contour_end(&grid(vec![5.0, -2.0])), Some((Side::Top, 0.5)));
        assert_eq!(contour_end(&grid(vec![-2.0, -3.0])), None);
    }
}
