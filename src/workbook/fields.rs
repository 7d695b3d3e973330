//! The one table that describes every figure of the workbook: its key, unit
//! and limits, and where it is kept.
//!
//! Forms, checks, files, undo, provenance and the solver's choice of unknown
//! are driven by it: a new input is one row here and its words in `text`.

use super::{CatalystColumn, ClaimKind, Column, Figure, Market, RowId, Unit, Workbook};
use crate::valuation::claim::Quantity;

/// A part of the page, and of the workbook that it shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// Do printed figures agree with each other?
    Claim,
    /// How do the two markets' multiples compare, sector by sector?
    Sectors,
    /// Which part of the gap do growth, profitability and risk explain?
    Why,
    /// What was the past move made of?
    Past,
    /// What would a re-rating be worth?
    WhatIf,
    /// How large is the market, and does its spending carry its value?
    Scale,
    /// How fast does a gap close?
    CatchingUp,
}

impl Section {
    /// Every section, in the page's order.
    pub const ALL: [Self; 7] = [
        Self::Claim,
        Self::Sectors,
        Self::Why,
        Self::Past,
        Self::WhatIf,
        Self::Scale,
        Self::CatchingUp,
    ];

    /// The section's name in links, files and anchors.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Claim => "claim",
            Self::Sectors => "sectors",
            Self::Why => "why",
            Self::Past => "past",
            Self::WhatIf => "what-if",
            Self::Scale => "scale",
            Self::CatchingUp => "catching-up",
        }
    }

    /// The section of a key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.key() == key)
    }
}

/// What the table says of a figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spec {
    /// How the figure is written.
    pub unit: Unit,
    /// The least value that is taken, in the figure's unit.
    pub min: f64,
    /// The greatest value that is taken, in the figure's unit.
    pub max: f64,
    /// The section that asks for it.
    pub section: Section,
}

impl Spec {
    /// Whether a figure is finite and within the limits.
    #[must_use]
    pub fn allows(&self, figure: Figure) -> bool {
        (self.min..=self.max).contains(&figure.value)
            && figure.half_unit.is_finite()
            && figure.half_unit >= 0.0
    }
}

const fn amount(section: Section) -> Spec {
    spec(section, Unit::Money, 0.0, 1e18)
}

const fn change(section: Section) -> Spec {
    spec(section, Unit::Money, -1e18, 1e18)
}

const fn years(section: Section) -> Spec {
    spec(section, Unit::Years, 0.0, 100.0)
}

/// A day from 1970 to 2200.
const fn day(section: Section) -> Spec {
    spec(section, Unit::Day, 0.0, 84_370.0)
}

const fn multiple(section: Section) -> Spec {
    spec(section, Unit::Multiple, -1e6, 1e6)
}

const fn growth(section: Section) -> Spec {
    spec(section, Unit::Ratio, -1.0, 1000.0)
}

const fn ratio(section: Section, min: f64, max: f64) -> Spec {
    spec(section, Unit::Ratio, min, max)
}

const fn spec(section: Section, unit: Unit, min: f64, max: f64) -> Spec {
    Spec {
        unit,
        min,
        max,
        section,
    }
}

/// Declares the fields: the name, its key, its description, and where in the
/// workbook it is kept.
macro_rules! fields {
    ($($field:ident $key:literal $spec:expr, $($place:ident).+;)+) => {
        /// A figure that stands once in the workbook.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        #[allow(missing_docs, reason = "each is described by its row of the table and its words")]
        pub enum Field { $($field),+ }

        impl Field {
            /// Every field, in the page's order.
            pub const ALL: &'static [Self] = &[$(Self::$field),+];

            /// The field's name in links, files and messages; never changed.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $(Self::$field => $key),+ }
            }

            /// The field of a key.
            #[must_use]
            pub fn from_key(key: &str) -> Option<Self> {
                match key { $($key => Some(Self::$field),)+ _ => None }
            }

            /// The field's unit, limits and section.
            #[must_use]
            pub const fn spec(self) -> Spec {
                use Section::{CatchingUp, Claim, Past, Scale, WhatIf, Why};
                match self { $(Self::$field => $spec),+ }
            }

            /// The figure that stands in the field.
            #[must_use]
            pub fn read(self, workbook: &Workbook) -> Option<Figure> {
                match self { $(Self::$field => workbook.$($place).+),+ }
            }

            /// The field's place in the workbook.
            pub(super) fn slot(self, workbook: &mut Workbook) -> &mut Option<Figure> {
                match self { $(Self::$field => &mut workbook.$($place).+),+ }
            }
        }
    };
}

