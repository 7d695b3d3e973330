//! The address, the storage and the boot script follow what is on the desk; and
//! the page begins with what they have.

use std::{sync::Arc, time::Duration};

use leptos::{prelude::*, task::spawn_local};

use super::{Drawer, Told, at_first, set_aside};
use crate::{
    browser::{address, deflate, document, recovery, storage, window},
    exchange::{
        inputs, left,
        link::{self, LinkError, Read},
        scenario::{self, Unreadable},
    },
    page::{Desk, tools::held_workbook},
    text::has,
    workbook::{History, Kept, Part, Workbook},
};

/// How often at most the address and the storage follow.
const PAUSE: Duration = Duration::from_secs(1);

/// Puts on the desk what the page is to begin with: what a module before this
/// one has left, what the address holds, what the page was saved with, or the
/// work of the last visit.
pub(crate) fn begin(desk: Desk, drawer: Drawer) {
    let embedded = address::is_embedded();
    if let Some(left) = recovery::kept().and_then(|left| left::read(&left)) {
        desk.exchange((left.workbook, History::default()));
        if let Some(own) = left.own {
            drawer.own.set(Some(Arc::new((own, History::default()))));
            drawer.told.set(Told::FromLink);
        }
        drawer.compare_with(left.compared.map(Kept::from));
        settled(desk, drawer);
        // The module before may have had no time for it.
        if !embedded {
            write(desk, drawer, true);
        }
    } else {
        if let Some(held) = held_workbook() {
            desk.exchange((held, History::default()));
        } else if !embedded {
            open_work(desk, drawer);
        }
        if !open_link(desk, drawer, embedded || address::is_own()) {
            settled(desk, drawer);
        }
    }
    if embedded {
        return;
    }
    drawer.refresh();
    window::listen("hashchange", move || moved(desk, drawer));
    storage::follow(scenario::PREFIX, move || {
        drawer.refresh();
    });
    // Where a page is merely hidden it may never be told that it goes.
    for leaving in ["pagehide", "visibilitychange"] {
        window::listen(leaving, move || {
            if drawer.noting.get_value() == Noting::Awaited {
                note(desk, drawer);
            }
            if drawer.waits.get_value() {
                write(desk, drawer, true);
            }
        });
    }
}

/// How far what is on the desk has been taken note of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Noting {
    /// Not yet in this module.
    Never,
    /// It will be in a task of its own.
    Awaited,
    /// It has been.
    Done,
}

/// Takes note of a change on the desk, or in the drawer, that was worked through
/// without failing: after the reader sees it, for it takes as long as the change
/// did. The first time it is at once: a page that has come back is the reader's
/// again only then.
pub(crate) fn keep(desk: Desk, drawer: Drawer) {
    drawer.own.track();
    drawer.compared.track();
    desk.read(Part::Whole, |_, _| ());
    match drawer.noting.get_value() {
        Noting::Never => note(desk, drawer),
        Noting::Awaited => {}
        Noting::Done => {
            drawer.noting.set_value(Noting::Awaited);
            let then = move || {
                if drawer.noting.get_value() == Noting::Awaited {
                    note(desk, drawer);
                }
            };
            set_timeout(then, Duration::ZERO);
        }
    }
}

fn note(desk: Desk, drawer: Drawer) {
    drawer.noting.set_value(Noting::Done);
    let own = drawer.own.get_untracked();
    let compared = drawer.compared.get_untracked();
    let (state, told, changed) = desk.now(|workbook, _| {
        let state = left::write(
            workbook,
            own.as_ref().map(|own| &own.0),
            compared.as_ref().map(|kept| &kept.workbook),
        );
        let changed = drawer.written.with_value(|written| {
            let written = written.as_ref();
            written.is_some_and(|(written, as_own)| written != workbook || *as_own != own.is_none())
        });
        (state, inputs::told(workbook, desk.language), changed)
    });
    recovery::keep(&state, &told);
    if changed && !address::is_embedded() {
        if drawer.told.with_untracked(|told| *told == Told::Restored) {
            drawer.dismiss();
        }
        write_soon(desk, drawer);
    }
}

/// What is on the desk is what the page begins with, and needs no writing.
fn settled(desk: Desk, drawer: Drawer) {
    note_written(desk, drawer);
    document::show_figures();
}

fn note_written(desk: Desk, drawer: Drawer) -> (Workbook, bool) {
    let workbook = desk.now(|workbook, _| workbook.clone());
    let written = (workbook, drawer.own.with_untracked(Option::is_none));
    drawer.written.set_value(Some(written.clone()));
    drawer.waits.set_value(false);
    written
}

