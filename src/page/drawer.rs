//! What the reader keeps beside the desk: workbooks by name, one to compare
//! with, and the reader's own while another's link is looked at.

#[cfg(feature = "app")]
mod following;

use std::sync::Arc;

use leptos::prelude::*;

use super::{Desk, tools::outside};
use crate::{
    exchange::{
        checksum::crc32,
        link::LinkError,
        scenario::{self, Scenario, Unreadable},
    },
    text::{Keeping, fill},
    workbook::{Edit, History, Kept, Preset, Workbook},
};

#[cfg(feature = "app")]
use following::Noting;
#[cfg(feature = "app")]
pub(super) use following::{begin, keep, read_link};

/// Natively nothing was left, and nothing is.
#[cfg(not(feature = "app"))]
pub(super) fn begin(_: Desk, _: Drawer) {}

/// Natively nothing outlasts the page.
#[cfg(not(feature = "app"))]
pub(super) fn keep(_: Desk, _: Drawer) {}

/// A workbook with the steps that led to it.
pub(super) type Sheet = (Workbook, History);

/// What the reader is told over the foot of the page, till it is answered.
#[derive(Clone, PartialEq)]
#[cfg_attr(
    not(feature = "app"),
    expect(dead_code, reason = "natively nothing is opened")
)]
pub(super) enum Told {
    /// Nothing.
    Nothing,
    /// The figures are those of the last visit.
    Restored,
    /// The figures are those of a link.
    FromLink,
    /// The link that was opened is none.
    Fault(LinkError),
    /// What was kept of the last visit is damaged.
    WorkSetAside,
    /// The figures of the link are the reader's now, and the ones before them
    /// are kept under a name.
    Taken(String),
}

/// A kept scenario and where it is kept.
#[derive(Clone)]
pub(super) struct Entry {
    pub(super) place: String,
    pub(super) scenario: Scenario,
}

impl Entry {
    /// The entry's name among the elements of a list.
    pub(super) fn number(&self) -> u32 {
        crc32(self.place.as_bytes())
    }
}

/// What the reader keeps.
#[derive(Clone, Copy)]
pub struct Drawer {
    compared: RwSignal<Option<Arc<Kept>>>,
    /// The reader's own sheet, while the one on the desk is of a link.
    own: RwSignal<Option<Arc<Sheet>>>,
    told: RwSignal<Told>,
    entries: RwSignal<Vec<Entry>>,
    /// What was last done to the scenarios.
    said: RwSignal<String>,
    /// The entry that was deleted last, with its place.
    deleted: RwSignal<Option<(String, String)>>,
    /// What is written down already of what is on the desk, and whether as the
    /// reader's own.
    #[cfg(feature = "app")]
    written: StoredValue<Option<(Workbook, bool)>>,
    /// How far the boot script knows of it.
    #[cfg(feature = "app")]
    noting: StoredValue<Noting>,
    /// Whether it is to be written in a while.
    #[cfg(feature = "app")]
    waits: StoredValue<bool>,
}

impl Drawer {
    /// An empty one.
    pub(super) fn new() -> Self {
        Self {
            compared: RwSignal::new(None),
            own: RwSignal::new(None),
            told: RwSignal::new(Told::Nothing),
            entries: RwSignal::new(Vec::new()),
            said: RwSignal::new(String::new()),
            deleted: RwSignal::new(None),
            #[cfg(feature = "app")]
            written: StoredValue::new(None),
            #[cfg(feature = "app")]
            noting: StoredValue::new(Noting::Never),
            #[cfg(feature = "app")]
            waits: StoredValue::new(false),
        }
    }

    /// The workbook to compare with, told anew when it is another.
    pub(super) fn compared(self) -> Option<Arc<Kept>> {
        self.compared.get()
    }

    /// Has the workbook on the desk compared with another from now on.
    pub(super) fn compare_with(self, kept: Option<Kept>) {
        self.compared.set(kept.map(Arc::new));
    }

    /// What is told over the foot of the page.
    pub(super) fn told(self) -> Told {
        self.told.get()
    }

    /// Tells something over the foot of the page.
    #[cfg(feature = "app")]
    pub(super) fn tell(self, told: Told) {
        self.told.set(told);
    }

