//! The calculator in somebody else's page: what that page may ask, what it may
//! fix, and what it has to hold.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]
#![allow(clippy::panic, reason = "a test fails by panicking")]

use proptest::prelude::*;
use rerate::exchange::embed::{Embed, document};
use rerate::exchange::json;
use rerate::exchange::message::{Call, LONGEST, Refusal, read};
use rerate::text::Language;
use rerate::valuation::solve::Unknown;
use rerate::workbook::{
    CatalystColumn, Choice, Column, Edit, Field, Figure, Locks, Place, Preset, Refused, RowId,
    Section, Workbook,
};

fn article() -> Workbook {
    Workbook::from(Preset::ChinaVsUs)
}

fn asked(name: &str, argument: &str) -> Result<Call, Refusal> {
    read(name, argument, &article(), Language::English)
}

#[test]
fn calls_are_told_apart() {
    for (name, argument, call) in [
        ("getState", "null", Call::State),
        ("getResults", "null", Call::Results),
        ("reset", "null", Call::Reset),
        (
            "exportSvg",
            "\"what-if.grid\"",
            Call::Picture {
                chart: "what-if.grid".to_owned(),
                points: false,
            },
        ),
        (
            "exportPng",
            "\"what-if.grid\"",
            Call::Picture {
                chart: "what-if.grid".to_owned(),
                points: true,
            },
        ),
    ] {
        assert_eq!(asked(name, argument), Ok(call), "{name}");
    }
}

