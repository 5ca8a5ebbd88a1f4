//! Letters that only look right, and text pasted from the encodings before Unicode.
//!
//! A word is reported once, at its first wrong letter; of legacy text the first passage of a block.

use super::{Check, Run, Subject};
use crate::diag::{Note, rules};
use crate::model::Span;
use crate::text::{legacy_encoding, lookalikes};

pub(super) static CHECK: Check = Check { rule: &rules::LETTER_LOOKALIKE, run: Run::Text(run) };

/// Characters of a legacy passage that a message quotes.
const QUOTED: usize = 40;

fn run(subject: &Subject<'_>, notes: &mut Vec<Note>) {
    let prose = subject.prose();
    let mut seen = 0;
    for (at, found, right) in lookalikes(prose.text()) {
        if at.start < seen {
            continue;
        }
        let word = word(prose.text(), at.start);
        seen = word.end;
        let note = Note::new(&rules::LETTER_LOOKALIKE, place(subject, at)).arg("found", found.to_string());
        notes.push(note.arg("right", right.to_string()).arg("word", &prose.text()[word]).help("help"));
    }
    if may_be_legacy(prose.text()) {
        legacy(subject, notes);
    }
}

fn legacy(subject: &Subject<'_>, notes: &mut Vec<Note>) {
    for (block, words) in subject.prose().blocks() {
        if let Some((at, _)) = legacy_encoding(words) {
            let pattern: String = words[at.clone()].chars().take(QUOTED).collect();
            let span = place(subject, block.start + at.start..block.start + at.end);
            let note = Note::new(&rules::LETTER_LOOKALIKE, span).cause("cause-legacy");
            notes.push(note.arg("pattern", pattern).help("help"));
        }
    }
}

fn place(subject: &Subject<'_>, at: std::ops::Range<usize>) -> Span {
    subject.prose().span(subject.source, at)
}

/// The letters around an offset.
fn word(text: &str, at: usize) -> std::ops::Range<usize> {
    let start = text[..at].trim_end_matches(char::is_alphabetic).len();
    let end = text[at..].find(|c: char| !c.is_alphabetic()).map_or(text.len(), |length| at + length);
    start..end
}

/// Whether two neighbours occur that every legacy passage has and that Unicode Vietnamese does not: a sieve over bytes,
/// without a branch, for the many texts in which nothing is wrong.
fn may_be_legacy(text: &str) -> bool {
    let bytes = text.as_bytes();
    let trios = bytes.iter().zip(bytes.iter().skip(1)).zip(bytes.iter().skip(2));
    trios.fold(sign_onset(bytes, 0), |found, ((&before, &lead), &next)| {
        let sign = (lead == 0xC2) & (next >= 0xA8) & !matches!(next, 0xAF..=0xB4 | 0xB7 | 0xBA | 0xBF);
        let capital = (lead == 0xC3) & matches!(next, 0x86..=0x9E);
        let tcvn3 = before.is_ascii_lowercase() & (sign | capital);
        let onset = (lead == 0xC2) & ((next == 0xA7) | (next == 0xAE));
        let (vowel, mark) = (before | 0x20, next | 0x20);
        let circumflex = matches!(vowel, b'a' | b'e' | b'o') & matches!(mark, 0xA2 | 0xA4 | 0xA5 | 0xAA);
        let tone =
            matches!(vowel, b'a' | b'e' | b'o' | b'u' | 0xB4 | 0xB6) & matches!(mark, 0xAF | 0xB5 | 0xB8 | 0xB9 | 0xBB);
        found | tcvn3 | onset | ((lead == 0xC3) & (circumflex | tone))
    })
}

/// Whether `§` or `®` stands at an offset.
fn sign_onset(bytes: &[u8], at: usize) -> bool {
    matches!(bytes.get(at..at + 2), Some([0xC2, 0xA7 | 0xAE]))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::may_be_legacy;
    use crate::check::testing::{Portal, front};
    use crate::text::legacy_encoding;

    fn portal(lang: &str, text: &str) -> Portal {
        let mut portal = Portal::new();
        portal.file(&format!("content/travel/a/index.{lang}.md"), text);
        portal
    }

    fn one(words: &str, said: &str) -> Vec<(String, String)> {
        vec![(format!("content/travel/a/index.vi.md: {words}"), said.to_owned())]
    }

    #[test]
    fn the_wrong_letter_is_marked_and_its_word_named() {
        let portal = portal("vi", &front("Về **\u{D0}iện** Biên.\n"));
        assert_eq!(portal.said("letter-lookalike", "word"), one("\u{D0}", "\u{D0}iện"));
        assert_eq!(portal.said("letter-lookalike", "right"), one("\u{D0}", "Đ"));
    }

    #[test]
    fn a_word_is_reported_once() {
        let portal = portal("en", &front("See H\u{430} N\u{43E}i and H\u{430}n\u{43E}i.\n"));
        let words = portal.said("letter-lookalike", "word").into_iter().map(|said| said.1);
        assert_eq!(words.collect::<Vec<_>>(), ["H\u{430}", "N\u{43E}i", "H\u{430}n\u{43E}i"]);
    }

    #[test]
    fn titles_are_read_too() {
        let portal = portal("vi", "+++\ntitle = \"Tỉnh \u{D0}iện Biên\"\n+++\n");
        assert_eq!(portal.said("letter-lookalike", "found"), one("\u{D0}", "\u{D0}"));
    }

    #[test]
    fn legacy_text_is_marked_as_a_whole() {
        let portal = portal("vi", &front("Về §iÖn Biªn Phñ hôm nay.\n\n§iÖn Biªn\n"));
        let place = |words: &str| (format!("content/travel/a/index.vi.md: {words}"), words.to_owned());
        assert_eq!(portal.said("letter-lookalike", "pattern"), [place("§iÖn Biªn"), place("§iÖn Biªn")]);
    }

    #[test]
    fn good_text_code_and_marked_runs_are_left_alone() {
        let text = "Điện Biên, Москва, 5 km², 25 µm, § 5, “Citroën”, `\u{D0}iện`, \
                    [Sigurður á Íslandi]{lang=is}, hoàn, thuở.\n";
        assert!(portal("vi", &front(text)).found("letter-lookalike").is_empty());
        assert!(portal("en", &front("Điện Biên’s café at 30 °C.\n")).found("letter-lookalike").is_empty());
    }

    #[test]
    fn the_sieve_lets_good_vietnamese_go_by() {
        let text = "Cộng hòa xã hội chủ nghĩa Việt Nam; ĐỘC LẬP, TỰ DO, HẠNH PHÚC; \
                    toàn quốc, quý, giây, huân chương, luẩn quẩn, ướt, oằn, oét, uốn.";
        assert!(!may_be_legacy(text));
    }

    proptest! {
        #[test]
        fn the_sieve_lets_no_legacy_text_go_by(text in "([§®¨©ª«¬µ¶¸¹»¼½¾À-ÿaeouyinbdhtAEOUÖÔ ]|[a-z]{1,3}){0,24}") {
            prop_assert!(may_be_legacy(&text) || legacy_encoding(&text).is_none());
        }
    }
}
