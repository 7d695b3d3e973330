//! The multiples of US industries, January 2026, as Damodaran publishes them.

use super::{Figure, Given, Measure, Provenance, provenance::figures::SOURCES};

/// One industry a line: its name and its multiples in hundredths, in the order
/// of [`MEASURES`].
const TABLE: &str = include_str!(concat!(env!("OUT_DIR"), "/industries.txt"));

/// The measures that the table holds, in its columns' order.
pub(super) const MEASURES: [Measure; 7] = [
    Measure::ForwardPe,
    Measure::TrailingPe,
    Measure::EvEbitda,
    Measure::EvSales,
    Measure::Ps,
    Measure::Pb,
    Measure::Peg,
];

/// The number of industries in the table.
pub const INDUSTRIES: u8 = 96;

/// An industry of the table, by its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Industry(u8);

impl Industry {
    /// Computer and business software: the first of the pair that the page
    /// offers at first.
    pub const SOFTWARE: Self = Self(83);
    /// Semiconductors: the second of that pair.
    pub const SEMICONDUCTOR: Self = Self(77);

    /// The industry on a line of the table, counted from 0.
    #[must_use]
    pub const fn new(line: u8) -> Option<Self> {
        if line < INDUSTRIES {
            Some(Self(line))
        } else {
            None
        }
    }

    /// The industry of a name, as the source writes it.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        (0..INDUSTRIES)
            .map(Self)
            .find(|industry| industry.name() == name)
    }

    /// The line of the table.
    #[must_use]
    pub const fn line(self) -> u8 {
        self.0
    }

    /// The industry's name, as the source writes it.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.cells().next().unwrap_or_default()
    }

    /// The industry's multiple on a measure, where the source has one.
    #[must_use]
    pub fn multiple(self, measure: Measure) -> Option<Given> {
        let column = MEASURES.iter().position(|&known| known == measure)?;
        let hundredths: i32 = self.cells().nth(column + 1)?.parse().ok()?;
        Some(Given {
            figure: Figure {
                value: f64::from(hundredths) / 100.0,
                half_unit: 0.005,
            },
            provenance: Provenance::Source(
                SOURCES
                    .iter()
                    .find(|source| source.id == "damodaran-2026-01")?,
                None,
            ),
        })
    }

    fn cells(self) -> impl Iterator<Item = &'static str> {
        TABLE
            .lines()
            .nth(usize::from(self.0))
            .unwrap_or_default()
            .split('\t')
    }
}
