//! A host of the release with faults of one's choice, at a folder of its own,
//! whose files can change while a page stands on them.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use super::site::folder;
use crate::server::{cache, kind};

/// The files of a site, by name.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// What is wrong with a host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Nothing.
    None,
    /// It is not to be reached.
    Down,
    /// It breaks off in the midst of a file, once it has given so many in full,
    /// not counting the worker itself, and gives none from then on.
    CutAfter(usize),
    /// One file has another byte at its end.
    Corrupt(String),
    /// One file is said to be elsewhere.
    Redirects(String),
    /// One file is gone.
    Missing(String),
}

/// A host of one test's own.
pub(crate) struct Host {
    /// The address of its folder, with a slash at the end.
    pub(crate) address: String,
    state: Arc<Mutex<State>>,
}

struct State {
    folder: &'static str,
    files: Files,
    fault: Fault,
    given: usize,
    asked: Vec<String>,
}

impl Host {
    /// Serves the release in a folder, such as `/` or `/x/y/`.
    pub(crate) fn start(folder: &'static str) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let address = listener.local_addr().expect("a bound port");
        let state = Arc::new(Mutex::new(State {
            folder,
            files: release(),
            fault: Fault::None,
            given: 0,
            asked: Vec::new(),
        }));
        let shared = Arc::clone(&state);
        thread::spawn(move || {
            for client in listener.incoming().flatten() {
                let state = Arc::clone(&shared);
                // A connection that breaks off is the browser's affair.
                thread::spawn(move || serve(&client, &state).unwrap_or_default());
            }
        });
        Self {
            address: format!("http://{address}{folder}"),
            state,
        }
    }

    /// Has it serve other files.
    pub(crate) fn put(&self, files: Files) {
        locked(&self.state).files = files;
    }

    /// Has it fail, or work again.
    pub(crate) fn set(&self, fault: Fault) {
        let mut state = locked(&self.state);
        state.fault = fault;
        state.given = 0;
    }

    /// The paths that were asked for so far.
    pub(crate) fn asked(&self) -> Vec<String> {
        locked(&self.state).asked.clone()
    }
}

/// The files of the release.
pub(crate) fn release() -> Files {
    let folder = folder();
    let entries = fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("there is no release in {}: {error}", folder.display()));
    let paths = entries.flatten().map(|entry| entry.path());
    paths
        .filter(|path| path.is_file())
        .map(|path| {
            let name = path.file_name().expect("a file's name").to_string_lossy();
            (
                name.into_owned(),
                fs::read(&path).expect("a file of the release"),
            )
        })
        .collect()
}

fn locked(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What is sent, and whether the connection then breaks off.
struct Answer {
    bytes: Vec<u8>,
    ends: bool,
}

fn serve(client: &TcpStream, state: &Mutex<State>) -> io::Result<()> {
    client.set_nodelay(true)?;
    let mut lines = BufReader::new(client).lines();
    let mut out = client;
    while let Some(request) = lines.next().transpose()? {
        for header in lines.by_ref() {
            if header?.is_empty() {
                break;
            }
        }
        let target = request.split(' ').nth(1).unwrap_or_default();
        let answer = locked(state).answer(target);
        out.write_all(&answer.bytes)?;
        if answer.ends {
            break;
        }
    }
    Ok(())
}

impl State {
    fn answer(&mut self, target: &str) -> Answer {
        let whole = |bytes| Answer { bytes, ends: false };
        if self.fault == Fault::Down {
            return Answer {
                bytes: Vec::new(),
                ends: true,
            };
        }
        let path = target.split('?').next().unwrap_or_default();
        self.asked.push(path.to_owned());
        let name = match path.strip_prefix(self.folder) {
            Some("") => "index.html",
            Some(name) => name,
            None => return whole(said("404 Not Found", "", b"")),
        };
        if self.fault == Fault::Missing(name.to_owned()) {
            return whole(said("404 Not Found", "", b""));
        }
        if self.fault == Fault::Redirects(name.to_owned()) {
            let elsewhere = format!("Location: {}{name}?elsewhere\r\n", self.folder);
            if !target.ends_with("?elsewhere") {
                return whole(said("302 Found", &elsewhere, b""));
            }
        }
        let Some(content) = self.files.get(name) else {
            return whole(said("404 Not Found", "", b""));
        };
        let head = format!(
            "Content-Type: {}\r\nCache-Control: {}\r\n",
            kind(name),
            cache(name)
        );
        let mut content = content.clone();
        if self.fault == Fault::Corrupt(name.to_owned()) {
            content.push(b' ');
        }
        let mut answer = whole(said("200 OK", &head, &content));
        if let Fault::CutAfter(most) = self.fault
            && name != "sw.js"
        {
            if self.given >= most {
                let half = if self.given == most {
                    content.len() / 2
                } else {
                    answer.bytes.len()
                };
                answer.bytes.truncate(answer.bytes.len() - half);
                answer.ends = true;
            }
            self.given += 1;
        }
        answer
    }
}

fn said(status: &str, headers: &str, content: &[u8]) -> Vec<u8> {
    let length = content.len();
    let head = format!(
        "HTTP/1.1 {status}\r\n{headers}Content-Length: {length}\r\nX-Content-Type-Options: nosniff\r\nAccess-Control-Allow-Origin: *\r\n\r\n"
    );
    [head.as_bytes(), content].concat()
}
