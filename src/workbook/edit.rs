//! The ways in which a reader changes a workbook.

use super::{
    Case, Catalyst, Claim, ClaimKind, Column, Exit, Field, Figure, Goal, MAX_CATALYSTS, MAX_NAME,
    MAX_SECTORS, Market, Measure, Name, NewSector, Place, Preset, ReachUnknown, Regressed, RowId,
    ScaleUnknown, Section, Sector, WhatIf, Workbook, preset::new_sector,
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

/// One change to a workbook.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// A figure typed, or taken out.
    Figure(Place, Option<Figure>),
    /// An option picked.
    Choose(Choice),
    /// A market renamed.
    MarketName(Market, Name),
    /// A sector renamed.
    SectorName(RowId, Name),
    /// A sector's multiples put on another measure.
    SectorMeasure(RowId, Measure),
    /// Another direction stated of a sector's gap.
    SectorStated(RowId, Option<Direction>),
    /// A row added below the others.
    AddSector,
    /// Rows put into the table at once: in the place of those that are there,
    /// or below them.
    PutSectors {
        /// The rows, in their order.
        rows: Vec<NewSector>,
        /// Whether they take the place of all others.
        replace: bool,
    },
    /// A row taken out.
    RemoveSector(RowId),
    /// A row exchanged with the one above it.
    RaiseSector(RowId),
    /// A row exchanged with the one below it.
    LowerSector(RowId),
    /// A catalyst renamed.
    CatalystName(RowId, Name),
    /// A catalyst added below the others.
    AddCatalyst,
    /// A catalyst taken out.
    RemoveCatalyst(RowId),
    /// A figure brought back to the preset's.
    Reset(Place),
    /// A section brought back to the preset's.
    ResetSection(Section),
    /// Another preset, or the present one from its start.
    Load(Preset),
    /// Another workbook, as a file has it.
    Open(Box<Workbook>),
}

/// An option of one of the workbook's lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The relation that the claim check tests.
    ClaimKind(ClaimKind),
    /// The figure of the claim that is solved for.
    ClaimUnknown(Option<Quantity>),
    /// What the explanation of the gap is solved for.
    WhyUnknown(explained::Unknown),
    /// Which figure of a market follows from its required return, which is then
    /// solved for.
    WhyFollows(Market, Ingredient),
    /// What is regressed across industries.
    Regressed(Regressed),
    /// How the past move is split.
    SplitMethod(Method),
    /// What the re-rating equation is solved for.
    Unknown(Unknown),
    /// How the multiple moves as the gap closes.
    ClosureRule(Closing),
    /// How the return to reach is stated.
    Goal(Goal),
    /// What the spending and its value are solved for.
    ScaleUnknown(ScaleUnknown),
    /// What the halving of a gap is solved for.
    HalvingUnknown(HalvingUnknown),
    /// What is solved for of a threshold and its time.
    ReachUnknown(ReachUnknown),
    /// How the gap closes.
    Course(Course),
    /// Which return the grid and the tornado show.
    Shown(Goal),
    /// Which case's probability is what the others leave.
    GivesWay(Case),
}

/// Why an edit was refused. The workbook is as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The figure lies outside its field's limits.
    OutOfLimits,
    /// The name has more characters than a name may have.
    NameTooLong,
    /// The table of sectors is full.
    TooManySectors,
    /// The list of catalysts is full.
    TooManyCatalysts,
    /// The row is gone.
    NoSuchSector,
    /// The page around the calculator has fixed the figure.
    Locked,
}

/// A field that the reader types into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Typed {
    Figure(Place),
    MarketName(Market),
    SectorName(RowId),
    CatalystName(RowId),
}

