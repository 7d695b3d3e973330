//! Do printed figures agree with one another?
//!
//! A report prints a gain of $732bn, a rise of 88% and an end value of $1.8tn.
//! Any two of the three fix the rest, so the third can be checked. Printed
//! figures are rounded, and so each stands for an interval: "88%" is 87.5% to
//! 88.5%, "$732bn" is $731.5bn to $732.5bn. The figures **agree** if some
//! reading of all of them inside their intervals satisfies the arithmetic
//! exactly. This module finds such a reading or shows that there is none.
//!
//! Source: interval arithmetic, R. Moore, *Interval Analysis* (1966).
//!
//! # Where people go wrong
//!
//! * *Multiplying the printed digits and comparing.* 8.3 times 218% is 18.09,
//!   not 18; but $18tn is anything from 17.5 to 18.5, and the claim stands.
//! * *Trusting two figures because each looks right.* 732bn and 88% end at
//!   $1,564bn. The $1.8tn beside them is a different basket, date or count.
//! * *Correcting the wrong one.* Three figures that disagree name no culprit:
//!   any one of them could be it. A fourth often settles it, and
//!   [`Check::sole_correction`] says when it does.
//!
//! # A worked case
//!
//! Mitrade, 14 January 2026, on a report by Jefferies:
//!
//! ```
//! use rerate::valuation::claim::{ChangeClaim, Printed, Quantity, Verdict};
//!
//! let claim = ChangeClaim {
//!     change: Some(Printed::around(732e9, 0.5e9)),
//!     percent: Some(Printed::around(0.88, 0.005)),
//!     end: Some(Printed::around(1.8e12, 0.05e12)),
//!     ..ChangeClaim::default()
//! };
//! let check = claim.check()?;
//! assert_eq!(check.verdict, Verdict::Disagree);
//!
//! // If the change and the percentage are right, the end is 1,564bn, and
//! // somewhere from 1,558bn to 1,570bn.
//! let end = check.implied(Quantity::End, [Quantity::Change, Quantity::Percent])?;
//! assert_eq!((end.value / 1e9).round(), 1564.0);
//! let interval = end.interval?;
//! assert_eq!((interval.low / 1e9).round(), 1558.0);
//! assert_eq!((interval.high / 1e9).round(), 1570.0);
//! # Ok::<(), rerate::valuation::NotMeaningful>(())
//! ```

mod pair;
mod region;
mod relation;

use serde::{Deserialize, Serialize};

use self::relation::{Domain, Relation};
use super::{Interval, Meaningful, NotMeaningful};

/// A figure as printed: its value, and the interval that its digits leave open.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Printed {
    /// The printed value.
    pub value: f64,
    /// Every value that would have been printed so; holds `value`.
    pub interval: Interval,
}

impl Printed {
    /// A figure that may be off by `half_unit` either way: half a unit of its
    /// last printed digit, or a whole unit where it is said to be "about".
    #[must_use]
    pub fn around(value: f64, half_unit: f64) -> Self {
        Self {
            value,
            interval: Interval::around(value, half_unit),
        }
    }

    /// A figure known exactly.
    #[must_use]
    pub const fn exactly(value: f64) -> Self {
        Self {
            value,
            interval: Interval::exactly(value),
        }
    }
}

/// What a figure of a claim counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Quantity {
    /// The value before the change.
    Start,
    /// The amount of the change; negative for a fall.
    Change,
    /// The change over the start, as a fraction.
    Percent,
    /// The value after the change.
    End,
    /// The whole that a share is of.
    Whole,
    /// A part of a whole.
    Part,
    /// The part over the whole, as a fraction.
    Share,
    /// What a numerator is divided by.
    Denominator,
    /// What is divided.
    Numerator,
    /// The numerator over the denominator.
    Ratio,
}

impl Quantity {
    /// Every quantity.
    pub const ALL: [Self; 10] = [
        Self::Start,
        Self::Change,
        Self::Percent,
        Self::End,
        Self::Whole,
        Self::Part,
        Self::Share,
        Self::Denominator,
        Self::Numerator,
        Self::Ratio,
    ];
}

/// A change from a start to an end: `end = start + change` and
/// `change = percent x start`.
///
/// Money in one currency, on any scale; the percentage as a fraction. The start
/// is positive and the end not negative. Two figures imply the other two; three
/// or four can be checked.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ChangeClaim {
    /// The value before the change.
    pub start: Option<Printed>,
    /// The amount of the change.
    pub change: Option<Printed>,
    /// The change as a fraction of the start.
    pub percent: Option<Printed>,
    /// The value after the change.
    pub end: Option<Printed>,
}

/// A part of a whole: `part = share x whole`.
///
/// The whole is positive. The share may lie outside 0 to 1: a sector's share of
/// a market's gain does when another one lost. Three figures can be checked.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ShareClaim {
    /// The whole.
    pub whole: Option<Printed>,
    /// The part.
    pub part: Option<Printed>,
    /// The part over the whole, as a fraction.
    pub share: Option<Printed>,
}

/// A ratio of two figures: `numerator = ratio x denominator`, such as a
/// price-earnings ratio.
///
/// Signs are free; the denominator is not zero. Three figures can be checked.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct RatioClaim {
    /// What the numerator is divided by.
    pub denominator: Option<Printed>,
    /// What is divided.
    pub numerator: Option<Printed>,
    /// The numerator over the denominator.
    pub ratio: Option<Printed>,
}

