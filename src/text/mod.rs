//! Words and numbers for readers, pure: one file a language, numbers parsed
//! and shown by the same code natively and in every browser.
//!
//! A language says everything: each file matches every word, field and reason,
//! so a missing message does not compile.

mod answers;
mod catching_up;
mod comparison;
mod dates;
mod english;
mod industries;
mod language;
pub mod numbers;
mod scale;
mod simplified_chinese;
mod told;
mod traditional_chinese;
mod what_if;
mod why;
mod words;

pub use dates::Date;
pub use language::Language;
pub use what_if::index;
pub use words::{Phrase, Word, fill};

use crate::{
    valuation::{
        NotMeaningful,
        attribution::{Driver, Method},
        claim::Quantity,
        convergence::Course,
        gap::{Closing, Direction},
    },
    workbook::{
        Case, ClaimKind, Field, Known, Measure, Name, Note, Refused, Regressor, Section, Spec, Unit,
    },
};

/// Declares what every language says: each is a function of the same name in
/// each language's file, or in the part of it that is named first.
macro_rules! said {
    ($part:tt $($(#[$doc:meta])* $say:ident($of:ident: $type:ty);)+) => {
        impl Language {
            $(
                $(#[$doc])*
                #[must_use]
                pub fn $say(self, $of: $type) -> &'static str {
                    match self {
                        Self::English => said_in!(english $part $say)($of),
                        Self::SimplifiedChinese => said_in!(simplified_chinese $part $say)($of),
                        Self::TraditionalChinese => said_in!(traditional_chinese $part $say)($of),
                    }
                }
            )+
        }
    };
}

macro_rules! said_in {
    ($language:ident [] $say:ident) => {
        $language::$say
    };
    ($language:ident [$part:ident] $say:ident) => {
        $language::$part::$say
    };
}

said! {
    []
    /// A word or sentence of the page.
    word(word: Word);
    /// A section's heading.
    section(section: Section);
    /// A field's label.
    field(field: Field);
    /// A quantity of a claim.
    quantity(quantity: Quantity);
    /// A quantity of a claim, inside a sentence.
    quantity_within(quantity: Quantity);
    /// A relation that the claim check tests.
    claim_kind(kind: ClaimKind);
    /// A measure of multiples.
    measure(measure: Measure);
    /// The direction that a text states of a gap.
    stated(stated: Option<Direction>);
    /// A name that presets use.
    known(known: Known);
    /// What a reader must know of a sourced figure.
    note(note: Note);
    /// Why a figure cannot be given.
    reason(reason: NotMeaningful);
    /// Why a text is no number.
    number_error(error: numbers::NumberError);
}

said! {
    [below]
    /// A word or sentence of the sections below the first view.
    phrase(phrase: Phrase);
    /// How a section's figures are worked out.
    method(section: Section);
    /// A driver of a change in value.
    driver(driver: Driver);
    /// A way to split a change.
    split_method(method: Method);
    /// What a way to split a change does.
    split_method_meaning(method: Method);
    /// A figure that explains a multiple across industries.
    regressor(regressor: Regressor);
    /// How the multiple moves as a gap closes.
    closing(closing: Closing);
    /// How a gap closes.
    course(course: Course);
    /// A case with odds.
    case(case: Case);
}

impl Language {
    /// What a market or sector is called.
    #[must_use]
    pub fn name(self, name: &Name) -> String {
        match name {
            Name::Known(known) => self.known(*known).to_owned(),
            Name::Own(own) => own.clone(),
        }
    }

    /// Why an edit was refused.
    #[must_use]
    pub fn refused(self, refused: Refused, spec: Spec) -> String {
        let word = match refused {
            Refused::OutOfLimits => Word::OutOfLimits,
            Refused::NameTooLong => Word::NameTooLong,
            Refused::TooManySectors => Word::TooManySectors,
            Refused::TooManyCatalysts => {
                return self.reason(NotMeaningful::TooManyCatalysts).to_owned();
            }
            Refused::NoSuchSector => Word::NoSuchSector,
        };
        let limit = |value| numbers::show(value, spec.unit, numbers::Shape::up_to(0), self);
        fill(self.word(word), &[&limit(spec.min), &limit(spec.max)])
    }

    /// What stands behind the text of a field with this unit.
    #[must_use]
    pub fn unit(self, unit: Unit) -> &'static str {
        numbers::unit_sign(unit, self)
    }
}