impl Edit {
    /// Applies the edit.
    ///
    /// # Errors
    /// The edit is refused as a whole, and the workbook left as it was, where
    /// it would break a limit or names a row that is gone.
    pub fn apply(&self, workbook: &mut Workbook) -> Result<(), Refused> {
        match self {
            Self::Figure(place, figure) => {
                workbook.write(*place, *figure)?;
                if let Place::Field(field) = place {
                    workbook.claim.typed(*field);
                    workbook.what_if.typed(*field);
                    workbook.scale.typed(*field);
                    workbook.catching_up.typed(*field);
                    workbook.why.typed(*field);
                }
            }
            Self::Choose(choice) => choice.apply(workbook),
            Self::MarketName(market, name) => {
                let name = checked(name)?;
                match market {
                    Market::A => workbook.markets.a = name,
                    Market::B => workbook.markets.b = name,
                }
            }
            Self::SectorName(id, name) => {
                let name = checked(name)?;
                workbook.row(*id)?.name = name;
            }
            Self::SectorMeasure(id, measure) => workbook.row(*id)?.measure = *measure,
            Self::SectorStated(id, stated) => workbook.row(*id)?.stated = *stated,
            Self::AddSector => {
                if workbook.sectors.len() >= MAX_SECTORS {
                    return Err(Refused::TooManySectors);
                }
                let id = workbook.next_row();
                workbook.sectors.push(new_sector(id));
            }
            Self::PutSectors { rows, replace } => workbook.put_sectors(rows, *replace)?,
            Self::RemoveSector(id) => {
                workbook.row(*id)?;
                workbook.sectors.retain(|row| row.id != *id);
            }
            Self::RaiseSector(id) => {
                let index = workbook.index(*id)?;
                if let Some(above) = index.checked_sub(1) {
                    workbook.sectors.swap(above, index);
                }
            }
            Self::LowerSector(id) => {
                let index = workbook.index(*id)?;
                if index + 1 < workbook.sectors.len() {
                    workbook.sectors.swap(index, index + 1);
                }
            }
            Self::CatalystName(id, name) => {
                let name = checked(name)?;
                workbook.catalyst_row(*id)?.name = name;
            }
            Self::AddCatalyst => {
                let rows = &mut workbook.what_if.catalysts;
                if rows.len() >= MAX_CATALYSTS {
                    return Err(Refused::TooManyCatalysts);
                }
                let last = rows.iter().map(|row| row.id.0).max();
                let id = RowId(last.map_or(0, |id| id.saturating_add(1)));
                rows.push(Catalyst::new(id));
            }
            Self::RemoveCatalyst(id) => {
                workbook.catalyst_row(*id)?;
                workbook.what_if.catalysts.retain(|row| row.id != *id);
            }
            Self::Reset(place) => {
                let given = workbook.given(*place).map(|given| given.figure);
                workbook.write(*place, given)?;
                let start = Workbook::from(workbook.preset);
                workbook.take_role(*place, &start);
            }
            Self::ResetSection(section) => {
                let start = Workbook::from(workbook.preset);
                workbook.take_section(*section, start);
            }
            Self::Load(preset) => *workbook = Workbook::from(*preset),
            Self::Open(other) => workbook.clone_from(other),
        }
        Ok(())
    }

    /// The field that the edit is typed into: edits of one field in a row are
    /// one step to undo.
    pub(super) const fn typed_into(&self) -> Option<Typed> {
        match self {
            Self::Figure(place, _) => Some(Typed::Figure(*place)),
            Self::MarketName(market, _) => Some(Typed::MarketName(*market)),
            Self::SectorName(row, _) => Some(Typed::SectorName(*row)),
            Self::CatalystName(row, _) => Some(Typed::CatalystName(*row)),
            _ => None,
        }
    }
}

impl Choice {
    const fn apply(self, workbook: &mut Workbook) {
        match self {
            Self::ClaimKind(kind) => workbook.claim.kind = kind,
            Self::ClaimUnknown(unknown) => workbook.claim.unknown = unknown,
            Self::WhyUnknown(unknown) => workbook.why.unknown = unknown,
            Self::WhyFollows(market, ingredient) => {
                workbook.why.side_mut(market).follows = ingredient;
                workbook.why.unknown = explained::Unknown::required_return(market);
            }
            Self::Regressed(regressed) => workbook.why.regressed = regressed,
            Self::SplitMethod(method) => workbook.past.method = method,
            Self::Unknown(unknown) => workbook.what_if.unknown = unknown,
            Self::ClosureRule(rule) => workbook.what_if.rule = rule,
            Self::Goal(kind) => workbook.what_if.goal = kind,
            Self::ScaleUnknown(unknown) => workbook.scale.unknown = unknown,
            Self::HalvingUnknown(unknown) => workbook.catching_up.unknown = unknown,
            Self::ReachUnknown(unknown) => workbook.catching_up.reach = unknown,
            Self::Course(course) => workbook.catching_up.course = course,
            Self::Shown(kind) => workbook.what_if.shown = kind,
            Self::GivesWay(case) => workbook.what_if.scenarios.gives_way = case,
        }
    }
}

