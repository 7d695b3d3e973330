//! From a workbook to its results. Total: every workbook has results, and a
//! figure that cannot be given is there with the reason.

mod after_growth;
mod cross_section;
mod why;

pub use self::after_growth::{AfterGrowth, evaluate_after_growth};
pub use self::cross_section::{Compared, LeftOut, Regression, Regressor, evaluate_regression};
pub use self::why::{WhyGap, WhyResults, WhySideResult, evaluate_why};

use serde::Serialize;

use super::{
    CatalystsResults, CatchingUpResults, Claim, ClaimKind, Exit, Figure, Goal, Past, PastMove,
    ScaleResults, ScenariosResults, Sector, SensitivityResults, Spec, WhatIf, Workbook, catalysts,
    evaluate_catching_up, evaluate_scale,
};
use crate::valuation::{
    Meaningful, NotMeaningful,
    attribution::{HoldingPeriod, Method, Split, split},
    claim::{ChangeClaim, Check, Estimate, Printed, Quantity, RatioClaim, ShareClaim, Verdict},
    decomposition::Sources,
    gap::{self, Agreement, Gap, WeightedPair},
    incremental::from_incremental_pe,
    rerating::{self, Outcome, Outlook},
    solve::{self, Solution, Unknown},
};

/// All that a workbook's inputs amount to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Results {
    /// Whether the claim's figures agree, and what they imply.
    pub claim: Meaningful<Check>,
    /// The value of the claim's figure that is left open, where one is.
    pub claim_solution: Option<Meaningful<Estimate>>,
    /// The gaps of the sectors.
    pub sectors: SectorsResults,
    /// The gaps that growth leaves.
    pub after_growth: AfterGrowth,
    /// What explains the gap.
    pub why: WhyResults,
    /// A multiple regressed across industries.
    pub regression: Regression,
    /// The past move's parts.
    pub past: PastResults,
    /// What the re-rating would be worth.
    pub what_if: WhatIfResults,
    /// How large the market is, and what its spending carries.
    pub scale: ScaleResults,
    /// How fast the gap closes.
    pub catching_up: CatchingUpResults,
}

/// The gaps of the sectors and their total.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SectorsResults {
    /// One result a row, in the rows' order.
    pub rows: Vec<SectorResult>,
    /// The weighted total over the rows that have a gap.
    pub total: Meaningful<Gap>,
    /// How many rows have a gap below zero.
    pub discounts: usize,
    /// How many rows have a gap above zero.
    pub premiums: usize,
    /// The row with the widest discount, where any has one.
    pub widest_discount: Option<usize>,
    /// The row with the widest premium, where any has one.
    pub widest_premium: Option<usize>,
}

/// One sector's gap.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct SectorResult {
    /// The gap between the two multiples.
    pub gap: Meaningful<Gap>,
    /// Whether the figures bear out the direction stated, where one is.
    pub agreement: Option<Meaningful<Agreement>>,
}

/// The past moves of both markets.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PastResults {
    /// The first market's move.
    pub a: PastResult,
    /// The second market's move.
    pub b: PastResult,
}

/// A past move and what it was made of.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct PastResult {
    /// Earnings growth and re-rating, from the incremental P/E.
    pub sources: Meaningful<Sources>,
    /// What happened to a holder over the time.
    pub holding: Meaningful<HoldingPeriod>,
    /// The holder's return.
    pub total: Meaningful<f64>,
    /// The return split among its drivers.
    pub split: Meaningful<Split>,
}

/// What the re-rating would be worth, with the unknown solved.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WhatIfResults {
    /// The model that the inputs and the solution describe together.
    pub outlook: Meaningful<Outlook>,
    /// The value of the unknown, where it is not the return.
    pub solution: Option<Meaningful<Solution>>,
    /// The lowest and the highest of the return asked for, whatever the unknown
    /// within its limits, where no value gives that return.
    pub reach: Option<[f64; 2]>,
    /// What comes of the inputs and the solution together.
    pub outcome: Meaningful<Outcome>,
    /// The return split among its drivers, in parts of the starting value whose
    /// shares are those of the logarithms.
    pub split: Meaningful<Split>,
    /// How the return depends on what is assumed.
    pub sensitivity: SensitivityResults,
    /// What the cases come to.
    pub scenarios: ScenariosResults,
    /// What the catalysts come to by the end.
    pub catalysts: CatalystsResults,
}

