//! The sections below the first view, and what is folded away, in English.

use crate::{
    text::Phrase,
    valuation::{
        attribution::{Driver, Method},
        gap::Closing,
    },
    workbook::Section,
};

pub(in crate::text) const fn phrase(phrase: Phrase) -> &'static str {
    match phrase {
        Phrase::ToldQuotient => "Here: {0} ÷ {1} = {2}.",
        Phrase::ToldChange => "Here: {0} ÷ {1} = {2}, and {2} + {0} = {3}.",
        Phrase::ToldGap => "{0}: {1} ÷ {2} − 1 = {3}; {2} ÷ {1} − 1 = {4}; ln({1} ÷ {2}) = {5}.",
        Phrase::ToldSources => {
            "{0}: growth = {1} × {2} ÷ ({3} × {4} − {1} × {2}) = {5}; re-rating = {3} ÷ {6} − 1 = {7}."
        }
        Phrase::ShowTable => "Show as table",
        Phrase::PastMove => "{0}: {1}, of which {2} is re-rating and {3} earnings.",
        Phrase::MoveOf => "{0}, {1}",
        Phrase::PastInputs => "What the report prints, and what else moved",
        Phrase::PastSplit => "What each driver contributed",
        Phrase::OfMarket => "{0}, {1}",
        Phrase::SplitMethod => "Way to split",
        Phrase::Driver => "Driver",
        Phrase::DriverChange => "Change",
        Phrase::DriverPart => "Part",
        Phrase::DriverShare => "Share",
        Phrase::Interaction => "Interaction",
        Phrase::Whole => "Return to a holder",
        Phrase::WhatIfAnswer => {
            "If earnings change by {0} a year and the multiple goes from {1} to {2}, {3} returns {4} in {5}: {6} a year."
        }
        Phrase::WhatIfSolvedAnnual => {
            "For a return of {0} a year from {1}, this has to hold: {2} of {3}."
        }
        Phrase::WhatIfSolvedTotal => {
            "For a total return of {0} from {1}, this has to hold: {2} of {3}."
        }
        Phrase::WhatIfLaterToo => "A later horizon solves it as well.",
        Phrase::SolveHint => {
            "Type any of these. The one marked “solved” is worked out from the others; press Solve to choose another."
        }
        Phrase::ClosureRule => "As the gap closes, in even steps shrinks",
        Phrase::Waterfall => "What the return is made of",
        Phrase::TotalReturn => "Total return",
        Phrase::SourcesLead => {
            "Figures are printed by these publications. An example is an assumption of ours to start from, not a figure of any source."
        }
        Phrase::Undated => "undated",
        Phrase::Published => ". {0}, {1}.",
    }
}

pub(in crate::text) const fn method(section: Section) -> &'static str {
    match section {
        Section::Claim => {
            "A printed figure stands for an interval: half a unit of its last digit either way, a whole unit if it says “about”. Figures agree if some reading of all of them inside their intervals satisfies end = start + change and change = percent × start (or part = share × whole, or numerator = ratio × denominator) exactly. The values implied are worked out from the printed digits, the ranges from the ends of the intervals."
        }
        Section::Sectors => {
            "Premium = multiple ÷ peer’s multiple − 1; below zero it is a discount. To parity = peer’s multiple ÷ multiple − 1: a discount of 40% is a gain of 67% when it closes. Log gap = ln(multiple ÷ peer’s multiple). The total is the weighted mean of the log gaps, read back as a premium: the only mean that turns into its exact inverse when the markets change places, and that can join rows on different measures."
        }
        Section::Past => {
            "Incremental P/E = change in value ÷ change in earnings. With the change and the P/E at the end it gives the earnings growth: growth = change × P/E ÷ ((1 + change) × incremental P/E − change × P/E), and the re-rating: (1 + change) ÷ (1 + growth) − 1. A holder’s return = [(1 + growth) ÷ (1 + share change) × (1 + re-rating) + dividends] × (1 + currency) − 1. Every way to split it adds up exactly; they differ in who gets what only the product of drivers explains."
        }
        Section::WhatIf => {
            "Total return = [((1 + growth) ÷ (1 + share change))^years × multiple at the end ÷ multiple today + dividend yield × years] × (1 + currency)^years − 1; a year = (1 + total)^(1 ÷ years) − 1. Dividends are paid in cash on today’s price and not reinvested. Closing a share of the gap moves the multiple towards today’s multiple of the peer. The parts of the return are those of the log split, in percent of the value at the start."
        }
    }
}

pub(in crate::text) const fn driver(driver: Driver) -> &'static str {
    match driver {
        Driver::Earnings => "Earnings growth",
        Driver::Rerating => "Re-rating",
        Driver::Shares => "Share count",
        Driver::Dividends => "Dividends",
        Driver::Currency => "Currency",
    }
}

pub(in crate::text) const fn split_method(method: Method) -> &'static str {
    match method {
        Method::Log => "Logarithms",
        Method::Lmdi => "LMDI",
        Method::Shapley => "Shapley",
        Method::Sequential => "One after another",
        Method::FirstOrder => "Each alone",
    }
}

pub(in crate::text) const fn split_method_meaning(method: Method) -> &'static str {
    match method {
        Method::Log => {
            "Parts in log points, hundredths of a natural logarithm, which add up for any number of drivers and years."
        }
        Method::Lmdi => {
            "Logarithmic mean Divisia index: the shares of the logarithms, in percent of the value at the start."
        }
        Method::Shapley => {
            "Each driver’s effect averaged over every order in which the drivers could have moved, in percent of the value at the start."
        }
        Method::Sequential => {
            "Each driver on top of those above it, in the order of the table, in percent of the value at the start."
        }
        Method::FirstOrder => {
            "Each driver as if it alone had moved; what only their product explains stands apart as the interaction."
        }
    }
}

pub(in crate::text) const fn closing(closing: Closing) -> &'static str {
    match closing {
        Closing::Premium => "the premium",
        Closing::LogGap => "the log gap",
    }
}
