//! All that a page says, by the names of its elements, so that a test can tell
//! what a change has changed.

use std::collections::{BTreeMap, BTreeSet};

/// The text, or the value, of every element that has a name, without what its
/// named descendants say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct State(BTreeMap<String, String>);

/// Reads the state in the page.
pub(super) const READ: &str = "
    const said = {};
    const own = (element) => {
        if (element.matches('input, textarea')) return element.value;
        if (element.matches('select')) return element.selectedOptions[0]?.text ?? '';
        let text = '';
        for (const child of element.childNodes) {
            if (child.nodeType === Node.TEXT_NODE) text += child.data;
            if (child.nodeType === Node.ELEMENT_NODE && !child.id) text += ' ' + own(child);
        }
        return text;
    };
    for (const element of document.querySelectorAll('#rerate [id]')) {
        said[element.id] = own(element).replace(/\\s+/g, ' ').trim();
    }
    return said;
";

impl State {
    pub(super) fn read(said: serde_json::Value) -> Self {
        Self(serde_json::from_value(said).expect("texts by name"))
    }

    /// What an element says.
    pub(crate) fn of(&self, id: &str) -> &str {
        self.0
            .get(id)
            .unwrap_or_else(|| panic!("there is no element {id}"))
    }

    /// Fails with what differs, where the page says anything else than `other`
    /// does.
    #[track_caller]
    pub(crate) fn must_be(&self, other: &Self) {
        let differing: Vec<String> = self
            .changed_since(other)
            .iter()
            .map(|id| format!("{id}: {:?}, not {:?}", self.0.get(id), other.0.get(id)))
            .collect();
        assert!(differing.is_empty(), "{}", differing.join("\n"));
    }

    /// The elements that say something else than before, or were not there, or
    /// are gone.
    pub(crate) fn changed_since(&self, before: &Self) -> BTreeSet<String> {
        let ids = self.0.keys().chain(before.0.keys());
        ids.filter(|id| self.0.get(*id) != before.0.get(*id))
            .cloned()
            .collect()
    }
}
