//! The calculator in somebody else's page, of another origin: the ways of
//! embedding it, what it is asked and answers, and what it does not put up with.

use serde_json::{Value, json};

use crate::harness::{Around, Page, in_browser};

/// The sandbox of the snippets.
pub(crate) const SANDBOX: &str =
    "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads";

/// Has a page write down what it is told.
pub(crate) const HEARS: &str = "<script>
    globalThis.heard = [];
    addEventListener('message', ({ source, data }) => heard.push({ data,
        frame: [...document.querySelectorAll('iframe')].findIndex((frame) => frame.contentWindow === source) }));
    globalThis.told = (type) => heard.filter(({ data }) => data?.type === type && data.rerate === 1);
</script>";

pub(crate) const READY: &str = "return told('ready').length > 0";

/// Opens a port to the first frame, and calls through it.
pub(crate) const PORT: &str = "
    const channel = new MessageChannel();
    globalThis.answers = [];
    globalThis.changes = [];
    channel.port1.onmessage = ({ data }) => (data.type === 'change' ? changes : answers).push(data);
    document.querySelector('iframe').contentWindow.postMessage(
        { rerate: 1, id: 0, type: 'init', changes: arguments[0] === true }, '*', [channel.port2]);
    globalThis.port = channel.port1;
    globalThis.ask = (method, argument) => new Promise((resolve) => {
        const id = `${method} ${Math.random()}`;
        port.addEventListener('message', ({ data }) => data.id === id && resolve(data.error ?? data.value));
        port.postMessage({ rerate: 1, id, type: 'call', method, argument });
    });";

pub(crate) fn frame(page: &Page, document: &str, sandbox: &str) -> String {
    let address = &page.site.address;
    format!(
        "<iframe title=\"Calculator\" src=\"{address}/{document}\" width=\"100%\" height=\"300\" sandbox=\"{sandbox}\"></iframe>"
    )
}

fn element(page: &Page, attributes: &str) -> String {
    let address = &page.site.address;
    format!(
        "<script async src=\"{address}/embed.v1.js\"></script>
         <rerate-calculator {attributes}><p>Instead of it</p></rerate-calculator>"
    )
}

/// Fails where the page reports anything but what Chromium remarks on the frame's
/// attributes, whichever page they stand in: that it does not know one of them,
/// and that a frame of the page's own site could undo another.
pub(crate) async fn has_nothing_else_to_report(page: &Page) {
    let mut reports = page.reports().await;
    reports.retain(|report| {
        !report.contains("Unrecognized feature: 'web-share'")
            && !report.contains("can escape its sandboxing")
    });
    assert!(reports.is_empty(), "{reports:#?}");
}

/// Waits until the element has shown the calculator.
async fn element_is_ready(page: &Page) {
    page.until(
        "the element is ready",
        "return document.querySelector('rerate-calculator')?.shadowRoot?.querySelector('iframe.ready') != null",
    )
    .await;
}

/// The sections that can be seen in the frame that is looked into.
async fn sections_seen(page: &Page) -> Value {
    page.run(
        "return [...document.querySelectorAll('section.section')]
            .filter((section) => section.getBoundingClientRect().height > 0).map(({ id }) => id)",
    )
    .await
}

pub(crate) const FRAME: &str = "return document.querySelector('iframe')";
const ELEMENTS_FRAME: &str =
    "return document.querySelector('rerate-calculator').shadowRoot.querySelector('iframe')";

#[test]
fn the_demo_embeds_in_three_ways() {
    in_browser(async |page| {
        page.go("/demo.html").await;
        page.until("the listener has worked", "
            const frame = document.querySelector('iframe[src*=sectors]');
            return frame.contentDocument?.getElementById('full')
                && frame.contentDocument.querySelector('#rerate :is([inert], [aria-busy])') === null
                && Math.abs(frame.height - frame.contentDocument.getElementById('rerate').getBoundingClientRect().height) < 2",
        ).await;
        page.run("document.querySelector('rerate-calculator').scrollIntoView()")
            .await;
        element_is_ready(page).await;
        for (script, section) in [
            (
                "return document.querySelector('iframe[src*=claim]')",
                "claim",
            ),
            (
                "return document.querySelector('iframe[src*=sectors]')",
                "sectors",
            ),
            (ELEMENTS_FRAME, "catching-up"),
        ] {
            page.enter_frame(script).await;
            page.is_ready().await;
            assert_eq!(sections_seen(page).await, json!([section]));
            page.leave_frame().await;
        }
        // What was there instead is gone, and the frame is as high as its content.
        let shown = page
            .run(
                "const slot = document.querySelector('rerate-calculator').shadowRoot.querySelector('slot');
                return getComputedStyle(slot).display",
            )
            .await;
        assert_eq!(shown, json!("none"));
        has_nothing_else_to_report(page).await;
    });
}

