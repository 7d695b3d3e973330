//! Recovery from a panic, with the boot script (`static/boot.js`), which
//! outlives this module.
//!
//! A panic poisons the module. The boot script marks the results stale, starts
//! a fresh module, and hands it the state that was last given to [`keep`].

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = rerate, js_name = keep, catch)]
    fn boot_keep(state: &str, inputs: &str) -> Result<(), JsValue>;
    #[wasm_bindgen(js_namespace = rerate, js_name = kept, catch)]
    fn boot_kept() -> Result<Option<String>, JsValue>;
    #[wasm_bindgen(js_namespace = rerate, js_name = panicked, catch)]
    fn boot_panicked(message: &str) -> Result<(), JsValue>;
}

/// Keeps the state that a restarted module is to begin with, and the reader's
/// inputs in words, for the case that it does not start. Call it after each
/// change that was worked through without failing.
///
/// Without the boot script nothing is kept.
pub fn keep(state: &str, inputs: &str) {
    let _ = boot_keep(state, inputs);
}

/// The state kept before the restart, or `None` at the first start.
#[must_use]
pub fn kept() -> Option<String> {
    boot_kept().ok().flatten()
}

/// Has every panic reported to the boot script. Call it once, first of all.
pub fn report_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let _ = boot_panicked(&panic.to_string());
    }));
}

/// Panics on purpose, so that page tests and whoever runs the site can see the
/// page come back: `rerate.rehearseFailure()` in the browser's console.
#[wasm_bindgen]
#[expect(clippy::panic, reason = "the failure is the purpose")]
pub fn rehearse_failure() {
    panic!("a failure was rehearsed");
}
