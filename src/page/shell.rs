//! The page around its sections: what stands above and below them.

use leptos::prelude::*;

use super::{
    Desk, Element,
    below::{Piece, Stage, below_sections, failure, staged},
    classed,
    controls::{Choice, button, picker},
    element, focus_next, sections,
};
use crate::{
    text::{Language, Word},
    workbook::{Edit, INDUSTRIES, Industry, Known, Part, Preset, Section},
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

    pub(super) const fn word(self) -> Word {
        match self {
            Self::Auto => Word::ThemeAuto,
            Self::Light => Word::ThemeLight,
            Self::Dark => Word::ThemeDark,
        }
    }
}

/// The colours of what is dearer or rises, and of what is cheaper or falls.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Colours {
    /// Blue and orange, which every reader can tell apart.
    #[default]
    Neutral,
    /// Red up and green down, as in China.
    RedUp,
    /// Green up and red down.
    GreenUp,
}

impl Colours {
    /// Every pair of colours, in the order of the page's switch.
    pub const ALL: [Self; 3] = [Self::Neutral, Self::RedUp, Self::GreenUp];

    /// The pair's name in storage and in the document.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Neutral => "neutral",
            Self::RedUp => "red-up",
            Self::GreenUp => "green-up",
        }
    }

    /// The pair of a name.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|colours| colours.key() == key)
    }

    const fn word(self) -> Word {
        match self {
            Self::Neutral => Word::ColoursNeutral,
            Self::RedUp => Word::ColoursRedUp,
            Self::GreenUp => Word::ColoursGreenUp,
        }
    }
}

/// What the reader sets of the page itself; it is no part of the workbook.
#[derive(Clone, Copy)]
pub struct Settings {
    /// The language of the page.
    pub language: RwSignal<Language>,
    /// How often in a row the words of another could not be fetched.
    pub unfetched: RwSignal<u32>,
    /// The theme of the page.
    pub theme: RwSignal<Theme>,
    /// The colours of up and down.
    pub colours: RwSignal<Colours>,
}

impl Settings {
    /// The page in a language, with the rest as it comes.
    #[must_use]
    pub fn new(language: Language) -> Self {
        Self {
            language: RwSignal::new(language),
            unfetched: RwSignal::new(0),
            theme: RwSignal::new(Theme::default()),
            colours: RwSignal::new(Colours::default()),
        }
    }
}

/// The whole page over a desk, made anew where the language changes: the words
/// then change all over it at once.
#[must_use]
pub fn page(desk: Desk, settings: Settings) -> Element {
    element("div").keyed(
        // Where the words of another could not be fetched, the list of languages
        // is made anew too: it shows one that the page is not in.
        move || vec![settings.language.get() as u32 + 3 * settings.unfetched.get()],
        move |_| {
            in_language(
                desk.in_language(settings.language.get_untracked()),
                settings,
            )
        },
    )
}

fn in_language(desk: Desk, settings: Settings) -> Element {
    let language = desk.language;
    let contents = Section::ALL.map(|section| {
        element("li").child(
            element("a")
                .with("href", ["#", section.key()].concat())
                .text(language.section(section)),
        )
    });
    let not_advice = classed("p", "not-advice")
        .child(element("strong").text(language.word(Word::NotAdvice)))
        .text(language.between_sentences())
        .text(language.word(Word::OnYourMachine));
    classed("div", "page")
        .with("lang", language.tag())
        .child(
            classed("a", "skip")
                .with("href", "#claim")
                .text(language.word(Word::SkipToContent)),
        )
        .child(
            classed("header", "masthead")
                .child(
                    classed("div", "title")
                        .child(element("h1").text("Rerate"))
                        .child(classed("p", "strapline").text(language.word(Word::Strapline))),
                )
                .child(staged(
                    desk,
                    element("div"),
                    "first.toolbar",
                    Stage::Toolbar,
                    Piece::Toolbar(settings),
                )),
        )
        .child(
            classed("nav", "contents")
                .with("aria-label", language.word(Word::Contents))
                .child(element("ul").children(contents)),
        )
        .child(
            element("main")
                .child(staged(
                    desk,
                    element("div"),
                    "first.claim",
                    Stage::Claim,
                    Piece::Here(sections::claim),
                ))
                .child(staged(
                    desk,
                    element("div"),
                    "first.sectors",
                    Stage::Sectors,
                    Piece::Here(sections::sectors),
                ))
                .child(failure(desk))
                .children(below_sections(desk)),
        )
        .child(
            classed("footer", "foot")
                .child(staged(
                    desk,
                    element("div"),
                    "foot",
                    Stage::Foot,
                    Piece::Sources,
                ))
                .child(not_advice),
        )
}

