//! What the tools ask of the browser. Natively, where nothing can be pressed,
//! nothing is asked.

#[cfg(feature = "app")]
pub(crate) use crate::browser::{
    address::with_fragment,
    clipboard::copy,
    clock::now,
    document::{address, close_dialog, held_workbook, open_dialog, print, text},
    files::{Unread, picked, save, save_page, save_picture},
    share::{can_share, share},
    storage::{Unstored, names, read, remove, write},
    tables::{Cell, rows},
};

#[cfg(not(feature = "app"))]
pub(crate) use natively::*;

/// Hands on a text deflated, or nothing where the browser cannot.
#[cfg(feature = "app")]
pub(crate) fn deflated(text: String, then: impl FnOnce(Option<Vec<u8>>) + 'static) {
    leptos::task::spawn_local(async move {
        then(crate::browser::deflate::deflated(text.as_bytes()).await);
    });
}

#[cfg(not(feature = "app"))]
mod natively {
    use leptos::ev::Event;

    #[derive(Clone, Default)]
    pub(crate) struct Cell {
        pub(crate) text: String,
        pub(crate) value: Option<String>,
        pub(crate) is_figure: bool,
    }

    #[derive(Clone, Copy)]
    pub(crate) enum Unread {
        TooLarge,
        Failed,
    }

    #[derive(Clone, Copy)]
    pub(crate) enum Unstored {
        Denied,
        Full,
    }

    pub(crate) fn names() -> Option<Vec<String>> {
        Some(Vec::new())
    }

    pub(crate) fn read(_: &str) -> Option<String> {
        None
    }

    pub(crate) fn write(_: &str, text: &str) -> Result<(), Unstored> {
        Err(if text.is_empty() {
            Unstored::Denied
        } else {
            Unstored::Full
        })
    }

    pub(crate) fn remove(_: &str) -> bool {
        false
    }

    pub(crate) fn now() -> f64 {
        0.0
    }

    pub(crate) fn with_fragment(_: &str) -> String {
        String::new()
    }

    pub(crate) fn can_share() -> bool {
        false
    }

    pub(crate) fn share(_: &str, _: &str) {}

    pub(crate) fn deflated(_: String, then: impl FnOnce(Option<Vec<u8>>) + 'static) {
        then(None);
    }

    pub(crate) fn copy(_: &str, _: Option<&str>, done: impl FnOnce(bool) + 'static) {
        done(false);
    }

    pub(crate) fn picked(
        _: &Event,
        most: u32,
        then: impl FnOnce(Result<String, Unread>) + 'static,
    ) {
        then(Err(if most == 0 {
            Unread::TooLarge
        } else {
            Unread::Failed
        }));
    }

    pub(crate) fn save(_: &str, _: &str, _: &str) {}

    pub(crate) fn save_page(_: &str, then: impl FnOnce(bool) + 'static) {
        then(false);
    }

    pub(crate) fn save_picture(_: &str, _: &str, _: String, _: bool) {}

    pub(crate) fn rows(_: &str) -> Vec<Vec<Cell>> {
        vec![vec![Cell::default()]]
    }

    pub(crate) fn address() -> String {
        String::new()
    }

    pub(crate) fn text(_: &str) -> String {
        String::new()
    }

    pub(crate) fn print() {}

    pub(crate) fn open_dialog(_: &str) {}

    pub(crate) fn close_dialog(_: &str) {}
}
