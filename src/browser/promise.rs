//! What a promise comes to.

use std::{cell::Cell, rc::Rc};

use js_sys::Promise;
use wasm_bindgen::prelude::*;

/// What goes on once it is known.
type Then = Box<dyn FnOnce(Option<JsValue>)>;

/// Hands on what a promise is fulfilled with, or nothing where it is rejected.
pub(super) fn settled(promise: &Promise, then: impl FnOnce(Option<JsValue>) + 'static) {
    let then: Then = Box::new(then);
    let then = Rc::new(Cell::new(Some(then)));
    let listener = |fulfilled: bool| {
        let then = then.clone();
        Closure::<dyn FnMut(JsValue)>::new(move |value| {
            if let Some(then) = then.take() {
                then(fulfilled.then_some(value));
            }
        })
    };
    let (fulfilled, rejected) = (listener(true), listener(false));
    let _ = promise.then2(&fulfilled, &rejected);
    // Called once, at any time: they stay as long as the page.
    fulfilled.forget();
    rejected.forget();
}
