//! Taking tables and inputs along, and bringing others in: copying, pasting,
//! saving, opening, citing.

use rerate::text::{Language, Phrase};
use serde_json::{Value, json};

use crate::harness::{Page, key, on_page};

const ENGLISH: Language = Language::English;

/// Has the clipboard note what is written to it, with every text read out.
async fn note_copies(page: &Page) {
    page.run(
        "window.copied = [];
         Object.defineProperty(navigator, 'clipboard', { configurable: true, value: {
           async write(items) {
             for (const item of items) {
               const form = {};
               for (const type of item.types) form[type] = await (await item.getType(type)).text();
               window.copied.push(form);
             }
           },
           async writeText(text) { window.copied.push({ 'text/plain': text }); },
         } });",
    )
    .await;
}

async fn copied(page: &Page) -> Value {
    page.until("something is copied", "return window.copied.length > 0")
        .await;
    page.run("return window.copied.pop()").await
}

/// Hands a file of this text to the field that opens files.
async fn open_file(page: &Page, name: &str, text: &str) {
    page.run_with(
        "const files = new DataTransfer();
         files.items.add(new File([arguments[1]], arguments[0]));
         const field = document.getElementById('sectors.open');
         field.files = files.files;
         field.dispatchEvent(new Event('change', { bubbles: true }));",
        &[json!(name), json!(text)],
    )
    .await;
}

async fn paste(page: &Page, text: &str) {
    page.run_with(
        "const field = document.getElementById('paste.text');
         field.value = arguments[0];
         field.dispatchEvent(new Event('input', { bubbles: true }));",
        &[json!(text)],
    )
    .await;
}

const IS_OPEN: &str = "return document.getElementById('paste').open";
const IS_CLOSED: &str = "return !document.getElementById('paste').open";

#[test]
fn a_table_is_copied_with_its_numbers_in_full() {
    on_page("/", async |page| {
        note_copies(page).await;
        page.click("sectors.table.copy").await;
        let copied = copied(page).await;
        let text = copied["text/plain"].as_str().expect("a text");
        let rows: Vec<Vec<&str>> = text.lines().map(|row| row.split('\t').collect()).collect();
        assert_eq!(rows[0].len(), 9);
        assert_eq!(rows[1][0], "Cloud service providers");
        assert_eq!(rows[1][2], "16.1");
        let premium: f64 = rows[1][4].parse().expect("a number");
        assert!((premium - (16.1 / 26.83 - 1.0)).abs() < 1e-15, "{premium}");
        let html = copied["text/html"].as_str().expect("HTML");
        assert!(html.starts_with("<table><tr><th>") && html.contains("<td>16.1</td>"));
        page.until(
            "it is told",
            "return document.querySelector('#sectors .copier [role=status]').textContent === 'Copied.'",
        )
        .await;
    });
}

