//! A chart as a picture that stands by itself, without the page's style sheet.

use gloo_utils::{document, window};
use js_sys::{Function, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{
    Blob, CanvasRenderingContext2d, CssStyleDeclaration, Element, HtmlCanvasElement,
    HtmlImageElement, Url, XmlSerializer,
};

use super::clipboard::blob;

const SVG: &str = "http://www.w3.org/2000/svg";

/// What a mark takes from the style sheet, colours first.
const COLOURS: [&str; 2] = ["fill", "stroke"];
const STYLES: [&str; 11] = [
    "paint-order",
    "stroke-linejoin",
    "fill-opacity",
    "stroke-width",
    "stroke-dasharray",
    "font-family",
    "font-size",
    "font-weight",
    "text-anchor",
    "vector-effect",
    "visibility",
];

/// The space above the drawing for its title, and around both, in pixels.
const TITLE: i32 = 36;
const MARGIN: i32 = 16;

/// Pixels of a PNG to one of the page.
const SHARPNESS: i32 = 2;

/// A drawing that stands by itself.
pub(super) struct Picture {
    svg: String,
    width: i32,
    height: i32,
}

impl Picture {
    /// The drawing of an id as it looks on the page, under a title; none where
    /// there is no such drawing.
    #[must_use]
    pub(super) fn of(id: &str, title: &str) -> Option<Self> {
        Self::drawn(id, title).ok().flatten()
    }

    fn drawn(id: &str, title: &str) -> Result<Option<Self>, JsValue> {
        let Some(drawing) = document().get_element_by_id(id) else {
            return Ok(None);
        };
        let place = drawing.get_bounding_client_rect();
        let copy = drawing
            .clone_node_with_deep(true)?
            .unchecked_into::<Element>();
        let paint = Paint::new()?;
        paint.dress(&drawing, &copy)?;
        let (originals, copies) = (
            drawing.query_selector_all("*")?,
            copy.query_selector_all("*")?,
        );
        for index in 0..originals.length() {
            if let (Some(original), Some(copy)) = (originals.get(index), copies.get(index)) {
                paint.dress(original.unchecked_ref(), copy.unchecked_ref())?;
            }
        }
        let (width, height) = (place.width() as i32, place.height() as i32);
        let sized = |element: &Element, pairs: &[(&str, i32)]| {
            pairs
                .iter()
                .try_for_each(|(name, value)| element.set_attribute(name, &value.to_string()))
        };
        sized(
            &copy,
            &[
                ("x", MARGIN),
                ("y", MARGIN + TITLE),
                ("width", width),
                ("height", height),
            ],
        )?;
        let (width, height) = (width + 2 * MARGIN, height + TITLE + 2 * MARGIN);
        let whole = document().create_element_ns(Some(SVG), "svg")?;
        sized(&whole, &[("width", width), ("height", height)])?;
        let paper = document().create_element_ns(Some(SVG), "rect")?;
        paper.set_attribute("width", "100%")?;
        paper.set_attribute("height", "100%")?;
        let page = style(&document().document_element().ok_or(JsValue::NULL)?)?;
        paper.set_attribute(
            "fill",
            &paint.mixed(&page.get_property_value("background-color")?)?,
        )?;
        let heading = document().create_element_ns(Some(SVG), "text")?;
        sized(&heading, &[("x", MARGIN), ("y", MARGIN + TITLE / 2)])?;
        heading.set_attribute("fill", &paint.mixed(&page.get_property_value("color")?)?)?;
        heading.set_attribute("font-family", &page.get_property_value("font-family")?)?;
        heading.set_attribute("font-weight", "bold")?;
        heading.set_text_content(Some(title));
        for part in [paper, heading, copy] {
            whole.append_child(&part)?;
        }
        let svg = XmlSerializer::new()?.serialize_to_string(&whole)?;
        Ok(Some(Self { svg, width, height }))
    }

    /// The picture as text.
    #[must_use]
    pub(super) fn svg(&self) -> &str {
        &self.svg
    }

    /// The picture as a file of lines.
    #[must_use]
    pub(super) fn as_svg(&self) -> Option<Blob> {
        blob("image/svg+xml", &self.svg).ok()
    }

    /// The picture as a file of points, once it is drawn; none where the browser
    /// refuses.
    pub(super) fn as_png(&self, done: impl FnOnce(Option<Blob>) + 'static) {
        let mut done = Some(done);
        let drawn = Closure::once_into_js(move |made: JsValue| {
            if let Some(done) = done.take() {
                done(made.dyn_into().ok());
            }
        });
        let _ = self.draw(drawn.unchecked_into());
    }

    fn draw(&self, drawn: Function) -> Result<(), JsValue> {
        let canvas: HtmlCanvasElement = document().create_element("canvas")?.unchecked_into();
        canvas.set_width((self.width * SHARPNESS).unsigned_abs());
        canvas.set_height((self.height * SHARPNESS).unsigned_abs());
        let address = Url::create_object_url_with_blob(&blob("image/svg+xml", &self.svg)?)?;
        let image = HtmlImageElement::new()?;
        image.set_src(&address);
        let loaded = image.clone();
        let then = Closure::once_into_js(move || {
            let _ = Url::revoke_object_url(&address);
            if let Ok(context) = context(&canvas) {
                let (width, height) = (f64::from(canvas.width()), f64::from(canvas.height()));
                let _ = context.draw_image_with_html_image_element_and_dw_and_dh(
                    &loaded, 0.0, 0.0, width, height,
                );
                let _ = canvas.to_blob(&drawn);
            }
        });
        image.set_onload(Some(then.unchecked_ref()));
        Ok(())
    }
}

fn context(canvas: &HtmlCanvasElement) -> Result<CanvasRenderingContext2d, JsValue> {
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    Ok(context.unchecked_into())
}

fn style(element: &Element) -> Result<CssStyleDeclaration, JsValue> {
    window().get_computed_style(element)?.ok_or(JsValue::NULL)
}

/// Colours as every program reads them: the page's own are in a newer notation.
struct Paint(CanvasRenderingContext2d);

impl Paint {
    fn new() -> Result<Self, JsValue> {
        let canvas: HtmlCanvasElement = document().create_element("canvas")?.unchecked_into();
        canvas.set_width(1);
        canvas.set_height(1);
        // Its one point is read again and again.
        let options = Object::new();
        Reflect::set(&options, &"willReadFrequently".into(), &JsValue::TRUE)?;
        let context = canvas.get_context_with_context_options("2d", &options)?;
        Ok(Self(context.ok_or(JsValue::NULL)?.unchecked_into()))
    }

    fn mixed(&self, colour: &str) -> Result<String, JsValue> {
        if colour == "none" {
            return Ok(colour.to_owned());
        }
        self.0.clear_rect(0.0, 0.0, 1.0, 1.0);
        self.0.set_fill_style_str(colour);
        self.0.fill_rect(0.0, 0.0, 1.0, 1.0);
        let point = self.0.get_image_data(0.0, 0.0, 1.0, 1.0)?.data();
        let [red, green, blue] =
            [0, 1, 2].map(|part| point.get(part).copied().unwrap_or_default().to_string());
        Ok(["rgb(", &red, ",", &green, ",", &blue, ")"].concat())
    }

    /// Gives a mark what the style sheet gives it.
    fn dress(&self, original: &Element, copy: &Element) -> Result<(), JsValue> {
        let style = style(original)?;
        for name in COLOURS {
            copy.set_attribute(name, &self.mixed(&style.get_property_value(name)?)?)?;
        }
        for name in STYLES {
            copy.set_attribute(name, &style.get_property_value(name)?)?;
        }
        copy.remove_attribute("class")?;
        copy.remove_attribute("tabindex")
    }
}
