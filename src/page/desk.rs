//! The state under the page: the workbook with its history, in one language.

use leptos::prelude::*;

use crate::{
    text::{Date, Language},
    workbook::{Edit, History, Preset, Refused, Workbook},
};

/// What every part of the page reads and writes. It is handed down as context.
#[derive(Clone, Copy)]
pub struct Desk {
    workbook: RwSignal<Workbook>,
    history: StoredValue<History>,
    /// Whether there are steps to undo and to redo.
    reach: RwSignal<(bool, bool)>,
    /// The language in which the page is written.
    pub language: Language,
    /// The day on which it is read, from which the age of figures counts.
    pub today: Date,
}

impl Desk {
    /// A desk with this workbook on it.
    #[must_use]
    pub fn new(workbook: Workbook, language: Language, today: Date) -> Self {
        Self {
            workbook: RwSignal::new(workbook),
            history: StoredValue::new(History::default()),
            reach: RwSignal::new((false, false)),
            language,
            today,
        }
    }

    /// The same desk in another language.
    #[must_use]
    pub const fn in_language(self, language: Language) -> Self {
        Self { language, ..self }
    }

    /// Applies an edit as a step to undo.
    ///
    /// # Errors
    /// Where the edit breaks a limit; then nothing changes.
    pub fn apply(self, edit: &Edit) -> Result<(), Refused> {
        self.step(|history, workbook| history.apply(workbook, edit))
    }

    /// Applies an edit that no limit can refuse: an option, a reset, a row moved.
    pub fn make(self, edit: &Edit) {
        let refused = self.apply(edit);
        debug_assert_eq!(refused, Ok(()));
    }

    /// Ends the step in which the reader types.
    pub fn settle(self) {
        self.history.update_value(History::settle);
    }

    /// Goes one step back.
    pub fn undo(self) {
        self.step(History::undo);
    }

    /// Goes one step forward again.
    pub fn redo(self) {
        self.step(History::redo);
    }

    /// Whether there is a step to undo.
    #[must_use]
    pub fn can_undo(self) -> bool {
        self.reach.get().0
    }

    /// Whether there is a step to redo.
    #[must_use]
    pub fn can_redo(self) -> bool {
        self.reach.get().1
    }

    /// What `of` reads in the workbook, told anew only when it differs.
    pub fn memo<T>(self, of: impl Fn(&Workbook) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.workbook.with(&of))
    }

    /// What `of` reads in the workbook, for an effect that follows every change.
    pub fn follow<T>(self, of: impl FnOnce(&Workbook) -> T) -> T {
        self.workbook.with(of)
    }

    /// What `of` reads in the workbook as it stands, without following it.
    pub fn now<T>(self, of: impl FnOnce(&Workbook) -> T) -> T {
        self.workbook.with_untracked(of)
    }

    /// The preset that the workbook began as.
    #[must_use]
    pub fn preset(self) -> Memo<Preset> {
        self.memo(|workbook| workbook.preset)
    }

    /// Runs a step through the history on the workbook, and tells those who
    /// watch only what has changed.
    fn step<T>(self, step: impl FnOnce(&mut History, &mut Workbook) -> T) -> T {
        let mut workbook = self.workbook.get_untracked();
        let mut history = self.history.write_value();
        let done = step(&mut history, &mut workbook);
        let reach = (history.can_undo(), history.can_redo());
        drop(history);
        if self.reach.get_untracked() != reach {
            self.reach.set(reach);
        }
        if self.workbook.with_untracked(|before| *before != workbook) {
            self.workbook.set(workbook);
        }
        done
    }
}
