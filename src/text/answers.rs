//! The answer of each section, in one sentence or two, from its results.

use super::{
    Language, Phrase, Word, fill, has,
    numbers::{Shape, plain, show, show_figure},
};
use crate::{
    valuation::{
        Meaningful, NotMeaningful,
        attribution::{Driver, Method},
        claim::{Check, Implied, Quantity, Verdict},
        gap::Gap,
        rerating::Outcome,
        solve::Unknown,
    },
    workbook::{
        Claim, Figure, Goal, Known, Markets, Name, PastResult, PastResults, Section, Sector,
        SectorsResults, Unit, WhatIf, WhatIfResults, Workbook,
    },
};

impl Language {
    /// Whether the figures of the claim agree.
    #[must_use]
    pub fn claim_answer(self, claim: &Claim, check: &Meaningful<Check>) -> String {
        let check = match check {
            Ok(check) => check,
            Err(reason) => return self.reason(*reason).to_owned(),
        };
        let given = |quantity| self.claimed(claim, quantity);
        let open = check
            .implied
            .iter()
            .find(|implied| claim.unknown == Some(implied.quantity))
            .and_then(|implied| self.implied_told(Word::ClaimSolved, claim, implied));
        match check.verdict {
            Verdict::Agree(_) | Verdict::NotEnough if open.is_some() => open.unwrap_or_default(),
            Verdict::Agree(_) => self.word(Word::ClaimAgree).to_owned(),
            Verdict::Disagree => {
                let told = check.implied.iter().rev().find_map(|implied| {
                    let [first, second] = implied.said();
                    let made = implied.estimate.ok()?;
                    let unit = implied.quantity.unit();
                    let claimed = claim.read(implied.quantity)?.value;
                    let mut pair = [self.amount(made.value, unit), given(implied.quantity)?];
                    if pair[0] == pair[1] {
                        pair = self.apart([made.value, claimed], unit);
                    }
                    let [made, claimed] = &pair;
                    Some(fill(
                        self.word(Word::ClaimDisagree),
                        &[
                            &given(first)?,
                            &given(second)?,
                            self.quantity_within(implied.quantity),
                            made,
                            claimed,
                        ],
                    ))
                });
                told.unwrap_or_else(|| self.word(Word::ClaimDisagreeOnly).to_owned())
            }
            Verdict::NotEnough => {
                let told = check
                    .implied
                    .last()
                    .and_then(|implied| self.implied_told(Word::ClaimImplies, claim, implied));
                told.unwrap_or_else(|| {
                    let made = check.implied.iter();
                    let reasons = made.filter_map(|implied| implied.estimate.err());
                    let mut reasons = reasons.filter(|of| *of != NotMeaningful::MissingInput);
                    let reason = reasons.next().map(|reason| self.reason(reason));
                    reason.unwrap_or(self.word(Word::ClaimNothing)).to_owned()
                })
            }
        }
    }

    /// What two figures of a claim make of a third.
    fn implied_told(self, word: Word, claim: &Claim, implied: &Implied) -> Option<String> {
        let [first, second] = implied.said();
        let made = implied.estimate.ok()?;
        Some(fill(
            self.word(word),
            &[
                &self.claimed(claim, first)?,
                &self.claimed(claim, second)?,
                self.quantity_within(implied.quantity),
                &self.amount(made.value, implied.quantity.unit()),
            ],
        ))
    }

    /// A figure of a claim as it was printed.
    fn claimed(self, claim: &Claim, quantity: Quantity) -> Option<String> {
        claim.read(quantity).map(|figure| match quantity.unit() {
            unit @ Unit::Money => self.amount(figure.value, unit),
            unit => show_figure(figure, unit, self),
        })
    }

