//! The dialog that makes an embed: what it shows, how it looks, and what a
//! writer puts into a page for it.

use leptos::prelude::*;

use super::{
    copy::{Copied, copier},
    outside,
    share::fragment,
};
use crate::{
    exchange::{checksum::crc32, embed::Embed},
    page::{
        Desk, Element, Theme, classed,
        controls::{Choice, button, picker},
        element,
    },
    text::{Keeping, Language, Phrase, Word},
    workbook::Section,
};

const DIALOG: &str = "embed";

/// The widths that an embed is made for, in pixels; none for that of its place.
const WIDTHS: [Option<u32>; 4] = [None, Some(320), Some(480), Some(640)];
const WIDTH_NAMES: [&str; 4] = ["", "320 px", "480 px", "640 px"];

/// What is picked in the dialog, each as a number.
#[derive(Clone, Copy)]
struct Embedding {
    desk: Desk,
    /// A bit for each section.
    sections: RwSignal<u32>,
    language: RwSignal<u32>,
    theme: RwSignal<u32>,
    width: RwSignal<u32>,
    locked: RwSignal<u32>,
    opened: RwSignal<u32>,
    /// The reader's figures, as the end of a link has them; none where they are
    /// too many for one.
    state: RwSignal<Option<String>>,
}

/// The button that opens the dialog, and the dialog.
pub(super) fn embedding(desk: Desk) -> [Element; 2] {
    let language = Language::ALL.iter().position(|of| *of == desk.language);
    let embedding = Embedding {
        desk,
        sections: RwSignal::new(1 << Section::Sectors as u32),
        language: RwSignal::new(language.unwrap_or_default() as u32),
        theme: RwSignal::new(0),
        width: RwSignal::new(0),
        locked: RwSignal::new(0),
        opened: RwSignal::new(0),
        state: RwSignal::new(Some(String::new())),
    };
    let open = button(desk.language.phrase(Phrase::Embed), move || {
        embedding.take_figures();
        outside::open_dialog(DIALOG);
    });
    [
        open.id("embed.open").with("aria-haspopup", "dialog"),
        embedding.dialog(),
    ]
}

impl Embedding {
    fn dialog(self) -> Element {
        let phrase = |phrase| self.desk.language.phrase(phrase);
        let close = button(self.desk.language.keeping(Keeping::Close), || {
            outside::close_dialog(DIALOG);
        });
        classed("dialog", "paste")
            .id(DIALOG)
            .with("aria-labelledby", "embed.title")
            .on("close", move |_| self.opened.set(0))
            .child(
                element("h2")
                    .id("embed.title")
                    .text(phrase(Phrase::EmbedTitle)),
            )
            .child(self.sections())
            .child(classed("div", "toolbar").children(self.pickers()))
            .child(
                classed("p", "hint")
                    .with("role", "status")
                    .says(move || self.told()),
            )
            .child(self.preview())
            .child(self.snippet("frame", Phrase::EmbedFrame, Embed::frame))
            .child(self.snippet(
                "listener",
                Phrase::EmbedListener,
                Embed::frame_with_listener,
            ))
            .child(self.snippet("element", Phrase::EmbedElement, Embed::element))
            .child(classed("div", "actions").child(close.id("embed.close")))
    }

    /// Takes the figures on the desk into the embed, and shows it.
    fn take_figures(self) {
        let show = move |state| {
            self.state.set(state);
            self.opened.set(1);
        };
        fragment(self.desk, Box::new(show));
    }

    /// That the figures on the desk are too many for a link, where they are.
    fn told(self) -> String {
        match self.state.get() {
            Some(_) => String::new(),
            None => self.desk.language.phrase(Phrase::EmbedTooMuch).to_owned(),
        }
    }

    fn sections(self) -> Element {
        let language = self.desk.language;
        let options = Section::ALL.map(|section| {
            let bit = 1 << section as u32;
            let id = ["embed.", section.key()].concat();
            switch(id, language.section(section), self.sections, bit)
        });
        classed("fieldset", "options")
            .child(element("legend").text(language.phrase(Phrase::EmbedSections)))
            .child(classed("p", "hint").text(language.phrase(Phrase::EmbedNoSection)))
            .child(classed("div", "row").children(options))
    }