/// The results of a workbook.
#[must_use]
pub fn evaluate(workbook: &Workbook) -> Results {
    let claim = evaluate_claim(&workbook.claim);
    Results {
        claim_solution: claim_solution(&workbook.claim, &claim),
        claim,
        sectors: evaluate_sectors(&workbook.sectors),
        after_growth: evaluate_after_growth(&workbook.sectors),
        why: evaluate_why(&workbook.why),
        regression: evaluate_regression(workbook.preset, workbook.why.regressed),
        past: evaluate_past(&workbook.past),
        what_if: evaluate_what_if(&workbook.what_if),
        scale: evaluate_scale(&workbook.scale),
        catching_up: evaluate_catching_up(&workbook.catching_up, &workbook.what_if),
    }
}

impl Results {
    /// What is known before anything is evaluated: nothing.
    #[must_use]
    pub fn missing() -> Self {
        const MISSING: NotMeaningful = NotMeaningful::MissingInput;
        let past = PastResult {
            sources: Err(MISSING),
            holding: Err(MISSING),
            total: Err(MISSING),
            split: Err(MISSING),
        };
        Self {
            claim: Err(MISSING),
            claim_solution: None,
            sectors: SectorsResults {
                rows: Vec::new(),
                total: Err(MISSING),
                discounts: 0,
                premiums: 0,
                widest_discount: None,
                widest_premium: None,
            },
            after_growth: AfterGrowth::missing(MISSING),
            why: WhyResults::missing(MISSING),
            regression: Regression::missing(MISSING),
            past: PastResults { a: past, b: past },
            what_if: WhatIfResults {
                outlook: Err(MISSING),
                solution: None,
                reach: None,
                outcome: Err(MISSING),
                split: Err(MISSING),
                sensitivity: SensitivityResults::missing(MISSING),
                scenarios: ScenariosResults::missing(MISSING),
                catalysts: CatalystsResults::missing(MISSING),
            },
            scale: ScaleResults::MISSING,
            catching_up: CatchingUpResults::MISSING,
        }
    }
}

/// Whether the figures of the claim agree.
///
/// # Errors
/// Where a figure is outside what the relation can mean, as a start below zero.
pub fn evaluate_claim(claim: &Claim) -> Meaningful<Check> {
    let printed = |quantity: Quantity| {
        let given = claim
            .read(quantity)
            .filter(|_| claim.unknown != Some(quantity));
        given.map(|Figure { value, half_unit }| Printed::around(value, half_unit))
    };
    match claim.kind {
        ClaimKind::Change => ChangeClaim {
            start: printed(Quantity::Start),
            change: printed(Quantity::Change),
            percent: printed(Quantity::Percent),
            end: printed(Quantity::End),
        }
        .check(),
        ClaimKind::Share => ShareClaim {
            part: printed(Quantity::Part),
            whole: printed(Quantity::Whole),
            share: printed(Quantity::Share),
        }
        .check(),
        ClaimKind::Ratio => RatioClaim {
            numerator: printed(Quantity::Numerator),
            denominator: printed(Quantity::Denominator),
            ratio: printed(Quantity::Ratio),
        }
        .check(),
    }
}

/// What the others make of the figure that is left open; none where no figure
/// of the claim's kind is. Of several ways to work it out, the one that the
/// printed digits leave the least open.
#[must_use]
pub fn claim_solution(claim: &Claim, check: &Meaningful<Check>) -> Option<Meaningful<Estimate>> {
    let unknown = claim.unknown?;
    if !claim.kind.quantities().contains(&unknown) {
        return None;
    }
    Some(check.as_ref().map_err(|&reason| reason).and_then(|check| {
        if check.verdict == Verdict::Disagree {
            return Err(NotMeaningful::FiguresContradict);
        }
        let ways = check.implied.iter().filter(|way| way.quantity == unknown);
        let width = |estimate: &Estimate| {
            let interval = estimate.interval.ok();
            interval.map_or(f64::INFINITY, |interval| interval.high - interval.low)
        };
        ways.map(|way| way.estimate)
            .min_by(|one, other| {
                let width = |way: &Meaningful<Estimate>| way.as_ref().map_or(f64::INFINITY, width);
                width(one).total_cmp(&width(other))
            })
            .unwrap_or(Err(NotMeaningful::MissingInput))
    }))
}

