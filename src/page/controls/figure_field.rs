//! A field for one figure: it parses what is typed, never changes the text
//! under the cursor, and says at the place what is wrong with it.

use std::sync::Arc;

use leptos::prelude::*;

use super::origin::origin;
use crate::{
    page::{Desk, Element, Shared, classed, element},
    text::{
        Language, Word, fill,
        numbers::{self, NumberError, unit_sign},
    },
    valuation::{Meaningful, NotMeaningful},
    workbook::{Edit, Field, Figure, Part, Place, Unit},
};

/// What stands in a field that the reader does not give: it is solved, or it
/// follows from the others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Derived {
    /// Whether it is the unknown that the reader asks for.
    pub(crate) solved: bool,
    /// Its value in the field's unit, or why there is none.
    pub(crate) value: Meaningful<f64>,
}

/// A text field for the figure at a place.
///
/// A text that cannot be read, or lies outside the limits, stays as it is with
/// a message, and the workbook keeps the figure that stood there on entering. Arrow keys step by
/// one unit of the last digit, with Shift by ten; Escape brings everything back
/// to how it stood on entering.
pub(crate) struct FigureField {
    place: Place,
    pub(super) id: String,
    pub(super) label: Shared<String>,
    derived: Shared<Option<Derived>>,
    bare: bool,
    writing: Writing,
    /// What is being typed.
    pub(super) draft: RwSignal<Option<Draft>>,
}

/// How the figures of a field are read and written.
#[derive(Clone, Copy)]
pub(crate) struct Writing {
    /// What a small device offers to type with, as in `inputmode`.
    pub(crate) keys: &'static str,
    pub(crate) read: fn(&str, Unit, Language) -> Result<Figure, NumberError>,
    pub(crate) written: fn(Figure, Unit, Language) -> String,
    pub(crate) stepped: fn(Figure, i32, Unit) -> Figure,
    pub(crate) wrong: fn(Language, NumberError) -> &'static str,
}

impl Writing {
    const NUMBERS: Self = Self {
        keys: "decimal",
        read: numbers::parse,
        written: numbers::field_text,
        stepped: numbers::step,
        wrong: Language::number_error,
    };
}

impl FigureField {
    /// The field of a place, with its name in the document and its label.
    pub(crate) fn new(
        place: Place,
        id: impl Into<String>,
        label: impl Fn() -> String + Send + Sync + 'static,
    ) -> Self {
        Self {
            place,
            id: id.into(),
            label: Arc::new(label),
            derived: Arc::new(|| None),
            bare: false,
            writing: Writing::NUMBERS,
            draft: RwSignal::new(None),
        }
    }

    /// A field of the workbook under its own name, with its market where both
    /// have one.
    pub(crate) fn of(desk: Desk, field: Field) -> Self {
        Self::new(Place::Field(field), field.key(), move || {
            desk.read(Part::Markets, |workbook, _| {
                desk.language.field_of(field, &workbook.markets)
            })
        })
    }

    /// The field with its figures read and written in another way.
    pub(crate) fn written(self, writing: Writing) -> Self {
        Self { writing, ..self }
    }

    /// The field with its label only spoken, as in a table whose head shows it.
    pub(crate) fn bare(self) -> Self {
        Self { bare: true, ..self }
    }

    /// The field, in which something else than the reader's figure may stand.
    pub(crate) fn derived(self, derived: Shared<Option<Derived>>) -> Self {
        Self { derived, ..self }
    }

