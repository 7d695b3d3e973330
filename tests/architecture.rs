//! The rooms depend on one another in one direction only, and the web's crates
//! stay behind the doors they belong to.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

/// Each room and the rooms that it may name.
const ROOMS: [(&str, &[&str]); 7] = [
    ("valuation", &["valuation"]),
    ("workbook", &["valuation", "workbook"]),
    ("text", &["valuation", "workbook", "text"]),
    ("exchange", &["valuation", "workbook", "text", "exchange"]),
    ("browser", &["browser"]),
    (
        "page",
        &[
            "valuation",
            "workbook",
            "text",
            "exchange",
            "browser",
            "page",
        ],
    ),
    (
        "main",
        &[
            "valuation",
            "workbook",
            "text",
            "exchange",
            "browser",
            "page",
        ],
    ),
];

/// How the name of a crate begins, and the rooms that may say it.
const CRATES: [(&str, &[&str]); 7] = [
    ("web_sys", &["browser"]),
    ("js_sys", &["browser"]),
    ("gloo", &["browser"]),
    ("wasm_bindgen", &["browser"]),
    ("leptos", &["page", "main"]),
    ("reactive_", &["page", "main"]),
    ("tachys", &["page", "main"]),
];

/// A file longer than this is worth a second look.
const LONG: usize = 500;

#[test]
fn rooms_name_only_what_they_may() {
    let mut faults = Vec::new();
    for (room, path) in sources() {
        let source = fs::read_to_string(&path).expect("a source file is readable");
        if source.lines().count() > LONG {
            println!("long: {} has over {LONG} lines", path.display());
        }
        for fault in faults_in(&room, &source) {
            faults.push(format!("{}: {fault}", path.display()));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_room_is_known_and_has_sources() {
    let found: Vec<String> = sources().into_iter().map(|(room, _)| room).collect();
    for (room, _) in ROOMS {
        assert!(
            found.iter().any(|other| other == room),
            "no source of {room} was found"
        );
    }
    for room in found {
        assert!(
            ROOMS.iter().any(|(known, _)| *known == room),
            "{room} is a room that this test does not know"
        );
    }
}

#[test]
fn a_wrong_direction_is_found() {
    for (room, source) in [
        ("valuation", "use crate::workbook::Workbook;"),
        ("valuation", "use super::super::page::App;"),
        (
            "workbook",
            "use crate::{\n    valuation::{Interval, gap},\n    text::Language,\n};",
        ),
        ("exchange", "fn f() { crate::page::show() }"),
        ("exchange", "use crate::browser::root;"),
        ("browser", "use crate::workbook::Workbook;"),
        ("page", "use rerate::main;"),
        ("page", "let window = web_sys::window();"),
        ("text", "use leptos::prelude::*;"),
        ("browser", "fn f() -> impl leptos::IntoView {}"),
        ("main", "gloo_timers::callback::Timeout::new(0, f);"),
        (
            "valuation",
            "let a = '\"'; let b = crate::page::App; let c = '\"';",
        ),
    ] {
        assert_eq!(faults_in(room, source).len(), 1, "{room}: {source}");
    }
}

#[test]
fn a_right_direction_and_mere_words_are_let_be() {
    for (room, source) in [
        (
            "page",
            "use crate::{browser::root, text::{Language, page}, workbook::Workbook};",
        ),
        ("page", "use leptos::prelude::*;"),
        (
            "browser",
            "use wasm_bindgen::JsCast; use web_sys::HtmlElement;",
        ),
        (
            "workbook",
            "use super::figure::Figure; use crate::valuation::Interval;",
        ),
        (
            "valuation",
            "//! Nothing here knows [`crate::page`] or leptos.\nconst S: &str = \"crate::page\";",
        ),
        (
            "valuation",
            "/* crate::page */ const R: &str = r#\"web_sys \"::\" \"#; fn f<'a>(x: &'a str) {}",
        ),
        ("text", "let my_leptos = 1;"),
    ] {
        assert_eq!(faults_in(room, source), [""; 0], "{room}: {source}");
    }
}

/// Every source file with the room that it stands in.
fn sources() -> Vec<(String, PathBuf)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("src can be listed") {
            let path = entry.expect("src can be listed").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let inside = path.strip_prefix(&root).expect("a file of src");
                let first = inside.iter().next().expect("a file has a name");
                let room = first.to_string_lossy().trim_end_matches(".rs").to_owned();
                // The front page of the crate names every room.
                if room != "lib" {
                    found.push((room, path));
                }
            }
        }
    }
    found
}

/// What a source of a room names and may not.
fn faults_in(room: &str, source: &str) -> Vec<String> {
    let code = without_words(source);
    let (_, may_name) = ROOMS
        .iter()
        .find(|(known, _)| *known == room)
        .expect("a known room");
    let mut faults = Vec::new();
    for named in rooms_named(&code) {
        if ROOMS.iter().any(|(known, _)| *known == named) && !may_name.contains(&named) {
            faults.push(format!("{room} names {named}"));
        }
    }
    for word in code.split(|c: char| !c.is_alphanumeric() && c != '_') {
        for (start, rooms) in CRATES {
            if word.starts_with(start) && !rooms.contains(&room) {
                faults.push(format!("{room} names {word}"));
            }
        }
    }
    faults
}

/// The first word of every path from the crate's root or from a parent.
fn rooms_named(code: &str) -> Vec<&str> {
    let mut named = Vec::new();
    for root in ["crate::", "rerate::", "super::"] {
        for (at, _) in code.match_indices(root) {
            let rest = &code[at + root.len()..];
            match rest.strip_prefix('{') {
                Some(group) => named.extend(first_words(group)),
                None => named.push(word(rest)),
            }
        }
    }
    named
}

/// The first word of each path in a group, up to its closing brace.
fn first_words(group: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let (mut depth, mut start) = (0, Some(0));
    for (at, character) in group.char_indices() {
        if let Some(begun) =
            start.filter(|_| depth == 0 && !character.is_whitespace() && character != '}')
        {
            words.push(word(&group[begun.max(at)..]));
            start = None;
        }
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => start = Some(at + 1),
            _ => {}
        }
    }
    words
}

fn word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_');
    &text[..end.unwrap_or(text.len())]
}

/// A source without its comments and its literals of text.
fn without_words(source: &str) -> String {
    let mut code = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(character) = rest.chars().next() {
        let skipped = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if let Some(ending) = raw_ending(rest) {
            let open = rest.find('"').expect("a raw string has a quote") + 1;
            rest[open..]
                .find(&ending)
                .map_or(rest.len(), |end| open + end + ending.len())
        } else if character == '"' {
            quoted_length(rest)
        } else if rest.starts_with("'\"'") {
            3
        } else if rest.starts_with("'\\\"'") {
            4
        } else {
            0
        };
        if skipped == 0 {
            code.push(character);
            rest = &rest[character.len_utf8()..];
        } else {
            code.push(' ');
            rest = &rest[skipped..];
        }
    }
    code
}

/// What ends the raw string that begins here, if one does.
fn raw_ending(rest: &str) -> Option<String> {
    let after = rest.strip_prefix('r')?;
    let hashes = after.len() - after.trim_start_matches('#').len();
    after[hashes..]
        .starts_with('"')
        .then(|| format!("\"{}", "#".repeat(hashes)))
}

fn quoted_length(rest: &str) -> usize {
    let mut escaped = false;
    for (at, character) in rest.char_indices().skip(1) {
        match character {
            '"' if !escaped => return at + 1,
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    rest.len()
}
