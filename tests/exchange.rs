//! What is pasted, opened and written: ranges of cells, rows of sectors, files.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]
#![allow(clippy::panic, reason = "a test fails by panicking")]
#![allow(clippy::indexing_slicing, reason = "a test fails by panicking")]

use proptest::prelude::*;
use rerate::exchange::grid::{self, Cell, GridError};
use rerate::exchange::json;
use rerate::exchange::range::{self, CellError, Marks, Range};
use rerate::text::Language::{self, English, SimplifiedChinese};
use rerate::text::Word;
use rerate::text::numbers::{DecimalMark, NumberError};
use rerate::workbook::{
    Column, Edit, Figure, History, MAX_SECTORS, Measure, Name, NewSector, Place, Preset, RowId,
    Workbook, evaluate,
};

fn article() -> Workbook {
    Workbook::from(Preset::ChinaVsUs)
}

fn read_with(text: &str, marks: Marks) -> Range {
    range::read(text, &article().markets, English, marks).expect("a range")
}

fn read(text: &str) -> Range {
    read_with(text, Marks::default())
}

/// A row as its name, measure and values.
fn told(row: &NewSector) -> (String, Option<Measure>, [Option<f64>; 3]) {
    let Name::Own(name) = &row.name else {
        panic!("a name of its own");
    };
    let values = [row.a, row.b, row.weight].map(|figure| figure.map(|figure| figure.value));
    (name.clone(), row.measure, values)
}

fn taken(text: &str) -> Vec<(String, Option<Measure>, [Option<f64>; 3])> {
    let rows = read(text).taken().expect("rows without a fault");
    rows.iter().map(told).collect()
}

fn chips(
    measure: Option<Measure>,
    values: [Option<f64>; 3],
) -> (String, Option<Measure>, [Option<f64>; 3]) {
    ("Chips".to_owned(), measure, values)
}

#[test]
fn cells_are_read_with_their_quotation_marks() {
    for (text, rows) in [
        ("a\tb\nc\td", vec![vec!["a", "b"], vec!["c", "d"]]),
        ("a,b\r\nc,d\r\n", vec![vec!["a", "b"], vec!["c", "d"]]),
        ("a;1,5\nb;2,5", vec![vec!["a", "1,5"], vec!["b", "2,5"]]),
        ("\"a,b\",c", vec![vec!["a,b", "c"]]),
        ("\"a \"\"b\"\"\"\tc", vec![vec!["a \"b\"", "c"]]),
        ("\"two\nlines\"\tc", vec![vec!["two\nlines", "c"]]),
        ("\u{feff} a ,\n\n,b", vec![vec!["a", ""], vec!["", "b"]]),
        ("\"never closed", vec![vec!["never closed"]]),
        ("5\" pipe\tc", vec![vec!["5\" pipe", "c"]]),
        ("5\" pipe\nc\td", vec![vec!["5\" pipe"], vec!["c", "d"]]),
        ("a title\nc\td", vec![vec!["a title"], vec!["c", "d"]]),
        ("a,b\n\"c\td\",e", vec![vec!["a", "b"], vec!["c\td", "e"]]),
        (
            "a,b\n\"c\"\"\td\",e;",
            vec![vec!["a", "b"], vec!["c\"\td", "e;"]],
        ),
    ] {
        assert_eq!(grid::read(text).expect("a range"), rows, "{text:?}");
    }
}

#[test]
fn a_range_has_limits() {
    assert_eq!(grid::read(""), Err(GridError::Empty));
    assert_eq!(grid::read(" \n\t\n"), Err(GridError::Empty));
    assert_eq!(
        grid::read(&"x".repeat(grid::MAX_BYTES + 1)),
        Err(GridError::TooLong)
    );
    let rows = |count| "Chips\t1\t2\n".repeat(count);
    assert_eq!(read(&rows(grid::MAX_ROWS)).rows.len(), grid::MAX_ROWS);
    let headed = ["Name\tA\tB\n", &rows(grid::MAX_ROWS)].concat();
    assert_eq!(read(&headed).rows.len(), grid::MAX_ROWS);
    for too_many in [
        rows(grid::MAX_ROWS + 1),
        ["Name\tA\tB\n", &rows(grid::MAX_ROWS + 1)].concat(),
    ] {
        let range = range::read(&too_many, &article().markets, English, Marks::default());
        assert_eq!(range, Err(GridError::TooManyRows));
    }
}

