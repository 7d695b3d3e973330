//! The page in English.

pub(super) mod below;
mod keeping;

use super::{Aside, Word, numbers::NumberError};
use crate::{
    valuation::{NotMeaningful, claim::Quantity, gap::Direction},
    workbook::{ClaimKind, Field, Known, Measure, Note, Section},
};

pub(super) const fn word(word: Word) -> &'static str {
    match word {
        Word::Title => "Rerate: how large is the valuation gap?",
        Word::Description => {
            "How large is the valuation gap between two markets, what explains it, and what would a re-rating be worth? A calculator that runs in your browser."
        }
        Word::Strapline => {
            "How large is the valuation gap between two markets, what explains it, and what would a re-rating be worth?"
        }
        Word::SkipToContent => "Skip to the figures",
        Word::Settings => "Settings",
        Word::Preset => "Start from",
        Word::PresetChinaVsUs => "China and US AI stocks",
        Word::PresetGoldenDragon => "Golden Dragon and Nasdaq-100",
        Word::PresetIndustries => "Two US industries",
        Word::PresetBlank => "Blank",
        Word::FirstIndustry => "First industry",
        Word::SecondIndustry => "Second industry",
        Word::Undo => "Undo",
        Word::Redo => "Redo",
        Word::ResetAll => "Reset all",
        Word::LanguageLabel => "Language",
        Word::LanguageUnfetched => {
            "The words of that language could not be fetched: try again once the network is in reach."
        }
        Word::Theme => "Theme",
        Word::ThemeAuto => "Auto",
        Word::ThemeLight => "Light",
        Word::ThemeDark => "Dark",
        Word::Colours => "Colours",
        Word::ColoursNeutral => "Blue and orange",
        Word::ColoursRedUp => "Red up, green down",
        Word::ColoursGreenUp => "Green up, red down",
        Word::Contents => "Sections",
        Word::Sources => "Sources",
        Word::NotAdvice => "Not investment advice.",
        Word::OnYourMachine => {
            "It is computed on your machine: no account, no cookies, and nothing you type leaves it."
        }
        Word::Scriptless => {
            "These are the article's figures. To put in your own, allow JavaScript for this page."
        }
        Word::Stale => {
            "Something went wrong, so these figures may no longer match your inputs. Starting again…"
        }
        Word::Restarted => {
            "The calculator had to start again. Your inputs are back; the last change may be missing."
        }
        Word::Stopped => {
            "The calculator keeps failing. Here are your inputs, to copy before you reload the page."
        }
        Word::Unavailable => {
            "The calculator could not start, so the figures here cannot be changed. Reload the page, or try a current browser."
        }
        Word::Inputs => "Your inputs",
        Word::Reload => "Reload the page",
        Word::BelowFailed => {
            "The sections below could not be fetched, so their figures are those of the preset."
        }
        Word::TryAgain => "Try again",
        Word::Example => "example",
        Word::Dated => ", {0}",
        Word::Yours => "yours",
        Word::Reset => "Reset",
        Word::ResetSection => "Reset section",
        Word::OlderThan => "More than 180 days old",
        Word::Method => "How it is worked out",
        Word::ClaimKind => "What is claimed",
        Word::ClaimNothing => {
            "Type what was printed: three figures can be checked, two imply the rest."
        }
        Word::ClaimAgree => "The figures agree with each other within their rounding.",
        Word::ClaimDisagree => "The figures do not agree: {0} and {1} make {2} of {3}, not {4}.",
        Word::ClaimDisagreeOnly => "The figures do not agree with each other.",
        Word::ClaimImplies => "Two figures cannot disagree; {0} and {1} make {2} of {3}.",
        Word::ClaimSolved => "{0} and {1} make {2} of {3}.",
        Word::Labelled => "{0}: {1}",
        Word::Correction => "{0}: {1} ({2} to {3})",
        Word::CorrectionAny => "Any one of these corrections would make them agree",
        Word::CorrectionOne => "Only one correction would make them agree",
        Word::CorrectionNone => "No single correction would make them agree",
        Word::ImpliedCaption => "What the figures imply of each other",
        Word::Figure => "Figure",
        Word::IfRight => "If these are right",
        Word::WouldBe => "It would be",
        Word::WithinRounding => "Within their rounding",
        Word::FromPair => "{0} and {1}",
        Word::RangeTo => "{0} to {1}",
        Word::SectorsNone => "Add a sector with a multiple for both markets to see the gap.",
        Word::SectorsCount => {
            "{0} trades at a discount to {1} in {2} of {3} {5} and at a premium in {4}."
        }
        Word::SectorsDiscounts => {
            "{0} trades at a discount to {1} in {2} of {3} {5}, and at a premium in none."
        }
        Word::SectorsPremiums => {
            "{0} trades at a premium to {1} in {4} of {3} {5}, and at a discount in none."
        }
        Word::SectorsAtParity => "In {0} of them the multiples are the same.",
        Word::OfSectors => "sectors",
        Word::OfMeasures => "measures",
        Word::WidestDiscount => {
            "The widest discount is {1}, in {0}; closing it would be worth {2}."
        }
        Word::WidestPremium => "The widest premium is {1}, in {0}; parity would cost {2}.",
        Word::SingleDiscount => {
            "{0} trades at a discount of {2} to {1}; closing it would be worth {3}."
        }
        Word::SinglePremium => "{0} trades at a premium of {2} to {1}; parity would cost {3}.",
        Word::SingleParity => "{0} and {1} trade at the same multiple.",
        Word::Sector => "Sector",
        Word::Measure => "Measure",
        Word::Premium => "Premium or discount",
        Word::Discount => "discount",
        Word::PremiumWord => "premium",
        Word::DiscountSide => "discount",
        Word::Parity => "parity",
        Word::PremiumSide => "premium",
        Word::Upside => "To parity",
        Word::LogGap => "Log gap",
        Word::Stated => "Stated",
        Word::Agrees => "figures agree",
        Word::AgreesAsDerived => "one figure is derived from it",
        Word::Disagrees => "figures disagree",
        Word::AtParity => "figures are equal",
        Word::Weight => "Weight",
        Word::Row => "Row",
        Word::Raise => "Move {0} up",
        Word::Lower => "Move {0} down",
        Word::Remove => "Remove {0}",
        Word::Up => "Up",
        Word::Down => "Down",
        Word::Out => "Remove",
        Word::AddSector => "Add a sector",
        Word::Total => "All sectors, by weight",
        Word::TotalMeaning => "the weighted mean of the log gaps, of rows that have one",
        Word::PairsNote => {
            "The pairs are on different measures and dates, because the report prints no sector multiples publicly; each stands for its sector."
        }
        Word::MeasureNote => {
            "The sign of a gap can depend on the measure: a sector can be cheap on sales and dear on earnings."
        }
        Word::SectorName => "Name of the sector",
        Word::MarketName => "Name of the market",
        Word::MultipleOf => "{1}: multiple in {0}",
        Word::WeightOf => "{0}: weight",
        Word::MeasureOf => "{0}: measure",
        Word::StatedOf => "{0}: direction that the text states",
        Word::Unsolved => "Not solved. {0}",
        Word::StillUsed => "{0} The results still use {1}.",
        Word::Solve => "Solve",
        Word::SolveFor => "Solve for: {0}",
        Word::Solved => "solved",
        Word::Follows => "follows",
        Word::OutOfLimits => "It has to be from {0} to {1}.",
        Word::NameTooLong => "A name has at most 200 characters.",
        Word::TooManySectors => "The table holds at most 200 sectors.",
        Word::NoSuchSector => "This row is gone.",
        Word::Locked => "Set by the page around this.",
    }
}

