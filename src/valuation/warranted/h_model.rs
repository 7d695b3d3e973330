//! The H-model: high growth that fades in a straight line.
//!
//! Growth seldom stops overnight, as the two-stage model has it. Here it falls
//! from an initial to a lasting rate in equal steps over 2H years, and then
//! stays. R. Fuller and C.-C. Hsia ("A simplified common stock valuation
//! model", *Financial Analysts Journal* 40, 1984) found a sum so short that it
//! can be solved for the return as well:
//!
//! > value = D0 \[(1 + gL) + H (gS - gL)\] / (r - gL)
//!
//! # Where people go wrong
//!
//! * *H for the whole fade.* H is **half** of it. With the whole, the worth of
//!   the high growth doubles.
//! * *A long or steep fade.* The sum is an approximation: it leaves out that
//!   growth earns growth. In the case below it gives 108 where the dividends,
//!   year by year, are worth 111.5; with a fade of 20 years, 164 for 191.
//!
//! # A worked case
//!
//! A dividend of 4, growth fading from 20% to 6% over 8 years, required return
//! 12% (analystnotes.com prints 108):
//!
//! ```
//! use rerate::valuation::warranted::h_model::{Fade, implied_return, value};
//!
//! let fade = Fade { growth_initial: 0.2, growth_lasting: 0.06, years: 8.0 };
//! let worth = value(4.0, &fade, 0.12)?;
//! assert!((worth - 108.0).abs() < 1e-12);
//! assert!((implied_return(4.0, &fade, worth)? - 0.12).abs() < 1e-15);
//! # Ok::<(), rerate::valuation::NotMeaningful>(())
//! ```

use serde::Serialize;

use super::super::not_meaningful::{above_minus_one, finite, given, positive};
use super::super::{Meaningful, NotMeaningful};
use super::spread;

/// Growth that goes from one rate to another in a straight line.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Fade {
    /// Growth per year at first; a fraction above -1.
    pub growth_initial: f64,
    /// Growth per year from the end of the fade on; a fraction above -1.
    pub growth_lasting: f64,
    /// How long it takes, in years: 2H. From 0 up.
    pub years: f64,
}

/// What a share is worth that paid `dividend` last year, in its currency.
///
/// Not meaningful: lasting growth is not below the required return
/// ([`GrowthNotBelowReturn`](NotMeaningful::GrowthNotBelowReturn)); a growth
/// rate is -100% or less
/// ([`RateNotAboveMinusOne`](NotMeaningful::RateNotAboveMinusOne)); years are
/// negative ([`YearsNotPositive`](NotMeaningful::YearsNotPositive)); there is no
/// dividend, or the fade is so deep that the sum is not positive
/// ([`ValueNotPositive`](NotMeaningful::ValueNotPositive)); a figure is not
/// finite, or the result is beyond `f64`.
pub fn value(dividend: f64, fade: &Fade, required_return: f64) -> Meaningful<f64> {
    let next = next_payments(dividend, fade)?;
    finite(next / spread(fade.growth_lasting, required_return)?)
}

/// The yearly return, a fraction, at which the share is worth its `price`.
///
/// In closed form: r = gL + D0 \[(1 + gL) + H (gS - gL)\] / price. Not
/// meaningful: as for [`value`], and where the price is zero or negative
/// ([`ValueNotPositive`](NotMeaningful::ValueNotPositive)).
pub fn implied_return(dividend: f64, fade: &Fade, price: f64) -> Meaningful<f64> {
    let next = next_payments(dividend, fade)?;
    let price = positive(price, NotMeaningful::ValueNotPositive)?;
    finite(fade.growth_lasting + next / price)
}

/// Next year's dividend at lasting growth, and what the fade is worth on top,
/// as if it were one.
fn next_payments(dividend: f64, fade: &Fade) -> Meaningful<f64> {
    let initial = above_minus_one(fade.growth_initial)?;
    let lasting = above_minus_one(fade.growth_lasting)?;
    if given(fade.years)? < 0.0 {
        return Err(NotMeaningful::YearsNotPositive);
    }
    let half = 0.5 * fade.years;
    let factor = (1.0 + lasting) + half * (initial - lasting);
    positive(given(dividend)?, NotMeaningful::ValueNotPositive)?;
    positive(finite(dividend * factor)?, NotMeaningful::ValueNotPositive)
}
