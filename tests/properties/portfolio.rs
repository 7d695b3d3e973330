//! Many companies at once, and the sources of a market's return.

use proptest::prelude::*;
use rerate::valuation::NotMeaningful;
use rerate::valuation::expected_return::{GrinoldKroner, Term, return_sources};
use rerate::valuation::gap::Closing;
use rerate::valuation::portfolio::{Common, Company, Portfolio};
use rerate::valuation::rerating::{Exit, Outlook};

use crate::figures::{anything, assert_finite, magnitude};

fn company() -> impl Strategy<Value = Company> {
    (
        magnitude(8.0..12.0),
        prop_oneof![4 => 5.0..80.0_f64, 1 => -80.0..-5.0_f64],
        5.0..80.0_f64,
        -0.3..0.5_f64,
        0.0..0.06_f64,
    )
        .prop_map(
            |(value, multiple, peer_multiple, earnings_growth, dividend_yield)| Company {
                value,
                earnings: value / multiple,
                peer_multiple,
                earnings_growth,
                dividend_yield,
            },
        )
}

fn common() -> impl Strategy<Value = Common> {
    (
        0.0..1.0_f64,
        prop::sample::select(vec![Closing::Premium, Closing::LogGap]),
        -0.1..0.1_f64,
        -0.05..0.08_f64,
        -0.1..0.1_f64,
    )
        .prop_map(
            |(closure, closing, added_growth, share_change, currency_change)| Common {
                closure,
                closing,
                added_growth,
                share_change,
                currency_change,
            },
        )
}

