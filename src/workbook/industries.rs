//! The multiples of US industries, January 2026, as Damodaran publishes them,
//! and what explains them.

use super::{Figure, Given, Measure, Note, Provenance, provenance::figures::SOURCES};

#[cfg(feature = "app")]
use std::sync::OnceLock;

/// One industry a line: its name, its multiples in hundredths, in the order
/// of `MEASURES`, and growth, return on equity and beta in ten-thousandths.
pub const INDUSTRY_TABLE: &str = include_str!(concat!(env!("OUT_DIR"), "/industries.txt"));

/// The table, once it is here: in a browser it comes with what stands below the
/// first view, which shows nothing of it.
#[cfg(feature = "app")]
static TAKEN: OnceLock<&str> = OnceLock::new();

/// Takes the table.
#[cfg(feature = "app")]
pub fn take_industries(table: &'static str) {
    TAKEN.get_or_init(|| table);
}

#[cfg(feature = "app")]
fn table() -> &'static str {
    TAKEN.get().copied().unwrap_or_default()
}

#[cfg(not(feature = "app"))]
const fn table() -> &'static str {
    INDUSTRY_TABLE
}

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

/// The columns after the multiples.
pub(super) const GROWTH: usize = 8;
pub(super) const RETURN_ON_EQUITY: usize = 9;
pub(super) const BETA: usize = 10;

pub(super) const TEN_THOUSANDTHS: f64 = 10_000.0;

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
        self.cells().split('\t').next().unwrap_or_default()
    }

    /// The industry's multiple on a measure, where the source has one.
    #[must_use]
    pub fn multiple(self, measure: Measure) -> Option<Given> {
        let column = MEASURES.iter().position(|&known| known == measure)?;
        self.given(column + 1, 100.0, 0.005, None)
    }

    /// Growth of earnings a year that analysts expect for five years.
    pub(super) fn growth(self) -> Option<Given> {
        self.given(
            GROWTH,
            TEN_THOUSANDTHS,
            0.000_05,
            Some(Note::ExpectedFiveYears),
        )
    }

    /// Growth of what the measure divides by: the source has that of earnings.
    pub(super) fn growth_of(self, measure: Measure) -> Option<Given> {
        match measure {
            Measure::ForwardPe | Measure::TrailingPe | Measure::Pe => self.growth(),
            _ => None,
        }
    }

    /// Net profit over equity.
    pub(super) fn return_on_equity(self) -> Option<Given> {
        self.given(RETURN_ON_EQUITY, TEN_THOUSANDTHS, 0.000_05, None)
    }

    /// How much the shares move with the market.
    pub(super) fn beta(self) -> Option<Given> {
        self.given(BETA, TEN_THOUSANDTHS, 0.000_05, None)
    }

    /// The figure of a column that counts parts of one.
    fn given(self, column: usize, parts: f64, half_unit: f64, note: Option<Note>) -> Option<Given> {
        Some(Given {
            figure: Figure {
                value: figure(self.cells(), column, parts)?,
                half_unit,
            },
            provenance: Provenance::Source(
                SOURCES
                    .iter()
                    .find(|source| source.id == "damodaran-2026-01")?,
                note,
            ),
        })
    }

    fn cells(self) -> &'static str {
        table().lines().nth(usize::from(self.0)).unwrap_or_default()
    }
}

/// The lines of the table.
pub(super) fn lines() -> impl Iterator<Item = &'static str> {
    table().lines()
}

/// A figure of a line, in a column that counts parts of one.
pub(super) fn figure(line: &str, column: usize, parts: f64) -> Option<f64> {
    let counted: i32 = line.split('\t').nth(column)?.parse().ok()?;
    Some(f64::from(counted) / parts)
}
