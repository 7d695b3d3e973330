//! Why a figure cannot be given.

use serde::{Deserialize, Serialize};

/// A figure, or the reason why there is none.
pub type Meaningful<T> = Result<T, NotMeaningful>;

/// The reason why a figure is not meaningful.
///
/// Each reason has a sentence for readers in every language of `text`, so a
/// reason is about the reader's figures, never about the way we compute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NotMeaningful {
    /// A figure that the formula needs was not given.
    MissingInput,
    /// A figure that was given is not a finite number.
    NotFinite,
    /// The result is too large or too small for a number to hold.
    OutOfRange,
    /// A division by zero, or by a printed figure that may be zero.
    DividesByZero,
    /// A figure is asked for that is multiplied by zero: it makes no difference.
    TimesZero,
    /// A figure is negative that cannot be.
    FigureNegative,
    /// Two lists that belong together differ in length.
    LengthsDiffer,

    /// A valuation multiple is zero or negative.
    MultipleNotPositive,
    /// The start (or the whole, of a share) is zero or negative.
    StartNotPositive,
    /// A fall of more than 100%: the end would be negative.
    FallsBelowZero,
    /// The other figures contradict one another, so that they imply nothing.
    FiguresContradict,

    /// A weight is negative.
    WeightNegative,
    /// All weights are zero.
    WeightsSumToZero,
    /// There is nothing to take a mean of, or no row is left under the policy.
    NoObservations,
    /// The value (market value, enterprise value, price) is zero or negative.
    ValueNotPositive,
    /// The fundamental (earnings, sales, book value, cash flow, return on equity)
    /// is zero or negative.
    FundamentalNotPositive,
    /// The fundamental changed sign between start and end.
    FundamentalChangedSign,
    /// Price and fundamental are in different currencies.
    CurrenciesDiffer,
    /// Spending is zero or negative.
    SpendingNotPositive,
    /// A volatility is zero or negative.
    VolatilityNotPositive,

    /// Growth is not below the required return, so the sum of all future
    /// payments is infinite.
    GrowthNotBelowReturn,
    /// Growth is above the return on equity, so it needs more than all earnings.
    GrowthAboveReturnOnEquity,
    /// Growth is zero or negative.
    GrowthNotPositive,
    /// A growth rate or a return is -100% or less.
    RateNotAboveMinusOne,
    /// A span of time is zero or negative.
    YearsNotPositive,
    /// A share lies outside 0 to 100%.
    ShareOutOfRange,
    /// A probability lies outside 0 to 1, or they do not sum to one.
    ProbabilitiesInvalid,
    /// More catalysts than outcomes can be told of.
    TooManyCatalysts,

    /// The gap grew: it has no half-life.
    GapWidened,
    /// The gap did not change: at this pace it never closes.
    GapUnchanged,
    /// The gap changed sign: it closed and opened the other way.
    GapChangedSign,
    /// The gap is zero: nothing is left to close.
    GapClosed,

    /// A value is approached for ever and not reached.
    NeverReached,
    /// No value of the unknown gives the figure asked for.
    NoSolution,
    /// Every value of the unknown gives the figure asked for.
    EveryValueSolves,

    /// Fewer observations than coefficients to estimate, or just as many.
    TooFewObservations,
    /// One regressor is a combination of the others.
    Collinear,

    /// The whole is zero, or only rounding is left of it, so that its parts
    /// have no shares of it.
    NoChange,
    /// Earnings did not change, so no value was added per unit of it.
    EarningsUnchanged,
    /// A dividend is negative.
    DividendNegative,
    /// Both multiples are equal: there is no gap that could close.
    NoGapToClose,
    /// Dividends alone return more than the goal: the price would have to fall
    /// to zero or below.
    DividendsExceedGoal,
    /// Without any dividend the return is above the goal already.
    NegativeDividendNeeded,
    /// The goal is not met at any horizon.
    NoHorizonReaches,
    /// A value gives the figure asked for, but it is beyond the range in which
    /// the model says anything.
    SolutionBeyondRange,
}

/// The result of a computation, where a number holds it.
pub(crate) fn finite(result: f64) -> Meaningful<f64> {
    if result.is_finite() {
        Ok(result)
    } else {
        Err(NotMeaningful::OutOfRange)
    }
}

/// A figure that was given, where it is a number.
pub(crate) fn given(figure: f64) -> Meaningful<f64> {
    if figure.is_finite() {
        Ok(figure)
    } else {
        Err(NotMeaningful::NotFinite)
    }
}

/// A figure that must be above zero, or else the reason.
pub(crate) fn positive(figure: f64, otherwise: NotMeaningful) -> Meaningful<f64> {
    if given(figure)? > 0.0 {
        Ok(figure)
    } else {
        Err(otherwise)
    }
}

/// A rate of change that leaves something: above -100%.
pub(crate) fn above_minus_one(rate: f64) -> Meaningful<f64> {
    if given(rate)? > -1.0 {
        Ok(rate)
    } else {
        Err(NotMeaningful::RateNotAboveMinusOne)
    }
}
