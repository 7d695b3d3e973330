//! The page's controls: fields, choices, and figures that only read.

mod figure_field;
mod name_field;
mod options;
mod origin;
mod reading;

pub use figure_field::{Derived, FigureField};
pub use name_field::{Named, name_field};
pub use options::{Choice, options, picker};
pub use reading::reading;

use super::{Element, element};

/// A button with a word on it.
pub fn button(word: &'static str, mut press: impl FnMut() + Send + 'static) -> Element {
    element("button")
        .with("type", "button")
        .text(word)
        .on("click", move |_| press())
}
