//! Typing: what it changes, what it leaves alone, and what a field does with a
//! text that it cannot read.

use std::collections::BTreeSet;

use serde_json::json;

use crate::harness::{Page, key, on_page, poll};

/// The elements that change as a text is typed into a field.
async fn changed_by(page: &Page, id: &str, text: &str) -> BTreeSet<String> {
    let before = page.state().await;
    page.type_into(id, text).await;
    page.until_says(id, text).await;
    page.state().await.changed_since(&before)
}

/// Fails unless all of `these` changed and nothing that begins otherwise than
/// with one of `within`.
fn assert_changed(changed: &BTreeSet<String>, these: &[&str], within: &[&str]) {
    for id in these {
        assert!(changed.contains(*id), "{id} stayed; changed: {changed:?}");
    }
    let beyond: Vec<&String> = changed
        .iter()
        .filter(|id| !within.iter().any(|start| id.starts_with(start)))
        .collect();
    assert!(beyond.is_empty(), "changed too: {beyond:?}");
}

#[test]
fn a_claims_figure_changes_what_follows_from_it() {
    on_page("/", async |page| {
        let changed = changed_by(page, "claim.change", "800bn").await;
        assert_changed(
            &changed,
            &[
                "claim.change",
                "claim.change.origin",
                "claim.answer",
                "claim.end.from.change.percent",
                "claim.percent.from.change.end",
                "claim.start.from.change.percent",
            ],
            &["claim"],
        );
        // It does not enter into what the other two imply.
        assert!(!changed.contains("claim.start.from.percent.end"));
        page.until_says("claim.end.from.change.percent", "1,709.1bn")
            .await;
    });
}

#[test]
fn a_sectors_figure_changes_its_row_the_total_and_the_answer() {
    on_page("/", async |page| {
        let changed = changed_by(page, "sectors.0.a", "5").await;
        assert_changed(
            &changed,
            &[
                "sectors.0.a",
                "sectors.0.premium",
                "sectors.0.upside",
                "sectors.0.log-gap",
                "sectors.total.premium",
                "sectors.total.upside",
                "sectors.total.log-gap",
                "sectors.answer",
            ],
            &[
                "sectors.0.",
                "sectors.total.",
                "sectors.chart",
                "sectors.answer",
                "sectors.told",
            ],
        );
        let state = page.state().await;
        assert_eq!(state.of("sectors.0.premium"), "−81.4%");
    });
}

#[test]
fn a_weight_changes_the_total_only() {
    on_page("/", async |page| {
        let changed = changed_by(page, "sectors.1.weight", "3").await;
        assert_changed(
            &changed,
            &["sectors.1.weight", "sectors.total.premium"],
            &["sectors.1.weight", "sectors.total."],
        );
    });
}

#[test]
fn a_past_figure_changes_its_own_markets_parts() {
    on_page("/", async |page| {
        let changed = changed_by(page, "past.a.incremental", "100").await;
        assert_changed(
            &changed,
            &[
                "past.a.incremental",
                "past.a.earnings.change",
                "past.a.rerating.change",
                "past.a.rerating.share",
                "past.answer",
            ],
            // The keys under the bars have no names of their own.
            &["past.a.", "past.answer", "past"],
        );
        let others: Vec<&String> = changed
            .iter()
            .filter(|id| id.starts_with("past.b."))
            .collect();
        assert!(others.is_empty(), "{others:?}");
        // It is the holder's return that is split, and that is a given.
        assert!(!changed.contains("past.a.total"));
    });
}

#[test]
fn an_assumption_changes_the_outlook_only() {
    on_page("/", async |page| {
        let changed = changed_by(page, "what-if.growth", "20").await;
        assert_changed(
            &changed,
            &[
                "what-if.growth",
                "what-if.total",
                "what-if.annual",
                "what-if.answer",
            ],
            &["what-if"],
        );
        assert!(
            !changed.contains("what-if.target"),
            "the exit is the peer's affair"
        );
    });
}

