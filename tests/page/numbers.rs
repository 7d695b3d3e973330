//! Our numbers are the browser's own: the table that the native tests compare
//! with holds what this browser's `Intl` says.

use serde_json::{Value, json};

use crate::harness::on_page;

const FORMAT: &str = "
    const [{ cases, scales, languages }] = arguments;
    const differing = [];
    let compared = 0;
    const minus = (text) => text.replaceAll('-', '−');
    const compare = (format, rows, what) => {
        for (const [value, text] of rows) {
            const said = minus(format.format(Number(value)));
            compared += 1;
            if (said !== text) differing.push(`${what} of ${value}: ${said}, not ${text}`);
        }
    };
    for (const { style, least, most, signed, rows } of cases) {
        for (const language of languages) {
            compare(new Intl.NumberFormat(language, {
                style,
                minimumFractionDigits: least,
                maximumFractionDigits: most,
                signDisplay: signed ? 'exceptZero' : 'negative',
            }), rows, `${language} ${style} ${least} to ${most}`);
        }
    }
    for (const { language, rows } of scales) {
        compare(new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 4 }),
            rows, `${language} compact`);
    }
    return { compared, differing };
";

#[test]
fn the_browsers_formatter_agrees_with_the_table() {
    on_page("/", async |page| {
        let table: Value =
            serde_json::from_str(include_str!("../numbers/intl.json")).expect("the table");
        let told = page.run_with(FORMAT, &[table]).await;
        assert_eq!(told["differing"], json!([]));
        let compared = told["compared"].as_u64().unwrap_or_default();
        assert!(compared > 6_000, "{compared} compared");
    });
}
