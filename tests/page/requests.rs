//! Nothing is asked of anyone after the page has loaded, and its policy lets
//! nothing else in.

use serde_json::{Value, json};

use crate::harness::{Page, key, on_page};

/// Works through the page as a reader may.
async fn work(page: &Page) {
    page.set("claim.change", "800bn").await;
    page.set("market.a", "Ours & <b>theirs</b>").await;
    page.click("sectors.add").await;
    page.set("sectors.6.a", "10").await;
    page.set("sectors.6.b", "20").await;
    page.pick("sectors.6.stated", 1).await;
    page.click("sectors.6.raise").await;
    page.click("sectors.0.remove").await;
    page.click_on("input[name='past.method']:not(:checked)")
        .await;
    page.click("what-if.years.solve").await;
    for preset in [1, 2, 3, 0] {
        page.pick("preset", preset).await;
    }
    for language in [1, 2, 0] {
        page.speak(language).await;
    }
    for theme in [1, 2, 0] {
        page.pick("theme", theme).await;
    }
    page.press(&[key::CONTROL, 'z']).await;
    page.click_on("#claim summary").await;
}

#[test]
fn nothing_is_requested_after_the_page_has_loaded() {
    on_page("/", async |page| {
        page.is_kept().await;
        let resources = "return performance.getEntriesByType('resource').map(({ name }) => name)";
        let loaded = page.run(resources).await;
        let requests = page.site.requests();
        for resource in loaded.as_array().expect("a list") {
            let resource = resource.as_str().unwrap_or_default();
            assert!(
                resource.starts_with(&page.site.address),
                "{resource} is of a third party"
            );
        }
        // Its style, on a screen and on paper, its script, the bindings, the module and its part below the
        // first view, each with its words, and the script that has all that kept.
        // The bindings made ready for a restart are the same file, and are listed
        // once more where the worker is there before them.
        let page_asked = "return performance.getEntriesByType('resource').map(({ name }) => name)
            .filter((name) => !name.endsWith('/icon.svg') && !name.endsWith('.webmanifest'))
            .filter((name) => !name.includes('#'))";
        let asked = page.run(page_asked).await;
        assert_eq!(asked.as_array().map_or(0, Vec::len), 9, "{asked:#?}");
        // Of any file, one by the page and one by the worker that keeps it.
        let mut paths: Vec<&str> = requests
            .iter()
            .filter_map(|line| line.split(' ').nth(1))
            .filter(|path| !path.ends_with(".webmanifest"))
            .collect();
        paths.sort_unstable();
        let thrice = paths.windows(3).find(|three| three[0] == three[2]);
        assert_eq!(thrice, None, "{requests:#?}");
        work(page).await;
        for language in [1, 2, 0] {
            page.speak(language).await;
        }
        // Only the words of a language are fetched once it is picked, and once,
        // and those the worker has.
        let later = page.run(page_asked).await;
        let later: Vec<&str> = later
            .as_array()
            .expect("a list")
            .iter()
            .skip(9)
            .filter_map(Value::as_str)
            .collect();
        for tag in ["zh-hans", "zh-hant"] {
            for sheet in ["first", "below"] {
                let start = format!("{}/{sheet}-{tag}-", page.site.address);
                let count = later.iter().filter(|name| name.starts_with(&start)).count();
                assert_eq!(count, 1, "{later:#?}");
            }
        }
        assert_eq!(later.len(), 4, "{later:#?}");
        assert_eq!(page.site.requests(), requests);
    });
}

#[test]
fn where_words_cannot_be_fetched_the_page_stays_as_it_is_and_says_so() {
    on_page("/", async |page| {
        page.set("claim.change", "800bn").await;
        let block = |urls: &[&str]| json!({ "urls": urls });
        page.devtools("Network.enable", json!({})).await;
        page.devtools("Network.setBypassServiceWorker", json!({ "bypass": true }))
            .await;
        for _ in 0..2 {
            page.devtools("Network.setBlockedURLs", block(&["*.txt"]))
                .await;
            page.pick("language", 1).await;
            page.until(
                "the failure is told, and the list shows the page's language again",
                "return document.querySelector('.toolbar [role=alert]')?.textContent.length > 0
                    && document.getElementById('language').value === '0'",
            )
            .await;
            page.until_says("claim.change", "800bn").await;
        }
        page.devtools("Network.setBlockedURLs", block(&[])).await;
        page.speak(1).await;
        let told = "return document.querySelector('.toolbar [role=alert]') === null";
        assert_eq!(page.run(told).await, json!(true));
        page.until_says("claim.change", "0.800万亿").await;
        // The browser itself reports what it was kept from.
        let reports = page.reports().await;
        assert!(
            reports.iter().all(|report| report.contains(".txt")),
            "{reports:#?}"
        );
    });
}

#[test]
fn the_policy_is_not_touched_whatever_the_reader_does() {
    for path in ["/zh-hans.html", "/zh-hant.html"] {
        on_page(path, async |page| {
            work(page).await;
            page.has_nothing_to_report().await;
        });
    }
}

#[test]
fn the_policy_is_in_force() {
    on_page("/", async |page| {
        let script = "
            const script = document.createElement('script');
            try { script.text = 'globalThis.entered = true'; document.body.append(script); } catch {}
            try { document.body.insertAdjacentHTML('beforeend', '<b id=entered></b>'); } catch {}
            return [globalThis.entered === undefined, document.getElementById('entered') === null];
        ";
        assert_eq!(page.run(script).await, json!([true, true]));
        page.until(
            "the violations are reported",
            "return seen.faults.length >= 2",
        )
        .await;
        assert!(
            page.reports()
                .await
                .iter()
                .any(|fault| fault.starts_with("policy: "))
        );
    });
}

#[test]
fn storage_that_is_forbidden_does_not_keep_the_page_from_working() {
    on_page("/", async |page| {
        page.devtools(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({ "source": "
                Object.defineProperty(globalThis, 'localStorage', {
                    get() { throw new DOMException('forbidden', 'SecurityError'); },
                });" }),
        )
        .await;
        page.open("/").await;
        page.speak(1).await;
        page.pick("theme", 2).await;
        page.set("claim.change", "800亿").await;
        page.until_says("claim.change", "800亿").await;
    });
}