#[test]
fn a_frame_works_from_another_origin_and_asks_nobody_else() {
    in_browser(async |page| {
        let host = Around::with(HEARS, &frame(page, "embed-claim.html?theme=dark", SANDBOX));
        page.go_to(&host.address).await;
        page.until("the calculator is ready", READY).await;
        page.enter_frame(FRAME).await;
        page.is_ready().await;
        assert_eq!(sections_seen(page).await, json!(["claim"]));
        page.set("claim.change", "800bn").await;
        page.until_says("claim.change", "800bn").await;
        // What the whole page has around its sections is not here, and what has
        // to be said is.
        for absent in [".toolbar", ".contents", ".strapline", ".skip"] {
            let height = page
                .run_with(
                    "return document.querySelector(arguments[0]).getBoundingClientRect().height",
                    &[json!(absent)],
                )
                .await;
            assert_eq!(height, json!(0), "{absent}");
        }
        assert!(page.says("full").await.contains("full calculator"));
        let foot = page
            .run("return document.querySelector('.foot').textContent")
            .await;
        let foot = foot.as_str().expect("a foot");
        assert!(foot.contains("Not investment advice") && foot.contains("Sources"));
        let asked = page
            .run("return performance.getEntriesByType('resource').map(({ name }) => name)")
            .await;
        for resource in asked.as_array().expect("a list") {
            let resource = resource.as_str().unwrap_or_default();
            assert!(resource.starts_with(&page.site.address), "{resource}");
        }
        page.leave_frame().await;
        // AMP and Embedly are told the height in their own words.
        let told = page
            .run(
                "return [heard.some(({ data }) => data.sentinel === 'amp' && data.type === 'embed-size' && data.height > 300),
                    heard.some(({ data }) => typeof data === 'string' && JSON.parse(data).context === 'iframe.resize')]",
            )
            .await;
        assert_eq!(told, json!([true, true]));
        has_nothing_else_to_report(page).await;
    });
}

#[test]
fn the_element_works_from_another_origin_and_under_a_strict_policy() {
    in_browser(async |page| {
        let policy = format!(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src {0}; frame-src {0}; img-src data:\">",
            page.site.address
        );
        let host = Around::with(&policy, &element(page, "view=\"sectors\" theme=\"light\""));
        page.go_to(&host.address).await;
        element_is_ready(page).await;
        let results = page
            .await_with(
                "const calculator = document.querySelector('rerate-calculator');
                await calculator.setInputs({ 'claim.change': '800bn', 'what-if.growth': 0.25 });
                const state = await calculator.getState();
                const { answers, results } = await calculator.getResults();
                await calculator.reset();
                const after = await calculator.getState();
                await calculator.setState(state);
                const again = await calculator.getState();
                return {
                    state, answers, results, after,
                    same: JSON.stringify(again) === JSON.stringify(state),
                };",
                &[],
            )
            .await;
        assert_eq!(
            results["state"]["figures"]["claim.change"]["value"],
            json!(800_000_000_000_u64)
        );
        assert_eq!(
            results["state"]["figures"]["what-if.growth"]["value"],
            json!(0.25)
        );
        assert_eq!(results["after"]["figures"], json!({}));
        assert_eq!(results["same"], json!(true));
        let numbers = results["results"].as_object().expect("results");
        assert!(numbers.len() > 10);
        assert!(numbers.values().all(serde_json::Value::is_number));
        let answers = results["answers"].as_object().expect("answers");
        assert_eq!(answers.len(), 1);
        assert!(
            answers["sectors"]
                .as_str()
                .expect("a sentence")
                .contains('%')
        );
        has_nothing_else_to_report(page).await;
    });
}

