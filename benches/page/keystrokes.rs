//! From a keystroke to the document, in ours and in a twin in plain JavaScript,
//! side by side in one page and so in one process.

use serde_json::{Value, json};

use crate::harness::{Page, in_browser};
use crate::table::Table;

/// How many pairs, and how many keystrokes each time stands for, as the
/// browser's clock steps by a tenth of a millisecond.
const PAIRS: u32 = 60;
const BATCH: u32 = 20;

/// Types digits into a field of one of the two frames and gives the time for
/// each pair, ours first, in milliseconds a keystroke.
const TYPE: &str = "
    const [field, output, texts, pairs, batch, first, second] = given;
    const at = (frame) => {
        const { contentDocument: page, contentWindow: window } = document.getElementById(frame);
        const says = (element) => element.value ?? element.textContent;
        return {
            input: page.getElementById(field),
            event: () => new window.InputEvent('input', { bubbles: true }),
            said: () => says(page.getElementById(output[frame])),
        };
    };
    const once = async (frame) => {
        const { input, event, said } = at(frame);
        const before = said();
        const began = performance.now();
        for (let stroke = 0; stroke < batch; stroke += 1) {
            input.value = texts[stroke % texts.length];
            input.dispatchEvent(event());
            for (let turn = 0; turn < 12; turn += 1) await null;
        }
        const time = (performance.now() - began) / batch;
        if (said() === before) throw new Error(`${frame}: ${field} changed nothing in ${output[frame]}`);
        // The next batch begins from another text.
        input.value = texts.at(-1);
        input.dispatchEvent(event());
        for (let turn = 0; turn < 12; turn += 1) await null;
        await new Promise((done) => setTimeout(done));
        return time;
    };
    const times = [];
    for (let warm = 0; warm < 5; warm += 1) { await once(first); await once(second); }
    for (let pair = 0; pair < pairs; pair += 1) {
        if (pair % 2 === 0) {
            const one = await once(first);
            times.push([one, await once(second)]);
        } else {
            const other = await once(second);
            times.push([await once(first), other]);
        }
    }
    return times;
";

/// Brings what a keystroke changes onto the screen in both pages, and tells once
/// it is drawn.
const SHOW: &str = "
    const [shown] = given;
    return Promise.all(['ours', 'twin'].map(async (frame) => {
        const { contentDocument: page, contentWindow: window } = document.getElementById(frame);
        const place = page.getElementById(shown[frame]);
        for (let quiet = 0; quiet < 10; quiet += place.closest('[aria-busy]') ? 0 : 1) {
            place.scrollIntoView({ block: 'center', behavior: 'instant' });
            await new Promise((painted) => window.requestAnimationFrame(painted));
        }
    }));
";

/// A field, what is to be on the screen, where the effect shows, and what is
/// typed; ours first, then the twin's.
struct Typed {
    what: &'static str,
    field: &'static str,
    shown: [&'static str; 2],
    output: [&'static str; 2],
    texts: [&'static str; 3],
}

const TYPED: [Typed; 2] = [
    Typed {
        what: "P6 keystroke, a sector's multiple",
        field: "sectors.0.a",
        shown: ["sectors.table", "sectors"],
        output: ["sectors.total.premium", "total"],
        texts: ["17", "17.5", "18"],
    },
    Typed {
        what: "P6 keystroke, growth, 11 x 11 grid shown",
        field: "what-if.growth",
        shown: ["what-if.grid.drawing", "grid"],
        output: ["what-if.answer", "return"],
        texts: ["16", "16.5", "17"],
    },
];

pub(crate) fn measure(table: &mut Table) {
    in_browser(async |page| {
        page.go("/side-by-side.html").await;
        page.until(
            "both pages work",
            "return document.getElementById('ours').contentWindow.rerate?.kept?.() && !document.getElementById('ours').contentDocument.querySelector('#rerate [inert]')
                && document.getElementById('twin').contentDocument?.getElementById('answer')?.textContent",
        )
        .await;
        for typed in &TYPED {
            table.ratio(
                typed.what,
                &pairs(page, typed, ["ours", "twin"]).await,
                Some(1.2),
            );
        }
        let [sectors, _] = &TYPED;
        let same = pairs(page, sectors, ["twin", "twin"]).await;
        table.ratio("  the twin against itself", &same, None);
        throttle(page, 4).await;
        for typed in &TYPED {
            let times = pairs(page, typed, ["ours", "twin"]).await;
            let ours = crate::pairs::median(times.iter().map(|(ours, _)| *ours).collect());
            let what = [typed.what, ", at a quarter of the speed"].concat();
            table.figure(&what, ours, "ms", 8.0);
        }
        throttle(page, 1).await;
    });
}

/// Slows the browser's main thread.
async fn throttle(page: &Page, rate: u32) {
    page.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": rate }))
        .await;
}

async fn pairs(page: &Page, typed: &Typed, [first, second]: [&str; 2]) -> Vec<(f64, f64)> {
    let [ours, twin] = typed.shown;
    page.await_with(SHOW, &[json!({ "ours": ours, "twin": twin })])
        .await;
    let [ours, twin] = typed.output;
    let arguments = [
        json!(typed.field),
        json!({ "ours": ours, "twin": twin }),
        json!(typed.texts),
        json!(PAIRS),
        json!(BATCH),
        json!(first),
        json!(second),
    ];
    times(&page.await_with(TYPE, &arguments).await)
}

/// Pairs of times as the page gives them.
pub(crate) fn times(told: &Value) -> Vec<(f64, f64)> {
    serde_json::from_value(told.clone()).expect("pairs of times")
}
