//! The table of sectors in and out of a spreadsheet: a pasted range read cell
//! by cell, with what cannot be read told at its cell, and the table written.

use super::grid::{self, Cell, GridError};
use crate::{
    text::{
        Language, Phrase, Word, fill, has,
        numbers::{self, DecimalMark, NumberError, Shape},
        small,
    },
    valuation::gap::Direction,
    workbook::{
        Column, Figure, MAX_NAME, Markets, Measure, Name, NewSector, Place, Results, RowId,
        Workbook,
    },
};

/// What a reader has said of the decimal marks of the columns of figures, in
/// the order of [`Column::ALL`].
pub type Marks = [Option<DecimalMark>; Column::ALL.len()];

/// A pasted range, read.
#[derive(Clone, Debug, PartialEq)]
pub struct Range {
    /// The rows below the heading.
    pub rows: Vec<Row>,
    /// Each column of figures that can be read in two ways.
    pub questions: Vec<Question>,
}

/// A row of a range.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What it is called.
    pub name: Read<String>,
    /// What its multiples compare value with; none where no column tells.
    pub measure: Read<Option<Measure>>,
    /// Its figures, in the order of [`Column::ALL`].
    pub figures: [Read<Option<Figure>>; Column::ALL.len()],
    /// What a text says of its gap; none too where the cell says anything else.
    pub stated: Option<Direction>,
}

/// A cell as it stands, and what it is read as.
#[derive(Clone, Debug, PartialEq)]
pub struct Read<T> {
    /// The text in the cell.
    pub text: String,
    /// What it says, or why it cannot be taken.
    pub value: Result<T, CellError>,
}

/// Why a cell cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellError {
    /// It is no number of its column.
    Number(NumberError),
    /// The figure lies outside its column's limits.
    OutOfLimits,
    /// The name is too long.
    NameTooLong,
    /// There is no name.
    NoName,
    /// The measure is not known.
    UnknownMeasure,
}

/// A column that can be read in two ways.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// The column.
    pub column: Column,
    /// The first of its texts that can be read in two ways.
    pub text: String,
    /// What that text is with a decimal point, and with a decimal comma.
    pub readings: [f64; 2],
    /// What the reader has answered.
    pub answer: Option<DecimalMark>,
}

impl Range {
    /// The rows for the table, where every cell can be taken and no question
    /// is open.
    #[must_use]
    pub fn taken(&self) -> Option<Vec<NewSector>> {
        let open = self.questions.iter().any(|one| one.answer.is_none());
        if open {
            return None;
        }
        self.rows.iter().map(Row::taken).collect()
    }
}

impl Row {
    fn taken(&self) -> Option<NewSector> {
        let [a, b, weight, growth_a, growth_b] = self.figures.each_ref().map(|read| read.value);
        Some(NewSector {
            name: Name::Own(self.name.value.clone().ok()?),
            measure: self.measure.value.ok()?,
            a: a.ok()?,
            b: b.ok()?,
            weight: weight.ok()?,
            growth_a: growth_a.ok()?,
            growth_b: growth_b.ok()?,
            stated: self.stated,
        })
    }
}

