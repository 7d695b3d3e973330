//! What the reader sees: the same components rendered in the browser and,
//! natively, to a string.

use leptos::prelude::*;

/// The whole page over its state.
#[component]
pub fn App() -> impl IntoView {
    view! { <main><h1>{"Rerate"}</h1></main> }
}

/// The page with its first preset, as HTML: what stands in the document before
/// the module arrives.
#[cfg(feature = "prerender")]
#[must_use]
pub fn prerendered(language: crate::text::Language) -> String {
    let _ = language;
    Owner::new().with(|| App().to_html())
}
