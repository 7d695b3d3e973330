//! The sections below the first view, and what is folded away, in Traditional Chinese.

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
        Phrase::ToldQuotient => "代入數字：{0} ÷ {1} = {2}。",
        Phrase::ToldChange => "代入數字：{0} ÷ {1} = {2}；{2} + {0} = {3}。",
        Phrase::ToldGap => "{0}：{1} ÷ {2} − 1 = {3}；{2} ÷ {1} − 1 = {4}；ln（{1} ÷ {2}）= {5}。",
        Phrase::ToldSources => {
            "{0}：獲利成長 = {1} × {2} ÷（{3} × {4} − {1} × {2}）= {5}；重估 = {3} ÷ {6} − 1 = {7}。"
        }
        Phrase::GrowthTitle => "考慮成長",
        Phrase::GrowthHint => {
            "填寫倍數分母（獲利、EBITDA、營收或淨值）的預期年成長率。倍數除以成長率的百分數，與PEG同理；PEG本身不再調整。這只是經驗法則：沒有哪個比值在任何成長率和風險下都合理。"
        }
        Phrase::GrowthNone => "填入兩個市場的預期成長率，即可看到成長調整後還剩多少差距。",
        Phrase::InDollars => "原文金額以美元計；改用其他貨幣亦可，但須統一。",
        Phrase::GrowthTold => "可作成長調整的有{0}列（共{1}列）：差距為{2}，成長調整後為{3}。",
        Phrase::GapsTitle => "各類股的溢價與折價",
        Phrase::GapsSay => "以平價為零點的對數刻度：折價與恰好抵銷它的溢價一樣長。",
        Phrase::GrowthOf => "{0}成長率",
        Phrase::GrowthOfRow => "{1}：{0}成長率",
        Phrase::AfterGrowth => "成長調整後",
        Phrase::ShowTable => "以表格顯示",
        Phrase::ShowChart => "以圖表顯示",
        Phrase::SaveSvg => "儲存為SVG",
        Phrase::SavePng => "儲存為PNG",
        Phrase::WhyAnswer => {
            "{0}相對{1}：目前為{2}，依成長、獲利能力與風險應為{3}，尚有{4}未獲解釋。"
        }
        Phrase::WhyAnswerAll => "{0}相對{1}：目前為{2}，成長、獲利能力與風險恰好可以全部解釋。",
        Phrase::DiscountOf => "折價{0}",
        Phrase::PremiumOf => "溢價{0}",
        Phrase::ParityOf => "平價",
        Phrase::WhySolvedAll => {
            "若要成長、獲利能力與風險完全解釋{0}與{1}的估值差距，須滿足：{2} = {3}。"
        }
        Phrase::WhySolved => "若{0}相對{1}尚有{4}未獲解釋，須滿足：{2} = {3}。",
        Phrase::WhyAlso => "較大的數值同樣有解。",
        Phrase::WhyFollows => "其餘構成不變時，即：{0} = {1}。",
        Phrase::WhyReach => {
            "無論{0}取何值，可解釋的結果都只在{1}與{2}之間，而所需為{3}：須同時更動另一項。"
        }
        Phrase::WhyGrowthAboveReturn => {
            "{0}：成長率{1}高於股東權益報酬率{2}，獲利全部再投資也不夠。成長率不高於{2}，或股東權益報酬率不低於{1}，才有合理倍數。"
        }
        Phrase::WhyGrowthNotBelowRequired => {
            "{0}：之後成長率{1}不低於要求報酬率{2}，價格將為無限大。須調低成長率，或調高要求報酬率。"
        }
        Phrase::WhyNotDivided => {
            "所解釋的部分無法再分為成長、獲利能力與風險：一方的數字與另一方的混用時，沒有合理倍數。{0}"
        }
        Phrase::WhyInputs => "雙方估值倍數的依據",
        Phrase::WhyWarranted => "合理本益比",
        Phrase::WhyAgainstWarranted => "目前倍數相對合理倍數",
        Phrase::WhyChart => "差距的組成",
        Phrase::WhyChartSays => "從{0}的倍數到{1}的倍數；刻度為對數，長度相等即百分比相等。",
        Phrase::PartGrowth => "成長",
        Phrase::PartProfitability => "獲利能力",
        Phrase::PartRisk => "風險",
        Phrase::PartUnexplained => "未獲解釋",
        Phrase::Raises => "拉高{0}",
        Phrase::Lowers => "拉低{0}",
        Phrase::LogPoints => "對數點",
        Phrase::InPercent => "換算百分比",
        Phrase::WholeGap => "差距",
        Phrase::RegressionTitle => "美國各產業橫向比較",
        Phrase::RegressionSays => {
            "在{0}個美國產業之間，{1}、預期成長率與貝他係數可解釋{3}差異的{2}。"
        }
        Phrase::RegressionNote => {
            "這是一個市場各產業在2026年1月的橫斷面，並非上面兩個市場的比較：它只說明該市場如何為獲利能力、成長與風險定價。係數是該項數字增加1時倍數的增加值；以百分比計的數字，增加1即100個百分點。"
        }
        Phrase::Regressed => "要解釋的倍數",
        Phrase::Coefficient => "係數",
        Phrase::StandardError => "標準誤",
        Phrase::TValue => "t值",
        Phrase::Intercept => "截距",
        Phrase::RegressionFit => "樣本為{0}個產業；判定係數{1}，調整後{2}；條件數{3}。",
        Phrase::RegressionIll => "各解釋變數互相重複：條件數達到30以上，單一係數意義不大。",
        Phrase::RegressionStands => "{0}：{1}；依這些數字應為{2}，尚餘{3}。",
        Phrase::RegressionWithout => "{0}：{1}",
        Phrase::Scatter => "各產業與迴歸線",
        Phrase::ScatterSays => {
            "橫軸為依該產業各項數字配適的倍數，縱軸為實際倍數：線以上偏貴，線以下偏便宜。"
        }
        Phrase::ScatterShown => "實際倍數",
        Phrase::ScatterFitted => "配適倍數",
        Phrase::ScatterTable => "線以上最遠的五個與線以下最遠的五個",
        Phrase::MultipleShown => "實際倍數",
        Phrase::MultipleFitted => "配適倍數",
        Phrase::AboveLine => "高出或低於",
        Phrase::LeftOut => "未納入的產業",
        Phrase::LeftOutMissing => "缺少其中一項數字的（{0}個）：{1}。",
        Phrase::LeftOutUnprofitable => "整體未獲利、倍數僅反映少數獲利公司的（{0}個）：{1}。",
        Phrase::WhyMethodRequired => "{0}：要求報酬率 = {1} + {2} × {3} + {4} × {5} = {6}。",
        Phrase::WhyMethodSide => {
            "{0}：［（1 − {1} ÷ {2}）×（1 + {1}）÷（{3} − {1}）×（1 −（（1 + {1}）÷（1 + {3}））^{4}）+（1 − {5} ÷ {2}）×（（1 + {1}）÷（1 + {3}））^{4} ×（1 + {5}）÷（{3} − {5}）］÷（1 + {1}）= {6}。"
        }
        Phrase::WhyMethodParts => {
            "ln（{0} ÷ {1}）= {2}：成長{3}，獲利能力{4}，風險{5}，未獲解釋{6}。"
        }
        Phrase::PastMove => "{0}：{1}，其中{2}來自估值重估，{3}來自獲利成長。",
        Phrase::PastMoveRest => {
            "{0}：投資人報酬{1}，其中{2}來自估值重估，{3}來自獲利成長，{4}來自股數、股利與匯率。"
        }
        Phrase::MoveOf => "{0}：{1}",
        Phrase::PastInputs => "報告列出的數字與其他變動",
        Phrase::PastSplit => "各因素的貢獻",
        Phrase::OfMarket => "{1}的{0}",
        Phrase::SplitMethod => "拆解方法",
        Phrase::Driver => "因素",
        Phrase::DriverChange => "變動",
        Phrase::DriverPart => "貢獻",
        Phrase::DriverShare => "占比",
        Phrase::Interaction => "交互項",
        Phrase::Whole => "投資人報酬",
        Phrase::WhatIfAnswer => {
            "若獲利每年{0}，估值倍數由{1}變為{2}，投資{3}在{5}內的總報酬為{4}，年化{6}。"
        }
        Phrase::WhatIfAnswerStill => {
            "若獲利每年{0}，估值倍數維持在{1}，投資{3}在{5}內的總報酬為{4}，年化{6}。"
        }
        Phrase::EarningsGrow => "成長{0}",
        Phrase::EarningsFall => "下降{0}",
        Phrase::WhatIfSolvedAnnual => "投資{1}的年化報酬要達到{0}，{2}須為{3}。",
        Phrase::WhatIfSolvedTotal => "投資{1}的總報酬要達到{0}，{2}須為{3}。",
        Phrase::WhatIfYearsAnnual => "若歷時{3}，投資{1}的年化報酬為{0}。",
        Phrase::WhatIfYearsTotal => "若歷時{3}，投資{1}的總報酬為{0}。",
        Phrase::WhatIfLaterToo => "更長的期間同樣有解。",
        Phrase::WhatIfNoLess => {
            "無論「{0}」取何值，「{1}」都不低於{2}，而所求為{3}：須同時改動另一項。"
        }
        Phrase::WhatIfNoMore => {
            "無論「{0}」取何值，「{1}」都不高於{2}，而所求為{3}：須同時改動另一項。"
        }
        Phrase::SolveHint => {
            "各項均可填寫。標有「解出」的一項由其餘各項算出；按「求解」可改為求另一項。"
        }
        Phrase::StillMissing => "尚缺：{0}。",
        Phrase::ClosureRule => "收斂時線性縮小的是",
        Phrase::Waterfall => "報酬的組成",
        Phrase::WaterfallSays => "依對數法拆解，以期初市值的百分比表示；各部分合計為{0}。",
        Phrase::TotalReturn => "總報酬",
        Phrase::ScaleAnswer => {
            "{0}占全球上市同業市值的{3}，資本支出相當於{1}的{2}：股價隱含的資本支出報酬為對方的{4}。"
        }
        Phrase::ScaleAnswerPrivate => {
            "{0}占全球上市同業市值的{3}，計入未上市公司為{5}；資本支出相當於{1}的{2}：股價隱含的資本支出報酬為對方的{4}。"
        }
        Phrase::ScaleShareSolved => "若{0}資本支出的報酬為{1}的{2}，其市值應占全球同業的{3}。",
        Phrase::ScaleCapexSolved => {
            "若資本支出的報酬為{1}的{2}，{0}須投入{3}，才撐得起現有的市值占比。"
        }
        Phrase::ScalePeerCapexSolved => {
            "若{0}資本支出的報酬為{1}的{2}，{1}須投入{3}，才與現有的市值占比相符。"
        }
        Phrase::ScaleMultipleSolved => {
            "若資本支出的報酬為{1}的{2}，{0}現有的市值占比對應{3}的估值倍數。"
        }
        Phrase::ScalePeerMultipleSolved => {
            "若{0}資本支出的報酬為{1}的{2}，現有的市值占比對應{1}的估值倍數為{3}。"
        }
        Phrase::ScaleTold => {
            "代入數字：市值之比{0} = 資本支出之比{1} × 報酬之比{2} × 倍數之比{3}。"
        }
        Phrase::ScaleToldPrivate => "未上市公司：{0} ×（{1} ÷ {2} + {3}）− {1} = {4}。",
        Phrase::ScaleShares => "由兩個占比推算未上市公司",
        Phrase::ScaleSpending => "資本支出與市值對照",
        Phrase::AllListed => "全部上市同業的市值",
        Phrase::PrivateValue => "其未上市公司的估值",
        Phrase::PrivateShare => "占全部未上市同業的比例",
        Phrase::ValueRatio => "市值",
        Phrase::CapexRatio => "資本支出",
        Phrase::ValuePerCapex => "每單位資本支出對應的市值",
        Phrase::ImpliedReturn => "股價隱含的資本支出報酬",
        Phrase::ParityReturn => "使每單位資本支出與對方同值所需的報酬",
        Phrase::EqualReturn => "使市值與對方相當所需的報酬",
        Phrase::ReturnToAdd => "若要每單位資本支出與對方同值，每年須多賺相當於資本支出{0}的獲利。",
        Phrase::WorthMore => "每單位資本支出對應的市值已不低於對方。",
        Phrase::OfPeer => "相當於對方的比例",
        Phrase::ScaleCaution => {
            "占比涵蓋全球同業，資本支出只計兩個市場的大型雲端業者，兩者對照僅供粗略參考。"
        }
        Phrase::SpendingByYear => "歷年資本支出",
        Phrase::SpendingSays => {
            "{6}家合計（美元）：{1}年{0}，{3}年{2}，{5}年展望{4}。依公開財報與公司展望換算的曆年近似值，與上方報告的合計算法不同。"
        }
        Phrase::Guidance => "{0}（展望）",
        Phrase::Company => "公司",
        Phrase::Together => "合計",
        Phrase::CatchingUpHalves => {
            "差距在{2}內由{0}變為{1}：照此速度，每{3}減半一次，{5}後為{4}。"
        }
        Phrase::CatchingUpLinear => "差距在{2}內由{0}變為{1}：若線性縮小，{5}後為{4}。",
        Phrase::CatchingUpPace => "差距在{2}內由{0}變為{1}：照此速度，每{3}減半一次。",
        Phrase::CatchingUpClosesLinear => "差距在{2}內由{0}變為{1}：若線性縮小，{3}後減半。",
        Phrase::CatchingUpThere => "差距在{2}內由{0}變為{1}，已不高於{3}。",
        Phrase::CatchingUpSolved => "若要差距每{0}減半一次，{1}須為{2}。",
        Phrase::Diverging => "差距在{2}內由{0}擴大到{1}：正在拉開，沒有半衰期可言。",
        Phrase::Crossed => "差距在{2}內由{0}變為{1}：雙方已經易位，沒有半衰期可言。",
        Phrase::CatchingUpTold => "代入數字：半衰期 = {2} × ln（2）÷ ln（{0} ÷ {1}）= {3}。",
        Phrase::CatchingUpToldExponential => {
            "指數收斂至{3}：{2} × ln（{1} ÷ {3}）÷ ln（{0} ÷ {1}）= {4}。"
        }
        Phrase::CatchingUpToldLinear => "線性收斂至{3}：{2} ×（{1} − {3}）÷（{0} − {1}）= {4}。",
        Phrase::CourseLegend => "往後差距的收斂路徑",
        Phrase::CurveThrough => "曲線經過前值與現值兩點；更早的差距只作為一點標出，不影響曲線。",
        Phrase::PaceDiscount => {
            "僅為設想，並非預測：假如上文重估一節的{0}倍數折價也以同樣速度收斂，{1}後將減半。"
        }
        Phrase::PacePremium => {
            "僅為設想，並非預測：假如上文重估一節的{0}倍數溢價也以同樣速度收斂，{1}後將減半。"
        }
        Phrase::PaceThreshold => "降至{0}需要{1}。",
        Phrase::CurveTitle => "差距如何縮小",
        Phrase::ValuationCurveTitle => "估值差距若以同樣速度收斂",
        Phrase::CurveSays => "兩條路徑都經過{0}與{1}：降至{2}，指數收斂需要{3}，線性收斂需要{4}。",
        Phrase::CurveSaysLinear => {
            "兩條路徑都經過{0}與{1}：線性收斂需要{3}降至{2}；指數收斂則永遠不會完全到達。"
        }
        Phrase::CurveSaysOpen => "兩條路徑都經過{0}與{1}：指數收斂永遠不會完全縮小，線性收斂則會。",
        Phrase::FromNow => "時間",
        Phrase::Observed => "觀測值",
        Phrase::Now => "現在",
        Phrase::Ago => "{0}前",
        Phrase::Ahead => "{0}後",
        Phrase::PointSaid => "{0}，{1}：{2}",
        Phrase::ObservedEarlier => "更早的觀測值",
        Phrase::ObservedBefore => "前次觀測值",
        Phrase::ObservedNow => "目前觀測值",
        Phrase::HalfLeft => "剩下一半",
        Phrase::ThresholdReached => "降至門檻",
        Phrase::ClosesAs => "{1}{0}",
        Phrase::HalfIn => "{0}後減半",
        Phrase::ThresholdLine => "門檻{0}",
        Phrase::GuidanceWord => "展望",
        Phrase::StraightLine => "線性",
        Phrase::ExponentialCurve => "指數",
        Phrase::MonthsFromNow => "距今月數",
        Phrase::YearsFromNow => "距今年數",
        Phrase::ShownReturn => "下方顯示的報酬",
        Phrase::GridTitle => "不同成長率與估值下的報酬",
        Phrase::GridTold => "{1}格中，虧損的有{0}格。框出的一格是您的假設。",
        Phrase::GridLine => "標有0%的線上不賺不賠。",
        Phrase::GridHint => "可用方向鍵逐格讀出，按Home鍵回到您的一格。",
        Phrase::CellTold => "{0}為{1}，{2}為{3}：{4}為{5}。",
        Phrase::CellNone => "{0}為{1}，{2}為{3}：無法計算{4}。{5}",
        Phrase::TornadoTitle => "影響最大的因素",
        Phrase::TornadoTold => {
            "{0}影響最大：由{1}變為{2}時，報酬由{3}變為{4}。各因素單獨變動，幅度可以修改。"
        }
        Phrase::Swings => "上下變動的幅度",
        Phrase::SwingOf => "{0}：上下變動幅度",
        Phrase::BarTold => "{0}：{1}至{2}",
        Phrase::BarSpoken => "{0}：{1}至{2}，報酬{3}至{4}",
        Phrase::Low => "低值",
        Phrase::High => "高值",
        Phrase::AtLow => "低值時的報酬",
        Phrase::AtHigh => "高值時的報酬",
        Phrase::WayTitle => "獲利×估值倍數",
        Phrase::WayTold => {
            "每條線上的股價相同，今日為100。期末每股盈餘為{0}，估值倍數為{1}，股價為{2}。"
        }
        Phrase::PriceOf => "股價{0}",
        Phrase::Multiple => "估值倍數",
        Phrase::EarningsIndex => "每股盈餘（今日為100）",
        Phrase::PriceIndex => "股價（今日為100）",
        Phrase::ValueIndex => "計入股利與匯率",
        Phrase::Time => "時間",
        Phrase::Today => "今日",
        Phrase::WayPoint => "{0}：每股盈餘{1}，估值倍數{2}，股價{3}",
        Phrase::BreakEvenTitle => "報酬為零的臨界點",
        Phrase::BreakEvenHint => "每項單獨變動，其餘如上。",
        Phrase::ScenariosTitle => "悲觀、基準與樂觀",
        Phrase::ScenariosTold => {
            "預期報酬：年化{0}，合計{1}，標準差{2}。年化達到{3}的機率為{4}，虧損的機率為{5}。"
        }
        Phrase::ScenariosHint => "其餘假設同上。「您的假設」沿用上方的成長率與倍數。",
        Phrase::Scenario => "情境",
        Phrase::OfCase => "{0}：{1}",
        Phrase::GivesWay => "為使機率合計為100%，隨之調整的是",
        Phrase::CatalystsTitle => "催化劑",
        Phrase::CatalystsTold => {
            "到{0}，這些事件預計使差距收斂{1}，標準差{2}，範圍為{3}至{4}。收斂達到上方所設{5}的機率為{6}。"
        }
        Phrase::CatalystsToldOne => {
            "到{0}，這一事件預計使差距收斂{1}，標準差{2}，範圍為{3}至{4}。收斂達到上方所設{5}的機率為{6}。"
        }
        Phrase::CatalystsSure => "到{0}，無論如何差距都會收斂{1}；上方假設為{5}。",
        Phrase::CatalystsNone => "{0}之前沒有事件，因此不預期差距由此收斂。",
        Phrase::CatalystsHint => {
            "各事件互不影響，或發生，或不發生。時間從下方的起算日算起，而不是從您開啟本頁之日，因此儲存的數字無論何時開啟，結果都相同；一年按365.25天計。期限之後的事件不計入。名稱與數字均為範例。"
        }
        Phrase::Catalyst => "事件",
        Phrase::CatalystName => "事件名稱",
        Phrase::DueOn => "日期",
        Phrase::NotADate => "日期請寫作2026年7月15日，月份請寫作2026年7月。",
        Phrase::CountFromToday => "改為從今天起算",
        Phrase::CatalystPast => "有事件早於起算日：請改用更晚的日期，或將其移除。",
        Phrase::CatalystIncomplete => "有事件尚缺日期、機率或影響：請補全，或將其移除。",
        Phrase::Probability => "機率",
        Phrase::ClosesIf => "發生時收斂比例",
        Phrase::ClosesIfNot => "未發生時收斂比例",
        Phrase::AddCatalyst => "新增事件",
        Phrase::ComparisonTitle => "與保留的假設對照",
        Phrase::NothingKept => "先保留各部分目前的數字，再繼續修改，差別會列在這裡。",
        Phrase::NothingDiffers => "與保留的假設沒有差別。",
        Phrase::KeptDiffers => "以下是兩者的差別與各自的報酬。",
        Phrase::Keep => "保留以供對照",
        Phrase::ClearKept => "清除",
        Phrase::Figure => "項目",
        Phrase::Kept => "保留時",
        Phrase::Present => "現在",
        Phrase::SolvedFor => "「{0}」一節求解的是",
        Phrase::FollowsFrom => "{0}求出後，隨之推算的是",
        Phrase::ExitGiven => "期末估值的給定方式",
        Phrase::GoalGiven => "目標報酬的給定方式",
        Phrase::OrderOfSectors => "類股順序",
        Phrase::ToldWhatIf => {
            "代入數字：［（{0} ÷ {1}）^{2} × {3} ÷ {4} + {5} × {2}］× {6}^{2} − 1 = {7}；{8}^（1 ÷ {2}）− 1 = {9}。"
        }
        Phrase::Expected => "預期",
        Phrase::ExpectedReturn => "預期年化報酬",
        Phrase::BearBreakEven => "預期報酬為零時悲觀情境的機率（其餘情境按比例調整）",
        Phrase::BullForGoal => "預期報酬達到目標時樂觀情境的機率（其餘情境按比例調整）",
        Phrase::SourcesLead => {
            "數字引自以下來源；數字下方的來源若註明年月，即距今已超過180天。標為「範例」的是本頁自擬的初始假設，並非任何來源的數字。"
        }
        Phrase::OnPaper => "*範例；†自填",
        Phrase::Undated => "日期不詳",
        Phrase::Published => "。{0}，{1}。",
        Phrase::CopyTable => "複製表格",
        Phrase::Copied => "已複製。",
        Phrase::CopyByHand => "瀏覽器不允許本頁複製，請選取下方文字自行複製。",
        Phrase::PasteRows => "貼上多列",
        Phrase::PasteTitle => "從試算表貼上多列",
        Phrase::PasteHint => {
            "從試算表複製一個範圍，貼到此處：名稱、指標（可省略）、兩個市場的倍數、權重和兩個市場的成長率（均可省略）。最多{0}列、{1}KB。"
        }
        Phrase::PasteText => "各列內容",
        Phrase::PasteEmpty => "其中沒有可讀的列。",
        Phrase::PasteTooLong => "文字超過{0}KB。",
        Phrase::PasteTooManyRows => "超過{0}列。",
        Phrase::PasteAsk => "「{0}」一欄中的「{1}」應讀作",
        Phrase::PasteFaults => "無法讀取的儲存格已標出，請在上方文字中修改。",
        Phrase::PasteReplace => "取代現有各列",
        Phrase::PasteAdd => "加在現有各列之下",
        Phrase::PasteWhere => "放在何處",
        Phrase::PasteTake => "放入表格中",
        Phrase::PasteDone => "各列已放入表格，可以復原。",
        Phrase::Cancel => "取消",
        Phrase::NoName => "缺少名稱。",
        Phrase::UnknownMeasure => "此處沒有這種指標。",
        Phrase::DownloadCsv => "下載CSV",
        Phrase::SaveInputs => "下載輸入值（JSON）",
        Phrase::OpenFile => "開啟檔案（JSON、CSV）",
        Phrase::FileOpened => "檔案已開啟，可以復原成原先的內容。",
        Phrase::FileTooLarge => "檔案超過{0}MB，內容未作更動。",
        Phrase::FileUnreadable => "無法把該檔案讀作本頁的輸入值，檔案可能已損壞。內容未作更動。",
        Phrase::FileNewer => "該檔案由較新版本的本頁儲存，請重新載入本頁後再開啟。內容未作更動。",
        Phrase::FileOutOfLimits => "檔案中有數字或名稱超出本頁的限度。內容未作更動。",
        Phrase::Cite => "複製引用語句",
        Phrase::Cited => "{0}（Rerate「{1}」，{2}，{3}；依據：{4}）",
        Phrase::CitedExamples => "範例假設",
        Phrase::CitedOwn => "使用者自填的數字",
        Phrase::Print => "列印",
        Phrase::SavePage => "儲存此試算工具",
        Phrase::PageSaved => "已儲存為一個檔案，內含您的數字，沒有網路也能開啟。",
        Phrase::PageNotSaved => "未能儲存試算工具：有一部分暫時無法取得。",
        Phrase::Embed => "嵌入",
        Phrase::EmbedTitle => "嵌入文章",
        Phrase::EmbedSections => "章節",
        Phrase::EmbedNoSection => "不選則嵌入整個試算工具",
        Phrase::EmbedWidth => "寬度",
        Phrase::EmbedFullWidth => "隨版面而定",
        Phrase::EmbedLock => "讀者不能改動數字",
        Phrase::EmbedPreview => "預覽",
        Phrase::EmbedFrame => "一般框架，適用於不允許指令碼的網頁",
        Phrase::EmbedListener => "高度隨內容變化的框架",
        Phrase::EmbedElement => "附指令碼介面的元素",
        Phrase::CopySnippet => "複製",
        Phrase::EmbedTooMuch => "這些數字超出連結所能容納的範圍，嵌入內容將顯示預設數字。",
        Phrase::OpenFull => "開啟完整試算工具",
    }
}

