//! Why the gap: what is warranted, what is left, and any one quantity as the
//! unknown.

use rerate::text::{Language, numbers};
use rerate::valuation::cost_of_equity::Ingredient;
use rerate::valuation::explained::Unknown;
use rerate::workbook::{
    Choice, Edit, Field, Industry, Market, Place, Preset, Regressed, Workbook, evaluate_regression,
    evaluate_why,
};

use crate::harness::{Page, key, on_page};

const ENGLISH: Language = Language::English;

/// Types a figure into the page and into a workbook.
async fn given(page: &Page, workbook: &mut Workbook, field: Field, text: &str) {
    page.set(field.key(), text).await;
    let figure = numbers::parse(text, field.spec().unit, ENGLISH).expect("a number");
    Edit::Figure(Place::Field(field), Some(figure))
        .apply(workbook)
        .expect("a figure within its limits");
}

/// Fails unless the page answers as the workbook's own results do.
async fn assert_answers(page: &Page, workbook: &Workbook) {
    let results = evaluate_why(&workbook.why);
    let answer = ENGLISH.why_answer(&workbook.why, &results, &workbook.markets);
    page.until_says("why.answer", &answer).await;
}

#[test]
fn the_answer_and_the_chart_follow_what_is_typed() {
    on_page("/", async |page| {
        let mut workbook = Workbook::from(Preset::ChinaVsUs);
        assert_answers(page, &workbook).await;
        for (field, text) in [
            (Field::WhyAMultiple, "16"),
            (Field::WhyBReturn, "40"),
            (Field::WhyACountry, "1.5"),
            (Field::WhyYears, "7"),
        ] {
            given(page, &mut workbook, field, text).await;
            assert_answers(page, &workbook).await;
        }
        let parts = evaluate_why(&workbook.why).explanation.expect("parts");
        let shown = numbers::plain(100.0 * parts.unexplained, numbers::Shape::fixed(1).signed());
        page.click_on("[id='why.chart'] summary").await;
        page.until(
            "the table has the unexplained part",
            &format!(
                "return document.getElementById('why.part.3.log').querySelector('.shown').textContent === '{shown}'"
            ),
        )
        .await;
    });
}

#[test]
fn a_quantity_is_marked_and_solved_and_typed_again() {
    on_page("/", async |page| {
        let mut workbook = Workbook::from(Preset::ChinaVsUs);
        let unknown = Unknown::ReturnOnEquity;
        page.click("why.a.return-on-equity.solve").await;
        Edit::Choose(Choice::WhyUnknown(unknown))
            .apply(&mut workbook)
            .expect("a choice is never refused");
        assert_answers(page, &workbook).await;
        let solution = evaluate_why(&workbook.why)
            .solution
            .expect("an unknown is asked for")
            .expect("a return on equity that explains the gap");
        let unit = Field::WhyAReturn.spec().unit;
        let text = numbers::field_text(
            numbers::solved(solution.value, Field::WhyAReturn),
            unit,
            ENGLISH,
        );
        page.until_says("why.a.return-on-equity", &text).await;
        assert_eq!(
            page.attribute("why.a.return-on-equity.solve", "aria-pressed")
                .await
                .as_deref(),
            Some("true")
        );
        given(page, &mut workbook, Field::WhyAReturn, "22").await;
        assert_answers(page, &workbook).await;
        assert_eq!(
            page.attribute("why.unexplained.solve", "aria-pressed")
                .await
                .as_deref(),
            Some("true")
        );
    });
}

#[test]
fn a_part_of_the_required_return_is_solved_with_it() {
    on_page("/", async |page| {
        let mut workbook = Workbook::from(Preset::ChinaVsUs);
        page.run("document.getElementById('why.b.country.solve').focus()")
            .await;
        page.press(&[key::ENTER]).await;
        Edit::Choose(Choice::WhyFollows(
            Market::B,
            Ingredient::CountryRiskPremium,
        ))
        .apply(&mut workbook)
        .expect("a choice is never refused");
        assert_answers(page, &workbook).await;
        let cost = evaluate_why(&workbook.why).b.cost.expect("its parts");
        let unit = Field::WhyBCountry.spec().unit;
        let solved = numbers::solved(cost.country_risk_premium, Field::WhyBCountry);
        page.until_says("why.b.country", &numbers::field_text(solved, unit, ENGLISH))
            .await;
        for pressed in ["why.b.country.solve", "why.b.required.solve"] {
            assert_eq!(
                page.attribute(pressed, "aria-pressed").await.as_deref(),
                Some("true")
            );
        }
        given(page, &mut workbook, Field::WhyBCountry, "1").await;
        assert_answers(page, &workbook).await;
        assert_eq!(
            page.attribute("why.unexplained.solve", "aria-pressed")
                .await
                .as_deref(),
            Some("true")
        );
    });
}

#[test]
fn where_nothing_solves_it_the_answer_says_what_would() {
    on_page("/", async |page| {
        let mut workbook = Workbook::from(Preset::ChinaVsUs);
        given(page, &mut workbook, Field::WhyAMultiple, "900").await;
        page.click("why.a.growth.solve").await;
        Edit::Choose(Choice::WhyUnknown(Unknown::Growth))
            .apply(&mut workbook)
            .expect("a choice is never refused");
        assert!(evaluate_why(&workbook.why).reach.is_some());
        assert_answers(page, &workbook).await;
        // A chart of nothing is none.
        assert!(!page.has("why.chart").await);
    });
}

#[test]
fn the_regression_follows_the_measure_and_the_pair() {
    on_page("/", async |page| {
        page.pick("preset", 2).await;
        page.until(
            "two industries stand beside the line",
            "return document.querySelectorAll('.regression li').length === 2",
        )
        .await;
        let pair = Preset::Industries(Industry::SOFTWARE, Industry::SEMICONDUCTOR);
        for (index, &regressed) in Regressed::ALL.iter().enumerate() {
            page.click_on(&format!(
                "[id='regression.measure'] label:nth-of-type({})",
                index + 1
            ))
            .await;
            let expected = evaluate_regression(pair, regressed);
            page.until_says(
                "regression.answer",
                &ENGLISH.regression_answer(regressed, &expected),
            )
            .await;
            let name = Industry::SOFTWARE.name();
            let stands = expected.compared.first().expect("the first of the pair");
            page.until_says(
                "regression.compared.0",
                &ENGLISH.regression_stands(stands, name),
            )
            .await;
        }
    });
}