#[test]
fn a_bad_text_is_met_at_its_place_and_the_result_before_it_stays() {
    on_page("/", async |page| {
        let id = "claim.change";
        let before = page.state().await;
        page.type_into(id, "800bn").await;
        page.leave().await;
        let good = page.says("claim.answer").await;
        assert_ne!(good, before.of("claim.answer"));
        page.enter(id).await;

        // Every key of it leaves the field as it was typed.
        for (typed, stands) in [("x", "800bnx"), ("y", "800bnxy"), ("z?", "800bnxyz?")] {
            page.press(&['\u{E010}']).await;
            page.type_on(typed).await;
            page.until_says(id, stands).await;
            assert_eq!(
                page.attribute(id, "aria-invalid").await.as_deref(),
                Some("true")
            );
        }
        assert_ne!(page.says("claim.change.message").await, "");
        assert_eq!(page.says("claim.answer").await, good);

        // Leaving does not take the text away, for the reader to correct it.
        page.leave().await;
        assert_eq!(page.says(id).await, "800bnxyz?");
        assert_ne!(page.says("claim.change.message").await, "");

        page.set(id, "900bn").await;
        assert_eq!(page.attribute(id, "aria-invalid").await, None);
        assert_eq!(page.says("claim.change.message").await, "");
    });
}

#[test]
fn a_figure_beyond_its_limits_is_refused_with_the_limits() {
    on_page("/", async |page| {
        let before = page.state().await;
        page.type_into("what-if.years", "101").await;
        let message = page.says("what-if.years.message").await;
        assert!(message.contains("100"), "{message}");
        // What counts meanwhile is said, for the text in the field does not.
        assert!(message.contains("still use 2 years."), "{message}");
        assert_eq!(
            page.attribute("what-if.years", "aria-invalid")
                .await
                .as_deref(),
            Some("true")
        );
        // "10" was good on the way to "101", and is not what was meant.
        assert_eq!(
            page.says("what-if.answer").await,
            before.of("what-if.answer")
        );
        page.press(&[key::ESCAPE]).await;
        page.comes_back_to(&before).await;
    });
}

#[test]
fn a_field_is_put_in_order_on_leaving_and_not_before() {
    on_page("/", async |page| {
        for (id, typed, in_order) in [
            ("claim.change", "0.75 tn", "0.75tn"),
            ("claim.percent", "88.0 %", "88.0"),
            ("sectors.0.a", "１６．１０ x", "16.10"),
            ("what-if.years", "18 months", "18 months"),
            ("sectors.1.weight", "1,000", "1,000"),
        ] {
            page.enter(id).await;
            let mut so_far = String::new();
            for letter in typed.chars() {
                page.type_on(&letter.to_string()).await;
                so_far.push(letter);
                assert_eq!(
                    page.says(id).await,
                    so_far,
                    "{id} was changed under the cursor"
                );
            }
            page.leave().await;
            page.until_says(id, in_order).await;
        }
    });
}

#[test]
fn escape_brings_back_what_stood_there_on_entering() {
    on_page("/", async |page| {
        let before = page.state().await;
        for typed in ["900bn", "nonsense", ""] {
            page.type_into("claim.change", typed).await;
            page.until_says("claim.change", typed).await;
            page.press(&[key::ESCAPE]).await;
            page.until_says("claim.change", "732bn").await;
            assert_eq!(page.focused().await, "claim.change");
        }
        page.comes_back_to(&before).await;
    });
}

#[test]
fn of_a_text_that_cannot_be_taken_no_beginning_is_taken_either() {
    on_page("/", async |page| {
        let answer = page.says("what-if.answer").await;
        let shown = page.says("what-if.growth").await;
        // −1% and −15% on the way could be.
        page.type_into("what-if.growth", "-150").await;
        page.until_says("what-if.answer", &answer).await;
        let message = page.says("what-if.growth.message").await;
        assert!(message.contains("still use 15%."), "{message}");
        assert_eq!(page.says("what-if.growth").await, "-150");
        page.press(&[key::ESCAPE]).await;
        page.until_says("what-if.growth", &shown).await;
        // What is mended is taken.
        page.type_into("what-if.growth", "2o").await;
        page.until_says("what-if.answer", &answer).await;
        page.type_into("what-if.growth", "20").await;
        page.until_says("what-if.growth.message", "").await;
        assert_ne!(page.says("what-if.answer").await, answer);
    });
}

