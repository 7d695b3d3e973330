//! Catching up: how fast a gap closes.
//!
//! Two observations of a gap give a pace, and a pace gives a half-life and a
//! date at which the gap is small enough. The same sum serves for the gap
//! between two models' scores, two countries' spending or two markets'
//! multiples (the log gap, or the premium).
//!
//! * **Exponential**: equal times close equal *shares* of what is left,
//!   gap(t) = gap0 exp(-kt). It never closes wholly; its half-life is
//!   T ln 2 / ln(gap0 / gap1).
//! * **Linear**: equal times close equal *amounts*. It closes on a date.
//!
//! Where the half-life is given or asked for, a [`Halving`] is solved for any one
//! of the two gaps, the time and the half-life.
//!
//! The exponential course is the law of decay at a constant rate, as in R. Barro
//! and X. Sala-i-Martin, "Convergence", *Journal of Political Economy* 100 (1992);
//! the linear one is the rule of three, in which no convention is involved.
//!
//! # Where people go wrong
//!
//! * *A date for parity by a straight line.* What made the first half easy is
//!   gone for the second. The two courses are given side by side because two
//!   points cannot tell them apart.
//! * *A half-life of a gap that grows.* The formula gives a negative number; the
//!   answer is that the gap widens.
//! * *Through zero.* Ahead by 1 after being behind by 2 is not a gap of 1 that
//!   goes on shrinking: the sides have changed.
//! * *Two noisy points.* A score measured to a point, over a gap of six: read
//!   the half-life with the same grain of salt.
//!
//! # A worked case
//!
//! The best Chinese model trailed the best US one by 9.26% in January 2024 and
//! by 1.70% thirteen months later (Stanford AI Index 2025):
//!
//! ```
//! use rerate::valuation::convergence::{Course, Convergence};
//!
//! let scores = Convergence { gap_start: 0.0926, gap_end: 0.017, time: 13.0 };
//! assert!((scores.half_life()? - 5.32).abs() < 0.005);
//! // Months until half a percent is left, if it goes on so.
//! assert!((scores.time_to(0.005, Course::Exponential)? - 9.39).abs() < 0.005);
//! assert!((scores.time_to(0.005, Course::Linear)? - 2.06).abs() < 0.005);
//! # Ok::<(), rerate::valuation::NotMeaningful>(())
//! ```
//!
//! Time is in any unit, and results are in the same. Not meaningful, for every
//! function here: the gap grew ([`GapWidened`](NotMeaningful::GapWidened)),
//! changed sign ([`GapChangedSign`](NotMeaningful::GapChangedSign)) or did not
//! change ([`GapUnchanged`](NotMeaningful::GapUnchanged)); it is zero at an end,
//! so that nothing is left to close ([`GapClosed`](NotMeaningful::GapClosed));
//! the time is zero or negative
//! ([`YearsNotPositive`](NotMeaningful::YearsNotPositive)); a figure is not
//! finite ([`NotFinite`](NotMeaningful::NotFinite)), or a result is beyond `f64`
//! ([`OutOfRange`](NotMeaningful::OutOfRange)).

use serde::{Deserialize, Serialize};

use super::gap::log_gap;
use super::not_meaningful::{finite, given, positive};
use super::{Meaningful, NotMeaningful};

/// How a gap closes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Course {
    /// Equal shares of what is left in equal times.
    #[default]
    Exponential,
    /// Equal amounts in equal times.
    Linear,
}

/// A gap at two times.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Convergence {
    /// The gap at the first, of either sign.
    pub gap_start: f64,
    /// The gap at the second, on the same scale.
    pub gap_end: f64,
    /// The time between them; above 0.
    pub time: f64,
}

impl Convergence {
    /// The share of the gap that closes per unit of time, continuously: k in
    /// gap(t) = gap0 exp(-kt).
    pub fn rate(&self) -> Meaningful<f64> {
        let (start, end) = self.sizes()?;
        // Not a quotient's logarithm, which knows no small change of a gap.
        positive(
            finite(log_gap(start, end)? / self.time)?,
            NotMeaningful::OutOfRange,
        )
    }

    /// The time in which half of a gap closes, exponentially.
    ///
    /// T ln 2 / ln(gap0 / gap1), the same from any start.
    pub fn half_life(&self) -> Meaningful<f64> {
        finite(std::f64::consts::LN_2 / self.rate()?)
    }

    /// The amount that closes per unit of time, linearly; above 0.
    pub fn amount_per_time(&self) -> Meaningful<f64> {
        let (start, end) = self.sizes()?;
        positive(
            finite((start - end) / self.time)?,
            NotMeaningful::OutOfRange,
        )
    }

    /// The time from the second observation until the gap is no more than
    /// `threshold`, on the gap's scale and without regard to sign.
    ///
    /// 0 where it is so already. A threshold of 0 is reached linearly; it never
    /// is exponentially ([`NeverReached`](NotMeaningful::NeverReached)). A negative
    /// one is refused ([`FigureNegative`](NotMeaningful::FigureNegative)).
    pub fn time_to(&self, threshold: f64, course: Course) -> Meaningful<f64> {
        if given(threshold)? < 0.0 {
            return Err(NotMeaningful::FigureNegative);
        }
        let (_, left) = self.sizes()?;
        let (rate, amount) = (self.rate()?, self.amount_per_time()?);
        if threshold >= left {
            return Ok(0.0);
        }
        finite(match course {
            Course::Linear => (left - threshold) / amount,
            Course::Exponential if threshold == 0.0 => return Err(NotMeaningful::NeverReached),
            Course::Exponential => log_gap(left, threshold)? / rate,
        })
    }

