//! Sectors: both markets' multiples side by side, and the gap between them.

use std::sync::Arc;

use super::section;
use crate::{
    page::{
        Desk, Element, Shared,
        below::{Piece, Stage, staged},
        charts::{diverging_bar, reach},
        classed,
        controls::{Choice, FigureField, Named, button, name_field, picker, reading},
        element, focus, focus_next,
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
        Column, Edit, Market, Measure, Note, Part, Place, Preset, Provenance, RowId, STATEMENTS,
        Section, SectorResult,
    },
};

/// What the name of a row has besides while it is still as it was prepared.
const AWAITED: u32 = 1 << 31;

/// The table of sectors with its total.
pub(crate) fn sectors(desk: Desk) -> Element {
    let language = desk.language;
    let answer = move || {
        let markets = desk.read(Part::Markets, |workbook, _| workbook.markets.clone());
        desk.read(Part::Sectors, |workbook, results| {
            language.sectors_answer(&workbook.sectors, &results.sectors, &markets)
        })
    };
    // Only the report's pairs are of different measures and dates.
    let caution = move || match desk.read(Part::Preset, |workbook, _| workbook.preset) {
        Preset::ChinaVsUs => language.sentences(&[Word::PairsNote, Word::MeasureNote]),
        _ => language.word(Word::MeasureNote).to_owned(),
    };
    let add = button(language.word(Word::AddSector), move || {
        desk.make(&Edit::AddSector);
        let added = desk.now(|workbook, _| workbook.sectors.last().map(|row| row.id.0));
        if let Some(row) = added {
            focus_next(["sectors.", &row.to_string(), ".name"].concat());
        }
    });
    section(
        desk,
        Section::Sectors,
        answer,
        [
            classed("div", "scroll")
                .id("sectors.table")
                .with("tabindex", "0")
                .with("role", "group")
                .with("aria-label", language.section(Section::Sectors))
                .child(table(desk)),
            classed("p", "actions").child(add.id("sectors.add")),
            staged(
                desk,
                classed("div", "tools"),
                "sectors-tools",
                Stage::Tools,
                Piece::SectorTools,
            ),
            classed("p", "caution").says(caution),
        ],
    )
}

// On a narrow screen the style makes cards of the rows, and the browser would
// then forget that it is a table: so each part says its role.

fn table(desk: Desk) -> Element {
    // Two of the article's six rows are mounted with the table.
    let rows = move || {
        let mounted = match desk.stage() {
            Stage::Sectors => 2,
            _ => usize::MAX,
        };
        desk.read(Part::Sectors, |workbook, _| {
            let rows = workbook.sectors.iter().enumerate();
            rows.map(|(at, row)| row.id.0 | if at < mounted { 0 } else { AWAITED })
                .collect()
        })
    };
    let row = move |name| match name & AWAITED {
        0 => row(desk, RowId(name)),
        _ => table_row().prepared(""),
    };
    let group = |tag| element(tag).with("role", "rowgroup");
    classed("table", "sectors")
        .with_live("data-reach", move || reach_of_rows(desk))
        .with("role", "table")
        .child(group("thead").child(head(desk)))
        .child(group("tbody").keyed(rows, row))
        .child(group("tfoot").child(total(desk)))
}

fn table_row() -> Element {
    element("tr").with("role", "row")
}

fn cell() -> Element {
    element("td").with("role", "cell")
}

fn head(desk: Desk) -> Element {
    let language = desk.language;
    let column = || {
        element("th")
            .with("role", "columnheader")
            .with("scope", "col")
    };
    let word = |word| column().text(language.word(word));
    let figures = |told| word(told).with("class", "number");
    let market = |market, id: &str| {
        let label = language.word(Word::MarketName);
        column().with("class", "number").child(name_field(
            desk,
            Named::Market(market),
            id.to_owned(),
            label,
        ))
    };
    let sides = [Word::DiscountSide, Word::Parity, Word::PremiumSide];
    table_row().children([
        word(Word::Sector),
        word(Word::Measure),
        market(Market::A, "market.a"),
        market(Market::B, "market.b"),
        figures(Word::Premium),
        column()
            .with("class", "bars")
            .children(sides.map(|word| element("span").text(language.word(word)))),
        figures(Word::Upside),
        figures(Word::LogGap),
        word(Word::Stated),
        figures(Word::Weight),
        word(Word::Row).with("class", "row-actions"),
    ])
}

