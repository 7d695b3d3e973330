//! Scale: a market's share of its peers, and its spending against its value.

use serde::{Deserialize, Serialize};

use super::{Field, Figure, provenance::figures};
use crate::valuation::{
    Meaningful, NotMeaningful,
    gap::premium,
    scale::{
        self, CapexParity, CapexUnknown, ValuedCapex, capex_parity, implied_private_value,
        ratio_to_others, return_on_capex_needed, share_of_all, spending_ratio,
    },
};

/// The inputs of scale. Amounts are money in one currency, ratios fractions.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs, reason = "each is a row of the table of fields")]
pub struct Scale {
    /// What is solved for.
    pub unknown: ScaleUnknown,
    pub share: Option<Figure>,
    pub with_private: Option<Figure>,
    pub listed: Option<Figure>,
    pub private_peers: Option<Figure>,
    pub capex_a: Option<Figure>,
    pub capex_b: Option<Figure>,
    pub multiple_a: Option<Figure>,
    pub multiple_b: Option<Figure>,
    pub return_ratio: Option<Figure>,
}

/// What the shares and the spending amount to, with the unknown solved.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ScaleResults {
    /// The value of the unknown, in the unit of its field.
    pub solution: Meaningful<f64>,
    /// Value, spending, return and multiple as ratios to the peer's, with the
    /// solution among them.
    pub ratios: Meaningful<ValuedCapex>,
    /// The ratio of value, where it is known without the others.
    pub value_ratio: Meaningful<f64>,
    /// The ratio of spending, where it is known without the others.
    pub capex_ratio: Meaningful<f64>,
    /// The spending set against the value.
    pub parity: Meaningful<CapexParity>,
    /// The earnings a year, over the spending, that would have to come on top
    /// for a unit spent to be worth as much as the peer's.
    pub return_to_add: Meaningful<f64>,
    /// What the two shares say of private firms.
    pub private: Meaningful<PrivateFirms>,
}

/// What a share with private firms implies.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct PrivateFirms {
    /// The value of all listed peers, this market's among them.
    pub all_listed: f64,
    /// The value of this market's private firms.
    pub value: f64,
    /// Their share of all private peers, as a fraction.
    pub share: f64,
}

impl ScaleResults {
    /// Before it is evaluated.
    pub(super) const MISSING: Self = {
        const MISSING: NotMeaningful = NotMeaningful::MissingInput;
        Self {
            solution: Err(MISSING),
            ratios: Err(MISSING),
            value_ratio: Err(MISSING),
            capex_ratio: Err(MISSING),
            parity: Err(MISSING),
            return_to_add: Err(MISSING),
            private: Err(MISSING),
        }
    };
}

impl Scale {
    pub(super) const fn blank() -> Self {
        Self {
            unknown: ScaleUnknown::ReturnOnCapex,
            share: None,
            with_private: None,
            listed: None,
            private_peers: None,
            capex_a: None,
            capex_b: None,
            multiple_a: None,
            multiple_b: None,
            return_ratio: None,
        }
    }

    /// Follows what the reader types: a solved quantity becomes a given one
    /// again, and the return is solved for; where that is typed, the value.
    pub(super) fn typed(&mut self, field: Field) {
        if self.unknown.field() == field {
            self.unknown = match self.unknown {
                ScaleUnknown::ReturnOnCapex => ScaleUnknown::Value,
                _ => ScaleUnknown::ReturnOnCapex,
            };
        }
    }

    /// The four quantities as ratios to the peer's; the unknown is looked at by
    /// nobody.
    fn ratios(&self) -> Meaningful<ValuedCapex> {
        let unless = |unknown, ratio: fn(&Self) -> Meaningful<f64>| {
            if self.unknown.ratio() == unknown {
                Ok(1.0)
            } else {
                ratio(self)
            }
        };
        Ok(ValuedCapex {
            value: unless(CapexUnknown::Value, Self::value_ratio)?,
            capex: unless(CapexUnknown::Capex, Self::capex_ratio)?,
            return_on_capex: unless(CapexUnknown::ReturnOnCapex, |scale| {
                given(scale.return_ratio)
            })?,
            multiple: unless(CapexUnknown::Multiple, |scale| {
                let premium = premium(given(scale.multiple_a)?, given(scale.multiple_b)?)?;
                Ok(1.0 + premium)
            })?,
        })
    }

    fn value_ratio(&self) -> Meaningful<f64> {
        ratio_to_others(given(self.share)?)
    }

    fn capex_ratio(&self) -> Meaningful<f64> {
        spending_ratio(&[given(self.capex_a)?], &[given(self.capex_b)?])
    }

    /// The unknown in the unit of its field, from its ratio.
    fn in_its_unit(&self, ratio: f64) -> Meaningful<f64> {
        let amount = |amount: f64, otherwise| {
            if amount > 0.0 && amount.is_finite() {
                Ok(amount)
            } else {
                Err(otherwise)
            }
        };
        let spending = NotMeaningful::SpendingNotPositive;
        let multiple = NotMeaningful::MultipleNotPositive;
        match self.unknown {
            ScaleUnknown::Value => share_of_all(ratio),
            ScaleUnknown::ReturnOnCapex => Ok(ratio),
            ScaleUnknown::Capex => amount(ratio * given(self.capex_b)?, spending),
            ScaleUnknown::PeerCapex => amount(given(self.capex_a)? / ratio, spending),
            ScaleUnknown::Multiple => amount(ratio * given(self.multiple_b)?, multiple),
            ScaleUnknown::PeerMultiple => amount(given(self.multiple_a)? / ratio, multiple),
        }
    }
}

