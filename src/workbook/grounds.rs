//! What a section's answer rests on.

use super::{Column, Exit, Field, Goal, Place, Provenance, Section, Workbook};
use crate::valuation::{cost_of_equity::Ingredient, explained::Unknown};

impl Workbook {
    /// Where the figures under a section's answer come from: each source once, in
    /// the order of their first figures, then whether there are examples, and
    /// figures of the reader's.
    ///
    /// What is solved for or follows from the others is not counted, and neither
    /// is what the answer does not speak of.
    #[must_use]
    pub fn grounds(&self, section: Section) -> Vec<Provenance> {
        let is_under = |place: Place| place.spec().section == section && self.counts(place);
        let sources = self.sources_of(is_under).into_iter();
        let others = [Provenance::Example, Provenance::Yours].into_iter();
        let others = others.filter(|other| {
            let mut under = self.places().filter(|&place| is_under(place));
            under.any(|place| self.provenance(place) == Some(*other))
        });
        sources
            .map(|source| Provenance::Source(source, None))
            .chain(others)
            .collect()
    }

    /// The figures that a section's answer cannot do without and does not have.
    #[must_use]
    pub fn missing(&self, section: Section) -> Vec<Field> {
        let is_missing = |field: Field| {
            field.spec().section == section
                && field.read(self).is_none()
                && self.counts(Place::Field(field))
                && !matches!(
                    field,
                    Field::WhyARequired
                        | Field::WhyBRequired
                        | Field::ScaleWithPrivate
                        | Field::CatchingUpThreshold
                        | Field::CatchingUpWithin
                )
        };
        let fields = Field::ALL.iter().copied();
        fields.filter(|&field| is_missing(field)).collect()
    }

    /// Whether its section's answer rests on a place, if there is a figure in it.
    fn counts(&self, place: Place) -> bool {
        let field = match place {
            Place::Field(field) => field,
            Place::Cell(_, column) => return matches!(column, Column::A | Column::B),
            Place::Catalyst(..) => return false,
        };
        let what_if = &self.what_if;
        match field.spec().section {
            Section::Claim => {
                let mut quantities = self.claim.kind.quantities().iter();
                quantities.any(|&quantity| {
                    Field::of_quantity(quantity) == field && self.claim.unknown != Some(quantity)
                })
            }
            Section::Sectors => false,
            Section::Why => {
                let why = &self.why;
                match Ingredient::of(field) {
                    Some((_, market)) if why.unknown != Unknown::required_return(market) => {
                        why.side(market).required.is_none()
                    }
                    // The answer says what follows from the required return.
                    Some((ingredient, market)) => ingredient != why.side(market).follows,
                    None => field != why.unknown.field(),
                }
            }
            Section::Past => true,
            Section::WhatIf => {
                let asked = what_if.unknown;
                let exit_asked = asked.is_exit();
                match field {
                    Field::WhatIfClosure => !exit_asked && what_if.exit == Exit::Closure,
                    Field::WhatIfTarget => !exit_asked && what_if.exit == Exit::Target,
                    Field::WhatIfTotal => !asked.is_return() && what_if.goal == Goal::Total,
                    Field::WhatIfAnnual => !asked.is_return() && what_if.goal == Goal::Annual,
                    Field::WhatIfMultiple
                    | Field::WhatIfPeer
                    | Field::WhatIfGrowth
                    | Field::WhatIfYears
                    | Field::WhatIfDividend
                    | Field::WhatIfCurrency
                    | Field::WhatIfShares => field != asked.field(),
                    _ => false,
                }
            }
            Section::Scale => {
                !matches!(field, Field::ScaleListed | Field::ScalePrivatePeers)
                    && field != self.scale.unknown.field()
            }
            Section::CatchingUp => {
                !matches!(
                    field,
                    Field::CatchingUpEarlier | Field::CatchingUpEarlierTime
                ) && field != self.catching_up.unknown.field()
                    && field != self.catching_up.reach.field()
            }
        }
    }
}
