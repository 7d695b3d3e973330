//! A computed figure as the reader sees it: a number, or a dash with the
//! reason why there is none.

use leptos::prelude::*;

use crate::{page::Desk, valuation::Meaningful};

/// A figure of the results.
#[component]
pub fn Reading(
    /// The figure in words, or why there is none.
    #[prop(into)]
    of: Signal<Meaningful<String>>,
    /// The figure's name in the document.
    #[prop(optional, into)]
    id: Option<String>,
) -> impl IntoView {
    let language = expect_context::<Desk>().language;
    let reason =
        move || of.with(|figure| figure.as_ref().err().map(|&reason| language.reason(reason)));
    view! {
        <span class="reading" id=id title=reason tabindex=move || reason().map(|_| "0")>
            {move || of.with(|figure| figure.as_ref().map_or_else(|_| "—".to_owned(), Clone::clone))}
            <span class="spoken">{reason}</span>
        </span>
    }
    .into_any()
}
