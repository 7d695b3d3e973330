//! The form in which a workbook leaves the page and comes back: the preset and
//! what differs from it.

use std::fmt;

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{MapAccess, Visitor},
};

use super::{
    Case, Catalyst, CatalystColumn, ClaimKind, Column, DAYS_A_YEAR, Edit, Exit, Field, Figure,
    Goal, Industry, MAX_CATALYSTS, MAX_NAME, MAX_SECTORS, Market, Measure, Name, Place, Preset,
    ReachUnknown, Regressed, RowId, ScaleUnknown, Sector, Workbook,
};
use crate::valuation::{
    attribution::Method,
    claim::Quantity,
    convergence::{Course, HalvingUnknown},
    cost_of_equity::Ingredient,
    explained,
    gap::{Closing, Direction},
    solve::Unknown,
};

/// The version that this code writes. It reads every version up to it.
pub const VERSION: u32 = 1;

/// A workbook as it is written down.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Saved {
    /// The version of the form.
    pub version: u32,
    /// The key of the preset that the rest is a change of.
    pub preset: String,
    /// The two industries of the preset of industries, by name.
    #[serde(default)]
    pub industries: Option<(String, String)>,
    /// The markets' names, where the reader has changed one.
    #[serde(default)]
    pub markets: Option<(Name, Name)>,
    /// The figures that differ, by their fields' keys; null takes one out.
    #[serde(default)]
    pub figures: SavedFigures,
    /// The options picked.
    #[serde(default)]
    pub choices: SavedChoices,
    /// All rows of sectors, where any differs.
    #[serde(default)]
    pub sectors: Option<Vec<SavedSector>>,
    /// All catalysts, where any differs.
    #[serde(default)]
    pub catalysts: Option<Vec<SavedCatalyst>>,
}

/// Figures by their fields' keys, written as a map.
///
/// A list in memory: it is built and read once, in order, and a tree for that
/// costs the page more bytes than all of its keys.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SavedFigures(pub Vec<(String, Option<Figure>)>);

impl Serialize for SavedFigures {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, figure)| (key, figure)))
    }
}

impl<'de> Deserialize<'de> for SavedFigures {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Pairs;

        impl<'de> Visitor<'de> for Pairs {
            type Value = SavedFigures;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("figures by their keys")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Self::Value, M::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(SavedFigures(pairs))
            }
        }

        deserializer.deserialize_map(Pairs)
    }
}

/// The options of a workbook; one left out is the preset's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "each is named as the choice that it holds")]
pub struct SavedChoices {
    #[serde(default)]
    pub claim_kind: Option<ClaimKind>,
    #[serde(default)]
    pub claim_unknown: Option<Quantity>,
    #[serde(default)]
    pub why_unknown: Option<explained::Unknown>,
    #[serde(default)]
    pub follows_a: Option<Ingredient>,
    #[serde(default)]
    pub follows_b: Option<Ingredient>,
    #[serde(default)]
    pub regressed: Option<Regressed>,
    #[serde(default)]
    pub split_method: Option<Method>,
    #[serde(default)]
    pub unknown: Option<Unknown>,
    #[serde(default)]
    pub exit: Option<Exit>,
    #[serde(default)]
    pub closure_rule: Option<Closing>,
    #[serde(default)]
    pub goal: Option<Goal>,
    #[serde(default)]
    pub capex_unknown: Option<ScaleUnknown>,
    #[serde(default)]
    pub halving_unknown: Option<HalvingUnknown>,
    #[serde(default)]
    pub reach_unknown: Option<ReachUnknown>,
    #[serde(default)]
    pub course: Option<Course>,
    #[serde(default)]
    pub shown: Option<Goal>,
    #[serde(default)]
    pub gives_way: Option<Case>,
}

/// A row of sectors as it is written down.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(
    missing_docs,
    reason = "each is named as the part of a row that it holds"
)]
pub struct SavedSector {
    #[serde(default)]
    pub origin: Option<u32>,
    pub name: Name,
    pub measure: Measure,
    #[serde(default)]
    pub a: Option<Figure>,
    #[serde(default)]
    pub b: Option<Figure>,
    #[serde(default)]
    pub weight: Option<Figure>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub growth_a: Option<Figure>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub growth_b: Option<Figure>,
    pub stated: Option<Direction>,
}

/// A catalyst as it is written down.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(
    missing_docs,
    reason = "each is named as the part of a row that it holds"
)]
pub struct SavedCatalyst {
    #[serde(default)]
    pub origin: Option<u32>,
    pub name: Name,
    #[serde(default)]
    pub date: Option<Figure>,
    /// When it is due in years from 14 January 2026, as files had it before they
    /// had dates.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub years: Option<Figure>,
    #[serde(default)]
    pub probability: Option<Figure>,
    #[serde(default)]
    pub closes_if: Option<Figure>,
    #[serde(default)]
    pub closes_if_not: Option<Figure>,
}

