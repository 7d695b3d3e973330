//! Rows pasted from a spreadsheet: read as they are typed, shown as a table
//! with what is wrong at its cell, and put into the table of sectors in one
//! step.

use leptos::prelude::*;

use super::outside;
use crate::{
    exchange::{
        grid::{self, GridError},
        range::{self, CellError, Marks, Question, Range, Read, Row},
    },
    page::{
        Desk, Element, classed,
        controls::{Choice, button, picker},
        element,
    },
    text::{
        Language, Phrase, Word, fill,
        numbers::{self, DecimalMark, Shape},
    },
    workbook::{Column, Edit, Figure, Market, Part, Place, RowId},
};

const DIALOG: &str = "paste";

/// The dialog for pasting, and what the reader is told of it once it is closed.
#[derive(Clone, Copy)]
pub(super) struct Paste {
    desk: Desk,
    text: RwSignal<String>,
    marks: RwSignal<Marks>,
    replace: RwSignal<bool>,
    refused: RwSignal<String>,
    told: RwSignal<String>,
    /// Counts the texts read, each with its own questions.
    asked: RwSignal<u32>,
    /// Counts what is shown, for each is a table of its own.
    shown: RwSignal<u32>,
}

impl Paste {
    pub(super) fn new(desk: Desk) -> Self {
        Self {
            desk,
            text: RwSignal::new(String::new()),
            marks: RwSignal::new(Marks::default()),
            replace: RwSignal::new(true),
            refused: RwSignal::new(String::new()),
            told: RwSignal::new(String::new()),
            asked: RwSignal::new(0),
            shown: RwSignal::new(0),
        }
    }

    /// The button that opens the dialog.
    pub(super) fn opener(self) -> Element {
        let word = self.desk.language.phrase(Phrase::PasteRows);
        button(word, move || self.open(String::new()))
            .id("sectors.paste")
            .with("aria-haspopup", "dialog")
    }

    /// Opens the dialog with a text in it.
    pub(super) fn open(self, text: String) {
        self.told.set(String::new());
        self.read(text);
        outside::open_dialog(DIALOG);
    }

    /// Tells the reader something beside the tools.
    pub(super) fn tell(self, told: String) {
        self.told.set(told);
    }

    /// What is told beside the tools.
    pub(super) fn told(self) -> Element {
        classed("p", "told")
            .id("sectors.tools.told")
            .with("role", "status")
            .says(move || self.told.get())
    }

    fn read(self, text: String) {
        self.text.set(text);
        self.marks.set(Marks::default());
        self.asked.update(|asked| *asked = asked.wrapping_add(1));
        self.show();
    }

    fn show(self) {
        self.refused.set(String::new());
        self.shown.update(|shown| *shown = shown.wrapping_add(1));
    }

    /// What the text is read as now.
    fn range(self) -> Result<Range, GridError> {
        let markets = self.desk.now(|workbook, _| workbook.markets.clone());
        self.text.with_untracked(|text| {
            range::read(
                text,
                &markets,
                self.desk.language,
                self.marks.get_untracked(),
            )
        })
    }

    fn take(self) {
        let language = self.desk.language;
        let Some(rows) = self.range().ok().and_then(|range| range.taken()) else {
            return;
        };
        let replace = self.replace.get_untracked();
        match self.desk.apply(&Edit::PutSectors { rows, replace }) {
            Ok(()) => {
                self.tell(language.phrase(Phrase::PasteDone).to_owned());
                outside::close_dialog(DIALOG);
            }
            Err(refused) => {
                let spec = Place::Cell(RowId(0), Column::A).spec();
                self.refused.set(language.refused(refused, spec));
            }
        }
    }