#[test]
fn a_refused_text_goes_when_its_section_begins_anew() {
    on_page("/", async |page| {
        let refuse = async || {
            page.type_into("what-if.growth", "abc").await;
            page.until(
                "it is refused",
                "return document.getElementById('what-if.growth.message').textContent !== ''",
            )
            .await;
        };
        // Another section's beginning is nothing to it.
        refuse().await;
        page.set("why.years", "8").await;
        page.click_on("#why .section-head button").await;
        page.until_says("why.years", "10").await;
        assert_eq!(page.says("what-if.growth").await, "abc");
        for anew in ["undo", "reset"] {
            page.click(anew).await;
            page.until_says("what-if.growth", "15").await;
            page.until_says("what-if.growth.message", "").await;
            refuse().await;
        }
        // Nor does it stand in the place of a solution.
        page.click("what-if.growth.solve").await;
        page.until_says("what-if.growth.message", "").await;
        assert_ne!(page.says("what-if.growth").await, "abc");
    });
}

#[test]
fn the_focus_stays_with_the_steps_when_none_is_left() {
    on_page("/", async |page| {
        page.type_into("claim.change", "800bn").await;
        page.leave().await;
        for (pressed, other) in [("undo", "redo"), ("redo", "undo")] {
            page.click(pressed).await;
            let focused = format!("return document.activeElement.id === '{other}'");
            page.until("the other has the focus", &focused).await;
        }
    });
}

#[test]
fn a_row_that_is_added_can_be_named_at_once() {
    on_page("/", async |page| {
        for (button, section) in [("sectors.add", "sectors."), ("catalysts.add", "catalysts.")] {
            page.click(button).await;
            let focused = format!(
                "const {{ id }} = document.activeElement; return id.startsWith('{section}') && id.endsWith('.name')"
            );
            page.until("the new row's name has the focus", &focused)
                .await;
        }
    });
}

#[test]
fn escape_in_a_solved_field_leaves_it_solved() {
    on_page("/", async |page| {
        let before = page.state().await;
        for id in ["what-if.annual", "what-if.target", "catching-up.half-life"] {
            let solved = page.says(id).await;
            page.enter(id).await;
            page.press(&[key::ESCAPE]).await;
            assert_eq!(page.focused().await, id);
            page.comes_back_to(&before).await;
            page.type_into(id, "33").await;
            page.until_says(id, "33").await;
            page.press(&[key::ESCAPE]).await;
            page.until_says(id, &solved).await;
            page.comes_back_to(&before).await;
        }
        let undo = page
            .run("return document.getElementById('undo').disabled")
            .await;
        assert_eq!(undo, json!(true), "there is nothing to undo");
    });
}

#[test]
fn what_an_input_method_puts_together_is_no_figure_yet() {
    on_page("/", async |page| {
        let compose = async |text: &str| {
            let length = text.chars().count();
            let composed =
                json!({ "text": text, "selectionStart": length, "selectionEnd": length });
            page.devtools("Input.imeSetComposition", composed).await;
        };
        let before = page.state().await;
        page.enter("claim.change").await;
        page.run("document.activeElement.select()").await;
        for so_far in ["9", "9b", "9bai"] {
            compose(so_far).await;
            page.until_says("claim.change", so_far).await;
            let changed = page.state().await.changed_since(&before);
            assert_eq!(changed, BTreeSet::from(["claim.change".to_owned()]));
        }
        // What is picked from the input method's list takes the letters' place.
        page.devtools("Input.insertText", json!({ "text": "9百亿" }))
            .await;
        page.until_says("claim.change", "9百亿").await;
        page.until_says("claim.start.from.change.percent", "102.3bn")
            .await;
    });
}

