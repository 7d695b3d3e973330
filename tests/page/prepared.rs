//! The page as it stands in the document, before and without any script.

use rerate::text::{Language, Word};
use rerate::workbook::{Industry, Preset, Workbook, evaluate};
use serde_json::json;

use crate::harness::in_browser;

#[test]
fn without_scripts_the_answers_are_there_to_read() {
    in_browser(async |page| {
        page.devtools(
            "Emulation.setScriptExecutionDisabled",
            json!({ "value": true }),
        )
        .await;
        let workbook = Workbook::from(Preset::ChinaVsUs);
        let results = evaluate(&workbook);
        for (language, path) in [
            (Language::English, "/"),
            (Language::SimplifiedChinese, "/zh-hans.html"),
            (Language::TraditionalChinese, "/zh-hant.html"),
        ] {
            page.go(path).await;
            page.lay_out_all().await;
            let seen = page.run("return document.body.innerText").await;
            let seen = seen.as_str().expect("a text");
            let market = language.name(&workbook.markets.a);
            for words in [
                language.claim_answer(&workbook.claim, &results.claim),
                language.sectors_answer(&workbook.sectors, &results.sectors, &workbook.markets),
                language.why_answer(&workbook.why, &results.why, &workbook.markets),
                language.past_answer(&results.past, &workbook.markets),
                language.what_if_answer(&workbook.what_if, &results.what_if, &market),
                language.scale_answer(&workbook.scale, &results.scale, &workbook.markets),
                language.catching_up_answer(&workbook.catching_up, &results.catching_up),
                language.word(Word::NotAdvice).to_owned(),
                language.word(Word::Scriptless).to_owned(),
            ] {
                assert!(seen.contains(&words), "{path} lacks `{words}`");
            }
            for figure in ["68.5%", "−40.0%", "+66.6%", "+79.7%", "92.8%"] {
                assert!(seen.contains(figure), "{path} lacks {figure}");
            }
            assert_eq!(page.says("claim.percent").await, "88");
            // Nothing for a browser to fill in, which would lay out all of it.
            let fields =
                "return document.querySelectorAll('input:not([type=\"file\"]), textarea').length";
            assert_eq!(page.run(fields).await, json!(0), "{path}");
            // Notices for a page that runs stay hidden.
            assert!(!seen.contains(language.word(Word::Stopped)));
            assert_eq!(
                page.run("return [document.title, document.documentElement.lang]")
                    .await,
                json!([language.word(Word::Title), language.tag()])
            );
        }
    });
}

#[test]
fn what_is_prepared_is_taken_over_as_it_stands() {
    in_browser(async |page| {
        page.devtools(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({ "source": "document.addEventListener('DOMContentLoaded', () => {
                globalThis.prepared = new WeakSet(document.querySelectorAll('#rerate *'));
            });" }),
        )
        .await;
        for path in ["/", "/zh-hans.html", "/zh-hant.html"] {
            page.open(path).await;
            let made = page
                .run(
                    "const live = [...document.querySelectorAll('.masthead .toolbar > .picker *, #claim .fields *, #sectors table.sectors *')];
                    if (live.length < 300) return `${live.length} elements`;
                    // But for the fields, for which texts stood.
                    const anew = live.filter((element) => !prepared.has(element) && !element.matches('input'));
                    return anew.map((element) => element.outerHTML);",
                )
                .await;
            assert_eq!(made, json!([]), "made anew on {path}");
        }
        // And it works: what is typed is told by what was prepared.
        page.set("sectors.0.a", "17").await;
        page.until_says("sectors.0.premium", "−36.6%").await;
        assert_eq!(
            page.run("return prepared.has(document.getElementById('sectors.0.premium'))")
                .await,
            json!(true)
        );
    });
}

/// Other figures may come while half of the table's rows are as they were prepared.
#[test]
fn rows_that_are_not_mounted_yet_make_way_for_others() {
    const HELD_AT_HALF: &str = "
        const later = setTimeout, fetched = fetch;
        const isHalf = () => {
            const rows = document.querySelector('table.sectors > tbody');
            return rows?.querySelector('input') && rows.querySelector('i');
        };
        const pause = () => new Promise((over) => later(over, 5));
        // What puts other figures on the desk comes when the table is at half.
        globalThis.fetch = async (what, ...given) => {
            while (/below-.*wasm/.test(what) && !isHalf()) await pause();
            return fetched(what, ...given);
        };
        globalThis.setTimeout = (run, wait, ...given) => later(async () => {
            while (isHalf() && globalThis.rerate.kept() === null) {
                globalThis.wasHeld = true;
                await pause();
            }
            run(...given);
        }, wait);";
    in_browser(async |page| {
        page.devtools(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({ "source": HELD_AT_HALF }),
        )
        .await;
        for preset in [
            Preset::ChinaVsUs,
            Preset::GoldenDragonVsNasdaq,
            Preset::Industries(Industry::SOFTWARE, Industry::SEMICONDUCTOR),
            Preset::Blank,
        ] {
            let workbook = Workbook::from(preset);
            // Under another path, for a fragment alone loads nothing.
            let path = format!("/?at={0}#preset={0}", preset.key());
            page.open(&path).await;
            page.is_ready().await;
            let rows = page
                .run(
                    "return [...document.querySelectorAll('table.sectors > tbody > tr')]
                        .map((row) => row.querySelector('input')?.value ?? row.outerHTML)",
                )
                .await;
            let names = workbook.sectors.iter();
            let names: Vec<_> = names.map(|row| Language::English.name(&row.name)).collect();
            assert_eq!(rows, json!(names), "{path}");
            assert_eq!(page.run("return globalThis.wasHeld").await, json!(true));
        }
    });
}
