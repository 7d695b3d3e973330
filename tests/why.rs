//! Why the gap, from a workbook's inputs to the sentence that answers it.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]
#![allow(clippy::indexing_slicing, reason = "a test fails by panicking")]
#![allow(clippy::panic, reason = "a test fails by panicking")]

use rerate::text::Language::{self, English};
use rerate::valuation::NotMeaningful;
use rerate::valuation::cost_of_equity::Ingredient;
use rerate::valuation::explained::Unknown;
use rerate::workbook::{
    Choice, Compared, Edit, Field, Figure, Industry, Market, Measure, Place, Preset, Regressed,
    Regressor, Saved, Section, Workbook, evaluate, evaluate_regression, evaluate_why,
};

const INDUSTRIES: &str = include_str!("../data/us-industries-2026-01.csv");

const PAIR: Preset = Preset::Industries(Industry::SOFTWARE, Industry::SEMICONDUCTOR);

const UNKNOWNS: [Unknown; 10] = [
    Unknown::Multiple,
    Unknown::Growth,
    Unknown::ReturnOnEquity,
    Unknown::RequiredReturn,
    Unknown::PeerMultiple,
    Unknown::PeerGrowth,
    Unknown::PeerReturnOnEquity,
    Unknown::PeerRequiredReturn,
    Unknown::Years,
    Unknown::StableGrowth,
];

fn put(workbook: &mut Workbook, field: Field, value: Option<f64>) {
    Edit::Figure(Place::Field(field), value.map(Figure::exact))
        .apply(workbook)
        .expect("a figure within its limits");
}

fn mark(workbook: &mut Workbook, unknown: Unknown) {
    choose(workbook, Choice::WhyUnknown(unknown));
}

fn choose(workbook: &mut Workbook, choice: Choice) {
    Edit::Choose(choice)
        .apply(workbook)
        .expect("a choice is never refused");
}

fn answer(workbook: &Workbook, language: Language) -> String {
    let results = evaluate_why(&workbook.why);
    language.why_answer(&workbook.why, &results, &workbook.markets)
}

fn close(found: f64, expected: f64, within: f64) {
    assert!(
        (found - expected).abs() <= within,
        "{found} is not {expected}"
    );
}

/// A cell of the data file, by the line's number and the column's name.
fn cell(line: usize, name: &str) -> Option<f64> {
    let mut lines = INDUSTRIES.lines();
    let place = lines
        .next()
        .and_then(|head| head.split(',').position(|column| column == name))
        .expect("a column of the file");
    lines.nth(line)?.split(',').nth(place)?.parse().ok()
}

/// By the sums of the payments year by year, worked out apart.
#[test]
fn the_article_warrants_23_times_against_27() {
    let results = evaluate_why(&Workbook::from(Preset::ChinaVsUs).why);
    close(results.a.required.expect("built"), 0.099_36, 1e-12);
    close(results.b.required.expect("built"), 0.092_56, 1e-12);
    close(
        results.a.warranted.expect("a multiple"),
        22.988_145_016_711_98,
        1e-9,
    );
    close(
        results.b.warranted.expect("a multiple"),
        27.334_303_058_705,
        1e-9,
    );
    let gap = results.gap.expect("a gap");
    close(gap.shown, 24.0 / 26.0 - 1.0, 1e-15);
    close(
        (1.0 + gap.warranted) * (1.0 + gap.unexplained),
        1.0 + gap.shown,
        1e-14,
    );
    let parts = results.explanation.expect("parts");
    let sum = parts.growth + parts.profitability + parts.risk + parts.unexplained;
    close(sum, parts.log_gap, 1e-15);
    assert!(parts.growth > 0.0 && parts.profitability < 0.0 && parts.risk < 0.0);
}

#[test]
fn an_industrys_required_return_is_the_one_the_source_prints() {
    for line in 0..rerate::workbook::INDUSTRIES {
        let industry = Industry::new(line).expect("a line of the table");
        let workbook = Workbook::from(Preset::Industries(industry, industry));
        let required = evaluate_why(&workbook.why).a.required.expect("built");
        let printed = cell(usize::from(line), "cost_of_equity").expect("every industry has one");
        close(required, printed, 5e-6);
        let growth = Field::WhyAGrowth.read(&workbook).map(|figure| figure.value);
        let source = cell(usize::from(line), "growth_5y");
        assert_eq!(growth.is_some(), source.is_some(), "{line}");
        if let (Some(growth), Some(source)) = (growth, source) {
            close(growth, source, 5.1e-5);
        }
    }
}

