//! The cells of tables.

use std::borrow::Cow;

use crate::{
    page::{Element, classed, element},
    text::numbers,
};

/// A heading of a column.
pub(crate) fn column(words: impl Into<Cow<'static, str>>) -> Element {
    element("th").with("scope", "col").text(words)
}

/// A heading of a column of figures.
pub(crate) fn figures(words: impl Into<Cow<'static, str>>) -> Element {
    column(words).with("class", "number")
}

/// A heading of a row.
pub(crate) fn row_head(words: impl Into<Cow<'static, str>>) -> Element {
    element("th").with("scope", "row").text(words)
}

/// The same, for a row that may have it in a line of its own, above its figures:
/// the words stand out of a column that is left no width then.
pub(crate) fn head_above(words: impl Into<Cow<'static, str>>) -> Element {
    let words = element("span").text(words);
    element("th").with("scope", "row").child(words)
}

/// A cell for a figure.
pub(crate) fn number(content: Element) -> Element {
    classed("td", "number").child(content)
}

/// A cell of what is drawn, with a figure as a number and as it is shown, or with
/// a dash.
pub(crate) fn figure_cell(figure: Option<(f64, String)>) -> Element {
    let cell = classed("td", "number");
    match figure {
        Some((number, shown)) => cell.with("data-value", numbers::bare(number)).text(shown),
        None => cell.text("—"),
    }
}
