//! The gap as steps: from the peer's multiple, over what growth, profitability
//! and risk make of it and what is left unexplained, to this side's.

use super::{
    across, canvas, chart,
    frame::{self, along, read_as_one, upright},
    scale::Scale,
    take_up,
};
use crate::{
    page::{
        Desk, Element, classed,
        controls::{Named, drawn_value, number, row_head},
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
    let Some(parts) = follow(desk) else {
        return Vec::new();
    };
    let steps = steps(&parts);
    let at = scale(&steps);
    let [_, _, _, last] = steps;
    let first = joint(at(0.0), 0);
    let mut marks = vec![end(desk, Market::B, 0, at(0.0), Some(first))];
    for (row, step) in (1..).zip(steps) {
        marks.push(part(desk.language, step, row, [at(step.from), at(step.to)]));
    }
    marks.push(end(desk, Market::A, 5, at(last.to), None));
    marks
}

/// One of the two multiples: its name, itself, its place, and what joins it to
/// the next row.
fn end(desk: Desk, market: Market, row: u32, x: f64, joint: Option<Element>) -> Element {
    let name = Named::Market(market).shown(desk);
    let found = desk.read(Part::Why, |_, results| results.why.comparison);
    let multiple = found.map_or_else(
        |_| String::new(),
        |found| {
            let multiple = match market {
                Market::A => found.multiple,
                Market::B => found.peer_multiple,
            };
            numbers::show(multiple, Unit::Multiple, Shape::fixed(1), desk.language)
        },
    );
    let mark = classed("circle", "point")
        .with("cx", across(x))
        .with("cy", (row * ROW + 26).to_string())
        .with("r", "6");
    let said = [&name, " ", &multiple].concat();
    let text = along(&said, x, x > 0.5, 12.0).with("y", (row * ROW + 30).to_string());
    read_as_one(said)
        .with("class", "end-mark")
        .children(joint)
        .child(mark)
        .child(text)
}

/// One part: its name with what it does, and its bar from one place to another.
fn part(language: Language, step: Step, row: u32, [from, to]: [f64; 2]) -> Element {
    let direction = if step.part() < 0.0 {
        "step lowers "
    } else {
        "step raises "
    };
    let bar = element("rect")
        .with("x", across(from.min(to)))
        .with("y", (row * ROW + 20).to_string())
        .with("width", across((to - from).abs().max(0.004)))
        .with("height", "12");
    let said = [language.phrase(step.phrase), " ", &step.told(language)].concat();
    let text = along(&said, from, to < from, 6.0).with("y", (row * ROW + 14).to_string());
    read_as_one(said)
        .with("class", [direction, step.key].concat())
        .child(joint(to, row))
        .child(bar)
        .child(text)
}

/// The line from a place in a row down to the next row's mark.
fn joint(at: f64, row: u32) -> Element {
    upright("axis", at, [row * ROW + 26, row * ROW + ROW + 20])
}

/// The same figures: log points, percent, and the share of the gap.
fn table(desk: Desk) -> Element {
    let language = desk.language;
    let heads = [Phrase::LogPoints, Phrase::InPercent, Phrase::DriverShare];
    let rows = follow(desk).map(|explanation| {
        let steps = steps(&explanation).map(|step| (step.phrase, step.part()));
        let whole = (Phrase::WholeGap, explanation.log_gap);
        let rows = steps.into_iter().chain([whole]).enumerate();
        rows.map(|(index, (phrase, part))| row(language, &explanation, index, phrase, part))
            .collect()
    });
    frame::table(
        classed("table", "parts"),
        element("td"),
        heads.map(|phrase| language.phrase(phrase)),
        rows.unwrap_or_default(),
    )
}

fn row(
    language: Language,
    explanation: &Explanation,
    index: usize,
    phrase: Phrase,
    part: f64,
) -> Element {
    let cell = |column: &str, told: Meaningful<(f64, String)>| {
        let id = ["why.part.", &index.to_string(), ".", column].concat();
        number(drawn_value(language, id, told))
    };
    let points = 100.0 * part;
    let signed = Shape::fixed(1).signed();
    let ratio = |value, shape| (value, numbers::show(value, Unit::Ratio, shape, language));
    let share = explanation.share_of(part);
    element("tr")
        .child(row_head(language.phrase(phrase)))
        .child(cell("log", Ok((points, numbers::plain(points, signed)))))
        .child(cell("percent", Ok(ratio(libm::expm1(part), signed))))
        .child(cell(
            "share",
            share.map(|share| ratio(share, Shape::fixed(0))),
        ))
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
