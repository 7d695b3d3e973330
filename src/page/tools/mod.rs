//! Taking the page's tables and inputs along, and bringing others in.

mod banner;
mod cite;
mod copy;
mod embed;
mod files;
mod one_file;
pub(crate) mod outside;
mod paste;
mod pictures;
mod scenarios;
mod share;

pub(crate) use banner::told;
pub(crate) use cite::cite;
pub(crate) use copy::copy_table;
#[cfg(feature = "app")]
pub(crate) use one_file::held_workbook;
pub(crate) use pictures::pictures;

use super::{Desk, Element, charts, classed, controls::button, element, sections::growth};
use crate::{
    text::Phrase,
    workbook::{Part, Preset},
};

/// The tools of the page as a whole, in its head: sharing and keeping, and what
/// the reader is told of both.
pub(crate) fn desk_tools(desk: Desk) -> Element {
    let tools = classed("div", "steps").children(share::share(desk));
    // In an element of its own, for the prepared tools stand in one till then.
    element("div").child(match desk.drawer() {
        Some(drawer) => tools
            .children(scenarios::scenarios(desk, drawer))
            .child(banner::banner(desk, drawer)),
        None => tools,
    })
}

/// The tools under the table of what the claim implies.
pub(crate) fn claim_tools(desk: Desk) -> Element {
    let is_empty = move || {
        desk.read(Part::Claim, |_, results| {
            let check = results.claim.as_ref();
            check.map_or(true, |check| check.implied.is_empty())
        })
    };
    let copy = classed("div", "row")
        .with_live("hidden", move || is_empty().then(String::new))
        .child(copy_table(desk, "claim.table"));
    let of_article = move || {
        let preset = desk.read(Part::Preset, |workbook, _| workbook.preset);
        (preset == Preset::ChinaVsUs).then(|| desk.language.phrase(Phrase::InDollars).to_owned())
    };
    element("div")
        .child(classed("p", "hint").says(move || of_article().unwrap_or_default()))
        .child(copy)
}

/// The tools under the table of sectors: copying, pasting, saving and opening.
pub(crate) fn sector_tools(desk: Desk) -> Element {
    let paste = paste::Paste::new(desk);
    element("div")
        .child(
            classed("div", "row")
                .child(copy_table(desk, "sectors.table"))
                .child(paste.opener())
                .children(files::files(desk, paste))
                .child(paste.told())
                .child(paste.dialog()),
        )
        .child(
            element("details")
                .child(element("summary").text(desk.language.phrase(Phrase::ShowChart)))
                .child(charts::gaps(desk)),
        )
        .child(growth(desk))
}

/// The tools at the page's foot, and the page's address for paper.
pub(crate) fn page_tools(desk: Desk) -> Element {
    let print = button(desk.language.phrase(Phrase::Print), outside::print);
    let row = classed("div", "row").child(print.id("print"));
    element("div")
        .child(
            classed("div", "tools").child(
                row.children(one_file::save(desk))
                    .children(embed::embedding(desk)),
            ),
        )
        .child(classed("p", "address").text(outside::address()))
}
