//! The page in somebody else's: the sections asked for alone, figures that stay
//! as that page has set them, and answers to its calls.

#[cfg(feature = "app")]
mod beginning;
#[cfg(feature = "app")]
mod calls;
#[cfg(feature = "prerender")]
mod prepared;

#[cfg(feature = "prerender")]
pub(super) use prepared::without_the_rest;

use std::sync::Arc;

use leptos::prelude::*;

use super::{Below, Desk, Drawer, Element, classed, drawer::Sheet, element, sections, tools};
use crate::{
    exchange::{embed::full_document, link},
    text::{Keeping, Phrase},
    workbook::{Edit, Locks, Part, Refused, Section, Workbook},
};

/// What the page around asks for.
pub(super) struct Embed {
    /// The sections that are shown.
    pub(super) view: Vec<Section>,
    /// The figures that the reader cannot change.
    locks: Locks,
    /// What the embed began with, once that is known: a call brings it back, and
    /// so does the reader's reset.
    start: RwSignal<Option<Arc<Sheet>>>,
    /// What becomes of an edit of the reader's, as [`taken`]; by a pointer, for
    /// only an embed has to know it.
    pub(super) takes: fn(&Self, &Workbook, &Edit) -> Result<Option<Edit>, Refused>,
}

impl Embed {
    /// What a reset goes back to, as long as the workbook is a change of the same
    /// preset.
    pub(super) fn start_of(&self, workbook: &Workbook) -> Option<Arc<Sheet>> {
        let start = self.start.get_untracked();
        start.filter(|start| start.0.preset == workbook.preset)
    }
}

/// An edit as an embed has it, where that is another: a reset goes back to what
/// the embed began with.
///
/// # Errors
/// Where the edit would change what is locked.
fn taken(embed: &Embed, before: &Workbook, edit: &Edit) -> Result<Option<Edit>, Refused> {
    let back = embed.start_of(before).and_then(|start| {
        let (start, _) = &*start;
        let mut after = before.clone();
        match edit {
            Edit::Reset(place) if start.has(*place) => after.take_figure(*place, start),
            Edit::ResetSection(section) => after.take_section(*section, start.clone()),
            _ => return None,
        }
        Some(Edit::Open(Box::new(after)))
    });
    if embed.locks.allow(before, back.as_ref().unwrap_or(edit)) {
        Ok(back)
    } else {
        Err(Refused::Locked)
    }
}

/// What stands below the first view, as the document asks for it: where it is no
/// embed, all of it.
pub(super) fn begun(below: &mut Below, desk: Desk) {
    #[cfg(feature = "app")]
    if let Some(asked) = beginning::asked() {
        embedded(below, desk, &asked.view, asked.locks);
        below.begin = beginning::begin;
    }
    #[cfg(not(feature = "app"))]
    let _ = (below, desk);
}

/// What an embed of some sections, or all, has of what stands below.
pub(super) fn embedded(below: &mut Below, desk: Desk, view: &[Section], locks: Locks) {
    let view = if view.is_empty() {
        Section::ALL.to_vec()
    } else {
        view.to_vec()
    };
    let of_below = Section::ALL.iter().skip(2);
    for (section, place) in of_below.zip(&mut below.sections) {
        if !view.contains(section) {
            *place = |_| element("div");
        }
    }
    below.desk_tools = told;
    below.sources = foot;
    desk.embed(Embed {
        view,
        locks,
        start: RwSignal::new(None),
        takes: taken,
    });
}

/// What the reader is told in the place of the page's tools: that the link was
/// none, where it was.
fn told(desk: Desk) -> Element {
    let says = move || {
        let told = desk.drawer().map(Drawer::told);
        told.map_or_else(String::new, |told| {
            tools::told(&told, desk.language, Keeping::InEmbed)
        })
    };
    classed("p", "message")
        .id("link.fault")
        .with("role", "status")
        .says(says)
}

/// The foot of an embed: the sources of what is shown, and the way to the whole.
fn foot(desk: Desk) -> Element {
    #[cfg(feature = "app")]
    calls::serve(desk);
    let full = element("a")
        .id("full")
        .with("target", "_blank")
        .with("rel", "noopener")
        .with_live("href", move || Some(full_address(desk)))
        .text(desk.language.phrase(Phrase::OpenFull));
    element("div")
        .child(sections::sources(desk))
        .child(classed("p", "full").child(full))
}

/// Where the full calculator is, with the same inputs.
fn full_address(desk: Desk) -> String {
    let language = desk.language;
    let state = desk.read(Part::Whole, |workbook, _| link::at_once(workbook));
    [
        full_document(language),
        "?lang=",
        language.tag(),
        "#",
        &state.unwrap_or_default(),
    ]
    .concat()
}
