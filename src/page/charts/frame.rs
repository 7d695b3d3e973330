//! What every chart stands in: its title, what it shows in one sentence, the
//! drawing, and the same figures as a table.

use leptos::prelude::*;

use super::{
    labels::{Name, Side},
    scale::place,
};
use crate::{
    page::{
        Desk, Element, classed, element,
        tools::{copy_table, pictures},
    },
    text::Phrase,
};

/// A chart with its title, its description, its drawing and its table.
///
/// The `desk` is the one that the drawing reads. The table is made when it is
/// unfolded first: most readers need none, and it costs as much to keep up to
/// date as the drawing does.
pub(crate) fn chart(
    desk: Desk,
    id: &'static str,
    title: &'static str,
    says: impl Fn() -> String + Send + 'static,
    drawing: impl IntoIterator<Item = Element>,
    table: fn(Desk) -> Element,
) -> Element {
    let says = classed("p", "hint").says(says);
    let drawn = titled(id, title, says).children(drawing);
    drawn.child(figures(desk, id, title, table))
}

/// A chart of which no more than the title and the description is shown as long
/// as there is nothing to draw: the description says why.
pub(crate) fn shown_where(chart: Element, is_there: impl Fn() -> bool + Send + 'static) -> Element {
    chart.with_live("data-nothing", move || (!is_there()).then(String::new))
}

/// The table of a chart, folded, with what takes the chart along.
fn figures(
    desk: Desk,
    id: &'static str,
    title: &'static str,
    table: fn(Desk) -> Element,
) -> Element {
    // Natively everything is there at once.
    let asked_for = RwSignal::new(cfg!(not(feature = "app")));
    folded(desk)
        .on("toggle", move |_| asked_for.set(true))
        .child(scrolled(id, title).keyed(
            move || asked_for.get().then_some(0).into_iter().collect(),
            move |_| table(desk),
        ))
        .child(copy_table(desk, part(id, "table")))
        .child(pictures(desk, id, title))
}

fn part(id: &str, part: &str) -> String {
    [id, ".", part].concat()
}

fn titled(id: &'static str, title: &'static str, says: Element) -> Element {
    classed("figure", "chart").apart().id(id).child(
        element("figcaption")
            .child(element("h3").id(part(id, "title")).text(title))
            .child(says.id(part(id, "says"))),
    )
}

/// The drawing of a chart. It is as wide as its place and `height` pixels high.
/// Lengths from left to right are in percent, those from top to bottom in
/// pixels, so that its texts keep their size at every width; what must be
/// stretched, as a curve, stands in [`stretched`].
///
/// The marks are made after what the reader sees is there; they take no space.
pub(crate) fn canvas(
    desk: Desk,
    is_drawn: RwSignal<bool>,
    id: &'static str,
    height: u32,
    marks: impl Fn(Desk) -> Vec<Element> + Send + 'static,
) -> Element {
    canvas_of(desk, is_drawn, id, move || height, marks)
}

/// The same, with a height that follows what is drawn.
pub(crate) fn canvas_of(
    desk: Desk,
    is_drawn: RwSignal<bool>,
    id: &'static str,
    height: impl Fn() -> u32 + Send + 'static,
    marks: impl Fn(Desk) -> Vec<Element> + Send + 'static,
) -> Element {
    let labels = [part(id, "title"), part(id, "says")].join(" ");
    element("svg")
        .with("class", "drawing")
        .id(part(id, "drawing"))
        .with("role", "group")
        .with("aria-labelledby", labels)
        .with("width", "100%")
        .with_live("height", move || Some(height().to_string()))
        .with_live("aria-busy", move || {
            (!is_drawn.get()).then(|| "true".to_owned())
        })
        .keyed(
            move || is_drawn.get().then_some(0).into_iter().collect(),
            move |_| element("g").children(marks(desk)),
        )
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

/// Names at their spots, each with an edge of paper where it stands across a
/// curve; the first of them, as many as `points`, are of points. They are written
/// anew all together, for where one stands depends on the others.
pub(crate) fn names(points: usize, all: Box<dyn Fn() -> Vec<Option<Name>> + Send>) -> Element {
    let shown = StoredValue::new((0, Vec::new()));
    let version = move || {
        let names = all();
        shown.update_value(|(version, shown)| {
            if *shown != names {
                *version += 1;
                *shown = names;
            }
        });
        vec![shown.with_value(|(version, _)| *version)]
    };
    element("g").keyed(version, move |_| {
        let texts = shown.with_value(|(_, names)| {
            let named = names.iter().enumerate();
            named
                .map(|(index, name)| {
                    let name = name.as_ref();
                    name.map_or_else(|| element("text"), |name| name_of(name, index >= points))
                })
                .collect::<Vec<Element>>()
        });
        element("g").children(texts)
    })
}

fn name_of((text, spot): &Name, is_soft: bool) -> Element {
    let class = match (is_soft, spot.side) {
        (false, Side::After) => "on-line",
        (false, Side::Across) => "on-line middle",
        (false, Side::Before) => "on-line end",
        (true, Side::After) => "on-line soft",
        (true, Side::Across) => "on-line soft middle",
        (true, Side::Before) => "on-line soft end",
    };
    classed("text", class)
        .with("x", across(spot.x))
        .with("dx", place(spot.dx))
        .with("y", place(spot.y))
        .text(text.clone())
}

/// A share of a chart's width, as an attribute.
pub(crate) fn across(share: f64) -> String {
    [&place(100.0 * share), "%"].concat()
}