/// The gap of one sector.
#[must_use]
pub fn evaluate_sector(row: &Sector) -> SectorResult {
    let pair = given(row.a).and_then(|a| Ok((a, given(row.b)?)));
    SectorResult {
        gap: pair.and_then(|(a, b)| gap::between(a, b)),
        agreement: row
            .stated
            .map(|stated| pair.and_then(|(a, b)| gap::agreement(stated, a, b))),
    }
}

/// The gaps of all sectors and their total.
#[must_use]
pub fn evaluate_sectors(rows: &[Sector]) -> SectorsResults {
    let results: Vec<SectorResult> = rows.iter().map(evaluate_sector).collect();
    let premium = |result: &SectorResult| result.gap.map(|gap| gap.premium).ok();
    let pairs: Vec<WeightedPair> = rows
        .iter()
        .zip(&results)
        .filter(|(_, result)| result.gap.is_ok())
        .filter_map(|(row, _)| {
            Some(WeightedPair {
                multiple: row.a?.value,
                peer: row.b?.value,
                weight: row.weight?.value,
            })
        })
        .collect();
    let widest = |below_zero: fn(f64) -> f64| {
        let rows = results.iter().enumerate();
        rows.filter_map(|(index, result)| Some((index, below_zero(premium(result)?))))
            .filter(|(_, gap)| *gap < 0.0)
            .min_by(|(_, one), (_, other)| one.total_cmp(other))
            .map(|(index, _)| index)
    };
    SectorsResults {
        total: gap::total(&pairs),
        discounts: results
            .iter()
            .filter_map(premium)
            .filter(|p| *p < 0.0)
            .count(),
        premiums: results
            .iter()
            .filter_map(premium)
            .filter(|p| *p > 0.0)
            .count(),
        widest_discount: widest(|discount| discount),
        widest_premium: widest(|premium| -premium),
        rows: results,
    }
}

/// What the past moves of both markets were made of.
#[must_use]
pub fn evaluate_past(past: &Past) -> PastResults {
    PastResults {
        a: evaluate_move(&past.a, past.method),
        b: evaluate_move(&past.b, past.method),
    }
}

fn evaluate_move(past: &PastMove, method: Method) -> PastResult {
    let sources = given(past.change).and_then(|change| {
        from_incremental_pe(change, given(past.multiple)?, given(past.incremental)?)
    });
    let holding = sources.and_then(|sources| {
        Ok(HoldingPeriod {
            earnings_growth: sources.earnings_growth,
            rerating: sources.rerating,
            share_change: given(past.shares)?,
            dividends: given(past.dividends)?,
            currency_change: given(past.currency)?,
        })
    });
    PastResult {
        sources,
        holding,
        total: holding.and_then(|holding| holding.total()),
        split: holding.and_then(|holding| split(&holding.factors()?, method)),
    }
}

/// What the re-rating would be worth.
#[must_use]
pub fn evaluate_what_if(what_if: &WhatIf) -> WhatIfResults {
    let solution = (!what_if.unknown.is_return()).then(|| what_if.solution());
    let outcome = match solution {
        None => what_if.outlook().and_then(|outlook| outlook.outcome()),
        Some(solution) => solution.map(|solution| solution.outcome),
    };
    let outlook = match solution {
        None => what_if.outlook(),
        Some(solution) => solution.map(|solution| solution.outlook),
    };
    WhatIfResults {
        outlook,
        solution,
        reach: match solution {
            Some(Err(_)) => what_if.reach(),
            _ => None,
        },
        outcome,
        split: outcome.and_then(|outcome| split(&outcome.factors, Method::Lmdi)),
        sensitivity: what_if.sensitivity(outlook),
        scenarios: what_if.scenarios.results(outlook),
        catalysts: catalysts::results(&what_if.catalysts, what_if.from, outlook),
    }
}

