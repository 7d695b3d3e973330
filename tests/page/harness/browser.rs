//! The browsers that the tests can run in, each by its driver.

use std::env;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use super::page::poll;
use super::within;

/// How long a driver may take to open a session.
const OPENING: Duration = Duration::from_secs(20);

/// A browser with its driver.
pub(crate) struct Browser {
    pub(crate) name: &'static str,
    driver: Program,
    /// What the driver is told, besides its port.
    driver_arguments: &'static [&'static str],
    program: Program,
    /// What a session asks of the driver, with the browser's program.
    capabilities: fn(&str) -> Value,
    /// Whether it can be seen only on a display, which then is made for it.
    needs_display: bool,
    /// Whether the driver can pick from a list, which opens outside of the page.
    pub(crate) clicks_options: bool,
    /// Its maker's hosts, which it asks by itself whatever page is open. A page
    /// that asked them would be told on by its policy.
    pub(crate) maker: &'static [&'static str],
    /// Whether the driver passes on commands of the DevTools protocol.
    pub(crate) has_devtools: bool,
}

/// A program: the variable that says where it is, and its name on PATH.
struct Program {
    variable: &'static str,
    name: &'static str,
}

/// The browser of every test that names no other.
pub(crate) const CHROMIUM: &Browser = &Browser {
    name: "chromium",
    driver: Program {
        variable: "RERATE_CHROMEDRIVER",
        name: "chromedriver",
    },
    driver_arguments: &[],
    program: Program {
        variable: "RERATE_CHROMIUM",
        name: "chromium",
    },
    capabilities: chromium,
    needs_display: false,
    clicks_options: true,
    maker: &[".google.com", ".googleapis.com", ".gvt1.com"],
    has_devtools: true,
};

/// Gecko, as Firefox's long-term release.
pub(crate) const FIREFOX: &Browser = &Browser {
    name: "firefox",
    driver: Program {
        variable: "RERATE_GECKODRIVER",
        name: "geckodriver",
    },
    // Two at once would otherwise want the same port.
    driver_arguments: &["--websocket-port=0"],
    program: Program {
        variable: "RERATE_FIREFOX",
        name: "firefox-esr",
    },
    capabilities: firefox,
    needs_display: false,
    clicks_options: true,
    maker: &[".mozilla.com", ".mozilla.net"],
    has_devtools: false,
};

/// WebKit, as WebKitGTK's own small browser.
pub(crate) const WEBKIT: &Browser = &Browser {
    name: "webkit",
    driver: Program {
        variable: "RERATE_WEBKITDRIVER",
        name: "WebKitWebDriver",
    },
    driver_arguments: &[],
    program: Program {
        variable: "RERATE_MINIBROWSER",
        name: "MiniBrowser",
    },
    capabilities: webkit,
    needs_display: true,
    clicks_options: false,
    maker: &[],
    has_devtools: false,
};

/// The server of displays that nobody sees.
const XVFB: Program = Program {
    variable: "RERATE_XVFB",
    name: "Xvfb",
};

/// Tests of the functions named, each in every engine and under its name: each
/// is given the browser that it is to run in.
macro_rules! in_every_engine {
    ($($test:ident),+ $(,)?) => {
        in_every_engine!(@ chromium CHROMIUM $($test)+);
        in_every_engine!(@ firefox FIREFOX $($test)+);
        in_every_engine!(@ webkit WEBKIT $($test)+);
    };
    (@ $engine:ident $browser:ident $($test:ident)+) => {
        mod $engine {
            $(
                #[test]
                fn $test() {
                    super::$test($crate::harness::browser::$browser);
                }
            )+
        }
    };
}
pub(crate) use in_every_engine;

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

fn firefox(program: &str) -> Value {
    json!({
        "moz:firefoxOptions": {
            "binary": program,
            "args": ["-headless"],
            "prefs": { "intl.accept_languages": "en-US, en" },
        },
    })
}

fn webkit(program: &str) -> Value {
    json!({
        "webkitgtk:browserOptions": { "binary": program, "args": ["--automation"] },
    })
}

/// A driver that runs, on a port of its own.
pub(crate) struct Driver {
    process: Child,
    /// The display that its browser shows itself on.
    display: Option<Child>,
    address: String,
}

impl Browser {
    /// Starts the driver and waits until it is ready.
    async fn start(&self) -> Driver {
        let program = self.driver.path();
        for _ in 0..3 {
            // Whoever takes the port in between is met with another try.
            let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
                .and_then(|listener| listener.local_addr())
                .expect("a free port")
                .port();
            let mut command = Command::new(&program);
            command
                .arg(format!("--port={port}"))
                .args(self.driver_arguments)
                .stdin(Stdio::null())
                .stdout(Stdio::null())
                .stderr(Stdio::null());
            let display = self.needs_display.then(|| display(&mut command));
            let mut process = command
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
                    display,
                    address: format!("http://127.0.0.1:{port}/"),
                };
            }
            end(&mut process);
            display
                .into_iter()
                .for_each(|mut display| end(&mut display));
        }
        panic!("{program} does not listen on its port");
    }

    /// Opens a session with a driver of its own, in which the browser asks all
    /// that does not lie on this machine of a `proxy`. Now and then a browser
    /// does not come up, which says nothing of the page, so there are five
    /// tries.
    pub(crate) async fn session(&self, proxy: &str) -> (Driver, Client) {
        let Value::Object(mut capabilities) = (self.capabilities)(&self.program.path()) else {
            panic!("capabilities are an object");
        };
        let proxies = json!({
            "proxyType": "manual",
            "httpProxy": proxy,
            "sslProxy": proxy,
            "noProxy": ["127.0.0.1", "localhost"],
        });
        capabilities.insert("proxy".to_owned(), proxies);
        let mut faults = Vec::new();
        for _ in 0..5 {
            let driver = self.start().await;
            let mut session = ClientBuilder::new(HttpConnector::new());
            session.capabilities(capabilities.clone());
            match within(OPENING, session.connect(&driver.address)).await {
                Some(Ok(client)) => return (driver, client),
                Some(Err(error)) => faults.push(error.to_string()),
                None => faults.push(format!("no answer in {OPENING:?}")),
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
        if let Some(display) = &mut self.display {
            end(display);
        }
    }
}

fn end(process: &mut Child) {
    // One that has ended by itself is no failure.
    let _ = process.kill();
    let _ = process.wait();
}

/// Starts a display for what a command will show.
fn display(command: &mut Command) -> Child {
    let program = XVFB.path();
    let mut server = Command::new(&program)
        // It picks a number that is free, and says which.
        .args([
            "-displayfd",
            "1",
            "-screen",
            "0",
            "1400x1000x24",
            "-nolisten",
            "tcp",
        ])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap_or_else(|error| panic!("{program} does not start: {error}"));
    let mut number = String::new();
    if let Some(says) = server.stdout.take() {
        let read = BufReader::new(says).read_line(&mut number);
        read.unwrap_or_else(|error| panic!("{program} names no display: {error}"));
    }
    command.env("DISPLAY", format!(":{}", number.trim()));
    server
}

impl Program {
    fn path(&self) -> String {
        env::var(self.variable)
            .ok()
            .filter(|path| !path.is_empty())
            .unwrap_or_else(|| self.name.to_owned())
    }
}
