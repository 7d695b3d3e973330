//! Each industry's multiple beside the one that the line says: above the line
//! it trades dearer than its figures.

use super::{
    across, canvas, chart,
    scale::{Scale, place},
    stretched, take_up,
};
use crate::{
    page::{Desk, Element, classed, controls::value, element},
    text::{
        Language, Phrase,
        numbers::{self, Shape},
    },
    valuation::{Meaningful, NotMeaningful},
    workbook::{Compared, Known, Part, Regression, Unit},
};

const ID: &str = "regression.chart";

/// The height of the drawing, in pixels.
const HEIGHT: f64 = 260.0;

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
            across: Scale::over(points().map(|[fitted, _]| fitted), across),
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
fn dots(regression: &Regression) -> String {
    let axes = Axes::of(regression);
    let points = regression.stands.iter().filter_map(point);
    points
        .map(|at| ["M", &in_thousands(axes.at(at)), "h0"].concat())
        .collect()
}

/// The line on which the multiple is the one that the figures go with.
fn line(regression: &Regression) -> String {
    let axes = Axes::of(regression);
    let end = axes.across.high().min(axes.up.high());
    let [from, to] = [0.0, end].map(|value| in_thousands(axes.at([value, value])));
    ["M", &from, "L", &to].concat()
}

/// A rule across the drawing for each value that the axis names.
fn rules(regression: &Regression) -> String {
    let axes = Axes::of(regression);
    let values = axes.up.round_values(NAMED).into_iter();
    let rule = |value| {
        let [_, y] = axes.at([0.0, value]);
        ["M", &in_thousands([0.0, y]), "h1000"].concat()
    };
    values.map(rule).collect()
}

