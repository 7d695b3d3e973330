//! How the return of what if depends on what is assumed: the grid, the tornado,
//! the break-even points and the way to the end.

use serde::Serialize;

use super::{Exit, Field, Figure, Goal, WhatIf, WhatIfResults, evaluate::given};
use crate::valuation::{
    Meaningful, NotMeaningful,
    path::{PathPoint, path},
    rerating::{Outcome, Outlook},
    sensitivity::{Axis, Bar, BreakEven, Measure, Swing, break_even, grid, tornado},
    solve::Unknown,
};

/// How many values each side of the grid has: the reader's own and five either
/// way.
pub const STEPS: usize = 11;

/// The most points that the way to the end is told by.
const MOST_POINTS: f64 = 12.0;

/// Into how many pieces the curve between two points of the way is drawn.
const PIECES: u16 = 8;

/// How far the tornado moves each driver, either way. Rates are fractions a
/// year.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs, reason = "each is a row of the table of fields")]
pub struct Swings {
    pub growth: Option<Figure>,
    pub closure: Option<Figure>,
    pub target: Option<Figure>,
    pub years: Option<Figure>,
    pub dividend: Option<Figure>,
    pub shares: Option<Figure>,
    pub currency: Option<Figure>,
}

/// The return over growth and exit.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Grid {
    /// Growth of earnings a year, row by row, the highest first.
    pub growth: [f64; STEPS],
    /// What describes the exit: the closure or the multiple at the end.
    pub exit: Unknown,
    /// Its values, column by column, the lowest first.
    pub exits: [f64; STEPS],
    /// The returns, row by row. The reader's own is in the middle.
    pub cells: Vec<Meaningful<f64>>,
}

/// How the return depends on what is assumed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SensitivityResults {
    /// The return over growth and exit.
    pub grid: Meaningful<Grid>,
    /// The return as each driver alone is moved, the widest bar first.
    pub tornado: Meaningful<Vec<Bar>>,
    /// The value of each driver at which nothing is won and nothing lost.
    pub break_even: Meaningful<BreakEven>,
    /// The way from today to the end.
    pub way: Meaningful<Way>,
}

/// The way from today to the end: the points that are told, and the curve
/// through them.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Way {
    /// The points in equal steps of time, a year each where the time is a whole
    /// number of years up to twelve.
    pub points: Vec<PathPoint>,
    /// The curve, which goes through the points.
    pub curve: Vec<PathPoint>,
}

impl Swings {
    pub(super) const fn blank() -> Self {
        Self {
            growth: None,
            closure: None,
            target: None,
            years: None,
            dividend: None,
            shares: None,
            currency: None,
        }
    }
}

impl Grid {
    /// The return in a cell.
    pub fn cell(&self, row: usize, column: usize) -> Meaningful<f64> {
        let cell = self.cells.get(row * STEPS + column);
        cell.copied().unwrap_or(Err(NotMeaningful::MissingInput))
    }
}

impl Goal {
    /// The field of the return that is stated so.
    #[must_use]
    pub const fn field(self) -> Field {
        match self {
            Self::Total => Field::WhatIfTotal,
            Self::Annual => Field::WhatIfAnnual,
        }
    }

    /// The return that is stated so.
    #[must_use]
    pub const fn of(self, outcome: &Outcome) -> f64 {
        match self {
            Self::Total => outcome.total,
            Self::Annual => outcome.annual,
        }
    }
}

impl WhatIfResults {
    /// The return that the grid and the tornado show.
    pub fn shown(&self, shown: Goal) -> Meaningful<f64> {
        self.outcome.map(|outcome| shown.of(&outcome))
    }
}

impl SensitivityResults {
    /// Nothing, for a reason.
    pub(super) const fn missing(reason: NotMeaningful) -> Self {
        Self {
            grid: Err(reason),
            tornado: Err(reason),
            break_even: Err(reason),
            way: Err(reason),
        }
    }
}