    /// The dialog itself; the browser holds the focus in it and gives it back.
    pub(super) fn dialog(self) -> Element {
        let language = self.desk.language;
        let phrase = move |phrase| language.phrase(phrase);
        let hint = fill(
            phrase(Phrase::PasteHint),
            &[
                &grid::MAX_ROWS.to_string(),
                &(grid::MAX_BYTES / 1024).to_string(),
            ],
        );
        let text = element("textarea")
            .id("paste.text")
            .with("rows", "6")
            .with("spellcheck", "false")
            .with("autocomplete", "off")
            .with("aria-describedby", "paste.hint")
            .value(move || self.text.get())
            .on_typed(move |text| self.read(text));
        // The questions stay while they are answered, with the focus in them.
        let questions = element("div").keyed(
            move || vec![self.asked.get()],
            move |_| {
                let questions = self.range().map(|range| range.questions);
                let asked = questions.unwrap_or_default();
                element("div").children(asked.iter().map(|question| self.question(question)))
            },
        );
        let preview = classed("div", "preview")
            .keyed(move || vec![self.shown.get()], move |_| self.preview());
        let where_to = Choice::among(
            &[true, false],
            move || self.replace.get(),
            move |replace| {
                self.replace.set(replace);
                self.refused.set(String::new());
            },
        );
        let cannot = move || {
            self.shown.track();
            let taken = self.range().ok().and_then(|range| range.taken());
            taken.is_none().then(String::new)
        };
        let take = button(phrase(Phrase::PasteTake), move || self.take())
            .id("paste.take")
            .with_live("disabled", cannot);
        let cancel = button(phrase(Phrase::Cancel), || outside::close_dialog(DIALOG));
        classed("dialog", "paste")
            .id(DIALOG)
            // What is undone in here is typing, not a step of the workbook.
            .on("keydown", |event| event.stop_propagation())
            .with("aria-labelledby", "paste.title")
            .child(
                element("h2")
                    .id("paste.title")
                    .text(phrase(Phrase::PasteTitle)),
            )
            .child(classed("p", "hint").id("paste.hint").text(hint))
            .child(
                element("label")
                    .with("for", "paste.text")
                    .text(phrase(Phrase::PasteText)),
            )
            .child(text)
            .child(questions)
            .child(preview)
            .child(picker(
                move || phrase(Phrase::PasteWhere).to_owned(),
                "paste.where".to_owned(),
                [Phrase::PasteReplace, Phrase::PasteAdd].map(phrase),
                &where_to,
            ))
            .child(
                classed("p", "message")
                    .with("role", "alert")
                    .says(move || self.refused.get()),
            )
            .child(
                classed("p", "actions")
                    .child(take)
                    .child(cancel.id("paste.cancel")),
            )
    }

    /// What the text is read as, or why it is not.
    fn preview(self) -> Element {
        let language = self.desk.language;
        let within = element("div");
        if self.text.with_untracked(|text| text.trim().is_empty()) {
            return within;
        }
        let range = match self.range() {
            Ok(range) => range,
            Err(error) => {
                return within.child(
                    classed("p", "message")
                        .with("role", "alert")
                        .text(unread(error, language)),
                );
            }
        };
        let has_faults = range.rows.iter().any(|row| {
            row.name.value.is_err()
                || row.measure.value.is_err()
                || row.figures.iter().any(|figure| figure.value.is_err())
        });
        let faults = if has_faults {
            language.phrase(Phrase::PasteFaults)
        } else {
            ""
        };
        let columns = columns_of(&range);
        let heads = [Word::Sector, Word::Measure].map(|word| language.word(word).to_owned());
        let is_stated = range.rows.iter().any(|row| row.stated.is_some());
        let stated = is_stated.then(|| language.word(Word::Stated).to_owned());
        let heads = heads
            .into_iter()
            .chain(columns.iter().map(|&column| self.column(column)))
            .chain(stated);
        let head = |(index, head): (usize, String)| {
            let class = if index < 2 { "words" } else { "number" };
            classed("th", class).with("scope", "col").text(head)
        };
        let table = element("table")
            .child(element("thead").child(element("tr").children(heads.enumerate().map(head))))
            .child(
                element("tbody").children(
                    range
                        .rows
                        .iter()
                        .map(|row| row_shown(row, columns, is_stated, language)),
                ),
            );
        within
            .child(classed("p", "message").with("role", "alert").text(faults))
            .child(
                classed("div", "scroll")
                    .with("tabindex", "0")
                    .with("role", "group")
                    .with("aria-label", language.phrase(Phrase::PasteText))
                    .child(table),
            )
    }

    fn column(self, column: Column) -> String {
        let language = self.desk.language;
        let market = |market| {
            self.desk.read(Part::Markets, |workbook, _| {
                language.name(workbook.market(market))
            })
        };
        let growth = |market: String| fill(language.phrase(Phrase::GrowthOf), &[&market]);
        match column {
            Column::A => market(Market::A),
            Column::B => market(Market::B),
            Column::Weight => language.word(Word::Weight).to_owned(),
            Column::GrowthA => growth(market(Market::A)),
            Column::GrowthB => growth(market(Market::B)),
        }
    }