impl Claim {
    /// A figure that the reader types is not open any longer.
    fn typed(&mut self, field: Field) {
        self.unknown = self
            .unknown
            .filter(|&unknown| Field::of_quantity(unknown) != field);
    }
}

impl WhatIf {
    /// Follows what the reader types: a solved quantity becomes a given one
    /// again; of closure and target the one typed last describes the exit, and
    /// of the returns it is the goal, for which earnings growth is then solved.
    fn typed(&mut self, field: Field) {
        if self.unknown.field() == field && !self.unknown.is_return() {
            self.unknown = Unknown::AnnualReturn;
        }
        match field {
            Field::WhatIfClosure => self.describe_exit(Exit::Closure),
            Field::WhatIfTarget => self.describe_exit(Exit::Target),
            Field::WhatIfTotal => self.aim_for(Goal::Total),
            Field::WhatIfAnnual => self.aim_for(Goal::Annual),
            _ => self.scenarios.typed(field),
        }
    }

    /// Takes what typing into a field has changed, as another has it.
    fn take_role(&mut self, field: Field, from: &Self) {
        let is_return = matches!(field, Field::WhatIfTotal | Field::WhatIfAnnual);
        if from.unknown.field() == field || is_return && from.unknown.is_return() {
            self.unknown = from.unknown;
        }
        match field {
            Field::WhatIfClosure | Field::WhatIfTarget => self.exit = from.exit,
            Field::WhatIfTotal | Field::WhatIfAnnual => self.goal = from.goal,
            _ => self.scenarios.take_role(field, &from.scenarios),
        }
    }

    fn describe_exit(&mut self, exit: Exit) {
        self.exit = exit;
        if self.unknown.is_exit() {
            self.unknown = Unknown::AnnualReturn;
        }
    }

    fn aim_for(&mut self, goal: Goal) {
        self.goal = goal;
        if self.unknown.is_return() {
            self.unknown = Unknown::EarningsGrowth;
        }
    }
}

impl Unknown {
    /// The field in which the solution stands.
    #[must_use]
    pub const fn field(self) -> Field {
        match self {
            Self::TotalReturn => Field::WhatIfTotal,
            Self::AnnualReturn => Field::WhatIfAnnual,
            Self::EarningsGrowth => Field::WhatIfGrowth,
            Self::Closure => Field::WhatIfClosure,
            Self::TargetMultiple => Field::WhatIfTarget,
            Self::Years => Field::WhatIfYears,
            Self::DividendYield => Field::WhatIfDividend,
            Self::Currency => Field::WhatIfCurrency,
            Self::Shares => Field::WhatIfShares,
            Self::Multiple => Field::WhatIfMultiple,
            Self::PeerMultiple => Field::WhatIfPeer,
        }
    }

    /// Whether it is the exit, of which closure and target go together.
    #[must_use]
    pub const fn is_exit(self) -> bool {
        matches!(self, Self::Closure | Self::TargetMultiple)
    }

    /// Whether it is the return, of which total and annual go together.
    #[must_use]
    pub const fn is_return(self) -> bool {
        matches!(self, Self::TotalReturn | Self::AnnualReturn)
    }
}

impl Workbook {
    fn write(&mut self, place: Place, figure: Option<Figure>) -> Result<(), Refused> {
        if figure.is_some_and(|figure| !place.spec().allows(figure)) {
            return Err(Refused::OutOfLimits);
        }
        match place {
            Place::Field(field) => *field.slot(self) = figure,
            Place::Cell(id, column) => *self.row(id)?.slot(column) = figure,
            Place::Catalyst(id, column) => *self.catalyst_row(id)?.slot(column) = figure,
        }
        Ok(())
    }

