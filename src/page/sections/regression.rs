//! A multiple regressed on what explains it, across the industries of one
//! market.

use super::{copied, figures, number};
use crate::{
    page::{
        Desk, Element,
        charts::scatter,
        classed,
        controls::{self, options, value},
        element,
    },
    text::{
        Language, Phrase,
        numbers::{self, Shape},
    },
    valuation::{Meaningful, NotMeaningful, regression::Coefficient},
    workbook::{Choice, Edit, Known, Part, Regressed, Regression},
};

/// The choice of what is explained, the line, and what it says of the two
/// industries compared.
pub(super) fn regression(desk: Desk) -> Element {
    let language = desk.language;
    let regressed = move || desk.read(Part::Regression, |workbook, _| workbook.why.regressed);
    let choice = controls::Choice::among(Regressed::ALL, regressed, move |regressed| {
        desk.make(&Edit::Choose(Choice::Regressed(regressed)));
    });
    let of = move |told: fn(Language, Regressed, &Regression) -> String| {
        move || {
            desk.read(Part::Regression, |workbook, results| {
                told(language, workbook.why.regressed, &results.regression)
            })
        }
    };
    let compared = move || {
        let count = desk.read(Part::Regression, |_, results| {
            results.regression.compared.len()
        });
        (0..count as u32).collect()
    };
    classed("div", "regression")
        .id("regression")
        .child(element("h3").text(language.phrase(Phrase::RegressionTitle)))
        .child(
            element("p")
                .id("regression.answer")
                .says(of(Language::regression_answer)),
        )
        .child(options(
            language.phrase(Phrase::Regressed),
            "regression.measure",
            Regressed::ALL
                .iter()
                .map(|regressed| language.measure(regressed.measure())),
            &choice,
        ))
        .child(copied(
            desk,
            "regression.table",
            classed("div", "scroll")
                .with("tabindex", "0")
                .with("role", "group")
                .with("aria-label", language.phrase(Phrase::RegressionTitle))
                .child(table(desk)),
        ))
        .child(
            classed("p", "hint")
                .id("regression.fit")
                .says(of(|language, _, regression| {
                    let fit = regression.fit.as_ref();
                    fit.map_or_else(|_| String::new(), |fit| language.regression_fit(fit))
                })),
        )
        .child(scatter(desk))
        .child(element("ul").keyed(compared, move |place| stands(desk, place)))
        .child(classed("p", "caution").text(language.phrase(Phrase::RegressionNote)))
        .child(
            classed("details", "left-out")
                .child(element("summary").text(language.phrase(Phrase::LeftOut)))
                .children(
                    [true, false]
                        .map(|missing| classed("p", "hint").says(move || left_out(desk, missing))),
                ),
        )
}

/// The coefficients, a row each.
fn table(desk: Desk) -> Element {
    let language = desk.language;
    let columns = [Phrase::Coefficient, Phrase::StandardError, Phrase::TValue];
    classed("table", "parts coefficients")
        .child(
            element("thead").child(
                element("tr")
                    .child(element("td"))
                    .children(columns.map(|phrase| figures(language.phrase(phrase)))),
            ),
        )
        .child(element("tbody").children([0, 1, 2, 3].map(|place| row(desk, place))))
}

fn row(desk: Desk, place: usize) -> Element {
    let language = desk.language;
    let label = move || {
        let regressed = desk.read(Part::Regression, |workbook, _| workbook.why.regressed);
        let regressor = place
            .checked_sub(1)
            .and_then(|place| regressed.regressors().get(place).copied());
        let label = regressor.map_or(language.phrase(Phrase::Intercept), |regressor| {
            language.regressor(regressor)
        });
        label.to_owned()
    };
    let cell = |name: &str, of: fn(&Coefficient) -> Meaningful<f64>| {
        let key = ["regression.", &place.to_string(), ".", name].concat();
        number(value(language, key, move || {
            desk.read(Part::Regression, |_, results| {
                let fit = results.regression.fit.as_ref().map_err(|reason| *reason)?;
                let coefficient = fit.coefficients.get(place);
                let figure = of(coefficient.ok_or(NotMeaningful::MissingInput)?)?;
                Ok((figure, numbers::plain(figure, Shape::fixed(2))))
            })
        }))
    };
    element("tr")
        .child(element("th").with("scope", "row").says(label))
        .children([
            cell("estimate", |coefficient| Ok(coefficient.estimate)),
            cell("error", |coefficient| Ok(coefficient.standard_error)),
            cell("t", |coefficient| coefficient.t),
        ])
}

/// Where one of the two industries compared stands.
fn stands(desk: Desk, place: u32) -> Element {
    let language = desk.language;
    element("li")
        .id(["regression.compared.", &place.to_string()].concat())
        .says(move || {
            desk.read(Part::Regression, |_, results| {
                let compared = results.regression.compared.get(place as usize);
                compared.map_or_else(String::new, |compared| {
                    let name = language.known(Known::Industry(compared.industry));
                    language.regression_stands(compared, name)
                })
            })
        })
}

/// The industries left out for one of the two reasons.
fn left_out(desk: Desk, missing: bool) -> String {
    let language = desk.language;
    desk.read(Part::Regression, |_, results| {
        let names: Vec<&str> = results
            .regression
            .left_out
            .iter()
            .filter(|left| left.missing == missing)
            .map(|left| language.known(Known::Industry(left.industry)))
            .collect();
        language.left_out(missing, &names)
    })
}
