//! The browser's entry: has the page take over the prepared one.

use rerate::browser::{recovery, root};

fn main() {
    recovery::report_panics();
    if let Some(root) = root::found() {
        leptos::mount::mount_to(root, rerate::page::app).forget();
    }
}
