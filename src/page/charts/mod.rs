//! Charts of our own, as SVG: their geometry apart from their drawing.

mod bars;
mod convergence;
mod diverging;
mod frame;
mod gap_steps;
mod gaps;
mod heat_map;
mod heat_map_geometry;
mod isolines;
mod isolines_geometry;
mod labels;
mod scale;
mod scatter;
mod spending;
mod split_bar;
mod tornado;
mod waterfall;

pub(super) use convergence::{Gap, convergence};
pub(super) use diverging::{diverging_bar, reach};
use frame::{across, canvas, chart, live_canvas, shown_where, stretched};
pub(super) use gap_steps::gap_steps;
pub(super) use gaps::gaps;
pub(super) use heat_map::heat_map;
pub(super) use isolines::isolines;
pub(super) use scatter::scatter;
pub(super) use spending::spending;
pub(super) use split_bar::split_bars;
pub(super) use tornado::tornado;
pub(super) use waterfall::waterfall;

use super::sight::take_up;
