//! The way from today to the exit, for the price-path chart.
//!
//! Price is earnings per share times the multiple, so a path is a walk over the
//! plane of the two, on which prices are the lines where the product is one and
//! the same. Earnings per share compound; the multiple moves as the rule of
//! closing says, evenly or by equal factors, as far as the exit. The path in
//! between is a drawing aid: the model only speaks of its end. That a price is
//! earnings times the multiple is the identity itself; no convention is involved.
//!
//! An example:
//!
//! # Where people go wrong
//!
//! * *Reading the way as a forecast.* That half of the gap is closed half-way is
//!   how the line is drawn, and nothing that was assumed or found.
//! * *Taking the price for the return.* Dividends and the currency are in
//!   [`PathPoint::value`] and not in [`PathPoint::price`].
//! * *Drawing a straight line between the ends.* Growth and re-rating multiply, so
//!   the price bends even where both are even.
//!
//! # A worked case
//!
//! ```
//! use rerate::valuation::path::path;
//! use rerate::valuation::rerating::{Exit, Outlook};
//!
//! let outlook = Outlook {
//!     exit: Exit::Target(28.0),
//!     earnings_growth: 0.21,
//!     years: 2.0,
//!     ..Outlook::unchanged(16.0)
//! };
//! let points: Vec<_> = path(&outlook, 4)?.collect();
//! assert_eq!(points.len(), 5);
//! assert_eq!(points[2].multiple, 22.0);
//! assert!((points[2].price - 1.21 * 22.0 / 16.0).abs() < 1e-14);
//! # Ok::<(), rerate::valuation::NotMeaningful>(())
//! ```

use serde::Serialize;

use super::Meaningful;
use super::compounding::{compound_all, over_years, without};
use super::gap::multiple_after_closing;
use super::not_meaningful::finite;
use super::rerating::Outlook;

/// A point of the way. Indices are 1 today.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct PathPoint {
    /// Years from today.
    pub years: f64,
    /// Earnings per share, as an index.
    pub earnings_per_share: f64,
    /// The multiple.
    pub multiple: f64,
    /// The price in the company's currency, as an index.
    pub price: f64,
    /// What the holding is worth in the holder's currency with the dividends so
    /// far, as an index.
    pub value: f64,
}

/// The way to the exit in equal steps of time: `steps` + 1 points, with today.
///
/// The last point is the outlook's outcome. A point on the way that no number
/// holds is left out. Nothing is allocated.
///
/// Not meaningful: as for [`Outlook::outcome`].
pub fn path(outlook: &Outlook, steps: u16) -> Meaningful<impl Iterator<Item = PathPoint>> {
    outlook.outcome()?;
    let outlook = *outlook;
    let exit_multiple = outlook.exit_multiple()?;
    let growth_per_share = without(outlook.earnings_growth, outlook.share_change);
    let last = f64::from(steps.max(1));
    Ok((0..=steps.max(1)).filter_map(move |step| {
        let share = f64::from(step) / last;
        let years = outlook.years * share;
        let multiple =
            multiple_after_closing(outlook.multiple, exit_multiple, share, outlook.closing).ok()?;
        let growth = over_years(growth_per_share, years);
        let rerating = (multiple - outlook.multiple) / outlook.multiple;
        let price = compound_all(&[growth, rerating]);
        let dividends = outlook.dividend_yield * years;
        let currency = over_years(outlook.currency_change, years);
        Some(PathPoint {
            years,
            earnings_per_share: finite(1.0 + growth).ok()?,
            multiple,
            price: finite(1.0 + price).ok()?,
            value: finite(1.0 + compound_all(&[price + dividends, currency])).ok()?,
        })
    }))
}