    fn pickers(self) -> [Element; 4] {
        let language = self.desk.language;
        let one_of =
            |label: &'static str, id: &str, signal: RwSignal<u32>, names: Vec<&'static str>| {
                let choice = Choice::numbered(
                    move || signal.get() as usize,
                    move |index| signal.set(index as u32),
                );
                picker(move || label.to_owned(), id.to_owned(), names, &choice)
            };
        let own_names = Language::ALL.map(Language::own_name);
        let themes = Theme::ALL.map(|theme| language.word(theme.word()));
        let widths = WIDTH_NAMES.map(|name| match name {
            "" => language.phrase(Phrase::EmbedFullWidth),
            name => name,
        });
        [
            one_of(
                language.word(Word::LanguageLabel),
                "embed.language",
                self.language,
                own_names.to_vec(),
            ),
            one_of(
                language.word(Word::Theme),
                "embed.theme",
                self.theme,
                themes.to_vec(),
            ),
            one_of(
                language.phrase(Phrase::EmbedWidth),
                "embed.width",
                self.width,
                widths.to_vec(),
            ),
            switch(
                "embed.locked".to_owned(),
                language.phrase(Phrase::EmbedLock),
                self.locked,
                1,
            ),
        ]
    }

    /// The embed as it is, as long as the dialog is open. For another address
    /// there is another frame: one that goes elsewhere would be a step back.
    fn preview(self) -> Element {
        let address = move || {
            let address = crc32(self.embed().address().as_bytes());
            vec![address; self.opened.get() as usize]
        };
        let width = move || {
            let width = self.embed().width;
            Some(width.map_or_else(|| "100%".to_owned(), |width| width.to_string()))
        };
        element("div").keyed(address, move |_| {
            element("iframe")
                .id("embed.frame")
                .with("title", self.desk.language.phrase(Phrase::EmbedPreview))
                .with("src", self.embed().address())
                .with_live("width", width)
                .with("height", "480")
        })
    }

    fn snippet(
        self,
        name: &'static str,
        title: Phrase,
        html: fn(&Embed, &str) -> String,
    ) -> Element {
        let language = self.desk.language;
        let id = ["embed.", name].concat();
        let made = move || html(&self.embed(), &self.title());
        element("div")
            .child(element("h3").text(language.phrase(title)))
            .child(
                element("textarea")
                    .id([&id, ".text"].concat())
                    .with("readonly", "")
                    .with("rows", "4")
                    .with("spellcheck", "false")
                    .with("aria-label", language.phrase(title))
                    .value(move || {
                        if self.opened.get() == 0 {
                            String::new()
                        } else {
                            made()
                        }
                    }),
            )
            .child(copier(
                self.desk,
                language.phrase(Phrase::CopySnippet),
                [&id, ".copy"].concat(),
                move || Copied {
                    text: untrack(made),
                    html: None,
                },
            ))
    }

    fn embed(self) -> Embed {
        let address = outside::address();
        let path = address.split(['?', '#']).next().unwrap_or_default();
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let sections = self.sections.get();
        let picked = |section: &Section| sections & (1 << *section as u32) != 0;
        let language = Language::ALL.get(self.language.get() as usize);
        let theme = Theme::ALL.get(self.theme.get() as usize).copied();
        Embed {
            base: [folder, "/"].concat(),
            sections: Section::ALL.into_iter().filter(picked).collect(),
            language: language.copied().unwrap_or(self.desk.language),
            theme: theme.filter(|&theme| theme != Theme::Auto).map(Theme::key),
            preset: None,
            locked: self.locked.get() == 1,
            width: WIDTHS.get(self.width.get() as usize).copied().flatten(),
            state: self.state.get().unwrap_or_default(),
        }
    }

    /// What the frame is called.
    fn title(self) -> String {
        let embed = self.embed();
        let names = embed.sections.iter();
        let mut names: Vec<&str> = names
            .map(|&section| self.desk.language.section(section))
            .collect();
        names.push("Rerate");
        names.join(" · ")
    }
}

/// A box that is ticked as long as a bit is set.
fn switch(id: String, label: &'static str, bits: RwSignal<u32>, bit: u32) -> Element {
    let input = element("input")
        .with("type", "checkbox")
        .id(id)
        .checked(move || bits.get() & bit != 0)
        .on("change", move |_| bits.update(|bits| *bits ^= bit));
    classed("label", "option")
        .child(input)
        .child(element("span").text(label))
}