fn total(desk: Desk) -> Element {
    let language = desk.language;
    let gap = move || desk.read(Part::Sectors, |_, results| results.sectors.total);
    table_row()
        .child(
            element("th")
                .with("role", "rowheader")
                .with("scope", "row")
                .with("colspan", "4")
                .text(language.word(Word::Total)),
        )
        .children(gap_cells(language, "sectors.total", gap))
        .child(
            cell()
                .with("colspan", "3")
                .text(language.word(Word::TotalMeaning)),
        )
}

/// One sector.
fn row(desk: Desk, id: RowId) -> Element {
    let language = desk.language;
    let key = ["sectors.", &id.0.to_string()].concat();
    let named = |part: &str| [&key, ".", part].concat();
    let of_row = Named::Sector(id);
    let spoken = move |word| move || fill(language.word(word), &[&of_row.shown(desk)]);
    let measure = Choice::among(
        Measure::ALL,
        move || {
            desk.read(Part::Sector(id), |workbook, _| {
                workbook.sector(id).map_or(Measure::Pe, |row| row.measure)
            })
        },
        move |measure| desk.make(&Edit::SectorMeasure(id, measure)),
    );
    let stated = Choice::among(
        &STATEMENTS,
        move || {
            desk.read(Part::Sector(id), |workbook, _| {
                workbook.sector(id).and_then(|row| row.stated)
            })
        },
        move |stated| desk.make(&Edit::SectorStated(id, stated)),
    );
    let multiple = |market, column, part| {
        let of_market = Named::Market(market);
        let label = move || {
            fill(
                language.word(Word::MultipleOf),
                &[&of_market.in_sentence(desk), &of_row.shown(desk)],
            )
        };
        cell()
            .with("class", "number")
            .with_live("data-label", move || Some(of_market.shown(desk)))
            .child(
                FigureField::new(Place::Cell(id, column), named(part), label)
                    .bare()
                    .on(desk),
            )
    };
    let weight = FigureField::new(
        Place::Cell(id, Column::Weight),
        named("weight"),
        spoken(Word::WeightOf),
    );
    let act = |word, said, part, edit: Edit| {
        let words = Arc::new(spoken(word));
        let title = words.clone();
        button(language.word(said), move || {
            if edit == Edit::RemoveSector(id) {
                focus(&after_removal(desk, id));
            }
            desk.make(&edit);
        })
        .with("class", "quiet")
        .id(named(part))
        .with_live("title", move || Some(title()))
        .with_live("aria-label", move || Some(words()))
    };
    let gap = move || result(desk, id).map_or(Err(NotMeaningful::MissingInput), |row| row.gap);
    table_row()
        .id(key.clone())
        .child(
            element("th")
                .with("role", "rowheader")
                .with("scope", "row")
                .child(name_field(
                    desk,
                    of_row,
                    named("name"),
                    language.word(Word::SectorName),
                )),
        )
        .child(
            cell().with("class", "measure").child(picker(
                spoken(Word::MeasureOf),
                named("measure"),
                Measure::ALL
                    .iter()
                    .map(|&measure| language.measure(measure)),
                &measure,
            )),
        )
        .child(multiple(Market::A, Column::A, "a"))
        .child(multiple(Market::B, Column::B, "b"))
        .children(gap_cells(language, &key, gap))
        .child(
            cell()
                .with("class", "stated")
                .with("data-label", language.word(Word::Stated))
                .child(picker(
                    spoken(Word::StatedOf),
                    named("stated"),
                    STATEMENTS.iter().map(|&stated| language.stated(stated)),
                    &stated,
                ))
                .child(verdict(desk, id)),
        )
        .child(
            cell()
                .with("class", "number")
                .with("data-label", language.word(Word::Weight))
                .child(weight.bare().on(desk)),
        )
        // Where all of a row stands in one line, the style has signs for the
        // words, which are spoken and shown on hover.
        .child(cell().with("class", "row-actions").children([
            act(Word::Raise, Word::Up, "raise", Edit::RaiseSector(id)),
            act(Word::Lower, Word::Down, "lower", Edit::LowerSector(id)),
            act(Word::Remove, Word::Out, "remove", Edit::RemoveSector(id)),
        ]))
}

/// Where the reader goes on when a row is taken out: the same button in the
/// next row, or in the last one that is left, or the one that adds a row.
fn after_removal(desk: Desk, id: RowId) -> String {
    let next = desk.now(|workbook, _| {
        let rows = &workbook.sectors;
        let at = rows.iter().position(|row| row.id == id)?;
        let next = rows.get(at + 1).or_else(|| rows.get(at.checked_sub(1)?))?;
        Some(next.id)
    });
    next.map_or_else(
        || "sectors.add".to_owned(),
        |next| ["sectors.", &next.0.to_string(), ".remove"].concat(),
    )
}

