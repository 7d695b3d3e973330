//! The page around an embed, through the script of the embed documents
//! (`static/embed/frame.js`), which checks the shape of what comes from there
//! and outlives this module. In other documents there is no such script, and
//! nothing happens here.

use js_sys::Function;
use wasm_bindgen::prelude::*;

use super::picture::Picture;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = rerateFrame, js_name = serve, catch)]
    fn frame_serve(answer: JsValue) -> Result<(), JsValue>;
    #[wasm_bindgen(js_namespace = rerateFrame, js_name = changed, catch)]
    fn frame_changed() -> Result<(), JsValue>;
}

/// The way back to who called.
pub struct Reply(Function);

impl Reply {
    /// Answers with a text.
    pub fn done(&self, text: &str) {
        self.give(true, &text.into());
    }

    /// Says why there is no answer.
    pub fn refused(&self, reason: &str) {
        self.give(false, &reason.into());
    }

    /// Answers with the chart of a name: its lines as text, or its points as a
    /// file once it is drawn.
    pub fn picture(self, chart: &str, points: bool) {
        let title = super::document::text(&[chart, ".title"].concat());
        let Some(picture) = Picture::of(&[chart, ".drawing"].concat(), &title) else {
            self.refused("no-such-chart");
            return;
        };
        if points {
            picture.as_png(move |file| match file {
                Some(file) => self.give(true, &file),
                None => self.refused("not-drawn"),
            });
        } else {
            self.done(picture.svg());
        }
    }

    fn give(&self, done: bool, value: &JsValue) {
        let _ = self.0.call2(&JsValue::NULL, &done.into(), value);
    }
}

/// Says that the calculator works, and answers the calls that come: each by its
/// name, with an argument as JSON text.
pub fn serve(answer: impl Fn(String, String, Reply) + 'static) {
    let answer = move |name, argument, reply| answer(name, argument, Reply(reply));
    // For good: the page stands as long as its window.
    let answer = Closure::<dyn Fn(String, String, Function)>::new(answer).into_js_value();
    let _ = frame_serve(answer);
}

/// Says that the workbook has changed.
pub fn changed() {
    let _ = frame_changed();
}
