//! Why the gap: what each side's figures warrant, and what is left.

use serde::Serialize;

use super::given;
use crate::valuation::{
    Meaningful, NotMeaningful,
    cost_of_equity::{CostOfEquity, Ingredient},
    explained::{
        Comparison, Explanation, Fundamentals, GrowthThenStable, Reach, Solution, Unknown,
    },
    gap,
};
use crate::workbook::{Market, Why, WhySide};

/// What explains the gap, with the unknown solved.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WhyResults {
    /// The value of the unknown, where it is not the unexplained.
    pub solution: Option<Meaningful<Solution>>,
    /// What the unknown can do at all, where it does not solve it.
    pub reach: Option<Reach>,
    /// The inputs and the solution together.
    pub comparison: Meaningful<Comparison>,
    /// The first market.
    pub a: WhySideResult,
    /// The second market.
    pub b: WhySideResult,
    /// The gap shown, warranted and unexplained.
    pub gap: Meaningful<WhyGap>,
    /// The gap split into its parts.
    pub explanation: Meaningful<Explanation>,
}

/// What one side's figures warrant.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct WhySideResult {
    /// The return that owners require, a fraction a year.
    pub required: Meaningful<f64>,
    /// What it is made of, with what follows from it.
    pub cost: Meaningful<CostOfEquity>,
    /// The multiple of next year's earnings that is warranted.
    pub warranted: Meaningful<f64>,
    /// How far the multiple shown stands above it, a fraction.
    pub premium: Meaningful<f64>,
}

/// A gap and how much of it is warranted; premiums of the first market, as
/// fractions.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct WhyGap {
    /// The premium at which it trades.
    pub shown: f64,
    /// The premium that growth, profitability and risk warrant.
    pub warranted: f64,
    /// What the first is above the second.
    pub unexplained: f64,
}

impl WhyResults {
    /// The value of the unknown, whether it is the unexplained or another.
    pub fn solved(&self) -> Meaningful<f64> {
        match self.solution {
            Some(solution) => solution.map(|solution| solution.value),
            None => self.gap.map(|gap| gap.unexplained),
        }
    }

    /// One side's results.
    #[must_use]
    pub const fn side(&self, market: Market) -> &WhySideResult {
        match market {
            Market::A => &self.a,
            Market::B => &self.b,
        }
    }

    /// Results of which nothing is known yet.
    pub(super) const fn missing(reason: NotMeaningful) -> Self {
        let side = WhySideResult {
            required: Err(reason),
            cost: Err(reason),
            warranted: Err(reason),
            premium: Err(reason),
        };
        Self {
            solution: None,
            reach: None,
            comparison: Err(reason),
            a: side,
            b: side,
            gap: Err(reason),
            explanation: Err(reason),
        }
    }
}

/// What explains the gap.
#[must_use]
pub fn evaluate_why(why: &Why) -> WhyResults {
    let inputs = why.comparison();
    let unexplained = || gap::log_gap(1.0 + given(why.unexplained)?, 1.0);
    let solves = why.unknown != Unknown::Unexplained;
    let solution = solves.then(|| inputs?.solve(why.unknown, unexplained()?));
    let comparison = match solution {
        None => inputs,
        Some(solution) => {
            solution.and_then(|solution| Ok(inputs?.with_value(why.unknown, solution.value)))
        }
    };
    let model = match comparison {
        Ok(found) => Ok(found.model),
        Err(_) => why.model(),
    };
    let reach = match solution {
        Some(Err(_)) => inputs
            .and_then(|inputs| inputs.reach(why.unknown, unexplained()?))
            .ok(),
        _ => None,
    };
    WhyResults {
        solution,
        reach,
        comparison,
        a: why.side_result(
            Market::A,
            comparison.map(|found| (found.multiple, found.own)),
            model,
        ),
        b: why.side_result(
            Market::B,
            comparison.map(|found| (found.peer_multiple, found.peer)),
            model,
        ),
        gap: comparison.and_then(|found| {
            let shown = gap::premium(found.multiple, found.peer_multiple)?;
            let (own, peer) = (
                found.model.forward_pe(&found.own)?,
                found.model.forward_pe(&found.peer)?,
            );
            Ok(WhyGap {
                shown,
                warranted: gap::premium(own, peer)?,
                unexplained: gap::premium(found.multiple / own, found.peer_multiple / peer)?,
            })
        }),
        explanation: comparison.and_then(|found| found.explain()),
    }
}

