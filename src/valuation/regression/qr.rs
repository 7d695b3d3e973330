//! The Householder decomposition X = QR of a matrix with more rows than
//! columns.
//!
//! Least squares by the normal equations squares the condition of the problem
//! and so loses twice the digits; reflections lose only those that the data
//! cannot carry. G. Golub and C. Van Loan, *Matrix Computations*, ch. 5.2-5.3.

/// A reflection in the rows from `from` on: y becomes y - 2 v (v·y) / (v·v).
#[derive(Clone, Debug)]
struct Reflection {
    from: usize,
    v: Vec<f64>,
    square: f64,
}

impl Reflection {
    /// The reflection that leaves of `column`, below row `from`, only one entry;
    /// with that entry.
    fn of(column: &[f64], from: usize) -> Option<(Self, f64)> {
        let mut v = column.get(from..)?.to_vec();
        let norm = norm(&v);
        let first = v.first_mut()?;
        // Away from the first entry, so that the difference does not cancel.
        let left = if *first > 0.0 { -norm } else { norm };
        *first -= left;
        let square = dot(&v, &v);
        Some((Self { from, v, square }, left))
    }

    fn apply(&self, column: &mut [f64]) {
        let Some(rest) = column.get_mut(self.from..) else {
            return;
        };
        if self.square == 0.0 {
            return;
        }
        let share = 2.0 * dot(&self.v, rest) / self.square;
        for (entry, v) in rest.iter_mut().zip(&self.v) {
            *entry -= share * v;
        }
    }
}

/// X = QR, the reflections that make up Q and the columns of R.
#[derive(Clone, Debug)]
pub(super) struct Decomposition {
    reflections: Vec<Reflection>,
    /// Column j holds its j + 1 entries down to the diagonal.
    r: Vec<Vec<f64>>,
}

impl Decomposition {
    /// Decomposes the matrix of these columns, all of one length.
    pub(super) fn of(columns: &[Vec<f64>]) -> Self {
        let mut reflections: Vec<Reflection> = Vec::with_capacity(columns.len());
        let mut r = Vec::with_capacity(columns.len());
        for (index, column) in columns.iter().enumerate() {
            let mut column = column.clone();
            for reflection in &reflections {
                reflection.apply(&mut column);
            }
            if let Some((reflection, left)) = Reflection::of(&column, index) {
                column.truncate(index);
                column.push(left);
                reflections.push(reflection);
                r.push(column);
            }
        }
        Self { reflections, r }
    }

    /// The columns of R, each down to its diagonal.
    pub(super) fn r(&self) -> &[Vec<f64>] {
        &self.r
    }

    /// What of each column is not explained by those before it, as a share of
    /// its length. Zero, but for rounding, where it is a combination of them.
    pub(super) fn independence(&self) -> impl Iterator<Item = f64> {
        self.r.iter().map(|column| {
            let diagonal = column.last().copied().unwrap_or(0.0);
            let length = norm(column);
            if length > 0.0 {
                diagonal.abs() / length
            } else {
                0.0
            }
        })
    }

    /// Solves r + Xb = f and X'r = g for the residuals r and the coefficients b;
    /// meaningful where no column depends on the others.
    ///
    /// With g = 0 it is least squares. With what is still missing of both
    /// equations it is a correction.
    pub(super) fn solve(&self, f: &[f64], g: &[f64]) -> (Vec<f64>, Vec<f64>) {
        // In the coordinates of Q the equations come apart: the first rows of r
        // follow from g alone, the others are those of f, and the rest of the
        // first rows of f is Rb.
        let mut residuals = f.to_vec();
        for reflection in &self.reflections {
            reflection.apply(&mut residuals);
        }
        let along = forward_substitute(&self.r, g);
        let explained = residuals
            .iter_mut()
            .zip(along)
            .map(|(entry, along)| std::mem::replace(entry, along) - along)
            .collect();
        for reflection in self.reflections.iter().rev() {
            reflection.apply(&mut residuals);
        }
        (residuals, back_substitute(&self.r, explained))
    }

    /// The first columns of Q, as many as X has, of `rows` rows.
    pub(super) fn q(&self, rows: usize) -> Vec<Vec<f64>> {
        (0..self.r.len())
            .map(|index| {
                let mut column = vec![0.0; rows];
                if let Some(one) = column.get_mut(index) {
                    *one = 1.0;
                }
                for reflection in self.reflections.iter().rev() {
                    reflection.apply(&mut column);
                }
                column
            })
            .collect()
    }

    /// The lengths of the rows of the inverse of R: the roots of the diagonal of
    /// the inverse of X'X.
    pub(super) fn inverse_row_norms(&self) -> Vec<f64> {
        let size = self.r.len();
        let mut squares = vec![0.0; size];
        for index in 0..size {
            let unit = (0..size)
                .map(|row| if row == index { 1.0 } else { 0.0 })
                .collect();
            let column = back_substitute(&self.r, unit);
            for (square, entry) in squares.iter_mut().zip(column) {
                *square += entry * entry;
            }
        }
        squares.into_iter().map(libm::sqrt).collect()
    }
}

/// Solves Rb = y from the last row up.
fn back_substitute(r: &[Vec<f64>], mut y: Vec<f64>) -> Vec<f64> {
    let mut solution = vec![0.0; r.len()];
    for (column, found) in r.iter().zip(&mut solution).rev() {
        let (Some(value), Some(diagonal)) = (y.pop(), column.last()) else {
            continue;
        };
        *found = value / diagonal;
        for (entry, above) in y.iter_mut().zip(column) {
            *entry -= *found * above;
        }
    }
    solution
}

/// Solves R'h = g from the first row down.
fn forward_substitute(r: &[Vec<f64>], g: &[f64]) -> Vec<f64> {
    let mut solution: Vec<f64> = Vec::with_capacity(r.len());
    for (column, value) in r.iter().zip(g) {
        if let Some(diagonal) = column.last() {
            solution.push((value - dot(column, &solution)) / diagonal);
        }
    }
    solution
}

pub(super) fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

pub(super) fn norm(a: &[f64]) -> f64 {
    libm::sqrt(dot(a, a))
}
