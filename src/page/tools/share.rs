//! The link to what is on the desk: to copy, or to share as the system does.

use leptos::prelude::*;

use super::{
    copy::{Copied, copier},
    outside,
};
use crate::{
    exchange::link,
    page::{Desk, Element, classed, controls::button, element},
    text::Keeping,
};

const DIALOG: &str = "share.dialog";

/// Hands on what is on the desk as the fragment of a link, as short as it can be;
/// none where it is too long for one.
pub(super) fn fragment(desk: Desk, then: Box<dyn FnOnce(Option<String>)>) {
    let workbook = desk.now(|workbook, _| workbook.clone());
    match link::readable(&workbook) {
        Some(fragment) => then(Some(fragment)),
        None => outside::deflated(link::plain(&workbook), move |deflated| {
            then(match deflated {
                Some(deflated) => link::packed(&deflated),
                None => link::at_once(&workbook),
            });
        }),
    }
}

/// The button that opens the dialog, and the dialog.
pub(super) fn share(desk: Desk) -> [Element; 2] {
    let language = desk.language;
    // None where it is too long for a link.
    let address = RwSignal::new(Some(String::new()));
    let open = move || {
        let show = move |fragment: Option<String>| {
            address.set(fragment.map(|fragment| outside::with_fragment(&fragment)));
        };
        fragment(desk, Box::new(show));
        outside::open_dialog(DIALOG);
    };
    let shown = move || address.get().unwrap_or_default();
    let hint = move || {
        let word = if address.with(Option::is_some) {
            Keeping::ShareHint
        } else {
            Keeping::TooMuch
        };
        language.keeping(word).to_owned()
    };
    let of_link = Box::new(move || Copied {
        text: shown(),
        html: None,
    });
    let actions = move |_| {
        let mut row = classed("div", "actions").child(copier(
            desk,
            language.keeping(Keeping::CopyLink),
            "share.copy".to_owned(),
            of_link.clone(),
        ));
        if outside::can_share() {
            let by_system = button(language.keeping(Keeping::ShareBySystem), move || {
                outside::share("Rerate", &shown());
            });
            row = row.child(by_system.id("share.system"));
        }
        row
    };
    let field = element("textarea")
        .id("share.link")
        .with("readonly", "")
        .with("rows", "3")
        .with("aria-label", language.keeping(Keeping::Link))
        .value(shown);
    let close = button(language.keeping(Keeping::Close), || {
        outside::close_dialog(DIALOG);
    });
    let dialog = classed("dialog", "paste")
        .id(DIALOG)
        .with("aria-labelledby", "share.title")
        .child(
            element("h2")
                .id("share.title")
                .text(language.keeping(Keeping::ShareTitle)),
        )
        .child(classed("p", "hint").with("role", "status").says(hint))
        .child(field)
        .child(element("div").keyed(
            move || {
                address
                    .with(Option::is_some)
                    .then_some(0)
                    .into_iter()
                    .collect()
            },
            actions,
        ))
        .child(classed("p", "actions").child(close));
    let opener = button(language.keeping(Keeping::Share), open)
        .id("share")
        .with("aria-haspopup", "dialog");
    [opener, dialog]
}
