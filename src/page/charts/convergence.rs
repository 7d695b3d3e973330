//! How a gap closes: both courses as curves, what was observed as points.

use super::{
    across, chart,
    scale::{Scale, place},
    stretched,
};
use crate::{
    page::{Desk, Element, classed, controls::reading, element},
    text::{Phrase, fill, numbers},
    valuation::{
        Meaningful, NotMeaningful,
        convergence::{Convergence, Course},
    },
    workbook::{COURSES, CatchingUpResults, Field, Moment, Part, Place, Provenance, What},
};

/// The drawing's height, and where its highest and lowest gaps lie, in pixels.
const HEIGHT: f64 = 280.0;
const TOP: f64 = 16.0;
const BOTTOM: f64 = 238.0;

/// Where the first and the last time lie, in shares of the drawing.
const LEFT: f64 = 0.02;
const RIGHT: f64 = 0.98;

/// How many pieces a curve is drawn in.
const PIECES: u32 = 48;

/// At most so many ticks stand below the drawing.
const TICKS: f64 = 7.0;

/// What there is at any time, for what stands there to be kept.
const WHATS: [What; 6] = [
    What::Earlier,
    What::Before,
    What::Now,
    What::Half,
    What::Threshold(Course::Exponential),
    What::Threshold(Course::Linear),
];

/// Both courses, the observations, the half-life and the threshold.
pub(crate) fn convergence(desk: Desk) -> Element {
    let language = desk.language;
    let says = move || {
        desk.read(Part::CatchingUp, |workbook, results| {
            language.courses_told(&workbook.catching_up, &results.catching_up)
        })
    };
    let zero = move || follow(desk, |plot| place(plot.y(0.0)));
    let zero_line = classed("line", "zero")
        .with("x1", "0")
        .with("x2", "100%")
        .with_live("y1", zero)
        .with_live("y2", zero);
    let marks = [
        zero_line,
        element("g").keyed(
            move || with_plot(desk, |plot| (0..plot.ticks().1).collect()).unwrap_or_default(),
            move |index| tick(desk, index),
        ),
        classed("text", "soft end")
            .with("x", "100%")
            .with("y", place(HEIGHT - 4.0))
            .says(move || {
                let phrase = with_plot(desk, Plot::in_months).map(|months| {
                    if months {
                        Phrase::MonthsFromNow
                    } else {
                        Phrase::YearsFromNow
                    }
                });
                phrase.map_or_else(String::new, |phrase| language.phrase(phrase).to_owned())
            }),
        threshold(desk),
        stretched(COURSES.map(|course| curve(desk, course))),
        linear_label(desk),
        element("g").keyed(move || names(desk), move |name| point(desk, name)),
    ];
    classed("div", "narrow").child(chart(
        desk,
        "catching-up.curve",
        language.phrase(Phrase::CurveTitle),
        says,
        HEIGHT as u32,
        marks,
        table(desk),
    ))
}

/// The places of times and gaps.
struct Plot {
    first: f64,
    last: f64,
    gaps: Scale,
    fit: Meaningful<Convergence>,
}

impl Plot {
    /// The places in which all that is known fits; none where nothing is.
    fn of(results: &CatchingUpResults) -> Option<Self> {
        let moments = &results.moments;
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
            fit: results.fit,
        })
    }

    /// Where a time lies, as a share of the drawing.
    fn x(&self, time: f64) -> f64 {
        LEFT + (RIGHT - LEFT) * (time - self.first) / (self.last - self.first)
    }

    /// Where a gap lies, in pixels from the top.
    fn y(&self, gap: f64) -> f64 {
        BOTTOM - self.gaps.at(gap)
    }

    /// Whether times are told in months.
    fn in_months(&self) -> bool {
        self.last - self.first < 3.0
    }

    /// How far apart the ticks are, in years, how many there are, and where the
    /// first of them is, counted in steps from now.
    fn ticks(&self) -> (f64, u32, f64) {
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

    /// The curve of a course, in thousandths of the drawing; a straight one
    /// bends where it reaches zero.
    fn path(&self, course: Course) -> Option<String> {
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
        let mut path = String::new();
        for time in times {
            let gap = fit.gap_after(time, course).ok()?;
            path.push_str(if path.is_empty() { "M" } else { " L" });
            path.push_str(&place(1000.0 * self.x(time)));
            path.push(' ');
            path.push_str(&place(1000.0 * self.y(gap) / HEIGHT));
        }
        Some(path)
    }
}

/// What `of` tells of the places as they stand, and follows them.
fn with_plot<T>(desk: Desk, of: impl FnOnce(&Plot) -> T) -> Option<T> {
    desk.read(Part::CatchingUp, |_, results| {
        Plot::of(&results.catching_up).map(|plot| of(&plot))
    })
}

fn follow(desk: Desk, of: fn(&Plot) -> String) -> Option<String> {
    with_plot(desk, of)
}

