//! Why a text is not a number of its field.

/// Why a text was refused; each has a sentence in every language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NumberError {
    /// Nothing was typed.
    Empty,
    /// The text is far longer than any number.
    TooLong,
    /// There is no number in it, or there is more than one.
    NotANumber,
    /// More than one plus or minus sign.
    TwoSigns,
    /// The points, commas or spaces do not divide the digits as any number
    /// style does: "1,23,45", "1.2.3".
    Misgrouped,
    /// A number, followed by a word or sign that is not known here.
    UnknownSuffix,
    /// A number in another unit than the field's: "5%" where money is asked.
    WrongUnit,
    /// Larger than can be calculated with.
    TooLarge,
}

impl NumberError {
    /// Every reason, for tests and for the message files.
    pub const ALL: [Self; 8] = [
        Self::Empty,
        Self::TooLong,
        Self::NotANumber,
        Self::TwoSigns,
        Self::Misgrouped,
        Self::UnknownSuffix,
        Self::WrongUnit,
        Self::TooLarge,
    ];
}
