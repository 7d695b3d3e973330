//! The system's own way to share an address.

use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::prelude::*;

use super::{promise, window};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = navigator, js_name = share, catch)]
    fn share_data(data: &Object) -> Result<Promise, JsValue>;
}

/// Whether the system has a way to share.
#[must_use]
pub fn can_share() -> bool {
    window::part("navigator", "share").is_some()
}

/// Opens the system's list of ways to share; nothing where it has none, or the
/// reader leaves it.
pub fn share(title: &str, address: &str) {
    let data = Object::new();
    for (name, value) in [("title", title), ("url", address)] {
        let _ = Reflect::set(&data, &name.into(), &value.into());
    }
    if let Ok(sharing) = share_data(&data) {
        promise::settled(&sharing, |_| {});
    }
}
