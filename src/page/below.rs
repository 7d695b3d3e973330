//! What stands below the first view. In the browser it is a module of its own,
//! split from the first by the build and fetched once the first view stands;
//! until then the prepared sections stay where they are.

use super::{Desk, Element, classed, controls::button, element, sections, tools};
use crate::exchange::kept;
use crate::text::{Language, Word};
use crate::workbook::{Part, Results, Section, Workbook};

/// The way into what stands below the first view, or is folded away: nothing of
/// it is reached but through these, so that the build can split it off.
#[derive(Clone, Copy)]
pub struct Below {
    /// The sections, in the page's order.
    pub sections: fn(Desk) -> Element,
    /// The tools under the table of what the claim implies.
    pub claim_tools: fn(Desk) -> Element,
    /// The tools under the table of sectors.
    pub sector_tools: fn(Desk) -> Element,
    /// What stands at the page's foot.
    pub sources: fn(Desk) -> Element,
    /// How a section's figures are worked out.
    pub method: fn(Desk, Section) -> Element,
    /// The workbook in bytes, for a restart.
    pub write: fn(&Workbook) -> Vec<u8>,
    /// The workbook of such bytes.
    pub restored: fn(&[u8]) -> Option<Workbook>,
    /// The reader's inputs in words, for the case that all else fails.
    pub told: fn(&Workbook, Language) -> String,
    /// Brings their results up to date.
    pub renew: fn(&mut Results, &Workbook, &[Part]),
}

/// What stands below the first view, at once.
pub(super) const BELOW: Below = Below {
    sections: |desk| {
        element("div")
            .child(sections::why(desk))
            .child(sections::past(desk))
            .child(sections::what_if(desk))
            .child(sections::scale(desk))
            .child(sections::catching_up(desk))
    },
    claim_tools: tools::claim_tools,
    sector_tools: tools::sector_tools,
    sources: |desk| {
        element("div")
            .child(tools::page_tools(desk))
            .child(sections::sources(desk))
    },
    method: |desk, section| {
        element("div")
            .child(sections::method(desk, section))
            .child(tools::cite(desk, section))
    },
    write: kept::write,
    restored: kept::read,
    told: kept::told,
    renew: Results::renew_below,
};

/// How what stands below the first view is coming along.
#[derive(Clone, Copy)]
pub enum Arrival {
    /// It is on its way.
    Awaited,
    /// It could not be fetched.
    Failed,
    /// It is here.
    Here(Below),
}

impl Arrival {
    /// What has arrived.
    #[must_use]
    pub const fn here(self) -> Option<Below> {
        match self {
            Self::Here(below) => Some(below),
            Self::Awaited | Self::Failed => None,
        }
    }
}

/// The element `within`, around what stands below the first view, or around what
/// was prepared of it as long as it is on its way.
pub(super) fn below(
    desk: Desk,
    within: Element,
    id: &'static str,
    part: fn(&Below) -> fn(Desk) -> Element,
) -> Element {
    let arrived = move || desk.arrival().here().is_some();
    within
        .id(id)
        .with_live("inert", move || (!arrived()).then(String::new))
        .keyed(
            move || vec![u32::from(arrived())],
            move |_| match desk.arrival().here() {
                Some(below) => part(&below)(desk),
                None => element("div").prepared(id),
            },
        )
}

/// How a section's figures are worked out, folded; empty as long as that is on
/// its way.
pub(super) fn folded_method(desk: Desk, section: Section) -> Element {
    element("div").keyed(
        move || desk.arrival().here().iter().map(|_| 0).collect(),
        move |_| {
            let below = desk.arrival().here();
            below.map_or_else(|| element("p"), |below| (below.method)(desk, section))
        },
    )
}

/// What the reader is told, and can do, where the rest could not be fetched.
pub(super) fn failure(desk: Desk) -> Element {
    let language = desk.language;
    classed("div", "failure").with("role", "alert").keyed(
        move || match desk.arrival() {
            Arrival::Failed => vec![0],
            Arrival::Awaited | Arrival::Here(_) => Vec::new(),
        },
        move |_| {
            element("p")
                .text(language.word(Word::BelowFailed))
                .text(" ")
                .child(button(language.word(Word::TryAgain), move || fetch(desk)).id("below.again"))
        },
    )
}

/// Fetches what stands below the first view onto the desk.
#[cfg(feature = "app")]
pub(super) fn fetch(desk: Desk) {
    use crate::browser::recovery;
    use leptos::task::spawn_local;
    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    /// What is split off, with all that only it reaches.
    #[wasm_split(below, fallible)]
    fn split_off() -> Result<Below, SplitLoaderError> {
        Ok(BELOW)
    }

    desk.receive(Arrival::Awaited);
    spawn_local(async move {
        let Ok(below) = split_off().await else {
            desk.receive(Arrival::Failed);
            return;
        };
        // Kept by a module before this one, which has failed.
        if let Some(workbook) = recovery::kept().and_then(|bytes| (below.restored)(&bytes)) {
            desk.put_back(workbook);
        }
        desk.receive(Arrival::Here(below));
    });
}

/// Natively there is nothing to fetch.
#[cfg(not(feature = "app"))]
fn fetch(desk: Desk) {
    desk.receive(Arrival::Here(BELOW));
}
