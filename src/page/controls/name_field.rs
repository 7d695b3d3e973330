//! A field for a name: text, never markup.

use leptos::{ev, prelude::*};

use super::handler;
use crate::{
    page::Desk,
    workbook::{Edit, MAX_NAME, Market, Name, RowId, Workbook},
};

/// Whose name it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// One of the two markets.
    Market(Market),
    /// A sector.
    Sector(RowId),
}

impl Named {
    fn read(self, workbook: &Workbook) -> Option<&Name> {
        match self {
            Self::Market(market) => Some(workbook.market(market)),
            Self::Sector(row) => workbook.sector(row).map(|row| &row.name),
        }
    }

    const fn renamed(self, name: Name) -> Edit {
        match self {
            Self::Market(market) => Edit::MarketName(market, name),
            Self::Sector(row) => Edit::SectorName(row, name),
        }
    }
}

/// A text field for the name of a market or a sector. An empty name returns to
/// the one that stood there on entering.
#[component]
pub fn NameField(
    /// Whose name it is.
    of: Named,
    /// The field's name in the document.
    id: String,
    /// What the field is for; spoken, not shown.
    label: &'static str,
) -> impl IntoView {
    let desk = expect_context::<Desk>();
    let language = desk.language;
    let text = desk.memo(move |workbook| {
        let name = of.read(workbook);
        name.map(|name| language.name(name)).unwrap_or_default()
    });
    let on_entering = StoredValue::new(None::<Name>);
    // The input's own maxlength keeps the limit; a row that is gone has no
    // field left to type into.
    let rename = move |name| {
        let _ = desk.apply(&of.renamed(name));
    };
    let restore = move || {
        if let Some(name) = on_entering.get_value() {
            rename(name);
        }
    };
    let on_focus =
        handler(move |_| on_entering.set_value(desk.now(|workbook| of.read(workbook).cloned())));
    let on_input = handler(move |event: ev::Event| {
        let typed = event_target_value(&event);
        if !typed.trim().is_empty() {
            rename(Name::Own(typed));
        }
    });
    let on_key = handler(move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" {
            restore();
        }
    });
    let on_blur = handler(move |event: ev::FocusEvent| {
        if event_target_value(&event).trim().is_empty() {
            restore();
        }
    });
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
            on:focus=on_focus
            on:input=on_input
            on:keydown=on_key
            on:blur=on_blur
        />
    }
    .into_any()
}