#[test]
fn columns_go_by_the_words_of_a_heading_or_by_their_order() {
    let pe = Some(Measure::Pe);
    let all = [Some(16.1), Some(26.8), Some(2.0)];
    for (text, row) in [
        (
            "Chips\t16.1\t26.8",
            chips(None, [Some(16.1), Some(26.8), None]),
        ),
        ("Chips\t16.1x\t26.8x\t2", chips(None, all)),
        ("Chips\tP/E\t16.1\t26.8\t2", chips(pe, all)),
        ("Chips,pe,16.1,26.8,2", chips(pe, all)),
        (
            "Chips\t\t16.1\t26.8\t2",
            chips(None, [None, Some(16.1), Some(26.8)]),
        ),
        (
            "Weight\tPeer\tA\tMetric\tCompany\n2\t26.8\t16.1\tPE\tChips",
            chips(pe, all),
        ),
        (
            "Sector\tUnited States\tChina\nChips\t26.8\t16.1",
            chips(None, [Some(16.1), Some(26.8), None]),
        ),
        (
            "名称\t指标\tChina\tUnited States\t权重\nChips\t市盈率\t16.1倍\t26.8倍\t2",
            chips(pe, all),
        ),
        (
            "Sector\tIndia\tBrazil\nChips\t16.1\t26.8",
            chips(None, [Some(16.1), Some(26.8), None]),
        ),
        ("Chips\t16,1\t26,8\t2", chips(None, all)),
        ("Chips\tn/a\t26.8", chips(None, [None, Some(26.8), None])),
    ] {
        assert_eq!(taken(text), [row], "{text:?}");
    }
}

#[test]
fn words_are_known_in_every_language_whatever_the_pages() {
    for language in Language::ALL {
        for &measure in Measure::ALL {
            let text = ["Chips\t", language.measure(measure), "\t1\t2"].concat();
            assert_eq!(taken(&text)[0].1, Some(measure), "{text}");
        }
        let heading = [
            Word::Premium,
            Word::Sector,
            Word::Upside,
            Word::Weight,
            Word::LogGap,
            Word::Stated,
            Word::Measure,
        ]
        .map(|word| language.word(word))
        .join("\t");
        let text = [&heading, "\tA\tB\nx\tChips\tx\t2\tx\tx\tPE\t16.1\t26.8"].concat();
        let all = [Some(16.1), Some(26.8), Some(2.0)];
        assert_eq!(taken(&text), [chips(Some(Measure::Pe), all)], "{text}");
    }
}

#[test]
fn growth_stands_behind_the_weight_or_under_its_heading() {
    for text in [
        "Chips\tP/E\t16.1\t26.8\t2\t12%\t8.5%",
        "Chips\tP/E\t16.1\t26.8\t2\t12\t8.5",
        "Sector\tUnited States: growth\tChina: growth\tChina\tUnited States\nChips\t8.5%\t12%\t16.1\t26.8",
        "Sector\tA\tB\tGrowth A\tGrowth B\nChips\t16.1\t26.8\t12%\t8.5%",
    ] {
        let rows = read(text).taken().expect("rows without a fault");
        let growth = [rows[0].growth_a, rows[0].growth_b].map(|figure| figure.map(|it| it.value));
        assert_eq!(growth, [Some(0.12), Some(0.085)], "{text:?}");
        assert_eq!(rows[0].a.map(|figure| figure.value), Some(16.1), "{text:?}");
    }
}

#[test]
fn what_can_be_read_in_two_ways_is_asked() {
    let text = "Chips\t1.234\t16.1\nFoundry\t2.345\t26.8";
    let range = read(text);
    assert_eq!(range.taken(), None);
    assert_eq!(range.questions.len(), 1);
    assert_eq!(range.questions[0].text, "1.234");
    assert_eq!(range.questions[0].readings, [1.234, 1234.0]);
    for (mark, value) in [(DecimalMark::Point, 1.234), (DecimalMark::Comma, 1234.0)] {
        let rows = read_with(text, [Some(mark), None, None, None, None])
            .taken()
            .expect("rows");
        assert_eq!(told(&rows[0]).2[0], Some(value));
    }
    // Another cell of the column settles it; two that differ do not.
    assert_eq!(
        taken("Chips\t1.234\t1\nFoundry\t16,1\t1")[0].2[0],
        Some(1234.0)
    );
    assert_eq!(
        taken("Chips\t1.234\t1\nFoundry\t16.1\t1")[0].2[0],
        Some(1.234)
    );
    assert_eq!(
        read("a\t1.234\t1\nb\t16.1\t1\nc\t16,1\t1").questions.len(),
        1
    );
}

