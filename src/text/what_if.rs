//! What the parts of what if say of their figures.

use super::{
    Date, Language, Phrase, Word, fill,
    numbers::{Shape, plain, show, show_figure},
};
use crate::{
    valuation::{Meaningful, NotMeaningful, path::PathPoint, sensitivity::Bar, solve::Unknown},
    workbook::{
        DAYS_A_YEAR, Field, Goal, Grid, Scenarios, ScenariosResults, SensitivityResults, Unit, Way,
        WhatIf, WhatIfResults,
    },
};

impl Language {
    /// The formula of the return with the figures of the inputs and of the
    /// solution in it; nothing where there is no return.
    #[must_use]
    pub fn what_if_told(self, results: &WhatIfResults) -> String {
        let (Ok(outlook), Ok(outcome)) = (results.outlook, results.outcome) else {
            return String::new();
        };
        let factor = |change: f64| plain(1.0 + change, Shape::up_to(4));
        let number = |value: f64| plain(value, Shape::up_to(2));
        fill(
            self.phrase(Phrase::ToldWhatIf),
            &[
                &factor(outlook.earnings_growth),
                &factor(outlook.share_change),
                &number(outlook.years),
                &number(outcome.exit_multiple),
                &number(outlook.multiple),
                &self.amount(outlook.dividend_yield, Unit::Ratio),
                &factor(outlook.currency_change),
                &self.signed_percent(outcome.total),
                &factor(outcome.total),
                &self.signed_percent(outcome.annual),
            ],
        )
    }

    /// What the grid of returns comes to.
    #[must_use]
    pub fn grid_told(self, grid: &Meaningful<Grid>) -> String {
        match grid {
            Ok(grid) => {
                let losses = grid.cells.iter().filter(|cell| {
                    let value = cell.as_ref().ok();
                    value.is_some_and(|value| *value < 0.0)
                });
                let (losses, all) = (losses.count(), grid.cells.len());
                let counts = [losses, all].map(|count| count.to_string());
                let mut told = fill(
                    self.phrase(Phrase::GridTold),
                    &counts.each_ref().map(String::as_str),
                );
                // Where all cells are on one side of it there is no line.
                if losses > 0 && losses < all {
                    told.push_str(self.between_sentences());
                    told.push_str(self.phrase(Phrase::GridLine));
                }
                told
            }
            Err(reason) => self.reason(*reason).to_owned(),
        }
    }

    /// One cell of the grid, in words.
    #[must_use]
    pub fn cell_told(self, grid: &Grid, shown: Goal, row: usize, column: usize) -> String {
        let value = |values: &[f64], index: usize, quantity: Unknown| {
            let value = values.get(index).copied().unwrap_or_default();
            self.driver_value(quantity, value)
        };
        let (phrase, told) = match grid.cell(row, column) {
            Ok(value) => (Phrase::CellTold, &*self.signed_percent(value)),
            Err(reason) => (Phrase::CellNone, self.reason(reason)),
        };
        fill(
            self.phrase(phrase),
            &[
                self.field(Field::WhatIfGrowth),
                &value(&grid.growth, row, Unknown::EarningsGrowth),
                self.field(grid.exit.field()),
                &value(&grid.exits, column, grid.exit),
                self.field(shown.field()),
                told,
            ],
        )
    }

    /// What the tornado comes to.
    #[must_use]
    pub fn tornado_told(self, results: &SensitivityResults) -> String {
        let first = match &results.tornado {
            Ok(bars) => bars.first().ok_or(NotMeaningful::MissingInput),
            Err(reason) => Err(*reason),
        };
        first
            .and_then(|bar| {
                let [low, high] = self.ends(bar);
                let [at_low, at_high] = self.returns(bar)?;
                Ok(fill(
                    self.phrase(Phrase::TornadoTold),
                    &[
                        self.field(bar.swing.quantity.field()),
                        &low,
                        &high,
                        &at_low,
                        &at_high,
                    ],
                ))
            })
            .unwrap_or_else(|reason| self.reason(reason).to_owned())
    }

    /// The range of a bar beside its driver, the end of the lower return first.
    #[must_use]
    pub fn bar_told(self, bar: &Bar) -> String {
        let [low, high] = self.ends(bar);
        fill(
            self.phrase(Phrase::BarTold),
            &[self.field(bar.swing.quantity.field()), &low, &high],
        )
    }

    /// A bar in words.
    #[must_use]
    pub fn bar_spoken(self, bar: &Bar) -> String {
        let [low, high] = self.ends(bar);
        match self.returns(bar) {
            Ok([at_low, at_high]) => fill(
                self.phrase(Phrase::BarSpoken),
                &[
                    self.field(bar.swing.quantity.field()),
                    &low,
                    &high,
                    &at_low,
                    &at_high,
                ],
            ),
            Err(reason) => self.reason(reason).to_owned(),
        }
    }

    /// The ends of a bar's range, that of the lower return first.
    fn ends(self, bar: &Bar) -> [String; 2] {
        let swing = bar.swing;
        let ends = if bar.falls() {
            [swing.high, swing.low]
        } else {
            [swing.low, swing.high]
        };
        ends.map(|value| self.driver_value(swing.quantity, value))
    }

    /// The returns at the ends of a bar, the lower first.
    fn returns(self, bar: &Bar) -> Meaningful<[String; 2]> {
        let (one, other) = (bar.at_low?, bar.at_high?);
        Ok([one.min(other), one.max(other)].map(|value| self.signed_percent(value)))
    }

