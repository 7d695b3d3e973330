//! What has the calculator work without a network: the worker that keeps its
//! files, the script that registers it, and the manifests of an installed one.

use crate::documents::{Prepared, is_document, quoted, replaced_once};
use crate::failure::Outcome;
use crate::integrity::integrity;
use crate::scripts;
use crate::server::is_hashed;
use crate::site::{Files, hashed};
use crate::tools::Builders;

/// The words of offline.js.
const WORDS: [&str; 4] = ["ready", "update", "reload", "later"];

/// The script that is fetched once the page has loaded, with the names of the
/// `files` it may fetch put in.
pub(crate) fn later(
    tools: &Builders,
    pages: &[Prepared],
    files: &[(&str, &str)],
) -> Outcome<(String, Vec<u8>)> {
    let mut languages = Vec::new();
    for page in pages {
        let mut words = Vec::new();
        for word in WORDS {
            let said = page.word(&["offline.", word].concat())?;
            words.push(format!("{}:{}", quoted(word), quoted(said)));
        }
        languages.push(format!("{}:{{{}}}", quoted(page.tag), words.join(",")));
    }
    let words = format!("WORDS={{{}}}", languages.join(","));
    let parts = [("parts", "fetched.js")];
    let script = scripts::bundled(tools, "offline.js", &parts, &[&words])?;
    let mut script = String::from_utf8_lossy(&script).into_owned();
    for (name, file) in files {
        script = replaced_once(&script, name, file)?;
    }
    Ok(hashed("offline", "js", script.into_bytes()))
}

/// The manifest of an installed calculator in each language.
pub(crate) fn manifests(pages: &[Prepared]) -> Outcome<Files> {
    let template = include_str!("../../static/app/manifest.json");
    let mut files = Files::new();
    for page in pages {
        let mut manifest = template.to_owned();
        for (hole, words) in [
            ("\"LANGUAGE\"", page.tag),
            ("\"TITLE\"", page.word("title")?),
            ("\"DESCRIPTION\"", page.word("description")?),
            ("\"START\"", &page.address()),
        ] {
            manifest = replaced_once(&manifest, hole, &quoted(words))?;
        }
        let name = format!("{}.webmanifest", page.tag.to_lowercase());
        files.push((name, manifest.into_bytes()));
    }
    Ok(files)
}

/// The worker for a site of some files, which keeps those that the calculator
/// needs.
pub(crate) fn worker(tools: &Builders, files: &Files) -> Outcome<Vec<u8>> {
    let kept = files.iter().filter(|(name, _)| is_kept(name));
    let list: Vec<String> = kept
        .map(|(name, content)| {
            // A host may answer the document's own name with its folder's.
            let address = if name == "index.html" { "./" } else { name };
            format!("{}:{}", quoted(address), quoted(&integrity(content)))
        })
        .collect();
    let list = format!("FILES={{{}}}", list.join(","));
    let source = include_bytes!("../../static/sw.js");
    let (version, _) = hashed("", "", [source.as_slice(), list.as_bytes()].concat());
    let version = format!("VERSION={}", quoted(version.trim_matches(['-', '.'])));
    scripts::defined(tools, source, &[&list, &version])
}

/// Whether the calculator needs a file to work without a network, and to be
/// saved and installed.
fn is_kept(name: &str) -> bool {
    is_hashed(name)
        || is_document(name)
        || [".webmanifest", ".svg"]
            .iter()
            .any(|end| name.ends_with(end))
        || name.starts_with("icon-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_calculator_needs_is_kept_and_nothing_else() {
        for name in [
            "index.html",
            "rerate-0123456789abcdef.wasm",
            "icon-192.png",
            "en.webmanifest",
        ] {
            assert!(is_kept(name), "{name}");
        }
        for name in ["rerate.html", "sw.js", "_headers", "wide.png", "demo.html"] {
            assert!(!is_kept(name), "{name}");
        }
    }
}
