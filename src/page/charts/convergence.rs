//! How a gap closes: both courses as curves, what was observed as points.

mod plot;
mod table;

use self::{
    plot::{BOTTOM, HEIGHT, Plot, WHATS, gap_at, moment, names},
    table::table,
};
use super::{across, canvas, chart, scale::place, stretched, take_up};
use crate::{
    page::{Desk, Element, classed, element},
    text::{Phrase, fill, numbers},
    valuation::convergence::Course,
    workbook::{COURSES, Field, Moment, Part, Place, Provenance, What},
};

const ID: &str = "catching-up.curve";

/// Both courses, the observations, the half-life and the threshold.
pub(crate) fn convergence(desk: Desk) -> Element {
    let (desk, is_drawn) = take_up(desk, ID);
    let language = desk.language;
    let says = move || {
        desk.read(Part::CatchingUp, |workbook, results| {
            language.courses_told(&workbook.catching_up, &results.catching_up)
        })
    };
    classed("div", "narrow").child(chart(
        desk,
        ID,
        language.phrase(Phrase::CurveTitle),
        says,
        [canvas(desk, is_drawn, ID, HEIGHT as u32, marks)],
        table,
    ))
}

fn marks(desk: Desk) -> Vec<Element> {
    let language = desk.language;
    let zero = move || follow(desk, |plot| place(plot.y(0.0)));
    let zero_line = classed("line", "zero")
        .with("x1", "0")
        .with("x2", "100%")
        .with_live("y1", zero)
        .with_live("y2", zero);
    vec![
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
    ]
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
