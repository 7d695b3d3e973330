//! The page without its host, and from one version to the next.

use std::fs;
use std::path::Path;

use rerate::text::{Aside, Language};
use serde_json::{Value, json};

use crate::harness::browser::{Browser, in_every_engine};
use crate::harness::host::{Fault, Files, Host, release};
use crate::harness::{Page, in_browser, in_this};
use crate::integrity::integrity;

in_every_engine!(
    after_one_visit_it_works_without_its_host,
    a_new_version_waits_until_it_is_accepted,
);

/// An article on the page's own host, with the page in it.
const ARTICLE: &str = "<!doctype html><title>An article</title>
    <iframe src=\"./index.html?lang=en\"></iframe>";

/// The window of the page in it.
const INSIDE: &str = "const inside = document.querySelector('iframe').contentWindow;";

/// Opens the page at a host and waits until its files are kept.
async fn visit(page: &Page, host: &Host) {
    page.go_to(&host.address).await;
    page.is_ready().await;
    page.is_kept().await;
}

/// What the page says beside the calculator.
async fn told(page: &Page) -> String {
    let script = "return [...document.querySelectorAll('#notices > p:not([data-notice])')]
        .filter((one) => one.checkVisibility()).map((one) => one.firstChild.textContent).join()";
    let told = page.run(script).await;
    told.as_str().unwrap_or_default().to_owned()
}

async fn until_told(page: &Page, aside: Aside) {
    let words = Language::English.aside(aside);
    page.until(
        words,
        &format!(
            "return [...document.querySelectorAll('#notices > p:not([data-notice])')].some(
                (one) => one.checkVisibility() && one.firstChild.textContent === {})",
            json!(words)
        ),
    )
    .await;
}

/// Has the browser look for another version, and says what became of it.
async fn look(page: &Page) -> Value {
    page.await_with(
        "const registration = await navigator.serviceWorker.getRegistration();
        await registration.update().catch(() => {});
        const worker = registration.installing;
        if (!worker) return registration.waiting?.state ?? null;
        await new Promise((done) => {
            const look = () => worker.state !== 'installing' && done();
            worker.addEventListener('statechange', look);
            look();
        });
        return worker.state;",
        &[],
    )
    .await
}

/// How many versions are kept, and of how many files the first is.
async fn kept(page: &Page) -> (usize, usize) {
    let kept = page
        .await_with(
            "const names = await caches.keys();
            const first = await caches.open(names[0]);
            return [names.length, (await first.keys()).length];",
            &[],
        )
        .await;
    let count = |index: usize| usize::try_from(kept[index].as_u64().unwrap_or_default());
    (count(0).expect("a count"), count(1).expect("a count"))
}

async fn version(page: &Page) -> Value {
    page.run("return document.querySelector('meta[name=\"test-version\"]')?.content ?? 'a'")
        .await
}

/// Works on the page, with what the first view and the rest are for.
async fn edit(page: &Page) {
    page.set("claim.change", "800bn").await;
    page.until_says("claim.end.from.change.percent", "1,709.1bn")
        .await;
    page.set("what-if.growth", "20").await;
    page.until_says("what-if.growth", "20").await;
}

/// Another version of the release: other documents, which say so, and a style
/// sheet of another name.
fn other_version() -> Files {
    let mut files = release();
    let worker = String::from_utf8(files["sw.js"].clone()).expect("a script");
    let style = files
        .keys()
        .find(|name| name.starts_with("style-"))
        .expect("a style sheet")
        .clone();
    let renamed = "style-0000000000000000.css";
    let mut sheet = files.remove(&style).expect("a style sheet");
    let mut worker = worker
        .replace(&style, renamed)
        .replace(&integrity(&sheet), "%style%");
    sheet.push(b'\n');
    worker = worker.replace("%style%", &integrity(&sheet));
    files.insert(renamed.to_owned(), sheet);
    for name in ["index.html", "zh-hans.html", "zh-hant.html"] {
        let before = files[name].clone();
        let document = String::from_utf8(before.clone())
            .expect("a document")
            .replace(&style, renamed)
            .replacen(
                "<head>",
                "<head><meta name=\"test-version\" content=\"b\">",
                1,
            )
            .into_bytes();
        worker = worker.replace(&integrity(&before), &integrity(&document));
        files.insert(name.to_owned(), document);
    }
    // Its own name is the one text of sixteen digits between quotation marks.
    let digits = |text: &&str| text.len() == 16 && text.bytes().all(|one| one.is_ascii_hexdigit());
    let name = worker
        .split('"')
        .find(digits)
        .expect("a version")
        .to_owned();
    worker = worker.replace(&name, "0000000000000000");
    files.insert("sw.js".to_owned(), worker.into_bytes());
    files
}

