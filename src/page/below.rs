//! What stands below the first view. In the browser it is a module of its own,
//! split from the first by the build and fetched once the first view stands;
//! until then the prepared sections stay where they are.

#[cfg(feature = "app")]
use std::time::Duration;

use leptos::prelude::ArcTrigger;
#[cfg(feature = "app")]
use leptos::{prelude::set_timeout, task::spawn_local};

use super::{
    Desk, Drawer, Element, Settings, classed, controls::button, drawer, element, embed, sections,
    shell, sight, tools,
};
#[cfg(feature = "app")]
use crate::browser::clock;
use crate::text::Word;
use crate::workbook::{INDUSTRY_TABLE, Part, Results, Section, Workbook};

/// The way into what stands below the first view, or is folded away: nothing of
/// it is reached but through these, so that the build can split it off.
#[derive(Clone, Copy)]
pub struct Below {
    /// The sections, in the page's order.
    pub sections: [fn(Desk) -> Element; SECTIONS.len()],
    /// The tools under the table of what the claim implies.
    pub claim_tools: fn(Desk) -> Element,
    /// The tools under the table of sectors.
    pub sector_tools: fn(Desk) -> Element,
    /// What stands at the page's foot.
    pub sources: fn(Desk) -> Element,
    /// How a section's figures are worked out.
    pub method: fn(Desk, Section) -> Element,
    /// The multiples of the industries that a preset offers.
    pub industries: &'static str,
    /// The tools of the page as a whole.
    pub desk_tools: fn(Desk) -> Element,
    /// What the reader keeps beside the desk.
    pub drawer: Drawer,
    /// Puts on the desk what the page is to begin with.
    pub begin: fn(Desk, Drawer),
    /// Takes note of what is on the desk, for a restart and for the next visit.
    pub keep: fn(Desk, Drawer),
    /// Tells the drawings what has changed, those in sight first.
    pub tell_drawings: fn(Desk, Vec<(&'static str, ArcTrigger)>),
    /// Pays the drawings out of sight what they are owed.
    pub pay_drawings: fn(Desk),
    /// Brings their results up to date.
    pub renew: fn(&mut Results, &Workbook, &[Part]),
    /// Makes it what an embed has of it, where the document is one.
    pub begun: fn(&mut Self, Desk),
}

/// What stands below the first view, at once.
pub(super) fn at_once() -> Below {
    Below {
        sections: [
            sections::why,
            sections::past,
            sections::what_if,
            sections::scale,
            sections::catching_up,
        ],
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
        industries: INDUSTRY_TABLE,
        desk_tools: tools::desk_tools,
        drawer: Drawer::new(),
        begin: drawer::begin,
        keep: drawer::keep,
        tell_drawings: sight::tell,
        pay_drawings: sight::pay_all,
        renew: Results::renew_below,
        begun: embed::begun,
    }
}

/// A part of the page that is mounted by itself.
#[derive(Clone, Copy)]
pub(super) enum Piece {
    /// One that is here as soon as what it stands in.
    Here(fn(Desk) -> Element),
    Toolbar(Settings),
    Section(usize),
    DeskTools,
    ClaimTools,
    SectorTools,
    Sources,
}

impl Piece {
    /// The piece, once it is here.
    fn made(self, desk: Desk) -> Option<Element> {
        let below = || desk.arrival().here();
        let make = match self {
            Self::Here(make) => make,
            Self::Toolbar(settings) => return Some(shell::toolbar(desk, settings)),
            Self::Section(index) => below()?.sections.get(index).copied()?,
            Self::DeskTools => below()?.desk_tools,
            Self::ClaimTools => below()?.claim_tools,
            Self::SectorTools => below()?.sector_tools,
            Self::Sources => below()?.sources,
        };
        Some(make(desk))
    }
}

/// What the sections below the first view stand in, and when they are mounted.
const SECTIONS: [(&str, Stage); 5] = [
    ("below.why", Stage::Why),
    ("below.past", Stage::Past),
    ("below.what-if", Stage::WhatIf),
    ("below.scale", Stage::Scale),
    ("below.catching-up", Stage::CatchingUp),
];

/// What is evaluated in the task of a stage, the first that shows anything of it:
/// the cases of What if stand beside a comparison of all that comes after them.
const EVALUATED: [(Stage, Part); 9] = [
    (Stage::Claim, Part::Claim),
    (Stage::Sectors, Part::Sectors),
    // Its gaps after growth, which are below.
    (Stage::Tools, Part::Sectors),
    (Stage::Why, Part::Why),
    (Stage::Regression, Part::Regression),
    (Stage::Past, Part::Past),
    (Stage::WhatIf, Part::WhatIf),
    (Stage::Cases, Part::Scale),
    (Stage::Cases, Part::CatchingUp),
];

/// When a part of the page is mounted, each in a task of its own, so that the
/// reader never waits for all of them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Stage {
    /// The page's head.
    Head,
    /// The claim, which can be edited from then on.
    Claim,
    /// The page's own controls.
    Toolbar,
    /// The table of sectors, with its first rows.
    Sectors,
    /// The rest of its rows, and so the first view.
    #[cfg_attr(
        not(feature = "app"),
        expect(dead_code, reason = "natively everything is there at once")
    )]
    FirstView,
    /// The tools of the first view's sections.
    Tools,
    /// Those of the page as a whole.
    DeskTools,
    /// Why the gap.
    Why,
    /// What explains a multiple across industries.
    Regression,
    /// The fields of the move so far.
    Past,
    /// What the past moves were made of.
    Parts,
    /// The first half of What if, which is the longest section.
    WhatIf,
    /// The second.
    Cases,
    /// Scale.
    Scale,
    /// Catching up.
    CatchingUp,
    /// The page's foot, and so everything.
    Foot,
}

