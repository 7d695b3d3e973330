//! The three languages say the same, each in its own script and manner.
//!
//! What has a list of its cases is asked of [`Language`]; the letters, marks
//! and terms are read from the languages' files, so that no string is missed.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, BTreeSet};

use rerate::text::Language::{self, English, SimplifiedChinese, TraditionalChinese};
use rerate::text::{Aside, Keeping, Phrase, Word, numbers::NumberError};
use rerate::workbook::{
    CLOSINGS, COURSES, ClaimKind, Field, INDUSTRIES, Known, METHODS, Measure, Regressor,
    STATEMENTS, Section,
};

/// The files of each Chinese script; the names of industries stand in one file.
const SIMPLIFIED: &str = include_str!("../src/text/simplified_chinese.rs");
const TRADITIONAL: &str = include_str!("../src/text/traditional_chinese.rs");
const SIMPLIFIED_BELOW: &str = include_str!("../src/text/simplified_chinese/below.rs");
const TRADITIONAL_BELOW: &str = include_str!("../src/text/traditional_chinese/below.rs");
const INDUSTRY_NAMES: &str = include_str!("../src/text/industries.rs");

/// A character of Simplified Chinese and the one that Taiwan writes for it.
/// Pairs that are both in use in one script (占 and 佔, 周 and 週) are left out.
const PAIRS: &str = "\
    业業 专專 两兩 个個 为為 么麼 义義 乐樂 产產 云雲 于於 仅僅 从從 价價 会會 伟偉 传傳 余餘 体體 偿償 \
    储儲 党黨 关關 内內 册冊 写寫 农農 冲衝 决決 况況 净淨 准準 减減 几幾 则則 创創 删刪 别別 办辦 务務 \
    动動 劳勞 势勢 区區 医醫 华華 单單 卖賣 卫衛 历歷 厂廠 压壓 却卻 参參 双雙 发發 变變 叠疊 号號 后後 \
    启啟 吗嗎 听聽 员員 响響 团團 围圍 国國 图圖 圆圓 场場 块塊 坏壞 处處 备備 复複 复復 头頭 夹夾 奖獎 \
    娱娛 学學 实實 审審 对對 导導 寻尋 寿壽 将將 尔爾 尽盡 层層 属屬 岁歲 币幣 师師 带帶 帮幫 广廣 应應 \
    废廢 开開 异異 弃棄 张張 强強 当當 录錄 总總 惯慣 户戶 执執 扩擴 扫掃 扰擾 报報 担擔 拟擬 拢攏 择擇 \
    换換 据據 损損 摊攤 敛斂 数數 断斷 无無 旧舊 时時 显顯 术術 机機 杂雜 权權 条條 来來 极極 构構 标標 \
    栏欄 样樣 档檔 检檢 欧歐 归歸 气氣 汇匯 没沒 测測 浅淺 浏瀏 济濟 涨漲 渐漸 湾灣 满滿 滚滾 灵靈 点點 \
    炼煉 烟菸 热熱 环環 现現 电電 画畫 疗療 盖蓋 盘盤 着著 矿礦 码碼 础礎 确確 离離 种種 积積 称稱 稳穩 \
    筑築 签簽 简簡 类類 纪紀 约約 级級 纳納 纸紙 线線 组組 细細 经經 结結 给給 统統 继繼 绩績 续續 综綜 \
    绿綠 缩縮 网網 罗羅 职職 联聯 胜勝 脑腦 胶膠 舍捨 节節 范範 荐薦 药藥 获獲 营營 虑慮 虽雖 补補 装裝 \
    制製 见見 观觀 规規 视視 览覽 觉覺 触觸 计計 订訂 认認 让讓 议議 记記 讲講 许許 论論 设設 访訪 证證 \
    评評 识識 诉訴 词詞 试試 详詳 语語 误誤 说說 请請 读讀 调調 谁誰 谈談 负負 贡貢 财財 责責 败敗 账帳 \
    货貨 质質 购購 贴貼 贵貴 贷貸 费費 资資 赋賦 赢贏 趋趨 车車 转轉 轮輪 软軟 载載 较較 辑輯 输輸 边邊 \
    达達 过過 运運 还還 这這 进進 远遠 违違 连連 迟遲 适適 选選 递遞 逻邏 遗遺 邻鄰 采採 里裡 针針 钢鋼 \
    钱錢 铁鐵 银銀 链鏈 销銷 错錯 键鍵 长長 门門 闭閉 问問 闲閒 间間 阅閱 阶階 际際 陆陸 险險 随隨 隐隱 \
    难難 页頁 项項 顺順 须須 预預 领領 频頻 题題 额額 风風 饭飯 饮飲 馆館 马馬 驱驅 验驗 麦麥 龙龍 齐齊 \
    并並 托託 独獨 献獻 与與 万萬 讯訊 释釋 辉輝 并併 饰飾 愿願 颗顆 举舉 严嚴 临臨 丽麗 亏虧 亚亞 仓倉 优優 伤傷 侧側 债債";