    /// How the sectors' gaps stand.
    #[must_use]
    pub fn sectors_answer(
        self,
        rows: &[Sector],
        results: &SectorsResults,
        markets: &Markets,
    ) -> String {
        let (a, b) = (self.in_sentence(&markets.a), self.in_sentence(&markets.b));
        let gaps: Vec<Gap> = results.rows.iter().filter_map(|row| row.gap.ok()).collect();
        match gaps.as_slice() {
            [] => self.word(Word::SectorsNone).to_owned(),
            [gap] => {
                let word = if gap.premium < 0.0 {
                    Word::SingleDiscount
                } else if gap.premium > 0.0 {
                    Word::SinglePremium
                } else {
                    Word::SingleParity
                };
                let [premium, upside] = self.gap_sizes(gap);
                self.begun(fill(self.word(word), &[&a, &b, &premium, &upside]))
            }
            gaps => {
                let told = [
                    Some(self.counted(rows, results, gaps.len(), [&a, &b])),
                    self.widest(rows, results),
                ];
                let told: Vec<String> = told.into_iter().flatten().collect();
                self.begun(told.join(self.between_sentences()))
            }
        }
    }

    /// In how many rows there is a discount, and in how many a premium. Where
    /// every row is one measure, they are measures and not sectors.
    fn counted(
        self,
        rows: &[Sector],
        results: &SectorsResults,
        gaps: usize,
        [a, b]: [&str; 2],
    ) -> String {
        let (discounts, premiums) = (results.discounts, results.premiums);
        let word = match (discounts, premiums) {
            (0, 0) => return fill(self.word(Word::SingleParity), &[a, b]),
            (_, 0) => Word::SectorsDiscounts,
            (0, _) => Word::SectorsPremiums,
            _ => Word::SectorsCount,
        };
        let is_measure = |row: &Sector| matches!(row.name, Name::Known(Known::Measure(_)));
        let of = if rows.iter().all(is_measure) {
            Word::OfMeasures
        } else {
            Word::OfSectors
        };
        let count = |count: usize| count.to_string();
        let mut told = fill(
            self.word(word),
            &[
                a,
                b,
                &count(discounts),
                &count(gaps),
                &count(premiums),
                self.word(of),
            ],
        );
        let at_parity = gaps.saturating_sub(discounts + premiums);
        if at_parity > 0 {
            told.push_str(self.between_sentences());
            told.push_str(&fill(
                self.word(Word::SectorsAtParity),
                &[&count(at_parity)],
            ));
        }
        told
    }

    /// The widest discount, or, where there is none, the widest premium.
    fn widest(self, rows: &[Sector], results: &SectorsResults) -> Option<String> {
        let (word, index) = match (results.widest_discount, results.widest_premium) {
            (Some(index), _) => (Word::WidestDiscount, index),
            (None, index) => (Word::WidestPremium, index?),
        };
        let gap = results.rows.get(index)?.gap.ok()?;
        let name = match &rows.get(index)?.name {
            Name::Known(known) => self.within(self.known(*known)),
            Name::Own(own) => own.clone(),
        };
        let [premium, upside] = self.gap_sizes(&gap);
        Some(fill(self.word(word), &[&name, &premium, &upside]))
    }

    /// How large a gap is, and the change that would close it, without signs.
    fn gap_sizes(self, gap: &Gap) -> [String; 2] {
        [gap.premium, gap.upside_to_parity].map(|part| self.amount(part.abs(), Unit::Ratio))
    }

    /// What the past moves were made of.
    #[must_use]
    pub fn past_answer(self, results: &PastResults, markets: &Markets) -> String {
        let moves = [(&results.a, &markets.a), (&results.b, &markets.b)].map(|(past, market)| {
            let market = self.name(market);
            (self.move_told(past, &market), market)
        });
        if let [(Err(reason), _), (Err(other), _)] = &moves
            && reason == other
        {
            return self.reason(*reason).to_owned();
        }
        let told = moves.map(|(told, market)| {
            told.unwrap_or_else(|reason| {
                fill(self.word(Word::Labelled), &[&market, self.reason(reason)])
            })
        });
        told.join(self.between_sentences())
    }

