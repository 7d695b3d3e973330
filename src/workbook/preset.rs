//! The workbooks to start from.

use super::{
    CatchingUp, Claim, ClaimKind, Column, Exit, Field, Given, Goal, Industry, Known, Markets,
    Measure, Name, Past, PastMove, RowId, Scale, Scenarios, Section, Sector, Swings, WhatIf, Why,
    Workbook, catalysts, industries, provenance::figures, why,
};
use crate::valuation::{
    attribution::Method,
    gap::{Closing, Direction},
    solve::Unknown,
};

/// A workbook to start from, and to return to on a reset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    /// Chinese and US AI stocks, from one article's figures: the start.
    ChinaVsUs,
    /// The Golden Dragon index of Chinese stocks and the Nasdaq-100.
    GoldenDragonVsNasdaq,
    /// Two US industries on seven measures.
    Industries(Industry, Industry),
    /// Nothing but the example assumptions.
    Blank,
}

/// A row of sectors as a preset gives it.
#[derive(Clone, Copy, Debug)]
pub(super) struct PresetRow {
    name: Known,
    pub(super) measure: Measure,
    a: Option<Given>,
    b: Option<Given>,
    growth: [Option<Given>; 2],
    stated: Option<Direction>,
}

/// No source of the row says what growth is expected.
const UNKNOWN_GROWTH: [Option<Given>; 2] = [None, None];

/// Rows weigh the same until the reader says otherwise.
const EQUAL_WEIGHT: Given = Given::example(1.0, 0.0);

impl PresetRow {
    pub(super) const fn read(&self, column: Column) -> Option<Given> {
        let [growth_a, growth_b] = self.growth;
        match column {
            Column::A => self.a,
            Column::B => self.b,
            Column::Weight => Some(EQUAL_WEIGHT),
            Column::GrowthA => growth_a,
            Column::GrowthB => growth_b,
        }
    }

    fn sector(&self, index: u32) -> Sector {
        let figure = |column| self.read(column).map(|given| given.figure);
        Sector {
            id: RowId(index),
            origin: Some(index),
            name: Name::Known(self.name),
            measure: self.measure,
            a: figure(Column::A),
            b: figure(Column::B),
            weight: figure(Column::Weight),
            growth_a: figure(Column::GrowthA),
            growth_b: figure(Column::GrowthB),
            stated: self.stated,
        }
    }
}

impl Preset {
    /// The preset's name in links and files, without its industries.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::ChinaVsUs => "china-us-ai",
            Self::GoldenDragonVsNasdaq => "golden-dragon-nasdaq-100",
            Self::Industries(..) => "us-industries",
            Self::Blank => "blank",
        }
    }

    /// The figure that the preset puts into a field.
    #[must_use]
    pub fn given(self, field: Field) -> Option<Given> {
        if field.spec().section == Section::Why {
            return why::given(self, field);
        }
        assumption(field).or_else(|| match self {
            Self::ChinaVsUs => article(field),
            Self::GoldenDragonVsNasdaq => match field {
                Field::WhatIfMultiple | Field::ScaleMultipleA => Some(figures::GOLDEN_DRAGON_PE),
                Field::WhatIfPeer | Field::ScaleMultipleB => Some(figures::NASDAQ_100_PE),
                _ => None,
            },
            Self::Industries(a, b) => match field {
                Field::WhatIfMultiple | Field::ScaleMultipleA => a.multiple(Measure::ForwardPe),
                Field::WhatIfPeer | Field::ScaleMultipleB => b.multiple(Measure::ForwardPe),
                _ => None,
            },
            Self::Blank => None,
        })
    }

    /// What the preset calls the two markets.
    #[must_use]
    pub const fn markets(self) -> (Known, Known) {
        match self {
            Self::ChinaVsUs => (Known::China, Known::UnitedStates),
            Self::GoldenDragonVsNasdaq => (Known::GoldenDragon, Known::Nasdaq100),
            Self::Industries(a, b) => (Known::Industry(a.line()), Known::Industry(b.line())),
            Self::Blank => (Known::MarketA, Known::MarketB),
        }
    }

    /// The row of sectors at an index of the preset's own table.
    pub(super) fn row(self, index: u32) -> Option<PresetRow> {
        let index = usize::try_from(index).ok()?;
        match self {
            Self::ChinaVsUs => ARTICLE_SECTORS.get(index).copied(),
            Self::GoldenDragonVsNasdaq => [PresetRow {
                name: Known::WholeIndex,
                measure: Measure::ForwardPe,
                a: Some(figures::GOLDEN_DRAGON_PE),
                b: Some(figures::NASDAQ_100_PE),
                growth: UNKNOWN_GROWTH,
                stated: None,
            }]
            .get(index)
            .copied(),
            Self::Industries(a, b) => industries::MEASURES.get(index).map(|&measure| PresetRow {
                name: Known::Measure(measure),
                measure,
                a: a.multiple(measure),
                b: b.multiple(measure),
                growth: [a, b].map(|industry| industry.growth_of(measure)),
                stated: None,
            }),
            Self::Blank => None,
        }
    }
}

