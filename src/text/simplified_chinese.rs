//! The page in Simplified Chinese, as the mainland's financial press writes.

pub(super) mod below;
mod keeping;

use super::{Aside, Word, numbers::NumberError};
use crate::{
    valuation::{NotMeaningful, claim::Quantity, gap::Direction},
    workbook::{ClaimKind, Field, Known, Measure, Note, Section},
};

pub(super) const fn word(word: Word) -> &'static str {
    match word {
        Word::Title => "Rerate：估值差距有多大？",
        Word::Description => {
            "两个市场的估值差距有多大，由什么造成，重估又值多少？一个在您浏览器中运行的计算器。"
        }
        Word::Strapline => "两个市场的估值差距有多大，由什么造成，重估又值多少？",
        Word::SkipToContent => "跳至数据",
        Word::Settings => "设置",
        Word::Preset => "初始数据",
        Word::PresetChinaVsUs => "中美AI股",
        Word::PresetGoldenDragon => "中国金龙与纳指100",
        Word::PresetIndustries => "两个美国行业",
        Word::PresetBlank => "空白",
        Word::FirstIndustry => "行业一",
        Word::SecondIndustry => "行业二",
        Word::Undo => "撤销",
        Word::Redo => "重做",
        Word::ResetAll => "全部重置",
        Word::LanguageLabel => "语言",
        Word::LanguageUnfetched => "未能取得该语言的文字，请检查网络连接。",
        Word::Theme => "外观",
        Word::ThemeAuto => "跟随设备",
        Word::ThemeLight => "浅色",
        Word::ThemeDark => "深色",
        Word::Colours => "颜色",
        Word::ColoursNeutral => "蓝与橙",
        Word::ColoursRedUp => "红涨绿跌",
        Word::ColoursGreenUp => "绿涨红跌",
        Word::Contents => "目录",
        Word::Sources => "资料来源",
        Word::NotAdvice => "不构成投资建议。",
        Word::OnYourMachine => {
            "全部在您的设备上计算：无需账户，不用Cookie，您输入的内容不会离开本机。"
        }
        Word::Scriptless => "这里是文章中的数字。要填入您自己的数字，请允许本页运行JavaScript。",
        Word::Stale => "出了问题，这些数字可能已与您的输入不符。正在重新启动……",
        Word::Restarted => "计算器已重新启动。您的输入已恢复，最后一次改动可能缺失。",
        Word::Stopped => "计算器反复出错。您的输入列在下面，请先复制，再重新加载本页。",
        Word::Unavailable => {
            "计算器无法启动，这里的数字不能修改。请重新加载本页，或换用新版浏览器。"
        }
        Word::Inputs => "您的输入",
        Word::Reload => "重新加载本页",
        Word::BelowFailed => "下方各部分未能载入，其中的数字不随输入更新。",
        Word::TryAgain => "重试",
        Word::Example => "示例",
        Word::Dated => "，{0}",
        Word::Yours => "自填",
        Word::Reset => "重置",
        Word::ResetSection => "重置本节",
        Word::OlderThan => "距今已超过180天",
        Word::Method => "计算方法",
        Word::ClaimKind => "核对内容",
        Word::ClaimNothing => "请照原文填入数字：填三个可以核对，填两个可以推算其余。",
        Word::ClaimAgree => "在四舍五入的误差范围内，这些数字彼此相符。",
        Word::ClaimDisagree => "数字对不上：由{0}和{1}推算，{2}应为{3}，而非{4}。",
        Word::ClaimDisagreeOnly => "这些数字彼此对不上。",
        Word::ClaimImplies => "只有两个数字，无从核对；由{0}和{1}推算，{2}为{3}。",
        Word::ClaimSolved => "由{0}和{1}推算，{2}为{3}。",
        Word::Labelled => "{0}：{1}",
        Word::Correction => "{0}：{1}（{2}至{3}）",
        Word::CorrectionAny => "以下任改一处，即可相符",
        Word::CorrectionOne => "只有改这一处，才能相符",
        Word::CorrectionNone => "只改一处，无法相符",
        Word::ImpliedCaption => "数字之间的相互推算",
        Word::Figure => "数字",
        Word::IfRight => "若以此为准",
        Word::WouldBe => "则应为",
        Word::WithinRounding => "舍入范围",
        Word::FromPair => "{0}和{1}",
        Word::RangeTo => "{0}至{1}",
        Word::SectorsNone => "请添加板块，并填入两个市场的估值倍数，即可看到差距。",
        Word::SectorsCount => "{3}个{5}中，{0}相对{1}有{2}个折价、{4}个溢价。",
        Word::SectorsDiscounts => "{3}个{5}中，{0}相对{1}有{2}个折价，没有一个溢价。",
        Word::SectorsPremiums => "{3}个{5}中，{0}相对{1}有{4}个溢价，没有一个折价。",
        Word::SectorsAtParity => "另有{0}个倍数相同。",
        Word::OfSectors => "板块",
        Word::OfMeasures => "指标",
        Word::WidestDiscount => "折价幅度最大的是{0}，达{1}；若完全收敛，可上涨{2}。",
        Word::WidestPremium => "溢价幅度最大的是{0}，达{1}；若回到平价，将下跌{2}。",
        Word::SingleDiscount => "{0}相对{1}折价{2}；若完全收敛，可上涨{3}。",
        Word::SinglePremium => "{0}相对{1}溢价{2}；若回到平价，将下跌{3}。",
        Word::SingleParity => "{0}与{1}的估值倍数相同。",
        Word::Sector => "板块",
        Word::Measure => "指标",
        Word::Premium => "溢价/折价",
        Word::Discount => "折价",
        Word::PremiumWord => "溢价",
        Word::DiscountSide => "折价",
        Word::Parity => "平价",
        Word::PremiumSide => "溢价",
        Word::Upside => "至平价涨幅",
        Word::LogGap => "对数差距",
        Word::Stated => "原文说法",
        Word::Agrees => "数字相符",
        Word::AgreesAsDerived => "其中一项由此推算",
        Word::Disagrees => "数字不符",
        Word::AtParity => "倍数相等",
        Word::Weight => "权重",
        Word::Row => "操作",
        Word::Raise => "上移{0}",
        Word::Lower => "下移{0}",
        Word::Remove => "删除{0}",
        Word::Up => "上移",
        Word::Down => "下移",
        Word::Out => "删除",
        Word::AddSector => "添加板块",
        Word::Total => "全部板块（加权）",
        Word::TotalMeaning => "对数差距的加权平均（仅计有差距的各行）",
        Word::PairsNote => {
            "报告未公开各板块的估值倍数，因此各行的指标与日期不一，仅以一组数据代表所在板块。"
        }
        Word::MeasureNote => {
            "差距是正是负，可能因指标而异：同一板块按营收看可能便宜，按盈利看却偏贵。"
        }
        Word::SectorName => "板块名称",
        Word::MarketName => "市场名称",
        Word::MultipleOf => "{1}：{0}的估值倍数",
        Word::WeightOf => "{0}：权重",
        Word::MeasureOf => "{0}：指标",
        Word::StatedOf => "{0}：原文所说的方向",
        Word::Unsolved => "未能求解。{0}",
        Word::StillUsed => "{0}结果仍按{1}计算。",
        Word::Solve => "求解",
        Word::SolveFor => "求解：{0}",
        Word::Solved => "解出",
        Word::Follows => "推算",
        Word::OutOfLimits => "须在{0}至{1}之间。",
        Word::NameTooLong => "名称最多200个字符。",
        Word::TooManySectors => "表格最多容纳200个板块。",
        Word::NoSuchSector => "这一行已不存在。",
        Word::Locked => "由嵌入本工具的页面设定。",
    }
}