#[test]
fn whatever_is_solved_leaves_nothing_unexplained() {
    for preset in [Preset::ChinaVsUs, Preset::GoldenDragonVsNasdaq, PAIR] {
        for unknown in UNKNOWNS {
            let mut workbook = Workbook::from(preset);
            mark(&mut workbook, unknown);
            let results = evaluate_why(&workbook.why);
            let told = answer(&workbook, English);
            match results.solution.expect("an unknown is asked for") {
                Ok(solution) => {
                    assert!(solution.value.is_finite());
                    close(results.gap.expect("a gap").unexplained, 0.0, 1e-9);
                    assert!(told.contains("this has to hold"), "{told}");
                }
                Err(reason) => {
                    assert_eq!(reason, NotMeaningful::NoSolution, "{preset:?} {unknown:?}");
                    let reach = results.reach.expect("what it can do");
                    assert!(reach.wanted < reach.low || reach.wanted > reach.high);
                    assert!(told.contains("no less than"), "{told}");
                }
            }
        }
    }
}

#[test]
fn what_is_typed_decides_what_is_solved() {
    let mut workbook = Workbook::from(Preset::ChinaVsUs);
    assert_eq!(workbook.why.unknown, Unknown::Unexplained);
    put(&mut workbook, Field::WhyUnexplained, Some(0.05));
    assert_eq!(workbook.why.unknown, Unknown::Growth);
    close(
        evaluate_why(&workbook.why).gap.expect("a gap").unexplained,
        0.05,
        1e-9,
    );
    put(&mut workbook, Field::WhyAGrowth, Some(0.12));
    assert_eq!(workbook.why.unknown, Unknown::Unexplained);
}

#[test]
fn of_beta_and_the_required_return_the_one_typed_last_sets_the_other() {
    let mut workbook = Workbook::from(Preset::ChinaVsUs);
    put(&mut workbook, Field::WhyARequired, Some(0.09));
    let given = evaluate_why(&workbook.why).a;
    assert_eq!(given.required, Ok(0.09));
    let beta = given.cost.expect("a beta").beta;
    close(0.0395 + beta * 0.0423 + 0.0091, 0.09, 1e-15);

    put(&mut workbook, Field::WhyABeta, Some(1.0));
    assert_eq!(workbook.why.a.required, None);
    close(
        evaluate_why(&workbook.why).a.required.expect("built"),
        0.0909,
        1e-15,
    );

    // Taken out, or reset, it is built again.
    put(&mut workbook, Field::WhyBRequired, Some(0.1));
    Edit::Reset(Place::Field(Field::WhyBRequired))
        .apply(&mut workbook)
        .expect("a reset is never refused");
    close(
        evaluate_why(&workbook.why).b.required.expect("built"),
        0.092_56,
        1e-15,
    );

    mark(&mut workbook, Unknown::RequiredReturn);
    put(&mut workbook, Field::WhyABeta, Some(1.1));
    assert_eq!(workbook.why.unknown, Unknown::Unexplained);

    put(&mut workbook, Field::WhyARequired, Some(0.09));
    put(&mut workbook, Field::WhyAPremium, Some(0.0));
    assert_eq!(
        evaluate_why(&workbook.why).a.cost,
        Err(NotMeaningful::TimesZero)
    );
}

#[test]
fn any_part_of_the_required_return_is_solved() {
    for market in Market::ALL {
        for ingredient in Ingredient::ALL {
            let mut workbook = Workbook::from(Preset::ChinaVsUs);
            let own = workbook.why.side(market).required;
            assert_eq!(own, None);
            choose(&mut workbook, Choice::WhyFollows(market, ingredient));
            let results = evaluate_why(&workbook.why);
            close(results.gap.expect("a gap").unexplained, 0.0, 1e-9);
            let side = results.side(market);
            let cost = side.cost.expect("its parts");
            close(
                cost.rate().expect("a rate"),
                side.required.expect("solved"),
                1e-15,
            );
            // The other parts are the reader's, and the answer says this one.
            let field = ingredient.field(market);
            for other in Ingredient::ALL {
                let given = other.field(market).read(&workbook).expect("given").value;
                assert_eq!(cost.value(other) == given, other != ingredient, "{field:?}");
            }
            for language in Language::ALL {
                let told = answer(&workbook, language);
                let name = language.field_of(field, &workbook.markets);
                assert!(told.contains(&name), "{told}");
            }
            let saved = Saved::from(&workbook);
            assert_eq!(Workbook::try_from(saved), Ok(workbook.clone()));

            // Typed, it is given again.
            put(&mut workbook, field, Some(0.5));
            assert_eq!(workbook.why.unknown, Unknown::Unexplained);
        }
    }
}

