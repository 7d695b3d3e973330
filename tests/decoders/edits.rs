//! Figures typed one after another and options picked: the states that a reader
//! can come to, drawn from bytes.

use rerate::valuation::claim::Quantity;
use rerate::valuation::convergence::HalvingUnknown;
use rerate::valuation::cost_of_equity::Ingredient;
use rerate::valuation::explained::Unknown as WhyUnknown;
use rerate::workbook::{
    CLOSINGS, COURSES, Case, CatalystColumn, Choice, ClaimKind, Column, Edit, Field, Figure, Goal,
    INDUSTRIES, Industry, METHODS, Market, Place, Preset, ReachUnknown, Regressed, STATEMENTS,
    ScaleUnknown, UNKNOWNS, Workbook,
};

use crate::workbook;

const QUANTITIES: [Quantity; 10] = [
    Quantity::Start,
    Quantity::Change,
    Quantity::Percent,
    Quantity::End,
    Quantity::Whole,
    Quantity::Part,
    Quantity::Share,
    Quantity::Denominator,
    Quantity::Numerator,
    Quantity::Ratio,
];

/// Values at which formulas turn, and the ends of what a number holds.
const EDGES: [f64; 16] = [
    0.0,
    -0.0,
    1.0,
    -1.0,
    -0.999_999_999_999_999_9,
    1.000_000_000_000_000_2,
    0.5,
    2.0,
    100.0,
    1_000.0,
    1e6,
    1e18,
    1e-16,
    1e-300,
    5e-324,
    f64::MAX,
];

/// What must hold whatever is typed and picked: as of a file.
pub(crate) fn holds(input: &[u8]) {
    let mut bytes = Bytes(input.iter());
    let industry = |byte: u8| Industry::new(byte % INDUSTRIES).expect("a line of the table");
    let mut workbook = Workbook::from(match bytes.next() % 8 {
        0..=2 => Preset::ChinaVsUs,
        3 => Preset::GoldenDragonVsNasdaq,
        4 => Preset::Industries(industry(bytes.next()), industry(bytes.next())),
        _ => Preset::Blank,
    });
    while !bytes.0.as_slice().is_empty() {
        let edit = bytes.edit(&workbook);
        // What breaks a limit is refused, and the rest goes on.
        let _ = edit.apply(&mut workbook);
    }
    workbook::holds(&workbook);
}

struct Bytes<'a>(std::slice::Iter<'a, u8>);

impl Bytes<'_> {
    fn next(&mut self) -> u8 {
        self.0.next().copied().unwrap_or(0)
    }

    fn pick<T: Copy>(&mut self, options: &[T]) -> T {
        options[usize::from(self.next()) % options.len()]
    }

    fn edit(&mut self, workbook: &Workbook) -> Edit {
        match self.next() % 8 {
            0..=4 => {
                let place = Place::Field(self.pick(Field::ALL));
                Edit::Figure(place, self.figure(workbook))
            }
            5 => self.edit_of_a_row(workbook),
            _ => Edit::Choose(self.choice()),
        }
    }

    fn edit_of_a_row(&mut self, workbook: &Workbook) -> Edit {
        let place = self.next();
        let sectors: Vec<_> = workbook.sectors.iter().map(|row| row.id).collect();
        let catalysts: Vec<_> = workbook
            .what_if
            .catalysts
            .iter()
            .map(|row| row.id)
            .collect();
        match place % 8 {
            0 => Edit::AddSector,
            1 => Edit::AddCatalyst,
            2 if !sectors.is_empty() => Edit::RemoveSector(self.pick(&sectors)),
            3 if !sectors.is_empty() => {
                Edit::SectorStated(self.pick(&sectors), self.pick(&STATEMENTS))
            }
            4 | 5 if !sectors.is_empty() => {
                let place = Place::Cell(self.pick(&sectors), self.pick(&Column::ALL));
                Edit::Figure(place, self.figure(workbook))
            }
            _ if !catalysts.is_empty() => {
                let place = Place::Catalyst(self.pick(&catalysts), self.pick(&CatalystColumn::ALL));
                Edit::Figure(place, self.figure(workbook))
            }
            _ => Edit::AddCatalyst,
        }
    }

    fn choice(&mut self) -> Choice {
        match self.next() % 16 {
            0 => Choice::ClaimKind(self.pick(ClaimKind::ALL)),
            1 => Choice::ClaimUnknown(Some(self.pick(&QUANTITIES))),
            2 => Choice::WhyUnknown(self.pick(&WhyUnknown::ALL)),
            3 => Choice::Regressed(self.pick(Regressed::ALL)),
            4 => Choice::SplitMethod(self.pick(&METHODS)),
            5 | 6 => Choice::Unknown(self.pick(&UNKNOWNS)),
            7 => Choice::ClosureRule(self.pick(&CLOSINGS)),
            8 => Choice::Goal(self.pick(Goal::ALL)),
            9 => Choice::ScaleUnknown(self.pick(&ScaleUnknown::ALL)),
            10 => Choice::HalvingUnknown(self.pick(&HalvingUnknown::ALL)),
            11 => Choice::Course(self.pick(&COURSES)),
            12 => Choice::WhyFollows(self.pick(&Market::ALL), self.pick(&Ingredient::ALL)),
            13 => Choice::ReachUnknown(self.pick(&ReachUnknown::ALL)),
            14 => Choice::Shown(self.pick(Goal::ALL)),
            _ => Choice::GivesWay(self.pick(&Case::ALL)),
        }
    }

    fn figure(&mut self, workbook: &Workbook) -> Option<Figure> {
        let kind = self.next();
        let value = match kind % 8 {
            0 => return None,
            1 => self.pick(&EDGES),
            2 => -self.pick(&EDGES),
            // What stands elsewhere: two figures that are equal.
            3 => self.pick(Field::ALL).read(workbook)?.value,
            _ => {
                let digits = i16::from_le_bytes([self.next(), self.next()]);
                let power = i32::from(self.next() % 24) - 12;
                f64::from(digits) * 10_f64.powi(power)
            }
        };
        let half_unit = match kind / 8 % 4 {
            0 => 0.0,
            1 => value.abs() * 0.01,
            2 => value.abs(),
            _ => self.pick(&EDGES).abs(),
        };
        Some(Figure { value, half_unit })
    }
}
