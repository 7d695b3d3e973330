//! The page's controls: fields, choices, and figures that only read.

mod figure_field;
mod name_field;
mod options;
mod origin;
mod reading;

pub use figure_field::{Derived, FigureField};
pub use name_field::NameField;
pub use options::{Options, Picker};
pub use reading::Reading;
