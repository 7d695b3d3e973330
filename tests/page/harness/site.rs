//! The release, served on a port of its own by the server that `cargo xtask
//! serve` has, behind a wire-tap that writes down every request.

use std::env;
use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, Shutdown, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use crate::server;

/// A site of one test's own.
pub(crate) struct Site {
    /// Where it is, without a slash at the end.
    pub(crate) address: String,
    heard: Heard,
}

/// What all connections have said so far, each in its own text.
type Heard = Arc<Mutex<Vec<Vec<u8>>>>;

impl Site {
    /// Serves the release.
    pub(crate) fn start() -> Self {
        let folder = folder();
        assert!(
            folder.join("index.html").is_file(),
            "there is no release in {}: `cargo xtask build` makes it",
            folder.display()
        );
        let behind = server::start(folder, Some(0)).unwrap_or_else(|error| panic!("{error}"));
        let behind = behind
            .trim_start_matches("http://")
            .trim_end_matches('/')
            .to_owned();
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let address = listener.local_addr().expect("a bound port");
        let heard = Heard::default();
        let log = Arc::clone(&heard);
        thread::spawn(move || {
            for client in listener.incoming().flatten() {
                let (log, behind) = (Arc::clone(&log), behind.clone());
                // A connection that breaks off is the browser's affair.
                thread::spawn(move || pass_on(&client, &behind, &log).unwrap_or_default());
            }
        });
        Self {
            address: format!("http://{address}"),
            heard,
        }
    }

    /// The first line of every request so far, such as `GET / HTTP/1.1`; but for
    /// the tab's icon, which the browser fetches when it pleases.
    pub(crate) fn requests(&self) -> Vec<String> {
        let heard = self.heard.lock().unwrap_or_else(PoisonError::into_inner);
        heard
            .iter()
            .flat_map(|said| {
                String::from_utf8_lossy(said)
                    .lines()
                    .filter(|line| line.ends_with(" HTTP/1.1") && !line.contains("/icon.svg "))
                    .map(ToOwned::to_owned)
                    .collect::<Vec<_>>()
            })
            .collect()
    }
}

/// The folder of the release: `RERATE_DIST`, or `dist/`.
pub(crate) fn folder() -> PathBuf {
    env::var_os("RERATE_DIST").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("dist"),
        PathBuf::from,
    )
}

/// Carries a connection to the server behind and back, and notes what the
/// client says.
fn pass_on(client: &TcpStream, behind: &str, heard: &Heard) -> io::Result<()> {
    let server = TcpStream::connect(behind)?;
    for stream in [client, &server] {
        stream.set_nodelay(true)?;
    }
    let (mut answers, mut back) = (server.try_clone()?, client.try_clone()?);
    thread::spawn(move || {
        let ended = io::copy(&mut answers, &mut back);
        let _ = back.shutdown(Shutdown::Both);
        ended
    });
    let number = {
        let mut heard = heard.lock().unwrap_or_else(PoisonError::into_inner);
        heard.push(Vec::new());
        heard.len() - 1
    };
    let (mut from, mut to) = (client, &server);
    let mut piece = [0; 4096];
    loop {
        let length = from.read(&mut piece)?;
        if length == 0 {
            return server.shutdown(Shutdown::Both);
        }
        heard.lock().unwrap_or_else(PoisonError::into_inner)[number]
            .extend_from_slice(&piece[..length]);
        to.write_all(&piece[..length])?;
    }
}
