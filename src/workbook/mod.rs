//! What the reader owns: the inputs with their provenance, presets, checks,
//! edits with undo, and [`evaluate`], which turns a workbook into results.
//!
//! ```
//! use rerate::workbook::{Preset, Workbook, evaluate};
//!
//! let workbook = Workbook::from(Preset::ChinaVsUs);
//! let results = evaluate(&workbook);
//! let cloud = results.sectors.rows[0].gap?;
//! assert!((cloud.premium - -0.40).abs() < 0.001);
//! # Ok::<(), rerate::valuation::NotMeaningful>(())
//! ```

mod catalysts;
mod catching_up;
mod choices;
mod comparison;
mod edit;
mod evaluate;
mod fields;
mod figure;
mod grounds;
mod history;
mod industries;
mod locks;
mod names;
mod part;
mod preset;
mod provenance;
mod saved;
mod scale;
mod scenarios;
mod sectors;
mod sensitivity;
mod why;

pub use catalysts::{Catalyst, CatalystColumn, CatalystsResults, DAYS_A_YEAR, MAX_CATALYSTS};
pub use catching_up::{
    COURSES, CatchingUp, CatchingUpResults, Moment, OnCourses, ReachUnknown, ValuationPace, What,
    evaluate_catching_up,
};
pub use choices::{
    CLOSINGS, ClaimKind, Exit, Goal, METHODS, Market, Measure, Regressed, STATEMENTS, UNKNOWNS,
};
pub use comparison::{Difference, Kept};
pub use edit::{Choice, Edit, Refused};
pub use evaluate::{
    AfterGrowth, Compared, LeftOut, PastResult, PastResults, Regression, Regressor, Results,
    SectorResult, SectorsResults, WhatIfResults, WhyGap, WhyResults, WhySideResult, claim_solution,
    evaluate, evaluate_after_growth, evaluate_claim, evaluate_past, evaluate_regression,
    evaluate_sector, evaluate_sectors, evaluate_what_if, evaluate_why,
};
pub use fields::{Field, Place, Section, Spec};
pub use figure::{Figure, Unit};
pub use history::History;
#[cfg(feature = "app")]
pub use industries::take_industries;
pub use industries::{INDUSTRIES, INDUSTRY_TABLE, Industry};
pub use locks::Locks;
pub use names::{Known, MAX_NAME, Name};
pub use part::Part;
pub use preset::Preset;
pub use provenance::{Given, Note, Provenance, Source};
pub use saved::{
    Saved, SavedCatalyst, SavedChoices, SavedError, SavedFigures, SavedSector, VERSION,
};
pub use scale::{PrivateFirms, Scale, ScaleResults, ScaleUnknown, Spender, evaluate_scale};
pub use scenarios::{Case, CaseInputs, CaseResult, Scenarios, ScenariosResults};
pub use sectors::{Column, MAX_SECTORS, NewSector, RowId, Sector};
pub use sensitivity::{Grid, STEPS, SensitivityResults, Swings, Way};
pub use why::{Why, WhySide};

use crate::valuation::{attribution::Method, claim::Quantity, gap::Closing, solve::Unknown};

/// All that the reader can change, and nothing else.
#[derive(Clone, Debug, PartialEq)]
pub struct Workbook {
    /// The preset that the workbook began as, to which a reset returns.
    pub preset: Preset,
    /// What the two markets are called.
    pub markets: Markets,
    /// The inputs of the claim check.
    pub claim: Claim,
    /// The rows of the table of sectors.
    pub sectors: Vec<Sector>,
    /// The inputs of why the gap.
    pub why: Why,
    /// The inputs of the move so far.
    pub past: Past,
    /// The inputs of what if.
    pub what_if: WhatIf,
    /// The inputs of scale.
    pub scale: Scale,
    /// The inputs of catching up.
    pub catching_up: CatchingUp,
}