/// What the spending and its value are solved for: one of the four ratios, of
/// which two are of figures that either side can give.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ScaleUnknown {
    /// The share of the peers' value.
    Value,
    /// The return on the spending, against the peer's.
    ReturnOnCapex,
    /// How much this market spends.
    Capex,
    /// How much the peer spends.
    PeerCapex,
    /// The multiple paid for this market's earnings.
    Multiple,
    /// The multiple paid for the peer's.
    PeerMultiple,
}

impl ScaleUnknown {
    /// Every unknown, in the page's order.
    pub const ALL: [Self; 6] = [
        Self::Value,
        Self::ReturnOnCapex,
        Self::Capex,
        Self::PeerCapex,
        Self::Multiple,
        Self::PeerMultiple,
    ];

    /// The field in which the solution stands.
    #[must_use]
    pub const fn field(self) -> Field {
        match self {
            Self::Value => Field::ScaleShare,
            Self::ReturnOnCapex => Field::ScaleReturn,
            Self::Capex => Field::ScaleCapexA,
            Self::PeerCapex => Field::ScaleCapexB,
            Self::Multiple => Field::ScaleMultipleA,
            Self::PeerMultiple => Field::ScaleMultipleB,
        }
    }

    /// The ratio that it settles.
    const fn ratio(self) -> CapexUnknown {
        match self {
            Self::Value => CapexUnknown::Value,
            Self::ReturnOnCapex => CapexUnknown::ReturnOnCapex,
            Self::Capex | Self::PeerCapex => CapexUnknown::Capex,
            Self::Multiple | Self::PeerMultiple => CapexUnknown::Multiple,
        }
    }
}

/// What the shares and the spending amount to.
#[must_use]
pub fn evaluate_scale(scale: &Scale) -> ScaleResults {
    let ratios = scale.ratios().and_then(|ratios| {
        let unknown = scale.unknown.ratio();
        Ok(ratios.with_value(unknown, ratios.solve(unknown)?))
    });
    let solution = ratios.and_then(|ratios| {
        scale.in_its_unit(match scale.unknown.ratio() {
            CapexUnknown::Value => ratios.value,
            CapexUnknown::Capex => ratios.capex,
            CapexUnknown::ReturnOnCapex => ratios.return_on_capex,
            CapexUnknown::Multiple => ratios.multiple,
        })
    });
    let unless = |unknown, figure| {
        if scale.unknown == unknown {
            solution
        } else {
            given(figure)
        }
    };
    let share = unless(ScaleUnknown::Value, scale.share);
    let parity =
        ratios.and_then(|ratios| capex_parity(ratios.value, ratios.capex, ratios.multiple));
    ScaleResults {
        solution,
        ratios,
        value_ratio: share.and_then(ratio_to_others),
        capex_ratio: match scale.unknown.ratio() {
            CapexUnknown::Capex => ratios.map(|ratios| ratios.capex),
            _ => scale.capex_ratio(),
        },
        parity,
        return_to_add: parity.and_then(|parity| {
            let listed = given(scale.listed)?;
            if listed <= 0.0 {
                return Err(NotMeaningful::ValueNotPositive);
            }
            let added = listed * (1.0 / parity.value_per_capex - 1.0);
            let multiple = unless(ScaleUnknown::Multiple, scale.multiple_a)?;
            return_on_capex_needed(added, multiple, unless(ScaleUnknown::Capex, scale.capex_a)?)
        }),
        private: share.and_then(|share| private_firms(scale, share)),
    }
}

fn private_firms(scale: &Scale, share: f64) -> Meaningful<PrivateFirms> {
    let (listed, all_private) = (given(scale.listed)?, given(scale.private_peers)?);
    let value = implied_private_value(listed, share, given(scale.with_private)?, all_private)?;
    Ok(PrivateFirms {
        all_listed: listed / share,
        value,
        share: scale::share(value, all_private)?,
    })
}

fn given(figure: Option<Figure>) -> Meaningful<f64> {
    figure
        .map(|figure| figure.value)
        .ok_or(NotMeaningful::MissingInput)
}

/// A company's capital expenditure in each of [`Spender::YEARS`]: calendar
/// approximations from public filings and guidance.
#[derive(Debug, PartialEq)]
pub struct Spender {
    /// What the company is called.
    pub name: &'static str,
    /// Its capital expenditure, in dollars, year by year.
    pub amounts: [f64; 4],
}

impl Spender {
    /// The years.
    pub const YEARS: [u16; 4] = figures::YEARS;

    /// The first year of which the amounts are guidance.
    pub const GUIDANCE_FROM: u16 = figures::GUIDANCE_FROM;

    /// Every company.
    pub const ALL: &'static [Self] = figures::SPENDERS;

    /// What all of them spent in each year.
    #[must_use]
    pub fn together() -> [f64; 4] {
        let mut sums = [0.0; 4];
        for spender in Self::ALL {
            for (sum, amount) in sums.iter_mut().zip(spender.amounts) {
                *sum += amount;
            }
        }
        sums
    }
}