#[test]
fn calls_that_cannot_be_answered_say_why() {
    in_browser(async |page| {
        let host = Around::with("", &element(page, "view=\"claim\""));
        page.go_to(&host.address).await;
        element_is_ready(page).await;
        let refused = page
            .await_with(
                "const calculator = document.querySelector('rerate-calculator');
                const before = JSON.stringify(await calculator.getState());
                const refused = [];
                const deep = {}; let end = deep; for (let i = 0; i < 40; i += 1) end = end.a = {};
                for (const [method, argument] of [
                    ['setInputs', { 'claim.change': NaN }], ['setInputs', { 'claim.change': Infinity }],
                    ['setInputs', { 'claim.change': 1n }], ['setInputs', new Map()], ['setInputs', deep],
                    ['setInputs', { 'claim.change': 'x'.repeat(70000) }], ['setInputs', new Array(1e6).fill(0)],
                    ['setInputs', { nothing: 1 }], ['setInputs', { 'claim.change': 1e300 }],
                    ['setState', { version: 1, preset: '<b>' }], ['setState', 'x'], ['exportSvg', 'nothing'],
                ]) await calculator[method](argument).then(() => refused.push(null), ({ message }) => refused.push(message));
                return [refused, JSON.stringify(await calculator.getState()) === before];",
                &[],
            )
            .await;
        assert_eq!(
            refused,
            json!([
                [
                    "malformed",
                    "malformed",
                    "malformed",
                    "malformed",
                    "malformed",
                    "too-large",
                    "too-large",
                    "unknown-field nothing",
                    "out-of-limits claim.change",
                    "unknown-preset",
                    "malformed",
                    "no-such-chart",
                ],
                true
            ])
        );
    });
}

#[test]
fn charts_are_handed_out() {
    in_browser(async |page| {
        let host = Around::with("", &element(page, "view=\"catching-up\""));
        page.go_to(&host.address).await;
        element_is_ready(page).await;
        let made = page
            .await_with(
                "const calculator = document.querySelector('rerate-calculator');
                const svg = await calculator.exportSvg();
                const png = await calculator.exportPng();
                const start = new Uint8Array(await png.slice(0, 4).arrayBuffer());
                return [svg.startsWith('<svg'), svg.length > 2000, png.type, [...start]];",
                &[],
            )
            .await;
        assert_eq!(
            made,
            json!([true, true, "image/png", [0x89, 0x50, 0x4e, 0x47]])
        );
    });
}

#[test]
fn an_opaque_origin_is_no_hindrance() {
    in_browser(async |page| {
        let host = Around::with(HEARS, &frame(page, "embed-claim.html", "allow-scripts"));
        page.go_to(&host.address).await;
        page.until("the calculator is ready", READY).await;
        page.enter_frame(FRAME).await;
        let storage = page
            .run("try { return String(localStorage) } catch (error) { return error.name }")
            .await;
        assert_eq!(storage, json!("SecurityError"));
        page.set("claim.change", "800bn").await;
        page.until_says("claim.change", "800bn").await;
        page.leave_frame().await;
    });
}

#[test]
fn what_is_hidden_at_first_is_there_once_it_is_shown() {
    in_browser(async |page| {
        let body = format!(
            "<div id=\"fold\" hidden>{}{}</div>",
            frame(page, "embed-claim.html", SANDBOX),
            element(page, "view=\"scale\"")
        );
        let host = Around::with(HEARS, &body);
        page.go_to(&host.address).await;
        page.until(
            "the element is there",
            "return document.querySelector('rerate-calculator').shadowRoot !== null",
        )
        .await;
        page.until("the hidden frame is ready", READY).await;
        let begun = page
            .run("return [told('height').length, document.querySelector('rerate-calculator').shadowRoot.querySelector('iframe')]")
            .await;
        assert_eq!(begun, json!([0, null]));
        page.run("document.getElementById('fold').hidden = false")
            .await;
        element_is_ready(page).await;
        page.until(
            "the frame tells its height",
            "return told('height').some(({ data, frame }) => frame === 0 && data.height > 300)",
        )
        .await;
    });
}

