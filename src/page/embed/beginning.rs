//! What an embed begins with: the preset and the locks that its document asks
//! for, and the figures of the link in its address. It writes down none of them.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    browser::{document, recovery, window},
    exchange::{
        left::{self, Left},
        link::LinkError,
    },
    page::{
        Desk, Drawer,
        drawer::{self, Told},
        shell,
    },
    workbook::{History, Kept, Locks, Preset, Section, Workbook},
};

/// What the document of an embed asks for, as the script at its head has read it
/// out of the address.
pub(super) struct Asked {
    pub(super) view: Vec<Section>,
    pub(super) locks: Locks,
}

/// What the document asks for; nothing where it is no embed.
pub(super) fn asked() -> Option<Asked> {
    document::said("data-embed")?;
    let said = |attribute| document::said(attribute).unwrap_or_default();
    Some(Asked {
        view: said("data-view")
            .split(' ')
            .filter_map(Section::from_key)
            .collect(),
        locks: Locks::read(&said("data-lock")),
    })
}

/// Puts on the desk what the embed begins with, and what a module before this one
/// has left; and follows the page around to another link.
pub(super) fn begin(desk: Desk, drawer: Drawer) {
    let left = recovery::kept().and_then(|left| left::read(&left));
    let begins = move |linked| {
        begin_with(desk, drawer, linked);
        if let Some(left) = left {
            put_back(desk, drawer, left);
        }
        document::show_figures();
    };
    let with_link = begins.clone();
    if !drawer::read_link(Box::new(move |linked| with_link(Some(linked)))) {
        begins(None);
    }
    window::listen("hashchange", move || {
        drawer::read_link(Box::new(move |linked| {
            begin_with(desk, drawer, Some(linked));
        }));
    });
}

/// The figures of the link, or those of the preset where there is none, or it
/// cannot be opened.
fn begin_with(desk: Desk, drawer: Drawer, linked: Option<Result<Workbook, LinkError>>) {
    let Some(embed) = desk.embedded() else { return };
    let (workbook, told) = match linked {
        Some(Ok(workbook)) => (workbook, Told::Nothing),
        Some(Err(fault)) => (standard(), Told::Fault(fault)),
        None => (standard(), Told::Nothing),
    };
    drawer.tell(told);
    let sheet = (workbook, History::default());
    embed.start.set(Some(Arc::new(sheet.clone())));
    desk.exchange(sheet);
}

/// The preset that the document asks for, as it comes.
fn standard() -> Workbook {
    let key = document::said("data-preset").unwrap_or_default();
    let preset = shell::PRESETS.into_iter().find(|known| known.key() == key);
    Workbook::from(preset.unwrap_or(Preset::ChinaVsUs))
}

fn put_back(desk: Desk, drawer: Drawer, left: Left) {
    desk.exchange((left.workbook, History::default()));
    drawer.compare_with(left.compared.map(Kept::from));
}
