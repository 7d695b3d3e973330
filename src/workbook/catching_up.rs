//! Catching up: how fast a gap closes, and how long it takes to be small.

use serde::{Deserialize, Serialize};

use super::{Field, Figure, WhatIf};
use crate::valuation::{
    Meaningful, NotMeaningful,
    convergence::{Convergence, Course, Halving, HalvingUnknown},
    gap::premium,
};

/// The inputs of catching up. Gaps are fractions, times years.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs, reason = "each is a row of the table of fields")]
pub struct CatchingUp {
    /// What is solved for.
    pub unknown: HalvingUnknown,
    /// The course that the answer takes.
    pub course: Course,
    pub before: Option<Figure>,
    pub now: Option<Figure>,
    pub time: Option<Figure>,
    pub half_life: Option<Figure>,
    /// Which of the two below is solved for.
    pub reach: ReachUnknown,
    pub threshold: Option<Figure>,
    pub within: Option<Figure>,
    /// An observation before the two that the curve runs through.
    pub earlier: Option<Figure>,
    /// How long before the first of the two it was made.
    pub earlier_time: Option<Figure>,
}

/// How fast the gap closes, with the unknown solved.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CatchingUpResults {
    /// The value of the unknown, in the unit of its field.
    pub solution: Meaningful<f64>,
    /// The two observations that the curve runs through.
    pub fit: Meaningful<Convergence>,
    /// The time in which half of the gap closes, exponentially.
    pub half_life: Meaningful<f64>,
    /// The time from now until half of the gap is left.
    pub half: OnCourses,
    /// The threshold: given, or what is left after the time that is.
    pub threshold: Meaningful<f64>,
    /// The time from now until the gap is at the threshold.
    pub to_threshold: OnCourses,
    /// The same pace, as that of the gap between the multiples of what if.
    pub valuation: ValuationPace,
    /// What is known of the gap at some times, in their order.
    pub moments: Vec<Moment>,
}

/// A time on either course.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct OnCourses {
    /// On the exponential one.
    pub exponential: Meaningful<f64>,
    /// On the linear one.
    pub linear: Meaningful<f64>,
}

impl OnCourses {
    fn of(time: impl Fn(Course) -> Meaningful<f64>) -> Self {
        Self {
            exponential: time(Course::Exponential),
            linear: time(Course::Linear),
        }
    }

    /// The time on a course, where it is still ahead.
    #[must_use]
    pub fn ahead(&self, course: Course) -> Option<f64> {
        self.on(course).ok().filter(|time| *time > 0.0)
    }

    /// The time on a course.
    pub const fn on(&self, course: Course) -> Meaningful<f64> {
        match course {
            Course::Exponential => self.exponential,
            Course::Linear => self.linear,
        }
    }
}

impl CatchingUpResults {
    /// What a field is solved as; none where it is given.
    #[must_use]
    pub fn solved(&self, inputs: &CatchingUp, field: Field) -> Option<Meaningful<f64>> {
        if field == inputs.unknown.field() {
            return Some(self.solution);
        }
        (field == inputs.reach.field()).then(|| match inputs.reach {
            ReachUnknown::Time => self.to_threshold.on(inputs.course),
            ReachUnknown::Threshold => self.threshold,
        })
    }
}

/// How long the gap between the multiples takes, if it closes at the pace of
/// the gap that was observed: a thought, not a forecast.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ValuationPace {
    /// The premium today, below 0 a discount.
    pub premium: Meaningful<f64>,
    /// The time until half of it is left.
    pub half: OnCourses,
    /// The time until it is at the threshold.
    pub threshold: OnCourses,
    /// Its course, as if it had closed at that pace before today too.
    pub fit: Meaningful<Convergence>,
    /// What is known of it at some times, in their order.
    pub moments: Vec<Moment>,
}

/// What stands at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum What {
    /// The observation that the curve does not run through.
    Earlier,
    /// The first that it runs through.
    Before,
    /// The second that it runs through.
    Now,
    /// Half of the gap is left, on a course.
    Half(Course),
    /// The threshold is reached, on a course.
    Threshold(Course),
}

/// The gap at a time.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Moment {
    /// What stands there.
    pub what: What,
    /// The time from now, in years; before now below 0.
    pub time: f64,
    /// The gap observed, where it was.
    pub observed: Option<f64>,
    /// The gap on either course.
    pub gap: OnCourses,
}

