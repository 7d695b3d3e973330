//! A field for a name: text, never markup.

use leptos::prelude::*;

use crate::{
    page::{Desk, Element, classed},
    text::Language,
    workbook::{Edit, MAX_NAME, Market, Name, Part, RowId, Workbook},
};

/// Whose name it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Named {
    /// One of the two markets.
    Market(Market),
    /// A sector.
    Sector(RowId),
    /// A catalyst.
    Catalyst(RowId),
}

impl Named {
    /// The name as it is shown; none where the row is gone.
    pub(crate) fn shown(self, desk: Desk) -> String {
        let part = match self {
            Self::Market(_) => Part::Markets,
            Self::Sector(row) => Part::Sector(row),
            Self::Catalyst(_) => Part::WhatIf,
        };
        desk.read(part, |workbook, _| self.read(workbook, desk.language))
    }

    /// The name as it stands within a sentence: "the United States".
    pub(crate) fn in_sentence(self, desk: Desk) -> String {
        match self {
            Self::Market(market) => desk.read(Part::Markets, |workbook, _| {
                desk.language.in_sentence(workbook.market(market))
            }),
            Self::Sector(_) | Self::Catalyst(_) => self.shown(desk),
        }
    }

    fn read(self, workbook: &Workbook, language: Language) -> String {
        let name = self.name(workbook);
        name.map(|name| language.name(name)).unwrap_or_default()
    }

    fn name(self, workbook: &Workbook) -> Option<&Name> {
        match self {
            Self::Market(market) => Some(workbook.market(market)),
            Self::Sector(row) => workbook.sector(row).map(|row| &row.name),
            Self::Catalyst(row) => workbook.catalyst(row).map(|row| &row.name),
        }
    }

    const fn renamed(self, name: Name) -> Edit {
        match self {
            Self::Market(market) => Edit::MarketName(market, name),
            Self::Sector(row) => Edit::SectorName(row, name),
            Self::Catalyst(row) => Edit::CatalystName(row, name),
        }
    }
}

/// A text field for the name of a market, a sector or a catalyst. Its label is spoken, not
/// shown. An empty name returns to the one that stood there on entering.
pub(crate) fn name_field(desk: Desk, of: Named, id: String, label: &'static str) -> Element {
    // An empty name is only what stands in the field, never in the workbook.
    let emptied = RwSignal::new(None::<String>);
    // The input's own maxlength keeps the limit; a row that is gone has no
    // field left to type into.
    let rename = move |name| {
        let _ = desk.apply(&of.renamed(name));
    };
    let restore = move || {
        desk.take_back(&of.renamed(Name::Own(String::new())));
        emptied.set(None);
    };
    classed("input", "name")
        .with("type", "text")
        .id(id)
        .with("aria-label", label)
        .with("maxlength", MAX_NAME.to_string())
        .with("autocomplete", "off")
        .value(move || emptied.get().unwrap_or_else(|| of.shown(desk)))
        .on_typed(move |typed| {
            if typed.trim().is_empty() {
                emptied.set(Some(typed));
            } else {
                emptied.set(None);
                rename(Name::Own(typed));
            }
        })
        .on_key(move |key| {
            let escape = key.name == "Escape";
            if escape {
                restore();
            }
            escape
        })
        .on("blur", move |_| {
            if emptied.with_untracked(Option::is_some) {
                restore();
            }
            desk.settle();
        })
}
