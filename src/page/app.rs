//! The page in a browser: it begins with what was kept, and keeps what changes.

use std::time::Duration;

use leptos::{ev, prelude::*};

use super::{
    Colours, Desk, Element, Settings, Theme,
    below::{Stage, fetch, mount_after},
    page,
};
use crate::{
    browser::{clock, document, storage, words},
    text::{Date, Language, Sheet, Word},
    workbook::{Preset, Workbook},
};

/// The names under which settings are stored.
const LANGUAGE: &str = "rerate.language";
const THEME: &str = "rerate.theme";
const COLOURS: &str = "rerate.colours";

/// The page with its state, its settings and what outlasts it.
#[must_use]
pub fn app() -> Element {
    let workbook = Workbook::from(Preset::ChinaVsUs);
    let language = document::language()
        .as_deref()
        .and_then(Language::from_tag)
        .unwrap_or(Language::English);
    take_words();
    let settings = Settings::new(language);
    if let Some(theme) = storage::read(THEME).as_deref().and_then(Theme::from_key) {
        settings.theme.set(theme);
    }
    if let Some(colours) = storage::read(COLOURS)
        .as_deref()
        .and_then(Colours::from_key)
    {
        settings.colours.set(colours);
    }
    let (year, month, day) = clock::today();
    let desk = Desk::new(workbook, language, Date { year, month, day });

    whenever(Box::new(move |_| {
        if let Some(below) = desk.arrival().here() {
            let desk = desk.in_language(settings.language.get_untracked());
            (below.keep)(desk, below.drawer);
        }
    }));
    // The first run finds the document as its own language and theme have made
    // it; only what the reader picks is written.
    whenever(Box::new(move |ran| {
        let language = settings.language.get();
        settings.unfetched.track();
        if ran {
            document::set_language(language.tag());
            document::set_title(language.word(Word::Title));
            let _ = storage::write(LANGUAGE, language.tag());
            // The list of languages was made anew with the page, so the
            // reader's focus has to be put back on it.
            document::focus("language");
        }
    }));
    follow(THEME, "data-theme", Theme::default().key(), move || {
        settings.theme.get().key()
    });
    follow(
        COLOURS,
        "data-colours",
        Colours::default().key(),
        move || settings.colours.get().key(),
    );
    // At the window, for the focus may be nowhere on the page; for good, for
    // the page stands as long as its window.
    let _keys = window_event_listener(ev::keydown, move |event| {
        let command = event.ctrl_key() || event.meta_key();
        match (command, event.shift_key(), event.key().as_str()) {
            (true, false, "z") => desk.undo(),
            (true, true, "z" | "Z") | (true, false, "y") => desk.redo(),
            _ => return,
        }
        event.prevent_default();
    });
    let _print = window_event_listener(ev::Custom::<ev::Event>::new("beforeprint"), move |_| {
        if let Some(below) = desk.arrival().here() {
            (below.pay_drawings)(desk);
        }
    });
    mount_after(desk, Stage::Head, Duration::ZERO);
    fetch(desk);
    page(desk, settings)
}

/// Takes the words that have been fetched.
pub(super) fn take_words() {
    for language in Language::ALL {
        for sheet in Sheet::ALL {
            if !language.has(sheet)
                && let Some(text) = words::fetched(language.tag(), sheet.key())
            {
                language.take(sheet, text);
            }
        }
    }
}

/// Has the page written in another language, once its words are here.
pub(super) fn speak(settings: Settings, language: Language) {
    words::fetch(language.tag(), move |fetched| {
        if fetched {
            take_words();
            settings.unfetched.set(0);
            settings.language.set(language);
        } else {
            settings.unfetched.update(|times| *times += 1);
        }
    });
}

/// Has the document wear a setting, and the browser remember it once the reader
/// has picked it. A document without it is as the setting is that it begins with:
/// to write that would have all of the page styled anew.
fn follow(
    name: &'static str,
    attribute: &'static str,
    first: &'static str,
    setting: impl Fn() -> &'static str + 'static,
) {
    whenever(Box::new(move |ran| {
        let setting = setting();
        if ran || setting != first {
            document::set_setting(attribute, setting);
        }
        if ran {
            let _ = storage::write(name, setting);
        }
    }));
}

/// Runs now and whenever what was read changes, told whether it ran before. It
/// is boxed, for each kind of effect brings a copy of what runs effects.
pub(super) fn whenever(run: Box<dyn Fn(bool)>) {
    Effect::new(move |ran: Option<()>| run(ran.is_some()));
}
