//! Price and fundamental in one currency.
//!
//! A multiple has no unit, so nothing in the number shows that its two parts were
//! in different money. Whoever divides them has to know, and to refuse.
//!
//! # Where people go wrong
//!
//! * *An ADR's price in dollars over earnings in yuan.* At 7 yuan to the dollar a
//!   share at 14 times its earnings then seems to trade at 2.
//! * *The trading currency for the reporting one.* A firm listed in Hong Kong
//!   trades in Hong Kong dollars and mostly reports in yuan; a British one may
//!   trade in pence and report in dollars.
//! * *One rate for both.* Translating both parts at one rate leaves the multiple
//!   as it is. The harm is done by translating one of them, or each at its own
//!   date.
//!
//! # A worked case
//!
//! An example:
//!
//! ```
//! use rerate::valuation::NotMeaningful;
//! use rerate::valuation::currency::{Currency, in_one_currency};
//!
//! let (dollar, yuan) = (Currency::new("USD")?, Currency::new("CNY")?);
//! assert_eq!(in_one_currency(dollar, dollar), Ok(()));
//! assert_eq!(in_one_currency(dollar, yuan), Err(NotMeaningful::CurrenciesDiffer));
//! # Ok::<(), NotMeaningful>(())
//! ```

use std::fmt;

use super::{Meaningful, NotMeaningful};

/// A currency by its code of three letters, as in ISO 4217.
///
/// The code is kept in capitals. That it has the form of a code is checked, not
/// that the standard lists it: the list changes, and two codes differ whether or
/// not it knows them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

impl Currency {
    /// The currency of a code; case and surrounding space do not matter.
    ///
    /// Not meaningful: anything but three letters from A to Z, an empty text and
    /// a sign such as "$", which is that of many currencies, among them
    /// ([`MissingInput`](NotMeaningful::MissingInput)): no currency was named.
    ///
    /// ```
    /// use rerate::valuation::currency::Currency;
    ///
    /// assert_eq!(Currency::new(" hkd ")?.code(), "HKD");
    /// assert!(Currency::new("HK$").is_err());
    /// # Ok::<(), rerate::valuation::NotMeaningful>(())
    /// ```
    pub fn new(code: &str) -> Meaningful<Self> {
        let letters: [u8; 3] = code
            .trim()
            .as_bytes()
            .try_into()
            .map_err(|_| NotMeaningful::MissingInput)?;
        if letters.iter().all(u8::is_ascii_alphabetic) {
            Ok(Self(letters.map(|letter| letter.to_ascii_uppercase())))
        } else {
            Err(NotMeaningful::MissingInput)
        }
    }

    /// The code, in capitals.
    #[must_use]
    pub fn code(&self) -> &str {
        // Nothing but letters of ASCII gets in.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// Whether a price (or value) and the fundamental that it is divided by are in
/// one currency, so that their quotient is a multiple.
///
/// Not meaningful: they are not
/// ([`CurrenciesDiffer`](NotMeaningful::CurrenciesDiffer)).
pub fn in_one_currency(price: Currency, fundamental: Currency) -> Meaningful<()> {
    if price == fundamental {
        Ok(())
    } else {
        Err(NotMeaningful::CurrenciesDiffer)
    }
}
