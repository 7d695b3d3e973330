//! What every chart stands in: its title, what it shows in one sentence, the
//! drawing, and the same figures as a table.

use crate::{
    page::{Desk, Element, classed, element, tools::copy_table},
    text::Phrase,
};

/// A chart with its title, its description and its table.
///
/// The drawing is as wide as its place and `height` pixels high. Its lengths
/// from left to right are in percent, those from top to bottom in pixels, so
/// that its texts keep their size at every width; what must be stretched, as a
/// curve, stands in [`stretched`].
pub(crate) fn chart(
    desk: Desk,
    id: &'static str,
    title: &'static str,
    says: impl Fn() -> String + Send + 'static,
    height: u32,
    marks: impl IntoIterator<Item = Element>,
    table: Element,
) -> Element {
    let name = |part: &str| [id, ".", part].concat();
    let labels = [name("title"), name("says")].join(" ");
    let drawing = element("svg")
        .with("class", "drawing")
        .id(name("drawing"))
        .with("role", "group")
        .with("aria-labelledby", labels)
        .with("width", "100%")
        .with("height", height.to_string())
        .children(marks);
    classed("figure", "chart")
        .id(id)
        .child(
            element("figcaption")
                .child(element("h3").id(name("title")).text(title))
                .child(classed("p", "hint").id(name("says")).says(says)),
        )
        .child(drawing)
        .child(
            classed("details", "figures")
                .child(element("summary").text(desk.language.phrase(Phrase::ShowTable)))
                .child(
                    classed("div", "scroll")
                        .id(name("table"))
                        .with("tabindex", "0")
                        .with("role", "group")
                        .with("aria-label", title)
                        .child(table),
                )
                .child(copy_table(desk, name("table"))),
        )
}

/// A drawing of 1000 by 1000 units that is stretched over the whole chart; its
/// strokes keep their width.
pub(crate) fn stretched(marks: impl IntoIterator<Item = Element>) -> Element {
    element("svg")
        .with("class", "stretched")
        .with("viewBox", "0 0 1000 1000")
        .with("preserveAspectRatio", "none")
        .with("width", "100%")
        .with("height", "100%")
        .with("aria-hidden", "true")
        .children(marks)
}

/// A share of a chart's width, as an attribute.
pub(crate) fn across(share: f64) -> String {
    [&super::scale::place(100.0 * share), "%"].concat()
}