    /// Ends what is told; that the figures are of a link is told as long as they
    /// are.
    pub(super) fn dismiss(self) {
        let of_link = self.own.with_untracked(Option::is_some);
        self.told.set(if of_link {
            Told::FromLink
        } else {
            Told::Nothing
        });
    }

    /// Whether the reader had figures before the link that differ from the first
    /// preset's.
    pub(super) fn has_own(self) -> bool {
        self.own
            .with(|own| own.as_ref().is_some_and(|own| own.0 != at_first()))
    }

    /// Puts the reader's own figures back on the desk.
    pub(super) fn back_to_own(self, desk: Desk) {
        let own = self.own.get_untracked();
        self.own.set(None);
        if let Some(own) = own {
            desk.exchange((*own).clone());
        }
        self.dismiss();
    }

    /// Makes what is on the desk the reader's own. What was so before is one step
    /// back, and kept by name where there is anything to keep.
    pub(super) fn take(self, desk: Desk) {
        let Some(own) = self.own.get_untracked() else {
            return;
        };
        self.own.set(None);
        let (workbook, _) = desk.exchange((*own).clone());
        desk.make(&Edit::Open(Box::new(workbook)));
        self.dismiss();
        if own.0 != at_first() {
            let date = desk.language.date(desk.today());
            let wanted = fill(desk.language.keeping(Keeping::BeforeLink), &[&date]);
            if let Ok(name) = self.store(&wanted, &own.0) {
                self.told.set(Told::Taken(name));
            }
        }
    }

    /// The scenarios, told anew when they change, here or in another tab.
    pub(super) fn entries(self) -> Vec<Entry> {
        self.entries.get()
    }

    /// The scenario of a number, as it stands.
    pub(super) fn entry(self, number: u32) -> Option<Entry> {
        self.entries.with(|entries| {
            let entry = entries.iter().find(|entry| entry.number() == number);
            entry.cloned()
        })
    }

    /// What was last done to the scenarios.
    pub(super) fn said(self) -> String {
        self.said.get()
    }

    /// Says something of the scenarios.
    pub(super) fn say(self, said: String) {
        self.said.set(said);
        self.deleted.set(None);
    }

    /// Whether something was deleted that can be brought back.
    pub(super) fn can_bring_back(self) -> bool {
        self.deleted.with(Option::is_some)
    }

    /// Reads the scenarios as they are stored now; what is damaged is set aside,
    /// and how many that were, and how many a newer version keeps, is given.
    pub(super) fn refresh(self) -> [usize; 2] {
        let mut entries = Vec::new();
        let (mut damaged, mut newer) = (0, 0);
        // Each is put in its order: to sort them brings two kilobytes.
        let mut places: Vec<String> = Vec::new();
        for place in outside::names().unwrap_or_default() {
            if place.starts_with(scenario::PREFIX) {
                let at = places.partition_point(|other| *other < place);
                places.insert(at, place);
            }
        }
        for place in places {
            let Some(text) = outside::read(&place) else {
                continue;
            };
            match scenario::read(&text) {
                Ok(scenario) => entries.push(Entry { place, scenario }),
                Err(Unreadable::Newer) => newer += 1,
                Err(Unreadable::Damaged | Unreadable::TooMany) => {
                    set_aside(&place, &text);
                    damaged += 1;
                }
            }
        }
        self.entries.set(entries);
        [damaged, newer]
    }

    /// Keeps a workbook under a name like the one that is wanted.
    fn store(self, wanted: &str, workbook: &Workbook) -> Result<String, outside::Unstored> {
        self.refresh();
        let name = self.entries.with_untracked(|entries| {
            let taken = entries.iter().map(|entry| entry.scenario.name.as_str());
            scenario::free_name(wanted, taken)
        });
        let name = name.unwrap_or_default();
        let taken = outside::names().unwrap_or_default();
        let place = scenario::free_entry(outside::now() as u64, &taken);
        outside::write(&place, &scenario::entry(&name, workbook))?;
        self.refresh();
        Ok(name)
    }

