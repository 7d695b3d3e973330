//! The three documents, one a language: Trunk's index.html with the page
//! rendered natively put into it, so that the answer stands there before the
//! module arrives.

use crate::failure::{Outcome, failed};
use crate::run::{cargo, output, run};

/// The documents: file name and language tag. The first is the front page.
pub(crate) const DOCUMENTS: [(&str, &str); 3] = [
    ("index.html", "en"),
    ("zh-hans.html", "zh-Hans"),
    ("zh-hant.html", "zh-Hant"),
];

/// Whether a file is one of them.
pub(crate) fn is_document(name: &str) -> bool {
    DOCUMENTS.iter().any(|(other, _)| *other == name)
}

/// The words of boot.js, and how urgently a screen reader says each.
const NOTICES: [(&str, &str); 6] = [
    ("stale", " role=\"alert\""),
    ("restarted", " role=\"status\""),
    ("stopped", " role=\"alert\""),
    ("unavailable", " role=\"alert\""),
    ("inputs", ""),
    ("reload", ""),
];

/// A page as the native renderer gives it: named words, and the HTML.
pub(crate) struct Prepared {
    pub(crate) tag: &'static str,
    words: Vec<(String, String)>,
    html: String,
}

/// The page in every language, rendered natively.
pub(crate) fn prepared() -> Outcome<Vec<Prepared>> {
    run(cargo(&["build"]).args(RENDERER), HELP)?;
    let mut pages = Vec::new();
    for (_, tag) in DOCUMENTS {
        pages.push(said(tag, None)?);
    }
    Ok(pages)
}

/// Every document, made from Trunk's.
pub(crate) fn documents(template: &str, pages: &[Prepared]) -> Outcome<Vec<(String, String)>> {
    let notices = notices(pages)?;
    let mut documents = Vec::new();
    for ((name, _), page) in DOCUMENTS.iter().zip(pages) {
        documents.push(((*name).to_owned(), page.document(template, &notices)?));
    }
    Ok(documents)
}

/// What a language says, as the page in a browser reads it.
pub(crate) struct Sheet {
    pub(crate) tag: String,
    pub(crate) name: String,
    pub(crate) lines: String,
}

/// Every sheet of every language.
pub(crate) fn sheets() -> Outcome<Vec<Sheet>> {
    let writer = [
        "run",
        "--quiet",
        "--no-default-features",
        "--features",
        "prerender",
        "--example",
        "sheets",
    ];
    let help = "the languages' words must be written down before the page can be made";
    let said = output(&mut cargo(&writer), help)?;
    let sheets: Vec<_> = said.split('\u{c}').filter_map(Sheet::read).collect();
    if sheets.len() == 2 * DOCUMENTS.len() {
        Ok(sheets)
    } else {
        failed("examples/sheets.rs is to print two sheets for each language")
    }
}

impl Sheet {
    fn read(said: &str) -> Option<Self> {
        let (head, lines) = said.split_once('\n')?;
        let (tag, name) = head.split_once(' ')?;
        Some(Self {
            tag: tag.to_owned(),
            name: name.to_owned(),
            lines: lines.to_owned(),
        })
    }
}

/// The file of a sheet in a document's own language, where it names one.
pub(crate) fn own_sheet<'a>(html: &'a str, name: &str) -> Option<&'a str> {
    let (tag, _) = html.split_once("<html lang=\"")?.1.split_once('"')?;
    let (_, link) = html.split_once(&format!("hreflang=\"{tag}\""))?;
    let (_, file) = link.split_once(&format!("data-{name}=\"./"))?;
    Some(file.split_once('"')?.0)
}

/// How the native renderer is called.
const RENDERER: [&str; 6] = [
    "--quiet",
    "--no-default-features",
    "--features",
    "prerender",
    "--example",
    "prerender",
];
const HELP: &str =
    "the native rendering of the page must build and run before the page can be made";

/// The page in a language, or what an embed has of it.
pub(crate) fn said(tag: &'static str, embed: Option<&str>) -> Outcome<Prepared> {
    let said = output(
        cargo(&["run"]).args(RENDERER).args(["--", tag]).args(embed),
        HELP,
    )?;
    Prepared::read(tag, &said)
}

impl Prepared {
    /// Reads what examples/prerender.rs prints: lines of `name: words`, an
    /// empty line, and the HTML.
    fn read(tag: &'static str, said: &str) -> Outcome<Self> {
        let Some((head, html)) = said.split_once("\n\n") else {
            return failed(
                "examples/prerender.rs printed no page: it is to print words, an empty line and HTML",
            );
        };
        let words = head.lines().filter_map(|line| line.split_once(": "));
        Ok(Self {
            tag,
            words: words
                .map(|(name, words)| (name.to_owned(), words.to_owned()))
                .collect(),
            html: html.trim_end().to_owned(),
        })
    }