impl Why {
    /// What the inputs describe. What is solved for need not be given.
    fn comparison(&self) -> Meaningful<Comparison> {
        let own = self.fundamentals(
            &self.a,
            [
                Unknown::Growth,
                Unknown::ReturnOnEquity,
                Unknown::RequiredReturn,
            ],
        )?;
        let peer = self.fundamentals(
            &self.b,
            [
                Unknown::PeerGrowth,
                Unknown::PeerReturnOnEquity,
                Unknown::PeerRequiredReturn,
            ],
        )?;
        Ok(Comparison {
            multiple: self.unless(Unknown::Multiple, || given(self.a.multiple))?,
            own,
            peer_multiple: self.unless(Unknown::PeerMultiple, || given(self.b.multiple))?,
            peer,
            model: self.model()?,
        })
    }

    fn model(&self) -> Meaningful<GrowthThenStable> {
        Ok(GrowthThenStable {
            years: self.unless(Unknown::Years, || given(self.years))?,
            stable_growth: self.unless(Unknown::StableGrowth, || given(self.stable_growth))?,
        })
    }

    fn fundamentals(&self, side: &WhySide, unknowns: [Unknown; 3]) -> Meaningful<Fundamentals> {
        let [growth, profitability, risk] = unknowns;
        Ok(Fundamentals {
            growth: self.unless(growth, || given(side.growth))?,
            return_on_equity: self.unless(profitability, || given(side.return_on_equity))?,
            required_return: self.unless(risk, || side.required_return())?,
        })
    }

    /// A figure, or one in its place where it is solved for.
    fn unless(
        &self,
        unknown: Unknown,
        figure: impl FnOnce() -> Meaningful<f64>,
    ) -> Meaningful<f64> {
        if self.unknown == unknown {
            Ok(1.0)
        } else {
            figure()
        }
    }

    /// One side by what was found, or by its own figures where nothing is
    /// solved for.
    fn side_result(
        &self,
        market: Market,
        found: Meaningful<(f64, Fundamentals)>,
        model: Meaningful<GrowthThenStable>,
    ) -> WhySideResult {
        let side = self.side(market);
        let required = match found {
            Ok((_, figures)) => Ok(figures.required_return),
            Err(reason) if self.unknown == Unknown::required_return(market) => Err(reason),
            Err(_) => side.required_return(),
        };
        let own = match found {
            Err(_) if self.unknown == Unknown::Unexplained => self.own(side, required),
            found => found,
        };
        let warranted = own.and_then(|(_, figures)| model?.forward_pe(&figures));
        WhySideResult {
            required,
            cost: self.cost(market, required),
            warranted,
            premium: own.and_then(|(multiple, _)| gap::premium(multiple, warranted?)),
        }
    }

    /// What one side's required return is made of, with what follows from it.
    fn cost(&self, market: Market, required: Meaningful<f64>) -> Meaningful<CostOfEquity> {
        let follows = self.following(market);
        let cost = self.side(market).cost_of_equity(follows)?;
        match follows {
            Some(ingredient) => Ok(cost.with_value(ingredient, cost.solve(ingredient, required?)?)),
            None => Ok(cost),
        }
    }

    fn own(&self, side: &WhySide, required: Meaningful<f64>) -> Meaningful<(f64, Fundamentals)> {
        let figures = Fundamentals {
            growth: given(side.growth)?,
            return_on_equity: given(side.return_on_equity)?,
            required_return: required?,
        };
        Ok((given(side.multiple)?, figures))
    }
}

impl WhySide {
    /// What owners require: given, or built.
    fn required_return(&self) -> Meaningful<f64> {
        match self.required {
            Some(figure) => Ok(figure.value),
            None => self.cost_of_equity(None)?.rate(),
        }
    }

    /// What the required return is made of, with zero for an ingredient that
    /// follows from it: that need not be given.
    fn cost_of_equity(&self, follows: Option<Ingredient>) -> Meaningful<CostOfEquity> {
        let unless = |ingredient, figure| {
            if follows == Some(ingredient) {
                Ok(0.0)
            } else {
                given(figure)
            }
        };
        Ok(CostOfEquity {
            risk_free: unless(Ingredient::RiskFree, self.risk_free)?,
            beta: unless(Ingredient::Beta, self.beta)?,
            mature_premium: unless(Ingredient::MaturePremium, self.premium)?,
            lambda: unless(Ingredient::Lambda, self.exposure)?,
            country_risk_premium: unless(Ingredient::CountryRiskPremium, self.country)?,
        })
    }
}
