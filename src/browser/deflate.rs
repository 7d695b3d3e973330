//! Deflating and inflating, by the browser's own streams.

use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag};

// web-sys has them among what is not stable yet.
#[wasm_bindgen]
extern "C" {
    type CompressionStream;
    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<CompressionStream, JsValue>;

    type DecompressionStream;
    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<DecompressionStream, JsValue>;

    type Stream;
    #[wasm_bindgen(method, catch)]
    fn stream(this: &Stream) -> Result<Stream, JsValue>;
    #[wasm_bindgen(method, js_name = pipeThrough, catch)]
    fn pipe_through(this: &Stream, through: &JsValue) -> Result<Stream, JsValue>;
    #[wasm_bindgen(method, js_name = getReader, catch)]
    fn reader(this: &Stream) -> Result<Stream, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn read(this: &Stream) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn cancel(this: &Stream) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, getter)]
    fn value(this: &Stream) -> Option<Uint8Array>;
}

const FORMAT: &str = "deflate-raw";

/// The bytes, deflated without a header; nothing where the browser cannot.
pub async fn deflated(bytes: &[u8]) -> Option<Vec<u8>> {
    let through = CompressionStream::new(FORMAT).ok()?;
    passed(bytes, &through, usize::MAX).await.ok()
}

/// The bytes, inflated; nothing where they are not deflated, or the browser
/// cannot. It stops as soon as there are more than `most`, and gives what it has.
pub async fn inflated(bytes: &[u8], most: usize) -> Option<Vec<u8>> {
    let through = DecompressionStream::new(FORMAT).ok()?;
    passed(bytes, &through, most).await.ok()
}

/// What comes out of a stream into which the bytes go.
async fn passed(bytes: &[u8], through: &JsValue, most: usize) -> Result<Vec<u8>, JsValue> {
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &BlobPropertyBag::new())?;
    let source: Stream = JsValue::from(blob).unchecked_into();
    let reader = source.stream()?.pipe_through(through)?.reader()?;
    let mut passed = Vec::new();
    loop {
        let chunk: Stream = JsFuture::from(reader.read()?).await?.unchecked_into();
        let Some(bytes) = chunk.value() else {
            return Ok(passed);
        };
        passed.extend(bytes.to_vec());
        if passed.len() > most {
            let _ = JsFuture::from(reader.cancel()?).await;
            return Ok(passed);
        }
    }
}
