//! Means, medians and percentiles of multiples.
//!
//! A multiple has the price above the line, so its plain average answers a
//! question that nobody asks. Whoever puts the same money into each of several
//! stocks holds, in all, the **harmonic** mean of their multiples: averaging is
//! right for earnings yields, and the harmonic mean does that and turns the
//! result over again. The **median** answers for the typical company, whatever
//! its size.
//!
//! Of one company every policy gives its own multiple, and every percentile is that
//! multiple.
//!
//! # Where people go wrong
//!
//! * *The arithmetic mean.* One stock at 500 times next to nothing pulls it
//!   anywhere; it is never below the harmonic mean, so it always flatters the
//!   expensive side.
//! * *Leaving a loss in.* A multiple of -40 is not cheap, it is not a multiple.
//!   These functions refuse it; [`aggregate`](super::aggregate) says what can be
//!   done with losses.
//! * *A firm with more cash than it costs.* Its enterprise value is negative though
//!   it makes a profit. Its own multiple is refused here as any negative one is,
//!   and an average of the rest says nothing of it. A sum over the group keeps it:
//!   who buys all of it gets that cash too. In the ranks of a median or percentile
//!   it stands below all others, which is its right place: it is the cheapest.
//!
//! # A worked case
//!
//! Four stocks at 20, 20, 50 and 100 times earnings, equal money in each
//! (acadifi):
//!
//! ```
//! use rerate::valuation::mean::{arithmetic_mean, harmonic_mean, median};
//!
//! let multiples = [20.0, 20.0, 50.0, 100.0];
//! assert!((harmonic_mean(&multiples, None)? - 30.8).abs() < 0.05);
//! assert_eq!(arithmetic_mean(&multiples, None), Ok(47.5));
//! assert_eq!(median(&multiples, None), Ok(35.0));
//! # Ok::<(), rerate::valuation::NotMeaningful>(())
//! ```
//!
//! All three take weights, relative ones that need not sum to one; none means
//! equal ones. The reasons why a mean is not meaningful are the same for all:
//! no multiples, or none with a weight
//! ([`NoObservations`](NotMeaningful::NoObservations),
//! [`WeightsSumToZero`](NotMeaningful::WeightsSumToZero)); a multiple that is
//! zero or negative ([`MultipleNotPositive`](NotMeaningful::MultipleNotPositive));
//! a weight that is negative ([`WeightNegative`](NotMeaningful::WeightNegative));
//! more or fewer weights than multiples
//! ([`LengthsDiffer`](NotMeaningful::LengthsDiffer)); a figure that is not
//! finite ([`NotFinite`](NotMeaningful::NotFinite)); or a result beyond `f64`
//! ([`OutOfRange`](NotMeaningful::OutOfRange)).

use super::not_meaningful::{finite, given, positive};
use super::sum::{RunningSum, compensated_sum};
use super::{Meaningful, NotMeaningful};

/// The sum of the multiples times their weights, over the sum of the weights.
///
/// Source: any textbook; J. Pinto et al., *Equity Asset Valuation*, ch. 6, on
/// why it overstates.
pub fn arithmetic_mean(multiples: &[f64], weights: Option<&[f64]>) -> Meaningful<f64> {
    let rows = Rows::new(multiples, weights)?;
    // Each term is divided before it is added, so that no sum overflows.
    let total = rows.total_weight();
    finite(compensated_sum(
        rows.iter()
            .map(|(multiple, weight)| weight / total * multiple),
    ))
}

/// The sum of the weights over the sum of weight / multiple.
///
/// With market values as weights it is Σ value / Σ earnings, the multiple of
/// the whole portfolio. Source: J. Pinto et al., *Equity Asset Valuation*,
/// ch. 6 ("the harmonic mean and the weighted harmonic mean").
///
/// ```
/// use rerate::valuation::mean::harmonic_mean;
///
/// // Values of 12 and 15 on earnings of 1 and 2 are 12x and 7.5x, and 9x in all.
/// assert_eq!(harmonic_mean(&[12.0, 7.5], Some(&[12.0, 15.0])), Ok(9.0));
/// ```
pub fn harmonic_mean(multiples: &[f64], weights: Option<&[f64]>) -> Meaningful<f64> {
    let rows = Rows::new(multiples, weights)?;
    let yields = compensated_sum(rows.iter().map(|(multiple, weight)| weight / multiple));
    finite(rows.total_weight() / yields)
}

