//! What the reader sees: the same components rendered in the browser and,
//! natively, to a string.

#![allow(
    unreachable_pub,
    reason = "the component macro makes public props for components that only the page uses"
)]

#[cfg(feature = "app")]
mod app;
mod charts;
mod controls;
mod desk;
mod sections;
mod shell;

#[cfg(feature = "app")]
pub use app::App;
pub use desk::Desk;
pub use shell::{Page, PageProps, Settings, Theme};

/// The page with a workbook on it, as HTML: what stands in the document before
/// the module arrives, and what tests compare.
#[cfg(feature = "prerender")]
#[must_use]
pub fn prerendered(
    workbook: crate::workbook::Workbook,
    language: crate::text::Language,
    today: crate::text::Date,
) -> String {
    use leptos::prelude::*;

    Owner::new().with(|| {
        let settings = Settings {
            language: RwSignal::new(language),
            theme: RwSignal::new(Theme::default()),
        };
        let desk = Desk::new(workbook, language, today);
        Page(PageProps { desk, settings }).to_html()
    })
}
