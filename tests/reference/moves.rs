//! Past moves: how they split among their drivers, and where they came from.

use rerate::valuation::attribution::{Factors, HoldingPeriod, Method, split};
use rerate::valuation::decomposition::{Endpoints, Sources, decompose};
use rerate::valuation::incremental::{from_incremental_pe, implied_incremental_pe, incremental_pe};
use rerate::valuation::{Meaningful, NotMeaningful};

use crate::answer::{Answer, one, parts};
use crate::draws::Inputs;

pub(crate) fn answer(function: &str, inputs: &Inputs) -> Option<Answer> {
    let of = |name| inputs.of(name);
    Some(match function {
        "split_log" => split_by(Method::Log, inputs),
        "split_lmdi" => split_by(Method::Lmdi, inputs),
        "split_shapley" => split_by(Method::Shapley, inputs),
        "split_sequential" => split_by(Method::Sequential, inputs),
        "split_first_order" => split_by(Method::FirstOrder, inputs),
        "holding_period" => holding_period(inputs),
        "decompose" => {
            let found = decompose(&Endpoints {
                value_start: of("value_start"),
                value_end: of("value_end"),
                earnings_start: of("earnings_start"),
                earnings_end: of("earnings_end"),
            });
            let mut answer = one("total", found.total);
            answer.extend(sources(found.sources));
            answer
        }
        "incremental_pe" => one(
            "incremental_pe",
            incremental_pe(of("value"), of("earnings")),
        ),
        "from_incremental_pe" => sources(from_incremental_pe(
            of("change"),
            of("pe_end"),
            of("incremental_pe"),
        )),
        "implied_incremental_pe" => one(
            "incremental_pe",
            implied_incremental_pe(of("change"), of("growth"), of("pe_end")),
        ),
        _ => return None,
    })
}

fn split_by(method: Method, inputs: &Inputs) -> Answer {
    let factors = Factors {
        earnings: inputs.of("earnings"),
        rerating: inputs.of("rerating"),
        shares: inputs.of("shares"),
        dividends: inputs.of("dividends"),
        currency: inputs.of("currency"),
    };
    let found = split(&factors, method);
    let mut answer = parts(
        found,
        [
            ("whole", |split| split.whole),
            ("earnings", |split| split.parts.earnings.amount),
            ("rerating", |split| split.parts.rerating.amount),
            ("shares", |split| split.parts.shares.amount),
            ("dividends", |split| split.parts.dividends.amount),
            ("currency", |split| split.parts.currency.amount),
        ],
    );
    if method == Method::FirstOrder {
        let interaction = found.and_then(|split| {
            let part = split.interaction.ok_or(NotMeaningful::MissingInput)?;
            Ok(part.amount)
        });
        answer.push(("interaction", interaction));
    }
    answer
}

fn holding_period(inputs: &Inputs) -> Answer {
    let holding = HoldingPeriod {
        earnings_growth: inputs.of("earnings"),
        rerating: inputs.of("rerating"),
        share_change: inputs.of("shares"),
        dividends: inputs.of("dividends"),
        currency_change: inputs.of("currency"),
    };
    let factors = holding.factors();
    vec![
        ("total", holding.total()),
        ("price_only", holding.price_only()),
        ("shares", factors.map(|factors| factors.shares)),
        ("dividends", factors.map(|factors| factors.dividends)),
    ]
}

fn sources(found: Meaningful<Sources>) -> Answer {
    let mut answer = parts(
        found,
        [
            ("pe_start", |sources| sources.pe_start),
            ("pe_end", |sources| sources.pe_end),
            ("earnings_growth", |sources| sources.earnings_growth),
            ("rerating", |sources| sources.rerating),
        ],
    );
    answer.extend([
        (
            "log_share_earnings",
            found.and_then(|sources| sources.log_share_earnings),
        ),
        (
            "log_share_multiple",
            found.and_then(|sources| sources.log_share_multiple),
        ),
    ]);
    answer.extend(parts(
        found,
        [("interaction", |sources| sources.interaction)],
    ));
    answer
}