fields! {
    ClaimStart      "claim.start"       amount(Claim),              claim.start;
    ClaimChange     "claim.change"      change(Claim),              claim.change;
    ClaimPercent    "claim.percent"     growth(Claim),              claim.percent;
    ClaimEnd        "claim.end"         amount(Claim),              claim.end;
    ClaimPart       "claim.part"        amount(Claim),              claim.part;
    ClaimWhole      "claim.whole"       amount(Claim),              claim.whole;
    ClaimShare      "claim.share"       ratio(Claim, 0.0, 1000.0),  claim.share;
    ClaimNumerator  "claim.numerator"   amount(Claim),              claim.numerator;
    ClaimDenominator "claim.denominator" amount(Claim),             claim.denominator;
    ClaimRatio      "claim.ratio"       ratio(Claim, 0.0, 1e6),     claim.ratio;

    WhyAMultiple    "why.a.multiple"        multiple(Why),           why.a.multiple;
    WhyAGrowth      "why.a.growth"          growth(Why),             why.a.growth;
    WhyAReturn      "why.a.return-on-equity" ratio(Why, -10.0, 100.0), why.a.return_on_equity;
    WhyARiskFree    "why.a.risk-free"       ratio(Why, -1.0, 10.0),  why.a.risk_free;
    WhyABeta        "why.a.beta"            spec(Why, Unit::Number, -100.0, 100.0), why.a.beta;
    WhyAPremium     "why.a.premium"         ratio(Why, -1.0, 10.0),  why.a.premium;
    WhyAExposure    "why.a.exposure"        spec(Why, Unit::Number, -100.0, 100.0), why.a.exposure;
    WhyACountry     "why.a.country"         ratio(Why, -1.0, 10.0),  why.a.country;
    // After its parts: a beta typed takes the place of a rate typed before.
    WhyARequired    "why.a.required"        ratio(Why, -1.0, 100.0), why.a.required;
    WhyBMultiple    "why.b.multiple"        multiple(Why),           why.b.multiple;
    WhyBGrowth      "why.b.growth"          growth(Why),             why.b.growth;
    WhyBReturn      "why.b.return-on-equity" ratio(Why, -10.0, 100.0), why.b.return_on_equity;
    WhyBRiskFree    "why.b.risk-free"       ratio(Why, -1.0, 10.0),  why.b.risk_free;
    WhyBBeta        "why.b.beta"            spec(Why, Unit::Number, -100.0, 100.0), why.b.beta;
    WhyBPremium     "why.b.premium"         ratio(Why, -1.0, 10.0),  why.b.premium;
    WhyBExposure    "why.b.exposure"        spec(Why, Unit::Number, -100.0, 100.0), why.b.exposure;
    WhyBCountry     "why.b.country"         ratio(Why, -1.0, 10.0),  why.b.country;
    // After its parts: a beta typed takes the place of a rate typed before.
    WhyBRequired    "why.b.required"        ratio(Why, -1.0, 100.0), why.b.required;
    WhyYears         "why.years"           spec(Why, Unit::Years, 0.0, 100.0), why.years;
    WhyStableGrowth  "why.stable-growth"   growth(Why),             why.stable_growth;
    WhyUnexplained   "why.unexplained"     ratio(Why, -0.99, 1000.0), why.unexplained;

    PastAChange      "past.a.change"      growth(Past),              past.a.change;
    PastAMultiple    "past.a.multiple"    multiple(Past),            past.a.multiple;
    PastAIncremental "past.a.incremental" multiple(Past),            past.a.incremental;
    PastAShares      "past.a.shares"      growth(Past),              past.a.shares;
    PastACurrency    "past.a.currency"    growth(Past),              past.a.currency;
    PastADividends   "past.a.dividends"   ratio(Past, 0.0, 10.0),    past.a.dividends;
    PastBChange      "past.b.change"      growth(Past),              past.b.change;
    PastBMultiple    "past.b.multiple"    multiple(Past),            past.b.multiple;
    PastBIncremental "past.b.incremental" multiple(Past),            past.b.incremental;
    PastBShares      "past.b.shares"      growth(Past),              past.b.shares;
    PastBCurrency    "past.b.currency"    growth(Past),              past.b.currency;
    PastBDividends   "past.b.dividends"   ratio(Past, 0.0, 10.0),    past.b.dividends;

    WhatIfMultiple  "what-if.multiple"  multiple(WhatIf),           what_if.multiple;
    WhatIfPeer      "what-if.peer"      multiple(WhatIf),           what_if.peer;
    WhatIfGrowth    "what-if.growth"    growth(WhatIf),             what_if.growth;
    WhatIfYears     "what-if.years"     years(WhatIf),              what_if.years;
    WhatIfClosure   "what-if.closure"   ratio(WhatIf, -10.0, 10.0), what_if.closure;
    WhatIfTarget    "what-if.target"    multiple(WhatIf),           what_if.target;
    WhatIfDividend  "what-if.dividend"  ratio(WhatIf, 0.0, 10.0),   what_if.dividend;
    WhatIfCurrency  "what-if.currency"  growth(WhatIf),             what_if.currency;
    WhatIfShares    "what-if.shares"    growth(WhatIf),             what_if.shares;
    WhatIfTotal     "what-if.total"     growth(WhatIf),             what_if.total;
    WhatIfAnnual    "what-if.annual"    growth(WhatIf),             what_if.annual;

    ScaleShare        "scale.share"              ratio(Scale, 0.0, 1.0),   scale.share;
    ScaleWithPrivate  "scale.share-with-private" ratio(Scale, 0.0, 1.0),   scale.with_private;
    ScaleListed       "scale.listed"             amount(Scale),            scale.listed;
    ScalePrivatePeers "scale.private-peers"      amount(Scale),            scale.private_peers;
    ScaleCapexA       "scale.capex.a"            amount(Scale),            scale.capex_a;
    ScaleCapexB       "scale.capex.b"            amount(Scale),            scale.capex_b;
    ScaleMultipleA    "scale.multiple.a"         multiple(Scale),          scale.multiple_a;
    ScaleMultipleB    "scale.multiple.b"         multiple(Scale),          scale.multiple_b;
    ScaleReturn       "scale.return"             ratio(Scale, 0.0, 1e6),   scale.return_ratio;

    CatchingUpBefore    "catching-up.before"    ratio(CatchingUp, -10.0, 10.0), catching_up.before;
    CatchingUpNow       "catching-up.now"       ratio(CatchingUp, -10.0, 10.0), catching_up.now;
    CatchingUpTime      "catching-up.time"      years(CatchingUp),              catching_up.time;
    CatchingUpHalfLife  "catching-up.half-life" years(CatchingUp),              catching_up.half_life;
    CatchingUpThreshold "catching-up.threshold" ratio(CatchingUp, 0.0, 10.0),   catching_up.threshold;
    CatchingUpWithin    "catching-up.within"    years(CatchingUp),              catching_up.within;
    CatchingUpEarlier   "catching-up.earlier"   ratio(CatchingUp, -10.0, 10.0), catching_up.earlier;
    CatchingUpEarlierTime "catching-up.earlier-time" years(CatchingUp),         catching_up.earlier_time;
    SwingGrowth     "what-if.swing.growth"   ratio(WhatIf, 0.0, 10.0), what_if.swings.growth;
    SwingClosure    "what-if.swing.closure"  ratio(WhatIf, 0.0, 10.0), what_if.swings.closure;
    SwingTarget     "what-if.swing.target"   spec(WhatIf, Unit::Multiple, 0.0, 1e6), what_if.swings.target;
    SwingYears      "what-if.swing.years"    spec(WhatIf, Unit::Years, 0.0, 100.0), what_if.swings.years;
    SwingDividend   "what-if.swing.dividend" ratio(WhatIf, 0.0, 10.0), what_if.swings.dividend;
    SwingShares     "what-if.swing.shares"   ratio(WhatIf, 0.0, 10.0), what_if.swings.shares;
    SwingCurrency   "what-if.swing.currency" ratio(WhatIf, 0.0, 10.0), what_if.swings.currency;

    BearGrowth      "what-if.bear.growth"      growth(WhatIf),             what_if.scenarios.bear.growth;
    BearClosure     "what-if.bear.closure"     ratio(WhatIf, -10.0, 10.0), what_if.scenarios.bear.closure;
    BearProbability "what-if.bear.probability" ratio(WhatIf, 0.0, 1.0),    what_if.scenarios.bear.probability;
    BaseGrowth      "what-if.base.growth"      growth(WhatIf),             what_if.scenarios.base.growth;
    BaseClosure     "what-if.base.closure"     ratio(WhatIf, -10.0, 10.0), what_if.scenarios.base.closure;
    BaseProbability "what-if.base.probability" ratio(WhatIf, 0.0, 1.0),    what_if.scenarios.base.probability;
    BullGrowth      "what-if.bull.growth"      growth(WhatIf),             what_if.scenarios.bull.growth;
    BullClosure     "what-if.bull.closure"     ratio(WhatIf, -10.0, 10.0), what_if.scenarios.bull.closure;
    BullProbability "what-if.bull.probability" ratio(WhatIf, 0.0, 1.0),    what_if.scenarios.bull.probability;
    OwnProbability  "what-if.own.probability"  ratio(WhatIf, 0.0, 1.0),    what_if.scenarios.own_probability;
    ScenarioGoal    "what-if.scenario-goal"    growth(WhatIf),             what_if.scenarios.goal;
    WhatIfFrom      "what-if.from"             day(WhatIf),                what_if.from;
}

