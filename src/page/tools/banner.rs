//! What the reader is told over the foot of the page, where it moves nothing:
//! whose figures these are, and what can be done about it.

use super::super::drawer::{Drawer, Told};
use crate::{
    exchange::link::LinkError,
    page::{Desk, Element, classed, controls::button, element},
    text::{Keeping, Language, fill},
    workbook::{Edit, Preset},
};

/// The banner, empty as long as there is nothing to tell.
pub(super) fn banner(desk: Desk, drawer: Drawer) -> Element {
    let language = desk.language;
    let kind = move || match drawer.told() {
        Told::Nothing => Vec::new(),
        Told::FromLink => vec![0],
        Told::Restored => vec![1],
        Told::Fault(_) | Told::WorkSetAside | Told::Taken(_) => vec![2],
    };
    classed("div", "banner")
        .id("banner")
        .with("role", "status")
        .keyed(kind, move |kind| {
            let word = |word, press: fn(Desk, Drawer)| {
                button(language.keeping(word), move || press(desk, drawer))
            };
            let close = word(Keeping::Close, |_, drawer| drawer.dismiss()).id("banner.close");
            let back = if drawer.has_own() {
                Keeping::BackToOwn
            } else {
                Keeping::BackToStart
            };
            let actions = match kind {
                0 => vec![
                    word(Keeping::TakeLink, |desk, drawer| drawer.take(desk)).id("banner.keep"),
                    word(back, |desk, drawer| drawer.back_to_own(desk)).id("banner.back"),
                ],
                1 => vec![
                    word(Keeping::StartAfresh, |desk, drawer| {
                        desk.make(&Edit::Load(Preset::ChinaVsUs));
                        drawer.dismiss();
                    })
                    .id("banner.afresh"),
                    close,
                ],
                _ => vec![close],
            };
            element("div")
                .child(
                    element("p").says(move || told(&drawer.told(), language, Keeping::Untouched)),
                )
                .children(actions)
        })
}

/// What is told: of a link that is none also `untouched`, what stands there then.
pub(crate) fn told(told: &Told, language: Language, untouched: Keeping) -> String {
    let word = match told {
        Told::Nothing => return String::new(),
        Told::FromLink => Keeping::FromLink,
        Told::Restored => Keeping::Restored,
        Told::WorkSetAside => Keeping::WorkSetAside,
        Told::Taken(name) => return fill(language.keeping(Keeping::Taken), &[name]),
        Told::Fault(error) => {
            return fill(language.keeping(untouched), &[&fault(error, language)]);
        }
    };
    language.keeping(word).to_owned()
}

fn fault(error: &LinkError, language: Language) -> String {
    /// Of a text from elsewhere no more than this is shown.
    const SHOWN: usize = 60;
    let word = match error {
        LinkError::TooLong => Keeping::LinkTooLong,
        LinkError::Newer => Keeping::LinkNewer,
        LinkError::Damaged => Keeping::LinkDamaged,
        LinkError::OutOfLimits => Keeping::LinkOutOfLimits,
        LinkError::Unreadable(field) => {
            let of = language.field(*field);
            return fill(language.keeping(Keeping::LinkUnreadable), &[of]);
        }
        LinkError::Unknown(name) => {
            let name: String = name.chars().take(SHOWN).collect();
            return fill(language.keeping(Keeping::LinkUnknown), &[&name]);
        }
    };
    language.keeping(word).to_owned()
}
