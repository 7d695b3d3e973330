//! Letters, so that words can be compared however they are spelled.

/// The text in small letters, of the scripts that have two sizes and stand in
/// tables of figures: Latin, Greek and Cyrillic.
///
/// The standard library knows every script, by tables that weigh as much as a
/// section of the page.
///
/// ```
/// use rerate::text::small;
///
/// assert_eq!(small("EV / Überschuss ΚΕΡΔΗ Прибыль 市盈率"), "ev / überschuss κερδη прибыль 市盈率");
/// ```
#[must_use]
pub fn small(text: &str) -> String {
    text.chars().map(small_letter).collect()
}

fn small_letter(letter: char) -> char {
    let code = u32::from(letter);
    let small = match letter {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' => {
            code + 32
        }
        'Ѐ'..='Џ' => code + 80,
        // Pairs of a capital letter and its small one.
        'Ā'..='į' | 'Ĳ'..='ķ' | 'Ŋ'..='ŷ' => code | 1,
        'Ĺ'..='ň' | 'Ź'..='ž' => code + (code & 1),
        _ => code,
    };
    char::from_u32(small).unwrap_or(letter)
}

/// Whether a letter stands in a text.
///
/// `str::contains` would bring a search for words with it, which weighs two
/// kilobytes on their way.
#[must_use]
pub fn has(text: &str, letter: char) -> bool {
    text.chars().any(|one| one == letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_does_as_the_standard_library_does() {
        let of = |first, last| (first..=last).filter_map(char::from_u32);
        let letters = of(0, 0x17e)
            .chain(of(0x391, 0x3c9))
            .chain(of(0x400, 0x45f))
            .chain(of(0x4e00, 0x4f00));
        // The capital I with a dot becomes two characters there.
        for letter in letters.filter(|&letter| !['İ', 'Ÿ'].contains(&letter)) {
            assert_eq!(
                small_letter(letter).to_string(),
                letter.to_lowercase().to_string(),
                "{letter}"
            );
        }
    }
}
