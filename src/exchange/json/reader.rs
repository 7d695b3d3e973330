//! JSON, read.

use std::borrow::Cow;

use serde::de::{
    self, DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor,
};

use super::Fault;
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

    /// How many bytes have been read.
    pub(super) const fn place(&self) -> usize {
        self.text.len() - self.rest.len()
    }

    /// Nothing but space may follow.
    pub(super) fn end(&mut self) -> Result<(), Fault> {
        self.space();
        if self.rest.is_empty() {
            Ok(())
        } else {
            Err(Fault::Unexpected)
        }
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

    fn whole_number(&mut self) -> Result<u32, Fault> {
        let number = self.number()?;
        let whole = number as u32;
        if f64::from(whole) == number {
            Ok(whole)
        } else {
            Err(Fault::Unexpected)
        }
    }

    fn open(&mut self, sign: &str) -> Result<(), Fault> {
        self.expect(sign)?;
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(Fault::TooDeep);
        }
        Ok(())
    }

    fn close(&mut self, sign: &str) -> Result<(), Fault> {
        self.depth -= 1;
        self.expect(sign)
    }

    /// Reads a value of any kind and forgets it.
    fn skip(&mut self) -> Result<(), Fault> {
        self.space();
        match self.rest.as_bytes().first() {
            Some(b'"') => self.words().map(drop),
            Some(b'{') => {
                self.open("{")?;
                let mut items = Items::new(self, "}");
                while items.another()? {
                    items.reader.words()?;
                    items.reader.expect(":")?;
                    items.reader.skip()?;
                }
                self.close("}")
            }
            Some(b'[') => {
                self.open("[")?;
                let mut items = Items::new(self, "]");
                while items.another()? {
                    items.reader.skip()?;
                }
                self.close("]")
            }
            Some(b'-' | b'0'..=b'9') => self.number().map(drop),
            _ => {
                if ["null", "true", "false"]
                    .iter()
                    .any(|word| self.takes(word))
                {
                    Ok(())
                } else {
                    Err(Fault::Unexpected)
                }
            }
        }
    }

    #[inline(never)]
    fn list<V: Visitor<'t>>(&mut self, visitor: V) -> Result<V::Value, Fault> {
        self.open("[")?;
        let value = visitor.visit_seq(Items::new(self, "]"))?;
        self.close("]")?;
        Ok(value)
    }

    #[inline(never)]
    fn map<V: Visitor<'t>>(&mut self, visitor: V) -> Result<V::Value, Fault> {
        self.open("{")?;
        let value = visitor.visit_map(Items::new(self, "}"))?;
        self.close("}")?;
        Ok(value)
    }
}

/// What stands between two brackets.
struct Items<'r, 't> {
    reader: &'r mut Reader<'t>,
    close: &'static str,
    first: bool,
}

impl<'r, 't> Items<'r, 't> {
    const fn new(reader: &'r mut Reader<'t>, close: &'static str) -> Self {
        Self {
            reader,
            close,
            first: true,
        }
    }

    /// Whether one more follows, of which the reader then stands at the start.
    fn another(&mut self) -> Result<bool, Fault> {
        self.reader.space();
        if self.reader.rest.starts_with(self.close) {
            return Ok(false);
        }
        if !std::mem::take(&mut self.first) {
            self.reader.expect(",")?;
        }
        Ok(true)
    }
}

impl<'t> SeqAccess<'t> for Items<'_, 't> {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'t>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Fault> {
        if self.another()? {
            seed.deserialize(&mut *self.reader).map(Some)
        } else {
            Ok(None)
        }
    }
}

impl<'t> MapAccess<'t> for Items<'_, 't> {
    type Error = Fault;

    fn next_key_seed<K: DeserializeSeed<'t>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Fault> {
        if self.another()? {
            seed.deserialize(&mut *self.reader).map(Some)
        } else {
            Ok(None)
        }
    }

    fn next_value_seed<V: DeserializeSeed<'t>>(&mut self, seed: V) -> Result<V::Value, Fault> {
        self.reader.expect(":")?;
        seed.deserialize(&mut *self.reader)
    }
}

