//! The sections below the first view, and what is folded away, in English.

use crate::{
    text::Phrase,
    valuation::{
        attribution::{Driver, Method},
        convergence::Course,
        gap::Closing,
    },
    workbook::{Case, Regressor, Section},
};

pub(in crate::text) use super::keeping::keeping;

pub(in crate::text) const fn phrase(phrase: Phrase) -> &'static str {
    match phrase {
        Phrase::ToldQuotient => "Here: {0} ÷ {1} = {2}.",
        Phrase::ToldChange => "Here: {0} ÷ {1} = {2}, and {2} + {0} = {3}.",
        Phrase::ToldGap => "{0}: {1} ÷ {2} − 1 = {3}; {2} ÷ {1} − 1 = {4}; ln({1} ÷ {2}) = {5}.",
        Phrase::ToldSources => {
            "{0}: growth = {1} × {2} ÷ ({3} × {4} − {1} × {2}) = {5}; re-rating = {3} ÷ {6} − 1 = {7}."
        }
        Phrase::GrowthTitle => "Allow for growth",
        Phrase::GrowthHint => {
            "Growth a year of what the multiple divides by: earnings, EBITDA, sales or book value. Each multiple is divided by its growth in percent, as in a PEG; a PEG itself stays as it is. A rule of thumb: no such ratio is fair at every growth and risk."
        }
        Phrase::GrowthNone => {
            "Type the growth expected of both markets to see how much of a gap is left once growth is allowed for."
        }
        Phrase::InDollars => {
            "Amounts of the article are in US dollars; any other currency will do, if it is one."
        }
        Phrase::GrowthTold => {
            "Over the rows that can be adjusted ({0} of {1}), the gap is {2}; allowing for growth, it is {3}."
        }
        Phrase::GapsTitle => "The gap of each sector",
        Phrase::GapsSay => {
            "On a logarithmic scale around parity, so that a discount and the premium that undoes it are equally long."
        }
        Phrase::GrowthOf => "{0}: growth",
        Phrase::GrowthOfRow => "{1}: growth in {0}",
        Phrase::AfterGrowth => "After growth",
        Phrase::ShowTable => "Show as table",
        Phrase::ShowChart => "Show as chart",
        Phrase::SaveSvg => "Save as SVG",
        Phrase::SavePng => "Save as PNG",
        Phrase::WhyAnswer => {
            "{0} against {1}: it trades at {2}; growth, profitability and risk warrant {3}; {4} is left unexplained."
        }
        Phrase::WhyAnswerAll => {
            "{0} against {1}: it trades at {2}, and growth, profitability and risk warrant just that."
        }
        Phrase::DiscountOf => "a discount of {0}",
        Phrase::PremiumOf => "a premium of {0}",
        Phrase::ParityOf => "parity",
        Phrase::WhySolvedAll => {
            "If growth, profitability and risk are to explain all of the gap between {0} and {1}, this has to hold: {2} = {3}."
        }
        Phrase::WhySolved => {
            "If {4} is to be left unexplained between {0} and {1}, this has to hold: {2} = {3}."
        }
        Phrase::WhyAlso => "A greater value solves it as well.",
        Phrase::WhyFollows => "With its other parts as they are, that means: {0} = {1}.",
        Phrase::WhyReach => {
            "Whatever value {0} takes, the figures warrant no less than {1} and no more than {2}, while {3} is asked for: another figure has to change too."
        }
        Phrase::WhyGrowthAboveReturn => {
            "{0}: growth of {1} is above the return on equity of {2}, and would take more than all earnings. With growth of at most {2}, or a return on equity of at least {1}, there is a warranted multiple."
        }
        Phrase::WhyGrowthNotBelowRequired => {
            "{0}: growth of {1} after the first years is not below the required return of {2}, so that the price would be infinite. It takes less growth, or a higher required return."
        }
        Phrase::WhyNotDivided => {
            "What is warranted cannot be divided into growth, profitability and risk, because one side’s figures together with the other’s warrant no multiple. {0}"
        }
        Phrase::WhyInputs => "What each side’s multiple rests on",
        Phrase::WhyWarranted => "Warranted P/E",
        Phrase::WhyAgainstWarranted => "Market against warranted",
        Phrase::WhyChart => "What the gap is made of",
        Phrase::WhyChartSays => {
            "From the multiple of {0} to that of {1}, on a logarithmic scale: equal lengths are equal percentages."
        }
        Phrase::PartGrowth => "Growth",
        Phrase::PartProfitability => "Profitability",
        Phrase::PartRisk => "Risk",
        Phrase::PartUnexplained => "Unexplained",
        Phrase::Raises => "raises it {0}",
        Phrase::Lowers => "lowers it {0}",
        Phrase::LogPoints => "Log points",
        Phrase::InPercent => "In percent",
        Phrase::WholeGap => "Gap",
        Phrase::RegressionTitle => "Across US industries",
        Phrase::RegressionSays => {
            "Across {0} US industries, {1}, expected growth and beta explain {2} of the variation in {3}."
        }
        Phrase::RegressionNote => {
            "It is a cross-section of the industries of one market in January 2026, not of the two markets above: it says what that market paid for profit, growth and risk. A coefficient is what the multiple rises by when the figure rises by 1; of a figure in percent, 1 is 100 percentage points."
        }
        Phrase::Regressed => "Multiple to explain",
        Phrase::Coefficient => "Coefficient",
        Phrase::StandardError => "Standard error",
        Phrase::TValue => "t value",
        Phrase::Intercept => "Intercept",
        Phrase::RegressionFit => "{0} industries; R² {1}, adjusted {2}; condition number {3}.",
        Phrase::RegressionIll => {
            "The explaining figures repeat one another: from a condition number of 30 on, single coefficients mean little."
        }
        Phrase::RegressionStands => "{0}: {1}; these figures go with {2}, so {3} is left.",
        Phrase::RegressionWithout => "{0}: {1}",
        Phrase::Scatter => "Each industry beside the line",
        Phrase::ScatterSays => {
            "From left to right: the multiple that an industry’s figures go with. Upwards: the multiple at which it trades. Above the line it is dearer than its figures, below it cheaper."
        }
        Phrase::ScatterShown => "trades at",
        Phrase::ScatterFitted => "its figures go with",
        Phrase::ScatterTable => "The five furthest above the line, and the five furthest below",
        Phrase::MultipleShown => "Trades at",
        Phrase::MultipleFitted => "Goes with",
        Phrase::AboveLine => "Above or below",
        Phrase::LeftOut => "Industries left out",
        Phrase::LeftOutMissing => "Without one of the figures ({0}): {1}.",
        Phrase::LeftOutUnprofitable => {
            "With no profit on the whole, so that the multiple is that of the few companies with one ({0}): {1}."
        }
        Phrase::WhyMethodRequired => "{0}: required return = {1} + {2} × {3} + {4} × {5} = {6}.",
        Phrase::WhyMethodSide => {
            "{0}: [(1 − {1} ÷ {2}) × (1 + {1}) ÷ ({3} − {1}) × (1 − ((1 + {1}) ÷ (1 + {3}))^{4}) + (1 − {5} ÷ {2}) × ((1 + {1}) ÷ (1 + {3}))^{4} × (1 + {5}) ÷ ({3} − {5})] ÷ (1 + {1}) = {6}."
        }
        Phrase::WhyMethodParts => {
            "ln({0} ÷ {1}) = {2}: growth {3}, profitability {4}, risk {5}, unexplained {6}."
        }
        Phrase::PastMove => "{0}: {1}, of which {2} is re-rating and {3} earnings.",
        Phrase::PastMoveRest => {
            "{0}: {1} to a holder, of which {2} is re-rating, {3} earnings, and {4} share count, dividends and currency."
        }
        Phrase::MoveOf => "{0}, {1}",
        Phrase::PastInputs => "What the report prints, and what else moved",
        Phrase::PastSplit => "What each driver contributed",
        Phrase::OfMarket => "{0}, {1}",
        Phrase::SplitMethod => "Way to split",
        Phrase::Driver => "Driver",
        Phrase::DriverChange => "Change",
        Phrase::DriverPart => "Part",
        Phrase::DriverShare => "Share",
        Phrase::Interaction => "Interaction",
        Phrase::Whole => "Return to a holder",
        Phrase::WhatIfAnswer => {
            "If earnings {0} a year and the multiple goes from {1} to {2}, {3} returns {4} in {5}: {6} a year."
        }
        Phrase::WhatIfAnswerStill => {
            "If earnings {0} a year and the multiple stays at {1}, {3} returns {4} in {5}: {6} a year."
        }
        Phrase::EarningsGrow => "grow by {0}",
        Phrase::EarningsFall => "fall by {0}",
        Phrase::WhatIfSolvedAnnual => {
            "For a return of {0} a year from {1}, this has to hold: {2} of {3}."
        }
        Phrase::WhatIfSolvedTotal => {
            "For a total return of {0} from {1}, this has to hold: {2} of {3}."
        }
        Phrase::WhatIfYearsAnnual => "{1} returns {0} a year over {3}.",
        Phrase::WhatIfYearsTotal => "{1} returns {0} in all over {3}.",
        Phrase::WhatIfLaterToo => "A later horizon solves it as well.",
        Phrase::WhatIfNoLess => {
            "Whatever “{0}” is, “{1}” is {2} or more, while {3} is asked for: another figure has to change too."
        }
        Phrase::WhatIfNoMore => {
            "Whatever “{0}” is, “{1}” is {2} or less, while {3} is asked for: another figure has to change too."
        }
        Phrase::SolveHint => {
            "Type any of these. The one marked “solved” is worked out from the others; press Solve to choose another."
        }
        Phrase::StillMissing => "Still missing: {0}.",
        Phrase::ClosureRule => "What shrinks in even steps as the gap closes",
        Phrase::Waterfall => "What the return is made of",
        Phrase::WaterfallSays => {
            "The logarithmic split, in percent of the value at the start; together the parts make {0}."
        }
        Phrase::TotalReturn => "Total return",
        Phrase::ScaleAnswer => {
            "{0} makes up {3} of the value of its listed peers worldwide and spends {2} of what {1} does: prices imply a return on its spending of {4} of theirs."
        }
        Phrase::ScaleAnswerPrivate => {
            "{0} makes up {3} of the value of its listed peers worldwide, or {5} with private firms, and spends {2} of what {1} does: prices imply a return on its spending of {4} of theirs."
        }
        Phrase::ScaleShareSolved => {
            "If {0} earned {2} of the return that {1} earns on its spending, it would be worth {3} of all global peers."
        }
        Phrase::ScaleCapexSolved => {
            "To be worth its share at {2} of the return that {1} earns on its spending, {0} would have to spend {3}."
        }
        Phrase::ScalePeerCapexSolved => {
            "If {0} earned {2} of the return that {1} earns on its spending, its share would hold if {1} spent {3}."
        }
        Phrase::ScaleMultipleSolved => {
            "At {2} of the return that {1} earns on its spending, the share of {0} takes a multiple of {3}."
        }
        Phrase::ScalePeerMultipleSolved => {
            "If {0} earned {2} of the return that {1} earns on its spending, its share would hold if {1} traded at {3}."
        }
        Phrase::ScaleTold => {
            "Here: {0} of value = {1} of capex × {2} of the return × {3} of the multiple."
        }
        Phrase::ScaleToldPrivate => "Private firms: {0} × ({1} ÷ {2} + {3}) − {1} = {4}.",
        Phrase::ScaleShares => "What the two shares say of private firms",
        Phrase::ScaleSpending => "Spending against value",
        Phrase::AllListed => "Value of all listed peers",
        Phrase::PrivateValue => "Value of its private firms",
        Phrase::PrivateShare => "Their share of all private peers",
        Phrase::ValueRatio => "Value",
        Phrase::CapexRatio => "Capital expenditure",
        Phrase::ValuePerCapex => "Value per unit spent",
        Phrase::ImpliedReturn => "Return on spending that prices imply",
        Phrase::ParityReturn => "Return that would justify the peer’s value per unit spent",
        Phrase::EqualReturn => "Return that would justify a value as large as the peer’s",
        Phrase::ReturnToAdd => {
            "For its spending to be worth as much as the peer’s, unit for unit, it would have to earn another {0} of the amount spent, every year."
        }
        Phrase::WorthMore => {
            "Unit for unit its spending is worth as much as the peer’s, or more, already."
        }
        Phrase::OfPeer => "In percent of the peer’s",
        Phrase::ScaleCaution => {
            "The share counts all peers worldwide, the spending only the two markets’ large cloud companies: read the comparison as a rough one."
        }
        Phrase::SpendingByYear => "Capital expenditure by year",
        Phrase::SpendingSays => {
            "The {6} companies together, in US dollars: {0} in {1}, {2} in {3} and, by guidance, {4} in {5}. Calendar approximations from public filings and guidance; the report’s own sum, above, counts otherwise."
        }
        Phrase::Guidance => "{0}, guidance",
        Phrase::Company => "Company",
        Phrase::Together => "Together",
        Phrase::CatchingUpHalves => {
            "The gap went from {0} to {1} in {2}: at that pace it halves every {3}, and is at {4} in {5}."
        }
        Phrase::CatchingUpLinear => {
            "The gap went from {0} to {1} in {2}: in a straight line it is at {4} in {5}."
        }
        Phrase::CatchingUpPace => {
            "The gap went from {0} to {1} in {2}: at that pace it halves every {3}."
        }
        Phrase::CatchingUpClosesLinear => {
            "The gap went from {0} to {1} in {2}: in a straight line half of it is gone in {3}."
        }
        Phrase::CatchingUpThere => {
            "The gap went from {0} to {1} in {2}, and so is no more than {3} already."
        }
        Phrase::CatchingUpSolved => "For the gap to halve every {0}, this has to hold: {1} of {2}.",
        Phrase::Diverging => {
            "The gap widened from {0} to {1} in {2}: it is diverging, and has no half-life."
        }
        Phrase::Crossed => {
            "The gap went from {0} to {1} in {2}: the sides have crossed, and no half-life is left."
        }
        Phrase::CatchingUpTold => "Here: half-life = {2} × ln 2 ÷ ln({0} ÷ {1}) = {3}.",
        Phrase::CatchingUpToldExponential => {
            "Exponentially to {3}: {2} × ln({1} ÷ {3}) ÷ ln({0} ÷ {1}) = {4}."
        }
        Phrase::CatchingUpToldLinear => {
            "In a straight line to {3}: {2} × ({1} − {3}) ÷ ({0} − {1}) = {4}."
        }
        Phrase::CourseLegend => "From now on, the gap closes",
        Phrase::CurveThrough => {
            "The curves run through the gap before and the gap now; the earlier gap is shown beside them and does not bend them."
        }
        Phrase::PaceDiscount => {
            "A thought, not a forecast: if the discount of {0} between the multiples in “What if” closed at the same pace, half of it would be gone in {1}."
        }
        Phrase::PacePremium => {
            "A thought, not a forecast: if the premium of {0} between the multiples in “What if” closed at the same pace, half of it would be gone in {1}."
        }
        Phrase::PaceThreshold => "It would be down to {0} in {1}.",
        Phrase::CurveTitle => "How the gap closes",
        Phrase::ValuationCurveTitle => "The valuation gap at the same pace",
        Phrase::CurveSays => {
            "Both courses through {0} and {1}: to {2} it takes {3} exponentially, and {4} in a straight line."
        }
        Phrase::CurveSaysLinear => {
            "Both courses through {0} and {1}: in a straight line it is at {2} in {3}; exponentially it never quite gets there."
        }
        Phrase::CurveSaysOpen => {
            "Both courses through {0} and {1}: exponentially it never closes wholly, in a straight line it does."
        }
        Phrase::FromNow => "Time",
        Phrase::Observed => "Observed",
        Phrase::Now => "now",
        Phrase::Ago => "{0} ago",
        Phrase::Ahead => "in {0}",
        Phrase::PointSaid => "{0}, {1}: {2}",
        Phrase::ObservedEarlier => "Observed earlier",
        Phrase::ObservedBefore => "Observed before",
        Phrase::ObservedNow => "Observed now",
        Phrase::HalfLeft => "Half is left",
        Phrase::ThresholdReached => "Threshold reached",
        Phrase::ClosesAs => "{0} {1}",
        Phrase::HalfIn => "half in {0}",
        Phrase::ThresholdLine => "threshold {0}",
        Phrase::GuidanceWord => "guidance",
        Phrase::StraightLine => "linear",
        Phrase::ExponentialCurve => "exponential",
        Phrase::MonthsFromNow => "months from now",
        Phrase::YearsFromNow => "years from now",
        Phrase::ShownReturn => "Return shown below",
        Phrase::GridTitle => "Return by growth and multiple",
        Phrase::GridTold => "Cells with a loss: {0} of {1}. The framed cell is yours.",
        Phrase::GridLine => "Along the line marked 0% nothing is won and nothing lost.",
        Phrase::GridHint => "Arrow keys read it cell by cell, Home returns to yours.",
        Phrase::CellTold => "{0} {1}, {2} {3}: {4} {5}.",
        Phrase::CellNone => "{0} {1}, {2} {3}, {4}: {5}",
        Phrase::TornadoTitle => "What matters most",
        Phrase::TornadoTold => {
            "“{0}” matters most: between {1} and {2} the return is {3} to {4}. Each driver moves alone, by a swing that you can change."
        }
        Phrase::Swings => "Swings, either way",
        Phrase::SwingOf => "{0}: swing either way",
        Phrase::BarTold => "{0}: {1} to {2}",
        Phrase::BarSpoken => "{0}: {1} to {2}, return {3} to {4}",
        Phrase::Low => "Low",
        Phrase::High => "High",
        Phrase::AtLow => "Return at low",
        Phrase::AtHigh => "Return at high",
        Phrase::WayTitle => "Earnings times multiple",
        Phrase::WayTold => {
            "Along each line the price is the same; today’s is 100. By the end earnings per share stand at {0}, the multiple at {1} and the price at {2}."
        }
        Phrase::PriceOf => "price {0}",
        Phrase::Multiple => "Multiple",
        Phrase::EarningsIndex => "Earnings per share, today 100",
        Phrase::PriceIndex => "Price, today 100",
        Phrase::ValueIndex => "With dividends and currency",
        Phrase::Time => "Time",
        Phrase::Today => "today",
        Phrase::WayPoint => "{0}: earnings per share {1}, multiple {2}, price {3}",
        Phrase::BreakEvenTitle => "Where the return is zero",
        Phrase::BreakEvenHint => "Each quantity alone, all else as given above.",
        Phrase::ScenariosTitle => "Bear, base and bull",
        Phrase::ScenariosTold => {
            "Expected return: {0} a year, {1} in all, with a standard deviation of {2}. The chance of reaching {3} a year is {4}, that of a loss {5}."
        }
        Phrase::ScenariosHint => {
            "All else is as above. Yours takes its growth and multiple from above."
        }
        Phrase::Scenario => "Case",
        Phrase::OfCase => "{0}: {1}",
        Phrase::GivesWay => "To keep the probabilities at 100%, this one gives way",
        Phrase::CatalystsTitle => "Catalysts",
        Phrase::CatalystsTold => {
            "By {0} these events are expected to close {1} of the gap, with a standard deviation of {2}, and anything from {3} to {4}. That they close at least the {5} assumed above has a probability of {6}."
        }
        Phrase::CatalystsToldOne => {
            "By {0} this event is expected to close {1} of the gap, with a standard deviation of {2}, and anything from {3} to {4}. That it closes at least the {5} assumed above has a probability of {6}."
        }
        Phrase::CatalystsSure => {
            "By {0}, {1} of the gap closes whatever happens; {5} is assumed above."
        }
        Phrase::CatalystsNone => {
            "No event is left before {0}, so none is expected to close the gap."
        }
        Phrase::CatalystsHint => {
            "Each happens or not, whatever the others do. Time counts from the day below, not from the day on which you read this, so that a saved workbook gives the same results whenever it is opened; a year is 365.25 days. Events after the end do not count. Names and figures are examples to start from."
        }
        Phrase::Catalyst => "Event",
        Phrase::CatalystName => "Name of the event",
        Phrase::DueOn => "Date",
        Phrase::NotADate => "Write a date as 2026-07-15, or a month as 2026-07.",
        Phrase::CountFromToday => "Count from today",
        Phrase::CatalystPast => {
            "An event lies before the day from which time is counted: give it a later date, or take it out."
        }
        Phrase::CatalystIncomplete => {
            "An event has no date, no probability or no effect yet: complete it, or take it out."
        }
        Phrase::Probability => "Probability",
        Phrase::ClosesIf => "Gap closed if it happens",
        Phrase::ClosesIfNot => "Gap closed if not",
        Phrase::AddCatalyst => "Add an event",
        Phrase::ComparisonTitle => "Compare with what you kept",
        Phrase::NothingKept => {
            "Keep the figures of all sections as they stand, go on, and see here what differs."
        }
        Phrase::NothingDiffers => "Nothing differs from what you kept.",
        Phrase::KeptDiffers => "This is what differs, and what comes of both.",
        Phrase::Keep => "Keep for comparison",
        Phrase::ClearKept => "Clear",
        Phrase::Figure => "Figure",
        Phrase::Kept => "Kept",
        Phrase::Present => "Now",
        Phrase::SolvedFor => "{0} – solved for",
        Phrase::FollowsFrom => "Worked out from {0}",
        Phrase::ExitGiven => "Exit given by",
        Phrase::GoalGiven => "Return to reach given as",
        Phrase::OrderOfSectors => "Order of the sectors",
        Phrase::ToldWhatIf => {
            "With your figures: [({0} ÷ {1})^{2} × {3} ÷ {4} + {5} × {2}] × {6}^{2} − 1 = {7}; {8}^(1 ÷ {2}) − 1 = {9}."
        }
        Phrase::Expected => "Expected",
        Phrase::ExpectedReturn => "Expected annual return",
        Phrase::BearBreakEven => {
            "Probability of bear at which the expected return is zero, the others in proportion"
        }
        Phrase::BullForGoal => {
            "Probability of bull at which the goal is the expected return, the others in proportion"
        }
        Phrase::SourcesLead => {
            "Figures are printed by these publications; a month behind one says that it is more than 180 days old. An example is an assumption of ours to start from, not a figure of any source."
        }
        Phrase::OnPaper => "* an example; † the reader’s own figure",
        Phrase::Undated => "undated",
        Phrase::Published => ". {0}, {1}.",
        Phrase::CopyTable => "Copy table",
        Phrase::Copied => "Copied.",
        Phrase::CopyByHand => {
            "This browser does not let the page copy. Select the text below and copy it."
        }
        Phrase::PasteRows => "Paste rows",
        Phrase::PasteTitle => "Paste rows from a spreadsheet",
        Phrase::PasteHint => {
            "Copy a range from a spreadsheet and paste it here: name, measure if you like, both multiples, then, if you like, weight and both growth rates. At most {0} rows and {1} KB."
        }
        Phrase::PasteText => "Rows",
        Phrase::PasteEmpty => "There are no rows in it.",
        Phrase::PasteTooLong => "This is more than {0} KB of text.",
        Phrase::PasteTooManyRows => "These are more than {0} rows.",
        Phrase::PasteAsk => "In the column “{0}”, read {1} as",
        Phrase::PasteFaults => {
            "Cells that cannot be taken are marked; mend them in the text above."
        }
        Phrase::PasteReplace => "In the place of the present rows",
        Phrase::PasteAdd => "Below the present rows",
        Phrase::PasteWhere => "Where they go",
        Phrase::PasteTake => "Put into the table",
        Phrase::PasteDone => "The rows are in the table. Undo takes them out again.",
        Phrase::Cancel => "Cancel",
        Phrase::NoName => "A name is missing.",
        Phrase::UnknownMeasure => "This measure is not known here.",
        Phrase::DownloadCsv => "Download CSV",
        Phrase::SaveInputs => "Download inputs (JSON)",
        Phrase::OpenFile => "Open a file (JSON, CSV)",
        Phrase::FileOpened => "The file is open. Undo brings back what was there.",
        Phrase::FileTooLarge => "The file is larger than {0} MB. Nothing was changed.",
        Phrase::FileUnreadable => {
            "The file cannot be read as inputs of this page; it may be damaged. Nothing was changed."
        }
        Phrase::FileNewer => {
            "The file was saved by a newer version of this page; reload the page and open it again. Nothing was changed."
        }
        Phrase::FileOutOfLimits => {
            "A figure or a name in the file is beyond the limits of this page. Nothing was changed."
        }
        Phrase::Cite => "Copy a sentence to cite",
        Phrase::Cited => "{0} (Rerate, “{1}”, {2}, {3}; based on: {4})",
        Phrase::CitedExamples => "assumptions chosen as examples",
        Phrase::CitedOwn => "figures of the reader’s own",
        Phrase::Print => "Print",
        Phrase::SavePage => "Save this calculator",
        Phrase::PageSaved => {
            "Saved as one file, with your numbers in it: it opens without a network."
        }
        Phrase::PageNotSaved => {
            "The calculator could not be saved: a part of it is not to be had just now."
        }
        Phrase::Embed => "Embed",
        Phrase::EmbedTitle => "Embed in an article",
        Phrase::EmbedSections => "Sections",
        Phrase::EmbedNoSection => "Without a choice, the whole calculator",
        Phrase::EmbedWidth => "Width",
        Phrase::EmbedFullWidth => "As wide as its place",
        Phrase::EmbedLock => "Readers cannot change the figures",
        Phrase::EmbedPreview => "Preview",
        Phrase::EmbedFrame => "Plain frame, where no script is allowed",
        Phrase::EmbedListener => "Frame that grows with its content",
        Phrase::EmbedElement => "Element with an interface for scripts",
        Phrase::CopySnippet => "Copy",
        Phrase::EmbedTooMuch => {
            "These figures are more than a link can hold, so the embed shows the standard ones."
        }
        Phrase::OpenFull => "Open the full calculator",
    }
}

