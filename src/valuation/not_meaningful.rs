//! Why a figure cannot be given.

use serde::{Deserialize, Serialize};

/// A figure, or the reason why there is none.
pub type Meaningful<T> = Result<T, NotMeaningful>;

/// The reason why a figure is not meaningful.
///
/// Each reason has a sentence for readers in every language of `text`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NotMeaningful {
    /// A figure that the formula needs was not given.
    MissingInput,
    /// The result lies beyond what a number can hold.
    OutOfRange,
}
