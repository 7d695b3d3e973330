//! Verdicts on claims against brute force over the printed intervals.

use proptest::prelude::*;
use rerate::valuation::claim::{
    ChangeClaim, Check, Estimate, Printed, Quantity, RatioClaim, ShareClaim, Verdict,
};
use rerate::valuation::{Interval, Meaningful, NotMeaningful};

use crate::figures::{anything, magnitude, near};

/// A value printed to so many significant digits, and perhaps misprinted by a
/// few units of the last one.
fn printed(value: f64, digits: i32, units_off: f64) -> Printed {
    let unit = libm::pow(
        10.0,
        libm::floor(libm::log10(value.abs())) + 1.0 - f64::from(digits),
    );
    let value = (libm::round(value / unit) + units_off) * unit;
    Printed::around(value, 0.5 * unit)
}

/// How a figure is printed: its digits, and how many units it is off.
fn printing() -> impl Strategy<Value = (i32, f64)> {
    let off = prop_oneof![4 => Just(0.0), 1 => Just(1.0), 1 => Just(-1.0)];
    (1..4_i32, off)
}

/// A change with some or all of its figures, printed from one true reading.
fn changes() -> impl Strategy<Value = ChangeClaim> {
    let truth = (magnitude(-2.0..13.0), prop_oneof![-0.9..-0.01, 0.01..5.0]);
    let given = prop::array::uniform4(prop::option::weighted(0.85, printing()));
    (truth, given).prop_map(|((start, percent), given)| {
        let [for_start, for_change, for_percent, for_end] = given;
        let print =
            |value, how: Option<(i32, f64)>| how.map(|(digits, off)| printed(value, digits, off));
        ChangeClaim {
            start: print(start, for_start),
            change: print(start * percent, for_change),
            percent: print(percent, for_percent),
            end: print(start * (1.0 + percent), for_end),
        }
    })
}

fn given(claim: &ChangeClaim) -> Vec<(Quantity, Printed)> {
    [
        (Quantity::Start, claim.start),
        (Quantity::Change, claim.change),
        (Quantity::Percent, claim.percent),
        (Quantity::End, claim.end),
    ]
    .into_iter()
    .filter_map(|(quantity, figure)| Some((quantity, figure?)))
    .collect()
}

/// All four quantities from two of them, written down apart from the module
/// under test: [start, change, percent, end].
fn reading(first: (Quantity, f64), second: (Quantity, f64)) -> Option<[f64; 4]> {
    use Quantity::{Change, End, Percent, Start};
    let (start, change) = match (first, second) {
        ((Start, s), (Change, c)) => (s, c),
        ((Start, s), (Percent, p)) => (s, s * p),
        ((Start, s), (End, e)) => (s, e - s),
        ((Change, c), (Percent, p)) => (c / p, c),
        ((Change, c), (End, e)) => (e - c, c),
        ((Percent, p), (End, e)) => (e / (1.0 + p), e - e / (1.0 + p)),
        _ => return None,
    };
    let all = [start, change, change / start, start + change];
    (start > 0.0 && all.iter().all(|value| value.is_finite())).then_some(all)
}

/// A reading that lies well inside every interval given, looked for on a grid
/// over each pair of them.
fn brute_force(claim: &ChangeClaim) -> Option<[f64; 4]> {
    const STEPS: u8 = 20;
    let given = given(claim);
    let inside = |all: &[f64; 4]| {
        given.iter().all(|(quantity, figure)| {
            let value = all[place(*quantity)];
            let margin = 1e-12 * value.abs();
            figure.interval.low + margin <= value && value <= figure.interval.high - margin
        })
    };
    let at = |interval: Interval, step: u8| {
        let share = f64::from(step) / f64::from(STEPS);
        (1.0 - share) * interval.low + share * interval.high
    };
    for (index, &(first, a)) in given.iter().enumerate() {
        for &(second, b) in &given[index + 1..] {
            for i in 0..=STEPS {
                for j in 0..=STEPS {
                    let found = reading((first, at(a.interval, i)), (second, at(b.interval, j)));
                    if let Some(all) = found.filter(inside) {
                        return Some(all);
                    }
                }
            }
        }
    }
    None
}

