//! What a page around the calculator asks of it: calls by name, each with an
//! argument as JSON text. Nothing is taken on trust: a call is read whole, with
//! every limit checked, before anything changes.

use super::json::{self, JsonError, Misread, Value};
use crate::{
    text::{Language, periods},
    workbook::{Edit, Field, Figure, Place, SavedError, Workbook},
};

/// The longest argument, in bytes.
pub const LONGEST: usize = 64 << 10;

/// What is asked.
#[derive(Clone, Debug, PartialEq)]
pub enum Call {
    /// The workbook, as a file has it.
    State,
    /// That the page show all that the workbook comes to, to be read off it.
    Results,
    /// Another workbook in the place of the present one.
    Put(Box<Workbook>),
    /// The workbook that the embed began with.
    Reset,
    /// The drawing of a name, as lines or as points.
    Picture {
        /// The chart's name in the document.
        chart: String,
        /// Whether as points.
        points: bool,
    },
}

/// Why a call is not answered. Nothing has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no call of this name.
    UnknownCall,
    /// The argument is longer than [`LONGEST`].
    TooLarge,
    /// The argument is not of the call's form.
    Malformed,
    /// The state is of a newer Rerate.
    Newer,
    /// The state begins from a preset that is not known.
    UnknownPreset,
    /// There is no field of this key.
    UnknownField(String),
    /// The text for this field is no number.
    Unreadable(String),
    /// The figure lies outside the limits of this field, or there are too many
    /// rows, or a name is too long.
    OutOfLimits(String),
}

impl Refusal {
    /// The refusal as the caller is told it: a name, and the key of the field
    /// where there is one, such as `out-of-limits claim.change`.
    #[must_use]
    pub fn told(&self) -> String {
        let (name, key) = match self {
            Self::UnknownCall => ("unknown-call", ""),
            Self::TooLarge => ("too-large", ""),
            Self::Malformed => ("malformed", ""),
            Self::Newer => ("newer", ""),
            Self::UnknownPreset => ("unknown-preset", ""),
            Self::UnknownField(key) => ("unknown-field", key.as_str()),
            Self::Unreadable(key) => ("unreadable", key.as_str()),
            Self::OutOfLimits(key) => ("out-of-limits", key.as_str()),
        };
        [name, " ", key].concat().trim_end().to_owned()
    }
}

/// Reads a call against the workbook as it stands. Texts for fields are read as
/// the reader of this language would type them.
///
/// # Errors
/// Where the call is not known or its argument cannot be taken, as a whole.
pub fn read(
    name: &str,
    argument: &str,
    workbook: &Workbook,
    language: Language,
) -> Result<Call, Refusal> {
    if argument.len() > LONGEST {
        return Err(Refusal::TooLarge);
    }
    Ok(match name {
        "getState" => Call::State,
        "getResults" => Call::Results,
        "reset" => Call::Reset,
        "setState" => Call::Put(Box::new(json::read(argument)?)),
        "setInputs" => Call::Put(Box::new(with_inputs(workbook, argument, language)?)),
        "exportSvg" | "exportPng" => Call::Picture {
            chart: json::tree(argument)?.words()?.to_owned(),
            points: name == "exportPng",
        },
        _ => return Err(Refusal::UnknownCall),
    })
}

impl From<Misread> for Refusal {
    fn from(_: Misread) -> Self {
        Self::Malformed
    }
}

impl From<JsonError> for Refusal {
    fn from(error: JsonError) -> Self {
        let JsonError::Refused(error) = error else {
            return Self::Malformed;
        };
        match error {
            SavedError::Newer => Self::Newer,
            SavedError::UnknownPreset => Self::UnknownPreset,
            SavedError::UnknownField(key) => Self::UnknownField(key),
            SavedError::OutOfLimits(key) => Self::OutOfLimits(key),
            _ => Self::OutOfLimits(String::new()),
        }
    }
}

/// The workbook with some figures set, all or none, in the order in which they
/// came.
///
/// A figure is told apart on the way in: `{"text": …}` as a reader types it,
/// `{"number": …}` in the field's unit; with neither the field is to be empty.
fn with_inputs(
    workbook: &Workbook,
    argument: &str,
    language: Language,
) -> Result<Workbook, Refusal> {
    let inputs = json::tree(argument)?;
    let mut workbook = workbook.clone();
    for (key, input) in inputs.map()? {
        let Some(field) = Field::from_key(key) else {
            return Err(Refusal::UnknownField(key.to_string()));
        };
        let figure = match input.read("text", |text| text.words().map(str::to_owned))? {
            Some(text) => {
                let figure = periods::parse(&text, field.spec().unit, language);
                Some(figure.map_err(|_| Refusal::Unreadable(key.to_string()))?)
            }
            None => input.read("number", Value::number)?.map(Figure::exact),
        };
        let edit = Edit::Figure(Place::Field(field), figure);
        if edit.apply(&mut workbook).is_err() {
            return Err(Refusal::OutOfLimits(key.to_string()));
        }
    }
    Ok(workbook)
}
