//! The rest of the world, for a browser that is to have no need of it: a proxy
//! that notes what it is asked for, and gives nothing.

use std::io::{self, BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// A proxy of one test's own.
pub(super) struct Outside {
    /// Its host and port.
    pub(super) address: String,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Outside {
    pub(super) fn start() -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let address = listener.local_addr().expect("a bound port").to_string();
        let asked = Arc::<Mutex<Vec<String>>>::default();
        let log = Arc::clone(&asked);
        thread::spawn(move || {
            for client in listener.incoming().flatten() {
                // A connection that breaks off, or is opened and let be, as by
                // whoever looks for a free port, has asked for nothing.
                let request = refuse(&client).unwrap_or_default();
                if !request.is_empty() {
                    log.lock()
                        .unwrap_or_else(PoisonError::into_inner)
                        .push(request);
                }
            }
        });
        Self { address, asked }
    }

    /// The first line of every request so far, such as `CONNECT a.b:443 HTTP/1.1`.
    pub(super) fn requests(&self) -> Vec<String> {
        let asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        asked.clone()
    }
}

fn refuse(client: &TcpStream) -> io::Result<String> {
    let mut request = String::new();
    BufReader::new(client).read_line(&mut request)?;
    let mut out = client;
    out.write_all(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")?;
    Ok(request.trim_end().to_owned())
}