pub(super) const fn aside(aside: Aside) -> &'static str {
    match aside {
        Aside::ReadyOffline => "现在没有网络也能使用。",
        Aside::NewVersion => "计算器有新版本。",
        Aside::ReloadNow => "重新加载",
        Aside::Later => "稍后",
    }
}

pub(super) const fn section(section: Section) -> &'static str {
    match section {
        Section::Claim => "数字对得上吗？",
        Section::Sectors => "各板块的估值差距",
        Section::Why => "为何有此差距？",
        Section::Past => "迄今涨跌从何而来",
        Section::WhatIf => "若估值重估，会怎样？",
        Section::Scale => "体量有多大？",
        Section::CatchingUp => "追赶得有多快？",
    }
}

pub(super) const fn field(field: Field) -> &'static str {
    match field {
        Field::ClaimStart => quantity(Quantity::Start),
        Field::ClaimChange => quantity(Quantity::Change),
        Field::ClaimPercent => quantity(Quantity::Percent),
        Field::ClaimEnd => quantity(Quantity::End),
        Field::ClaimPart => quantity(Quantity::Part),
        Field::ClaimWhole => quantity(Quantity::Whole),
        Field::ClaimShare => quantity(Quantity::Share),
        Field::ClaimNumerator => quantity(Quantity::Numerator),
        Field::ClaimDenominator => quantity(Quantity::Denominator),
        Field::ClaimRatio => quantity(Quantity::Ratio),
        Field::WhyAMultiple | Field::WhyBMultiple => "预期市盈率",
        Field::WhyAGrowth | Field::WhyBGrowth => "前期盈利年增速",
        Field::WhyAReturn | Field::WhyBReturn => "净资产收益率",
        Field::WhyARiskFree | Field::WhyBRiskFree => "无风险利率",
        Field::WhyABeta | Field::WhyBBeta => "贝塔系数",
        Field::WhyAPremium | Field::WhyBPremium => "股权风险溢价",
        Field::WhyAExposure | Field::WhyBExposure => "国家风险敞口（λ）",
        Field::WhyACountry | Field::WhyBCountry => "国家风险溢价",
        Field::WhyARequired | Field::WhyBRequired => "要求回报率",
        Field::WhyYears => "前期年数",
        Field::WhyStableGrowth => "此后盈利年增速",
        Field::WhyUnexplained => "未获解释的溢价",
        Field::PastAChange | Field::PastBChange => "市值涨跌幅",
        Field::PastAMultiple | Field::PastBMultiple => "期末市盈率",
        Field::PastAIncremental | Field::PastBIncremental => "增量市盈率",
        Field::PastAShares | Field::PastBShares => "股本变动",
        Field::PastADividends | Field::PastBDividends => "股息（占期初市值）",
        Field::PastACurrency | Field::PastBCurrency => "汇率变动",
        Field::WhatIfMultiple => "当前倍数",
        Field::WhatIfPeer => "对标倍数",
        Field::WhatIfGrowth
        | Field::SwingGrowth
        | Field::BearGrowth
        | Field::BaseGrowth
        | Field::BullGrowth => "盈利年增速",
        Field::WhatIfYears | Field::SwingYears => "年数",
        Field::WhatIfClosure
        | Field::SwingClosure
        | Field::BearClosure
        | Field::BaseClosure
        | Field::BullClosure => "差距收敛比例",
        Field::WhatIfTarget | Field::SwingTarget => "期末倍数",
        Field::WhatIfDividend | Field::SwingDividend => "每年股息率",
        Field::WhatIfShares | Field::SwingShares => "股本年变动",
        Field::WhatIfCurrency | Field::SwingCurrency => "汇率年变动",
        Field::WhatIfTotal => "总回报",
        Field::WhatIfAnnual => "年化回报",
        Field::ScaleShare => "占全球上市同行市值比重",
        Field::ScaleWithPrivate => "计入未上市公司的占比",
        Field::ScaleListed => "上市公司市值",
        Field::ScalePrivatePeers => "全部未上市同行的估值",
        Field::ScaleCapexA | Field::ScaleCapexB => "资本开支",
        Field::ScaleMultipleA | Field::ScaleMultipleB => "估值倍数",
        Field::ScaleReturn => "资本开支回报之比",
        Field::CatchingUpBefore => "差距前值",
        Field::CatchingUpNow => "差距现值",
        Field::CatchingUpTime => "间隔",
        Field::CatchingUpHalfLife => "半衰期",
        Field::CatchingUpThreshold => "门槛",
        Field::CatchingUpWithin => "降至门槛的时间",
        Field::CatchingUpEarlier => "更早的差距",
        Field::CatchingUpEarlierTime => "早于前值多久",
        Field::BearProbability
        | Field::BaseProbability
        | Field::BullProbability
        | Field::OwnProbability => "概率",
        Field::ScenarioGoal => "目标年化回报",
        Field::WhatIfFrom => "起算日",
    }
}

