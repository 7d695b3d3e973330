//! The gap as steps: from the peer's multiple, over what growth, profitability
//! and risk make of it and what is left unexplained, to this side's.

use super::{across, canvas, chart, scale::Scale, take_up};
use crate::{
    page::{
        Desk, Element, classed,
        controls::{Named, value},
        element,
    },
    text::{
        Language, Phrase, fill,
        numbers::{self, Shape},
    },
    valuation::{Meaningful, explained::Explanation},
    workbook::{Market, Part, Unit},
};

const ID: &str = "why.chart";

/// The height of a row, in pixels: its text and the bar below it.
const ROW: u32 = 42;

/// What is kept free on either side for the marks of the two multiples.
const MARGIN: f64 = 0.015;

/// One part of the gap.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Step {
    /// Its key in the document.
    key: &'static str,
    phrase: Phrase,
    /// Where it begins and ends, in logarithms above the peer's multiple.
    from: f64,
    to: f64,
}

/// The steps of a gap, from the peer's multiple on.
fn steps(parts: &Explanation) -> [Step; 4] {
    let mut reached = 0.0;
    [
        ("growth", Phrase::PartGrowth, parts.growth),
        (
            "profitability",
            Phrase::PartProfitability,
            parts.profitability,
        ),
        ("risk", Phrase::PartRisk, parts.risk),
        ("unexplained", Phrase::PartUnexplained, parts.unexplained),
    ]
    .map(|(key, phrase, part)| {
        let from = reached;
        reached += part;
        Step {
            key,
            phrase,
            from,
            to: reached,
        }
    })
}

/// Where logarithms above the peer's multiple lie, as shares of the width.
fn scale(steps: &[Step; 4]) -> impl Fn(f64) -> f64 {
    let ends = steps.iter().flat_map(|step| [step.from, step.to]);
    let scale = Scale::over(ends, 1.0 - 2.0 * MARGIN);
    move |log| MARGIN + scale.at(log)
}

impl Step {
    const fn part(self) -> f64 {
        self.to - self.from
    }

    /// The part as a change in the multiple, in words.
    fn told(self, language: Language) -> String {
        let change = libm::expm1(self.part());
        let phrase = if self.part() < 0.0 {
            Phrase::Lowers
        } else {
            Phrase::Raises
        };
        let shown = numbers::show(change, Unit::Ratio, Shape::fixed(1).signed(), language);
        fill(language.phrase(phrase), &[&shown])
    }
}

/// The chart with its table; nothing where the gap has no parts.
pub(crate) fn gap_steps(desk: Desk) -> Element {
    element("div").keyed(
        move || follow(desk).into_iter().map(|_| 0).collect(),
        move |_| drawn(desk),
    )
}

/// The parts as they stand, and follows them.
fn follow(desk: Desk) -> Option<Explanation> {
    desk.read(Part::Why, |_, results| results.why.explanation.ok())
}

/// A step as it stands, and follows it.
fn step(desk: Desk, index: usize) -> Option<Step> {
    steps(&follow(desk)?).get(index).copied()
}

/// A place on the chart as it stands, and follows it.
fn at(desk: Desk, of: impl Fn(&[Step; 4]) -> Option<f64>) -> Option<String> {
    let steps = steps(&follow(desk)?);
    Some(across(scale(&steps)(of(&steps)?)))
}

fn drawn(desk: Desk) -> Element {
    let (desk, is_drawn) = take_up(desk, ID);
    let language = desk.language;
    let says = move || {
        let [a, b] = Market::ALL.map(|market| Named::Market(market).in_sentence(desk));
        fill(language.phrase(Phrase::WhyChartSays), &[&b, &a])
    };
    chart(
        desk,
        ID,
        language.phrase(Phrase::WhyChart),
        says,
        [canvas(desk, is_drawn, ID, 6 * ROW, marks)],
        table,
    )
    .with("data-kind", "steps")
}

fn marks(desk: Desk) -> Vec<Element> {
    [end(desk, Market::B, 0)]
        .into_iter()
        .chain((0..4).map(|index| part(desk, index)))
        .chain([end(desk, Market::A, 5)])
        .collect()
}

/// One of the two multiples: its name, itself, and its place.
fn end(desk: Desk, market: Market, row: u32) -> Element {
    let name = move || Named::Market(market).shown(desk);
    let multiple = move || {
        let found = desk.read(Part::Why, |_, results| results.why.comparison);
        found.map_or_else(
            |_| String::new(),
            |found| {
                let multiple = match market {
                    Market::A => found.multiple,
                    Market::B => found.peer_multiple,
                };
                numbers::show(multiple, Unit::Multiple, Shape::fixed(1), desk.language)
            },
        )
    };
    let place = move || {
        at(desk, |[_, _, _, last]| {
            Some(match market {
                Market::A => last.to,
                Market::B => 0.0,
            })
        })
    };
    let mark = classed("circle", "point")
        .with_live("cx", place)
        .with("cy", (row * ROW + 26).to_string())
        .with("r", "6");
    let joint = (row == 0).then(|| joint(desk, 0, row));
    group(move || [name(), " ".to_owned(), multiple()].concat())
        .with("class", "end-mark")
        .children(joint)
        .child(mark)
        .children(texts(row, name, multiple))
}

