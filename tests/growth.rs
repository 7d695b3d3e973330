//! What is left of the sectors' gaps once growth is allowed for.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]
#![allow(clippy::indexing_slicing, reason = "a test fails by panicking")]

use rerate::exchange::json;
use rerate::text::Language;
use rerate::valuation::{NotMeaningful, peg::growth_adjusted_gap};
use rerate::workbook::{
    Column, Edit, Figure, History, Industry, Measure, Part, Place, Preset, Provenance, RowId,
    Section, Workbook, evaluate,
};

const FIRST: RowId = RowId(0);

fn article() -> Workbook {
    Workbook::from(Preset::ChinaVsUs)
}

fn put(workbook: &mut Workbook, column: Column, value: f64) {
    let figure = Some(Figure {
        value,
        half_unit: 0.005,
    });
    Edit::Figure(Place::Cell(FIRST, column), figure)
        .apply(workbook)
        .expect("a growth rate");
}

/// The article's, with growth of its first row.
fn grown() -> Workbook {
    let mut workbook = article();
    put(&mut workbook, Column::GrowthA, 0.08);
    put(&mut workbook, Column::GrowthB, 0.14);
    workbook
}

#[test]
fn a_row_with_both_growth_rates_has_the_gap_that_they_leave() {
    let workbook = grown();
    let after = evaluate(&workbook).after_growth;
    let row = &workbook.sectors[0];
    let pair = [row.a, row.b].map(|figure| figure.expect("a multiple").value);
    let gap = growth_adjusted_gap((pair[0], 0.08), (pair[1], 0.14));
    assert_eq!(after.rows[0], gap);
    assert_eq!(after.count(), 1);
    let gap = gap.expect("a gap");
    let total = after.total.expect("a total");
    assert!((total.log_gap - gap.log_gap).abs() < 1e-15);
    let plain = evaluate(&workbook).sectors.rows[0].gap.expect("a gap");
    let before = after.before.expect("a total");
    assert!((before.log_gap - plain.log_gap).abs() < 1e-15);
}

#[test]
fn without_growth_there_is_the_reason() {
    let after = evaluate(&article()).after_growth;
    assert_eq!(after.count(), 0);
    assert!(
        after
            .rows
            .iter()
            .all(|row| *row == Err(NotMeaningful::MissingInput))
    );
    assert_eq!(after.total, Err(NotMeaningful::NoObservations));
    for (column, value, reason) in [
        (Column::GrowthA, -0.02, NotMeaningful::GrowthNotPositive),
        (Column::GrowthB, 0.0, NotMeaningful::GrowthNotPositive),
        (Column::A, -5.0, NotMeaningful::MultipleNotPositive),
    ] {
        let mut workbook = grown();
        put(&mut workbook, column, value);
        assert_eq!(evaluate(&workbook).after_growth.rows[0], Err(reason));
    }
}

#[test]
fn a_peg_has_growth_in_it_already() {
    let mut workbook = article();
    Edit::SectorMeasure(FIRST, Measure::Peg)
        .apply(&mut workbook)
        .expect("a row");
    let results = evaluate(&workbook);
    assert_eq!(results.after_growth.rows[0], results.sectors.rows[0].gap);
}

#[test]
fn the_source_of_the_industries_has_growth_of_earnings_alone() {
    let workbook = Workbook::from(Preset::Industries(
        Industry::SOFTWARE,
        Industry::SEMICONDUCTOR,
    ));
    for row in &workbook.sectors {
        let of_earnings = matches!(
            row.measure,
            Measure::ForwardPe | Measure::TrailingPe | Measure::Pe
        );
        assert_eq!(row.growth_a.is_some(), of_earnings, "{:?}", row.measure);
        assert_eq!(row.growth_b.is_some(), of_earnings, "{:?}", row.measure);
        if of_earnings {
            let place = Place::Cell(row.id, Column::GrowthB);
            assert!(matches!(
                workbook.provenance(place),
                Some(Provenance::Source(..))
            ));
        }
    }
    // Those two and the PEG, which needs none.
    assert_eq!(evaluate(&workbook).after_growth.count(), 3);
}

#[test]
fn growth_is_undone_reset_and_saved_as_any_other_figure() {
    let (mut workbook, mut history) = (article(), History::default());
    let place = Place::Cell(FIRST, Column::GrowthA);
    let growth = Some(Figure::exact(0.3));
    history
        .apply(&mut workbook, &Edit::Figure(place, growth))
        .expect("a growth rate");
    assert_eq!(
        Part::changed(&article(), &workbook),
        [Part::Whole, Part::Sectors, Part::Sector(FIRST)]
    );
    assert!(workbook.differs(place) && workbook.section_differs(Section::Sectors));
    assert_eq!(workbook.provenance(place), Some(Provenance::Yours));
    let read = json::read(&json::write(&workbook)).expect("a workbook");
    assert_eq!(read, workbook);
    assert!(history.undo(&mut workbook));
    assert_eq!(workbook, article());
    assert!(history.redo(&mut workbook));
    Edit::Reset(place).apply(&mut workbook).expect("a row");
    assert_eq!(workbook, article());
}

#[test]
fn a_file_from_before_there_was_growth_is_still_read() {
    let text = json::write(&grown());
    let mut file: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let first = file["sectors"][0].as_object_mut().expect("a row");
    for growth in ["growth_a", "growth_b"] {
        first.remove(growth).expect("growth");
    }
    let read = json::read(&file.to_string()).expect("a workbook");
    assert_eq!(read, article());
}

#[test]
fn what_growth_leaves_is_told_in_words() {
    let told = |workbook: &Workbook, language: Language| {
        language.growth_told(&evaluate(workbook).after_growth)
    };
    assert_eq!(
        told(&grown(), Language::English),
        "Over the rows that can be adjusted (1 of 6), the gap is a discount of 40%; allowing for growth, it is a premium of 5%."
    );
    assert_eq!(
        told(&grown(), Language::SimplifiedChinese),
        "可作增长调整的有1行（共6行）：差距为折价40%，增长调整后为溢价5%。"
    );
    for language in Language::ALL {
        assert_ne!(told(&article(), language), told(&grown(), language));
    }
}
