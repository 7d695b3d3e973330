//! The page around its sections: what stands above and below them.

use leptos::{ev, prelude::*};

use super::{
    Desk,
    controls::{Picker, handler},
    sections::{ClaimSection, PastSection, SectorsSection, Sources, WhatIfSection},
};
use crate::{
    text::{Language, Word},
    workbook::{Edit, INDUSTRIES, Industry, Preset, Section},
};

/// The theme that the page wears.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the device is set.
    #[default]
    Auto,
    /// Ink on paper.
    Light,
    /// Paper on ink.
    Dark,
}

impl Theme {
    /// Every theme, in the order of the page's switch.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// The theme's name in storage and in the document.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of a name.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.key() == key)
    }

    const fn word(self) -> Word {
        match self {
            Self::Auto => Word::ThemeAuto,
            Self::Light => Word::ThemeLight,
            Self::Dark => Word::ThemeDark,
        }
    }
}

/// What the reader sets of the page itself; it is no part of the workbook.
#[derive(Clone, Copy)]
pub struct Settings {
    /// The language of the page.
    pub language: RwSignal<Language>,
    /// The theme of the page.
    pub theme: RwSignal<Theme>,
}

/// The whole page over a desk, in the desk's language.
#[component]
pub fn Page(
    /// The state under the page.
    desk: Desk,
    /// What the reader sets of the page itself.
    settings: Settings,
) -> impl IntoView {
    provide_context(desk);
    let language = desk.language;
    let travel = handler(move |event: ev::KeyboardEvent| {
        let command = event.ctrl_key() || event.meta_key();
        match (command, event.shift_key(), event.key().as_str()) {
            (true, false, "z") => desk.undo(),
            (true, true, "z" | "Z") | (true, false, "y") => desk.redo(),
            _ => return,
        }
        event.prevent_default();
    });
    view! {
        <div class="page" lang=language.tag() on:keydown=travel>
            <a class="skip" href="#claim">{language.word(Word::SkipToContent)}</a>
            <header class="masthead">
                <div class="title">
                    <h1>{"Rerate"}</h1>
                    <p class="strapline">{language.word(Word::Strapline)}</p>
                </div>
                <Toolbar settings/>
            </header>
            <nav class="contents" aria-label=language.word(Word::Contents)>
                <ul>
                    {Section::ALL
                        .map(|section| {
                            view! {
                                <li>
                                    <a href=["#", section.key()].concat()>{language.section(section)}</a>
                                </li>
                            }
                        })
                        .into_iter()
                        .collect_view()}
                </ul>
            </nav>
            <main>
                {ClaimSection().into_any()}
                {SectorsSection().into_any()}
                {PastSection().into_any()}
                {WhatIfSection().into_any()}
            </main>
            <footer class="foot">
                {Sources().into_any()}
                <p class="not-advice">
                    <strong>{language.word(Word::NotAdvice)}</strong>
                    " "{language.word(Word::OnYourMachine)}
                </p>
            </footer>
        </div>
    }
    .into_any()
}

