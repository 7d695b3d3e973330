//! The page in Traditional Chinese, as Taiwan's financial press writes.

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
            "兩個市場的估值差距有多大，由什麼造成，重估又值多少？在您的瀏覽器中執行的試算工具。"
        }
        Word::Strapline => "兩個市場的估值差距有多大，由什麼造成，重估又值多少？",
        Word::SkipToContent => "跳至數據",
        Word::Settings => "設定",
        Word::Preset => "初始數據",
        Word::PresetChinaVsUs => "中美AI股",
        Word::PresetGoldenDragon => "中國金龍與那斯達克100",
        Word::PresetIndustries => "兩個美國產業",
        Word::PresetBlank => "空白",
        Word::FirstIndustry => "產業一",
        Word::SecondIndustry => "產業二",
        Word::Undo => "復原",
        Word::Redo => "重做",
        Word::ResetAll => "全部重設",
        Word::LanguageLabel => "語言",
        Word::LanguageUnfetched => "無法取得該語言的文字，請檢查網路連線。",
        Word::Theme => "外觀",
        Word::ThemeAuto => "跟隨裝置",
        Word::ThemeLight => "淺色",
        Word::ThemeDark => "深色",
        Word::Colours => "顏色",
        Word::ColoursNeutral => "藍與橙",
        Word::ColoursRedUp => "紅漲綠跌",
        Word::ColoursGreenUp => "綠漲紅跌",
        Word::Contents => "目錄",
        Word::Sources => "資料來源",
        Word::NotAdvice => "不構成投資建議。",
        Word::OnYourMachine => {
            "全部在您的裝置上計算：不需帳號，不用Cookie，您輸入的內容不會離開本機。"
        }
        Word::Scriptless => "這裡是文章中的數字。要填入您自己的數字，請允許本頁執行JavaScript。",
        Word::Stale => "出了問題，這些數字可能已與您的輸入不符。正在重新啟動……",
        Word::Restarted => "試算工具已重新啟動。您的輸入已恢復，最後一次更動可能遺失。",
        Word::Stopped => "試算工具反覆出錯。您的輸入列在下面，請先複製，再重新載入本頁。",
        Word::Unavailable => {
            "試算工具無法啟動，這裡的數字不能修改。請重新載入本頁，或改用新版瀏覽器。"
        }
        Word::Inputs => "您的輸入",
        Word::Reload => "重新載入本頁",
        Word::BelowFailed => "下方各部分未能載入，其中的數字不隨輸入更新。",
        Word::TryAgain => "重試",
        Word::Example => "範例",
        Word::Dated => "，{0}",
        Word::Yours => "自填",
        Word::Reset => "重設",
        Word::ResetSection => "重設本節",
        Word::OlderThan => "距今已超過180天",
        Word::Method => "計算方法",
        Word::ClaimKind => "核對內容",
        Word::ClaimNothing => "請照原文填入數字：填三個可以核對，填兩個可以推算其餘。",
        Word::ClaimAgree => "在四捨五入的誤差範圍內，這些數字彼此相符。",
        Word::ClaimDisagree => "數字對不上：由{0}和{1}推算，{2}應為{3}，而非{4}。",
        Word::ClaimDisagreeOnly => "這些數字彼此對不上。",
        Word::ClaimImplies => "只有兩個數字，無從核對；由{0}和{1}推算，{2}為{3}。",
        Word::ClaimSolved => "由{0}和{1}推算，{2}為{3}。",
        Word::Labelled => "{0}：{1}",
        Word::Correction => "{0}：{1}（{2}至{3}）",
        Word::CorrectionAny => "以下任改一處，即可相符",
        Word::CorrectionOne => "只有改這一處，才能相符",
        Word::CorrectionNone => "只改一處，無法相符",
        Word::ImpliedCaption => "數字之間的相互推算",
        Word::Figure => "數字",
        Word::IfRight => "若以此為準",
        Word::WouldBe => "則應為",
        Word::WithinRounding => "捨入範圍",
        Word::FromPair => "{0}和{1}",
        Word::RangeTo => "{0}至{1}",
        Word::SectorsNone => "請新增類股，並填入兩個市場的估值倍數，即可看到差距。",
        Word::SectorsCount => "{3}個{5}中，{0}相對{1}有{2}個折價、{4}個溢價。",
        Word::SectorsDiscounts => "{3}個{5}中，{0}相對{1}有{2}個折價，沒有一個溢價。",
        Word::SectorsPremiums => "{3}個{5}中，{0}相對{1}有{4}個溢價，沒有一個折價。",
        Word::SectorsAtParity => "另有{0}個倍數相同。",
        Word::OfSectors => "類股",
        Word::OfMeasures => "指標",
        Word::WidestDiscount => "折價幅度最大的是{0}，達{1}；若完全收斂，可上漲{2}。",
        Word::WidestPremium => "溢價幅度最大的是{0}，達{1}；若回到平價，將下跌{2}。",
        Word::SingleDiscount => "{0}相對{1}折價{2}；若完全收斂，可上漲{3}。",
        Word::SinglePremium => "{0}相對{1}溢價{2}；若回到平價，將下跌{3}。",
        Word::SingleParity => "{0}與{1}的估值倍數相同。",
        Word::Sector => "類股",
        Word::Measure => "指標",
        Word::Premium => "折溢價",
        Word::Discount => "折價",
        Word::PremiumWord => "溢價",
        Word::DiscountSide => "折價",
        Word::Parity => "平價",
        Word::PremiumSide => "溢價",
        Word::Upside => "至平價漲幅",
        Word::LogGap => "對數差距",
        Word::Stated => "原文說法",
        Word::Agrees => "數字相符",
        Word::AgreesAsDerived => "其中一項由此推算",
        Word::Disagrees => "數字不符",
        Word::AtParity => "倍數相等",
        Word::Weight => "權重",
        Word::Row => "操作",
        Word::Raise => "上移{0}",
        Word::Lower => "下移{0}",
        Word::Remove => "刪除{0}",
        Word::Up => "上移",
        Word::Down => "下移",
        Word::Out => "刪除",
        Word::AddSector => "新增類股",
        Word::Total => "全部類股（加權）",
        Word::TotalMeaning => "對數差距的加權平均（僅計有差距的各列）",
        Word::PairsNote => {
            "報告未公開各類股的估值倍數，因此各列的指標與日期不一，僅以一組數據代表所屬類股。"
        }
        Word::MeasureNote => {
            "差距是正是負，可能因指標而異：同一類股以營收衡量可能便宜，以獲利衡量卻偏貴。"
        }
        Word::SectorName => "類股名稱",
        Word::MarketName => "市場名稱",
        Word::MultipleOf => "{1}：{0}的估值倍數",
        Word::WeightOf => "{0}：權重",
        Word::MeasureOf => "{0}：指標",
        Word::StatedOf => "{0}：原文所說的方向",
        Word::Unsolved => "未能求解。{0}",
        Word::StillUsed => "{0}結果仍按{1}計算。",
        Word::Solve => "求解",
        Word::SolveFor => "求解：{0}",
        Word::Solved => "解出",
        Word::Follows => "推算",
        Word::OutOfLimits => "須介於{0}至{1}之間。",
        Word::NameTooLong => "名稱最多200個字元。",
        Word::TooManySectors => "表格最多容納200個類股。",
        Word::NoSuchSector => "這一列已不存在。",
        Word::Locked => "由嵌入本工具的頁面設定。",
    }
}

