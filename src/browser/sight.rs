//! What the reader sees of the page, told as it changes: to ask for an element's
//! place would have the whole page laid out on the spot.

use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{IntersectionObserver, IntersectionObserverEntry};

/// Watches elements come into sight and go.
pub struct Sight {
    observer: Option<IntersectionObserver>,
    _hears: Closure<dyn FnMut(Array)>,
}

impl Sight {
    /// Tells the id of each element that is watched, and whether any of it is in
    /// sight, at first and whenever that changes.
    #[must_use]
    pub fn new(mut tells: impl FnMut(&str, bool) + 'static) -> Self {
        let hears = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            for entry in entries.iter() {
                let entry: IntersectionObserverEntry = entry.unchecked_into();
                tells(&entry.target().id(), entry.is_intersecting());
            }
        });
        Self {
            observer: IntersectionObserver::new(hears.as_ref().unchecked_ref()).ok(),
            _hears: hears,
        }
    }

    /// Watches the element of an id from now on.
    pub fn watch(&self, id: &str) {
        let element = gloo_utils::document().get_element_by_id(id);
        if let (Some(observer), Some(element)) = (&self.observer, element) {
            observer.observe(&element);
        }
    }
}
