//! How far figures may be from their references.

/// Units in the last place that a core ratio may be off.
pub(crate) const CORE_ULPS: u64 = 4;

/// How far off any other figure may be, relative to it.
pub(crate) const COMPOSITE: f64 = 1e-13;

/// The core ratios: functions all of whose figures are.
pub(crate) const CORE: &[&str] = &[
    "aggregate",
    "break_even_probability",
    "capex_parity",
    "convergence",
    "country_risk_premium",
    "ev_to_sales",
    "forward_pe",
    "implied_growth",
    "implied_incremental_pe",
    "implied_multiple",
    "incremental_pe",
    "log_gap",
    "means",
    "peg",
    "premium",
    "price_to_book",
    "price_to_sales",
    "ratio_to_others",
    "return_on_capex_needed",
    "share_of_all",
    "shares_of_all",
    "spending_ratio",
    "stable_pe",
    "sustainable_growth",
    "time_to",
    "trailing_pe",
    "upside_to_parity",
    "without",
];

/// Functions, their figures in which terms may nearly cancel, and which terms.
pub(crate) const CANCELLING: &[(&str, &[&str], &str)] = &[
    (
        "total_gap",
        &["premium", "upside", "log_gap"],
        "log gaps of both signs",
    ),
    (
        "growth_adjusted_gap",
        &["premium", "upside", "log_gap"],
        "two ratios that are rounded first",
    ),
    (
        "multiple_after_closing",
        &["multiple"],
        "a gap that opens the other way, up to a multiple of zero",
    ),
    ("split_lmdi", &["whole"], "drivers of both signs"),
    ("split_shapley", &["whole"], "drivers of both signs"),
    ("split_first_order", &["whole"], "drivers of both signs"),
    (
        "holding_period",
        &["total"],
        "growth and a falling multiple",
    ),
    (
        "rerating",
        &["total", "annual", "price_only"],
        "growth and a falling multiple",
    ),
    ("solve_exit", &["closure"], "the goal and the dividends"),
    (
        "solve_rates",
        &["growth", "shares"],
        "the goal, the dividends and the re-rating",
    ),
    ("solve_currency", &["currency"], "the goal and the return"),
    (
        "solve_years",
        &["years"],
        "the yearly goal and the yearly growth",
    ),
    (
        "decompose",
        &[
            "rerating",
            "interaction",
            "log_share_earnings",
            "log_share_multiple",
        ],
        "the changes of value and of earnings",
    ),
    (
        "from_incremental_pe",
        &[
            "pe_start",
            "earnings_growth",
            "log_share_earnings",
            "log_share_multiple",
            "interaction",
        ],
        "the change and what earnings have of it",
    ),
    ("h_model", &["value"], "the dividend and a deep fade"),
    ("cost_of_equity", &["rate"], "premiums of both signs"),
    (
        "explain",
        &["log_gap", "profitability", "risk", "unexplained"],
        "logarithms of multiples that are alike",
    ),
    (
        "gap_after",
        &["linear"],
        "the gap and what has closed of it",
    ),
    (
        "grinold_kroner",
        &["growth", "expected_return", "compounded"],
        "terms of both signs",
    ),
    (
        "return_sources",
        &["fundamental", "total"],
        "terms of both signs",
    ),
    ("expectation", &["mean"], "outcomes of both signs"),
    ("percentile", &["percentile"], "neighbours of both signs"),
    ("portfolio", &["total", "annual"], "profits and losses"),
    (
        "regression",
        &["growth", "payout", "r_squared"],
        "rows that pull a coefficient both ways",
    ),
    (
        "implied_private_value",
        &["private"],
        "the share with private firms and that without",
    ),
];