pub(super) const fn aside(aside: Aside) -> &'static str {
    match aside {
        Aside::ReadyOffline => "現在沒有網路也能使用。",
        Aside::NewVersion => "試算工具有新版本。",
        Aside::ReloadNow => "重新載入",
        Aside::Later => "稍後",
    }
}

pub(super) const fn section(section: Section) -> &'static str {
    match section {
        Section::Claim => "數字對得上嗎？",
        Section::Sectors => "各類股的估值差距",
        Section::Why => "為何有此差距？",
        Section::Past => "迄今漲跌從何而來",
        Section::WhatIf => "若估值重估，會怎樣？",
        Section::Scale => "規模有多大？",
        Section::CatchingUp => "追趕得有多快？",
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
        Field::WhyAMultiple | Field::WhyBMultiple => "預估本益比",
        Field::WhyAGrowth | Field::WhyBGrowth => "前期獲利年成長率",
        Field::WhyAReturn | Field::WhyBReturn => "股東權益報酬率",
        Field::WhyARiskFree | Field::WhyBRiskFree => "無風險利率",
        Field::WhyABeta | Field::WhyBBeta => "貝他係數",
        Field::WhyAPremium | Field::WhyBPremium => "股權風險溢酬",
        Field::WhyAExposure | Field::WhyBExposure => "國家風險曝險（λ）",
        Field::WhyACountry | Field::WhyBCountry => "國家風險溢酬",
        Field::WhyARequired | Field::WhyBRequired => "要求報酬率",
        Field::WhyYears => "前期年數",
        Field::WhyStableGrowth => "之後獲利年成長率",
        Field::WhyUnexplained => "未獲解釋的溢價",
        Field::PastAChange | Field::PastBChange => "市值漲跌幅",
        Field::PastAMultiple | Field::PastBMultiple => "期末本益比",
        Field::PastAIncremental | Field::PastBIncremental => "增量本益比",
        Field::PastAShares | Field::PastBShares => "股數變動",
        Field::PastADividends | Field::PastBDividends => "股利（占期初市值）",
        Field::PastACurrency | Field::PastBCurrency => "匯率變動",
        Field::WhatIfMultiple => "目前倍數",
        Field::WhatIfPeer => "同業倍數",
        Field::WhatIfGrowth
        | Field::SwingGrowth
        | Field::BearGrowth
        | Field::BaseGrowth
        | Field::BullGrowth => "獲利年成長率",
        Field::WhatIfYears | Field::SwingYears => "年數",
        Field::WhatIfClosure
        | Field::SwingClosure
        | Field::BearClosure
        | Field::BaseClosure
        | Field::BullClosure => "差距收斂比例",
        Field::WhatIfTarget | Field::SwingTarget => "期末倍數",
        Field::WhatIfDividend | Field::SwingDividend => "每年殖利率",
        Field::WhatIfShares | Field::SwingShares => "股數年變動",
        Field::WhatIfCurrency | Field::SwingCurrency => "匯率年變動",
        Field::WhatIfTotal => "總報酬",
        Field::WhatIfAnnual => "年化報酬",
        Field::ScaleShare => "占全球上市同業市值比重",
        Field::ScaleWithPrivate => "計入未上市公司的占比",
        Field::ScaleListed => "上市公司市值",
        Field::ScalePrivatePeers => "全部未上市同業的估值",
        Field::ScaleCapexA | Field::ScaleCapexB => "資本支出",
        Field::ScaleMultipleA | Field::ScaleMultipleB => "估值倍數",
        Field::ScaleReturn => "資本支出報酬之比",
        Field::CatchingUpBefore => "差距前值",
        Field::CatchingUpNow => "差距現值",
        Field::CatchingUpTime => "間隔",
        Field::CatchingUpHalfLife => "半衰期",
        Field::CatchingUpThreshold => "門檻",
        Field::CatchingUpWithin => "降至門檻的時間",
        Field::CatchingUpEarlier => "更早的差距",
        Field::CatchingUpEarlierTime => "早於前值多久",
        Field::BearProbability
        | Field::BaseProbability
        | Field::BullProbability
        | Field::OwnProbability => "機率",
        Field::ScenarioGoal => "目標年化報酬",
        Field::WhatIfFrom => "起算日",
    }
}

