//! A double as the decimal number a reader sees, rounded to a given place.

use super::exact::Exact;

/// `(-1)^negative x digits x 10^exponent`, with at most 17 digits.
#[derive(Clone, Copy)]
pub(super) struct Decimal {
    pub(super) negative: bool,
    pub(super) digits: u64,
    pub(super) exponent: i32,
}

/// Powers of ten up to here are doubles without error, and so one product or
/// quotient with such a power is rounded once, as it should be.
const EXACT_POWERS: u32 = 22;

/// Integers below 10^15 with any exponent survive the way through a double, and
/// so does a tie between two of them.
const FIFTEEN_DIGITS: f64 = 1e15;

/// `value x 10^places`, the nearest double to it, if one operation finds it.
fn scaled(value: f64, places: i32) -> Option<f64> {
    let power = (0..places.unsigned_abs()).try_fold((1.0, 0), |(power, count), _| {
        (count < EXACT_POWERS).then_some((power * 10.0, count + 1))
    })?;
    Some(if places < 0 {
        value / power.0
    } else {
        value * power.0
    })
}

/// The double nearest to `digits x 10^exponent`.
pub(super) fn nearest(digits: u64, exponent: i32) -> f64 {
    if digits >> 53 == 0
        && let Some(value) = scaled(digits as f64, exponent)
    {
        return value;
    }
    Exact::from_integer(digits, exponent).to_f64()
}

impl Decimal {
    /// The shortest decimal that is read back as the same double.
    ///
    /// Rounding starts from it, not from the double's exact value: whoever
    /// typed 1.005 expects 1.01, although the double lies a little below. The
    /// browsers' `Intl.NumberFormat` does the same.
    pub(super) fn shortest(value: f64) -> Self {
        let magnitude = value.abs();
        let (digits, exponent) =
            few_decimals(magnitude).unwrap_or_else(|| shortest_digits(magnitude));
        Self {
            negative: value < 0.0,
            digits,
            exponent,
        }
        .trimmed()
    }

    /// A double rounded to a multiple of `10^unit`, a half away from zero.
    pub(super) fn nearest_multiple(value: f64, unit: i32) -> Self {
        if let Some(count) = scaled(value.abs(), -unit)
            && count < FIFTEEN_DIGITS
        {
            let whole = count.trunc();
            let past_half = count - whole - 0.5;
            // Away from a tie, neither the rounding of the product nor the
            // distance from the shortest decimal can change the side.
            if past_half.abs() > count * (2.0 * f64::EPSILON) {
                let digits = whole as u64 + u64::from(past_half > 0.0);
                return Self {
                    negative: value < 0.0 && digits > 0,
                    digits,
                    exponent: unit,
                };
            }
        }
        Self::shortest(value).rounded(unit)
    }

    /// The same number times `10^places`.
    pub(super) fn shifted(self, places: i32) -> Self {
        let exponent = if self.digits == 0 {
            0
        } else {
            self.exponent + places
        };
        Self { exponent, ..self }
    }

    /// Rounded to a multiple of `10^unit`, a half away from zero.
    pub(super) fn rounded(self, unit: i32) -> Self {
        let Ok(dropped @ 1..) = u32::try_from(unit - self.exponent) else {
            return self;
        };
        let digits = match 10_u64.checked_pow(dropped) {
            Some(power) => {
                let up = self.digits % power >= power / 2;
                self.digits / power + u64::from(up)
            }
            None => 0,
        };
        Self {
            negative: self.negative && digits > 0,
            digits,
            exponent: unit,
        }
    }

    /// Without the zeros at its end.
    pub(super) fn trimmed(mut self) -> Self {
        if self.digits == 0 {
            self.exponent = 0;
        }
        while self.digits > 0 && self.digits.is_multiple_of(10) {
            self.digits /= 10;
            self.exponent += 1;
        }
        self
    }

    /// How many digits stand before the point; zero or less below one. A zero
    /// has none.
    pub(super) fn magnitude(self) -> i32 {
        match self.digits.checked_ilog10() {
            Some(log) => log as i32 + 1 + self.exponent,
            None => i32::MIN / 2,
        }
    }

    /// Writes the digits with at least so many decimals, thousands parted by
    /// commas: the style of all three languages.
    pub(super) fn write(self, text: &mut String, decimals: usize) {
        let mut ascii = Vec::with_capacity(40);
        let mut digits = self.digits;
        while digits > 0 {
            ascii.push(b'0' + (digits % 10) as u8);
            digits /= 10;
        }
        ascii.reverse();
        if !ascii.is_empty() {
            let zeros = usize::try_from(self.exponent).unwrap_or(0);
            ascii.resize(ascii.len() + zeros, b'0');
        }
        let written = usize::try_from(-self.exponent).unwrap_or(0);
        // At least one digit before the point.
        while ascii.len() <= written {
            ascii.insert(0, b'0');
        }
        let whole = ascii.len() - written;
        for (place, digit) in ascii.iter().enumerate() {
            if place == whole {
                text.push('.');
            } else if place > 0 && place < whole && (whole - place).is_multiple_of(3) {
                text.push(',');
            }
            text.push(char::from(*digit));
        }
        if decimals > written && written == 0 {
            text.push('.');
        }
        for _ in written..decimals {
            text.push('0');
        }
    }
}

/// The digits of a number that has at most fifteen, none of them below
/// 10^-22: as good as every number that was typed.
fn few_decimals(magnitude: f64) -> Option<(u64, i32)> {
    for decimals in 0..=EXACT_POWERS as i32 {
        let count = scaled(magnitude, decimals)?;
        if count >= FIFTEEN_DIGITS {
            break;
        }
        let whole = (count + 0.5).trunc();
        if scaled(whole, -decimals) == Some(magnitude) {
            return Some((whole as u64, -decimals));
        }
    }
    None
}

/// The digits of any finite number.
fn shortest_digits(magnitude: f64) -> (u64, i32) {
    let exact = Exact::of(magnitude);
    // Fifteen digits always survive the way through a double, so nothing
    // shorter need be tried; the smallest doubles carry fewer.
    let least = if magnitude < f64::MIN_POSITIVE { 1 } else { 15 };
    for count in least..=16 {
        let (digits, exponent) = exact.leading(count);
        // At a power of two the doubles above lie twice as far apart as those
        // below, and so the next decimal up may be nearer than it seems.
        for candidate in [digits, digits + 1] {
            if nearest(candidate, exponent) == magnitude {
                return (candidate, exponent);
            }
        }
    }
    exact.leading(17)
}
