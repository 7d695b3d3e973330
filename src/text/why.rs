//! Why the gap, in words: the answer, and the method with the reader's own
//! figures in it.

use super::{
    Language, Phrase, Word, fill,
    numbers::{Shape, plain, show},
};
use crate::{
    valuation::{
        NotMeaningful,
        explained::{Fundamentals, Reach, Solution, Unknown},
        regression::Fit,
    },
    workbook::{
        Compared, Market, Markets, Regressed, Regression, Unit, Why, WhyResults, WhySideResult,
    },
};

impl Language {
    /// How much of the gap is explained, or what has to hold for it.
    #[must_use]
    pub fn why_answer(self, why: &Why, results: &WhyResults, markets: &Markets) -> String {
        match results.solution {
            Some(Ok(solution)) => self.why_solved(why, results, solution, markets),
            Some(Err(reason)) => self.why_unsolved(why, results, reason, markets),
            None => match results.gap {
                Ok(gap) => {
                    let [a, b] = [&markets.a, &markets.b].map(|market| self.in_sentence(market));
                    let [shown, warranted, unexplained] =
                        [gap.shown, gap.warranted, gap.unexplained];
                    let phrase = if is_nothing(unexplained) {
                        Phrase::WhyAnswerAll
                    } else {
                        Phrase::WhyAnswer
                    };
                    let [shown, warranted, unexplained] =
                        [shown, warranted, unexplained].map(|premium| self.premium_of(premium));
                    self.begun(fill(
                        self.phrase(phrase),
                        &[&a, &b, &shown, &warranted, &unexplained],
                    ))
                }
                Err(reason) => self
                    .why_not(why, results, markets)
                    .unwrap_or_else(|| self.reason(reason).to_owned()),
            },
        }
    }

    fn why_solved(
        self,
        why: &Why,
        results: &WhyResults,
        solution: Solution,
        markets: &Markets,
    ) -> String {
        let [a, b] = [&markets.a, &markets.b].map(|market| self.in_sentence(market));
        let field = why.unknown.field();
        let left = why.unexplained.map_or(0.0, |figure| figure.value);
        let phrase = if is_nothing(left) {
            Phrase::WhySolvedAll
        } else {
            Phrase::WhySolved
        };
        let mut told = fill(
            self.phrase(phrase),
            &[
                &a,
                &b,
                &self.field_of(field, markets),
                &self.amount(solution.value, field.spec().unit),
                &self.premium_of(left),
            ],
        );
        if solution.others {
            told.push_str(self.between_sentences());
            told.push_str(self.phrase(Phrase::WhyAlso));
        }
        if let Some(follows) = self.follows_told(why, results, markets) {
            told.push_str(self.between_sentences());
            told.push_str(&follows);
        }
        told
    }

    /// What follows from the required return that is solved for.
    fn follows_told(self, why: &Why, results: &WhyResults, markets: &Markets) -> Option<String> {
        let mut markets_of = Market::ALL.into_iter();
        let market = markets_of.find(|of| why.unknown == Unknown::required_return(*of))?;
        let ingredient = why.side(market).follows;
        let field = ingredient.field(market);
        let of = self.field_of(field, markets);
        Some(match results.side(market).cost {
            Ok(cost) => fill(
                self.phrase(Phrase::WhyFollows),
                &[&of, &self.amount(cost.value(ingredient), field.spec().unit)],
            ),
            Err(reason) => fill(self.word(Word::Labelled), &[&of, self.reason(reason)]),
        })
    }

    fn why_unsolved(
        self,
        why: &Why,
        results: &WhyResults,
        reason: NotMeaningful,
        markets: &Markets,
    ) -> String {
        let told = match results.reach {
            Some(Reach { low, high, wanted }) if reason == NotMeaningful::NoSolution => {
                let [low, high, wanted] =
                    [low, high, wanted].map(|gap| self.premium_of(libm::expm1(gap)));
                let field = self.field_of(why.unknown.field(), markets);
                fill(
                    self.phrase(Phrase::WhyReach),
                    &[&field, &low, &high, &wanted],
                )
            }
            _ => self
                .why_not(why, results, markets)
                .unwrap_or_else(|| self.reason(reason).to_owned()),
        };
        fill(self.word(Word::Unsolved), &[&told])
    }

