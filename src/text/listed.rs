//! What the languages have words for, each kind as a list in a fixed order, so
//! that what a language says can stand in a file, line by line.

use std::fmt;

use super::{Keeping, Phrase, Word, numbers::NumberError};
use crate::{
    valuation::{
        NotMeaningful,
        attribution::{Driver, Method},
        claim::Quantity,
        convergence::Course,
        gap::{Closing, Direction},
    },
    workbook::{
        Case, ClaimKind, Field, INDUSTRIES, Known, Measure, Note, Regressor, STATEMENTS, Section,
    },
};

/// A kind of which there are only so many.
pub(super) trait Listed: Copy + fmt::Debug + 'static {
    /// How many there are.
    const COUNT: usize;

    /// Its place in the list, counted from 0.
    fn place(self) -> usize;

    /// The one at a place, where there is one.
    #[cfg(not(feature = "app"))]
    fn at(place: usize) -> Option<Self>;
}

/// Lists kinds whose cases stand in a list of their own, or here: a case that
/// is left out here does not compile.
macro_rules! listed {
    ($($kind:ident $([$($case:ident)+])?;)+) => {
        $(
            impl Listed for $kind {
                const COUNT: usize = listed!(@all $kind $($($case)+)?).len();

                fn place(self) -> usize {
                    $(
                        match self {
                            $(Self::$case)|+ => {}
                        }
                    )?
                    self as usize
                }

                #[cfg(not(feature = "app"))]
    fn at(place: usize) -> Option<Self> {
                    listed!(@all $kind $($($case)+)?).get(place).copied()
                }
            }
        )+
    };
    (@all $kind:ident) => { $kind::ALL };
    (@all $kind:ident $($case:ident)+) => { [$($kind::$case),+] };
}

listed! {
    Word;
    Phrase;
    Keeping;
    Field;
    ClaimKind;
    Measure;
    Section [Claim Sectors Why Past WhatIf Scale CatchingUp];
    Quantity [Start Change Percent End Whole Part Share Denominator Numerator Ratio];
    Driver [Earnings Rerating Shares Dividends Currency];
    Method [Log Lmdi Shapley Sequential FirstOrder];
    Closing [Premium LogGap];
    Course [Exponential Linear];
    Regressor [Growth ReturnOnEquity NetMargin OperatingMargin Beta];
    Case [Bear Base Bull Own];
    NumberError [
        Empty TooLong NotANumber TwoSigns Misgrouped UnknownSuffix WrongUnit TooLarge
    ];
    Note [
        Estimate2026 IncrementalInferred UsMeansRest Capex20232025 Internet2026
        DerivedFromDiscount GdsChina2025 DerivedFromPeers Cambricon Nvidia Naura Asml Smic Tsmc
        IssueNovember2025 IssueDecember2025 IssueJanuary2026 BetweenIssues
        DerivedFromCostOfEquity MatureMarket CountryRiskIncluded ExpectedFiveYears
    ];
    NotMeaningful [
        MissingInput NotFinite OutOfRange DividesByZero TimesZero FigureNegative LengthsDiffer
        MultipleNotPositive StartNotPositive FallsBelowZero FiguresContradict
        WeightNegative WeightsSumToZero NoObservations ValueNotPositive FundamentalNotPositive
        FundamentalChangedSign CurrenciesDiffer SpendingNotPositive VolatilityNotPositive
        GrowthNotBelowReturn GrowthAboveReturnOnEquity GrowthNotPositive RateNotAboveMinusOne
        YearsNotPositive ShareOutOfRange ProbabilitiesInvalid TooManyCatalysts
        GapWidened GapUnchanged GapChangedSign GapClosed NeverReached NoSolution EveryValueSolves
        TooFewObservations Collinear NoChange EarningsUnchanged DividendNegative NoGapToClose
        DividendsExceedGoal NegativeDividendNeeded NoHorizonReaches SolutionBeyondRange
    ];
}

impl Listed for Option<Direction> {
    const COUNT: usize = STATEMENTS.len();

    fn place(self) -> usize {
        match self {
            None => 0,
            Some(Direction::Discount) => 1,
            Some(Direction::Premium) => 2,
        }
    }

    #[cfg(not(feature = "app"))]
    fn at(place: usize) -> Option<Self> {
        STATEMENTS.get(place).copied()
    }
}

/// Where the measures and the industries begin among the names.
const MEASURES: usize = Known::PLAIN.len();
const OF_INDUSTRIES: usize = MEASURES + Measure::ALL.len();

impl Listed for Known {
    const COUNT: usize = OF_INDUSTRIES + INDUSTRIES as usize;

    fn place(self) -> usize {
        match self {
            Self::Measure(measure) => MEASURES + measure.place(),
            Self::Industry(line) => OF_INDUSTRIES + usize::from(line),
            plain => Self::PLAIN
                .iter()
                .position(|known| *known == plain)
                .unwrap_or_default(),
        }
    }

    #[cfg(not(feature = "app"))]
    fn at(place: usize) -> Option<Self> {
        if let Some(line) = place.checked_sub(OF_INDUSTRIES) {
            return u8::try_from(line).ok().map(Self::Industry);
        }
        let measure = place.checked_sub(MEASURES).and_then(Measure::at);
        measure
            .map(Self::Measure)
            .or_else(|| Self::PLAIN.get(place).copied())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lists of words and phrases are written beside them by hand.
    #[test]
    fn no_word_is_left_out_of_its_list() {
        let source = include_str!("words.rs");
        for (kind, count) in [("Word", Word::COUNT), ("Phrase", Phrase::COUNT)] {
            let start = ["pub enum ", kind, " {"].concat();
            let (_, after) = source.split_once(&start).expect("the kind");
            let (cases, _) = after.split_once('}').expect("its end");
            let named = cases.lines().map(str::trim);
            let named = named.filter(|line| !line.is_empty() && !line.starts_with("//"));
            assert_eq!(named.count(), count, "{kind}");
        }
    }
}