fn after_one_visit_it_works_without_its_host(browser: &'static Browser) {
    in_this(browser, async |page| {
        // In a folder, and nothing outside of it is asked for.
        let host = Host::start("/x/y/");
        visit(page, &host).await;
        until_told(page, Aside::ReadyOffline).await;
        edit(page).await;
        assert_eq!(told(page).await, "", "it is said until the reader goes on");

        host.set(Fault::Down);
        page.reload().await;
        page.is_ready().await;
        edit(page).await;
        assert_eq!(told(page).await, "", "it is said once");
        for (path, section) in [
            ("index.html?lang=en#what-if", "what-if"),
            ("zh-hans.html?lang=zh-Hans&theme=dark#claim", "claim"),
            ("?lang=en&preset=blank", ""),
        ] {
            page.go_to(&format!("{}{path}", host.address)).await;
            page.is_ready().await;
            assert_eq!(
                page.run("return location.hash").await,
                json!(format!("#{section}").trim_end_matches('#'))
            );
        }
        let link = "index.html?lang=en#claim.change=700bn";
        page.go_to(&format!("{}{link}", host.address)).await;
        page.is_ready().await;
        page.until_says("claim.change", "700bn").await;
        let asked = host.asked();
        assert!(
            asked.iter().all(|path| path.starts_with("/x/y/")),
            "{asked:#?}"
        );
    });
}

fn a_new_version_waits_until_it_is_accepted(browser: &'static Browser) {
    in_this(browser, async |page| {
        let host = Host::start("/");
        visit(page, &host).await;
        host.put(other_version());
        assert_eq!(look(page).await, json!("installed"));
        until_told(page, Aside::NewVersion).await;
        // Until then all is as it was, the files that the host no longer has
        // too.
        edit(page).await;
        page.reload().await;
        page.is_ready().await;
        assert_eq!(version(page).await, "a");
        assert_eq!(kept(page).await.0, 2);
        let is_styled =
            "return getComputedStyle(document.documentElement).getPropertyValue('--paper') !== ''";
        assert_eq!(page.run(is_styled).await, json!(true));
        until_told(page, Aside::NewVersion).await;
        page.click_on("#notices > p:not([data-notice]) button:last-of-type")
            .await;
        assert_eq!(told(page).await, "", "later is later");

        page.reload().await;
        page.is_ready().await;
        until_told(page, Aside::NewVersion).await;
        page.click_on("#notices > p:not([data-notice]) button")
            .await;
        page.until(
            "the new version is there",
            "return document.querySelector('meta[name=\"test-version\"]')?.content === 'b'",
        )
        .await;
        page.is_ready().await;
        edit(page).await;
        page.until(
            "nothing is kept of the one before",
            "return caches.keys().then((names) => names.length === 1)",
        )
        .await;
        host.set(Fault::Down);
        page.reload().await;
        page.is_ready().await;
        assert_eq!(version(page).await, "b");
    });
}

#[test]
fn an_update_that_breaks_off_after_any_file_changes_nothing() {
    in_browser(async |page| {
        let host = Host::start("/");
        visit(page, &host).await;
        let (_, files) = kept(page).await;
        assert!(files > 10, "{files}");
        host.put(other_version());
        for after in 0..files {
            host.set(Fault::CutAfter(after));
            assert_eq!(look(page).await, json!("redundant"), "after {after}");
            assert_eq!(kept(page).await, (1, files), "after {after}");
            if after % 5 == 0 {
                page.reload().await;
                page.is_ready().await;
                assert_eq!(version(page).await, "a");
            }
        }
        edit(page).await;
        assert_eq!(told(page).await, "");
        // And once nothing is wrong, it comes.
        host.set(Fault::None);
        assert_eq!(look(page).await, json!("installed"));
        until_told(page, Aside::NewVersion).await;
    });
}

#[test]
fn an_update_with_a_file_that_is_not_what_it_should_be_is_not_taken() {
    in_browser(async |page| {
        let host = Host::start("/");
        visit(page, &host).await;
        let before = kept(page).await;
        let other = other_version();
        let some = [
            "index.html",
            "zh-hant.html",
            "icon.svg",
            "style-0000000000000000.css",
        ];
        let module = other.keys().find(|name| name.ends_with(".wasm"));
        let faults: Vec<Fault> = some
            .into_iter()
            .chain(module.map(String::as_str))
            .flat_map(|name| {
                let name = name.to_owned();
                [
                    Fault::Corrupt(name.clone()),
                    Fault::Redirects(name.clone()),
                    Fault::Missing(name),
                ]
            })
            .collect();
        host.put(other);
        for fault in faults {
            host.set(fault.clone());
            assert_eq!(look(page).await, json!("redundant"), "{fault:?}");
            assert_eq!(kept(page).await, before, "{fault:?}");
        }
        // What the page stands on is not asked of the host again.
        host.set(Fault::Corrupt("index.html".to_owned()));
        page.reload().await;
        page.is_ready().await;
        edit(page).await;
        assert_eq!(version(page).await, "a");
    });
}

