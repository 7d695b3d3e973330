//! The dialog that makes an embed.

use std::fs;

use rerate::exchange::embed::Embed;
use rerate::text::{Language, Phrase};
use rerate::workbook::Section;
use serde_json::json;

use crate::harness::host::release;
use crate::harness::{Page, in_browser, on_page};
use crate::one_file::on_disk;

const ENGLISH: Language = Language::English;

fn embed(page: &Page, sections: &[Section]) -> Embed {
    Embed {
        base: [page.site.address.as_str(), "/"].concat(),
        sections: sections.to_vec(),
        language: ENGLISH,
        theme: None,
        preset: None,
        locked: false,
        width: None,
        state: String::new(),
    }
}

/// Waits until the preview shows these sections and no others.
async fn preview_shows(page: &Page, sections: &[Section]) {
    let keys: Vec<&str> = sections.iter().map(|section| section.key()).collect();
    let script = "const inside = document.getElementById('embed.frame')?.contentDocument;
        if (!inside?.getElementById('full') || inside.querySelector('#rerate :is([inert], [aria-busy])')) return false;
        const seen = [...inside.querySelectorAll('section.section')]
            .filter((section) => section.getBoundingClientRect().height > 0).map(({ id }) => id);
        return seen.join() === 'WANTED'";
    page.until(
        "the preview shows what is picked",
        &script.replace("WANTED", &keys.join(",")),
    )
    .await;
}

#[test]
fn the_dialog_makes_what_is_picked_in_it() {
    on_page("/", async |page| {
        page.click("embed.open").await;
        let sectors = embed(page, &[Section::Sectors]);
        let title = [ENGLISH.section(Section::Sectors), " · Rerate"].concat();
        preview_shows(page, &[Section::Sectors]).await;
        page.until_says("embed.frame.text", &sectors.frame(&title))
            .await;
        page.until_says("embed.listener.text", &sectors.frame_with_listener(&title))
            .await;
        page.until_says("embed.element.text", &sectors.element(&title))
            .await;

        page.click_on("label:has([id='embed.claim'])").await;
        page.pick("embed.theme", 2).await;
        page.pick("embed.width", 1).await;
        page.click_on("label:has([id='embed.locked'])").await;
        let both = Embed {
            theme: Some("dark"),
            width: Some(320),
            locked: true,
            ..embed(page, &[Section::Claim, Section::Sectors])
        };
        preview_shows(page, &both.sections).await;
        let title = [ENGLISH.section(Section::Claim), " · ", &title].concat();
        page.until_says("embed.frame.text", &both.frame(&title))
            .await;
        assert_eq!(
            page.attribute("embed.frame", "width").await.as_deref(),
            Some("320")
        );
        page.pick("embed.language", 1).await;
        page.until(
            "the preview is in the other language",
            "return document.getElementById('embed.frame').contentDocument.documentElement.lang === 'zh-Hans'",
        )
        .await;

        page.run(
            "window.copied = [];
            Object.defineProperty(navigator, 'clipboard', { configurable: true, value: {
                async writeText(text) { copied.push(text); } } });",
        )
        .await;
        for name in ["frame", "listener", "element"] {
            page.click(&format!("embed.{name}.copy")).await;
        }
        page.until("all three are copied", "return copied.length === 3")
            .await;
        let copied = page.run("return copied").await;
        for (copied, start) in copied.as_array().expect("a list").iter().zip([
            "<iframe title=",
            "<iframe title=",
            "<script async",
        ]) {
            assert!(copied.as_str().expect("a text").starts_with(start));
        }
        page.click("embed.close").await;
        page.until(
            "the preview is taken away",
            "return document.getElementById('embed.frame') === null",
        )
        .await;
        assert_eq!(page.focused().await, "embed.open");
    });
}

/// Waits until the preview has a figure in the field of a claim's change.
async fn preview_has(page: &Page, change: &str) {
    let script = "const inside = document.getElementById('embed.frame')?.contentDocument;
        return inside?.getElementById('full') && inside.getElementById('claim.change')?.value === 'WANTED'";
    page.until(
        "the preview has the reader's figures",
        &script.replace("WANTED", change),
    )
    .await;
}

#[test]
fn the_reader_s_figures_go_into_the_embed() {
    on_page("/", async |page| {
        page.set("claim.change", "800bn").await;
        page.click("embed.open").await;
        preview_has(page, "800bn").await;
        let embed = Embed {
            state: "claim.change=800bn".to_owned(),
            ..embed(page, &[Section::Sectors])
        };
        let title = [ENGLISH.section(Section::Sectors), " · Rerate"].concat();
        page.until_says("embed.frame.text", &embed.frame(&title))
            .await;
        page.until_says("embed.element.text", &embed.element(&title))
            .await;
        page.click("embed.close").await;
        // More than can be read is packed.
        page.click_on("input[name='what-if.rule']:not(:checked)")
            .await;
        page.click("embed.open").await;
        preview_has(page, "800bn").await;
        let snippet = page.says("embed.frame.text").await;
        assert!(snippet.contains("embed-sectors.html#w=1."), "{snippet}");
        assert!(snippet.len() < 1_000, "{}", snippet.len());
        page.click("embed.close").await;
    });
}

#[test]
fn what_is_picked_is_no_step_back() {
    on_page("/", async |page| {
        page.click("embed.open").await;
        preview_shows(page, &[Section::Sectors]).await;
        let before = page.run("return history.length").await;
        page.pick("embed.theme", 2).await;
        page.click_on("label:has([id='embed.claim'])").await;
        preview_shows(page, &[Section::Claim, Section::Sectors]).await;
        assert_eq!(page.run("return history.length").await, before);
        page.click("embed.close").await;
    });
}

#[test]
fn the_one_file_has_nothing_to_embed() {
    let (path, address) = on_disk("embed.html", &release()["rerate.html"]);
    in_browser(async |page| {
        page.go_to(&address).await;
        page.is_ready().await;
        let seen = page
            .run(
                "const height = (id) => document.getElementById(id).getBoundingClientRect().height;
                return [height('print') > 0, height('embed.open')];",
            )
            .await;
        assert_eq!(seen, json!([true, 0]));
    });
    // What stays of it harms nobody.
    let _ = fs::remove_file(path);
}

#[test]
fn the_dialog_speaks_every_language() {
    for (path, language) in [
        ("/zh-hans.html", Language::SimplifiedChinese),
        ("/zh-hant.html", Language::TraditionalChinese),
    ] {
        on_page(path, async |page| {
            assert_eq!(
                page.says("embed.open").await,
                language.phrase(Phrase::Embed)
            );
            page.click("embed.open").await;
            page.until(
                "the preview speaks the page's language",
                &format!(
                    "return document.getElementById('embed.frame')?.contentDocument?.documentElement.lang === '{}'",
                    language.tag()
                ),
            )
            .await;
        });
    }
}
