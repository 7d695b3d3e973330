//! A page of somebody else's, at another address and of another origin.

use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use crate::server;

static COUNT: AtomicU32 = AtomicU32::new(0);

/// A site of pages that embed the calculator.
pub(crate) struct Around {
    /// Where it is, with a slash at the end: another name of this machine than
    /// the calculator's, and so another site.
    pub(crate) address: String,
    folder: PathBuf,
}

impl Around {
    /// Serves one page with this head and body.
    pub(crate) fn with(head: &str, body: &str) -> Self {
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("rerate-host-{}-{number}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        fs::create_dir_all(&folder).expect("a folder for a page");
        let html = format!(
            "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Host</title>\
             <link rel=\"icon\" href=\"data:,\">{head}</head>\n<body>{body}</body></html>"
        );
        fs::write(folder.join("index.html"), html).expect("a page can be written");
        let address =
            server::start(folder.clone(), Some(0)).unwrap_or_else(|error| panic!("{error}"));
        Self {
            address: address.replace("127.0.0.1", "localhost"),
            folder,
        }
    }
}

impl Drop for Around {
    fn drop(&mut self) {
        // What stays of it harms nobody.
        let _ = fs::remove_dir_all(&self.folder);
    }
}
