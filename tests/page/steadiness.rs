//! The page stands still while it loads, and fits the screen that it is on.

use serde_json::json;

use crate::harness::browser::{Browser, in_every_engine};
use crate::harness::host::{Files, Host, release};
use crate::harness::{Page, in_browser, in_this};

/// The three documents.
const DOCUMENTS: [&str; 3] = ["index.html", "zh-hans.html", "zh-hant.html"];

/// Has the page laid out anew: WebKit leaves some heights as they were when the
/// window around them is resized.
const LAY_OUT_ANEW: &str = "
    const { style } = document.documentElement;
    style.display = 'none';
    document.body.getBoundingClientRect();
    style.display = '';
";

/// Every element of the page in its order: what it is, what it says and where
/// it stands.
const GEOMETRY: &str = "
    const round = (length) => Math.round(length * 2) / 2;
    // What is drawn, folded or in a dialog is there with the module only, and takes no space.
    const later = '.drawing *, dialog, dialog *, details > :not(summary), details > :not(summary) *, .address';
    return [...document.querySelectorAll(`#rerate *:not(${later})`)].map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        const text = [...element.childNodes]
            .filter((node) => node.nodeType === Node.TEXT_NODE)
            .map((node) => node.data).join('').replace(/\\s+/g, ' ').trim();
        // A text stands for a field until the module is there.
        const standsIn = element.localName === 'i';
        const picked = element.classList.contains('picked');
        const value = element.matches('.option > :first-child') ? String(element.checked ?? picked)
            : standsIn ? text
            : element.matches('input, select') ? element.value : '';
        return [
            // The parts of fields, rows and charts have their names with the module only.
            standsIn ? 'input' : element.localName, element.id.split('.').length > 2 ? '' : element.id,
            picked ? '' : [...element.classList].join(' '), standsIn ? '' : text, value,
            [x + scrollX, y + scrollY, width, height].map(round).join(' '),
        ].join(' | ');
    });
";

/// What makes the document wider than the screen: what stands out to the right,
/// but for what a box of its own scrolls.
const WIDE: &str = "
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return null;
    const scrolls = (box) => box !== document.documentElement && getComputedStyle(box).overflowX !== 'visible';
    const scrolled = (one) => {
        // What is placed by an ancestor outside the box is not scrolled with it.
        for (let box = one; box; ) {
            box = getComputedStyle(box).position === 'absolute' ? box.offsetParent : box.parentElement;
            if (box && scrolls(box)) return true;
        }
        return false;
    };
    const wide = [...document.querySelectorAll('body *')]
        .filter((one) => one.getBoundingClientRect().right > clientWidth + 0.5 && !scrolled(one))
        .map((one) => `${one.localName}#${one.id}.${one.className} in ${one.parentElement.id || one.parentElement.className}`);
    return { scrollWidth, clientWidth, wide: wide.slice(0, 12) };
";

async fn lines(page: &Page, script: &str) -> Vec<String> {
    serde_json::from_value(page.run(script).await).expect("lines")
}

#[test]
fn nothing_shifts_while_the_page_loads() {
    in_browser(async |page| {
        for path in DOCUMENTS {
            for width in [360, 768, 1280] {
                page.resize(width, 900).await;
                page.open(&["/", path].concat()).await;
                // A shift is told of after the frame in which it happened.
                page.await_with(
                    "await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))",
                    &[],
                )
                .await;
                let shifts = page.run("return seen.shifts").await;
                assert_eq!(shifts, json!([]), "{path} at {width} px");
            }
        }
    });
}

#[test]
fn a_shift_would_be_seen() {
    in_browser(async |page| {
        page.open("/").await;
        page.run(
            "const above = document.createElement('p');
            above.textContent = 'above';
            document.body.prepend(above);",
        )
        .await;
        page.until("the shift is seen", "return seen.shifts.length > 0")
            .await;
    });
}

