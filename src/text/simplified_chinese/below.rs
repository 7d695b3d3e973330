//! The sections below the first view, and what is folded away, in Simplified Chinese.

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
        Phrase::ToldQuotient => "代入数字：{0} ÷ {1} = {2}。",
        Phrase::ToldChange => "代入数字：{0} ÷ {1} = {2}；{2} + {0} = {3}。",
        Phrase::ToldGap => "{0}：{1} ÷ {2} − 1 = {3}；{2} ÷ {1} − 1 = {4}；ln（{1} ÷ {2}）= {5}。",
        Phrase::ToldSources => {
            "{0}：盈利增长 = {1} × {2} ÷（{3} × {4} − {1} × {2}）= {5}；重估 = {3} ÷ {6} − 1 = {7}。"
        }
        Phrase::GrowthTitle => "考虑增长",
        Phrase::GrowthHint => {
            "填写倍数分母（盈利、EBITDA、营收或净资产）的预期年增速。倍数除以增速的百分数，与PEG同理；PEG本身不再调整。这只是经验法则：没有哪个比值在任何增速和风险下都合理。"
        }
        Phrase::GrowthNone => "填入两个市场的预期增速，即可看到增长调整后还剩多少差距。",
        Phrase::InDollars => "原文金额以美元计；改用其他货币亦可，但须统一。",
        Phrase::GrowthTold => "可作增长调整的有{0}行（共{1}行）：差距为{2}，增长调整后为{3}。",
        Phrase::GapsTitle => "各板块的溢价与折价",
        Phrase::GapsSay => "以平价为零点的对数刻度：折价与恰好抵消它的溢价一样长。",
        Phrase::GrowthOf => "{0}增速",
        Phrase::GrowthOfRow => "{1}：{0}增速",
        Phrase::AfterGrowth => "增长调整后",
        Phrase::ShowTable => "以表格显示",
        Phrase::ShowChart => "以图表显示",
        Phrase::SaveSvg => "保存为SVG",
        Phrase::SavePng => "保存为PNG",
        Phrase::WhyAnswer => {
            "{0}相对{1}：目前为{2}，按增长、盈利能力与风险应为{3}，尚有{4}未获解释。"
        }
        Phrase::WhyAnswerAll => "{0}相对{1}：目前为{2}，增长、盈利能力与风险恰好可以全部解释。",
        Phrase::DiscountOf => "折价{0}",
        Phrase::PremiumOf => "溢价{0}",
        Phrase::ParityOf => "平价",
        Phrase::WhySolvedAll => {
            "若要增长、盈利能力与风险完全解释{0}与{1}的估值差距，须满足：{2} = {3}。"
        }
        Phrase::WhySolved => "若{0}相对{1}尚有{4}未获解释，须满足：{2} = {3}。",
        Phrase::WhyAlso => "更大的数值同样有解。",
        Phrase::WhyFollows => "其余构成不变时，即：{0} = {1}。",
        Phrase::WhyReach => {
            "无论{0}取何值，可解释的结果都只在{1}与{2}之间，而所需为{3}：须同时改动另一项。"
        }
        Phrase::WhyGrowthAboveReturn => {
            "{0}：增速{1}高于净资产收益率{2}，盈利全部再投资也不够。增速不高于{2}，或净资产收益率不低于{1}，才有合理倍数。"
        }
        Phrase::WhyGrowthNotBelowRequired => {
            "{0}：此后增速{1}不低于要求回报率{2}，价格将为无穷大。须调低增速，或调高要求回报率。"
        }
        Phrase::WhyNotDivided => {
            "所解释的部分无法再分为增长、盈利能力与风险：一方的数字与另一方的混用时，没有合理倍数。{0}"
        }
        Phrase::WhyInputs => "双方估值倍数的依据",
        Phrase::WhyWarranted => "合理市盈率",
        Phrase::WhyAgainstWarranted => "现有倍数相对合理倍数",
        Phrase::WhyChart => "差距的构成",
        Phrase::WhyChartSays => "从{0}的倍数到{1}的倍数；刻度为对数，长度相等即百分比相等。",
        Phrase::PartGrowth => "增长",
        Phrase::PartProfitability => "盈利能力",
        Phrase::PartRisk => "风险",
        Phrase::PartUnexplained => "未获解释",
        Phrase::Raises => "拉高{0}",
        Phrase::Lowers => "拉低{0}",
        Phrase::LogPoints => "对数点",
        Phrase::InPercent => "折合百分比",
        Phrase::WholeGap => "差距",
        Phrase::RegressionTitle => "美国各行业横向比较",
        Phrase::RegressionSays => {
            "在{0}个美国行业之间，{1}、预期增速与贝塔系数可解释{3}差异的{2}。"
        }
        Phrase::RegressionNote => {
            "这是一个市场各行业在2026年1月的横截面，并非上面两个市场的比较：它只说明该市场如何为盈利能力、增长与风险定价。系数是该项数字增加1时倍数的增加值；以百分比计的数字，增加1即100个百分点。"
        }
        Phrase::Regressed => "要解释的倍数",
        Phrase::Coefficient => "系数",
        Phrase::StandardError => "标准误",
        Phrase::TValue => "t值",
        Phrase::Intercept => "截距",
        Phrase::RegressionFit => "样本为{0}个行业；决定系数{1}，调整后{2}；条件数{3}。",
        Phrase::RegressionIll => "各解释变量互相重复：条件数达到30以上，单个系数意义不大。",
        Phrase::RegressionStands => "{0}：{1}；按这些数字应为{2}，尚余{3}。",
        Phrase::RegressionWithout => "{0}：{1}",
        Phrase::Scatter => "各行业与回归线",
        Phrase::ScatterSays => {
            "横轴为按该行业各项数字拟合的倍数，纵轴为实际倍数：线以上偏贵，线以下偏便宜。"
        }
        Phrase::ScatterShown => "实际倍数",
        Phrase::ScatterFitted => "拟合倍数",
        Phrase::ScatterTable => "线以上最远的五个与线以下最远的五个",
        Phrase::MultipleShown => "实际倍数",
        Phrase::MultipleFitted => "拟合倍数",
        Phrase::AboveLine => "高出或低于",
        Phrase::LeftOut => "未纳入的行业",
        Phrase::LeftOutMissing => "缺少其中一项数字的（{0}个）：{1}。",
        Phrase::LeftOutUnprofitable => "整体未盈利、倍数仅反映少数盈利公司的（{0}个）：{1}。",
        Phrase::WhyMethodRequired => "{0}：要求回报率 = {1} + {2} × {3} + {4} × {5} = {6}。",
        Phrase::WhyMethodSide => {
            "{0}：［（1 − {1} ÷ {2}）×（1 + {1}）÷（{3} − {1}）×（1 −（（1 + {1}）÷（1 + {3}））^{4}）+（1 − {5} ÷ {2}）×（（1 + {1}）÷（1 + {3}））^{4} ×（1 + {5}）÷（{3} − {5}）］÷（1 + {1}）= {6}。"
        }
        Phrase::WhyMethodParts => {
            "ln（{0} ÷ {1}）= {2}：增长{3}，盈利能力{4}，风险{5}，未获解释{6}。"
        }
        Phrase::PastMove => "{0}：{1}，其中{2}来自估值重估，{3}来自盈利增长。",
        Phrase::PastMoveRest => {
            "{0}：投资者回报{1}，其中{2}来自估值重估，{3}来自盈利增长，{4}来自股本、股息与汇率。"
        }
        Phrase::MoveOf => "{0}：{1}",
        Phrase::PastInputs => "报告给出的数字与其他变动",
        Phrase::PastSplit => "各因素的贡献",
        Phrase::OfMarket => "{1}的{0}",
        Phrase::SplitMethod => "拆分方法",
        Phrase::Driver => "因素",
        Phrase::DriverChange => "变动",
        Phrase::DriverPart => "贡献",
        Phrase::DriverShare => "占比",
        Phrase::Interaction => "交互项",
        Phrase::Whole => "投资者回报",
        Phrase::WhatIfAnswer => {
            "若盈利每年{0}，估值倍数由{1}变为{2}，投资{3}在{5}内的总回报为{4}，年化{6}。"
        }
        Phrase::WhatIfAnswerStill => {
            "若盈利每年{0}，估值倍数维持在{1}，投资{3}在{5}内的总回报为{4}，年化{6}。"
        }
        Phrase::EarningsGrow => "增长{0}",
        Phrase::EarningsFall => "下降{0}",
        Phrase::WhatIfSolvedAnnual => "投资{1}的年化回报要达到{0}，{2}须为{3}。",
        Phrase::WhatIfSolvedTotal => "投资{1}的总回报要达到{0}，{2}须为{3}。",
        Phrase::WhatIfYearsAnnual => "若历时{3}，投资{1}的年化回报为{0}。",
        Phrase::WhatIfYearsTotal => "若历时{3}，投资{1}的总回报为{0}。",
        Phrase::WhatIfLaterToo => "更长的期限同样有解。",
        Phrase::WhatIfNoLess => {
            "无论“{0}”取何值，“{1}”都不低于{2}，而所求为{3}：须同时改动另一项。"
        }
        Phrase::WhatIfNoMore => {
            "无论“{0}”取何值，“{1}”都不高于{2}，而所求为{3}：须同时改动另一项。"
        }
        Phrase::SolveHint => {
            "各项均可填写。标有“解出”的一项由其余各项算出；按“求解”可改为求另一项。"
        }
        Phrase::StillMissing => "尚缺：{0}。",
        Phrase::ClosureRule => "收敛时线性缩小的是",
        Phrase::Waterfall => "回报的构成",
        Phrase::WaterfallSays => "按对数法拆分，以期初市值的百分比表示；各部分合计为{0}。",
        Phrase::TotalReturn => "总回报",
        Phrase::ScaleAnswer => {
            "{0}占全球上市同行市值的{3}，资本开支相当于{1}的{2}：股价隐含的资本开支回报为对方的{4}。"
        }
        Phrase::ScaleAnswerPrivate => {
            "{0}占全球上市同行市值的{3}，计入未上市公司为{5}；资本开支相当于{1}的{2}：股价隐含的资本开支回报为对方的{4}。"
        }
        Phrase::ScaleShareSolved => "若{0}资本开支的回报为{1}的{2}，其市值应占全球同行的{3}。",
        Phrase::ScaleCapexSolved => {
            "若资本开支的回报为{1}的{2}，{0}须投入{3}，才能支撑现有的市值占比。"
        }
        Phrase::ScalePeerCapexSolved => {
            "若{0}资本开支的回报为{1}的{2}，{1}须投入{3}，才与现有的市值占比相符。"
        }
        Phrase::ScaleMultipleSolved => {
            "若资本开支的回报为{1}的{2}，{0}现有的市值占比对应{3}的估值倍数。"
        }
        Phrase::ScalePeerMultipleSolved => {
            "若{0}资本开支的回报为{1}的{2}，现有的市值占比对应{1}的估值倍数为{3}。"
        }
        Phrase::ScaleTold => {
            "代入数字：市值之比{0} = 资本开支之比{1} × 回报之比{2} × 倍数之比{3}。"
        }
        Phrase::ScaleToldPrivate => "未上市公司：{0} ×（{1} ÷ {2} + {3}）− {1} = {4}。",
        Phrase::ScaleShares => "由两个占比推算未上市公司",
        Phrase::ScaleSpending => "资本开支与市值对照",
        Phrase::AllListed => "全部上市同行的市值",
        Phrase::PrivateValue => "其未上市公司的估值",
        Phrase::PrivateShare => "占全部未上市同行的比例",
        Phrase::ValueRatio => "市值",
        Phrase::CapexRatio => "资本开支",
        Phrase::ValuePerCapex => "每单位资本开支对应的市值",
        Phrase::ImpliedReturn => "股价隐含的资本开支回报",
        Phrase::ParityReturn => "使每单位资本开支与对方同值所需的回报",
        Phrase::EqualReturn => "使市值与对方相当所需的回报",
        Phrase::ReturnToAdd => "若要每单位资本开支与对方同值，每年须多赚相当于资本开支{0}的盈利。",
        Phrase::WorthMore => "每单位资本开支对应的市值已不低于对方。",
        Phrase::OfPeer => "相当于对方的比例",
        Phrase::ScaleCaution => {
            "占比涵盖全球同行，资本开支只计两个市场的大型云厂商，两者对照仅供粗略参考。"
        }
        Phrase::SpendingByYear => "历年资本开支",
        Phrase::SpendingSays => {
            "{6}家合计（美元）：{1}年{0}，{3}年{2}，{5}年指引{4}。按公开财报与指引折算的自然年近似值，与上方报告的合计口径不同。"
        }
        Phrase::Guidance => "{0}（指引）",
        Phrase::Company => "公司",
        Phrase::Together => "合计",
        Phrase::CatchingUpHalves => {
            "差距在{2}内由{0}变为{1}：照此速度，每{3}减半一次，{5}后为{4}。"
        }
        Phrase::CatchingUpLinear => "差距在{2}内由{0}变为{1}：若线性收窄，{5}后为{4}。",
        Phrase::CatchingUpPace => "差距在{2}内由{0}变为{1}：照此速度，每{3}减半一次。",
        Phrase::CatchingUpClosesLinear => "差距在{2}内由{0}变为{1}：若线性收窄，{3}后减半。",
        Phrase::CatchingUpThere => "差距在{2}内由{0}变为{1}，已不高于{3}。",
        Phrase::CatchingUpSolved => "若要差距每{0}减半一次，{1}须为{2}。",
        Phrase::Diverging => "差距在{2}内由{0}扩大到{1}：正在拉开，没有半衰期可言。",
        Phrase::Crossed => "差距在{2}内由{0}变为{1}：双方已经易位，没有半衰期可言。",
        Phrase::CatchingUpTold => "代入数字：半衰期 = {2} × ln（2）÷ ln（{0} ÷ {1}）= {3}。",
        Phrase::CatchingUpToldExponential => {
            "指数收敛至{3}：{2} × ln（{1} ÷ {3}）÷ ln（{0} ÷ {1}）= {4}。"
        }
        Phrase::CatchingUpToldLinear => "线性收敛至{3}：{2} ×（{1} − {3}）÷（{0} − {1}）= {4}。",
        Phrase::CourseLegend => "今后差距的收敛路径",
        Phrase::CurveThrough => "曲线经过前值与现值两点；更早的差距只作为一点标出，不影响曲线。",
        Phrase::PaceDiscount => {
            "仅为设想，并非预测：假如上文重估一节的{0}倍数折价也以同样速度收敛，{1}后将减半。"
        }
        Phrase::PacePremium => {
            "仅为设想，并非预测：假如上文重估一节的{0}倍数溢价也以同样速度收敛，{1}后将减半。"
        }
        Phrase::PaceThreshold => "降至{0}需要{1}。",
        Phrase::CurveTitle => "差距如何收窄",
        Phrase::ValuationCurveTitle => "估值差距若以同样速度收敛",
        Phrase::CurveSays => "两条路径都经过{0}与{1}：降至{2}，指数收敛需要{3}，线性收敛需要{4}。",
        Phrase::CurveSaysLinear => {
            "两条路径都经过{0}与{1}：线性收敛需要{3}降至{2}；指数收敛则永远不会完全到达。"
        }
        Phrase::CurveSaysOpen => "两条路径都经过{0}与{1}：指数收敛永远不会完全收窄，线性收敛则会。",
        Phrase::FromNow => "时间",
        Phrase::Observed => "观测值",
        Phrase::Now => "现在",
        Phrase::Ago => "{0}前",
        Phrase::Ahead => "{0}后",
        Phrase::PointSaid => "{0}，{1}：{2}",
        Phrase::ObservedEarlier => "更早的观测值",
        Phrase::ObservedBefore => "前次观测值",
        Phrase::ObservedNow => "当前观测值",
        Phrase::HalfLeft => "剩下一半",
        Phrase::ThresholdReached => "降至门槛",
        Phrase::ClosesAs => "{1}{0}",
        Phrase::HalfIn => "{0}后减半",
        Phrase::ThresholdLine => "门槛{0}",
        Phrase::GuidanceWord => "指引",
        Phrase::StraightLine => "线性",
        Phrase::ExponentialCurve => "指数",
        Phrase::MonthsFromNow => "距今月数",
        Phrase::YearsFromNow => "距今年数",
        Phrase::ShownReturn => "下方显示的回报",
        Phrase::GridTitle => "不同增速与估值下的回报",
        Phrase::GridTold => "{1}格中，亏损的有{0}格。框出的一格是您的假设。",
        Phrase::GridLine => "标有0%的线上不赚不亏。",
        Phrase::GridHint => "可用方向键逐格读出，按Home键回到您的一格。",
        Phrase::CellTold => "{0}为{1}，{2}为{3}：{4}为{5}。",
        Phrase::CellNone => "{0}为{1}，{2}为{3}：无法计算{4}。{5}",
        Phrase::TornadoTitle => "影响最大的因素",
        Phrase::TornadoTold => {
            "{0}影响最大：由{1}变为{2}时，回报由{3}变为{4}。各因素单独变动，幅度可以修改。"
        }
        Phrase::Swings => "上下变动的幅度",
        Phrase::SwingOf => "{0}：上下变动幅度",
        Phrase::BarTold => "{0}：{1}至{2}",
        Phrase::BarSpoken => "{0}：{1}至{2}，回报{3}至{4}",
        Phrase::Low => "低值",
        Phrase::High => "高值",
        Phrase::AtLow => "低值时的回报",
        Phrase::AtHigh => "高值时的回报",
        Phrase::WayTitle => "盈利×估值倍数",
        Phrase::WayTold => {
            "每条线上的股价相同，今日为100。期末每股盈利为{0}，估值倍数为{1}，股价为{2}。"
        }
        Phrase::PriceOf => "股价{0}",
        Phrase::Multiple => "估值倍数",
        Phrase::EarningsIndex => "每股盈利（今日为100）",
        Phrase::PriceIndex => "股价（今日为100）",
        Phrase::ValueIndex => "计入股息与汇率",
        Phrase::Time => "时间",
        Phrase::Today => "今日",
        Phrase::WayPoint => "{0}：每股盈利{1}，估值倍数{2}，股价{3}",
        Phrase::BreakEvenTitle => "回报为零的临界点",
        Phrase::BreakEvenHint => "每项单独变动，其余如上。",
        Phrase::ScenariosTitle => "悲观、基准与乐观",
        Phrase::ScenariosTold => {
            "预期回报：年化{0}，合计{1}，标准差{2}。年化达到{3}的概率为{4}，亏损的概率为{5}。"
        }
        Phrase::ScenariosHint => "其余假设同上。“您的假设”沿用上方的增速与倍数。",
        Phrase::Scenario => "情景",
        Phrase::OfCase => "{0}：{1}",
        Phrase::GivesWay => "为使概率合计为100%，随之调整的是",
        Phrase::CatalystsTitle => "催化剂",
        Phrase::CatalystsTold => {
            "到{0}，这些事件预计使差距收敛{1}，标准差{2}，范围为{3}至{4}。收敛达到上方所设{5}的概率为{6}。"
        }
        Phrase::CatalystsToldOne => {
            "到{0}，这一事件预计使差距收敛{1}，标准差{2}，范围为{3}至{4}。收敛达到上方所设{5}的概率为{6}。"
        }
        Phrase::CatalystsSure => "到{0}，无论如何差距都会收敛{1}；上方假设为{5}。",
        Phrase::CatalystsNone => "{0}之前没有事件，因此不预期差距由此收敛。",
        Phrase::CatalystsHint => {
            "各事件互不影响，或发生，或不发生。时间从下方的起算日算起，而不是从您打开本页之日，因此保存的数字无论何时打开，结果都相同；一年按365.25天计。期限之后的事件不计入。名称与数字均为示例。"
        }
        Phrase::Catalyst => "事件",
        Phrase::CatalystName => "事件名称",
        Phrase::DueOn => "日期",
        Phrase::NotADate => "日期请写作2026年7月15日，月份请写作2026年7月。",
        Phrase::CountFromToday => "改为从今天起算",
        Phrase::CatalystPast => "有事件早于起算日：请改用更晚的日期，或将其移除。",
        Phrase::CatalystIncomplete => "有事件尚缺日期、概率或影响：请补全，或将其移除。",
        Phrase::Probability => "概率",
        Phrase::ClosesIf => "发生时收敛比例",
        Phrase::ClosesIfNot => "未发生时收敛比例",
        Phrase::AddCatalyst => "添加事件",
        Phrase::ComparisonTitle => "与保留的假设对比",
        Phrase::NothingKept => "先保留各部分当前的数字，再继续修改，差别会列在这里。",
        Phrase::NothingDiffers => "与保留的假设没有差别。",
        Phrase::KeptDiffers => "以下是两者的差别与各自的回报。",
        Phrase::Keep => "保留以供对比",
        Phrase::ClearKept => "清除",
        Phrase::Figure => "项目",
        Phrase::Kept => "保留时",
        Phrase::Present => "现在",
        Phrase::SolvedFor => "“{0}”一节求解的是",
        Phrase::FollowsFrom => "{0}求出后，随之推算的是",
        Phrase::ExitGiven => "期末估值的给定方式",
        Phrase::GoalGiven => "目标回报的给定方式",
        Phrase::OrderOfSectors => "板块顺序",
        Phrase::ToldWhatIf => {
            "代入数字：［（{0} ÷ {1}）^{2} × {3} ÷ {4} + {5} × {2}］× {6}^{2} − 1 = {7}；{8}^（1 ÷ {2}）− 1 = {9}。"
        }
        Phrase::Expected => "预期",
        Phrase::ExpectedReturn => "预期年化回报",
        Phrase::BearBreakEven => "预期回报为零时悲观情景的概率（其余情景按比例调整）",
        Phrase::BullForGoal => "预期回报达到目标时乐观情景的概率（其余情景按比例调整）",
        Phrase::SourcesLead => {
            "数字引自以下来源；数字下方的来源若注明年月，即距今已超过180天。标为“示例”的是本页自拟的初始假设，并非任何来源的数字。"
        }
        Phrase::OnPaper => "*示例；†自填",
        Phrase::Undated => "日期不详",
        Phrase::Published => "。{0}，{1}。",
        Phrase::CopyTable => "复制表格",
        Phrase::Copied => "已复制。",
        Phrase::CopyByHand => "浏览器不允许本页复制，请选取下方文字自行复制。",
        Phrase::PasteRows => "粘贴多行",
        Phrase::PasteTitle => "从电子表格粘贴多行",
        Phrase::PasteHint => {
            "从电子表格复制一个区域，粘贴到此处：名称、指标（可省略）、两个市场的倍数、权重和两个市场的增速（均可省略）。最多{0}行、{1}KB。"
        }
        Phrase::PasteText => "各行内容",
        Phrase::PasteEmpty => "其中没有可读的行。",
        Phrase::PasteTooLong => "文字超过{0}KB。",
        Phrase::PasteTooManyRows => "超过{0}行。",
        Phrase::PasteAsk => "“{0}”一列中的“{1}”应读作",
        Phrase::PasteFaults => "无法读取的单元格已标出，请在上方文字中修改。",
        Phrase::PasteReplace => "取代现有各行",
        Phrase::PasteAdd => "加在现有各行之下",
        Phrase::PasteWhere => "放在何处",
        Phrase::PasteTake => "放入表格",
        Phrase::PasteDone => "各行已放入表格，可以撤销。",
        Phrase::Cancel => "取消",
        Phrase::NoName => "缺少名称。",
        Phrase::UnknownMeasure => "此处没有这种指标。",
        Phrase::DownloadCsv => "下载CSV",
        Phrase::SaveInputs => "下载输入值（JSON）",
        Phrase::OpenFile => "打开文件（JSON、CSV）",
        Phrase::FileOpened => "文件已打开，可以撤销，恢复原先的内容。",
        Phrase::FileTooLarge => "文件超过{0}MB，内容未作改动。",
        Phrase::FileUnreadable => "无法把该文件读作本页的输入值，文件可能已损坏。内容未作改动。",
        Phrase::FileNewer => "该文件由更新版本的本页保存，请重新加载本页后再打开。内容未作改动。",
        Phrase::FileOutOfLimits => "文件中有数字或名称超出本页的限度。内容未作改动。",
        Phrase::Cite => "复制引用语句",
        Phrase::Cited => "{0}（Rerate“{1}”，{2}，{3}；依据：{4}）",
        Phrase::CitedExamples => "示例假设",
        Phrase::CitedOwn => "使用者自填的数字",
        Phrase::Print => "打印",
        Phrase::SavePage => "保存此计算器",
        Phrase::PageSaved => "已保存为一个文件，内含您的数字，没有网络也能打开。",
        Phrase::PageNotSaved => "未能保存计算器：有一部分暂时无法取得。",
        Phrase::Embed => "嵌入",
        Phrase::EmbedTitle => "嵌入文章",
        Phrase::EmbedSections => "章节",
        Phrase::EmbedNoSection => "不选则嵌入整个计算器",
        Phrase::EmbedWidth => "宽度",
        Phrase::EmbedFullWidth => "随版面而定",
        Phrase::EmbedLock => "读者不能改动数字",
        Phrase::EmbedPreview => "预览",
        Phrase::EmbedFrame => "普通框架，适用于不允许脚本的网页",
        Phrase::EmbedListener => "高度随内容变化的框架",
        Phrase::EmbedElement => "带脚本接口的元素",
        Phrase::CopySnippet => "复制",
        Phrase::EmbedTooMuch => "这些数字超出链接所能容纳的范围，嵌入内容将显示默认数字。",
        Phrase::OpenFull => "打开完整计算器",
    }
}

