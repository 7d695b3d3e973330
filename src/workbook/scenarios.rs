//! Bear, base, bull and the reader's own case, with their probabilities.

use serde::{Deserialize, Serialize};

use super::{Field, Figure, evaluate::given};
use crate::valuation::{
    Meaningful, NotMeaningful,
    compounding::over_years,
    rerating::{Exit, Outlook},
    scenario::{
        Expectation, Scenario, break_even_probability_of, expectation, probability_of_reaching,
    },
};

/// One of the cases with odds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Case {
    /// What goes wrong.
    Bear,
    /// What is expected on the whole.
    Base,
    /// What goes well.
    Bull,
    /// The inputs of what if themselves.
    Own,
}

/// What one case assumes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CaseInputs {
    /// Growth of earnings a year, as a fraction.
    pub growth: Option<Figure>,
    /// The share of the gap that closes.
    pub closure: Option<Figure>,
    /// How likely it is, from 0 to 1.
    pub probability: Option<Figure>,
}

/// The cases, and how their probabilities are kept at one in sum.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scenarios {
    /// The case whose probability is what the others leave.
    pub gives_way: Case,
    /// The bear case.
    pub bear: CaseInputs,
    /// The base case.
    pub base: CaseInputs,
    /// The bull case.
    pub bull: CaseInputs,
    /// How likely the reader's own case is.
    pub own_probability: Option<Figure>,
    /// The return a year to reach, as a fraction.
    pub goal: Option<Figure>,
}

/// What one case comes to.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct CaseResult {
    /// Growth of earnings a year.
    pub growth: Meaningful<f64>,
    /// The share of the gap that closes.
    pub closure: Meaningful<f64>,
    /// How likely it is, given or left by the others.
    pub probability: Meaningful<f64>,
    /// The total return.
    pub total: Meaningful<f64>,
    /// The return a year.
    pub annual: Meaningful<f64>,
}

/// What the cases come to together.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ScenariosResults {
    /// Each case, in the order of [`Case::ALL`].
    pub cases: [CaseResult; 4],
    /// Mean, spread and odds of the total return.
    pub expectation: Meaningful<Expectation>,
    /// The expected total return as a rate a year.
    pub annual: Meaningful<f64>,
    /// How likely the goal is reached.
    pub reaching: Meaningful<f64>,
    /// How likely the bear case would have to be for nothing to be expected, the
    /// others keeping their odds among themselves.
    pub bear_break_even: Meaningful<f64>,
    /// How likely the bull case would have to be for the goal to be what is
    /// expected, the others keeping their odds among themselves.
    pub bull_for_goal: Meaningful<f64>,
}

impl Case {
    /// Every case, in the page's order.
    pub const ALL: [Self; 4] = [Self::Bear, Self::Base, Self::Bull, Self::Own];

    /// The field of its probability.
    #[must_use]
    pub const fn probability(self) -> Field {
        match self {
            Self::Bear => Field::BearProbability,
            Self::Base => Field::BaseProbability,
            Self::Bull => Field::BullProbability,
            Self::Own => Field::OwnProbability,
        }
    }

    /// The fields of its growth and of its closure; none where they are the
    /// inputs of what if.
    #[must_use]
    pub const fn assumes(self) -> Option<(Field, Field)> {
        match self {
            Self::Bear => Some((Field::BearGrowth, Field::BearClosure)),
            Self::Base => Some((Field::BaseGrowth, Field::BaseClosure)),
            Self::Bull => Some((Field::BullGrowth, Field::BullClosure)),
            Self::Own => None,
        }
    }
}

impl CaseInputs {
    const fn blank() -> Self {
        Self {
            growth: None,
            closure: None,
            probability: None,
        }
    }
}

impl ScenariosResults {
    /// Nothing, for a reason.
    pub(super) const fn missing(reason: NotMeaningful) -> Self {
        let case = CaseResult {
            growth: Err(reason),
            closure: Err(reason),
            probability: Err(reason),
            total: Err(reason),
            annual: Err(reason),
        };
        Self {
            cases: [case; 4],
            expectation: Err(reason),
            annual: Err(reason),
            reaching: Err(reason),
            bear_break_even: Err(reason),
            bull_for_goal: Err(reason),
        }
    }

