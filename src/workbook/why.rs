//! The inputs of why the gap, and what the presets put into them.

use super::{Field, Figure, Given, Market, Measure, Preset, Regressed, provenance::figures};
use crate::valuation::{cost_of_equity::Ingredient, explained::Unknown};

/// What each side's multiple rests on, and what both have in common.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Why {
    /// What is solved for.
    pub unknown: Unknown,
    /// What is regressed across industries.
    pub regressed: Regressed,
    /// The first market.
    pub a: WhySide,
    /// The second market.
    pub b: WhySide,
    /// How many years growth lasts.
    pub years: Option<Figure>,
    /// Growth a year after that, a fraction.
    pub stable_growth: Option<Figure>,
    /// The premium of the first market that is to stay unexplained, a fraction.
    pub unexplained: Option<Figure>,
}

/// One side's multiple and what it rests on. Rates are fractions a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WhySide {
    /// Price over next year's earnings.
    pub multiple: Option<Figure>,
    /// Growth of earnings in the first years.
    pub growth: Option<Figure>,
    /// Net profit over equity.
    pub return_on_equity: Option<Figure>,
    /// What owners require, where the reader gives it; else it is built of the
    /// figures below.
    pub required: Option<Figure>,
    /// Which of the figures below follows where what owners require is given, or
    /// solved for.
    pub follows: Ingredient,
    /// The risk-free rate.
    pub risk_free: Option<Figure>,
    /// How much the shares move with the market.
    pub beta: Option<Figure>,
    /// The premium for shares of a market without country risk.
    pub premium: Option<Figure>,
    /// How exposed the companies are to their country: lambda.
    pub exposure: Option<Figure>,
    /// The premium for the country's risk.
    pub country: Option<Figure>,
}

impl Why {
    pub(super) const fn blank() -> Self {
        const SIDE: WhySide = WhySide {
            multiple: None,
            growth: None,
            return_on_equity: None,
            required: None,
            follows: Ingredient::Beta,
            risk_free: None,
            beta: None,
            premium: None,
            exposure: None,
            country: None,
        };
        Self {
            unknown: Unknown::Unexplained,
            regressed: Regressed::ForwardPe,
            a: SIDE,
            b: SIDE,
            years: None,
            stable_growth: None,
            unexplained: None,
        }
    }

    /// Follows what the reader types: a solved quantity becomes a given one
    /// again; what is to stay unexplained is a goal, for which the first market's
    /// growth is then solved; and of the required return and what follows from it
    /// the one typed last sets the other.
    pub(super) fn typed(&mut self, field: Field) {
        for market in Market::ALL {
            let required = Unknown::required_return(market);
            let side = self.side_mut(market);
            if side.follows.field(market) == field {
                side.required = None;
                if self.unknown == required {
                    self.unknown = Unknown::Unexplained;
                }
            }
        }
        if self.unknown.field() == field {
            self.unknown = match field {
                Field::WhyUnexplained => Unknown::Growth,
                _ => Unknown::Unexplained,
            };
        }
    }

    /// One side's figures.
    #[must_use]
    pub const fn side(&self, market: Market) -> &WhySide {
        match market {
            Market::A => &self.a,
            Market::B => &self.b,
        }
    }

    pub(super) const fn side_mut(&mut self, market: Market) -> &mut WhySide {
        match market {
            Market::A => &mut self.a,
            Market::B => &mut self.b,
        }
    }

    /// The figure of one side that follows from its required return, where that
    /// is given or solved for.
    #[must_use]
    pub fn following(&self, market: Market) -> Option<Ingredient> {
        let side = self.side(market);
        let is_solved = self.unknown == Unknown::required_return(market);
        (is_solved || side.required.is_some()).then_some(side.follows)
    }
}

impl Ingredient {
    /// The field of one side's ingredient.
    #[must_use]
    pub const fn field(self, market: Market) -> Field {
        match (self, market) {
            (Self::RiskFree, Market::A) => Field::WhyARiskFree,
            (Self::Beta, Market::A) => Field::WhyABeta,
            (Self::MaturePremium, Market::A) => Field::WhyAPremium,
            (Self::Lambda, Market::A) => Field::WhyAExposure,
            (Self::CountryRiskPremium, Market::A) => Field::WhyACountry,
            (Self::RiskFree, Market::B) => Field::WhyBRiskFree,
            (Self::Beta, Market::B) => Field::WhyBBeta,
            (Self::MaturePremium, Market::B) => Field::WhyBPremium,
            (Self::Lambda, Market::B) => Field::WhyBExposure,
            (Self::CountryRiskPremium, Market::B) => Field::WhyBCountry,
        }
    }

