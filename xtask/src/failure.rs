//! What went wrong, in one sentence that says how to help.

use std::fmt::{self, Display};
use std::io;
use std::path::Path;

/// A sentence for whoever ran the command.
pub(crate) struct Failure(String);

/// What a step gives, or why it could not.
pub(crate) type Outcome<T> = Result<T, Failure>;

impl Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The failure with this sentence.
pub(crate) fn failed<T>(sentence: impl Into<String>) -> Outcome<T> {
    Err(Failure(sentence.into()))
}

/// Names the file that an operation failed on.
pub(crate) trait On<T> {
    /// Turns an I/O error into a sentence: cannot `verb` `path`, and why.
    fn on(self, verb: &str, path: &Path) -> Outcome<T>;
}

impl<T> On<T> for io::Result<T> {
    fn on(self, verb: &str, path: &Path) -> Outcome<T> {
        self.or_else(|error| failed(format!("cannot {verb} {}: {error}", path.display())))
    }
}
