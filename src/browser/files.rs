//! Files that the reader saves and opens.

use js_sys::Promise;
use wasm_bindgen::{JsCast, prelude::*};
use web_sys::{Blob, Event, HtmlAnchorElement, HtmlInputElement, Url};

use super::{clipboard::blob, picture::Picture, promise};

/// Offers a text to be saved under a name; nothing where the browser refuses.
pub fn save(name: &str, kind: &str, content: &str) {
    if let Ok(file) = blob(kind, content) {
        save_file(name, &file);
    }
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = rerate, js_name = savePage, catch)]
    fn boot_save_page(workbook: &str) -> Result<Promise, JsValue>;
}

/// Offers the whole calculator to be saved as one file that holds a workbook,
/// and says whether that could be done.
pub fn save_page(workbook: &str, then: impl FnOnce(bool) + 'static) {
    match boot_save_page(workbook) {
        Ok(saved) => promise::settled(&saved, move |saved| then(saved.is_some())),
        // The script that saves has not arrived.
        Err(_) => then(false),
    }
}

/// Offers the chart in the drawing of an id to be saved as a picture of points
/// or of lines, under a title; nothing where the browser refuses.
pub fn save_picture(drawing: &str, title: &str, name: String, points: bool) {
    let Some(picture) = Picture::of(drawing, title) else {
        return;
    };
    let saved = move |file: Option<Blob>| {
        if let Some(file) = file {
            save_file(&name, &file);
        }
    };
    if points {
        picture.as_png(saved);
    } else {
        saved(picture.as_svg());
    }
}

fn save_file(name: &str, file: &Blob) {
    let link = gloo_utils::document()
        .create_element("a")
        .ok()
        .and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok());
    let address = Url::create_object_url_with_blob(file).ok();
    if let (Some(link), Some(address)) = (link, address) {
        link.set_href(&address);
        link.set_download(name);
        link.click();
        let _ = Url::revoke_object_url(&address);
    }
}

/// Why a file was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It is larger than allowed.
    TooLarge,
    /// The browser could not read it.
    Failed,
}

/// Reads the file that was picked in a field, as text, if it has at most so many
/// bytes. The field is then ready for the same file again.
pub fn picked(event: &Event, most: u32, then: impl FnOnce(Result<String, Unread>) + 'static) {
    let field = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let file = field
        .as_ref()
        .and_then(HtmlInputElement::files)
        .and_then(|files| files.get(0));
    let Some(file) = file else { return };
    if file.size() > f64::from(most) {
        then(Err(Unread::TooLarge));
    } else {
        promise::settled(&file.text(), move |text| {
            then(text.and_then(|text| text.as_string()).ok_or(Unread::Failed));
        });
    }
    if let Some(field) = field {
        field.set_value("");
    }
}
