//! A gap that halves, solved for any one of its quantities.

use proptest::prelude::*;
use rerate::valuation::NotMeaningful;
use rerate::valuation::convergence::{Convergence, Course, Halving, HalvingUnknown};

use crate::figures::{anything, finite_or_reason, itself, magnitude, near};

proptest! {
    #[test]
    fn solving_inverts_evaluating(
        size in magnitude(-6.0..6.0), behind in any::<bool>(), half_life in magnitude(-2.0..3.0), halvings in 0.01..40.0_f64,
    ) {
        let gap_start = if behind { -size } else { size };
        let halving = Halving { gap_start, gap_end: f64::NAN, time: half_life * halvings, half_life };
        let left = halving.solve(HalvingUnknown::GapEnd).unwrap();
        let halving = halving.with_value(HalvingUnknown::GapEnd, left);
        for unknown in HalvingUnknown::ALL {
            // What stands in the unknown's place is not looked at.
            let solved = halving.with_value(unknown, f64::NAN).solve(unknown).unwrap();
            let back = halving.with_value(unknown, solved).solve(HalvingUnknown::GapEnd).unwrap();
            // A power has as many roundings as halvings.
            prop_assert!(near(back, left, 16.0 + 8.0 * halvings, 0.0), "{:?}: {} {}", unknown, back, left);
        }
        // Two observations at that pace go on at it.
        let seen = Convergence { gap_start, gap_end: left, time: halving.time };
        let later = seen.gap_after(half_life, Course::Exponential).unwrap();
        prop_assert!(near(later, 0.5 * left, 64.0, 0.0));
    }

    #[test]
    fn any_number_gives_a_figure_or_a_reason(
        gap_start in anything(), gap_end in anything(), time in anything(), half_life in anything(),
    ) {
        let halving = Halving { gap_start, gap_end, time, half_life };
        for unknown in HalvingUnknown::ALL {
            finite_or_reason(halving.solve(unknown), &[itself]);
        }
    }
}

#[test]
fn what_halves_neither_grows_nor_closes_nor_turns() {
    let halving = Halving {
        gap_start: 0.08,
        gap_end: 0.02,
        time: 2.0,
        half_life: 1.0,
    };
    for unknown in HalvingUnknown::ALL {
        let solved = halving.solve(unknown).unwrap();
        let itself = halving.with_value(unknown, solved);
        assert!((itself.gap_start - 0.08).abs() < 1e-15);
        assert!((itself.time - 2.0).abs() < 1e-15);
        assert!((itself.half_life - 1.0).abs() < 1e-15);
    }
    for (gap_end, reason) in [
        (0.09, NotMeaningful::GapWidened),
        (0.08, NotMeaningful::GapUnchanged),
        (0.0, NotMeaningful::GapClosed),
        (-0.02, NotMeaningful::GapChangedSign),
    ] {
        let other = halving.with_value(HalvingUnknown::GapEnd, gap_end);
        assert_eq!(other.solve(HalvingUnknown::Time), Err(reason));
        assert_eq!(other.solve(HalvingUnknown::HalfLife), Err(reason));
    }
    for span in [0.0, -1.0] {
        for (given, unknown) in [
            (HalvingUnknown::Time, HalvingUnknown::HalfLife),
            (HalvingUnknown::HalfLife, HalvingUnknown::Time),
            (HalvingUnknown::Time, HalvingUnknown::GapEnd),
            (HalvingUnknown::HalfLife, HalvingUnknown::GapStart),
        ] {
            assert_eq!(
                halving.with_value(given, span).solve(unknown),
                Err(NotMeaningful::YearsNotPositive)
            );
        }
    }
    let none = halving.with_value(HalvingUnknown::GapStart, 0.0);
    assert_eq!(
        none.solve(HalvingUnknown::GapEnd),
        Err(NotMeaningful::GapClosed)
    );
    let long = halving.with_value(HalvingUnknown::Time, 1e6);
    assert_eq!(
        long.solve(HalvingUnknown::GapEnd),
        Err(NotMeaningful::OutOfRange)
    );
    assert_eq!(
        long.solve(HalvingUnknown::GapStart),
        Err(NotMeaningful::OutOfRange)
    );
}
