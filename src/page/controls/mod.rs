//! The page's controls: fields, choices, and figures that only read.

mod cells;
mod figure_field;
mod name_field;
mod options;
mod origin;
mod reading;
mod solvable;

pub(crate) use cells::{column, figure_cell, figures, head_above, number, row_head};
pub(crate) use figure_field::{Derived, FigureField, Writing};
pub(crate) use name_field::{Named, name_field};
pub(crate) use options::{Choice, options, picker};
pub(crate) use reading::{drawn_value, reading, value};
pub(crate) use solvable::solvable;

use super::{Element, element};

/// A button with a word on it.
pub(crate) fn button(word: &'static str, mut press: impl FnMut() + Send + 'static) -> Element {
    element("button")
        .with("type", "button")
        .text(word)
        .on("click", move |_| press())
}
