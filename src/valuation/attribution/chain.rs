//! Splits of several periods in a row.

use super::{Drivers, Factors, Method, Split, split};
use crate::valuation::not_meaningful::finite;
use crate::valuation::{Meaningful, NotMeaningful};

/// Splits each period on its own and links the parts.
///
/// A period's parts are fractions of the value at its start; times what the
/// value has grown to by then they are fractions of the value at the very
/// start, and add up. Log points add as they are. So the parts add to the whole
/// by every method, and a driver that worked early and then worked back shows
/// what it really earned, which the two ends alone cannot tell.
///
/// A period's dividends are invested anew in the next one, as in any index of
/// total return.
///
/// ```
/// use rerate::valuation::attribution::{split_chain, Factors, Method};
///
/// // Up 50% by re-rating, then 20% growth as half of that is given back.
/// let boom = Factors { rerating: 0.5, ..Factors::default() };
/// let after = Factors { earnings: 0.2, rerating: -1.0 / 6.0, ..Factors::default() };
/// let split = split_chain(&[boom, after], Method::Sequential)?;
/// assert!((split.whole - 0.5).abs() < 1e-15);
/// assert!((split.parts.earnings.amount - 0.3).abs() < 1e-15);
/// assert!((split.parts.rerating.amount - 0.2).abs() < 1e-15);
/// # Ok::<(), rerate::valuation::NotMeaningful>(())
/// ```
///
/// Source: D. Carino, "Combining attribution effects over time", *Journal of
/// Performance Measurement* 3 (1999), on why periods have to be linked; linking
/// by the value at the start of each is the form without residual.
///
/// # Errors
///
/// [`NoObservations`](NotMeaningful::NoObservations) without a period, and what
/// [`split`] says of each.
pub fn split_chain(periods: &[Factors], method: Method) -> Meaningful<Split> {
    if periods.is_empty() {
        return Err(NotMeaningful::NoObservations);
    }
    let mut level = 1.0;
    let mut whole = 0.0;
    let mut amounts = Drivers::default();
    let mut interaction = None;
    for period in periods {
        let split = split(period, method)?;
        let scale = if method == Method::Log { 1.0 } else { level };
        amounts = Drivers {
            earnings: amounts.earnings + scale * split.parts.earnings.amount,
            rerating: amounts.rerating + scale * split.parts.rerating.amount,
            shares: amounts.shares + scale * split.parts.shares.amount,
            dividends: amounts.dividends + scale * split.parts.dividends.amount,
            currency: amounts.currency + scale * split.parts.currency.amount,
        };
        if let Some(part) = split.interaction {
            interaction = Some(interaction.unwrap_or(0.0) + scale * part.amount);
        }
        whole += scale * split.whole;
        level = finite(level * (1.0 + period.total()))?;
    }
    amounts.finite()?;
    finite(interaction.unwrap_or(0.0))?;
    Ok(Split::new(method, finite(whole)?, amounts, interaction))
}