#[test]
fn two_on_one_page_and_one_in_a_shadow_keep_apart() {
    in_browser(async |page| {
        let body = format!(
            "{}<rerate-calculator id=\"second\" view=\"claim\"></rerate-calculator><div id=\"place\"></div>",
            element(page, "id=\"first\" view=\"claim\"")
        );
        let host = Around::with("", &body);
        page.go_to(&host.address).await;
        let told = page
            .await_with(
                "await customElements.whenDefined('rerate-calculator');
                const shadow = document.getElementById('place').attachShadow({ mode: 'closed' });
                const third = document.createElement('rerate-calculator');
                third.setAttribute('view', 'claim');
                const ready = new Promise((resolve) => third.addEventListener('rerate-ready', resolve, { once: true }));
                shadow.append(third);
                third.scrollIntoView();
                const all = [document.getElementById('first'), document.getElementById('second'), third];
                await Promise.all(all.map((one, index) => one.setInputs({ 'claim.change': `${index + 1}bn` })));
                await ready;
                const states = await Promise.all(all.map((one) => one.getState()));
                return states.map(({ figures }) => figures['claim.change'].value);",
                &[],
            )
            .await;
        assert_eq!(
            told,
            json!([1_000_000_000, 2_000_000_000, 3_000_000_000_u64])
        );
    });
}

#[test]
fn a_hundred_widths_do_not_lead_to_a_loop_of_heights() {
    in_browser(async |page| {
        // A host that answers every height with more room.
        let body = format!(
            "{}<script>addEventListener('message', ({{ data }}) => {{
                if (data?.type === 'height') document.querySelector('iframe').style.height = `${{data.height + 40}}px`;
            }});</script>",
            frame(page, "embed-sectors.html", SANDBOX)
        );
        let host = Around::with(HEARS, &body);
        page.go_to(&host.address).await;
        page.until("the calculator is ready", READY).await;
        page.await_with(
            "const frame = document.querySelector('iframe');
            for (let step = 0; step < 100; step += 1) {
                frame.style.width = `${320 + (step * 37) % 400}px`;
                await new Promise(requestAnimationFrame);
            }
            frame.style.width = '400px';",
            &[],
        )
        .await;
        page.enter_frame(FRAME).await;
        let height = page
            .run("return Math.ceil(document.getElementById('rerate').getBoundingClientRect().height)")
            .await;
        page.leave_frame().await;
        page.until(
            "the last height is told",
            &format!("return told('height').at(-1).data.height === {height}"),
        )
        .await;
        let count = page.run("return told('height').length").await;
        assert!(count.as_u64() <= Some(140), "{count} heights are told");
        // Some frames later it is still the last.
        let later = page
            .await_with(
                "for (let step = 0; step < 30; step += 1) await new Promise(requestAnimationFrame);
                return told('height').length;",
                &[],
            )
            .await;
        assert_eq!(later, count);
    });
}