pub(super) const fn aside(aside: Aside) -> &'static str {
    match aside {
        Aside::ReadyOffline => "Ready for use without a network.",
        Aside::NewVersion => "A new version of the calculator is here.",
        Aside::ReloadNow => "Reload",
        Aside::Later => "Later",
    }
}

pub(super) const fn section(section: Section) -> &'static str {
    match section {
        Section::Claim => "Do the figures agree?",
        Section::Sectors => "The gap, sector by sector",
        Section::Why => "Why the gap?",
        Section::Past => "The move so far",
        Section::WhatIf => "What if it re-rates?",
        Section::Scale => "How large is it?",
        Section::CatchingUp => "Is it catching up?",
    }
}

pub(super) const fn field(field: Field) -> &'static str {
    match field {
        Field::ClaimStart => quantity(Quantity::Start),
        Field::ClaimChange => quantity(Quantity::Change),
        Field::ClaimPercent => quantity(Quantity::Percent),
        Field::ClaimEnd => quantity(Quantity::End),
        Field::ClaimPart => quantity(Quantity::Part),
        Field::ClaimWhole => quantity(Quantity::Whole),
        Field::ClaimShare => quantity(Quantity::Share),
        Field::ClaimNumerator => quantity(Quantity::Numerator),
        Field::ClaimDenominator => quantity(Quantity::Denominator),
        Field::ClaimRatio => quantity(Quantity::Ratio),
        Field::WhyAMultiple | Field::WhyBMultiple => "Forward P/E",
        Field::WhyAGrowth | Field::WhyBGrowth => "Growth in the first years",
        Field::WhyAReturn | Field::WhyBReturn => "Return on equity",
        Field::WhyARiskFree | Field::WhyBRiskFree => "Risk-free rate",
        Field::WhyABeta | Field::WhyBBeta => "Beta",
        Field::WhyAPremium | Field::WhyBPremium => "Equity risk premium",
        Field::WhyAExposure | Field::WhyBExposure => "Exposure to country risk (lambda)",
        Field::WhyACountry | Field::WhyBCountry => "Country risk premium",
        Field::WhyARequired | Field::WhyBRequired => "Required return",
        Field::WhyYears => "First years",
        Field::WhyStableGrowth => "Growth after them",
        Field::WhyUnexplained => "Unexplained premium",
        Field::PastAChange | Field::PastBChange => "Change in market value",
        Field::PastAMultiple | Field::PastBMultiple => "P/E at the end",
        Field::PastAIncremental | Field::PastBIncremental => "Incremental P/E",
        Field::PastAShares | Field::PastBShares => "Change in share count",
        Field::PastADividends | Field::PastBDividends => "Dividends on the start",
        Field::PastACurrency | Field::PastBCurrency => "Change in currency",
        Field::WhatIfMultiple => "Multiple today",
        Field::WhatIfPeer => "Peer’s multiple",
        Field::WhatIfGrowth
        | Field::SwingGrowth
        | Field::BearGrowth
        | Field::BaseGrowth
        | Field::BullGrowth => "Earnings growth a year",
        Field::WhatIfYears | Field::SwingYears => "Years",
        Field::WhatIfClosure
        | Field::SwingClosure
        | Field::BearClosure
        | Field::BaseClosure
        | Field::BullClosure => "Share of gap closed",
        Field::WhatIfTarget | Field::SwingTarget => "Multiple at the end",
        Field::WhatIfDividend | Field::SwingDividend => "Dividend yield a year",
        Field::WhatIfShares | Field::SwingShares => "Change in shares a year",
        Field::WhatIfCurrency | Field::SwingCurrency => "Currency change a year",
        Field::WhatIfTotal => "Total return",
        Field::WhatIfAnnual => "Annual return",
        Field::ScaleShare => "Share of peers, listed",
        Field::ScaleWithPrivate => "Share with private firms",
        Field::ScaleListed => "Value of listed firms",
        Field::ScalePrivatePeers => "Value of all private peers",
        Field::ScaleCapexA | Field::ScaleCapexB => "Capital expenditure",
        Field::ScaleMultipleA | Field::ScaleMultipleB => "Multiple",
        Field::ScaleReturn => "Return against peer’s",
        Field::CatchingUpBefore => "Gap before",
        Field::CatchingUpNow => "Gap now",
        Field::CatchingUpTime => "Time between",
        Field::CatchingUpHalfLife => "Half-life",
        Field::CatchingUpThreshold => "Threshold",
        Field::CatchingUpWithin => "Time to the threshold",
        Field::CatchingUpEarlier => "Earlier gap",
        Field::CatchingUpEarlierTime => "Time before the first",
        Field::BearProbability
        | Field::BaseProbability
        | Field::BullProbability
        | Field::OwnProbability => "Probability",
        Field::ScenarioGoal => "Annual return to reach",
        Field::WhatIfFrom => "Time counts from",
    }
}