fn place(quantity: Quantity) -> usize {
    match quantity {
        Quantity::Start => 0,
        Quantity::Change => 1,
        Quantity::Percent => 2,
        _ => 3,
    }
}

fn witness(check: &Check) -> Vec<f64> {
    match &check.verdict {
        Verdict::Agree(readings) => readings.iter().map(|reading| reading.value).collect(),
        verdict => panic!("no witness in {verdict:?}"),
    }
}

/// The size of the figures that a quantity is worked out from.
fn size(claim: &ChangeClaim, quantity: Quantity) -> f64 {
    if quantity == Quantity::Percent {
        return 1.0;
    }
    let money = [claim.start, claim.change, claim.end].into_iter().flatten();
    money
        .map(|figure| figure.interval.low.abs().max(figure.interval.high.abs()))
        .fold(0.0, f64::max)
}

fn set(claim: &mut ChangeClaim, quantity: Quantity, figure: Option<Printed>) {
    match quantity {
        Quantity::Start => claim.start = figure,
        Quantity::Change => claim.change = figure,
        Quantity::Percent => claim.percent = figure,
        _ => claim.end = figure,
    }
}

/// Four times as many cases as usual: verdicts turn on coincidences.
fn often() -> ProptestConfig {
    let usual = ProptestConfig::default();
    ProptestConfig {
        cases: 4 * usual.cases,
        ..usual
    }
}

