//! JSON, written.

use std::fmt;

use serde::ser::{
    self, Impossible, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple,
};

use crate::text::numbers;

/// That a kind of value is none of ours. It holds nothing, so that what is derived
/// for a part of a value, which asks after each, stays small.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Unwritten;

type Written<T = ()> = Result<T, Unwritten>;

/// What has been written so far.
#[derive(Default)]
pub(super) struct Writer {
    pub(super) text: String,
}

impl Writer {
    fn word(&mut self, word: &str) -> Written {
        self.text.push_str(word);
        Ok(())
    }

    fn quoted(&mut self, words: &str) -> Written {
        self.text.push('"');
        for character in words.chars() {
            match character {
                '"' => self.text.push_str("\\\""),
                '\\' => self.text.push_str("\\\\"),
                '\n' => self.text.push_str("\\n"),
                '\r' => self.text.push_str("\\r"),
                '\t' => self.text.push_str("\\t"),
                '\0'..='\x1f' => {
                    self.text.push_str("\\u00");
                    let code = u32::from(character);
                    for digit in [code >> 4, code & 15] {
                        self.text.extend(char::from_digit(digit, 16));
                    }
                }
                _ => self.text.push(character),
            }
        }
        self.text.push('"');
        Ok(())
    }

    fn number(&mut self, value: f64) -> Written {
        if !value.is_finite() {
            return self.word("null");
        }
        if value.is_sign_negative() {
            self.text.push('-');
        }
        self.text.push_str(&numbers::bare(value.abs()));
        Ok(())
    }

    fn open(&mut self, brackets: [char; 2]) -> Written<Several<'_>> {
        let [open, close] = brackets;
        self.text.push(open);
        Ok(Several {
            writer: self,
            close,
            first: true,
        })
    }
}

const LIST: [char; 2] = ['[', ']'];
const MAP: [char; 2] = ['{', '}'];

/// A list or a map that is being written.
pub(super) struct Several<'w> {
    writer: &'w mut Writer,
    close: char,
    first: bool,
}

impl Several<'_> {
    fn next(&mut self) -> &mut Writer {
        if !std::mem::take(&mut self.first) {
            self.writer.text.push(',');
        }
        self.writer
    }

    // What is derived is one such call after another.
    #[inline(never)]
    fn named(&mut self, key: &str) -> Written<&mut Writer> {
        let writer = self.next();
        writer.quoted(key)?;
        writer.text.push(':');
        Ok(writer)
    }

    fn closed(self) -> Written {
        self.writer.text.push(self.close);
        Ok(())
    }
}

impl SerializeSeq for Several<'_> {
    type Ok = ();
    type Error = Unwritten;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        value.serialize(self.next())
    }

    fn end(self) -> Written {
        self.closed()
    }
}

impl SerializeTuple for Several<'_> {
    type Ok = ();
    type Error = Unwritten;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        value.serialize(self.next())
    }

    fn end(self) -> Written {
        self.closed()
    }
}

impl SerializeMap for Several<'_> {
    type Ok = ();
    type Error = Unwritten;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Written {
        key.serialize(self.next())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        self.writer.text.push(':');
        value.serialize(&mut *self.writer)
    }

    fn end(self) -> Written {
        self.closed()
    }
}

impl SerializeStruct for Several<'_> {
    type Ok = ();
    type Error = Unwritten;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Written {
        value.serialize(self.named(key)?)
    }

    fn end(self) -> Written {
        self.closed()
    }
}

/// The kinds of numbers, each of which a double holds.
macro_rules! numbers {
    ($($serialize:ident($number:ty);)+) => {
        $(
            fn $serialize(self, value: $number) -> Written {
                self.number(f64::from(value))
            }
        )+
    };
}

impl<'w> ser::Serializer for &'w mut Writer {
    type Ok = ();
    type Error = Unwritten;
    type SerializeSeq = Several<'w>;
    type SerializeTuple = Several<'w>;
    type SerializeTupleStruct = Impossible<(), Unwritten>;
    type SerializeTupleVariant = Impossible<(), Unwritten>;
    type SerializeMap = Several<'w>;
    type SerializeStruct = Several<'w>;
    type SerializeStructVariant = Impossible<(), Unwritten>;

    numbers! {
        serialize_i8(i8);
        serialize_i16(i16);
        serialize_i32(i32);
        serialize_u8(u8);
        serialize_u16(u16);
        serialize_u32(u32);
        serialize_f32(f32);
        serialize_f64(f64);
    }

    /// Not every one of these is a double.
    fn serialize_i64(self, _: i64) -> Written {
        Err(Unwritten)
    }

    /// A count, of what is in memory: a double holds it.
    fn serialize_u64(self, value: u64) -> Written {
        self.number(value as f64)
    }

    fn serialize_bool(self, value: bool) -> Written {
        self.word(if value { "true" } else { "false" })
    }

    fn serialize_char(self, value: char) -> Written {
        self.quoted(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Written {
        self.quoted(value)
    }

    fn serialize_bytes(self, _: &[u8]) -> Written {
        Err(Unwritten)
    }

    fn serialize_none(self) -> Written {
        self.word("null")
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Written {
        self.word("null")
    }

    fn serialize_unit_struct(self, _: &'static str) -> Written {
        self.word("null")
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Written {
        self.quoted(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Written {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Written {
        let mut map = self.open(MAP)?;
        value.serialize(map.named(variant)?)?;
        map.closed()
    }

    fn serialize_seq(self, _: Option<usize>) -> Written<Several<'w>> {
        self.open(LIST)
    }

    fn serialize_tuple(self, _: usize) -> Written<Several<'w>> {
        self.open(LIST)
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Written<Impossible<(), Unwritten>> {
        Err(Unwritten)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Written<Impossible<(), Unwritten>> {
        Err(Unwritten)
    }

    fn serialize_map(self, _: Option<usize>) -> Written<Several<'w>> {
        self.open(MAP)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Written<Several<'w>> {
        self.open(MAP)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Written<Impossible<(), Unwritten>> {
        Err(Unwritten)
    }
}

impl ser::Error for Unwritten {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

impl fmt::Display for Unwritten {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("this cannot be written")
    }
}

impl std::error::Error for Unwritten {}
