//! Charts of our own, as SVG: their geometry apart from their drawing.

mod diverging;
mod scale;
mod split_bar;
mod waterfall;

pub use diverging::DivergingBar;
pub use split_bar::SplitBar;
pub use waterfall::Waterfall;