#[test]
fn a_part_that_is_multiplied_by_zero_says_so() {
    let mut workbook = Workbook::from(PAIR);
    let lambda = Choice::WhyFollows(Market::A, Ingredient::Lambda);
    choose(&mut workbook, lambda);
    let results = evaluate_why(&workbook.why);
    assert!(results.solution.expect("asked for").is_ok());
    assert_eq!(results.a.cost, Err(NotMeaningful::TimesZero));
    let told = answer(&workbook, English);
    assert!(
        told.ends_with("no value of it makes a difference."),
        "{told}"
    );

    // Where the required return is typed, the same part follows from it.
    put(&mut workbook, Field::WhyACountry, Some(0.01));
    put(&mut workbook, Field::WhyARequired, Some(0.12));
    assert_eq!(workbook.why.following(Market::A), Some(Ingredient::Lambda));
    let cost = evaluate_why(&workbook.why).a.cost.expect("its parts");
    close(cost.rate().expect("a rate"), 0.12, 1e-15);
    put(&mut workbook, Field::WhyABeta, Some(0.9));
    assert_eq!(evaluate_why(&workbook.why).a.required, Ok(0.12));
    put(&mut workbook, Field::WhyAExposure, Some(1.0));
    assert_eq!(workbook.why.a.required, None);
}

#[test]
fn a_workbook_comes_back_as_it_was_saved() {
    let mut workbook = Workbook::from(PAIR);
    put(&mut workbook, Field::WhyABeta, Some(1.3));
    put(&mut workbook, Field::WhyARequired, Some(0.12));
    put(&mut workbook, Field::WhyBGrowth, None);
    mark(&mut workbook, Unknown::PeerGrowth);
    Edit::Choose(Choice::Regressed(Regressed::Pb))
        .apply(&mut workbook)
        .expect("a choice is never refused");
    assert!(workbook.section_differs(Section::Why));
    let saved = Saved::from(&workbook);
    let back = Workbook::try_from(saved).expect("what was saved can be read");
    assert_eq!(back, workbook);
    Edit::ResetSection(Section::Why)
        .apply(&mut workbook)
        .expect("a reset is never refused");
    assert_eq!(workbook, Workbook::from(PAIR));
}

#[test]
fn what_is_not_meaningful_says_what_would_be() {
    let told = |figures: &[(Field, Option<f64>)], language| {
        let mut workbook = Workbook::from(Preset::ChinaVsUs);
        for (field, value) in figures {
            put(&mut workbook, *field, *value);
        }
        answer(&workbook, language)
    };
    let above = [(Field::WhyAGrowth, Some(0.25))];
    for (language, words) in [
        (English, ["China", "25%", "at most 20%", "at least 25%"]),
        (
            Language::SimplifiedChinese,
            ["中国", "25%", "不高于20%", "不低于25%"],
        ),
        (
            Language::TraditionalChinese,
            ["中國", "25%", "不高於20%", "不低於25%"],
        ),
    ] {
        let told = told(&above, language);
        for word in words {
            assert!(told.contains(word), "{told}");
        }
    }
    let infinite = told(&[(Field::WhyStableGrowth, Some(0.095))], English);
    assert!(infinite.contains("United States"), "{infinite}");
    assert!(infinite.contains("9.5%") && infinite.contains("9.26%"));
    let missing = told(&[(Field::WhyBMultiple, None)], English);
    assert!(missing.contains("missing"), "{missing}");
}

