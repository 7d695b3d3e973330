//! Links: what is written is read again, what is damaged is refused, and what
//! was once written is read for ever.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]
#![allow(clippy::panic, reason = "a test fails by panicking")]
#![allow(clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;

use miniz_oxide::{deflate, inflate};
use proptest::prelude::*;
use rerate::exchange::link::{self, INFLATED, LONGEST, LinkError, Read};
use rerate::exchange::{checksum::crc32, json};
use rerate::text::Language::English;
use rerate::text::periods;
use rerate::valuation::gap::Closing;
use rerate::workbook::{
    Choice, Column, Edit, Field, Figure, Industry, MAX_NAME, MAX_SECTORS, Market, Name, NewSector,
    Place, Preset, RowId, Unit, Workbook,
};

fn article() -> Workbook {
    Workbook::from(Preset::ChinaVsUs)
}

fn edited(edits: &[Edit]) -> Workbook {
    let mut workbook = article();
    for edit in edits {
        edit.apply(&mut workbook).expect("within the limits");
    }
    workbook
}

fn typed(field: Field, text: &str) -> Edit {
    let figure = periods::parse(text, field.spec().unit, English).expect("a figure");
    Edit::Figure(Place::Field(field), Some(figure))
}

/// The packed form, deflated as a browser does.
fn packed(workbook: &Workbook) -> String {
    let deflated = deflate::compress_to_vec(link::plain(workbook).as_bytes(), 6);
    link::packed(&deflated).expect("within the limits")
}

/// What a fragment gives, inflated as the page does.
fn read(fragment: &str) -> Result<Option<Workbook>, LinkError> {
    match link::read(fragment)? {
        Read::Anchor => Ok(None),
        Read::State(workbook) => Ok(Some(*workbook)),
        Read::Deflated(bytes) => {
            let bytes = inflate::decompress_to_vec_with_limit(&bytes, INFLATED)
                .map_err(|_| LinkError::Damaged)?;
            link::inflated(&bytes).map(Some)
        }
    }
}

/// Both forms of a workbook, and the one that waits for nothing.
fn forms(workbook: &Workbook) -> Vec<String> {
    let at_once = link::at_once(workbook).expect("within the limits");
    let mut forms = vec![packed(workbook), at_once];
    forms.extend(link::readable(workbook));
    forms
}

#[test]
fn a_few_figures_stand_in_a_link_as_a_reader_writes_them() {
    for (edits, fragment) in [
        (vec![], ""),
        (
            vec![
                typed(Field::ClaimChange, "800bn"),
                typed(Field::WhatIfGrowth, "12%"),
            ],
            "claim.change=800bn&what-if.growth=12%25",
        ),
        (
            vec![
                typed(Field::ClaimEnd, "about 1.8tn"),
                typed(Field::WhatIfGrowth, "-3.50%"),
                typed(Field::WhatIfYears, "5 months"),
            ],
            "claim.end=~1.8tn&what-if.growth=-3.50%25&what-if.years=5months",
        ),
        (
            vec![Edit::Figure(Place::Field(Field::ClaimEnd), None)],
            "claim.end=",
        ),
        (vec![Edit::Load(Preset::Blank)], "preset=blank"),
        (
            vec![
                Edit::Load(Preset::Industries(
                    Industry::SEMICONDUCTOR,
                    Industry::SOFTWARE,
                )),
                typed(Field::WhatIfMultiple, "18.0x"),
            ],
            "preset=us-industries&industry.a=Semiconductor&industry.b=Software%20%28System%20%26%20Application%29&what-if.multiple=18.0x",
        ),
    ] {
        let workbook = edited(&edits);
        assert_eq!(link::readable(&workbook).as_deref(), Some(fragment));
        let expected = (!fragment.is_empty()).then_some(workbook);
        assert_eq!(read(fragment), Ok(expected), "{fragment}");
    }
}

