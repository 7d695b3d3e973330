//! The calculator in somebody else's page: where it is found, and what such a
//! page has to hold.

use crate::{text::Language, workbook::Section};

/// What the frame of an embed may do. Without the second it keeps nothing in the
/// browser, and works all the same.
const SANDBOX: &str =
    "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads";

/// An embed as a writer asks for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Embed {
    /// The address of the folder in which the calculator is, with its slash.
    pub base: String,
    /// The sections shown; none for all.
    pub sections: Vec<Section>,
    /// The language of the embed.
    pub language: Language,
    /// The name of the theme, where it is not the device's.
    pub theme: Option<&'static str>,
    /// The name of the preset, where it is not the first.
    pub preset: Option<&'static str>,
    /// Whether the reader cannot change the figures.
    pub locked: bool,
    /// The width in pixels; none for that of its place.
    pub width: Option<u32>,
    /// The inputs, as the end of a link has them.
    pub state: String,
}

impl Embed {
    /// The address of the document in the frame.
    #[must_use]
    pub fn address(&self) -> String {
        let mut address = [self.base.as_str(), &document(&self.sections, self.language)].concat();
        let mut mark = '?';
        for (name, value) in self.asked() {
            if name == "view" && self.sections.len() == 1 {
                continue;
            }
            address.push(mark);
            address.push_str(name);
            address.push('=');
            address.push_str(&value);
            mark = '&';
        }
        if !self.state.is_empty() {
            address.push('#');
            address.push_str(&self.state);
        }
        address
    }

    /// A frame that needs no script on the page around it.
    #[must_use]
    pub fn frame(&self, title: &str) -> String {
        let width = self.width.map(|width| width.to_string());
        let height = self.height().to_string();
        let mut html = opened("iframe");
        for (name, value) in [
            ("title", title),
            ("src", &self.address()),
            ("width", width.as_deref().unwrap_or("100%")),
            ("height", &height),
            ("loading", "lazy"),
            ("style", "border:0"),
            ("allow", "clipboard-write; web-share; fullscreen"),
            ("referrerpolicy", "no-referrer"),
            ("sandbox", SANDBOX),
        ] {
            attribute(&mut html, name, value);
        }
        html.push_str("></iframe>");
        html
    }

    /// The same frame, which grows and shrinks with what is in it.
    #[must_use]
    pub fn frame_with_listener(&self, title: &str) -> String {
        let script = self.script("embed.listener.js");
        [&self.frame(title), "\n", &script].concat()
    }

    /// The custom element, with what stands there until it is ready.
    #[must_use]
    pub fn element(&self, title: &str) -> String {
        let mut html = self.script("embed.v1.js");
        html.push('\n');
        html.push_str(&opened("rerate-calculator"));
        for (name, value) in self.asked() {
            attribute(&mut html, name, &value);
        }
        attribute(&mut html, "lang", self.language.tag());
        if !self.state.is_empty() {
            attribute(&mut html, "state", &self.state);
        }
        if let Some(width) = self.width {
            attribute(
                &mut html,
                "style",
                &["max-width:", &width.to_string(), "px"].concat(),
            );
        }
        html.push('>');
        html.push_str(&opened("a"));
        attribute(&mut html, "href", &self.address());
        html.push('>');
        escape(&mut html, title);
        html.push_str("</a></rerate-calculator>");
        html
    }

    /// How high the frame is where nothing tells it better, in pixels: as high as
    /// a column 640 wide needs, of a long section its first part.
    #[must_use]
    pub fn height(&self) -> u32 {
        match self.sections.as_slice() {
            [] => 900,
            sections => sections.iter().map(|&section| height(section)).sum(),
        }
    }

    /// What is asked for by name.
    fn asked(&self) -> Vec<(&'static str, String)> {
        let keys: Vec<&str> = self.sections.iter().map(|section| section.key()).collect();
        let keys = keys.join(",");
        let all = Section::ALL.map(Section::key).join(",");
        let lock = match (self.locked, keys.is_empty()) {
            (false, _) => String::new(),
            (true, true) => all,
            (true, false) => keys.clone(),
        };
        let mut asked = vec![
            ("view", keys),
            ("preset", self.preset.unwrap_or_default().to_owned()),
            ("theme", self.theme.unwrap_or_default().to_owned()),
            ("lock", lock),
        ];
        asked.retain(|(_, value)| !value.is_empty());
        asked
    }

    fn script(&self, name: &str) -> String {
        let mut html = opened("script");
        html.push_str(" async");
        attribute(&mut html, "src", &[self.base.as_str(), name].concat());
        html.push_str("></script>");
        html
    }
}

/// The document that holds some sections, or all.
#[must_use]
pub fn document(sections: &[Section], language: Language) -> String {
    let (dash, key) = match sections {
        [section] => ("-", section.key()),
        _ => ("", ""),
    };
    let ending = match language {
        Language::English => ".html",
        Language::SimplifiedChinese => ".zh-hans.html",
        Language::TraditionalChinese => ".zh-hant.html",
    };
    ["embed", dash, key, ending].concat()
}

/// The full calculator's document.
#[must_use]
pub const fn full_document(language: Language) -> &'static str {
    match language {
        Language::English => "index.html",
        Language::SimplifiedChinese => "zh-hans.html",
        Language::TraditionalChinese => "zh-hant.html",
    }
}

const fn height(section: Section) -> u32 {
    match section {
        Section::Claim => 1200,
        Section::CatchingUp => 1540,
        Section::Sectors | Section::Why | Section::Past | Section::WhatIf | Section::Scale => 1640,
    }
}

/// The start of a tag. It is put together, for a text of the module that looks
/// like a tag is taken for a template.
fn opened(tag: &str) -> String {
    ["<", tag].concat()
}

fn attribute(html: &mut String, name: &str, value: &str) {
    html.push(' ');
    html.push_str(name);
    html.push_str("=\"");
    escape(html, value);
    html.push('"');
}

fn escape(html: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '"' => html.push_str("&quot;"),
            _ => html.push(character),
        }
    }
}
