//! Putting a few values in order.

use std::cmp::Ordering;

/// Puts values in order; those that are equal stay as they stood.
///
/// It is for a hundred values at most. The standard library's sorting is made
/// for millions, and each kind of value brings as much code as a chart.
pub(crate) fn put_in_order<T>(values: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    for end in 1..values.len() {
        for place in (1..=end).rev() {
            let Some([before, behind]) = values.get_mut(place - 1..=place) else {
                break;
            };
            if compare(before, behind) != Ordering::Greater {
                break;
            }
            std::mem::swap(before, behind);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_does_as_the_standard_library_does() {
        for length in 0..40_usize {
            let mut values: Vec<(usize, usize)> =
                (0..length).map(|place| (place * 17 % 7, place)).collect();
            let mut sorted = values.clone();
            sorted.sort_by_key(|(value, _)| *value);
            put_in_order(&mut values, |(one, _), (other, _)| one.cmp(other));
            assert_eq!(values, sorted);
        }
    }
}