    /// Where the way to the end leads.
    #[must_use]
    pub fn way_told(self, way: &Meaningful<Way>) -> String {
        let last = match way {
            Ok(way) => way.points.last().ok_or(NotMeaningful::MissingInput),
            Err(reason) => Err(*reason),
        };
        match last {
            Ok(point) => fill(
                self.phrase(Phrase::WayTold),
                &[
                    &index(point.earnings_per_share),
                    &self.amount(point.multiple, Unit::Multiple),
                    &index(point.price),
                ],
            ),
            Err(reason) => self.reason(reason).to_owned(),
        }
    }

    /// A point of the way in words.
    #[must_use]
    pub fn way_point(self, point: &PathPoint) -> String {
        fill(
            self.phrase(Phrase::WayPoint),
            &[
                &self.years_from_today(point.years),
                &index(point.earnings_per_share),
                &self.amount(point.multiple, Unit::Multiple),
                &index(point.price),
            ],
        )
    }

    /// A point of the way beside itself: its time, and its price.
    #[must_use]
    pub fn way_point_short(self, point: &PathPoint) -> String {
        let price = fill(self.phrase(Phrase::PriceOf), &[&index(point.price)]);
        let time = self.years_from_today(point.years);
        fill(self.word(Word::Labelled), &[&time, &price])
    }

    /// A time from today.
    #[must_use]
    pub fn years_from_today(self, years: f64) -> String {
        if years == 0.0 {
            self.phrase(Phrase::Today).to_owned()
        } else {
            self.amount(years, Unit::Years)
        }
    }

    /// What the catalysts come to.
    #[must_use]
    pub fn catalysts_told(self, what_if: &WhatIf, results: &WhatIfResults) -> String {
        let told = || {
            let outlook = results.outlook?;
            let catalysts = &results.catalysts;
            let (least, most) = catalysts.range?;
            let from = what_if.from.ok_or(NotMeaningful::MissingInput)?.value;
            let end = Date::of_day(from + outlook.years * DAYS_A_YEAR);
            let share = |share| self.amount(share, Unit::Ratio);
            let phrase = match catalysts.counted {
                0 => Phrase::CatalystsNone,
                // Nothing in them is open.
                _ if least == most => Phrase::CatalystsSure,
                1 => Phrase::CatalystsToldOne,
                _ => Phrase::CatalystsTold,
            };
            Ok(fill(
                self.phrase(phrase),
                &[
                    &self.date(end),
                    &share(catalysts.expected?),
                    &share(catalysts.deviation?),
                    &share(least),
                    &share(most),
                    &share(outlook.closure()?),
                    &share(catalysts.reaching?),
                ],
            ))
        };
        told().unwrap_or_else(|reason: NotMeaningful| {
            let told = match (reason, &results.outlook) {
                (NotMeaningful::YearsNotPositive, Ok(_)) => self.phrase(Phrase::CatalystPast),
                (NotMeaningful::MissingInput, Ok(_)) if what_if.from.is_none() => {
                    let from = self.field(Field::WhatIfFrom);
                    return fill(self.phrase(Phrase::StillMissing), &[from]);
                }
                (NotMeaningful::MissingInput, Ok(_)) => self.phrase(Phrase::CatalystIncomplete),
                _ => self.reason(reason),
            };
            told.to_owned()
        })
    }

    /// What the cases come to together.
    #[must_use]
    pub fn scenarios_told(self, scenarios: &Scenarios, results: &ScenariosResults) -> String {
        let told = || {
            let expected = results.expectation?;
            let goal = scenarios.goal.ok_or(NotMeaningful::MissingInput)?;
            Ok(fill(
                self.phrase(Phrase::ScenariosTold),
                &[
                    &self.signed_percent(results.annual?),
                    &self.signed_percent(expected.mean),
                    &self.amount(expected.deviation, Unit::Ratio),
                    &show_figure(goal, Unit::Ratio, self),
                    &self.amount(results.reaching?, Unit::Ratio),
                    &self.amount(expected.probability_of_loss, Unit::Ratio),
                ],
            ))
        };
        told().unwrap_or_else(|reason: NotMeaningful| self.reason(reason).to_owned())
    }

    /// The value of a driver in as many digits as it deserves.
    #[must_use]
    pub fn driver_value(self, quantity: Unknown, value: f64) -> String {
        self.amount(value, quantity.field().spec().unit)
    }

    /// A driver's value beside others that are worked out, all to a tenth: "−3.0%".
    #[must_use]
    pub fn computed_driver_value(self, quantity: Unknown, value: f64) -> String {
        match quantity.field().spec().unit {
            unit @ (Unit::Ratio | Unit::Multiple) => show(value, unit, Shape::fixed(1), self),
            unit => self.amount(value, unit),
        }
    }

    /// A change in percent with its sign, to a tenth; from tenfold on to a whole, and
    /// to more digits where a tenth would tell a change as none.
    #[must_use]
    pub fn signed_percent(self, value: f64) -> String {
        let shape = match value.abs() {
            10.0.. => Shape::fixed(0),
            0.000_000_5..0.000_5 => Shape::up_to(4),
            _ => Shape::fixed(1),
        };
        show(value, Unit::Ratio, shape.signed(), self)
    }
}

/// An index that is 100 today, from one that is 1.
#[must_use]
pub fn index(value: f64) -> String {
    plain(100.0 * value, Shape::up_to(1))
}
