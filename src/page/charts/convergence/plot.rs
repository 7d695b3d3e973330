//! Where times and gaps lie on the drawing of a gap that closes.

use super::super::scale::{Scale, path};
use crate::{
    valuation::{
        Meaningful,
        convergence::{Convergence, Course},
    },
    workbook::{Moment, What},
};

/// The drawing's height, and where its highest and lowest gaps lie, in pixels.
pub(super) const HEIGHT: f64 = 312.0;
const TOP: f64 = 16.0;
pub(super) const BOTTOM: f64 = 270.0;

/// Where the first and the last time lie, in shares of the drawing.
const LEFT: f64 = 0.02;
const RIGHT: f64 = 0.98;

/// How many pieces a curve is drawn in.
const PIECES: u32 = 48;

/// At most so many ticks stand below the drawing.
const TICKS: f64 = 7.0;

/// What there is at any time, for what stands there to be kept.
pub(super) const WHATS: [What; 7] = [
    What::Earlier,
    What::Before,
    What::Now,
    What::Half(Course::Exponential),
    What::Half(Course::Linear),
    What::Threshold(Course::Exponential),
    What::Threshold(Course::Linear),
];

/// The places of times and gaps.
pub(super) struct Plot {
    first: f64,
    last: f64,
    gaps: Scale,
    pub(super) fit: Meaningful<Convergence>,
}

impl Plot {
    /// The places in which all that is known fits; none where nothing is.
    pub(super) fn of((fit, moments): (Meaningful<Convergence>, &Vec<Moment>)) -> Option<Self> {
        let first = moments.first()?.time;
        let reached = moments.last()?.time;
        let last = if reached > 0.0 {
            reached * 1.3
        } else {
            0.6 * (reached - first).max(0.1)
        };
        let gaps = moments.iter().flat_map(|moment| {
            let known = [moment.gap.exponential, moment.gap.linear].map(Result::ok);
            known.into_iter().chain([moment.observed]).flatten()
        });
        Some(Self {
            first,
            last,
            gaps: Scale::over(gaps, BOTTOM - TOP),
            fit,
        })
    }

    /// Where a time lies, as a share of the drawing.
    pub(super) fn x(&self, time: f64) -> f64 {
        LEFT + (RIGHT - LEFT) * (time - self.first) / (self.last - self.first)
    }

    /// Where a gap lies, in pixels from the top.
    pub(super) fn y(&self, gap: f64) -> f64 {
        BOTTOM - self.gaps.at(gap)
    }

    /// Whether times are told in months.
    pub(super) fn in_months(&self) -> bool {
        self.last - self.first < 3.0
    }

    /// How far apart the ticks are, in years, how many there are, and where the
    /// first of them is, counted in steps from now.
    pub(super) fn ticks(&self) -> (f64, u32, f64) {
        let unit = if self.in_months() { 1.0 / 12.0 } else { 1.0 };
        let mut step = unit;
        let mut wider = [2.0, 2.5, 2.0].into_iter().cycle();
        while (self.last - self.first) / step > TICKS {
            step *= wider.next().unwrap_or(2.0);
        }
        let (from, to) = (
            libm::ceil(self.first / step - 1e-9),
            libm::floor(self.last / step + 1e-9),
        );
        (step, (to - from) as u32 + 1, from)
    }

    /// The curve of a course, in thousandths of the drawing.
    pub(super) fn path(&self, course: Course) -> Option<String> {
        Some(path(&self.places(course)?, (1000.0, 1000.0 / HEIGHT)))
    }

    /// The places of a course's curve, as shares of the width and in pixels from
    /// the top; a straight one bends where it reaches zero.
    pub(super) fn places(&self, course: Course) -> Option<Vec<(f64, f64)>> {
        let fit = self.fit.ok()?;
        let mut times = Vec::new();
        match course {
            Course::Exponential => {
                for piece in 0..=PIECES {
                    let share = f64::from(piece) / f64::from(PIECES);
                    times.push(self.first + share * (self.last - self.first));
                }
            }
            Course::Linear => {
                let closed = fit.time_to(0.0, course).ok()?;
                times.extend([self.first, closed.min(self.last), self.last]);
            }
        }
        times
            .into_iter()
            .map(|time| {
                let gap = fit.gap_after(time, course).ok()?;
                Some((self.x(time), self.y(gap)))
            })
            .collect()
    }
}

/// The gap that is drawn at a moment.
pub(super) fn gap_at(moment: &Moment) -> Option<f64> {
    let course = match moment.what {
        What::Half(Course::Linear) | What::Threshold(Course::Linear) => moment.gap.linear,
        _ => moment.gap.exponential,
    };
    moment.observed.or(course.ok())
}

#[cfg(test)]
#[allow(clippy::expect_used, reason = "a test fails by panicking")]
mod tests {
    use super::{super::Gap, *};
    use crate::workbook::{Preset, Workbook, evaluate};

    fn plot(preset: Preset) -> Option<Plot> {
        Plot::of(Gap::Observed.of(&evaluate(&Workbook::from(preset)).catching_up))
    }

    #[test]
    fn every_moment_lies_within_the_drawing() {
        let results = evaluate(&Workbook::from(Preset::ChinaVsUs)).catching_up;
        let plot = Plot::of(Gap::Observed.of(&results)).expect("the article's gaps");
        // Half is told on the course that is picked.
        assert_eq!(results.moments.len(), WHATS.len() - 1);
        for moment in &results.moments {
            let gap = gap_at(moment).expect("a gap");
            assert!((LEFT..=RIGHT).contains(&plot.x(moment.time)), "{moment:?}");
            assert!((TOP..=BOTTOM).contains(&plot.y(gap)), "{moment:?}");
        }
        assert_eq!(plot.y(0.0), BOTTOM);
    }

    #[test]
    fn ticks_are_few_and_now_is_one_of_them() {
        let plot = plot(Preset::ChinaVsUs).expect("the article's gaps");
        let (step, count, from) = plot.ticks();
        assert!(plot.in_months());
        assert!((3..=8).contains(&count), "{count}");
        assert!(from <= 0.0 && f64::from(count - 1) + from >= 0.0);
        assert!(step >= 1.0 / 12.0);
    }

    #[test]
    fn a_straight_line_bends_where_it_reaches_zero() {
        let plot = plot(Preset::ChinaVsUs).expect("the article's gaps");
        let path = plot.path(Course::Linear).expect("a closing gap");
        assert_eq!(path.matches('L').count(), 2);
        let curve = plot.path(Course::Exponential).expect("a closing gap");
        assert_eq!(curve.matches('L').count(), PIECES as usize);
    }

    #[test]
    fn without_gaps_there_is_nothing_to_draw() {
        assert!(plot(Preset::Blank).is_none());
    }
}
