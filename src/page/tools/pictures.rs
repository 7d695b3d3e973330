//! Charts as pictures.

use super::outside;
use crate::{
    page::{Desk, Element, classed, controls::button},
    text::Phrase,
};

/// Buttons that save the chart of an id as lines and as points.
pub(crate) fn pictures(desk: Desk, id: &'static str, title: &'static str) -> Element {
    let save = |phrase, ending: &'static str, points| {
        let press = move || {
            let name = [id, ending].concat();
            outside::save_picture(&[id, ".drawing"].concat(), title, name, points);
        };
        button(desk.language.phrase(phrase), press).id([id, ending].concat())
    };
    classed("div", "row")
        .child(save(Phrase::SaveSvg, ".svg", false))
        .child(save(Phrase::SavePng, ".png", true))
}