/// Why a saved workbook cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SavedError {
    /// It was written by a newer Rerate.
    Newer,
    /// It starts from a preset, or an industry, that is not known.
    UnknownPreset,
    /// It has a figure for a field that is not known.
    UnknownField(String),
    /// A figure lies outside its field's limits.
    OutOfLimits(String),
    /// A name is too long.
    NameTooLong,
    /// It has more sectors than the table takes.
    TooManySectors,
    /// It has more catalysts than the list takes.
    TooManyCatalysts,
}

impl From<&Workbook> for Saved {
    fn from(workbook: &Workbook) -> Self {
        let start = Workbook::from(workbook.preset);
        let differing = Field::ALL
            .iter()
            .filter(|field| field.read(workbook) != field.read(&start))
            .map(|field| (field.key().to_owned(), field.read(workbook)));
        Self {
            version: VERSION,
            preset: workbook.preset.key().to_owned(),
            industries: match workbook.preset {
                Preset::Industries(a, b) => Some((a.name().to_owned(), b.name().to_owned())),
                _ => None,
            },
            markets: (workbook.markets != start.markets)
                .then(|| (workbook.markets.a.clone(), workbook.markets.b.clone())),
            figures: SavedFigures(differing.collect()),
            choices: SavedChoices {
                claim_kind: Some(workbook.claim.kind),
                claim_unknown: workbook.claim.unknown,
                why_unknown: Some(workbook.why.unknown),
                follows_a: Some(workbook.why.a.follows),
                follows_b: Some(workbook.why.b.follows),
                regressed: Some(workbook.why.regressed),
                split_method: Some(workbook.past.method),
                unknown: Some(workbook.what_if.unknown),
                exit: Some(workbook.what_if.exit),
                closure_rule: Some(workbook.what_if.rule),
                goal: Some(workbook.what_if.goal),
                capex_unknown: Some(workbook.scale.unknown),
                halving_unknown: Some(workbook.catching_up.unknown),
                reach_unknown: Some(workbook.catching_up.reach),
                course: Some(workbook.catching_up.course),
                shown: Some(workbook.what_if.shown),
                gives_way: Some(workbook.what_if.scenarios.gives_way),
            },
            sectors: (workbook.sectors != start.sectors)
                .then(|| workbook.sectors.iter().map(SavedSector::from).collect()),
            catalysts: (workbook.what_if.catalysts != start.what_if.catalysts).then(|| {
                let rows = workbook.what_if.catalysts.iter();
                rows.map(SavedCatalyst::from).collect()
            }),
        }
    }
}

impl From<&Sector> for SavedSector {
    fn from(row: &Sector) -> Self {
        Self {
            origin: row.origin,
            name: row.name.clone(),
            measure: row.measure,
            a: row.a,
            b: row.b,
            weight: row.weight,
            growth_a: row.growth_a,
            growth_b: row.growth_b,
            stated: row.stated,
        }
    }
}

impl From<&Catalyst> for SavedCatalyst {
    fn from(row: &Catalyst) -> Self {
        Self {
            origin: row.origin,
            name: row.name.clone(),
            date: row.date,
            years: None,
            probability: row.probability,
            closes_if: row.closes_if,
            closes_if_not: row.closes_if_not,
        }
    }
}

impl TryFrom<Saved> for Workbook {
    type Error = SavedError;

