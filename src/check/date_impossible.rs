//! A date that no calendar has, such as 31 November.

use super::{Check, Run, Subject};
use crate::diag::{Note, rules};
use crate::text::ProseDate;

pub(super) static CHECK: Check = Check { rule: &rules::DATE_IMPOSSIBLE, run: Run::Text(run) };

fn run(subject: &Subject<'_>, notes: &mut Vec<Note>) {
    for (span, date) in subject.dates() {
        if let Some(last) = date.impossible() {
            let last = usize::from(last.unsigned_abs());
            let note = Note::new(&rules::DATE_IMPOSSIBLE, *span).arg("date", in_numbers(date));
            notes.push(note.arg("last", last).help("help"));
        }
    }
}

/// Day, month and year in the order of both languages.
pub(super) fn in_numbers(date: &ProseDate) -> String {
    let year = date.year.map(|year| format!("/{year}")).unwrap_or_default();
    format!("{}/{}{year}", date.day, date.month)
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{Portal, front};

    fn found(lang: &str, text: &str) -> Vec<String> {
        let mut portal = Portal::new();
        portal.file(&format!("content/travel/a/index.{lang}.md"), text);
        let found = portal.found("date-impossible").into_iter();
        found.map(|place| place.split_once(": ").map(|(_, words)| words.to_owned()).unwrap_or_default()).collect()
    }

    #[test]
    fn the_words_of_the_date_are_marked() {
        assert_eq!(found("vi", &front("Mở đến hết ngày **31/11/2026**.\n")), ["31/11/2026"]);
        assert_eq!(found("vi", &front("Từ ngày 30 tháng 2 năm 2027 \"nhé\"\n")), ["30 tháng 2 năm 2027"]);
        assert_eq!(found("en", &front("Open until 31 November\n2026 \"or so\".\n")), ["31 November\n2026"]);
        assert_eq!(
            found("en", &front("| When |\n|---|\n| Until Tuesday, 29 February 2027 |\n")),
            ["Tuesday, 29 February 2027"]
        );
    }

    #[test]
    fn titles_summaries_and_pictures_are_read_too() {
        let text = "+++\ntitle = \"Đến ngày 31/4\"\nsummary = \"Từ ngày 31/6\"\n[cover]\nimage = \"x.png\"\nalt = \"Ngày 31/9\"\n+++\n\
                    ![Ngày 31/11](x.png \"Ngày 30/2\")\n";
        assert_eq!(found("vi", text), ["31/4", "31/6", "31/9", "31/11", "30/2"]);
    }

    #[test]
    fn the_last_day_is_told() {
        let mut portal = Portal::new();
        portal.file("content/travel/a/index.vi.md", &front("Ngày 29/2/2027.\n"));
        assert_eq!(portal.said("date-impossible", "last")[0].1, "28");
        assert_eq!(portal.said("date-impossible", "date")[0].1, "29/2/2027");
    }

    #[test]
    fn real_dates_lunar_dates_code_and_other_languages_are_left_alone() {
        let text = "Ngày 30/11/2026, 29/2/2028; ngày 30 tháng 2 âm lịch; \
                    tỷ lệ 31/11; Quyết định 31/11/QĐ-UBND; `ngày 31/11/2026`.\n";
        assert!(found("vi", &front(text)).is_empty());
        assert!(found("vi", &front("Bảng ghi [until 31 November 2026]{lang=en}.\n")).is_empty());
        assert!(found("en", &front("From 30 November 2026 to 28 February 2027.\n")).is_empty());
    }
}
