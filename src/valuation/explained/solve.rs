//! The explained gap read backwards: what one figure would have to be for the
//! gap to be explained.

use serde::{Deserialize, Serialize};

use super::super::gap::log_gap;
use super::super::not_meaningful::{finite, given, positive};
use super::super::put_in_order;
use super::super::root::root_between;
use super::super::{Meaningful, NotMeaningful};
use super::{Explanation, Fundamentals, GrowthThenStable, explain};

/// Two multiples of next year's earnings, and what they are explained by.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Comparison {
    /// The multiple at which this side trades.
    pub multiple: f64,
    /// This side's figures.
    pub own: Fundamentals,
    /// The multiple at which the peer trades.
    pub peer_multiple: f64,
    /// The peer's figures.
    pub peer: Fundamentals,
    /// What both have in common.
    pub model: GrowthThenStable,
}

/// The quantity to solve for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unknown {
    /// What is left unexplained, a difference of logarithms.
    Unexplained,
    /// This side's multiple.
    Multiple,
    /// This side's growth.
    Growth,
    /// This side's return on equity.
    ReturnOnEquity,
    /// This side's required return.
    RequiredReturn,
    /// The peer's multiple.
    PeerMultiple,
    /// The peer's growth.
    PeerGrowth,
    /// The peer's return on equity.
    PeerReturnOnEquity,
    /// The peer's required return.
    PeerRequiredReturn,
    /// How many years growth lasts, on both sides.
    Years,
    /// Growth after that, on both sides.
    StableGrowth,
}

impl Unknown {
    /// Every quantity that may be unknown.
    pub const ALL: [Self; 11] = [
        Self::Unexplained,
        Self::Multiple,
        Self::Growth,
        Self::ReturnOnEquity,
        Self::RequiredReturn,
        Self::PeerMultiple,
        Self::PeerGrowth,
        Self::PeerReturnOnEquity,
        Self::PeerRequiredReturn,
        Self::Years,
        Self::StableGrowth,
    ];
}

/// A value of the unknown.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Solution {
    /// The least that solves it.
    pub value: f64,
    /// Whether a greater one does as well.
    pub others: bool,
}

/// The log gaps that the figures can warrant, whatever the unknown is.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Reach {
    /// The lowest.
    pub low: f64,
    /// The highest.
    pub high: f64,
    /// The one that is asked for.
    pub wanted: f64,
}

/// Into so many stretches the values of an unknown are divided in the search.
const STRETCHES: u32 = 200;

/// Growth of less than this is not looked for: next to nothing is left.
const LEAST_GROWTH: f64 = -0.99;

/// How near a required return and stable growth are looked for to each other.
const LEAST_SPREAD: f64 = 1e-6;

/// Where the warranted gap differs by less than this for all values of the
/// unknown, it does not depend on it.
const LEVEL: f64 = 1e-12;

impl Comparison {
    /// The log gap that the figures of both sides warrant.
    ///
    /// Not meaningful: as for [`GrowthThenStable::forward_pe`] on either side.
    pub fn warranted_gap(&self) -> Meaningful<f64> {
        log_gap(
            self.model.forward_pe(&self.own)?,
            self.model.forward_pe(&self.peer)?,
        )
    }

    /// The log gap split into growth, profitability, risk and the unexplained.
    ///
    /// Not meaningful: as for [`explain`].
    pub fn explain(&self) -> Meaningful<Explanation> {
        explain(
            (self.multiple, &self.own),
            (self.peer_multiple, &self.peer),
            |side| self.model.forward_pe(side),
        )
    }

