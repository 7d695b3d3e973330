//! What the page around an embed asks for and is answered.

use leptos::prelude::*;

use crate::{
    browser::frame::{self, Reply},
    exchange::{
        json,
        message::{self, Call},
    },
    page::{Desk, app::whenever, sight},
    workbook::{History, Part},
};

/// Answers the page around once it is known what the embed begins with, and tells
/// it of every change.
pub(super) fn serve(desk: Desk) {
    let Some(embed) = desk.embedded() else { return };
    whenever(Box::new(move |ran| {
        desk.read(Part::Whole, |_, _| ());
        if ran {
            frame::changed();
        }
    }));
    let serves = StoredValue::new(false);
    whenever(Box::new(move |_| {
        if embed.start.with(Option::is_some) && !serves.get_value() {
            serves.set_value(true);
            frame::serve(move |name, argument, reply| answer(desk, &name, &argument, reply));
        }
    }));
}

fn answer(desk: Desk, name: &str, argument: &str, reply: Reply) {
    match desk.now(|workbook, _| message::read(name, argument, workbook, desk.language)) {
        Ok(Call::State) => reply.done(&desk.now(|workbook, _| json::write(workbook))),
        Ok(Call::Results) => {
            // They are read off the page, of which some may be behind.
            sight::pay_all(desk);
            reply.done("null");
        }
        Ok(Call::Put(workbook)) => {
            desk.exchange((*workbook, History::default()));
            reply.done("null");
        }
        Ok(Call::Reset) => {
            let start = desk
                .embedded()
                .and_then(|embed| embed.start.get_untracked());
            if let Some(start) = start {
                desk.exchange((*start).clone());
            }
            reply.done("null");
        }
        Ok(Call::Picture { chart, points }) => {
            // It may be out of sight, and behind.
            sight::pay_all(desk);
            reply.picture(&chart, points);
        }
        Err(refusal) => reply.refused(&refusal.told()),
    }
}
