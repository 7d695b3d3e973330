//! The document around the page: its language, its theme and its focus.

use gloo_utils::{document, document_element};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The language that the document says it is in.
#[must_use]
pub fn language() -> Option<String> {
    document_element().get_attribute("lang")
}

/// Says which language the document is in.
pub fn set_language(tag: &str) {
    let _ = document_element().set_attribute("lang", tag);
}

/// Has the document wear a setting as an attribute.
pub fn set_setting(attribute: &str, setting: &str) {
    let _ = document_element().set_attribute(attribute, setting);
}

/// Puts the focus on the element of an id, where there is one.
pub fn focus(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Does what would take the focus from an element, and gives it back.
pub fn keeping_focus(work: impl FnOnce()) {
    let held = document().active_element();
    work();
    if let Some(held) = held.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = held.focus();
    }
}

/// Says what the document is called.
pub fn set_title(title: &str) {
    document().set_title(title);
}