#[test]
fn a_fault_is_told_at_its_cell() {
    let long = "x".repeat(201);
    let text = [
        "Chips\tP/X\t5%\t-\t-1\n\tP/E\tabc\t1\t1\n",
        &long,
        "\tP/E\t1\t1\t1",
    ]
    .concat();
    let range = read(&text);
    assert_eq!(range.taken(), None);
    let [first, second, third] = range.rows.as_slice() else {
        panic!("three rows");
    };
    assert_eq!(first.measure.value, Err(CellError::UnknownMeasure));
    assert_eq!(
        first.figures[0].value,
        Err(CellError::Number(NumberError::WrongUnit))
    );
    assert_eq!(first.figures[1].value, Ok(None));
    assert_eq!(first.figures[2].value, Err(CellError::OutOfLimits));
    assert_eq!(second.name.value, Err(CellError::NoName));
    assert_eq!(
        second.figures[0].value,
        Err(CellError::Number(NumberError::NotANumber))
    );
    assert_eq!(third.name.value, Err(CellError::NameTooLong));
}

#[test]
fn rows_are_put_in_as_one_step() {
    let rows = read("Chips\t16.1\t26.8\nFoundry\t20\t30")
        .taken()
        .expect("rows");
    for replace in [true, false] {
        let start = article();
        let (mut workbook, mut history) = (start.clone(), History::default());
        let edit = Edit::PutSectors {
            rows: rows.clone(),
            replace,
        };
        history
            .apply(&mut workbook, &edit)
            .expect("within the limits");
        let kept = if replace { 0 } else { start.sectors.len() };
        assert_eq!(workbook.sectors.len(), kept + 2);
        // A row's name is never given twice.
        assert!(
            workbook.sectors[kept..]
                .iter()
                .all(|row| start.sector(row.id).is_none())
        );
        assert!(history.undo(&mut workbook));
        assert_eq!(workbook, start);
        assert!(!history.can_undo());
    }
    let mut workbook = article();
    let full = Edit::PutSectors {
        rows: vec![rows[0].clone(); MAX_SECTORS],
        replace: false,
    };
    assert!(full.apply(&mut workbook).is_err());
    assert_eq!(workbook, article());
    let mut outside = rows[0].clone();
    outside.weight = Some(rerate::workbook::Figure::exact(-1.0));
    let edit = Edit::PutSectors {
        rows: vec![outside],
        replace: true,
    };
    assert!(edit.apply(&mut workbook).is_err());
    assert_eq!(workbook, article());
}

#[test]
fn a_file_of_inputs_is_opened_as_one_step() {
    let mut other = Workbook::from(Preset::GoldenDragonVsNasdaq);
    Edit::RemoveSector(RowId(0))
        .apply(&mut other)
        .expect("there is one");
    let read = json::read(&json::write(&other)).expect("a workbook");
    let (mut workbook, mut history) = (article(), History::default());
    history
        .apply(&mut workbook, &Edit::Open(Box::new(read.clone())))
        .expect("within the limits");
    assert_eq!(workbook, read);
    assert_eq!(evaluate(&workbook).what_if, evaluate(&other).what_if);
    assert!(history.undo(&mut workbook));
    assert_eq!(workbook, article());
    assert!(!history.can_undo());
}

#[test]
fn a_damaged_file_is_refused() {
    let good = json::write(&article());
    for cut in 0..good.len() {
        if let Some(part) = good.get(..cut) {
            assert!(json::read(part).is_err(), "{part}");
        }
    }
    let newer = good.replace("\"version\":1", "\"version\":2");
    assert!(matches!(
        json::read(&newer),
        Err(json::JsonError::Refused(
            rerate::workbook::SavedError::Newer
        ))
    ));
}

