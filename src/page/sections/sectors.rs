//! Sectors: both markets' multiples side by side, and the gap between them.

use leptos::prelude::*;

use super::SectionFrame;
use crate::{
    page::{
        Desk,
        charts::DivergingBar,
        controls::{FigureField, NameField, Named, Picker, Reading, handler},
    },
    text::{
        Language, Word, fill,
        numbers::{self, Shape},
    },
    valuation::{
        Meaningful, NotMeaningful,
        gap::{Agreement, Gap},
    },
    workbook::{
        Column, Edit, Market, Measure, Place, RowId, STATEMENTS, Section, Sector, SectorResult,
        Unit, evaluate_sector, evaluate_sectors,
    },
};

/// The table of sectors with its total.
#[component]
pub fn SectorsSection() -> impl IntoView {
    let desk = expect_context::<Desk>();
    let language = desk.language;
    let rows = desk.memo(|workbook| workbook.sectors.clone());
    let results = Memo::new(move |_| rows.with(|rows| evaluate_sectors(rows)));
    let markets = desk.memo(|workbook| workbook.markets.clone());
    let answer = Signal::derive(move || {
        rows.with(|rows| {
            results.with(|results| {
                markets.with(|markets| language.sectors_answer(rows, results, markets))
            })
        })
    });
    let ids = desk.memo(|workbook| {
        workbook
            .sectors
            .iter()
            .map(|row| row.id)
            .collect::<Vec<_>>()
    });
    let total = move || results.with(|results| results.total);
    view! {
        <SectionFrame section=Section::Sectors answer>
            <div class="scroll" tabindex="0" role="group" aria-label=language.section(Section::Sectors)>
                <table class="sectors" role="table">
                    <thead role="rowgroup">
                        <tr role="row">
                            <th role="columnheader" scope="col">{language.word(Word::Sector)}</th>
                            <th role="columnheader" scope="col">{language.word(Word::Measure)}</th>
                            <th role="columnheader" scope="col" class="number"><MarketName market=Market::A/></th>
                            <th role="columnheader" scope="col" class="number"><MarketName market=Market::B/></th>
                            <th role="columnheader" scope="col" class="number">{language.word(Word::Premium)}</th>
                            <th role="columnheader" scope="col" class="bars">
                                <span>{language.word(Word::DiscountSide)}</span>
                                <span>{language.word(Word::Parity)}</span>
                                <span>{language.word(Word::PremiumSide)}</span>
                            </th>
                            <th role="columnheader" scope="col" class="number">{language.word(Word::Upside)}</th>
                            <th role="columnheader" scope="col" class="number">{language.word(Word::LogGap)}</th>
                            <th role="columnheader" scope="col">{language.word(Word::Stated)}</th>
                            <th role="columnheader" scope="col" class="number">{language.word(Word::Weight)}</th>
                            <th role="columnheader" scope="col">{language.word(Word::Row)}</th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">
                        <For each=move || ids.get() key=|id| *id children=|id| view! { <SectorRow id/> }/>
                    </tbody>
                    <tfoot role="rowgroup">
                        <tr role="row">
                            <th role="rowheader" scope="row" colspan="4">{language.word(Word::Total)}</th>
                            <GapCells gap=Signal::derive(total) id="sectors.total".to_owned()/>
                            <td role="cell" colspan="3">{language.word(Word::TotalMeaning)}</td>
                        </tr>
                    </tfoot>
                </table>
            </div>
            <p class="actions">
                <button type="button" id="sectors.add" on:click=handler(move |_| desk.make(&Edit::AddSector))>{language.word(Word::AddSector)}</button>
            </p>
            <p class="caution">{language.sentences(&[Word::PairsNote, Word::MeasureNote])}</p>
        </SectionFrame>
    }
    .into_any()
}

/// A market's name, which the reader can change.
#[component]
fn MarketName(
    /// Which of the two.
    market: Market,
) -> impl IntoView {
    let language = expect_context::<Desk>().language;
    let id = match market {
        Market::A => "market.a",
        Market::B => "market.b",
    };
    view! { <NameField of=Named::Market(market) id=id.to_owned() label=language.word(Word::MarketName)/> }
}

