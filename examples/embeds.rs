//! Prints what the build needs for embeds, with the address of the site's folder
//! as it is given: a line for each text, its name, a tab, and the text with its
//! line breaks written as `\n`. There are the oEmbed descriptions, one a preset
//! and language, and the three ways in which the demo article embeds.

use rerate::{
    exchange::embed::{Embed, full_document},
    text::{Language, Word},
    workbook::{Industry, Preset, Section},
};
use serde_json::json;

/// The presets that are described.
const PRESETS: [Preset; 4] = [
    Preset::ChinaVsUs,
    Preset::GoldenDragonVsNasdaq,
    Preset::Industries(Industry::SOFTWARE, Industry::SEMICONDUCTOR),
    Preset::Blank,
];

fn main() {
    let base = std::env::args().nth(1).unwrap_or_else(|| "./".to_owned());
    for language in Language::ALL {
        for preset in PRESETS {
            let script = match language {
                Language::English => "",
                Language::SimplifiedChinese => ".zh-hans",
                Language::TraditionalChinese => ".zh-hant",
            };
            let name = ["oembed.", preset.key(), script, ".json"].concat();
            tell(&name, &description(&base, preset, language));
        }
    }
    let title = |section| [Language::English.section(section), " · Rerate"].concat();
    let here = |section| embed("./", section, Language::English);
    let claim = here(Section::Claim).frame(&title(Section::Claim));
    let sectors = here(Section::Sectors).frame_with_listener(&title(Section::Sectors));
    let catching_up = here(Section::CatchingUp).element(&title(Section::CatchingUp));
    for (name, html) in [
        ("frame", claim),
        ("listener", sectors),
        ("element", catching_up),
    ] {
        tell(name, &html);
    }
}

fn embed(base: &str, section: Section, language: Language) -> Embed {
    Embed {
        base: base.to_owned(),
        sections: vec![section],
        language,
        theme: None,
        preset: None,
        locked: false,
        width: None,
        state: String::new(),
    }
}

/// What oEmbed (<https://oembed.com>) asks for of an embed with this preset.
fn description(base: &str, preset: Preset, language: Language) -> String {
    let embed = Embed {
        preset: (preset != Preset::ChinaVsUs).then(|| preset.key()),
        ..embed(base, Section::Sectors, language)
    };
    let title = language.word(Word::Title);
    let provider = [base, full_document(language)].concat();
    json!({
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": "Rerate",
        "provider_url": provider,
        "cache_age": 86_400,
        "html": embed.frame(title),
        "width": 640,
        "height": embed.height(),
    })
    .to_string()
}

fn tell(name: &str, text: &str) {
    println!("{name}\t{}", text.replace('\n', "\\n"));
}
