//! How an embed looks: in the host's colours as far as they can be read, at any
//! width, and accessible.

use std::env;
use std::fs;
use std::path::PathBuf;

use rerate::workbook::Section;
use serde_json::{Value, json};

use crate::accessibility::{checker, violations};
use crate::harness::base64::decoded;
use crate::harness::in_browser;

/// Accents as hosts have them, and worse.
const ACCENTS: [&str; 16] = [
    "000000", "ffffff", "808080", "ff0000", "00ff00", "0000ff", "ffff00", "00ffff", "ff00ff",
    "fff", "c8102e", "0b57d0", "ffe600", "7fff00", "123", "e6e6fa",
];

/// Grounds, of which the lightness is not that of the theme.
const GROUNDS: [&str; 6] = ["", "ffffff", "000000", "808080", "ff0000", "ffe9c7"];

/// The least contrast of the accent and of all inks with the paper.
const CONTRAST: &str = "
    const paint = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const probe = document.body.appendChild(document.createElement('i'));
    const luminance = (name) => {
        probe.style.color = `var(${name})`;
        paint.fillStyle = getComputedStyle(probe).color;
        paint.fillRect(0, 0, 1, 1);
        const [red, green, blue] = [...paint.getImageData(0, 0, 1, 1).data].map((part) => {
            const share = part / 255;
            return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const paper = luminance('--paper');
    const contrasts = ['--accent', '--ink', '--ink-soft', '--alarm'].map((name) => {
        const [dark, light] = [paper, luminance(name)].sort((a, b) => a - b);
        return (light + 0.05) / (dark + 0.05);
    });
    probe.remove();
    return contrasts;";

#[test]
fn every_accent_and_ground_is_brought_to_where_it_can_be_read() {
    in_browser(async |page| {
        for theme in ["light", "dark"] {
            for ground in GROUNDS {
                page.open(&format!(
                    "/embed-claim.html?theme={theme}&accent=c8102e&background={ground}"
                ))
                .await;
                for accent in ACCENTS {
                    page.run_with(
                        "document.documentElement.style.setProperty('--frame-accent', arguments[0])",
                        &[json!(format!("#{accent}"))],
                    )
                    .await;
                    let contrasts = page.run(CONTRAST).await;
                    for (name, contrast) in ["accent", "ink", "soft", "alarm"]
                        .iter()
                        .zip(contrasts.as_array().expect("a list"))
                    {
                        assert!(
                            contrast.as_f64() >= Some(4.5),
                            "{name} {accent} on {ground:?}, {theme}: {contrast}"
                        );
                    }
                }
            }
        }
    });
}

#[test]
fn tokens_that_are_no_tokens_are_let_be() {
    in_browser(async |page| {
        page.open("/embed-claim.html").await;
        let plain = page.run(LOOK).await;
        page.open(
            "/embed-claim.html?theme=pink&accent=red;}&radius=-1&font=Comic&density=9&background=url(x)&lock=%3Cb%3E&view=%22&preset=..",
        )
        .await;
        assert_eq!(page.run(LOOK).await, plain);
        page.open(
            "/embed-claim.html?accent=%230b57d0&radius=8&font=serif&density=compact&background=fff",
        )
        .await;
        let dressed = page.run(LOOK).await;
        for (before, after) in plain
            .as_array()
            .expect("a list")
            .iter()
            .zip(dressed.as_array().expect("a list"))
        {
            assert_ne!(before, after);
        }
    });
}

const LOOK: &str = "
    const root = getComputedStyle(document.documentElement);
    const button = getComputedStyle(document.querySelector('#claim button'));
    return [root.getPropertyValue('--accent'), button.borderTopLeftRadius,
        getComputedStyle(document.body).fontFamily, root.getPropertyValue('--unit'),
        root.getPropertyValue('--paper')];";

#[test]
fn nothing_sticks_out_and_nothing_depends_on_the_window_s_height() {
    in_browser(async |page| {
        for section in Section::ALL {
            let path = format!("/embed-{}.html", section.key());
            for width in [320, 640] {
                page.resize(width, 700).await;
                page.open(&path).await;
                let (wide, high) = size(&page.run(SIZE).await);
                assert!(wide <= width.into(), "{path} is {wide} wide at {width}");
                page.resize(width, 2500).await;
                let (_, higher) = size(&page.run(SIZE).await);
                assert_eq!(high, higher, "{path} at {width}");
            }
        }
    });
}

const SIZE: &str = "const { scrollWidth } = document.documentElement;
    return [scrollWidth, Math.round(document.getElementById('rerate').getBoundingClientRect().height)];";

fn size(told: &Value) -> (u64, u64) {
    let number = |at: usize| told[at].as_u64().unwrap_or_default();
    (number(0), number(1))
}

#[test]
fn axe_finds_nothing_in_an_embed() {
    in_browser(async |page| {
        for section in Section::ALL {
            let key = section.key();
            for (theme, width) in [("light", 320), ("dark", 640)] {
                page.resize(width, 900).await;
                page.open(&format!("/embed-{key}.html?theme={theme}&lock={key}"))
                    .await;
                page.run(
                    "for (const fold of document.querySelectorAll('details')) fold.open = true",
                )
                .await;
                page.run(&checker()).await;
                let found = violations(page).await;
                assert!(found.is_empty(), "{key} {theme} {width}: {found:#?}");
            }
        }
        page.resize(1280, 900).await;
        page.go("/demo.html").await;
        page.until(
            "the demo is loaded",
            "return document.readyState === 'complete'",
        )
        .await;
        page.run(&checker()).await;
        let found = violations(page).await;
        assert!(found.is_empty(), "demo: {found:#?}");
    });
}

#[test]
fn embeds_can_be_photographed() {
    let Some(folder) = env::var_os("RERATE_PICTURES").map(PathBuf::from) else {
        return;
    };
    fs::create_dir_all(&folder).expect("a folder for the pictures");
    in_browser(async |page| {
        let mut views: Vec<(String, String, Vec<u32>)> = Vec::new();
        for section in Section::ALL {
            for theme in ["light", "dark"] {
                let key = section.key();
                for (script, ending) in [("en", ""), ("zh-hans", ".zh-hans")] {
                    let path = format!("/embed-{key}{ending}.html?theme={theme}");
                    let name = format!("embed-{key}-{script}-{theme}");
                    views.push((path, name, vec![320, 700]));
                }
            }
        }
        let locked = "/embed-claim.html?theme=light&lock=claim.change&accent=0b57d0&radius=8";
        views.push((locked.to_owned(), "embed-locked".to_owned(), vec![320, 640]));
        for (path, name, widths) in views {
            for width in widths {
                page.resize(width, 700).await;
                page.open(&path).await;
                let file = folder.join(format!("{name}-{width}.png"));
                fs::write(file, decoded(&page.picture().await)).expect("a picture is written");
            }
        }
        let linked = "/embed-claim.html?theme=light#claim.change=much";
        page.resize(320, 700).await;
        page.open(linked).await;
        let file = folder.join("embed-fault-320.png");
        fs::write(file, decoded(&page.picture().await)).expect("a picture is written");
        for (width, theme) in [360, 768, 1280]
            .map(|width| [(width, 1), (width, 2)])
            .as_flattened()
        {
            for path in ["/?lang=en", "/zh-hans.html?lang=zh-Hans"] {
                page.resize(*width, 900).await;
                page.open(path).await;
                page.pick("theme", *theme).await;
                page.click("embed.open").await;
                page.until(
                    "the preview is there",
                    "const inside = document.getElementById('embed.frame')?.contentDocument;
                    return inside?.getElementById('full') && inside.querySelector('#rerate :is([inert], [aria-busy])') === null",
                )
                .await;
                // A tall window shows the whole of the dialog.
                let script = if path.contains("zh") { "zh-hans" } else { "en" };
                for (height, part) in [(900, "top"), (2400, "whole")] {
                    page.resize(*width, height).await;
                    let view = page.devtools("Page.captureScreenshot", json!({})).await;
                    let file =
                        folder.join(format!("embed-dialog-{script}-{width}-{theme}-{part}.png"));
                    let view = view["data"].as_str().expect("a picture");
                    fs::write(file, decoded(view)).expect("a picture is written");
                }
            }
        }
        for width in [360, 1280] {
            page.resize(width, 900).await;
            page.go("/demo.html").await;
            page.run("document.querySelector('rerate-calculator').scrollIntoView()")
                .await;
            page.until(
                "the element is ready",
                "return document.querySelector('rerate-calculator').shadowRoot?.querySelector('iframe.ready') != null",
            )
            .await;
            page.run("scrollTo(0, 0)").await;
            let file = folder.join(format!("embed-demo-{width}.png"));
            fs::write(file, decoded(&page.picture().await)).expect("a picture is written");
        }
    });
}