/// Where a figure stands: in a field, or in a row of the table of sectors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// A figure that stands once.
    Field(Field),
    /// A cell of the table of sectors.
    Cell(RowId, Column),
    /// A cell of the list of catalysts.
    Catalyst(RowId, CatalystColumn),
}

impl Place {
    /// The unit, limits and section of the figure.
    #[must_use]
    pub const fn spec(self) -> Spec {
        match self {
            Self::Field(field) => field.spec(),
            Self::Cell(_, Column::A | Column::B) => multiple(Section::Sectors),
            Self::Cell(_, Column::Weight) => spec(Section::Sectors, Unit::Number, 0.0, 1e6),
            Self::Cell(_, Column::GrowthA | Column::GrowthB) => growth(Section::Sectors),
            Self::Catalyst(_, column) => match column {
                CatalystColumn::Date => day(Section::WhatIf),
                CatalystColumn::Probability => ratio(Section::WhatIf, 0.0, 1.0),
                CatalystColumn::ClosesIf | CatalystColumn::ClosesIfNot => {
                    ratio(Section::WhatIf, -10.0, 10.0)
                }
            },
        }
    }

    /// The figure that stands there; none too where the row is gone.
    #[must_use]
    pub fn read(self, workbook: &Workbook) -> Option<Figure> {
        match self {
            Self::Field(field) => field.read(workbook),
            Self::Cell(row, column) => workbook.sector(row).and_then(|row| row.read(column)),
            Self::Catalyst(row, column) => workbook.catalyst(row).and_then(|row| row.read(column)),
        }
    }
}