    /// Takes a figure as another workbook has it; nothing where that has no such
    /// row.
    pub fn take_figure(&mut self, place: Place, from: &Self) {
        if from.has(place) {
            let taken = self.write(place, place.read(from));
            debug_assert_eq!(taken, Ok(()));
            self.take_role(place, from);
        }
    }

    /// Takes what typing into a field has changed besides its figure: it is
    /// solved for again where another workbook solves for it, and describes the
    /// exit or states the goal only where it does so there.
    fn take_role(&mut self, place: Place, from: &Self) {
        let Place::Field(field) = place else { return };
        self.what_if.take_role(field, &from.what_if);
        if from.scale.unknown.field() == field {
            self.scale.unknown = from.scale.unknown;
        }
        if from.catching_up.unknown.field() == field {
            self.catching_up.unknown = from.catching_up.unknown;
        }
        if from.catching_up.reach.field() == field {
            self.catching_up.reach = from.catching_up.reach;
        }
        if from.why.unknown.field() == field {
            self.why.unknown = from.why.unknown;
        }
    }

    /// Takes a section as another workbook has it.
    pub fn take_section(&mut self, section: Section, from: Self) {
        let Self {
            claim,
            sectors,
            why,
            past,
            what_if,
            scale,
            catching_up,
            markets: _,
            preset: _,
        } = from;
        match section {
            Section::Claim => self.claim = claim,
            Section::Sectors => self.sectors = sectors,
            Section::Why => self.why = why,
            Section::Past => self.past = past,
            Section::WhatIf => self.what_if = what_if,
            Section::Scale => self.scale = scale,
            Section::CatchingUp => self.catching_up = catching_up,
        }
    }

    fn put_sectors(&mut self, rows: &[NewSector], replace: bool) -> Result<(), Refused> {
        let kept = if replace { 0 } else { self.sectors.len() };
        if rows.len() > MAX_SECTORS.saturating_sub(kept) {
            return Err(Refused::TooManySectors);
        }
        let RowId(first) = self.next_row();
        let made: Vec<Sector> = (first..)
            .zip(rows)
            .map(|(id, row)| row.in_table(RowId(id)))
            .collect::<Result<_, _>>()?;
        self.sectors.truncate(kept);
        self.sectors.extend(made);
        Ok(())
    }

    fn index(&self, id: RowId) -> Result<usize, Refused> {
        self.sectors
            .iter()
            .position(|row| row.id == id)
            .ok_or(Refused::NoSuchSector)
    }

    fn row(&mut self, id: RowId) -> Result<&mut Sector, Refused> {
        self.sectors
            .iter_mut()
            .find(|row| row.id == id)
            .ok_or(Refused::NoSuchSector)
    }

    fn catalyst_row(&mut self, id: RowId) -> Result<&mut Catalyst, Refused> {
        let rows = &mut self.what_if.catalysts;
        rows.iter_mut()
            .find(|row| row.id == id)
            .ok_or(Refused::NoSuchSector)
    }

    fn next_row(&self) -> RowId {
        let last = self.sectors.iter().map(|row| row.id.0).max();
        RowId(last.map_or(0, |id| id.saturating_add(1)))
    }
}

impl NewSector {
    /// The row under its name in the workbook.
    fn in_table(&self, id: RowId) -> Result<Sector, Refused> {
        let start = new_sector(id);
        let row = Sector {
            name: checked(&self.name)?,
            measure: self.measure.unwrap_or(start.measure),
            a: self.a,
            b: self.b,
            weight: self.weight.or(start.weight),
            growth_a: self.growth_a,
            growth_b: self.growth_b,
            stated: self.stated,
            ..start
        };
        let within = Column::ALL.iter().all(|&column| {
            let figure = row.read(column);
            figure.is_none_or(|figure| Place::Cell(id, column).spec().allows(figure))
        });
        if within {
            Ok(row)
        } else {
            Err(Refused::OutOfLimits)
        }
    }
}

/// A name within its limit, without the white space around it.
fn checked(name: &Name) -> Result<Name, Refused> {
    match name {
        Name::Own(own) if own.chars().nth(MAX_NAME).is_some() => Err(Refused::NameTooLong),
        name => Ok(name.clone()),
    }
}