impl WhatIf {
    /// The multiples of the two markets, of which one may be solved for.
    ///
    /// Not meaningful: one of them is missing, or as
    /// [`solve`](solve::solve) says.
    pub(super) fn multiples(&self) -> Meaningful<(f64, f64)> {
        if self.solves_a_multiple() {
            let outlook = self.solution()?.outlook;
            let peer = outlook.peer_multiple.ok_or(NotMeaningful::MissingInput)?;
            return Ok((outlook.multiple, peer));
        }
        Ok((given(self.multiple)?, given(self.peer)?))
    }

    /// Whether one of the two multiples is solved for.
    pub(super) const fn solves_a_multiple(&self) -> bool {
        matches!(self.unknown, Unknown::Multiple | Unknown::PeerMultiple)
    }

    /// The return that is asked for.
    #[must_use]
    pub const fn asked(&self) -> Option<Figure> {
        match self.goal {
            Goal::Total => self.total,
            Goal::Annual => self.annual,
        }
    }

    /// The value of the unknown for which the return is the goal.
    fn solution(&self) -> Meaningful<Solution> {
        let asked = given(self.asked())?;
        let goal = match self.goal {
            Goal::Total => solve::Goal::Total(asked),
            Goal::Annual => solve::Goal::Annual(asked),
        };
        solve::solve(&self.outlook()?, self.unknown, goal)
    }

    /// The lowest and the highest return, total or a year as it is asked for,
    /// that any value of the unknown gives within its limits.
    fn reach(&self) -> Option<[f64; 2]> {
        const PIECES: u32 = 256;
        let outlook = self.outlook().ok()?;
        let Spec { min, max, .. } = self.unknown.field().spec();
        let returns = (0..=PIECES).filter_map(|piece| {
            // Closer together where the values are small, as years are.
            let share = f64::from(piece) / f64::from(PIECES);
            let value = min + (max - min) * share * share * share;
            let there = solve::with_value(&outlook, self.unknown, value);
            Some(self.goal.of(&there.outcome().ok()?))
        });
        returns.fold(None, |reach, value| {
            let [low, high] = reach.unwrap_or([value; 2]);
            Some([low.min(value), high.max(value)])
        })
    }

    /// The model that the inputs describe. What is solved for need not be
    /// given.
    fn outlook(&self) -> Meaningful<Outlook> {
        let unless = |unknown, figure, stand_in| {
            if self.unknown == unknown {
                Ok(stand_in)
            } else {
                given(figure)
            }
        };
        let multiple = unless(Unknown::Multiple, self.multiple, 1.0)?;
        let exit = match (self.unknown, self.exit) {
            (asked, _) if asked.is_exit() => rerating::Exit::Target(multiple),
            (_, Exit::Closure) => rerating::Exit::Closure(given(self.closure)?),
            (_, Exit::Target) => rerating::Exit::Target(given(self.target)?),
        };
        Ok(Outlook {
            multiple,
            peer_multiple: match self.unknown {
                Unknown::PeerMultiple => Some(1.0),
                _ => self.peer.map(|peer| peer.value),
            },
            exit,
            closing: self.rule,
            earnings_growth: unless(Unknown::EarningsGrowth, self.growth, 0.0)?,
            years: unless(Unknown::Years, self.years, 1.0)?,
            dividend_yield: unless(Unknown::DividendYield, self.dividend, 0.0)?,
            share_change: unless(Unknown::Shares, self.shares, 0.0)?,
            currency_change: unless(Unknown::Currency, self.currency, 0.0)?,
        })
    }
}

/// The value of a figure, which the reader may have left out.
pub(super) fn given(figure: Option<Figure>) -> Meaningful<f64> {
    figure
        .map(|figure| figure.value)
        .ok_or(NotMeaningful::MissingInput)
}
