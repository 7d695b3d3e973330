//! What companies spend, year by year, as bars from left to right.

use super::{
    across, canvas, chart,
    frame::{self, read_as_one},
    take_up,
};
use crate::{
    page::{
        Desk, Element, classed,
        controls::{column, figure_cell, row_head},
        element,
    },
    text::{Phrase, Word, fill},
    workbook::{Spender, Unit},
};

const ID: &str = "scale.capex-by-year";

/// The height of a company's name, and of a bar with the space below it, in
/// pixels.
const NAME: usize = 26;
const BAR: usize = 20;

/// Where bars begin, and the width of the greatest, in shares of the drawing:
/// the year stands before them and the amount behind.
const START: f64 = 0.13;
const GREATEST: f64 = 0.65;

/// The amounts of some companies by year; those that are guidance are hollow
/// and say so.
pub(crate) fn spending(desk: Desk) -> Element {
    let (desk, is_drawn) = take_up(desk, ID);
    let language = desk.language;
    let money = move |amount| language.amount(amount, Unit::Money);
    let together = Spender::together();
    let says = move || {
        let [first, _, last, guided] = together;
        let [first_year, _, last_year, guided_year] = Spender::YEARS;
        fill(
            language.phrase(Phrase::SpendingSays),
            &[
                &money(first),
                &first_year.to_string(),
                &money(last),
                &last_year.to_string(),
                &money(guided),
                &guided_year.to_string(),
                &Spender::ALL.len().to_string(),
            ],
        )
    };
    let height = Spender::ALL.len() * company_height();
    classed("div", "narrow").child(chart(
        desk,
        ID,
        language.phrase(Phrase::SpendingByYear),
        says,
        [canvas(desk, is_drawn, ID, height as u32, marks)],
        table,
    ))
}

fn marks(desk: Desk) -> Vec<Element> {
    let spenders = Spender::ALL.iter().enumerate();
    spenders
        .map(|(index, spender)| bars(desk, index, spender))
        .collect()
}

const fn company_height() -> usize {
    NAME + Spender::YEARS.len() * BAR
}

/// The top of a company's name, and of its bars, in pixels.
const fn tops(company: usize) -> [usize; 5] {
    let name = company * company_height();
    let first = name + NAME;
    [name, first, first + BAR, first + 2 * BAR, first + 3 * BAR]
}

/// The width of a bar, as a share of the drawing.
fn width(amount: f64) -> f64 {
    let greatest = Spender::ALL
        .iter()
        .flat_map(|spender| spender.amounts)
        .fold(0.0, f64::max);
    GREATEST * amount / greatest
}

/// A company's name and its bars.
fn bars(desk: Desk, index: usize, spender: &Spender) -> Element {
    let language = desk.language;
    let [name, tops @ ..] = tops(index);
    let text = |at: f64, top: usize, class: &'static str, said: String| {
        classed("text", class)
            .with("x", across(at))
            .with("y", (top + 14).to_string())
            .text(said)
    };
    let mut marks = vec![text(0.0, name + 4, "name", spender.name.to_owned())];
    let mut said = Vec::new();
    for ((year, amount), top) in Spender::YEARS.into_iter().zip(spender.amounts).zip(tops) {
        let guided = year >= Spender::GUIDANCE_FROM;
        let bar = classed("rect", if guided { "mark guided" } else { "mark" })
            .with("x", across(START))
            .with("y", (top + 2).to_string())
            .with("width", across(width(amount)))
            .with("height", (BAR - 5).to_string());
        let shown = language.amount(amount, Unit::Money);
        said.push([&year.to_string(), " ", &shown].concat());
        marks.push(text(0.0, top, "soft", year.to_string()));
        marks.push(bar);
        let behind = START + width(amount);
        marks.push(text(behind, top, "", shown).with("dx", "6"));
        if guided {
            let word = language.phrase(Phrase::GuidanceWord).to_owned();
            marks.push(text(START, top, "soft", word).with("dx", "6"));
        }
    }
    let said = fill(
        language.word(Word::Labelled),
        &[spender.name, &language.listed(&said)],
    );
    read_as_one(said).children(marks)
}

/// The same figures, with what all companies spend together.
fn table(desk: Desk) -> Element {
    let language = desk.language;
    let heads = Spender::YEARS.map(|year| {
        let shown = year.to_string();
        if year >= Spender::GUIDANCE_FROM {
            fill(language.phrase(Phrase::Guidance), &[&shown])
        } else {
            shown
        }
    });
    let row = |name: &'static str, amounts: [f64; 4]| {
        let cells =
            amounts.map(|amount| figure_cell(Some((amount, language.amount(amount, Unit::Money)))));
        element("tr").child(row_head(name)).children(cells)
    };
    let spenders = Spender::ALL.iter();
    frame::table(
        element("table"),
        column(language.phrase(Phrase::Company)),
        heads,
        spenders
            .map(|spender| row(spender.name, spender.amounts))
            .collect(),
    )
    .child(element("tfoot").child(row(language.phrase(Phrase::Together), Spender::together())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_greatest_amount_has_the_longest_bar_and_none_reaches_its_label() {
        let widths: Vec<f64> = Spender::ALL
            .iter()
            .flat_map(|spender| spender.amounts.map(width))
            .collect();
        let longest = widths.iter().copied().fold(0.0, f64::max);
        assert!((longest - GREATEST).abs() < 1e-12);
        assert!(widths.iter().all(|width| *width > 0.0));
        assert!(START + longest < 0.85);
    }

    #[test]
    fn companies_stand_one_below_the_other() {
        let [_, _, _, _, last] = tops(0);
        let [next, ..] = tops(1);
        assert_eq!(last + BAR, next);
    }
}