/// How far the bars of all rows reach.
fn reach_of_rows(desk: Desk) -> Option<String> {
    desk.read(Part::Sectors, |_, results| {
        let gaps = results.sectors.rows.iter().filter_map(|row| row.gap.ok());
        reach(gaps.map(|gap| gap.log_gap)).map(str::to_owned)
    })
}

/// What comes of a row, as long as it stands.
fn result(desk: Desk, id: RowId) -> Option<SectorResult> {
    desk.read(Part::Sector(id), |workbook, results| {
        let index = workbook.sectors.iter().position(|row| row.id == id)?;
        results.sectors.rows.get(index).copied()
    })
}

/// Whether the figures bear out the direction that a text states.
fn verdict(desk: Desk, id: RowId) -> Element {
    // What was worked out of the statement bears nothing out.
    let is_derived = move || {
        desk.read(Part::Sector(id), |workbook, _| {
            let is_derived = |column| {
                let provenance = workbook.provenance(Place::Cell(id, column));
                let note = Some(Note::DerivedFromDiscount);
                matches!(provenance, Some(Provenance::Source(_, of)) if of == note)
            };
            is_derived(Column::A) || is_derived(Column::B)
        })
    };
    let agreement = move || result(desk, id)?.agreement?.ok();
    let class = move || {
        agreement().map(|agreement| {
            match agreement {
                Agreement::Agrees if is_derived() => "verdict",
                Agreement::Agrees => "verdict agrees",
                Agreement::Contradicts | Agreement::AtParity => "verdict disagrees",
            }
            .to_owned()
        })
    };
    let told = move || {
        let word = match agreement() {
            None => return String::new(),
            Some(Agreement::Agrees) if is_derived() => Word::AgreesAsDerived,
            Some(Agreement::Agrees) => Word::Agrees,
            Some(Agreement::Contradicts) => Word::Disagrees,
            Some(Agreement::AtParity) => Word::AtParity,
        };
        desk.language.word(word).to_owned()
    };
    element("span").with_live("class", class).says(told)
}

/// The four cells of a gap: premium, its bar, upside to parity and log gap.
fn gap_cells(
    language: Language,
    id: &str,
    gap: impl Fn() -> Meaningful<Gap> + Send + Sync + 'static,
) -> [Element; 4] {
    cells_of(language, id, Arc::new(gap))
}

fn cells_of(language: Language, id: &str, gap: Shared<Meaningful<Gap>>) -> [Element; 4] {
    let part = |name, value: fn(Gap) -> f64, show: fn(f64, Language) -> String| {
        let (gap, noted) = (gap.clone(), gap.clone());
        reading(language, [id, ".", name].concat(), move || {
            Ok(show(value(gap.tell()?), language))
        })
        .with_live("data-value", move || {
            noted.tell().ok().map(|gap| numbers::bare(value(gap)))
        })
    };
    let direction = {
        let gap = gap.clone();
        move || {
            let word = match gap.tell() {
                Ok(gap) if gap.premium < 0.0 => Word::Discount,
                Ok(gap) if gap.premium > 0.0 => Word::PremiumWord,
                // What is not typed yet needs no explanation.
                Ok(_) | Err(NotMeaningful::MissingInput) => return String::new(),
                Err(reason) => return language.reason(reason).to_owned(),
            };
            language.word(word).to_owned()
        }
    };
    let labelled = |word| {
        cell()
            .with("class", "number")
            .with("data-label", language.word(word))
    };
    let premium = part(
        "premium",
        |gap| gap.premium,
        |ratio, language| language.signed_percent(ratio),
    );
    let upside = part(
        "upside",
        |gap| gap.upside_to_parity,
        |ratio, language| language.signed_percent(ratio),
    );
    let log_gap = part(
        "log-gap",
        |gap| gap.log_gap,
        |gap, _| numbers::plain(gap, Shape::fixed(3).signed()),
    );
    [
        labelled(Word::Premium)
            .child(premium)
            .text(" ")
            .child(classed("span", "direction").says(direction)),
        cell().with("class", "bars").child(diverging_bar(move || {
            gap.tell().ok().map(|gap| gap.log_gap)
        })),
        labelled(Word::Upside).child(upside),
        labelled(Word::LogGap).child(log_gap),
    ]
}