    /// Which side warrants no multiple, why, and what would have to change.
    fn why_not(self, why: &Why, results: &WhyResults, markets: &Markets) -> Option<String> {
        let sides = [
            (&why.a, &results.a, &markets.a, OWN),
            (&why.b, &results.b, &markets.b, PEER),
        ];
        sides
            .into_iter()
            .find_map(|(side, result, market, fields)| {
                let reason = result.warranted.err()?;
                let market = self.name(market);
                let figure = |field: Option<crate::workbook::Figure>, asked: Unknown| {
                    (why.unknown != asked).then_some(field?.value)
                };
                let [growth_asked, return_asked] = fields;
                let stable = figure(why.stable_growth, Unknown::StableGrowth);
                let growth = figure(side.growth, growth_asked);
                let profitability = figure(side.return_on_equity, return_asked);
                match reason {
                    NotMeaningful::GrowthAboveReturnOnEquity => {
                        let profitability = profitability?;
                        let above = [growth, stable]
                            .into_iter()
                            .flatten()
                            .find(|growth| *growth > profitability)?;
                        let [above, profitability] =
                            [above, profitability].map(|rate| self.rate(rate));
                        Some(fill(
                            self.phrase(Phrase::WhyGrowthAboveReturn),
                            &[&market, &above, &profitability],
                        ))
                    }
                    NotMeaningful::GrowthNotBelowReturn => {
                        let (stable, required) = (stable?, result.required.ok()?);
                        (stable >= required).then(|| {
                            fill(
                                self.phrase(Phrase::WhyGrowthNotBelowRequired),
                                &[&market, &self.rate(stable), &self.rate(required)],
                            )
                        })
                    }
                    // What is missing is named with its market.
                    NotMeaningful::MissingInput => None,
                    _ if why.unknown == Unknown::Unexplained => Some(fill(
                        self.word(Word::Labelled),
                        &[&market, self.reason(reason)],
                    )),
                    _ => None,
                }
            })
    }

    /// Why the explained part has no parts of its own, where it has none.
    #[must_use]
    pub fn why_not_divided(self, results: &WhyResults) -> String {
        match (results.gap, results.explanation) {
            (Ok(_), Err(reason)) => {
                fill(self.phrase(Phrase::WhyNotDivided), &[self.reason(reason)])
            }
            _ => String::new(),
        }
    }

    /// A premium as a noun: "a discount of 40%".
    #[must_use]
    pub fn premium_of(self, premium: f64) -> String {
        let phrase = if is_nothing(premium) {
            Phrase::ParityOf
        } else if premium < 0.0 {
            Phrase::DiscountOf
        } else {
            Phrase::PremiumOf
        };
        let shown = show(premium.abs(), Unit::Ratio, Shape::up_to(1), self);
        fill(self.phrase(phrase), &[&shown])
    }

    fn rate(self, rate: f64) -> String {
        show(rate, Unit::Ratio, Shape::up_to(2), self)
    }

    /// How it is worked out, with the reader's own figures, a line each: the sides'
    /// required returns and warranted multiples, and the parts of the gap.
    #[must_use]
    pub fn why_told(self, results: &WhyResults, markets: &Markets) -> String {
        let Ok(found) = results.comparison else {
            return String::new();
        };
        let sides = [
            (&results.a, &found.own, self.name(&markets.a)),
            (&results.b, &found.peer, self.name(&markets.b)),
        ];
        let mut told: Vec<String> = sides
            .iter()
            .filter_map(|(result, _, market)| self.required_told(result, market))
            .collect();
        // Within a year there is no power of years to write.
        if found.model.years >= 1.0 {
            told.extend(sides.iter().filter_map(|(result, figures, market)| {
                let Fundamentals {
                    growth,
                    return_on_equity,
                    required_return,
                } = **figures;
                Some(fill(
                    self.phrase(Phrase::WhyMethodSide),
                    &[
                        market,
                        &self.rate(growth),
                        &self.rate(return_on_equity),
                        &self.rate(required_return),
                        &plain(found.model.years, Shape::up_to(2)),
                        &self.rate(found.model.stable_growth),
                        &self.amount(result.warranted.ok()?, Unit::Multiple),
                    ],
                ))
            }));
        }
        if let Ok(parts) = results.explanation {
            let log = |part: f64| plain(part, Shape::fixed(3).signed());
            told.push(fill(
                self.phrase(Phrase::WhyMethodParts),
                &[
                    &self.amount(found.multiple, Unit::Multiple),
                    &self.amount(found.peer_multiple, Unit::Multiple),
                    &log(parts.log_gap),
                    &log(parts.growth),
                    &log(parts.profitability),
                    &log(parts.risk),
                    &log(parts.unexplained),
                ],
            ));
        }
        told.join("\n")
    }

