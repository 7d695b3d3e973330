//! What markets and sectors are called.

use serde::{Deserialize, Serialize};

use super::Measure;

/// The longest name a reader may give, in characters.
pub const MAX_NAME: usize = 200;

/// A name: one that the page knows in every language, or the reader's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Name {
    /// A name that the page can say in each of its languages.
    Known(Known),
    /// The reader's own words, text and never markup.
    Own(String),
}

/// The names that presets use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "a name is its own description")]
pub enum Known {
    China,
    UnitedStates,
    GoldenDragon,
    Nasdaq100,
    MarketA,
    MarketB,
    CloudServiceProviders,
    AiSoftware,
    DataCentres,
    IcDesign,
    SemiconductorEquipment,
    Foundry,
    WholeIndex,
    /// A row that the reader has added and not named yet.
    NewSector,
    /// A decision of policy, as an event that may move the gap.
    PolicyDecision,
    /// Shares listed for the first time, as such an event.
    Listings,
    /// A season in which earnings are reported, as such an event.
    EarningsSeason,
    /// An event that the reader has added and not named yet.
    NewCatalyst,
    /// A row that compares the same companies on this measure.
    Measure(Measure),
    /// A US industry of Damodaran's table, by its line.
    Industry(u8),
}

impl Known {
    /// The names that hold nothing else.
    pub const PLAIN: [Self; 18] = [
        Self::China,
        Self::UnitedStates,
        Self::GoldenDragon,
        Self::Nasdaq100,
        Self::MarketA,
        Self::MarketB,
        Self::CloudServiceProviders,
        Self::AiSoftware,
        Self::DataCentres,
        Self::IcDesign,
        Self::SemiconductorEquipment,
        Self::Foundry,
        Self::WholeIndex,
        Self::NewSector,
        Self::PolicyDecision,
        Self::Listings,
        Self::EarningsSeason,
        Self::NewCatalyst,
    ];
}
