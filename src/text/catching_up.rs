//! What catching up says: its answer, its thought on the valuation gap, and its
//! method with the reader's own figures.

use super::{
    Language, Phrase, fill,
    numbers::{Shape, show, show_figure, span},
};
use crate::{
    valuation::{
        Meaningful, NotMeaningful,
        convergence::{Course, HalvingUnknown},
    },
    workbook::{COURSES, CatchingUp, CatchingUpResults, Figure, Moment, Unit, What},
};

impl Language {
    /// How fast the gap closes.
    #[must_use]
    pub fn catching_up_answer(self, inputs: &CatchingUp, results: &CatchingUpResults) -> String {
        let fit = match results.fit {
            Ok(fit) => fit,
            Err(reason) => return self.no_pace(inputs, reason),
        };
        if inputs.unknown != HalvingUnknown::HalfLife {
            return self.solved_told(inputs, results);
        }
        let [from, to] = self.apart([fit.gap_start, fit.gap_end], Unit::Ratio);
        let (time, half_life) = (
            self.time(fit.time),
            self.time(results.half_life.unwrap_or(0.0)),
        );
        let threshold = self.threshold_of(results).unwrap_or_default();
        match (results.to_threshold.on(inputs.course), inputs.course) {
            (Ok(0.0), _) => fill(
                self.phrase(Phrase::CatchingUpThere),
                &[&from, &to, &time, &threshold],
            ),
            (Ok(reached), course) => {
                let phrase = match course {
                    Course::Exponential => Phrase::CatchingUpHalves,
                    Course::Linear => Phrase::CatchingUpLinear,
                };
                let parts = [
                    &*from,
                    &to,
                    &time,
                    &half_life,
                    &threshold,
                    &self.time(reached),
                ];
                fill(self.phrase(phrase), &parts)
            }
            (Err(_), Course::Exponential) => fill(
                self.phrase(Phrase::CatchingUpPace),
                &[&from, &to, &time, &half_life],
            ),
            (Err(_), Course::Linear) => {
                let half = results.half.linear;
                let half = half.map_or_else(|_| String::new(), |half| self.time(half));
                fill(
                    self.phrase(Phrase::CatchingUpClosesLinear),
                    &[&from, &to, &time, &half],
                )
            }
        }
    }

    /// What has to hold for the half-life that is given.
    fn solved_told(self, inputs: &CatchingUp, results: &CatchingUpResults) -> String {
        let field = inputs.unknown.field();
        let solution = results.solution.unwrap_or(0.0);
        let solution = match field.spec().unit {
            Unit::Years => self.time(solution),
            unit => self.amount(solution, unit),
        };
        let half_life = results.half_life.unwrap_or(0.0);
        let told = fill(
            self.phrase(Phrase::CatchingUpSolved),
            &[
                &self.time(half_life),
                &self.within(self.field(field)),
                &solution,
            ],
        );
        self.down_to(told, results.to_threshold.on(inputs.course), results)
    }

    /// What is told, and when the gap is down to the threshold, where it is not
    /// yet.
    fn down_to(
        self,
        mut told: String,
        reached: Meaningful<f64>,
        results: &CatchingUpResults,
    ) -> String {
        if let (Ok(reached), Ok(threshold)) = (reached, results.threshold)
            && reached > 0.0
        {
            told.push_str(self.between_sentences());
            told.push_str(&fill(
                self.phrase(Phrase::PaceThreshold),
                &[&self.gap(threshold), &self.time(reached)],
            ));
        }
        told
    }

    /// Why there is no pace; a gap that widens or changes sign is told with its
    /// figures.
    fn no_pace(self, inputs: &CatchingUp, reason: NotMeaningful) -> String {
        let phrase = match reason {
            NotMeaningful::GapWidened => Phrase::Diverging,
            NotMeaningful::GapChangedSign => Phrase::Crossed,
            _ => return self.reason(reason).to_owned(),
        };
        let shown = |figure: Option<Figure>, unit| {
            figure
                .map(|figure| show_figure(figure, unit, self))
                .unwrap_or_default()
        };
        fill(
            self.phrase(phrase),
            &[
                &shown(inputs.before, Unit::Ratio),
                &shown(inputs.now, Unit::Ratio),
                &shown(inputs.time, Unit::Years),
            ],
        )
    }

