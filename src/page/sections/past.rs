//! The move so far: a past change split into earnings, re-rating and the rest.

use leptos::prelude::*;

use super::SectionFrame;
use crate::{
    page::{
        Desk,
        charts::SplitBar,
        controls::{FigureField, Options, Reading},
    },
    text::{
        Language, Word, fill,
        numbers::{self, Shape},
    },
    valuation::{
        Meaningful,
        attribution::{Driver, Method, Part, Split},
    },
    workbook::{
        Choice, Edit, Field, METHODS, Market, PastResult, PastResults, Place, Section, Unit,
        evaluate_past,
    },
};

/// The fields of both markets, row by row.
const FIELDS: [[Field; 2]; 6] = [
    [Field::PastAChange, Field::PastBChange],
    [Field::PastAMultiple, Field::PastBMultiple],
    [Field::PastAIncremental, Field::PastBIncremental],
    [Field::PastAShares, Field::PastBShares],
    [Field::PastADividends, Field::PastBDividends],
    [Field::PastACurrency, Field::PastBCurrency],
];

/// Both markets' moves and what they were made of.
#[component]
pub fn PastSection() -> impl IntoView {
    let desk = expect_context::<Desk>();
    let language = desk.language;
    let past = desk.memo(|workbook| workbook.past.clone());
    let results = Memo::new(move |_| past.with(evaluate_past));
    let markets = desk.memo(|workbook| workbook.markets.clone());
    let answer = Signal::derive(move || {
        results.with(|results| markets.with(|markets| language.past_answer(results, markets)))
    });
    let method = desk.memo(|workbook| workbook.past.method);
    let chosen = Signal::derive(move || {
        METHODS
            .iter()
            .position(|&option| option == method.get())
            .unwrap_or_default()
    });
    let choose = Callback::new(move |index: usize| {
        if let Some(&method) = METHODS.get(index) {
            desk.make(&Edit::Choose(Choice::SplitMethod(method)));
        }
    });
    view! {
        <SectionFrame section=Section::Past answer>
            <Inputs/>
            <Options
                legend=language.word(Word::SplitMethod)
                name="past.method"
                labels=METHODS.iter().map(|&method| language.split_method(method)).collect()
                chosen
                on_choose=choose
            />
            <p class="hint">{move || language.split_method_meaning(method.get())}</p>
            <Parts results/>
        </SectionFrame>
    }
    .into_any()
}

/// The name of a market.
fn market_name(desk: Desk, market: Market) -> Memo<String> {
    desk.memo(move |workbook| desk.language.name(workbook.market(market)))
}

