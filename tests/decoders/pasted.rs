//! A pasted range of cells, or a file of values.

use rerate::exchange::grid::{self, Cell};
use rerate::exchange::range::{self, Marks};
use rerate::text::Language;
use rerate::text::numbers::DecimalMark;
use rerate::workbook::{Edit, NewSector, Preset, Workbook};

use crate::workbook;

/// What must hold of every text: the cells that are read are the same when they
/// are written and read again, and so are the rows that the table takes.
pub(crate) fn holds(input: &[u8]) {
    let Ok(text) = std::str::from_utf8(input) else {
        return;
    };
    if let Ok(cells) = grid::read(text) {
        assert!(cells.len() <= grid::MAX_ROWS + 1);
        are_written_as_they_are(&cells);
    }
    for language in Language::ALL {
        are_rows(text, language, Marks::default());
    }
    are_rows(text, Language::English, [Some(DecimalMark::Comma); 5]);
    let (point, comma) = (Some(DecimalMark::Point), Some(DecimalMark::Comma));
    let each = [point, comma, None, comma, point];
    are_rows(text, Language::English, each);
}

fn are_rows(text: &str, language: Language, marks: Marks) {
    let start = Workbook::from(Preset::ChinaVsUs);
    let Ok(range) = range::read(text, &start.markets, language, marks) else {
        return;
    };
    assert!(range.rows.len() <= grid::MAX_ROWS);
    if let Some(rows) = range.taken() {
        are_taken(rows, start, language);
    }
}

fn are_written_as_they_are(cells: &[Vec<String>]) {
    let rows: Vec<Vec<Cell>> = cells
        .iter()
        .map(|row| row.iter().cloned().map(Cell::Text).collect())
        .collect();
    // Cells that look like a formula have an apostrophe before them.
    let guarded: Vec<Vec<String>> = cells
        .iter()
        .map(|row| row.iter().map(|cell| guarded(cell)).collect())
        .collect();
    for text in [grid::tabbed(&rows), grid::comma_separated(&rows)] {
        assert_eq!(grid::read(&text).as_ref(), Ok(&guarded), "{text:?}");
    }
}

fn guarded(cell: &str) -> String {
    let guard = if cell.starts_with(['=', '+', '-', '@']) {
        "'"
    } else {
        ""
    };
    [guard, cell].concat()
}

fn are_taken(rows: Vec<NewSector>, mut taken: Workbook, language: Language) {
    let put = Edit::PutSectors {
        rows,
        replace: true,
    };
    put.apply(&mut taken).expect("the limits were checked");
    let results = workbook::holds(&taken);
    let table = range::table(&taken, &results, language);
    let again = range::read(
        &grid::tabbed(&table),
        &taken.markets,
        language,
        // What the reader answers where a figure such as 1.234 is asked about.
        [Some(DecimalMark::Point); 5],
    );
    let again = again.expect("our own table").taken().expect("as it was");
    assert_eq!(again.len(), taken.sectors.len());
    for (row, sector) in again.iter().zip(&taken.sectors) {
        assert_eq!(row.name, sector.name);
        assert_eq!(row.measure, Some(sector.measure));
        assert_eq!(row.stated, sector.stated);
        let values =
            |figures: [Option<rerate::workbook::Figure>; 3]| figures.map(|f| f.map(|f| f.value));
        assert_eq!(
            values([row.a, row.b, row.weight]),
            values([sector.a, sector.b, sector.weight])
        );
    }
}