proptest! {
    #![proptest_config(often())]

    #[test]
    fn what_brute_force_finds_agrees(claim in changes()) {
        let Ok(check) = claim.check() else { return Ok(()) };
        if given(&claim).len() < 3 {
            prop_assert_eq!(check.verdict, Verdict::NotEnough);
        } else if let Some(found) = brute_force(&claim) {
            prop_assert!(check.agrees(), "{:?} is a reading", found);
        }
    }

    #[test]
    fn a_witness_is_a_reading(claim in changes()) {
        let Ok(check) = claim.check() else { return Ok(()) };
        if check.agrees() {
            let witness = witness(&check);
            let [start, change, percent, end] = witness[..] else { panic!("four quantities") };
            prop_assert!(start > 0.0 && percent >= -1.0);
            prop_assert!(near(start + change, end, 16.0, start));
            prop_assert!(near(percent * start, change, 16.0, start));
            for (quantity, figure) in given(&claim) {
                let value = witness[place(quantity)];
                let Interval { low, high } = figure.interval;
                prop_assert!(low <= value && value <= high, "{quantity:?} {value} {figure:?}");
            }
            prop_assert!(check.corrections.is_empty());
        }
    }

    /// Three figures agree exactly if what two of them imply the third to be
    /// meets what it is printed as: another way to the same verdict.
    #[test]
    fn three_figures_agree_where_the_implied_one_meets_the_printed(claim in changes()) {
        let given = given(&claim);
        if given.len() != 3 {
            return Ok(());
        }
        let Ok(check) = claim.check() else { return Ok(()) };
        for (index, &(quantity, figure)) in given.iter().enumerate() {
            let (before, after) = (&given[..index], &given[index + 1..]);
            let others: Vec<Quantity> = before.iter().chain(after).map(|&(other, _)| other).collect();
            let implied = check.implied(quantity, [others[0], others[1]]);
            let Ok(Ok(interval)) = implied.map(|estimate| estimate.interval) else { continue };
            let gap = (interval.low - figure.interval.high).max(figure.interval.low - interval.high);
            // Not where they touch to within rounding.
            if gap.abs() > 1e-9 * size(&claim, quantity) {
                prop_assert_eq!(check.agrees(), gap < 0.0, "{:?}: {:?}", quantity, interval);
            }
        }
    }

    #[test]
    fn a_correction_reconciles(claim in changes()) {
        let Ok(check) = claim.check() else { return Ok(()) };
        for correction in &check.corrections {
            let Ok(Estimate { value, interval }) = correction.needed else { continue };
            let mut corrected = claim;
            // As good as exact, but wider than rounding.
            set(&mut corrected, correction.quantity, Some(Printed::around(value, 1e-9 * value.abs())));
            let Ok(again) = corrected.check() else { continue };
            prop_assert!(again.agrees(), "{:?}", correction);
            let Ok(interval) = interval else { continue };
            prop_assert!(interval.contains(value));
            // And nothing outside the interval does.
            let width = (interval.high - interval.low).max(1e-6 * size(&claim, correction.quantity));
            for outside in [interval.low - 0.01 * width, interval.high + 0.01 * width] {
                set(&mut corrected, correction.quantity, Some(Printed::exactly(outside)));
                let Ok(again) = corrected.check() else { continue };
                prop_assert!(!again.agrees(), "{:?} with {}", correction, outside);
            }
        }
    }

    #[test]
    fn a_figure_set_aside_that_still_disagrees_cannot_be_corrected(claim in changes()) {
        let Ok(check) = claim.check() else { return Ok(()) };
        for correction in &check.corrections {
            let mut rest = claim;
            set(&mut rest, correction.quantity, None);
            let disagrees = rest.check().unwrap().verdict == Verdict::Disagree;
            let refused = correction.needed == Err(NotMeaningful::FiguresContradict);
            prop_assert_eq!(disagrees, refused);
        }
    }

    #[test]
    fn an_implied_interval_holds_every_reading(
        claim in changes(), along in 0.0..=1.0, across in 0.0..=1.0,
    ) {
        let Ok(check) = claim.check() else { return Ok(()) };
        let given = given(&claim);
        let at = |interval: Interval, share: f64| (1.0 - share) * interval.low + share * interval.high;
        for implied in &check.implied {
            let find = |quantity| given.iter().find(|&&(one, _)| one == quantity).unwrap();
            let [&(first, a), &(second, b)] = implied.from.map(find);
            let Some(all) = reading((first, at(a.interval, along)), (second, at(b.interval, across)))
            else { continue };
            let value = all[place(implied.quantity)];
            if let Ok(Estimate { value: central, interval: Ok(interval) }) = implied.estimate
                && all[3] >= 0.0
            {
                let slack = 1e-12 * value.abs().max(interval.low.abs()).max(all[0]);
                prop_assert!(interval.low - slack <= value && value <= interval.high + slack);
                prop_assert!(interval.low - slack <= central && central <= interval.high + slack);
            }
        }
    }

    #[test]
    fn the_currency_does_not_matter(claim in changes(), power in -500..500_i32) {
        let scale = |figure: Printed| Printed {
            value: libm::ldexp(figure.value, power),
            interval: Interval {
                low: libm::ldexp(figure.interval.low, power),
                high: libm::ldexp(figure.interval.high, power),
            },
        };
        let scaled = ChangeClaim {
            start: claim.start.map(scale),
            change: claim.change.map(scale),
            percent: claim.percent,
            end: claim.end.map(scale),
        };
        match (claim.check(), scaled.check()) {
            (Ok(a), Ok(b)) => {
                prop_assert_eq!(a.agrees(), b.agrees());
                prop_assert_eq!(a.implied.len(), b.implied.len());
                for (a, b) in a.implied.iter().zip(&b.implied) {
                    let factor = if a.quantity == Quantity::Percent { 0 } else { power };
                    let scaled = a.estimate.map(|estimate| libm::ldexp(estimate.value, factor));
                    prop_assert_eq!(scaled, b.estimate.map(|estimate| estimate.value));
                }
            }
            (a, b) => prop_assert_eq!(a.map(drop), b.map(drop)),
        }
    }

    #[test]
    fn shares_and_ratios_agree_where_their_intervals_meet(
        whole in magnitude(-3.0..12.0), share in 0.001..3.0,
        signs in prop::array::uniform2(any::<bool>()), how in prop::array::uniform3(printing()),
    ) {
        let [for_whole, for_part, for_share] = how;
        let sign = |up: bool| if up { 1.0 } else { -1.0 };
        let (below, ratio) = (sign(signs[0]) * whole, sign(signs[1]) * share);
        let print = |value, (digits, off)| printed(value, digits, off);
        let (b, a, r) = (print(below, for_whole), print(below * ratio, for_part), print(ratio, for_share));
        let expected = |check: &Check| {
            let meet = r.interval.product(b.interval).unwrap();
            let gap = (meet.low - a.interval.high).max(a.interval.low - meet.high);
            gap.abs() <= 1e-9 * a.value.abs() || check.agrees() == (gap < 0.0)
        };
        prop_assume!(b.interval.low * b.interval.high > 0.0);
        let check = RatioClaim { denominator: Some(b), numerator: Some(a), ratio: Some(r) }.check().unwrap();
        prop_assert!(expected(&check));
        if b.value > 0.0 {
            let check = ShareClaim { whole: Some(b), part: Some(a), share: Some(r) }.check().unwrap();
            prop_assert!(expected(&check));
        }
    }

    #[test]
    fn no_figure_is_ever_nan_or_infinite(
        values in prop::array::uniform4(prop::option::of((anything(), anything()))),
    ) {
        let [first, second, third, fourth] =
            values.map(|figure| figure.map(|(value, half_unit)| Printed::around(value, half_unit)));
        let checks = [
            ChangeClaim { start: first, change: second, percent: third, end: fourth }.check(),
            ShareClaim { whole: first, part: second, share: third }.check(),
            RatioClaim { denominator: first, numerator: second, ratio: third }.check(),
        ];
        for check in checks.into_iter().flatten() {
            if let Verdict::Agree(readings) = &check.verdict {
                prop_assert!(readings.iter().all(|reading| reading.value.is_finite()));
            }
            for implied in &check.implied {
                all_finite(implied.estimate);
            }
            for correction in &check.corrections {
                all_finite(correction.needed);
            }
        }
    }
}

