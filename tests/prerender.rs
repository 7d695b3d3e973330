//! The page as it is rendered natively: each section in each language, element
//! by element, as the files in `tests/golden/html/` have it.
//!
//! `RERATE_BLESS=1` writes the files anew; read what has changed in them.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]
#![allow(clippy::panic, reason = "a test fails by panicking")]

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use rerate::page::{Extent, prerendered};
use rerate::text::{Date, Language};
use rerate::workbook::{Preset, Section, Workbook};

/// The day on which the page is read; some of its figures are old by then.
const TODAY: Date = Date {
    year: 2026,
    month: 7,
    day: 31,
};

/// Elements that have no end.
const VOID: [&str; 4] = ["input", "br", "hr", "img"];

#[test]
fn the_sections_are_as_their_files_have_them() {
    let blesses = env::var_os("RERATE_BLESS").is_some();
    let mut faults = Vec::new();
    for language in Language::ALL {
        for (name, html) in parts(language) {
            let lines = lines(&html).join("\n") + "\n";
            let file = file(&name, language);
            if blesses {
                fs::write(&file, lines)
                    .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
            } else if let Some(fault) = difference(&file, &lines) {
                faults.push(fault);
            }
        }
    }
    assert!(
        faults.is_empty(),
        "{}\n\nRERATE_BLESS=1 writes the files anew.",
        faults.join("\n\n")
    );
}

#[test]
fn every_file_is_of_a_part_of_the_page() {
    let folder = folder();
    let mut known: Vec<PathBuf> = Vec::new();
    for language in Language::ALL {
        for (name, _) in parts(language) {
            known.push(file(&name, language));
        }
    }
    for entry in fs::read_dir(&folder).expect("the folder can be listed") {
        let path = entry.expect("the folder can be listed").path();
        assert!(known.contains(&path), "{} is of no part", path.display());
    }
}

#[test]
fn every_name_on_the_page_is_given_once() {
    for preset in [
        Preset::ChinaVsUs,
        Preset::GoldenDragonVsNasdaq,
        Preset::Blank,
    ] {
        let html = prerendered(
            Workbook::from(preset),
            Language::English,
            TODAY,
            Extent::Whole,
        );
        let mut names: Vec<&str> = attribute(&html, "id").collect();
        names.sort_unstable();
        for pair in names.windows(2) {
            assert_ne!(pair.first(), pair.last(), "{preset:?}");
        }
        // What refers to a name finds it.
        for reference in attribute(&html, "for")
            .chain(attribute(&html, "aria-labelledby"))
            .chain(attribute(&html, "aria-describedby"))
            .flat_map(|names| names.split(' '))
        {
            assert!(names.contains(&reference), "{preset:?}: no {reference}");
        }
    }
}

#[test]
fn a_line_that_differs_is_told() {
    let html =
        "<p class=\"a  b\" hidden>x &amp; <b>y</b>\n <input value=\"1 > 0\"> z</p><!--<() />--><!>";
    let lines = lines(html);
    assert_eq!(
        lines,
        [
            "<p class=\"a b\" hidden>",
            "  x &amp;",
            "  <b>",
            "    y",
            "  </b>",
            "  <input value=\"1 > 0\">",
            "  z",
            "</p>",
        ]
    );
    let other = lines.join("\n").replace("y", "w");
    let told = first_difference(&lines.join("\n"), &other).expect("a difference");
    assert_eq!(told, "line 4:\n- y\n+ w");
    assert_eq!(
        first_difference("a\nb", "a"),
        Some("line 2:\n- b\n+ (the end)".to_owned())
    );
    assert_eq!(first_difference("a", "a"), None);
}

/// The sections, and the page around them, as HTML by name.
fn parts(language: Language) -> Vec<(String, String)> {
    let mut rest = prerendered(
        Workbook::from(Preset::ChinaVsUs),
        language,
        TODAY,
        Extent::Whole,
    );
    let mut parts = Vec::new();
    for section in Section::ALL {
        let start = format!("<section id=\"{}\"", section.key());
        let from = rest
            .find(&start)
            .unwrap_or_else(|| panic!("no section begins with {start}"));
        let end = "</section>";
        let to = rest
            .get(from..)
            .and_then(|html| html.find(end))
            .map(|to| from + to + end.len())
            .unwrap_or_else(|| panic!("{start} does not end"));
        parts.push((section.key().to_owned(), rest.drain(from..to).collect()));
    }
    parts.push(("around".to_owned(), rest));
    parts
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/html")
}

fn file(part: &str, language: Language) -> PathBuf {
    folder().join(format!("{part}.{}.html", language.tag()))
}

/// How a file differs from what was rendered.
fn difference(file: &Path, rendered: &str) -> Option<String> {
    let golden = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()));
    match golden {
        Ok(golden) => first_difference(&golden, rendered)
            .map(|difference| format!("{}, {difference}", file.display())),
        Err(error) => Some(error),
    }
}

fn first_difference(golden: &str, rendered: &str) -> Option<String> {
    let (mut golden, mut rendered) = (golden.lines(), rendered.lines());
    for number in 1.. {
        let pair = (golden.next(), rendered.next());
        match pair {
            (None, None) => break,
            (golden, rendered) if golden != rendered => {
                let shown = |line: Option<&str>| line.map_or("(the end)", str::trim).to_owned();
                return Some(format!(
                    "line {number}:\n- {}\n+ {}",
                    shown(golden),
                    shown(rendered)
                ));
            }
            _ => {}
        }
    }
    None
}

/// The values of an attribute.
fn attribute<'a>(html: &'a str, name: &str) -> impl Iterator<Item = &'a str> {
    let start = format!(" {name}=\"");
    let places: Vec<usize> = html
        .match_indices(&start)
        .map(|(at, _)| at + start.len())
        .collect();
    places
        .into_iter()
        .filter_map(move |at| html.get(at..)?.split('"').next())
}

/// HTML for reading: one tag or text a line, indented by its depth, white space
/// drawn together and comments left out.
fn lines(html: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut depth: usize = 0;
    let mut rest = html;
    while !rest.is_empty() {
        let end = if rest.starts_with("<!--") {
            rest.find("-->").map_or(rest.len(), |end| end + 3)
        } else if rest.starts_with('<') {
            tag_length(rest)
        } else {
            rest.find('<').unwrap_or(rest.len())
        };
        let (piece, after) = rest.split_at(end);
        rest = after;
        let words = piece.split_whitespace().collect::<Vec<_>>().join(" ");
        if words.is_empty() || piece.starts_with("<!") {
            continue;
        }
        let closes = piece.starts_with("</");
        if closes {
            depth = depth.saturating_sub(1);
        }
        lines.push(format!("{}{words}", "  ".repeat(depth)));
        let name = piece
            .trim_start_matches('<')
            .split([' ', '>', '/'])
            .next()
            .unwrap_or_default();
        let ends = closes || VOID.contains(&name) || piece.ends_with("/>");
        if piece.starts_with('<') && !ends {
            depth += 1;
        }
    }
    lines
}

/// The length of the tag that begins here; a value may hold what ends a tag.
fn tag_length(html: &str) -> usize {
    let mut quoted = false;
    for (at, character) in html.char_indices() {
        match character {
            '"' => quoted = !quoted,
            '>' if !quoted => return at + 1,
            _ => {}
        }
    }
    html.len()
}
