//! What JSON text holds, and how its parts are asked for.

use std::borrow::Cow;

use serde::Serialize;

use super::{Fault, Misread, written};

/// A value, and where it begins in its text.
pub(crate) struct Value<'t> {
    pub(super) at: usize,
    pub(super) kind: Kind<'t>,
}

pub(super) enum Kind<'t> {
    Nothing,
    /// True or false, of which no workbook holds any.
    Truth,
    Number(f64),
    Words(Cow<'t, str>),
    List(Vec<Value<'t>>),
    Map(Vec<(Cow<'t, str>, Value<'t>)>),
}

impl<'t> Value<'t> {
    /// What is wrong with the value.
    pub(crate) const fn fault(&self, fault: Fault) -> Misread {
        Misread { at: self.at, fault }
    }

    const fn unexpected(&self) -> Misread {
        self.fault(Fault::Unexpected)
    }

    pub(crate) const fn number(&self) -> Result<f64, Misread> {
        match self.kind {
            Kind::Number(number) => Ok(number),
            _ => Err(self.unexpected()),
        }
    }

    pub(crate) fn whole_number(&self) -> Result<u32, Misread> {
        let number = self.number()?;
        let whole = number as u32;
        if f64::from(whole) == number {
            Ok(whole)
        } else {
            Err(self.unexpected())
        }
    }

    pub(crate) fn words(&self) -> Result<&str, Misread> {
        match &self.kind {
            Kind::Words(words) => Ok(words),
            _ => Err(self.unexpected()),
        }
    }

    pub(crate) fn list<T>(
        &self,
        read: impl Fn(&Self) -> Result<T, Misread>,
    ) -> Result<Vec<T>, Misread> {
        match &self.kind {
            Kind::List(items) => items.iter().map(read).collect(),
            _ => Err(self.unexpected()),
        }
    }

    pub(crate) fn pair<T>(
        &self,
        read: impl Fn(&Self) -> Result<T, Misread>,
    ) -> Result<(T, T), Misread> {
        match &self.kind {
            Kind::List(items) => match items.as_slice() {
                [one, other] => Ok((read(one)?, read(other)?)),
                _ => Err(self.unexpected()),
            },
            _ => Err(self.unexpected()),
        }
    }

    pub(crate) fn map(&self) -> Result<&[(Cow<'t, str>, Self)], Misread> {
        match &self.kind {
            Kind::Map(items) => Ok(items),
            _ => Err(self.unexpected()),
        }
    }

    /// The value itself, unless it says that there is none.
    pub(crate) const fn present(&self) -> Option<&Self> {
        match self.kind {
            Kind::Nothing => None,
            _ => Some(self),
        }
    }

    /// The part of a map that goes by a key; none where it is not there, or says
    /// that there is none.
    pub(crate) fn part(&self, key: &'static str) -> Result<Option<&Self>, Misread> {
        let mut found = self.map()?.iter().filter(|(other, _)| other == key);
        let part = found.next().map(|(_, part)| part);
        if let Some((_, twice)) = found.next() {
            return Err(twice.fault(Fault::Twice(key)));
        }
        Ok(part.and_then(Self::present))
    }

    /// The same, read.
    pub(crate) fn read<T>(
        &self,
        key: &'static str,
        read: impl Fn(&Self) -> Result<T, Misread>,
    ) -> Result<Option<T>, Misread> {
        self.part(key)?.map(read).transpose()
    }

    /// The part of a map that every one has.
    pub(crate) fn needed(&self, key: &'static str) -> Result<&Self, Misread> {
        self.part(key)?
            .ok_or_else(|| self.fault(Fault::Missing(key)))
    }

    /// The one of some options that goes by the word.
    pub(crate) fn one_of<T: Copy + Serialize>(&self, options: &[T]) -> Result<T, Misread> {
        let at = self.place_among(&mut options.iter().map(|option| written(option)))?;
        options.get(at).copied().ok_or_else(|| self.unexpected())
    }

    // What all kinds of options share is kept out of line.
    #[inline(never)]
    fn place_among(&self, options: &mut dyn Iterator<Item = String>) -> Result<usize, Misread> {
        let word = self.words()?;
        let mut names = options.map(|option| option.trim_matches('"') == word);
        let at = names.position(|is_meant| is_meant);
        at.ok_or_else(|| self.fault(Fault::UnknownWord(word.to_owned())))
    }
}
