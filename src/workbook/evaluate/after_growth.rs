//! The gaps of the sectors once each multiple is divided by its side's growth.

use serde::Serialize;

use super::given;
use crate::valuation::{
    Meaningful, NotMeaningful,
    gap::{self, Gap, WeightedPair},
    peg::peg,
};
use crate::workbook::{Measure, Sector};

/// What growth leaves of the gaps.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AfterGrowth {
    /// One gap a row, in the rows' order.
    pub rows: Vec<Meaningful<Gap>>,
    /// The weighted total over the rows that have one.
    pub total: Meaningful<Gap>,
    /// The weighted total of the same rows' gaps as they are.
    pub before: Meaningful<Gap>,
}

impl AfterGrowth {
    /// Nothing, for a reason.
    pub(super) const fn missing(reason: NotMeaningful) -> Self {
        Self {
            rows: Vec::new(),
            total: Err(reason),
            before: Err(reason),
        }
    }

    /// How many rows have a gap after growth.
    #[must_use]
    pub fn count(&self) -> usize {
        self.rows.iter().filter(|row| row.is_ok()).count()
    }
}

/// What growth leaves of the sectors' gaps.
#[must_use]
pub fn evaluate_after_growth(rows: &[Sector]) -> AfterGrowth {
    let divided: Vec<Meaningful<[f64; 2]>> = rows.iter().map(divided_by_growth).collect();
    let counted = || {
        let both = rows.iter().zip(&divided);
        both.filter_map(|(row, divided)| Some((row, (*divided).ok()?)))
    };
    let total = |pairs: Vec<Option<WeightedPair>>| {
        let pairs: Vec<WeightedPair> = pairs.into_iter().flatten().collect();
        gap::total(&pairs)
    };
    let pair = |row: &Sector, [multiple, peer]: [f64; 2]| {
        Some(WeightedPair {
            multiple,
            peer,
            weight: row.weight?.value,
        })
    };
    AfterGrowth {
        rows: divided
            .iter()
            .map(|divided| divided.and_then(|[a, b]| gap::between(a, b)))
            .collect(),
        total: total(counted().map(|(row, divided)| pair(row, divided)).collect()),
        before: total(
            counted()
                .map(|(row, _)| pair(row, [row.a?.value, row.b?.value]))
                .collect(),
        ),
    }
}

/// Both multiples, each divided by its side's growth. A PEG is one already.
fn divided_by_growth(row: &Sector) -> Meaningful<[f64; 2]> {
    let (a, b) = (given(row.a)?, given(row.b)?);
    if row.measure == Measure::Peg {
        gap::between(a, b)?;
        return Ok([a, b]);
    }
    Ok([peg(a, given(row.growth_a)?)?, peg(b, given(row.growth_b)?)?])
}