/// The multiple that half of the weight lies at or below, and half at or above.
///
/// Where half of the weight ends exactly between two multiples, it is the mean
/// of the two, so that equal weights give the ordinary median. The definition of
/// the median with weights in the place of counts; no other convention is involved.
pub fn median(multiples: &[f64], weights: Option<&[f64]>) -> Meaningful<f64> {
    let rows = Rows::new(multiples, weights)?;
    let mut sorted: Vec<(f64, f64)> = rows.iter().filter(|&(_, weight)| weight > 0.0).collect();
    sorted.sort_unstable_by(|(a, _), (b, _)| a.total_cmp(b));
    let half = 0.5 * rows.total_weight();
    // Weights such as 0.1 do not add up exactly.
    let rounding = 8.0 * f64::EPSILON * half;

    let mut so_far = RunningSum::default();
    let mut lower = None;
    for (multiple, weight) in sorted {
        if let Some(lower) = lower {
            return Ok(0.5 * lower + 0.5 * multiple);
        }
        so_far.add(weight);
        let below = so_far.total();
        if (below - half).abs() <= rounding {
            lower = Some(multiple);
        } else if below > half {
            return Ok(multiple);
        }
    }
    lower.ok_or(NotMeaningful::NoObservations)
}

/// The percentile at `share`, from 0 (the least) to 1 (the greatest), with
/// straight lines between neighbours.
///
/// There are nine definitions in use. This is number 7 of R. Hyndman and
/// Y. Fan, "Sample quantiles in statistical packages", *The American
/// Statistician* 50 (1996): the i-th of n sorted values stands at
/// (i - 1) / (n - 1). Excel's `PERCENTILE.INC`, numpy and R take it unless told
/// otherwise, so a reader's spreadsheet shows the same digits. Statistical
/// libraries may differ: number 8, which the crate statrs takes, puts the i-th at
/// (i - 1/3) / (n + 1/3), and agrees only on the median and the two ends.
///
/// ```
/// use rerate::valuation::mean::percentile;
///
/// // Excel: =PERCENTILE.INC({1,2,3,4}, 0.3) is 1.9.
/// assert!((percentile(&[4.0, 1.0, 3.0, 2.0], 0.3)? - 1.9).abs() < 1e-15);
/// # Ok::<(), rerate::valuation::NotMeaningful>(())
/// ```
///
/// Values of any sign are ranked. Not meaningful: no values
/// ([`NoObservations`](NotMeaningful::NoObservations)), a share outside 0 to 1
/// ([`ShareOutOfRange`](NotMeaningful::ShareOutOfRange)), or a figure that is
/// not finite ([`NotFinite`](NotMeaningful::NotFinite)).
pub fn percentile(values: &[f64], share: f64) -> Meaningful<f64> {
    if !(0.0..=1.0).contains(&given(share)?) {
        return Err(NotMeaningful::ShareOutOfRange);
    }
    let mut sorted = values.to_vec();
    for &value in values {
        given(value)?;
    }
    sorted.sort_unstable_by(f64::total_cmp);
    let last = sorted
        .len()
        .checked_sub(1)
        .ok_or(NotMeaningful::NoObservations)?;
    let position = share * last as f64;
    let rank = libm::floor(position);
    let at = |rank: f64| {
        sorted
            .get(rank as usize)
            .copied()
            .ok_or(NotMeaningful::NoObservations)
    };
    let (lower, between) = (at(rank)?, position - rank);
    if between == 0.0 {
        return Ok(lower);
    }
    let upper = at(rank + 1.0)?;
    Ok((1.0 - between) * lower + between * upper)
}

/// Multiples with their weights, both checked.
#[derive(Clone, Copy)]
struct Rows<'a> {
    multiples: &'a [f64],
    weights: Option<&'a [f64]>,
    largest: f64,
}

impl<'a> Rows<'a> {
    fn new(multiples: &'a [f64], weights: Option<&'a [f64]>) -> Meaningful<Self> {
        if multiples.is_empty() {
            return Err(NotMeaningful::NoObservations);
        }
        for &multiple in multiples {
            positive(multiple, NotMeaningful::MultipleNotPositive)?;
        }
        let mut largest: f64 = 1.0;
        if let Some(weights) = weights {
            if weights.len() != multiples.len() {
                return Err(NotMeaningful::LengthsDiffer);
            }
            largest = 0.0;
            for &weight in weights {
                if given(weight)? < 0.0 {
                    return Err(NotMeaningful::WeightNegative);
                }
                largest = largest.max(weight);
            }
            if largest == 0.0 {
                return Err(NotMeaningful::WeightsSumToZero);
            }
        }
        Ok(Self {
            multiples,
            weights,
            largest,
        })
    }

    /// Each multiple with its weight, the largest weight being 1: relative
    /// weights stay in range on any scale.
    fn iter(self) -> impl Iterator<Item = (f64, f64)> + Clone {
        let weights = self.weights.into_iter().flatten().copied();
        let equal = if self.weights.is_some() {
            0
        } else {
            self.multiples.len()
        };
        self.multiples
            .iter()
            .copied()
            .zip(weights.chain(std::iter::repeat_n(1.0, equal)))
            .map(move |(multiple, weight)| (multiple, weight / self.largest))
    }

    fn total_weight(self) -> f64 {
        compensated_sum(self.iter().map(|(_, weight)| weight))
    }
}