pub(super) const fn quantity(quantity: Quantity) -> &'static str {
    match quantity {
        Quantity::Start => "期初值",
        Quantity::Change => "變動額",
        Quantity::Percent => "漲跌幅",
        Quantity::End => "期末值",
        Quantity::Part => "部分",
        Quantity::Whole => "整體",
        Quantity::Share => "占比",
        Quantity::Numerator => "前項",
        Quantity::Denominator => "後項",
        Quantity::Ratio => "兩項之比",
    }
}

/// How a quantity is named inside a sentence: as in its label, for Chinese has
/// no articles.
pub(super) const fn quantity_within(within: Quantity) -> &'static str {
    quantity(within)
}

pub(super) const fn claim_kind(kind: ClaimKind) -> &'static str {
    match kind {
        ClaimKind::Change => "漲跌",
        ClaimKind::Share => "占整體比例",
        ClaimKind::Ratio => "兩項之比",
    }
}

pub(super) const fn measure(measure: Measure) -> &'static str {
    match measure {
        Measure::ForwardPe => "預估本益比",
        Measure::TrailingPe => "近四季本益比",
        Measure::Pe => "本益比",
        Measure::EvEbitda => "EV/EBITDA",
        Measure::EvSales => "EV/營收",
        Measure::Ps => "股價營收比",
        Measure::Pb => "股價淨值比",
        Measure::Peg => "PEG",
    }
}

