//! Scale and catching up: what the article's figures come to, any quantity as
//! the unknown, and the cases in which there is none.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use rerate::exchange::json;
use rerate::text::{Language, numbers};
use rerate::valuation::NotMeaningful;
use rerate::valuation::convergence::{Course, HalvingUnknown};
use rerate::workbook::{
    Choice, Edit, Field, Figure, Place, Preset, ReachUnknown, Results, Saved, ScaleUnknown,
    Section, Spender, Unit, What, Workbook, evaluate,
};

const ENGLISH: Language = Language::English;

fn article() -> Workbook {
    Workbook::from(Preset::ChinaVsUs)
}

/// The workbook with a figure typed, as a reader does.
fn typed(mut workbook: Workbook, field: Field, text: &str) -> Workbook {
    let figure = numbers::parse(text, field.spec().unit, ENGLISH).expect("a number");
    Edit::Figure(Place::Field(field), Some(figure))
        .apply(&mut workbook)
        .expect("a figure within its limits");
    workbook
}

fn chosen(mut workbook: Workbook, choice: Choice) -> Workbook {
    Edit::Choose(choice)
        .apply(&mut workbook)
        .expect("a choice is never refused");
    workbook
}

fn near(value: f64, expected: f64) -> bool {
    (value / expected - 1.0).abs() < 1e-9
}

fn answer(workbook: &Workbook, language: Language) -> [String; 2] {
    let Results {
        scale, catching_up, ..
    } = evaluate(workbook);
    [
        language.scale_answer(&workbook.scale, &scale, &workbook.markets),
        language.catching_up_answer(&workbook.catching_up, &catching_up),
    ]
}

#[test]
fn the_articles_scale_comes_to_what_it_must() {
    let results = evaluate(&article()).scale;
    let (value, capex, multiple) = (0.065 / 0.935, 124.0 / 694.0, 24.0 / 26.0);
    let ratios = results.ratios.expect("the article's figures");
    assert!(near(ratios.value, value));
    assert!(near(ratios.capex, capex));
    assert!(near(ratios.multiple, multiple));
    assert!(near(ratios.return_on_capex, value / capex / multiple));
    assert_eq!(results.solution, Ok(ratios.return_on_capex));
    let parity = results.parity.expect("the article's figures");
    assert!(near(parity.implied_return, ratios.return_on_capex));
    assert!(near(
        parity.return_for_equal_value,
        694.0 / 124.0 * 26.0 / 24.0
    ));
    let private = results.private.expect("the article's figures");
    let all = 1.8e12 / 0.065;
    assert!(near(private.all_listed, all));
    assert!(near((1.8e12 + private.value) / (all + 2e12), 0.08));
    assert!(near(private.share, private.value / 2e12));
    // What is to be added to the earnings, paid 24 times, makes up the value.
    let added = results.return_to_add.expect("the article's figures") * 124e9 * 24.0;
    assert!(near(
        (1.8e12 + added) / 1.8e12 * parity.value_per_capex,
        1.0
    ));
}

#[test]
fn any_quantity_of_the_spending_can_be_the_unknown() {
    let start = evaluate(&article()).scale.ratios.expect("ratios");
    let returned = ENGLISH.amount(start.return_on_capex, Unit::Ratio);
    for unknown in ScaleUnknown::ALL {
        let field = unknown.field();
        let given = field.read(&article());
        // With the return that prices imply, the others are as they were.
        let workbook = typed(article(), Field::ScaleReturn, &returned);
        let workbook = chosen(workbook, Choice::ScaleUnknown(unknown));
        let solved = evaluate(&workbook).scale.solution.expect("a solution");
        let was = match unknown {
            ScaleUnknown::ReturnOnCapex => start.return_on_capex,
            _ => given.expect("the article's figure").value,
        };
        assert!((solved / was - 1.0).abs() < 2e-3, "{unknown:?}: {solved}");
        // Typed, it is given again.
        let figure = numbers::field_text(
            numbers::computed(solved, field.spec().unit),
            field.spec().unit,
            ENGLISH,
        );
        let again = typed(workbook, field, &figure);
        assert_ne!(again.scale.unknown, unknown);
        assert!(evaluate(&again).scale.solution.is_ok(), "{unknown:?}");
    }
}

#[test]
fn scale_says_why_there_is_no_answer() {
    let blank = evaluate(&Workbook::from(Preset::Blank)).scale;
    assert_eq!(blank.solution, Err(NotMeaningful::MissingInput));
    for (field, text, reason) in [
        (Field::ScaleShare, "100%", NotMeaningful::ShareOutOfRange),
        (Field::ScaleShare, "0%", NotMeaningful::ValueNotPositive),
        (Field::ScaleCapexB, "0", NotMeaningful::SpendingNotPositive),
        (
            Field::ScaleMultipleB,
            "0",
            NotMeaningful::MultipleNotPositive,
        ),
    ] {
        let results = evaluate(&typed(article(), field, text)).scale;
        assert_eq!(results.solution, Err(reason), "{field:?}");
    }
    // A share that falls with private firms, more than they can make it fall.
    let results = evaluate(&typed(article(), Field::ScaleWithPrivate, "1%")).scale;
    assert_eq!(results.private, Err(NotMeaningful::FiguresContradict));
    assert!(results.solution.is_ok());
}