fn all_finite(estimate: Meaningful<Estimate>) {
    if let Ok(Estimate { value, interval }) = estimate {
        assert!(value.is_finite());
        if let Ok(interval) = interval {
            assert!(interval.is_proper(), "{interval:?}");
        }
    }
}

fn bn(value: f64, half_unit: f64) -> Option<Printed> {
    Some(Printed::around(value * 1e9, half_unit * 1e9))
}

fn percent(value: f64, half_unit: f64) -> Option<Printed> {
    Some(Printed::around(value / 100.0, half_unit / 100.0))
}

#[test]
fn the_article_contradicts_itself_and_three_figures_name_no_culprit() {
    let claim = ChangeClaim {
        start: None,
        change: bn(732.0, 0.5),
        percent: percent(88.0, 0.5),
        end: bn(1800.0, 50.0),
    };
    let check = claim.check().unwrap();
    assert_eq!(check.verdict, Verdict::Disagree);
    assert_eq!(check.corrections.len(), 3);
    assert_eq!(check.sole_correction(), None);
    let needed: Vec<f64> = check
        .corrections
        .iter()
        .map(|correction| correction.needed.unwrap().value)
        .collect();
    assert!((needed[0] / 1e9 - 842.553).abs() < 1e-3, "{needed:?}");
    assert!((needed[1] - 0.685_393).abs() < 1e-6);
    assert!((needed[2] / 1e9 - 1563.818).abs() < 1e-3);
}

#[test]
fn a_fourth_figure_names_the_culprit() {
    let claim = ChangeClaim {
        start: bn(832.0, 0.5),
        change: bn(732.0, 0.5),
        percent: percent(88.0, 0.5),
        end: bn(1800.0, 50.0),
    };
    let check = claim.check().unwrap();
    assert_eq!(check.verdict, Verdict::Disagree);
    let correction = check.sole_correction().unwrap();
    assert_eq!(correction.quantity, Quantity::End);
    let needed = correction.needed.unwrap();
    assert_eq!(needed.value, 1564e9);
    let interval = needed.interval.unwrap();
    assert!((interval.low / 1e9 - 1563.0).abs() < 1e-6, "{interval:?}");
    assert!((interval.high / 1e9 - 1565.0).abs() < 1e-6);
}

