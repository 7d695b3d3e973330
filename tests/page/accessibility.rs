//! axe-core finds nothing: in every section, language and theme, on a wide
//! screen and on a narrow one.

use std::collections::BTreeMap;
use std::env;
use std::fs;

use rerate::text::Language;
use serde_json::json;

use crate::harness::{Page, in_browser};

/// The rules of the Web Content Accessibility Guidelines 2.0 to 2.2, A and AA.
const CHECK: &str = "
    // From the top, where the head that stays in view covers no row.
    scrollTo({ top: 0, behavior: 'instant' });
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations, incomplete } = await axe.run(document, {
        runOnly: { type: 'tag', values: tags },
        resultTypes: ['violations', 'incomplete'],
    });
    // A contrast that cannot be told is none that passes; but signs such as
    // arrows are not looked at, nor what the edge of a box that scrolls cuts.
    // What is drawn is seen to by a test of its own.
    const passed = ({ any: [check], target: [target] }) => check?.data?.messageKey === 'nonBmp'
        || document.querySelector(target)?.closest('.scroll, .drawing');
    const untold = incomplete
        .filter(({ id }) => id === 'color-contrast')
        .map((rule) => ({ ...rule, nodes: rule.nodes.filter((node) => !passed(node)) }));
    return [...violations, ...untold].flatMap(({ id, help, nodes }) => nodes.map((node) => [
        `${id}: ${help}`,
        `${node.target.join(' ')}: ${
            [...node.any, ...node.all, ...node.none].map((check) => check.message).join('; ')}`,
    ]));
";

