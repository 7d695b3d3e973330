//! The page in its three languages, and the switch between them.

use std::collections::BTreeSet;

use rerate::text::{Language, Word, numbers, periods};
use rerate::valuation::NotMeaningful;
use rerate::workbook::{
    CLOSINGS, ClaimKind, Edit, Field, Figure, Known, METHODS, Market, Markets, Measure, Name,
    Place, Preset, STATEMENTS, Section, Unit, Workbook, evaluate,
};
use serde_json::json;

use crate::harness::{Page, in_browser, on_page};

/// Each language by its place in the switch and its document.
const DOCUMENTS: [(Language, usize, &str); 3] = [
    (Language::English, 0, "/index.html"),
    (Language::SimplifiedChinese, 1, "/zh-hans.html"),
    (Language::TraditionalChinese, 2, "/zh-hant.html"),
];

/// Every text that the page shows or speaks, but for the titles of sources,
/// which are as they were printed, and the languages' own names.
const SAID: &str = "
    const said = [];
    const foreign = '#sources li, .source, #language';
    for (const element of document.querySelectorAll('#rerate *')) {
        if (element.closest(foreign)) continue;
        for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'data-label']) {
            if (element.hasAttribute(name)) said.push(element.getAttribute(name));
        }
        for (const node of element.childNodes) {
            if (node.nodeType === Node.TEXT_NODE && node.data.trim()) said.push(node.data.trim());
        }
        if (element.matches('input.name')) said.push(element.value);
    }
    return said;
";

async fn said(page: &Page) -> BTreeSet<String> {
    serde_json::from_value(page.run(SAID).await).expect("texts")
}

/// All that a language says by itself, in an order that the languages share.
fn vocabulary(language: Language) -> Vec<&'static str> {
    let mut all: Vec<&str> = Word::ALL.iter().map(|&word| language.word(word)).collect();
    for section in Section::ALL {
        all.extend([language.section(section), language.method(section)]);
    }
    all.extend(Field::ALL.iter().map(|&field| language.field(field)));
    all.extend(ClaimKind::ALL.iter().map(|&kind| language.claim_kind(kind)));
    all.extend(
        Measure::ALL
            .iter()
            .map(|&measure| language.measure(measure)),
    );
    all.extend(STATEMENTS.iter().map(|&stated| language.stated(stated)));
    all.extend(CLOSINGS.iter().map(|&rule| language.closing(rule)));
    for method in METHODS {
        all.extend([
            language.split_method(method),
            language.split_method_meaning(method),
        ]);
    }
    for known in [
        Known::China,
        Known::UnitedStates,
        Known::CloudServiceProviders,
        Known::AiSoftware,
        Known::DataCentres,
        Known::IcDesign,
        Known::SemiconductorEquipment,
        Known::Foundry,
    ] {
        all.push(language.known(known));
    }
    all.push(language.reason(NotMeaningful::MissingInput));
    all.push(numbers::unit_sign("2", Unit::Years, language));
    all
}

/// The parts of a text between its placeholders, where they are more than a
/// mark.
fn fixed_parts(template: &str) -> Vec<&str> {
    template
        .split(['{', '}'])
        .step_by(2)
        .map(str::trim)
        .filter(|part| part.chars().filter(|c| c.is_ascii_alphabetic()).count() > 2)
        .collect()
}

/// The English of another language's page: what it says in the words of the
/// English table, and any two words of Latin letters in a row.
fn english_in(said: &BTreeSet<String>, language: Language) -> Vec<String> {
    let mut found = Vec::new();
    let ours = vocabulary(language);
    let english = vocabulary(Language::English);
    for (english, ours) in english.iter().zip(&ours).filter(|(a, b)| a != b) {
        for part in fixed_parts(english) {
            if fixed_parts(ours).contains(&part) {
                continue;
            }
            let whole = !part.contains(' ');
            found.extend(
                said.iter()
                    .filter(|text| {
                        if whole {
                            text.as_str() == part
                        } else {
                            text.contains(part)
                        }
                    })
                    .map(|text| format!("`{part}` in `{text}`")),
            );
        }
    }
    for text in said {
        let is_word = |word: &str| {
            word.chars().count() > 2 && word.chars().all(|letter| letter.is_ascii_alphabetic())
        };
        let words: Vec<&str> = text.split(' ').collect();
        if words
            .windows(2)
            .any(|pair| pair.iter().all(|word| is_word(word)))
        {
            found.push(format!("two words in `{text}`"));
        }
    }
    found
}

