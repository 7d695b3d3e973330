//! Steps back and forward, resets, and whose figure stands in a field.

use crate::harness::{Page, key, on_page};

async fn is_disabled(page: &Page, id: &str) -> bool {
    page.attribute(id, "disabled").await.is_some()
}

#[test]
fn undo_and_redo_by_button() {
    on_page("/", async |page| {
        assert!(is_disabled(page, "undo").await && is_disabled(page, "redo").await);
        let start = page.state().await;
        page.set("claim.change", "800bn").await;
        page.set("what-if.growth", "20").await;
        let end = page.state().await;

        page.click("undo").await;
        page.until_says("what-if.growth", "15").await;
        assert_eq!(page.says("claim.change").await, "800bn");
        page.click("undo").await;
        page.until_says("claim.change", "732bn").await;
        page.comes_back_to(&start).await;
        assert!(is_disabled(page, "undo").await);

        page.click("redo").await;
        page.click("redo").await;
        page.until_says("what-if.growth", "20").await;
        page.comes_back_to(&end).await;
        assert!(is_disabled(page, "redo").await);
    });
}

#[test]
fn undo_and_redo_by_key_within_the_field_and_outside() {
    on_page("/", async |page| {
        // All that is typed into one field is one step.
        page.type_into("claim.change", "8").await;
        page.type_on("00bn").await;
        page.press(&[key::CONTROL, 'z']).await;
        page.until_says("claim.change", "732bn").await;
        page.press(&[key::CONTROL, key::SHIFT, 'z']).await;
        page.until_says("claim.change", "800bn").await;
        page.leave().await;
        page.until_says("claim.change", "800bn").await;
        page.press(&[key::CONTROL, 'z']).await;
        page.until_says("claim.change", "732bn").await;
        page.press(&[key::CONTROL, 'y']).await;
        page.until_says("claim.change", "800bn").await;
    });
}

#[test]
fn what_is_typed_into_two_fields_is_two_steps() {
    on_page("/", async |page| {
        page.set("sectors.0.a", "20").await;
        page.set("sectors.0.b", "40").await;
        page.set("sectors.0.a", "30").await;
        for (a, b) in [("20", "40"), ("20", "26.83"), ("16.1", "26.83")] {
            page.click("undo").await;
            page.until_says("sectors.0.a", a).await;
            let shown = page.says("sectors.0.b").await;
            assert!(
                shown.starts_with(&b[..4.min(b.len())]),
                "{shown} is not {b}"
            );
        }
        assert!(is_disabled(page, "undo").await);
    });
}

#[test]
fn a_figure_is_the_sources_or_the_readers_and_is_reset_by_itself() {
    on_page("/", async |page| {
        let start = page.state().await;
        let source = start.of("claim.change.origin").to_owned();
        assert!(source.contains("Mitrade"), "{source}");
        assert!(start.of("what-if.growth.origin").contains("example"));

        page.set("what-if.growth", "20").await;
        page.set("claim.change", "800bn").await;
        let origin = page.says("claim.change.origin").await;
        assert!(origin.starts_with("yours"), "{origin}");
        assert!(!origin.contains("Mitrade"), "{origin}");

        page.click_on("[id='claim.change.origin'] .reset").await;
        page.until_says("claim.change", "732bn").await;
        assert_eq!(page.state().await.of("claim.change.origin"), source);
        // The other field's figure is no part of it.
        assert_eq!(page.says("what-if.growth").await, "20");
        page.click_on("[id='what-if.growth.origin'] .reset").await;
        page.until_says("what-if.growth", "15").await;
        page.comes_back_to(&start).await;
    });
}

#[test]
fn typing_the_presets_own_figure_gives_it_back_its_source() {
    on_page("/", async |page| {
        let start = page.state().await;
        page.set("claim.change", "800bn").await;
        page.set("claim.change", "732bn").await;
        page.comes_back_to(&start).await;
    });
}

#[test]
fn a_section_is_reset_by_itself() {
    on_page("/", async |page| {
        let start = page.state().await;
        assert!(
            page.run("return document.querySelector('#sectors .section-head button').disabled")
                .await
                == true
        );
        page.set("claim.change", "800bn").await;
        page.set("sectors.0.a", "20").await;
        page.click("sectors.3.remove").await;
        page.click("sectors.add").await;
        page.click_on("#sectors .section-head button").await;
        page.until_says("sectors.0.a", "16.1").await;
        let changed = page.state().await.changed_since(&start);
        assert!(
            changed.iter().all(|id| id.starts_with("claim")),
            "{changed:?}"
        );
        page.click("undo").await;
        page.until_says("sectors.0.a", "20").await;
    });
}

#[test]
fn all_is_reset_at_once_and_can_be_undone() {
    on_page("/", async |page| {
        let start = page.state().await;
        page.set("claim.change", "800bn").await;
        page.set("market.a", "Ours").await;
        page.set("past.b.change", "50").await;
        page.click("sectors.0.remove").await;
        let edited = page.state().await;
        page.click("reset").await;
        page.until_says("market.a", "China").await;
        page.comes_back_to(&start).await;
        page.click("undo").await;
        page.until_says("market.a", "Ours").await;
        page.comes_back_to(&edited).await;
    });
}

#[test]
fn undo_and_reset_put_a_bad_text_away() {
    on_page("/", async |page| {
        let start = page.state().await;
        page.set("what-if.growth", "20").await;
        for away in ["undo", "reset"] {
            page.set("claim.change", "800bn").await;
            page.set("claim.change", "nonsense").await;
            assert_ne!(page.says("claim.change.message").await, "");
            page.click(away).await;
            page.until_says("claim.change", "732bn").await;
            assert_eq!(page.says("claim.change.message").await, "", "{away}");
        }
        page.comes_back_to(&start).await;
    });
}
