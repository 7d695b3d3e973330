//! What growth leaves of the sectors' gaps.

use super::{Language, Phrase, fill};
use crate::workbook::AfterGrowth;

impl Language {
    /// The gaps' total before and after growth, or what to type for it.
    #[must_use]
    pub fn growth_told(self, after: &AfterGrowth) -> String {
        let (Ok(before), Ok(total)) = (after.before, after.total) else {
            return self.phrase(Phrase::GrowthNone).to_owned();
        };
        fill(
            self.phrase(Phrase::GrowthTold),
            &[
                &after.count().to_string(),
                &after.rows.len().to_string(),
                &self.premium_of(before.premium),
                &self.premium_of(total.premium),
            ],
        )
    }

    /// The label of a growth rate: its row and its market.
    #[must_use]
    pub fn growth_of(self, market: &str, row: &str) -> String {
        fill(self.phrase(Phrase::GrowthOfRow), &[market, row])
    }
}
