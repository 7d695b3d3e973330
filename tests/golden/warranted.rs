//! Warranted multiples, discounted cash flows and the cost of equity.

use rerate::valuation::cost_of_equity::{CostOfEquity, country_risk_premium};
use rerate::valuation::dcf::{GrowthPath, implied_growth, present_value};
use rerate::valuation::warranted::h_model::{Fade, implied_return, value};
use rerate::valuation::warranted::two_stage::{Stage, TwoStage};
use rerate::valuation::warranted::{
    FirmSales, ev_to_sales, forward_pe, price_to_book, price_to_sales, trailing_pe,
};
use rerate::valuation::{Meaningful, peg as price_to_growth};

use crate::answer::Answer;
use crate::case::Given;

pub(crate) fn justified_pe(given: &Given) -> Answer {
    let [payout, growth, required] =
        ["payout", "growth", "required_return"].map(|name| given.number(name));
    Answer::default()
        .main_figure("forward_pe", forward_pe(payout, growth, required))
        .figure("trailing_pe", trailing_pe(payout, growth, required))
}

pub(crate) fn justified_pb(given: &Given) -> Answer {
    let [roe, growth, required] =
        ["roe", "growth", "required_return"].map(|name| given.number(name));
    Answer::default().main_figure("pb", price_to_book(roe, growth, required))
}

pub(crate) fn justified_ps(given: &Given) -> Answer {
    let [margin, payout, growth, required] =
        ["margin", "payout", "growth", "required_return"].map(|name| given.number(name));
    Answer::default().main_figure("ps", price_to_sales(margin, payout, growth, required))
}

pub(crate) fn justified_ev_sales(given: &Given) -> Answer {
    let firm = FirmSales {
        operating_margin: given.number("margin"),
        tax_rate: given.number("tax_rate"),
        reinvestment_rate: given.number("reinvestment_rate"),
        growth: given.number("growth"),
        cost_of_capital: given.number("wacc"),
    };
    Answer::default().main_figure("ev_sales", ev_to_sales(&firm))
}

fn two_stages(given: &Given) -> TwoStage {
    let stage = |name: &str| Stage {
        growth: given.number(&format!("growth_{name}")),
        payout: given.number(&format!("payout_{name}")),
        required_return: given.number(&format!("required_return_{name}")),
    };
    TwoStage {
        high: stage("high"),
        years: given.number("years_high"),
        stable: stage("stable"),
    }
}

pub(crate) fn two_stage_pe(given: &Given) -> Answer {
    let firm = two_stages(given);
    let pe = firm.price_to_earnings().map(|found| found.multiple);
    let peg = pe.and_then(|pe| price_to_growth::peg(pe, firm.high.growth));
    Answer::default().main_figure("pe", pe).figure("peg", peg)
}

pub(crate) fn two_stage_ps(given: &Given) -> Answer {
    let [high, stable] = ["margin_high", "margin_stable"].map(|name| given.number(name));
    let ps = two_stages(given).price_to_sales(high, stable);
    Answer::default().main_figure("ps", ps.map(|found| found.multiple))
}

fn fade(given: &Given) -> Fade {
    Fade {
        growth_initial: given.number("growth_initial"),
        growth_lasting: given.number("growth_terminal"),
        years: given.number("fade_years"),
    }
}

pub(crate) fn h_model(given: &Given) -> Answer {
    let worth = value(
        given.number("dividend_0"),
        &fade(given),
        given.number("required_return"),
    );
    Answer::default().main_figure("value", worth)
}

pub(crate) fn h_model_return(given: &Given) -> Answer {
    let found = implied_return(
        given.number("dividend_0"),
        &fade(given),
        given.number("price"),
    );
    Answer::default().main_figure("required_return", found)
}

pub(crate) fn dcf(given: &Given) -> Answer {
    let worth = present_value(
        &given.numbers("flows"),
        given.number("required_return"),
        given.number("terminal_growth"),
    );
    Answer::default()
        .main_figure("value", worth.map(|worth| worth.value))
        .figure("present_value_flows", worth.map(|worth| worth.flows))
        .figure("terminal_value", worth.map(|worth| worth.terminal_value))
        .figure("present_value_terminal", worth.map(|worth| worth.terminal))
}

/// Growth for ever, or for some years where the case names a growth after them.
pub(crate) fn reverse_dcf(given: &Given) -> Answer {
    let value = given.number("enterprise_value");
    let flow = given.number("free_cash_flow");
    let required = given.number("wacc");
    let growth = if given.has("terminal_growth") {
        GrowthPath {
            years: given.number("years") as u16,
            fade_years: given.number_or("fade_years", 0.0) as u16,
            terminal_growth: given.number("terminal_growth"),
            required_return: required,
        }
        .implied_growth(value, flow)
    } else {
        implied_growth(value, flow, required)
    };
    Answer::default().main_figure("implied_growth", growth)
}

pub(crate) fn peg(given: &Given) -> Answer {
    let peg = price_to_growth::peg(given.number("pe"), given.number("growth"));
    Answer::default().main_figure("peg", peg)
}

pub(crate) fn growth_adjusted_gap(given: &Given) -> Answer {
    let side = |pe: &str, growth: &str| (given.number(pe), given.number(growth));
    let gap =
        price_to_growth::growth_adjusted_gap(side("pe", "growth"), side("peer_pe", "peer_growth"));
    Answer::default()
        .main_figure("premium", gap.map(|gap| gap.premium))
        .figure("log_gap", gap.map(|gap| gap.log_gap))
}

pub(crate) fn cost_of_equity(given: &Given) -> Answer {
    let country = if given.has("country_risk_premium") {
        Ok(given.number("country_risk_premium"))
    } else if given.has("default_spread") {
        let volatility = given.number_or("relative_equity_volatility", 1.0);
        country_risk_premium(given.number("default_spread"), volatility)
    } else {
        Ok(0.0)
    };
    let equity = |figure: fn(&CostOfEquity) -> Meaningful<f64>| {
        figure(&CostOfEquity {
            risk_free: given.number("risk_free"),
            beta: given.number("beta"),
            mature_premium: given.number("mature_premium"),
            lambda: given.number_or("lambda_", 1.0),
            country_risk_premium: country?,
        })
    };
    Answer::default()
        .main_figure("cost_of_equity", equity(CostOfEquity::rate))
        .figure(
            "equity_risk_premium",
            equity(CostOfEquity::equity_risk_premium),
        )
        .figure("country_risk_premium", country)
}