/// Reads a range as rows of sectors. Columns go by the words of a heading, or
/// without one by their order: name, measure where there is one, the two
/// markets' multiples, weight, the two markets' growth.
///
/// # Errors
/// Where the text is no range, or a longer one than the limits allow.
pub fn read(
    text: &str,
    markets: &Markets,
    language: Language,
    marks: Marks,
) -> Result<Range, GridError> {
    let mut cells = grid::read(text)?;
    let heading = heading(&cells, markets, language);
    let roles = match heading {
        Some(roles) => {
            cells.remove(0);
            roles
        }
        None if cells.len() > grid::MAX_ROWS => return Err(GridError::TooManyRows),
        None => by_position(&cells),
    };
    if cells.is_empty() {
        return Err(GridError::Empty);
    }
    let texts = |role: Role| -> Vec<String> {
        let place = roles.iter().position(|found| *found == Some(role));
        let cell = |row: &'_ Vec<String>| place.and_then(|place| row.get(place).cloned());
        cells
            .iter()
            .map(|row| cell(row).unwrap_or_default())
            .collect()
    };
    let names = texts(Role::Name);
    let measures = texts(Role::Measure);
    let stated = texts(Role::Stated);
    let mut questions = Vec::new();
    let mut figures = Vec::new();
    for (column, answer) in Column::ALL.into_iter().zip(marks) {
        let column_texts = texts(Role::Figure(column));
        let mark = mark_of(column, &column_texts, answer, language, &mut questions);
        figures.push(
            column_texts
                .into_iter()
                .map(|text| figure(column, &text, language, mark))
                .collect::<Vec<_>>(),
        );
    }
    let rows = names.into_iter().zip(measures).enumerate();
    let read_row = |(index, (name, measure_text)): (usize, (String, String))| Row {
        name: name_of(&name),
        measure: measure(&measure_text),
        stated: stated.get(index).and_then(|text| direction(text)),
        figures: Column::ALL.map(|column| {
            let read = figures
                .get(column as usize)
                .and_then(|column| column.get(index));
            read.cloned().unwrap_or(Read {
                text: String::new(),
                value: Ok(None),
            })
        }),
    };
    Ok(Range {
        rows: rows.map(read_row).collect(),
        questions,
    })
}

/// What a column holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Name,
    Measure,
    Figure(Column),
    Stated,
    /// A column of our own table that is worked out, not read.
    Left,
}

/// The words of headings, the page's own and others, in small letters: a table
/// is read in every language, and the page has the words of one.
const HEADINGS: [(Role, &str); 9] = [
    (
        Role::Name,
        "name|sector|industry|company|名称|名稱|行业|行業|产业|產業|公司|板块|類股",
    ),
    (Role::Measure, "measure|metric|multiple type|指标|指標"),
    (
        Role::Left,
        "premium or discount|to parity|log gap|after growth|增长调整后|成長調整後|溢价/折价|至平价涨幅|对数差距|折溢價|至平價漲幅|對數差距",
    ),
    (Role::Stated, "stated|原文说法|原文說法"),
    (Role::Figure(Column::A), "a|multiple a|market a"),
    (Role::Figure(Column::B), "b|multiple b|market b|peer"),
    (Role::Figure(Column::Weight), "weight|weights|权重|權重"),
    (Role::Figure(Column::GrowthA), "growth a|growth"),
    (Role::Figure(Column::GrowthB), "growth b|peer growth"),
];

/// What the columns hold by the first row's words; none where it is no heading:
/// it has a figure, or no word of one.
fn heading(
    cells: &[Vec<String>],
    markets: &Markets,
    language: Language,
) -> Option<Vec<Option<Role>>> {
    let first = cells.first()?;
    let mut others = first.iter().skip(1).filter(|cell| !cell.is_empty());
    if others.any(|cell| reads(cell)) {
        return None;
    }
    let mut roles: Vec<Option<Role>> = Vec::new();
    for cell in first {
        let role = role_of(cell, markets, language);
        let taken = role.is_some_and(|role| role != Role::Left && roles.contains(&Some(role)));
        roles.push(if taken { None } else { role });
    }
    if roles.iter().all(Option::is_none) {
        return None;
    }
    // What no word tells goes by its order.
    for wanted in [Role::Name, Role::Figure(Column::A), Role::Figure(Column::B)] {
        if !roles.contains(&Some(wanted))
            && let Some(free) = roles.iter_mut().find(|role| role.is_none())
        {
            *free = Some(wanted);
        }
    }
    Some(roles)
}

fn role_of(cell: &str, markets: &Markets, language: Language) -> Option<Role> {
    if cell.is_empty() {
        return None;
    }
    let wanted = small(cell);
    for (market, column, growth) in [
        (&markets.a, Column::A, Column::GrowthA),
        (&markets.b, Column::B, Column::GrowthB),
    ] {
        let market = language.name(market);
        if small(&market) == wanted {
            return Some(Role::Figure(column));
        }
        let of_growth = fill(language.phrase(Phrase::GrowthOf), &[&market]);
        if small(&of_growth) == wanted {
            return Some(Role::Figure(growth));
        }
    }
    listed(&HEADINGS, |word| word == wanted)
}

