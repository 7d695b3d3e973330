//! The state under the page: the workbook with its results and its history, in
//! one language.

use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use leptos::prelude::*;

use super::{Arrival, Drawer, below::Stage, embed::Embed, sight::Drawings};
use crate::{
    text::{Date, Language},
    workbook::{Edit, History, Part, Refused, Results, Section, Workbook},
};

/// What every part of the page reads and writes. Hundreds of closures hold one,
/// so it is small: what all copies share stands for as long as the page does.
#[derive(Clone, Copy)]
pub struct Desk {
    shared: &'static Shared,
    /// The drawing that reads, where one does.
    drawing: Option<&'static str>,
    /// The language in which the page is written.
    pub language: Language,
}

struct Shared {
    state: RwLock<State>,
    watchers: RwLock<Vec<Watcher>>,
    drawings: StoredValue<Drawings, LocalStorage>,
    arrival: RwSignal<Arrival>,
    stage: RwSignal<Stage>,
    today: Date,
}

/// Whoever has read a part: a drawing, or anything else.
struct Watcher {
    part: Part,
    drawing: Option<&'static str>,
    trigger: ArcTrigger,
}

struct State {
    workbook: Workbook,
    results: Results,
    history: History,
    embed: Option<Arc<Embed>>,
    /// Whether there is a text that could not be taken.
    refused: bool,
    /// How often each section has been begun anew.
    rounds: [u32; Section::ALL.len()],
}

impl Desk {
    /// A desk with this workbook on it.
    #[must_use]
    pub fn new(workbook: Workbook, language: Language, today: Date) -> Self {
        let shared = Shared {
            state: RwLock::new(State {
                results: Results::missing(),
                workbook,
                history: History::default(),
                embed: None,
                refused: false,
                rounds: [0; Section::ALL.len()],
            }),
            watchers: RwLock::new(Vec::new()),
            drawings: StoredValue::new_local(Drawings::default()),
            arrival: RwSignal::new(Arrival::Awaited),
            stage: RwSignal::new(Stage::Head),
            today,
        };
        Self {
            shared: Box::leak(Box::new(shared)),
            drawing: None,
            language,
        }
    }

    /// The same desk in another language.
    #[must_use]
    pub const fn in_language(self, language: Language) -> Self {
        Self { language, ..self }
    }

    /// The same desk as the drawing of a chart reads it.
    pub(super) const fn read_by(self, drawing: &'static str) -> Self {
        let drawing = Some(drawing);
        Self { drawing, ..self }
    }

    /// The day on which the page is read, from which the age of figures counts.
    #[must_use]
    pub const fn today(self) -> Date {
        self.shared.today
    }

    /// The drawings below the first view, to work on.
    pub(super) fn drawings<T>(self, work: impl FnOnce(&mut Drawings) -> T) -> T {
        work(&mut self.shared.drawings.write_value())
    }

    /// How what stands below the first view is coming along, told anew when that
    /// changes.
    #[must_use]
    pub fn arrival(self) -> Arrival {
        self.shared.arrival.get()
    }

    /// How much of what stands below the first view is mounted, told anew when
    /// that changes.
    pub(super) fn stage(self) -> Stage {
        self.shared.stage.get()
    }

    /// How much of the page is mounted.
    pub(super) fn stage_now(self) -> Stage {
        self.shared.stage.get_untracked()
    }

    /// Has the page mounted as far as a stage, with what that shows evaluated.
    pub(super) fn show(self, stage: Stage) {
        let parts = stage.evaluates(self.stage_now());
        self.renew(&mut self.state_to_write(), &parts);
        self.shared.stage.set(stage);
    }

    /// How what stands below the first view is coming along.
    pub(super) fn arrival_now(self) -> Arrival {
        self.shared.arrival.get_untracked()
    }

    /// Takes note of how what stands below the first view is coming along.
    pub fn receive(self, arrival: Arrival) {
        self.shared.arrival.set(arrival);
    }

    /// What `of` reads of the workbook and its results, told anew to whoever
    /// asked when that part of them changes.
    pub fn read<T>(self, part: Part, of: impl FnOnce(&Workbook, &Results) -> T) -> T {
        self.watch(part);
        self.now(of)
    }

    /// What `of` reads in the workbook and its results as they stand.
    pub fn now<T>(self, of: impl FnOnce(&Workbook, &Results) -> T) -> T {
        let state = self.state();
        of(&state.workbook, &state.results)
    }