#[test]
fn the_articles_gap_halves_and_reaches_the_threshold() {
    let results = evaluate(&article()).catching_up;
    let month = 1.0 / 12.0;
    let halving = month * libm::log(2.0) / libm::log(0.08 / 0.06);
    assert!(near(results.half_life.expect("a pace"), halving));
    assert_eq!(results.solution, results.half_life);
    let reached = results.to_threshold;
    let exponential = month * libm::log(0.06 / 0.01) / libm::log(0.08 / 0.06);
    assert!(near(reached.exponential.expect("a pace"), exponential));
    assert!(near(reached.linear.expect("a pace"), 2.5 * month));
    // Three months in a row, in a straight line.
    let earlier = results.moments.first().expect("the earlier gap");
    assert_eq!(earlier.what, What::Earlier);
    assert_eq!(earlier.observed, Some(0.1));
    assert!(near(earlier.time, -2.0 * month));
    assert!(near(earlier.gap.linear.expect("a pace"), 0.1));
    assert!(near(
        earlier.gap.exponential.expect("a pace"),
        0.08 * 0.08 / 0.06
    ));
    let times: Vec<f64> = results.moments.iter().map(|moment| moment.time).collect();
    assert!(times.is_sorted(), "{times:?}");
}

#[test]
fn the_valuation_gap_closes_at_the_same_pace() {
    let results = evaluate(&article()).catching_up;
    let pace = results.valuation;
    let premium = 24.0 / 26.0 - 1.0;
    assert!(near(pace.premium.expect("both multiples"), premium));
    // Half of any gap takes as long, exponentially.
    let half = pace.half.exponential.expect("a pace");
    assert!(near(half, results.half_life.expect("a pace")));
    let month = 1.0 / 12.0;
    assert!(near(pace.half.linear.expect("a pace"), 1.5 * month));
    let threshold = pace.threshold.exponential.expect("a pace");
    let expected = month * libm::log(-premium / 0.01) / libm::log(0.08 / 0.06);
    assert!(near(threshold, expected));
    let level = typed(article(), Field::WhatIfPeer, "24");
    let pace = evaluate(&level).catching_up.valuation;
    assert_eq!(pace.half.exponential, Err(NotMeaningful::NoGapToClose));
}

#[test]
fn a_gap_that_widens_diverges_and_one_that_changes_sign_has_crossed() {
    for (now, reason, english, simplified) in [
        ("9%", NotMeaningful::GapWidened, "diverging", "扩大"),
        ("-1%", NotMeaningful::GapChangedSign, "crossed", "易位"),
        (
            "8%",
            NotMeaningful::GapUnchanged,
            "did not change",
            "没有变化",
        ),
        ("0%", NotMeaningful::GapClosed, "zero", "零"),
    ] {
        let workbook = typed(article(), Field::CatchingUpNow, now);
        let results = evaluate(&workbook).catching_up;
        assert_eq!(results.solution, Err(reason), "{now}");
        assert_eq!(results.fit, Err(reason), "{now}");
        for (language, word) in [
            (ENGLISH, english),
            (Language::SimplifiedChinese, simplified),
        ] {
            let [_, said] = answer(&workbook, language);
            assert!(said.contains(word), "{now}: {said}");
        }
        // What was observed is still known.
        let observed = results.moments.iter().filter_map(|moment| moment.observed);
        assert_eq!(observed.count(), 3, "{now}");
    }
}

#[test]
fn any_quantity_of_the_halving_can_be_the_unknown() {
    for unknown in HalvingUnknown::ALL {
        let workbook = typed(article(), Field::CatchingUpHalfLife, "3 months");
        assert_eq!(workbook.catching_up.unknown, HalvingUnknown::GapEnd);
        let workbook = chosen(workbook, Choice::HalvingUnknown(unknown));
        let results = evaluate(&workbook).catching_up;
        let fit = results.fit.expect("a pace");
        let half_life = results.half_life.expect("a pace");
        assert!(near(fit.half_life().expect("a pace"), half_life));
        let [_, said] = answer(&workbook, ENGLISH);
        let solved = results.solution.expect("a solution");
        if unknown != HalvingUnknown::HalfLife {
            assert!(said.contains("3 months"), "{said}");
            let field = unknown.field();
            let label = ENGLISH.field(field).to_lowercase();
            assert!(said.to_lowercase().contains(&label), "{said}");
        }
        assert!(solved > 0.0);
    }
}