pub(super) const fn stated(stated: Option<Direction>) -> &'static str {
    match stated {
        None => "未提及",
        Some(Direction::Discount) => "折價",
        Some(Direction::Premium) => "溢價",
    }
}

pub(super) fn own_name_of(known: Known) -> &'static str {
    match known {
        Known::China => "中國",
        Known::UnitedStates => "美國",
        Known::GoldenDragon => "中國金龍",
        Known::Nasdaq100 => "那斯達克100",
        Known::MarketA => "市場甲",
        Known::MarketB => "市場乙",
        Known::CloudServiceProviders => "雲端服務商",
        Known::AiSoftware => "AI軟體",
        Known::DataCentres => "資料中心",
        Known::IcDesign => "IC設計",
        Known::SemiconductorEquipment => "半導體設備",
        Known::Foundry => "晶圓代工",
        Known::WholeIndex => "指數整體",
        Known::Measure(of) => measure(of),
        Known::NewSector => "新類股",
        Known::PolicyDecision => "政策出爐",
        Known::Listings => "新股上市",
        Known::EarningsSeason => "財報季",
        Known::NewCatalyst => "新事件",
        Known::Industry(line) => super::industries::TRADITIONAL
            .get(usize::from(line))
            .copied()
            .unwrap_or_default(),
    }
}

pub(super) const fn note(note: Note) -> &'static str {
    match note {
        Note::Estimate2026 => "依2026年獲利預估",
        Note::IncrementalInferred => "公式為推估",
        Note::UsMeansRest => "指中國以外的所有市場",
        Note::Capex20232025 => "2023至2025年",
        Note::Internet2026 => "中國網路股，2026年調整後獲利預估",
        Note::DerivedFromDiscount => "推算：16.1倍，折價約40%",
        Note::GdsChina2025 => "萬國數據中國業務，2025年預估",
        Note::DerivedFromPeers => "推算：20倍，較同業低10%",
        Note::Cambricon => "寒武紀",
        Note::Nvidia => "輝達",
        Note::Naura => "北方華創",
        Note::Asml => "艾司摩爾（代表中國以外）",
        Note::Smic => "中芯國際",
        Note::Tsmc => "台積電（代表中國以外）",
        Note::IssueNovember2025 => "2025年11月刊",
        Note::IssueDecember2025 => "2025年12月刊",
        Note::IssueJanuary2026 => "2026年1月刊",
        Note::BetweenIssues => "依各期月份計",
        Note::DerivedFromCostOfEquity => "推算：權益成本減去貝他係數乘4.46%",
        Note::MatureMarket => "成熟市場，不含國家風險",
        Note::CountryRiskIncluded => "美國，已含國家風險",
        Note::ExpectedFiveYears => "未來五年預期",
    }
}