#[test]
fn links_written_by_hand_are_read() {
    let change = |fragment: &str| {
        let workbook = read(fragment).expect("a link").expect("a state");
        Field::ClaimChange.read(&workbook).expect("a figure")
    };
    let figure = Figure {
        value: 8e11,
        half_unit: 0.5e9,
    };
    for fragment in [
        "claim.change=800bn",
        "claim.change=800%20bn",
        "claim.change=US$800bn",
        "claim.change=800 billion&",
        "preset=china-us-ai&claim.change=%2B800bn",
    ] {
        assert_eq!(change(fragment), figure, "{fragment}");
    }
    let chinese = change("claim.change=8000%E4%BA%BF");
    assert_eq!(chinese.value, 8e11);
    assert_eq!(
        read("preset=us-industries"),
        Ok(Some(Workbook::from(Preset::Industries(
            Industry::SOFTWARE,
            Industry::SEMICONDUCTOR
        ))))
    );
}

#[test]
fn a_place_on_the_page_is_no_state() {
    for anchor in ["", "claim", "what-if", "claim.end", "w", "%E4%BA", "a&b"] {
        assert_eq!(link::read(anchor), Ok(Read::Anchor));
    }
}

#[test]
fn what_is_no_state_says_why() {
    let unknown = |name: &str| LinkError::Unknown(name.to_owned());
    let long = ["claim.change=", &"8".repeat(LONGEST)].concat();
    for (fragment, error) in [
        ("claim.chance=800bn", unknown("claim.chance")),
        ("claim.change=800bn&utm=1", unknown("utm")),
        ("=", unknown("")),
        ("preset=chinese", unknown("chinese")),
        ("industry.a=Semiconductor", unknown("industry.a")),
        ("preset=us-industries&industry.b=Chips", unknown("Chips")),
        (
            "claim.change=much",
            LinkError::Unreadable(Field::ClaimChange),
        ),
        (
            "claim.change=5%25",
            LinkError::Unreadable(Field::ClaimChange),
        ),
        ("claim.share=-1%25", LinkError::OutOfLimits),
        ("claim.start=1e300", LinkError::OutOfLimits),
        ("claim.change=800bn&claim.change=700bn", LinkError::Damaged),
        ("claim.change=800bn&claim.end", LinkError::Damaged),
        ("claim.change=%", LinkError::Damaged),
        ("claim.change=%4", LinkError::Damaged),
        ("claim.change=%zz", LinkError::Damaged),
        ("claim.change=%ff%fe", LinkError::Damaged),
        ("w=", LinkError::Damaged),
        ("w=1", LinkError::Damaged),
        ("w=1.", LinkError::Damaged),
        ("w=1.AAAA", LinkError::Damaged),
        ("w=0.AAAA", LinkError::Damaged),
        ("w=01.AAAA", LinkError::Damaged),
        ("w=-1.AAAA", LinkError::Damaged),
        ("w=x.AAAA", LinkError::Damaged),
        ("w=2.whatever comes", LinkError::Newer),
        ("w=10.", LinkError::Newer),
        (&long, LinkError::TooLong),
    ] {
        assert_eq!(link::read(fragment), Err(error), "{fragment}");
    }
}