#[test]
fn where_nothing_can_be_copied_the_text_stands_there() {
    on_page("/", async |page| {
        page.run("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
            .await;
        page.click("past.table.copy").await;
        page.until(
            "the text stands there",
            "return document.getElementById('past.table.copy.text')?.value.includes('\\t')",
        )
        .await;
    });
}

#[test]
fn rows_are_pasted_in_one_step() {
    on_page("/", async |page| {
        let before = page.state().await;
        page.click("sectors.paste").await;
        page.until("the dialog is open", IS_OPEN).await;
        paste(page, "<b>Robots</b>\t1.234\t16,1\nToys\t20x\t").await;
        // It can be read in two ways, and is not taken till that is settled.
        page.until(
            "it is asked",
            "return document.querySelectorAll('#paste .options input').length === 2",
        )
        .await;
        page.until(
            "it waits",
            "return document.getElementById('paste.take').disabled",
        )
        .await;
        page.click_on("#paste .options .option:nth-child(2)").await;
        page.until(
            "it is settled",
            "return !document.getElementById('paste.take').disabled",
        )
        .await;
        page.click("paste.take").await;
        page.until("the dialog is closed", IS_CLOSED).await;
        page.until(
            "the rows are there",
            "return document.querySelectorAll('.sectors tbody tr').length === 2",
        )
        .await;
        page.until_says("sectors.tools.told", ENGLISH.phrase(Phrase::PasteDone))
            .await;
        assert_eq!(page.says("sectors.6.name").await, "<b>Robots</b>");
        assert_eq!(page.says("sectors.6.a").await, "1,234");
        assert_eq!(page.focused().await, "sectors.paste");
        page.click("undo").await;
        page.until(
            "they are gone",
            "return document.querySelectorAll('.sectors tbody tr').length === 6",
        )
        .await;
        let changed = page.state().await.changed_since(&before);
        let of_the_dialog = |id: &String| id.starts_with("paste") || id.contains("told");
        assert!(changed.iter().all(of_the_dialog), "{changed:?}");
    });
}

#[test]
fn escape_leaves_the_dialog_and_nothing_is_changed() {
    on_page("/", async |page| {
        page.click("sectors.paste").await;
        page.until("the dialog is open", IS_OPEN).await;
        paste(page, "Chips\tabc\t2").await;
        page.until(
            "the fault is told",
            "return document.querySelector('#paste mark')?.textContent === 'abc'",
        )
        .await;
        page.press(&[key::ESCAPE]).await;
        page.until("the dialog is closed", IS_CLOSED).await;
        assert_eq!(page.focused().await, "sectors.paste");
        assert_eq!(page.says("sectors.0.a").await, "16.1");
    });
}

#[test]
fn inputs_are_saved_and_opened_again() {
    on_page("/", async |page| {
        page.run(
            "window.saved = null;
             const make = URL.createObjectURL;
             URL.createObjectURL = (file) => {
               file.text().then((text) => { window.saved = text; });
               return make.call(URL, file);
             };",
        )
        .await;
        page.set("sectors.0.a", "20").await;
        page.click("sectors.json").await;
        page.until("it is saved", "return window.saved !== null")
            .await;
        let saved = page.run("return window.saved").await;
        page.click("undo").await;
        page.until_says("sectors.0.a", "16.1").await;
        open_file(page, "rerate.json", saved.as_str().expect("a text")).await;
        page.until_says("sectors.0.a", "20").await;
        page.until_says("sectors.tools.told", ENGLISH.phrase(Phrase::FileOpened))
            .await;
        page.click("undo").await;
        page.until_says("sectors.0.a", "16.1").await;
    });
}

#[test]
fn a_file_that_cannot_be_read_changes_nothing() {
    on_page("/", async |page| {
        let before = page.says("sectors.0.a").await;
        for (text, phrase) in [
            ("{\"version\":1", Phrase::FileUnreadable),
            ("{\"version\":99,\"preset\":\"blank\"}", Phrase::FileNewer),
        ] {
            open_file(page, "x.json", text).await;
            page.until_says("sectors.tools.told", ENGLISH.phrase(phrase))
                .await;
            assert_eq!(page.says("sectors.0.a").await, before);
        }
        open_file(page, "x.csv", "Name,A,B\nChips,1.5,2.5").await;
        page.until("a range is shown first", IS_OPEN).await;
    });
}

#[test]
fn an_answer_is_copied_with_where_it_stands() {
    on_page("/", async |page| {
        note_copies(page).await;
        page.click_on("#claim .method summary").await;
        page.click("claim.cite").await;
        let copied = copied(page).await;
        let text = copied["text/plain"].as_str().expect("a text");
        assert!(text.starts_with(&page.says("claim.answer").await), "{text}");
        assert!(text.contains("Rerate") && text.contains("http"), "{text}");
        assert!(text.contains(", Mitrade Insights"), "{text}");
    });
}

/// A chart is saved as a picture that stands by itself: with its texts, and in
/// colours that need no style sheet.
#[test]
fn a_chart_is_saved_as_lines_and_as_points() {
    on_page("/", async |page| {
        page.run(
            "globalThis.saved = [];
             const make = URL.createObjectURL.bind(URL);
             URL.createObjectURL = (file) => { saved.push(file); return make(file); };
             HTMLAnchorElement.prototype.click = function () { saved.push(this.download); };
             document.getElementById('why.chart').querySelector('details').open = true",
        )
        .await;
        page.click("why.chart.svg").await;
        page.until("it is saved", "return saved.includes('why.chart.svg')")
            .await;
        let svg = page
            .await_with(
                "return await saved.find((file) => file instanceof Blob).text()",
                &[],
            )
            .await;
        let svg = svg.as_str().unwrap_or_default();
        assert!(
            svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""),
            "{svg}"
        );
        assert!(svg.contains("26.0x") && svg.contains("rgb("), "{svg}");
        assert!(!svg.contains("oklch") && !svg.contains("class="), "{svg}");

        page.click("why.chart.png").await;
        page.until("it is saved", "return saved.includes('why.chart.png')")
            .await;
        let [kind, wide] = [
            "return saved.findLast((file) => file instanceof Blob).type",
            "return (await createImageBitmap(saved.findLast((file) => file instanceof Blob))).width",
        ];
        assert_eq!(page.run(kind).await, json!("image/png"));
        assert!(page.await_with(wide, &[]).await.as_u64() > Some(600));
    });
}
