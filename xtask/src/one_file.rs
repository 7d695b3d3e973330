//! The calculator as one file: everything in one document, which opens from a
//! disk, with a policy that lets in nothing but what stands in it.

use crate::documents::{Prepared, Sheet, documents, replaced_once};
use crate::failure::{Outcome, failed};
use crate::integrity::{base64, integrity};
use crate::scripts;
use crate::site::hashed;
use crate::tools::Builders;

/// The pieces of the one file.
pub(crate) struct Pieces<'a> {
    /// The bindings, as they are before they are made small.
    pub(crate) bindings: &'a [u8],
    pub(crate) style: &'a [u8],
    pub(crate) icon: &'a [u8],
    pub(crate) first: &'a [u8],
    pub(crate) below: &'a [u8],
    pub(crate) sheets: &'a [Sheet],
}

type File = (String, Vec<u8>);

/// What stands in a hole of the frame: `%%name%%`.
type Holes<'a> = [(&'a str, &'a str)];

/// The frame that the page fills when it saves itself, and the one file with
/// the first preset's figures in it.
pub(crate) fn one_file(
    tools: &Builders,
    pieces: &Pieces,
    pages: &[Prepared],
    template: &str,
) -> Outcome<(File, File)> {
    let documents = documents(template, pages)?;
    let (Some(page), Some((_, document))) = (pages.first(), documents.first()) else {
        return failed("no language is prepared: see DOCUMENTS in xtask/src/documents.rs");
    };
    let frame = frame(tools, pieces, document)?;
    let rerate = rerate(&frame, pieces, page, document)?;
    Ok((
        hashed("one-file", "txt", frame.into_bytes()),
        ("rerate.html".to_owned(), rerate.into_bytes()),
    ))
}

/// A document of the calculator with holes for what differs from one saved file
/// to another, and for what the page can put in from its own files.
fn frame(tools: &Builders, pieces: &Pieces, document: &str) -> Outcome<String> {
    let places = [("parts", "inlined.js"), ("later", "save.js")];
    let script = [
        scripts::maker(tools, pieces.bindings)?,
        scripts::bundled(tools, "boot.js", &places, &[])?,
    ]
    .concat();
    let script = String::from_utf8_lossy(&script);
    let style = String::from_utf8_lossy(pieces.style);
    let ends = |text: &str| text.contains("</script") || text.contains("<!--");
    if ends(&script)
        || pieces.sheets.iter().any(|sheet| ends(&sheet.lines))
        || style.contains("</style")
    {
        return failed(
            "a script or a style sheet would end its own element in rerate.html: write that text another way",
        );
    }
    let policy = format!(
        "default-src 'none'; script-src '{}' 'wasm-unsafe-eval'; style-src '{}'; img-src data: blob:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types default",
        integrity(script.as_bytes()),
        integrity(style.as_bytes())
    );
    let notices = between(document, "<div id=\"notices\"", "</body>")?;
    let viewport = "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">";
    Ok(format!(
        "<!doctype html>\n%%html%%\n<head>\n<meta charset=\"utf-8\">\n{viewport}\n\
        <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
        <meta name=\"color-scheme\" content=\"light dark\">\n%%title%%\n%%workbook%%\n\
        <link rel=\"icon\" href=\"data:image/svg+xml;base64,{}\">\n\
        <style>%%style%%</style>\n</head>\n<body data-one-file>\n%%page%%\n{notices}\
        <script type=\"text/plain\" id=\"wasm.first\">%%first%%</script>\n\
        <script type=\"text/plain\" id=\"wasm.below\">%%below%%</script>\n%%sheets%%\
        <script type=\"module\">{script}</script>\n</body>\n</html>\n",
        base64(pieces.icon)
    ))
}

/// The one file with the first preset's figures in it.
fn rerate(frame: &str, pieces: &Pieces, page: &Prepared, document: &str) -> Outcome<String> {
    let title = [between(document, "<title>", "</title>")?, "</title>"].concat();
    let sheets: String = pieces
        .sheets
        .iter()
        .map(|Sheet { tag, name, lines }| {
            format!("<script type=\"text/plain\" id=\"words.{tag}.{name}\">{lines}</script>\n")
        })
        .collect();
    let body = between(document, "<div id=\"rerate\"", "<div id=\"notices\"")?;
    filled(
        frame,
        &[
            ("html", &format!("<html lang=\"{}\">", page.tag)),
            ("title", &title),
            ("workbook", "<meta name=\"rerate-workbook\" content=\"\">"),
            ("page", body),
            ("style", &String::from_utf8_lossy(pieces.style)),
            ("first", &base64(pieces.first)),
            ("below", &base64(pieces.below)),
            ("sheets", &sheets),
        ],
    )
}

fn filled(frame: &str, holes: &Holes) -> Outcome<String> {
    let mut file = frame.to_owned();
    for (name, content) in holes {
        file = replaced_once(&file, &format!("%%{name}%%"), content)?;
    }
    Ok(file)
}

/// The text from where one begins to where another does.
fn between<'a>(text: &'a str, from: &str, to: &str) -> Outcome<&'a str> {
    let found = text
        .find(from)
        .and_then(|start| text.get(start..)?.split_once(to));
    match found {
        Some((found, _)) => Ok(found),
        None => failed(format!(
            "the document has no `{from}` before a `{to}`: keep xtask and index.html in step"
        )),
    }
}
