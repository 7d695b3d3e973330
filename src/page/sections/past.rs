//! The move so far: a past change split into earnings, re-rating and the rest.

use super::{beside, complete, copied, figures, head_above, number, row_head, section};
use crate::{
    page::{
        Desk, Element,
        below::{Piece, Stage, staged},
        charts::split_bars,
        classed,
        controls::{self, FigureField, Named, options, value},
        element,
    },
    text::{
        Language, Phrase, fill,
        numbers::{self, Shape},
    },
    valuation::{
        Meaningful, NotMeaningful,
        attribution::{Driver, Part as DriverPart, Split},
    },
    workbook::{
        Choice, Edit, Field, METHODS, Market, Part, PastResult, PastResults, Section, Unit,
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
pub(crate) fn past(desk: Desk) -> Element {
    let language = desk.language;
    let answer = move || {
        let markets = desk.read(Part::Markets, |workbook, _| workbook.markets.clone());
        desk.read(Part::Past, |_, results| {
            language.past_answer(&results.past, &markets)
        })
    };
    let method = move || desk.read(Part::Past, |workbook, _| workbook.past.method);
    let choice = controls::Choice::among(&METHODS, method, move |method| {
        desk.make(&Edit::Choose(Choice::SplitMethod(method)));
    });
    section(
        desk,
        Section::Past,
        complete(desk, Section::Past, answer),
        [beside(
            [copied(desk, "past.inputs", inputs(desk))],
            [
                options(
                    language.phrase(Phrase::SplitMethod),
                    "past.method",
                    METHODS.iter().map(|&method| language.split_method(method)),
                    &choice,
                ),
                classed("p", "hint")
                    .says(move || language.split_method_meaning(method()).to_owned()),
                later(desk, "past.second", split_bars),
                later(desk, "past.third", parts),
            ],
        )],
    )
}

/// A part that is mounted after the fields, in a task of its own: a browser that
/// fills in forms lays out what stands beside new fields.
fn later(desk: Desk, id: &'static str, part: fn(Desk) -> Element) -> Element {
    staged(desk, element("div"), id, Stage::Parts, Piece::Here(part))
}

/// The figures of both markets, side by side.
fn inputs(desk: Desk) -> Element {
    let language = desk.language;
    let head = Market::ALL.map(|market| {
        classed("th", "number")
            .with("scope", "col")
            .says(move || Named::Market(market).shown(desk))
    });
    let row = |fields: [Field; 2]| {
        let [first, _] = fields;
        let cells = fields
            .into_iter()
            .map(|field| number(FigureField::of(desk, field).bare().on(desk)));
        element("tr")
            .child(head_above(language.field(first)))
            .children(cells)
    };
    classed("table", "inputs")
        .child(element("caption").text(language.phrase(Phrase::PastInputs)))
        .child(element("thead").child(element("tr").child(element("td")).children(head)))
        .child(element("tbody").children(FIELDS.map(row)))
}

/// What each driver contributed, in both markets, to be copied.
fn parts(desk: Desk) -> Element {
    copied(
        desk,
        "past.table",
        classed("div", "scroll")
            .with("tabindex", "0")
            .with("role", "group")
            .with("aria-label", desk.language.phrase(Phrase::PastSplit))
            .child(parts_table(desk)),
    )
}

fn parts_table(desk: Desk) -> Element {
    let language = desk.language;
    let cell =
        move |market, key: &str, told: fn(&PastResult, Language) -> Meaningful<(f64, String)>| {
            let key = fill("past.{0}.{1}", &[market_key(market), key]);
            number(value(language, key, move || {
                desk.read(Part::Past, |_, results| {
                    told(of(&results.past, market), language)
                })
            }))
        };
    let driver_cell = move |market, driver: Driver, what: Told| {
        let key = fill(
            "past.{0}.{1}.{2}",
            &[market_key(market), driver_key(driver), what.key()],
        );
        number(value(language, key, move || {
            desk.read(Part::Past, |_, results| {
                what.of(of(&results.past, market), driver, language)
            })
        }))
    };
    let row = move |driver: Driver| {
        let cells = Market::ALL
            .into_iter()
            .flat_map(|market| Told::ALL.map(|what| driver_cell(market, driver, what)));
        element("tr")
            .child(row_head(language.driver(driver)))
            .children(cells)
    };
    let whole = Market::ALL.into_iter().flat_map(|market| {
        [
            cell(market, "total", |past, language| {
                let total = past.total?;
                Ok((total, language.signed_percent(total)))
            }),
            cell(market, "whole", |past, language| {
                let split = past.split?;
                Ok(language.part_of_move(split.whole, split.method))
            }),
            element("td"),
        ]
    });
    let market_head = Market::ALL.map(|market| {
        element("th")
            .with("scope", "colgroup")
            .with("colspan", "3")
            .says(move || Named::Market(market).shown(desk))
    });
    let columns = Market::ALL.into_iter().flat_map(|_| {
        [
            Phrase::DriverChange,
            Phrase::DriverPart,
            Phrase::DriverShare,
        ]
        .map(|word| figures(language.phrase(word)))
    });
    classed("table", "parts")
        .child(element("caption").text(language.phrase(Phrase::PastSplit)))
        .child(
            element("thead")
                .child(
                    element("tr")
                        .child(element("td").with("rowspan", "2"))
                        .children(market_head),
                )
                .child(element("tr").children(columns)),
        )
        .child(element("tbody").children(Driver::ALL.map(row)))
        .child(element("tbody").keyed(
            move || {
                interactions(desk)
                    .iter()
                    .any(Option::is_some)
                    .then_some(0)
                    .into_iter()
                    .collect()
            },
            move |_| interaction(desk),
        ))
        .child(
            element("tfoot").child(
                element("tr")
                    .child(row_head(language.phrase(Phrase::Whole)))
                    .children(whole),
            ),
        )
}

/// What the drivers did together, in each market, where the method leaves it
/// over.
fn interactions(desk: Desk) -> [Option<(Split, DriverPart)>; 2] {
    desk.read(Part::Past, |_, results| {
        Market::ALL.map(|market| {
            let split = of(&results.past, market).split.ok()?;
            Some((split, split.interaction?))
        })
    })
}

fn interaction(desk: Desk) -> Element {
    let language = desk.language;
    let cells = [0, 1]
        .into_iter()
        .zip(Market::ALL)
        .flat_map(|(index, market)| {
            let part = move || {
                let part = interactions(desk).get(index).copied().flatten();
                part.ok_or(NotMeaningful::MissingInput)
            };
            let key = |what| fill("past.{0}.interaction.{1}", &[market_key(market), what]);
            [
                element("td"),
                number(value(language, key("part"), move || {
                    part().map(|(split, part)| language.part_of_move(part.amount, split.method))
                })),
                number(value(language, key("share"), move || {
                    share_text(&part()?.1, language)
                })),
            ]
        });
    element("tr")
        .child(row_head(language.phrase(Phrase::Interaction)))
        .children(cells)
}

/// What is told of a driver.
#[derive(Clone, Copy)]
enum Told {
    /// What it did alone: its factor, less one.
    Change,
    /// Its part of the move.
    Part,
    /// That part's share of the whole.
    Share,
}

impl Told {
    const ALL: [Self; 3] = [Self::Change, Self::Part, Self::Share];

    const fn key(self) -> &'static str {
        match self {
            Self::Change => "change",
            Self::Part => "part",
            Self::Share => "share",
        }
    }

    fn of(
        self,
        past: &PastResult,
        driver: Driver,
        language: Language,
    ) -> Meaningful<(f64, String)> {
        match self {
            Self::Change => {
                let factors = past.holding.and_then(|holding| holding.factors())?;
                let change = factors.of(driver);
                Ok((change, language.signed_percent(change)))
            }
            Self::Part => {
                let split = past.split?;
                Ok(language.part_of_move(split.parts.of(driver).amount, split.method))
            }
            Self::Share => share_text(&past.split?.parts.of(driver), language),
        }
    }
}

const fn of(results: &PastResults, market: Market) -> &PastResult {
    match market {
        Market::A => &results.a,
        Market::B => &results.b,
    }
}

const fn market_key(market: Market) -> &'static str {
    match market {
        Market::A => "a",
        Market::B => "b",
    }
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

fn share_text(part: &DriverPart, language: Language) -> Meaningful<(f64, String)> {
    let share = part.share?;
    let shown = numbers::show(share, Unit::Ratio, Shape::fixed(1), language);
    Ok((share, shown))
}
