//! A range of cells as text: what a spreadsheet puts on the clipboard, and a
//! file of values parted by commas, semicolons or tabs.
//!
//! A text cell that begins like a formula is written with an apostrophe before
//! it, so that no spreadsheet runs what a reader has typed here as a name.

/// The longest text that is read, in bytes.
pub const MAX_BYTES: usize = 64 * 1024;

/// The most rows that are read, besides a heading.
pub const MAX_ROWS: usize = 200;

/// The most columns of which a row is read; what stands further right is left.
const MAX_COLUMNS: usize = 64;

/// Why a text is not read as a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GridError {
    /// There is nothing in it.
    Empty,
    /// It is longer than [`MAX_BYTES`].
    TooLong,
    /// It has more rows than [`MAX_ROWS`] and a heading.
    TooManyRows,
}

/// A cell that is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Words, which are never run as a formula.
    Text(String),
    /// A number in all its digits, as [`crate::text::numbers::bare`] writes it.
    Number(String),
}

/// Reads a range: rows of cells, each without the white space around it. Rows
/// with nothing in them are left out.
///
/// # Errors
/// Where there is nothing to read, or more than the limits allow.
///
/// ```
/// use rerate::exchange::grid;
///
/// let rows = grid::read("Chips\t16,1\n\"a \"\"b\"\"\"\t2")?;
/// assert_eq!(rows, [["Chips", "16,1"], ["a \"b\"", "2"]]);
/// # Ok::<(), grid::GridError>(())
/// ```
pub fn read(text: &str) -> Result<Vec<Vec<String>>, GridError> {
    if text.len() > MAX_BYTES {
        return Err(GridError::TooLong);
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let separator = separator_of(text);
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let mut cell = String::new();
    let mut quoted = false;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' if quoted => {
                if characters.next_if_eq(&'"').is_some() {
                    cell.push('"');
                } else {
                    quoted = false;
                }
            }
            _ if quoted => cell.push(character),
            '"' if cell.trim().is_empty() => {
                cell.clear();
                quoted = true;
            }
            '\n' | '\r' => {
                end_cell(&mut row, &mut cell);
                end_row(&mut rows, &mut row)?;
            }
            _ if character == separator => end_cell(&mut row, &mut cell),
            _ => cell.push(character),
        }
    }
    end_cell(&mut row, &mut cell);
    end_row(&mut rows, &mut row)?;
    if rows.is_empty() {
        return Err(GridError::Empty);
    }
    Ok(rows)
}

fn end_cell(row: &mut Vec<String>, cell: &mut String) {
    let whole = std::mem::take(cell);
    if row.len() < MAX_COLUMNS {
        row.push(whole.trim().to_owned());
    }
}

fn end_row(rows: &mut Vec<Vec<String>>, row: &mut Vec<String>) -> Result<(), GridError> {
    let whole = std::mem::take(row);
    if whole.iter().any(|cell| !cell.is_empty()) {
        if rows.len() > MAX_ROWS {
            return Err(GridError::TooManyRows);
        }
        rows.push(whole);
    }
    Ok(())
}

/// What parts the cells: a tab if there is one, otherwise, in the first line, a
/// semicolon before a comma, for where decimals have a comma cells have none.
/// What stands in quotation marks parts nothing.
fn separator_of(text: &str) -> char {
    let mut quoted = false;
    let mut may_open = true;
    let mut in_first_line = true;
    let mut found = ',';
    for character in text.trim_start_matches(['\n', '\r', ' ']).chars() {
        match character {
            '"' if quoted => {
                quoted = false;
                // Two of them are one that stands in the cell.
                may_open = true;
            }
            '"' if may_open => quoted = true,
            _ if quoted => {}
            '\t' => return '\t',
            ',' | ';' | '\n' | '\r' => {
                if character == ';' && in_first_line {
                    found = ';';
                }
                in_first_line &= matches!(character, ',' | ';');
                may_open = true;
            }
            ' ' => {}
            _ => may_open = false,
        }
    }
    found
}

/// Rows as text with tabs, for a spreadsheet's clipboard.
#[must_use]
pub fn tabbed(rows: &[Vec<Cell>]) -> String {
    written(rows, '\t', "\n")
}

/// Rows as a file of values parted by commas (RFC 4180), in UTF-8 with its
/// mark, without which some spreadsheets misread Chinese.
#[must_use]
pub fn comma_separated(rows: &[Vec<Cell>]) -> String {
    ["\u{feff}", &written(rows, ',', "\r\n")].concat()
}

fn written(rows: &[Vec<Cell>], separator: char, end: &str) -> String {
    let mut text = String::new();
    for row in rows {
        for (index, cell) in row.iter().enumerate() {
            if index > 0 {
                text.push(separator);
            }
            match cell {
                Cell::Number(number) => text.push_str(number),
                Cell::Text(words) => write_words(&mut text, words, separator),
            }
        }
        text.push_str(end);
    }
    text
}

fn write_words(text: &mut String, words: &str, separator: char) {
    let guarded = if words.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        "'"
    } else {
        ""
    };
    let quotes = words.contains(['"', '\n', '\r', '\t', ',', ';', separator]);
    if quotes {
        text.push('"');
    }
    text.push_str(guarded);
    for character in words.chars() {
        if character == '"' {
            text.push('"');
        }
        text.push(character);
    }
    if quotes {
        text.push('"');
    }
}

/// Rows as an HTML table, the first of them its heading; texts in it are
/// escaped.
#[must_use]
pub fn html(rows: &[Vec<Cell>]) -> String {
    let mut text = String::new();
    tag(&mut text, "<", "table");
    for (index, row) in rows.iter().enumerate() {
        let name = if index == 0 { "th" } else { "td" };
        tag(&mut text, "<", "tr");
        for cell in row {
            tag(&mut text, "<", name);
            let (Cell::Text(words) | Cell::Number(words)) = cell;
            for character in words.chars() {
                match character {
                    '&' => text.push_str("&amp;"),
                    '<' => text.push_str("&lt;"),
                    '>' => text.push_str("&gt;"),
                    _ => text.push(character),
                }
            }
            tag(&mut text, "</", name);
        }
        tag(&mut text, "</", "tr");
    }
    tag(&mut text, "</", "table");
    text
}

/// Opens or closes an element. It is put together from its parts, for the build
/// takes whole tags in the module for markup that the document would refuse.
fn tag(text: &mut String, opens: &str, name: &str) {
    text.push_str(opens);
    text.push_str(name);
    text.push('>');
}