impl Field {
    /// Whether it is what its section asks for at first, worked out from the
    /// others.
    #[must_use]
    pub const fn is_outcome(self) -> bool {
        matches!(
            self,
            Self::WhyUnexplained
                | Self::WhatIfTotal
                | Self::WhatIfAnnual
                | Self::ScaleReturn
                | Self::CatchingUpHalfLife
                | Self::CatchingUpWithin
        )
    }

    /// The market of which it is a figure, where there is the same of both.
    #[must_use]
    pub fn market(self) -> Option<Market> {
        let key = self.key();
        let (section, rest) = key.split_once('.')?;
        match section {
            "why" | "past" if rest.starts_with("a.") => Some(Market::A),
            "why" | "past" if rest.starts_with("b.") => Some(Market::B),
            "scale" if rest.ends_with(".a") || self == Self::ScaleListed => Some(Market::A),
            "scale" if rest.ends_with(".b") => Some(Market::B),
            _ => None,
        }
    }

    /// The field of a claim's quantity.
    #[must_use]
    pub const fn of_quantity(quantity: Quantity) -> Self {
        match quantity {
            Quantity::Start => Self::ClaimStart,
            Quantity::Change => Self::ClaimChange,
            Quantity::Percent => Self::ClaimPercent,
            Quantity::End => Self::ClaimEnd,
            Quantity::Part => Self::ClaimPart,
            Quantity::Whole => Self::ClaimWhole,
            Quantity::Share => Self::ClaimShare,
            Quantity::Numerator => Self::ClaimNumerator,
            Quantity::Denominator => Self::ClaimDenominator,
            Quantity::Ratio => Self::ClaimRatio,
        }
    }
}

impl Quantity {
    /// How the quantity is written.
    #[must_use]
    pub const fn unit(self) -> Unit {
        Field::of_quantity(self).spec().unit
    }
}

impl ClaimKind {
    /// The quantities that the relation binds, in the page's order.
    #[must_use]
    pub const fn quantities(self) -> &'static [Quantity] {
        match self {
            Self::Change => &[
                Quantity::Start,
                Quantity::Change,
                Quantity::Percent,
                Quantity::End,
            ],
            Self::Share => &[Quantity::Part, Quantity::Whole, Quantity::Share],
            Self::Ratio => &[Quantity::Numerator, Quantity::Denominator, Quantity::Ratio],
        }
    }
}
