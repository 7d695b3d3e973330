//! Why the gap: the part of it that growth, profitability and risk explain.
//!
//! Each side warrants a multiple by its growth, its profitability and the return
//! its owners require ([`warranted`](super::warranted)). The gap between the two
//! *warranted* multiples is explained; what the market shows beyond it is
//! **unexplained**: sentiment, governance, liquidity, accounting, or figures that
//! are wrong. In logs the parts add up:
//!
//! > ln(M / M') = growth + profitability + risk + unexplained
//!
//! The three drivers work on each other, since growth is worth more the higher
//! the return on it and the lower the risk, so their parts depend on the order in
//! which they are exchanged. The average over all orders is the Shapley value
//! (L. Shapley, "A value for n-person games", 1953): the only split that
//! treats the drivers alike, gives nothing to one that never matters, adds up
//! exactly, and of a sum of two gaps gives the sum of the splits.
//!
//! # Where people go wrong
//!
//! * *Taking the unexplained for a bargain.* It is what these three figures do
//!   not explain, no more; a wrong growth forecast ends up in it.
//! * *Growth as a good in itself.* Where the return on equity is below the
//!   required return, more growth *lowers* the warranted multiple.
//! * *One change at a time.* Exchanging growth first and risk last gives another
//!   answer than the reverse, and both look exact.
//!
//! # A worked case
//!
//! 16 times earnings against 28. Growth of 12% against 15% for ten years and 3%
//! after them, returns on equity of 18% against 25%, required returns of 9.1%
//! against 8.2% (examples):
//!
//! ```
//! use rerate::valuation::explained::{Fundamentals, GrowthThenStable, explain};
//!
//! let model = GrowthThenStable { years: 10.0, stable_growth: 0.03 };
//! let own = Fundamentals { growth: 0.12, return_on_equity: 0.18, required_return: 0.091 };
//! let peer = Fundamentals { growth: 0.15, return_on_equity: 0.25, required_return: 0.082 };
//! let gap = explain((16.0, &own), (28.0, &peer), |side| model.price_to_earnings(side))?;
//!
//! let parts = gap.growth + gap.profitability + gap.risk + gap.unexplained;
//! assert!((parts - gap.log_gap).abs() < 1e-15);
//! // Of a log gap of -0.560, so much each:
//! assert!((gap.growth - -0.182).abs() < 5e-4);
//! assert!((gap.profitability - -0.139).abs() < 5e-4);
//! assert!((gap.risk - -0.212).abs() < 5e-4);
//! assert!((gap.unexplained - -0.027).abs() < 5e-4);
//! # Ok::<(), rerate::valuation::NotMeaningful>(())
//! ```

mod solve;

use serde::Serialize;

pub use self::solve::{Comparison, Reach, Solution, Unknown};

use super::gap::log_gap;
use super::not_meaningful::{finite, given, positive};
use super::warranted::forward_pe;
use super::warranted::two_stage::{Stage, TwoStage};
use super::{Meaningful, NotMeaningful};

/// What one side's warranted multiple rests on. Fractions per year.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Fundamentals {
    /// Growth of earnings.
    pub growth: f64,
    /// Net profit over equity: what growth costs is growth over this.
    pub return_on_equity: f64,
    /// What owners require; the measure of risk.
    pub required_return: f64,
}

/// The gap between two multiples and its parts, all in logs; `exp(x) - 1` makes a
/// factor of each.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Explanation {
    /// ln(multiple / peer), the whole.
    pub log_gap: f64,
    /// The part due to growth.
    pub growth: f64,
    /// The part due to the return on equity.
    pub profitability: f64,
    /// The part due to the required return.
    pub risk: f64,
    /// What is left.
    pub unexplained: f64,
    /// The multiple that this side's figures warrant.
    pub warranted: f64,
    /// The multiple that the peer's figures warrant.
    pub warranted_peer: f64,
}

impl Explanation {
    /// What share of the log gap a part of it is; above 1, or below 0, where other
    /// parts work against it.
    ///
    /// Not meaningful: the multiples are equal
    /// ([`NoChange`](NotMeaningful::NoChange)), or the result is beyond `f64`.
    pub fn share_of(&self, part: f64) -> Meaningful<f64> {
        if self.log_gap == 0.0 {
            return Err(NotMeaningful::NoChange);
        }
        finite(part / self.log_gap)
    }
}

/// Growth that lasts for some years and then becomes stable, on one return on
/// equity and one required return: a model of a warranted price-earnings ratio.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct GrowthThenStable {
    /// How many years growth lasts; any number from 0 up.
    pub years: f64,
    /// Growth per year after that, below the required return.
    pub stable_growth: f64,
}

impl GrowthThenStable {
    /// Price over last year's earnings. What is not needed for growth is paid
    /// out: 1 - growth / return on equity, in either stage.
    ///
    /// Not meaningful: as for
    /// [`TwoStage::price_to_earnings`](super::warranted::two_stage::TwoStage::price_to_earnings);
    /// a return on equity that is zero or negative
    /// ([`FundamentalNotPositive`](NotMeaningful::FundamentalNotPositive)), or
    /// below growth, which then needs more than all earnings
    /// ([`GrowthAboveReturnOnEquity`](NotMeaningful::GrowthAboveReturnOnEquity)).
    pub fn price_to_earnings(&self, side: &Fundamentals) -> Meaningful<f64> {
        let stage = |growth: f64| {
            Ok(Stage {
                growth,
                payout: payout(growth, side.return_on_equity)?,
                required_return: side.required_return,
            })
        };
        TwoStage {
            high: stage(side.growth)?,
            years: self.years,
            stable: stage(self.stable_growth)?,
        }
        .price_to_earnings()
        .map(|found| found.multiple)
    }