    /// What one case comes to.
    #[must_use]
    pub const fn of(&self, case: Case) -> &CaseResult {
        let [bear, base, bull, own] = &self.cases;
        match case {
            Case::Bear => bear,
            Case::Base => base,
            Case::Bull => bull,
            Case::Own => own,
        }
    }
}

impl Scenarios {
    pub(super) const fn blank() -> Self {
        Self {
            gives_way: Case::Own,
            bear: CaseInputs::blank(),
            base: CaseInputs::blank(),
            bull: CaseInputs::blank(),
            own_probability: None,
            goal: None,
        }
    }

    /// Follows what the reader types: a probability that was left by the others
    /// becomes a given one, and another gives way.
    pub(super) fn typed(&mut self, field: Field) {
        if field == self.gives_way.probability() {
            self.gives_way = match self.gives_way {
                Case::Own => Case::Base,
                Case::Bear | Case::Base | Case::Bull => Case::Own,
            };
        }
    }

    /// A probability that another has give way does so again once it is brought
    /// back to what it is there.
    pub(super) fn take_role(&mut self, field: Field, from: &Self) {
        if field == from.gives_way.probability() {
            self.gives_way = from.gives_way;
        }
    }

    const fn inputs(&self, case: Case) -> CaseInputs {
        match case {
            Case::Bear => self.bear,
            Case::Base => self.base,
            Case::Bull => self.bull,
            Case::Own => CaseInputs {
                probability: self.own_probability,
                ..CaseInputs::blank()
            },
        }
    }

    /// How likely a case is: as given, or what the others leave, which is below
    /// zero nowhere.
    fn probability(&self, case: Case) -> Meaningful<f64> {
        if case != self.gives_way {
            return given(self.inputs(case).probability);
        }
        let mut left = 1.0;
        for other in Case::ALL.into_iter().filter(|other| *other != case) {
            left -= given(self.inputs(other).probability)?;
        }
        // Percentages that add up to 100 do not as binary fractions.
        if left.abs() < 1e-12 {
            return Ok(0.0);
        }
        if left < 0.0 {
            return Err(NotMeaningful::ProbabilitiesInvalid);
        }
        Ok(left)
    }

    /// What the cases come to, where all but growth and closure is as in an
    /// outlook.
    pub(super) fn results(&self, outlook: Meaningful<Outlook>) -> ScenariosResults {
        let cases = Case::ALL.map(|case| self.case(case, outlook));
        let scenarios = scenarios(&cases);
        let scenarios = scenarios.as_deref().map_err(|reason| *reason);
        let expectation = scenarios.and_then(expectation);
        let years = outlook.map(|outlook| outlook.years);
        let goal = given(self.goal).and_then(|goal| Ok(over_years(goal, years?)));
        ScenariosResults {
            cases,
            expectation,
            annual: expectation.and_then(|expected| expected.annual(years?)),
            reaching: scenarios.and_then(|scenarios| probability_of_reaching(scenarios, goal?)),
            bear_break_even: scenarios
                .and_then(|scenarios| break_even_probability_of(scenarios, 0, 0.0)),
            bull_for_goal: scenarios
                .and_then(|scenarios| break_even_probability_of(scenarios, 2, goal?)),
        }
    }

    fn case(&self, case: Case, outlook: Meaningful<Outlook>) -> CaseResult {
        let inputs = self.inputs(case);
        let assumed = match case {
            Case::Own => outlook,
            Case::Bear | Case::Base | Case::Bull => outlook.and_then(|outlook| {
                Ok(Outlook {
                    earnings_growth: given(inputs.growth)?,
                    exit: Exit::Closure(given(inputs.closure)?),
                    ..outlook
                })
            }),
        };
        let outcome = assumed.and_then(|assumed| assumed.outcome());
        CaseResult {
            growth: assumed.map(|assumed| assumed.earnings_growth),
            closure: assumed.and_then(|assumed| assumed.closure()),
            probability: self.probability(case),
            total: outcome.map(|outcome| outcome.total),
            annual: outcome.map(|outcome| outcome.annual),
        }
    }
}

/// The cases with their odds; one that cannot happen need not have a return.
fn scenarios(cases: &[CaseResult; 4]) -> Meaningful<Vec<Scenario>> {
    let mut scenarios = Vec::new();
    for case in cases {
        let probability = case.probability?;
        let total = match case.total {
            Err(_) if probability == 0.0 => 0.0,
            total => total?,
        };
        scenarios.push(Scenario { probability, total });
    }
    Ok(scenarios)
}
