//! The page without a pointer.

use serde_json::json;

use crate::harness::{Page, key, on_page};

/// Presses Tab until an element has the focus.
async fn tab_to(page: &Page, id: &str) {
    for _ in 0..300 {
        if page.focused().await == id {
            return;
        }
        page.press(&[key::TAB]).await;
    }
    panic!("{id} is not reached with Tab");
}

#[test]
fn tab_reaches_every_control_once_and_in_order() {
    on_page("/", async |page| {
        let count = page
            .run(
                "const order = [...document.querySelectorAll(
                    'a[href], button, input, select, textarea, summary, [tabindex=\"0\"]')]
                    .filter((one) => !one.disabled && one.tabIndex >= 0
                        && one.checkVisibility({ visibilityProperty: true })
                        && (one.type !== 'radio' || one.checked));
                const name = (one) => one.id || one.textContent.trim() || one.name;
                globalThis.expected = order.map(name);
                globalThis.visited = [];
                globalThis.unmarked = [];
                addEventListener('focusin', ({ target }) => {
                    visited.push(name(target));
                    const { outlineStyle, boxShadow } = getComputedStyle(target);
                    if (outlineStyle === 'none' && boxShadow === 'none') unmarked.push(name(target));
                });
                return order.length",
            )
            .await
            .as_u64()
            .expect("a count");
        assert!(count > 80, "{count} controls");
        for _ in 0..count {
            page.press(&[key::TAB]).await;
        }
        let both = page.run("return [visited, expected, unmarked]").await;
        assert_eq!(both[0], both[1]);
        assert_eq!(both[2], json!([]), "the focus is not to be seen");

        // And back again.
        page.run("visited.length = 0").await;
        for _ in 1..count {
            page.press(&[key::SHIFT, key::TAB]).await;
        }
        page.until(
            "Shift and Tab go the same way back",
            "return visited.join() === expected.slice(0, -1).reverse().join()",
        )
        .await;
    });
}

#[test]
fn the_first_tab_offers_to_skip_to_the_figures() {
    on_page("/", async |page| {
        page.press(&[key::TAB]).await;
        let script = "
            const { top, left, width, height } = document.activeElement.getBoundingClientRect();
            const seen = document.elementFromPoint(left + width / 2, top + height / 2);
            return [document.activeElement.className, seen === document.activeElement]";
        assert_eq!(page.run(script).await, json!(["skip", true]));
        page.press(&[key::ENTER]).await;
        page.until(
            "the address names the section",
            "return location.hash === '#claim'",
        )
        .await;
        page.press(&[key::TAB]).await;
        let script = "return document.activeElement.closest('section')?.id ?? null";
        assert_eq!(page.run(script).await, json!("claim"));
    });
}

#[test]
fn a_whole_task_is_done_by_key() {
    on_page("/", async |page| {
        // Rename a market: Tab selects the text that stands there.
        tab_to(page, "market.a").await;
        page.type_on("Ours").await;
        page.until(
            "the answer names it",
            "return document.getElementById('sectors.answer').textContent.startsWith('Ours ')",
        )
        .await;
        // Change a multiple.
        tab_to(page, "sectors.0.a").await;
        page.type_on("13").await;
        page.press(&[key::UP]).await;
        page.until_says("sectors.0.a", "14").await;
        // State a direction, from a list.
        tab_to(page, "sectors.0.stated").await;
        page.press(&[key::DOWN]).await;
        page.until_says("sectors.0.stated", "premium").await;
        // Choose a way to split.
        page.run("document.getElementById('past.method').scrollIntoView()")
            .await;
        for _ in 0..300 {
            page.press(&[key::TAB]).await;
            let on_it = "return document.activeElement.name === 'past.method'";
            if page.run(on_it).await == json!(true) {
                break;
            }
        }
        page.press(&[key::DOWN]).await;
        page.until(
            "the next way is chosen",
            "return [...document.querySelectorAll('[name=\"past.method\"]')].findIndex((one) => one.checked) === 1",
        )
        .await;
        // Mark an unknown and see it solved.
        tab_to(page, "what-if.closure.solve").await;
        page.press(&[' ']).await;
        page.until(
            "it is marked",
            "return document.getElementById('what-if.closure.solve').ariaPressed === 'true'",
        )
        .await;
        assert_eq!(page.focused().await, "what-if.closure.solve");
        let answer = page.says("what-if.answer").await;
        assert!(answer.contains("Ours"), "{answer}");
        // Unfold a method.
        for _ in 0..300 {
            page.press(&[key::TAB]).await;
            if page.focused().await == "summary" {
                break;
            }
        }
        page.press(&[key::ENTER]).await;
        page.until(
            "the method is unfolded",
            "return document.querySelector('#what-if details').open",
        )
        .await;
    });
}

#[test]
fn a_row_is_moved_twice_by_pressing_twice() {
    on_page("/", async |page| {
        let place = "return [...document.querySelectorAll('.sectors tbody tr')].findIndex((row) => row.id === 'sectors.3')";
        assert_eq!(page.run(place).await, json!(3));
        for (button, places) in [("sectors.3.raise", [2, 1]), ("sectors.3.lower", [2, 3])] {
            page.run_with(
                "document.getElementById(arguments[0]).focus()",
                &[json!(button)],
            )
            .await;
            for expected in places {
                page.press(&[key::ENTER]).await;
                page.until(
                    &format!("the row is at {expected}"),
                    &format!("{place} === {expected}"),
                )
                .await;
                assert_eq!(page.focused().await, button);
            }
        }
    });
}

#[test]
fn enter_puts_a_field_in_order_and_stays_in_it() {
    on_page("/", async |page| {
        page.type_into("claim.change", "0.8 tn").await;
        page.press(&[key::ENTER]).await;
        page.until_says("claim.change", "0.8tn").await;
        assert_eq!(page.focused().await, "claim.change");
        page.type_on("x").await;
        page.until_says("claim.change", "0.8tnx").await;
        page.press(&[key::BACKSPACE]).await;
        page.until_says("claim.change", "0.8tn").await;
        assert_eq!(page.attribute("claim.change", "aria-invalid").await, None);
    });
}
