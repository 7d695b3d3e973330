//! The words and signs that stand before and after a number.
//!
//! All are in the normal form of [`super::reading`]: small letters, half
//! width, Simplified characters, ASCII signs where there is one.

/// What a word or sign beside a number says.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    /// The figure is only about right.
    About,
    /// A currency, which the field knows already.
    Currency,
    /// A share of one: the power of ten it counts.
    Share(i32),
    /// The number is a multiple.
    Times,
    /// Money or count in thousands, millions and so on: the power of ten.
    Scale(i32),
    /// The number counts a length of time.
    Time(Span),
}

/// The length of time that a word names.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Span {
    Year,
    Month,
    Day,
}

impl Span {
    /// How many of them make a year.
    pub(super) const fn a_year(self) -> f64 {
        match self {
            Self::Year => 1.0,
            Self::Month => 12.0,
            Self::Day => 365.25,
        }
    }
}

/// A meaning with its words, parted by bars.
type Entry = (Word, &'static str);

const CURRENCY: Entry = (
    Word::Currency,
    "$|¥|€|£|₹|₩|us$|hk$|nt$|ca$|au$|a$|c$|s$|r$|usd|cny|cnh|rmb|hkd|twd|eur|gbp|jpy|inr|krw|chf|\
     cad|aud|sgd|us dollars|de dollars|dollars|dollar|yuan|renminbi|d'euros|euros|euro|pounds|yen|rupees|rs.|rs|\
     美元|美金|人民币|港元|港币|新台币|台币|欧元|英镑|日元|日圆|元|圆|円",
);

const BEFORE: [Entry; 2] = [
    (
        Word::About,
        "~|approximately|approx.|approx|about|around|roughly|circa|ca.|ca |c.|etwa|rund|environ|\
         大约|大概|约",
    ),
    CURRENCY,
];

const AFTER: [Entry; 15] = [
    CURRENCY,
    (
        Word::Share(-2),
        "%|percent|per cent|pour cent|prozent|pct|pp|ppt|percentage points|percentage point|个百分点|百分点",
    ),
    (Word::Share(-3), "‰"),
    (
        Word::Share(-4),
        "‱|bp|bps|basis points|basis point|个基点|基点",
    ),
    (Word::Times, "x|times|fois|倍"),
    (
        Word::Time(Span::Year),
        "years|year|yrs|yr|y|jahre|jahr|ans|an|年",
    ),
    (
        Word::Time(Span::Month),
        "months|month|mths|mo|monate|monat|mois|个月",
    ),
    (Word::Time(Span::Day), "days|day|d|天|日"),
    (Word::Scale(12), "trillion|trn|tln|tn|t|lakh crore"),
    (Word::Scale(3), "thousand|tsd|k"),
    (Word::Scale(5), "lakhs|lakh"),
    (Word::Scale(6), "million|millionen|millions|mln|mio|mn|mm|m"),
    (Word::Scale(7), "crores|crore|cr"),
    (
        Word::Scale(9),
        "billion|bln|bil|bn|b|milliarden|milliarde|milliards|milliard|mrd|mds|md",
    ),
    (Word::About, "左右|上下"),
];

/// The word at the beginning of a text before a number, and what follows it.
pub(super) fn before(text: &str) -> Option<(Word, &str)> {
    find(&BEFORE, text, false)
}

/// The word at the beginning of a text behind a number, and what follows it.
/// 兆 is 10^12 in Traditional Chinese; on the mainland it may be 10^6 as well,
/// so it is only known where `trillion_by_zhao`.
pub(super) fn after(text: &str, trillion_by_zhao: bool) -> Option<(Word, &str)> {
    find(&AFTER, text, true).or_else(|| chinese_scale(text, trillion_by_zhao))
}

fn find<'a>(entries: &[Entry], text: &'a str, whole_words: bool) -> Option<(Word, &'a str)> {
    for (word, spellings) in entries {
        for spelling in spellings.split('|') {
            let Some(rest) = text.strip_prefix(spelling) else {
                continue;
            };
            let cut = spelling.ends_with(letter) && rest.starts_with(letter);
            if !(whole_words && cut) {
                return Some((*word, rest));
            }
        }
    }
    None
}

fn letter(character: char) -> bool {
    character.is_ascii_lowercase()
}

/// 十 百 千 before 万 before 亿, as they multiply: 千万, 万亿.
fn chinese_scale(text: &str, trillion_by_zhao: bool) -> Option<(Word, &str)> {
    const STEPS: [&[(char, i32)]; 3] = [
        &[('十', 1), ('百', 2), ('千', 3)],
        &[('万', 4)],
        &[('亿', 8), ('兆', 12)],
    ];
    let mut rest = text;
    let mut power = 0;
    for step in STEPS {
        for (character, zeros) in step {
            if *character == '兆' && !trillion_by_zhao {
                continue;
            }
            if let Some(behind) = rest.strip_prefix(*character) {
                rest = behind;
                power += zeros;
                break;
            }
        }
    }
    (power > 0).then_some((Word::Scale(power), rest))
}
