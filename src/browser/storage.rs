//! What the browser stores between visits. It may be shut off, full or
//! forbidden: then nothing is read and nothing written, and the page goes on.

use gloo_storage::{LocalStorage, Storage};

/// The text stored under a name.
#[must_use]
pub fn read(name: &str) -> Option<String> {
    local()?.get_item(name).ok()?
}

/// Stores a text under a name, where the browser lets us.
pub fn write(name: &str, text: &str) {
    if let Some(storage) = local() {
        let _ = storage.set_item(name, text);
    }
}

/// The browser's storage. gloo takes for granted that there is one and panics
/// otherwise, so the browser is asked first.
fn local() -> Option<web_sys::Storage> {
    let granted = matches!(gloo_utils::window().local_storage(), Ok(Some(_)));
    granted.then(LocalStorage::raw)
}
