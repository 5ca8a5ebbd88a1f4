//! A weekday that does not fit its date.

use jiff::civil::Weekday;

use super::date_impossible::in_numbers;
use super::{Check, Run, Subject};
use crate::diag::{Note, rules};

pub(super) static CHECK: Check = Check { rule: &rules::WEEKDAY_WRONG, run: Run::Text(run) };

/// Names from Monday on, as they are written in the text.
const NAMES: [(&str, [&str; 7]); 2] = [
    ("vi", ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"]),
    ("en", ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]),
];

fn run(subject: &Subject<'_>, notes: &mut Vec<Note>) {
    let Some((_, names)) = NAMES.iter().find(|(code, _)| subject.speaks(code)) else { return };
    let name = |day: Weekday| names[usize::from(day.to_monday_zero_offset().unsigned_abs())];
    for (span, date) in subject.dates() {
        if let (Some(written), Some(right)) = (date.weekday, date.weekday_mismatch()) {
            let note = Note::new(&rules::WEEKDAY_WRONG, *span).arg("date", in_numbers(date));
            notes.push(note.arg("written", name(written)).arg("right", name(right)).help("help"));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{Portal, front};

    fn found(lang: &str, body: &str) -> Vec<(String, String)> {
        let mut portal = Portal::new();
        portal.file(&format!("content/travel/a/index.{lang}.md"), &front(body));
        let said = portal.said("weekday-wrong", "right").into_iter();
        said.map(|(place, right)| (place.split_once(": ").map(|(_, words)| words.to_owned()).unwrap_or_default(), right))
            .collect()
    }

    fn one(words: &str, right: &str) -> Vec<(String, String)> {
        vec![(words.to_owned(), right.to_owned())]
    }

    #[test]
    fn the_right_weekday_is_told_in_the_words_of_the_text() {
        assert_eq!(found("vi", "Khai mạc vào thứ Bảy, ngày 13/3/2026.\n"), one("thứ Bảy, ngày 13/3/2026", "thứ Sáu"));
        assert_eq!(found("vi", "Chủ nhật, 14/3/2026\n"), one("Chủ nhật, 14/3/2026", "thứ Bảy"));
        assert_eq!(found("en", "It opens on Saturday, 13 March 2026.\n"), one("Saturday, 13 March 2026", "Friday"));
    }

    #[test]
    fn right_weekdays_and_ordinals_are_left_alone() {
        assert!(found("vi", "Thứ Sáu, ngày 13/3/2026; kỳ họp thứ năm, ngày 13/3/2026; Thứ Bảy 13/3.\n").is_empty());
        assert!(found("en", "Friday, 13 March 2026; 13 March 2026 (Friday); Saturday market, 13 March.\n").is_empty());
        assert!(found("vi", "Bảng ghi [Saturday, 13 March 2026]{lang=en}.\n").is_empty());
    }
}
