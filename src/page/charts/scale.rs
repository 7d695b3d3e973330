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
    fn nothing_to_show_lies_at_the_start() {
        assert_eq!(Scale::over([], 300.0).at(0.0), 0.0);
    }
}
