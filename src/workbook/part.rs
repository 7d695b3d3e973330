//! The parts of a workbook that change, and are evaluated, each by itself.

use super::{Place, Results, RowId, Section, Workbook, evaluate};
use super::{
    claim_solution, evaluate_after_growth, evaluate_catching_up, evaluate_claim, evaluate_past,
    evaluate_regression, evaluate_scale, evaluate_sectors, evaluate_what_if, evaluate_why,
};

/// A part of a workbook, with the results that depend on it alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// All of it.
    Whole,
    /// The preset that it began as.
    Preset,
    /// The names of the markets.
    Markets,
    /// The claim.
    Claim,
    /// The table of sectors, with its total.
    Sectors,
    /// One row of the table of sectors.
    Sector(RowId),
    /// Why the gap.
    Why,
    /// The regression across industries.
    Regression,
    /// The move so far.
    Past,
    /// What if.
    WhatIf,
    /// Scale.
    Scale,
    /// Catching up, which looks at the multiples of what if.
    CatchingUp,
}

impl From<Section> for Part {
    fn from(section: Section) -> Self {
        match section {
            Section::Claim => Self::Claim,
            Section::Sectors => Self::Sectors,
            Section::Why => Self::Why,
            Section::Past => Self::Past,
            Section::WhatIf => Self::WhatIf,
            Section::Scale => Self::Scale,
            Section::CatchingUp => Self::CatchingUp,
        }
    }
}

impl From<Place> for Part {
    fn from(place: Place) -> Self {
        match place {
            Place::Field(field) => field.spec().section.into(),
            Place::Cell(row, _) => Self::Sector(row),
            Place::Catalyst(..) => Self::WhatIf,
        }
    }
}

impl Part {
    /// The parts in which one workbook differs from another that came before
    /// it. Under another preset every figure has another origin, so then all
    /// of them do.
    #[must_use]
    pub fn changed(before: &Workbook, after: &Workbook) -> Vec<Self> {
        let mut changed = Vec::new();
        let anew = before.preset != after.preset;
        let mut note = |part, differs| {
            if anew || differs {
                changed.push(part);
            }
        };
        note(Self::Whole, before != after);
        note(Self::Preset, false);
        note(Self::Markets, before.markets != after.markets);
        note(Self::Claim, before.claim != after.claim);
        note(Self::Sectors, before.sectors != after.sectors);
        for row in &after.sectors {
            note(Self::Sector(row.id), before.sector(row.id) != Some(row));
        }
        note(Self::Why, before.why != after.why);
        note(
            Self::Regression,
            before.why.regressed != after.why.regressed,
        );
        note(Self::Past, before.past != after.past);
        note(Self::WhatIf, before.what_if != after.what_if);
        note(Self::Scale, before.scale != after.scale);
        // The gap between the multiples of what if closes at the same pace; one of
        // them may follow from all else there.
        let both = [&before.what_if, &after.what_if];
        let [there, here] = both.map(|what_if| (what_if.multiple, what_if.peer));
        let is_solved = both.iter().any(|what_if| what_if.solves_a_multiple());
        note(
            Self::CatchingUp,
            before.catching_up != after.catching_up
                || there != here
                || is_solved && before.what_if != after.what_if,
        );
        changed
    }
}

impl Results {
    /// Brings the results of the changed parts up to date, and leaves the
    /// others as they are.
    pub fn renew(&mut self, workbook: &Workbook, changed: &[Part]) {
        self.renew_first_view(workbook, changed);
        self.renew_below(workbook, changed);
        debug_assert_eq!(*self, evaluate(workbook));
    }

    /// The same for the sections of the first view only.
    pub fn renew_first_view(&mut self, workbook: &Workbook, changed: &[Part]) {
        for part in changed {
            match part {
                Part::Claim => {
                    self.claim = evaluate_claim(&workbook.claim);
                    self.claim_solution = claim_solution(&workbook.claim, &self.claim);
                }
                Part::Sectors => self.sectors = evaluate_sectors(&workbook.sectors),
                _ => {}
            }
        }
    }

    /// The same for the sections below the first view.
    pub fn renew_below(&mut self, workbook: &Workbook, changed: &[Part]) {
        for part in changed {
            match part {
                Part::Sectors => self.after_growth = evaluate_after_growth(&workbook.sectors),
                Part::Why => self.why = evaluate_why(&workbook.why),
                Part::Regression => {
                    self.regression = evaluate_regression(workbook.preset, workbook.why.regressed);
                }
                Part::Past => self.past = evaluate_past(&workbook.past),
                Part::WhatIf => self.what_if = evaluate_what_if(&workbook.what_if),
                Part::Scale => self.scale = evaluate_scale(&workbook.scale),
                Part::CatchingUp => {
                    self.catching_up =
                        evaluate_catching_up(&workbook.catching_up, &workbook.what_if);
                }
                _ => {}
            }
        }
    }
}