/// The names of the two markets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Markets {
    /// The market whose gap is asked for.
    pub a: Name,
    /// Its peer.
    pub b: Name,
}

/// Printed figures of which a text claims that they belong together. Amounts
/// are money in one currency, ratios fractions.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs, reason = "each is a row of the table of fields")]
pub struct Claim {
    /// Which relation is tested.
    pub kind: ClaimKind,
    /// The figure that is left open and solved for, where there is one.
    pub unknown: Option<Quantity>,
    pub start: Option<Figure>,
    pub change: Option<Figure>,
    pub percent: Option<Figure>,
    pub end: Option<Figure>,
    pub part: Option<Figure>,
    pub whole: Option<Figure>,
    pub share: Option<Figure>,
    pub numerator: Option<Figure>,
    pub denominator: Option<Figure>,
    pub ratio: Option<Figure>,
}

/// A past change in both markets, and how to split it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Past {
    /// How the change is split.
    pub method: Method,
    /// The first market's move.
    pub a: PastMove,
    /// The second market's move.
    pub b: PastMove,
}

/// A past change in one market's value, as a report prints it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PastMove {
    /// Change in market value, as a fraction of the value at the start.
    pub change: Option<Figure>,
    /// P/E at the end.
    pub multiple: Option<Figure>,
    /// Change in value over change in earnings.
    pub incremental: Option<Figure>,
    /// Change in the number of shares, as a fraction.
    pub shares: Option<Figure>,
    /// Change in the currency's value, as a fraction.
    pub currency: Option<Figure>,
    /// Dividends paid, as a fraction of the value at the start.
    pub dividends: Option<Figure>,
}

/// The inputs of the re-rating equation. Rates are fractions a year.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs, reason = "each is a row of the table of fields")]
pub struct WhatIf {
    /// What is solved for.
    pub unknown: Unknown,
    /// Which description of the exit the reader gives.
    pub exit: Exit,
    /// How the multiple moves as the gap closes.
    pub rule: Closing,
    /// Which return is given, where something else is solved.
    pub goal: Goal,
    pub multiple: Option<Figure>,
    pub peer: Option<Figure>,
    pub growth: Option<Figure>,
    pub years: Option<Figure>,
    pub closure: Option<Figure>,
    pub target: Option<Figure>,
    pub dividend: Option<Figure>,
    pub currency: Option<Figure>,
    pub shares: Option<Figure>,
    pub total: Option<Figure>,
    pub annual: Option<Figure>,
    /// Which return the grid and the tornado show.
    pub shown: Goal,
    /// How far the tornado moves each driver.
    pub swings: Swings,
    /// The cases with odds.
    pub scenarios: Scenarios,
    /// The day from which time is counted: part of the workbook, so that it gives
    /// the same results whenever it is opened.
    pub from: Option<Figure>,
    /// The events that may close the gap.
    pub catalysts: Vec<Catalyst>,
}

impl Claim {
    /// The figure claimed for a quantity.
    #[must_use]
    pub const fn read(&self, quantity: Quantity) -> Option<Figure> {
        match quantity {
            Quantity::Start => self.start,
            Quantity::Change => self.change,
            Quantity::Percent => self.percent,
            Quantity::End => self.end,
            Quantity::Part => self.part,
            Quantity::Whole => self.whole,
            Quantity::Share => self.share,
            Quantity::Numerator => self.numerator,
            Quantity::Denominator => self.denominator,
            Quantity::Ratio => self.ratio,
        }
    }
}

impl Workbook {
    /// The row of sectors with this name.
    #[must_use]
    pub fn sector(&self, id: RowId) -> Option<&Sector> {
        self.sectors.iter().find(|row| row.id == id)
    }

    /// The catalyst with this name.
    #[must_use]
    pub fn catalyst(&self, id: RowId) -> Option<&Catalyst> {
        self.what_if.catalysts.iter().find(|row| row.id == id)
    }

