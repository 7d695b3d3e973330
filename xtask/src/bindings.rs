//! The bindings between the module and the page, without what nothing uses.
//!
//! wasm-bindgen names each import by a word and sixteen digits that no
//! compression shortens, twice: in the module and in the bindings. It also keeps
//! bindings for classes of a crate that nothing calls, and ways to start the
//! module that boot.js does not go.

use std::collections::BTreeMap;

use crate::failure::{Outcome, failed};

/// Where wasm-bindgen has the module look for its imports.
const IMPORTS_OF: &str = "./rerate_bg.js";

/// What the bindings hand out.
const EXPORTED: &str = "export { initSync, __wbg_init as default };";

/// A module's section of imports.
const IMPORT_SECTION: u8 = 2;

/// The module and its bindings, made small together.
pub(crate) fn trimmed(module: &[u8], bindings: &str) -> Outcome<(Vec<u8>, String)> {
    let mut names = BTreeMap::new();
    let Some(module) = with_imports_named(module, &mut names) else {
        return failed(
            "the module's imports could not be read: does xtask/src/bindings.rs know the version of wasm-bindgen?",
        );
    };
    if names.is_empty() || !bindings.contains(EXPORTED) {
        return failed(
            "the bindings are not as this version of wasm-bindgen is known to write them: see xtask/src/bindings.rs",
        );
    }
    let mut kept = String::new();
    let mut lines = bindings.lines();
    while let Some(line) = lines.next() {
        if line.starts_with("export class IntoUnderlying") {
            skip(&mut lines, |line| line.starts_with("if (Symbol.dispose)"));
        } else if line.starts_with("const IntoUnderlying") {
            skip(&mut lines, |line| line.ends_with(';'));
        } else if let Some((name, function)) = import(line) {
            match names.get(name) {
                Some(short) => kept.push_str(&format!("{short}: {function}\n")),
                None => skip(&mut lines, |line| line.starts_with("        }")),
            }
        } else {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    Ok((
        module,
        kept.replace(EXPORTED, "export { initSync };")
            .replace(IMPORTS_OF, "."),
    ))
}

/// Goes on until a line has passed a test.
fn skip<'a>(lines: &mut impl Iterator<Item = &'a str>, last: impl Fn(&str) -> bool) {
    lines.find(|line| last(line));
}

/// The name and the function of an import, in the line that begins it.
fn import(line: &str) -> Option<(&str, &str)> {
    let entry = line.strip_prefix("        ")?;
    let (name, function) = entry.split_once(": ")?;
    let named = name.starts_with("__wb") && function.starts_with("function(");
    named.then_some((name, function))
}

/// The module with each of its imports from the bindings under a short name, and
/// those names by the long ones.
fn with_imports_named(module: &[u8], names: &mut BTreeMap<String, String>) -> Option<Vec<u8>> {
    let (magic, mut rest) = module.split_at_checked(8)?;
    let mut made = magic.to_vec();
    while let Some((&section, behind)) = rest.split_first() {
        let (content, behind) = run_of_bytes(behind)?;
        made.push(section);
        if section == IMPORT_SECTION {
            push_run(&mut made, &imports_named(content, names)?);
        } else {
            push_run(&mut made, content);
        }
        rest = behind;
    }
    Some(made)
}

fn imports_named(section: &[u8], names: &mut BTreeMap<String, String>) -> Option<Vec<u8>> {
    let (count, mut rest) = number(section)?;
    let mut made = Vec::new();
    push_number(&mut made, count);
    for _ in 0..count {
        let (from, behind) = run_of_bytes(rest)?;
        let (name, behind) = run_of_bytes(behind)?;
        let (kind, behind) = import_kind(behind)?;
        if from == IMPORTS_OF.as_bytes() {
            let next = short(names.len());
            let name = String::from_utf8(name.to_vec()).ok()?;
            push_run(&mut made, b".");
            push_run(&mut made, names.entry(name).or_insert(next).as_bytes());
        } else {
            push_run(&mut made, from);
            push_run(&mut made, name);
        }
        made.extend_from_slice(kind);
        rest = behind;
    }
    rest.is_empty().then_some(made)
}

/// What is imported, as it is written: a function of a type, a table, a memory,
/// a global or a tag.
fn import_kind(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (&kind, rest) = bytes.split_first()?;
    let limits = |rest| {
        let (flags, rest) = number(rest)?;
        let (_, rest) = number(rest)?;
        if flags & 1 == 1 {
            Some(number(rest)?.1)
        } else {
            Some(rest)
        }
    };
    let rest = match kind {
        0 => number(rest)?.1,
        1 => limits(rest.get(1..)?)?,
        2 => limits(rest)?,
        3 => rest.get(2..)?,
        4 => number(rest.get(1..)?)?.1,
        _ => return None,
    };
    bytes.split_at_checked(bytes.len() - rest.len())
}

/// Names of one letter, then of two.
fn short(mut number: usize) -> String {
    let mut name = String::new();
    loop {
        name.push(char::from(b'a' + (number % 26) as u8));
        number /= 26;
        if number == 0 {
            return name;
        }
        number -= 1;
    }
}

/// A number of WebAssembly's, and what follows it.
fn number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut value = 0;
    for (place, byte) in bytes.iter().enumerate().take(5) {
        value |= usize::from(byte & 0x7f) << (7 * place);
        if byte & 0x80 == 0 {
            return Some((value, bytes.get(place + 1..)?));
        }
    }
    None
}