proptest! {
    /// Each company re-rated on its own by the model, and summed.
    #[test]
    fn a_portfolio_is_the_sum_of_its_companies(
        companies in prop::collection::vec(company(), 1..40), common in common(), years in 0.5..8.0_f64,
    ) {
        let portfolio = Portfolio::new(&companies, years).unwrap();
        let outcome = portfolio.rerate(&common).unwrap();
        let each: Vec<f64> = portfolio.each(&common).unwrap().map(Result::unwrap).collect();
        prop_assert_eq!(each.len(), companies.len());
        let mut end = 0.0;
        let mut end_value = 0.0;
        for (company, alone) in companies.iter().zip(each) {
            let profitable = company.earnings > 0.0;
            let multiple = if profitable { company.value / company.earnings } else { 1.0 };
            let single = Outlook {
                multiple,
                peer_multiple: Some(company.peer_multiple),
                exit: if profitable { Exit::Closure(common.closure) } else { Exit::Target(1.0) },
                closing: common.closing,
                earnings_growth: if profitable {
                    (1.0 + company.earnings_growth) * (1.0 + common.added_growth) - 1.0
                } else {
                    0.0
                },
                years,
                dividend_yield: company.dividend_yield,
                share_change: common.share_change,
                currency_change: common.currency_change,
            }
            .outcome()
            .unwrap();
            prop_assert!((alone - single.total).abs() <= 1e-12 * (1.0 + single.total));
            end += company.value * (1.0 + single.total);
            end_value += company.value * (1.0 + single.price_only);
        }
        let start: f64 = companies.iter().map(|company| company.value).sum();
        prop_assert!((start * (1.0 + outcome.total) / end - 1.0).abs() <= 1e-12);
        let currency = libm::pow(1.0 + common.currency_change, years);
        prop_assert!((outcome.value_end * currency / end_value - 1.0).abs() <= 1e-12);
        prop_assert_eq!(outcome.held, companies.iter().filter(|company| company.earnings <= 0.0).count());
        let annual = libm::pow(end / start, 1.0 / years) - 1.0;
        prop_assert!((outcome.annual - annual).abs() <= 1e-12 * (1.0 + annual));
    }

    #[test]
    fn the_order_of_companies_does_not_matter(
        companies in prop::collection::vec(company(), 2..40), common in common(),
    ) {
        let rerate = |companies: &[Company]| Portfolio::new(companies, 2.0).unwrap().rerate(&common).unwrap();
        let mut turned = companies.clone();
        turned.reverse();
        let (one, other) = (rerate(&companies), rerate(&turned));
        prop_assert!((one.value_end / other.value_end - 1.0).abs() <= 4.0 * f64::EPSILON);
    }

    /// What one term of the sum has to be is what it was.
    #[test]
    fn solving_a_forecast_inverts_it(
        dividend_yield in 0.0..0.1_f64, share_count_change in -0.1..0.1_f64,
        inflation in -0.05..0.2_f64, real_growth in -0.1..0.2_f64, pe_change in -0.2..0.2_f64,
    ) {
        let terms = GrinoldKroner { dividend_yield, share_count_change, inflation, real_growth, pe_change };
        let forecast = terms.forecast().unwrap();
        let compounded = (1.0 + inflation) * (1.0 + real_growth) / (1.0 + share_count_change)
            * (1.0 + pe_change) + dividend_yield - 1.0;
        prop_assert!((forecast.compounded - compounded).abs() <= 1e-14);
        for (term, value) in [
            (Term::ShareCountChange, share_count_change),
            (Term::Inflation, inflation),
            (Term::RealGrowth, real_growth),
            (Term::PeChange, pe_change),
        ] {
            let solved = terms.solve(term, forecast.expected_return).unwrap();
            prop_assert!((solved - value).abs() <= 1e-15, "{term:?}");
        }
        match terms.solve(Term::DividendYield, forecast.expected_return) {
            Ok(solved) => prop_assert!((solved - dividend_yield).abs() <= 1e-15),
            Err(_) => prop_assert!(dividend_yield < 1e-15),
        }
    }

    #[test]
    fn any_number_gives_a_figure_or_a_reason(
        a in anything(), b in anything(), c in anything(), d in anything(), e in anything(), years in anything(),
    ) {
        let company = Company { value: a, earnings: b, peer_multiple: c, earnings_growth: d, dividend_yield: e };
        let ordinary = Company {
            value: 100.0, earnings: 5.0, peer_multiple: 25.0, earnings_growth: 0.1, dividend_yield: 0.01,
        };
        let rerate = |companies: &[Company], years, common: Common| {
            Portfolio::new(companies, years).and_then(|portfolio| portfolio.rerate(&common))
        };
        assert_finite(&rerate(&[ordinary, company], years, Common::default()));
        for closing in [Closing::Premium, Closing::LogGap] {
            let common = Common { closure: a, closing, added_growth: b, share_change: c, currency_change: d };
            assert_finite(&rerate(&[ordinary], 2.0, common));
            assert_finite(&rerate(&[ordinary, company], years, common));
            if let Ok(portfolio) = Portfolio::new(&[ordinary, company], years) {
                assert_finite(&portfolio.each(&common).map(Iterator::collect::<Vec<_>>));
            }
        }
        let terms = GrinoldKroner {
            dividend_yield: a, share_count_change: b, inflation: c, real_growth: d, pe_change: e,
        };
        assert_finite(&terms.forecast());
        for term in [Term::DividendYield, Term::ShareCountChange, Term::PeChange] {
            assert_finite(&terms.solve(term, years));
        }
        assert_finite(&return_sources(a, b, c, d, years));
    }
}

