//! The element that the page lives in, and what stood in it before.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

thread_local! {
    /// The page that stood in the root: the prepared one, or, after a restart,
    /// the one of the module before.
    static BEFORE: RefCell<Option<Element>> = const { RefCell::new(None) };
}

/// The page's element without the page that stood in it, or `None` where the
/// document has no such element.
#[must_use]
pub fn emptied() -> Option<HtmlElement> {
    let root = web_sys::window()?.document()?.get_element_by_id("rerate")?;
    BEFORE.set(root.first_element_child());
    root.replace_children_with_node_0();
    root.dyn_into().ok()
}

/// Puts back what stood in an element of the page before.
pub fn put_back(id: &str, into: &Element) {
    BEFORE.with_borrow(|before| {
        let selector = ["[id='", id, "']>*"].concat();
        let found = before
            .as_ref()
            .and_then(|before| before.query_selector(&selector).ok().flatten());
        if let Some(found) = found {
            while let Some(node) = found.first_child() {
                let _ = into.append_child(&node);
            }
        }
    });
}
