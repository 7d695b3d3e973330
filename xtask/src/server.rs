//! A static file server for looking at `dist/` and for page tests. It serves
//! this machine only, and does what a good static host does: right types,
//! hashed files for ever, documents always asked for again.

use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::thread;

use crate::failure::{Outcome, failed};

/// The ports tried, in order, when none is asked for.
const PORTS: std::ops::Range<u16> = 8080..8100;

/// Serves a folder in the background and gives its address. Port 0 takes any
/// free one.
pub(crate) fn start(folder: PathBuf, port: Option<u16>) -> Outcome<String> {
    let listener = match port {
        Some(port) => TcpListener::bind((Ipv4Addr::LOCALHOST, port)).ok(),
        None => PORTS
            .clone()
            .find_map(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).ok()),
    };
    let (Some(listener), wanted) = (listener, port.unwrap_or(PORTS.start)) else {
        return failed("no port is free: name one with --port, or --port 0 for any");
    };
    let port = listener
        .local_addr()
        .map_or(wanted, |address| address.port());
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let folder = folder.clone();
            // A connection that breaks off is the browser's affair.
            thread::spawn(move || serve(&stream, &folder).unwrap_or_default());
        }
    });
    Ok(format!("http://127.0.0.1:{port}/"))
}

fn serve(stream: &TcpStream, folder: &Path) -> io::Result<()> {
    let mut lines = BufReader::new(stream.take(u64::MAX)).lines();
    let mut out = stream;
    stream.set_nodelay(true)?;
    while let Some(request) = lines.next().transpose()? {
        for header in lines.by_ref() {
            if header?.is_empty() {
                break;
            }
        }
        let mut words = request.split(' ');
        let (method, target) = (
            words.next().unwrap_or_default(),
            words.next().unwrap_or_default(),
        );
        let answer = match method {
            "GET" | "HEAD" => file(folder, target),
            _ => Answer::plain("405 Method Not Allowed"),
        };
        out.write_all(answer.head().as_bytes())?;
        if method != "HEAD" {
            out.write_all(&answer.content)?;
        }
    }
    Ok(())
}

struct Answer {
    status: &'static str,
    kind: &'static str,
    cache: &'static str,
    content: Vec<u8>,
}

impl Answer {
    fn plain(status: &'static str) -> Self {
        Self {
            status,
            kind: "text/plain; charset=utf-8",
            cache: "no-cache",
            content: status.into(),
        }
    }

    fn head(&self) -> String {
        format!(
            "HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\nCache-Control: {}\r\nX-Content-Type-Options: nosniff\r\nAccess-Control-Allow-Origin: *\r\n\r\n",
            self.status,
            self.kind,
            self.content.len(),
            self.cache
        )
    }
}

fn file(folder: &Path, target: &str) -> Answer {
    let path = target.split(['?', '#']).next().unwrap_or_default();
    let path = match path.trim_start_matches('/') {
        "" => "index.html",
        path => path,
    };
    let inside = Path::new(path)
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    match fs::read(folder.join(path)) {
        Ok(content) if inside => Answer {
            status: "200 OK",
            kind: kind(path),
            cache: cache(path),
            content,
        },
        _ => Answer::plain("404 Not Found"),
    }
}

pub(crate) fn kind(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, ending)| ending) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("txt") => "text/plain; charset=utf-8",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}

/// How a file that never changes is kept.
pub(crate) const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// The build puts a hash of 16 digits into the names of files that never change.
pub(crate) fn is_hashed(path: &str) -> bool {
    let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
    let hash = stem.rsplit_once('-').map_or("", |(_, hash)| hash);
    hash.len() == 16 && hash.bytes().all(|digit| digit.is_ascii_hexdigit())
}

pub(crate) fn cache(path: &str) -> &'static str {
    if is_hashed(path) {
        FOR_EVER
    } else {
        "no-cache"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serves_files_and_nothing_outside_the_folder() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        assert_eq!(file(folder, "/Cargo.toml?x=1").status, "200 OK");
        for target in [
            "/src",
            "/none",
            "/../Cargo.toml",
            "/src/../Cargo.toml",
            "//etc/passwd",
        ] {
            assert_eq!(file(folder, target).status, "404 Not Found", "{target}");
        }
    }

    #[test]
    fn only_hashed_names_are_kept() {
        assert!(cache("rerate-0123456789abcdef.wasm").contains("immutable"));
        for path in ["index.html", "zh-hans.html", "sw.js"] {
            assert_eq!(cache(path), "no-cache");
        }
    }

    #[test]
    fn answers_several_requests_on_one_connection() -> io::Result<()> {
        let address = start(PathBuf::from(env!("CARGO_MANIFEST_DIR")), Some(0)).unwrap_or_default();
        let host = address.trim_start_matches("http://").trim_end_matches('/');
        let mut stream = TcpStream::connect(host)?;
        let mut said = String::new();
        for _ in 0..2 {
            stream.write_all(b"HEAD /Cargo.toml HTTP/1.1\r\nHost: x\r\n\r\n")?;
        }
        stream.shutdown(std::net::Shutdown::Write)?;
        stream.read_to_string(&mut said)?;
        assert_eq!(said.matches("HTTP/1.1 200 OK").count(), 2);
        Ok(())
    }
}
