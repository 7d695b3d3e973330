//! The figures that the page must show at its start, and the worked cases that
//! a reader can type.

use crate::harness::on_page;

#[test]
fn the_articles_figures_stand_on_the_page() {
    on_page("/", async |page| {
        let state = page.state().await;
        for (id, figure) in [
            ("claim.change", "732bn"),
            ("claim.percent", "88"),
            ("claim.end.from.change.percent", "1,563.8bn"),
            ("claim.percent.from.change.end", "68.5%"),
            ("claim.start.from.percent.end", "957.4bn"),
            ("claim.start.from.change.percent", "831.8bn"),
            ("sectors.0.a", "16.1"),
            ("sectors.0.premium", "−40.0%"),
            ("sectors.0.upside", "+66.6%"),
            ("past.a.earnings.change", "+4.6%"),
            ("past.a.rerating.change", "+79.7%"),
            ("past.a.rerating.share", "92.8%"),
            ("past.b.earnings.change", "+28.2%"),
            ("past.b.rerating.change", "+10.8%"),
        ] {
            assert_eq!(state.of(id), figure, "{id}");
        }
    });
}

#[test]
fn each_section_answers_in_a_sentence() {
    on_page("/", async |page| {
        let state = page.state().await;
        for (id, said) in [
            ("claim.answer", ["do not agree", "1,563.8bn"]),
            ("sectors.answer", ["50.5%", "101.8%"]),
            ("why.answer", ["7.7%", "15.9%"]),
            ("past.answer", ["93%", "71%"]),
            ("what-if.answer", ["24x", "a year"]),
            ("scale.answer", ["17.9%", "42.2%"]),
            ("catching-up.answer", ["2.4 months", "6.2 months"]),
        ] {
            let answer = state.of(id);
            for words in said {
                assert!(answer.contains(words), "{id} lacks {words}: {answer}");
            }
        }
    });
}

#[test]
fn a_lower_multiple_on_higher_earnings_is_worked_out_exactly() {
    on_page("/", async |page| {
        for (id, text) in [
            ("what-if.multiple", "30"),
            ("what-if.growth", "15%"),
            ("what-if.years", "1"),
            ("what-if.target", "25"),
            ("what-if.dividend", "0"),
        ] {
            page.set(id, text).await;
        }
        page.until_says("what-if.total", "−4.2").await;
        page.until_says("what-if.annual", "−4.2").await;
    });
}