pub(super) const fn quantity(quantity: Quantity) -> &'static str {
    match quantity {
        Quantity::Start => "期初值",
        Quantity::Change => "变动额",
        Quantity::Percent => "涨跌幅",
        Quantity::End => "期末值",
        Quantity::Part => "部分",
        Quantity::Whole => "整体",
        Quantity::Share => "占比",
        Quantity::Numerator => "前项",
        Quantity::Denominator => "后项",
        Quantity::Ratio => "两项之比",
    }
}

/// How a quantity is named inside a sentence: as in its label, for Chinese has
/// no articles.
pub(super) const fn quantity_within(within: Quantity) -> &'static str {
    quantity(within)
}

pub(super) const fn claim_kind(kind: ClaimKind) -> &'static str {
    match kind {
        ClaimKind::Change => "涨跌",
        ClaimKind::Share => "占整体比例",
        ClaimKind::Ratio => "两项之比",
    }
}

pub(super) const fn measure(measure: Measure) -> &'static str {
    match measure {
        Measure::ForwardPe => "预期市盈率",
        Measure::TrailingPe => "滚动市盈率",
        Measure::Pe => "市盈率",
        Measure::EvEbitda => "EV/EBITDA",
        Measure::EvSales => "EV/营收",
        Measure::Ps => "市销率",
        Measure::Pb => "市净率",
        Measure::Peg => "PEG",
    }
}