/// The words of Latin letters that the Chinese financial press writes too, and
/// names.
const LATIN: [&str; 20] = [
    "t",
    "Home",
    "SVG",
    "PNG",
    "Rerate",
    "AI",
    "IC",
    "EV",
    "EBITDA",
    "PEG",
    "LMDI",
    "Shapley",
    "ln",
    "REIT",
    "JavaScript",
    "CSV",
    "JSON",
    "KB",
    "MB",
    "Cookie",
];

/// What the press of one side says and that of the other does not.
const NOT_SIMPLIFIED: [&str; 13] = [
    "兆",
    "本益比",
    "类股",
    "资讯",
    "软体",
    "网路",
    "殖利率",
    "股利",
    "报酬",
    "获利",
    "资本支出",
    "成长率",
    "影片",
];
const NOT_TRADITIONAL: [&str; 16] = [
    "市盈率",
    "市銷率",
    "市淨率",
    "板塊",
    "軟件",
    "芯片",
    "互聯網",
    "數據中心",
    "雲服務商",
    "股息",
    "盈利",
    "回報",
    "資本開支",
    "增長",
    "股本",
    "信息",
];

#[test]
fn every_template_takes_the_same_parts_in_each_language() {
    for language in [SimplifiedChinese, TraditionalChinese] {
        for ((name, english), (_, said)) in words(English).iter().zip(words(language)) {
            assert_eq!(placeholders(said), placeholders(english), "{name}: {said}");
        }
    }
}

#[test]
fn only_words_are_templates() {
    for language in Language::ALL {
        for (name, said) in listed(language) {
            assert!(
                ["Word", "Phrase", "Keeping"].contains(&name.split('.').next().unwrap_or_default())
                    || !said.contains(['{', '}']),
                "{name}: {said}"
            );
        }
    }
}

#[test]
fn nothing_is_left_empty() {
    for language in Language::ALL {
        for (name, said) in listed(language) {
            assert!(!said.trim().is_empty(), "{name} in {language:?}");
            assert_eq!(said.trim(), said, "{name} in {language:?}");
        }
    }
    for (script, said) in chinese() {
        assert!(!said.is_empty(), "{script:?}");
    }
}

#[test]
fn nothing_is_left_in_english() {
    for language in [SimplifiedChinese, TraditionalChinese] {
        for ((name, english), (_, said)) in words(English).iter().zip(words(language)) {
            assert_ne!(said, *english, "{name}");
        }
        for section in Section::ALL {
            assert_ne!(language.method(section), English.method(section));
        }
    }
    for (script, said) in chinese() {
        for latin in latin_words(said) {
            assert!(
                LATIN.contains(&latin.as_str()),
                "{latin} in {script:?}: {said}"
            );
        }
    }
}

#[test]
fn each_script_keeps_to_its_characters() {
    for pair in PAIRS.split_whitespace() {
        let [simplified, traditional] = both(pair);
        for (script, said) in chinese() {
            let strange = match script {
                // 製 and 制 are one in Simplified; Taiwan tells them apart.
                TraditionalChinese if simplified == '制' => continue,
                TraditionalChinese => simplified,
                _ => traditional,
            };
            assert!(!said.contains(strange), "{strange} in {script:?}: {said}");
        }
    }
}