pub(in crate::text) const fn method(section: Section) -> &'static str {
    match section {
        Section::Claim => {
            "见报的数字代表一个区间：末位上下各半个单位；若写明“约”，则上下各一个单位。只要在各自区间内能取到一组数值，使“期末值 = 期初值 + 变动额”与“变动额 = 涨跌幅 × 期初值”（或“部分 = 占比 × 整体”，或“前项 = 两项之比 × 后项”）精确成立，数字即为相符。推算值按见报的数字计算，范围按区间两端计算。依据：摩尔《区间分析》（1966年）。"
        }
        Section::Sectors => {
            "溢价 = 倍数 ÷ 对方倍数 − 1，小于零即为折价。至平价涨幅 = 对方倍数 ÷ 倍数 − 1：40%的折价完全收敛，相当于上涨67%。对数差距 = ln（倍数 ÷ 对方倍数）。合计取各行对数差距的加权平均，再换算为溢价：只有这种平均，在两个市场互换位置后恰好得到倒数，并且能合并指标不同的各行。依据：弗莱明与华莱士，《美国计算机学会通讯》第29卷（1986年），论比率应取几何平均。"
        }
        Section::Why => {
            "按未来一年盈利计的合理市盈率 =［前期派息率 ×（1 + 前期增速）÷（要求回报率 − 前期增速）×（1 −（（1 + 前期增速）÷（1 + 要求回报率））^前期年数）+ 此后派息率 ×（（1 + 前期增速）÷（1 + 要求回报率））^前期年数 ×（1 + 此后增速）÷（要求回报率 − 此后增速）］÷（1 + 前期增速）。派息率 = 1 − 增速 ÷ 净资产收益率，因为增长需要投入。要求回报率 = 无风险利率 + 贝塔系数 × 股权风险溢价 + 国家风险敞口 × 国家风险溢价。两个合理倍数之间的对数差距按Shapley值拆分：把一方的数字逐项换成另一方的，所有先后次序都算一遍，取每一项影响的平均值。剩下的差距未获解释：可能是情绪、治理、流动性、会计口径，也可能是数字有误。依据：达莫达兰《投资估值》第18章；Shapley《多人博弈的值》（1953年）。回归为普通最小二乘法，样本是达莫达兰表中的各行业，权重相同。"
        }
        Section::Past => {
            "增量市盈率 = 市值变动额 ÷ 盈利变动额。结合涨跌幅与期末市盈率，可得：盈利增速 = 涨跌幅 × 市盈率 ÷［（1 + 涨跌幅）× 增量市盈率 − 涨跌幅 × 市盈率］；重估幅度 =（1 + 涨跌幅）÷（1 + 盈利增速）− 1。投资者回报 =［（1 + 盈利增速）÷（1 + 股本变动）×（1 + 重估幅度）+ 股息］×（1 + 汇率变动）− 1。拆分时股息折算为因素：1 + 股息 ÷ 期末价格（期初为1）。各种拆分方法的合计都与总数完全相等，区别只在于：须由各因素的乘积解释的部分，归到谁的名下。依据：报告的增量市盈率（公式系推断）；《能源政策》第86卷（2015年），论对数拆分。"
        }
        Section::WhatIf => {
            "总回报 =［（（1 + 盈利增速）÷（1 + 股本变动））^年数 × 期末倍数 ÷ 当前倍数 + 股息率 × 年数］×（1 + 汇率变动）^年数 − 1；年化回报 =（1 + 总回报）^（1 ÷ 年数）− 1。股息按今日股价以现金派发，不再投资。差距收敛若干比例，估值倍数便向对标市场的当前倍数靠拢若干。回报的各部分按对数法拆分，以期初市值的百分比表示。依据：伊博森与陈鹏，《金融分析师杂志》第59卷（2003年）（适用于一年期）。"
        }
        Section::Scale => {
            "市值 = 资本开支 × 资本开支的回报 × 为这份回报支付的倍数，各项都取与对方之比；知其三便得其四。占比换算为与其余部分之比：占比 ÷（1 − 占比）。未上市公司的估值，恰使上市占比变为计入它们之后的占比：计入后的占比 ×（上市公司市值 ÷ 上市占比 + 全部未上市同行的估值）− 上市公司市值。同样的投入配同样的市值，前提是回报相同，而这正是有待判断之处。两者均为恒等式。"
        }
        Section::CatchingUp => {
            "两个差距定出速度。指数收敛：相同时间内，剩余差距缩小相同比例，今后差距 = 现值 × 0.5^（时间 ÷ 半衰期），半衰期 = 间隔 × ln（2）÷ ln（前值 ÷ 现值），永远不会完全收窄。线性收敛：相同时间内缩小相同数额。仅凭两点无法分辨，所以两条都画出；半衰期按指数收敛计算。月份为刊出数字的各期月份。依据：巴罗与萨拉伊马丁，《政治经济学杂志》第100卷（1992年），论半衰期。"
        }
    }
}