impl Stage {
    #[cfg(feature = "app")]
    const ALL: [Self; 16] = [
        Self::Head,
        Self::Claim,
        Self::Toolbar,
        Self::Sectors,
        Self::FirstView,
        Self::Tools,
        Self::DeskTools,
        Self::Why,
        Self::Regression,
        Self::Past,
        Self::Parts,
        Self::WhatIf,
        Self::Cases,
        Self::Scale,
        Self::CatchingUp,
        Self::Foot,
    ];

    #[cfg(feature = "app")]
    fn next(self) -> Option<Self> {
        Self::ALL.get(self as usize + 1).copied()
    }

    /// What is evaluated by this stage, and was not by one before it.
    pub(super) fn evaluates(self, after: Self) -> Vec<Part> {
        EVALUATED
            .into_iter()
            .filter(|(stage, _)| after < *stage && *stage <= self)
            .map(|(_, part)| part)
            .collect()
    }
}

/// How what stands below the first view is coming along.
#[derive(Clone, Copy)]
#[allow(
    clippy::large_enum_variant,
    reason = "there is one, and it stays where it is"
)]
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

/// The sections below the first view.
pub(super) fn below_sections(desk: Desk) -> impl Iterator<Item = Element> {
    let sections = SECTIONS.into_iter().enumerate();
    sections.map(move |(index, (id, stage))| {
        staged(desk, element("div"), id, stage, Piece::Section(index))
    })
}

/// The element `within`, around a part of the page, or around what was prepared
/// of it as long as it is on its way. That is not inert, which would have all in
/// it styled anew twice: it has no fields, and its buttons are there soon. Where
/// the rest could not be fetched, they will not be.
pub(super) fn staged(
    desk: Desk,
    within: Element,
    id: &'static str,
    stage: Stage,
    piece: Piece,
) -> Element {
    let arrived = move || desk.stage() >= stage;
    let failed = move || matches!(desk.arrival(), Arrival::Failed) && !arrived();
    within
        .id(id)
        .with_live("aria-busy", move || (!arrived()).then(|| "true".to_owned()))
        .with_live("inert", move || failed().then(String::new))
        .keyed(
            move || vec![u32::from(arrived())],
            move |_| {
                let made = arrived().then(|| piece.made(desk)).flatten();
                made.unwrap_or_else(|| element("div").prepared(id))
            },
        )
}

/// How a section's figures are worked out, folded; empty as long as that is on
/// its way.
pub(super) fn folded_method(desk: Desk, section: Section) -> Element {
    element("div").keyed(
        move || {
            let arrived = desk.stage() >= Stage::DeskTools;
            arrived.then_some(0).into_iter().collect()
        },
        move |_| {
            let below = desk.arrival_now().here();
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
    use super::app::take_words;
    use crate::workbook::take_industries;
    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    /// What is split off, with all that only it reaches.
    #[wasm_split(below, fallible)]
    fn split_off() -> Result<Below, SplitLoaderError> {
        Ok(at_once())
    }

    desk.receive(Arrival::Awaited);
    spawn_local(async move {
        let Ok(mut below) = split_off().await else {
            desk.receive(Arrival::Failed);
            return;
        };
        take_words();
        take_industries(below.industries);
        (below.begun)(&mut below, desk);
        (below.begin)(desk, below.drawer);
        desk.receive(Arrival::Here(below));
        if desk.stage_now() >= Stage::FirstView {
            mount_after(desk, Stage::FirstView, Duration::ZERO);
        }
    });
}

/// Mounts the stages after one, each in a task of its own, as far as they are
/// here. Those of the first view follow at once; after one below there is a pause:
/// four fifths of the time are the reader's, and the browser's for what it does
/// about new fields.
#[cfg(feature = "app")]
pub(super) fn mount_after(desk: Desk, stage: Stage, pause: Duration) {
    const LONGEST: f64 = 200.0;

    let Some(next) = stage.next() else { return };
    let mount = move || {
        // It went on from here already.
        if desk.stage_now() != stage {
            return;
        }
        let began = clock::now();
        desk.show(next);
        // The effects that mount it were woken before this is.
        spawn_local(async move {
            let pause = if next < Stage::FirstView {
                0.0
            } else if desk.arrival_now().here().is_some() {
                4.0 * (clock::now() - began)
            } else {
                return;
            };
            let pause = Duration::from_millis(pause.clamp(0.0, LONGEST) as u64);
            mount_after(desk, next, pause);
        });
    };
    set_timeout(mount, pause);
}

/// Natively there is nothing to fetch.
#[cfg(not(feature = "app"))]
pub(super) fn fetch(desk: Desk) {
    receive(desk, at_once());
}

/// Puts all of what stands below onto the desk at once, as an embed of some
/// sections has it.
#[cfg(feature = "prerender")]
pub(super) fn fetch_embedded(desk: Desk, view: &[Section]) {
    let locks = crate::workbook::Locks::default();
    let mut below = at_once();
    embed::embedded(&mut below, desk, view, locks);
    receive(desk, below);
}

#[cfg(not(feature = "app"))]
fn receive(desk: Desk, below: Below) {
    desk.receive(Arrival::Here(below));
    desk.show(Stage::Foot);
}