    /// A part of a past move, as a number and as it is shown, in the unit of its
    /// method: log points, or percent of the start.
    #[must_use]
    pub fn part_of_move(self, amount: f64, method: Method) -> (f64, String) {
        match method {
            Method::Log => {
                let points = 100.0 * amount;
                (points, plain(points, Shape::fixed(1).signed()))
            }
            Method::Lmdi | Method::Shapley | Method::Sequential | Method::FirstOrder => {
                (amount, self.signed_percent(amount))
            }
        }
    }

    /// A past move, by the shares of the way to split it.
    fn move_told(self, past: &PastResult, market: &str) -> Meaningful<String> {
        let split = past.split?;
        let share = |driver| split.parts.of(driver).share;
        let rest = [Driver::Shares, Driver::Dividends, Driver::Currency].map(share);
        let rest: f64 = rest.into_iter().flatten().sum();
        let phrase = if rest == 0.0 {
            Phrase::PastMove
        } else {
            Phrase::PastMoveRest
        };
        let total = show(past.total?, Unit::Ratio, Shape::up_to(1).signed(), self);
        Ok(fill(
            self.phrase(phrase),
            &[
                market,
                &total,
                &self.whole(share(Driver::Rerating)?),
                &self.whole(share(Driver::Earnings)?),
                &self.whole(rest),
            ],
        ))
    }

    /// What the re-rating would be worth, or what has to hold for the goal.
    #[must_use]
    pub fn what_if_answer(self, what_if: &WhatIf, results: &WhatIfResults, market: &str) -> String {
        let outcome = match results.outcome {
            Ok(outcome) => outcome,
            Err(reason) if what_if.unknown.is_return() => return self.reason(reason).to_owned(),
            Err(reason) => {
                let why = self.reason(reason);
                let told = match self.out_of_reach(what_if, results) {
                    Some(bound) if reason == NotMeaningful::NoSolution => bound,
                    Some(bound) => [why, self.between_sentences(), &bound].concat(),
                    None => why.to_owned(),
                };
                return fill(self.word(Word::Unsolved), &[&told]);
            }
        };
        match results.solution {
            Some(Ok(solution)) => {
                let field = what_if.unknown.field();
                let is_time = what_if.unknown == Unknown::Years;
                let phrase = match (what_if.goal, is_time) {
                    (Goal::Total, false) => Phrase::WhatIfSolvedTotal,
                    (Goal::Annual, false) => Phrase::WhatIfSolvedAnnual,
                    (Goal::Total, true) => Phrase::WhatIfYearsTotal,
                    (Goal::Annual, true) => Phrase::WhatIfYearsAnnual,
                };
                let value = if is_time {
                    self.time(solution.value)
                } else {
                    self.amount(solution.value, field.spec().unit)
                };
                let mut told = fill(
                    self.phrase(phrase),
                    &[
                        &what_if
                            .asked()
                            .map(|goal| show_figure(goal, Unit::Ratio, self))
                            .unwrap_or_default(),
                        market,
                        &self.within(self.field(field)),
                        &value,
                    ],
                );
                if solution.others {
                    told.push_str(self.between_sentences());
                    told.push_str(self.phrase(Phrase::WhatIfLaterToo));
                }
                told
            }
            _ => self.return_told(what_if, &outcome, market),
        }
    }

    /// Which returns the unknown can give at all, where it does not give the one
    /// that is asked for.
    fn out_of_reach(self, what_if: &WhatIf, results: &WhatIfResults) -> Option<String> {
        let [low, high] = results.reach?;
        let goal = what_if.goal.field();
        let asked = what_if.asked()?.value;
        let (phrase, bound) = if asked < low {
            (Phrase::WhatIfNoLess, low)
        } else if asked > high {
            (Phrase::WhatIfNoMore, high)
        } else {
            return None;
        };
        let [bound, asked] = self.apart([bound, asked], Unit::Ratio);
        let unknown = self.field(what_if.unknown.field());
        let told = [unknown, self.field(goal), &bound, &asked];
        Some(fill(self.phrase(phrase), &told))
    }

