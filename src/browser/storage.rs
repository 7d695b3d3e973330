//! What the browser stores between visits. It may be shut off, full or
//! forbidden, and each call may fail by itself: then nothing is read and nothing
//! written, whoever asked is told, and the page goes on.

use gloo_storage::{LocalStorage, Storage};
use js_sys::Reflect;

use super::window;

/// Why a text was not stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unstored {
    /// The browser lets the page store nothing.
    Denied,
    /// The browser has no room left, or does not take it.
    Full,
}

/// The text stored under a name.
#[must_use]
pub fn read(name: &str) -> Option<String> {
    local()?.get_item(name).ok()?
}

/// Stores a text under a name.
///
/// # Errors
/// Where the browser does not store it; then what was stored there before still
/// is.
pub fn write(name: &str, text: &str) -> Result<(), Unstored> {
    let storage = local().ok_or(Unstored::Denied)?;
    storage.set_item(name, text).map_err(|_| Unstored::Full)
}

/// Takes out what is stored under a name, and says whether it is gone.
pub fn remove(name: &str) -> bool {
    local().is_some_and(|storage| storage.remove_item(name).is_ok())
}

/// The names under which anything is stored; none where the browser does not
/// tell.
#[must_use]
pub fn names() -> Option<Vec<String>> {
    let storage = local()?;
    let count = storage.length().ok()?;
    (0..count).map(|index| storage.key(index).ok()?).collect()
}

/// Does something each time another tab stores anything under a name that begins
/// so, or all is taken out.
pub fn follow(prefix: &'static str, mut hears: impl FnMut() + 'static) {
    window::listen_to("storage", move |event| {
        let name = Reflect::get(&event, &"key".into());
        let name = name.ok().and_then(|name| name.as_string());
        if name.is_none_or(|name| name.starts_with(prefix)) {
            hears();
        }
    });
}

/// The browser's storage. gloo takes for granted that there is one and panics
/// otherwise, so the browser is asked first.
fn local() -> Option<web_sys::Storage> {
    let granted = matches!(gloo_utils::window().local_storage(), Ok(Some(_)));
    granted.then(LocalStorage::raw)
}
