//! What must hold of every workbook, however it came in.

use rerate::exchange::inputs::told;
use rerate::text::Language;
use rerate::workbook::{
    CatalystColumn, Column, Field, MAX_CATALYSTS, MAX_NAME, MAX_SECTORS, Name, Place, Results,
    Workbook, evaluate,
};

/// It keeps the limits, and its results, which this gives, and all that is said
/// of them are free of what is no number.
pub(crate) fn holds(workbook: &Workbook) -> Results {
    keeps_the_limits(workbook);
    let results = evaluate(workbook);
    // Of all writers, this one tells NaN and infinity from a figure that is
    // not there.
    let told = format!("{results:?}");
    for no_number in ["NaN", "inf"] {
        let mut found = told.match_indices(no_number);
        assert!(
            !found.any(|(place, _)| stands_alone(&told, place, no_number)),
            "{no_number} in {told}"
        );
    }
    for language in Language::ALL {
        for sentence in sentences(workbook, &results, language) {
            assert!(!sentence.contains("NaN"), "{sentence}");
        }
    }
    results
}

/// Whether it is a word of its own, and no part of a name.
fn stands_alone(text: &str, place: usize, word: &str) -> bool {
    let before = text[..place].chars().next_back();
    let after = text[place + word.len()..].chars().next();
    let letter = |character: Option<char>| {
        character.is_some_and(|character| character.is_alphanumeric() || character == '_')
    };
    !letter(before) && !letter(after)
}

fn keeps_the_limits(workbook: &Workbook) {
    assert!(workbook.sectors.len() <= MAX_SECTORS);
    assert!(workbook.what_if.catalysts.len() <= MAX_CATALYSTS);
    for &field in Field::ALL {
        let figure = field.read(workbook);
        assert!(figure.is_none_or(|figure| field.spec().allows(figure)));
    }
    for row in &workbook.sectors {
        for column in Column::ALL {
            let spec = Place::Cell(row.id, column).spec();
            assert!(row.read(column).is_none_or(|figure| spec.allows(figure)));
        }
    }
    for row in &workbook.what_if.catalysts {
        for column in CatalystColumn::ALL {
            let spec = Place::Catalyst(row.id, column).spec();
            assert!(row.read(column).is_none_or(|figure| spec.allows(figure)));
        }
    }
    let rows = workbook.sectors.iter().map(|row| &row.name);
    let catalysts = workbook.what_if.catalysts.iter().map(|row| &row.name);
    for name in rows
        .chain(catalysts)
        .chain([&workbook.markets.a, &workbook.markets.b])
    {
        if let Name::Own(own) = name {
            assert!(own.chars().count() <= MAX_NAME);
        }
    }
}

/// What the page says of a workbook.
fn sentences(workbook: &Workbook, results: &Results, language: Language) -> Vec<String> {
    let markets = &workbook.markets;
    vec![
        language.claim_answer(&workbook.claim, &results.claim),
        language.claim_told(&workbook.claim, &results.claim),
        language.sectors_answer(&workbook.sectors, &results.sectors, markets),
        language.sectors_told(&workbook.sectors, &results.sectors),
        language.why_answer(&workbook.why, &results.why, markets),
        language.why_told(&results.why, markets),
        language.past_answer(&results.past, markets),
        language.past_told(&workbook.past, &results.past, markets),
        language.what_if_answer(
            &workbook.what_if,
            &results.what_if,
            &language.name(&markets.a),
        ),
        language.what_if_told(&results.what_if),
        language.tornado_told(&results.what_if.sensitivity),
        language.growth_told(&results.after_growth),
        language.catalysts_told(&workbook.what_if, &results.what_if),
        language.scenarios_told(&workbook.what_if.scenarios, &results.what_if.scenarios),
        language.scale_answer(&workbook.scale, &results.scale, markets),
        language.scale_told(&workbook.scale, &results.scale),
        language.catching_up_answer(&workbook.catching_up, &results.catching_up),
        language.catching_up_told(&results.catching_up),
        told(workbook, language),
    ]
}