    fn return_told(self, what_if: &WhatIf, outcome: &Outcome, market: &str) -> String {
        let given = |figure: Option<Figure>, unit| {
            figure
                .map(|figure| show_figure(figure, unit, self))
                .unwrap_or_default()
        };
        let percent = |value| show(value, Unit::Ratio, Shape::up_to(1), self);
        let growth = what_if.growth.map_or(0.0, |figure| figure.value);
        let grows = if growth < 0.0 {
            Phrase::EarningsFall
        } else {
            Phrase::EarningsGrow
        };
        let now = given(what_if.multiple, Unit::Multiple);
        let exit = self.amount(outcome.exit_multiple, Unit::Multiple);
        let phrase = if exit == now {
            Phrase::WhatIfAnswerStill
        } else {
            Phrase::WhatIfAnswer
        };
        fill(
            self.phrase(phrase),
            &[
                &fill(self.phrase(grows), &[&percent(growth.abs())]),
                &now,
                &exit,
                market,
                &percent(outcome.total),
                &given(what_if.years, Unit::Years),
                &percent(outcome.annual),
            ],
        )
    }

    /// A computed amount in a sentence: in as many digits as it deserves.
    #[must_use]
    pub fn amount(self, value: f64, unit: Unit) -> String {
        let shape = match unit {
            Unit::Money | Unit::Ratio | Unit::Multiple => Shape::up_to(1),
            Unit::Years | Unit::Number | Unit::Day => Shape::up_to(2),
        };
        show(value, unit, shape, self)
    }

    /// A section's answer, which names the figures that it cannot do without
    /// where it would say no more than that it lacks some.
    #[must_use]
    pub fn complete(self, answer: String, workbook: &Workbook, section: Section) -> String {
        if answer != self.reason(NotMeaningful::MissingInput) {
            return answer;
        }
        let missing = workbook.missing(section).into_iter();
        let names: Vec<String> = missing
            .map(|field| self.field_of(field, &workbook.markets))
            .collect();
        if names.is_empty() {
            return answer;
        }
        fill(self.phrase(Phrase::StillMissing), &[&self.listed(&names)])
    }

    /// Two values that differ, in as many digits as it takes to see it.
    #[must_use]
    pub(super) fn apart(self, values: [f64; 2], unit: Unit) -> [String; 2] {
        let shown = |decimals| values.map(|value| show(value, unit, Shape::up_to(decimals), self));
        let mut found = (1..9).map(shown).filter(|[one, other]| one != other);
        found.next().unwrap_or_else(|| shown(1))
    }

    /// The ends of a range, each in as many decimals as the other: "65.4%" and
    /// "72.0%".
    #[must_use]
    pub fn range_ends(self, [low, high]: [f64; 2], unit: Unit) -> [String; 2] {
        let ends = [low, high].map(|end| self.amount(end, unit));
        let is_whole = !ends.iter().any(|end| has(end, '.'));
        match unit {
            Unit::Ratio | Unit::Multiple if !is_whole => {
                [low, high].map(|end| show(end, unit, Shape::fixed(1), self))
            }
            _ => ends,
        }
    }

    /// A fraction in whole percent.
    fn whole(self, value: f64) -> String {
        show(value, Unit::Ratio, Shape::fixed(0), self)
    }

    /// Sentences one after another.
    #[must_use]
    pub fn sentences(self, words: &[Word]) -> String {
        let said: Vec<&str> = words.iter().map(|&word| self.word(word)).collect();
        said.join(self.between_sentences())
    }

    /// What parts two sentences.
    pub const fn between_sentences(self) -> &'static str {
        match self {
            Self::English => " ",
            Self::SimplifiedChinese | Self::TraditionalChinese => "",
        }
    }
}
