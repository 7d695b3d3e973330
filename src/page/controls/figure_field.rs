//! A field for one figure: it parses what is typed, never changes the text
//! under the cursor, and says at the place what is wrong with it.

use leptos::{ev, prelude::*};

use super::{handler, origin::Origin};
use crate::{
    page::Desk,
    text::{Language, Word, fill, numbers},
    valuation::Meaningful,
    workbook::{Edit, Figure, Place},
};

/// What stands in a field that the reader does not give: it is solved, or it
/// follows from the others.
#[derive(Clone, Debug, PartialEq)]
pub struct Derived {
    /// Whether it is the unknown that the reader asks for.
    pub solved: bool,
    /// Its value in the field's unit, or why there is none.
    pub value: Meaningful<f64>,
}

/// A text field for the figure at a place.
///
/// A text that cannot be read, or lies outside the limits, stays as it is with
/// a message, and the workbook keeps the last good figure. Arrow keys step by
/// one unit of the last digit, with Shift by ten; Escape brings back the figure
/// that stood there on entering.
#[component]
pub fn FigureField(
    /// The figure that is edited.
    place: Place,
    /// The field's name, which stands above it.
    #[prop(into)]
    label: Signal<String>,
    /// The field's name in the document.
    id: String,
    /// What stands there instead of the reader's figure, where it is derived.
    #[prop(optional)]
    derived: Option<Memo<Option<Derived>>>,
    /// Whether the label is only spoken, as in a table whose head shows it.
    #[prop(optional)]
    bare: bool,
) -> impl IntoView {
    let desk = expect_context::<Desk>();
    let language = desk.language;
    let unit = place.spec().unit;
    let figure = desk.memo(move |workbook| place.read(workbook));
    let derived = Memo::new(move |_| derived.and_then(|derived| derived.get()));

    // What is being typed, and what is wrong with it.
    let draft = RwSignal::new(None::<String>);
    let problem = RwSignal::new(None::<String>);
    let on_entering = StoredValue::new(None::<Figure>);

    let in_order = move || match derived.get() {
        Some(Derived { value, .. }) => value.map_or_else(
            |_| String::new(),
            |value| numbers::field_text(numbers::computed(value, unit), unit, language),
        ),
        None => figure.get().map_or_else(String::new, |figure| {
            numbers::field_text(figure, unit, language)
        }),
    };
    let text = Memo::new(move |_| draft.get().unwrap_or_else(in_order));

    let put = move |figure| match desk.apply(&Edit::Figure(place, figure)) {
        Ok(()) => problem.set(None),
        Err(refused) => problem.set(Some(language.refused(refused, place.spec()))),
    };
    let typed = move |typed: String| {
        match numbers::parse(&typed, unit, language) {
            Ok(figure) => put(Some(figure)),
            Err(numbers::NumberError::Empty) => put(None),
            Err(error) => problem.set(Some(language.number_error(error).to_owned())),
        }
        draft.set(Some(typed));
    };
    let step = move |by: i32| {
        if let Ok(figure) = numbers::parse(&text.get_untracked(), unit, language) {
            let stepped = numbers::step(figure, by, unit);
            if place.spec().allows(stepped) {
                put(Some(stepped));
                draft.set(Some(numbers::field_text(stepped, unit, language)));
            }
        }
    };
    let on_key = handler(move |event: ev::KeyboardEvent| {
        let by = if event.shift_key() { 10 } else { 1 };
        match event.key().as_str() {
            "ArrowUp" => step(by),
            "ArrowDown" => step(-by),
            "Escape" => {
                put(on_entering.get_value());
                draft.set(None);
            }
            "Enter" => {
                if problem.with_untracked(Option::is_none) {
                    draft.set(None);
                }
                return;
            }
            _ => return,
        }
        event.prevent_default();
    });
    let on_leaving = handler(move |_| {
        desk.settle();
        if problem.with_untracked(Option::is_none) {
            draft.set(None);
        }
    });
    let on_entering_it =
        handler(move |_| on_entering.set_value(desk.now(|workbook| place.read(workbook))));
    let on_input = handler(move |event| typed(event_target_value(&event)));

    let message = format!("{id}.message");
    let origin = format!("{id}.origin");
    let described = format!("{message} {origin}");
    let badge =
        move || {
            derived.get().map(|derived| {
            let word = if derived.solved { Word::Solved } else { Word::Follows };
            view! { <span class="badge" class:solved=derived.solved>{language.word(word)}</span> }
        })
        };
    view! {
        <div class="field" class:bare=bare class:derived=move || derived.with(Option::is_some)>
            <label class="label" for=id.clone()>{move || label.get()}</label>
            <div class="entry">
                <input
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    spellcheck="false"
                    id=id
                    value=text.get_untracked()
                    prop:value=move || text.get()
                    aria-describedby=described
                    aria-invalid=move || problem.with(Option::is_some).then_some("true")
                    on:focus=on_entering_it
                    on:input=on_input
                    on:keydown=on_key
                    on:blur=on_leaving
                />
                <span class="unit" aria-hidden="true">{language.unit(unit)}</span>
                {badge}
            </div>
            <p class="message" id=message role="alert">
                {move || problem.get().or_else(|| unsolved(derived.get(), language))}
            </p>
            <div class="origin" id=origin>
                <Origin place derived=Signal::derive(move || derived.with(Option::is_some))/>
            </div>
        </div>
    }
    .into_any()
}

/// Why nothing stands in a derived field.
fn unsolved(derived: Option<Derived>, language: Language) -> Option<String> {
    let Derived { solved, value } = derived?;
    let reason = language.reason(value.err()?);
    Some(if solved {
        fill(language.word(Word::Unsolved), &[reason])
    } else {
        reason.to_owned()
    })
}
