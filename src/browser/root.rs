//! The element that the page lives in.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The page's element without the prepared page that stood in it, or `None`
/// where the document has no such element.
#[must_use]
pub fn emptied() -> Option<HtmlElement> {
    let root = web_sys::window()?.document()?.get_element_by_id("rerate")?;
    root.replace_children_with_node_0();
    root.dyn_into().ok()
}
