//! The rows of the table of sectors.

use super::{Figure, Measure, Name};
use crate::valuation::gap::Direction;

/// The most rows that the table of sectors takes.
pub const MAX_SECTORS: usize = 200;

/// A row's name within its workbook, never given twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowId(pub u32);

/// A column of the table of sectors that holds a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// The first market's multiple.
    A,
    /// The second market's multiple.
    B,
    /// The row's weight in the total.
    Weight,
    /// The first market's expected growth a year of what its multiple divides by.
    GrowthA,
    /// The second market's.
    GrowthB,
}

impl Column {
    /// Every column, in the table's order.
    pub const ALL: [Self; 5] = [Self::A, Self::B, Self::Weight, Self::GrowthA, Self::GrowthB];
}

/// A sector with both markets' multiples on one measure.
#[derive(Clone, Debug, PartialEq)]
pub struct Sector {
    /// The row's name within the workbook.
    pub id: RowId,
    /// The row of the preset that this one began as.
    pub origin: Option<u32>,
    /// What the reader sees it called.
    pub name: Name,
    /// What the multiples compare value with.
    pub measure: Measure,
    /// The first market's multiple.
    pub a: Option<Figure>,
    /// The second market's multiple.
    pub b: Option<Figure>,
    /// The row's weight in the total, 0 or more.
    pub weight: Option<Figure>,
    /// The first market's expected growth, as a fraction a year.
    pub growth_a: Option<Figure>,
    /// The second market's.
    pub growth_b: Option<Figure>,
    /// The direction that a text states of this gap.
    pub stated: Option<Direction>,
}

/// A row that is put into the table, as a pasted range or a file has it.
#[derive(Clone, Debug, PartialEq)]
pub struct NewSector {
    /// What it is called.
    pub name: Name,
    /// What the multiples compare value with; that of a new row where none is
    /// told.
    pub measure: Option<Measure>,
    /// The first market's multiple.
    pub a: Option<Figure>,
    /// The second market's multiple.
    pub b: Option<Figure>,
    /// The row's weight in the total; that of a new row where none is told.
    pub weight: Option<Figure>,
    /// The first market's expected growth, as a fraction a year.
    pub growth_a: Option<Figure>,
    /// The second market's.
    pub growth_b: Option<Figure>,
    /// What a text says of the gap.
    pub stated: Option<Direction>,
}

impl Sector {
    /// The figure in a column.
    #[must_use]
    pub const fn read(&self, column: Column) -> Option<Figure> {
        match column {
            Column::A => self.a,
            Column::B => self.b,
            Column::Weight => self.weight,
            Column::GrowthA => self.growth_a,
            Column::GrowthB => self.growth_b,
        }
    }

    pub(super) const fn slot(&mut self, column: Column) -> &mut Option<Figure> {
        match column {
            Column::A => &mut self.a,
            Column::B => &mut self.b,
            Column::Weight => &mut self.weight,
            Column::GrowthA => &mut self.growth_a,
            Column::GrowthB => &mut self.growth_b,
        }
    }
}