/// What is solved for of a threshold and the time until the gap is down to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReachUnknown {
    /// The time that it takes, on the course that is picked.
    Time,
    /// What is left of the gap after the time.
    Threshold,
}

impl ReachUnknown {
    /// Both, as the page offers them.
    pub const ALL: [Self; 2] = [Self::Threshold, Self::Time];

    /// The field in which the solution stands.
    #[must_use]
    pub const fn field(self) -> Field {
        match self {
            Self::Time => Field::CatchingUpWithin,
            Self::Threshold => Field::CatchingUpThreshold,
        }
    }
}

/// The courses, in the order in which the page offers them.
pub const COURSES: [Course; 2] = [Course::Exponential, Course::Linear];

impl CatchingUpResults {
    /// Before it is evaluated.
    pub(super) const MISSING: Self = {
        const MISSING: NotMeaningful = NotMeaningful::MissingInput;
        const TIMES: OnCourses = OnCourses {
            exponential: Err(MISSING),
            linear: Err(MISSING),
        };
        Self {
            solution: Err(MISSING),
            fit: Err(MISSING),
            half_life: Err(MISSING),
            half: TIMES,
            threshold: Err(MISSING),
            to_threshold: TIMES,
            valuation: ValuationPace {
                premium: Err(MISSING),
                half: TIMES,
                threshold: TIMES,
                fit: Err(MISSING),
                moments: Vec::new(),
            },
            moments: Vec::new(),
        }
    };
}

impl CatchingUp {
    pub(super) const fn blank() -> Self {
        Self {
            unknown: HalvingUnknown::HalfLife,
            course: Course::Exponential,
            before: None,
            now: None,
            time: None,
            half_life: None,
            reach: ReachUnknown::Time,
            threshold: None,
            within: None,
            earlier: None,
            earlier_time: None,
        }
    }

    /// Follows what the reader types: a solved quantity becomes a given one
    /// again, and the half-life is solved for; where that is typed, the gap now.
    /// Of the threshold and its time the other one is solved for.
    pub(super) fn typed(&mut self, field: Field) {
        if self.reach.field() == field {
            self.reach = match self.reach {
                ReachUnknown::Time => ReachUnknown::Threshold,
                ReachUnknown::Threshold => ReachUnknown::Time,
            };
        }
        if self.unknown.field() == field {
            self.unknown = match self.unknown {
                HalvingUnknown::HalfLife => HalvingUnknown::GapEnd,
                _ => HalvingUnknown::HalfLife,
            };
        }
    }

    /// The halving that the inputs describe, without the unknown.
    fn halving(&self) -> Meaningful<Halving> {
        let unless = |unknown, figure| {
            if self.unknown == unknown {
                Ok(1.0)
            } else {
                given(figure)
            }
        };
        Ok(Halving {
            gap_start: unless(HalvingUnknown::GapStart, self.before)?,
            gap_end: unless(HalvingUnknown::GapEnd, self.now)?,
            time: unless(HalvingUnknown::Time, self.time)?,
            half_life: unless(HalvingUnknown::HalfLife, self.half_life)?,
        })
    }
}

impl HalvingUnknown {
    /// The field in which the solution stands.
    #[must_use]
    pub const fn field(self) -> Field {
        match self {
            Self::GapStart => Field::CatchingUpBefore,
            Self::GapEnd => Field::CatchingUpNow,
            Self::Time => Field::CatchingUpTime,
            Self::HalfLife => Field::CatchingUpHalfLife,
        }
    }
}

/// How fast the gap closes. Of what if, only the multiples are looked at.
#[must_use]
pub fn evaluate_catching_up(inputs: &CatchingUp, what_if: &WhatIf) -> CatchingUpResults {
    let halving = inputs.halving();
    let solution = halving.and_then(|halving| halving.solve(inputs.unknown));
    let solved = halving.and_then(|halving| Ok(halving.with_value(inputs.unknown, solution?)));
    let fit = solved.map(fitted);
    let threshold = match inputs.reach {
        ReachUnknown::Time => given(inputs.threshold),
        ReachUnknown::Threshold => fit.and_then(|fit| {
            let left = fit.gap_after(given(inputs.within)?, inputs.course)?;
            Ok(left.abs())
        }),
    };
    let to_threshold = OnCourses::of(|course| fit?.time_to(threshold?, course));
    let premium = what_if.multiples().and_then(|(a, b)| premium(a, b));
    let scaled = fit.and_then(|fit| scaled(fit, premium?));
    let valuation_to_threshold = OnCourses::of(|course| scaled?.time_to(threshold?, course));
    let half_life = solved.map(|halving| halving.half_life);
    CatchingUpResults {
        solution,
        fit,
        half_life,
        half: half_left(fit),
        threshold,
        to_threshold,
        valuation: ValuationPace {
            premium,
            half: half_left(scaled),
            threshold: valuation_to_threshold,
            fit: scaled,
            moments: match scaled {
                Ok(fit) => in_order(
                    [Some((What::Now, 0.0, Some(fit.gap_end)))]
                        .into_iter()
                        .chain(ahead(
                            inputs.course,
                            half_left(scaled),
                            valuation_to_threshold,
                        )),
                    scaled,
                ),
                Err(_) => Vec::new(),
            },
        },
        moments: moments(inputs, solved, to_threshold),
    }
}

