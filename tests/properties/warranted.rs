//! Warranted multiples and discounted flows: identities, limits and inverses.

use proptest::prelude::*;
use rerate::valuation::NotMeaningful;
use rerate::valuation::cost_of_equity::{CostOfEquity, Ingredient, country_risk_premium};
use rerate::valuation::dcf::{GrowthPath, implied_growth, present_value};
use rerate::valuation::peg::{growth_adjusted_gap, peg};
use rerate::valuation::warranted::h_model::{self, Fade};
use rerate::valuation::warranted::two_stage::{Stage, TwoStage};
use rerate::valuation::warranted::{
    FirmSales, ev_to_sales, forward_pe, price_to_book, price_to_sales, sustainable_growth,
    trailing_pe,
};

use crate::figures::{anything, finite_or_reason, itself, magnitude, near};

/// Growth and a required return above it, by so much.
fn stable() -> impl Strategy<Value = (f64, f64)> {
    (-0.05..0.08, 0.01..0.15).prop_map(|(growth, spread)| (growth, growth + spread))
}

fn stage() -> impl Strategy<Value = Stage> {
    (stable(), 0.05..1.2).prop_map(|((growth, required_return), payout)| Stage {
        growth,
        payout,
        required_return,
    })
}

/// A first stage may grow faster than is required.
fn high_stage() -> impl Strategy<Value = Stage> {
    (-0.2..0.6, 0.02..0.2, 0.0..0.8).prop_map(|(growth, required_return, payout)| Stage {
        growth,
        payout,
        required_return,
    })
}