    /// The ingredient that stands in a field.
    #[must_use]
    pub fn of(field: Field) -> Option<(Self, Market)> {
        let market = field.market()?;
        let mut all = Self::ALL.into_iter();
        let ingredient = all.find(|ingredient| ingredient.field(market) == field)?;
        Some((ingredient, market))
    }
}

impl Unknown {
    /// The required return of one side.
    #[must_use]
    pub const fn required_return(market: Market) -> Self {
        match market {
            Market::A => Self::RequiredReturn,
            Market::B => Self::PeerRequiredReturn,
        }
    }

    /// The field in which the solution stands.
    #[must_use]
    pub const fn field(self) -> Field {
        match self {
            Self::Unexplained => Field::WhyUnexplained,
            Self::Multiple => Field::WhyAMultiple,
            Self::Growth => Field::WhyAGrowth,
            Self::ReturnOnEquity => Field::WhyAReturn,
            Self::RequiredReturn => Field::WhyARequired,
            Self::PeerMultiple => Field::WhyBMultiple,
            Self::PeerGrowth => Field::WhyBGrowth,
            Self::PeerReturnOnEquity => Field::WhyBReturn,
            Self::PeerRequiredReturn => Field::WhyBRequired,
            Self::Years => Field::WhyYears,
            Self::StableGrowth => Field::WhyStableGrowth,
        }
    }
}

/// The figure that a preset puts into a field of this section.
pub(super) fn given(preset: Preset, field: Field) -> Option<Given> {
    match preset {
        Preset::ChinaVsUs => match field {
            Field::WhyAMultiple => Some(figures::CHINA_FORWARD_PE),
            Field::WhyBMultiple => Some(figures::US_FORWARD_PE),
            Field::WhyAGrowth => Some(Given::example(0.18, 0.005)),
            Field::WhyAReturn => Some(Given::example(0.20, 0.005)),
            Field::WhyBReturn => Some(Given::example(0.30, 0.005)),
            Field::WhyABeta | Field::WhyBBeta => Some(Given::example(1.2, 0.05)),
            _ => china_and_us(field),
        },
        Preset::GoldenDragonVsNasdaq => match field {
            Field::WhyAMultiple => Some(figures::GOLDEN_DRAGON_PE),
            Field::WhyBMultiple => Some(figures::NASDAQ_100_PE),
            Field::WhyAGrowth => Some(Given::example(0.12, 0.005)),
            Field::WhyAReturn => Some(Given::example(0.18, 0.005)),
            _ => china_and_us(field),
        },
        Preset::Industries(a, b) => match field {
            Field::WhyAMultiple => a.multiple(Measure::ForwardPe),
            Field::WhyBMultiple => b.multiple(Measure::ForwardPe),
            Field::WhyAGrowth => a.growth(),
            Field::WhyBGrowth => b.growth(),
            Field::WhyAReturn => a.return_on_equity(),
            Field::WhyBReturn => b.return_on_equity(),
            Field::WhyABeta => a.beta(),
            Field::WhyBBeta => b.beta(),
            Field::WhyARiskFree | Field::WhyBRiskFree => Some(figures::RISK_FREE_RATE),
            Field::WhyAPremium | Field::WhyBPremium => Some(figures::US_EQUITY_PREMIUM),
            _ => assumption(field),
        },
        Preset::Blank => assumption(field),
    }
}

/// The risk-free rate and premiums are sourced; the rest is assumed.
fn china_and_us(field: Field) -> Option<Given> {
    match field {
        Field::WhyARiskFree | Field::WhyBRiskFree => Some(figures::RISK_FREE_RATE),
        Field::WhyAPremium | Field::WhyBPremium => Some(figures::MATURE_EQUITY_PREMIUM),
        Field::WhyACountry => Some(figures::CHINA_COUNTRY_PREMIUM),
        Field::WhyBCountry => Some(figures::US_COUNTRY_PREMIUM),
        _ => assumption(field),
    }
}

/// Where no source says, a round number to start from, alike on both sides.
const fn assumption(field: Field) -> Option<Given> {
    Some(match field {
        Field::WhyAGrowth | Field::WhyBGrowth => Given::example(0.15, 0.005),
        Field::WhyAReturn | Field::WhyBReturn => Given::example(0.25, 0.005),
        Field::WhyARiskFree | Field::WhyBRiskFree => Given::example(0.04, 0.005),
        Field::WhyAPremium | Field::WhyBPremium => Given::example(0.045, 0.0005),
        Field::WhyABeta | Field::WhyBBeta | Field::WhyAExposure | Field::WhyBExposure => {
            Given::example(1.0, 0.05)
        }
        Field::WhyACountry | Field::WhyBCountry | Field::WhyUnexplained => {
            Given::example(0.0, 0.005)
        }
        Field::WhyYears => Given::example(10.0, 0.5),
        Field::WhyStableGrowth => Given::example(0.03, 0.005),
        _ => return None,
    })
}
