//! The page's controls: fields, choices, and figures that only read.

mod figure_field;
mod name_field;
mod options;
mod origin;
mod reading;

pub use figure_field::{Derived, FigureField};
pub use name_field::{NameField, Named};
pub use options::{Options, Picker};
pub use reading::Reading;

/// A handler of an event, without the type of its closure: each closure type
/// would bring a copy of Leptos's machinery of its own into the module.
pub fn handler<E: 'static>(handle: impl FnMut(E) + 'static) -> Box<dyn FnMut(E)> {
    Box::new(handle)
}
