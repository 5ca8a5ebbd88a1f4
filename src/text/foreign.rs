//! Passages in the other language: Vietnamese left in an English page, and the reverse.
//!
//! In: one paragraph of text without its marked-up foreign parts. Out: the places of passages
//! long enough to be no name. Meant for warnings, so it stays silent when in doubt. Which pages
//! to look at, and `lang` attributes, are *not* its job.

use std::ops::Range;

use super::fold::fold;
use super::syllables::is_syllable;
use super::words::{Word, is_vietnamese_mark, words};

/// A run of Vietnamese has at least this many syllables.
const SYLLABLES: usize = 4;

/// A run of English has at least this many words, so many of them function words.
const ENGLISH_WORDS: usize = 5;
const FUNCTION_WORDS: usize = 3;

/// The Vietnamese runs in English text: four or more syllables in a row, at least two of which
/// carry marks and no capital. Names (Mường Thanh, Võ Nguyên Giáp) are no runs, nor is what
/// stands alone in brackets or quotes, as after a translated term.
#[must_use]
pub fn vietnamese_runs(text: &str) -> Vec<Range<usize>> {
    if text.is_ascii() {
        return Vec::new();
    }
    let found = stretches(text, [' ', '\u{A0}', '-'], vietnamese_part);
    found.into_iter().filter_map(|run| vietnamese_run(text, &run)).collect()
}

/// The English runs in Vietnamese text: five or more words in a row, at least three of which
/// are function words. Names of bodies and works (Ministry of Culture) are no runs.
#[must_use]
pub fn english_runs(text: &str) -> Vec<Range<usize>> {
    let found = stretches(text, [' ', '\u{A0}', ','], english_part);
    found.into_iter().filter_map(|run| english_run(text, &run)).collect()
}

/// What a word may be to a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// Shows the language.
    Sign,
    /// Shows it, but may be part of a name.
    Name,
    /// Fits between words that show it.
    Glue,
}

type Run = Vec<(Range<usize>, Part)>;

/// Rows of words that a run may consist of, parted by nothing but the given characters.
fn stretches(text: &str, joints: [char; 3], part: fn(&Word<'_>) -> Option<Part>) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut joined = None;
    for word in words(text) {
        let connected = joined.is_some_and(|end: usize| text[end..word.at.start].chars().all(|c| joints.contains(&c)));
        joined = None;
        let Some(part) = part(&word) else { continue };
        joined = Some(word.at.end);
        match runs.last_mut().filter(|_| connected) {
            Some(run) => run.push((word.at, part)),
            None => runs.push(vec![(word.at, part)]),
        }
    }
    runs
}

fn vietnamese_part(word: &Word<'_>) -> Option<Part> {
    let folded = fold(word.text);
    if !is_syllable(&folded) {
        return None;
    }
    let marked = word.text.chars().any(is_vietnamese_mark);
    match (marked, word.text.starts_with(char::is_uppercase)) {
        (true, false) => Some(Part::Sign),
        (true, true) => Some(Part::Name),
        (false, _) if common_english(&folded).is_some() => None,
        (false, _) => Some(Part::Glue),
    }
}

fn vietnamese_run(text: &str, run: &Run) -> Option<Range<usize>> {
    let marked = |(_, part): &&(Range<usize>, Part)| *part != Part::Glue;
    let first = run.iter().position(|entry| marked(&entry))?;
    let last = run.iter().rposition(|entry| marked(&entry))?;
    let run = &run[first..=last];
    let signs = run.iter().filter(|(_, part)| *part == Part::Sign).count();
    let most = run.iter().filter(marked).count() * 2 >= run.len();
    let range = run.first()?.0.start..run.last()?.0.end;
    (run.len() >= SYLLABLES && signs >= 2 && most && !is_gloss(text, &range)).then_some(range)
}

/// Whether a passage fills a pair of brackets, quotes or emphasis marks.
fn is_gloss(text: &str, range: &Range<usize>) -> bool {
    let opened = text[..range.start].ends_with(['(', '[', '“', '‘', '"', '*', '_']);
    opened && text[range.end..].starts_with([')', ']', '”', '’', '"', '*', '_'])
}

fn english_part(word: &Word<'_>) -> Option<Part> {
    if !word.text.is_ascii() {
        return None;
    }
    Some(match common_english(word.text) {
        Some(common) if is_syllable(common) => Part::Name,
        Some(_) => Part::Sign,
        None => Part::Glue,
    })
}

/// The entry of the list for a word in any case.
fn common_english(word: &str) -> Option<&'static str> {
    let place = ENGLISH.binary_search_by(|entry| entry.bytes().cmp(word.bytes().map(|byte| byte.to_ascii_lowercase())));
    place.ok().map(|place| ENGLISH[place])
}

