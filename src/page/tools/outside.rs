//! What the tools ask of the browser. Natively, where nothing can be pressed,
//! nothing is asked.

#[cfg(feature = "app")]
pub(super) use crate::browser::{
    clipboard::copy,
    document::{address, close_dialog, held_workbook, open_dialog, print, text},
    files::{Unread, picked, save, save_page, save_picture},
    tables::{Cell, rows},
};

#[cfg(not(feature = "app"))]
pub(super) use natively::*;

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

    pub(crate) fn held_workbook() -> Option<String> {
        None
    }

    pub(crate) fn print() {}

    pub(crate) fn open_dialog(_: &str) {}

    pub(crate) fn close_dialog(_: &str) {}
}
