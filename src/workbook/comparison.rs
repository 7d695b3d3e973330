//! A workbook kept to compare the present one with.

use super::{
    CatalystColumn, Choice, Column, Exit, Field, Figure, Market, Measure, Name, Place, Preset,
    Results, RowId, Workbook, evaluate,
};
use crate::valuation::{Meaningful, gap::Direction};

/// A workbook as it was when the reader kept it, with what came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// The workbook.
    pub workbook: Workbook,
    /// What came of it.
    pub results: Results,
}

/// Something in which the present workbook differs from the kept one: the kept
/// value first, then the present one.
#[derive(Clone, Debug, PartialEq)]
pub enum Difference {
    /// The preset from which the workbook began.
    Preset([Preset; 2]),
    /// What a market is called.
    Market([Name; 2]),
    /// What is picked from a list.
    Choice([Choice; 2]),
    /// Which description of the exit is given.
    Exit([Exit; 2]),
    /// A figure; none where it is missing or its row is.
    Figure(Place, [Option<Figure>; 2]),
    /// What a sector is called.
    Sector([Name; 2]),
    /// The measure of a sector's multiples.
    Measure(RowId, [Measure; 2]),
    /// What the text states of a sector's gap.
    Stated(RowId, [Option<Direction>; 2]),
    /// The order of the sectors.
    Order([Vec<Name>; 2]),
    /// What a catalyst is called.
    Catalyst([Name; 2]),
}

impl From<Workbook> for Kept {
    fn from(workbook: Workbook) -> Self {
        Self {
            results: evaluate(&workbook),
            workbook,
        }
    }
}

impl Kept {
    /// In what the present workbook differs, in the page's order. What is solved
    /// for is compared as it is solved, and returns, which come of all else, are
    /// not compared.
    ///
    /// The sectors of another preset are other sectors, and not compared.
    #[must_use]
    pub fn differences(&self, now: &Workbook, results: &Results) -> Vec<Difference> {
        let both = [&self.workbook, now];
        let mut found = Vec::new();
        found.extend(differing(both.map(|one| one.preset)).map(Difference::Preset));
        for market in Market::ALL {
            let names = both.map(|one| one.market(market).clone());
            found.extend(differing(names).map(Difference::Market));
        }
        let [before, after] = both.map(choices);
        for choices in before.into_iter().zip(after) {
            found.extend(differing(choices.into()).map(Difference::Choice));
        }
        found.extend(differing(both.map(|one| one.what_if.exit)).map(Difference::Exit));
        let figure = |place: Place| {
            let figures = differing([
                counted(&self.workbook, &self.results, place),
                counted(now, results, place),
            ])?;
            Some(Difference::Figure(place, figures))
        };
        let fields = Field::ALL.iter().map(|&field| Place::Field(field));
        found.extend(fields.filter_map(figure));
        if self.workbook.preset == now.preset {
            let [before, after] = both.map(|one| one.sectors.iter().map(|row| row.id).collect());
            for row in joined(before, &after) {
                if let [Some(before), Some(after)] = both.map(|one| one.sector(row)) {
                    let both = [before, after];
                    let names = both.map(|row| row.name.clone());
                    found.extend(differing(names).map(Difference::Sector));
                    let measures = differing(both.map(|row| row.measure));
                    found.extend(measures.map(|both| Difference::Measure(row, both)));
                    let stated = differing(both.map(|row| row.stated));
                    found.extend(stated.map(|both| Difference::Stated(row, both)));
                }
                let cells = Column::ALL.map(|column| Place::Cell(row, column));
                found.extend(cells.into_iter().filter_map(figure));
            }
            found.extend(order(both).map(Difference::Order));
        }
        let [before, after] = both.map(|one| {
            let rows = one.what_if.catalysts.iter();
            rows.map(|row| row.id).collect()
        });
        for row in joined(before, &after) {
            if let [Some(before), Some(after)] = both.map(|one| one.catalyst(row)) {
                let names = [before, after].map(|row| row.name.clone());
                found.extend(differing(names).map(Difference::Catalyst));
            }
            let cells = CatalystColumn::ALL.map(|column| Place::Catalyst(row, column));
            found.extend(cells.into_iter().filter_map(figure));
        }
        found
    }
}

/// What counts at a place: the reader's figure, or what it is solved as.
fn counted(workbook: &Workbook, results: &Results, place: Place) -> Option<Figure> {
    let given = place.read(workbook);
    let Place::Field(field) = place else {
        return given;
    };
    let what_if = &workbook.what_if;
    let solved: Meaningful<f64> = match field {
        Field::WhatIfTotal | Field::WhatIfAnnual => return None,
        _ if field == what_if.unknown.field() => results.what_if.solution?.map(|of| of.value),
        Field::WhatIfClosure | Field::WhatIfTarget => {
            let is_given = (field == Field::WhatIfClosure) == (what_if.exit == Exit::Closure);
            if is_given && !what_if.unknown.is_exit() {
                return given;
            }
            return None;
        }
        _ if field == workbook.why.unknown.field() => results.why.solved(),
        _ if field == workbook.scale.unknown.field() => results.scale.solution,
        _ if workbook.claim.unknown.map(Field::of_quantity) == Some(field) => {
            results.claim_solution?.map(|of| of.value)
        }
        _ => match results.catching_up.solved(&workbook.catching_up, field) {
            Some(solved) => solved,
            None => return given,
        },
    };
    solved.ok().map(Figure::exact)
}

/// Two values, if they differ.
fn differing<T: PartialEq>(both: [T; 2]) -> Option<[T; 2]> {
    (both[0] != both[1]).then_some(both)
}

/// What is picked from the lists of a workbook.
fn choices(workbook: &Workbook) -> Vec<Choice> {
    let Workbook {
        claim,
        why,
        past,
        what_if,
        scale,
        catching_up,
        ..
    } = workbook;
    vec![
        Choice::ClaimKind(claim.kind),
        Choice::ClaimUnknown(claim.unknown),
        Choice::WhyUnknown(why.unknown),
        Choice::WhyFollows(Market::A, why.a.follows),
        Choice::WhyFollows(Market::B, why.b.follows),
        Choice::Regressed(why.regressed),
        Choice::SplitMethod(past.method),
        Choice::Unknown(what_if.unknown),
        Choice::Goal(what_if.goal),
        Choice::ClosureRule(what_if.rule),
        Choice::Shown(what_if.shown),
        Choice::GivesWay(what_if.scenarios.gives_way),
        Choice::ScaleUnknown(scale.unknown),
        Choice::HalvingUnknown(catching_up.unknown),
        Choice::ReachUnknown(catching_up.reach),
        Choice::Course(catching_up.course),
    ]
}

/// The names of the sectors that both have, where their order is another.
fn order(both: [&Workbook; 2]) -> Option<[Vec<Name>; 2]> {
    let [kept, now] = both;
    let in_both = |one: &Workbook, other: &Workbook| -> Vec<RowId> {
        let rows = one.sectors.iter().map(|row| row.id);
        rows.filter(|&row| other.sector(row).is_some()).collect()
    };
    let orders = differing([in_both(kept, now), in_both(now, kept)])?;
    Some(orders.map(|rows| {
        let rows = rows.into_iter().filter_map(|row| now.sector(row));
        rows.map(|row| row.name.clone()).collect()
    }))
}

/// The rows of one list, and those of another that it lacks.
fn joined(mut rows: Vec<RowId>, others: &[RowId]) -> Vec<RowId> {
    for &other in others {
        if !rows.contains(&other) {
            rows.push(other);
        }
    }
    rows
}