#[test]
fn each_script_keeps_to_its_own_terms() {
    for (script, said) in chinese() {
        let strange: &[&str] = match script {
            SimplifiedChinese => &NOT_SIMPLIFIED,
            _ => &NOT_TRADITIONAL,
        };
        for term in strange {
            assert!(!said.contains(term), "{term} in {script:?}: {said}");
        }
    }
}

#[test]
fn both_scripts_say_as_much() {
    let count = |wanted| {
        chinese()
            .iter()
            .filter(|(script, _)| *script == wanted)
            .count()
    };
    assert_eq!(count(SimplifiedChinese), count(TraditionalChinese));
}

#[test]
fn chinese_has_its_own_punctuation() {
    for (script, said) in chinese() {
        let letters: Vec<char> = said.chars().collect();
        for (at, &letter) in letters.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|at| letters.get(at)).copied();
            let after = letters.get(at + 1).copied();
            let fits = match letter {
                ',' | ';' | ':' | '!' | '?' | '(' | ')' | '[' | ']' | '\'' | '-' => false,
                // A decimal point stands between digits.
                '.' => [before, after]
                    .iter()
                    .all(|side| side.is_some_and(|side| side.is_ascii_digit())),
                // A space stands beside a sign of arithmetic and nowhere else.
                ' ' => [before, after]
                    .iter()
                    .any(|side| side.is_some_and(|side| "=+−×÷".contains(side))),
                '“' | '”' => script == SimplifiedChinese,
                '「' | '」' => script == TraditionalChinese,
                _ => true,
            };
            assert!(fits, "“{letter}” in {script:?}: {said}");
        }
    }
}

#[test]
fn brackets_and_quotation_marks_close() {
    for (script, said) in chinese() {
        let mut open = Vec::new();
        for letter in said.chars() {
            match letter {
                '（' => open.push('）'),
                '［' => open.push('］'),
                '“' => open.push('”'),
                '「' => open.push('」'),
                '）' | '］' | '”' | '」' => {
                    assert_eq!(open.pop(), Some(letter), "{script:?}: {said}");
                }
                _ => {}
            }
        }
        assert!(open.is_empty(), "{script:?}: {said}");
    }
}

#[test]
fn a_sentence_ends_as_one_in_every_language() {
    for language in [SimplifiedChinese, TraditionalChinese] {
        for ((name, english), (_, said)) in words(English).iter().zip(words(language)) {
            // What a label says in English as a sentence is one in Chinese too.
            assert_eq!(
                said.ends_with('。'),
                english.ends_with('.'),
                "{name}: {said}"
            );
        }
    }
    for language in [SimplifiedChinese, TraditionalChinese] {
        for error in NumberError::ALL {
            assert!(language.number_error(error).ends_with('。'), "{error:?}");
        }
    }
}

#[test]
fn a_word_that_names_another_word_says_it_alike() {
    for language in Language::ALL {
        let quotes = |sentence: &str, named: &str| {
            assert!(
                sentence.to_lowercase().contains(&named.to_lowercase()),
                "{named} in {language:?}: {sentence}"
            );
        };
        let phrase = |phrase| language.phrase(phrase);
        quotes(phrase(Phrase::SolveHint), language.word(Word::Solve));
        quotes(phrase(Phrase::SolveHint), language.word(Word::Solved));
        quotes(language.word(Word::SolveFor), language.word(Word::Solve));
        quotes(phrase(Phrase::SourcesLead), language.word(Word::Example));
    }
}

#[test]
fn no_two_choices_of_one_list_are_called_alike() {
    for language in Language::ALL {
        let mut lists: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for (name, said) in listed(language) {
            let (list, _) = name.split_once('.').expect("a name begins with its list");
            // A word may stand in two places, and a field in both markets.
            if !["Word", "Phrase", "Keeping", "Field"].contains(&list) {
                lists.entry(list.to_owned()).or_default().push(said);
            }
        }
        for (list, said) in lists {
            let different: BTreeSet<_> = said.iter().collect();
            assert_eq!(
                different.len(),
                said.len(),
                "{list} in {language:?}: {said:?}"
            );
        }
    }
}