proptest! {
    /// What a rate asks of an ingredient gives that rate; one that is multiplied
    /// by zero gives none.
    #[test]
    fn a_rate_gives_its_ingredients_back(
        risk_free in -0.01..0.08, beta in 0.1..3.0, mature_premium in 0.01..0.1,
        lambda in 0.1..2.0, country_risk_premium in 0.001..0.1, wanted in 0.01..0.3,
    ) {
        let market = CostOfEquity { risk_free, beta, mature_premium, lambda, country_risk_premium };
        for (ingredient, times) in [
            (Ingredient::RiskFree, None),
            (Ingredient::Beta, Some(Ingredient::MaturePremium)),
            (Ingredient::MaturePremium, Some(Ingredient::Beta)),
            (Ingredient::Lambda, Some(Ingredient::CountryRiskPremium)),
            (Ingredient::CountryRiskPremium, Some(Ingredient::Lambda)),
        ] {
            let value = market.solve(ingredient, wanted).unwrap();
            let found = market.with_value(ingredient, value);
            prop_assert_eq!(found.value(ingredient), value);
            prop_assert!(near(found.rate().unwrap(), wanted, 8.0, 1.0), "{:?}", ingredient);
            // What is held for it is not looked at.
            prop_assert_eq!(found.solve(ingredient, wanted), Ok(value));
            if let Some(times) = times {
                let unmoved = market.with_value(times, 0.0);
                prop_assert_eq!(unmoved.solve(ingredient, wanted), Err(NotMeaningful::TimesZero));
            }
        }
    }

    #[test]
    fn one_stage_multiples_are_one_sum((growth, required) in stable(), payout in 0.25..1.0, margin in 0.01..0.5) {
        let forward = forward_pe(payout, growth, required).unwrap();
        let trailing = trailing_pe(payout, growth, required).unwrap();
        prop_assert!(near(trailing, forward * (1.0 + growth), 3.0, 0.0));
        let sales = price_to_sales(margin, payout, growth, required).unwrap();
        prop_assert!(near(sales, margin * trailing, 4.0, 0.0));
        let firm = FirmSales {
            operating_margin: margin,
            tax_rate: 0.0,
            reinvestment_rate: 1.0 - payout,
            growth,
            cost_of_capital: required,
        };
        prop_assert!(near(ev_to_sales(&firm).unwrap(), sales, 8.0, 0.0));
    }

    #[test]
    fn price_to_book_is_return_on_equity_times_price_to_earnings(
        (growth, required) in stable(), payout in 0.1..0.9, roe in 0.02..0.4,
    ) {
        // The growth that this payout allows, not any other.
        let growth = growth.min(sustainable_growth(payout, roe).unwrap());
        let payout = 1.0 - growth / roe;
        let book = price_to_book(roe, growth, required).unwrap();
        let earnings = forward_pe(payout, growth, required).unwrap();
        prop_assert!(near(book, roe * earnings, 64.0, 0.0), "{} {}", book, roe * earnings);
    }

    #[test]
    fn a_multiple_rises_with_growth_and_falls_with_risk((growth, required) in stable(), step in 1e-6..5e-3) {
        let pe = |growth, required| forward_pe(0.5, growth, required).unwrap();
        prop_assert!(pe(growth + step, required) > pe(growth, required));
        prop_assert!(pe(growth, required + step) < pe(growth, required));
    }

    #[test]
    fn two_like_stages_are_one(stage in stage(), years in 0.0..60.0) {
        let firm = TwoStage { high: stage, years, stable: stage };
        let found = firm.price_to_earnings().unwrap().multiple;
        let expected = trailing_pe(stage.payout, stage.growth, stage.required_return).unwrap();
        prop_assert!(near(found, expected, 32.0, 0.0), "{} {}", found, expected);
    }

    #[test]
    fn two_stages_are_the_sum_of_their_payments(high in high_stage(), stable in stage(), years in 0..30_u8) {
        let firm = TwoStage { high, years: f64::from(years), stable };
        let found = firm.price_to_earnings().unwrap();
        let (mut earnings, mut discount, mut paid) = (1.0, 1.0, 0.0);
        for _ in 0..years {
            earnings *= 1.0 + high.growth;
            discount /= 1.0 + high.required_return;
            paid += high.payout * earnings * discount;
        }
        let after = earnings * discount
            * trailing_pe(stable.payout, stable.growth, stable.required_return).unwrap();
        prop_assert!(near(found.from_high_growth, paid, 200.0, 0.0));
        prop_assert!(near(found.from_stable_growth, after, 200.0, 0.0));
        prop_assert!(near(found.multiple, paid + after, 200.0, 0.0));
    }

    #[test]
    fn nothing_happens_where_growth_meets_the_required_return(
        high in high_stage(), stable in stage(), years in 0.5..30.0, digits in -16.0..-5.0,
    ) {
        let at = |growth: f64| {
            let high = Stage { growth, ..high };
            TwoStage { high, years, stable }.price_to_earnings().unwrap().multiple
        };
        let excess = libm::pow(10.0, digits);
        let limit = at(high.required_return);
        for growth in [high.required_return + excess, high.required_return - excess] {
            // The multiple moves by about as many parts as years.
            prop_assert!((at(growth) / limit - 1.0).abs() <= 40.0 * excess + 1e-14);
        }
        let first = high.payout * years;
        let found = TwoStage { high: Stage { growth: high.required_return, ..high }, years, stable };
        prop_assert!(near(found.price_to_earnings().unwrap().from_high_growth, first, 4.0, 0.0));
    }

    #[test]
    fn margins_scale_the_stages(high in high_stage(), stable in stage(), years in 0.0..30.0, margin in 0.01..0.5) {
        let firm = TwoStage { high, years, stable };
        let earnings = firm.price_to_earnings().unwrap().multiple;
        let sales = firm.price_to_sales(margin, margin).unwrap().multiple;
        prop_assert!(near(sales, margin * earnings, 8.0, 0.0));
    }

    #[test]
    fn a_fade_gives_its_return_back(
        (growth_lasting, required) in stable(), growth_initial in -0.1..0.4, years in 0.0..30.0, dividend in magnitude(-2.0..3.0),
    ) {
        let fade = Fade { growth_initial, growth_lasting, years };
        match h_model::value(dividend, &fade, required) {
            Ok(price) => {
                let back = h_model::implied_return(dividend, &fade, price).unwrap();
                prop_assert!(near(back, required, 8.0, growth_lasting));
            }
            Err(reason) => prop_assert_eq!(reason, NotMeaningful::ValueNotPositive),
        }
        let none = Fade { years: 0.0, ..fade };
        let gordon = dividend * trailing_pe(1.0, growth_lasting, required).unwrap();
        prop_assert!(near(h_model::value(dividend, &none, required).unwrap(), gordon, 4.0, 0.0));
    }

    #[test]
    fn flows_that_grow_at_one_rate_are_worth_the_gordon_sum(
        (growth, required) in stable(), years in 1..40_i32, flow in magnitude(-3.0..12.0),
    ) {
        let flows: Vec<f64> = (1..=years).map(|year| flow * libm::pow(1.0 + growth, f64::from(year))).collect();
        let worth = present_value(&flows, required, growth).unwrap();
        let gordon = flow * trailing_pe(1.0, growth, required).unwrap();
        prop_assert!(near(worth.value, gordon, 200.0, 0.0));
        prop_assert!(near(worth.value, worth.flows + worth.terminal, 2.0, 0.0));
        let back = implied_growth(worth.value, flow, required).unwrap();
        prop_assert!(near(back, growth, 400.0, 1.0));
    }

    #[test]
    fn a_growth_path_is_worth_its_flows(
        (terminal_growth, required_return) in stable(), growth in -0.3..0.6,
        years in 0..15_u16, fade_years in 0..15_u16, flow in magnitude(-3.0..12.0),
    ) {
        prop_assume!(years + fade_years > 0);
        let path = GrowthPath { years, fade_years, terminal_growth, required_return };
        let worth = path.value(flow, growth).unwrap();
        let mut flows = Vec::new();
        let mut last = flow;
        for year in 1..=years + fade_years {
            let faded = f64::from(year.saturating_sub(years)) / f64::from(fade_years + 1);
            last *= 1.0 + growth + faded * (terminal_growth - growth);
            flows.push(last);
        }
        let expected = present_value(&flows, required_return, terminal_growth).unwrap().value;
        prop_assert!(near(worth, expected, 200.0, 0.0));
        prop_assert!(path.value(flow, growth + 1e-6).unwrap() > worth);

        let back = path.implied_growth(worth, flow).unwrap();
        prop_assert!(near(path.value(flow, back).unwrap(), worth, 32.0, 0.0));
        prop_assert!((back - growth).abs() < 1e-11);
    }

    #[test]
    fn what_growth_explains_is_gone_from_the_adjusted_gap(
        a in magnitude(0.0..2.0), b in magnitude(0.0..2.0), growth in 0.01..0.5,
    ) {
        let gap = growth_adjusted_gap((a, growth), (b, growth)).unwrap();
        prop_assert!(near(gap.premium, a / b - 1.0, 8.0, 1.0 + a / b));
        // As much dearer as it grows faster.
        let even = growth_adjusted_gap((a, growth), (b, growth * b / a)).unwrap();
        prop_assert!(even.premium.abs() < 1e-14);
    }

    #[test]
    fn no_figure_is_ever_nan_or_infinite(
        a in anything(), b in anything(), c in anything(), d in anything(), e in anything(),
        years in any::<u8>(), flows in prop::collection::vec(anything(), 0..5),
    ) {
        let firm = FirmSales {
            operating_margin: a, tax_rate: b, reinvestment_rate: c, growth: d, cost_of_capital: e,
        };
        let fade = Fade { growth_initial: a, growth_lasting: b, years: c };
        let path = GrowthPath {
            years: years.into(), fade_years: years.into(), terminal_growth: a, required_return: b,
        };
        let equity = CostOfEquity {
            risk_free: a, beta: b, mature_premium: c, lambda: d, country_risk_premium: e,
        };
        for result in [
            forward_pe(a, b, c), trailing_pe(a, b, c), price_to_book(a, b, c),
            price_to_sales(a, b, c, d), ev_to_sales(&firm), sustainable_growth(a, b),
            h_model::value(d, &fade, e), h_model::implied_return(d, &fade, e),
            implied_growth(a, b, c), path.value(c, d), path.implied_growth(c, d),
            peg(a, b), growth_adjusted_gap((a, b), (c, d)).map(|gap| gap.premium),
            equity.rate(), equity.equity_risk_premium(), country_risk_premium(a, b),
        ] {
            finite_or_reason(result, &[itself]);
        }
        finite_or_reason(present_value(&flows, a, b), &[
            |worth| worth.flows, |worth| worth.terminal_value, |worth| worth.terminal, |worth| worth.value,
        ]);
        let stage = |growth, payout, required_return| Stage { growth, payout, required_return };
        let firm = TwoStage { high: stage(a, b, c), years: d, stable: stage(0.02, 0.5, 0.1) };
        let other = TwoStage { high: stage(0.2, 0.5, 0.1), years: d, stable: stage(a, b, c) };
        for multiple in [
            firm.price_to_earnings(), firm.price_to_sales(d, e),
            other.price_to_earnings(), other.price_to_sales(d, e),
        ] {
            finite_or_reason(multiple, &[
                |found| found.multiple, |found| found.from_high_growth, |found| found.from_stable_growth,
            ]);
        }
    }
}

