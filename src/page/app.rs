//! The page in a browser: it begins with what was kept, and keeps what changes.

use leptos::prelude::*;

use super::{Desk, Page, Settings, Theme};
use crate::{
    browser::{clock, document, recovery, storage},
    exchange::kept,
    text::{Date, Language},
    workbook::{Preset, Workbook},
};

/// The names under which settings are stored.
const LANGUAGE: &str = "rerate.language";
const THEME: &str = "rerate.theme";

/// The page with its state, its settings and what outlasts it.
#[component]
pub fn App() -> impl IntoView {
    let before = recovery::kept().and_then(|bytes| kept::read(&bytes));
    let workbook = before.unwrap_or_else(|| Workbook::from(Preset::ChinaVsUs));
    let language = document::language()
        .as_deref()
        .and_then(Language::from_tag)
        .unwrap_or(Language::English);
    let theme = storage::read(THEME)
        .as_deref()
        .and_then(Theme::from_key)
        .unwrap_or_default();
    let settings = Settings {
        language: RwSignal::new(language),
        theme: RwSignal::new(theme),
    };
    let (year, month, day) = clock::today();
    let desk = Desk::new(workbook, language, Date { year, month, day });

    Effect::new(move |_| {
        desk.follow(|workbook| {
            let told = kept::told(workbook, settings.language.get_untracked());
            recovery::keep(&kept::write(workbook), &told);
        });
    });
    Effect::new(move |before: Option<Language>| {
        let language = settings.language.get();
        if before.is_some_and(|before| before != language) {
            document::set_language(language.tag());
            storage::write(LANGUAGE, language.tag());
            // The switch was made anew with the page, so the reader's focus
            // has to be put back on it.
            document::focus("language");
        }
        language
    });
    Effect::new(move |before: Option<Theme>| {
        let theme = settings.theme.get();
        document::set_theme(theme.key());
        if before.is_some() {
            storage::write(THEME, theme.key());
        }
        theme
    });

    // The words change all over the page at once, so it is made anew in the
    // other language, over the same desk.
    move || {
        let desk = desk.in_language(settings.language.get());
        view! { <Page desk settings/> }
    }
}
