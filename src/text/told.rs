//! The formulas of the first sections with the reader's own figures in them,
//! folded away under each.

use super::{
    Language, Phrase, fill,
    numbers::{Shape, show},
};
use crate::{
    valuation::{
        Meaningful,
        claim::{Check, Quantity},
    },
    workbook::{
        Claim, ClaimKind, Figure, Markets, Name, Past, PastMove, PastResult, PastResults, Sector,
        SectorsResults, Unit,
    },
};

impl Language {
    /// How the claim's figures make one another.
    #[must_use]
    pub fn claim_told(self, claim: &Claim, check: &Meaningful<Check>) -> String {
        let Ok(check) = check else {
            return String::new();
        };
        let made = |quantity: Quantity, from: [Quantity; 2]| {
            let implied = check.implied.iter().find(|implied| {
                implied.quantity == quantity && from.iter().all(|one| implied.from.contains(one))
            });
            let value = implied?.estimate.ok()?.value;
            Some(self.amount(value, quantity.unit()))
        };
        let given =
            |quantity: Quantity| Some(self.amount(claim.read(quantity)?.value, quantity.unit()));
        let quotient = |above, below, result| {
            Some(fill(
                self.phrase(Phrase::ToldQuotient),
                &[
                    &given(above)?,
                    &given(below)?,
                    &made(result, [above, below])?,
                ],
            ))
        };
        let change = || {
            let from = [Quantity::Change, Quantity::Percent];
            Some(fill(
                self.phrase(Phrase::ToldChange),
                &[
                    &given(Quantity::Change)?,
                    &given(Quantity::Percent)?,
                    &made(Quantity::Start, from)?,
                    &made(Quantity::End, from)?,
                ],
            ))
        };
        let told = match claim.kind {
            ClaimKind::Change => {
                change().or_else(|| quotient(Quantity::Change, Quantity::Start, Quantity::Percent))
            }
            ClaimKind::Share => quotient(Quantity::Part, Quantity::Whole, Quantity::Share)
                .or_else(|| quotient(Quantity::Part, Quantity::Share, Quantity::Whole)),
            ClaimKind::Ratio => {
                quotient(Quantity::Numerator, Quantity::Denominator, Quantity::Ratio).or_else(
                    || quotient(Quantity::Numerator, Quantity::Ratio, Quantity::Denominator),
                )
            }
        };
        told.unwrap_or_default()
    }

    /// How the first row's gap is worked out.
    #[must_use]
    pub fn sectors_told(self, rows: &[Sector], results: &SectorsResults) -> String {
        let told = rows.iter().zip(&results.rows).find_map(|(row, result)| {
            let gap = result.gap.ok()?;
            let shape = Shape::up_to(2);
            let multiple =
                |figure: Option<Figure>| Some(show(figure?.value, Unit::Multiple, shape, self));
            Some(fill(
                self.phrase(Phrase::ToldGap),
                &[
                    &self.name(&row.name),
                    &multiple(row.a)?,
                    &multiple(row.b)?,
                    &self.signed_percent(gap.premium),
                    &self.signed_percent(gap.upside_to_parity),
                    &show(gap.log_gap, Unit::Number, Shape::fixed(3).signed(), self),
                ],
            ))
        });
        told.unwrap_or_default()
    }

    /// How each market's earnings growth and re-rating follow.
    #[must_use]
    pub fn past_told(self, past: &Past, results: &PastResults, markets: &Markets) -> String {
        let told: Vec<String> = [
            (&past.a, &results.a, &markets.a),
            (&past.b, &results.b, &markets.b),
        ]
        .into_iter()
        .filter_map(|(past, result, market)| self.sources_told(past, result, market))
        .collect();
        told.join(self.between_sentences())
    }

    fn sources_told(self, past: &PastMove, result: &PastResult, market: &Name) -> Option<String> {
        let sources = result.sources.ok()?;
        let change = past.change?.value;
        let factor = |change: f64| show(1.0 + change, Unit::Number, Shape::up_to(3), self);
        let multiple = |figure: Figure| show(figure.value, Unit::Number, Shape::up_to(2), self);
        Some(fill(
            self.phrase(Phrase::ToldSources),
            &[
                &self.name(market),
                &show(change, Unit::Ratio, Shape::up_to(1), self),
                &multiple(past.multiple?),
                &factor(change),
                &multiple(past.incremental?),
                &self.signed_percent(sources.earnings_growth),
                &factor(sources.earnings_growth),
                &self.signed_percent(sources.rerating),
            ],
        ))
    }
}
