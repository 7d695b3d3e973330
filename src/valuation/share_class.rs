//! Share classes of one company, listed as if they were two.
//!
//! Alphabet has A and C shares, BYD has shares in Hong Kong and in Shenzhen. A
//! list of companies that is pasted together from two sources, or from one that
//! lists securities, holds such a company in two rows. Where each row carries the
//! whole company's earnings, or the whole company's value, a sum over rows counts
//! it twice, and its sector's multiple leans towards it.
//!
//! # Where people go wrong
//!
//! * *Both classes' value over earnings once.* Right, if each row's value is that
//!   of its own class and the earnings stand in one row only. Such rows are
//!   paired here too, by their name: this is a warning, not an error.
//! * *Each class's value over all of the earnings.* The multiple comes out at
//!   about half.
//! * *Names alone.* "BYD Co H" and "BYD-A" are different texts. Two firms do not
//!   report the same earnings to the last digit, so that is looked at as well.
//!
//! # A worked case
//!
//! An example:
//!
//! ```
//! use rerate::valuation::share_class::{Listing, counted_twice};
//!
//! let row = |issuer, value, fundamental| Listing { issuer, value, fundamental };
//! let group = [
//!     row("Alphabet", 1200.0, 100.1),
//!     row("BYD H", 30.0, 5.6),
//!     row("alphabet ", 1100.0, 100.1),
//!     row("BYD A", 90.0, 5.6),
//!     row("Baidu", 40.0, 3.3),
//! ];
//! assert_eq!(counted_twice(&group), [(0, 2), (1, 3)]);
//! ```

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// A row of a list of companies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Listing<'a> {
    /// The company's name or code, as the list has it; empty where it has none.
    pub issuer: &'a str,
    /// Market value.
    pub value: f64,
    /// What the value is compared with (earnings, sales, book value, EBITDA), in
    /// the same currency.
    pub fundamental: f64,
}

/// The rows that seem to be classes of one company's shares, in pairs of
/// positions: each such row with the first that it is like.
///
/// Rows are alike if they have one issuer (case and surrounding space do not
/// matter; no name is like no other) or the same fundamental, bit for bit and
/// other than zero. A row may be like one by its issuer and like another by its
/// fundamental, and is then in two pairs. In the order of the later row. Values
/// are not looked at, for two classes seldom have the same.
///
/// A warning, not an error: two rows of one name may be right, and small round
/// figures may be equal by chance. Takes time in proportion to n log n.
#[must_use]
pub fn counted_twice(group: &[Listing<'_>]) -> Vec<(usize, usize)> {
    let mut issuers = BTreeMap::new();
    let mut fundamentals = BTreeMap::new();
    let mut pairs = Vec::new();
    for (row, listing) in group.iter().enumerate() {
        let issuer = listing.issuer.trim().to_lowercase();
        let by_issuer = (!issuer.is_empty())
            .then(|| first_like(&mut issuers, issuer, row))
            .flatten();
        let is_figure = listing.fundamental.is_finite() && listing.fundamental != 0.0;
        let by_fundamental = is_figure
            .then(|| first_like(&mut fundamentals, listing.fundamental.to_bits(), row))
            .flatten();
        pairs.extend(by_issuer.map(|first| (first, row)));
        if by_fundamental != by_issuer {
            pairs.extend(by_fundamental.map(|first| (first, row)));
        }
    }
    pairs
}

/// The first row of this key; none where it is this one.
fn first_like<K: Ord>(first: &mut BTreeMap<K, usize>, key: K, row: usize) -> Option<usize> {
    match first.entry(key) {
        Entry::Occupied(found) => Some(*found.get()),
        Entry::Vacant(place) => {
            place.insert(row);
            None
        }
    }
}