    /// Price over next year's earnings: the same over one year's growth, which
    /// is that of the stage, or of both where the first ends within the year.
    ///
    /// Not meaningful: as for [`price_to_earnings`](Self::price_to_earnings), or
    /// the result is beyond `f64`.
    ///
    /// ```
    /// use rerate::valuation::explained::{Fundamentals, GrowthThenStable};
    ///
    /// let model = GrowthThenStable { years: 10.0, stable_growth: 0.03 };
    /// let side = Fundamentals { growth: 0.12, return_on_equity: 0.18, required_return: 0.091 };
    /// let trailing = model.price_to_earnings(&side)?;
    /// assert!((model.forward_pe(&side)? - trailing / 1.12).abs() < 1e-13);
    /// # Ok::<(), rerate::valuation::NotMeaningful>(())
    /// ```
    pub fn forward_pe(&self, side: &Fundamentals) -> Meaningful<f64> {
        let trailing = self.price_to_earnings(side)?;
        let first = self.years.min(1.0);
        let grown =
            first * libm::log1p(side.growth) + (1.0 - first) * libm::log1p(self.stable_growth);
        finite(trailing * libm::exp(-grown))
    }
}

/// Price over next year's earnings with growth for ever and what it needs
/// retained: (1 - g / ROE) / (r - g).
///
/// Source: "value driver formula", T. Koller et al., *Valuation* (McKinsey),
/// ch. 3. Not meaningful: as for [`forward_pe`], and a return on equity that is
/// zero or negative
/// ([`FundamentalNotPositive`](NotMeaningful::FundamentalNotPositive)) or below
/// growth
/// ([`GrowthAboveReturnOnEquity`](NotMeaningful::GrowthAboveReturnOnEquity)).
pub fn stable_pe(side: &Fundamentals) -> Meaningful<f64> {
    let payout = payout(side.growth, side.return_on_equity)?;
    forward_pe(payout, side.growth, side.required_return)
}

fn payout(growth: f64, return_on_equity: f64) -> Meaningful<f64> {
    let profitability = positive(return_on_equity, NotMeaningful::FundamentalNotPositive)?;
    let payout = finite(1.0 - given(growth)? / profitability)?;
    if payout < 0.0 {
        return Err(NotMeaningful::GrowthAboveReturnOnEquity);
    }
    Ok(payout)
}

/// Splits the log gap between two multiples into what growth, profitability and
/// risk explain under a model, and what they do not.
///
/// Each side is its multiple and its figures; `warranted` gives the multiple that
/// figures warrant, and is asked for all eight mixtures of the two sides. The
/// parts and the unexplained add up to the log gap to the last digit or two.
///
/// Not meaningful: a multiple is zero or negative
/// ([`MultipleNotPositive`](NotMeaningful::MultipleNotPositive)) or not finite
/// ([`NotFinite`](NotMeaningful::NotFinite)); or one of the mixtures warrants
/// none, with the model's reason: under growth for ever, one side's growth may
/// not be below the other's required return.
pub fn explain(
    (multiple, own): (f64, &Fundamentals),
    (peer_multiple, peer): (f64, &Fundamentals),
    warranted: impl Fn(&Fundamentals) -> Meaningful<f64>,
) -> Meaningful<Explanation> {
    let log_gap_shown = log_gap(multiple, peer_multiple)?;
    let warranted_peer = positive(warranted(peer)?, NotMeaningful::MultipleNotPositive)?;
    // The log gap to the peer of a mixture that has this side's growth,
    // profitability and risk where it says so.
    let mixed = |growth: bool, profitability: bool, risk: bool| {
        let side = |ours: bool| if ours { own } else { peer };
        let mixture = warranted(&Fundamentals {
            growth: side(growth).growth,
            return_on_equity: side(profitability).return_on_equity,
            required_return: side(risk).required_return,
        })?;
        log_gap(mixture, warranted_peer)
    };
    let (none, all) = (0.0, mixed(true, true, true)?);
    let [only_growth, only_profitability, only_risk] = [
        mixed(true, false, false)?,
        mixed(false, true, false)?,
        mixed(false, false, true)?,
    ];
    let [no_growth, no_profitability, no_risk] = [
        mixed(false, true, true)?,
        mixed(true, false, true)?,
        mixed(true, true, false)?,
    ];
    // A driver comes first in two of the six orders, last in two, and second
    // once after either of the others.
    let part = |first: f64, second: [(f64, f64); 2], last: f64| {
        let [(with_a, a), (with_b, b)] = second;
        (first - none) / 3.0 + (with_a - a) / 6.0 + (with_b - b) / 6.0 + (all - last) / 3.0
    };
    let growth = part(
        only_growth,
        [(no_risk, only_profitability), (no_profitability, only_risk)],
        no_growth,
    );
    let profitability = part(
        only_profitability,
        [(no_risk, only_growth), (no_growth, only_risk)],
        no_profitability,
    );
    let risk = part(
        only_risk,
        [
            (no_profitability, only_growth),
            (no_growth, only_profitability),
        ],
        no_risk,
    );
    Ok(Explanation {
        log_gap: log_gap_shown,
        growth,
        profitability,
        risk,
        unexplained: log_gap_shown - (growth + profitability + risk),
        warranted: warranted(own)?,
        warranted_peer,
    })
}