#[test]
fn the_worth_of_a_fade_is_half_its_length() {
    let fade = Fade {
        growth_initial: 0.2,
        growth_lasting: 0.06,
        years: 8.0,
    };
    assert!(near(
        h_model::value(4.0, &fade, 0.12).unwrap(),
        108.0,
        8.0,
        0.0
    ));
}

#[test]
fn growth_at_or_above_the_required_return_warrants_no_multiple() {
    for (growth, required) in [(0.1, 0.1), (0.1, 0.09), (0.0, -0.01)] {
        let reason = Err(NotMeaningful::GrowthNotBelowReturn);
        assert_eq!(forward_pe(0.5, growth, required), reason);
        assert_eq!(trailing_pe(0.5, growth, required), reason);
        assert_eq!(price_to_book(0.2, growth, required), reason);
        assert_eq!(price_to_sales(0.1, 0.5, growth, required), reason);
        assert_eq!(
            present_value(&[1.0], required, growth).map(|worth| worth.value),
            reason
        );
    }
}

#[test]
fn shares_that_do_not_move_have_no_volatility() {
    assert_eq!(
        country_risk_premium(0.006, 0.0),
        Err(NotMeaningful::VolatilityNotPositive)
    );
}

#[test]
fn nothing_paid_or_earned_warrants_no_multiple() {
    let reason = Err(NotMeaningful::MultipleNotPositive);
    assert_eq!(forward_pe(0.0, 0.02, 0.1), reason);
    assert_eq!(price_to_book(0.02, 0.02, 0.1), reason);
    assert_eq!(
        price_to_book(0.01, 0.02, 0.1),
        Err(NotMeaningful::GrowthAboveReturnOnEquity)
    );
    // A negative margin and a negative payout are not a profit.
    assert_eq!(price_to_sales(-0.1, -0.5, 0.02, 0.1), reason);
    let firm = FirmSales {
        operating_margin: 0.1,
        tax_rate: 0.2,
        reinvestment_rate: 1.1,
        growth: 0.02,
        cost_of_capital: 0.1,
    };
    assert_eq!(ev_to_sales(&firm), reason);
    let firm = FirmSales {
        tax_rate: 1.5,
        ..firm
    };
    assert_eq!(ev_to_sales(&firm), Err(NotMeaningful::ShareOutOfRange));
}

