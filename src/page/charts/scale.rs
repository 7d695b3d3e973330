//! From values to places on a drawing.

/// A linear scale from values to lengths.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Scale {
    low: f64,
    high: f64,
    length: f64,
}

impl Scale {
    /// A scale on which the values, and zero, take up the whole length.
    pub(crate) fn over(values: impl IntoIterator<Item = f64>, length: f64) -> Self {
        let (low, high) = values
            .into_iter()
            .fold((0.0_f64, 0.0_f64), |(low, high), value| {
                (low.min(value), high.max(value))
            });
        Self { low, high, length }
    }

    /// A scale on which the values take up the whole length, without zero.
    pub(crate) fn spanning(values: impl Iterator<Item = f64> + Clone, length: f64) -> Self {
        let low = values.clone().fold(f64::INFINITY, f64::min);
        let scale = Self::over(values, length);
        let low = low.min(scale.high);
        Self { low, ..scale }
    }

    /// The lowest of the values.
    pub(crate) const fn low(self) -> f64 {
        self.low
    }

    /// The highest of the values, or zero.
    pub(crate) const fn high(self) -> f64 {
        self.high
    }

    /// The round values on the scale that its axis names, at most so many.
    pub(crate) fn round_values(self, most: u32) -> Vec<f64> {
        let span = self.high - self.low;
        if !(span > 0.0 && span.is_finite()) {
            return Vec::new();
        }
        // Steps of 1, 2 and 5 times a power of ten.
        let most_steps = f64::from(most - 1);
        let mut step = 1.0;
        while span < step {
            step /= 10.0;
        }
        let mut wider = [2.0, 2.5, 2.0].into_iter().cycle();
        while (self.high / step).floor() - (self.low / step).ceil() > most_steps {
            step *= wider.next().unwrap_or(2.0);
        }
        let first = (self.low / step).ceil();
        let values = (0..most).map(|index| (first + f64::from(index)) * step);
        values.filter(|value| *value <= self.high).collect()
    }

    /// Where a value lies.
    pub(crate) fn at(self, value: f64) -> f64 {
        let span = self.high - self.low;
        if span > 0.0 {
            (value - self.low) / span * self.length
        } else {
            0.0
        }
    }
}

/// A place on a drawing as an attribute: a tenth is finer than a pixel.
pub(crate) fn place(value: f64) -> String {
    let tenths = (value * 10.0).round() as i64;
    let sign = if tenths < 0 { "-" } else { "" };
    let size = tenths.unsigned_abs();
    [
        sign,
        &(size / 10).to_string(),
        ".",
        &(size % 10).to_string(),
    ]
    .concat()
}

/// A path through places, of which `units` tells how long one from left to right
/// and one from top to bottom are drawn.
pub(crate) fn path(places: &[(f64, f64)], units: (f64, f64)) -> String {
    let mut path = String::new();
    for (x, y) in places {
        path.push_str(if path.is_empty() { "M" } else { "L" });
        path.push_str(&place(units.0 * x));
        path.push(' ');
        path.push_str(&place(units.1 * y));
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zero_is_always_on_the_scale() {
        let gains = Scale::over([2.0, 3.0], 300.0);
        assert_eq!(gains.at(0.0), 0.0);
        assert_eq!(gains.at(3.0), 300.0);
        let losses = Scale::over([-1.0, 1.0], 300.0);
        assert_eq!(losses.at(0.0), 150.0);
    }

    #[test]
    fn a_scale_may_begin_at_its_lowest_value() {
        let fitted = Scale::spanning([14.0, 35.0].into_iter(), 300.0);
        assert_eq!(fitted.at(14.0), 0.0);
        assert_eq!(fitted.at(35.0), 300.0);
        assert_eq!(fitted.round_values(5), [15.0, 20.0, 25.0, 30.0, 35.0]);
        let nothing = Scale::spanning(std::iter::empty(), 300.0);
        assert_eq!((nothing.low(), nothing.at(0.0)), (0.0, 0.0));
    }

    #[test]
    fn an_axis_names_few_round_values() {
        let named = |values: &[f64]| Scale::over(values.iter().copied(), 1.0).round_values(5);
        assert_eq!(named(&[93.6]), [0.0, 20.0, 40.0, 60.0, 80.0]);
        assert_eq!(named(&[35.4]), [0.0, 10.0, 20.0, 30.0]);
        assert_eq!(named(&[-3.0, 7.0]), [-2.0, 0.0, 2.0, 4.0, 6.0]);
        assert!(named(&[]).is_empty());
        assert!(named(&[f64::MAX, -f64::MAX]).is_empty());
        for power in -300..300 {
            let count = named(&[3.7 * libm::exp10(f64::from(power))]).len();
            assert!((2..=5).contains(&count), "{count} for 10^{power}");
        }
    }

    #[test]
    fn nothing_to_show_lies_at_the_start() {
        assert_eq!(Scale::over([], 300.0).at(0.0), 0.0);
    }
}
