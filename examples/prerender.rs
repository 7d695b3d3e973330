//! Prints the page of the first preset as HTML, in the language whose tag is
//! given (English if none is).

fn main() {
    let tag = std::env::args().nth(1);
    let language = tag
        .as_deref()
        .and_then(rerate::text::Language::from_tag)
        .unwrap_or(rerate::text::Language::English);
    println!("{}", rerate::page::prerendered(language));
}