pub(super) const fn quantity(quantity: Quantity) -> &'static str {
    match quantity {
        Quantity::Start => "Start",
        Quantity::Change => "Change",
        Quantity::Percent => "Change in percent",
        Quantity::End => "End",
        Quantity::Part => "Part",
        Quantity::Whole => "Whole",
        Quantity::Share => "Share",
        Quantity::Numerator => "First amount",
        Quantity::Denominator => "Second amount",
        Quantity::Ratio => "First in percent of second",
    }
}

/// How a quantity is named inside a sentence: "an end of 1,564bn".
pub(super) const fn quantity_within(quantity: Quantity) -> &'static str {
    match quantity {
        Quantity::Start => "a start",
        Quantity::Change => "a change",
        Quantity::Percent => "a change in percent",
        Quantity::End => "an end",
        Quantity::Part => "a part",
        Quantity::Whole => "a whole",
        Quantity::Share => "a share",
        Quantity::Numerator => "a first amount",
        Quantity::Denominator => "a second amount",
        Quantity::Ratio => "a ratio",
    }
}

pub(super) const fn claim_kind(kind: ClaimKind) -> &'static str {
    match kind {
        ClaimKind::Change => "A change",
        ClaimKind::Share => "A share of a whole",
        ClaimKind::Ratio => "A ratio of two amounts",
    }
}