#[test]
fn intervals_that_touch_agree() {
    // 10% to 11% of 100 is 10 to 11; a change printed as 11.5, half a unit
    // either way, begins at 11.
    let claim = |change| ChangeClaim {
        start: Some(Printed::exactly(100.0)),
        change: Some(Printed::around(change, 0.5)),
        percent: percent(10.5, 0.5),
        end: None,
    };
    assert!(claim(11.5).check().unwrap().agrees());
    assert!(!claim(11.501).check().unwrap().agrees());
    // Exact figures agree, though 1.1 times 100 is not 110 in binary.
    let exact = ChangeClaim {
        start: Some(Printed::exactly(100.0)),
        change: Some(Printed::exactly(10.0)),
        percent: Some(Printed::exactly(0.1)),
        end: Some(Printed::exactly(110.0)),
    };
    assert!(exact.check().unwrap().agrees());
    let exact = ChangeClaim {
        start: Some(Printed::exactly(0.3)),
        change: Some(Printed::exactly(0.1)),
        percent: Some(Printed::exactly(1.0 / 3.0)),
        end: Some(Printed::exactly(0.1 + 0.3)),
    };
    assert!(exact.check().unwrap().agrees());
}

#[test]
fn figures_that_cannot_be_have_a_reason() {
    let check = |start, percent, end| {
        ChangeClaim {
            start: Some(Printed::exactly(start)),
            percent: Some(Printed::exactly(percent)),
            end: Some(Printed::exactly(end)),
            change: None,
        }
        .check()
        .map(|check| check.agrees())
    };
    assert_eq!(check(0.0, 0.1, 1.0), Err(NotMeaningful::StartNotPositive));
    assert_eq!(check(-1.0, 0.1, 1.0), Err(NotMeaningful::StartNotPositive));
    assert_eq!(check(1.0, -1.01, 1.0), Err(NotMeaningful::FallsBelowZero));
    assert_eq!(check(1.0, 0.1, -1.0), Err(NotMeaningful::FallsBelowZero));
    assert_eq!(check(f64::NAN, 0.1, 1.0), Err(NotMeaningful::NotFinite));
    assert_eq!(check(1.0, -1.0, 0.0), Ok(true));
    let ratio = RatioClaim {
        denominator: Some(Printed::exactly(0.0)),
        ..RatioClaim::default()
    };
    assert_eq!(ratio.check(), Err(NotMeaningful::DividesByZero));
}

#[test]
fn two_figures_imply_the_others_or_say_why_not() {
    let check = ChangeClaim {
        change: bn(732.0, 0.5),
        end: bn(700.0, 0.5),
        ..ChangeClaim::default()
    }
    .check()
    .unwrap();
    assert_eq!(check.verdict, Verdict::NotEnough);
    let from = [Quantity::End, Quantity::Change];
    assert_eq!(
        check.implied(Quantity::Start, from),
        Err(NotMeaningful::StartNotPositive)
    );
    let from = [Quantity::Start, Quantity::Change];
    assert_eq!(
        check.implied(Quantity::End, from),
        Err(NotMeaningful::MissingInput)
    );
    // A change printed as 0% leaves the start open.
    let check = ChangeClaim {
        change: bn(1.0, 0.5),
        percent: percent(0.4, 0.5),
        ..ChangeClaim::default()
    }
    .check()
    .unwrap();
    let from = [Quantity::Change, Quantity::Percent];
    let start = check.implied(Quantity::Start, from).unwrap();
    assert!((start.value / 1e9 - 250.0).abs() < 1e-9);
    assert_eq!(start.interval, Err(NotMeaningful::DividesByZero));
}

