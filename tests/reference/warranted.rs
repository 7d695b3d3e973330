//! What growth, profitability and risk warrant, and discounted cash flows.

use rerate::valuation::cost_of_equity::{CostOfEquity, country_risk_premium};
use rerate::valuation::dcf::{GrowthPath, implied_growth, present_value};
use rerate::valuation::explained::{Fundamentals, GrowthThenStable, explain, stable_pe};
use rerate::valuation::peg::peg;
use rerate::valuation::warranted::h_model::{Fade, implied_return, value};
use rerate::valuation::warranted::two_stage::{Stage, TwoStage};
use rerate::valuation::warranted::{
    FirmSales, ev_to_sales, forward_pe, price_to_book, price_to_sales, sustainable_growth,
    trailing_pe,
};

use crate::answer::{Answer, one, parts};
use crate::draws::Inputs;

pub(crate) fn answer(function: &str, inputs: &Inputs) -> Option<Answer> {
    let of = |name| inputs.of(name);
    let multiple = |result| Some(one("multiple", result));
    match function {
        "forward_pe" => multiple(forward_pe(of("payout"), of("growth"), of("required"))),
        "trailing_pe" => multiple(trailing_pe(of("payout"), of("growth"), of("required"))),
        "price_to_book" => multiple(price_to_book(of("roe"), of("growth"), of("required"))),
        "price_to_sales" => multiple(price_to_sales(
            of("margin"),
            of("payout"),
            of("growth"),
            of("required"),
        )),
        "ev_to_sales" => multiple(ev_to_sales(&FirmSales {
            operating_margin: of("margin"),
            tax_rate: of("tax"),
            reinvestment_rate: of("reinvestment"),
            growth: of("growth"),
            cost_of_capital: of("required"),
        })),
        "stable_pe" => multiple(stable_pe(&Fundamentals {
            growth: of("growth"),
            return_on_equity: of("roe"),
            required_return: of("required"),
        })),
        _ => Some(match function {
            "sustainable_growth" => one("growth", sustainable_growth(of("payout"), of("roe"))),
            "two_stage_pe" | "two_stage_ps" => two_stage(inputs),
            "h_model" => one(
                "value",
                value(of("dividend"), &fade(inputs), of("required")),
            ),
            "h_model_return" => one(
                "return",
                implied_return(of("dividend"), &fade(inputs), of("price")),
            ),
            "peg" => one("peg", peg(of("pe"), of("growth"))),
            "cost_of_equity" => cost_of_equity(inputs),
            "country_risk_premium" => one(
                "premium",
                country_risk_premium(of("spread"), of("volatility")),
            ),
            "explain" => explained(inputs),
            "present_value" => parts(
                present_value(&inputs.column::<6>("flow"), of("required"), of("growth")),
                [
                    ("flows", |worth| worth.flows),
                    ("terminal_value", |worth| worth.terminal_value),
                    ("terminal", |worth| worth.terminal),
                    ("value", |worth| worth.value),
                ],
            ),
            "implied_growth" => one(
                "growth",
                implied_growth(of("value"), of("flow"), of("required")),
            ),
            "growth_path_value" => one("value", path(inputs).value(of("flow"), of("growth"))),
            "growth_path_implied" => one(
                "growth",
                path(inputs).implied_growth(of("worth"), of("flow")),
            ),
            _ => return None,
        }),
    }
}

fn two_stage(inputs: &Inputs) -> Answer {
    let [growth, payout, required_return] = inputs.all(["growth", "payout", "required"]);
    let firm = TwoStage {
        high: Stage {
            growth,
            payout,
            required_return,
        },
        years: inputs.of("years"),
        stable: Stage {
            growth: inputs.of("stable_growth"),
            payout: inputs.of("stable_payout"),
            required_return: inputs.of("stable_required"),
        },
    };
    let found = if inputs.has("margin") {
        firm.price_to_sales(inputs.of("margin"), inputs.of("stable_margin"))
    } else {
        firm.price_to_earnings()
    };
    parts(
        found,
        [
            ("multiple", |found| found.multiple),
            ("from_high_growth", |found| found.from_high_growth),
            ("from_stable_growth", |found| found.from_stable_growth),
        ],
    )
}

fn fade(inputs: &Inputs) -> Fade {
    Fade {
        growth_initial: inputs.of("initial"),
        growth_lasting: inputs.of("lasting"),
        years: inputs.of("fade"),
    }
}

fn cost_of_equity(inputs: &Inputs) -> Answer {
    let cost = CostOfEquity {
        risk_free: inputs.of("risk_free"),
        beta: inputs.of("beta"),
        mature_premium: inputs.of("mature"),
        lambda: inputs.of("lambda"),
        country_risk_premium: inputs.of("country"),
    };
    vec![
        ("rate", cost.rate()),
        ("equity_risk_premium", cost.equity_risk_premium()),
    ]
}

fn explained(inputs: &Inputs) -> Answer {
    let model = GrowthThenStable {
        years: inputs.of("years"),
        stable_growth: inputs.of("stable_growth"),
    };
    let [growth, roe, required] =
        ["growth", "roe", "required"].map(|name| inputs.column::<2>(name));
    let [own, peer] = [0, 1].map(|side| Fundamentals {
        growth: growth[side],
        return_on_equity: roe[side],
        required_return: required[side],
    });
    let [multiple, peer_multiple] = inputs.column("multiple");
    parts(
        explain((multiple, &own), (peer_multiple, &peer), |side| {
            model.price_to_earnings(side)
        }),
        [
            ("log_gap", |found| found.log_gap),
            ("growth", |found| found.growth),
            ("profitability", |found| found.profitability),
            ("risk", |found| found.risk),
            ("unexplained", |found| found.unexplained),
            ("warranted", |found| found.warranted),
            ("warranted_peer", |found| found.warranted_peer),
        ],
    )
}

fn path(inputs: &Inputs) -> GrowthPath {
    GrowthPath {
        years: inputs.of("years") as u16,
        fade_years: inputs.of("fade") as u16,
        terminal_growth: inputs.of("terminal"),
        required_return: inputs.of("required"),
    }
}
