//! The page's address, and what the browser notes with it.

use wasm_bindgen::prelude::*;

use super::{
    document::{address, said},
    window,
};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = history, js_name = replaceState, catch)]
    fn replace_state(note: bool, unused: &str, address: &str) -> Result<(), JsValue>;
}

/// What stands behind the address's `#`, as it stands there.
#[must_use]
pub fn fragment() -> String {
    let address = address();
    let fragment = address.split_once('#').map(|(_, fragment)| fragment);
    fragment.unwrap_or_default().to_owned()
}

/// The address with another fragment, or none.
#[must_use]
pub fn with_fragment(fragment: &str) -> String {
    let address = address();
    let bare = address.split('#').next().unwrap_or_default();
    if fragment.is_empty() {
        bare.to_owned()
    } else {
        [bare, "#", fragment].concat()
    }
}

/// Puts a fragment in the place of the present one, and notes whether it is the
/// page's own, as it then is after a reload and a step back too. Nothing where
/// the browser refuses.
pub fn replace(fragment: &str, own: bool) {
    let _ = replace_state(own, "", &with_fragment(fragment));
}

/// Whether the fragment was noted as the page's own.
#[must_use]
pub fn is_own() -> bool {
    window::part("history", "state").is_some_and(|note| note == JsValue::TRUE)
}

/// Whether the page stands in another one, or is made to.
#[must_use]
pub fn is_embedded() -> bool {
    let window = gloo_utils::window();
    let framed = !matches!(window.parent(), Ok(Some(parent)) if parent == window);
    framed || said("data-embed").is_some()
}