#[test]
fn what_is_left_after_a_time_is_solved_on_either_course() {
    // 8% to 6% in a month: k = ln(8/6) a month, or 2 points a month.
    let workbook = typed(article(), Field::CatchingUpWithin, "2 months");
    assert_eq!(workbook.catching_up.reach, ReachUnknown::Threshold);
    let left = |workbook: &Workbook| evaluate(workbook).catching_up.threshold.expect("a pace");
    assert!(near(left(&workbook), 0.06 * 0.75 * 0.75));
    let linear = chosen(workbook.clone(), Choice::Course(Course::Linear));
    assert!(near(left(&linear), 0.02));
    for workbook in [&workbook, &linear] {
        let results = evaluate(workbook).catching_up;
        let reached = results.to_threshold.on(workbook.catching_up.course);
        assert!(near(reached.expect("a time"), 2.0 / 12.0));
        let [_, said] = answer(workbook, ENGLISH);
        assert!(said.contains("2 months"), "{said}");
    }
    // Typed, either one is given again.
    let workbook = typed(workbook, Field::CatchingUpThreshold, "1%");
    assert_eq!(workbook.catching_up.reach, ReachUnknown::Time);
    assert_eq!(left(&workbook), 0.01);
    let widening = typed(article(), Field::CatchingUpNow, "9%");
    let widening = typed(widening, Field::CatchingUpWithin, "1 year");
    let results = evaluate(&widening).catching_up;
    assert_eq!(results.threshold, Err(NotMeaningful::GapWidened));
}

#[test]
fn a_lead_that_closes_in_a_straight_line_is_half_gone_at_a_time() {
    let mut workbook = chosen(article(), Choice::Course(Course::Linear));
    for (field, text) in [
        (Field::CatchingUpBefore, "-8%"),
        (Field::CatchingUpNow, "-6%"),
    ] {
        workbook = typed(workbook, field, text);
    }
    Edit::Figure(Place::Field(Field::CatchingUpThreshold), None)
        .apply(&mut workbook)
        .expect("a figure may be taken out");
    let [_, said] = answer(&workbook, ENGLISH);
    assert!(said.contains("1.5 months"), "{said}");
}

#[test]
fn gaps_that_differ_are_told_apart_and_what_is_typed_is_answered() {
    let [_, said] = answer(&typed(article(), Field::CatchingUpNow, "7.99%"), ENGLISH);
    assert!(said.contains("from 8% to 7.99%"), "{said}");

    let workbook = chosen(article(), Choice::HalvingUnknown(HalvingUnknown::Time));
    let workbook = typed(workbook, Field::CatchingUpWithin, "24 months");
    let [_, said] = answer(&workbook, ENGLISH);
    assert!(said.contains("in 2 years"), "{said}");

    let never = typed(article(), Field::CatchingUpThreshold, "0%");
    let results = evaluate(&never).catching_up;
    let to_threshold = results.to_threshold;
    assert_eq!(to_threshold.exponential, Err(NotMeaningful::NeverReached));
    assert!(to_threshold.linear.is_ok());
}

#[test]
fn of_both_gaps_the_same_share_is_left_at_any_time() {
    let results = evaluate(&article()).catching_up;
    let pace = &results.valuation;
    let premium = pace.premium.expect("two multiples");
    let whats: Vec<What> = pace.moments.iter().map(|moment| moment.what).collect();
    assert_eq!(whats.first(), Some(&What::Now));
    assert_eq!(whats.len(), 4);
    for moment in &pace.moments {
        // The share that is left is that of the gap that was observed.
        let fit = results.fit.expect("a pace");
        let observed = fit.gap_after(moment.time, Course::Exponential);
        let share = observed.expect("a gap") / fit.gap_end;
        let left = moment.gap.exponential.expect("a gap");
        assert!(near(left / premium, share), "{moment:?}");
    }
}

#[test]
fn answers_are_sentences_in_every_language_and_for_every_choice() {
    for language in Language::ALL {
        for preset in [
            Preset::ChinaVsUs,
            Preset::GoldenDragonVsNasdaq,
            Preset::Blank,
        ] {
            for unknown in ScaleUnknown::ALL {
                for (halving, course) in HalvingUnknown::ALL
                    .into_iter()
                    .flat_map(|halving| [(halving, Course::Exponential), (halving, Course::Linear)])
                {
                    let mut workbook = Workbook::from(preset);
                    for choice in [
                        Choice::ScaleUnknown(unknown),
                        Choice::HalvingUnknown(halving),
                        Choice::Course(course),
                    ] {
                        workbook = chosen(workbook, choice);
                    }
                    for said in answer(&workbook, language) {
                        assert!(said.ends_with(['.', '。']), "{said}");
                        assert!(!said.contains(['{', '}', '—']), "{said}");
                    }
                }
            }
        }
    }
}

