//! The drawings on the page. A step renews at once what the reader sees, and
//! owes the drawings that are out of sight what has changed: those are paid one
//! by one, each in a task of its own, so that the reader never waits for what
//! he does not see. Their marks are owed to all of them from the start.

use std::time::Duration;

use leptos::{leptos_dom::helpers::set_timeout, prelude::*};

use super::Desk;

/// The drawings by the ids of their charts, in the page's order.
#[derive(Default)]
pub(super) struct Drawings {
    all: Vec<Drawing>,
    /// Whether a task is on its way that pays the next.
    are_being_paid: bool,
}

struct Drawing {
    id: &'static str,
    is_drawn: RwSignal<bool>,
    owed: Vec<ArcTrigger>,
}

/// What a drawing is owed.
struct Debt {
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
        if is_in_sight(id) || !desk.drawings(|drawings| drawings.owe(id, &trigger)) {
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
    debt.map(Debt::pay).is_some()
}

/// Pays what drawings are owed, one in a task.
fn pay_later(desk: Desk) {
    if desk.drawings(|drawings| std::mem::replace(&mut drawings.are_being_paid, true)) {
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

impl Drawings {
    /// Takes up a drawing that is mounted; tells when it is to have its marks.
    fn add(&mut self, id: &'static str) -> RwSignal<bool> {
        let is_drawn = RwSignal::new(false);
        self.all.retain(|drawing| drawing.id != id);
        self.all.push(Drawing {
            id,
            is_drawn,
            owed: Vec::new(),
        });
        is_drawn
    }

    /// Owes a drawing what a trigger tells; false where there is no such drawing.
    fn owe(&mut self, id: &str, trigger: &ArcTrigger) -> bool {
        let drawing = self.all.iter_mut().find(|drawing| drawing.id == id);
        drawing.is_some_and(|drawing| {
            drawing.owed.push(trigger.clone());
            true
        })
    }

    /// What the first drawing is owed that is owed anything.
    fn next_debt(&mut self) -> Option<Debt> {
        self.all.iter_mut().find_map(|drawing| {
            // One whose section is gone is owed no marks.
            let lacks_marks = drawing.is_drawn.try_get_untracked() == Some(false);
            (lacks_marks || !drawing.owed.is_empty()).then(|| Debt {
                is_drawn: drawing.is_drawn,
                owed: std::mem::take(&mut drawing.owed),
            })
        })
    }
}

impl Debt {
    /// Pays it: the drawing shows what it was owed.
    fn pay(self) {
        if self.is_drawn.try_get_untracked() == Some(false) {
            self.is_drawn.set(true);
        }
        for trigger in self.owed {
            trigger.notify();
        }
    }
}

#[cfg(feature = "app")]
fn is_in_sight(id: &str) -> bool {
    crate::browser::document::is_in_sight(id)
}

/// Natively there is nothing to wait for.
#[cfg(not(feature = "app"))]
const fn is_in_sight(_: &str) -> bool {
    true
}
