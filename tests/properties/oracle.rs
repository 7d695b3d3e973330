//! Means, medians and deviations against those of another library, statrs, where
//! the definitions are the same.

use proptest::prelude::*;
use rerate::valuation::compounding::{compound_all, per_year};
use rerate::valuation::mean::{arithmetic_mean, harmonic_mean, median, percentile};
use rerate::valuation::scenario::{Scenario, expectation};
use statrs::statistics::{Data, OrderStatistics, Statistics};

use crate::figures::{magnitude, near};

fn multiples() -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec(magnitude(-1.0..3.0), 1..60)
}

proptest! {
    #[test]
    fn means_are_theirs(multiples in multiples()) {
        let ours = arithmetic_mean(&multiples, None).unwrap();
        prop_assert!(near(ours, multiples.iter().mean(), 200.0, 0.0));
        let ours = harmonic_mean(&multiples, None).unwrap();
        prop_assert!(near(ours, multiples.iter().harmonic_mean(), 200.0, 0.0));
    }

    #[test]
    fn medians_are_theirs(multiples in multiples()) {
        let theirs = Data::new(multiples.clone()).median();
        prop_assert!(near(median(&multiples, None).unwrap(), theirs, 2.0, 0.0));
        prop_assert!(near(percentile(&multiples, 0.5).unwrap(), theirs, 2.0, 0.0));
    }

    /// Years of growth at changing rates are as many at their geometric mean.
    #[test]
    fn the_yearly_rate_is_their_geometric_mean(changes in prop::collection::vec(-0.5..1.0_f64, 1..40)) {
        let ours = 1.0 + per_year(compound_all(&changes), changes.len() as f64);
        let theirs = changes.iter().map(|change| 1.0 + change).geometric_mean();
        prop_assert!(near(ours, theirs, 200.0, 0.0), "{} {}", ours, theirs);
    }

    /// Scenarios that are equally likely have the deviation of a population.
    #[test]
    fn deviations_are_theirs_of_a_population(totals in prop::collection::vec(-0.9..3.0_f64, 1..40)) {
        let probability = 1.0 / totals.len() as f64;
        let scenarios: Vec<Scenario> = totals.iter().map(|&total| Scenario { probability, total }).collect();
        let ours = expectation(&scenarios).unwrap();
        prop_assert!(near(ours.mean, totals.iter().mean(), 200.0, 3.0));
        prop_assert!((ours.deviation - totals.iter().population_std_dev()).abs() < 1e-13);
    }

    /// Theirs is number 8 of Hyndman and Fan, ours number 7: other positions, and
    /// the same straight lines between the same neighbours.
    #[test]
    fn percentiles_are_theirs_at_another_share(values in prop::collection::vec(-1e3..1e3_f64, 2..60), share in 0.0..1.0_f64) {
        let count = values.len() as f64;
        let position = ((count + 1.0 / 3.0) * share + 1.0 / 3.0).clamp(1.0, count);
        let ours = percentile(&values, (position - 1.0) / (count - 1.0)).unwrap();
        let theirs = Data::new(values).quantile(share);
        prop_assert!((ours - theirs).abs() < 1e-9, "{} {}", ours, theirs);
    }

    #[test]
    fn percentiles_are_theirs_at_the_ends_and_in_the_middle(values in prop::collection::vec(-1e3..1e3_f64, 1..60)) {
        for share in [0.0, 0.5, 1.0] {
            let theirs = Data::new(values.clone()).quantile(share);
            prop_assert!((percentile(&values, share).unwrap() - theirs).abs() < 1e-9);
        }
    }
}

#[test]
fn a_quartile_depends_on_its_definition() {
    let values = [1.0, 2.0, 3.0, 4.0];
    assert_eq!(percentile(&values, 0.25), Ok(1.75));
    let theirs = Data::new(values).lower_quartile();
    assert!((theirs - (1.0 + 5.0 / 12.0)).abs() < 1e-15);
}
