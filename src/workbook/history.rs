//! Undo and redo.

use super::{
    Edit, Workbook,
    edit::{Refused, Typed},
};

/// How many steps can be undone.
const DEPTH: usize = 200;

/// The workbooks before and after the present one.
///
/// What is typed into one place without a pause elsewhere is one step.
#[derive(Clone, Debug, Default)]
pub struct History {
    past: Vec<Workbook>,
    future: Vec<Workbook>,
    typing: Option<Typed>,
}

impl History {
    /// Applies an edit to the workbook and remembers how it was.
    ///
    /// # Errors
    /// As [`Edit::apply`]; then nothing is remembered.
    pub fn apply(&mut self, workbook: &mut Workbook, edit: &Edit) -> Result<(), Refused> {
        let before = workbook.clone();
        edit.apply(workbook)?;
        if before == *workbook {
            return Ok(());
        }
        let typed = edit.typed_into();
        let goes_on = typed.is_some() && typed == self.typing;
        self.typing = typed;
        if !goes_on {
            if self.past.len() == DEPTH {
                self.past.remove(0);
            }
            self.past.push(before);
        }
        self.future.clear();
        Ok(())
    }

    /// Ends the step in which the reader types: what follows is a new one.
    pub const fn settle(&mut self) {
        self.typing = None;
    }

    /// Takes back what has just been typed with edits such as this one, as if it
    /// had not been; false where it was not, or something else has come between.
    pub fn take_back(&mut self, workbook: &mut Workbook, typing: &Edit) -> bool {
        let is_typed = self.typing.is_some() && self.typing == typing.typed_into();
        self.settle();
        let before = if is_typed { self.past.pop() } else { None };
        let was_typed = before.is_some();
        if let Some(before) = before {
            *workbook = before;
        }
        was_typed
    }

    /// Goes one step back; false where there is none.
    pub fn undo(&mut self, workbook: &mut Workbook) -> bool {
        self.settle();
        exchange(&mut self.past, &mut self.future, workbook)
    }

    /// Goes one step forward again; false where there is none.
    pub fn redo(&mut self, workbook: &mut Workbook) -> bool {
        self.settle();
        exchange(&mut self.future, &mut self.past, workbook)
    }

    /// Whether there is a step to undo.
    #[must_use]
    pub const fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is a step to redo.
    #[must_use]
    pub const fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }
}

fn exchange(from: &mut Vec<Workbook>, to: &mut Vec<Workbook>, workbook: &mut Workbook) -> bool {
    let Some(other) = from.pop() else {
        return false;
    };
    to.push(std::mem::replace(workbook, other));
    true
}