/// The page's own controls: where to start from, undo, language and theme.
#[component]
fn Toolbar(
    /// What the reader sets of the page itself.
    settings: Settings,
) -> impl IntoView {
    let desk = expect_context::<Desk>();
    let language = desk.language;
    let chosen_language = Signal::derive(move || {
        Language::ALL
            .iter()
            .position(|&option| option == language)
            .unwrap_or_default()
    });
    let choose_language = Callback::new(move |index: usize| {
        if let Some(&language) = Language::ALL.get(index) {
            settings.language.set(language);
        }
    });
    let chosen_theme = Signal::derive(move || {
        Theme::ALL
            .iter()
            .position(|&option| option == settings.theme.get())
            .unwrap_or_default()
    });
    let choose_theme = Callback::new(move |index: usize| {
        if let Some(&theme) = Theme::ALL.get(index) {
            settings.theme.set(theme);
        }
    });
    let reset = move |_| load(desk, desk.now(|workbook| workbook.preset));
    view! {
        <div class="toolbar" role="group" aria-label=language.word(Word::Settings)>
            <PresetPicker/>
            <div class="steps">
                <button type="button" id="undo" disabled=move || !desk.can_undo() on:click=handler(move |_| desk.undo())>
                    {language.word(Word::Undo)}
                </button>
                <button type="button" id="redo" disabled=move || !desk.can_redo() on:click=handler(move |_| desk.redo())>
                    {language.word(Word::Redo)}
                </button>
                <button type="button" id="reset" on:click=handler(reset)>{language.word(Word::ResetAll)}</button>
            </div>
            <Picker
                label=language.word(Word::LanguageLabel)
                id="language".to_owned()
                labels=Language::ALL.iter().map(|language| language.own_name()).collect()
                chosen=chosen_language
                on_choose=choose_language
            />
            <Picker
                label=language.word(Word::Theme)
                id="theme".to_owned()
                labels=Theme::ALL.iter().map(|theme| language.word(theme.word())).collect()
                chosen=chosen_theme
                on_choose=choose_theme
            />
        </div>
    }
    .into_any()
}

/// The list of presets and, for the preset of industries, which two.
#[component]
fn PresetPicker() -> impl IntoView {
    let desk = expect_context::<Desk>();
    let language = desk.language;
    let preset = desk.preset();
    let presets = [
        (Preset::ChinaVsUs, Word::PresetChinaVsUs),
        (Preset::GoldenDragonVsNasdaq, Word::PresetGoldenDragon),
        (
            Preset::Industries(Industry::SOFTWARE, Industry::SEMICONDUCTOR),
            Word::PresetIndustries,
        ),
        (Preset::Blank, Word::PresetBlank),
    ];
    let chosen = Signal::derive(move || {
        let key = preset.get().key();
        presets
            .iter()
            .position(|(option, _)| option.key() == key)
            .unwrap_or_default()
    });
    let choose = Callback::new(move |index: usize| {
        if let Some((preset, _)) = presets.get(index) {
            load(desk, *preset);
        }
    });
    let pair = Memo::new(move |_| match preset.get() {
        Preset::Industries(a, b) => Some((a, b)),
        _ => None,
    });
    let has_pair = Memo::new(move |_| pair.get().is_some());
    let names = move || -> Vec<&'static str> {
        (0..INDUSTRIES)
            .map(|line| language.known(crate::workbook::Known::Industry(line)))
            .collect()
    };
    let line = move |first: bool| {
        Signal::derive(move || {
            let industry = pair.get().map(|(a, b)| if first { a } else { b });
            industry.map_or(0, |industry| usize::from(industry.line()))
        })
    };
    let choose_industry = move |first: bool| {
        Callback::new(move |index: usize| {
            let industry = u8::try_from(index).ok().and_then(Industry::new);
            if let (Some((a, b)), Some(industry)) = (pair.get_untracked(), industry) {
                let (a, b) = if first { (industry, b) } else { (a, industry) };
                load(desk, Preset::Industries(a, b));
            }
        })
    };
    view! {
        <div class="presets">
            <Picker
                label=language.word(Word::Preset)
                id="preset".to_owned()
                labels=presets.iter().map(|(_, word)| language.word(*word)).collect()
                chosen
                on_choose=choose
            />
            {move || {
                has_pair
                    .get()
                    .then(|| {
                        view! {
                            <Picker
                                label=language.word(Word::FirstIndustry)
                                id="industry.a".to_owned()
                                labels=names()
                                chosen=line(true)
                                on_choose=choose_industry(true)
                            />
                            <Picker
                                label=language.word(Word::SecondIndustry)
                                id="industry.b".to_owned()
                                labels=names()
                                chosen=line(false)
                                on_choose=choose_industry(false)
                            />
                        }
                    })
            }}
        </div>
    }
    .into_any()
}

fn load(desk: Desk, preset: Preset) {
    desk.make(&Edit::Load(preset));
}
