//! The release: Trunk's output, minified, with the prepared pages in it.

use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::Path;
use std::process::Command;

use crate::bindings::trimmed;
use crate::documents::{documents, own_sheet, prepared, replaced_once, sheets};
use crate::embeds;
use crate::failure::{On, Outcome, failed};
use crate::markup::refuse_templates;
use crate::measure::{Fetched, Weight, embed_within_budget, print, total, weigh};
use crate::one_file::{Pieces, one_file};
use crate::run::{run, say};
use crate::scripts::{bundled, minified};
use crate::split::{below, stand_in_for, with_loader};
use crate::tools::{Builders, builders};
use crate::{hosting, library, offline, place};

/// The files of a site, by name.
pub(crate) type Files = Vec<(String, Vec<u8>)>;

/// Makes `dist/`, prints what it weighs, and gives what a reader fetches of it.
///
/// `dist/` is written last and at once: a build that fails leaves the old one.
pub(crate) fn build() -> Outcome<Fetched> {
    let tools = builders()?;
    every_style_is_linked()?;
    let output = trunk(&tools)?;
    say("rendering the page in three languages (first time about 2 minutes)");
    let files = finish(&tools, output)?;
    let dist = place::dist();
    write(&dist, &files)?;
    let names: Vec<String> = files.iter().map(|(name, _)| name.clone()).collect();
    let weights = weigh(&dist, &names)?;
    embed_within_budget(&weights)?;
    let fetched = fetched(&files, &weights);
    print(&weights, fetched);
    Ok(fetched)
}

/// What a reader fetches: a document with what it links, and what it or a script
/// of the page asks for later. The other languages are not for the same reader.
fn fetched(files: &Files, weights: &[Weight]) -> Fetched {
    let scripts: String = files
        .iter()
        .filter(|(name, _)| name.ends_with(".js") && name.contains('-'))
        .map(|(_, content)| String::from_utf8_lossy(content))
        .collect();
    let mut heaviest = Fetched::default();
    for (document, content) in files {
        let html = String::from_utf8_lossy(content);
        let Some(words_below) = own_sheet(&html, "below") else {
            continue;
        };
        // An embed has less of everything, and a little of its own.
        if document.starts_with("embed") {
            continue;
        }
        let linked = |name: &str| {
            let names = [["href=\"./", name, "\""], ["src=\"./", name, "\""]];
            // Only who embeds a page follows its link to the oEmbed description.
            let is_for_others = name.ends_with(".html") || name.ends_with(".json");
            !is_for_others && names.iter().any(|named| html.contains(&named.concat()))
        };
        // A browser fetches what is for paper after all else, and waits for nothing.
        let for_paper = |name: &str| linked(name) && name.starts_with(PRINT);
        let at_first = |name: &str| name == document || linked(name) && !for_paper(name);
        let first_view = total(weights, at_first);
        let later = total(weights, |name| {
            let is_asked = name == words_below || scripts.contains(name) || for_paper(name);
            !at_first(name) && !name.ends_with(".html") && is_asked
        });
        heaviest.first_view = heaviest.first_view.max(first_view);
        heaviest.everything = heaviest.everything.max(first_view + later);
    }
    heaviest
}

/// A style sheet that no document links would be missed without a word.
fn every_style_is_linked() -> Outcome<()> {
    let (folder, document) = (
        place::project().join("style"),
        place::project().join("index.html"),
    );
    let html = fs::read_to_string(&document).on("read", &document)?;
    for entry in fs::read_dir(&folder).on("read", &folder)? {
        let name = entry
            .on("read", &folder)?
            .file_name()
            .to_string_lossy()
            .into_owned();
        if name.ends_with(".css") && !html.contains(&format!("\"style/{name}\"")) {
            return failed(format!(
                "index.html does not link style/{name}: add it beside the others"
            ));
        }
    }
    Ok(())
}

fn trunk(tools: &Builders) -> Outcome<Files> {
    say("building the release (first time 6 to 10 minutes, then one or two)");
    // Offline, Trunk keeps cargo offline too.
    library::fetch()?;
    let folder = place::target().join("trunk");
    fs::create_dir_all(&folder).on("make", &folder)?;
    let mut trunk = Command::new(&tools.trunk);
    trunk
        .args(["build", "--release", "--dist"])
        .arg(&folder)
        .current_dir(place::project());
    // Trunk takes NO_COLOR=1 for a mistake, and a backtrace of its own would
    // only bury what the compiler said.
    trunk.env_remove("NO_COLOR").env_remove("RUST_BACKTRACE");
    library::build_in(&mut trunk);
    stand_in_for(&mut trunk, tools)?;
    run(&mut trunk, "see the message above")?;
    let mut files = Files::new();
    for entry in fs::read_dir(&folder).on("read", &folder)? {
        let path = entry.on("read", &folder)?.path();
        if path.is_file() {
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            files.push((name, fs::read(&path).on("read", &path)?));
        }
    }
    files.sort();
    Ok(files)
}