pub(in crate::text) const fn method(section: Section) -> &'static str {
    match section {
        Section::Claim => {
            "見報的數字代表一個區間：末位上下各半個單位；若寫明「約」，則上下各一個單位。只要在各自區間內能取到一組數值，使「期末值 = 期初值 + 變動額」與「變動額 = 漲跌幅 × 期初值」（或「部分 = 占比 × 整體」，或「前項 = 兩項之比 × 後項」）精確成立，數字即為相符。推算值依見報的數字計算，範圍依區間兩端計算。依據：摩爾《區間分析》（1966年）。"
        }
        Section::Sectors => {
            "溢價 = 倍數 ÷ 對方倍數 − 1，小於零即為折價。至平價漲幅 = 對方倍數 ÷ 倍數 − 1：40%的折價完全收斂，相當於上漲67%。對數差距 = ln（倍數 ÷ 對方倍數）。合計取各列對數差距的加權平均，再換算為溢價：只有這種平均，在兩個市場互換位置後恰好得到倒數，而且能合併指標不同的各列。依據：佛萊明與華萊士，《美國計算機學會通訊》第29卷（1986年），論比率應取幾何平均。"
        }
        Section::Why => {
            "依未來一年獲利計的合理本益比 =［前期配息率 ×（1 + 前期成長率）÷（要求報酬率 − 前期成長率）×（1 −（（1 + 前期成長率）÷（1 + 要求報酬率））^前期年數）+ 之後配息率 ×（（1 + 前期成長率）÷（1 + 要求報酬率））^前期年數 ×（1 + 之後成長率）÷（要求報酬率 − 之後成長率）］÷（1 + 前期成長率）。配息率 = 1 − 成長率 ÷ 股東權益報酬率，因為成長需要投入。要求報酬率 = 無風險利率 + 貝他係數 × 股權風險溢酬 + 國家風險曝險 × 國家風險溢酬。兩個合理倍數之間的對數差距依Shapley值拆解：把一方的數字逐項換成另一方的，所有先後次序都算一遍，取每一項影響的平均值。剩下的差距未獲解釋：可能是情緒、治理、流動性、會計處理，也可能是數字有誤。依據：達摩德仁《投資評價》第18章；Shapley《多人賽局的值》（1953年）。迴歸為普通最小平方法，樣本是達摩德仁表中的各產業，權重相同。"
        }
        Section::Past => {
            "增量本益比 = 市值變動額 ÷ 獲利變動額。結合漲跌幅與期末本益比，可得：獲利成長率 = 漲跌幅 × 本益比 ÷［（1 + 漲跌幅）× 增量本益比 − 漲跌幅 × 本益比］；重估幅度 =（1 + 漲跌幅）÷（1 + 獲利成長率）− 1。投資人報酬 =［（1 + 獲利成長率）÷（1 + 股數變動）×（1 + 重估幅度）+ 股利］×（1 + 匯率變動）− 1。拆解時股利折算為因素：1 + 股利 ÷ 期末價格（期初為1）。各種拆解方法的合計都與總數完全相等，差別只在於：須由各因素的乘積解釋的部分，歸到誰的名下。依據：報告的增量本益比（公式係推斷）；《能源政策》第86卷（2015年），論對數拆解。"
        }
        Section::WhatIf => {
            "總報酬 =［（（1 + 獲利成長率）÷（1 + 股數變動））^年數 × 期末倍數 ÷ 目前倍數 + 殖利率 × 年數］×（1 + 匯率變動）^年數 − 1；年化報酬 =（1 + 總報酬）^（1 ÷ 年數）− 1。股利依今日股價以現金發放，不再投資。差距收斂若干比例，估值倍數便向同業的目前倍數靠攏若干。報酬的各部分依對數法拆解，以期初市值的百分比表示。依據：伊博森與陳鵬，《金融分析師期刊》第59卷（2003年）（適用於一年期）。"
        }
        Section::Scale => {
            "市值 = 資本支出 × 資本支出的報酬 × 為這份報酬支付的倍數，各項都取與對方之比；知其三便得其四。占比換算為與其餘部分之比：占比 ÷（1 − 占比）。未上市公司的估值，恰使上市占比變為計入它們之後的占比：計入後的占比 ×（上市公司市值 ÷ 上市占比 + 全部未上市同業的估值）− 上市公司市值。同樣的投入配同樣的市值，前提是報酬相同，而這正是有待判斷之處。兩者均為恆等式。"
        }
        Section::CatchingUp => {
            "兩個差距定出速度。指數收斂：相同時間內，剩餘差距縮小相同比例，往後差距 = 現值 × 0.5^（時間 ÷ 半衰期），半衰期 = 間隔 × ln（2）÷ ln（前值 ÷ 現值），永遠不會完全縮小。線性收斂：相同時間內縮小相同數額。僅憑兩點無法分辨，所以兩條都畫出；半衰期依指數收斂計算。月份為刊出數字的各期月份。依據：巴羅與薩拉伊馬丁，《政治經濟學期刊》第100卷（1992年），論半衰期。"
        }
    }
}