/// The values that an axis names, and where each stands: as a share from the
/// left, in pixels from the top.
fn values(
    desk: Desk,
    class: &'static str,
    of: fn(&Axes) -> Scale,
    at: fn(&Axes, f64) -> [f64; 2],
) -> Element {
    let named = move |index: u32| {
        desk.read(Part::Regression, |_, results| {
            let axes = Axes::of(&results.regression);
            let value = *of(&axes).round_values(NAMED).get(index as usize)?;
            Some((value, at(&axes, value)))
        })
    };
    let texts = (0..NAMED).map(|index| {
        classed("text", class)
            .with_live("x", move || named(index).map(|(_, [x, _])| across(x)))
            .with_live("y", move || named(index).map(|(_, [_, y])| place(y)))
            .says(move || {
                named(index).map_or_else(String::new, |(value, _)| {
                    let shape = Shape::up_to(1);
                    numbers::show(value, Unit::Multiple, shape, desk.language)
                })
            })
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
    let language = desk.language;
    let of = move |told: fn(&Regression) -> String| {
        move || {
            desk.read(Part::Regression, |_, results| {
                Some(told(&results.regression))
            })
        }
    };
    let compared = move || {
        desk.read(Part::Regression, |_, results| {
            let compared = (0..).zip(&results.regression.compared);
            compared
                .filter(|(_, compared)| point(compared).is_some())
                .map(|(index, _)| index)
                .collect()
        })
    };
    vec![
        stretched([
            classed("path", "rules").with_live("d", of(rules)),
            classed("path", "curve").with_live("d", of(line)),
            classed("path", "dots").with_live("d", of(dots)),
        ]),
        classed("text", "soft")
            .with("x", "0")
            .with("y", "11")
            .text(["↑ ", language.phrase(Phrase::ScatterShown)].concat()),
        classed("text", "soft end")
            .with("x", "100%")
            .with("y", place(HEIGHT - 4.0))
            .text([language.phrase(Phrase::ScatterFitted), " →"].concat()),
        values(
            desk,
            "soft",
            |axes| axes.up,
            |axes, value| {
                let [_, y] = axes.at([0.0, value]);
                [0.0, HEIGHT * y - 4.0]
            },
        ),
        values(
            desk,
            "soft middle",
            |axes| axes.across,
            |axes, value| {
                let [x, _] = axes.at([value, 0.0]);
                [x, HEIGHT * (1.0 - BELOW) + 15.0]
            },
        ),
        element("g").keyed(compared, move |index| named(desk, index)),
    ]
}

/// One of the two industries compared, by name.
fn named(desk: Desk, index: u32) -> Element {
    let language = desk.language;
    let found = move || {
        desk.read(Part::Regression, |_, results| {
            let compared = results.regression.compared.get(index as usize)?;
            let at = Axes::of(&results.regression).at(point(compared)?);
            Some((*compared, at))
        })
    };
    let name = move || {
        found().map_or_else(String::new, |(compared, _)| {
            language
                .known(Known::Industry(compared.industry))
                .to_owned()
        })
    };
    let x = move || found().map(|(_, [x, _])| across(x));
    let y = move |below: f64| move || found().map(|(_, [_, y])| place(HEIGHT * y + below));
    let says = move || {
        found().map(|(compared, _)| {
            let name = language.known(Known::Industry(compared.industry));
            language.regression_stands(&compared, name)
        })
    };
    let side = move || found().map(|(_, [x, _])| if x > 0.5 { "end" } else { "start" }.to_owned());
    // One above its mark and one below, so that they keep apart.
    let beside = if index == 0 { -9.0 } else { 17.0 };
    element("g")
        .with("tabindex", "0")
        .with("role", "img")
        .with_live("aria-label", says)
        .child(
            classed("circle", "point")
                .with_live("cx", x)
                .with_live("cy", y(0.0))
                .with("r", "5"),
        )
        .child(
            element("text")
                .with_live("class", side)
                .with_live("x", x)
                .with_live("y", y(beside))
                .says(name),
        )
}

/// The industries furthest above and furthest below the line.
fn table(desk: Desk) -> Element {
    let language = desk.language;
    let columns = [
        Phrase::MultipleShown,
        Phrase::MultipleFitted,
        Phrase::AboveLine,
    ]
    .map(|phrase| {
        classed("th", "number")
            .with("scope", "col")
            .text(language.phrase(phrase))
    });
    let rows = (0..2 * TOLD).map(|index| row(desk, index));
    classed("table", "parts")
        .child(element("caption").text(language.phrase(Phrase::ScatterTable)))
        .child(element("thead").child(element("tr").child(element("td")).children(columns)))
        .child(element("tbody").children(rows))
}

/// An industry of the table: from the dearest on, and then from the cheapest
/// back.
fn row(desk: Desk, index: usize) -> Element {
    let language = desk.language;
    let stands = move || {
        desk.read(Part::Regression, |_, results| {
            let stands = &results.regression.stands;
            let place = if index < TOLD {
                index
            } else {
                (stands.len() + index).checked_sub(2 * TOLD)?
            };
            stands.get(place).copied()
        })
    };
    let name = move || {
        stands().map_or_else(String::new, |stands| {
            language.known(Known::Industry(stands.industry)).to_owned()
        })
    };
    let cell = |key: &str, told: fn(&Compared, Language) -> Meaningful<(f64, String)>| {
        let key = ["regression.far.", &index.to_string(), ".", key].concat();
        classed("td", "number").child(value(language, key, move || {
            told(&stands().ok_or(NotMeaningful::MissingInput)?, language)
        }))
    };
    element("tr")
        .child(element("th").with("scope", "row").says(name))
        .children([
            cell("shown", |stands, language| {
                Ok(multiple(stands.multiple?, language))
            }),
            cell("fitted", |stands, language| {
                Ok(multiple(stands.fitted?, language))
            }),
            cell("premium", |stands, language| {
                let shape = Shape::fixed(0).signed();
                let premium = stands.premium?;
                let shown = numbers::show(premium, Unit::Ratio, shape, language);
                Ok((premium, shown))
            }),
        ])
}

fn multiple(value: f64, language: Language) -> (f64, String) {
    let shown = numbers::show(value, Unit::Multiple, Shape::fixed(1), language);
    (value, shown)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workbook::{Preset, Regressed, evaluate_regression};

    #[test]
    fn every_industry_has_its_dot_within_the_drawing() {
        for &regressed in Regressed::ALL {
            let regression = evaluate_regression(Preset::ChinaVsUs, regressed);
            let axes = Axes::of(&regression);
            assert_eq!(
                dots(&regression).matches('M').count(),
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
    fn the_line_goes_through_what_is_shown_as_it_is_fitted() {
        let regression = evaluate_regression(Preset::ChinaVsUs, Regressed::Ps);
        let axes = Axes::of(&regression);
        let fitted = axes.across.high();
        assert!(line(&regression).ends_with(&in_thousands(axes.at([fitted, fitted]))));
    }
}