pub(super) const fn stated(stated: Option<Direction>) -> &'static str {
    match stated {
        None => "未提及",
        Some(Direction::Discount) => "折价",
        Some(Direction::Premium) => "溢价",
    }
}

pub(super) fn own_name_of(known: Known) -> &'static str {
    match known {
        Known::China => "中国",
        Known::UnitedStates => "美国",
        Known::GoldenDragon => "中国金龙",
        Known::Nasdaq100 => "纳指100",
        Known::MarketA => "市场甲",
        Known::MarketB => "市场乙",
        Known::CloudServiceProviders => "云服务商",
        Known::AiSoftware => "AI软件",
        Known::DataCentres => "数据中心",
        Known::IcDesign => "芯片设计",
        Known::SemiconductorEquipment => "半导体设备",
        Known::Foundry => "晶圆代工",
        Known::WholeIndex => "指数整体",
        Known::Measure(of) => measure(of),
        Known::NewSector => "新板块",
        Known::PolicyDecision => "政策出台",
        Known::Listings => "新股上市",
        Known::EarningsSeason => "财报季",
        Known::NewCatalyst => "新事件",
        Known::Industry(line) => super::industries::SIMPLIFIED
            .get(usize::from(line))
            .copied()
            .unwrap_or_default(),
    }
}

pub(super) const fn note(note: Note) -> &'static str {
    match note {
        Note::Estimate2026 => "按2026年盈利预测",
        Note::IncrementalInferred => "公式系推断",
        Note::UsMeansRest => "指中国以外的所有市场",
        Note::Capex20232025 => "2023至2025年",
        Note::Internet2026 => "中国互联网股，2026年经调整盈利预测",
        Note::DerivedFromDiscount => "推算：16.1倍，折价约40%",
        Note::GdsChina2025 => "万国数据中国业务，2025年预测",
        Note::DerivedFromPeers => "推算：20倍，较同业低10%",
        Note::Cambricon => "寒武纪",
        Note::Nvidia => "英伟达",
        Note::Naura => "北方华创",
        Note::Asml => "阿斯麦（代表中国以外）",
        Note::Smic => "中芯国际",
        Note::Tsmc => "台积电（代表中国以外）",
        Note::IssueNovember2025 => "2025年11月刊",
        Note::IssueDecember2025 => "2025年12月刊",
        Note::IssueJanuary2026 => "2026年1月刊",
        Note::BetweenIssues => "按各期月份计",
        Note::DerivedFromCostOfEquity => "推算：股权成本减去贝塔系数乘4.46%",
        Note::MatureMarket => "成熟市场，不含国家风险",
        Note::CountryRiskIncluded => "美国，已含国家风险",
        Note::ExpectedFiveYears => "未来五年预期",
    }
}