    /// Builds the workbook that was saved; every limit is checked again.
    fn try_from(saved: Saved) -> Result<Self, SavedError> {
        if saved.version > VERSION {
            return Err(SavedError::Newer);
        }
        let mut workbook = Self::from(saved_preset(&saved)?);
        for (key, figure) in saved.figures.0 {
            let Some(field) = Field::from_key(&key) else {
                return Err(SavedError::UnknownField(key));
            };
            if Edit::Figure(Place::Field(field), figure)
                .apply(&mut workbook)
                .is_err()
            {
                return Err(SavedError::OutOfLimits(key));
            }
        }
        if let Some((a, b)) = saved.markets {
            for (market, name) in [(Market::A, a), (Market::B, b)] {
                Edit::MarketName(market, name)
                    .apply(&mut workbook)
                    .map_err(|_| SavedError::NameTooLong)?;
            }
        }
        if let Some(sectors) = saved.sectors {
            if sectors.len() > MAX_SECTORS {
                return Err(SavedError::TooManySectors);
            }
            workbook.sectors = (0..)
                .zip(sectors)
                .map(|(index, row)| saved_sector(RowId(index), row))
                .collect::<Result<_, _>>()?;
        }
        if let Some(rows) = saved.catalysts {
            if rows.len() > MAX_CATALYSTS {
                return Err(SavedError::TooManyCatalysts);
            }
            workbook.what_if.catalysts = (0..)
                .zip(rows)
                .map(|(index, row)| saved_catalyst(RowId(index), row))
                .collect::<Result<_, _>>()?;
        }
        // The choices come last: a figure typed may change what is solved.
        let SavedChoices {
            claim_kind,
            claim_unknown,
            why_unknown,
            follows_a,
            follows_b,
            regressed,
            split_method,
            unknown,
            exit,
            closure_rule,
            goal,
            capex_unknown,
            halving_unknown,
            reach_unknown,
            course,
            shown,
            gives_way,
        } = saved.choices;
        set(&mut workbook.claim.kind, claim_kind);
        workbook.claim.unknown = claim_unknown;
        set(&mut workbook.why.unknown, why_unknown);
        set(&mut workbook.why.a.follows, follows_a);
        set(&mut workbook.why.b.follows, follows_b);
        set(&mut workbook.why.regressed, regressed);
        set(&mut workbook.past.method, split_method);
        set(&mut workbook.what_if.unknown, unknown);
        set(&mut workbook.what_if.exit, exit);
        set(&mut workbook.what_if.rule, closure_rule);
        set(&mut workbook.what_if.goal, goal);
        set(&mut workbook.scale.unknown, capex_unknown);
        set(&mut workbook.catching_up.unknown, halving_unknown);
        set(&mut workbook.catching_up.reach, reach_unknown);
        set(&mut workbook.catching_up.course, course);
        set(&mut workbook.what_if.shown, shown);
        set(&mut workbook.what_if.scenarios.gives_way, gives_way);
        Ok(workbook)
    }
}

fn set<T>(place: &mut T, saved: Option<T>) {
    if let Some(saved) = saved {
        *place = saved;
    }
}

fn saved_preset(saved: &Saved) -> Result<Preset, SavedError> {
    Ok(match (saved.preset.as_str(), &saved.industries) {
        ("china-us-ai", _) => Preset::ChinaVsUs,
        ("golden-dragon-nasdaq-100", _) => Preset::GoldenDragonVsNasdaq,
        ("blank", _) => Preset::Blank,
        ("us-industries", Some((a, b))) => Preset::Industries(
            Industry::from_name(a).ok_or(SavedError::UnknownPreset)?,
            Industry::from_name(b).ok_or(SavedError::UnknownPreset)?,
        ),
        _ => return Err(SavedError::UnknownPreset),
    })
}

fn saved_sector(id: RowId, row: SavedSector) -> Result<Sector, SavedError> {
    let sector = Sector {
        id,
        origin: row.origin,
        name: row.name,
        measure: row.measure,
        a: row.a,
        b: row.b,
        weight: row.weight,
        growth_a: row.growth_a,
        growth_b: row.growth_b,
        stated: row.stated,
    };
    if matches!(&sector.name, Name::Own(own) if own.chars().nth(MAX_NAME).is_some()) {
        return Err(SavedError::NameTooLong);
    }
    for column in Column::ALL {
        let allowed = |figure| Place::Cell(id, column).spec().allows(figure);
        if sector.read(column).is_some_and(|figure| !allowed(figure)) {
            return Err(SavedError::OutOfLimits(format!("sectors.{}", id.0)));
        }
    }
    Ok(sector)
}

/// The day so many years after the one from which time was always counted,
/// rounded down: what was due at the end still is.
fn date_after(years: Figure) -> Figure {
    let from = Preset::Blank.given(Field::WhatIfFrom);
    let from = from.map_or(0.0, |given| given.figure.value);
    Figure {
        value: (from + years.value * DAYS_A_YEAR).floor(),
        half_unit: 0.5,
    }
}

fn saved_catalyst(id: RowId, row: SavedCatalyst) -> Result<Catalyst, SavedError> {
    let row = Catalyst {
        id,
        origin: row.origin,
        name: row.name,
        date: row.date.or_else(|| row.years.map(date_after)),
        probability: row.probability,
        closes_if: row.closes_if,
        closes_if_not: row.closes_if_not,
    };
    if matches!(&row.name, Name::Own(own) if own.chars().nth(MAX_NAME).is_some()) {
        return Err(SavedError::NameTooLong);
    }
    for column in CatalystColumn::ALL {
        let spec = Place::Catalyst(id, column).spec();
        if row.read(column).is_some_and(|figure| !spec.allows(figure)) {
            return Err(SavedError::OutOfLimits(
                ["catalysts.", &id.0.to_string()].concat(),
            ));
        }
    }
    Ok(row)
}
