//! A field whose quantity can be marked as the unknown.

use super::{Derived, FigureField, button};
use crate::{
    page::{Desk, Element, classed},
    text::{Word, fill},
    workbook::{Field, Place},
};

/// The field with a button that marks it, which is pressed as long as the field
/// is what is solved for.
pub(crate) fn solvable(
    desk: Desk,
    field: Field,
    label: &'static str,
    derived: impl Fn() -> Option<Derived> + Clone + Send + Sync + 'static,
    mark: impl FnMut() + Send + 'static,
) -> Element {
    let language = desk.language;
    let pressed = {
        let derived = derived.clone();
        move || {
            let solved = derived().is_some_and(|derived| derived.solved);
            Some(if solved { "true" } else { "false" }.to_owned())
        }
    };
    classed("div", "solvable")
        .child(
            FigureField::new(Place::Field(field), field.key(), move || label.to_owned())
                .derived(derived)
                .on(desk),
        )
        .child(
            button(language.word(Word::Solve), mark)
                .with("class", "solve")
                .id([field.key(), ".solve"].concat())
                .with("aria-label", fill(language.word(Word::SolveFor), &[label]))
                .with_live("aria-pressed", pressed),
        )
}
