//! Prints the prepared page in the language whose tag is given (English if
//! none is): the document's words, one `name: words` a line, an empty line, and
//! the HTML of the first preset's page. With the key of a section after the tag
//! it is the embed of that section, and with `embed` that of all.

use std::time::{SystemTime, UNIX_EPOCH};

use rerate::{
    page,
    text::{Aside, Date, Language, Word},
    workbook::{Preset, Section, Workbook},
};

fn main() {
    let tag = std::env::args().nth(1);
    let language = tag
        .as_deref()
        .and_then(Language::from_tag)
        .unwrap_or(Language::English);
    for (name, words) in words(language) {
        println!("{name}: {words}");
    }
    for (name, aside) in Aside::ALL {
        println!("offline.{name}: {}", language.aside(*aside));
    }
    let workbook = Workbook::from(Preset::ChinaVsUs);
    let html = match std::env::args().nth(2) {
        None => page::prerendered(workbook, language, today(), page::Extent::Prepared),
        Some(key) => {
            let section = Section::from_key(&key);
            if let Some(section) = section {
                println!("section: {}", language.section(section));
            }
            page::prerendered_embed(workbook, language, today(), section.as_slice())
        }
    };
    println!("\n{html}");
}

fn words(language: Language) -> [(&'static str, &'static str); 10] {
    [
        ("title", Word::Title),
        ("description", Word::Description),
        ("scriptless", Word::Scriptless),
        ("stale", Word::Stale),
        ("restarted", Word::Restarted),
        ("stopped", Word::Stopped),
        ("unavailable", Word::Unavailable),
        ("inputs", Word::Inputs),
        ("reload", Word::Reload),
        ("locked", Word::Locked),
    ]
    .map(|(name, word)| (name, language.word(word)))
}

/// The day on which the page is made, from which it counts how old a figure is.
fn today() -> Date {
    let since_1970 = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    Date::after_1970(since_1970.as_secs() / 86_400)
}