/// What a claim's figures say of each other.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Check {
    /// Whether they agree.
    pub verdict: Verdict,
    /// For every quantity, what each pair of the others that is given implies
    /// it to be, whether or not it is itself given. In the order of the claim's
    /// fields.
    pub implied: Vec<Implied>,
    /// Where the figures disagree, for each one given what it would have to be
    /// to fit all the others. Empty otherwise.
    pub corrections: Vec<Correction>,
}

/// Whether the figures of a claim agree.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// They do: this reading of every quantity lies inside the printed
    /// intervals and satisfies the arithmetic, but for rounding.
    Agree(Vec<Reading>),
    /// No reading inside the intervals satisfies the arithmetic.
    Disagree,
    /// Fewer figures are given than a contradiction needs; with two, the others
    /// are implied.
    NotEnough,
}

/// One quantity with one value inside its interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Reading {
    /// Which quantity.
    pub quantity: Quantity,
    /// Its value in this reading.
    pub value: f64,
}

/// A value worked out from printed figures.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Estimate {
    /// The value that the printed digits give.
    pub value: f64,
    /// The values that the printed intervals allow; exact, since each formula
    /// is monotone in each figure. Not meaningful where the figures are too
    /// coarse to bound it, as when the start may be zero.
    pub interval: Meaningful<Interval>,
}

/// What two figures imply a third to be.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Implied {
    /// The quantity implied.
    pub quantity: Quantity,
    /// The two it is worked out from: the start, the whole or the denominator
    /// first.
    pub from: [Quantity; 2],
    /// The value, or why the two imply none.
    pub estimate: Meaningful<Estimate>,
}

impl Implied {
    /// The two it is worked out from as they are said: a part before its whole,
    /// a numerator before its denominator.
    #[must_use]
    pub fn said(&self) -> [Quantity; 2] {
        match self.from {
            [first @ (Quantity::Whole | Quantity::Denominator), second]
                if !matches!(second, Quantity::Share | Quantity::Ratio) =>
            {
                [second, first]
            }
            from => from,
        }
    }
}

/// What one figure would have to be for all to agree.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Correction {
    /// The figure set aside.
    pub quantity: Quantity,
    /// What it would have to be to fit the others. Not meaningful where these
    /// disagree without it
    /// ([`FiguresContradict`](NotMeaningful::FiguresContradict)), so that
    /// correcting this figure alone cannot help, or where they imply no value.
    pub needed: Meaningful<Estimate>,
}

impl Check {
    /// Whether the figures were found to agree.
    #[must_use]
    pub fn agrees(&self) -> bool {
        matches!(self.verdict, Verdict::Agree(_))
    }

    /// What the two quantities `from`, in either order, imply `quantity` to be.
    ///
    /// Not meaningful: one of the two was not given
    /// ([`MissingInput`](NotMeaningful::MissingInput)), or they imply no value.
    pub fn implied(&self, quantity: Quantity, from: [Quantity; 2]) -> Meaningful<Estimate> {
        let [first, second] = from;
        self.implied
            .iter()
            .find(|implied| {
                implied.quantity == quantity
                    && (implied.from == from || implied.from == [second, first])
            })
            .map_or(Err(NotMeaningful::MissingInput), |implied| implied.estimate)
    }

    /// The one figure whose correction would make all agree, where there is
    /// exactly one.
    #[must_use]
    pub fn sole_correction(&self) -> Option<&Correction> {
        let mut able = self.corrections.iter().filter(|one| one.needed.is_ok());
        let only = able.next();
        if able.next().is_some() { None } else { only }
    }
}

impl ChangeClaim {
    /// Checks the figures against each other.
    ///
    /// Not meaningful as a whole: a start that is zero or negative
    /// ([`StartNotPositive`](NotMeaningful::StartNotPositive)); a fall of more
    /// than 100% or a negative end
    /// ([`FallsBelowZero`](NotMeaningful::FallsBelowZero)); a figure that is
    /// not finite ([`NotFinite`](NotMeaningful::NotFinite)) or that lies
    /// outside its own interval
    /// ([`FiguresContradict`](NotMeaningful::FiguresContradict)).
    pub fn check(&self) -> Meaningful<Check> {
        Relation {
            base: self.start,
            amount: self.change,
            slope: self.percent,
            sum: self.end,
            domain: Domain::Growth,
        }
        .check()
    }
}

impl ShareClaim {
    /// Checks the figures against each other.
    ///
    /// Not meaningful as a whole: a whole that is zero or negative
    /// ([`StartNotPositive`](NotMeaningful::StartNotPositive)), or a figure
    /// that is not finite or lies outside its own interval.
    pub fn check(&self) -> Meaningful<Check> {
        Relation {
            base: self.whole,
            amount: self.part,
            slope: self.share,
            sum: None,
            domain: Domain::Share,
        }
        .check()
    }
}

impl RatioClaim {
    /// Checks the figures against each other.
    ///
    /// Not meaningful as a whole: a denominator of zero
    /// ([`DividesByZero`](NotMeaningful::DividesByZero)), or a figure that is
    /// not finite or lies outside its own interval.
    pub fn check(&self) -> Meaningful<Check> {
        Relation {
            base: self.denominator,
            amount: self.numerator,
            slope: self.ratio,
            sum: None,
            domain: Domain::Ratio,
        }
        .check()
    }
}
