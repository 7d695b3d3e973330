//! A bar to the left of parity for a discount, to the right for a premium.

use std::sync::Arc;

use super::scale::place;
use crate::page::{Element, classed, element};

/// The log gap at which the bar reaches the end of its cell: a factor of eight.
/// A longer one ends in an arrow; where all are shorter, the style draws them out
/// by [`reach`].
const REACH: f64 = 2.0794;

/// Where parity lies in the drawing.
const PARITY: &str = "64";

/// Half of the bar's width in the drawing.
const HALF: f64 = 60.0;

/// The bar of a log gap, where there is one, on the scale of logarithms, so
/// that a discount and the premium that undoes it are of the same length. The
/// figures stand in the cells beside it, so the drawing is not read out.
pub(crate) fn diverging_bar(log_gap: impl Fn() -> Option<f64> + Send + Sync + 'static) -> Element {
    let bar = Arc::new(move || log_gap().map(bar_of));
    let class = {
        let bar = bar.clone();
        move || {
            let class = match bar() {
                Some(Bar { premium: true, .. }) => "bar premium",
                Some(_) => "bar discount",
                None => "bar",
            };
            Some(class.to_owned())
        }
    };
    element("svg")
        .with("viewBox", "0 0 128 16")
        .with("aria-hidden", "true")
        .with("focusable", "false")
        .with_live("class", class)
        .child(
            classed("line", "parity")
                .with("x1", PARITY)
                .with("y1", "0")
                .with("x2", PARITY)
                .with("y2", "16"),
        )
        .child(classed("path", "mark").with_live("d", move || bar().map(Bar::path)))
}

/// The factor, of two or of four, that holds all of some log gaps, if one does.
pub(crate) fn reach(log_gaps: impl Iterator<Item = f64>) -> Option<&'static str> {
    let widest = log_gaps.map(f64::abs).fold(0.0, f64::max);
    let held = [(1.0, "2"), (2.0, "4")].into_iter();
    let mut held = held.filter(|(doublings, _)| widest <= doublings * REACH / 3.0);
    held.next().map(|(_, factor)| factor)
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Bar {
    premium: bool,
    length: f64,
    cut: bool,
}

fn bar_of(log_gap: f64) -> Bar {
    let size = log_gap.abs() / REACH;
    Bar {
        premium: log_gap > 0.0,
        length: size.min(1.0) * HALF,
        cut: size > 1.0,
    }
}

impl Bar {
    /// The bar's outline; one that is cut off ends in a point.
    fn path(self) -> String {
        let sign = if self.premium { 1.0 } else { -1.0 };
        let length = sign * self.length;
        let mut path = String::from("M64 3h");
        path.push_str(&place(length));
        if self.cut {
            path.push('l');
            path.push_str(&place(sign * 4.0));
            path.push_str(" 5l");
            path.push_str(&place(sign * -4.0));
            path.push_str(" 5H64z");
        } else {
            path.push_str("v10H64z");
        }
        path
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_and_its_inverse_are_of_one_length() {
        let (discount, premium) = (bar_of(-0.5), bar_of(0.5));
        assert_eq!(discount.length, premium.length);
        assert!(premium.premium && !discount.premium);
    }

    #[test]
    fn the_widest_gap_says_how_far_the_bars_reach() {
        let of = |gaps: &[f64]| reach(gaps.iter().copied());
        assert_eq!(of(&[-0.3, 0.69]), Some("2"));
        assert_eq!(of(&[-0.7, 0.3]), Some("4"));
        assert_eq!(of(&[0.1, 1.4]), None);
        assert_eq!(of(&[]), Some("2"));
    }

    #[test]
    fn a_wide_gap_is_cut_off_and_shows_it() {
        assert!(bar_of(2.1).cut);
        assert_eq!(bar_of(2.1).length, HALF);
        assert!(!bar_of(2.0).cut);
    }
}
