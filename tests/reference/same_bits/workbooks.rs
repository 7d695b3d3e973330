//! Workbooks of all sorts, and the hash of their results.

use rerate::valuation::explained;
use rerate::workbook::{
    CLOSINGS, Choice, ClaimKind, Column, Edit, Field, Figure, METHODS, Place, Preset, Regressed,
    UNKNOWNS, Unit, Workbook, evaluate,
};
use sha2::{Digest, Sha256};

use crate::draws::{Draw, Inputs, SplitMix64};

const WORKBOOKS: usize = 1_000;

const WHY_UNKNOWNS: [explained::Unknown; 5] = [
    explained::Unknown::Unexplained,
    explained::Unknown::Growth,
    explained::Unknown::ReturnOnEquity,
    explained::Unknown::PeerRequiredReturn,
    explained::Unknown::Years,
];

/// How many workbooks there are, and the hash of their results.
pub(crate) fn results() -> (usize, String) {
    let mut words = SplitMix64::of_section(20_260_114, "workbooks");
    let mut hash = Sha256::new();
    for _ in 0..WORKBOOKS {
        let workbook = drawn(&mut words);
        hash.update(serde_json::to_vec(&evaluate(&workbook)).unwrap());
    }
    (WORKBOOKS, crate::hex(hash))
}

/// The article's workbook with another figure in most of its places, and other
/// options.
fn drawn(words: &mut SplitMix64) -> Workbook {
    let mut workbook = Workbook::from(Preset::ChinaVsUs);
    for &field in Field::ALL {
        put(&mut workbook, Place::Field(field), words);
    }
    for row in workbook.sectors.clone() {
        for column in Column::ALL {
            put(&mut workbook, Place::Cell(row.id, column), words);
        }
    }
    for choice in [
        Choice::ClaimKind(picked(ClaimKind::ALL, words)),
        Choice::WhyUnknown(picked(&WHY_UNKNOWNS, words)),
        Choice::Regressed(picked(Regressed::ALL, words)),
        Choice::SplitMethod(picked(&METHODS, words)),
        Choice::Unknown(picked(&UNKNOWNS, words)),
        Choice::ClosureRule(picked(&CLOSINGS, words)),
    ] {
        Edit::Choose(choice).apply(&mut workbook).unwrap();
    }
    workbook
}

/// Puts a figure of a likely size into a place, or takes out what stands there;
/// one beyond the place's limits is refused, and leaves it as it was.
fn put(workbook: &mut Workbook, place: Place, words: &mut SplitMix64) {
    let size = part(words);
    let value = match place.spec().unit {
        Unit::Ratio => 2.0 * size - 0.5,
        Unit::Multiple => 60.0 * size,
        Unit::Years => 10.0 * size,
        Unit::Number => 3.0 * size,
        Unit::Money => 2e12 * size,
        Unit::Day => (20_000.0 + 2_000.0 * size).round(),
    };
    let figure = (part(words) < 0.9).then_some(Figure {
        value,
        half_unit: value.abs() * 0.01,
    });
    let _ = Edit::Figure(place, figure).apply(workbook);
}

fn picked<T: Copy>(options: &[T], words: &mut SplitMix64) -> T {
    options[(part(words) * options.len() as f64) as usize]
}

/// A number from 0 up to but not including 1.
fn part(words: &mut SplitMix64) -> f64 {
    Inputs::draw(&[Draw::parse("part: range 0 1")], words).of("part")
}