    // Every text on the page reads the state; what they share is kept out of
    // line.
    #[inline(never)]
    fn state(self) -> RwLockReadGuard<'static, State> {
        let state = self.shared.state.read();
        state.unwrap_or_else(PoisonError::into_inner)
    }

    #[inline(never)]
    fn state_to_write(self) -> RwLockWriteGuard<'static, State> {
        let state = self.shared.state.write();
        state.unwrap_or_else(PoisonError::into_inner)
    }

    /// Applies an edit as a step to undo.
    ///
    /// # Errors
    /// Where the edit breaks a limit, or would change what the page around has
    /// fixed; then nothing changes.
    pub fn apply(self, edit: &Edit) -> Result<(), Refused> {
        let as_embedded = match self.embedded() {
            Some(embed) => self.now(|workbook, _| (embed.takes)(&embed, workbook, edit))?,
            None => None,
        };
        let edit = as_embedded.as_ref().unwrap_or(edit);
        match edit {
            Edit::ResetSection(section) => self.begin_anew(Some(*section)),
            Edit::Load(_) | Edit::Open(_) => self.begin_anew(None),
            _ => {}
        }
        self.step(|history, workbook| history.apply(workbook, edit))
    }

    /// How often a section has been begun anew: what was typed into it before, and
    /// could not be taken, is gone then.
    pub(super) fn round(self, section: Section) -> u32 {
        let rounds = &self.state().rounds;
        rounds.get(section as usize).copied().unwrap_or_default()
    }

    /// Takes note of a text that could not be taken.
    pub(super) fn note_refused(self) {
        self.state_to_write().refused = true;
    }

    /// Has a section begin anew, or all of them.
    fn begin_anew(self, section: Option<Section>) {
        let mut state = self.state_to_write();
        for (round, of) in state.rounds.iter_mut().zip(Section::ALL) {
            *round += u32::from(section.is_none_or(|section| section == of));
        }
        let refused = state.refused;
        // That of another section may still be there.
        state.refused = refused && section.is_some();
        drop(state);
        if refused {
            let watchers = self.shared.watchers.read();
            let watchers = watchers.unwrap_or_else(PoisonError::into_inner);
            let fields = watchers.iter().filter(|one| one.drawing.is_none());
            let told: Vec<_> = fields.map(|one| one.trigger.clone()).collect();
            drop(watchers);
            told.iter().for_each(Notify::notify);
        }
    }

    /// Applies an edit that no limit can refuse: an option, a reset, a row moved.
    /// What the page around has fixed stays.
    pub fn make(self, edit: &Edit) {
        let refused = self.apply(edit);
        debug_assert!(matches!(refused, Ok(()) | Err(Refused::Locked)));
    }

    /// Puts another workbook on the desk with its own steps, and gives back what
    /// was there.
    pub fn exchange(self, (workbook, history): (Workbook, History)) -> (Workbook, History) {
        self.begin_anew(None);
        self.step(|now, there| {
            let before = std::mem::replace(there, workbook);
            (before, std::mem::replace(now, history))
        })
    }

    /// Takes note of what the page around asks for.
    pub(super) fn embed(self, embed: Embed) {
        self.state_to_write().embed = Some(Arc::new(embed));
    }

    /// What the page around asks for, where there is one.
    pub(super) fn embedded(self) -> Option<Arc<Embed>> {
        self.state().embed.clone()
    }

    /// Ends the step in which the reader types.
    pub fn settle(self) {
        self.state_to_write().history.settle();
    }

    /// Takes back what has just been typed with edits such as this one.
    pub fn take_back(self, typing: &Edit) {
        self.step(|history, workbook| history.take_back(workbook, typing));
    }

    /// Goes one step back.
    pub fn undo(self) {
        self.begin_anew(None);
        self.step(History::undo);
    }

    /// Goes one step forward again.
    pub fn redo(self) {
        self.begin_anew(None);
        self.step(History::redo);
    }

    /// Whether there is a step to undo.
    #[must_use]
    pub fn can_undo(self) -> bool {
        self.watch(Part::Whole);
        self.state().history.can_undo()
    }

    /// Whether there is a step to redo.
    #[must_use]
    pub fn can_redo(self) -> bool {
        self.watch(Part::Whole);
        self.state().history.can_redo()
    }

    /// What the reader keeps beside the desk, once it is here.
    #[must_use]
    pub fn drawer(self) -> Option<Drawer> {
        Some(self.arrival_now().here()?.drawer)
    }

    /// Has the effect that runs now run again when the part changes.
    fn watch(self, part: Part) {
        let watchers = self.shared.watchers.write();
        let mut watchers = watchers.unwrap_or_else(PoisonError::into_inner);
        let known = watchers
            .iter()
            .find(|one| one.part == part && one.drawing == self.drawing);
        let trigger = known.map(|watcher| watcher.trigger.clone());
        let trigger = trigger.unwrap_or_else(|| {
            let trigger = ArcTrigger::new();
            watchers.push(Watcher {
                part,
                drawing: self.drawing,
                trigger: trigger.clone(),
            });
            trigger
        });
        drop(watchers);
        trigger.track();
    }

    /// Runs a step through the history on the workbook, evaluates what has
    /// changed by it, and tells those who watch it.
    fn step<T>(self, step: impl FnOnce(&mut History, &mut Workbook) -> T) -> T {
        let mut guard = self.state_to_write();
        let state = &mut *guard;
        let before = state.workbook.clone();
        let done = step(&mut state.history, &mut state.workbook);
        drop(guard);
        self.follow(&before);
        done
    }

    /// Evaluates parts of the workbook, those below as far as they are here.
    fn renew(self, state: &mut State, parts: &[Part]) {
        state.results.renew_first_view(&state.workbook, parts);
        if let Some(below) = self.arrival_now().here() {
            (below.renew)(&mut state.results, &state.workbook, parts);
        }
    }

    /// Evaluates what differs from the workbook before, and tells those who watch
    /// it.
    #[inline(never)]
    fn follow(self, before: &Workbook) {
        let mut guard = self.state_to_write();
        let state = &mut *guard;
        let changed = Part::changed(before, &state.workbook);
        #[cfg(feature = "app")]
        if !changed.is_empty() {
            crate::browser::root::differs();
        }
        self.renew(state, &changed);
        drop(guard);
        let watchers = self.shared.watchers.read();
        let watchers = watchers.unwrap_or_else(PoisonError::into_inner);
        let told = watchers.iter().filter(|one| changed.contains(&one.part));
        let told: Vec<_> = told.map(|one| (one.drawing, one.trigger.clone())).collect();
        drop(watchers);
        let mut owed = Vec::new();
        for (drawing, trigger) in told {
            match drawing {
                Some(drawing) => owed.push((drawing, trigger)),
                None => trigger.notify(),
            }
        }
        if let Some(below) = self.arrival_now().here() {
            (below.tell_drawings)(self, owed);
        }
    }
}
