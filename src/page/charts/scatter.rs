//! Each industry's multiple beside the one that the line says: above the line
//! it trades dearer than its figures.

use super::{
    across, canvas, chart,
    frame::{self, read_as_one},
    labels::{Name, Side, Spot, Surroundings, around, arrange, in_pieces},
    scale::{Scale, place},
    stretched, take_up,
};
use crate::{
    page::{
        Desk, Element, classed,
        controls::{drawn_value, number, row_head},
        element,
    },
    text::{
        Language, Phrase,
        numbers::{self, Shape},
    },
    valuation::Meaningful,
    workbook::{Compared, Known, Part, Regression, Unit},
};

const ID: &str = "regression.chart";

/// The height of the drawing, in pixels.
const HEIGHT: f64 = 320.0;

/// What is kept free on every side, as a share, and below, where the axis is
/// named.
const MARGIN: f64 = 0.06;
const BELOW: f64 = 0.15;

/// The most values that an axis names.
const NAMED: u32 = 5;

/// So many industries stand in the table from either end.
const TOLD: usize = 5;

/// The drawing's scales; shares of its width from the left, of its height from
/// the top.
struct Axes {
    across: Scale,
    up: Scale,
}

impl Axes {
    fn of(regression: &Regression) -> Self {
        let points = || regression.stands.iter().filter_map(point);
        let [across, up] = [1.0 - 2.0 * MARGIN, 1.0 - MARGIN - BELOW];
        Self {
            across: Scale::spanning(points().map(|[fitted, _]| fitted), across),
            up: Scale::over(points().map(|[_, shown]| shown), up),
        }
    }

    fn at(&self, [fitted, shown]: [f64; 2]) -> [f64; 2] {
        [
            MARGIN + self.across.at(fitted),
            1.0 - BELOW - self.up.at(shown),
        ]
    }
}

/// What the line says of an industry, and what it trades at.
fn point(stands: &Compared) -> Option<[f64; 2]> {
    Some([stands.fitted.ok()?, stands.multiple.ok()?])
}

/// One dot for each industry: a stroke of no length with a round end.
fn dots(regression: &Regression, axes: &Axes) -> String {
    let points = regression.stands.iter().filter_map(point);
    points
        .map(|at| ["M", &in_thousands(axes.at(at)), "h0"].concat())
        .collect()
}

/// The line on which the multiple is the one that the figures go with.
fn line(axes: &Axes) -> String {
    let start = axes.across.low().max(axes.up.low());
    let end = axes.across.high().min(axes.up.high());
    let [from, to] = [start, end].map(|value| in_thousands(axes.at([value, value])));
    ["M", &from, "L", &to].concat()
}

/// A rule across the drawing for each value that the axis names.
fn rules(axes: &Axes) -> String {
    let values = axes.up.round_values(NAMED).into_iter();
    let rule = |value| {
        let [_, y] = axes.at([0.0, value]);
        ["M", &in_thousands([0.0, y]), "h1000"].concat()
    };
    values.map(rule).collect()
}

/// The values that an axis names, each where it stands: as a share from the left,
/// in pixels from the top.
fn values(
    language: Language,
    class: &'static str,
    scale: Scale,
    at: impl Fn(f64) -> [f64; 2],
) -> Element {
    let texts = scale.round_values(NAMED).into_iter().map(|value| {
        let [x, y] = at(value);
        classed("text", class)
            .with("x", across(x))
            .with("y", place(y))
            .text(numbers::show(
                value,
                Unit::Multiple,
                Shape::up_to(1),
                language,
            ))
    });
    element("g").children(texts)
}

fn in_thousands([x, y]: [f64; 2]) -> String {
    [&place(1000.0 * x), " ", &place(1000.0 * y)].concat()
}

