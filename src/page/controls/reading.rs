//! A computed figure as the reader sees it: a number, or a dash with the
//! reason why there is none.

use std::sync::Arc;

use crate::{
    page::{Element, Shared, classed},
    text::Language,
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