/// The style sheet for paper, which is linked apart from the others.
const PRINT: &str = "print-";

/// One style sheet and one for paper, small scripts, names made from the final
/// bytes, the documents, and what keeps all that for when there is no network.
fn finish(tools: &Builders, output: Files) -> Outcome<Files> {
    let mut html = text(&output, "index.html")?;
    let mut files = Files::new();
    // The sheets stand where the first of Trunk's stood.
    let names = linked_styles(&html);
    let joined = |of: &dyn Fn(&str) -> bool| {
        let mut styles = Vec::new();
        for name in names.iter().filter(|name| of(name)) {
            styles.extend_from_slice(bytes(&output, name)?);
            styles.push(b'\n');
        }
        minified(tools, "css", &styles)
    };
    let style = hashed("style", "css", joined(&|name| !name.starts_with(PRINT))?);
    let print = hashed("print", "css", joined(&|name| name.starts_with(PRINT))?);
    let mut link = format!(
        "<link rel=\"stylesheet\" href=\"./{}\"><link rel=\"stylesheet\" href=\"./{}\" media=\"print\">",
        style.0, print.0
    );
    for name in &names {
        html = replaced_once(&html, &tag_around(&html, name)?, &std::mem::take(&mut link))?;
    }

    let below = hashed("below", "wasm", below(tools)?);
    let (module_name, module) = only(&output, "wasm")?;
    let (bindings_name, bindings) = only(&output, "js")?;
    let (module, bindings) = trimmed(module, &String::from_utf8_lossy(bindings))?;
    for part in [&module, &below.1] {
        refuse_templates(part)?;
    }
    let first = hashed("rerate", "wasm", module);
    let bindings = with_loader(&bindings, &below.0)?;
    let glue = hashed("rerate", "js", minified(tools, "js", bindings.as_bytes())?);
    html = renamed(&html, module_name, &first.0)?;
    html = renamed(&html, bindings_name, &glue.0)?;
    let sheets = sheets()?;
    for sheet in &sheets {
        let stem = [&sheet.name, "-", &sheet.tag.to_lowercase()].concat();
        let file = hashed(&stem, "txt", sheet.lines.clone().into_bytes());
        let place = format!("hreflang=\"{}\"", sheet.tag);
        let named = format!("{place} data-{}=\"./{}\"", sheet.name, file.0);
        html = replaced_once(&html, &place, &named)?;
        files.push(file);
    }

    let pages = prepared()?;
    let pieces = Pieces {
        bindings: bindings.as_bytes(),
        style: &[&*style.1, &print.1].concat(),
        icon: bytes(&output, "icon.svg")?,
        first: &first.1,
        below: &below.1,
        sheets: &sheets,
    };
    let (frame, rerate) = one_file(tools, &pieces, &pages, &without_blank_lines(&html))?;
    let later = offline::later(
        tools,
        &pages,
        &[("./one-file.txt", &frame.0), ("./below.wasm", &below.0)],
    )?;
    let boot = bundled(tools, "boot.js", &[("parts", "fetched.js")], &[])?;
    let boot = replaced_once(
        &String::from_utf8_lossy(&boot),
        "\"later\"",
        &format!("\"./{}\"", later.0),
    )?;
    let boot = hashed("boot", "js", boot.into_bytes());
    html = renamed(&html, "boot.js", &boot.0)?;

    for (name, document) in documents(&without_blank_lines(&html), &pages)? {
        files.push((name, document.into_bytes()));
    }
    files.extend([style, print, first, below, glue, frame, rerate, later, boot]);
    files.extend(offline::manifests(&pages)?);
    let copied = output.into_iter().filter(|(name, _)| {
        let ending = name.rsplit_once('.').map(|(_, ending)| ending);
        !matches!(ending, Some("css" | "html" | "js" | "wasm"))
    });
    files.extend(copied);
    files.sort();
    files.push(("sw.js".to_owned(), offline::worker(tools, &files)?));
    // Of no use without a network, so not for the worker to keep.
    files.extend(embeds::files(tools, &without_blank_lines(&html))?);
    files.push(("_headers".to_owned(), hosting::headers(&files)));
    Ok(files)
}