#[test]
fn the_table_that_is_written_is_read_again() {
    for language in Language::ALL {
        for preset in [Preset::ChinaVsUs, Preset::GoldenDragonVsNasdaq] {
            let mut workbook = Workbook::from(preset);
            for (column, growth) in [(Column::GrowthA, 0.125), (Column::GrowthB, -1.0 / 3.0)] {
                Edit::Figure(Place::Cell(RowId(0), column), Some(Figure::exact(growth)))
                    .apply(&mut workbook)
                    .expect("within the limits");
            }
            let file =
                grid::comma_separated(&range::table(&workbook, &evaluate(&workbook), language));
            let range = range::read(&file, &workbook.markets, language, Marks::default());
            let rows = range
                .expect("a range")
                .taken()
                .expect("rows without a fault");
            assert_eq!(rows.len(), workbook.sectors.len());
            for (row, sector) in rows.iter().zip(&workbook.sectors) {
                assert_eq!(row.name, Name::Own(language.name(&sector.name)));
                assert_eq!(row.measure, Some(sector.measure));
                assert_eq!(row.stated, sector.stated);
                for (read, written) in [
                    (row.a, sector.a),
                    (row.b, sector.b),
                    (row.weight, sector.weight),
                ] {
                    assert_eq!(
                        read.map(|figure| figure.value),
                        written.map(|figure| figure.value)
                    );
                }
                // In percent with its sign, in which a spreadsheet has growth.
                for (read, written) in [
                    (row.growth_a, sector.growth_a),
                    (row.growth_b, sector.growth_b),
                ] {
                    let [read, written] = [read, written].map(|figure| figure.map(|it| it.value));
                    assert_eq!(read.is_some(), written.is_some());
                    let off = read.unwrap_or_default() - written.unwrap_or_default();
                    assert!(off.abs() < 1e-13, "{off}");
                }
            }
        }
    }
}

#[test]
fn no_name_is_run_as_a_formula() {
    for name in ["=1+1", "+1", "-1", "@A1", "\tx", "\rx"] {
        let rows = [vec![
            Cell::Text(name.to_owned()),
            Cell::Number("-0.4".to_owned()),
        ]];
        for text in [grid::tabbed(&rows), grid::comma_separated(&rows)] {
            let bare = text.trim_start_matches(['\u{feff}', '"']);
            assert!(bare.starts_with(&format!("'{name}")), "{text:?}");
            assert!(text.contains("-0.4") && !text.contains("'-0.4"), "{text:?}");
        }
    }
    let rows = [vec![Cell::Text("<b>&\"=".to_owned())]];
    assert_eq!(
        grid::html(&rows),
        "<table><tr><th>&lt;b&gt;&amp;\"=</th></tr></table>"
    );
    // A name comes back without the apostrophe.
    let names = |text: &str| read(text).rows[0].name.value.clone();
    assert_eq!(names("'=1+1\t1\t2"), Ok("=1+1".to_owned()));
    assert_eq!(names("'s Gravenhage\t1\t2"), Ok("'s Gravenhage".to_owned()));
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in ".*") {
        let _ = range::read(&text, &article().markets, SimplifiedChinese, Marks::default());
    }

    #[test]
    fn no_likely_text_makes_it_panic(text in "[-0-9.,;\t\n\r\"'=x%倍万亿 A-Ca-c名称/]{0,200}") {
        for language in Language::ALL {
            let Ok(range) = range::read(&text, &article().markets, language, Marks::default()) else {
                continue;
            };
            prop_assert!(!range.rows.is_empty());
            if let Some(rows) = range.taken() {
                let mut workbook = article();
                let edit = Edit::PutSectors { rows, replace: true };
                prop_assert_eq!(edit.apply(&mut workbook), Ok(()));
            }
        }
    }

    #[test]
    fn what_is_written_is_read_again(
        rows in prop::collection::vec(
            prop::collection::vec("[a-z0-9,;\"\n名 ]{0,8}", 2..5), 1..6,
        ),
    ) {
        let trimmed: Vec<Vec<String>> = rows
            .iter()
            .map(|row| row.iter().map(|cell| cell.trim().to_owned()).collect::<Vec<_>>())
            .filter(|row| row.iter().any(|cell| !cell.is_empty()))
            .collect();
        let cells: Vec<Vec<Cell>> = rows
            .into_iter()
            .map(|row| row.into_iter().map(Cell::Text).collect())
            .collect();
        for text in [grid::tabbed(&cells), grid::comma_separated(&cells)] {
            match grid::read(&text) {
                Ok(read) => prop_assert_eq!(&read, &trimmed),
                Err(error) => prop_assert!(trimmed.is_empty() && error == GridError::Empty),
            }
        }
    }
}

#[test]
fn a_figure_is_no_name() {
    let range = read("16.1\t26.8\nChips\tn.m.\t20");
    let [first, second] = range.rows.as_slice() else {
        panic!("two rows");
    };
    assert_eq!(first.name.value, Err(CellError::NoName));
    // Not meaningful is as good as missing.
    assert_eq!(second.figures[0].value, Ok(None));
}
