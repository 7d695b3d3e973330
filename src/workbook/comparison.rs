//! A workbook kept to compare the present one with.

use super::{
    CatalystColumn, Column, Field, Figure, Market, Name, Place, Results, RowId, Workbook,
    evaluate_what_if,
};
use crate::valuation::{Meaningful, gap::Closing, rerating::Outcome, solve::Unknown};

/// A workbook as it was when the reader kept it, with what came of what if.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// The workbook.
    pub workbook: Workbook,
    /// What came of it.
    pub outcome: Meaningful<Outcome>,
}

/// Something in which the present workbook differs from the kept one: the kept
/// value first, then the present one.
#[derive(Clone, Debug, PartialEq)]
pub enum Difference {
    /// A figure; none where it is missing or its row is.
    Figure(Place, [Option<Figure>; 2]),
    /// What a market is called.
    Market(Market, [Name; 2]),
    /// How the multiple moves as the gap closes.
    Rule([Closing; 2]),
    /// What the re-rating equation is solved for.
    Unknown([Unknown; 2]),
}

impl From<Workbook> for Kept {
    fn from(workbook: Workbook) -> Self {
        Self {
            outcome: evaluate_what_if(&workbook.what_if).outcome,
            workbook,
        }
    }
}

impl Kept {
    /// The workbook as it stands.
    #[must_use]
    pub fn of(workbook: &Workbook, results: &Results) -> Self {
        Self {
            workbook: workbook.clone(),
            outcome: results.what_if.outcome,
        }
    }

    /// In what the present workbook differs, in the page's order.
    ///
    /// The sectors of another preset are other sectors, and not compared.
    #[must_use]
    pub fn differences(&self, now: &Workbook) -> Vec<Difference> {
        let kept = &self.workbook;
        let mut differences = Vec::new();
        for market in [Market::A, Market::B] {
            let names = [kept, now].map(|workbook| workbook.market(market).clone());
            if let [before, after] = &names
                && before != after
            {
                differences.push(Difference::Market(market, names));
            }
        }
        if kept.what_if.unknown != now.what_if.unknown {
            differences.push(Difference::Unknown(
                [kept, now].map(|workbook| workbook.what_if.unknown),
            ));
        }
        if kept.what_if.rule != now.what_if.rule {
            differences.push(Difference::Rule(
                [kept, now].map(|workbook| workbook.what_if.rule),
            ));
        }
        let fields = Field::ALL.iter().map(|&field| Place::Field(field));
        let sectors = |workbook: &Workbook| -> Vec<RowId> {
            workbook.sectors.iter().map(|row| row.id).collect()
        };
        let rows = if kept.preset == now.preset {
            both(sectors(kept), sectors(now))
        } else {
            Vec::new()
        };
        let cells = rows
            .into_iter()
            .flat_map(|row| Column::ALL.map(|column| Place::Cell(row, column)));
        let catalysts = |workbook: &Workbook| -> Vec<RowId> {
            let rows = workbook.what_if.catalysts.iter();
            rows.map(|row| row.id).collect()
        };
        let events = both(catalysts(kept), catalysts(now))
            .into_iter()
            .flat_map(|row| CatalystColumn::ALL.map(|column| Place::Catalyst(row, column)));
        for place in fields.chain(cells).chain(events) {
            let figures = [kept, now].map(|workbook| place.read(workbook));
            if let [before, after] = figures
                && before != after
            {
                differences.push(Difference::Figure(place, figures));
            }
        }
        differences
    }
}

/// The rows of one list, and those of another that it lacks.
fn both(mut rows: Vec<RowId>, others: Vec<RowId>) -> Vec<RowId> {
    for other in others {
        if !rows.contains(&other) {
            rows.push(other);
        }
    }
    rows
}