pub(super) const fn measure(measure: Measure) -> &'static str {
    match measure {
        Measure::ForwardPe => "Forward P/E",
        Measure::TrailingPe => "Trailing P/E",
        Measure::Pe => "P/E",
        Measure::EvEbitda => "EV/EBITDA",
        Measure::EvSales => "EV/sales",
        Measure::Ps => "P/S",
        Measure::Pb => "P/B",
        Measure::Peg => "PEG",
    }
}

pub(super) const fn stated(stated: Option<Direction>) -> &'static str {
    match stated {
        None => "nothing",
        Some(Direction::Discount) => "discount",
        Some(Direction::Premium) => "premium",
    }
}

pub(super) fn own_name_of(known: Known) -> &'static str {
    match known {
        Known::China => "China",
        Known::UnitedStates => "United States",
        Known::GoldenDragon => "Golden Dragon",
        Known::Nasdaq100 => "Nasdaq-100",
        Known::MarketA => "Market A",
        Known::MarketB => "Market B",
        Known::CloudServiceProviders => "Cloud service providers",
        Known::AiSoftware => "AI software",
        Known::DataCentres => "Data centres",
        Known::IcDesign => "Chip design",
        Known::SemiconductorEquipment => "Chip equipment",
        Known::Foundry => "Foundry",
        Known::WholeIndex => "Whole index",
        Known::Measure(of) => measure(of),
        Known::NewSector => "New sector",
        Known::PolicyDecision => "Policy decision",
        Known::Listings => "IPOs",
        Known::EarningsSeason => "Earnings season",
        Known::NewCatalyst => "New event",
        Known::Industry(_) => "",
    }
}

pub(super) const fn note(note: Note) -> &'static str {
    match note {
        Note::Estimate2026 => "on 2026 estimates",
        Note::IncrementalInferred => "formula inferred",
        Note::UsMeansRest => "all markets but China",
        Note::Capex20232025 => "2023 to 2025",
        Note::Internet2026 => "Chinese internet, adjusted 2026 estimates",
        Note::DerivedFromDiscount => "derived: 16.1x at a discount of about 40%",
        Note::GdsChina2025 => "GDS in China, 2025 estimate",
        Note::DerivedFromPeers => "derived: 20x is 10% below its peers",
        Note::Cambricon => "Cambricon",
        Note::Nvidia => "Nvidia",
        Note::Naura => "NAURA",
        Note::Asml => "ASML (all but China)",
        Note::Smic => "SMIC",
        Note::Tsmc => "TSMC (all but China)",
        Note::IssueNovember2025 => "November 2025 issue",
        Note::IssueDecember2025 => "December 2025 issue",
        Note::IssueJanuary2026 => "January 2026 issue",
        Note::BetweenIssues => "between the issues’ months",
        Note::DerivedFromCostOfEquity => "derived: cost of equity less beta times 4.46%",
        Note::MatureMarket => "a mature market, without country risk",
        Note::CountryRiskIncluded => "US, country risk included",
        Note::ExpectedFiveYears => "expected for five years",
    }
}