    /// How long the gap between the multiples would take at the same pace; why
    /// there is no telling, where there is none.
    #[must_use]
    pub fn valuation_pace(self, inputs: &CatchingUp, results: &CatchingUpResults) -> String {
        let pace = &results.valuation;
        let told = pace
            .premium
            .and_then(|premium| Ok((premium, pace.half.on(inputs.course)?)));
        let (premium, half) = match told {
            Ok(told) => told,
            Err(reason) => return self.reason(reason).to_owned(),
        };
        let phrase = if premium < 0.0 {
            Phrase::PaceDiscount
        } else {
            Phrase::PacePremium
        };
        let told = fill(
            self.phrase(phrase),
            &[&self.gap(premium.abs()), &self.time(half)],
        );
        self.down_to(told, pace.threshold.on(inputs.course), results)
    }

    /// What the chart of both courses shows, in one sentence.
    #[must_use]
    pub fn courses_told(self, results: &CatchingUpResults) -> String {
        let fit = match results.fit {
            Ok(fit) => fit,
            Err(reason) => return self.reason(reason).to_owned(),
        };
        let threshold = self.threshold_of(results);
        let reached = COURSES.map(|course| results.to_threshold.ahead(course));
        let [exponential, linear] = reached.map(|time| time.map(|time| self.time(time)));
        let [from, to] = self.apart([fit.gap_start, fit.gap_end], Unit::Ratio);
        match (threshold, exponential, linear) {
            (Some(threshold), Some(exponential), Some(linear)) => fill(
                self.phrase(Phrase::CurveSays),
                &[&from, &to, &threshold, &exponential, &linear],
            ),
            (Some(threshold), None, Some(linear)) => fill(
                self.phrase(Phrase::CurveSaysLinear),
                &[&from, &to, &threshold, &linear],
            ),
            _ => fill(self.phrase(Phrase::CurveSaysOpen), &[&from, &to]),
        }
    }

    /// The formulas of catching up with the figures in them, as far as there are
    /// any; nothing where there is no pace.
    #[must_use]
    pub fn catching_up_told(self, results: &CatchingUpResults) -> String {
        let (Ok(fit), Ok(half_life)) = (results.fit, results.half_life) else {
            return String::new();
        };
        // Their sizes, in the digits in which they give the result.
        let size = |gap: f64| show(gap.abs(), Unit::Ratio, Shape::up_to(3), self);
        let [from, to] = [fit.gap_start, fit.gap_end].map(size);
        let time = self.time(fit.time);
        let mut told = vec![fill(
            self.phrase(Phrase::CatchingUpTold),
            &[&from, &to, &time, &self.time(half_life)],
        )];
        if let Ok(threshold) = results.threshold {
            let threshold = size(threshold);
            for course in COURSES {
                let Some(reached) = results.to_threshold.ahead(course) else {
                    continue;
                };
                let phrase = match course {
                    Course::Exponential => Phrase::CatchingUpToldExponential,
                    Course::Linear => Phrase::CatchingUpToldLinear,
                };
                told.push(fill(
                    self.phrase(phrase),
                    &[&from, &to, &time, &threshold, &self.time(reached)],
                ));
            }
        }
        told.join(self.between_sentences())
    }

    /// The threshold, on the side of zero on which the gap is.
    fn threshold_of(self, results: &CatchingUpResults) -> Option<String> {
        let (size, fit) = (results.threshold.ok()?, results.fit.ok()?);
        Some(self.gap(size.copysign(fit.gap_end)))
    }

    /// What stands at a moment of the gap's course.
    #[must_use]
    pub fn moment(self, what: What) -> String {
        let phrase = match what {
            What::Earlier => Phrase::ObservedEarlier,
            What::Before => Phrase::ObservedBefore,
            What::Now => Phrase::ObservedNow,
            What::Half(_) => Phrase::HalfLeft,
            What::Threshold(course) => {
                let reached = self.phrase(Phrase::ThresholdReached);
                return fill(
                    self.phrase(Phrase::ClosesAs),
                    &[reached, self.course(course)],
                );
            }
        };
        self.phrase(phrase).to_owned()
    }

    /// When a moment is, from now.
    #[must_use]
    pub fn moment_time(self, moment: &Moment) -> String {
        let time = self.time(moment.time.abs());
        let phrase = if moment.time < 0.0 {
            Phrase::Ago
        } else if moment.time > 0.0 {
            Phrase::Ahead
        } else {
            Phrase::Now
        };
        fill(self.phrase(phrase), &[&time])
    }

    /// A time in months or years, in as many digits as it deserves.
    #[must_use]
    pub fn time(self, years: f64) -> String {
        span(years, Shape::up_to(1), self)
    }

    /// A gap in percent, so that one that is left is not told as none.
    #[must_use]
    pub fn gap(self, gap: f64) -> String {
        let decimals = if gap.abs() < 0.0005 { 4 } else { 1 };
        show(gap, Unit::Ratio, Shape::up_to(decimals), self)
    }
}