    /// Keeps what is on the desk under a name, and says so.
    pub(super) fn keep(self, desk: Desk, wanted: &str) {
        let language = desk.language;
        let number = (self.entries.with_untracked(Vec::len) + 1).to_string();
        let unnamed = fill(language.keeping(Keeping::Unnamed), &[&number]);
        let wanted = if wanted.trim().is_empty() {
            &unnamed
        } else {
            wanted
        };
        let workbook = desk.now(|workbook, _| workbook.clone());
        let said = match self.store(wanted, &workbook) {
            Ok(name) => fill(language.keeping(Keeping::KeptAs), &[&name]),
            Err(unstored) => not_stored(desk, unstored),
        };
        self.say(said);
    }

    /// Gives a scenario another name, where anything is left of it.
    pub(super) fn rename(self, desk: Desk, entry: &Entry, wanted: &str) {
        self.refresh();
        let name = self.entries.with_untracked(|entries| {
            let others = entries.iter().filter(|other| other.place != entry.place);
            scenario::free_name(wanted, others.map(|other| other.scenario.name.as_str()))
        });
        let Some(name) = name else { return };
        let text = scenario::entry(&name, &entry.scenario.workbook);
        if let Err(unstored) = outside::write(&entry.place, &text) {
            self.say(not_stored(desk, unstored));
        }
        self.refresh();
    }

    /// Deletes a scenario, so that it can be brought back.
    pub(super) fn delete(self, desk: Desk, entry: &Entry) {
        let Scenario { name, workbook } = &entry.scenario;
        let gone = outside::remove(&entry.place);
        self.refresh();
        if gone {
            self.say(fill(desk.language.keeping(Keeping::Deleted), &[name]));
            let text = scenario::entry(name, workbook);
            self.deleted.set(Some((entry.place.clone(), text)));
        } else {
            self.say(desk.language.keeping(Keeping::NotDeleted).to_owned());
        }
    }

    /// Brings back what was deleted last.
    pub(super) fn bring_back(self, desk: Desk) {
        let Some((place, text)) = self.deleted.get_untracked() else {
            return;
        };
        match outside::write(&place, &text) {
            Ok(()) => self.say(desk.language.keeping(Keeping::BroughtBack).to_owned()),
            Err(unstored) => self.said.set(not_stored(desk, unstored)),
        }
        self.refresh();
    }

    /// Keeps the scenarios of a file beside those that are there, and says how
    /// many are new.
    pub(super) fn import(self, desk: Desk, file: &str) {
        let language = desk.language;
        self.refresh();
        let scenarios = match scenario::import(file) {
            Ok(scenarios) => scenarios,
            Err(unreadable) => {
                let word = match unreadable {
                    Unreadable::Damaged => Keeping::FileUnreadable,
                    Unreadable::Newer => Keeping::FileNewer,
                    Unreadable::TooMany => Keeping::FileTooMany,
                };
                let most = scenario::MAX_SCENARIOS.to_string();
                self.say(fill(language.keeping(word), &[&most]));
                return;
            }
        };
        let entries = self.entries.get_untracked();
        let have: Vec<Scenario> = entries.into_iter().map(|entry| entry.scenario).collect();
        let mut count = 0;
        let mut said = String::new();
        for Scenario { name, workbook } in scenario::merged(&have, scenarios) {
            if let Err(unstored) = self.store(&name, &workbook) {
                said = not_stored(desk, unstored);
                break;
            }
            count += 1;
        }
        let word = if count == 0 && said.is_empty() {
            Keeping::NothingNew
        } else {
            Keeping::Imported
        };
        let told = fill(language.keeping(word), &[&count.to_string()]);
        self.say([told, said].join(" "));
    }
}

/// Keeps a damaged entry out of the way, but never without keeping it.
fn set_aside(place: &str, text: &str) {
    if outside::write(&scenario::set_aside(place), text).is_ok() {
        outside::remove(place);
    }
}

fn not_stored(desk: Desk, unstored: outside::Unstored) -> String {
    let word = match unstored {
        outside::Unstored::Denied => Keeping::Denied,
        outside::Unstored::Full => Keeping::Full,
    };
    desk.language.keeping(word).to_owned()
}

/// What the page begins with.
fn at_first() -> Workbook {
    Workbook::from(Preset::ChinaVsUs)
}
