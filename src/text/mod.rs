//! Words and numbers for readers, pure: one file a language, numbers parsed
//! and shown by the same code natively and in every browser.
//!
//! A language says everything: each file matches every word, field and reason,
//! so a missing message does not compile. The page in a browser reads the same
//! from the sheets that are made of these files.

mod answers;
mod catching_up;
mod comparison;
mod dates;
#[cfg(not(feature = "app"))]
mod english;
mod growth;
#[cfg(not(feature = "app"))]
mod industries;
mod keeping;
mod language;
mod letters;
mod listed;
pub mod numbers;
pub mod periods;
mod scale;
mod sheet;
#[cfg(not(feature = "app"))]
mod simplified_chinese;
mod told;
#[cfg(not(feature = "app"))]
mod traditional_chinese;
mod what_if;
mod why;
mod words;

pub use dates::Date;
pub use keeping::Keeping;
pub use language::Language;
pub use letters::{has, small};
use listed::Listed;
pub use sheet::Sheet;
pub use what_if::index;
pub use words::{Aside, Phrase, Word, fill};

use std::borrow::Borrow;

use crate::{
    valuation::{
        NotMeaningful,
        attribution::{Driver, Method},
        claim::Quantity,
        convergence::Course,
        gap::{Closing, Direction},
    },
    workbook::{
        Case, ClaimKind, Field, Industry, Known, Market, Markets, Measure, Name, Note, Preset,
        Refused, Regressor, Section, Spec,
    },
};

