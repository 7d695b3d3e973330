//! Scenarios that the reader keeps: entries, names, files of them.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]
#![allow(clippy::panic, reason = "a test fails by panicking")]
#![allow(clippy::indexing_slicing, reason = "a test fails by panicking")]

use proptest::prelude::*;
use rerate::exchange::left;
use rerate::exchange::scenario::{self, MAX_SCENARIOS, PREFIX, Scenario, Unreadable};
use rerate::workbook::{Edit, Field, Figure, MAX_NAME, Place, Preset, Workbook};

fn scenario(name: &str, end: f64) -> Scenario {
    let mut workbook = Workbook::from(Preset::ChinaVsUs);
    Edit::Figure(Place::Field(Field::ClaimEnd), Some(Figure::exact(end)))
        .apply(&mut workbook)
        .expect("within the limits");
    Scenario {
        name: name.to_owned(),
        workbook,
    }
}

fn free_name(wanted: &str, taken: &[&str]) -> Option<String> {
    scenario::free_name(wanted, taken.iter().copied())
}

#[test]
fn an_entry_that_is_damaged_anywhere_is_not_read() {
    let whole = scenario("Cautious 谨慎", 1e12);
    let entry = scenario::entry(&whole.name, &whole.workbook);
    assert_eq!(scenario::read(&entry), Ok(whole));
    for (cut, _) in entry.char_indices() {
        assert_eq!(
            scenario::read(&entry[..cut]),
            Err(Unreadable::Damaged),
            "{cut}"
        );
    }
    for place in 0..entry.len() {
        for bit in 0..8 {
            let mut bytes = entry.clone().into_bytes();
            bytes[place] ^= 1 << bit;
            if let Ok(text) = String::from_utf8(bytes) {
                assert!(scenario::read(&text).is_err(), "{bit} of {place}: {text}");
            }
        }
    }
}

#[test]
fn an_entry_of_a_newer_version_is_told_from_a_damaged_one() {
    let whole = scenario("Cautious", 1e12);
    let entry = scenario::entry(&whole.name, &whole.workbook);
    let newer = ["2", &entry[1..]].concat();
    assert_eq!(scenario::read(&newer), Err(Unreadable::Newer));
    assert_eq!(scenario::read("99 whatever\ncomes"), Err(Unreadable::Newer));
    for damaged in ["", "\n", "1\n", "1 \n", "0 0\n", "x", "{}", "-1 0\n\n{}"] {
        assert_eq!(
            scenario::read(damaged),
            Err(Unreadable::Damaged),
            "{damaged:?}"
        );
    }
}

#[test]
fn names_are_lines_within_a_limit_and_never_taken_twice() {
    assert_eq!(free_name(" Calm \n", &[]).as_deref(), Some("Calm"));
    assert_eq!(free_name("a\nb\u{0}c", &[]).as_deref(), Some("a b c"));
    for nothing in ["", "  ", "\n\t\u{0}"] {
        assert_eq!(free_name(nothing, &[]), None);
    }
    let taken = ["Calm", "Calm (2)"];
    assert_eq!(free_name("Calm", &taken).as_deref(), Some("Calm (3)"));
    assert_eq!(free_name("calm", &taken).as_deref(), Some("calm"));
    let long = "长".repeat(MAX_NAME + 50);
    let first = free_name(&long, &[]).expect("a name");
    assert_eq!(first.chars().count(), MAX_NAME);
    let second = free_name(&long, &[&first]).expect("a name");
    assert_eq!(second.chars().count(), MAX_NAME);
    assert!(second.ends_with(" (2)"));
}

#[test]
fn entries_made_in_one_moment_have_different_names() {
    let first = scenario::free_entry(1_700_000_000_000, &[]);
    assert!(first.starts_with(PREFIX));
    let second = scenario::free_entry(1_700_000_000_000, std::slice::from_ref(&first));
    assert!(second > first);
    assert!(!scenario::set_aside(&first).starts_with(PREFIX));
}

#[test]
fn a_file_gives_back_what_was_exported() {
    let all = [scenario("<b>", 1e12), scenario("谨慎", 2e12)];
    let file = scenario::export(all.iter());
    assert_eq!(scenario::import(&file), Ok(all.to_vec()));
    assert_eq!(
        scenario::import(&["\u{feff}", &file].concat()),
        Ok(all.to_vec())
    );
    for cut in 0..file.len() {
        if let Some(part) = file.get(..cut) {
            assert_eq!(scenario::import(part), Err(Unreadable::Damaged));
        }
    }
    let newer = file.replacen("\"version\":1", "\"version\":2", 1);
    assert_eq!(scenario::import(&newer), Err(Unreadable::Newer));
    let one = scenario("One", 1e12);
    let many = scenario::export(std::iter::repeat_n(&one, MAX_SCENARIOS + 1));
    assert_eq!(scenario::import(&many), Err(Unreadable::TooMany));
    // One that cannot be taken refuses the file, and nothing of it is lost.
    let outside = file.replacen("1000000000000", "-1", 1);
    assert_ne!(outside, file);
    assert_eq!(scenario::import(&outside), Err(Unreadable::Damaged));
}

#[test]
fn a_file_is_merged_without_taking_any_place() {
    let have = [scenario("Calm", 1e12), scenario("Bold", 2e12)];
    let same = scenario("Calm", 1e12);
    let namesake = scenario("Calm", 3e12);
    let nameless = scenario(" ", 3e12);
    let other = scenario("Wild", 4e12);
    let added = scenario::merged(
        &have,
        vec![same, namesake.clone(), namesake, nameless, other.clone()],
    );
    let names: Vec<&str> = added.iter().map(|added| added.name.as_str()).collect();
    assert_eq!(names, ["Calm (2)", "Wild"]);
    assert_eq!(added[1], other);
    // The same file once more brings nothing.
    let all: Vec<Scenario> = have.into_iter().chain(added).collect();
    let again = vec![scenario("Calm", 3e12), other];
    assert_eq!(scenario::merged(&all, again), []);
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "([0-9] ){0,1}.*\n{0,1}.*\n{0,1}.*") {
        let _ = scenario::read(&text);
        let _ = scenario::import(&text);
        let _ = free_name(&text, &[&text]);
    }

    #[test]
    fn what_is_kept_is_read_again(name in ".{1,30}", end in 0.0..1e18) {
        let Some(name) = free_name(&name, &[]) else { return Ok(()) };
        let kept = scenario(&name, end);
        prop_assert_eq!(scenario::read(&scenario::entry(&name, &kept.workbook)), Ok(kept));
    }
}

#[test]
fn what_a_failed_page_leaves_is_read_whole_or_not_at_all() {
    let [desk, own, compared] = [1e12, 2e12, 3e12].map(|end| scenario("x", end).workbook);
    for (own, compared) in [
        (None, None),
        (Some(&own), None),
        (None, Some(&compared)),
        (Some(&own), Some(&compared)),
    ] {
        let text = left::write(&desk, own, compared);
        let read = left::read(&text).expect("what was left");
        assert_eq!(
            (&read.workbook, read.own.as_ref(), read.compared.as_ref()),
            (&desk, own, compared)
        );
    }
    let whole = left::write(&desk, Some(&own), Some(&compared));
    for cut in 0..whole.len() {
        let read = left::read(&whole[..cut]);
        // Cut at the end of a line, the last one is merely empty.
        assert!(read.is_none_or(|read| read.compared.is_none()), "{cut}");
    }
}