/// The chart, with the industries furthest from the line as its table.
pub(crate) fn scatter(desk: Desk) -> Element {
    let (desk, is_drawn) = take_up(desk, ID);
    let language = desk.language;
    chart(
        desk,
        ID,
        language.phrase(Phrase::Scatter),
        move || language.phrase(Phrase::ScatterSays).to_owned(),
        [canvas(desk, is_drawn, ID, HEIGHT as u32, marks)],
        table,
    )
    .with("data-kind", "scatter")
}

fn marks(desk: Desk) -> Vec<Element> {
    desk.read(Part::Regression, |_, results| {
        drawn(desk.language, &results.regression)
    })
}

fn drawn(language: Language, regression: &Regression) -> Vec<Element> {
    let axes = Axes::of(regression);
    let names = names(language, regression, &axes);
    let named = names.into_iter().map(|(of, name)| {
        let says = language.regression_stands(of, language.known(Known::Industry(of.industry)));
        let is_compared = regression.compared.iter().any(|compared| compared == of);
        let mark = is_compared
            .then(|| point(of))
            .flatten()
            .map(|at| circle(axes.at(at)));
        read_as_one(says)
            .children(mark)
            .children(name.map(|name| frame::name(name, !is_compared)))
    });
    vec![
        stretched([
            classed("path", "rules").with("d", rules(&axes)),
            classed("path", "curve").with("d", line(&axes)),
            classed("path", "dots").with("d", dots(regression, &axes)),
        ]),
        classed("text", "soft")
            .with("x", "0")
            .with("y", "11")
            .text(["↑ ", language.phrase(Phrase::ScatterShown)].concat()),
        classed("text", "soft end")
            .with("x", "100%")
            .with("y", place(HEIGHT - 4.0))
            .text([language.phrase(Phrase::ScatterFitted), " →"].concat()),
        values(language, "soft", axes.up, |value| {
            let [_, y] = axes.at([0.0, value]);
            [0.0, HEIGHT * y - 4.0]
        }),
        values(language, "soft middle", axes.across, |value| {
            let [x, _] = axes.at([value, 0.0]);
            [x, HEIGHT * (1.0 - BELOW) + 15.0]
        }),
        element("g").children(named),
    ]
}

/// The industries that are named, each with its name where there is room for it:
/// the two compared, and those furthest above and below the line.
fn names<'a>(
    language: Language,
    regression: &'a Regression,
    axes: &Axes,
) -> Vec<(&'a Compared, Option<Name>)> {
    let place = |of: &Compared| {
        let [x, y] = axes.at(point(of)?);
        Some((x, HEIGHT * y))
    };
    let (compared, stands) = (&regression.compared, &regression.stands);
    let ends = stands.first().into_iter().chain(stands.last());
    let ends = ends.filter(|end| compared.iter().all(|of| of.industry != end.industry));
    let of: Vec<&Compared> = compared.iter().chain(ends).collect();
    let names = of.iter().map(|of| {
        let spots = place(of).map_or_else(Vec::new, |(x, y)| {
            let mut spots = around(x, y);
            // A long name has room along an edge.
            let (x, side) = if x > 0.5 {
                (1.0, Side::Before)
            } else {
                (0.0, Side::After)
            };
            spots.extend([-9.0, 17.0].map(|dy| Spot {
                x,
                dx: 0.0,
                y: y + dy,
                side,
            }));
            spots
        });
        (
            language.known(Known::Industry(of.industry)).to_owned(),
            spots,
        )
    });
    let line = [axes.across.low(), axes.across.high()].map(|value| {
        let [x, y] = axes.at([value, value]);
        (x, HEIGHT * y)
    });
    let surroundings = Surroundings {
        left: 0.0,
        top: 16.0,
        bottom: HEIGHT * (1.0 - BELOW),
        marks: stands.iter().filter_map(place).collect(),
        curves: vec![in_pieces(&line)],
    };
    let names = arrange(names.collect(), &surroundings);
    of.into_iter().zip(names).collect()
}