pub(super) const fn reason(reason: NotMeaningful) -> &'static str {
    match reason {
        NotMeaningful::MissingInput => "A figure that it needs is missing.",
        NotMeaningful::NotFinite => "A figure is not a number.",
        NotMeaningful::OutOfRange => "The result is too large or too small to be computed.",
        NotMeaningful::DividesByZero => "It would divide by zero.",
        NotMeaningful::TimesZero => {
            "It is multiplied by zero, so no value of it makes a difference."
        }
        NotMeaningful::FigureNegative => "A figure that cannot be negative is.",
        NotMeaningful::LengthsDiffer => "The lists differ in length.",
        NotMeaningful::MultipleNotPositive => "A multiple is zero or negative.",
        NotMeaningful::StartNotPositive => "The start, or the whole, is zero or negative.",
        NotMeaningful::FallsBelowZero => "The end would be below zero.",
        NotMeaningful::FiguresContradict => "The other figures contradict each other.",
        NotMeaningful::WeightNegative => "A weight is negative.",
        NotMeaningful::WeightsSumToZero => "All weights are zero.",
        NotMeaningful::NoObservations => "There is nothing to take the total of.",
        NotMeaningful::ValueNotPositive => "A value is zero or negative.",
        NotMeaningful::FundamentalNotPositive => {
            "A figure that has to be above zero, such as earnings or a return, is not."
        }
        NotMeaningful::FundamentalChangedSign => "Earnings changed sign.",
        NotMeaningful::CurrenciesDiffer => "Price and earnings are in different currencies.",
        NotMeaningful::SpendingNotPositive => "Spending is zero or negative.",
        NotMeaningful::VolatilityNotPositive => "A volatility is zero or negative.",
        NotMeaningful::GrowthNotBelowReturn => "Growth is not below the required return.",
        NotMeaningful::GrowthAboveReturnOnEquity => "Growth is above the return on equity.",
        NotMeaningful::GrowthNotPositive => "Growth is zero or negative.",
        NotMeaningful::RateNotAboveMinusOne => "A rate of −100% leaves nothing.",
        NotMeaningful::YearsNotPositive => "The time is zero or negative.",
        NotMeaningful::ShareOutOfRange => "A share has to lie between 0% and 100%.",
        NotMeaningful::ProbabilitiesInvalid => {
            "Probabilities lie between 0% and 100% and add up to 100%: lower one that is given."
        }
        NotMeaningful::TooManyCatalysts => "There are too many catalysts.",
        NotMeaningful::GapWidened => "The gap widened.",
        NotMeaningful::GapUnchanged => "The gap did not change.",
        NotMeaningful::GapChangedSign => "The gap changed sign.",
        NotMeaningful::GapClosed => "One of the gaps is zero.",
        NotMeaningful::NeverReached => "It comes ever closer, but never gets there.",
        NotMeaningful::NoSolution => "No value gives the figure asked for.",
        NotMeaningful::EveryValueSolves => "Every value gives the figure asked for.",
        NotMeaningful::TooFewObservations => "There are too few companies.",
        NotMeaningful::Collinear => "One of the explaining figures repeats the others.",
        NotMeaningful::NoChange => "There is no change to take a share of.",
        NotMeaningful::EarningsUnchanged => "Earnings did not change.",
        NotMeaningful::DividendNegative => "A dividend is negative.",
        NotMeaningful::NoGapToClose => "The multiples are equal: there is no gap to close.",
        NotMeaningful::DividendsExceedGoal => "The dividends alone return more than that.",
        NotMeaningful::NegativeDividendNeeded => {
            "Without any dividend the return is higher already."
        }
        NotMeaningful::NoHorizonReaches => "No number of years reaches that return.",
        NotMeaningful::SolutionBeyondRange => "The solution is beyond the range of the model.",
    }
}

pub(super) const fn number_error(error: NumberError) -> &'static str {
    match error {
        NumberError::Empty => "Type a number.",
        NumberError::TooLong => "This is longer than any number.",
        NumberError::NotANumber => "This is not a number.",
        NumberError::TwoSigns => "There is more than one sign.",
        NumberError::Misgrouped => {
            "The commas and points do not divide the digits as a number’s do."
        }
        NumberError::UnknownSuffix => "The word after the number is not known here.",
        NumberError::WrongUnit => "The number is in another unit than this field’s.",
        NumberError::TooLarge => "The number is too large.",
    }
}
