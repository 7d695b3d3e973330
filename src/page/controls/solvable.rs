//! A field whose quantity can be marked as the unknown.

use super::{Derived, FigureField, button};
use leptos::prelude::Set;

use crate::{
    page::{Desk, Element, Shared, classed},
    text::{Word, fill, numbers},
};

/// The field with a button that marks it, which is pressed as long as the field
/// is what is solved for.
pub(crate) fn solvable(
    desk: Desk,
    entry: FigureField,
    derived: Shared<Option<Derived>>,
    mut mark: impl FnMut() + Send + 'static,
) -> Element {
    // A text that could not be taken would stand in the place of the solution.
    let draft = entry.draft;
    let mark = button(desk.language.word(Word::Solve), move || {
        draft.set(None);
        mark();
    });
    marked_by(desk, entry, derived, mark)
}

fn marked_by(
    desk: Desk,
    entry: FigureField,
    derived: Shared<Option<Derived>>,
    mark: Element,
) -> Element {
    let language = desk.language;
    let noted = derived.clone();
    let id = [&entry.id, ".solve"].concat();
    let solve_for = {
        let label = entry.label.clone();
        move || Some(fill(language.word(Word::SolveFor), &[&label.tell()]))
    };
    let pressed = {
        let derived = derived.clone();
        move || {
            let solved = derived.tell().is_some_and(|derived| derived.solved);
            Some(if solved { "true" } else { "false" }.to_owned())
        }
    };
    classed("div", "solvable")
        .child(
            entry
                .derived(derived)
                .on(desk)
                // The text has fewer digits than what is worked out.
                .with_live("data-value", move || {
                    Some(numbers::bare(noted.tell()?.value.ok()?))
                }),
        )
        .child(
            mark.with("class", "solve")
                .id(id)
                .with_live("aria-label", solve_for)
                .with_live("aria-pressed", pressed),
        )
}
