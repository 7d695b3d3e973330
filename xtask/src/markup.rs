//! Whether the module carries markup as text. Leptos turns a part of a view
//! that never changes into such a template, and the document's policy refuses
//! it: the page would not start.

use crate::failure::{Outcome, failed};

/// Refuses a module that would make markup from text.
pub(crate) fn refuse_templates(module: &[u8]) -> Outcome<()> {
    let templates = templates(data(module).unwrap_or_default());
    if templates.is_empty() {
        return Ok(());
    }
    failed(format!(
        "a view holds parts that never change, which the document's policy refuses to make from text: {}; write one of their attributes or words as an expression, such as rowspan={{\"2\"}}",
        templates.join(", ")
    ))
}

/// The constants of a module: its data section.
fn data(module: &[u8]) -> Option<&[u8]> {
    const DATA: u8 = 11;
    let mut rest = module.get(8..)?;
    while let Some((&section, after)) = rest.split_first() {
        let (length, after) = number(after)?;
        if section == DATA {
            return after.get(..length);
        }
        rest = after.get(length..)?;
    }
    None
}

/// An unsigned number in LEB128, and what follows it.
fn number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut value = 0;
    for (at, byte) in bytes.iter().enumerate().take(5) {
        value |= usize::from(byte & 0x7f) << (7 * at);
        if byte & 0x80 == 0 {
            return Some((value, bytes.get(at + 1..)?));
        }
    }
    None
}

/// What looks like a tag with its name, up to its end.
fn templates(data: &[u8]) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in data.iter().enumerate().filter(|(_, byte)| **byte == b'<') {
        let rest = data.get(at + 1..).unwrap_or_default();
        let name = rest
            .iter()
            .take_while(|byte| byte.is_ascii_lowercase())
            .count();
        let ends_like_a_tag = matches!(rest.get(name), Some(b' ' | b'>' | b'/'));
        let tag = rest.iter().take(120).position(|byte| *byte == b'>');
        if let Some(length) = tag.filter(|_| name >= 2 && ends_like_a_tag)
            && let Ok(inside) = std::str::from_utf8(rest.get(..length).unwrap_or_default())
        {
            found.push(format!("<{inside}>"));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_found_and_other_signs_let_be() {
        assert_eq!(
            templates(b"..<td rowspan=\"2\"></td>x"),
            ["<td rowspan=\"2\">"]
        );
        assert_eq!(templates(b"a<br>b"), ["<br>"]);
        assert!(templates(b"a < b <j> <unknown and <\xff\xfe>").is_empty());
    }

    #[test]
    fn the_data_section_is_found_past_the_others() {
        let module = [
            b"\0asm\x01\0\0\0".as_slice(),
            &[1, 2, 9, 9],
            &[11, 3],
            b"<b>",
            &[0, 1, 7],
        ]
        .concat();
        assert_eq!(data(&module), Some(b"<b>".as_slice()));
        assert_eq!(data(b"\0asm\x01\0\0\0"), None);
        assert_eq!(
            number(&[0xe5, 0x8e, 0x26, 1]),
            Some((624_485, [1].as_slice()))
        );
    }
}
