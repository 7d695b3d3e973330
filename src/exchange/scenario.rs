//! Workbooks that the reader keeps by name: as entries of the browser's storage,
//! one for each, and all together as a file.
//!
//! ```
//! use rerate::exchange::scenario::{self, Scenario, Unreadable};
//! use rerate::workbook::{Preset, Workbook};
//!
//! let workbook = Workbook::from(Preset::Blank);
//! let entry = scenario::entry("Cautious", &workbook);
//! let read = scenario::read(&entry);
//! assert_eq!(read, Ok(Scenario { name: "Cautious".to_owned(), workbook }));
//! let damaged = entry.replace("Cautious", "Cautiouz");
//! assert_eq!(scenario::read(&damaged), Err(Unreadable::Damaged));
//! ```

use serde::Serialize;

use super::{checksum::crc32, json};
use crate::workbook::{MAX_NAME, Saved, Workbook};

/// What the names of all entries begin with.
pub const PREFIX: &str = "rerate.scenario.";

/// Where the reader's present work is kept, which has no name.
pub const WORK: &str = "rerate.work";

/// What the names of damaged entries begin with.
const SET_ASIDE: &str = "rerate.damaged.";

/// The version of an entry and of a file of them.
const VERSION: u32 = 1;

/// The most scenarios of a file.
pub const MAX_SCENARIOS: usize = 500;

/// A workbook under the reader's name for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    /// The name: text and never markup, on one line.
    pub name: String,
    /// The workbook.
    pub workbook: Workbook,
}

/// Why an entry or a file is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// A newer Rerate has written it: it is left as it is.
    Newer,
    /// It is incomplete, or something in it has changed: an entry is set aside.
    Damaged,
    /// It holds more than [`MAX_SCENARIOS`].
    TooMany,
}

/// A scenario as an entry: the version and a checksum of what follows, the name,
/// and the inputs as a file has them.
#[must_use]
pub fn entry(name: &str, workbook: &Workbook) -> String {
    let told = [name, "\n", &json::write(workbook)].concat();
    let sum = crc32(told.as_bytes());
    [&VERSION.to_string(), " ", &sum.to_string(), "\n", &told].concat()
}

/// The scenario of an entry.
///
/// # Errors
/// Where it is not as it was written.
pub fn read(entry: &str) -> Result<Scenario, Unreadable> {
    let (head, told) = entry.split_once('\n').ok_or(Unreadable::Damaged)?;
    let (version, sum) = head.split_once(' ').ok_or(Unreadable::Damaged)?;
    match version.parse::<u32>() {
        Ok(VERSION) => {}
        Ok(newer) if newer > VERSION => return Err(Unreadable::Newer),
        _ => return Err(Unreadable::Damaged),
    }
    if sum.parse() != Ok(crc32(told.as_bytes())) {
        return Err(Unreadable::Damaged);
    }
    let (name, inputs) = told.split_once('\n').ok_or(Unreadable::Damaged)?;
    let workbook = json::read(inputs).map_err(|error| unreadable(&error))?;
    Ok(Scenario {
        name: name.to_owned(),
        workbook,
    })
}

fn unreadable(error: &json::JsonError) -> Unreadable {
    match error {
        json::JsonError::Refused(crate::workbook::SavedError::Newer) => Unreadable::Newer,
        _ => Unreadable::Damaged,
    }
}

/// The name of an entry made at a moment, in milliseconds since 1970, among
/// those that are there: later ones come later in order.
#[must_use]
pub fn free_entry(moment: u64, taken: &[String]) -> String {
    let mut moment = moment;
    loop {
        let entry = [PREFIX, &moment.to_string()].concat();
        if !taken.contains(&entry) {
            return entry;
        }
        moment = moment.wrapping_add(1);
    }
}

/// Where a damaged entry is set aside.
#[must_use]
pub fn set_aside(entry: &str) -> String {
    [SET_ASIDE, entry].concat()
}

/// The name that a scenario gets, where it is wanted under one and others are
/// taken: on one line, within the limit, with a number behind it if need be.
/// None where nothing is left of it.
#[must_use]
pub fn free_name<'a>(wanted: &str, taken: impl Iterator<Item = &'a str> + Clone) -> Option<String> {
    let line: String = wanted
        .chars()
        .map(|character| {
            if character.is_control() {
                ' '
            } else {
                character
            }
        })
        .collect();
    let name = cut(line.trim(), MAX_NAME);
    if name.is_empty() {
        return None;
    }
    let is_free = |name: &str| taken.clone().all(|other| other != name);
    if is_free(name) {
        return Some(name.to_owned());
    }
    (2_u32..).find_map(|number| {
        let number = [" (", &number.to_string(), ")"].concat();
        let numbered = [cut(name, MAX_NAME - number.len()), &number].concat();
        is_free(&numbered).then_some(numbered)
    })
}

/// At most so many characters of a text.
fn cut(text: &str, most: usize) -> &str {
    let end = text.char_indices().nth(most);
    end.map_or(text, |(end, _)| text.get(..end).unwrap_or(text))
}

/// The scenarios as one file.
#[must_use]
pub fn export<'a>(scenarios: impl Iterator<Item = &'a Scenario>) -> String {
    #[derive(Serialize)]
    struct File<'a> {
        version: u32,
        scenarios: Vec<Named<'a>>,
    }

    #[derive(Serialize)]
    struct Named<'a> {
        name: &'a str,
        workbook: Saved,
    }

    json::written(&File {
        version: VERSION,
        scenarios: scenarios
            .map(|scenario| Named {
                name: &scenario.name,
                workbook: Saved::from(&scenario.workbook),
            })
            .collect(),
    })
}

/// The scenarios of a file, as a whole or not at all.
///
/// # Errors
/// Where the file is not one of scenarios, or one of them cannot be taken.
pub fn import(text: &str) -> Result<Vec<Scenario>, Unreadable> {
    let damaged = |_| Unreadable::Damaged;
    let file = json::tree(text.trim_start_matches('\u{feff}')).map_err(damaged)?;
    let part = |key| file.needed(key).map_err(damaged);
    if part("version")?.whole_number().map_err(damaged)? > VERSION {
        return Err(Unreadable::Newer);
    }
    let scenarios = part("scenarios")?;
    let count = scenarios.list(|_| Ok(())).map_err(damaged)?.len();
    if count > MAX_SCENARIOS {
        return Err(Unreadable::TooMany);
    }
    let read = scenarios.list(|named| {
        let name = named.needed("name")?.words()?.to_owned();
        let workbook = json::workbook(named.needed("workbook")?);
        Ok(workbook.map(|workbook| Scenario { name, workbook }))
    });
    let read = read.map_err(damaged)?.into_iter();
    read.map(|scenario| scenario.map_err(|error| unreadable(&error)))
        .collect()
}

/// What is new among scenarios from a file, under names that are free: one that
/// is there already, under its name or with a number behind it, is left out, and
/// none takes another's place.
#[must_use]
pub fn merged(have: &[Scenario], others: Vec<Scenario>) -> Vec<Scenario> {
    let mut all = have.to_vec();
    for other in others {
        let is_there = |scenario: &Scenario| {
            scenario.workbook == other.workbook && scenario.name.starts_with(&other.name)
        };
        if all.iter().any(is_there) {
            continue;
        }
        let names = all.iter().map(|scenario| scenario.name.as_str());
        if let Some(name) = free_name(&other.name, names) {
            all.push(Scenario { name, ..other });
        }
    }
    all.split_off(have.len())
}