/// The figures of both markets, side by side.
#[component]
fn Inputs() -> impl IntoView {
    let desk = expect_context::<Desk>();
    let language = desk.language;
    let names = [Market::A, Market::B].map(|market| market_name(desk, market));
    let row = move |fields: [Field; 2]| {
        let [field, _] = fields;
        let cells = fields.into_iter().zip(names).map(|(field, name)| {
            let label = Signal::derive(move || {
                name.with(|name| fill(language.word(Word::OfMarket), &[language.field(field), name]))
            });
            view! {
                <td class="number">
                    <FigureField place=Place::Field(field) label id=field.key().to_owned() bare=true/>
                </td>
            }
        });
        view! {
            <tr>
                <th scope="row">{language.field(field)}</th>
                {cells.collect_view()}
            </tr>
        }
    };
    let [a, b] = names;
    view! {
        <table class="inputs">
            <caption>{language.word(Word::PastInputs)}</caption>
            <thead>
                <tr>
                    <td></td>
                    <th scope="col" class="number">{move || a.get()}</th>
                    <th scope="col" class="number">{move || b.get()}</th>
                </tr>
            </thead>
            <tbody>{FIELDS.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

/// What each driver contributed, in both markets.
#[component]
fn Parts(
    /// The results of both markets.
    results: Memo<PastResults>,
) -> impl IntoView {
    let desk = expect_context::<Desk>();
    let language = desk.language;
    let names = [Market::A, Market::B].map(|market| market_name(desk, market));
    let moves: [Memo<PastResult>; 2] = [
        Memo::new(move |_| results.with(|results| results.a)),
        Memo::new(move |_| results.with(|results| results.b)),
    ];
    let row = move |driver: Driver| {
        let cells = moves
            .into_iter()
            .zip(["a", "b"])
            .map(move |(past, market)| {
                let part = move |of: fn(&PastResult, Driver, Language) -> Meaningful<String>| {
                    Signal::derive(move || past.with(|past| of(past, driver, language)))
                };
                let key = |what| fill("past.{0}.{1}.{2}", &[market, driver_key(driver), what]);
                view! {
                    <td class="number"><Reading of=part(change) id=key("change")/></td>
                    <td class="number"><Reading of=part(amount) id=key("part")/></td>
                    <td class="number"><Reading of=part(share) id=key("share")/></td>
                }
            });
        view! {
            <tr>
                <th scope="row">{language.driver(driver)}</th>
                {cells.collect_view()}
            </tr>
        }
    };
    let interaction = move || {
        let parts = moves.map(|past| {
            past.with(|past| {
                past.split
                    .ok()
                    .and_then(|split| Some((split, split.interaction?)))
            })
        });
        parts.iter().any(Option::is_some).then(|| {
            let cells = parts.into_iter().map(|part| {
                let part = part.ok_or(crate::valuation::NotMeaningful::MissingInput);
                view! {
                    <td></td>
                    <td class="number"><Reading of=Signal::stored(part.map(|(split, part)| in_unit(part.amount, &split, language)))/></td>
                    <td class="number"><Reading of=Signal::stored(part.and_then(|(_, part)| share_text(&part, language)))/></td>
                }
            });
            view! {
                <tr>
                    <th scope="row">{language.word(Word::Interaction)}</th>
                    {cells.collect_view()}
                </tr>
            }
        })
    };
    let whole = moves
        .into_iter()
        .zip(["a", "b"])
        .map(move |(past, market)| {
            let total = Signal::derive(move || {
                past.with(|past| past.total.map(|total| percent(total, language)))
            });
            let whole = Signal::derive(move || {
                past.with(|past| {
                    past.split
                        .map(|split| in_unit(split.whole, &split, language))
                })
            });
            view! {
                <td class="number"><Reading of=total id=fill("past.{0}.total", &[market])/></td>
                <td class="number"><Reading of=whole id=fill("past.{0}.whole", &[market])/></td>
                <td></td>
            }
        });
    let columns = move || {
        view! {
            <th scope="col" class="number">{language.word(Word::DriverChange)}</th>
            <th scope="col" class="number">{language.word(Word::DriverPart)}</th>
            <th scope="col" class="number">{language.word(Word::DriverShare)}</th>
        }
    };
    let [a, b] = names;
    let bars = moves
        .into_iter()
        .zip(names)
        .map(|(past, name)| view! { <SplitBar past name/> });
    view! {
        <div class="split-bars">{bars.collect_view()}</div>
        <div class="scroll" tabindex="0" role="group" aria-label=language.word(Word::PastSplit)>
            <table class="parts">
                <caption>{language.word(Word::PastSplit)}</caption>
                <thead>
                    <tr>
                        <td rowspan={"2"}></td>
                        <th scope="colgroup" colspan="3">{move || a.get()}</th>
                        <th scope="colgroup" colspan="3">{move || b.get()}</th>
                    </tr>
                    <tr>{columns()}{columns()}</tr>
                </thead>
                <tbody>
                    {Driver::ALL.into_iter().map(row).collect_view()}
                    {interaction}
                </tbody>
                <tfoot>
                    <tr>
                        <th scope="row">{language.word(Word::Whole)}</th>
                        {whole.collect_view()}
                    </tr>
                </tfoot>
            </table>
        </div>
    }
    .into_any()
}

const fn driver_key(driver: Driver) -> &'static str {
    match driver {
        Driver::Earnings => "earnings",
        Driver::Rerating => "rerating",
        Driver::Shares => "shares",
        Driver::Dividends => "dividends",
        Driver::Currency => "currency",
    }
}

/// What the driver did alone: its factor, less one.
fn change(past: &PastResult, driver: Driver, language: Language) -> Meaningful<String> {
    let factors = past.holding.and_then(|holding| holding.factors())?;
    Ok(percent(factors.of(driver), language))
}

fn amount(past: &PastResult, driver: Driver, language: Language) -> Meaningful<String> {
    let split = past.split?;
    Ok(in_unit(split.parts.of(driver).amount, &split, language))
}

fn share(past: &PastResult, driver: Driver, language: Language) -> Meaningful<String> {
    share_text(&past.split?.parts.of(driver), language)
}

fn share_text(part: &Part, language: Language) -> Meaningful<String> {
    Ok(numbers::show(
        part.share?,
        Unit::Ratio,
        Shape::fixed(1),
        language,
    ))
}

fn percent(value: f64, language: Language) -> String {
    numbers::show(value, Unit::Ratio, Shape::fixed(1).signed(), language)
}

/// An amount in the unit of its split: log points, or percent of the start.
fn in_unit(amount: f64, split: &Split, language: Language) -> String {
    match split.method {
        Method::Log => numbers::plain(100.0 * amount, Shape::fixed(1).signed()),
        Method::Lmdi | Method::Shapley | Method::Sequential | Method::FirstOrder => {
            percent(amount, language)
        }
    }
}