#[test]
fn arrows_step_by_the_last_digit_and_shift_by_ten() {
    on_page("/", async |page| {
        for (id, up, ten_up, down) in [
            ("claim.change", "733bn", "743bn", "742bn"),
            ("claim.percent", "89", "99", "98"),
            ("sectors.0.a", "16.2", "17.2", "17.1"),
        ] {
            page.enter(id).await;
            page.press(&[key::UP]).await;
            page.until_says(id, up).await;
            page.press(&[key::SHIFT, key::UP]).await;
            page.until_says(id, ten_up).await;
            page.press(&[key::DOWN]).await;
            page.until_says(id, down).await;
        }
        page.until_says("claim.start.from.change.percent", "757.1bn")
            .await;
    });
}

#[test]
fn an_empty_field_takes_its_figure_out() {
    on_page("/", async |page| {
        page.type_into("claim.end", "").await;
        page.until_says("claim.end", "").await;
        assert_eq!(page.attribute("claim.end", "aria-invalid").await, None);
        // Two figures cannot disagree.
        let answer = page.says("claim.answer").await;
        assert!(answer.contains("1,563.8bn"), "{answer}");
        assert!(!answer.contains("do not agree"), "{answer}");

        page.set("sectors.0.b", "").await;
        page.until_says("sectors.0.premium", "—").await;
        let reason = page.attribute("sectors.0.premium", "title").await;
        assert!(
            reason.is_some_and(|reason| !reason.is_empty()),
            "a dash without a reason"
        );
    });
}

/// Counts what a step does to the document, element by element, and how many
/// elements look as none did before it, or as none does any more.
const COUNT: &str = "
    const root = document.getElementById('rerate');
    const look = () => [...root.querySelectorAll('*')].map((element) => JSON.stringify([
        ...[...element.childNodes].filter((one) => one.nodeType === 3).map((one) => one.data),
        ...[...element.attributes].map((one) => `${one.name}=${one.value}`),
    ]));
    const before = look();
    let done = 0;
    const size = (nodes) => [...nodes].reduce(
        (all, node) => all + 1 + (node.querySelectorAll?.('*').length ?? 0), 0);
    const note = (records) => {
        for (const { type, addedNodes, removedNodes } of records)
            done += type === 'childList' ? Math.max(size(addedNodes), size(removedNodes)) : 1;
    };
    const watch = new MutationObserver(note);
    watch.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
    globalThis.counted = () => {
        note(watch.takeRecords());
        watch.disconnect();
        const after = look();
        const without = (some, others) => {
            const left = new Map();
            for (const one of others) left.set(one, (left.get(one) ?? 0) + 1);
            return some.filter((one) => {
                const count = left.get(one) ?? 0;
                left.set(one, count - 1);
                return count <= 0;
            }).length;
        };
        return { done, least: Math.max(without(after, before), without(before, after)) };
    };";

#[test]
fn a_keystroke_touches_little_more_than_what_it_changes() {
    on_page("/", async |page| {
        for (id, result) in [
            ("sectors.0.a", "sectors.0.premium"),
            ("what-if.growth", "what-if.answer"),
            ("past.a.change", "past.a.total"),
            ("claim.percent", "claim.answer"),
        ] {
            // The first key makes the figure the reader's; the second is counted.
            let start = page.says(result).await;
            page.type_into(id, "1").await;
            let first = changed_from(page, result, &start).await;
            page.run(COUNT).await;
            page.type_on("7").await;
            changed_from(page, result, &first).await;
            let counted = page.run("return counted()").await;
            println!("{id}: {counted}");
            let done = counted["done"].as_u64().expect("a count");
            let least = counted["least"].as_u64().expect("a count");
            assert!(least > 0, "{id}: nothing changed");
            assert!(done <= 2 * least, "{id}: {counted}");
            page.leave().await;
        }
    });
}

/// What an element says once it says something else.
async fn changed_from(page: &Page, id: &str, before: &str) -> String {
    let now = poll(async || {
        let now = page.says(id).await;
        (now != before).then_some(now)
    });
    now.await
        .unwrap_or_else(|| panic!("{id} still says {before}"))
}
