//! The browser's entry: mounts the page in the place of the prepared one.

fn main() {
    leptos::mount::mount_to_body(rerate::page::App);
}
