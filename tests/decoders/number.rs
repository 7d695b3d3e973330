//! A text typed or pasted as a number.

use rerate::text::Language;
use rerate::text::numbers::{
    DecimalMark, ambiguous, bare, computed, field_text, mark_shown, parse, parse_marked,
    show_figure, step,
};
use rerate::workbook::{Figure, Unit};

const UNITS: [Unit; 5] = [
    Unit::Ratio,
    Unit::Multiple,
    Unit::Money,
    Unit::Years,
    Unit::Number,
];

/// What must hold of every text: a number that is read is finite, and what is
/// shown of it is read as the same number again.
pub(crate) fn holds(input: &[u8]) {
    let Ok(text) = std::str::from_utf8(input) else {
        return;
    };
    for language in Language::ALL {
        for unit in UNITS {
            let [point, comma] = [DecimalMark::Point, DecimalMark::Comma]
                .map(|mark| parse_marked(text, unit, language, mark));
            assert_eq!(parse(text, unit, language), point);
            for figure in [point, comma].into_iter().flatten() {
                is_shown_as_it_is(figure, unit);
                is_moved_within_range(figure, unit);
            }
            if ambiguous(text, unit, language) {
                assert_ne!(point, comma, "{text:?} can be read in one way only");
            } else if mark_shown(text).is_some() {
                assert_eq!(point, comma, "{text:?} shows its mark");
            }
        }
    }
}

/// The text of a figure is read as that figure, in each language's own writing.
fn is_shown_as_it_is(figure: Figure, unit: Unit) {
    let interval = figure.interval();
    assert!(interval.low.is_finite() && interval.high.is_finite());
    assert!(figure.half_unit >= 0.0);
    for language in Language::ALL {
        for text in [
            show_figure(figure, unit, language),
            field_text(figure, unit, language),
        ] {
            let again = parse(&text, unit, language);
            let again = again.unwrap_or_else(|error| panic!("{text:?}: {error:?}"));
            assert_eq!(again.value, figure.value, "{text:?}");
            // One whose last digit is beyond all doubles is exact.
            let is_exact = figure.half_unit == 0.0;
            // Fifteen digits of months or days are kept.
            let is_too_fine = unit == Unit::Years && figure.value.abs() > 1e14 * figure.half_unit;
            if !is_exact && !is_too_fine {
                assert_eq!(again, figure, "{text:?}");
            }
        }
    }
    let exact = parse(&bare(figure.value), Unit::Number, Language::English);
    assert_eq!(exact.map(|exact| exact.value), Ok(figure.value));
}

fn is_moved_within_range(figure: Figure, unit: Unit) {
    for moved in [
        step(figure, 1, unit),
        step(figure, -1, unit),
        computed(figure.value, unit),
    ] {
        assert!(moved.value.is_finite() && moved.half_unit.is_finite());
    }
}
