//! Decimal numbers of any length, multiplied and divided by powers of two.
//!
//! A double is an integer times a power of two, so shifting a decimal by
//! single powers of two converts both ways without any rounding until the
//! last step. This is how Go's strconv does its hard cases; here it serves
//! every case, because a page shows hundreds of numbers, not millions.

/// A non-negative decimal number, `0.d1 d2 d3 ... x 10^point`, without leading
/// or trailing zeros.
pub(super) struct Exact {
    digits: Vec<u8>,
    point: i32,
}

/// The farthest that one pass can shift: ten times 2^60 still fits 64 bits.
const FARTHEST: u32 = 60;

/// How many bits a double's significand has, the hidden one included.
const SIGNIFICAND_BITS: u32 = 53;

/// The exponent of the least significant bit of the smallest doubles.
const LEAST_EXPONENT: i32 = -1074;

impl Exact {
    /// The number whose digits are given, the last one counting `10^exponent`.
    pub(super) fn from_digits(digits: &[u8], exponent: i32) -> Self {
        let point = i32::try_from(digits.len())
            .unwrap_or(i32::MAX)
            .saturating_add(exponent);
        let mut number = Self {
            digits: digits.to_vec(),
            point,
        };
        number.trim();
        number
    }

    /// `integer x 10^exponent`.
    pub(super) fn from_integer(mut integer: u64, exponent: i32) -> Self {
        let mut digits = Vec::with_capacity(20);
        while integer > 0 {
            digits.push((integer % 10) as u8);
            integer /= 10;
        }
        digits.reverse();
        Self::from_digits(&digits, exponent)
    }

    /// Every digit of the magnitude of a finite double.
    pub(super) fn of(value: f64) -> Self {
        let bits = value.to_bits();
        let fraction = bits & ((1 << (SIGNIFICAND_BITS - 1)) - 1);
        let biased = ((bits >> (SIGNIFICAND_BITS - 1)) & 0x7ff) as i32;
        let (significand, exponent) = if biased == 0 {
            (fraction, LEAST_EXPONENT)
        } else {
            (
                fraction | (1 << (SIGNIFICAND_BITS - 1)),
                biased - 1 + LEAST_EXPONENT,
            )
        };
        let mut number = Self::from_integer(significand, 0);
        let mut left = exponent.unsigned_abs();
        while left > 0 {
            let step = left.min(FARTHEST);
            if exponent > 0 {
                number.double(step);
            } else {
                number.halve(step);
            }
            left -= step;
        }
        number
    }

    /// The nearest double, ties to even; infinity above the largest.
    pub(super) fn to_f64(&self) -> f64 {
        if self.digits.is_empty() || self.point < -330 {
            return 0.0;
        }
        if self.point > 310 {
            return f64::INFINITY;
        }
        let mut number = Self {
            digits: self.digits.clone(),
            point: self.point,
        };
        // Bring the number into [1/2, 1), counting the powers of two.
        let mut exponent = 0;
        while number.point > 0 {
            let step = (number.point.unsigned_abs() * 3).min(FARTHEST);
            number.halve(step);
            exponent += step as i32;
        }
        while number.point < 0 || number.digits.first().is_some_and(|first| *first < 5) {
            let step = (number.point.unsigned_abs() * 3).clamp(1, FARTHEST);
            number.double(step);
            exponent -= step as i32;
        }
        // The significand's last bit counts 2^last, and never less than the
        // least exponent: the smallest doubles have fewer bits.
        let last = (exponent - SIGNIFICAND_BITS as i32).max(LEAST_EXPONENT);
        let bits = exponent - last;
        if bits < 0 {
            return 0.0;
        }
        number.double(bits.unsigned_abs());
        let significand = number.rounded_integer();
        // A significand rounded up to 2^53 carries into the exponent by the
        // same addition, as the format intends.
        let biased = (last - LEAST_EXPONENT) as u64;
        let bits = (biased << (SIGNIFICAND_BITS - 1)) + significand;
        f64::from_bits(bits.min(f64::INFINITY.to_bits()))
    }

    /// The first `count` digits, at most 18, rounded half up, as an integer and
    /// the power of ten it counts.
    pub(super) fn leading(&self, count: usize) -> (u64, i32) {
        let mut integer = 0;
        for place in 0..count {
            integer = integer * 10 + u64::from(self.digit(place));
        }
        if self.digit(count) >= 5 {
            integer += 1;
        }
        (integer, self.point - count as i32)
    }

    fn digit(&self, place: usize) -> u8 {
        self.digits.get(place).copied().unwrap_or(0)
    }

    /// The nearest integer, ties to even, of a number below 2^64.
    fn rounded_integer(&self) -> u64 {
        let places = usize::try_from(self.point).unwrap_or(0);
        let mut integer: u64 = 0;
        for place in 0..places {
            integer = integer * 10 + u64::from(self.digit(place));
        }
        let next = if self.point < 0 {
            0
        } else {
            self.digit(places)
        };
        let tie = next == 5 && self.digits.len() == places + 1;
        if next > 5 || (next == 5 && !tie) || (tie && integer % 2 == 1) {
            integer += 1;
        }
        integer
    }

    /// Multiplies by `2^bits`, at most 60.
    fn double(&mut self, bits: u32) {
        let mut carry: u64 = 0;
        for digit in self.digits.iter_mut().rev() {
            carry += u64::from(*digit) << bits;
            *digit = (carry % 10) as u8;
            carry /= 10;
        }
        let mut front = Vec::with_capacity(20);
        while carry > 0 {
            front.push((carry % 10) as u8);
            carry /= 10;
        }
        self.point += front.len() as i32;
        front.reverse();
        front.append(&mut self.digits);
        self.digits = front;
        self.trim();
    }

    /// Divides by `2^bits`, at most 60.
    fn halve(&mut self, bits: u32) {
        let mask = (1 << bits) - 1;
        let mut quotient = Vec::with_capacity(self.digits.len() + bits as usize);
        let mut rest: u64 = 0;
        for digit in &self.digits {
            rest = rest * 10 + u64::from(*digit);
            quotient.push((rest >> bits) as u8);
            rest &= mask;
        }
        while rest > 0 {
            rest *= 10;
            quotient.push((rest >> bits) as u8);
            rest &= mask;
        }
        self.digits = quotient;
        self.trim();
    }

    fn trim(&mut self) {
        let zeros = self.digits.iter().take_while(|digit| **digit == 0).count();
        self.digits.drain(..zeros);
        self.point = self.point.saturating_sub(zeros as i32);
        while self.digits.last() == Some(&0) {
            self.digits.pop();
        }
        if self.digits.is_empty() {
            self.point = 0;
        }
    }
}