    /// The same with `value` in the place of `unknown`; unchanged where that is
    /// the unexplained, which is a result of the others.
    #[must_use]
    pub fn with_value(&self, unknown: Unknown, value: f64) -> Self {
        let mut comparison = *self;
        match unknown {
            Unknown::Unexplained => {}
            Unknown::Multiple => comparison.multiple = value,
            Unknown::Growth => comparison.own.growth = value,
            Unknown::ReturnOnEquity => comparison.own.return_on_equity = value,
            Unknown::RequiredReturn => comparison.own.required_return = value,
            Unknown::PeerMultiple => comparison.peer_multiple = value,
            Unknown::PeerGrowth => comparison.peer.growth = value,
            Unknown::PeerReturnOnEquity => comparison.peer.return_on_equity = value,
            Unknown::PeerRequiredReturn => comparison.peer.required_return = value,
            Unknown::Years => comparison.model.years = value,
            Unknown::StableGrowth => comparison.model.stable_growth = value,
        }
        comparison
    }

    /// The value of `unknown` at which so much of the log gap is unexplained.
    ///
    /// What is held for the unknown itself is not looked at. The multiples and
    /// the unexplained have a closed form. The others are searched for between
    /// the values that the model allows, up to a return of 10,000% and 100
    /// years: growth is worth more or less as the return on it is above or below
    /// the required one, so there may be no solution, or several.
    ///
    /// ```
    /// use rerate::valuation::explained::{Comparison, Fundamentals, GrowthThenStable, Unknown};
    ///
    /// let comparison = Comparison {
    ///     multiple: 16.0,
    ///     own: Fundamentals { growth: 0.12, return_on_equity: 0.18, required_return: 0.091 },
    ///     peer_multiple: 28.0,
    ///     peer: Fundamentals { growth: 0.15, return_on_equity: 0.25, required_return: 0.082 },
    ///     model: GrowthThenStable { years: 10.0, stable_growth: 0.03 },
    /// };
    /// // With which growth would 16 against 28 times be all explained?
    /// let growth = comparison.solve(Unknown::Growth, 0.0)?.value;
    /// let unexplained = comparison.with_value(Unknown::Growth, growth).explain()?.unexplained;
    /// assert!(unexplained.abs() < 1e-13);
    /// # Ok::<(), rerate::valuation::NotMeaningful>(())
    /// ```
    ///
    /// Not meaningful: a multiple is zero or negative
    /// ([`MultipleNotPositive`](NotMeaningful::MultipleNotPositive)); no value
    /// solves it ([`NoSolution`](NotMeaningful::NoSolution); [`reach`](Self::reach)
    /// says what any can do), or all do
    /// ([`EveryValueSolves`](NotMeaningful::EveryValueSolves)); the figures warrant
    /// no multiple at any value, with the model's reason; or the result is beyond
    /// `f64`.
    pub fn solve(&self, unknown: Unknown, unexplained: f64) -> Meaningful<Solution> {
        let only = |value: f64| {
            Ok(Solution {
                value: finite(value)?,
                others: false,
            })
        };
        let wanted = self.warranted_gap();
        match unknown {
            Unknown::Unexplained => only(log_gap(self.multiple, self.peer_multiple)? - wanted?),
            Unknown::Multiple => {
                let peer = positive(self.peer_multiple, NotMeaningful::MultipleNotPositive)?;
                only(peer * libm::exp(wanted? + given(unexplained)?))
            }
            Unknown::PeerMultiple => {
                let own = positive(self.multiple, NotMeaningful::MultipleNotPositive)?;
                only(own * libm::exp(-wanted? - given(unexplained)?))
            }
            _ => self.search(unknown, unexplained),
        }
    }

    /// What any value of `unknown` can make the figures warrant, and what is
    /// asked of it where so much of the log gap is to be unexplained.
    ///
    /// Not meaningful: as for [`solve`](Self::solve), where the model allows no
    /// value.
    pub fn reach(&self, unknown: Unknown, unexplained: f64) -> Meaningful<Reach> {
        let wanted = self.wanted(unexplained)?;
        let mut reach: Option<(f64, f64)> = None;
        let values = self.values(unknown)?;
        for gap in values.iter().filter_map(|(_, gap)| gap.ok()) {
            let (low, high) = reach.unwrap_or((gap, gap));
            reach = Some((low.min(gap), high.max(gap)));
        }
        let (low, high) = match reach {
            Some(reach) => reach,
            None => return Err(first_reason(&values)),
        };
        Ok(Reach { low, high, wanted })
    }

