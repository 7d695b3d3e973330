//! Where a figure comes from, and the way back to the preset's.

use super::button;
use crate::{
    page::{Desk, Element, Shared, classed, element, focus},
    text::{Date, Language, Word, fill},
    workbook::{Edit, Place, Provenance, Source},
};

/// Figures older than this say so.
const STALE_AFTER_DAYS: i64 = 180;

/// The line under the figure of a field: its source, "example" or "yours", with
/// a reset where it differs from the preset. A figure that is not given but
/// derived has no origin.
pub(super) fn origin(desk: Desk, place: Place, field: &str, derived: Shared<bool>) -> Element {
    let field = field.to_owned();
    let id = [&field, ".origin"].concat();
    let read = move || {
        let embed = desk.embedded();
        desk.read(place.into(), |workbook, _| {
            let start = embed.as_ref().and_then(|embed| embed.start_of(workbook));
            let differs = match start.filter(|start| start.0.has(place)) {
                Some(start) => place.read(workbook) != place.read(&start.0),
                None => workbook.differs(place),
            };
            // What the page around has put there is not the reader's.
            let provenance = workbook.provenance(place);
            Origin {
                provenance: provenance.filter(|of| differs || *of != Provenance::Yours),
                differs,
            }
        })
    };
    let names = move || {
        let name = if derived.tell() { None } else { read().name() };
        name.into_iter().collect()
    };
    classed("div", "origin").id(id).keyed(names, move |_| {
        let origin = read();
        let line = element("span").children(origin.told(desk));
        if !origin.differs {
            return line;
        }
        let field = field.clone();
        let reset = button(desk.language.word(Word::Reset), move || {
            focus(&field);
            desk.make(&Edit::Reset(place));
        });
        line.child(reset.with("class", "reset"))
    })
}

/// Where a figure comes from, and whether it can go back to the preset's.
struct Origin {
    provenance: Option<Provenance>,
    differs: bool,
}

impl Origin {
    /// A number for what the line says, by which it is kept as long as it says
    /// the same; none where it says nothing.
    fn name(&self) -> Option<u32> {
        let said = match self.provenance {
            None => 0,
            Some(Provenance::Example) => 1,
            Some(Provenance::Yours) => 2,
            Some(Provenance::Source(source, note)) => {
                let note = note.map_or(0, |note| note as u32 + 1);
                3 + note + source.number() * 100
            }
        };
        let name = 2 * said + u32::from(self.differs);
        (name > 0).then_some(name)
    }

    fn told(&self, desk: Desk) -> Vec<Element> {
        let language = desk.language;
        match self.provenance {
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
                let stale = stale_mark(source, desk.today(), language);
                note.into_iter().chain([source_mark]).chain(stale).collect()
            }
        }
    }
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