pub(in crate::text) const fn method(section: Section) -> &'static str {
    match section {
        Section::Claim => {
            "A printed figure stands for an interval: half a unit of its last digit either way, a whole unit if it says “about”. Figures agree if some reading of all of them inside their intervals satisfies end = start + change and change = percent × start (or part = share × whole, or numerator = ratio × denominator) exactly. The values implied are worked out from the printed digits, the ranges from the ends of the intervals. Source: R. E. Moore, Interval Analysis, 1966."
        }
        Section::Sectors => {
            "Premium = multiple ÷ peer’s multiple − 1; below zero it is a discount. To parity = peer’s multiple ÷ multiple − 1: a discount of 40% is a gain of 67% when it closes. Log gap = ln(multiple ÷ peer’s multiple). The total is the weighted mean of the log gaps, read back as a premium: the only mean that turns into its exact inverse when the markets change places, and that can join rows on different measures. Source: P. J. Fleming and J. J. Wallace, “How not to lie with statistics”, Communications of the ACM 29, 1986, for the geometric mean of ratios."
        }
        Section::Why => {
            "Warranted P/E on next year’s earnings = [payout × (1 + g) ÷ (r − g) × (1 − ((1 + g) ÷ (1 + r))^n) + payout after them × ((1 + g) ÷ (1 + r))^n × (1 + g after them) ÷ (r − g after them)] ÷ (1 + g), with growth g in the first n years and required return r. Payout = 1 − growth ÷ return on equity, for growth has to be paid for. Required return = risk-free rate + beta × equity risk premium + lambda × country risk premium. The logarithm of the gap between the two warranted multiples is split by the Shapley value: each figure’s effect, averaged over every order in which one side’s figures can take the place of the other’s. What remains of the gap is unexplained: sentiment, governance, liquidity, accounting, or wrong figures. Source: A. Damodaran, Investment Valuation, chapter 18; L. Shapley, “A value for n-person games”, 1953. The regression is ordinary least squares across the industries of Damodaran’s table, each counting the same."
        }
        Section::Past => {
            "Incremental P/E = change in value ÷ change in earnings. With the change and the P/E at the end it gives the earnings growth: growth = change × P/E ÷ ((1 + change) × incremental P/E − change × P/E), and the re-rating: (1 + change) ÷ (1 + growth) − 1. A holder’s return = [(1 + growth) ÷ (1 + share change) × (1 + re-rating) + dividends] × (1 + currency) − 1. To be split, dividends are a factor: 1 + dividends ÷ price at the end, the start being 1. Every way to split it adds up exactly; they differ in who gets what only the product of drivers explains. Source: the report’s incremental P/E, its formula inferred; B. W. Ang, “LMDI decomposition approach”, Energy Policy 86, 2015, for the logarithmic splits."
        }
        Section::WhatIf => {
            "Total return = [((1 + growth) ÷ (1 + share change))^years × multiple at the end ÷ multiple today + dividend yield × years] × (1 + currency)^years − 1; a year = (1 + total)^(1 ÷ years) − 1. Dividends are paid in cash on today’s price and not reinvested. Closing a share of the gap moves the multiple towards today’s multiple of the peer. The parts of the return are those of the log split, in percent of the value at the start. Source: R. Ibbotson and P. Chen, “Long-run stock returns”, Financial Analysts Journal 59, 2003, for one year."
        }
        Section::Scale => {
            "Value is spending × the return on it × the multiple paid for that return, each here as a ratio to the peer’s; of any three the fourth follows. A share s of all is s ÷ (1 − s) of the others. The private firms are worth what takes the listed share to the share with them: share with them × (listed value ÷ listed share + value of all private peers) − listed value. Equal value for equal spending supposes equal returns: that is the thing to be judged. Both are identities."
        }
        Section::CatchingUp => {
            "Two gaps give a pace. Exponentially, equal times close equal shares of what is left: gap = gap now × 0.5^(time ÷ half-life), with half-life = time between × ln 2 ÷ ln(gap before ÷ gap now); it never closes wholly. In a straight line, equal times close equal amounts. Two points cannot tell the courses apart, so both are drawn; the half-life is that of the exponential one. The months are those of the issues that print the figures. Source: R. J. Barro and X. Sala-i-Martin, “Convergence”, Journal of Political Economy 100, 1992, for the half-life."
        }
    }
}