#[test]
fn the_formulas_hold_the_readers_own_figures() {
    let workbook = typed(article(), Field::CatchingUpThreshold, "2%");
    let results = evaluate(&workbook);
    let told = ENGLISH.catching_up_told(&results.catching_up);
    for part in ["ln(8% ÷ 6%) = 2.4 months", "2%", "3.8 months", "2 months"] {
        assert!(told.contains(part), "{part} in {told}");
    }
    let told = ENGLISH.scale_told(&workbook.scale, &results.scale);
    for part in ["7%", "17.9%", "42.2%", "92.3%", "575.4bn"] {
        assert!(told.contains(part), "{part} in {told}");
    }
}

#[test]
fn what_is_chosen_and_typed_is_saved() {
    let workbook = typed(article(), Field::ScaleReturn, "80%");
    let workbook = typed(workbook, Field::CatchingUpHalfLife, "4 months");
    let workbook = chosen(workbook, Choice::ScaleUnknown(ScaleUnknown::Capex));
    let workbook = chosen(workbook, Choice::HalvingUnknown(HalvingUnknown::Time));
    let workbook = typed(workbook, Field::CatchingUpWithin, "5 months");
    let workbook = chosen(workbook, Choice::Course(Course::Linear));
    let again = json::read(&json::write(&workbook)).expect("what was written");
    assert_eq!(again, workbook);
    for section in [Section::Scale, Section::CatchingUp] {
        assert!(workbook.section_differs(section));
        let mut reset = workbook.clone();
        Edit::ResetSection(section)
            .apply(&mut reset)
            .expect("a reset is never refused");
        assert!(!reset.section_differs(section));
    }
    // What an older page wrote knows nothing of these choices.
    let mut saved = Saved::from(&article());
    saved.choices.capex_unknown = None;
    saved.choices.halving_unknown = None;
    saved.choices.course = None;
    assert_eq!(Workbook::try_from(saved), Ok(article()));
}

#[test]
fn a_month_is_given_as_it_is_typed() {
    let month = numbers::parse("1 month", Unit::Years, ENGLISH);
    let given = Field::CatchingUpTime.read(&article());
    assert_eq!(given, month.ok());
    assert_eq!(
        given.map(|given| numbers::field_text(given, Unit::Years, ENGLISH)),
        Some("1 month".to_owned())
    );
    assert_ne!(given, Some(Figure::exact(1.0)));
}

#[test]
fn together_is_the_sum_of_all_companies() {
    assert_eq!(Spender::YEARS, [2023, 2024, 2025, 2026]);
    let [first, .., guided] = Spender::together();
    assert!(near(first, 149e9));
    assert!(near(guided, 710e9));
    assert_eq!(Spender::GUIDANCE_FROM, 2026);
}

#[test]
fn nothing_is_said_of_firms_that_are_worth_nothing() {
    let workbook = typed(article(), Field::ScaleListed, "0");
    let results = evaluate(&workbook).scale;
    assert_eq!(results.return_to_add, Err(NotMeaningful::ValueNotPositive));
}

#[test]
fn half_of_a_gap_is_told_on_the_course_that_is_picked() {
    for course in [Course::Exponential, Course::Linear] {
        let workbook = chosen(article(), Choice::Course(course));
        let results = evaluate(&workbook).catching_up;
        for moments in [&results.moments, &results.valuation.moments] {
            let mut halves = moments.iter().filter(|of| matches!(of.what, What::Half(_)));
            let half = halves.next().expect("half of the gap");
            assert_eq!((half.what, halves.next()), (What::Half(course), None));
            let now = moments.iter().find(|of| of.what == What::Now);
            let now = now.and_then(|of| of.observed).expect("the gap now");
            assert!(near(half.gap.on(course).expect("a gap"), now / 2.0));
        }
    }
}

#[test]
fn a_gap_below_zero_closes_to_a_threshold_below_zero() {
    let workbook = typed(article(), Field::CatchingUpBefore, "-8");
    let workbook = typed(workbook, Field::CatchingUpNow, "-6");
    let [_, told] = answer(&workbook, ENGLISH);
    assert!(told.contains("−1%"), "{told}");
    let results = evaluate(&workbook).catching_up;
    let formulas = ENGLISH.catching_up_told(&results);
    assert!(
        !formulas.contains('−') || formulas.contains("(6% − 1%)"),
        "{formulas}"
    );
    // What is reached already has no formula.
    let workbook = typed(article(), Field::CatchingUpThreshold, "7");
    let formulas = ENGLISH.catching_up_told(&evaluate(&workbook).catching_up);
    assert_eq!(formulas.matches('=').count(), 2, "{formulas}");
}
