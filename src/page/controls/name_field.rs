//! A field for a name: text, never markup.

use leptos::{ev, prelude::*};

use crate::{
    page::Desk,
    workbook::{Edit, MAX_NAME, Name, Workbook},
};

/// A text field for the name of a market or a sector. An empty name returns to
/// the one that stood there on entering.
#[component]
pub fn NameField(
    /// The field's name in the document.
    id: String,
    /// What the field is for; spoken, not shown.
    label: &'static str,
    /// Reads the name in the workbook.
    read: Callback<Workbook, Option<Name>>,
    /// The edit that gives another name.
    rename: Callback<Name, Edit>,
) -> impl IntoView {
    let desk = expect_context::<Desk>();
    let language = desk.language;
    let name = desk.memo(move |workbook| read.run(workbook.clone()));
    let text = Memo::new(move |_| {
        name.get()
            .map(|name| language.name(&name))
            .unwrap_or_default()
    });
    let on_entering = StoredValue::new(None);
    let on_input = move |event: ev::Event| {
        let typed = event_target_value(&event);
        if !typed.trim().is_empty() {
            // The input's own maxlength keeps the limit; a row that is gone has
            // no field left to type into.
            let _ = desk.apply(&rename.run(Name::Own(typed)));
        }
    };
    let restore = move || {
        if let Some(name) = on_entering.get_value() {
            let _ = desk.apply(&rename.run(name));
        }
    };
    view! {
        <input
            class="name"
            type="text"
            id=id
            aria-label=label
            maxlength=MAX_NAME.to_string()
            autocomplete="off"
            value=text.get_untracked()
            prop:value=move || text.get()
            on:focus=move |_| on_entering.set_value(name.get_untracked())
            on:input=on_input
            on:keydown=move |event| {
                if event.key() == "Escape" {
                    restore();
                }
            }
            on:blur=move |event| {
                if event_target_value(&event).trim().is_empty() {
                    restore();
                }
            }
        />
    }
    .into_any()
}
