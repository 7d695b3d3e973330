//! The sections below the first view, and what is folded away, in Traditional Chinese.

use crate::{
    text::Phrase,
    valuation::{
        attribution::{Driver, Method},
        gap::Closing,
    },
    workbook::Section,
};

pub(in crate::text) const fn phrase(phrase: Phrase) -> &'static str {
    match phrase {
        Phrase::ToldQuotient => "此處：{0} ÷ {1} = {2}。",
        Phrase::ToldChange => "此處：{0} ÷ {1} = {2}；{2} + {0} = {3}。",
        Phrase::ToldGap => "{0}：{1} ÷ {2} − 1 = {3}；{2} ÷ {1} − 1 = {4}；ln({1} ÷ {2}) = {5}。",
        Phrase::ToldSources => {
            "{0}：盈利增長 = {1} × {2} ÷ ({3} × {4} − {1} × {2}) = {5}；重估 = {3} ÷ {6} − 1 = {7}。"
        }
        Phrase::ShowTable => "以表格顯示",
        Phrase::PastMove => "{0}：{1}，其中{2}來自估值重估，{3}來自獲利成長。",
        Phrase::MoveOf => "{0}：{1}",
        Phrase::PastInputs => "報告列出的數字與其他變動",
        Phrase::PastSplit => "各因素的貢獻",
        Phrase::OfMarket => "{1}：{0}",
        Phrase::SplitMethod => "拆解方法",
        Phrase::Driver => "因素",
        Phrase::DriverChange => "變動",
        Phrase::DriverPart => "貢獻",
        Phrase::DriverShare => "占比",
        Phrase::Interaction => "交互項",
        Phrase::Whole => "持有人報酬",
        Phrase::WhatIfAnswer => {
            "若獲利每年變動{0}，估值倍數由{1}變為{2}，{3}在{5}內的總報酬為{4}，年化{6}。"
        }
        Phrase::WhatIfSolvedAnnual => "{1}的年化報酬要達到{0}，{2}須為{3}。",
        Phrase::WhatIfSolvedTotal => "{1}的總報酬要達到{0}，{2}須為{3}。",
        Phrase::WhatIfLaterToo => "更長的期間同樣有解。",
        Phrase::SolveHint => {
            "各項均可填寫。標有「解出」的一項由其餘各項算出；按「求解」可改為求另一項。"
        }
        Phrase::ClosureRule => "收斂時線性縮小的是",
        Phrase::Waterfall => "報酬的組成",
        Phrase::TotalReturn => "總報酬",
        Phrase::SourcesLead => {
            "數字引自以下出版品。標為「範例」的是本頁自擬的初始假設，並非任何來源的數字。"
        }
        Phrase::Undated => "日期不詳",
        Phrase::Published => "。{0}，{1}。",
    }
}

pub(in crate::text) const fn method(section: Section) -> &'static str {
    match section {
        Section::Claim => {
            "見報的數字代表一個區間：末位上下各半個單位；若寫明「約」，則上下各一個單位。只要在各自區間內能取到一組數值，使「期末值 = 期初值 + 變動額」與「變動額 = 漲跌幅 × 期初值」（或「部分 = 占比 × 整體」，或「前項 = 兩項之比 × 後項」）精確成立，數字即為相符。推算值依見報的數字計算，範圍依區間兩端計算。"
        }
        Section::Sectors => {
            "溢價 = 倍數 ÷ 對方倍數 − 1，小於零即為折價。至平價漲幅 = 對方倍數 ÷ 倍數 − 1：40%的折價完全收斂，相當於上漲67%。對數差距 = ln（倍數 ÷ 對方倍數）。合計取各列對數差距的加權平均，再換算為溢價：只有這種平均，在兩個市場互換位置後恰好得到倒數，而且能合併指標不同的各列。"
        }
        Section::Past => {
            "增量本益比 = 市值變動額 ÷ 獲利變動額。結合漲跌幅與期末本益比，可得：獲利成長率 = 漲跌幅 × 本益比 ÷［（1 + 漲跌幅）× 增量本益比 − 漲跌幅 × 本益比］；重估幅度 =（1 + 漲跌幅）÷（1 + 獲利成長率）− 1。持有人報酬 =［（1 + 獲利成長率）÷（1 + 股數變動）×（1 + 重估幅度）+ 股利］×（1 + 匯率變動）− 1。各種拆解方法的合計都與總數完全相等，差別只在於：須由各因素的乘積解釋的部分，歸到誰的名下。"
        }
        Section::WhatIf => {
            "總報酬 =［（（1 + 獲利成長率）÷（1 + 股數變動））^年數 × 期末倍數 ÷ 目前倍數 + 殖利率 × 年數］×（1 + 匯率變動）^年數 − 1；年化報酬 =（1 + 總報酬）^（1 ÷ 年數）− 1。股利依今日股價以現金發放，不再投資。差距收斂若干比例，估值倍數便向同業的目前倍數靠攏若干。報酬的各部分依對數法拆解，以期初市值的百分比表示。"
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
        Method::Sequential => "連環替代法",
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
        Method::Sequential => "依表中次序，在前面各因素之上逐個替換，以期初市值的百分比表示。",
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