/// One of several forms: a word alone, or a map of the word and what belongs to
/// it.
struct Form<'r, 't> {
    reader: &'r mut Reader<'t>,
    has_content: bool,
}

impl<'t> EnumAccess<'t> for Form<'_, 't> {
    type Error = Fault;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'t>>(self, seed: V) -> Result<(V::Value, Self), Fault> {
        Ok((seed.deserialize(&mut *self.reader)?, self))
    }
}

impl<'t> VariantAccess<'t> for Form<'_, 't> {
    type Error = Fault;

    fn unit_variant(self) -> Result<(), Fault> {
        if self.has_content {
            Err(Fault::Unexpected)
        } else {
            Ok(())
        }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'t>>(self, seed: T) -> Result<T::Value, Fault> {
        if !self.has_content {
            return Err(Fault::Unexpected);
        }
        self.reader.expect(":")?;
        seed.deserialize(&mut *self.reader)
    }

    fn tuple_variant<V: Visitor<'t>>(self, _: usize, _: V) -> Result<V::Value, Fault> {
        Err(Fault::Unexpected)
    }

    fn struct_variant<V: Visitor<'t>>(
        self,
        _: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Fault> {
        Err(Fault::Unexpected)
    }
}

impl<'t> Deserializer<'t> for &mut Reader<'t> {
    type Error = Fault;

    /// Nothing in a workbook is of any kind.
    fn deserialize_any<V: Visitor<'t>>(self, _: V) -> Result<V::Value, Fault> {
        Err(Fault::Unexpected)
    }

    fn deserialize_bool<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Fault> {
        let holds = self.takes("true");
        if !holds {
            self.expect("false")?;
        }
        visitor.visit_bool(holds)
    }

    fn deserialize_u8<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_u32(visitor)
    }

    fn deserialize_u16<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_u32(visitor)
    }

    fn deserialize_u32<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_u32(self.whole_number()?)
    }

    fn deserialize_f64<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_f64(self.number()?)
    }

    fn deserialize_str<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Fault> {
        let words = self.words()?;
        visitor.visit_str(&words)
    }

    fn deserialize_string<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_string(self.words()?.into_owned())
    }

    fn deserialize_identifier<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Fault> {
        if self.takes("null") {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'t>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Fault> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.list(visitor)
    }

    fn deserialize_tuple<V: Visitor<'t>>(self, _: usize, visitor: V) -> Result<V::Value, Fault> {
        self.list(visitor)
    }

    fn deserialize_map<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.map(visitor)
    }

    fn deserialize_struct<V: Visitor<'t>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        self.map(visitor)
    }

    fn deserialize_enum<V: Visitor<'t>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        self.space();
        let has_content = self.rest.starts_with('{');
        if has_content {
            self.open("{")?;
        }
        let value = visitor.visit_enum(Form {
            reader: self,
            has_content,
        })?;
        if has_content {
            self.close("}")?;
        }
        Ok(value)
    }

    fn deserialize_ignored_any<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.skip()?;
        visitor.visit_unit()
    }

    serde::forward_to_deserialize_any! {
        <V: Visitor<'t>>
        i8 i16 i32 i64 u64 f32 char bytes byte_buf unit unit_struct tuple_struct
    }
}

impl de::Error for Fault {
    fn custom<T: std::fmt::Display>(_: T) -> Self {
        Self::Unexpected
    }

    fn missing_field(field: &'static str) -> Self {
        Self::Missing(field)
    }

    fn duplicate_field(field: &'static str) -> Self {
        Self::Twice(field)
    }

    fn unknown_variant(variant: &str, _: &'static [&'static str]) -> Self {
        Self::UnknownWord(variant.to_owned())
    }
}