/// One side's growth with the other's return on equity: each side is fine by
/// itself, and the gap is explained but not divided.
#[test]
fn what_cannot_be_divided_is_still_explained() {
    let mut workbook = Workbook::from(Preset::ChinaVsUs);
    put(&mut workbook, Field::WhyBGrowth, Some(0.25));
    let results = evaluate_why(&workbook.why);
    assert!(results.gap.is_ok());
    assert_eq!(
        results.explanation.err(),
        Some(NotMeaningful::GrowthAboveReturnOnEquity)
    );
    let told = English.why_not_divided(&results);
    assert!(told.contains("cannot be divided"), "{told}");
    let whole = evaluate_why(&Workbook::from(Preset::ChinaVsUs).why);
    assert_eq!(English.why_not_divided(&whole), "");
}

#[test]
fn parity_is_said_in_words() {
    for (language, words) in [
        (English, ["parity", "just that"]),
        (Language::SimplifiedChinese, ["平价", "恰好"]),
        (Language::TraditionalChinese, ["平價", "恰好"]),
    ] {
        let mut workbook = Workbook::from(Preset::Blank);
        for field in [Field::WhyAMultiple, Field::WhyBMultiple] {
            put(&mut workbook, field, Some(20.0));
        }
        let told = answer(&workbook, language);
        for word in words {
            assert!(told.contains(word), "{told}");
        }
    }
    assert_eq!(English.premium_of(-0.4), "a discount of 40%");
    assert_eq!(English.premium_of(0.4), "a premium of 40%");
}

#[test]
fn the_method_has_the_readers_own_figures_in_it() {
    let mut workbook = Workbook::from(Preset::ChinaVsUs);
    put(&mut workbook, Field::WhyAGrowth, Some(0.17));
    let results = evaluate_why(&workbook.why);
    let told = English.why_told(&results, &workbook.markets);
    let told: Vec<&str> = told.lines().collect();
    assert_eq!(told.len(), 5);
    assert_eq!(
        told[0],
        "China: required return = 3.95% + 1.2 × 4.23% + 1 × 0.91% = 9.94%."
    );
    assert!(
        told[2].starts_with("China: [(1 − 17% ÷ 20%)"),
        "{}",
        told[2]
    );
    assert!(
        told[4].starts_with("ln(24x ÷ 26x) = −0.080:"),
        "{}",
        told[4]
    );
}

/// Solved by the normal equations in exact fractions, apart from this code.
#[test]
fn the_regressions_are_those_worked_out_exactly() {
    struct Expected {
        regressed: Regressed,
        estimates: [f64; 4],
        errors: [f64; 4],
        r_squared: f64,
        adjusted: f64,
        observations: usize,
        left_out: [usize; 2],
        premiums: [f64; 2],
    }
    for expected in [
        Expected {
            regressed: Regressed::ForwardPe,
            estimates: [
                16.438_787_246_630_54,
                -21.126_738_864_863_253,
                20.970_387_518_880_3,
                10.628_756_099_176_107,
            ],
            errors: [
                6.012_479_549_750_441_5,
                16.122_211_786_976_63,
                13.107_943_344_209_472,
                6.419_310_429_490_878,
            ],
            r_squared: 0.079_957_954_424_278_93,
            adjusted: 0.043_156_272_601_250_09,
            observations: 79,
            left_out: [5, 10],
            premiums: [0.196_595_927_676_131_35, 0.212_760_065_756_504_05],
        },
        Expected {
            regressed: Regressed::Pb,
            estimates: [
                -0.205_703_321_051_117_02,
                2.058_389_628_597_459_4,
                -3.585_272_659_508_271,
                6.005_551_745_732_481,
            ],
            errors: [
                3.540_337_538_676_912,
                9.493_266_650_412_453,
                7.718_370_348_266_908,
                3.779_892_388_472_252,
            ],
            r_squared: 0.035_136_310_693_003_776,
            adjusted: -0.003_458_236_879_276_072,
            observations: 79,
            left_out: [5, 10],
            premiums: [0.259_877_948_265_245, 0.523_384_244_180_424],
        },
        Expected {
            regressed: Regressed::Ps,
            estimates: [
                -2.455_196_845_878_010_7,
                26.050_972_248_167_44,
                -0.686_646_398_355_149_6,
                3.096_539_613_234_143_4,
            ],
            errors: [
                0.610_039_855_298_202_7,
                2.034_849_266_387_562_6,
                1.283_498_372_590_498_7,
                0.602_213_890_384_818_2,
            ],
            r_squared: 0.703_249_171_223_944_9,
            adjusted: 0.691_835_677_809_481_3,
            observations: 82,
            left_out: [3, 9],
            premiums: [0.379_360_850_081_445_27, 0.542_700_788_030_772_4],
        },
        Expected {
            regressed: Regressed::EvSales,
            estimates: [
                -2.522_254_822_404_358,
                21.773_744_292_127_92,
                1.196_751_752_812_801_6,
                3.144_710_975_892_435,
            ],
            errors: [
                1.176_220_391_636_999_3,
                2.972_325_746_848_482,
                2.290_796_053_879_299_7,
                1.088_335_751_237_1,
            ],
            r_squared: 0.418_967_849_289_335_56,
            adjusted: 0.397_966_687_215_446_56,
            observations: 87,
            left_out: [3, 4],
            premiums: [0.268_380_344_722_981_33, 0.537_080_155_745_977_1],
        },
    ] {
        let found = evaluate_regression(PAIR, expected.regressed);
        let fit = found.fit.as_ref().expect("a line");
        for (index, coefficient) in fit.coefficients.iter().enumerate() {
            close(coefficient.estimate, expected.estimates[index], 1e-10);
            close(coefficient.standard_error, expected.errors[index], 1e-10);
            close(
                coefficient.t.expect("a t value"),
                expected.estimates[index] / expected.errors[index],
                1e-9,
            );
        }
        close(fit.r_squared.expect("R²"), expected.r_squared, 1e-12);
        close(
            fit.adjusted_r_squared.expect("adjusted R²"),
            expected.adjusted,
            1e-12,
        );
        assert_eq!(fit.observations, expected.observations);
        let left = |missing| {
            let left = found.left_out.iter();
            left.filter(|left| left.missing == missing).count()
        };
        assert_eq!([left(true), left(false)], expected.left_out);
        // With the two totals at the table's end that is all of it.
        assert_eq!(
            fit.observations + found.left_out.len() + 2,
            usize::from(rerate::workbook::INDUSTRIES)
        );
        for (compared, premium) in found.compared.iter().zip(expected.premiums) {
            close(compared.premium.expect("a premium"), premium, 1e-10);
        }
    }
}

