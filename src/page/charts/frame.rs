//! What every chart stands in: its title, what it shows in one sentence, the
//! drawing, and the same figures as a table.

use std::borrow::Cow;

use leptos::prelude::*;

use super::{
    labels::{NARROWEST, Name, Side, shortened, width_of},
    scale::place,
};
use crate::{
    page::{
        Desk, Element, classed, controls, element,
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
        .child(scrolled(id, title).drawn(move || {
            let table = asked_for.get().then(|| table(desk));
            table.into_iter().collect()
        }))
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
/// The marks are drawn after what the reader sees is there, and again when what
/// they show changes; they take no space.
pub(crate) fn canvas(
    desk: Desk,
    is_drawn: RwSignal<bool>,
    id: &'static str,
    height: u32,
    marks: fn(Desk) -> Vec<Element>,
) -> Element {
    canvas_of(is_drawn, id, move || height, move || marks(desk))
}

/// The same, with a height that follows what is drawn.
pub(crate) fn canvas_of(
    is_drawn: RwSignal<bool>,
    id: &'static str,
    height: impl Fn() -> u32 + Send + 'static,
    marks: impl Fn() -> Vec<Element> + Send + 'static,
) -> Element {
    empty_canvas(is_drawn, id)
        .with_live("height", move || Some(height().to_string()))
        .drawn(move || {
            let marks = is_drawn.get().then(|| element("g").children(marks()));
            marks.into_iter().collect()
        })
}

/// The same with marks that follow what they show by themselves: where so many
/// change at each key that to draw them anew would take longer.
pub(crate) fn live_canvas(
    is_drawn: RwSignal<bool>,
    id: &'static str,
    height: u32,
    marks: impl Fn() -> Vec<Element> + Send + 'static,
) -> Element {
    empty_canvas(is_drawn, id)
        .with("height", height.to_string())
        .keyed(
            move || is_drawn.get().then_some(0).into_iter().collect(),
            move |_| element("g").children(marks()),
        )
}

fn empty_canvas(is_drawn: RwSignal<bool>, id: &'static str) -> Element {
    let labels = [part(id, "title"), part(id, "says")].join(" ");
    element("svg")
        .with("class", "drawing")
        .id(part(id, "drawing"))
        .with("role", "group")
        .with("aria-labelledby", labels)
        .with("width", "100%")
        .with_live("aria-busy", move || {
            (!is_drawn.get()).then(|| "true".to_owned())
        })
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

/// A table filled with the figures of a drawing: the head of its first column,
/// those of the columns of figures, and its rows.
pub(crate) fn table(
    empty: Element,
    first: Element,
    heads: impl IntoIterator<Item: Into<Cow<'static, str>>>,
    rows: Vec<Element>,
) -> Element {
    let heads = heads.into_iter().map(controls::figures);
    empty
        .child(element("thead").child(element("tr").child(first).children(heads)))
        .child(element("tbody").children(rows))
}

/// What can be reached with the keyboard, and is read as one.
pub(crate) fn read_as_one(text: String) -> Element {
    element("g")
        .with("tabindex", "0")
        .with("role", "img")
        .with("aria-label", text)
}

/// A name at its spot, with an edge of paper where it stands across a curve.
pub(crate) fn name((text, spot): Name, is_soft: bool) -> Element {
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
        .text(text)
}

/// The name of a bar that begins at a place and leads forward or backward: it
/// runs along the bar, so many pixels from that place, or from the drawing's edge
/// where a phone would have no room for it.
pub(crate) fn along(name: &str, from: f64, is_backward: bool, apart: f64) -> Element {
    let name = shortened(name);
    let room = if is_backward { from } else { 1.0 - from };
    let has_room = width_of(&name) + apart <= room * NARROWEST;
    let (class, x, dx) = match (is_backward, has_room) {
        (false, true) => ("start", from, apart),
        (true, true) => ("end", from, -apart),
        (false, false) => ("end", 1.0, 0.0),
        (true, false) => ("start", 0.0, 0.0),
    };
    classed("text", class)
        .with("x", across(x))
        .with("dx", place(dx))
        .text(name.into_owned())
}

/// A text over a place, or beginning or ending there where a phone would have no
/// room for it.
pub(crate) fn over(at: f64, text: String) -> Element {
    let half = width_of(&text) / 2.0 / NARROWEST;
    let class = if at < half {
        "start"
    } else if at + half > 1.0 {
        "end"
    } else {
        "middle"
    };
    classed("text", class).with("x", across(at)).text(text)
}

/// An upright line at a place, from one height to another in pixels.
pub(crate) fn upright(class: &'static str, at: f64, [top, bottom]: [u32; 2]) -> Element {
    classed("line", class)
        .with("x1", across(at))
        .with("x2", across(at))
        .with("y1", top.to_string())
        .with("y2", bottom.to_string())
}

/// The name of a line at a place, at the head of the drawing.
pub(crate) fn line_name(at: f64, name: String) -> Element {
    classed("g", "soft").child(over(at, name).with("y", "12"))
}

/// A share of a chart's width, as an attribute.
pub(crate) fn across(share: f64) -> String {
    [&place(100.0 * share), "%"].concat()
}
