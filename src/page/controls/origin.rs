//! Where a figure comes from, and the way back to the preset's.

use std::sync::Arc;

use super::button;
use crate::{
    page::{Desk, Element, classed, focus},
    text::{Date, Language, Word, fill},
    workbook::{Edit, Place, Provenance, Source},
};

/// Figures older than this say so.
const STALE_AFTER_DAYS: i64 = 180;

/// The line under the figure of a field: its source, "example" or "yours", with a reset
/// where it differs from the preset. A figure that is not given but derived
/// has no origin.
pub(super) fn origin(
    desk: Desk,
    place: Place,
    field: &str,
    derived: Arc<dyn Fn() -> bool + Send + Sync>,
) -> Element {
    let language = desk.language;
    let field = field.to_owned();
    let id = [&field, ".origin"].concat();
    classed("div", "origin").id(id).built(move || {
        if derived() {
            return Vec::new();
        }
        let (provenance, differs) = desk.read(place.into(), |workbook, _| {
            (workbook.provenance(place), workbook.differs(place))
        });
        let mut line = match provenance {
            None => Vec::new(),
            Some(Provenance::Example) => {
                vec![classed("span", "example").text(language.word(Word::Example))]
            }
            Some(Provenance::Yours) => {
                vec![classed("span", "yours").text(language.word(Word::Yours))]
            }
            Some(Provenance::Source(source, note)) => {
                let note = note.map(|note| classed("span", "note").text(language.note(note)));
                let source_mark = classed("a", "source")
                    .with("href", fill("#source-{0}", &[source.id]))
                    .text(source.publisher);
                let stale = stale_mark(source, desk.today, language);
                note.into_iter().chain([source_mark]).chain(stale).collect()
            }
        };
        if differs {
            let field = field.clone();
            let reset = button(language.word(Word::Reset), move || {
                focus(&field);
                desk.make(&Edit::Reset(place));
            });
            line.push(reset.with("class", "reset"));
        }
        line
    })
}

/// A mark on a source that was printed so long ago that its figures may be out
/// of date.
fn stale_mark(source: &Source, today: Date, language: Language) -> Option<Element> {
    let date = source.date.and_then(Date::parse)?;
    (date.days_until(today) > STALE_AFTER_DAYS).then(|| {
        let shown = fill(language.word(Word::Dated), &[&language.month(date)]);
        classed("span", "stale")
            .with("title", language.word(Word::OlderThan))
            .text(shown)
    })
}