pub(super) const fn reason(reason: NotMeaningful) -> &'static str {
    match reason {
        NotMeaningful::MissingInput => "缺少所需的數字。",
        NotMeaningful::NotFinite => "有一項不是數值。",
        NotMeaningful::OutOfRange => "結果過大或過小，無法計算。",
        NotMeaningful::DividesByZero => "除數為零。",
        NotMeaningful::TimesZero => "它要乘以零，取何值都不影響結果。",
        NotMeaningful::FigureNegative => "有不能為負的數值為負。",
        NotMeaningful::LengthsDiffer => "各組數據的長度不一。",
        NotMeaningful::MultipleNotPositive => "估值倍數為零或負數。",
        NotMeaningful::StartNotPositive => "期初值或整體為零或負數。",
        NotMeaningful::FallsBelowZero => "期末值將低於零。",
        NotMeaningful::FiguresContradict => "其餘數字互相矛盾。",
        NotMeaningful::WeightNegative => "權重為負數。",
        NotMeaningful::WeightsSumToZero => "權重全部為零。",
        NotMeaningful::NoObservations => "沒有可供合計的數據。",
        NotMeaningful::ValueNotPositive => "市值為零或負數。",
        NotMeaningful::FundamentalNotPositive => "獲利、報酬等數字須大於零，現為零或負數。",
        NotMeaningful::FundamentalChangedSign => "獲利正負逆轉。",
        NotMeaningful::CurrenciesDiffer => "股價與獲利的幣別不同。",
        NotMeaningful::SpendingNotPositive => "支出為零或負數。",
        NotMeaningful::VolatilityNotPositive => "波動率為零或負數。",
        NotMeaningful::GrowthNotBelowReturn => "成長率不低於要求報酬率。",
        NotMeaningful::GrowthAboveReturnOnEquity => "成長率高於股東權益報酬率。",
        NotMeaningful::GrowthNotPositive => "成長率為零或負數。",
        NotMeaningful::RateNotAboveMinusOne => "變動達−100%，即已歸零。",
        NotMeaningful::YearsNotPositive => "時間為零或負數。",
        NotMeaningful::ShareOutOfRange => "占比須在0%與100%之間。",
        NotMeaningful::ProbabilitiesInvalid => {
            "機率須在0%至100%之間，合計100%：請調低已填的某一項。"
        }
        NotMeaningful::TooManyCatalysts => "催化劑數量太多。",
        NotMeaningful::GapWidened => "差距擴大了。",
        NotMeaningful::GapUnchanged => "差距沒有變化。",
        NotMeaningful::GapChangedSign => "差距正負逆轉。",
        NotMeaningful::GapClosed => "其中一個差距為零。",
        NotMeaningful::NeverReached => "只會不斷接近，永遠無法達到。",
        NotMeaningful::NoSolution => "任何取值都得不出所求的數字。",
        NotMeaningful::EveryValueSolves => "任何取值都能得出所求的數字。",
        NotMeaningful::TooFewObservations => "公司家數太少。",
        NotMeaningful::Collinear => "有一項解釋變數與其他變數重複。",
        NotMeaningful::NoChange => "沒有變動，無從計算占比。",
        NotMeaningful::EarningsUnchanged => "獲利沒有變化。",
        NotMeaningful::DividendNegative => "股利為負數。",
        NotMeaningful::NoGapToClose => "兩邊倍數相等，沒有差距可以收斂。",
        NotMeaningful::DividendsExceedGoal => "光是股利的報酬就已超過目標。",
        NotMeaningful::NegativeDividendNeeded => "即使不發股利，報酬也已高於目標。",
        NotMeaningful::NoHorizonReaches => "無論多少年，都達不到這樣的報酬。",
        NotMeaningful::SolutionBeyondRange => "求得的數值超出模型的適用範圍。",
    }
}

pub(super) const fn number_error(error: NumberError) -> &'static str {
    match error {
        NumberError::Empty => "請輸入數字。",
        NumberError::TooLong => "內容過長，不像數字。",
        NumberError::NotANumber => "這不是數字。",
        NumberError::TwoSigns => "正負號不只一個。",
        NumberError::Misgrouped => "逗號或小數點的位置不合數字的寫法。",
        NumberError::UnknownSuffix => "數字後面的文字無法辨識。",
        NumberError::WrongUnit => "數字的單位與本欄不符。",
        NumberError::TooLarge => "數字太大。",
    }
}