pub(in crate::text) const fn driver(driver: Driver) -> &'static str {
    match driver {
        Driver::Earnings => "獲利成長",
        Driver::Rerating => "估值重估",
        Driver::Shares => "股數變動",
        Driver::Dividends => "股利",
        Driver::Currency => "匯率",
    }
}

pub(in crate::text) const fn split_method(method: Method) -> &'static str {
    match method {
        Method::Log => "對數法",
        Method::Lmdi => "LMDI",
        Method::Shapley => "Shapley",
        Method::Sequential => "逐項替代法",
        Method::FirstOrder => "單因素法",
    }
}

pub(in crate::text) const fn split_method_meaning(method: Method) -> &'static str {
    match method {
        Method::Log => {
            "各部分以對數點（自然對數的百分之一）計，不論多少個因素、多少年，都可以直接相加。"
        }
        Method::Lmdi => "對數平均迪氏指數：依各因素的對數占比分配，以期初市值的百分比表示。",
        Method::Shapley => {
            "把各因素變動的所有先後次序都算一遍，取每個因素影響的平均值，以期初市值的百分比表示。"
        }
        Method::Sequential => "依表中次序，在前面各因素之上逐一替換，以期初市值的百分比表示。",
        Method::FirstOrder => {
            "假定每個因素單獨變動；只有各因素的乘積才能解釋的部分，另列為交互項。"
        }
    }
}

pub(in crate::text) const fn closing(closing: Closing) -> &'static str {
    match closing {
        Closing::Premium => "折溢價",
        Closing::LogGap => "對數差距",
    }
}

pub(in crate::text) const fn course(course: Course) -> &'static str {
    match course {
        Course::Exponential => "指數收斂",
        Course::Linear => "線性收斂",
    }
}

pub(in crate::text) const fn regressor(regressor: Regressor) -> &'static str {
    match regressor {
        Regressor::Growth => "預期成長率",
        Regressor::ReturnOnEquity => "股東權益報酬率",
        Regressor::NetMargin => "淨利率",
        Regressor::OperatingMargin => "營業利益率",
        Regressor::Beta => "貝他係數",
    }
}

pub(in crate::text) const fn case(case: Case) -> &'static str {
    match case {
        Case::Bear => "悲觀",
        Case::Base => "基準",
        Case::Bull => "樂觀",
        Case::Own => "您的假設",
    }
}
