//! What differs between a kept workbook and the present one.

use super::{Language, Phrase, Word, fill, periods::show_figure};
use crate::valuation::explained::Unknown;
use crate::workbook::{
    Case, CatalystColumn, Choice, Column, Difference, Exit, Field, Figure, Goal, Kept, Market,
    Name, Place, RowId, Section, Unit, Workbook,
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
            Difference::Preset(presets) => of(
                self.word(Word::Preset),
                presets.map(|preset| self.preset(preset).to_owned()),
            ),
            Difference::Market(names) => of(self.word(Word::MarketName), self.names(names)),
            Difference::Choice(choices) => {
                let [(what, before), (_, after)] = choices.map(|choice| self.choice(choice, now));
                of(&what, [before, after])
            }
            Difference::Exit(exits) => {
                let described = exits.map(|exit| match exit {
                    Exit::Closure => Field::WhatIfClosure,
                    Exit::Target => Field::WhatIfTarget,
                });
                of(
                    self.phrase(Phrase::ExitGiven),
                    described.map(|field| self.field(field).to_owned()),
                )
            }
            Difference::Figure(place, figures) => {
                let unit = place.spec().unit;
                let shown = |figure: &Option<Figure>| match figure {
                    // What is worked out is known to its last bit.
                    Some(figure) if figure.half_unit == 0.0 && unit != Unit::Day => match unit {
                        Unit::Years => self.time(figure.value),
                        _ => self.amount(figure.value, unit),
                    },
                    Some(figure) => show_figure(*figure, unit, self),
                    None => "—".to_owned(),
                };
                let what = self.place(*place, &kept.workbook, now);
                of(&what, figures.each_ref().map(shown))
            }
            Difference::Sector(names) => of(self.word(Word::SectorName), self.names(names)),
            Difference::Measure(row, measures) => of(
                &fill(self.word(Word::MeasureOf), &[&self.sector_name(*row, now)]),
                measures.map(|measure| self.measure(measure).to_owned()),
            ),
            Difference::Stated(row, stated) => of(
                &fill(self.word(Word::StatedOf), &[&self.sector_name(*row, now)]),
                stated.map(|stated| self.stated(stated).to_owned()),
            ),
            Difference::Order(orders) => {
                let listed = |names: &Vec<Name>| {
                    let names: Vec<String> = names.iter().map(|name| self.name(name)).collect();
                    self.listed(&names)
                };
                of(
                    self.phrase(Phrase::OrderOfSectors),
                    orders.each_ref().map(listed),
                )
            }
            Difference::Catalyst(names) => of(self.phrase(Phrase::CatalystName), self.names(names)),
        }
    }

    fn names(self, names: &[Name; 2]) -> [String; 2] {
        names.each_ref().map(|name| self.name(name))
    }

    fn sector_name(self, row: RowId, now: &Workbook) -> String {
        let row = now.sector(row);
        row.map_or_else(String::new, |row| self.name(&row.name))
    }

    /// What is picked, and from which list.
    fn choice(self, choice: Choice, now: &Workbook) -> (String, String) {
        let solved = |section, field: Option<Field>| {
            let what = fill(self.phrase(Phrase::SolvedFor), &[self.section(section)]);
            let field =
                field.map_or_else(|| "—".to_owned(), |field| self.field_compared(field, now));
            (what, field)
        };
        let of = |what: &str, picked: &str| (what.to_owned(), picked.to_owned());
        let stated = |what, goal: Goal| of(self.phrase(what), self.field(goal.field()));
        match choice {
            Choice::ClaimKind(kind) => of(self.word(Word::ClaimKind), self.claim_kind(kind)),
            Choice::ClaimUnknown(unknown) => {
                solved(Section::Claim, unknown.map(Field::of_quantity))
            }
            Choice::WhyUnknown(unknown) => solved(Section::Why, Some(unknown.field())),
            Choice::WhyFollows(market, ingredient) => {
                let required = Unknown::required_return(market).field();
                let required = self.field_of(required, &now.markets);
                let what = fill(self.phrase(Phrase::FollowsFrom), &[&required]);
                of(&what, self.field(ingredient.field(market)))
            }
            Choice::Regressed(regressed) => of(
                self.phrase(Phrase::Regressed),
                self.measure(regressed.measure()),
            ),
            Choice::SplitMethod(method) => {
                of(self.phrase(Phrase::SplitMethod), self.split_method(method))
            }
            Choice::Unknown(unknown) => solved(Section::WhatIf, Some(unknown.field())),
            Choice::Goal(goal) => stated(Phrase::GoalGiven, goal),
            Choice::ClosureRule(rule) => of(self.phrase(Phrase::ClosureRule), self.closing(rule)),
            Choice::Shown(shown) => stated(Phrase::ShownReturn, shown),
            Choice::GivesWay(case) => of(self.phrase(Phrase::GivesWay), self.case(case)),
            Choice::ScaleUnknown(unknown) => solved(Section::Scale, Some(unknown.field())),
            Choice::HalvingUnknown(unknown) => solved(Section::CatchingUp, Some(unknown.field())),
            Choice::ReachUnknown(unknown) => solved(Section::CatchingUp, Some(unknown.field())),
            Choice::Course(course) => of(self.phrase(Phrase::CourseLegend), self.course(course)),
        }
    }

    /// What stands at a place, where labels alone would be those of several.
    fn place(self, place: Place, kept: &Workbook, now: &Workbook) -> String {
        match place {
            Place::Field(field) => self.field_compared(field, now),
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

    fn field_compared(self, field: Field, now: &Workbook) -> String {
        let label = self.field(field);
        let case = Case::ALL.into_iter().find(|case| {
            let assumed = case.assumes();
            case.probability() == field
                || assumed.is_some_and(|(growth, closure)| growth == field || closure == field)
        });
        if let Some(case) = case {
            return fill(self.phrase(Phrase::OfCase), &[self.case(case), label]);
        }
        if field.key().starts_with("what-if.swing.") {
            return fill(self.phrase(Phrase::SwingOf), &[label]);
        }
        self.field_of(field, &now.markets)
    }
}
