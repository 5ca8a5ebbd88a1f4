//! Guesses a licence's SPDX id from its address or its name. A guess is proposed to editors, never published by itself.

/// The id that a text states; none where it is unclear, in particular where a version is missing.
pub(super) fn guess(text: &str) -> Option<String> {
    from_address(text).or_else(|| from_name(text))
}

/// `https://creativecommons.org/licenses/by-sa/4.0/deed.vi` and the like.
fn from_address(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let rest = lower.split_once("creativecommons.org/")?.1;
    let mut parts = rest.split(['/', '?', '#', ' ', '"', '<', ')', ',']);
    let (family, kind, version) = (parts.next()?, parts.next()?, parts.next()?);
    match (family, kind) {
        ("publicdomain", "zero") => Some("CC0-1.0".to_owned()),
        ("publicdomain", "mark") => Some("CC-PDM-1.0".to_owned()),
        ("licenses", kind) => id(&kind.split('-').collect::<Vec<_>>(), version),
        _ => None,
    }
}

/// `CC BY-SA 4.0`, `Creative Commons Attribution-ShareAlike 4.0 International` and the like.
fn from_name(text: &str) -> Option<String> {
    let lower =
        text.to_lowercase().replace("creative commons", "cc").replace("sharealike", "sa").replace("share alike", "sa");
    let lower = lower.replace("noncommercial", "nc").replace("non-commercial", "nc").replace("noderivatives", "nd");
    let lower = lower.replace("no derivatives", "nd").replace("attribution", "by").replace("cc0", "cc zero");
    let mut words =
        lower.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '.').filter(|word| !word.is_empty());
    words.find(|word| *word == "cc")?;
    let mut kinds = Vec::new();
    for word in words {
        let word = word.trim_end_matches('.');
        match word {
            "zero" => return Some("CC0-1.0".to_owned()),
            "by" | "sa" | "nc" | "nd" => kinds.push(word),
            version => return id(&kinds, version),
        }
    }
    None
}

/// The id of a Creative Commons licence; none for parts or versions that do not exist.
fn id(kinds: &[&str], version: &str) -> Option<String> {
    let kind = match kinds {
        ["by"] => "BY",
        ["by", "sa"] => "BY-SA",
        ["by", "nd"] => "BY-ND",
        ["by", "nc"] => "BY-NC",
        ["by", "nc", "sa"] => "BY-NC-SA",
        ["by", "nc", "nd"] => "BY-NC-ND",
        _ => return None,
    };
    ["1.0", "2.0", "2.5", "3.0", "4.0"].contains(&version).then(|| format!("CC-{kind}-{version}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_names_and_ids_are_known() {
        for (text, expected) in [
            ("https://creativecommons.org/licenses/by/4.0/", "CC-BY-4.0"),
            ("Xem http://www.creativecommons.org/licenses/BY-NC-SA/3.0/deed.vi.", "CC-BY-NC-SA-3.0"),
            ("https://creativecommons.org/publicdomain/zero/1.0/", "CC0-1.0"),
            ("https://creativecommons.org/publicdomain/mark/1.0/", "CC-PDM-1.0"),
            ("CC-BY-SA-4.0", "CC-BY-SA-4.0"),
            ("© Lò Văn Hặc, CC BY 4.0.", "CC-BY-4.0"),
            ("Creative Commons Attribution-NonCommercial-NoDerivatives 4.0 International", "CC-BY-NC-ND-4.0"),
            ("CC0", "CC0-1.0"),
        ] {
            assert_eq!(guess(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn nothing_is_guessed_without_a_version_or_beyond_creative_commons() {
        for text in [
            "CC BY",
            "CC BY-SA 9.0",
            "All rights reserved",
            "Giữ bản quyền",
            "https://creativecommons.org/",
            "cc sa 4.0",
            "",
        ] {
            assert_eq!(guess(text), None, "{text}");
        }
    }
}