#[test]
fn what_was_packed_by_another_says_why() {
    let written = |text: &str| {
        link::packed(&deflate::compress_to_vec(text.as_bytes(), 6)).expect("short enough")
    };
    let outside = r#"{"version":1,"preset":"blank","figures":{"claim.share":{"value":-1}}}"#;
    let unknown = r#"{"version":1,"preset":"blank","figures":{"claim.chance":null}}"#;
    for (text, error) in [
        ("", LinkError::Damaged),
        ("[]", LinkError::Damaged),
        (r#"{"version":1}"#, LinkError::Damaged),
        (r#"{"version":2,"preset":"blank"}"#, LinkError::Newer),
        (
            r#"{"version":1,"preset":"moon"}"#,
            LinkError::Unknown("preset".to_owned()),
        ),
        (unknown, LinkError::Unknown("claim.chance".to_owned())),
        (outside, LinkError::OutOfLimits),
    ] {
        assert_eq!(read(&written(text)), Err(error), "{text}");
    }
    assert_eq!(link::inflated(&[0xff]), Err(LinkError::Damaged));
    assert_eq!(
        link::inflated(&vec![b' '; INFLATED + 1]),
        Err(LinkError::TooLong)
    );
}

/// A workbook that takes the packed form.
fn many() -> Workbook {
    edited(&[
        Edit::MarketName(Market::A, Name::Own("香港與上海 <b>".to_owned())),
        Edit::Choose(Choice::ClosureRule(Closing::LogGap)),
        typed(Field::WhatIfGrowth, "12%"),
        Edit::Figure(
            Place::Cell(RowId(0), Column::A),
            Some(Figure::exact(1.0 / 3.0)),
        ),
    ])
}

#[test]
fn a_link_cut_off_anywhere_gives_nothing() {
    for whole in [packed(&many()), link::at_once(&many()).expect("short")] {
        for cut in 2..whole.len() {
            assert_eq!(read(&whole[..cut]), Err(LinkError::Damaged), "{cut}");
        }
    }
}

#[test]
fn a_link_with_any_bit_flipped_gives_nothing() {
    let whole = packed(&many());
    for place in 0..whole.len() {
        for bit in 0..7 {
            let mut bytes = whole.clone().into_bytes();
            bytes[place] ^= 1 << bit;
            let text = String::from_utf8(bytes).expect("still ASCII");
            let given = read(&text);
            assert!(
                given.is_err() || given == Ok(None),
                "{bit} of {place} in {text} gives {given:?}"
            );
        }
    }
}

#[test]
fn a_bomb_is_not_inflated() {
    let bomb = deflate::compress_to_vec(&vec![b' '; 100 << 20], 9);
    // A link can carry no more than this of it.
    let cut = &bomb[..8_900];
    let fragment = link::packed(cut).expect("short enough for a link");
    let Ok(Read::Deflated(bytes)) = link::read(&fragment) else {
        panic!("a packed link");
    };
    let refused = inflate::decompress_to_vec_with_limit(&bytes, INFLATED);
    let got = refused.expect_err("it is over the limit").output.len();
    assert!(got <= INFLATED, "{got} bytes");
    assert_eq!(read(&fragment), Err(LinkError::Damaged));
}

#[test]
fn links_are_short() {
    let names = ["云服务", "Chip design", "数据中心", "Robots", "Foundry"];
    let row = |index: usize| NewSector {
        name: Name::Own(format!("{} {index}", names[index % names.len()])),
        measure: None,
        a: Some(Figure {
            value: 10.0 + index as f64 * 1.7,
            half_unit: 0.05,
        }),
        b: Some(Figure {
            value: 20.0 + index as f64 * 2.3,
            half_unit: 0.05,
        }),
        weight: None,
        growth_a: None,
        growth_b: None,
        stated: None,
    };
    let rows = |count| Edit::PutSectors {
        rows: (0..count).map(row).collect(),
        replace: true,
    };
    for (edits, most) in [
        (
            vec![Edit::Choose(Choice::ClosureRule(Closing::LogGap))],
            600,
        ),
        (vec![rows(20)], 2_000),
        (vec![rows(MAX_SECTORS)], LONGEST),
    ] {
        let length = packed(&edited(&edits)).len();
        println!("{length} characters");
        assert!(length <= most, "{length} characters, not {most}");
    }
    // What is longer than any link is not written.
    let noise = (0..LONGEST).map(|place| crc32(&place.to_le_bytes()) as u8);
    let bytes: Vec<u8> = noise.collect();
    assert_eq!(link::packed(&bytes), None);
    let long = Name::Own("长".repeat(MAX_NAME));
    let edits: Vec<Edit> = [rows(MAX_SECTORS)]
        .into_iter()
        .chain((0..200).map(|row| Edit::SectorName(RowId(row + 6), long.clone())))
        .collect();
    assert_eq!(link::at_once(&edited(&edits)), None);
}

/// Every file holds a fragment on its first line and, below, the inputs that it
/// must give, as a file has them.
#[test]
fn every_link_ever_written_is_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/links");
    let mut count = 0;
    for entry in fs::read_dir(folder).expect("the corpus can be listed") {
        let path = entry.expect("the corpus can be listed").path();
        let text = fs::read_to_string(&path).expect("a text");
        let (fragment, inputs) = text.split_once('\n').expect("two lines");
        let given = read(fragment.trim_start_matches('#')).expect("a link");
        let expected = json::read(inputs).expect("inputs");
        assert_eq!(given, Some(expected), "{}", path.display());
        count += 1;
    }
    assert!(count >= 12, "only {count} links in the corpus");
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let figure = |unit: Unit| {
        if unit == Unit::Day {
            return "20[0-9]{2}(-(0[1-9]|1[0-2])){0,1}(-(0[1-9]|2[0-8])){0,1}".to_owned();
        }
        let text = "[-~]{0,1}(0|[1-9][0-9]{0,5})(\\.[0-9]{1,3}){0,1}";
        let scale = match unit {
            Unit::Money => "(|k|m|bn|tn)",
            Unit::Ratio => "%{0,1}",
            Unit::Multiple => "x{0,1}",
            Unit::Years => "(| months| days)",
            Unit::Day | Unit::Number => "",
        };
        [text, scale].concat()
    };
    let typed = prop::sample::select(Field::ALL).prop_flat_map(move |field| {
        let pattern = figure(field.spec().unit);
        let texts = prop::string::string_regex(&pattern).expect("a pattern");
        texts.prop_map(move |text: String| {
            let figure = periods::parse(&text, field.spec().unit, English).ok();
            Edit::Figure(Place::Field(field), figure)
        })
    });
    let exact = (prop::sample::select(Field::ALL), -2.0..2.0)
        .prop_map(|(field, value)| Edit::Figure(Place::Field(field), Some(Figure::exact(value))));
    let name = ".{1,20}".prop_map(|name| Edit::MarketName(Market::B, Name::Own(name)));
    let preset = prop::sample::select(vec![
        Preset::Blank,
        Preset::GoldenDragonVsNasdaq,
        Preset::Industries(Industry::SEMICONDUCTOR, Industry::SOFTWARE),
    ])
    .prop_map(Edit::Load);
    let other = prop::sample::select(vec![
        Edit::AddSector,
        Edit::AddCatalyst,
        Edit::RaiseSector(RowId(1)),
        Edit::Choose(Choice::ClosureRule(Closing::LogGap)),
    ]);
    let edit = prop_oneof![8 => typed, 2 => exact, 1 => name, 1 => preset, 1 => other];
    prop::collection::vec(edit, 0..14)
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(edits in edits()) {
        let mut workbook = article();
        for edit in &edits {
            // One that is refused has changed nothing.
            let _ = edit.apply(&mut workbook);
        }
        let inputs = json::write(&workbook);
        for form in forms(&workbook) {
            prop_assert!(form.is_ascii() && !form.contains(['#', ' ', '"', '<']), "{}", form);
            let again = read(&form).expect("a link");
            let again = again.unwrap_or_else(article);
            prop_assert_eq!(&json::write(&again), &inputs, "{}", form);
        }
    }

    #[test]
    fn no_text_makes_it_panic(text in ".*=.*") {
        let _ = read(&text);
    }

    #[test]
    fn no_likely_text_makes_it_panic(text in "(w=1\\.|claim\\.|preset=|&|=|%[0-9a-f]{0,2}|[-_A-Za-z0-9.]){0,60}") {
        let _ = read(&text);
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = link::inflated(&bytes);
        let packed = link::packed(&bytes).expect("short enough");
        let _ = read(&packed);
    }
}