    fn required_told(self, result: &WhySideResult, market: &str) -> Option<String> {
        let number = |value: f64| plain(value, Shape::up_to(3));
        let cost = result.cost.ok()?;
        Some(fill(
            self.phrase(Phrase::WhyMethodRequired),
            &[
                market,
                &self.rate(cost.risk_free),
                &number(cost.beta),
                &self.rate(cost.mature_premium),
                &number(cost.lambda),
                &self.rate(cost.country_risk_premium),
                &self.rate(result.required.ok()?),
            ],
        ))
    }

    /// How much of the variation across industries is explained.
    #[must_use]
    pub fn regression_answer(self, regressed: Regressed, regression: &Regression) -> String {
        let told = || {
            let fit = regression.fit.as_ref().map_err(|reason| *reason)?;
            let [profit, _, _] = regressed.regressors();
            Ok(fill(
                self.phrase(Phrase::RegressionSays),
                &[
                    &fit.observations.to_string(),
                    &self.within(self.regressor(profit)),
                    &show(fit.r_squared?, Unit::Ratio, Shape::fixed(0), self),
                    &self.within(self.measure(regressed.measure())),
                ],
            ))
        };
        told().unwrap_or_else(|reason: NotMeaningful| self.reason(reason).to_owned())
    }

    /// How well the line fits.
    #[must_use]
    pub fn regression_fit(self, fit: &Fit) -> String {
        let share = |share: Result<f64, NotMeaningful>| {
            share.map_or_else(|_| String::from("—"), |share| plain(share, Shape::fixed(2)))
        };
        let mut told = fill(
            self.phrase(Phrase::RegressionFit),
            &[
                &fit.observations.to_string(),
                &share(fit.r_squared),
                &share(fit.adjusted_r_squared),
                &plain(fit.condition, Shape::fixed(1)),
            ],
        );
        if fit.is_ill_conditioned() {
            told.push_str(self.between_sentences());
            told.push_str(self.phrase(Phrase::RegressionIll));
        }
        told
    }

    /// Where an industry stands beside the line.
    #[must_use]
    pub fn regression_stands(self, compared: &Compared, name: &str) -> String {
        let multiple = |multiple| self.amount(multiple, Unit::Multiple);
        let told = || {
            Ok(fill(
                self.phrase(Phrase::RegressionStands),
                &[
                    name,
                    &multiple(compared.multiple?),
                    &multiple(compared.fitted?),
                    &self.premium_of(compared.premium?),
                ],
            ))
        };
        told().unwrap_or_else(|reason: NotMeaningful| {
            fill(
                self.phrase(Phrase::RegressionWithout),
                &[name, self.reason(reason)],
            )
        })
    }

    /// The industries left out, for want of a figure or of a profit; nothing where
    /// there are none.
    #[must_use]
    pub fn left_out(self, missing: bool, names: &[&str]) -> String {
        let phrase = match (names, missing) {
            ([], _) => return String::new(),
            (_, true) => Phrase::LeftOutMissing,
            (_, false) => Phrase::LeftOutUnprofitable,
        };
        let count = names.len().to_string();
        fill(self.phrase(phrase), &[&count, &self.listed(names)])
    }
}

/// Growth and return on equity as unknowns, on either side.
const OWN: [Unknown; 2] = [Unknown::Growth, Unknown::ReturnOnEquity];
const PEER: [Unknown; 2] = [Unknown::PeerGrowth, Unknown::PeerReturnOnEquity];

/// What is shown as 0%.
fn is_nothing(premium: f64) -> bool {
    premium.abs() < 0.000_5
}
