//! What the reader sees: the same elements rendered in the browser and,
//! natively, to a string.

#[cfg(feature = "app")]
mod app;
mod below;
mod charts;
mod controls;
mod desk;
mod drawer;
mod drawn;
mod element;
mod embed;
mod mount;
mod sections;
mod shell;
mod sight;
mod tools;

#[cfg(feature = "app")]
pub use app::app;
pub use below::{Arrival, Below};
pub use desk::Desk;
pub use drawer::Drawer;
pub use element::{Element, Key, classed, element};
use element::{Shared, Tells};
pub use mount::{Extent, Mounted};
pub use shell::{Colours, Settings, Theme, page};

/// Puts the focus on an element, by its name in the document, before what the
/// reader has just pressed is taken away.
fn focus(id: &str) {
    #[cfg(feature = "app")]
    crate::browser::document::focus(id);
    #[cfg(not(feature = "app"))]
    let _ = id;
}

/// Puts the focus on an element that is there, or can have it, once what has just
/// changed is shown.
fn focus_next(id: String) {
    use leptos::leptos_dom::helpers::set_timeout;

    set_timeout(move || focus(&id), std::time::Duration::ZERO);
}

/// The page with a workbook on it, as HTML: what stands in the document before
/// the module arrives, and, as a whole, what tests compare.
#[cfg(feature = "prerender")]
#[must_use]
pub fn prerendered(
    workbook: crate::workbook::Workbook,
    language: crate::text::Language,
    today: crate::text::Date,
    extent: Extent,
) -> String {
    use leptos::prelude::*;

    Owner::new().with(|| {
        let desk = Desk::new(workbook, language, today);
        below::fetch(desk);
        let mut html = String::new();
        untrack(|| page(desk, Settings::new(language)).write(&mut html, extent));
        html
    })
}

/// The prepared page of an embed of some sections, or of all.
#[cfg(feature = "prerender")]
#[must_use]
pub fn prerendered_embed(
    workbook: crate::workbook::Workbook,
    language: crate::text::Language,
    today: crate::text::Date,
    view: &[crate::workbook::Section],
) -> String {
    use leptos::prelude::*;

    Owner::new().with(|| {
        let desk = Desk::new(workbook, language, today);
        below::fetch_embedded(desk, view);
        let view = desk.embedded().map(|embed| embed.view.clone());
        let mut html = String::new();
        untrack(|| page(desk, Settings::new(language)).write(&mut html, Extent::Prepared));
        embed::without_the_rest(&html, &view.unwrap_or_default())
    })
}
