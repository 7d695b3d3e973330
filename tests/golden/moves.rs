//! Past moves and what they are made of.

use rerate::valuation::Meaningful;
use rerate::valuation::compounding::per_year;
use rerate::valuation::decomposition::{Decomposition, Endpoints, Sources, decompose};
use rerate::valuation::expected_return::{GrinoldKroner, return_sources};
use rerate::valuation::incremental::{from_incremental_pe, incremental_pe};

use crate::answer::Answer;
use crate::case::Given;

pub(crate) fn decomposition(given: &Given) -> Answer {
    let Decomposition { total, sources } = decompose(&Endpoints {
        value_start: given.number("value_start"),
        value_end: given.number("value_end"),
        earnings_start: given.number("earnings_start"),
        earnings_end: given.number("earnings_end"),
    });
    let answer = sources_of(Answer::default(), sources).figure("total", total);
    if !given.has("years") {
        return answer;
    }
    let years = given.number("years");
    let annual = sources.and_then(|sources| sources.factors().annual(years));
    answer
        .figure(
            "earnings_growth_annual",
            annual.map(|annual| annual.earnings),
        )
        .figure("rerating_annual", annual.map(|annual| annual.rerating))
        .figure("total_annual", total.map(|total| per_year(total, years)))
}

pub(crate) fn incremental(given: &Given) -> Answer {
    let change = given.number("percent");
    if given.has("incremental_pe") {
        let sources = from_incremental_pe(
            change,
            given.number("pe_end"),
            given.number("incremental_pe"),
        );
        return sources_of(Answer::default(), sources).figure("total", Ok(change));
    }
    let added = incremental_pe(given.number("change"), given.number("earnings_change"));
    let sources =
        added.and_then(|added| from_incremental_pe(change, given.number("pe_end"), added));
    sources_of(
        Answer::default().main_figure("incremental_pe", added),
        sources,
    )
}

fn sources_of(answer: Answer, sources: Meaningful<Sources>) -> Answer {
    answer
        .main_figure("rerating", sources.map(|sources| sources.rerating))
        .figure("pe_start", sources.map(|sources| sources.pe_start))
        .figure("pe_end", sources.map(|sources| sources.pe_end))
        .figure(
            "earnings_growth",
            sources.map(|sources| sources.earnings_growth),
        )
        .figure(
            "log_share_earnings",
            sources.and_then(|sources| sources.log_share_earnings),
        )
        .figure(
            "log_share_multiple",
            sources.and_then(|sources| sources.log_share_multiple),
        )
        .figure("interaction", sources.map(|sources| sources.interaction))
}

pub(crate) fn grinold_kroner(given: &Given) -> Answer {
    let forecast = GrinoldKroner {
        dividend_yield: given.number("dividend_yield"),
        share_count_change: given.number("share_count_change"),
        inflation: given.number("inflation"),
        real_growth: given.number("real_growth"),
        pe_change: given.number("pe_change"),
    }
    .forecast();
    Answer::default()
        .main_figure(
            "expected_return",
            forecast.map(|forecast| forecast.expected_return),
        )
        .figure("income", forecast.map(|forecast| forecast.income))
        .figure("growth", forecast.map(|forecast| forecast.growth))
        .figure("repricing", forecast.map(|forecast| forecast.repricing))
        .figure("compounded", forecast.map(|forecast| forecast.compounded))
}

pub(crate) fn bogle(given: &Given) -> Answer {
    let sources = return_sources(
        given.number("dividend_yield"),
        given.number("earnings_growth"),
        given.number("pe_start"),
        given.number("pe_end"),
        given.number("years"),
    );
    Answer::default()
        .main_figure("fundamental", sources.map(|sources| sources.fundamental))
        .figure("repricing_annual", sources.map(|sources| sources.repricing))
        .figure("total", sources.map(|sources| sources.total))
        .figure("total_annual", sources.map(|sources| sources.total))
}
