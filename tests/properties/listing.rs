//! Rows as they are listed: their currencies, and companies in two of them.

use proptest::prelude::*;
use rerate::valuation::NotMeaningful;
use rerate::valuation::currency::{Currency, in_one_currency};
use rerate::valuation::share_class::{Listing, counted_twice};

use crate::figures::anything;

fn row(issuer: &str, value: f64, fundamental: f64) -> Listing<'_> {
    Listing {
        issuer,
        value,
        fundamental,
    }
}

proptest! {
    #[test]
    fn a_code_is_three_letters_and_nothing_else(text in "\\PC{0,4}", code in "[A-Za-z]{3}", space in "[ \t]{0,2}") {
        let is_code = text.trim().len() == 3 && text.trim().chars().all(|c| c.is_ascii_alphabetic());
        prop_assert_eq!(Currency::new(&text).is_ok(), is_code);
        let currency = Currency::new(&format!("{space}{code}{space}")).unwrap();
        prop_assert_eq!(currency.code(), code.to_uppercase());
        prop_assert_eq!(currency.to_string(), currency.code());
        prop_assert_eq!(Currency::new(currency.code()), Ok(currency));
    }

    #[test]
    fn only_equal_codes_are_one_currency(a in "[A-Z]{3}", b in "[A-Z]{3}") {
        let (first, second) = (Currency::new(&a).unwrap(), Currency::new(&b).unwrap());
        prop_assert_eq!(in_one_currency(first, first), Ok(()));
        let both = in_one_currency(first, second);
        prop_assert_eq!(both, if a == b { Ok(()) } else { Err(NotMeaningful::CurrenciesDiffer) });
        prop_assert_eq!(in_one_currency(second, first), both);
    }

    /// As comparing every row with every other would find them.
    #[test]
    fn every_row_that_is_like_an_earlier_one_is_paired(
        rows in prop::collection::vec(("[abAB ]{0,2}", prop_oneof![anything(), (0..4_u8).prop_map(f64::from)]), 0..20),
    ) {
        let group: Vec<Listing> = rows.iter().map(|(issuer, earnings)| row(issuer, 1.0, *earnings)).collect();
        let mut expected = Vec::new();
        for (later, listing) in group.iter().enumerate() {
            let name = |listing: &Listing| listing.issuer.trim().to_lowercase();
            let by_issuer = group[..later].iter()
                .position(|other| !name(listing).is_empty() && name(other) == name(listing));
            let earnings = listing.fundamental;
            let by_earnings = group[..later].iter().position(|other| {
                earnings != 0.0 && earnings.is_finite() && other.fundamental.to_bits() == earnings.to_bits()
            });
            expected.extend(by_issuer.map(|first| (first, later)));
            expected.extend(by_earnings.filter(|_| by_earnings != by_issuer).map(|first| (first, later)));
        }
        prop_assert_eq!(counted_twice(&group), expected);
    }
}

#[test]
fn classes_of_one_company_are_found_by_name_or_by_earnings() {
    let group = [
        row("Alphabet", 1200.0, 100.1),
        row("Tencent", 600.0, 31.0),
        row(" ALPHABET", 1100.0, 0.0),
        row("BYD-H", 30.0, 5.6),
        row("BYD-A", 90.0, 5.6),
        row("", 1.0, 0.0),
        row("", 2.0, 0.0),
        row("Loss A", 2.0, -1.25),
        row("Loss B", 3.0, -1.25),
    ];
    assert_eq!(counted_twice(&group), [(0, 2), (3, 4), (7, 8)]);
    assert!(counted_twice(&[]).is_empty());
}

#[test]
fn a_row_may_be_like_two_others() {
    let group = [
        row("a", 1.0, 5.0),
        row("b", 1.0, 7.0),
        row("B", 1.0, 5.0),
        row("a", 1.0, 5.0),
    ];
    assert_eq!(counted_twice(&group), [(1, 2), (0, 2), (0, 3)]);
}

#[test]
fn ten_thousand_rows_of_one_company_are_ten_thousand_pairs() {
    let group = [row("one", 1.0, 2.0); 10_000];
    assert_eq!(counted_twice(&group).len(), 9_999);
}
