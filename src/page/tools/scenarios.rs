//! The scenarios that the reader keeps: to open, to compare with, to rename, to
//! delete, and to take along.

use leptos::prelude::*;

use super::{files::MEGABYTES, outside};
use crate::{
    exchange::scenario,
    page::{
        Desk, Element, classed,
        controls::button,
        drawer::{Drawer, Entry},
        element, focus,
    },
    text::{Keeping, Phrase, fill},
    workbook::{Edit, Kept, MAX_NAME},
};

const DIALOG: &str = "scenarios.dialog";
const NAME: &str = "scenarios.name";

/// The button that opens the dialog, and the dialog.
pub(super) fn scenarios(desk: Desk, drawer: Drawer) -> [Element; 2] {
    let language = desk.language;
    let word = move |word| language.keeping(word);
    let allowed = RwSignal::new(true);
    let open = move || {
        allowed.set(outside::names().is_some());
        let [damaged, newer] = drawer.refresh();
        let told = [(damaged, Keeping::SetAside), (newer, Keeping::NewerLeft)];
        let told = told.into_iter().filter(|(count, _)| *count > 0);
        let told: Vec<String> = told
            .map(|(count, phrase)| fill(word(phrase), &[&count.to_string()]))
            .collect();
        drawer.say(told.join(" "));
        outside::open_dialog(DIALOG);
    };
    let hint = move || {
        let hint = if allowed.get() {
            Keeping::ScenariosHint
        } else {
            Keeping::Denied
        };
        word(hint).to_owned()
    };
    let typed = RwSignal::new(String::new());
    let name = element("input")
        .id(NAME)
        .with("type", "text")
        .with("maxlength", MAX_NAME.to_string())
        .with("autocomplete", "off")
        .value(move || typed.get())
        .on_typed(move |text| typed.set(text));
    let keep = button(word(Keeping::KeepPresent), move || {
        let wanted = typed.get_untracked();
        drawer.keep(desk, &wanted);
        typed.set(String::new());
    });
    let new = classed("p", "actions")
        .child(element("label").with("for", NAME).text(word(Keeping::Name)))
        .child(name)
        .child(keep.id("scenarios.keep"));
    let list = classed("ul", "scenarios").keyed(
        move || drawer.entries().iter().map(Entry::number).collect(),
        move |number| row(desk, drawer, number),
    );
    let back = button(word(Keeping::BringBack), move || drawer.bring_back(desk))
        .id("scenarios.back")
        .with_live("hidden", move || {
            (!drawer.can_bring_back()).then(String::new)
        });
    let said = classed("p", "actions")
        .child(
            classed("span", "told")
                .id("scenarios.told")
                .with("role", "status")
                .says(move || drawer.said()),
        )
        .child(back);
    let export = button(word(Keeping::Export), move || {
        let entries = drawer.entries();
        let file = scenario::export(entries.iter().map(|entry| &entry.scenario));
        outside::save("rerate-scenarios.json", "application/json", &file);
    });
    let import = classed("label", "file").text(word(Keeping::Import)).child(
        element("input")
            .with("type", "file")
            .with("accept", ".json")
            .id("scenarios.import")
            .on("change", move |event| {
                outside::picked(&event, MEGABYTES << 20, move |file| match file {
                    Ok(text) => drawer.import(desk, &text),
                    Err(outside::Unread::TooLarge) => drawer.say(fill(
                        language.phrase(Phrase::FileTooLarge),
                        &[&MEGABYTES.to_string()],
                    )),
                    Err(outside::Unread::Failed) => {
                        drawer.say(word(Keeping::FileUnreadable).to_owned());
                    }
                });
            }),
    );
    let close = button(word(Keeping::Close), || outside::close_dialog(DIALOG));
    let dialog = classed("dialog", "paste")
        .id(DIALOG)
        // What is undone in here is typing, not a step of the workbook.
        .on("keydown", |event| event.stop_propagation())
        .with("aria-labelledby", "scenarios.title")
        .child(
            element("h2")
                .id("scenarios.title")
                .text(word(Keeping::ScenariosTitle)),
        )
        .child(classed("p", "hint").id("scenarios.hint").says(hint))
        .child(new)
        .child(list)
        .child(said)
        .child(
            classed("p", "actions")
                .child(export.id("scenarios.export"))
                .child(import)
                .child(close.id("scenarios.close")),
        );
    let opener = button(word(Keeping::Scenarios), open)
        .id("scenarios")
        .with("aria-haspopup", "dialog");
    [opener, dialog]
}

/// A scenario: its name, which can be changed there, and what can be done.
fn row(desk: Desk, drawer: Drawer, number: u32) -> Element {
    let language = desk.language;
    let id = ["scenario.", &number.to_string()].concat();
    let named = move || {
        let entry = drawer.entry(number);
        entry.map(|entry| entry.scenario.name).unwrap_or_default()
    };
    // What stands in the field while it is typed.
    let typed = RwSignal::new(None::<String>);
    let name = element("input")
        .id([&id, ".name"].concat())
        .with("type", "text")
        .with("aria-label", language.keeping(Keeping::Name))
        .with("maxlength", MAX_NAME.to_string())
        .with("autocomplete", "off")
        .value(move || typed.get().unwrap_or_else(named))
        .on_typed(move |text| typed.set(Some(text)))
        .on("change", move |event| {
            if let Some(entry) = drawer.entry(number) {
                drawer.rename(desk, &entry, &event_target_value(&event));
            }
            typed.set(None);
        });
    let action = |word, name: &str, act: fn(Desk, Drawer, &Entry)| {
        let said = language.keeping(word);
        button(said, move || {
            if let Some(entry) = drawer.entry(number) {
                act(desk, drawer, &entry);
            }
        })
        .id([&id, name].concat())
        .with_live("aria-label", move || {
            Some(fill(language.keeping(Keeping::ActionOn), &[said, &named()]))
        })
    };
    classed("li", "actions")
        .id(id.clone())
        .child(name)
        .child(action(Keeping::Open, ".open", open))
        .child(action(Keeping::Compare, ".compare", compare))
        .child(action(Keeping::Delete, ".delete", |desk, drawer, entry| {
            focus(NAME);
            drawer.delete(desk, entry);
        }))
}

fn open(desk: Desk, drawer: Drawer, entry: &Entry) {
    desk.make(&Edit::Open(Box::new(entry.scenario.workbook.clone())));
    let opened = desk.language.keeping(Keeping::Opened);
    drawer.say(fill(opened, &[&entry.scenario.name]));
}

fn compare(_: Desk, drawer: Drawer, entry: &Entry) {
    drawer.compare_with(Some(Kept::from(entry.scenario.workbook.clone())));
    outside::close_dialog(DIALOG);
    focus("what-if.keep");
}
