//! What the site holds for pages that embed it: a document for each section and
//! one for all, in each language; the scripts for such pages; the descriptions
//! for oEmbed; and an article that shows the three ways of embedding.

use std::fs;

use crate::documents::{DOCUMENTS, escaped, notices, replaced_once, said};
use crate::failure::{On, Outcome, failed};
use crate::place;
use crate::run::{cargo, output};
use crate::scripts::minified;
use crate::site::{Files, hashed};
use crate::tools::Builders;

/// The keys of the sections, in the page's order, as `Section::key` has them.
const SECTIONS: &str = "claim sectors why past what-if scale catching-up";

/// The preset whose figures are prepared.
const PREPARED: &str = "china-us-ai";

/// Where the finished site will be found, for the addresses in the oEmbed
/// descriptions, which have to be whole.
const ADDRESS: &str = "RERATE_ADDRESS";

/// All of it; the documents are made from Trunk's.
pub(crate) fn files(tools: &Builders, template: &str) -> Outcome<Files> {
    let mut files = Files::new();
    let script = hashed("frame", "js", minified(tools, "js", &source("frame.js")?)?);
    let styles = hashed(
        "frame",
        "css",
        minified(tools, "css", &source("frame.css")?)?,
    );
    let template = embed_template(template, &script.0, &styles.0)?;
    files.extend([script, styles]);
    for (name, file) in [
        ("embed.v1.js", "v1.js"),
        ("embed.listener.js", "listener.js"),
    ] {
        files.push((name.to_owned(), minified(tools, "js", &source(file)?)?));
    }
    for (page, tag) in DOCUMENTS {
        for key in ["embed"].into_iter().chain(SECTIONS.split(' ')) {
            let document = document(&template, tag, key)?;
            files.push((name(page, key), document.into_bytes()));
        }
    }
    let texts = texts()?;
    for (name, text) in &texts {
        if name.ends_with(".json") {
            files.push((name.clone(), text.clone().into_bytes()));
        }
    }
    files.extend(demo(tools, &texts)?);
    Ok(files)
}

fn source(name: &str) -> Outcome<Vec<u8>> {
    let path = place::project().join("static/embed").join(name);
    fs::read(&path).on("read", &path)
}

/// The name of an embed's document: `embed-sectors.html`, `embed.zh-hans.html`.
fn name(page: &str, key: &str) -> String {
    let stem = match key {
        "embed" => key.to_owned(),
        key => format!("embed-{key}"),
    };
    match page.strip_prefix("zh-") {
        Some(script) => format!("{stem}.zh-{script}"),
        None => format!("{stem}.html"),
    }
}

/// A document of the site as an embed's: with the script and the style sheet of
/// embeds, and not to be found or embedded once more.
fn embed_template(template: &str, script: &str, styles: &str) -> Outcome<String> {
    let kept: Vec<&str> = template
        .lines()
        .filter(|line| !line.contains("json+oembed"))
        .collect();
    replaced_once(
        &kept.join("\n"),
        "</head>",
        &format!(
            "<meta name=\"robots\" content=\"noindex\">\n<script src=\"./{script}\"></script>\n<link rel=\"stylesheet\" href=\"./{styles}\">\n</head>"
        ),
    )
}

fn document(template: &str, tag: &'static str, key: &str) -> Outcome<String> {
    let page = said(tag, Some(key))?;
    let mut html = page.document(template, &notices(std::slice::from_ref(&page))?)?;
    let view = match key {
        "embed" => String::new(),
        key => format!(" data-view=\"{key}\""),
    };
    for (placeholder, content) in [
        (
            format!("<html lang=\"{tag}\">"),
            format!(
                "<html lang=\"{tag}\" data-embed=\"{SECTIONS}\" data-prepared=\"{PREPARED}\"{view}>"
            ),
        ),
        (
            "<noscript>".to_owned(),
            format!(
                "<p data-notice=\"locked\" lang=\"{tag}\" hidden>{}</p><noscript>",
                escaped(page.word("locked")?)
            ),
        ),
    ] {
        html = replaced_once(&html, &placeholder, &content)?;
    }
    if key != "embed" {
        let title = escaped(page.word("title")?);
        html = replaced_once(
            &html,
            &format!("<title>{title}</title>"),
            &format!("<title>{} · Rerate</title>", escaped(page.word("section")?)),
        )?;
    }
    Ok(html)
}

/// What examples/embeds.rs prints: texts by name.
fn texts() -> Outcome<Vec<(String, String)>> {
    let address = std::env::var(ADDRESS).unwrap_or_default();
    let base = match address.trim_end_matches('/') {
        "" => "./".to_owned(),
        address => format!("{address}/"),
    };
    let said = output(
        &mut cargo(&[
            "run",
            "--quiet",
            "--no-default-features",
            "--example",
            "embeds",
            "--",
            &base,
        ]),
        "the descriptions of embeds must build and run before the page can be made",
    )?;
    let lines = said.lines().filter_map(|line| line.split_once('\t'));
    Ok(lines
        .map(|(name, text)| (name.to_owned(), text.replace("\\n", "\n")))
        .collect())
}

/// The article: each place that it leaves open is one way of embedding, and is
/// shown as it is written too.
fn demo(tools: &Builders, texts: &[(String, String)]) -> Outcome<Files> {
    let styles = hashed("demo", "css", minified(tools, "css", &source("demo.css")?)?);
    let mut html = String::from_utf8_lossy(&source("demo.html")?).into_owned();
    html = replaced_once(&html, "demo.css", &styles.0)?;
    for way in ["frame", "listener", "element"] {
        let Some((_, snippet)) = texts.iter().find(|(name, _)| name == way) else {
            return failed(format!(
                "examples/embeds.rs printed no `{way}`: add it there"
            ));
        };
        html = replaced_once(&html, &format!("<!-- {way} -->"), snippet)?;
        let shown = snippet.replace('&', "&amp;").replace('<', "&lt;");
        html = replaced_once(&html, &format!("<!-- {way} as written -->"), &shown)?;
    }
    Ok(vec![styles, ("demo.html".to_owned(), html.into_bytes())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_are_named_by_section_and_language() {
        assert_eq!(name("index.html", "embed"), "embed.html");
        assert_eq!(name("index.html", "what-if"), "embed-what-if.html");
        assert_eq!(name("zh-hans.html", "embed"), "embed.zh-hans.html");
        assert_eq!(name("zh-hant.html", "claim"), "embed-claim.zh-hant.html");
    }

    #[test]
    fn what_describes_the_site_is_left_out_of_an_embed() {
        let template = "<head>\n<link rel=\"alternate\" type=\"application/json+oembed\" href=\"./o.json\">\n</head>";
        let made = embed_template(template, "f.js", "f.css").ok();
        let made = made.unwrap_or_default();
        assert!(!made.contains("alternate") && made.contains("\"./f.js\""));
    }
}