#[test]
fn a_first_visit_that_breaks_off_is_made_good_by_the_next() {
    in_browser(async |page| {
        let host = Host::start("/");
        host.set(Fault::Corrupt("zh-hans.html".to_owned()));
        page.go_to(&host.address).await;
        page.is_ready().await;
        edit(page).await;
        page.until(
            "nothing is kept",
            "return navigator.serviceWorker.getRegistration().then((one) => !one)
                .then(async (gone) => gone && (await caches.keys()).length === 0)",
        )
        .await;
        assert_eq!(told(page).await, "");
        host.set(Fault::None);
        visit(page, &host).await;
        until_told(page, Aside::ReadyOffline).await;
    });
}

#[test]
fn two_pages_can_stand_on_two_versions() {
    in_browser(async |page| {
        let host = Host::start("/");
        visit(page, &host).await;
        // An article with the page in it: two documents, of which the inner
        // one stands on the first version.
        let mut files = other_version();
        files.insert("article.html".to_owned(), ARTICLE.into());
        host.put(files);
        page.go_to(&format!("{}article.html", host.address)).await;
        page.until(
            "the embed works",
            &format!("{INSIDE} return inside.rerate?.kept?.() != null"),
        )
        .await;
        assert_eq!(look(page).await, json!("installed"));
        page.await_with(
            "const { waiting } = await navigator.serviceWorker.getRegistration();
            waiting.postMessage('accept');
            await new Promise((done) => waiting.addEventListener('statechange',
                () => waiting.state === 'activated' && done()));",
            &[],
        )
        .await;
        // The files that only the older version has are still to be had.
        let found = page
            .await_with(
                &format!(
                    "{INSIDE} const style = inside.document.querySelector('link[rel=stylesheet]');
                    return (await inside.fetch(style.href)).status"
                ),
                &[],
            )
            .await;
        assert_eq!(found, json!(200));
        assert_eq!(kept(page).await.0, 2);
        // Once no page stands on it, it is dropped.
        page.go_to(&host.address).await;
        page.is_ready().await;
        page.reload().await;
        page.is_ready().await;
        assert_eq!(version(page).await, "b");
        page.until(
            "the older one is dropped",
            "return caches.keys().then((names) => names.length === 1)",
        )
        .await;
    });
}

#[test]
fn the_kill_switch_takes_the_worker_away() {
    in_browser(async |page| {
        let host = Host::start("/");
        visit(page, &host).await;
        let mut files = release();
        let switch = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/kill-switch/sw.js");
        files.insert("sw.js".to_owned(), fs::read(switch).expect("the switch"));
        host.put(files);
        page.set("claim.change", "800bn").await;
        look(page).await;
        page.until(
            "no worker is registered and nothing is kept",
            "return navigator.serviceWorker.getRegistration().then((one) => !one)
                .then(async (gone) => gone && (await caches.keys()).length === 0)",
        )
        .await;
        // The page stays as it is.
        assert_eq!(page.says("claim.change").await, "800bn");
        page.reload().await;
        page.is_ready().await;
        edit(page).await;
    });
}

#[test]
fn an_embed_keeps_nothing() {
    in_browser(async |page| {
        let host = Host::start("/");
        let mut files = release();
        files.insert("article.html".to_owned(), ARTICLE.into());
        host.put(files);
        page.go_to(&format!("{}article.html", host.address)).await;
        page.until(
            "the embed works, and its later script has arrived",
            &format!(
                "{INSIDE} return inside.rerate?.kept?.() != null && inside.rerate.savePage !== undefined"
            ),
        )
        .await;
        let registered = page
            .await_with(
                "return (await navigator.serviceWorker.getRegistrations()).length",
                &[],
            )
            .await;
        assert_eq!(registered, json!(0));
        assert!(!host.asked().iter().any(|path| path.ends_with("sw.js")));
    });
}

#[test]
fn it_can_be_installed() {
    in_browser(async |page| {
        let host = Host::start("/x/y/");
        visit(page, &host).await;
        let errors = page
            .devtools("Page.getInstallabilityErrors", json!({}))
            .await;
        // The tests' windows are private ones, which install nothing.
        let other: Vec<&Value> = errors["installabilityErrors"]
            .as_array()
            .into_iter()
            .flatten()
            .filter(|error| error["errorId"] != "in-incognito")
            .collect();
        assert!(other.is_empty(), "{other:#?}");
        let manifest = page.devtools("Page.getAppManifest", json!({})).await;
        assert_eq!(manifest["errors"], json!([]));
        let text = manifest["data"].as_str().unwrap_or_default();
        let manifest: Value = serde_json::from_str(text).expect("a manifest");
        let files = release();
        for list in ["icons", "screenshots"] {
            for picture in manifest[list].as_array().expect("pictures") {
                let source = picture["src"].as_str().unwrap_or_default();
                let name = source.strip_prefix("./").expect("a relative address");
                let content = files
                    .get(name)
                    .unwrap_or_else(|| panic!("there is no {name}"));
                if let Some(size) = content.get(16..24).filter(|_| name.ends_with(".png")) {
                    let number = |bytes: &[u8]| bytes.iter().fold(0, |n, b| n << 8 | u32::from(*b));
                    let size = format!("{}x{}", number(&size[..4]), number(&size[4..]));
                    assert_eq!(picture["sizes"], json!(size), "{name}");
                }
            }
        }
    });
}