/// The answers as they follow from a workbook.
fn answers(workbook: &Workbook, language: Language) -> [(&'static str, String); 7] {
    let results = evaluate(workbook);
    let Markets { a, .. } = &workbook.markets;
    [
        (
            "claim.answer",
            language.claim_answer(&workbook.claim, &results.claim),
        ),
        (
            "sectors.answer",
            language.sectors_answer(&workbook.sectors, &results.sectors, &workbook.markets),
        ),
        (
            "why.answer",
            language.why_answer(&workbook.why, &results.why, &workbook.markets),
        ),
        (
            "past.answer",
            language.past_answer(&results.past, &workbook.markets),
        ),
        (
            "what-if.answer",
            language.what_if_answer(
                &workbook.what_if,
                &results.what_if,
                &language.in_sentence(a),
            ),
        ),
        (
            "scale.answer",
            language.scale_answer(&workbook.scale, &results.scale, &workbook.markets),
        ),
        (
            "catching-up.answer",
            language.catching_up_answer(&workbook.catching_up, &results.catching_up),
        ),
    ]
}

#[test]
fn the_switch_changes_every_word_and_no_input() {
    on_page("/", async |page| {
        let mut workbook = Workbook::from(Preset::ChinaVsUs);
        let read = |text, unit| -> Figure {
            numbers::parse(text, unit, Language::English).expect("a number")
        };
        for (field, text) in [
            (Field::ClaimChange, "800bn"),
            (Field::WhatIfYears, "18 months"),
        ] {
            page.set(field.key(), text).await;
            let figure = read(text, field.spec().unit);
            Edit::Figure(Place::Field(field), Some(figure))
                .apply(&mut workbook)
                .expect("a figure within its limits");
        }
        page.set("market.b", "Theirs").await;
        Edit::MarketName(Market::B, Name::Own("Theirs".to_owned()))
            .apply(&mut workbook)
            .expect("a short name");

        for (language, index, _) in [DOCUMENTS[1], DOCUMENTS[2], DOCUMENTS[0]] {
            page.speak(index).await;
            page.until(
                "the document is in the other language",
                &format!(
                    "return document.documentElement.lang === '{}'",
                    language.tag()
                ),
            )
            .await;
            page.until_says("claim.answer", &answers(&workbook, language)[0].1)
                .await;
            assert_eq!(page.focused().await, "language");
            assert_eq!(page.says("language").await, language.own_name());
            for (id, answer) in answers(&workbook, language) {
                assert_eq!(page.says(id).await, answer, "{id}");
            }
            for &field in Field::ALL {
                let given = page
                    .run_with(
                        "const field = document.getElementById(arguments[0]);
                         return field !== null && field.closest('.derived') === null",
                        &[json!(field.key())],
                    )
                    .await;
                if given != json!(true) {
                    continue;
                }
                let figure = field.read(&workbook);
                let text = figure.map_or_else(String::new, |figure| {
                    periods::field_text(figure, field.spec().unit, language)
                });
                assert_eq!(page.says(field.key()).await, text, "{}", field.key());
            }
            assert_eq!(page.says("market.b").await, "Theirs");
            if language != Language::English {
                let english = english_in(&said(page).await, language);
                assert!(english.is_empty(), "{}", english.join("\n"));
            }
        }
        // What was done before can be undone in any language.
        page.click("undo").await;
        page.until_says("market.b", "United States").await;
    });
}

#[test]
fn the_documents_name_follows_the_language() {
    on_page("/", async |page| {
        for (language, index, _) in [DOCUMENTS[1], DOCUMENTS[2], DOCUMENTS[0]] {
            page.speak(index).await;
            page.until(
                "the document is in the other language",
                &format!(
                    "return document.documentElement.lang === '{}'",
                    language.tag()
                ),
            )
            .await;
            assert_eq!(
                page.run("return document.title").await,
                json!(language.word(Word::Title))
            );
        }
    });
}

#[test]
fn each_document_speaks_its_language_alone() {
    in_browser(async |page| {
        let workbook = Workbook::from(Preset::ChinaVsUs);
        for (language, _, path) in DOCUMENTS {
            page.open(path).await;
            assert_eq!(
                page.run("return document.documentElement.lang").await,
                json!(language.tag())
            );
            for (id, answer) in answers(&workbook, language) {
                assert_eq!(page.says(id).await, answer, "{id} of {path}");
            }
            let said = said(page).await;
            if language != Language::English {
                let english = english_in(&said, language);
                assert!(english.is_empty(), "{path}:\n{}", english.join("\n"));
            }
            // The test itself would see English.
            let other = Language::TraditionalChinese;
            if language == Language::English {
                assert!(english_in(&said, other).len() > 50);
            }
        }
    });
}

/// Where the browser is, from the site's root.
async fn path(page: &Page) -> String {
    let path = page.run("return location.pathname + location.search").await;
    path.as_str().unwrap_or_default().to_owned()
}

#[test]
fn the_readers_choice_is_kept_for_the_next_visit() {
    on_page("/", async |page| {
        page.speak(2).await;
        page.pick("theme", 2).await;
        for visited in ["/", "/zh-hans.html"] {
            page.go(visited).await;
            page.until(
                "the document of the language opens",
                "return location.pathname === '/zh-hant.html'",
            )
            .await;
            page.is_ready().await;
            assert_eq!(page.says("language").await, "繁體中文");
            assert_eq!(
                page.run("return document.documentElement.dataset.theme")
                    .await,
                json!("dark")
            );
        }
        // An address that names the language is taken at its word.
        page.open("/index.html?lang=en").await;
        assert_eq!(path(page).await, "/index.html?lang=en");
    });
}

#[test]
fn the_front_page_meets_the_reader_in_the_browsers_language() {
    in_browser(async |page| {
        let agent = page.run("return navigator.userAgent").await;
        for (tags, arrives) in [
            ("zh-CN", "/zh-hans.html"),
            ("zh-TW", "/zh-hant.html"),
            ("zh-Hant-HK", "/zh-hant.html"),
            ("zh-Hans-HK", "/zh-hans.html"),
            ("zh", "/zh-hans.html"),
            ("de", "/"),
            ("en-GB,zh-CN", "/"),
            ("fr,zh-TW", "/zh-hant.html"),
        ] {
            page.devtools(
                "Emulation.setUserAgentOverride",
                json!({ "userAgent": agent, "acceptLanguage": tags }),
            )
            .await;
            page.go("/").await;
            page.until(
                &format!("{tags} arrives at {arrives}"),
                &format!("return location.pathname === '{arrives}'"),
            )
            .await;
            page.is_ready().await;
            assert_eq!(path(page).await, arrives, "{tags}");
        }
        // Whoever asks for another language's document gets it.
        page.open("/zh-hans.html").await;
        assert_eq!(path(page).await, "/zh-hans.html");
    });
}
