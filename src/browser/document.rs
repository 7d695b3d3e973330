//! The document around the page: its language, its theme and its focus.

use gloo_utils::{document, document_element};
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement};

/// The language that the document says it is in.
#[must_use]
pub fn language() -> Option<String> {
    document_element().get_attribute("lang")
}

/// What the document says of itself in an attribute.
#[must_use]
pub fn said(attribute: &str) -> Option<String> {
    document_element().get_attribute(attribute)
}

/// Says which language the document is in.
pub fn set_language(tag: &str) {
    let _ = document_element().set_attribute("lang", tag);
}

/// Has the document wear a setting as an attribute.
pub fn set_setting(attribute: &str, setting: &str) {
    let _ = document_element().set_attribute(attribute, setting);
}

/// Has the figures shown, which are kept back where others than the prepared ones
/// are to come.
pub fn show_figures() {
    let _ = document_element().remove_attribute("data-awaiting");
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

/// What stands in the element of an id, as text.
#[must_use]
pub fn text(id: &str) -> String {
    let element = document().get_element_by_id(id);
    element
        .and_then(|element| element.text_content())
        .unwrap_or_default()
}

/// The workbook in a document that was saved with one.
#[must_use]
pub fn held_workbook() -> Option<String> {
    let held = document().query_selector("meta[name='rerate-workbook']");
    let text = held.ok()??.get_attribute("content")?;
    (!text.is_empty()).then_some(text)
}

/// Where the page is.
#[must_use]
pub fn address() -> String {
    document().url().unwrap_or_default()
}

/// Has the page printed.
pub fn print() {
    let _ = gloo_utils::window().print();
}

/// Opens the dialog of an id over the page: the focus goes into it, stays there,
/// and comes back when it is closed, as Escape does too.
pub fn open_dialog(id: &str) {
    if let Some(dialog) = dialog(id).filter(|dialog| !dialog.open()) {
        let _ = dialog.show_modal();
    }
}

/// Closes the dialog of an id.
pub fn close_dialog(id: &str) {
    if let Some(dialog) = dialog(id) {
        dialog.close();
    }
}

fn dialog(id: &str) -> Option<HtmlDialogElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}