    /// The gap, with its sign, at a time after the second observation.
    ///
    /// A gap that closes linearly stays closed. The time may be negative, back
    /// to the first observation and beyond.
    pub fn gap_after(&self, time: f64, course: Course) -> Meaningful<f64> {
        let time = given(time)?;
        let (_, left) = self.sizes()?;
        let size = finite(match course {
            Course::Exponential => left * libm::exp(-self.rate()? * time),
            Course::Linear => (left - self.amount_per_time()? * time).max(0.0),
        })?;
        Ok(size.copysign(self.gap_end))
    }

    /// Both gaps without their common sign, where the gap is closing.
    fn sizes(&self) -> Meaningful<(f64, f64)> {
        let (start, end) = (given(self.gap_start)?, given(self.gap_end)?);
        positive(self.time, NotMeaningful::YearsNotPositive)?;
        if start == 0.0 || end == 0.0 {
            return Err(NotMeaningful::GapClosed);
        }
        if (start < 0.0) != (end < 0.0) {
            return Err(NotMeaningful::GapChangedSign);
        }
        let (start, end) = (start.abs(), end.abs());
        if end > start {
            return Err(NotMeaningful::GapWidened);
        }
        if end == start {
            return Err(NotMeaningful::GapUnchanged);
        }
        Ok((start, end))
    }
}

/// A gap that halves every half-life:
/// gap_end = gap_start x 2^(-time / half_life).
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Halving {
    /// The gap at first, of either sign.
    pub gap_start: f64,
    /// The gap after the time, on the same scale and of the same sign: what it
    /// stands at, or the threshold that it is to reach.
    pub gap_end: f64,
    /// The time between them; above 0.
    pub time: f64,
    /// The time in which half of the gap closes, in the same unit; above 0.
    pub half_life: f64,
}

/// The quantity of a [`Halving`] to solve for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HalvingUnknown {
    /// The gap at first: what it was, if it stands there after the time.
    GapStart,
    /// The gap that is left after the time.
    GapEnd,
    /// The time that it takes from one gap to the other.
    Time,
    /// The half-life at which it takes the time.
    HalfLife,
}

impl HalvingUnknown {
    /// Every unknown, in the order in which a page offers them.
    pub const ALL: [Self; 4] = [Self::GapStart, Self::GapEnd, Self::Time, Self::HalfLife];
}

impl Halving {
    /// Any one of the four from the other three. What is held for the unknown
    /// itself is not looked at.
    ///
    /// ```
    /// use rerate::valuation::convergence::{Halving, HalvingUnknown};
    ///
    /// // The article's 8% and 6%. An example: a quarter of a year lies between.
    /// let scores = Halving { gap_start: 0.08, gap_end: 0.06, time: 0.25, half_life: 0.5 };
    /// assert!((scores.solve(HalvingUnknown::HalfLife)? - 0.6024).abs() < 5e-5);
    /// // At a half-life of half a year, 5.7% would be left,
    /// assert!((scores.solve(HalvingUnknown::GapEnd)? - 0.0566).abs() < 5e-5);
    /// // and it would have been 8.5%.
    /// assert!((scores.solve(HalvingUnknown::GapStart)? - 0.0849).abs() < 5e-5);
    /// # Ok::<(), rerate::valuation::NotMeaningful>(())
    /// ```
    ///
    /// Not meaningful, of the three that are known: as for every function here,
    /// where both gaps are known; a gap is zero
    /// ([`GapClosed`](NotMeaningful::GapClosed)), for a gap that halves never
    /// closes; the time or the half-life is zero or negative
    /// ([`YearsNotPositive`](NotMeaningful::YearsNotPositive)); a figure is not
    /// finite, or the result is beyond `f64`.
    pub fn solve(&self, unknown: HalvingUnknown) -> Meaningful<f64> {
        let span = |span: f64| positive(span, NotMeaningful::YearsNotPositive);
        let halvings = || finite(span(self.time)? / span(self.half_life)?);
        let gap = |gap: f64| match given(gap)? {
            0.0 => Err(NotMeaningful::GapClosed),
            gap => Ok(gap),
        };
        let between = |time: f64| {
            Convergence {
                gap_start: self.gap_start,
                gap_end: self.gap_end,
                time,
            }
            .half_life()
        };
        let solved = finite(match unknown {
            HalvingUnknown::GapStart => gap(self.gap_end)? * libm::exp2(halvings()?),
            HalvingUnknown::GapEnd => gap(self.gap_start)? * libm::exp2(-halvings()?),
            HalvingUnknown::Time => span(self.half_life)? / between(1.0)?,
            HalvingUnknown::HalfLife => between(self.time)?,
        })?;
        if solved == 0.0 {
            return Err(NotMeaningful::OutOfRange);
        }
        Ok(solved)
    }

    /// The same with `value` in the place of `unknown`.
    #[must_use]
    pub fn with_value(&self, unknown: HalvingUnknown, value: f64) -> Self {
        let mut halving = *self;
        match unknown {
            HalvingUnknown::GapStart => halving.gap_start = value,
            HalvingUnknown::GapEnd => halving.gap_end = value,
            HalvingUnknown::Time => halving.time = value,
            HalvingUnknown::HalfLife => halving.half_life = value,
        }
        halving
    }
}