/// A row with its results, as long as it stands.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    sector: Sector,
    result: SectorResult,
}

/// One sector.
#[component]
fn SectorRow(
    /// The row's name in the workbook.
    id: RowId,
) -> impl IntoView {
    let desk = expect_context::<Desk>();
    let language = desk.language;
    let row = desk.memo(move |workbook| {
        workbook.sector(id).map(|sector| Row {
            sector: sector.clone(),
            result: evaluate_sector(sector),
        })
    });
    let gap = Signal::derive(move || {
        row.with(|row| {
            row.as_ref()
                .map_or(Err(NotMeaningful::MissingInput), |row| row.result.gap)
        })
    });
    let name = Memo::new(move |_| {
        row.with(|row| {
            row.as_ref()
                .map(|row| language.name(&row.sector.name))
                .unwrap_or_default()
        })
    });
    let market = move |market| desk.memo(move |workbook| language.name(workbook.market(market)));
    let (market_a, market_b) = (market(Market::A), market(Market::B));
    let labelled = move |word, part: Memo<String>| {
        Signal::derive(move || {
            part.with(|part| name.with(|name| fill(language.word(word), &[part, name])))
        })
    };
    let named =
        move |word| Signal::derive(move || name.with(|name| fill(language.word(word), &[name])));
    let measure = Signal::derive(move || {
        let measure = row.with(|row| row.as_ref().map(|row| row.sector.measure));
        Measure::ALL
            .iter()
            .position(|option| Some(*option) == measure)
            .unwrap_or_default()
    });
    let stated = Signal::derive(move || {
        let stated = row.with(|row| row.as_ref().and_then(|row| row.sector.stated));
        STATEMENTS
            .iter()
            .position(|option| *option == stated)
            .unwrap_or_default()
    });
    let choose_measure = Callback::new(move |index: usize| {
        if let Some(&measure) = Measure::ALL.get(index) {
            desk.make(&Edit::SectorMeasure(id, measure));
        }
    });
    let choose_stated = Callback::new(move |index: usize| {
        if let Some(&stated) = STATEMENTS.get(index) {
            desk.make(&Edit::SectorStated(id, stated));
        }
    });
    let key = format!("sectors.{}", id.0);
    let place = move |column| Place::Cell(id, column);
    view! {
        <tr role="row" id=key.clone()>
            <th role="rowheader" scope="row">
                <NameField of=Named::Sector(id) id=format!("{key}.name") label=language.word(Word::SectorName)/>
            </th>
            <td role="cell" class="measure">
                <Picker
                    label=named(Word::MeasureOf)
                    id=format!("{key}.measure")
                    labels=Measure::ALL.iter().map(|&measure| language.measure(measure)).collect()
                    chosen=measure
                    on_choose=choose_measure
                />
            </td>
            <td role="cell" class="number" data-label=move || market_a.get()>
                <FigureField place=place(Column::A) label=labelled(Word::MultipleOf, market_a) id=format!("{key}.a") bare=true/>
            </td>
            <td role="cell" class="number" data-label=move || market_b.get()>
                <FigureField place=place(Column::B) label=labelled(Word::MultipleOf, market_b) id=format!("{key}.b") bare=true/>
            </td>
            <GapCells gap id=key.clone()/>
            <td role="cell" class="stated" data-label=language.word(Word::Stated)>
                <Picker
                    label=named(Word::StatedOf)
                    id=format!("{key}.stated")
                    labels=STATEMENTS.iter().map(|&stated| language.stated(stated)).collect()
                    chosen=stated
                    on_choose=choose_stated
                />
                <Verdict row/>
            </td>
            <td role="cell" class="number" data-label=language.word(Word::Weight)>
                <FigureField place=place(Column::Weight) label=named(Word::WeightOf) id=format!("{key}.weight") bare=true/>
            </td>
            <td role="cell" class="row-actions">
                <RowButton word=Word::Raise sign="↑" name id=format!("{key}.raise") edit=Edit::RaiseSector(id)/>
                <RowButton word=Word::Lower sign="↓" name id=format!("{key}.lower") edit=Edit::LowerSector(id)/>
                <RowButton word=Word::Remove sign="×" name id=format!("{key}.remove") edit=Edit::RemoveSector(id)/>
            </td>
        </tr>
    }
    .into_any()
}