/// Declares what every language says: each is a function of the same name in
/// each language's file, or in the part of it that is named first, and a run of
/// lines in a sheet of the language.
macro_rules! said {
    ($sheet:ident $part:tt $($(#[$doc:meta])* $say:ident($of:ident: $type:ty);)+) => {
        #[allow(non_camel_case_types, reason = "each goes by the name of what says it")]
        enum $sheet { $($say),+ }

        impl $sheet {
            /// How many lines each takes up, in the sheet's order.
            const COUNTS: &[usize] = &[$(<$type as Listed>::COUNT),+];

            /// The sheet of a language. A list that is out of order stops the build.
            #[cfg(not(feature = "app"))]
            fn lines(language: Language) -> Vec<&'static str> {
                let mut lines = Vec::new();
                $(
                    let start = lines.len();
                    assert_eq!(start, sheet::start(Self::COUNTS, Self::$say as usize));
                    for case in (0..<$type>::COUNT).filter_map(<$type>::at) {
                        assert_eq!(lines.len(), start + case.place(), "{case:?}");
                        lines.push(language.$say(case));
                    }
                )+
                lines
            }
        }

        impl Language {
            $(
                $(#[$doc])*
                #[must_use]
                #[cfg(feature = "app")]
                pub fn $say(self, $of: $type) -> &'static str {
                    const START: usize = sheet::start($sheet::COUNTS, $sheet::$say as usize);
                    self.line(Sheet::$sheet, START + $of.place())
                }

                $(#[$doc])*
                #[must_use]
                #[cfg(not(feature = "app"))]
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

#[cfg(not(feature = "app"))]
macro_rules! said_in {
    ($language:ident [] $say:ident) => {
        $language::$say
    };
    ($language:ident [$part:ident] $say:ident) => {
        $language::$part::$say
    };
}

#[cfg(not(feature = "app"))]
impl Language {
    /// A word of the scripts beside the module, for which the module has none.
    #[must_use]
    pub const fn aside(self, aside: Aside) -> &'static str {
        match self {
            Self::English => english::aside(aside),
            Self::SimplifiedChinese => simplified_chinese::aside(aside),
            Self::TraditionalChinese => traditional_chinese::aside(aside),
        }
    }
}

/// What one of the languages says on one of its sheets, line by line.
#[cfg(not(feature = "app"))]
#[must_use]
pub fn sheet_of(language: Language, sheet: Sheet) -> Vec<&'static str> {
    match sheet {
        Sheet::First => First::lines(language),
        Sheet::Below => Below::lines(language),
    }
}

said! {
    First []
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
    /// What the language itself calls a name that presets use; nothing where it
    /// goes by the name in its source.
    own_name_of(known: Known);
    /// What a reader must know of a sourced figure.
    note(note: Note);
    /// Why a figure cannot be given.
    reason(reason: NotMeaningful);
    /// Why a text is no number.
    number_error(error: numbers::NumberError);
}

said! {
    Below [below]
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
    /// A word or sentence about a link or about what is kept.
    keeping(word: Keeping);
}

impl Language {
    /// A name that presets use.
    #[must_use]
    pub fn known(self, known: Known) -> &'static str {
        match (self.own_name_of(known), known) {
            ("", Known::Industry(line)) => {
                Industry::new(line).map(Industry::name).unwrap_or_default()
            }
            (own, _) => own,
        }
    }

    /// What a market or sector is called.
    #[must_use]
    pub fn name(self, name: &Name) -> String {
        match name {
            Name::Known(known) => self.known(*known).to_owned(),
            Name::Own(own) => own.clone(),
        }
    }

    /// What a market is called within a sentence: "the United States".
    #[must_use]
    pub fn in_sentence(self, name: &Name) -> String {
        let has_article = self == Self::English
            && matches!(
                name,
                Name::Known(Known::UnitedStates | Known::GoldenDragon | Known::Nasdaq100)
            );
        let article = if has_article { "the " } else { "" };
        [article, &self.name(name)].concat()
    }

    /// A label inside a sentence, which begins small unless it is made of signs,
    /// as P/B is. Chinese has no capitals.
    fn within(self, label: &str) -> String {
        let mut letters = label.chars();
        match (letters.next(), letters.clone().next()) {
            (Some(first), Some(second)) if second.is_ascii_lowercase() => {
                let mut text = String::from(first.to_ascii_lowercase());
                text.push_str(letters.as_str());
                text
            }
            _ => label.to_owned(),
        }
    }

    /// A field's label, with its market where it is one market's.
    #[must_use]
    pub fn field_of(self, field: Field, markets: &Markets) -> String {
        match field.market() {
            Some(market) => {
                let name = match market {
                    Market::A => &markets.a,
                    Market::B => &markets.b,
                };
                fill(
                    self.phrase(Phrase::OfMarket),
                    &[self.field(field), &self.name(name)],
                )
            }
            None => self.field(field).to_owned(),
        }
    }

    /// Names one after another, which may have commas in them.
    #[must_use]
    pub fn listed<S: Borrow<str>>(self, names: &[S]) -> String {
        names.join(match self {
            Self::English => "; ",
            Self::SimplifiedChinese | Self::TraditionalChinese => "、",
        })
    }

    /// What an answer rests on, one after another.
    #[must_use]
    pub fn grounds(self, grounds: &[String]) -> String {
        grounds.join(match self {
            Self::English => "; ",
            Self::SimplifiedChinese | Self::TraditionalChinese => "；",
        })
    }

    /// What a preset is called.
    #[must_use]
    pub fn preset(self, preset: Preset) -> &'static str {
        self.word(match preset {
            Preset::ChinaVsUs => Word::PresetChinaVsUs,
            Preset::GoldenDragonVsNasdaq => Word::PresetGoldenDragon,
            Preset::Industries(..) => Word::PresetIndustries,
            Preset::Blank => Word::PresetBlank,
        })
    }

    /// A sentence that may begin with a name as it stands within one.
    fn begun(self, sentence: String) -> String {
        match sentence.strip_prefix("the ") {
            Some(rest) => ["The ", rest].concat(),
            None => sentence,
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
            Refused::Locked => Word::Locked,
        };
        let limit = |value| numbers::show(value, spec.unit, numbers::Shape::up_to(0), self);
        fill(self.word(word), &[&limit(spec.min), &limit(spec.max)])
    }
}