    /// Asks which of two numbers a column's text is.
    fn question(self, question: &Question) -> Element {
        let language = self.desk.language;
        let index = question.column as usize;
        let option = |(mark, reading): (DecimalMark, f64)| {
            let dot = element("input")
                .with("type", "radio")
                .with("name", ["paste.mark.", &index.to_string()].concat())
                .checked(move || {
                    let marks = self.marks.get();
                    marks.get(index).copied().flatten() == Some(mark)
                })
                .on("change", move |_| {
                    self.marks.update(|marks| {
                        if let Some(told) = marks.get_mut(index) {
                            *told = Some(mark);
                        }
                    });
                    self.show();
                });
            let shown = numbers::plain(reading, Shape::up_to(3));
            classed("label", "option")
                .child(dot)
                .child(element("span").text(shown))
        };
        let marks = [DecimalMark::Point, DecimalMark::Comma];
        classed("fieldset", "options")
            .child(element("legend").text(fill(
                language.phrase(Phrase::PasteAsk),
                &[&self.column(question.column), &question.text],
            )))
            .child(
                classed("div", "row")
                    .children(marks.into_iter().zip(question.readings).map(option)),
            )
    }
}

fn unread(error: GridError, language: Language) -> String {
    let (phrase, limit) = match error {
        GridError::Empty => (Phrase::PasteEmpty, 0),
        GridError::TooLong => (Phrase::PasteTooLong, grid::MAX_BYTES / 1024),
        GridError::TooManyRows => (Phrase::PasteTooManyRows, grid::MAX_ROWS),
    };
    fill(language.phrase(phrase), &[&limit.to_string()])
}

/// The columns of figures that a preview shows: growth only where a row tells
/// of it.
fn columns_of(range: &Range) -> &'static [Column] {
    const ALL: &[Column] = &Column::ALL;
    let has_growth = |row: &Row| {
        let mut growth = row.figures.iter().skip(3);
        growth.any(|figure| !figure.text.is_empty())
    };
    if range.rows.iter().any(has_growth) {
        ALL
    } else {
        &[Column::A, Column::B, Column::Weight]
    }
}

fn row_shown(row: &Row, columns: &[Column], is_stated: bool, language: Language) -> Element {
    let measure = |read: &Read<_>| {
        cell("words", read, language, Column::A, |measure: Option<_>| {
            measure
                .map_or("", |measure| language.measure(measure))
                .to_owned()
        })
    };
    let figures = row.figures.iter().zip(columns).map(|(read, &column)| {
        cell(
            "number",
            read,
            language,
            column,
            |figure: Option<Figure>| {
                let unit = Place::Cell(RowId(0), column).spec().unit;
                figure.map_or_else(String::new, |figure| {
                    numbers::show_figure(figure, unit, language)
                })
            },
        )
    });
    element("tr")
        .child(cell(
            "words",
            &row.name,
            language,
            Column::A,
            |name: String| name,
        ))
        .child(measure(&row.measure))
        .children(figures)
        .children(is_stated.then(|| classed("td", "words").text(language.stated(row.stated))))
}

/// A cell with what it is read as, or as it stands with what is wrong with it.
fn cell<T: Clone>(
    class: &'static str,
    read: &Read<T>,
    language: Language,
    column: Column,
    shown: impl Fn(T) -> String,
) -> Element {
    let cell = classed("td", class);
    match read.value.clone() {
        Ok(value) => cell.text(shown(value)),
        Err(error) => cell
            .child(element("mark").text(read.text.clone()))
            .child(classed("span", "message").text(wrong(error, language, column))),
    }
}

fn wrong(error: CellError, language: Language, column: Column) -> String {
    let spec = Place::Cell(RowId(0), column).spec();
    match error {
        CellError::Number(error) => language.number_error(error).to_owned(),
        CellError::OutOfLimits => language.refused(crate::workbook::Refused::OutOfLimits, spec),
        CellError::NameTooLong => language.refused(crate::workbook::Refused::NameTooLong, spec),
        CellError::NoName => language.phrase(Phrase::NoName).to_owned(),
        CellError::UnknownMeasure => language.phrase(Phrase::UnknownMeasure).to_owned(),
    }
}
