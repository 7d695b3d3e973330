//! The languages of the page.

/// A language that the whole page is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    English,
    /// Simplified Chinese (简体中文).
    SimplifiedChinese,
    /// Traditional Chinese (繁體中文).
    TraditionalChinese,
}

impl Language {
    /// Every language, in the order of the page's switch.
    pub const ALL: [Self; 3] = [
        Self::English,
        Self::SimplifiedChinese,
        Self::TraditionalChinese,
    ];

    /// The BCP 47 tag for the page's `lang` attribute.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::SimplifiedChinese => "zh-Hans",
            Self::TraditionalChinese => "zh-Hant",
        }
    }

    /// What the language calls itself.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::SimplifiedChinese => "简体中文",
            Self::TraditionalChinese => "繁體中文",
        }
    }

    /// The language of a BCP 47 tag such as `zh-TW`, where it is one of ours.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let mut parts = tag.split('-');
        match parts.next() {
            Some("en") => Some(Self::English),
            Some("zh") => Some(match parts.next() {
                Some("Hant" | "TW" | "HK" | "MO") => Self::TraditionalChinese,
                _ => Self::SimplifiedChinese,
            }),
            _ => None,
        }
    }
}
