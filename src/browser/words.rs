//! The sheets of words, which the boot script (`static/boot.js`) fetches and
//! holds for this module and the ones after it.

use js_sys::Promise;
use wasm_bindgen::prelude::*;

use super::promise::settled;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = rerate, js_name = sheet, catch)]
    fn boot_sheet(language: &str, sheet: &str) -> Result<Option<String>, JsValue>;
    #[wasm_bindgen(js_namespace = rerate, js_name = fetchSheets, catch)]
    fn boot_fetch_sheets(language: &str) -> Result<Promise, JsValue>;
}

/// A sheet of a language, where it has been fetched.
#[must_use]
pub fn fetched(language: &str, sheet: &str) -> Option<String> {
    boot_sheet(language, sheet).ok().flatten()
}

/// Fetches all sheets of a language, and says whether they are here then.
pub fn fetch(language: &str, then: impl FnOnce(bool) + 'static) {
    match boot_fetch_sheets(language) {
        Ok(promise) => settled(&promise, move |sheets| then(sheets.is_some())),
        Err(_) => then(false),
    }
}