/// Takes the document back from its end to the first section, as if so much of
/// it had arrived, and tells what stands elsewhere than in the whole document:
/// of what is on the screen and complete. What stands above, with its buttons,
/// arrives at once.
const ARRIVING: &str = "
    const place = (element) => {
        const { x, y, width } = element.getBoundingClientRect();
        return [x, y, width];
    };
    const seen = [...document.querySelectorAll('#rerate *')]
        .map((element) => ({ element, whole: place(element) }))
        .filter(({ whole: [, y, width] }) => y < innerHeight && width > 0);
    const nodes = [];
    const walk = document.createTreeWalker(document.body);
    while (walk.nextNode()) nodes.push(walk.currentNode);
    const faults = [];
    let steps = 0;
    for (const last of nodes.reverse()) {
        const open = last.parentElement;
        const is_piece = last instanceof Element && last.matches('.section, .section :is(tr, p, li, label, div, fieldset, header, table)');
        last.remove();
        if (!is_piece) continue;
        steps += 1;
        for (const { element, whole } of seen) {
            if (!element.isConnected || element.contains(open)) continue;
            const now = place(element);
            if (now.some((length, at) => Math.abs(length - whole[at]) >= 1)) {
                faults.push([element.localName, element.id, element.className,
                    element.textContent.slice(0, 30), whole, 'before', last.localName, last.className, now].join(' '));
            }
        }
    }
    return { steps, faults: faults.slice(0, 12) };
";

/// A browser paints what has arrived: what comes after moves nothing of it.
#[test]
fn nothing_shifts_while_the_document_arrives() {
    let still = Host::start("/");
    still.put(prepared());
    in_browser(async |page| {
        for document in DOCUMENTS {
            for width in [360, 768, 1280] {
                page.resize(width, 900).await;
                page.go_to(&[&still.address, document].concat()).await;
                let arriving = page.run(ARRIVING).await;
                assert_eq!(arriving["faults"], json!([]), "{document} at {width} px");
                assert!(arriving["steps"].as_u64() > Some(100), "{arriving}");
            }
        }
    });
}

in_every_engine!(the_mounted_page_equals_the_prepared_one);

/// The release, in which the documents never start: they stay as prepared.
fn prepared() -> Files {
    let mut files = release();
    for document in DOCUMENTS {
        let html = String::from_utf8_lossy(&files[document]).into_owned();
        let (head, rest) = html.split_once("<script").expect("a script");
        let (_, tail) = rest.split_once("</script>").expect("a script's end");
        files.insert(document.to_owned(), [head, tail].concat().into_bytes());
    }
    files
}

fn the_mounted_page_equals_the_prepared_one(browser: &'static Browser) {
    let still = Host::start("/");
    still.put(prepared());
    in_this(browser, async |page| {
        for document in DOCUMENTS {
            let mut both = Vec::new();
            for is_prepared in [true, false] {
                if is_prepared {
                    page.go_to(&[&still.address, document].concat()).await;
                } else {
                    page.open(&["/", document].concat()).await;
                }
                page.lay_out_all().await;
                let mut seen = Vec::new();
                for width in [360, 768, 1280] {
                    page.resize(width, 900).await;
                    page.run(LAY_OUT_ANEW).await;
                    seen.push((width, lines(page, GEOMETRY).await));
                }
                both.push(seen);
            }
            for ((width, prepared), (_, mounted)) in both[0].iter().zip(&both[1]) {
                let at = prepared
                    .iter()
                    .zip(mounted)
                    .position(|(prepared, mounted)| prepared != mounted);
                if let Some(at) = at {
                    panic!(
                        "{document} at {width} px, element {at}:\nprepared {}\nmounted  {}",
                        prepared[at], mounted[at]
                    );
                }
                assert_eq!(prepared.len(), mounted.len(), "{document} at {width} px");
                assert!(prepared.len() > 500, "{} elements", prepared.len());
            }
        }
    });
}

#[test]
fn the_page_never_scrolls_sideways() {
    in_browser(async |page| {
        let mut faults = Vec::new();
        for path in DOCUMENTS {
            page.open(&["/", path].concat()).await;
            page.lay_out_all().await;
            page.run("for (const fold of document.querySelectorAll('details')) fold.open = true")
                .await;
            for width in [320, 360, 768, 1280] {
                page.resize(width, 900).await;
                let wide = page.run(WIDE).await;
                if !wide.is_null() {
                    faults.push(format!("{path} at {width} px: {wide}"));
                }
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    });
}

#[test]
fn a_section_is_gone_to_at_the_first_try() {
    in_browser(async |page| {
        for width in [360, 1280] {
            for section in ["catching-up", "what-if"] {
                page.resize(width, 900).await;
                page.open("/").await;
                page.click_on(&format!(".contents a[href='#{section}']"))
                    .await;
                let there = format!(
                    "const {{ top }} = document.getElementById('{section}').getBoundingClientRect();
                     return Math.abs(top) <= 40"
                );
                page.until("its head is at the top", &there).await;
            }
        }
    });
}
