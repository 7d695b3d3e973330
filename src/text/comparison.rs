//! What differs between a kept workbook and the present one.

use super::{Language, Phrase, Word, fill, periods::show_figure};
use crate::workbook::{
    Case, CatalystColumn, Column, Difference, Field, Figure, Kept, Market, Place, Workbook,
};

impl Language {
    /// A difference: what differs, the kept value and the present one.
    #[must_use]
    pub fn difference(self, difference: &Difference, kept: &Kept, now: &Workbook) -> [String; 3] {
        let of = |what: &str, values: [String; 2]| {
            let [before, after] = values;
            [what.to_owned(), before, after]
        };
        match difference {
            Difference::Figure(place, figures) => {
                let shown = |figure: &Option<Figure>| match figure {
                    Some(figure) => show_figure(*figure, place.spec().unit, self),
                    None => "—".to_owned(),
                };
                let what = self.place(*place, &kept.workbook, now);
                of(&what, figures.each_ref().map(shown))
            }
            Difference::Market(_, names) => of(
                self.word(Word::MarketName),
                names.each_ref().map(|name| self.name(name)),
            ),
            Difference::Rule(rules) => of(
                self.phrase(Phrase::ClosureRule),
                rules.map(|rule| self.closing(rule).to_owned()),
            ),
            Difference::Unknown(unknowns) => of(
                self.phrase(Phrase::SolvedFor),
                unknowns.map(|unknown| self.field(unknown.field()).to_owned()),
            ),
        }
    }

    /// What stands at a place, where labels alone would be those of several.
    fn place(self, place: Place, kept: &Workbook, now: &Workbook) -> String {
        match place {
            Place::Field(field) => self.field_of(field, now),
            Place::Cell(row, column) => {
                let sector = now.sector(row).or_else(|| kept.sector(row));
                let sector = sector.map_or_else(String::new, |row| self.name(&row.name));
                let market = |market| self.name(now.market(market));
                match column {
                    Column::A => fill(self.word(Word::MultipleOf), &[&market(Market::A), &sector]),
                    Column::B => fill(self.word(Word::MultipleOf), &[&market(Market::B), &sector]),
                    Column::Weight => fill(self.word(Word::WeightOf), &[&sector]),
                    Column::GrowthA => self.growth_of(&market(Market::A), &sector),
                    Column::GrowthB => self.growth_of(&market(Market::B), &sector),
                }
            }
            Place::Catalyst(row, column) => {
                let event = now.catalyst(row).or_else(|| kept.catalyst(row));
                let event = event.map_or_else(String::new, |row| self.name(&row.name));
                let column = self.phrase(match column {
                    CatalystColumn::Date => Phrase::DueOn,
                    CatalystColumn::Probability => Phrase::Probability,
                    CatalystColumn::ClosesIf => Phrase::ClosesIf,
                    CatalystColumn::ClosesIfNot => Phrase::ClosesIfNot,
                });
                fill(self.phrase(Phrase::OfCase), &[&event, column])
            }
        }
    }

    fn field_of(self, field: Field, now: &Workbook) -> String {
        let label = self.field(field);
        let case = Case::ALL.into_iter().find(|case| {
            let assumed = case.assumes();
            case.probability() == field
                || assumed.is_some_and(|(growth, closure)| growth == field || closure == field)
        });
        if let Some(case) = case {
            return fill(self.phrase(Phrase::OfCase), &[self.case(case), label]);
        }
        let of_market = |market| {
            let market = self.name(now.market(market));
            fill(self.phrase(Phrase::OfMarket), &[label, &market])
        };
        let key = field.key();
        if key.starts_with("past.a.") {
            of_market(Market::A)
        } else if key.starts_with("past.b.") {
            of_market(Market::B)
        } else if key.starts_with("what-if.swing.") {
            fill(self.phrase(Phrase::SwingOf), &[label])
        } else {
            label.to_owned()
        }
    }
}
