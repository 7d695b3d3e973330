//! Where a figure comes from, and the way back to the preset's.

use leptos::prelude::*;

use super::handler;
use crate::{
    page::Desk,
    text::{Date, Word, fill},
    workbook::{Edit, Place, Provenance, Source},
};

/// Figures older than this say so.
const STALE_AFTER_DAYS: i64 = 180;

/// The line under a figure: its source, "example" or "yours", with a reset
/// where it differs from the preset.
#[component]
pub fn Origin(
    /// The figure's place.
    place: Place,
    /// Whether the figure is not given but derived, and so has no origin.
    #[prop(into)]
    derived: Signal<bool>,
) -> impl IntoView {
    let desk = expect_context::<Desk>();
    let language = desk.language;
    let provenance = desk.memo(move |workbook| workbook.provenance(place));
    let differs = desk.memo(move |workbook| workbook.differs(place));
    let words = move || {
        if derived.get() {
            return ().into_any();
        }
        match provenance.get() {
            None => ().into_any(),
            Some(Provenance::Example) => {
                view! { <span class="example">{language.word(Word::Example)}</span> }.into_any()
            }
            Some(Provenance::Yours) => {
                view! { <span class="yours">{language.word(Word::Yours)}</span> }.into_any()
            }
            Some(Provenance::Source(source, note)) => {
                let note = note.map(|note| language.note(note));
                view! {
                    {note.map(|note| view! { <span class="note">{note}</span> })}
                    <a class="source" href=source_anchor(source)>{source.publisher}</a>
                    {is_stale(source, desk.today).then(|| stale_mark(desk, source))}
                }
                .into_any()
            }
        }
    };
    let reset = move |_| desk.make(&Edit::Reset(place));
    view! {
        {words}
        {move || {
            (differs.get() && !derived.get())
                .then(|| {
                    view! {
                        <button type="button" class="reset" on:click=handler(reset)>
                            {language.word(Word::Reset)}
                        </button>
                    }
                })
        }}
    }
    .into_any()
}

/// The anchor of a source in the list at the page's foot.
fn source_anchor(source: &Source) -> String {
    fill("#source-{0}", &[source.id])
}

/// Whether a source was printed so long ago that its figures may be out of
/// date.
fn is_stale(source: &Source, today: Date) -> bool {
    source
        .date
        .and_then(Date::parse)
        .is_some_and(|date| date.days_until(today) > STALE_AFTER_DAYS)
}

fn stale_mark(desk: Desk, source: &Source) -> impl IntoView + use<> {
    let language = desk.language;
    let date = source.date.and_then(Date::parse);
    let shown = date.map(|date| fill(language.word(Word::Dated), &[&language.month(date)]));
    view! { <span class="stale" title=language.word(Word::OlderThan)>{shown}</span> }
}