#[test]
fn a_portfolio_says_what_it_lacks() {
    let company = Company {
        value: 100.0,
        earnings: 5.0,
        peer_multiple: 40.0,
        earnings_growth: 0.0,
        dividend_yield: 0.0,
    };
    let reason = |company| Portfolio::new(&[company], 1.0).err();
    assert_eq!(
        Portfolio::new(&[], 1.0).err(),
        Some(NotMeaningful::NoObservations)
    );
    assert_eq!(
        Portfolio::new(&[company], 0.0).err(),
        Some(NotMeaningful::YearsNotPositive)
    );
    assert_eq!(
        reason(Company {
            value: 0.0,
            ..company
        }),
        Some(NotMeaningful::ValueNotPositive)
    );
    assert_eq!(
        reason(Company {
            peer_multiple: 0.0,
            ..company
        }),
        Some(NotMeaningful::MultipleNotPositive)
    );
    assert_eq!(
        reason(Company {
            peer_multiple: 0.0,
            earnings: -1.0,
            ..company
        }),
        None,
        "no peer is needed for a loss"
    );
    assert_eq!(
        reason(Company {
            earnings_growth: -1.0,
            ..company
        }),
        Some(NotMeaningful::RateNotAboveMinusOne)
    );
    assert_eq!(
        reason(Company {
            dividend_yield: -0.1,
            ..company
        }),
        Some(NotMeaningful::DividendNegative)
    );
    let portfolio = Portfolio::new(&[company], 1.0).unwrap();
    let widening = |closing| Common {
        closure: -1.0,
        closing,
        ..Common::default()
    };
    assert_eq!(
        portfolio.rerate(&widening(Closing::Premium)).err(),
        Some(NotMeaningful::MultipleNotPositive),
        "20x, 100% below 40x, would end at 0"
    );
    assert_eq!(
        portfolio
            .rerate(&widening(Closing::LogGap))
            .unwrap()
            .value_end,
        50.0
    );

    let loss = Company {
        earnings: -5.0,
        ..company
    };
    let outcome = Portfolio::new(&[loss], 1.0)
        .unwrap()
        .rerate(&Common::default())
        .unwrap();
    assert_eq!(outcome.total, 0.0);
    assert_eq!(
        outcome.multiple_start,
        Err(NotMeaningful::FundamentalNotPositive)
    );
}

/// As for one company re-rated on its own.
#[test]
fn a_fall_that_leaves_only_rounding_is_out_of_range() {
    let company = Company {
        value: 100.0,
        earnings: 5.0,
        peer_multiple: 80.0,
        earnings_growth: 0.0,
        dividend_yield: 0.0,
    };
    let out = Some(NotMeaningful::OutOfRange);
    let single = Outlook {
        earnings_growth: -0.9,
        years: 40.0,
        ..Outlook::unchanged(20.0)
    };
    assert_eq!(single.outcome().err(), out);
    let falling = Company {
        earnings_growth: -0.9,
        ..company
    };
    assert_eq!(Portfolio::new(&[falling], 40.0).err(), out);
    let portfolio = Portfolio::new(&[company], 40.0).unwrap();
    for common in [
        Common {
            added_growth: -0.9,
            ..Common::default()
        },
        Common {
            share_change: -0.9,
            ..Common::default()
        },
        Common {
            currency_change: -0.9,
            ..Common::default()
        },
        Common {
            closure: f64::MAX,
            ..Common::default()
        },
    ] {
        assert_eq!(portfolio.rerate(&common).err(), out, "{common:?}");
        assert_eq!(portfolio.each(&common).map(drop).err(), out);
    }
}

#[test]
fn a_forecast_says_what_it_lacks() {
    let terms = GrinoldKroner {
        dividend_yield: 0.02,
        ..GrinoldKroner::default()
    };
    assert_eq!(
        terms.solve(Term::DividendYield, -0.01),
        Err(NotMeaningful::NegativeDividendNeeded)
    );
    assert_eq!(
        terms.solve(Term::PeChange, -1.5),
        Err(NotMeaningful::RateNotAboveMinusOne)
    );
    assert_eq!(
        GrinoldKroner {
            inflation: -1.0,
            ..terms
        }
        .forecast(),
        Err(NotMeaningful::RateNotAboveMinusOne)
    );
    assert_eq!(
        GrinoldKroner {
            dividend_yield: -0.01,
            ..terms
        }
        .forecast(),
        Err(NotMeaningful::DividendNegative)
    );
    assert_eq!(terms.solve(Term::DividendYield, 0.0), Ok(0.0));
    let none_paid = return_sources(0.0, 0.05, 15.0, 15.0, 10.0).unwrap();
    assert_eq!((none_paid.fundamental, none_paid.total), (0.05, 0.05));
    let century = return_sources(0.045, 0.05, 15.0, 18.0, 106.0).unwrap();
    assert!((century.total - 0.0967215).abs() < 5e-8);
    assert_eq!(
        return_sources(-0.01, 0.05, 15.0, 18.0, 10.0),
        Err(NotMeaningful::DividendNegative)
    );
    assert_eq!(
        return_sources(0.04, 0.05, 15.0, 18.0, 0.0),
        Err(NotMeaningful::YearsNotPositive)
    );
}