fn circle([x, y]: [f64; 2]) -> Element {
    classed("circle", "point")
        .with("cx", across(x))
        .with("cy", place(HEIGHT * y))
        .with("r", "5")
}

/// The industries furthest above and furthest below the line.
fn table(desk: Desk) -> Element {
    let language = desk.language;
    let heads = [
        Phrase::MultipleShown,
        Phrase::MultipleFitted,
        Phrase::AboveLine,
    ];
    let rows = desk.read(Part::Regression, |_, results| {
        let stands = &results.regression.stands;
        // From the dearest on, and then from the cheapest back.
        let ends = stands.iter().take(TOLD);
        let ends = ends.chain(
            stands
                .iter()
                .skip(TOLD.max(stands.len().saturating_sub(TOLD))),
        );
        let rows = ends.enumerate().map(|(index, of)| row(language, index, of));
        rows.collect()
    });
    let caption = element("caption").text(language.phrase(Phrase::ScatterTable));
    frame::table(
        classed("table", "parts").child(caption),
        element("td"),
        heads.map(|phrase| language.phrase(phrase)),
        rows,
    )
}

fn row(language: Language, index: usize, of: &Compared) -> Element {
    let cell = |key: &str, told: Meaningful<(f64, String)>| {
        let id = ["regression.far.", &index.to_string(), ".", key].concat();
        number(drawn_value(language, id, told))
    };
    let premium = |premium| {
        let shape = Shape::fixed(0).signed();
        (
            premium,
            numbers::show(premium, Unit::Ratio, shape, language),
        )
    };
    element("tr")
        .child(row_head(language.known(Known::Industry(of.industry))))
        .child(cell(
            "shown",
            of.multiple.map(|value| multiple(value, language)),
        ))
        .child(cell(
            "fitted",
            of.fitted.map(|value| multiple(value, language)),
        ))
        .child(cell("premium", of.premium.map(premium)))
}

fn multiple(value: f64, language: Language) -> (f64, String) {
    let shown = numbers::show(value, Unit::Multiple, Shape::fixed(1), language);
    (value, shown)
}

#[cfg(test)]
mod tests {
    use super::super::labels::clashes;
    use super::*;
    use crate::workbook::{Industry, Preset, Regressed, evaluate_regression};

    #[test]
    fn every_industry_has_its_dot_within_the_drawing() {
        for &regressed in Regressed::ALL {
            let regression = evaluate_regression(Preset::ChinaVsUs, regressed);
            let axes = Axes::of(&regression);
            assert_eq!(
                dots(&regression, &axes).matches('M').count(),
                regression.stands.len()
            );
            for at in regression.stands.iter().filter_map(point) {
                for share in axes.at(at) {
                    assert!((MARGIN - 1e-12..=1.0 - MARGIN + 1e-12).contains(&share));
                }
            }
        }
    }

    #[test]
    fn what_is_compared_is_named() {
        let preset = Preset::Industries(Industry::SOFTWARE, Industry::SEMICONDUCTOR);
        for &regressed in Regressed::ALL {
            let regression = evaluate_regression(preset, regressed);
            let axes = Axes::of(&regression);
            let names = names(Language::English, &regression, &axes);
            assert_eq!(regression.compared.len(), 2);
            for (of, name) in names.iter().take(2) {
                assert!(name.is_some(), "{of:?}");
            }
            let placed: Vec<Name> = names.into_iter().filter_map(|(_, name)| name).collect();
            assert!(!clashes(&placed), "{placed:?}");
        }
    }

    #[test]
    fn the_line_goes_through_what_is_shown_as_it_is_fitted() {
        let regression = evaluate_regression(Preset::ChinaVsUs, Regressed::Ps);
        let axes = Axes::of(&regression);
        let fitted = axes.across.high();
        assert!(line(&axes).ends_with(&in_thousands(axes.at([fitted, fitted]))));
    }
}
