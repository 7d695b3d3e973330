//! The drawings on the page. A step renews at once what the reader sees, and
//! owes the drawings that are out of sight what has changed: those are paid one
//! by one, each in a task of its own, so that the reader never waits for what
//! he does not see. Their marks are owed to all of them from the start.

use std::time::Duration;

use leptos::{leptos_dom::helpers::set_timeout, prelude::*};

use super::Desk;
#[cfg(feature = "app")]
use crate::browser::sight::Sight;

/// The drawings by the ids of their charts, in the page's order.
#[derive(Default)]
pub(super) struct Drawings {
    all: Vec<Drawing>,
    /// Whether a task is on its way that pays the next.
    are_being_paid: bool,
    /// What tells which of them are in sight.
    #[cfg(feature = "app")]
    sight: Option<Sight>,
}

struct Drawing {
    id: &'static str,
    is_drawn: RwSignal<bool>,
    is_in_sight: bool,
    owed: Vec<ArcTrigger>,
}

/// What a drawing is owed.
struct Debt {
    id: &'static str,
    is_drawn: RwSignal<bool>,
    owed: Vec<ArcTrigger>,
}

/// The desk as the drawing of this chart reads it, and whether the drawing is to
/// have its marks; natively everything is drawn at once.
pub(super) fn take_up(desk: Desk, id: &'static str) -> (Desk, RwSignal<bool>) {
    if cfg!(not(feature = "app")) {
        return (desk, RwSignal::new(true));
    }
    let is_drawn = desk.drawings(|drawings| drawings.add(id));
    pay_later(desk);
    (desk.read_by(id), is_drawn)
}

/// Tells drawings what has changed: those in sight at once, the others later.
pub(super) fn tell(desk: Desk, told: Vec<(&'static str, ArcTrigger)>) {
    for (id, trigger) in told {
        if !desk.drawings(|drawings| drawings.owe(id, &trigger)) {
            trigger.notify();
        }
    }
    pay_later(desk);
}

/// Pays all that drawings are owed, for who sees the whole page, as on paper.
pub(super) fn pay_all(desk: Desk) {
    while pay(desk) {}
}

/// Pays what one drawing is owed; false where nothing is owed any more.
fn pay(desk: Desk) -> bool {
    let debt = desk.drawings(Drawings::next_debt);
    debt.map(|debt| debt.pay(desk)).is_some()
}

/// Pays what drawings are owed, one in a task.
fn pay_later(desk: Desk) {
    if desk.drawings(|drawings| {
        !drawings.all.iter().any(Drawing::is_owed)
            || std::mem::replace(&mut drawings.are_being_paid, true)
    }) {
        return;
    }
    let pay = move || {
        desk.drawings(|drawings| drawings.are_being_paid = false);
        if pay(desk) {
            pay_later(desk);
        }
    };
    set_timeout(pay, Duration::ZERO);
}

/// Has it told from now on whether a drawing is in sight.
#[cfg(feature = "app")]
fn watch(desk: Desk, id: &'static str) {
    desk.drawings(|drawings| {
        let sight = drawings.sight.get_or_insert_with(|| {
            Sight::new(move |id, is_in_sight| {
                let debt = desk.drawings(|drawings| drawings.note_sight(id, is_in_sight));
                if let Some(debt) = debt {
                    debt.pay(desk);
                }
            })
        });
        sight.watch(id);
    });
}

/// Natively nothing is seen.
#[cfg(not(feature = "app"))]
const fn watch(_: Desk, _: &'static str) {}

impl Drawings {
    /// Takes up a drawing that is mounted; tells when it is to have its marks.
    fn add(&mut self, id: &'static str) -> RwSignal<bool> {
        let is_drawn = RwSignal::new(false);
        self.all.retain(|drawing| drawing.id != id);
        self.all.push(Drawing {
            id,
            is_drawn,
            is_in_sight: false,
            owed: Vec::new(),
        });
        is_drawn
    }

    /// Owes a drawing what a trigger tells; false where it is in sight, or there
    /// is no such drawing.
    fn owe(&mut self, id: &str, trigger: &ArcTrigger) -> bool {
        let mut drawings = self.all.iter_mut();
        let drawing = drawings.find(|drawing| drawing.id == id && !drawing.is_in_sight);
        drawing.is_some_and(|drawing| {
            drawing.owed.push(trigger.clone());
            true
        })
    }

    /// Notes that a drawing has come into sight or gone, and gives what it is
    /// owed where it has come.
    #[cfg(feature = "app")]
    fn note_sight(&mut self, id: &str, is_in_sight: bool) -> Option<Debt> {
        let mut drawings = self.all.iter_mut();
        let drawing = drawings.find(|drawing| drawing.id == id)?;
        drawing.is_in_sight = is_in_sight;
        (is_in_sight && drawing.is_owed()).then(|| drawing.debt())
    }

    /// What the first drawing is owed that is owed anything.
    fn next_debt(&mut self) -> Option<Debt> {
        let drawing = self.all.iter_mut().find(|drawing| drawing.is_owed());
        drawing.map(Drawing::debt)
    }
}

impl Drawing {
    /// Whether it is owed anything; one whose section is gone is owed no marks.
    fn is_owed(&self) -> bool {
        !self.owed.is_empty() || self.is_drawn.try_get_untracked() == Some(false)
    }

    fn debt(&mut self) -> Debt {
        Debt {
            id: self.id,
            is_drawn: self.is_drawn,
            owed: std::mem::take(&mut self.owed),
        }
    }
}

impl Debt {
    /// Pays it: the drawing shows what it was owed.
    fn pay(self, desk: Desk) {
        if self.is_drawn.try_get_untracked() == Some(false) {
            self.is_drawn.set(true);
            watch(desk, self.id);
        }
        for trigger in self.owed {
            trigger.notify();
        }
    }
}
