//! What a host is to say with each file, for those that read it in `_headers`:
//! Netlify and Cloudflare Pages. The README says it for others.

use crate::server::{FOR_EVER, is_hashed};
use crate::site::Files;

/// The file `_headers` of a site that stands at its host's root.
pub(crate) fn headers(files: &Files) -> Vec<u8> {
    // Two rules for one header would be joined, so that of all files has none
    // about keeping them: those hosts have them asked for again each time.
    let mut headers =
        String::from("/*\n  X-Content-Type-Options: nosniff\n  Access-Control-Allow-Origin: *\n");
    for (name, _) in files.iter().filter(|(name, _)| is_hashed(name)) {
        headers.push_str(&format!("/{name}\n  Cache-Control: {FOR_EVER}\n"));
    }
    headers.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_hashed_files_are_for_ever() {
        let names = ["index.html", "boot-0123456789abcdef.js", "sw.js"];
        let files = names.map(|name| (name.to_owned(), Vec::new())).to_vec();
        let headers = String::from_utf8(headers(&files)).unwrap_or_default();
        assert_eq!(headers.matches("immutable").count(), 1);
        assert!(headers.contains("/boot-0123456789abcdef.js\n  Cache-Control: public"));
    }
}
