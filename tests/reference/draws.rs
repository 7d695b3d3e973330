//! The inputs of the vectors, drawn as `vectors.py` draws them, to the last bit.

use sha2::{Digest, Sha256};

/// SplitMix64 (G. Steele, D. Lea and C. Flood, "Fast splittable pseudorandom
/// number generators", OOPSLA 2014).
pub(crate) struct SplitMix64 {
    state: u64,
}

impl SplitMix64 {
    /// The words of a section: each has its own, whatever stands before it.
    pub(crate) fn of_section(seed: u64, title: &str) -> Self {
        let digest = Sha256::digest(format!("{seed} {title}"));
        let first = digest.first_chunk().expect("a hash of 32 bytes");
        Self {
            state: u64::from_be_bytes(*first),
        }
    }

    fn word(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = self.state;
        let z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }
}

/// How one input is drawn.
pub(crate) struct Draw {
    name: String,
    kind: String,
    arguments: Vec<String>,
}

impl Draw {
    /// From `name: kind argument ...`.
    pub(crate) fn parse(text: &str) -> Self {
        let (name, rest) = text.split_once(": ").expect("a draw has a name");
        let mut words = rest.split(' ').map(str::to_owned);
        Self {
            name: name.to_owned(),
            kind: words.next().expect("a draw has a kind"),
            arguments: words.collect(),
        }
    }

    fn take(&self, word: u64, before: &Inputs) -> f64 {
        let number = |index: usize| -> f64 { self.arguments[index].parse().unwrap() };
        let integer = |index: usize| -> i64 { self.arguments[index].parse().unwrap() };
        match self.kind.as_str() {
            "size" => of_magnitude(word, integer(0), integer(1)),
            "signed" => signed(word, integer(0), integer(1)),
            "range" => {
                let (low, high) = (number(0), number(1));
                low + (high - low) * ((word >> 11) as f64 / (1_u64 << 53) as f64)
            }
            "whole" => {
                let choices = integer(1) - integer(0) + 1;
                (integer(0) + (word % choices as u64) as i64) as f64
            }
            "pick" => number((word % self.arguments.len() as u64) as usize),
            "same" => before.of(&self.arguments[0]),
            "near" => {
                let other = before.of(&self.arguments[0]);
                other + other * signed(word, integer(1), integer(2))
            }
            other => panic!("no draw is called {other}"),
        }
    }
}

/// 1.m x 2^e with the mantissa from the word's high 52 bits and e from `low` up
/// to but not including `high`.
fn of_magnitude(word: u64, low: i64, high: i64) -> f64 {
    let exponent = low + (((word >> 1) & 0x7FF) % (high - low) as u64) as i64;
    f64::from_bits(((exponent + 1023) as u64) << 52 | word >> 12)
}

/// The same, with the sign from the lowest bit.
fn signed(word: u64, low: i64, high: i64) -> f64 {
    let size = of_magnitude(word, low, high);
    if word & 1 == 1 { -size } else { size }
}

/// The inputs of one vector.
pub(crate) struct Inputs(Vec<(String, f64)>);

impl Inputs {
    pub(crate) fn draw(draws: &[Draw], words: &mut SplitMix64) -> Self {
        let mut inputs = Self(Vec::with_capacity(draws.len()));
        for draw in draws {
            let value = draw.take(words.word(), &inputs);
            inputs.0.push((draw.name.clone(), value));
        }
        inputs
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(own, _)| own == name)
    }

    /// The input of this name: a section without it is broken.
    pub(crate) fn of(&self, name: &str) -> f64 {
        self.0
            .iter()
            .find(|(own, _)| own == name)
            .unwrap_or_else(|| panic!("no input is called {name}"))
            .1
    }

    /// Several at once.
    pub(crate) fn all<const N: usize>(&self, names: [&str; N]) -> [f64; N] {
        names.map(|name| self.of(name))
    }

    /// The inputs `name`1 to `name`N.
    pub(crate) fn column<const N: usize>(&self, name: &str) -> [f64; N] {
        std::array::from_fn(|row| self.of(&format!("{name}{}", row + 1)))
    }

    /// All of them, for a message.
    pub(crate) fn told(&self) -> String {
        let each = self
            .0
            .iter()
            .map(|(name, value)| format!("{name} {value:e}"));
        each.collect::<Vec<_>>().join(", ")
    }
}