#[test]
fn a_ratio_of_losses_is_a_ratio() {
    let claim = RatioClaim {
        denominator: Some(Printed::around(-2.0, 0.5)),
        numerator: Some(Printed::around(-30.0, 0.5)),
        ratio: Some(Printed::around(15.0, 0.5)),
    };
    let check = claim.check().unwrap();
    assert!(check.agrees());
    let [denominator, numerator, ratio] = witness(&check)[..] else {
        panic!("three quantities")
    };
    assert!((-2.5..=-1.5).contains(&denominator));
    assert!(near(ratio * denominator, numerator, 4.0, 0.0));
    let wrong = RatioClaim {
        ratio: Some(Printed::around(-15.0, 0.5)),
        ..claim
    };
    assert_eq!(wrong.check().unwrap().verdict, Verdict::Disagree);
}

#[test]
fn a_denominator_that_may_have_either_sign_is_tried_with_both() {
    let claim = RatioClaim {
        denominator: Some(Printed::around(0.5, 1.0)),
        numerator: Some(Printed::around(-3.0, 0.5)),
        ratio: Some(Printed::around(10.0, 0.5)),
    };
    let check = claim.check().unwrap();
    assert!(check.agrees());
    assert!(witness(&check)[0] < 0.0);
}

#[test]
fn a_whole_of_zero_is_no_way_out() {
    // Nothing is 200% to 300% of a whole only if that is nothing too.
    let check = ShareClaim {
        whole: Some(Printed::around(1.0, 1.0)),
        part: Some(Printed::exactly(0.0)),
        share: percent(250.0, 50.0),
    }
    .check()
    .unwrap();
    assert_eq!(check.verdict, Verdict::Disagree);
}

#[test]
fn a_ratio_of_figures_below_zero_has_its_interval() {
    let check = RatioClaim {
        denominator: Some(Printed::around(-2.0, 0.5)),
        numerator: Some(Printed::around(-30.0, 5.0)),
        ..RatioClaim::default()
    }
    .check()
    .unwrap();
    let from = [Quantity::Denominator, Quantity::Numerator];
    let ratio = check.implied(Quantity::Ratio, from).unwrap();
    assert_eq!(ratio.value, 15.0);
    let interval = ratio.interval.unwrap();
    assert!((interval.low - 10.0).abs() < 1e-14);
    assert!((interval.high - 70.0 / 3.0).abs() < 1e-13);
}

/// A divisor that may be zero, by what is printed of it or by rounding, leaves
/// what is divided by it open.
#[test]
fn a_divisor_that_may_be_zero_leaves_the_quotient_open() {
    let open = Err(NotMeaningful::DividesByZero);
    // Of what fell by 100% no start is known, and none of what fell by 99.6% or
    // a little more.
    let fallen = |percent: Option<Printed>| {
        let claim = ChangeClaim {
            percent,
            end: bn(5.0, 0.5),
            ..ChangeClaim::default()
        };
        let from = [Quantity::Percent, Quantity::End];
        claim.check().unwrap().implied(Quantity::Start, from)
    };
    assert_eq!(fallen(percent(-100.0, 0.0)).map(drop), open);
    let nearly = fallen(percent(-99.6, 0.5)).unwrap();
    assert!((nearly.value / 1e9 - 1_250.0).abs() < 1e-9);
    assert_eq!(nearly.interval.map(drop), open);
    // A start printed as 0.4 may be nothing at all.
    let check = ChangeClaim {
        start: bn(0.4, 0.5),
        change: bn(1.0, 0.5),
        ..ChangeClaim::default()
    }
    .check()
    .unwrap();
    let from = [Quantity::Start, Quantity::Change];
    let percent = check.implied(Quantity::Percent, from).unwrap();
    assert_eq!((percent.value, percent.interval.map(drop)), (2.5, open));
    // Three tenths less a tenth and two tenths is rounding.
    let check = ChangeClaim {
        change: Some(Printed::exactly(0.3)),
        end: Some(Printed::exactly(0.1 + 0.2)),
        ..ChangeClaim::default()
    }
    .check()
    .unwrap();
    let from = [Quantity::Change, Quantity::End];
    assert_eq!(check.implied(Quantity::Percent, from).map(drop), open);
}
