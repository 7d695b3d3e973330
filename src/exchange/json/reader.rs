//! JSON, read as a tree of values.

use std::borrow::Cow;

use super::{
    Fault, Misread,
    value::{Kind, Value},
};
use crate::text::{Language, numbers};
use crate::workbook::Unit;

/// Several times as deep as a workbook is.
const DEEPEST: u32 = 32;

/// What is left to read.
pub(super) struct Reader<'t> {
    text: &'t str,
    rest: &'t str,
    depth: u32,
}

impl<'t> Reader<'t> {
    pub(super) const fn new(text: &'t str) -> Self {
        Self {
            text,
            rest: text,
            depth: 0,
        }
    }

    /// All of the text as one value.
    pub(super) fn whole(mut self) -> Result<Value<'t>, Misread> {
        let value = self.value().and_then(|value| {
            self.space();
            if self.rest.is_empty() {
                Ok(value)
            } else {
                Err(Fault::Unexpected)
            }
        });
        value.map_err(|fault| Misread {
            at: self.place(),
            fault,
        })
    }

    /// How many bytes have been read.
    const fn place(&self) -> usize {
        self.text.len() - self.rest.len()
    }

    fn space(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\n', '\r', '\t']);
    }

    /// Takes a sign or word if it is what comes next.
    fn takes(&mut self, sign: &str) -> bool {
        self.space();
        let behind = self.rest.strip_prefix(sign);
        self.rest = behind.unwrap_or(self.rest);
        behind.is_some()
    }

    fn expect(&mut self, sign: &str) -> Result<(), Fault> {
        if self.takes(sign) {
            Ok(())
        } else {
            Err(Fault::Unexpected)
        }
    }

    /// Takes the first bytes of the rest, which are ASCII or end a character.
    fn take(&mut self, length: usize) -> Result<&'t str, Fault> {
        let (taken, rest) = self
            .rest
            .split_at_checked(length)
            .ok_or(Fault::Unexpected)?;
        self.rest = rest;
        Ok(taken)
    }

    fn words(&mut self) -> Result<Cow<'t, str>, Fault> {
        self.expect("\"")?;
        let mut words = Cow::Borrowed("");
        loop {
            let plain = self
                .rest
                .find(|character| matches!(character, '"' | '\\' | '\0'..='\x1f'))
                .ok_or(Fault::Unexpected)?;
            words += self.take(plain)?;
            match self.take(1)? {
                "\"" => return Ok(words),
                "\\" => words.to_mut().push(self.escaped()?),
                _ => return Err(Fault::Unexpected),
            }
        }
    }

    fn escaped(&mut self) -> Result<char, Fault> {
        Ok(match self.take(1)? {
            "n" => '\n',
            "t" => '\t',
            "r" => '\r',
            "b" => '\x08',
            "f" => '\x0c',
            "u" => {
                let mut code = self.code()?;
                // A character past the first 65,536 is written as a pair.
                if (0xd800..0xdc00).contains(&code) && self.rest.starts_with("\\u") {
                    self.take(2)?;
                    let second = self.code()?;
                    if !(0xdc00..0xe000).contains(&second) {
                        return Err(Fault::Unexpected);
                    }
                    code = 0x1_0000 + ((code - 0xd800) << 10) + (second - 0xdc00);
                }
                char::from_u32(code).ok_or(Fault::Unexpected)?
            }
            sign @ ("\"" | "\\" | "/") => {
                char::from(sign.as_bytes().first().copied().unwrap_or(b'/'))
            }
            _ => return Err(Fault::Unexpected),
        })
    }

    fn code(&mut self) -> Result<u32, Fault> {
        let digits = self.take(4)?;
        digits.chars().try_fold(0, |code, digit| {
            Ok(code * 16 + digit.to_digit(16).ok_or(Fault::Unexpected)?)
        })
    }

    fn number(&mut self) -> Result<f64, Fault> {
        self.space();
        let negative = self.takes("-");
        let start = self.rest;
        let zero = self.rest.starts_with('0');
        let whole = self.digits()?;
        if zero && whole > 1 {
            return Err(Fault::Unexpected);
        }
        if self.rest.starts_with('.') {
            self.take(1)?;
            self.digits()?;
        }
        if self.rest.starts_with(['e', 'E']) {
            self.take(1)?;
            if self.rest.starts_with(['+', '-']) {
                self.take(1)?;
            }
            self.digits()?;
        }
        let (number, _) = start
            .split_at_checked(start.len() - self.rest.len())
            .ok_or(Fault::Unexpected)?;
        let magnitude = numbers::parse(number, Unit::Number, Language::English)
            .map_err(|_| Fault::NumberTooLarge)?
            .value;
        Ok(if negative { -magnitude } else { magnitude })
    }

    /// At least one digit.
    fn digits(&mut self) -> Result<usize, Fault> {
        let count = self.rest.bytes().take_while(u8::is_ascii_digit).count();
        self.take(count)?;
        if count > 0 {
            Ok(count)
        } else {
            Err(Fault::Unexpected)
        }
    }

    fn value(&mut self) -> Result<Value<'t>, Fault> {
        self.space();
        let at = self.place();
        let kind = match self.rest.as_bytes().first() {
            Some(b'"') => Kind::Words(self.words()?),
            Some(b'{') => Kind::Map(self.map()?),
            Some(b'[') => Kind::List(self.list()?),
            Some(b'-' | b'0'..=b'9') => Kind::Number(self.number()?),
            _ if self.takes("null") => Kind::Nothing,
            _ if self.takes("true") || self.takes("false") => Kind::Truth,
            _ => return Err(Fault::Unexpected),
        };
        Ok(Value { at, kind })
    }

    fn list(&mut self) -> Result<Vec<Value<'t>>, Fault> {
        let mut items = Vec::new();
        self.open("[")?;
        while self.another("]", items.is_empty())? {
            items.push(self.value()?);
        }
        Ok(items)
    }

    fn map(&mut self) -> Result<Vec<(Cow<'t, str>, Value<'t>)>, Fault> {
        let mut items: Vec<(Cow<str>, Value)> = Vec::new();
        self.open("{")?;
        while self.another("}", items.is_empty())? {
            let key = self.words()?;
            self.expect(":")?;
            items.push((key, self.value()?));
        }
        Ok(items)
    }

    fn open(&mut self, bracket: &str) -> Result<(), Fault> {
        self.expect(bracket)?;
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(Fault::TooDeep);
        }
        Ok(())
    }

    /// Whether one more item follows, or else the closing bracket, which is taken.
    fn another(&mut self, bracket: &str, first: bool) -> Result<bool, Fault> {
        if self.takes(bracket) {
            self.depth -= 1;
            return Ok(false);
        }
        if !first {
            self.expect(",")?;
        }
        Ok(true)
    }
}