/// The words of the page, with a name for each.
fn words(language: Language) -> Vec<(String, &'static str)> {
    let words = Word::ALL
        .iter()
        .map(|&word| (format!("Word.{word:?}"), language.word(word)));
    let asides = Aside::ALL
        .iter()
        .map(|&(_, aside)| (format!("Aside.{aside:?}"), language.aside(aside)));
    let phrases = Phrase::ALL
        .iter()
        .map(|&phrase| (format!("Phrase.{phrase:?}"), language.phrase(phrase)));
    let keeping = Keeping::ALL
        .iter()
        .map(|&word| (format!("Keeping.{word:?}"), language.keeping(word)));
    words.chain(asides).chain(phrases).chain(keeping).collect()
}

/// Everything said that has a list of its cases, with a name for it.
fn listed(language: Language) -> Vec<(String, &'static str)> {
    let mut said = words(language);
    for section in Section::ALL {
        said.push((format!("Section.{section:?}"), language.section(section)));
        said.push((format!("Explanation.{section:?}"), language.method(section)));
    }
    for &field in Field::ALL {
        said.push((format!("Field.{field:?}"), language.field(field)));
    }
    for &kind in ClaimKind::ALL {
        said.push((format!("ClaimKind.{kind:?}"), language.claim_kind(kind)));
        for &quantity in kind.quantities() {
            let list = format!("{kind:?}");
            said.push((format!("{list}.{quantity:?}"), language.quantity(quantity)));
            said.push((
                format!("{list}Within.{quantity:?}"),
                language.quantity_within(quantity),
            ));
        }
    }
    for &measure in Measure::ALL {
        said.push((format!("Measure.{measure:?}"), language.measure(measure)));
    }
    for stated in STATEMENTS {
        said.push((format!("Stated.{stated:?}"), language.stated(stated)));
    }
    for method in METHODS {
        said.push((format!("Method.{method:?}"), language.split_method(method)));
        said.push((
            format!("Meaning.{method:?}"),
            language.split_method_meaning(method),
        ));
    }
    for closing in CLOSINGS {
        said.push((format!("Closing.{closing:?}"), language.closing(closing)));
    }
    for course in COURSES {
        said.push((format!("Course.{course:?}"), language.course(course)));
    }
    for regressor in [
        Regressor::Growth,
        Regressor::ReturnOnEquity,
        Regressor::NetMargin,
        Regressor::OperatingMargin,
        Regressor::Beta,
    ] {
        said.push((
            format!("Regressor.{regressor:?}"),
            language.regressor(regressor),
        ));
    }
    for error in NumberError::ALL {
        said.push((
            format!("NumberError.{error:?}"),
            language.number_error(error),
        ));
    }
    for line in 0..INDUSTRIES {
        said.push((
            format!("Industry.{line}"),
            language.known(Known::Industry(line)),
        ));
    }
    said
}

/// Every string of the Chinese files, with its script.
fn chinese() -> Vec<(Language, &'static str)> {
    let (simplified_names, traditional_names) = INDUSTRY_NAMES
        .split_once("const TRADITIONAL")
        .expect("the names stand in two lists, Simplified first");
    [
        (SimplifiedChinese, SIMPLIFIED),
        (SimplifiedChinese, SIMPLIFIED_BELOW),
        (SimplifiedChinese, simplified_names),
        (TraditionalChinese, TRADITIONAL),
        (TraditionalChinese, TRADITIONAL_BELOW),
        (TraditionalChinese, traditional_names),
    ]
    .into_iter()
    .flat_map(|(script, file)| literals(file).map(move |said| (script, said)))
    .collect()
}

/// The texts between quotation marks on the lines that are no comments.
fn literals(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .flat_map(|line| line.split('"').skip(1).step_by(2))
}

fn placeholders(template: &str) -> BTreeSet<&str> {
    template
        .split('{')
        .skip(1)
        .filter_map(|after| Some(after.split_once('}')?.0))
        .collect()
}

fn latin_words(said: &str) -> impl Iterator<Item = String> {
    said.split(|letter: char| !letter.is_ascii_alphabetic())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
}

fn both(pair: &str) -> [char; 2] {
    let mut letters = pair.chars();
    [(); 2].map(|()| letters.next().expect("a pair has two characters"))
}