#[test]
fn messages_that_are_hostile_do_no_harm() {
    in_browser(async |page| {
        let body = format!(
            "{}<iframe id=\"other\" srcdoc=\"<p>Another page</p>\"></iframe>",
            frame(page, "embed-claim.html", SANDBOX)
        );
        let host = Around::with(HEARS, &body);
        page.go_to(&host.address).await;
        page.until("the calculator is ready", READY).await;
        page.run(PORT).await;
        let before = page.await_with("return ask('getState')", &[]).await;
        // Of the wrong shape, from where they are heard.
        page.run(
            "const target = document.querySelector('iframe').contentWindow;
            const bad = [null, 0, NaN, 'init', [], {}, { rerate: 2, type: 'init' }, { rerate: 1, type: 'init' },
                { rerate: 1, type: 'call', id: 1, method: 'reset' }, { rerate: '1', type: 'init' }, new Map(),
                new ArrayBuffer(1e6), { rerate: 1, type: 'height', height: NaN }, { rerate: 1, type: 'x'.repeat(1e6) }];
            for (const message of bad) target.postMessage(message, '*');
            for (const call of [{}, { id: {}, method: 'reset' }, { id: NaN, method: 'reset' }, { id: 'x'.repeat(100), method: 'reset' },
                { id: 1, method: {} }]) port.postMessage({ rerate: 1, type: 'call', ...call });",
        )
        .await;
        // Of the right shape, from who is not the page around.
        page.run(
            "const other = document.getElementById('other').contentWindow;
            const script = other.document.createElement('script');
            script.textContent = `
                const channel = new MessageChannel();
                channel.port1.onmessage = ({ data }) => parent.heard.push({ stolen: data });
                parent.frames[0].postMessage({ rerate: 1, id: 0, type: 'init', changes: true }, '*', [channel.port2]);
                channel.port1.postMessage({ rerate: 1, id: 1, type: 'call', method: 'getState' });`;
            other.document.body.append(script);",
        )
        .await;
        // Ten thousand a second, of each kind.
        page.await_with(
            "const target = document.querySelector('iframe').contentWindow;
            for (let second = 0; second < 10; second += 1) {
                for (let i = 0; i < 1000; i += 1) {
                    target.postMessage({ rerate: 1, type: 'call', id: i, method: 'reset' }, '*');
                    port.postMessage({ rerate: 1, type: 'call', id: i, method: 'setInputs', argument: { nothing: i } });
                }
                await new Promise((done) => setTimeout(done, 100));
            }",
            &[],
        )
        .await;
        page.until(
            "calls are answered again",
            "globalThis.asking ??= (async () => { while ((globalThis.after = await ask('getState')) === 'busy') await new Promise((done) => setTimeout(done, 100)); })();
            return globalThis.after?.version === 1",
        )
        .await;
        let after = page
            .run("return [after, heard.filter((one) => one.stolen).length]")
            .await;
        assert_eq!(after, json!([before, 0]));
        // The reader has not been kept from anything.
        page.enter_frame(FRAME).await;
        page.set("claim.change", "800bn").await;
        page.until_says("claim.change", "800bn").await;
        page.leave_frame().await;
    });
}

#[test]
fn changes_are_told_only_where_they_are_asked_for() {
    in_browser(async |page| {
        let host = Around::with(HEARS, &frame(page, "embed-claim.html", SANDBOX));
        page.go_to(&host.address).await;
        page.until("the calculator is ready", READY).await;
        for asks in [false, true] {
            page.run_with(PORT, &[json!(asks)]).await;
            page.enter_frame(FRAME).await;
            page.set("claim.change", if asks { "801bn" } else { "800bn" })
                .await;
            page.leave_frame().await;
            // A call is answered after what came before it.
            let told = page
                .await_with(
                    "await ask('getState');
                    await new Promise((done) => setTimeout(done, 100));
                    await ask('getState');
                    return changes.map(({ state }) => state.figures['claim.change'].value);",
                    &[],
                )
                .await;
            let told = told.as_array().expect("a list");
            if asks {
                assert_eq!(told.last(), Some(&json!(801_000_000_000_u64)));
            } else {
                assert!(told.is_empty(), "{told:?}");
            }
        }
        assert_eq!(page.run("return told('change').length").await, json!(0));
    });
}

#[test]
fn the_element_tells_the_reader_s_changes() {
    in_browser(async |page| {
        let host = Around::with("", &element(page, "view=\"claim\""));
        page.go_to(&host.address).await;
        element_is_ready(page).await;
        page.run(
            "globalThis.changes = [];
            document.querySelector('rerate-calculator').addEventListener('rerate-change', ({ detail }) => changes.push(detail.state))",
        )
        .await;
        page.enter_frame(ELEMENTS_FRAME).await;
        page.set("claim.change", "800bn").await;
        page.leave_frame().await;
        page.until(
            "the change is told",
            "return changes.at(-1)?.figures['claim.change']?.value === 8e11",
        )
        .await;
    });
}

#[test]
fn what_is_locked_is_shown_and_cannot_be_changed() {
    in_browser(async |page| {
        page.open("/embed.html?view=claim,sectors&lock=claim.change,sectors")
            .await;
        let change = page.says("claim.change").await;
        page.enter("claim.change").await;
        page.type_on("9\u{E013}\u{E007}").await;
        page.leave().await;
        assert_eq!(page.says("claim.change").await, change);
        assert!(
            page.says("claim.change.fixed")
                .await
                .contains("page around")
        );
        let described = page.attribute("claim.change", "aria-describedby").await;
        assert_eq!(described.as_deref(), Some("claim.change.fixed"));
        // The others are the reader's.
        page.set("claim.end", "1.5tn").await;
        page.until_says("claim.end", "1.5tn").await;
        // A section as a whole.
        let open = page
            .run(
                "return [...document.querySelectorAll('#sectors :is(input, select, button)')]
                    .filter((control) => !control.disabled && !control.readOnly && !control.closest('.copier, .method, .figures') && !/csv|json/.test(control.id))
                    .map((control) => control.outerHTML)",
            )
            .await;
        assert_eq!(open, json!([]));
        assert!(page.says("sectors.fixed").await.contains("page around"));
        has_nothing_else_to_report(page).await;
    });
}