/// A tick with its number below the drawing.
fn tick(desk: Desk, index: u32) -> Element {
    let at = move || {
        with_plot(desk, |plot| {
            let (step, _, from) = plot.ticks();
            let time = (from + f64::from(index)) * step;
            let shown = if plot.in_months() { 12.0 * time } else { time };
            (across(plot.x(time)), shown)
        })
    };
    let x = move || at().map(|(x, _)| x);
    let said = move || {
        at().map_or_else(String::new, |(_, shown)| {
            numbers::plain(shown, numbers::Shape::up_to(0))
        })
    };
    element("g")
        .child(
            classed("line", "axis")
                .with_live("x1", x)
                .with_live("x2", x)
                .with("y1", place(BOTTOM))
                .with("y2", place(BOTTOM + 5.0)),
        )
        .child(
            classed("text", "soft middle")
                .with_live("x", x)
                .with("y", place(BOTTOM + 18.0))
                .says(said),
        )
}

/// The line of the threshold, with its name.
fn threshold(desk: Desk) -> Element {
    let language = desk.language;
    let given = move || {
        desk.read(Part::CatchingUp, |workbook, results| {
            let inputs = &workbook.catching_up;
            let negative = results.catching_up.fit.ok()?.gap_end < 0.0;
            let size = inputs.threshold?.value;
            let gap = if negative { -size } else { size };
            let plot = Plot::of(&results.catching_up)?;
            Some((plot.y(gap), language.gap(size)))
        })
    };
    let y = move || given().map(|(y, _)| place(y));
    classed("g", "threshold")
        .with_live("hidden", move || given().is_none().then(String::new))
        .child(
            element("line")
                .with("x1", "0")
                .with("x2", "100%")
                .with_live("y1", y)
                .with_live("y2", y),
        )
        .child(
            classed("text", "soft")
                .with("x", "0")
                .with("dy", "-5")
                .with_live("y", y)
                .says(move || {
                    given().map_or_else(String::new, |(_, gap)| {
                        fill(language.phrase(Phrase::ThresholdLine), &[&gap])
                    })
                }),
        )
}

/// A course's curve, strong where it is the one that is asked for.
fn curve(desk: Desk, course: Course) -> Element {
    let class = move || {
        let chosen = desk.read(Part::CatchingUp, |workbook, _| workbook.catching_up.course);
        Some(
            if chosen == course {
                "curve"
            } else {
                "curve faint"
            }
            .to_owned(),
        )
    };
    element("path")
        .with_live("class", class)
        .with_live("d", move || {
            with_plot(desk, |plot| plot.path(course)).flatten()
        })
}

/// The name of the straight line, to its left.
fn linear_label(desk: Desk) -> Element {
    let language = desk.language;
    let at = move || {
        with_plot(desk, |plot| {
            let fit = plot.fit.ok()?;
            let half = fit.time_to(fit.gap_end.abs() / 2.0, Course::Linear).ok()?;
            let gap = fit.gap_after(half, Course::Linear).ok()?;
            Some((across(plot.x(half)), place(plot.y(gap))))
        })
        .flatten()
    };
    classed("text", "soft end")
        .with_live("x", move || at().map(|(x, _)| x))
        .with_live("y", move || at().map(|(_, y)| y))
        .with("dx", "-8")
        .says(move || {
            at().map_or_else(String::new, |_| {
                language.phrase(Phrase::StraightLine).to_owned()
            })
        })
}

/// What the moments as they stand go by.
fn names(desk: Desk) -> Vec<u32> {
    desk.read(Part::CatchingUp, |_, results| {
        let moments = results.catching_up.moments.iter();
        let at = moments.filter_map(|moment| WHATS.iter().position(|what| *what == moment.what));
        at.map(|at| at as u32).collect()
    })
}

/// The moment of a name, as it stands.
fn moment(desk: Desk, name: u32) -> Option<Moment> {
    let what = WHATS.get(name as usize)?;
    desk.read(Part::CatchingUp, |_, results| {
        let moments = &results.catching_up.moments;
        moments.iter().find(|moment| moment.what == *what).copied()
    })
}

/// The gap that is drawn at a moment.
fn gap_at(moment: &Moment) -> Option<f64> {
    let course = match moment.what {
        What::Threshold(Course::Linear) => moment.gap.linear,
        _ => moment.gap.exponential,
    };
    moment.observed.or(course.ok())
}