#[test]
fn prices_that_no_growth_explains_have_a_reason() {
    let path = GrowthPath {
        years: 5,
        fade_years: 0,
        terminal_growth: 0.03,
        required_return: 0.1,
    };
    assert_eq!(
        path.implied_growth(-1.0, 1.0),
        Err(NotMeaningful::ValueNotPositive)
    );
    assert_eq!(
        path.implied_growth(1.0, 0.0),
        Err(NotMeaningful::FundamentalNotPositive)
    );
    assert_eq!(
        path.implied_growth(1e300, 1e-5),
        Err(NotMeaningful::SolutionBeyondRange)
    );
    assert_eq!(
        path.implied_growth(1e-300, 1.0),
        Err(NotMeaningful::NoSolution)
    );
    let no_years = GrowthPath { years: 0, ..path };
    assert_eq!(
        no_years.implied_growth(10.0, 1.0),
        Err(NotMeaningful::YearsNotPositive)
    );
    assert_eq!(
        implied_growth(0.0, 1.0, 0.1),
        Err(NotMeaningful::ValueNotPositive)
    );
}

#[test]
fn rates_of_minus_one_hundred_percent_are_refused() {
    let stage = Stage {
        growth: 0.1,
        payout: 0.5,
        required_return: 0.2,
    };
    let firm = |high: Stage, years| {
        TwoStage {
            high,
            years,
            stable: stage,
        }
        .price_to_earnings()
        .map(drop)
    };
    let dead = Stage {
        growth: -1.0,
        ..stage
    };
    assert_eq!(firm(dead, 5.0), Err(NotMeaningful::RateNotAboveMinusOne));
    assert_eq!(firm(stage, -1.0), Err(NotMeaningful::YearsNotPositive));
    let unpaid = Stage {
        payout: -0.1,
        ..stage
    };
    assert_eq!(firm(unpaid, 5.0), Err(NotMeaningful::FigureNegative));
}