#[test]
fn only_industries_that_are_compared_stand_beside_the_line() {
    let found = evaluate_regression(Preset::ChinaVsUs, Regressed::ForwardPe);
    assert!(found.compared.is_empty());
    assert!(found.fit.is_ok());
    let unprofitable = Industry::from_name("Advertising").expect("an industry of the table");
    let total = Industry::new(94).expect("the market as a whole");
    let found = evaluate_regression(
        Preset::Industries(unprofitable, total),
        Regressed::ForwardPe,
    );
    let [unprofitable, total]: [Compared; 2] = found.compared.try_into().expect("a pair");
    assert_eq!(
        unprofitable.premium,
        Err(NotMeaningful::FundamentalNotPositive)
    );
    assert!(total.premium.is_ok(), "it is no part of the sample");
}

#[test]
fn each_measure_is_explained_by_its_own_profit_first() {
    for (regressed, measure, profit) in [
        (
            Regressed::ForwardPe,
            Measure::ForwardPe,
            Regressor::ReturnOnEquity,
        ),
        (Regressed::Pb, Measure::Pb, Regressor::ReturnOnEquity),
        (Regressed::Ps, Measure::Ps, Regressor::NetMargin),
        (
            Regressed::EvSales,
            Measure::EvSales,
            Regressor::OperatingMargin,
        ),
    ] {
        assert_eq!(regressed.measure(), measure);
        assert_eq!(regressed.regressors()[0], profit);
        let found = evaluate_regression(PAIR, regressed);
        let told = English.regression_answer(regressed, &found);
        let fit = found.fit.expect("a line");
        assert!(told.contains(&fit.observations.to_string()), "{told}");
        assert!(!fit.is_ill_conditioned());
    }
}

#[test]
fn every_preset_but_the_blank_one_has_an_answer() {
    for preset in [Preset::ChinaVsUs, Preset::GoldenDragonVsNasdaq, PAIR] {
        let results = evaluate(&Workbook::from(preset));
        assert!(results.why.explanation.is_ok(), "{preset:?}");
    }
    let blank = evaluate(&Workbook::from(Preset::Blank));
    assert_eq!(blank.why.gap, Err(NotMeaningful::MissingInput));
    assert!(blank.regression.fit.is_ok(), "it needs no input");
}