/// The page's own controls: where to start from, undo, language and theme.
pub(super) fn toolbar(desk: Desk, settings: Settings) -> Element {
    let language = desk.language;
    let word = move |word| move || language.word(word).to_owned();
    let languages = Choice::among(
        &Language::ALL,
        move || language,
        move |language| {
            #[cfg(feature = "app")]
            super::app::speak(settings, language);
            #[cfg(not(feature = "app"))]
            settings.language.set(language);
        },
    );
    let unfetched = (settings.unfetched.get_untracked() > 0).then(|| {
        let told = language.word(Word::LanguageUnfetched);
        classed("p", "message").with("role", "alert").text(told)
    });
    let themes = Choice::among(
        &Theme::ALL,
        move || settings.theme.get(),
        move |theme| {
            settings.theme.set(theme);
        },
    );
    let colours = Choice::among(
        &Colours::ALL,
        move || settings.colours.get(),
        move |colours| {
            settings.colours.set(colours);
        },
    );
    // The button that has nothing left to do gives the focus to the other.
    let undo = button(language.word(Word::Undo), move || {
        desk.undo();
        if !untrack(|| desk.can_undo()) {
            focus_next("redo".to_owned());
        }
    });
    let redo = button(language.word(Word::Redo), move || {
        desk.redo();
        if !untrack(|| desk.can_redo()) {
            focus_next("undo".to_owned());
        }
    });
    let reset = button(language.word(Word::ResetAll), move || {
        load(desk, desk.now(|workbook, _| workbook.preset));
    });
    classed("div", "toolbar")
        .with("role", "group")
        .with("aria-label", language.word(Word::Settings))
        .child(presets(desk))
        .child(
            classed("div", "steps").children([
                undo.id("undo")
                    .with_live("disabled", move || (!desk.can_undo()).then(String::new)),
                redo.id("redo")
                    .with_live("disabled", move || (!desk.can_redo()).then(String::new)),
                reset.id("reset"),
            ]),
        )
        .child(staged(
            desk,
            element("div"),
            "desk.tools",
            Stage::DeskTools,
            Piece::DeskTools,
        ))
        .child(picker(
            word(Word::LanguageLabel),
            "language".to_owned(),
            Language::ALL.iter().map(|language| language.own_name()),
            &languages,
        ))
        .child(picker(
            word(Word::Theme),
            "theme".to_owned(),
            Theme::ALL.iter().map(|theme| language.word(theme.word())),
            &themes,
        ))
        .child(picker(
            word(Word::Colours),
            "colours".to_owned(),
            Colours::ALL
                .iter()
                .map(|colours| language.word(colours.word())),
            &colours,
        ))
        .children(unfetched)
}

/// The presets, in the order of the page's list.
pub(super) const PRESETS: [Preset; 4] = [
    Preset::ChinaVsUs,
    Preset::GoldenDragonVsNasdaq,
    Preset::Industries(Industry::SOFTWARE, Industry::SEMICONDUCTOR),
    Preset::Blank,
];

/// The list of presets and, for the preset of industries, which two.
fn presets(desk: Desk) -> Element {
    let language = desk.language;
    let preset = move || desk.read(Part::Preset, |workbook, _| workbook.preset);
    let in_list = move || {
        let key = preset().key();
        let listed = PRESETS.into_iter().find(|listed| listed.key() == key);
        listed.unwrap_or(Preset::Blank)
    };
    // The table of industries comes with what stands below the first view.
    let choice = Choice::among(&PRESETS, in_list, move |preset| load(desk, preset)).barred(
        PRESETS
            .iter()
            .position(|&preset| industries(preset).is_some()),
        move || desk.arrival().here().is_none(),
    );
    classed("div", "presets")
        .child(picker(
            move || language.word(Word::Preset).to_owned(),
            "preset".to_owned(),
            PRESETS.iter().map(|&preset| language.preset(preset)),
            &choice,
        ))
        .child(classed("div", "industries").keyed(
            move || {
                if industries(preset()).is_some() {
                    vec![0, 1]
                } else {
                    Vec::new()
                }
            },
            move |place| industry_picker(desk, place == 0),
        ))
}

/// The two industries of a preset that compares two.
const fn industries(preset: Preset) -> Option<(Industry, Industry)> {
    match preset {
        Preset::Industries(a, b) => Some((a, b)),
        _ => None,
    }
}

/// The list of industries for the first or the second of the two.
fn industry_picker(desk: Desk, first: bool) -> Element {
    let language = desk.language;
    let (word, id) = if first {
        (Word::FirstIndustry, "industry.a")
    } else {
        (Word::SecondIndustry, "industry.b")
    };
    let choice = Choice::numbered(
        move || {
            let pair = desk.read(Part::Preset, |workbook, _| industries(workbook.preset));
            let industry = pair.map(|(a, b)| if first { a } else { b });
            industry.map_or(0, |industry| usize::from(industry.line()))
        },
        move |index| {
            let industry = u8::try_from(index).ok().and_then(Industry::new);
            let pair = desk.now(|workbook, _| industries(workbook.preset));
            if let (Some((a, b)), Some(industry)) = (pair, industry) {
                let (a, b) = if first { (industry, b) } else { (a, industry) };
                load(desk, Preset::Industries(a, b));
            }
        },
    );
    picker(
        move || language.word(word).to_owned(),
        id.to_owned(),
        (0..INDUSTRIES).map(|line| language.known(Known::Industry(line))),
        &choice,
    )
}

fn load(desk: Desk, preset: Preset) {
    desk.make(&Edit::Load(preset));
}