/// What a list has under the first of its words that is the one.
fn listed<T: Copy>(list: &[(T, &str)], is: impl Fn(&str) -> bool) -> Option<T> {
    let mut list = list.iter();
    let found = list.find(|(_, words)| words.split('|').any(&is));
    found.map(|(of, _)| *of)
}

/// Name, measure where the second column has any, both multiples, weight, both
/// growth rates.
fn by_position(cells: &[Vec<String>]) -> Vec<Option<Role>> {
    let mut roles = vec![Some(Role::Name)];
    let second = cells.iter().filter_map(|row| row.get(1));
    let mut words = second.filter(|cell| !cell.is_empty()).peekable();
    if words.peek().is_some() && words.all(|cell| !reads(cell)) {
        roles.push(Some(Role::Measure));
    }
    roles.extend(Column::ALL.map(|column| Some(Role::Figure(column))));
    roles
}

/// Whether a cell says that there is no figure, as tables do.
fn is_missing(cell: &str) -> bool {
    [
        "", "-", "–", "—", "n/a", "na", "n.a.", "#n/a", "nm", "n.m.", "n/m",
    ]
    .contains(&small(cell).as_str())
}

/// Whether a cell is a figure of any column, or says that there is none.
fn reads(cell: &str) -> bool {
    is_missing(cell)
        || Column::ALL
            .iter()
            .any(|&column| numbers::parse(cell, unit(column), Language::English).is_ok())
}

const fn unit(column: Column) -> crate::workbook::Unit {
    Place::Cell(RowId(0), column).spec().unit
}

/// The decimal mark of a column: what its other texts show, or what the reader
/// answers where none does.
fn mark_of(
    column: Column,
    texts: &[String],
    answer: Option<DecimalMark>,
    language: Language,
    questions: &mut Vec<Question>,
) -> DecimalMark {
    let doubtful = texts
        .iter()
        .find(|text| numbers::ambiguous(text, unit(column), language));
    let Some(doubtful) = doubtful else {
        return DecimalMark::Point;
    };
    let mut shown = texts.iter().filter_map(|text| numbers::mark_shown(text));
    let first = shown.next();
    if let Some(mark) = first
        && shown.all(|other| other == mark)
    {
        return mark;
    }
    let reading = |mark| {
        numbers::parse_marked(doubtful, unit(column), language, mark)
            .map_or(0.0, |figure| figure.value)
    };
    questions.push(Question {
        column,
        text: doubtful.clone(),
        readings: [DecimalMark::Point, DecimalMark::Comma].map(reading),
        answer,
    });
    answer.unwrap_or_default()
}

fn figure(
    column: Column,
    text: &str,
    language: Language,
    mark: DecimalMark,
) -> Read<Option<Figure>> {
    let place = Place::Cell(RowId(0), column);
    let value = if is_missing(text) {
        Ok(None)
    } else {
        match numbers::parse_marked(text, unit(column), language, mark) {
            Ok(figure) if place.spec().allows(figure) => Ok(Some(figure)),
            Ok(_) => Err(CellError::OutOfLimits),
            Err(error) => Err(CellError::Number(error)),
        }
    };
    Read {
        text: text.to_owned(),
        value,
    }
}

fn name_of(text: &str) -> Read<String> {
    // Our own files have an apostrophe before what looks like a formula.
    let name = text
        .strip_prefix('\'')
        .filter(|rest| rest.starts_with(['=', '+', '-', '@']))
        .unwrap_or(text);
    let value = if name.is_empty() || reads(name) {
        Err(CellError::NoName)
    } else if name.chars().nth(MAX_NAME).is_some() {
        Err(CellError::NameTooLong)
    } else {
        Ok(name.to_owned())
    };
    Read {
        text: text.to_owned(),
        value,
    }
}

/// What a cell says of a gap, in any of the page's languages. In a copy of the
/// page's table more stands after it.
fn direction(text: &str) -> Option<Direction> {
    let said = small(text);
    let known = [
        (Direction::Discount, "discount|折价|折價"),
        (Direction::Premium, "premium|溢价|溢價"),
    ];
    listed(&known, |word| said.starts_with(word))
}