/// A button that moves a row or takes it out. Its sign is short because there
/// is one in every row; its words are spoken and shown on hover.
#[component]
fn RowButton(
    /// What it does.
    word: Word,
    /// The sign that is shown.
    sign: &'static str,
    /// The row's name.
    name: Memo<String>,
    /// The button's name in the document.
    id: String,
    /// What it applies.
    edit: Edit,
) -> impl IntoView {
    let desk = expect_context::<Desk>();
    let words = move || name.with(|name| fill(desk.language.word(word), &[name]));
    view! {
        <button type="button" class="quiet" id=id title=words aria-label=words on:click=handler(move |_| desk.make(&edit))>
            {sign}
        </button>
    }
    .into_any()
}

/// Whether the figures bear out the direction that a text states.
#[component]
fn Verdict(
    /// The row.
    row: Memo<Option<Row>>,
) -> impl IntoView {
    let language = expect_context::<Desk>().language;
    move || {
        let agreement = row.with(|row| row.as_ref().and_then(|row| row.result.agreement));
        agreement.and_then(Result::ok).map(|agreement| {
            let (class, word) = match agreement {
                Agreement::Agrees => ("verdict agrees", Word::Agrees),
                Agreement::Contradicts => ("verdict disagrees", Word::Disagrees),
                Agreement::AtParity => ("verdict disagrees", Word::AtParity),
            };
            view! { <span class=class>{language.word(word)}</span> }
        })
    }
}

/// The four cells of a gap: premium, its bar, upside to parity and log gap.
#[component]
fn GapCells(
    /// The gap.
    gap: Signal<Meaningful<Gap>>,
    /// The row's name in the document.
    id: String,
) -> impl IntoView {
    let language = expect_context::<Desk>().language;
    let part = move |show: fn(&Gap, Language) -> String| {
        Signal::derive(move || {
            gap.with(|gap| {
                gap.as_ref()
                    .map(|gap| show(gap, language))
                    .map_err(|&reason| reason)
            })
        })
    };
    let premium = part(|gap, language| {
        numbers::show(gap.premium, Unit::Ratio, Shape::fixed(1).signed(), language)
    });
    let upside = part(|gap, language| {
        numbers::show(
            gap.upside_to_parity,
            Unit::Ratio,
            Shape::fixed(1).signed(),
            language,
        )
    });
    let log_gap = part(|gap, _| numbers::plain(gap.log_gap, Shape::fixed(3).signed()));
    let direction = move || {
        gap.with(|gap| match gap {
            Ok(gap) if gap.premium < 0.0 => language.word(Word::Discount),
            Ok(gap) if gap.premium > 0.0 => language.word(Word::PremiumWord),
            _ => "",
        })
    };
    view! {
        <td role="cell" class="number" data-label=language.word(Word::Premium)>
            <Reading of=premium id=format!("{id}.premium")/>
            " "<span class="direction">{direction}</span>
        </td>
        <td role="cell" class="bars">
            <DivergingBar log_gap=Signal::derive(move || gap.with(|gap| gap.as_ref().ok().map(|gap| gap.log_gap)))/>
        </td>
        <td role="cell" class="number" data-label=language.word(Word::Upside)>
            <Reading of=upside id=format!("{id}.upside")/>
        </td>
        <td role="cell" class="number" data-label=language.word(Word::LogGap)>
            <Reading of=log_gap id=format!("{id}.log-gap")/>
        </td>
    }
    .into_any()
}