impl From<Preset> for Workbook {
    fn from(preset: Preset) -> Self {
        let (a, b) = preset.markets();
        let mut workbook = Self {
            preset,
            markets: Markets {
                a: Name::Known(a),
                b: Name::Known(b),
            },
            claim: Claim::blank(),
            sectors: (0..)
                .map_while(|index| Some(preset.row(index)?.sector(index)))
                .collect(),
            why: Why::blank(),
            past: Past {
                method: Method::Log,
                a: PastMove::blank(),
                b: PastMove::blank(),
            },
            what_if: WhatIf::blank(),
            scale: Scale::blank(),
            catching_up: CatchingUp::blank(),
        };
        for &field in Field::ALL {
            *field.slot(&mut workbook) = preset.given(field).map(|given| given.figure);
        }
        workbook
    }
}

impl Claim {
    const fn blank() -> Self {
        Self {
            kind: ClaimKind::Change,
            unknown: None,
            start: None,
            change: None,
            percent: None,
            end: None,
            part: None,
            whole: None,
            share: None,
            numerator: None,
            denominator: None,
            ratio: None,
        }
    }
}

impl PastMove {
    const fn blank() -> Self {
        Self {
            change: None,
            multiple: None,
            incremental: None,
            shares: None,
            currency: None,
            dividends: None,
        }
    }
}

impl WhatIf {
    fn blank() -> Self {
        Self {
            unknown: Unknown::AnnualReturn,
            exit: Exit::Closure,
            rule: Closing::Premium,
            goal: Goal::Annual,
            multiple: None,
            peer: None,
            growth: None,
            years: None,
            closure: None,
            target: None,
            dividend: None,
            currency: None,
            shares: None,
            total: None,
            annual: None,
            shown: Goal::Annual,
            swings: Swings::blank(),
            scenarios: Scenarios::blank(),
            from: None,
            catalysts: catalysts::examples(),
        }
    }
}

/// Where no source says how a market moves, a round number to start from.
const fn assumption(field: Field) -> Option<Given> {
    const NONE: Given = Given::example(0.0, 0.005);
    Some(match field {
        // 14 January 2026: the day of the article, and the month of the other
        // presets' figures.
        Field::WhatIfFrom => Given::example(20_467.0, 0.5),
        Field::WhatIfGrowth => Given::example(0.15, 0.005),
        Field::WhatIfYears => Given::example(2.0, 0.5),
        Field::WhatIfClosure => Given::example(0.5, 0.005),
        Field::WhatIfTarget => Given::example(25.0, 0.5),
        Field::WhatIfDividend => Given::example(0.01, 0.005),
        Field::WhatIfTotal => Given::example(0.44, 0.005),
        Field::ScaleReturn => Given::example(1.0, 0.005),
        Field::CatchingUpHalfLife => Given::example(0.5, 0.05),
        Field::CatchingUpThreshold => Given::example(0.01, 0.005),
        Field::CatchingUpWithin => Given::example(1.0, 0.05),
        Field::WhatIfAnnual | Field::ScenarioGoal => Given::example(0.2, 0.005),
        Field::SwingGrowth => Given::example(0.05, 0.005),
        Field::SwingClosure => Given::example(0.25, 0.005),
        Field::SwingTarget => Given::example(3.0, 0.5),
        Field::SwingYears => Given::example(1.0, 0.5),
        Field::SwingDividend => Given::example(0.01, 0.005),
        Field::SwingShares => Given::example(0.02, 0.005),
        Field::SwingCurrency => Given::example(0.03, 0.005),
        Field::BearGrowth => Given::example(-0.1, 0.005),
        Field::BearClosure => Given::example(-0.5, 0.005),
        Field::BaseGrowth => Given::example(0.1, 0.005),
        Field::BaseClosure => Given::example(0.25, 0.005),
        Field::BullGrowth => Given::example(0.25, 0.005),
        Field::BullClosure => Given::example(1.0, 0.005),
        Field::BaseProbability => Given::example(0.3, 0.005),
        Field::BearProbability | Field::BullProbability | Field::OwnProbability => {
            Given::example(0.2, 0.005)
        }
        Field::WhatIfCurrency
        | Field::WhatIfShares
        | Field::PastAShares
        | Field::PastACurrency
        | Field::PastADividends
        | Field::PastBShares
        | Field::PastBCurrency
        | Field::PastBDividends => NONE,
        _ => return None,
    })
}