fn english_run(text: &str, run: &Run) -> Option<Range<usize>> {
    let functions = run.iter().filter(|(_, part)| *part != Part::Glue).count();
    let sure = run.iter().filter(|(_, part)| *part == Part::Sign).count();
    let range = run.first()?.0.start..run.last()?.0.end;
    let foreign = words(text.get(range.clone())?).filter(|word| !is_syllable(&fold(word.text))).count();
    let enough = functions >= FUNCTION_WORDS && sure >= 2 && foreign * 2 >= run.len();
    (run.len() >= ENGLISH_WORDS && enough).then_some(range)
}

/// The commonest English words, which make up half of any English text; sorted.
const ENGLISH: &[&str] = &[
    "a", "about", "after", "again", "against", "all", "also", "although", "always", "am", "among", "an", "and", "another",
    "any", "are", "around", "as", "at", "away", "be", "because", "been", "before", "being", "between", "both", "but", "by",
    "can", "could", "did", "do", "does", "down", "during", "each", "even", "every", "few", "first", "for", "from",
    "further", "get", "had", "has", "have", "having", "he", "her", "here", "him", "his", "how", "however", "i", "if", "in",
    "into", "is", "it", "its", "just", "know", "last", "like", "made", "many", "may", "me", "more", "most", "much", "must",
    "my", "never", "new", "no", "not", "now", "of", "off", "often", "old", "on", "one", "only", "or", "other", "our", "out",
    "over", "own", "people", "same", "she", "should", "since", "so", "some", "still", "such", "than", "that", "the",
    "their", "them", "then", "there", "these", "they", "this", "those", "through", "time", "to", "too", "two", "under",
    "until", "up", "upon", "us", "very", "was", "we", "well", "were", "what", "when", "where", "whether", "which", "while",
    "who", "whom", "whose", "why", "will", "with", "within", "without", "would", "year", "years", "you", "your",
];

#[cfg(test)]
mod tests {
    use super::{english_runs, vietnamese_runs};

    fn vietnamese(text: &str) -> Vec<&str> {
        vietnamese_runs(text).into_iter().map(|at| &text[at]).collect()
    }

    fn english(text: &str) -> Vec<&str> {
        english_runs(text).into_iter().map(|at| &text[at]).collect()
    }

    #[test]
    fn the_list_of_words_is_sorted() {
        assert!(super::ENGLISH.is_sorted());
    }

    #[test]
    fn a_sentence_left_in_vietnamese_is_found() {
        let text = "The festival opens in March. Lễ hội được tổ chức hằng năm tại trung tâm tỉnh. See you there.";
        assert_eq!(vietnamese(text), ["Lễ hội được tổ chức hằng năm tại trung tâm tỉnh"]);
        let text = "Caption: du khách thăm hầm Đờ Cát (photo)";
        assert_eq!(vietnamese(text), ["khách thăm hầm Đờ Cát"]);
    }

    #[test]
    fn decomposed_vietnamese_is_found() {
        let text = "See le\u{302}\u{303} ho\u{323}\u{302}i hoa\u{300}ng to\u{302}\u{309} here";
        assert_eq!(vietnamese(text).len(), 1);
    }

    #[test]
    fn names_and_single_words_in_english_are_left_alone() {
        for text in [
            "General Võ Nguyên Giáp went from Điện Biên Phủ to Mường Thanh and Pha Đin Pass.",
            "They play the khèn, the đàn tính and the pí pặp at the xòe dance of the Thái.",
            "Trường Đại học Điện Biên",
            "Café crème brûlée à la carte, déjà vu, très élégant",
            "the People's Council (Hội đồng nhân dân) and",
            "bánh chưng and thịt trâu, rượu cần",
        ] {
            assert_eq!(vietnamese(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_sentence_left_in_english_is_found() {
        let text = "Khai mạc tháng ba. The festival is held every year in the centre of the province. Mời bạn đến.";
        assert_eq!(english(text), ["The festival is held every year in the centre of the province"]);
    }

    #[test]
    fn names_and_plain_syllables_in_vietnamese_are_left_alone() {
        for text in [
            "Bộ Ngoại giao (Ministry of Foreign Affairs of Viet Nam) cho hay",
            "Hai anh em cho con đi theo, anh ra, em to con, an cho in ra hai trang",
            "Theo Lonely Planet và The New York Times, Wi-Fi ở khách sạn Him Lam",
            "phim The Lord of the Rings",
            "do an to hoi cho ta in me no so to",
        ] {
            assert_eq!(english(text), [""; 0], "{text}");
        }
    }
}
