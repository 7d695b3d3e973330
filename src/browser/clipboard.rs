//! What the reader copies.

use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag};

use super::promise;

// Named here one by one, for the clipboard is missing where the page is not
// served securely, and its items are in older browsers: a call of what is
// missing is then an error and no more.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["navigator", "clipboard"], js_name = write, catch)]
    fn write(items: &Array) -> Result<Promise, JsValue>;
    #[wasm_bindgen(js_namespace = ["navigator", "clipboard"], js_name = writeText, catch)]
    fn write_text(text: &str) -> Result<Promise, JsValue>;

    type ClipboardItem;
    #[wasm_bindgen(constructor, catch)]
    fn new(forms: &Object) -> Result<ClipboardItem, JsValue>;
}

/// Copies a text, and the same as HTML where there is any; then says whether
/// it could.
pub fn copy(text: &str, html: Option<&str>, done: impl FnOnce(bool) + 'static) {
    let rich = html.and_then(|html| write(&item(text, html).ok()?).ok());
    match rich.or_else(|| write_text(text).ok()) {
        Some(copying) => promise::settled(&copying, move |copied| done(copied.is_some())),
        None => done(false),
    }
}

/// One item for the clipboard in both forms.
fn item(text: &str, html: &str) -> Result<Array, JsValue> {
    let forms = Object::new();
    for (kind, content) in [("text/plain", text), ("text/html", html)] {
        Reflect::set(&forms, &kind.into(), &blob(kind, content)?.into())?;
    }
    Ok(Array::of1(&ClipboardItem::new(&forms)?.into()))
}

/// A text as a file of a kind.
pub(super) fn blob(kind: &str, content: &str) -> Result<Blob, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    Blob::new_with_str_sequence_and_options(&Array::of1(&content.into()).into(), &options)
}
