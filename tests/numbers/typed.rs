//! The table of texts in typed.txt, read and shown again.

use rerate::text::Language::{self, English, SimplifiedChinese, TraditionalChinese};
use rerate::text::numbers::NumberError;
use rerate::text::periods::{field_text, parse, show_figure};
use rerate::workbook::{Figure, Unit};

use super::UNITS;

struct Row {
    line: usize,
    language: Language,
    unit: Unit,
    text: String,
    expected: Result<Figure, NumberError>,
}

fn rows() -> Vec<Row> {
    let mut rows = Vec::new();
    for (line, source) in include_str!("typed.txt").lines().enumerate() {
        if source.is_empty() || source.starts_with('#') {
            continue;
        }
        let (front, quoted) = source.split_once('"').expect("a quoted text");
        let (text, back) = quoted.rsplit_once('"').expect("a closed quotation");
        let mut front = front.split_whitespace();
        let languages = match front.next() {
            Some("all") => Language::ALL.to_vec(),
            Some("en") => vec![English],
            Some("hans") => vec![SimplifiedChinese],
            Some("hant") => vec![TraditionalChinese],
            other => panic!("line {}: language {other:?}", line + 1),
        };
        let unit = unit_named(front.next().expect("a unit"));
        for language in languages {
            rows.push(Row {
                line: line + 1,
                language,
                unit,
                text: unescaped(text),
                expected: expected(&back.split_whitespace().collect::<Vec<_>>()),
            });
        }
    }
    rows
}

pub(crate) fn unit_named(name: &str) -> Unit {
    *UNITS
        .iter()
        .chain(&[Unit::Day])
        .find(|unit| format!("{unit:?}") == name)
        .unwrap_or_else(|| panic!("unit {name}"))
}

pub(crate) fn expected(columns: &[&str]) -> Result<Figure, NumberError> {
    match columns {
        [value, half_unit] => Ok(Figure {
            value: value.parse().expect("a value"),
            half_unit: half_unit.parse().expect("a half unit"),
        }),
        [name] => Err(*NumberError::ALL
            .iter()
            .find(|error| format!("{error:?}") == *name)
            .unwrap_or_else(|| panic!("reason {name}"))),
        _ => panic!("columns {columns:?}"),
    }
}

pub(crate) fn unescaped(text: &str) -> String {
    let mut plain = text.replace("\\t", "\t").replace("\\n", "\n");
    while let Some(start) = plain.find("\\u{") {
        let end = start + plain[start..].find('}').expect("a closed escape");
        let code = u32::from_str_radix(&plain[start + 3..end], 16).expect("a code point");
        let character = char::from_u32(code).expect("a character");
        plain.replace_range(start..=end, &character.to_string());
    }
    plain
}

#[test]
fn every_text_is_read_as_the_table_says() {
    let mut wrong = Vec::new();
    for row in rows() {
        let read = parse(&row.text, row.unit, row.language);
        if read != row.expected {
            wrong.push(format!(
                "line {} {:?} {:?}: {read:?}, not {:?}",
                row.line, row.language, row.text, row.expected
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_accepted_text_comes_back_from_what_is_shown() {
    for row in rows() {
        let Ok(figure) = row.expected else { continue };
        for language in Language::ALL {
            for text in [
                show_figure(figure, row.unit, language),
                field_text(figure, row.unit, language),
            ] {
                // What underflows has lost its last digit.
                if figure.half_unit > 0.0 {
                    assert_eq!(
                        parse(&text, row.unit, language),
                        Ok(figure),
                        "line {}: {text:?}",
                        row.line
                    );
                }
            }
        }
    }
}

#[test]
fn the_table_has_what_it_should() {
    let rows = rows();
    assert!(rows.len() >= 300, "{} rows", rows.len());
    for reason in NumberError::ALL {
        let table_has_it = rows.iter().any(|row| row.expected == Err(reason));
        assert!(
            table_has_it || reason == NumberError::TooLong,
            "no row for {reason:?}"
        );
    }
}