/// Puts the work of the last visit on the desk.
fn open_work(desk: Desk, drawer: Drawer) {
    let Some(text) = storage::read(scenario::WORK) else {
        return;
    };
    match scenario::read(&text) {
        Ok(work) => {
            desk.exchange((work.workbook, History::default()));
            drawer.told.set(Told::Restored);
        }
        Err(Unreadable::Newer) => {}
        Err(Unreadable::Damaged | Unreadable::TooMany) => {
            set_aside(scenario::WORK, &text);
            drawer.told.set(Told::WorkSetAside);
        }
    }
}

/// The reader has gone to another fragment.
fn moved(desk: Desk, drawer: Drawer) {
    if !address::is_own() {
        open_link(desk, drawer, false);
    } else {
        // A step back to an earlier entry is no step back of the work.
        drawer.back_to_own(desk);
        write(desk, drawer, false);
    }
}

/// Puts the state of the address on the desk: as the reader's own, or as a
/// link's. False where the address is not meant for a state.
fn open_link(desk: Desk, drawer: Drawer, as_own: bool) -> bool {
    let opened = move |state| {
        match state {
            Ok(workbook) => open(desk, drawer, workbook, as_own),
            Err(error) => drawer.told.set(Told::Fault(error)),
        }
        settled(desk, drawer);
    };
    read_link(Box::new(opened))
}

/// Hands on the state of the address, or why it is none. False where the address
/// is not meant for a state; nothing is handed on then.
pub(crate) fn read_link(then: Box<dyn FnOnce(Result<Workbook, LinkError>)>) -> bool {
    match link::read(&address::fragment()) {
        Ok(Read::Anchor) => return false,
        Ok(Read::State(workbook)) => then(Ok(*workbook)),
        Err(error) => then(Err(error)),
        Ok(Read::Deflated(bytes)) => spawn_local(async move {
            let inflated = deflate::inflated(&bytes, link::INFLATED).await;
            let inflated = inflated.ok_or(LinkError::Damaged);
            then(inflated.and_then(|bytes| link::inflated(&bytes)));
        }),
    }
    true
}

fn open(desk: Desk, drawer: Drawer, workbook: Workbook, as_own: bool) {
    let is_there = desk.now(|now, _| *now == workbook);
    if is_there || as_own {
        if !is_there {
            desk.exchange((workbook, History::default()));
        }
        drawer.dismiss();
        return;
    }
    if drawer.waits.get_value() && drawer.own.with_untracked(Option::is_none) {
        desk.now(|own, _| write_work(own));
    }
    let before = desk.exchange((workbook, History::default()));
    drawer.own.update(|own| {
        own.get_or_insert_with(|| Arc::new(before));
    });
    drawer.told.set(Told::FromLink);
}

fn write_soon(desk: Desk, drawer: Drawer) {
    if !drawer.waits.get_value() {
        drawer.waits.set_value(true);
        let then = move || {
            if drawer.waits.get_value() {
                write(desk, drawer, false);
            }
        };
        set_timeout(then, PAUSE);
    }
}

/// Has the storage and the address follow what is on the desk: at once, where
/// the page may be about to go.
fn write(desk: Desk, drawer: Drawer, at_once: bool) {
    let written = note_written(desk, drawer);
    let (workbook, as_own) = &written;
    if *as_own {
        write_work(workbook);
    }
    if let Some(fragment) = link::readable(workbook) {
        write_address(&fragment, *as_own);
    } else {
        if at_once {
            write_address(&link::at_once(workbook).unwrap_or_default(), *as_own);
        }
        spawn_local(async move {
            let deflated = deflate::deflated(link::plain(&written.0).as_bytes()).await;
            let fragment = match deflated {
                Some(deflated) => link::packed(&deflated),
                None => link::at_once(&written.0),
            };
            // Another may have been written meanwhile.
            if drawer
                .written
                .with_value(|now| now.as_ref() == Some(&written))
            {
                write_address(&fragment.unwrap_or_default(), written.1);
            }
        });
    }
}

/// Keeps the reader's work for the next visit, where it is any.
fn write_work(workbook: &Workbook) {
    if *workbook == at_first() {
        storage::remove(scenario::WORK);
    } else {
        let _ = storage::write(scenario::WORK, &scenario::entry("", workbook));
    }
}

fn write_address(fragment: &str, as_own: bool) {
    let now = address::fragment();
    // A place on the page stays, unless there is a state to tell.
    if !fragment.is_empty() || has(&now, '=') {
        address::replace(fragment, as_own);
    }
}