pub(crate) fn checker() -> String {
    let path = env::var("RERATE_AXE")
        .expect("RERATE_AXE names axe-core's axe.min.js; `cargo xtask test` sets it");
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// What is to be seen of the page beyond its first sight: a message, a solved
/// field, a dash with its reason, and every method unfolded.
async fn show_everything(page: &Page) {
    page.set("claim.percent", "?").await;
    page.set("sectors.0.b", "").await;
    page.click("what-if.closure.solve").await;
    page.run("for (const fold of document.querySelectorAll('details')) fold.open = true")
        .await;
}

/// The rules that are broken, each with where and how.
pub(crate) async fn violations(page: &Page) -> Vec<(String, String)> {
    page.lay_out_all().await;
    serde_json::from_value(page.await_with(CHECK, &[]).await).expect("pairs of texts")
}

/// Each rule with the first places where it is broken.
fn told(all: &BTreeMap<String, BTreeMap<String, Vec<String>>>) -> String {
    let mut told = String::new();
    for (rule, places) in all {
        told.push_str(&format!("{rule} ({} places)\n", places.len()));
        for (place, views) in places.iter().take(8) {
            told.push_str(&format!("    {place} [{}]\n", views.join(", ")));
        }
    }
    told
}

fn axe_finds_nothing_in(path: &str, language: Language) {
    in_browser(async |page| {
        page.open(path).await;
        assert_eq!(
            page.run("return document.documentElement.lang").await,
            json!(language.tag())
        );
        show_everything(page).await;
        page.run(&checker()).await;
        let mut all = BTreeMap::<String, BTreeMap<String, Vec<String>>>::new();
        for (theme, index) in [("light", 1), ("dark", 2)] {
            page.pick("theme", index).await;
            for width in [1280, 360] {
                page.resize(width, 900).await;
                for (rule, place) in violations(page).await {
                    let places = all.entry(rule).or_default();
                    places
                        .entry(place)
                        .or_default()
                        .push(format!("{theme} {width}"));
                }
            }
        }
        assert!(all.is_empty(), "{}", told(&all));
    });
}

#[test]
fn axe_finds_nothing_in_english() {
    axe_finds_nothing_in("/", Language::English);
}

#[test]
fn axe_finds_nothing_in_simplified_chinese() {
    axe_finds_nothing_in("/zh-hans.html", Language::SimplifiedChinese);
}

#[test]
fn axe_finds_nothing_in_traditional_chinese() {
    axe_finds_nothing_in("/zh-hant.html", Language::TraditionalChinese);
}

/// What is wrong in the page as it stands, in both themes, wide and narrow.
async fn check(
    page: &Page,
    state: &str,
    all: &mut BTreeMap<String, BTreeMap<String, Vec<String>>>,
) {
    for (theme, width) in [(1, 1280), (2, 360)] {
        page.run_with(
            "document.documentElement.dataset.theme = arguments[0]",
            &[json!(["", "light", "dark"][theme])],
        )
        .await;
        page.resize(width, 900).await;
        for (rule, place) in violations(page).await {
            let places = all.entry(rule).or_default();
            let seen = format!("{state}, theme {theme}, {width}");
            places.entry(place).or_default().push(seen);
        }
    }
}

#[test]
fn axe_finds_nothing_in_any_preset() {
    in_browser(async |page| {
        page.open("/").await;
        page.run(&checker()).await;
        let mut all = BTreeMap::new();
        for (preset, name) in [(1, "Golden Dragon"), (2, "industries"), (3, "blank")] {
            page.pick("preset", preset).await;
            page.run("for (const fold of document.querySelectorAll('details')) fold.open = true")
                .await;
            check(page, name, &mut all).await;
        }
        // Where nothing is given, every unknown is asked for in vain.
        for unknown in [
            "what-if.growth.solve",
            "why.a.growth.solve",
            "catching-up.time.solve",
            "scale.capex.a.solve",
            "claim.end.solve",
        ] {
            page.click(unknown).await;
        }
        check(page, "blank, unsolved", &mut all).await;
        assert!(all.is_empty(), "{}", told(&all));
    });
}

#[test]
fn axe_finds_nothing_where_texts_are_refused_and_quantities_solved() {
    in_browser(async |page| {
        page.open("/").await;
        page.run(&checker()).await;
        let mut all = BTreeMap::new();
        for (field, text) in [
            ("claim.change", "abc"),
            ("sectors.0.a", "5%"),
            ("sectors.1.weight", "-1"),
            ("why.a.growth", "12 years"),
            ("past.a.change", "1.2.3"),
            ("what-if.years", "200"),
            ("what-if.from", "soon"),
            ("catalysts.0.date", "15/7/2026"),
            ("scale.share", "150%"),
            ("catching-up.now", "x"),
        ] {
            page.set(field, text).await;
            let message = page.says(&format!("{field}.message")).await;
            assert_ne!(message, "", "{field} took {text}");
        }
        check(page, "refused", &mut all).await;
        page.click("reset").await;
        for unknown in [
            "what-if.growth.solve",
            "why.a.growth.solve",
            "catching-up.time.solve",
            "scale.capex.a.solve",
        ] {
            page.click(unknown).await;
        }
        page.click("what-if.keep").await;
        page.set("what-if.annual", "30").await;
        page.click("sectors.paste").await;
        check(page, "solved, kept, an empty dialog", &mut all).await;
        page.run(
            "const field = document.getElementById('paste.text');
             field.value = 'Chips;1.234;5%;-1' + String.fromCharCode(10) + ';abc;2';
             field.dispatchEvent(new Event('input', { bubbles: true }));",
        )
        .await;
        page.until(
            "the faults are shown",
            "return document.querySelectorAll('#paste .preview mark').length > 0",
        )
        .await;
        check(page, "a dialog with faults and a question", &mut all).await;
        page.click("paste.cancel").await;
        page.run("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
            .await;
        page.click("past.inputs.copy").await;
        page.until(
            "the text stands there",
            "return document.getElementById('past.inputs.copy.text')",
        )
        .await;
        check(page, "a copy by hand", &mut all).await;
        assert!(all.is_empty(), "{}", told(&all));
    });
}

/// What can have the focus, and is not seen to have it: no outline of its own or
/// of what stands for it, or covered by something else.
const FOCUS: &str = "
    const wanted = 'a[href], button, input, select, textarea, summary, [tabindex]';
    const unseen = [];
    let count = 0;
    for (const one of document.querySelectorAll(wanted)) {
        if (one.disabled || !one.getClientRects().length || one.closest('dialog:not([open])')) continue;
        // The first line of what is folded is there, unless it is folded away itself.
        const within = one.matches('summary') ? one.parentElement.parentElement : one;
        if (within.closest('details:not([open])')) continue;
        one.focus({ preventScroll: true });
        if (document.activeElement !== one) { unseen.push(`${one.id || one.textContent.slice(0, 30)}: takes no focus`); continue; }
        count += 1;
        one.scrollIntoView({ block: 'nearest', behavior: 'instant' });
        const ringed = [one, one.nextElementSibling, one.parentElement, one.querySelector('.cursor')].some((each) => {
            if (!each) return false;
            const style = getComputedStyle(each);
            return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
                || each.matches('.cursor') && style.visibility === 'visible';
        });
        if (!ringed) unseen.push(`${one.id || one.outerHTML.slice(0, 60)}: no ring`);
        const box = one.getBoundingClientRect();
        const at = document.elementFromPoint(
            Math.min(Math.max(box.x + box.width / 2, 1), innerWidth - 1),
            Math.min(Math.max(box.y + box.height / 2, 1), innerHeight - 1));
        const fixed = at?.closest('.notices, dialog');
        if (fixed && !fixed.contains(one)) unseen.push(`${one.id}: covered`);
    }
    return [unseen, count];
";

#[test]
fn what_has_the_focus_is_seen_to_have_it() {
    in_browser(async |page| {
        page.open("/").await;
        page.press(&[crate::harness::key::TAB]).await;
        for width in [1280, 360] {
            page.resize(width, 900).await;
            let told = page.run(FOCUS).await;
            assert_eq!(told[0], json!([]), "{width}");
            assert!(told[1].as_u64() > Some(150), "{}", told[1]);
        }
    });
}

#[test]
fn axe_would_find_something() {
    in_browser(async |page| {
        page.open("/").await;
        page.run(&checker()).await;
        page.run("document.querySelector('label[for=preset]').remove()")
            .await;
        let found = violations(page).await;
        assert!(
            found
                .iter()
                .any(|(rule, _)| rule.starts_with("select-name")),
            "{found:?}"
        );
    });
}

/// The drawn texts and marks that stand out too little from what they stand on:
/// the paper, and in the heat map the bands too.
const DRAWN: &str = "
    const paint = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const luminance = (colour) => {
        paint.fillStyle = colour;
        paint.fillRect(0, 0, 1, 1);
        const [red, green, blue] = [...paint.getImageData(0, 0, 1, 1).data].map((part) => {
            const share = part / 255;
            return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const contrast = (one, other) => {
        const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
        return (light + 0.05) / (dark + 0.05);
    };
    const paper = getComputedStyle(document.documentElement).backgroundColor;
    const fills = (selector) => [...document.querySelectorAll(selector)]
        .filter((mark) => mark.getBoundingClientRect().width > 0)
        .map((mark) => [mark, getComputedStyle(mark).fill]);
    const faint = [];
    const bands = fills('[id=\\'what-if.grid\\'] [class^=gain], [id=\\'what-if.grid\\'] [class^=loss]');
    for (const [text, ink] of fills('.drawing text')) {
        const grounds = text.matches('[id=\\'what-if.grid\\'] [aria-hidden]') ? [paper, ...bands.map(([, fill]) => fill)] : [paper];
        const least = Math.min(...grounds.map((ground) => contrast(ink, ground)));
        if (least < 4.5) faint.push(`${text.textContent} in ${text.closest('figure')?.id}: ${least.toFixed(2)}`);
    }
    return [faint, fills('.drawing text').length, bands.length];
";

#[test]
fn what_is_drawn_can_be_read() {
    in_browser(async |page| {
        page.open("/").await;
        for theme in [1, 2] {
            page.pick("theme", theme).await;
            for colours in [0, 1, 2] {
                page.pick("colours", colours).await;
                let told = page.run(DRAWN).await;
                assert_eq!(told[0], json!([]), "theme {theme}, colours {colours}");
                assert!(told[1].as_u64() > Some(200) && told[2].as_u64() > Some(3));
            }
        }
    });
}
