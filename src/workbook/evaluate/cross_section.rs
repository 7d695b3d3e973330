//! Multiples regressed on what explains them, across the US industries.

use serde::Serialize;

use crate::valuation::{
    Meaningful, NotMeaningful, gap, put_in_order,
    regression::{Fit, Sample, ols},
};
use crate::workbook::{
    INDUSTRIES, Measure, Preset, Regressed,
    industries::{BETA, GROWTH, MEASURES, RETURN_ON_EQUITY, TEN_THOUSANDTHS, figure, lines},
};

/// Net margin and operating margin of each industry, in ten-thousandths, line by
/// line as in the table of multiples.
const MARGINS: &str = include_str!(concat!(env!("OUT_DIR"), "/margins.txt"));

/// The last lines of the table are totals, of which no cross-section is made.
const TOTALS: u8 = 2;

/// A figure that explains a multiple.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Regressor {
    /// Growth of earnings a year that is expected, a fraction.
    Growth,
    /// Net profit over equity.
    ReturnOnEquity,
    /// Net profit over sales.
    NetMargin,
    /// Operating profit over sales.
    OperatingMargin,
    /// How much the shares move with the market.
    Beta,
}

/// A multiple regressed across industries.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Regression {
    /// The line, with one coefficient for each of [`Regressed::regressors`].
    pub fit: Meaningful<Fit>,
    /// The industries that it is fitted to, from the one furthest above the line
    /// to the one furthest below.
    pub stands: Vec<Compared>,
    /// The industries that it is not fitted to.
    pub left_out: Vec<LeftOut>,
    /// The two industries that the workbook compares, where it does.
    pub compared: Vec<Compared>,
}

/// An industry that is not in the sample.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct LeftOut {
    /// Its line in the table.
    pub industry: u8,
    /// Whether the source has no figure; else it earns nothing.
    pub missing: bool,
}

/// An industry beside what the line says of it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Compared {
    /// Its line in the table.
    pub industry: u8,
    /// Its multiple.
    pub multiple: Meaningful<f64>,
    /// The multiple that the line says.
    pub fitted: Meaningful<f64>,
    /// How far it stands above that, a fraction.
    pub premium: Meaningful<f64>,
}

impl Regression {
    /// A regression of which nothing is known yet.
    pub(super) const fn missing(reason: NotMeaningful) -> Self {
        Self {
            fit: Err(reason),
            stands: Vec::new(),
            left_out: Vec::new(),
            compared: Vec::new(),
        }
    }
}

impl Regressed {
    /// The multiple that is explained.
    #[must_use]
    pub const fn measure(self) -> Measure {
        match self {
            Self::ForwardPe => Measure::ForwardPe,
            Self::Pb => Measure::Pb,
            Self::Ps => Measure::Ps,
            Self::EvSales => Measure::EvSales,
        }
    }

    /// What explains it, the measure of profit first.
    #[must_use]
    pub const fn regressors(self) -> [Regressor; 3] {
        let profit = match self {
            Self::ForwardPe | Self::Pb => Regressor::ReturnOnEquity,
            Self::Ps => Regressor::NetMargin,
            Self::EvSales => Regressor::OperatingMargin,
        };
        [profit, Regressor::Growth, Regressor::Beta]
    }
}

impl Regressor {
    fn of(self, line: &str, margins: &str) -> Option<f64> {
        let (line, column) = match self {
            Self::Growth => (line, GROWTH),
            Self::ReturnOnEquity => (line, RETURN_ON_EQUITY),
            Self::Beta => (line, BETA),
            Self::NetMargin => (margins, 0),
            Self::OperatingMargin => (margins, 1),
        };
        figure(line, column, TEN_THOUSANDTHS)
    }
}

/// What is known of an industry: its multiple and what explains it.
type Observation = (f64, [f64; 3]);

/// A multiple regressed on what explains it, and where the preset's two
/// industries stand.
#[must_use]
pub fn evaluate_regression(preset: Preset, regressed: Regressed) -> Regression {
    let observations = observations(regressed);
    let mut industries = Vec::new();
    let mut multiples = Vec::new();
    let mut left_out = Vec::new();
    let mut columns = [const { Vec::new() }; 3];
    for (industry, observation) in (0..INDUSTRIES - TOTALS).zip(&observations) {
        match observation {
            Ok((multiple, values)) => {
                industries.push(industry);
                multiples.push(*multiple);
                for (column, value) in columns.iter_mut().zip(values) {
                    column.push(*value);
                }
            }
            Err(reason) => left_out.push(LeftOut {
                industry,
                missing: *reason == NotMeaningful::MissingInput,
            }),
        }
    }
    let fit = ols(&Sample {
        response: &multiples,
        regressors: &columns.each_ref().map(Vec::as_slice),
        weights: None,
    });
    let compared = match preset {
        Preset::Industries(a, b) => vec![a.line(), b.line()],
        _ => Vec::new(),
    };
    Regression {
        compared: compared
            .into_iter()
            .map(|industry| {
                let observation = observations.get(usize::from(industry));
                compare(industry, &fit, observation.copied())
            })
            .collect(),
        stands: stands(&industries, &multiples, &fit),
        fit,
        left_out,
    }
}

/// The industries of the sample beside the line.
fn stands(industries: &[u8], multiples: &[f64], fit: &Meaningful<Fit>) -> Vec<Compared> {
    let Ok(fit) = fit else {
        return Vec::new();
    };
    let mut stands: Vec<Compared> = industries
        .iter()
        .zip(multiples)
        .zip(&fit.fitted)
        .map(|((&industry, &multiple), &fitted)| Compared {
            industry,
            multiple: Ok(multiple),
            fitted: Ok(fitted),
            premium: gap::premium(multiple, fitted),
        })
        .collect();
    // One that the line says no multiple of stands above all.
    let rank = |stands: &Compared| stands.premium.unwrap_or(f64::INFINITY);
    put_in_order(&mut stands, |one, other| rank(other).total_cmp(&rank(one)));
    stands
}

/// Each industry of the table, or why it cannot be in the sample: a figure is
/// missing, or it earns nothing, so that its multiple is that of the few of its
/// companies that do.
fn observations(regressed: Regressed) -> Vec<Meaningful<Observation>> {
    let measure = regressed.measure();
    let column = MEASURES.iter().position(|&known| known == measure);
    lines()
        .zip(MARGINS.lines())
        .map(|(line, margins)| {
            let missing = NotMeaningful::MissingInput;
            let multiple = column.and_then(|column| figure(line, column + 1, 100.0));
            let [profit, growth, risk] = regressed
                .regressors()
                .map(|regressor| regressor.of(line, margins));
            let (profit, growth, risk) = (
                profit.ok_or(missing)?,
                growth.ok_or(missing)?,
                risk.ok_or(missing)?,
            );
            let multiple = multiple.ok_or(missing)?;
            if profit <= 0.0 {
                return Err(NotMeaningful::FundamentalNotPositive);
            }
            Ok((multiple, [profit, growth, risk]))
        })
        .collect()
}

fn compare(
    industry: u8,
    fit: &Meaningful<Fit>,
    observation: Option<Meaningful<Observation>>,
) -> Compared {
    let observation = observation.unwrap_or(Err(NotMeaningful::MissingInput));
    let multiple = observation.map(|(multiple, _)| multiple);
    let fitted = match fit {
        Ok(fit) => observation.and_then(|(_, values)| fit.predict(&values)),
        Err(reason) => Err(*reason),
    };
    Compared {
        industry,
        multiple,
        fitted,
        premium: multiple.and_then(|multiple| gap::premium(multiple, fitted?)),
    }
}
