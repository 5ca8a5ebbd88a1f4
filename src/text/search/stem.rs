//! English plurals: the S-stemmer of Harman, "How effective is suffixing?" (JASIS 42, 1991).
//!
//! In: a word in lower case. Out: how to cut it. Three rules, the first that fits is used; before them
//! stands one of our own for churches, passes and boxes, which Harman's second would leave as `churche`.
//! Irregular plurals (people, leaves) and other endings are *not* touched.

/// In letters; a shorter word keeps its s: bus, gas, his.
const SHORTEST: usize = 4;

/// The stem of a word as what stays of it and what is put after that.
pub(super) fn stem(word: &str) -> (&str, &'static str) {
    let cut = |by: usize| word.get(..word.len() - by).unwrap_or(word);
    let ends = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    if !word.ends_with('s') || word.chars().count() < SHORTEST {
        (word, "")
    } else if ends(&["ches", "shes", "sses", "xes"]) {
        (cut(2), "")
    } else if ends(&["ies"]) && !ends(&["aies", "eies"]) {
        (cut(3), "y")
    } else if !ends(&["us", "ss"]) {
        // Harman's second rule (es to e, but not aes, ees, oes) and his third take the same letter.
        (cut(1), "")
    } else {
        (word, "")
    }
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn plurals_lose_their_ending() {
        let cases = "festivals festival, countries country, houses house, shoes shoe, trees tree, churches church, passes pass, \
                     boxes box, dishes dish, provinces province, laos lao, valleys valley, trenches trench, series sery, \
                     cafés café, movies movy, rays ray";
        for case in cases.split(", ") {
            let (word, expected) = case.split_once(' ').unwrap();
            let (kept, added) = stem(word);
            assert_eq!(format!("{kept}{added}"), expected);
        }
    }

    #[test]
    fn other_words_stay() {
        for word in ["bus", "gas", "campus", "pass", "class", "rice", "his", "1954", "", "s", "ß", "éss"] {
            assert_eq!(stem(word), (word, ""));
        }
    }
}
