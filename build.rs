//! Turns the data files into constants, so that a figure on the page cannot
//! differ from the file that names its source, and a missing one does not
//! compile.

#![allow(
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a data file that is wrong has to stop the build, and a logarithm that is rounded to a whole number is the same everywhere"
)]

use std::{env, error::Error, fmt::Write as _, fs, path::Path};

use serde_json::Value;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=build.rs");
    let out = env::var("OUT_DIR")?;
    let out = Path::new(&out);
    fs::write(out.join("figures.rs"), figures()?)?;
    fs::write(
        out.join("industries.txt"),
        industries(&[
            ("industry", NAME),
            ("pe_forward_mean", HUNDREDTHS),
            ("pe_trailing_mean", HUNDREDTHS),
            ("ev_ebitda_positive", HUNDREDTHS),
            ("ev_sales", HUNDREDTHS),
            ("ps", HUNDREDTHS),
            ("pb", HUNDREDTHS),
            ("peg", HUNDREDTHS),
            ("growth_5y", TEN_THOUSANDTHS),
            ("roe", TEN_THOUSANDTHS),
            ("beta", TEN_THOUSANDTHS),
        ])?,
    )?;
    fs::write(
        out.join("margins.txt"),
        industries(&[
            ("net_margin", TEN_THOUSANDTHS),
            ("operating_margin", TEN_THOUSANDTHS),
        ])?,
    )?;
    Ok(())
}

/// The sources as two tables and each figure as a constant that points into it.
fn figures() -> Result<String, Box<dyn Error>> {
    let data: Value = serde_json::from_str(&fs::read_to_string("data/figures.json")?)?;
    let sources = data["sources"].as_array().ok_or("no sources")?;
    let mut code = String::from(
        "/// Every source of the data files.\npub(in crate::workbook) static SOURCES: &[Source] = &[\n",
    );
    let mut details = String::from(
        "/// The title and the address of each.\npub(in crate::workbook) static DETAILS: &[(&str, &str)] = &[\n",
    );
    for source in sources {
        let date = match source["date"].as_str() {
            Some(date) => format!("Some({date:?})"),
            None => "None".to_owned(),
        };
        writeln!(
            code,
            "Source {{ id: {:?}, publisher: {:?}, date: {date} }},",
            text(source, "id")?,
            text(source, "publisher")?,
        )?;
        writeln!(
            details,
            "({:?}, {:?}),",
            text(source, "title")?,
            text(source, "url")?,
        )?;
    }
    code.push_str("];\n");
    details.push_str("];\n");
    code.push_str(&details);
    for figure in data["figures"].as_array().ok_or("no figures")? {
        let (id, printed) = (text(figure, "id")?, text(figure, "printed")?);
        let value = figure["value"].as_f64().ok_or("a value is no number")?;
        let index = sources
            .iter()
            .position(|source| source["id"] == figure["source"])
            .ok_or_else(|| format!("{id} names an unknown source"))?;
        let note = match figure["note"].as_str() {
            Some(note) => format!("Some(Note::{})", camel_case(note)),
            None => "None".to_owned(),
        };
        writeln!(
            code,
            "pub(in crate::workbook) const {}: Given = Given::sourced({value:?}, {:?}, {index}, {note});",
            id.to_uppercase(),
            half_unit(printed, value)?,
        )?;
    }
    code.push_str(&spending(&data["capex_by_company"])?);
    Ok(code)
}

/// Each company's capital expenditure by year, in dollars.
fn spending(data: &Value) -> Result<String, Box<dyn Error>> {
    let years: Vec<u64> = list(data, "years")?
        .iter()
        .filter_map(Value::as_u64)
        .collect();
    let guidance = data["guidance"].as_u64().ok_or("no year of guidance")?;
    let count = years.len();
    let mut code = format!(
        "pub(in crate::workbook) static YEARS: [u16; {count}] = {years:?};\n\
         pub(in crate::workbook) const GUIDANCE_FROM: u16 = {guidance};\n\
         pub(in crate::workbook) static SPENDERS: &[Spender] = &[\n"
    );
    for company in list(data, "companies")? {
        let amounts: Vec<f64> = list(company, "amounts")?
            .iter()
            .filter_map(|amount| Some((amount.as_f64()? * 1e10).round() / 10.0))
            .collect();
        if amounts.len() != count {
            return Err("a company has not an amount for each year".into());
        }
        let name = text(company, "name")?;
        writeln!(code, "Spender {{ name: {name:?}, amounts: {amounts:?} }},")?;
    }
    code.push_str("];\n");
    Ok(code)
}

fn list<'a>(value: &'a Value, key: &str) -> Result<&'a Vec<Value>, String> {
    value[key]
        .as_array()
        .ok_or_else(|| format!("{key} is no list in {value}"))
}

/// Half a unit of the last printed digit: "732 billion" is printed in whole
/// billions, so 0.5e9; "1 month" in whole months, so half of a twelfth of a
/// year.
fn half_unit(printed: &str, value: f64) -> Result<f64, Box<dyn Error>> {
    if printed.ends_with(" month") || printed.ends_with(" months") {
        return Ok(0.5 / 12.0);
    }
    let digits: String = printed
        .chars()
        .take_while(|c| c.is_ascii_digit() || *c == '.')
        .collect();
    let decimals = digits.split_once('.').map_or(0, |(_, after)| after.len());
    let scale = (value / digits.parse::<f64>()?).log10().round();
    Ok(format!("5e{}", scale as i64 - decimals as i64 - 1).parse()?)
}

/// How a column is written: as it stands, or in whole parts of a number. The
/// source shows two decimals of a multiple and of a percentage.
const NAME: f64 = 0.0;
const HUNDREDTHS: f64 = 100.0;
const TEN_THOUSANDTHS: f64 = 10_000.0;

/// Columns of the table of industries, one industry a line; a cell is empty
/// where the source has no figure.
fn industries(columns: &[(&str, f64)]) -> Result<String, Box<dyn Error>> {
    let file = fs::read_to_string("data/us-industries-2026-01.csv")?;
    let mut lines = file.lines();
    let header: Vec<&str> = lines
        .next()
        .ok_or("the table is empty")?
        .split(',')
        .collect();
    let places = columns
        .iter()
        .map(|(name, parts)| {
            let place = header.iter().position(|column| column == name);
            Ok((place.ok_or_else(|| format!("no column {name}"))?, *parts))
        })
        .collect::<Result<Vec<_>, String>>()?;
    let mut table = Vec::new();
    for line in lines {
        let cells: Vec<&str> = line.split(',').collect();
        let row = places.iter().map(|&(place, parts)| {
            let cell = cells[place];
            match cell.parse::<f64>() {
                _ if parts == NAME => cell.to_owned(),
                Ok(figure) => format!("{:.0}", figure * parts),
                Err(_) => String::new(),
            }
        });
        table.push(row.collect::<Vec<_>>().join("\t"));
    }
    Ok(table.join("\n"))
}

fn text<'a>(value: &'a Value, key: &str) -> Result<&'a str, String> {
    value[key]
        .as_str()
        .ok_or_else(|| format!("{key} is no text in {value}"))
}

fn camel_case(snake: &str) -> String {
    snake
        .split('_')
        .map(|word| {
            let mut letters = word.chars();
            letters
                .next()
                .map(|first| first.to_uppercase().chain(letters).collect::<String>())
                .unwrap_or_default()
        })
        .collect()
}