pub(in crate::text) const fn driver(driver: Driver) -> &'static str {
    match driver {
        Driver::Earnings => "盈利增长",
        Driver::Rerating => "估值重估",
        Driver::Shares => "股本变动",
        Driver::Dividends => "股息",
        Driver::Currency => "汇率",
    }
}

pub(in crate::text) const fn split_method(method: Method) -> &'static str {
    match method {
        Method::Log => "对数法",
        Method::Lmdi => "LMDI",
        Method::Shapley => "Shapley",
        Method::Sequential => "连环替代法",
        Method::FirstOrder => "单因素法",
    }
}

pub(in crate::text) const fn split_method_meaning(method: Method) -> &'static str {
    match method {
        Method::Log => {
            "各部分以对数点（自然对数的百分之一）计，不论多少个因素、多少年，都可以直接相加。"
        }
        Method::Lmdi => "对数平均迪氏指数：按各因素的对数占比分配，以期初市值的百分比表示。",
        Method::Shapley => {
            "把各因素变动的所有先后次序都算一遍，取每个因素影响的平均值，以期初市值的百分比表示。"
        }
        Method::Sequential => "按表中次序，在前面各因素之上逐个替换，以期初市值的百分比表示。",
        Method::FirstOrder => {
            "假定每个因素单独变动；只有各因素的乘积才能解释的部分，另列为交互项。"
        }
    }
}

pub(in crate::text) const fn closing(closing: Closing) -> &'static str {
    match closing {
        Closing::Premium => "溢价或折价",
        Closing::LogGap => "对数差距",
    }
}

pub(in crate::text) const fn course(course: Course) -> &'static str {
    match course {
        Course::Exponential => "指数收敛",
        Course::Linear => "线性收敛",
    }
}

pub(in crate::text) const fn regressor(regressor: Regressor) -> &'static str {
    match regressor {
        Regressor::Growth => "预期增速",
        Regressor::ReturnOnEquity => "净资产收益率",
        Regressor::NetMargin => "净利率",
        Regressor::OperatingMargin => "营业利润率",
        Regressor::Beta => "贝塔系数",
    }
}

pub(in crate::text) const fn case(case: Case) -> &'static str {
    match case {
        Case::Bear => "悲观",
        Case::Base => "基准",
        Case::Bull => "乐观",
        Case::Own => "您的假设",
    }
}