    /// What a market is called.
    #[must_use]
    pub const fn market(&self, market: Market) -> &Name {
        match market {
            Market::A => &self.markets.a,
            Market::B => &self.markets.b,
        }
    }

    /// What the preset gives at a place, where it gives anything.
    #[must_use]
    pub fn given(&self, place: Place) -> Option<Given> {
        match place {
            Place::Field(field) => self.preset.given(field),
            Place::Cell(row, column) => {
                let row = self.sector(row)?;
                match row.origin.and_then(|origin| self.preset.row(origin)) {
                    // A multiple on another measure is none that was printed.
                    Some(given)
                        if given.measure != row.measure
                            && matches!(column, Column::A | Column::B) =>
                    {
                        None
                    }
                    Some(given) => given.read(column),
                    None => preset::added(column),
                }
            }
            Place::Catalyst(row, column) => match self.catalyst(row)?.origin {
                Some(origin) => catalysts::example(origin, column),
                None => catalysts::added(column),
            },
        }
    }

    /// Where the figure at a place comes from; none where there is no figure.
    ///
    /// A figure that equals the preset's, value and printed digits, has the
    /// preset's provenance; every other one is the reader's.
    #[must_use]
    pub fn provenance(&self, place: Place) -> Option<Provenance> {
        let figure = place.read(self)?;
        Some(match self.given(place) {
            Some(given) if given.figure == figure => given.provenance,
            _ => Provenance::Yours,
        })
    }

    /// Whether there is such a place: the row of a cell may be gone.
    #[must_use]
    pub fn has(&self, place: Place) -> bool {
        match place {
            Place::Field(_) => true,
            Place::Cell(row, _) => self.sector(row).is_some(),
            Place::Catalyst(row, _) => self.catalyst(row).is_some(),
        }
    }

    /// Whether anything in a section differs from the preset.
    #[must_use]
    pub fn section_differs(&self, section: Section) -> bool {
        self.section_differs_from(section, &Self::from(self.preset))
    }

    /// Whether anything in a section differs from another workbook's.
    #[must_use]
    pub fn section_differs_from(&self, section: Section, start: &Self) -> bool {
        match section {
            Section::Claim => self.claim != start.claim,
            Section::Sectors => self.sectors != start.sectors,
            Section::Why => self.why != start.why,
            Section::Past => self.past != start.past,
            Section::WhatIf => self.what_if != start.what_if,
            Section::Scale => self.scale != start.scale,
            Section::CatchingUp => self.catching_up != start.catching_up,
        }
    }

    /// Every source that a figure of the workbook comes from, in the order of
    /// their first figures.
    #[must_use]
    pub fn sources(&self) -> Vec<&'static Source> {
        self.sources_of(|_| true)
    }

    /// The sources of some sections' figures, in the same order.
    #[must_use]
    pub fn sources_within(&self, sections: &[Section]) -> Vec<&'static Source> {
        self.sources_of(|place| sections.contains(&place.spec().section))
    }

    fn sources_of(&self, which: impl Fn(Place) -> bool) -> Vec<&'static Source> {
        let mut sources = Vec::new();
        for place in self.places().filter(|&place| which(place)) {
            if let Some(Provenance::Source(source, _)) = self.provenance(place)
                && !sources.contains(&source)
            {
                sources.push(source);
            }
        }
        sources
    }

    /// Every place in which a source's figure can stand.
    fn places(&self) -> impl Iterator<Item = Place> {
        let fields = Field::ALL.iter().map(|&field| Place::Field(field));
        let cells = self
            .sectors
            .iter()
            .flat_map(|row| Column::ALL.map(|column| Place::Cell(row.id, column)));
        fields.chain(cells)
    }

    /// Whether a place differs from the preset, and so can be reset.
    #[must_use]
    pub fn differs(&self, place: Place) -> bool {
        place.read(self) != self.given(place).map(|given| given.figure)
    }
}
