//! A table as it stands on the page, cell by cell.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement};

/// A cell of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// What a reader sees in it.
    pub text: String,
    /// The figure in all its digits, where the page has noted it.
    pub value: Option<String>,
    /// Whether it is for a figure.
    pub is_figure: bool,
}

/// The rows of the table in the element of this id. Drawings and buttons are
/// left out; a cell over several columns or rows is followed by empty ones.
#[must_use]
pub fn rows(id: &str) -> Vec<Vec<Cell>> {
    let Some(table) = gloo_utils::document().get_element_by_id(id) else {
        return Vec::new();
    };
    let Ok(found) = table.query_selector_all("tr") else {
        return Vec::new();
    };
    // For each column, how many rows the cell above still reaches down.
    let mut reach: Vec<u32> = Vec::new();
    let mut rows = Vec::new();
    for index in 0..found.length() {
        let row = found
            .get(index)
            .and_then(|row| row.dyn_into::<Element>().ok());
        let Some(row) = row else { continue };
        rows.push(row_of(&row, &mut reach));
    }
    rows
}

fn row_of(row: &Element, reach: &mut Vec<u32>) -> Vec<Cell> {
    let mut cells: Vec<Cell> = Vec::new();
    let children = row.children();
    for index in 0..children.length() {
        let Some(cell) = children.item(index) else {
            continue;
        };
        if is_left_out(&cell) {
            continue;
        }
        while let Some(rows @ 1..) = reach.get_mut(cells.len()) {
            *rows -= 1;
            cells.push(Cell::default());
        }
        let spans = |name| {
            let span = cell.get_attribute(name);
            span.and_then(|span| span.parse::<u32>().ok()).unwrap_or(1)
        };
        let (wide, high) = (spans("colspan"), spans("rowspan"));
        for column in 0..wide {
            if reach.len() <= cells.len() {
                reach.resize(cells.len() + 1, 0);
            }
            if let Some(rows) = reach.get_mut(cells.len()) {
                *rows = high.saturating_sub(1);
            }
            cells.push(if column == 0 {
                read(&cell)
            } else {
                Cell::default()
            });
        }
    }
    cells
}

fn is_left_out(cell: &Element) -> bool {
    let classes = cell.class_list();
    ["row-actions", "bars", "drawing"]
        .iter()
        .any(|class| classes.contains(class))
}

fn read(cell: &Element) -> Cell {
    let inside = |selector| cell.query_selector(selector).ok().flatten();
    let words = |element: &Element| element.text_content().unwrap_or_default();
    let field = inside("input").and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    let list = inside("select").and_then(|list| list.dyn_into::<HtmlSelectElement>().ok());
    let text = if let Some(list) = list {
        let picked = list.selected_options().item(0);
        picked.as_ref().map(words).unwrap_or_default()
    } else if let Some(field) = field {
        let unit = inside(".unit").as_ref().map(words).unwrap_or_default();
        let value = field.value();
        if value.is_empty() {
            value
        } else {
            [value.as_str(), " ", &unit].concat()
        }
    } else {
        inside(".shown").as_ref().map_or_else(|| words(cell), words)
    };
    Cell {
        text: text.trim().to_owned(),
        value: inside("[data-value]")
            .as_ref()
            .unwrap_or(cell)
            .get_attribute("data-value"),
        is_figure: cell.tag_name() == "TD" && cell.class_list().contains("number"),
    }
}
