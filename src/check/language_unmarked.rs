//! A run of Vietnamese on an English page, or of English on a Vietnamese one, that is not marked.
//!
//! Only the body is looked at: nothing can be marked in titles and alternatives of pictures.

use std::ops::Range;

use super::{Check, Run, Subject};
use crate::diag::{Note, rules};
use crate::text::{english_runs, vietnamese_runs};

pub(super) static CHECK: Check = Check { rule: &rules::LANGUAGE_UNMARKED, run: Run::Text(run) };

/// Characters of a run that a message quotes.
const QUOTED: usize = 60;

/// Five English words and the blanks between them need as many bytes.
const SHORTEST_ENGLISH: usize = 12;

fn run(subject: &Subject<'_>, notes: &mut Vec<Note>) {
    let other = match () {
        () if subject.speaks("vi") => "en",
        () if subject.speaks("en") => "vi",
        () => return,
    };
    let find = if other == "en" { english } else { vietnamese };
    let prose = subject.prose();
    for (block, words) in prose.body_blocks() {
        for at in find(words) {
            let span = prose.span(subject.source, block.start + at.start..block.start + at.end);
            let note = Note::new(&rules::LANGUAGE_UNMARKED, span).arg("language", other);
            notes.push(note.arg("text", quoted(&words[at])).help("help"));
        }
    }
}

fn quoted(words: &str) -> String {
    match words.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}…", words[..end].trim_end()),
        None => words.to_owned(),
    }
}

/// The English runs of Vietnamese words: only stretches of ASCII are looked at, which are rare in Vietnamese.
fn english(words: &str) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    for stretch in ascii_stretches(words) {
        let found = english_runs(&words[stretch.clone()]).into_iter();
        runs.extend(found.map(|at| stretch.start + at.start..stretch.start + at.end));
    }
    runs
}

/// Stretches of ASCII and no-break spaces that are long enough for a run, without parts of words that go on beyond.
///
/// A window that is long enough is looked at from its end, and moved behind the last byte that is neither: in Vietnamese
/// most bytes are never seen.
fn ascii_stretches(words: &str) -> Vec<Range<usize>> {
    let bytes = words.as_bytes();
    let other = |byte: &u8| !(byte.is_ascii() || matches!(byte, 0xC2 | 0xA0));
    let mut found = Vec::new();
    let mut start = 0;
    while let Some(window) = bytes.get(start..start + SHORTEST_ENGLISH) {
        if let Some(last) = window.iter().rposition(other) {
            start += last + 1;
            continue;
        }
        let length = bytes[start..].iter().position(other).unwrap_or(bytes.len() - start);
        let (from, to) = (words.ceil_char_boundary(start), words.floor_char_boundary(start + length));
        found.extend(whole_words(words, from..to.max(from)));
        start += length;
    }
    found
}

/// The stretch without the rest of a word at its start and the beginning of one at its end.
fn whole_words(words: &str, at: Range<usize>) -> Option<Range<usize>> {
    let mark = ['\'', '’'];
    let letter = |c: char| c.is_alphabetic() || ('\u{300}'..='\u{36F}').contains(&c);
    let inner = |c: char| letter(c) || mark.contains(&c);
    let joined = words[..at.start].trim_end_matches(mark).ends_with(letter);
    let start = if joined { at.start + words[at.clone()].find(|c| !inner(c))? } else { at.start };
    let joined = words[at.end..].trim_start_matches(mark).starts_with(letter);
    let end = if joined { start + words[start..at.end].rfind(|c| !inner(c))? } else { at.end };
    (end >= start + SHORTEST_ENGLISH).then_some(start..end)
}

/// The Vietnamese runs of English words; a block with less than two words that show the language has none.
fn vietnamese(words: &str) -> Vec<Range<usize>> {
    if has_two_signs(words) { vietnamese_runs(words) } else { Vec::new() }
}

/// Whether two words that begin with a small letter have a letter beyond ASCII.
fn has_two_signs(words: &str) -> bool {
    let bytes = words.as_bytes();
    let (mut from, mut signs) = (0, 0);
    while let Some(at) = bytes[from..].iter().position(|byte| matches!(byte, 0xC3..=0xE1)).map(|ahead| from + ahead) {
        let start = words[..at].trim_end_matches(char::is_alphabetic).len();
        signs += usize::from(words[start..].starts_with(char::is_lowercase));
        if signs == 2 {
            return true;
        }
        from = at + words[at..].find(|c: char| !c.is_alphabetic()).unwrap_or(bytes.len() - at).max(2);
    }
    false
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{english, vietnamese};
    use crate::check::testing::{Portal, front};
    use crate::text::{english_runs, vietnamese_runs};

    fn found(lang: &str, text: &str) -> Vec<String> {
        let mut portal = Portal::new();
        portal.file(&format!("content/travel/a/index.{lang}.md"), text);
        let found = portal.found("language-unmarked").into_iter();
        found.map(|place| place.split_once(": ").map(|(_, words)| words.to_owned()).unwrap_or_default()).collect()
    }

    #[test]
    fn a_sentence_of_the_other_language_is_marked_as_a_whole() {
        let run = "Welcome to our village and please stay for a while";
        assert_eq!(found("vi", &front(&format!("Tấm biển ghi \"{run}\".\n"))), [run]);
        let run = "Kính mời quý khách về thăm bản";
        assert_eq!(found("en", &front(&format!("The sign says **{run}**, and more.\n"))), [run]);
    }

    #[test]
    fn a_run_goes_on_over_the_end_of_a_line() {
        let text = "Trên biển đề: welcome to our\nvillage and please stay for a while.\n";
        assert_eq!(found("vi", &front(text)), ["welcome to our\nvillage and please stay for a while"]);
    }

    #[test]
    fn marked_runs_code_names_and_titles_are_left_alone() {
        let text = "Tấm biển ghi [Welcome to our village and please stay]{lang=en}; `welcome to our village and please stay`; \
                    Bộ Ngoại giao (Ministry of Foreign Affairs).\n\n## Welcome to our village and please stay {lang=en}\n";
        assert!(found("vi", &front(text)).is_empty());
        let text =
            "+++\ntitle = \"Thể lệ cuộc thi viết về bản làng\"\n+++\nGeneral Võ Nguyên Giáp, the khèn and the đàn tính.\n";
        assert!(found("en", text).is_empty());
        let text = "<p lang=\"en\">Welcome to our village and please stay for a while</p>\n\n\
                    Một <span lang=\"en\">welcome to our village and stay for the day</span>.\n";
        assert!(found("vi", &front(text)).is_empty());
    }

    #[test]
    fn long_runs_are_cut_in_the_message() {
        let mut portal = Portal::new();
        let text = "It is one of the oldest and one of the largest of all the markets in the province.\n";
        portal.file("content/travel/a/index.vi.md", &front(text));
        let said = portal.said("language-unmarked", "text");
        assert!(said[0].1.ends_with('…') && said[0].1.chars().count() <= super::QUOTED + 1, "{said:?}");
    }

    const MIXED: &str = "(the |of |and |is |in |to |we |was |hill |river \
        |Điện |biên |của |lễ hội |tỉnh |được |à |30° |a|đ|’|'|\u{A0}|, |\\. |\\(|- ){0,24}";

    proptest! {
        #[test]
        fn the_sieve_loses_no_english(words in MIXED) {
            prop_assert_eq!(english(&words), english_runs(&words));
        }

        #[test]
        fn the_sieve_loses_no_vietnamese(words in MIXED) {
            prop_assert_eq!(vietnamese(&words), vietnamese_runs(&words));
        }
    }
}