/// A point with what it says beside it.
fn point(desk: Desk, name: u32) -> Element {
    let language = desk.language;
    let what = WHATS.get(name as usize).copied();
    let at = move || {
        let moment = moment(desk, name)?;
        let gap = gap_at(&moment)?;
        let places = with_plot(desk, |plot| (across(plot.x(moment.time)), plot.y(gap)))?;
        Some((moment, gap, places))
    };
    let x = move || at().map(|(_, _, (x, _))| x);
    let y = move || at().map(|(_, _, (_, y))| place(y));
    let said = move || {
        let (moment, gap, _) = at()?;
        Some(fill(
            language.phrase(Phrase::PointSaid),
            &[
                &language.moment(moment.what),
                &language.moment_time(&moment),
                &language.gap(gap),
            ],
        ))
    };
    let label = move || at().map_or_else(String::new, |(moment, gap, _)| label(desk, &moment, gap));
    let is_observed = matches!(what, Some(What::Earlier | What::Before | What::Now));
    let is_crowded = what == Some(What::Threshold(Course::Exponential));
    // What is said of an observation stands above the curves that pass it.
    let clear = move || {
        let (moment, _, (_, y)) = at()?;
        let curves = [moment.gap.exponential, moment.gap.linear].map(Result::ok);
        let curves = curves.into_iter().flatten().filter(|_| is_observed);
        let ys = with_plot(desk, |plot| {
            curves.map(|gap| plot.y(gap)).collect::<Vec<f64>>()
        })?;
        Some(ys.into_iter().fold(y, f64::min))
    };
    let text = |class, dx, dy| {
        classed("text", class)
            .with("dx", dx)
            .with_live("x", x)
            .with_live("y", move || clear().map(|y| place(y + dy)))
    };
    // The curve fills the place beside this one, so it speaks from above.
    let (label_of, above) = if is_crowded {
        let leader = classed("line", "leader")
            .with_live("x1", x)
            .with_live("x2", x)
            .with_live("y1", y)
            .with_live("y2", move || at().map(|(_, _, (_, y))| place(y - 18.0)));
        let course =
            text("soft middle", "0", -36.0).text(language.phrase(Phrase::ExponentialCurve));
        (text("middle", "0", -22.0), vec![leader, course])
    } else if what == Some(What::Threshold(Course::Linear)) {
        (text("end", "-6", 15.0), Vec::new())
    } else if is_observed {
        (text("", "8", -5.0), Vec::new())
    } else {
        (text("", "8", -9.0), Vec::new())
    };
    let class = if is_observed { "point" } else { "point hollow" };
    element("g")
        .id(["catching-up.point.", &name.to_string()].concat())
        .with("tabindex", "0")
        .with("role", "img")
        .with_live("aria-label", said)
        .children(above)
        .child(
            classed("circle", class)
                .with("r", "4.5")
                .with_live("cx", x)
                .with_live("cy", y),
        )
        .child(label_of.says(label))
}

/// What a point says beside it: what was observed with the issue that prints
/// it, or how long it takes.
fn label(desk: Desk, moment: &Moment, gap: f64) -> String {
    let language = desk.language;
    let time = language.time(moment.time);
    let field = match moment.what {
        What::Earlier => Field::CatchingUpEarlier,
        What::Before => Field::CatchingUpBefore,
        What::Now => Field::CatchingUpNow,
        What::Half => return fill(language.phrase(Phrase::HalfIn), &[&time]),
        What::Threshold(_) => return time,
    };
    let gap = language.gap(gap);
    let provenance = desk.now(|workbook, _| workbook.provenance(Place::Field(field)));
    match provenance {
        Some(Provenance::Source(_, Some(note))) => fill(
            language.phrase(Phrase::MoveOf),
            &[&gap, language.note(note)],
        ),
        _ => gap,
    }
}

/// The same figures: each moment with what was observed and what the courses
/// have.
fn table(desk: Desk) -> Element {
    let language = desk.language;
    let head = |word: &'static str| classed("th", "number").with("scope", "col").text(word);
    let row = move |name: u32| {
        let what = WHATS.get(name as usize).copied();
        let cell = |key: &str, of: fn(&Moment) -> Meaningful<f64>| {
            let id = fill("catching-up.moment.{0}.{1}", &[&name.to_string(), key]);
            let figure = move || {
                let moment = moment(desk, name).ok_or(NotMeaningful::MissingInput)?;
                Ok(language.gap(of(&moment)?))
            };
            classed("td", "number").child(reading(language, id, figure))
        };
        let observed = move || {
            let observed = moment(desk, name).and_then(|moment| moment.observed);
            observed.map_or_else(String::new, |gap| language.gap(gap))
        };
        let time = move || {
            moment(desk, name).map_or_else(String::new, |moment| language.moment_time(&moment))
        };
        element("tr")
            .child(
                element("th")
                    .with("scope", "row")
                    .text(what.map(|what| language.moment(what)).unwrap_or_default()),
            )
            .child(classed("td", "number").says(time))
            .child(classed("td", "number").says(observed))
            .child(cell("exponential", |moment| moment.gap.exponential))
            .child(cell("linear", |moment| moment.gap.linear))
    };
    element("table")
        .child(
            element("thead").child(
                element("tr")
                    .child(element("td"))
                    .child(head(language.phrase(Phrase::FromNow)))
                    .child(head(language.phrase(Phrase::Observed)))
                    .children(COURSES.map(|course| head(language.course(course)))),
            ),
        )
        .child(element("tbody").keyed(move || names(desk), row))
}

#[cfg(test)]
#[allow(clippy::expect_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;
    use crate::workbook::{Preset, Workbook, evaluate};

    fn plot(preset: Preset) -> Option<Plot> {
        Plot::of(&evaluate(&Workbook::from(preset)).catching_up)
    }

    #[test]
    fn every_moment_lies_within_the_drawing() {
        let results = evaluate(&Workbook::from(Preset::ChinaVsUs)).catching_up;
        let plot = Plot::of(&results).expect("the article's gaps");
        assert_eq!(results.moments.len(), WHATS.len());
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