/// One part: its name, what it does, and its bar.
fn part(desk: Desk, index: usize) -> Element {
    let language = desk.language;
    let row = index as u32 + 1;
    let name = move || {
        step(desk, index).map_or_else(String::new, |step| language.phrase(step.phrase).to_owned())
    };
    let told = move || step(desk, index).map_or_else(String::new, |step| step.told(language));
    let class = move || {
        let step = step(desk, index)?;
        let direction = if step.part() < 0.0 {
            "step lowers "
        } else {
            "step raises "
        };
        Some([direction, step.key].concat())
    };
    let width = move || {
        let steps = steps(&follow(desk)?);
        let scale = scale(&steps);
        let step = steps.get(index)?;
        Some(across((scale(step.to) - scale(step.from)).abs().max(0.004)))
    };
    let bar = element("rect")
        .with_live("x", move || {
            at(desk, |steps| {
                let step = steps.get(index)?;
                Some(step.from.min(step.to))
            })
        })
        .with("y", (row * ROW + 20).to_string())
        .with_live("width", width)
        .with("height", "12");
    group(move || [name(), " ".to_owned(), told()].concat())
        .with_live("class", class)
        .child(joint(desk, index + 1, row))
        .child(bar)
        .children(texts(row, name, told))
}

/// The line from where so many steps have led down to the next row's mark.
fn joint(desk: Desk, steps: usize, row: u32) -> Element {
    let x = move || {
        at(desk, |all| {
            Some(match steps.checked_sub(1) {
                Some(last) => all.get(last)?.to,
                None => 0.0,
            })
        })
    };
    classed("line", "axis")
        .with_live("x1", x)
        .with_live("x2", x)
        .with("y1", (row * ROW + 26).to_string())
        .with("y2", (row * ROW + ROW + 20).to_string())
}

/// What can be reached with the keyboard, and is read as one.
fn group(says: impl Fn() -> String + Send + 'static) -> Element {
    element("g")
        .with("tabindex", "0")
        .with("role", "img")
        .with_live("aria-label", move || Some(says()))
}

/// A row's two texts, at its left and right.
fn texts(
    row: u32,
    left: impl Fn() -> String + Send + 'static,
    right: impl Fn() -> String + Send + 'static,
) -> [Element; 2] {
    let text = |x: &'static str| {
        element("text")
            .with("x", x)
            .with("y", (row * ROW + 13).to_string())
    };
    [
        text("0").says(left),
        text("100%").with("class", "end").says(right),
    ]
}

/// The same figures: log points, percent, and the share of the gap.
fn table(desk: Desk) -> Element {
    let language = desk.language;
    let columns = [Phrase::LogPoints, Phrase::InPercent, Phrase::DriverShare].map(|phrase| {
        classed("th", "number")
            .with("scope", "col")
            .text(language.phrase(phrase))
    });
    let rows = (0..5).map(|index| {
        let amounts = move || {
            let explanation = desk.read(Part::Why, |_, results| results.why.explanation)?;
            let part = steps(&explanation).get(index).map(|step| step.part());
            Ok((part.unwrap_or(explanation.log_gap), explanation))
        };
        let name = move || {
            let phrase = step(desk, index).map_or(Phrase::WholeGap, |step| step.phrase);
            language.phrase(phrase).to_owned()
        };
        let cell =
            |column: &str, told: fn(f64, Explanation, Language) -> Meaningful<(f64, String)>| {
                let key = ["why.part.", &index.to_string(), ".", column].concat();
                classed("td", "number").child(value(language, key, move || {
                    let (part, explanation) = amounts()?;
                    told(part, explanation, language)
                }))
            };
        element("tr")
            .child(element("th").with("scope", "row").says(name))
            .children([
                cell("log", |part, _, _| {
                    let points = 100.0 * part;
                    Ok((points, numbers::plain(points, Shape::fixed(1).signed())))
                }),
                cell("percent", |part, _, language| {
                    let shape = Shape::fixed(1).signed();
                    let change = libm::expm1(part);
                    Ok((change, numbers::show(change, Unit::Ratio, shape, language)))
                }),
                cell("share", |part, explanation, language| {
                    let share = explanation.share_of(part)?;
                    let shape = Shape::fixed(0);
                    Ok((share, numbers::show(share, Unit::Ratio, shape, language)))
                }),
            ])
    });
    classed("table", "parts")
        .child(element("thead").child(element("tr").child(element("td")).children(columns)))
        .child(element("tbody").children(rows))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PARTS: Explanation = Explanation {
        log_gap: -0.1,
        growth: 0.2,
        profitability: -0.35,
        risk: -0.05,
        unexplained: 0.1,
        warranted: 20.0,
        warranted_peer: 25.0,
    };

    #[test]
    fn each_step_begins_where_the_one_before_ends() {
        let steps = steps(&PARTS);
        assert_eq!(steps[0].from, 0.0);
        for pair in steps.windows(2) {
            assert_eq!(pair[0].to, pair[1].from);
        }
        assert!((steps[3].to - PARTS.log_gap).abs() < 1e-15);
    }

    #[test]
    fn all_ends_lie_on_the_chart() {
        let steps = steps(&PARTS);
        let scale = scale(&steps);
        for step in steps {
            for end in [step.from, step.to] {
                assert!((MARGIN..=1.0 - MARGIN + 1e-15).contains(&scale(end)));
            }
        }
        // The peer's multiple is neither end here.
        assert!(scale(0.0) > MARGIN && scale(0.0) < 1.0 - MARGIN);
    }
}
