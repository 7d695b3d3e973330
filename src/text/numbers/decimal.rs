//! A double as the decimal number a reader sees, rounded to a given place.

use super::exact::Exact;

/// `(-1)^negative x digits x 10^exponent`, with at most 17 digits.
#[derive(Clone, Copy)]
pub(super) struct Decimal {
    pub(super) negative: bool,
    pub(super) digits: u64,
    pub(super) exponent: i32,
}

impl Decimal {
    /// The shortest decimal that is read back as the same double.
    ///
    /// Rounding starts from it, not from the double's exact value: whoever
    /// typed 1.005 expects 1.01, although the double lies a little below. The
    /// browsers' `Intl.NumberFormat` does the same.
    pub(super) fn shortest(value: f64) -> Self {
        let exact = Exact::of(value);
        // 15 digits always survive the way through a double, so nothing shorter
        // need be tried; the smallest doubles carry fewer.
        let least = if value.abs() < f64::MIN_POSITIVE {
            1
        } else {
            15
        };
        let mut shortest = (0, 0);
        for count in least..=17 {
            shortest = exact.leading(count);
            if Exact::from_integer(shortest.0, shortest.1).to_f64() == value.abs() {
                break;
            }
        }
        let (digits, exponent) = shortest;
        Self {
            negative: value < 0.0,
            digits,
            exponent,
        }
        .trimmed()
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
