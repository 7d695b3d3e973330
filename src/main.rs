//! The browser's entry: mounts the page in the place of the prepared one.

use rerate::browser::{recovery, root};

fn main() {
    recovery::report_panics();
    if let Some(root) = root::emptied() {
        leptos::mount::mount_to(root, rerate::page::app).forget();
    }
}
