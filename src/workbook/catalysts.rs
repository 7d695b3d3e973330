//! Dated events that may close the gap, or widen it.

use serde::Serialize;

use super::{Figure, Known, Name, RowId, evaluate::given, provenance::Given};
use crate::valuation::{
    Meaningful, NotMeaningful,
    catalyst::closure::{GapEvent, deviation, expected, outcomes, probability_of_closing},
    rerating::Outlook,
};

/// The most rows that the list of catalysts takes.
pub const MAX_CATALYSTS: usize = 8;

/// Days in a year, as dates are counted in years.
pub const DAYS_A_YEAR: f64 = 365.25;

/// A column of the list of catalysts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CatalystColumn {
    /// The day on which it is decided.
    Date,
    /// How likely it happens.
    Probability,
    /// The share of the gap that it closes if it happens.
    ClosesIf,
    /// The share of the gap that closes if it does not happen.
    ClosesIfNot,
}

impl CatalystColumn {
    /// Every column, in the list's order.
    pub const ALL: [Self; 4] = [
        Self::Date,
        Self::Probability,
        Self::ClosesIf,
        Self::ClosesIfNot,
    ];
}

/// An event that happens or does not.
#[derive(Clone, Debug, PartialEq)]
pub struct Catalyst {
    /// The row's name within the workbook.
    pub id: RowId,
    /// The row of our examples that this one began as.
    pub origin: Option<u32>,
    /// What the reader sees it called.
    pub name: Name,
    /// The day on which it is decided.
    pub date: Option<Figure>,
    /// How likely it happens, from 0 to 1.
    pub probability: Option<Figure>,
    /// The share of the gap that it closes if it happens.
    pub closes_if: Option<Figure>,
    /// The share of the gap that closes if it does not happen.
    pub closes_if_not: Option<Figure>,
}

/// What the catalysts come to by the end of what if.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct CatalystsResults {
    /// How many of them lie before the end.
    pub counted: usize,
    /// The expected share of the gap that they close.
    pub expected: Meaningful<f64>,
    /// The standard deviation of that share.
    pub deviation: Meaningful<f64>,
    /// The least and the greatest share that they may close.
    pub range: Meaningful<(f64, f64)>,
    /// How likely they close by themselves what is assumed to close.
    pub reaching: Meaningful<f64>,
}

impl Catalyst {
    /// The figure in a column.
    #[must_use]
    pub const fn read(&self, column: CatalystColumn) -> Option<Figure> {
        match column {
            CatalystColumn::Date => self.date,
            CatalystColumn::Probability => self.probability,
            CatalystColumn::ClosesIf => self.closes_if,
            CatalystColumn::ClosesIfNot => self.closes_if_not,
        }
    }

    pub(super) const fn slot(&mut self, column: CatalystColumn) -> &mut Option<Figure> {
        match column {
            CatalystColumn::Date => &mut self.date,
            CatalystColumn::Probability => &mut self.probability,
            CatalystColumn::ClosesIf => &mut self.closes_if,
            CatalystColumn::ClosesIfNot => &mut self.closes_if_not,
        }
    }

    /// The event, with its time counted from a day.
    fn event(&self, from: f64) -> Meaningful<GapEvent> {
        Ok(GapEvent {
            years: (given(self.date)? - from) / DAYS_A_YEAR,
            probability: given(self.probability)?,
            closes_if: given(self.closes_if)?,
            closes_if_not: given(self.closes_if_not)?,
        })
    }

    /// A row as it is added: without figures but that nothing happens otherwise.
    pub(super) fn new(id: RowId) -> Self {
        Self {
            id,
            origin: None,
            name: Name::Known(Known::NewCatalyst),
            date: None,
            probability: None,
            closes_if: None,
            closes_if_not: added(CatalystColumn::ClosesIfNot).map(|given| given.figure),
        }
    }
}

impl CatalystsResults {
    /// Nothing, for a reason.
    pub(super) const fn missing(reason: NotMeaningful) -> Self {
        Self {
            counted: 0,
            expected: Err(reason),
            deviation: Err(reason),
            range: Err(reason),
            reaching: Err(reason),
        }
    }
}

/// What catalysts come to by the end of an outlook that begins on a day.
pub(super) fn results(
    rows: &[Catalyst],
    from: Option<Figure>,
    outlook: Meaningful<Outlook>,
) -> CatalystsResults {
    let told = || {
        let (from, by) = (given(from)?, outlook?.years);
        let events: Vec<GapEvent> = rows
            .iter()
            .map(|row| row.event(from))
            .collect::<Meaningful<_>>()?;
        Ok((events, by))
    };
    let (events, by) = match told() {
        Ok(told) => told,
        Err(reason) => return CatalystsResults::missing(reason),
    };
    let range = outcomes(&events, by).map(|outcomes| {
        outcomes.filter(|outcome| outcome.probability > 0.0).fold(
            (f64::INFINITY, f64::NEG_INFINITY),
            |(low, high), outcome| (low.min(outcome.closure), high.max(outcome.closure)),
        )
    });
    CatalystsResults {
        counted: events.iter().filter(|event| event.years <= by).count(),
        expected: expected(&events, by),
        deviation: deviation(&events, by),
        range,
        reaching: outlook
            .and_then(|outlook| probability_of_closing(&events, by, outlook.closure()?)),
    }
}

/// The rows that every preset begins with.
pub(super) fn examples() -> Vec<Catalyst> {
    let row = |(origin, (name, _)): (u32, &(Known, [f64; 4]))| {
        let figure = |column| example(origin, column).map(|given| given.figure);
        Catalyst {
            id: RowId(origin),
            origin: Some(origin),
            name: Name::Known(*name),
            date: figure(CatalystColumn::Date),
            probability: figure(CatalystColumn::Probability),
            closes_if: figure(CatalystColumn::ClosesIf),
            closes_if_not: figure(CatalystColumn::ClosesIfNot),
        }
    };
    (0..).zip(&EXAMPLES).map(row).collect()
}

/// Events of the kind that an article names, with figures of our own choice: in
/// July 2026, December 2026 and July 2027.
const EXAMPLES: [(Known, [f64; 4]); 3] = [
    (Known::PolicyDecision, [20_649.0, 0.6, 0.2, -0.05]),
    (Known::Listings, [20_802.0, 0.5, 0.15, 0.0]),
    (Known::EarningsSeason, [21_014.0, 0.6, 0.2, -0.1]),
];

/// The figure of an example row.
pub(super) fn example(origin: u32, column: CatalystColumn) -> Option<Given> {
    let (_, figures) = EXAMPLES.get(usize::try_from(origin).ok()?)?;
    let value = *figures.get(column as usize)?;
    let half_unit = match column {
        CatalystColumn::Date => 15.0,
        _ => 0.005,
    };
    Some(Given::example(value, half_unit))
}

/// The figure that a row the reader adds begins with.
pub(super) const fn added(column: CatalystColumn) -> Option<Given> {
    match column {
        CatalystColumn::ClosesIfNot => Some(Given::example(0.0, 0.005)),
        _ => None,
    }
}