fn push_number(bytes: &mut Vec<u8>, mut value: usize) {
    while value > 0x7f {
        bytes.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}

/// Bytes behind the number of them.
fn run_of_bytes(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = number(bytes)?;
    rest.split_at_checked(length)
}

fn push_run(bytes: &mut Vec<u8>, run: &[u8]) {
    push_number(bytes, run.len());
    bytes.extend_from_slice(run);
}

#[cfg(test)]
mod tests {
    use super::*;

    const MODULE: &[u8] =
        b"\0asm\x01\0\0\0\x02\x1f\x01\x0e./rerate_bg.js\x0c__wbg_log_01\0\x03\x07\x01\x01";

    const BINDINGS: &str = "export class IntoUnderlyingSink {\n    free() {}\n}\nif (Symbol.dispose) IntoUnderlyingSink.prototype[Symbol.dispose] = 0;\n\nfunction __wbg_get_imports() {\n    const import0 = {\n        __wbg_log_01: function(arg0) {\n            log(arg0);\n        },\n        __wbg_gone_02: function() { return handleError(function () {\n        }, arguments); },\n    };\n    return { \"./rerate_bg.js\": import0 };\n}\nconst IntoUnderlyingSinkFinalization = (a)\n    ? { b }\n    : new C(1);\nexport { initSync, __wbg_init as default };\n";

    #[test]
    fn what_is_used_is_kept_under_a_short_name() {
        let (module, bindings) = trimmed(MODULE, BINDINGS).ok().expect("as they are known");
        assert_eq!(
            module,
            b"\0asm\x01\0\0\0\x02\x07\x01\x01.\x01a\0\x03\x07\x01\x01"
        );
        let bindings: Vec<&str> = bindings.lines().collect();
        assert_eq!(
            bindings,
            [
                "",
                "function __wbg_get_imports() {",
                "    const import0 = {",
                "a: function(arg0) {",
                "            log(arg0);",
                "        },",
                "    };",
                "    return { \".\": import0 };",
                "}",
                "export { initSync };",
            ]
        );
    }

    #[test]
    fn what_is_not_as_it_is_known_is_refused() {
        assert!(trimmed(MODULE, "let wasm;").is_err());
        assert!(trimmed(b"\0asm\x01\0\0\0\x02\x7f\x01", BINDINGS).is_err());
    }

    #[test]
    fn no_two_names_are_the_same() {
        let names: std::collections::BTreeSet<String> = (0..1000).map(short).collect();
        assert_eq!(names.len(), 1000);
    }
}
