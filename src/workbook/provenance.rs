//! Where a figure comes from: a printed source, an example of ours, or the
//! reader.

use super::Figure;

/// A publication that figures are taken from, as it names itself.
#[derive(Debug, PartialEq, Eq)]
pub struct Source {
    /// A short stable name, such as `mitrade-2026-01-14`.
    pub id: &'static str,
    /// Who published it.
    pub publisher: &'static str,
    /// The date of publication as `YYYY-MM-DD`, where it is known.
    pub date: Option<&'static str>,
}

impl Source {
    /// The source's place in the table of sources, counted from 0.
    #[must_use]
    pub fn number(&self) -> u32 {
        let others = figures::SOURCES.iter().take_while(|other| *other != self);
        others.count() as u32
    }

    /// The title of the publication.
    ///
    /// Title and address stand in a table of their own: only the list of sources
    /// tells them, which is below the first view.
    #[must_use]
    pub fn title(&self) -> &'static str {
        self.details().map_or("", |(title, _)| title)
    }

    /// Where it can be read.
    #[must_use]
    pub fn url(&self) -> &'static str {
        self.details().map_or("", |(_, url)| url)
    }

    fn details(&self) -> Option<&'static (&'static str, &'static str)> {
        figures::DETAILS.get(self.number() as usize)
    }

    /// The source at a place in the table.
    #[must_use]
    pub fn numbered(number: u32) -> Option<&'static Self> {
        figures::SOURCES.get(number as usize)
    }
}

/// What a reader must know of a sourced figure beyond its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// The multiple is on estimated earnings of 2026.
    Estimate2026,
    /// The source prints the ratio but not its formula, which is inferred.
    IncrementalInferred,
    /// The report calls all markets except China "US".
    UsMeansRest,
    /// Capital expenditure summed over 2023 to 2025.
    Capex20232025,
    /// Chinese internet companies, adjusted earnings estimated for 2026.
    Internet2026,
    /// Derived: 16.1x at the printed discount of about 40%.
    DerivedFromDiscount,
    /// The Chinese business of GDS, estimated for 2025.
    GdsChina2025,
    /// Derived: 20x is printed as 10% below the global peers.
    DerivedFromPeers,
    /// One company stands for the sector: Cambricon.
    Cambricon,
    /// One company stands for the sector: Nvidia.
    Nvidia,
    /// One company stands for the sector: NAURA.
    Naura,
    /// One company stands for the sector: ASML, where "US" is all but China.
    Asml,
    /// One company stands for the sector: SMIC.
    Smic,
    /// One company stands for the sector: TSMC, where "US" is all but China.
    Tsmc,
    /// The month of the issue that prints it.
    IssueNovember2025,
    /// The month of the issue that prints it.
    IssueDecember2025,
    /// The month of the issue that prints it.
    IssueJanuary2026,
    /// Counted between the months of two issues.
    BetweenIssues,
    /// Derived: the source's cost of equity less beta times its premium.
    DerivedFromCostOfEquity,
    /// The premium of a market without country risk.
    MatureMarket,
    /// The premium of the US market, its own country risk included.
    CountryRiskIncluded,
    /// Analysts' expectation for the next five years.
    ExpectedFiveYears,
}

/// Where the figure in a field comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Provenance {
    /// A printed figure and where it was printed.
    Source(&'static Source, Option<Note>),
    /// An assumption of ours to start from, not a figure of any source.
    Example,
    /// The reader's own.
    Yours,
}

/// A figure that a preset gives, with where it comes from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Given {
    /// The figure.
    pub figure: Figure,
    /// Its provenance, never [`Provenance::Yours`].
    pub provenance: Provenance,
}

impl Given {
    /// A figure printed in the source at `index` of the table of sources.
    #[allow(
        clippy::indexing_slicing,
        reason = "a wrong index does not compile: every use is a constant"
    )]
    const fn sourced(value: f64, half_unit: f64, index: usize, note: Option<Note>) -> Self {
        Self {
            figure: Figure { value, half_unit },
            provenance: Provenance::Source(&figures::SOURCES[index], note),
        }
    }

    /// A starting value of our own choice, printed to `half_unit`.
    pub(super) const fn example(value: f64, half_unit: f64) -> Self {
        Self {
            figure: Figure { value, half_unit },
            provenance: Provenance::Example,
        }
    }
}

/// The constants made from `data/figures.json` at build time.
pub(super) mod figures {
    use super::{Given, Note, Source};
    use crate::workbook::Spender;

    include!(concat!(env!("OUT_DIR"), "/figures.rs"));
}
