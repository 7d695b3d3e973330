//! The table of texts in styles.txt: each read with its source's decimal mark,
//! shown again, and asked about where another style reads another number.

use rerate::text::Language::{self, English, SimplifiedChinese};
use rerate::text::numbers::{
    DecimalMark, NumberError, ambiguous, field_text, mark_shown, parse_marked, show_figure,
};
use rerate::workbook::{Figure, Unit};

use super::typed::{expected, unescaped, unit_named};

struct Row {
    line: usize,
    language: Language,
    mark: DecimalMark,
    unit: Unit,
    text: String,
    expected: Result<Figure, NumberError>,
    asks: bool,
}

fn rows() -> Vec<Row> {
    let sources = include_str!("styles.txt").lines().enumerate();
    let told = sources.filter(|(_, source)| !source.is_empty() && !source.starts_with('#'));
    told.map(|(line, source)| {
        let (front, quoted) = source.split_once('"').expect("a quoted text");
        let (text, back) = quoted.rsplit_once('"').expect("a closed quotation");
        let mut front = front.split_whitespace();
        let (language, mark) = match front.next() {
            Some("en") => (English, DecimalMark::Point),
            Some("zh") => (SimplifiedChinese, DecimalMark::Point),
            Some("de" | "fr") => (English, DecimalMark::Comma),
            other => panic!("line {}: style {other:?}", line + 1),
        };
        let unit = unit_named(front.next().expect("a unit"));
        let mut back: Vec<&str> = back.split_whitespace().collect();
        let asks = back.last() == Some(&"asks");
        if asks {
            back.pop();
        }
        Row {
            line: line + 1,
            language,
            mark,
            unit,
            text: unescaped(text),
            expected: expected(&back),
            asks,
        }
    })
    .collect()
}

#[test]
fn every_text_is_read_as_its_style_has_it() {
    let mut wrong = Vec::new();
    for row in rows() {
        let read = parse_marked(&row.text, row.unit, row.language, row.mark);
        if read != row.expected {
            wrong.push(format!(
                "line {} {:?}: {read:?}, not {:?}",
                row.line, row.text, row.expected
            ));
        }
        if ambiguous(&row.text, row.unit, row.language) != row.asks {
            wrong.push(format!("line {} {:?}: asks", row.line, row.text));
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
                assert_eq!(
                    parse_marked(&text, row.unit, language, DecimalMark::Point),
                    Ok(figure),
                    "line {}: {text:?}",
                    row.line
                );
            }
        }
    }
}

/// What is read alike under both marks is never asked about, and what is read
/// otherwise always is: nothing is misread in silence.
#[test]
fn what_two_styles_read_differently_is_asked_about() {
    for row in rows() {
        let [point, comma] = [DecimalMark::Point, DecimalMark::Comma]
            .map(|mark| parse_marked(&row.text, row.unit, row.language, mark));
        assert_eq!(point != comma, row.asks, "line {}", row.line);
        if row.asks {
            assert_eq!(mark_shown(&row.text), None, "line {}", row.line);
        }
    }
}

#[test]
fn a_text_that_can_be_read_one_way_shows_its_mark() {
    for (text, shown) in [
        ("16.1", Some(DecimalMark::Point)),
        ("1,234.5x", Some(DecimalMark::Point)),
        ("1,234,567", Some(DecimalMark::Point)),
        ("1'234.567", Some(DecimalMark::Point)),
        ("16,1", Some(DecimalMark::Comma)),
        ("1.234,5 Mio. €", Some(DecimalMark::Comma)),
        ("1.234.567", Some(DecimalMark::Comma)),
        ("1 234,567", Some(DecimalMark::Comma)),
        ("1.234", None),
        ("1,234x", None),
        ("16", None),
        ("1 234", None),
        ("n/a", None),
        ("", None),
    ] {
        assert_eq!(mark_shown(text), shown, "{text}");
    }
}
