//! What the reader picks from a list rather than types.

use serde::{Deserialize, Serialize};

use crate::valuation::{
    attribution::Method,
    gap::{Closing, Direction},
    solve::Unknown,
};

/// Declares a choice: its options in the order in which the page offers them.
macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$option_doc:meta])* $option:ident),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$option_doc])* $option),+ }

        impl $name {
            /// Every option, in the order in which the page offers them.
            pub const ALL: &'static [Self] = &[$(Self::$option),+];
        }
    };
}

choice! {
    /// Which relation between printed figures the claim check tests.
    ClaimKind {
        /// Start, change, change in percent and end.
        Change,
        /// A part, the whole and the part's share of it.
        Share,
        /// Two amounts and the ratio of the first to the second.
        Ratio,
    }
}

choice! {
    /// What a multiple compares the value of a company with.
    Measure {
        /// Price to the earnings expected for the next twelve months.
        ForwardPe,
        /// Price to the earnings of the last twelve months.
        TrailingPe,
        /// Price to earnings, the period not stated by the source.
        Pe,
        /// Enterprise value to EBITDA.
        EvEbitda,
        /// Enterprise value to sales.
        EvSales,
        /// Price to sales.
        Ps,
        /// Price to book value.
        Pb,
        /// Price-earnings to growth in percent.
        Peg,
    }
}

choice! {
    /// Which two of the exit's descriptions the reader gives.
    Exit {
        /// The share of the gap that closes.
        Closure,
        /// The multiple at the end.
        Target,
    }
}

choice! {
    /// How the return to reach is stated.
    Goal {
        /// Over the whole time.
        Total,
        /// A year, compounded.
        Annual,
    }
}

choice! {
    /// The multiple that is regressed on what explains it, across industries.
    Regressed {
        /// Forward P/E on growth, return on equity and beta.
        ForwardPe,
        /// P/B on return on equity, growth and beta.
        Pb,
        /// P/S on net margin, growth and beta.
        Ps,
        /// EV/sales on operating margin, growth and beta.
        EvSales,
    }
}

/// The ways to split a change, in the order in which the page offers them.
pub const METHODS: [Method; 5] = [
    Method::Log,
    Method::Lmdi,
    Method::Shapley,
    Method::Sequential,
    Method::FirstOrder,
];

/// The ways in which a gap closes, in the order in which the page offers them.
pub const CLOSINGS: [Closing; 2] = [Closing::Premium, Closing::LogGap];

/// What the re-rating equation is solved for, in the page's order.
pub const UNKNOWNS: [Unknown; 11] = [
    Unknown::Multiple,
    Unknown::PeerMultiple,
    Unknown::EarningsGrowth,
    Unknown::Years,
    Unknown::Closure,
    Unknown::TargetMultiple,
    Unknown::DividendYield,
    Unknown::Shares,
    Unknown::Currency,
    Unknown::TotalReturn,
    Unknown::AnnualReturn,
];

/// What a text may state of a gap, in the order in which the page offers it.
pub const STATEMENTS: [Option<Direction>; 3] =
    [None, Some(Direction::Discount), Some(Direction::Premium)];

/// One of the two markets that a workbook compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Market {
    /// The market whose gap is asked for.
    A,
    /// Its peer.
    B,
}

impl Market {
    /// Both.
    pub const ALL: [Self; 2] = [Self::A, Self::B];
}
