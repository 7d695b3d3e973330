//! An embed before the module arrives: the prepared page without what an embed
//! does not show.

use crate::workbook::Section;

/// The prepared page without the sections that are not shown, and without the
/// controls and the contents of the whole page.
pub(in crate::page) fn without_the_rest(html: &str, view: &[Section]) -> String {
    let mut html = html.to_owned();
    let absent = Section::ALL
        .iter()
        .filter(|section| !view.contains(section));
    for section in absent {
        let start = ["<section id=\"", section.key(), "\""].concat();
        cut(&mut html, &start, "</section>", true);
    }
    cut(&mut html, "<div id=\"first.toolbar\"", "</header>", false);
    cut(&mut html, "<nav class=\"contents\"", "</nav>", true);
    html
}

/// Takes out what begins with `start`, up to `end` or with it.
fn cut(html: &mut String, start: &str, end: &str, with_end: bool) {
    let Some(from) = html.find(start) else { return };
    let rest = html.get(from..).unwrap_or_default();
    if let Some(length) = rest.find(end) {
        let to = from + length + if with_end { end.len() } else { 0 };
        html.replace_range(from..to, "");
    }
}
