//! The release: Trunk's output, minified, with the prepared pages in it.

use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::bindings::trimmed;
use crate::documents::{documents, own_sheet, replaced_once, sheets};
use crate::failure::{On, Outcome, failed};
use crate::markup::refuse_templates;
use crate::measure::{Fetched, Weight, print, total, weigh};
use crate::place;
use crate::run::{cargo, run, say};
use crate::split::{below, stand_in_for, with_loader};
use crate::tools::{Builders, builders};

/// The files of a site, by name.
type Files = Vec<(String, Vec<u8>)>;

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
        let linked = |name: &str| {
            let names = [["href=\"./", name, "\""], ["src=\"./", name, "\""]];
            !name.ends_with(".html") && names.iter().any(|named| html.contains(&named.concat()))
        };
        let first_view = total(weights, |name| name == document || linked(name));
        let later = total(weights, |name| {
            !linked(name) && (name == words_below || scripts.contains(name))
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
    run(
        &mut cargo(&["fetch", "--quiet"]),
        "the crates that the page is made of could not be fetched; is the network in reach?",
    )?;
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

/// One style sheet, small scripts, names made from the final bytes, and the
/// documents.
fn finish(tools: &Builders, output: Files) -> Outcome<Files> {
    let mut html = text(&output, "index.html")?;
    let mut files = Files::new();
    // The one sheet stands where the first of Trunk's stood.
    let names = linked_styles(&html);
    let mut styles = Vec::new();
    for name in &names {
        styles.extend_from_slice(bytes(&output, name)?);
        styles.push(b'\n');
    }
    let styles = hashed("style", "css", minified(tools, "css", &styles)?);
    let mut link = format!("<link rel=\"stylesheet\" href=\"./{}\">", styles.0);
    for name in &names {
        html = replaced_once(&html, &tag_around(&html, name)?, &std::mem::take(&mut link))?;
    }
    files.push(styles);

    let below = hashed("below", "wasm", below(tools)?);
    let mut glue_names = Vec::new();
    let (module, bindings) = trimmed(
        one_of(&output, ".wasm")?,
        &String::from_utf8_lossy(one_of(&output, ".js")?),
    )?;
    for (name, content) in &output {
        let file = match name.rsplit_once('.') {
            Some(("boot", "js")) => hashed("boot", "js", minified(tools, "js", content)?),
            Some((_, "js")) => {
                glue_names.push(name.clone());
                let bindings = with_loader(&bindings, &below.0)?;
                hashed("rerate", "js", minified(tools, "js", bindings.as_bytes())?)
            }
            Some((_, "wasm")) => {
                refuse_templates(&module)?;
                hashed("rerate", "wasm", module.clone())
            }
            Some((_, "css" | "html")) => continue,
            _ => (name.clone(), content.clone()),
        };
        if *name != file.0 {
            html = replaced_once(
                &html,
                &format!("\"./{name}\""),
                &format!("\"./{}\"", file.0),
            )?;
        }
        files.push(file);
    }
    if glue_names.len() != 1 {
        return failed(format!(
            "Trunk made {} scripts besides boot.js, and the build knows one: teach it the others",
            glue_names.len()
        ));
    }
    refuse_templates(&below.1)?;
    files.push(below);
    for sheet in sheets()? {
        let stem = [&sheet.name, "-", &sheet.tag.to_lowercase()].concat();
        let file = hashed(&stem, "txt", sheet.lines.into_bytes());
        let place = format!("hreflang=\"{}\"", sheet.tag);
        let named = format!("{place} data-{}=\"./{}\"", sheet.name, file.0);
        html = replaced_once(&html, &place, &named)?;
        files.push(file);
    }
    for (name, document) in documents(&without_blank_lines(&html))? {
        files.push((name, document.into_bytes()));
    }
    files.sort();
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

fn minified(tools: &Builders, kind: &str, content: &[u8]) -> Outcome<Vec<u8>> {
    let failure = |error| {
        failed(format!(
            "esbuild could not minify ({error}): remove its folder in the tools' cache and try again"
        ))
    };
    let mut esbuild = Command::new(&tools.esbuild);
    esbuild.args([
        &format!("--loader={kind}"),
        "--minify",
        "--charset=utf8",
        "--log-level=warning",
    ]);
    if kind == "js" {
        esbuild.args(["--format=esm", "--target=es2022", "--tree-shaking=true"]);
    }
    let child = esbuild.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let mut child = match child {
        Ok(child) => child,
        Err(error) => return failure(error.to_string()),
    };
    // esbuild reads all before it writes.
    if let Some(mut stdin) = child.stdin.take()
        && let Err(error) = stdin.write_all(content)
    {
        return failure(error.to_string());
    }
    match child.wait_with_output() {
        Ok(output) if output.status.success() => Ok(output.stdout),
        Ok(output) => failure(output.status.to_string()),
        Err(error) => failure(error.to_string()),
    }
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

fn hashed(stem: &str, ending: &str, content: Vec<u8>) -> (String, Vec<u8>) {
    let mut hasher = DefaultHasher::new();
    hasher.write(&content);
    (format!("{stem}-{:016x}.{ending}", hasher.finish()), content)
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

/// What Trunk has made of the module or its bindings.
fn one_of<'a>(files: &'a Files, ending: &str) -> Outcome<&'a [u8]> {
    let name = files
        .iter()
        .map(|(name, _)| name)
        .find(|name| name.starts_with("rerate-") && name.ends_with(ending));
    bytes(files, name.map_or(ending, |name| name))
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
