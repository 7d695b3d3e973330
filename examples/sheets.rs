//! Prints what each language says, as the page in a browser reads it: one sheet
//! after another, each headed by its language's tag and its name, and ended by a
//! form feed.
//!
//! ```sh
//! cargo run --no-default-features --features prerender --example sheets
//! ```

use rerate::text::{Language, Sheet, sheet_of};

fn main() {
    for language in Language::ALL {
        for sheet in Sheet::ALL {
            let lines = sheet_of(language, sheet).join("\n");
            print!("{} {}\n{lines}\u{c}", language.tag(), sheet.key());
        }
    }
}