fn write(dist: &Path, files: &Files) -> Outcome<()> {
    fs::create_dir_all(dist).on("make", dist)?;
    // Documents last, so that none names a file that is not there yet.
    let (documents, others): (Vec<_>, Vec<_>) =
        files.iter().partition(|(name, _)| name.ends_with(".html"));
    for (name, content) in others.into_iter().chain(documents) {
        let path = dist.join(name);
        let part = dist.join(format!("{name}.part"));
        fs::write(&part, content).on("write", &part)?;
        fs::rename(&part, &path).on("write", &path)?;
    }
    for entry in fs::read_dir(dist).on("read", dist)? {
        let path = entry.on("read", dist)?.path();
        let stays = files.iter().any(|(name, _)| path.ends_with(name));
        if !stays && path.is_file() {
            fs::remove_file(&path).on("remove", &path)?;
        }
    }
    Ok(())
}

/// The style sheets of a document, in its order.
fn linked_styles(html: &str) -> Vec<String> {
    let tags = html
        .split('<')
        .filter(|tag| tag.starts_with("link ") && tag.contains("rel=\"stylesheet\""));
    let addresses = tags.filter_map(|tag| tag.split_once("href=\"./")?.1.split_once('"'));
    addresses.map(|(name, _)| name.to_owned()).collect()
}

/// The whole tag that names a file.
fn tag_around(html: &str, name: &str) -> Outcome<String> {
    let found = html.split_inclusive('>').find_map(|piece| {
        let tag = piece.get(piece.rfind('<')?..)?;
        tag.contains(&format!("\"./{name}\""))
            .then(|| tag.to_owned())
    });
    match found {
        Some(tag) => Ok(tag),
        None => failed(format!(
            "index.html does not name {name}, which Trunk made for it: keep xtask and index.html in step"
        )),
    }
}

/// A file by the name that its content makes.
pub(crate) fn hashed(stem: &str, ending: &str, content: Vec<u8>) -> (String, Vec<u8>) {
    let mut hasher = DefaultHasher::new();
    hasher.write(&content);
    (format!("{stem}-{:016x}.{ending}", hasher.finish()), content)
}

/// The file's only other name in the document, taken for its first.
fn renamed(html: &str, from: &str, to: &str) -> Outcome<String> {
    replaced_once(html, &format!("\"./{from}\""), &format!("\"./{to}\""))
}

/// The only file of a kind that Trunk made.
fn only<'a>(files: &'a Files, kind: &str) -> Outcome<(&'a str, &'a Vec<u8>)> {
    let ending = format!(".{kind}");
    let mut found = files.iter().filter(|(name, _)| name.ends_with(&ending));
    match (found.next(), found.next()) {
        (Some((name, content)), None) => Ok((name, content)),
        _ => failed(format!(
            "Trunk made no {kind} file, or several, and the build knows one: teach it the others"
        )),
    }
}

fn without_blank_lines(html: &str) -> String {
    html.lines()
        .filter(|line| !line.trim().is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}

fn bytes<'a>(files: &'a Files, name: &str) -> Outcome<&'a [u8]> {
    match files.iter().find(|(other, _)| other == name) {
        Some((_, content)) => Ok(content),
        None => failed(format!(
            "Trunk made no {name}: run `cargo xtask build` again, and see its messages"
        )),
    }
}

fn text(files: &Files, name: &str) -> Outcome<String> {
    Ok(String::from_utf8_lossy(bytes(files, name)?).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const HTML: &str = "<head><link rel=\"icon\" href=\"./i.svg\">\n<link rel=\"stylesheet\" href=\"./a-1.css\"/>\n<link rel=\"stylesheet\" href=\"./b-2.css\" /></head>";

    #[test]
    fn style_sheets_are_found_in_their_order() {
        assert_eq!(linked_styles(HTML), ["a-1.css", "b-2.css"]);
    }

    #[test]
    fn a_tag_is_found_whole() {
        let tag = tag_around(HTML, "b-2.css").ok();
        assert_eq!(
            tag.as_deref(),
            Some("<link rel=\"stylesheet\" href=\"./b-2.css\" />")
        );
        assert!(tag_around(HTML, "c.css").is_err());
    }
}
