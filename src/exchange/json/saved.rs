//! The form in which workbooks are written down, read. It is written as serde
//! derives it; what serde would derive to read it weighs three times as much.

use super::{Fault, Misread, value::Value};
use crate::valuation::{
    claim::Quantity, convergence::HalvingUnknown, cost_of_equity::Ingredient, explained,
    gap::Direction,
};
use crate::workbook::{
    CLOSINGS, COURSES, Case, ClaimKind, Exit, Figure, Goal, Known, METHODS, Measure, Name,
    ReachUnknown, Regressed, Saved, SavedCatalyst, SavedChoices, SavedFigures, SavedSector,
    ScaleUnknown, UNKNOWNS,
};

type Read<T> = Result<T, Misread>;

pub(super) fn saved(file: &Value) -> Read<Saved> {
    Ok(Saved {
        version: file.needed("version")?.whole_number()?,
        preset: file.needed("preset")?.words()?.to_owned(),
        industries: file.read("industries", |pair| {
            pair.pair(|name| name.words().map(str::to_owned))
        })?,
        markets: file.read("markets", |pair| pair.pair(name))?,
        figures: SavedFigures(file.read("figures", figures)?.unwrap_or_default()),
        choices: file.read("choices", choices)?.unwrap_or_default(),
        sectors: file.read("sectors", |rows| rows.list(sector))?,
        catalysts: file.read("catalysts", |rows| rows.list(catalyst))?,
    })
}

fn figures(all: &Value) -> Read<Vec<(String, Option<Figure>)>> {
    let figures = all.map()?.iter();
    figures
        .map(|(key, value)| Ok((key.to_string(), value.present().map(figure).transpose()?)))
        .collect()
}

fn figure(value: &Value) -> Read<Figure> {
    Ok(Figure {
        value: value.needed("value")?.number()?,
        half_unit: value.read("half_unit", Value::number)?.unwrap_or_default(),
    })
}

fn choices(of: &Value) -> Read<SavedChoices> {
    Ok(SavedChoices {
        claim_kind: of.read("claim_kind", |word| word.one_of(ClaimKind::ALL))?,
        claim_unknown: of.read("claim_unknown", |word| word.one_of(&Quantity::ALL))?,
        why_unknown: of.read("why_unknown", |word| word.one_of(&explained::Unknown::ALL))?,
        follows_a: of.read("follows_a", |word| word.one_of(&Ingredient::ALL))?,
        follows_b: of.read("follows_b", |word| word.one_of(&Ingredient::ALL))?,
        regressed: of.read("regressed", |word| word.one_of(Regressed::ALL))?,
        split_method: of.read("split_method", |word| word.one_of(&METHODS))?,
        unknown: of.read("unknown", |word| word.one_of(&UNKNOWNS))?,
        exit: of.read("exit", |word| word.one_of(Exit::ALL))?,
        closure_rule: of.read("closure_rule", |word| word.one_of(&CLOSINGS))?,
        goal: of.read("goal", |word| word.one_of(Goal::ALL))?,
        capex_unknown: of.read("capex_unknown", |word| word.one_of(&ScaleUnknown::ALL))?,
        halving_unknown: of.read("halving_unknown", |word| word.one_of(&HalvingUnknown::ALL))?,
        reach_unknown: of.read("reach_unknown", |word| word.one_of(&ReachUnknown::ALL))?,
        course: of.read("course", |word| word.one_of(&COURSES))?,
        shown: of.read("shown", |word| word.one_of(Goal::ALL))?,
        gives_way: of.read("gives_way", |word| word.one_of(&Case::ALL))?,
    })
}

fn sector(row: &Value) -> Read<SavedSector> {
    Ok(SavedSector {
        origin: row.read("origin", Value::whole_number)?,
        name: name(row.needed("name")?)?,
        measure: row.needed("measure")?.one_of(Measure::ALL)?,
        a: row.read("a", figure)?,
        b: row.read("b", figure)?,
        weight: row.read("weight", figure)?,
        growth_a: row.read("growth_a", figure)?,
        growth_b: row.read("growth_b", figure)?,
        stated: row.read("stated", |word| {
            word.one_of(&[Direction::Discount, Direction::Premium])
        })?,
    })
}

fn catalyst(row: &Value) -> Read<SavedCatalyst> {
    Ok(SavedCatalyst {
        origin: row.read("origin", Value::whole_number)?,
        name: name(row.needed("name")?)?,
        date: row.read("date", figure)?,
        years: row.read("years", figure)?,
        probability: row.read("probability", figure)?,
        closes_if: row.read("closes_if", figure)?,
        closes_if_not: row.read("closes_if_not", figure)?,
    })
}

fn name(value: &Value) -> Read<Name> {
    let [(form, content)] = value.map()? else {
        return Err(value.fault(Fault::Unexpected));
    };
    match &**form {
        "known" => Ok(Name::Known(known(content)?)),
        "own" => Ok(Name::Own(content.words()?.to_owned())),
        _ => Err(value.fault(Fault::UnknownWord(form.to_string()))),
    }
}

fn known(value: &Value) -> Read<Known> {
    let Ok(items) = value.map() else {
        return value.one_of(&Known::PLAIN);
    };
    let [(form, content)] = items else {
        return Err(value.fault(Fault::Unexpected));
    };
    match &**form {
        "measure" => Ok(Known::Measure(content.one_of(Measure::ALL)?)),
        "industry" => match u8::try_from(content.whole_number()?) {
            Ok(line) => Ok(Known::Industry(line)),
            Err(_) => Err(content.fault(Fault::Unexpected)),
        },
        _ => Err(value.fault(Fault::UnknownWord(form.to_string()))),
    }
}
