//! Numbers as readers write and read them.
//!
//! [`parse`] turns what was typed or pasted into a [`Figure`], which remembers
//! how finely it was given; [`show_figure`] and [`field_text`] write a figure
//! in just as many digits, so that the text parses to the same figure again;
//! [`show`] writes a computed value in as many digits as a table wants.
//!
//! All of it is our own decimal arithmetic: the same text natively and in
//! every browser, correctly rounded, and a fraction of the bytes that the
//! standard library's two float conversions bring.
//!
//! ```
//! use rerate::text::Language::{English, SimplifiedChinese, TraditionalChinese};
//! use rerate::text::numbers::{Shape, field_text, parse, show, show_figure};
//! use rerate::workbook::{Figure, Unit};
//!
//! let change = parse("about US$1.8 trillion", Unit::Money, English)?;
//! assert_eq!(change, Figure { value: 1.8e12, half_unit: 1e11 });
//! assert_eq!(show_figure(change, Unit::Money, English), "about 1.8tn");
//! assert_eq!(show_figure(change, Unit::Money, SimplifiedChinese), "约1.8万亿");
//! assert_eq!(show_figure(change, Unit::Money, TraditionalChinese), "約1.8兆");
//!
//! assert_eq!(field_text(parse("88", Unit::Ratio, English)?, Unit::Ratio, English), "88");
//! assert_eq!(show(0.0458, Unit::Ratio, Shape::fixed(1).signed(), English), "+4.6%");
//! assert_eq!(show(16.1, Unit::Multiple, Shape::fixed(1), SimplifiedChinese), "16.1倍");
//! # Ok::<(), rerate::text::numbers::NumberError>(())
//! ```
//!
//! [`Figure`]: crate::workbook::Figure

mod decimal;
mod error;
mod exact;
mod figure_text;
mod reading;
mod separators;
mod shape;
mod stepping;
mod symbols;
mod words;

pub use error::NumberError;
pub use figure_text::{field_text, show_figure};
pub(super) use reading::normal_form;
pub use reading::{ambiguous, mark_shown, parse, parse_marked};
pub use separators::DecimalMark;
pub use shape::{Shape, bare, log_points, plain, show, span};
pub use stepping::{computed, solved, step, unit_sign};