    /// The warranted gap that leaves so much unexplained.
    fn wanted(&self, unexplained: f64) -> Meaningful<f64> {
        finite(log_gap(self.multiple, self.peer_multiple)? - given(unexplained)?)
    }

    fn search(&self, unknown: Unknown, unexplained: f64) -> Meaningful<Solution> {
        let Reach { low, high, wanted } = self.reach(unknown, unexplained)?;
        if high - low <= LEVEL {
            return Err(if (wanted - low).abs() <= LEVEL {
                NotMeaningful::EveryValueSolves
            } else {
                NotMeaningful::NoSolution
            });
        }
        let off = |value: f64| {
            let gap = self.with_value(unknown, value).warranted_gap();
            gap.map_or(f64::NAN, |gap| gap - wanted)
        };
        let values = self.values(unknown)?;
        let mut found: Vec<f64> = values
            .iter()
            .zip(values.iter().skip(1))
            .filter_map(|((from, _), (to, _))| root_between(off, from.min(*to), from.max(*to)))
            .collect();
        put_in_order(&mut found, f64::total_cmp);
        // A root at the end of a stretch begins the next one too.
        found.dedup();
        Ok(Solution {
            value: *found.first().ok_or(NotMeaningful::NoSolution)?,
            others: found.len() > 1,
        })
    }

    /// Values that the model allows for an unknown, each with the gap that it
    /// warrants; the closer together, the nearer they are to where the model
    /// ends.
    fn values(&self, unknown: Unknown) -> Meaningful<Vec<(f64, Meaningful<f64>)>> {
        let (end, span) = self.span(unknown)?;
        Ok((0..=STRETCHES)
            .map(|step| {
                let share = f64::from(step) / f64::from(STRETCHES);
                let value = end + span * share * share * share;
                (value, self.with_value(unknown, value).warranted_gap())
            })
            .collect())
    }

    /// Where the values that the model allows end, and how far they reach from
    /// there.
    fn span(&self, unknown: Unknown) -> Meaningful<(f64, f64)> {
        const HIGHEST_RETURN: f64 = 100.0;
        let Self {
            own, peer, model, ..
        } = self;
        let up_to = |end: f64| Ok((given(end)?, LEAST_GROWTH - end));
        let from = |end: f64, most: f64| Ok((given(end)?, most - end));
        let profitable = |side: &Fundamentals| {
            positive(side.return_on_equity, NotMeaningful::FundamentalNotPositive)
        };
        let needed = |growth: f64| growth.max(model.stable_growth).max(LEAST_SPREAD);
        let above_growth = model.stable_growth + LEAST_SPREAD;
        match unknown {
            Unknown::Growth => up_to(profitable(own)?),
            Unknown::PeerGrowth => up_to(profitable(peer)?),
            Unknown::ReturnOnEquity => from(needed(own.growth), HIGHEST_RETURN),
            Unknown::PeerReturnOnEquity => from(needed(peer.growth), HIGHEST_RETURN),
            Unknown::RequiredReturn | Unknown::PeerRequiredReturn => {
                from(above_growth, HIGHEST_RETURN)
            }
            Unknown::StableGrowth => {
                let returns = own.required_return.min(peer.required_return) - LEAST_SPREAD;
                up_to(returns.min(profitable(own)?).min(profitable(peer)?))
            }
            Unknown::Years | Unknown::Unexplained | Unknown::Multiple | Unknown::PeerMultiple => {
                from(0.0, 100.0)
            }
        }
    }
}

/// Why no value warrants anything.
fn first_reason(values: &[(f64, Meaningful<f64>)]) -> NotMeaningful {
    let mut reasons = values.iter().filter_map(|(_, gap)| gap.err());
    reasons.next().unwrap_or(NotMeaningful::NoSolution)
}
