//! The element that the page lives in, and what stood in it before.

use std::cell::{Cell, RefCell};

use gloo_utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

thread_local! {
    /// The page that the document was prepared with, till it is taken over.
    static PREPARED: RefCell<Option<Element>> = const { RefCell::new(None) };
    /// The page of the module before, after a restart.
    static BEFORE: RefCell<Option<Element>> = const { RefCell::new(None) };
    /// Whether the figures are still those that the document was prepared with.
    static AS_PREPARED: Cell<bool> = const { Cell::new(true) };
}

/// The page's element, or `None` where the document has no such element. What was
/// prepared in it stays; what a module before this one has left, which may be half
/// done, does not.
#[must_use]
pub fn found() -> Option<HtmlElement> {
    let root = document().get_element_by_id("rerate")?;
    let there = root.first_element_child();
    if root.has_attribute("data-stale") {
        root.replace_children_with_node_0();
        BEFORE.set(there);
    } else {
        PREPARED.set(there);
    }
    root.dyn_into().ok()
}

/// The prepared page, for the first who asks.
#[must_use]
pub fn prepared() -> Option<Element> {
    PREPARED.take()
}

/// Whether what is prepared says what the page would say.
#[must_use]
pub fn is_as_prepared() -> bool {
    AS_PREPARED.get()
}

/// Takes note that the figures are others now.
pub fn differs() {
    AS_PREPARED.set(false);
}

/// Puts back what stood in an element of the page before, inert: nothing answers
/// to what is done with it any more.
pub fn put_back(id: &str, into: &Element) {
    let selector = ["[id='", id, "']>*"].concat();
    let found = BEFORE.with_borrow(|before| {
        let in_document = document().document_element();
        let before = before.as_ref().or(in_document.as_ref())?;
        before.query_selector(&selector).ok().flatten()
    });
    if let Some(found) = found {
        let _ = into.set_attribute("inert", "");
        while let Some(node) = found.first_child() {
            let _ = into.append_child(&node);
        }
    }
}