impl WhatIf {
    /// How the return of an outlook depends on what is assumed in it.
    pub(super) fn sensitivity(&self, outlook: Meaningful<Outlook>) -> SensitivityResults {
        let outlook = match outlook.and_then(|outlook| {
            outlook.outcome()?;
            Ok(outlook)
        }) {
            Ok(outlook) => outlook,
            Err(reason) => return SensitivityResults::missing(reason),
        };
        SensitivityResults {
            grid: self.grid(&outlook),
            tornado: self.tornado(&outlook),
            break_even: Ok(break_even(&outlook)),
            way: way(&outlook),
        }
    }

    /// What describes the exit: what is solved for, or else what was given.
    #[must_use]
    pub const fn described_exit(&self) -> Unknown {
        match (self.unknown, self.exit) {
            (Unknown::Closure, _) => Unknown::Closure,
            (Unknown::TargetMultiple, _) | (_, Exit::Target) => Unknown::TargetMultiple,
            (_, Exit::Closure) => Unknown::Closure,
        }
    }

    const fn measure(&self) -> Measure {
        match self.shown {
            Goal::Total => Measure::Total,
            Goal::Annual => Measure::Annual,
        }
    }

    fn grid(&self, outlook: &Outlook) -> Meaningful<Grid> {
        let exit = self.described_exit();
        let (centre, finest) = match exit {
            Unknown::Closure => (outlook.closure()?, 0.1),
            _ => (outlook.exit_multiple()?, 1.0),
        };
        let growth_step = step(outlook.earnings_growth, 0.05);
        let exits = around(centre, step(centre, finest));
        let growth = around(outlook.earnings_growth, -growth_step);
        Ok(Grid {
            growth,
            exit,
            exits,
            cells: grid(
                outlook,
                Axis {
                    quantity: Unknown::EarningsGrowth,
                    values: &growth,
                },
                Axis {
                    quantity: exit,
                    values: &exits,
                },
                self.measure(),
            )
            .collect(),
        })
    }

    fn tornado(&self, outlook: &Outlook) -> Meaningful<Vec<Bar>> {
        let swings = &self.swings;
        let (exit, exit_now, exit_swing) = match self.described_exit() {
            Unknown::Closure => (Unknown::Closure, outlook.closure()?, swings.closure),
            _ => (
                Unknown::TargetMultiple,
                outlook.exit_multiple()?,
                swings.target,
            ),
        };
        let moved = [
            (
                Unknown::EarningsGrowth,
                outlook.earnings_growth,
                swings.growth,
            ),
            (exit, exit_now, exit_swing),
            (Unknown::Years, outlook.years, swings.years),
            (
                Unknown::DividendYield,
                outlook.dividend_yield,
                swings.dividend,
            ),
            (Unknown::Shares, outlook.share_change, swings.shares),
            (Unknown::Currency, outlook.currency_change, swings.currency),
        ];
        let mut ranges = Vec::new();
        for (quantity, now, swing) in moved {
            let swing = given(swing)?;
            // Below zero a yield means nothing; a time is never driven to zero.
            let low = match quantity {
                Unknown::DividendYield => (now - swing).max(0.0),
                Unknown::Years if swing >= now => now / 2.0,
                _ => now - swing,
            };
            ranges.push(Swing {
                quantity,
                low,
                high: now + swing,
            });
        }
        Ok(tornado(outlook, &ranges, self.measure()))
    }
}

/// The step of an axis around a value: the finest one, doubled until twenty of
/// them reach from the value to zero.
fn step(value: f64, finest: f64) -> f64 {
    let mut step = finest;
    while step * 20.0 < value.abs() {
        step *= 2.0;
    }
    step
}

/// The values of an axis with the reader's own in its middle.
fn around(centre: f64, step: f64) -> [f64; STEPS] {
    let middle = (STEPS / 2) as f64;
    std::array::from_fn(|index| {
        let value = centre + (index as f64 - middle) * step;
        // What is left of a sum that should be zero is rounding.
        if value.abs() < step.abs() * 1e-9 {
            0.0
        } else {
            value
        }
    })
}

fn way(outlook: &Outlook) -> Meaningful<Way> {
    let steps = outlook.years.round().clamp(1.0, MOST_POINTS) as u16;
    Ok(Way {
        points: path(outlook, steps)?.collect(),
        curve: path(outlook, steps * PIECES)?.collect(),
    })
}