#[test]
fn inputs_are_set_as_a_reader_types_them_or_as_numbers() {
    for (argument, field, value) in [
        (
            r#"{"claim.change":{"text":"800bn"}}"#,
            Field::ClaimChange,
            Some(8e11),
        ),
        (
            r#"{"claim.change":{"number":8e11}}"#,
            Field::ClaimChange,
            Some(8e11),
        ),
        (
            r#"{"claim.change":{"number":-5}}"#,
            Field::ClaimChange,
            Some(-5.0),
        ),
        (
            r#"{"what-if.growth":{"text":"20%"}}"#,
            Field::WhatIfGrowth,
            Some(0.2),
        ),
        (
            r#"{"what-if.growth":{"number":0.2}}"#,
            Field::WhatIfGrowth,
            Some(0.2),
        ),
        (
            r#"{"what-if.years":{"number":3}}"#,
            Field::WhatIfYears,
            Some(3.0),
        ),
        (r#"{"claim.end":{}}"#, Field::ClaimEnd, None),
        ("{}", Field::ClaimEnd, Some(1.8e12)),
    ] {
        let Ok(Call::Put(workbook)) = asked("setInputs", argument) else {
            panic!("{argument} is refused");
        };
        let figure = field.read(&workbook);
        assert_eq!(figure.map(|figure| figure.value), value, "{argument}");
    }
    let chinese = read(
        "setInputs",
        r#"{"claim.change":{"text":"8000亿"}}"#,
        &article(),
        Language::SimplifiedChinese,
    );
    let Ok(Call::Put(workbook)) = chinese else {
        panic!("Chinese is refused");
    };
    let change = Field::ClaimChange.read(&workbook);
    assert_eq!(change.map(|figure| figure.value), Some(8e11));
}

#[test]
fn what_is_wrong_is_refused_by_name() {
    let long = format!("\"{}\"", "a".repeat(LONGEST));
    for (name, argument, told) in [
        ("", "null", "unknown-call"),
        ("constructor", "null", "unknown-call"),
        ("getstate", "null", "unknown-call"),
        ("setInputs", "null", "malformed"),
        ("setInputs", "[1]", "malformed"),
        ("setInputs", "", "malformed"),
        (
            "setInputs",
            r#"{"claim.change":{"number":NaN}}"#,
            "malformed",
        ),
        (
            "setInputs",
            r#"{"claim.change":{"number":1e999}}"#,
            "malformed",
        ),
        ("setInputs", r#"{"claim.change":true}"#, "malformed"),
        ("setInputs", r#"{"claim.change":5}"#, "malformed"),
        ("setInputs", r#"{"nothing":{}}"#, "unknown-field nothing"),
        (
            "setInputs",
            r#"{"__proto__":{}}"#,
            "unknown-field __proto__",
        ),
        (
            "setInputs",
            r#"{"claim.change":{"text":"much"}}"#,
            "unreadable claim.change",
        ),
        (
            "setInputs",
            r#"{"claim.change":{"number":1e300}}"#,
            "out-of-limits claim.change",
        ),
        (
            "setInputs",
            r#"{"what-if.growth":{"number":0.1},"what-if.years":{"number":-1}}"#,
            "out-of-limits what-if.years",
        ),
        ("setInputs", &long, "too-large"),
        ("getState", &long, "too-large"),
        ("setState", "null", "malformed"),
        ("setState", "\"china-us-ai\"", "malformed"),
        ("setState", r#"{"version":9,"preset":"blank"}"#, "newer"),
        (
            "setState",
            r#"{"version":1,"preset":"nothing"}"#,
            "unknown-preset",
        ),
        (
            "setState",
            r#"{"version":1,"preset":"blank","figures":{"nothing":null}}"#,
            "unknown-field nothing",
        ),
        (
            "setState",
            r#"{"version":1,"preset":"blank","figures":{"claim.change":{"value":1,"half_unit":-1}}}"#,
            "out-of-limits claim.change",
        ),
        ("exportSvg", "1", "malformed"),
        ("exportPng", "null", "malformed"),
    ] {
        let refusal = asked(name, argument).expect_err(argument);
        assert_eq!(refusal.told(), told, "{name}");
    }
}

#[test]
fn a_state_that_is_given_is_the_one_that_was_told() {
    let mut workbook = article();
    let grown = Edit::Figure(
        Place::Field(Field::WhatIfGrowth),
        Some(Figure::exact(0.125)),
    );
    assert_eq!(grown.apply(&mut workbook), Ok(()));
    let told = json::write(&workbook);
    assert_eq!(asked("setState", &told), Ok(Call::Put(Box::new(workbook))));
}

proptest! {
    #[test]
    fn no_text_is_too_strange_to_be_refused(name in ".{0,12}", argument in ".{0,200}") {
        let _ = asked(&name, &argument);
        for known in ["setState", "setInputs", "exportSvg"] {
            let _ = asked(known, &argument);
        }
    }

    #[test]
    fn any_number_is_taken_within_the_limits_of_its_field_and_no_other(
        which in 0..Field::ALL.len(), value: f64,
    ) {
        let field = Field::ALL[which];
        let argument = format!("{{\"{}\":{{\"number\":{}}}}}", field.key(), serde_json::json!(value));
        match asked("setInputs", &argument) {
            Ok(Call::Put(workbook)) => {
                let figure = field.read(&workbook);
                prop_assert!(figure.is_none_or(|figure| field.spec().allows(figure)));
                prop_assert_eq!(figure.is_some(), value.is_finite());
            }
            Err(refusal) => prop_assert_eq!(
                refusal.told(),
                format!("out-of-limits {}", field.key())
            ),
            other => prop_assert!(false, "{:?}", other),
        }
    }
}

/// What an edit does to the article's workbook under a list of locks.
fn under(list: &str, edit: &Edit) -> bool {
    Locks::read(list).allow(&article(), edit)
}

fn figure(place: Place, value: f64) -> Edit {
    Edit::Figure(place, Some(Figure::exact(value)))
}

#[test]
fn what_is_locked_stays_and_the_rest_does_not() {
    use rerate::valuation::claim::Quantity;

    let change = figure(Place::Field(Field::ClaimChange), 1.0);
    let end = figure(Place::Field(Field::ClaimEnd), 1.0);
    let solve = |quantity| Edit::Choose(Choice::ClaimUnknown(Some(quantity)));
    let cell = figure(Place::Cell(RowId(0), Column::A), 1.0);
    let catalyst = figure(
        Place::Catalyst(RowId(0), CatalystColumn::Probability),
        0.123,
    );
    for (list, edit, allowed) in [
        ("", &change, true),
        ("claim.change", &change, false),
        ("claim.change", &end, true),
        (" claim.change , claim.end ", &end, false),
        ("claim", &end, false),
        ("sectors", &end, true),
        ("nothing,claim.", &change, true),
        // One that is solved for would follow from the others.
        ("claim.change", &solve(Quantity::Change), false),
        ("claim.change", &solve(Quantity::End), true),
        ("claim", &solve(Quantity::End), false),
        (
            "what-if.growth",
            &Edit::Choose(Choice::Unknown(Unknown::EarningsGrowth)),
            false,
        ),
        (
            "what-if.growth",
            &Edit::Choose(Choice::Unknown(Unknown::Years)),
            true,
        ),
        // The rows of a section are part of it.
        ("sectors", &cell, false),
        ("sectors", &Edit::AddSector, false),
        ("sectors", &Edit::RemoveSector(RowId(0)), false),
        ("claim", &cell, true),
        ("what-if", &catalyst, false),
        ("what-if", &Edit::AddCatalyst, false),
        // Nor is there a way around it.
        ("claim.change", &Edit::Load(Preset::Blank), false),
        ("claim.change", &Edit::Load(Preset::ChinaVsUs), true),
        (
            "sectors",
            &Edit::PutSectors {
                rows: Vec::new(),
                replace: true,
            },
            false,
        ),
    ] {
        assert_eq!(under(list, edit), allowed, "{list}: {edit:?}");
    }
}

#[test]
fn a_locked_figure_is_not_reset_either() {
    let mut workbook = article();
    let set = figure(Place::Field(Field::ClaimChange), 8e11);
    assert_eq!(set.apply(&mut workbook), Ok(()));
    let locks = Locks::read("claim.change");
    for edit in [
        Edit::Reset(Place::Field(Field::ClaimChange)),
        Edit::ResetSection(Section::Claim),
        Edit::Open(Box::new(article())),
    ] {
        assert!(!locks.allow(&workbook, &edit), "{edit:?}");
    }
    // What the workbook itself refuses is for the workbook to explain.
    let beyond = figure(Place::Field(Field::ClaimChange), 1e300);
    assert!(locks.allow(&workbook, &beyond));
    assert_eq!(beyond.apply(&mut workbook), Err(Refused::OutOfLimits));
}

fn embed(sections: &[Section]) -> Embed {
    Embed {
        base: "https://example.org/a/".to_owned(),
        sections: sections.to_vec(),
        language: Language::English,
        theme: None,
        preset: None,
        locked: false,
        width: None,
        state: String::new(),
    }
}

#[test]
fn an_embed_has_an_address() {
    let sectors = embed(&[Section::Sectors]);
    for (embed, address) in [
        (embed(&[]), "embed.html"),
        (sectors.clone(), "embed-sectors.html"),
        (
            Embed {
                language: Language::TraditionalChinese,
                theme: Some("dark"),
                preset: Some("blank"),
                locked: true,
                state: "claim.change=1".to_owned(),
                ..sectors
            },
            "embed-sectors.zh-hant.html?preset=blank&theme=dark&lock=sectors#claim.change=1",
        ),
        (
            embed(&[Section::Claim, Section::WhatIf]),
            "embed.html?view=claim,what-if",
        ),
    ] {
        assert_eq!(embed.address(), format!("https://example.org/a/{address}"));
    }
    assert_eq!(
        document(&[Section::CatchingUp], Language::SimplifiedChinese),
        "embed-catching-up.zh-hans.html"
    );
}

#[test]
fn the_frame_has_the_attributes_that_it_needs() {
    assert_eq!(
        embed(&[Section::Claim]).frame("A \"b\" & <c>"),
        "<iframe title=\"A &quot;b&quot; &amp; &lt;c>\" src=\"https://example.org/a/embed-claim.html\" \
         width=\"100%\" height=\"1200\" loading=\"lazy\" style=\"border:0\" \
         allow=\"clipboard-write; web-share; fullscreen\" referrerpolicy=\"no-referrer\" \
         sandbox=\"allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads\"></iframe>"
    );
}

#[test]
fn the_other_ways_bring_their_script() {
    let embed = Embed {
        theme: Some("light"),
        locked: true,
        width: Some(640),
        ..embed(&[Section::Claim, Section::Scale])
    };
    let listener = embed.frame_with_listener("T");
    assert!(listener.starts_with("<iframe "));
    assert!(listener.ends_with(
        "</iframe>\n<script async src=\"https://example.org/a/embed.listener.js\"></script>"
    ));
    assert_eq!(
        embed.element("T"),
        "<script async src=\"https://example.org/a/embed.v1.js\"></script>\n\
         <rerate-calculator view=\"claim,scale\" theme=\"light\" lock=\"claim,scale\" lang=\"en\" \
         style=\"max-width:640px\"><a href=\"https://example.org/a/embed.html?view=claim,scale&amp;\
         theme=light&amp;lock=claim,scale\">T</a></rerate-calculator>"
    );
}