pub(in crate::text) const fn driver(driver: Driver) -> &'static str {
    match driver {
        Driver::Earnings => "Earnings growth",
        Driver::Rerating => "Re-rating",
        Driver::Shares => "Share count",
        Driver::Dividends => "Dividends",
        Driver::Currency => "Currency",
    }
}

pub(in crate::text) const fn split_method(method: Method) -> &'static str {
    match method {
        Method::Log => "Logarithms",
        Method::Lmdi => "LMDI",
        Method::Shapley => "Shapley",
        Method::Sequential => "One after another",
        Method::FirstOrder => "Each alone",
    }
}

pub(in crate::text) const fn split_method_meaning(method: Method) -> &'static str {
    match method {
        Method::Log => {
            "Parts in log points, hundredths of a natural logarithm, which add up for any number of drivers and years."
        }
        Method::Lmdi => {
            "Logarithmic mean Divisia index: the shares of the logarithms, in percent of the value at the start."
        }
        Method::Shapley => {
            "Each driver’s effect averaged over every order in which the drivers could have moved, in percent of the value at the start."
        }
        Method::Sequential => {
            "Each driver on top of those above it, in the order of the table, in percent of the value at the start."
        }
        Method::FirstOrder => {
            "Each driver as if it alone had moved; what only their product explains stands apart as the interaction."
        }
    }
}

pub(in crate::text) const fn closing(closing: Closing) -> &'static str {
    match closing {
        Closing::Premium => "the premium",
        Closing::LogGap => "the log gap",
    }
}

pub(in crate::text) const fn course(course: Course) -> &'static str {
    match course {
        Course::Exponential => "exponentially",
        Course::Linear => "in a straight line",
    }
}

pub(in crate::text) const fn regressor(regressor: Regressor) -> &'static str {
    match regressor {
        Regressor::Growth => "Expected growth",
        Regressor::ReturnOnEquity => "Return on equity",
        Regressor::NetMargin => "Net margin",
        Regressor::OperatingMargin => "Operating margin",
        Regressor::Beta => "Beta",
    }
}

pub(in crate::text) const fn case(case: Case) -> &'static str {
    match case {
        Case::Bear => "Bear",
        Case::Base => "Base",
        Case::Bull => "Bull",
        Case::Own => "Yours",
    }
}