fn measure(text: &str) -> Read<Option<Measure>> {
    let value = if text.is_empty() {
        Ok(None)
    } else {
        measure_named(text)
            .map(Some)
            .ok_or(CellError::UnknownMeasure)
    };
    Read {
        text: text.to_owned(),
        value,
    }
}

/// The measures by their names in the page's languages, in small letters and
/// without what stands between them.
const MEASURES: [(Measure, &str); 8] = [
    (Measure::ForwardPe, "forwardpe|预期市盈率|預估本益比"),
    (Measure::TrailingPe, "trailingpe|滚动市盈率|近四季本益比"),
    (Measure::Pe, "pe|市盈率|本益比"),
    (Measure::EvEbitda, "evebitda"),
    (
        Measure::EvSales,
        "evsales|ev营收|ev营业收入|ev销售额|ev營收",
    ),
    (Measure::Ps, "ps|市销率|股價營收比"),
    (Measure::Pb, "pb|市净率|股價淨值比"),
    (Measure::Peg, "peg"),
];

/// The measure of a name in any of the page's languages, or in another spelling
/// of the letters: "pe", "ev / ebitda".
fn measure_named(text: &str) -> Option<Measure> {
    let between = |sign: char| {
        sign.is_ascii_punctuation() || sign.is_whitespace() || has("／（）·・—–", sign)
    };
    let bare = small(text).replace(between, "");
    listed(&MEASURES, |name| name == bare)
}

/// The table of sectors as rows for a file: what the reader gives in the words
/// of the page, and what comes of it in all its digits.
#[must_use]
pub fn table(workbook: &Workbook, results: &Results, language: Language) -> Vec<Vec<Cell>> {
    let words = |text: &str| Cell::Text(text.to_owned());
    let number = |value: Option<f64>| Cell::Number(value.map(numbers::bare).unwrap_or_default());
    let growth_of =
        |market: &Name| fill(language.phrase(Phrase::GrowthOf), &[&language.name(market)]);
    let heading = [
        language.word(Word::Sector),
        language.word(Word::Measure),
        &language.name(&workbook.markets.a),
        &language.name(&workbook.markets.b),
        language.word(Word::Weight),
        &growth_of(&workbook.markets.a),
        &growth_of(&workbook.markets.b),
        language.word(Word::Stated),
        language.word(Word::Premium),
        language.word(Word::Upside),
        language.word(Word::LogGap),
        language.phrase(Phrase::AfterGrowth),
    ];
    let row = |(index, row): (usize, &crate::workbook::Sector)| {
        let gap = results.sectors.rows.get(index).and_then(|row| row.gap.ok());
        let given = |column| number(row.read(column).map(|figure| figure.value));
        let growth = |column| Cell::Number(row.read(column).map_or_else(String::new, percent));
        let after = results.after_growth.rows.get(index);
        vec![
            Cell::Text(language.name(&row.name)),
            words(language.measure(row.measure)),
            given(Column::A),
            given(Column::B),
            given(Column::Weight),
            growth(Column::GrowthA),
            growth(Column::GrowthB),
            words(language.stated(row.stated)),
            number(gap.map(|gap| gap.premium)),
            number(gap.map(|gap| gap.upside_to_parity)),
            number(gap.map(|gap| gap.log_gap)),
            number(after.and_then(|gap| Some(gap.ok()?.premium))),
        ]
    };
    let rows = workbook.sectors.iter().enumerate().map(row);
    [heading.map(words).to_vec()]
        .into_iter()
        .chain(rows)
        .collect()
}

/// A fraction in percent, with its sign, as spreadsheets and [`read`] take it.
fn percent(figure: Figure) -> String {
    let shown = numbers::show(
        figure.value,
        crate::workbook::Unit::Ratio,
        Shape::up_to(12),
        Language::English,
    );
    let kept = shown.chars().filter(|&character| character != ',');
    kept.map(|character| if character == '−' { '-' } else { character })
        .collect()
}