    /// The field on the page.
    pub(crate) fn on(self, desk: Desk) -> Element {
        let Self {
            place,
            id,
            label,
            derived,
            bare,
            writing,
            draft,
        } = self;
        let language = desk.language;
        let typing = Typing {
            desk,
            place,
            writing,
            draft,
        };
        let is_derived: Shared<bool> = {
            let derived = derived.clone();
            Arc::new(move || derived.tell().is_some())
        };
        let class = {
            let is_derived = is_derived.clone();
            move || Some(class(bare, is_derived.tell()).to_owned())
        };
        let in_order: Shared<String> = {
            let derived = derived.clone();
            Arc::new(move || in_order(desk, place, writing, derived.tell()))
        };
        let badges = {
            let derived = derived.clone();
            move || {
                derived
                    .tell()
                    .map(|derived| u32::from(derived.solved))
                    .into_iter()
                    .collect()
            }
        };
        let problem = move || {
            let problem = typing.problem();
            problem
                .or_else(|| unsolved(derived.tell(), language))
                .unwrap_or_default()
        };
        let message = [&id, ".message"].concat();
        let input = element("input")
            .with("type", "text")
            .with("inputmode", writing.keys)
            .with("autocomplete", "off")
            .with("spellcheck", "false")
            .with("placeholder", " ")
            .id(id.clone())
            .with("aria-describedby", [&message, " ", &id, ".origin"].concat())
            .with_live("aria-invalid", move || {
                typing.problem().map(|_| "true".to_owned())
            });
        let unit = {
            let in_order = in_order.clone();
            let unit = place.spec().unit;
            let span = classed("span", "unit").with("aria-hidden", "true");
            match unit {
                Unit::Years => {
                    span.says(move || unit_sign(&in_order.tell(), unit, language).to_owned())
                }
                _ => span.text(unit_sign("", unit, language)),
            }
        };
        element("div")
            .apart()
            .with_live("class", class)
            .child(
                classed("label", "label")
                    .with("for", id.clone())
                    .says(move || label.tell()),
            )
            .child(
                classed("div", "entry")
                    .child(typing.listening(input, in_order))
                    .child(unit)
                    .child(
                        classed("span", "badges")
                            .keyed(badges, move |solved| badge(solved == 1, language)),
                    ),
            )
            .child(
                classed("p", "message")
                    .id(message)
                    .with("role", "alert")
                    .says(problem),
            )
            .child(origin(desk, place, &id, is_derived))
    }
}

const fn class(bare: bool, is_derived: bool) -> &'static str {
    match (bare, is_derived) {
        (false, false) => "field",
        (false, true) => "field derived",
        (true, false) => "field bare",
        (true, true) => "field bare derived",
    }
}

/// The text of a field in which nothing is being typed.
fn in_order(desk: Desk, place: Place, writing: Writing, derived: Option<Derived>) -> String {
    let unit = place.spec().unit;
    let figure = match derived {
        Some(Derived { solved, value }) => value.ok().map(|value| match place {
            Place::Field(field) if solved => numbers::solved(value, field),
            _ => numbers::computed(value, unit),
        }),
        None => desk.read(place.into(), |workbook, _| place.read(workbook)),
    };
    figure.map_or_else(String::new, |figure| {
        (writing.written)(figure, unit, desk.language)
    })
}

/// What marks a derived figure.
fn badge(solved: bool, language: Language) -> Element {
    let (class, word) = if solved {
        ("badge solved", Word::Solved)
    } else {
        ("badge", Word::Follows)
    };
    classed("span", class).text(language.word(word))
}

/// What is being typed into a field.
#[derive(Clone, Copy)]
struct Typing {
    desk: Desk,
    place: Place,
    writing: Writing,
    draft: RwSignal<Option<Draft>>,
}

/// A text that is not set in order yet.
#[derive(Clone)]
pub(super) struct Draft {
    text: String,
    /// The workbook's figure when it was typed. Once that is another, as after
    /// an undo, the text has nothing to do with it.
    figure: Option<Figure>,
    /// How often its section had been begun anew.
    round: u32,
    /// What is wrong with the text.
    problem: Option<String>,
}

impl Typing {
    fn figure(self) -> Option<Figure> {
        self.desk
            .read(self.place.into(), |workbook, _| self.place.read(workbook))
    }

    /// What is being typed, as long as it goes with the workbook.
    fn draft(self) -> Option<Draft> {
        let figure = self.figure();
        let draft = self.draft.get()?;
        (draft.figure == figure && draft.round == self.round()).then_some(draft)
    }