    /// Where the page's document is, from its folder.
    pub(crate) fn address(&self) -> String {
        let document = DOCUMENTS.iter().skip(1).find(|(_, tag)| *tag == self.tag);
        format!("./{}", document.map_or("", |(name, _)| name))
    }

    /// A word of the page's document, as it is.
    pub(crate) fn word(&self, name: &str) -> Outcome<&str> {
        match self.words.iter().find(|(other, _)| other == name) {
            Some((_, words)) => Ok(words),
            None => failed(format!(
                "examples/prerender.rs printed no `{name}` for {}: add it there",
                self.tag
            )),
        }
    }

    pub(crate) fn document(&self, template: &str, notices: &str) -> Outcome<String> {
        let title = escaped(self.word("title")?);
        let mut html = replaced_once(
            template,
            "<html lang=\"en\">",
            &format!("<html lang=\"{}\">", self.tag),
        )?;
        let Some(sheet) = own_sheet(&html, "first") else {
            return failed(format!(
                "index.html has no link to the document in {}",
                self.tag
            ));
        };
        // Fetched beside the module, for it says nothing without its words.
        let preload = format!(
            "<link rel=\"preload\" href=\"./{sheet}\" as=\"fetch\" crossorigin fetchpriority=\"low\">"
        );
        for (placeholder, content) in [
            (
                "<title>Rerate</title>",
                format!("<title>{title}</title>\n{preload}"),
            ),
            (
                "<meta name=\"description\" content=\"\">",
                format!(
                    "<meta name=\"description\" content=\"{}\">",
                    escaped(self.word("description")?)
                ),
            ),
            (
                "<div id=\"rerate\"></div>",
                format!("<div id=\"rerate\">{}</div>", self.html),
            ),
            (
                "<div id=\"notices\" class=\"notices\"></div>",
                format!(
                    "<div id=\"notices\" class=\"notices\">{notices}<noscript><p>{}</p></noscript></div>",
                    escaped(self.word("scriptless")?)
                ),
            ),
        ] {
            html = replaced_once(&html, placeholder, &content)?;
        }
        Ok(html)
    }
}

/// A text as JSON writes it, quotation marks and all.
pub(crate) fn quoted(text: &str) -> String {
    let mut json = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => json.extend(['\\', letter]),
            '\u{0}'..='\u{1f}' => json.push_str(&format!("\\u{:04x}", u32::from(letter))),
            _ => json.push(letter),
        }
    }
    json.push('"');
    json
}

/// Each word of boot.js in each language, hidden: the reader may change the
/// language of the page without leaving the document.
pub(crate) fn notices(pages: &[Prepared]) -> Outcome<String> {
    let mut notices = String::new();
    for (name, role) in NOTICES {
        for page in pages {
            let (tag, words) = (page.tag, escaped(page.word(name)?));
            notices.push_str(&format!(
                "<p data-notice=\"{name}\" lang=\"{tag}\"{role} hidden>{words}</p>"
            ));
        }
    }
    Ok(notices)
}

/// Puts `content` where `placeholder` stands, which must be exactly once.
pub(crate) fn replaced_once(html: &str, placeholder: &str, content: &str) -> Outcome<String> {
    match html.split(placeholder).collect::<Vec<_>>().as_slice() {
        [before, after] => Ok([before, content, after].concat()),
        parts => failed(format!(
            "`{placeholder}` stands {} times in index.html, and the build looks for it once: keep xtask and index.html in step",
            parts.len() - 1
        )),
    }
}

pub(crate) fn escaped(words: &str) -> String {
    words
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_end_at_the_empty_line() {
        let page =
            Prepared::read("en", "title: P/E: 5 < 6\nstale: Old\n\n<main>\n\n</main>\n").ok();
        let page = page.as_ref();
        assert_eq!(
            page.map(|page| page.html.as_str()),
            Some("<main>\n\n</main>")
        );
        assert_eq!(
            page.and_then(|page| page.word("title").ok()),
            Some("P/E: 5 < 6")
        );
        assert!(page.is_some_and(|page| page.word("reload").is_err()));
    }

    #[test]
    fn a_placeholder_is_refused_unless_it_stands_once() {
        assert_eq!(replaced_once("a-b", "-", "+").ok().as_deref(), Some("a+b"));
        assert!(replaced_once("a-b-c", "-", "+").is_err());
        assert!(replaced_once("abc", "-", "+").is_err());
    }
}
