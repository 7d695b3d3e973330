//! Loading the page: what is seen first, when it can be edited, and whether the
//! main thread is ever held up.

use std::cell::Cell;

use serde_json::json;

use crate::harness::{Page, in_browser};
use crate::table::Table;

/// Identical pages differ by a quarter over 25 pairs, so more of them.
const PAIRS: usize = 100;

/// How often the main thread is watched: each time in a browser of its own, which
/// has not compiled anything of the page yet.
const VISITS: usize = 5;

/// Notes, in every document from its start, when the reader first sees
/// something, when it works, and every task that holds the main thread up.
const WATCH: &str = "
    globalThis.noted = { long: [] };
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) noted.long.push([entry.startTime, entry.duration]);
    }).observe({ type: 'longtask', buffered: true });
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
            if (entry.name === 'first-contentful-paint') noted.painted = entry.startTime;
        }
    }).observe({ type: 'paint', buffered: true });
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if (entry.name === 'ready') noted.ready ??= entry.startTime;
    }).observe({ type: 'mark', buffered: true });
";

/// Waits until all of the page is there, and then as long as a reader pauses.
const SETTLE: &str = "
    const pause = () => new Promise((over) => setTimeout(over, 400));
    while (!globalThis.rerate?.kept?.() || document.querySelector('#rerate [aria-busy]')) await pause();
    await pause();
";

pub(crate) fn measure(table: &mut Table) {
    in_browser(async |page| {
        page.devtools(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({ "source": WATCH }),
        )
        .await;
        let painted = pairs(page, "painted", ["/index.html?lang=en", "/still.html"]).await;
        table.ratio(
            "P2 first contentful paint, peer without script",
            &painted,
            Some(1.1),
        );
        let same = pairs(page, "painted", ["/still.html", "/still.html"]).await;
        table.ratio("  that peer against itself", &same, None);
        let ready = pairs(page, "ready", ["/index.html?lang=en", "/react.html"]).await;
        table.ratio("P3 ready, peer a counter in React", &ready, Some(0.8));
    });
    let held_up = Cell::new(0);
    for _ in 0..VISITS {
        in_browser(async |page| held_up.set(held_up.get() + tasks_held_up(page).await));
    }
    table.figure(
        "P5 tasks over 50 ms in five first visits, at a quarter of the speed",
        held_up.get() as f64,
        "",
        0.0,
    );
}

/// A moment of loading two pages in turn, in milliseconds from their start.
async fn pairs(page: &Page, moment: &str, [ours, peer]: [&str; 2]) -> Vec<(f64, f64)> {
    let mut pairs = Vec::new();
    for pair in 0..PAIRS {
        if pair % 2 == 0 {
            let first = load(page, ours, moment).await;
            pairs.push((first, load(page, peer, moment).await));
        } else {
            let second = load(page, peer, moment).await;
            pairs.push((load(page, ours, moment).await, second));
        }
    }
    pairs
}

async fn load(page: &Page, path: &str, moment: &str) -> f64 {
    page.go(path).await;
    let told = page
        .until(path, &format!("return globalThis.noted?.{moment}"))
        .await;
    told.as_f64().expect("a time")
}

/// How many tasks hold the main thread up after the first paint, while the page
/// starts and a reader types into some sections. WebDriver must be still meanwhile:
/// what it does to look, click and type runs scripts of its own in the page, of 50
/// ms and more at this speed. So the page waits by itself, and the text is put in as
/// a keyboard's is.
async fn tasks_held_up(page: &Page) -> usize {
    page.devtools(
        "Page.addScriptToEvaluateOnNewDocument",
        json!({ "source": WATCH }),
    )
    .await;
    page.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 4 }))
        .await;
    page.go("/index.html?lang=en").await;
    page.await_with(SETTLE, &[]).await;
    for (field, text) in [
        ("claim.change", "800bn"),
        ("sectors.0.a", "17"),
        ("past.a.change", "90"),
        ("what-if.growth", "20"),
    ] {
        page.run_with(
            "const field = document.getElementById(arguments[0]); field.focus(); field.select()",
            &[json!(field)],
        )
        .await;
        page.devtools("Input.insertText", json!({ "text": text }))
            .await;
        assert_eq!(page.says(field).await, text);
        page.await_with(SETTLE, &[]).await;
    }
    let told = page
        .run("return noted.long.filter(([start]) => start > noted.painted)")
        .await;
    eprintln!("tasks over 50 ms after the first paint, from their start: {told}");
    told.as_array().map_or(0, Vec::len)
}
