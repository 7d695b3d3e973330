//! The browsers that the tests can run in, each by its driver.

use std::env;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use super::page::poll;

/// A browser: another one is another row of [`BROWSERS`].
pub(crate) struct Browser {
    /// What `RERATE_BROWSER` calls it.
    name: &'static str,
    /// The variable that says where its driver is, and the driver's name on PATH.
    driver: (&'static str, &'static str),
    /// The same of the browser itself.
    program: (&'static str, &'static str),
    /// What a session asks of the driver, with the browser's program.
    capabilities: fn(&str) -> Value,
    /// Whether the driver passes on commands of the DevTools protocol.
    pub(crate) has_devtools: bool,
}

/// The first is the one that tests run in unless `RERATE_BROWSER` names another.
const BROWSERS: &[Browser] = &[Browser {
    name: "chromium",
    driver: ("RERATE_CHROMEDRIVER", "chromedriver"),
    program: ("RERATE_CHROMIUM", "chromium"),
    capabilities: chromium,
    has_devtools: true,
}];

fn chromium(program: &str) -> Value {
    json!({
        "goog:chromeOptions": {
            "binary": program,
            "args": [
                "--headless",
                // The tests may run as root, where Chromium refuses its sandbox.
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--force-device-scale-factor=1",
                "--lang=en-US",
                "--accept-lang=en-US",
            ],
        },
        "goog:loggingPrefs": { "browser": "ALL" },
    })
}

/// The browser that the tests run in.
pub(crate) fn chosen() -> &'static Browser {
    let name = env::var("RERATE_BROWSER").unwrap_or_default();
    if name.is_empty() {
        return &BROWSERS[0];
    }
    let known: Vec<&str> = BROWSERS.iter().map(|browser| browser.name).collect();
    BROWSERS
        .iter()
        .find(|browser| browser.name == name)
        .unwrap_or_else(|| panic!("RERATE_BROWSER is {name}; known are {}", known.join(", ")))
}

/// A driver that runs, on a port of its own.
pub(crate) struct Driver {
    process: Child,
    address: String,
}

impl Browser {
    /// Starts the driver and waits until it is ready.
    async fn start(&self) -> Driver {
        let program = named(self.driver);
        for _ in 0..3 {
            // Whoever takes the port in between is met with another try.
            let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
                .and_then(|listener| listener.local_addr())
                .expect("a free port")
                .port();
            let mut process = Command::new(&program)
                .arg(format!("--port={port}"))
                .stdin(Stdio::null())
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()
                .unwrap_or_else(|error| panic!("{program} does not start: {error}"));
            let listens = poll(async || {
                let ended = matches!(process.try_wait(), Ok(Some(_)));
                (ended || is_ready(port)).then_some(!ended)
            })
            .await;
            if listens == Some(true) {
                return Driver {
                    process,
                    address: format!("http://127.0.0.1:{port}/"),
                };
            }
            end(&mut process);
        }
        panic!("{program} does not listen on its port");
    }

    /// Opens a session with a driver of its own. Now and then a browser does
    /// not come up, which says nothing of the page, so there are three tries.
    pub(crate) async fn session(&self) -> (Driver, Client) {
        let Value::Object(capabilities) = (self.capabilities)(&named(self.program)) else {
            panic!("capabilities are an object");
        };
        let mut faults = Vec::new();
        for _ in 0..3 {
            let driver = self.start().await;
            let session = ClientBuilder::new(HttpConnector::new())
                .capabilities(capabilities.clone())
                .connect(&driver.address)
                .await;
            match session {
                Ok(client) => return (driver, client),
                Err(error) => faults.push(error.to_string()),
            }
        }
        panic!("{} opens no session: {}", self.name, faults.join("; "));
    }
}

/// Whether the driver on a port says that it takes sessions.
fn is_ready(port: u16) -> bool {
    let says = || -> std::io::Result<bool> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
        stream.set_read_timeout(Some(Duration::from_secs(2)))?;
        let request = format!("GET /status HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n");
        stream.write_all(request.as_bytes())?;
        let mut answer = String::new();
        let mut some = [0; 1024];
        // The driver may keep the connection open, so there is no waiting for
        // its end.
        while !answer.contains("\"ready\"") || !answer.ends_with('}') {
            let read = stream.read(&mut some)?;
            if read == 0 {
                break;
            }
            answer.push_str(&String::from_utf8_lossy(&some[..read]));
        }
        Ok(answer.replace(' ', "").contains("\"ready\":true"))
    };
    says().unwrap_or(false)
}

impl Drop for Driver {
    fn drop(&mut self) {
        end(&mut self.process);
    }
}

fn end(process: &mut Child) {
    // One that has ended by itself is no failure.
    let _ = process.kill();
    let _ = process.wait();
}

/// A program by its variable, or by its name on PATH.
fn named((variable, name): (&str, &str)) -> String {
    env::var(variable)
        .ok()
        .filter(|path| !path.is_empty())
        .unwrap_or_else(|| name.to_owned())
}