#[test]
fn a_preset_is_not_preceded_by_another_s_figures() {
    in_browser(async |page| {
        let host = Around::with(
            HEARS,
            &frame(
                page,
                "embed-what-if.html?preset=golden-dragon-nasdaq-100",
                SANDBOX,
            ),
        );
        page.go_to(&host.address).await;
        page.enter_frame(FRAME).await;
        let script =
            "return getComputedStyle(document.getElementById('what-if')).visibility === 'visible'
            && document.getElementById('market.a')?.value !== 'China'";
        page.is_ready().await;
        page.until("the preset's figures are shown", script).await;
        let state = page
            .run("return document.getElementById('what-if.multiple').value")
            .await;
        assert_ne!(state, json!(""));
        page.leave_frame().await;
    });
}

#[test]
fn without_any_script_the_section_can_be_read() {
    in_browser(async |page| {
        page.go("/demo.html").await;
        page.run(
            "const frame = document.createElement('iframe');
            frame.id = 'bare';
            frame.sandbox = 'allow-same-origin';
            frame.src = './embed-sectors.zh-hans.html';
            document.querySelector('article').prepend(frame);",
        )
        .await;
        let read = page
            .until(
                "the section stands there",
                "const inside = document.getElementById('bare').contentDocument;
                if (inside?.readyState !== 'complete' || !inside.getElementById('sectors')) return false;
                const seen = [...inside.querySelectorAll('section.section')].filter((section) => section.getBoundingClientRect().height > 0);
                const text = inside.body.innerText;
                return [seen.map(({ id }) => id), text.includes('溢价'), text.includes('不构成投资建议'), text.includes('打开完整计算器')];",
            )
            .await;
        assert_eq!(read, json!([["sectors"], true, true, true]));
    });
}

#[test]
fn an_embed_asked_of_the_whole_page_is_shown_by_its_own_document() {
    in_browser(async |page| {
        page.go("/?embed=1&view=scale,claim&lang=en").await;
        page.until(
            "the embed's document is there",
            "return location.pathname === '/embed.html'",
        )
        .await;
        page.is_ready().await;
        assert_eq!(sections_seen(page).await, json!(["claim", "scale"]));
    });
}

#[test]
fn only_an_embed_fetches_what_embeds_need() {
    in_browser(async |page| {
        page.open("/").await;
        let asked = page.site.requests();
        assert!(
            asked.iter().all(|line| !line.contains("frame-")),
            "{asked:#?}"
        );
        page.open("/embed-claim.html").await;
        let asked = page.site.requests();
        assert_eq!(
            asked.iter().filter(|line| line.contains("frame-")).count(),
            2,
            "{asked:#?}"
        );
    });
}

#[test]
fn what_a_failed_module_owed_is_refused_and_the_next_one_answers() {
    in_browser(async |page| {
        let host = Around::with(HEARS, &frame(page, "embed-claim.html", SANDBOX));
        page.go_to(&host.address).await;
        page.until("the calculator is ready", READY).await;
        page.run(PORT).await;
        page.await_with("return ask('setInputs', { 'claim.change': '800bn' })", &[])
            .await;
        page.enter_frame(FRAME).await;
        page.run("rerate.rehearseFailure()").await;
        page.until(
            "the calculator is back",
            "return document.querySelector('[data-notice=restarted]:not([hidden])') !== null",
        )
        .await;
        page.leave_frame().await;
        page.until("it is ready again", "return told('ready').length > 1")
            .await;
        let state = page.await_with("return ask('getState')", &[]).await;
        assert_eq!(
            state["figures"]["claim.change"]["value"],
            json!(800_000_000_000_u64)
        );
    });
}
