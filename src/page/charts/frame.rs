//! What every chart stands in: its title, what it shows in one sentence, the
//! drawing, and the same figures as a table.

use leptos::prelude::*;

use crate::{
    page::{
        Desk, Element, classed, element,
        tools::{copy_table, pictures},
    },
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
    let says = classed("p", "hint").says(says);
    drawn(
        desk,
        id,
        title,
        says,
        canvas(id, height).children(marks),
        table,
    )
}

fn drawn(
    desk: Desk,
    id: &'static str,
    title: &'static str,
    says: Element,
    drawing: Element,
    table: Element,
) -> Element {
    titled(id, title, says).child(drawing).child(
        folded(desk)
            .child(scrolled(id, title).child(table))
            .child(copy_table(desk, part(id, "table")))
            .child(pictures(desk, id, title)),
    )
}

/// A chart whose table is made when it is unfolded first: one that would cost
/// more to keep up to date than the drawing does.
pub(crate) fn chart_with_table_later(
    desk: Desk,
    id: &'static str,
    title: &'static str,
    says: impl Fn() -> String + Send + 'static,
    drawing: impl IntoIterator<Item = Element>,
    table: fn(Desk) -> Element,
) -> Element {
    let asked_for = RwSignal::new(false);
    let says = classed("p", "hint").says(says);
    titled(id, title, says).children(drawing).child(
        folded(desk)
            .on("toggle", move |_| asked_for.set(true))
            .child(scrolled(id, title).keyed(
                move || asked_for.get().then_some(0).into_iter().collect(),
                move |_| table(desk),
            ))
            .child(copy_table(desk, part(id, "table")))
            .child(pictures(desk, id, title)),
    )
}

fn part(id: &str, part: &str) -> String {
    [id, ".", part].concat()
}

fn titled(id: &'static str, title: &'static str, says: Element) -> Element {
    classed("figure", "chart").id(id).child(
        element("figcaption")
            .child(element("h3").id(part(id, "title")).text(title))
            .child(says.id(part(id, "says"))),
    )
}

/// The drawing of a chart, without its marks.
pub(crate) fn canvas(id: &'static str, height: u32) -> Element {
    let labels = [part(id, "title"), part(id, "says")].join(" ");
    element("svg")
        .with("class", "drawing")
        .id(part(id, "drawing"))
        .with("role", "group")
        .with("aria-labelledby", labels)
        .with("width", "100%")
        .with("height", height.to_string())
}

fn folded(desk: Desk) -> Element {
    classed("details", "figures")
        .child(element("summary").text(desk.language.phrase(Phrase::ShowTable)))
}

fn scrolled(id: &str, title: &'static str) -> Element {
    classed("div", "scroll")
        .id(part(id, "table"))
        .with("tabindex", "0")
        .with("role", "group")
        .with("aria-label", title)
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