/// What the article and the report behind it print.
const fn article(field: Field) -> Option<Given> {
    Some(match field {
        Field::ClaimChange => figures::CHINA_CHANGE,
        Field::ClaimPercent | Field::PastAChange => figures::CHINA_CHANGE_PERCENT,
        Field::ClaimEnd | Field::ClaimPart | Field::ScaleListed => figures::CHINA_MARKET_CAP,
        Field::ClaimShare | Field::ScaleShare => figures::LISTED_SHARE,
        Field::ClaimNumerator | Field::ScaleCapexA => figures::CHINA_CAPEX,
        Field::ClaimDenominator | Field::ScaleCapexB => figures::US_CAPEX,
        Field::ClaimRatio => figures::CAPEX_RATIO,
        Field::PastAMultiple | Field::WhatIfMultiple | Field::ScaleMultipleA => {
            figures::CHINA_FORWARD_PE
        }
        Field::PastAIncremental => figures::CHINA_INCREMENTAL_PE,
        Field::PastBChange => figures::US_CHANGE_PERCENT,
        Field::PastBMultiple | Field::WhatIfPeer | Field::ScaleMultipleB => figures::US_FORWARD_PE,
        Field::PastBIncremental => figures::US_INCREMENTAL_PE,
        Field::ScaleWithPrivate => figures::SHARE_WITH_PRIVATE,
        // No source prints it: an assumption of ours.
        Field::ScalePrivatePeers => Given::example(2e12, 0.5e12),
        Field::CatchingUpBefore => figures::MODEL_GAP_BEFORE,
        Field::CatchingUpNow => figures::MODEL_GAP_NOW,
        Field::CatchingUpTime => figures::MODEL_GAP_TIME,
        Field::CatchingUpEarlier => figures::MODEL_GAP_EARLIER,
        Field::CatchingUpEarlierTime => figures::MODEL_GAP_EARLIER_TIME,
        _ => return None,
    })
}

const ARTICLE_SECTORS: [PresetRow; 6] = [
    PresetRow {
        name: Known::CloudServiceProviders,
        measure: Measure::ForwardPe,
        a: Some(figures::CLOUD_SERVICE_PROVIDERS_CHINA),
        b: Some(figures::CLOUD_SERVICE_PROVIDERS_US),
        growth: UNKNOWN_GROWTH,
        stated: Some(Direction::Discount),
    },
    PresetRow {
        name: Known::AiSoftware,
        measure: Measure::Ps,
        a: Some(figures::AI_SOFTWARE_CHINA),
        b: Some(figures::AI_SOFTWARE_US),
        growth: UNKNOWN_GROWTH,
        stated: Some(Direction::Discount),
    },
    PresetRow {
        name: Known::DataCentres,
        measure: Measure::EvEbitda,
        a: Some(figures::DATA_CENTRES_CHINA),
        b: Some(figures::DATA_CENTRES_US),
        growth: UNKNOWN_GROWTH,
        stated: Some(Direction::Discount),
    },
    PresetRow {
        name: Known::IcDesign,
        measure: Measure::Pe,
        a: Some(figures::IC_DESIGN_CHINA),
        b: Some(figures::IC_DESIGN_US),
        growth: UNKNOWN_GROWTH,
        stated: Some(Direction::Premium),
    },
    PresetRow {
        name: Known::SemiconductorEquipment,
        measure: Measure::Pe,
        a: Some(figures::SEMICONDUCTOR_EQUIPMENT_CHINA),
        b: Some(figures::SEMICONDUCTOR_EQUIPMENT_US),
        growth: UNKNOWN_GROWTH,
        stated: Some(Direction::Premium),
    },
    PresetRow {
        name: Known::Foundry,
        measure: Measure::Pe,
        a: Some(figures::FOUNDRY_CHINA),
        b: Some(figures::FOUNDRY_US),
        growth: UNKNOWN_GROWTH,
        stated: Some(Direction::Premium),
    },
];

/// What a row that the reader adds begins with: a weight.
pub(super) const fn added(column: Column) -> Option<Given> {
    match column {
        Column::Weight => Some(EQUAL_WEIGHT),
        Column::A | Column::B | Column::GrowthA | Column::GrowthB => None,
    }
}

/// A row as it is added: without multiples.
pub(super) fn new_sector(id: RowId) -> Sector {
    Sector {
        id,
        origin: None,
        name: Name::Known(Known::NewSector),
        measure: Measure::ForwardPe,
        a: None,
        b: None,
        weight: added(Column::Weight).map(|given| given.figure),
        growth_a: None,
        growth_b: None,
        stated: None,
    }
}
