//! A computed figure as the reader sees it: a number, or a dash with the
//! reason why there is none.

use std::sync::Arc;

use crate::{
    page::{Element, Shared, classed},
    text::{Language, numbers},
    valuation::Meaningful,
};

/// A figure of the results, in words or with the reason why there is none.
pub(crate) fn reading(
    language: Language,
    id: String,
    figure: impl Fn() -> Meaningful<String> + Send + Sync + 'static,
) -> Element {
    read_out(language, id, Arc::new(figure))
}

fn read_out(language: Language, id: String, figure: Shared<Meaningful<String>>) -> Element {
    let reason = {
        let figure = figure.clone();
        Arc::new(move || figure.tell().err().map(|reason| language.reason(reason)))
    };
    let (title, focusable) = (reason.clone(), reason.clone());
    classed("span", "reading")
        .id(id)
        .with_live("title", move || title().map(str::to_owned))
        .with_live("tabindex", move || focusable().map(|_| "0".to_owned()))
        .child(
            classed("span", "shown").says(move || figure.tell().unwrap_or_else(|_| "—".to_owned())),
        )
        .child(classed("span", "spoken").says(move || reason().unwrap_or_default().to_owned()))
}

/// A figure of the results as a number and as it is shown, for a table that is
/// copied with all its digits.
pub(crate) fn value(
    language: Language,
    id: String,
    figure: impl Fn() -> Meaningful<(f64, String)> + Send + Sync + 'static,
) -> Element {
    let figure: Shared<Meaningful<(f64, String)>> = Arc::new(figure);
    let noted = figure.clone();
    reading(language, id, move || Ok(figure.tell()?.1)).with_live("data-value", move || {
        Some(numbers::bare(noted.tell().ok()?.0))
    })
}

/// The same in what is drawn.
pub(crate) fn drawn_value(
    language: Language,
    id: String,
    figure: Meaningful<(f64, String)>,
) -> Element {
    let reading = classed("span", "reading").id(id);
    let (reading, shown, reason) = match figure {
        Ok((number, shown)) => (reading.with("data-value", numbers::bare(number)), shown, ""),
        Err(reason) => {
            let reason = language.reason(reason);
            let reading = reading.with("title", reason).with("tabindex", "0");
            (reading, "—".to_owned(), reason)
        }
    };
    reading
        .child(classed("span", "shown").text(shown))
        .child(classed("span", "spoken").text(reason))
}