/// The time until half of the gap now is left.
fn half_left(fit: Meaningful<Convergence>) -> OnCourses {
    OnCourses::of(|course| {
        let fit = fit?;
        fit.time_to(fit.gap_end.abs() / 2.0, course)
    })
}

/// The two observations of a halving.
const fn fitted(halving: Halving) -> Convergence {
    Convergence {
        gap_start: halving.gap_start,
        gap_end: halving.gap_end,
        time: halving.time,
    }
}

/// The course of a gap that stands at `now` and closes at the pace of another.
fn scaled(fit: Convergence, now: f64) -> Meaningful<Convergence> {
    if now == 0.0 {
        return Err(NotMeaningful::NoGapToClose);
    }
    let gap_start = now * (fit.gap_start / fit.gap_end);
    if !gap_start.is_finite() {
        return Err(NotMeaningful::OutOfRange);
    }
    Ok(Convergence {
        gap_start,
        gap_end: now,
        time: fit.time,
    })
}

/// What is known of the gap at each time that the page shows.
fn moments(
    inputs: &CatchingUp,
    solved: Meaningful<Halving>,
    to_threshold: OnCourses,
) -> Vec<Moment> {
    let known = |unknown, figure: Option<Figure>, of: fn(Halving) -> f64| {
        if inputs.unknown == unknown {
            solved.map(of)
        } else {
            given(figure)
        }
    };
    let before = known(HalvingUnknown::GapStart, inputs.before, |h| h.gap_start);
    let now = known(HalvingUnknown::GapEnd, inputs.now, |h| h.gap_end);
    let time = known(HalvingUnknown::Time, inputs.time, |h| h.time);
    let fit = solved.map(fitted);
    let earlier =
        time.and_then(|time| Ok((time + given(inputs.earlier_time)?, given(inputs.earlier)?)));
    let listed = [
        earlier
            .ok()
            .map(|(time, gap)| (What::Earlier, -time, Some(gap))),
        before
            .ok()
            .zip(time.ok())
            .map(|(gap, time)| (What::Before, -time, Some(gap))),
        now.ok().map(|gap| (What::Now, 0.0, Some(gap))),
    ];
    in_order(
        listed
            .into_iter()
            .chain(ahead(inputs.course, half_left(fit), to_threshold)),
        fit,
    )
}

/// What stands at a time, where it is known, and the gap observed there.
type Listed = Option<(What, f64, Option<f64>)>;

/// What is ahead: half of the gap on the course that is picked, and the threshold
/// on either.
fn ahead(course: Course, half: OnCourses, to_threshold: OnCourses) -> [Listed; 3] {
    let reached = |what: fn(Course) -> What, times: OnCourses, course| {
        Some((what(course), times.ahead(course)?, None))
    };
    [
        reached(What::Half, half, course),
        reached(What::Threshold, to_threshold, Course::Exponential),
        reached(What::Threshold, to_threshold, Course::Linear),
    ]
}

/// Moments in the order of their times, with the gap on both courses.
fn in_order(listed: impl Iterator<Item = Listed>, fit: Meaningful<Convergence>) -> Vec<Moment> {
    let mut moments: Vec<Moment> = Vec::new();
    for (what, time, observed) in listed.flatten() {
        let place = moments.partition_point(|other| other.time <= time);
        moments.insert(
            place,
            Moment {
                what,
                time,
                observed,
                gap: OnCourses::of(|course| fit?.gap_after(time, course)),
            },
        );
    }
    moments
}

fn given(figure: Option<Figure>) -> Meaningful<f64> {
    figure
        .map(|figure| figure.value)
        .ok_or(NotMeaningful::MissingInput)
}