pub(super) const fn reason(reason: NotMeaningful) -> &'static str {
    match reason {
        NotMeaningful::MissingInput => "缺少所需的数字。",
        NotMeaningful::NotFinite => "有一项不是数值。",
        NotMeaningful::OutOfRange => "结果过大或过小，无法计算。",
        NotMeaningful::DividesByZero => "除数为零。",
        NotMeaningful::TimesZero => "它要乘以零，取何值都不影响结果。",
        NotMeaningful::FigureNegative => "有不能为负的数值为负。",
        NotMeaningful::LengthsDiffer => "各列数据的长度不一。",
        NotMeaningful::MultipleNotPositive => "估值倍数为零或负数。",
        NotMeaningful::StartNotPositive => "期初值或整体为零或负数。",
        NotMeaningful::FallsBelowZero => "期末值将低于零。",
        NotMeaningful::FiguresContradict => "其余数字互相矛盾。",
        NotMeaningful::WeightNegative => "权重为负数。",
        NotMeaningful::WeightsSumToZero => "权重全部为零。",
        NotMeaningful::NoObservations => "没有可供合计的数据。",
        NotMeaningful::ValueNotPositive => "市值为零或负数。",
        NotMeaningful::FundamentalNotPositive => "盈利、回报等数字须大于零，现为零或负数。",
        NotMeaningful::FundamentalChangedSign => "盈利由正转负，或由负转正。",
        NotMeaningful::CurrenciesDiffer => "股价与盈利的币种不同。",
        NotMeaningful::SpendingNotPositive => "支出为零或负数。",
        NotMeaningful::VolatilityNotPositive => "波动率为零或负数。",
        NotMeaningful::GrowthNotBelowReturn => "增速不低于要求回报率。",
        NotMeaningful::GrowthAboveReturnOnEquity => "增速高于净资产收益率。",
        NotMeaningful::GrowthNotPositive => "增速为零或负数。",
        NotMeaningful::RateNotAboveMinusOne => "变动达−100%，即已归零。",
        NotMeaningful::YearsNotPositive => "时间为零或负数。",
        NotMeaningful::ShareOutOfRange => "占比须在0%与100%之间。",
        NotMeaningful::ProbabilitiesInvalid => {
            "概率须在0%至100%之间，合计100%：请调低已填的某一项。"
        }
        NotMeaningful::TooManyCatalysts => "催化剂数量太多。",
        NotMeaningful::GapWidened => "差距扩大了。",
        NotMeaningful::GapUnchanged => "差距没有变化。",
        NotMeaningful::GapChangedSign => "差距由正转负，或由负转正。",
        NotMeaningful::GapClosed => "其中一个差距为零。",
        NotMeaningful::NeverReached => "只会不断接近，永远无法达到。",
        NotMeaningful::NoSolution => "任何取值都得不出所求的数字。",
        NotMeaningful::EveryValueSolves => "任何取值都能得出所求的数字。",
        NotMeaningful::TooFewObservations => "公司数量太少。",
        NotMeaningful::Collinear => "有一项解释变量与其他变量重复。",
        NotMeaningful::NoChange => "没有变动，无从计算占比。",
        NotMeaningful::EarningsUnchanged => "盈利没有变化。",
        NotMeaningful::DividendNegative => "股息为负数。",
        NotMeaningful::NoGapToClose => "两边倍数相等，没有差距可以收敛。",
        NotMeaningful::DividendsExceedGoal => "仅股息一项的回报已超过目标。",
        NotMeaningful::NegativeDividendNeeded => "即使不派息，回报也已高于目标。",
        NotMeaningful::NoHorizonReaches => "无论多少年，都达不到这一回报。",
        NotMeaningful::SolutionBeyondRange => "求得的数值超出模型的适用范围。",
    }
}

pub(super) const fn number_error(error: NumberError) -> &'static str {
    match error {
        NumberError::Empty => "请输入数字。",
        NumberError::TooLong => "内容过长，不像数字。",
        NumberError::NotANumber => "这不是数字。",
        NumberError::TwoSigns => "正负号不止一个。",
        NumberError::Misgrouped => "逗号或小数点的位置不合数字的写法。",
        NumberError::UnknownSuffix => "数字后面的文字无法识别。",
        NumberError::WrongUnit => "数字的单位与本栏不符。",
        NumberError::TooLarge => "数字太大。",
    }
}
