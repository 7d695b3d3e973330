//! The window: what it has, and what it tells.

use js_sys::Reflect;
use wasm_bindgen::prelude::*;

/// Does something each time the window tells of an event, as long as the page
/// stands.
pub fn listen(event: &str, mut hears: impl FnMut() + 'static) {
    listen_to(event, move |_| hears());
}

/// The same with the event.
pub(super) fn listen_to(event: &str, hears: impl FnMut(JsValue) + 'static) {
    let hears = Closure::<dyn FnMut(JsValue)>::new(hears);
    let listener = hears.as_ref().unchecked_ref();
    let _ = gloo_utils::window().add_event_listener_with_callback(event, listener);
    hears.forget();
}

/// Something that a part of the window has; nothing where either is missing.
pub(super) fn part(part: &str, name: &str) -> Option<JsValue> {
    let part = Reflect::get(&gloo_utils::window(), &part.into()).ok()?;
    let value = Reflect::get(&part, &name.into()).ok()?;
    (!value.is_undefined()).then_some(value)
}
