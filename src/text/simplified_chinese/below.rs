//! The sections below the first view, and what is folded away, in Simplified Chinese.

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
        Phrase::ToldQuotient => "此处：{0} ÷ {1} = {2}。",
        Phrase::ToldChange => "此处：{0} ÷ {1} = {2}；{2} + {0} = {3}。",
        Phrase::ToldGap => "{0}：{1} ÷ {2} − 1 = {3}；{2} ÷ {1} − 1 = {4}；ln({1} ÷ {2}) = {5}。",
        Phrase::ToldSources => {
            "{0}：盈利增长 = {1} × {2} ÷ ({3} × {4} − {1} × {2}) = {5}；重估 = {3} ÷ {6} − 1 = {7}。"
        }
        Phrase::ShowTable => "以表格显示",
        Phrase::PastMove => "{0}：{1}，其中{2}来自估值重估，{3}来自盈利增长。",
        Phrase::MoveOf => "{0}：{1}",
        Phrase::PastInputs => "报告给出的数字与其他变动",
        Phrase::PastSplit => "各因素的贡献",
        Phrase::OfMarket => "{1}：{0}",
        Phrase::SplitMethod => "拆分方法",
        Phrase::Driver => "因素",
        Phrase::DriverChange => "变动",
        Phrase::DriverPart => "贡献",
        Phrase::DriverShare => "占比",
        Phrase::Interaction => "交互项",
        Phrase::Whole => "持有人回报",
        Phrase::WhatIfAnswer => {
            "若盈利每年变动{0}，估值倍数由{1}变为{2}，{3}在{5}内的总回报为{4}，年化{6}。"
        }
        Phrase::WhatIfSolvedAnnual => "{1}的年化回报要达到{0}，{2}须为{3}。",
        Phrase::WhatIfSolvedTotal => "{1}的总回报要达到{0}，{2}须为{3}。",
        Phrase::WhatIfLaterToo => "更长的期限同样有解。",
        Phrase::SolveHint => {
            "各项均可填写。标有“解出”的一项由其余各项算出；按“求解”可改为求另一项。"
        }
        Phrase::ClosureRule => "收敛时线性缩小的是",
        Phrase::Waterfall => "回报的构成",
        Phrase::TotalReturn => "总回报",
        Phrase::SourcesLead => {
            "数字引自以下出版物。标为“示例”的是本页自拟的初始假设，并非任何来源的数字。"
        }
        Phrase::Undated => "日期不详",
        Phrase::Published => "。{0}，{1}。",
    }
}

pub(in crate::text) const fn method(section: Section) -> &'static str {
    match section {
        Section::Claim => {
            "见报的数字代表一个区间：末位上下各半个单位；若写明“约”，则上下各一个单位。只要在各自区间内能取到一组数值，使“期末值 = 期初值 + 变动额”与“变动额 = 涨跌幅 × 期初值”（或“部分 = 占比 × 整体”，或“前项 = 两项之比 × 后项”）精确成立，数字即为相符。推算值按见报的数字计算，范围按区间两端计算。"
        }
        Section::Sectors => {
            "溢价 = 倍数 ÷ 对方倍数 − 1，小于零即为折价。至平价涨幅 = 对方倍数 ÷ 倍数 − 1：40%的折价完全收敛，相当于上涨67%。对数差距 = ln（倍数 ÷ 对方倍数）。合计取各行对数差距的加权平均，再换算为溢价：只有这种平均，在两个市场互换位置后恰好得到倒数，并且能合并指标不同的各行。"
        }
        Section::Past => {
            "增量市盈率 = 市值变动额 ÷ 盈利变动额。结合涨跌幅与期末市盈率，可得：盈利增速 = 涨跌幅 × 市盈率 ÷［（1 + 涨跌幅）× 增量市盈率 − 涨跌幅 × 市盈率］；重估幅度 =（1 + 涨跌幅）÷（1 + 盈利增速）− 1。持有人回报 =［（1 + 盈利增速）÷（1 + 股本变动）×（1 + 重估幅度）+ 股息］×（1 + 汇率变动）− 1。各种拆分方法的合计都与总数完全相等，区别只在于：须由各因素的乘积解释的部分，归到谁的名下。"
        }
        Section::WhatIf => {
            "总回报 =［（（1 + 盈利增速）÷（1 + 股本变动））^年数 × 期末倍数 ÷ 当前倍数 + 股息率 × 年数］×（1 + 汇率变动）^年数 − 1；年化回报 =（1 + 总回报）^（1 ÷ 年数）− 1。股息按今日股价以现金派发，不再投资。差距收敛若干比例，估值倍数便向对标市场的当前倍数靠拢若干。回报的各部分按对数法拆分，以期初市值的百分比表示。"
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