    fn round(self) -> u32 {
        self.desk.round(self.place.spec().section)
    }

    /// What is wrong with what is being typed.
    fn problem(self) -> Option<String> {
        self.draft()?.problem
    }

    /// The input with its text, which is `in_order` unless it is being typed,
    /// and with its answers to the reader.
    fn listening(self, input: Element, in_order: Shared<String>) -> Element {
        let text = {
            let in_order = in_order.clone();
            move || {
                let draft = self.draft();
                draft.map_or_else(|| in_order.tell(), |draft| draft.text)
            }
        };
        let shown = text.clone();
        input
            .value(text)
            .on_typed(move |text| self.typed(text, &in_order))
            .on("blur", move |_| {
                self.desk.settle();
                self.set_in_order();
            })
            .on_key(move |key| {
                let by = if key.shift { 10 } else { 1 };
                match key.name.as_str() {
                    "ArrowUp" => self.step(&untrack(&shown), by),
                    "ArrowDown" => self.step(&untrack(&shown), -by),
                    "Escape" => {
                        self.take_back();
                        self.draft.set(None);
                    }
                    "Enter" => {
                        self.set_in_order();
                        return false;
                    }
                    _ => return false,
                }
                true
            })
    }

    fn typed(self, text: String, in_order: &Shared<String>) {
        let language = self.desk.language;
        let problem = match (self.writing.read)(&text, self.place.spec().unit, language) {
            Ok(figure) => self.put(Some(figure)),
            Err(NumberError::Empty) => self.put(None),
            Err(error) => Some((self.writing.wrong)(language, error).to_owned()),
        };
        let problem = problem.map(|problem| {
            self.take_back();
            let used = untrack(|| in_order.tell());
            if used.is_empty() {
                return problem;
            }
            let used = [&used, unit_sign(&used, self.place.spec().unit, language)].concat();
            fill(language.word(Word::StillUsed), &[&problem, &used])
        });
        self.show(text, problem);
    }

    fn step(self, shown: &str, by: i32) {
        let spec = self.place.spec();
        let language = self.desk.language;
        if let Ok(figure) = (self.writing.read)(shown, spec.unit, language) {
            let stepped = (self.writing.stepped)(figure, by, spec.unit);
            if spec.allows(stepped) {
                let problem = self.put(Some(stepped));
                self.show(
                    (self.writing.written)(stepped, spec.unit, language),
                    problem,
                );
            }
        }
    }

    fn show(self, text: String, problem: Option<String>) {
        if problem.is_some() {
            self.desk.note_refused();
        }
        let (figure, round) = (untrack(|| self.figure()), self.round());
        self.draft.set(Some(Draft {
            text,
            figure,
            round,
            problem,
        }));
    }

    /// Brings back what stood there on entering: of a text that cannot be taken,
    /// no beginning is taken either.
    fn take_back(self) {
        self.desk.take_back(&Edit::Figure(self.place, None));
    }

    /// Puts a figure into the workbook, unless its field's limits forbid it.
    fn put(self, figure: Option<Figure>) -> Option<String> {
        let refused = self.desk.apply(&Edit::Figure(self.place, figure)).err()?;
        Some(self.desk.language.refused(refused, self.place.spec()))
    }

    /// Shows the figure as it is written in order, unless the text is one that
    /// could not be read: that stays for the reader to mend.
    fn set_in_order(self) {
        if untrack(|| self.problem()).is_none() {
            self.draft.set(None);
        }
    }
}

/// Why nothing stands in a derived field.
fn unsolved(derived: Option<Derived>, language: Language) -> Option<String> {
    let Derived { solved, value } = derived?;
    let reason = value.err()?;
    // What is not typed yet is no mistake; the section's answer asks for it.
    if reason == NotMeaningful::MissingInput {
        return None;
    }
    let reason = language.reason(reason);
    Some(if solved {
        fill(language.word(Word::Unsolved), &[reason])
    } else {
        reason.to_owned()
    })
}
