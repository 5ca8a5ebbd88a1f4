//! What counts as a date in prose, and what does not.

use jiff::civil::Weekday;
use proptest::prelude::*;

use super::{ProseDate, prose_dates};

/// The dates as `text = weekday day/month/year`.
fn shown(text: &str, lang: &str) -> Vec<String> {
    let show = |date: &ProseDate| {
        let weekday = date.weekday.map_or(String::new(), |day| format!("{} ", day.to_monday_one_offset()));
        let year = date.year.map_or(String::new(), |year| format!("/{year}"));
        format!("{} = {weekday}{}/{}{year}", &text[date.range.clone()], date.day, date.month)
    };
    prose_dates(text, lang).iter().map(show).collect()
}

#[test]
fn vietnamese_dates_in_every_usual_form() {
    for (text, expected) in [
        ("Thứ năm, 19/04/2018 08:00", "Thứ năm, 19/04/2018 = 4 19/4/2018"),
        ("vào ngày 31 tháng 11 hằng năm", "31 tháng 11 = 31/11"),
        ("báo cáo trước 31/11.", "31/11 = 31/11"),
        ("trước ngày 31/11 hằng năm", "31/11 = 31/11"),
        ("Thứ Sáu, ngày 7 tháng 5 năm 1954, ta", "Thứ Sáu, ngày 7 tháng 5 năm 1954 = 5 7/5/1954"),
        ("Chủ nhật 7.5.1954", "Chủ nhật 7.5.1954 = 7 7/5/1954"),
        ("sáng thứ 6 (7/5/1954)", "thứ 6 (7/5/1954 = 5 7/5/1954"),
        ("ngày 7-5-1954 (thứ Sáu)", "7-5-1954 (thứ Sáu = 5 7/5/1954"),
        ("từ ngày 13 đến 18/3/2024", "18/3/2024 = 18/3/2024"),
        ("13–18/3/2024", "18/3/2024 = 18/3/2024"),
        ("ngày 7 tháng 5/1954", "7 tháng 5/1954 = 7/5/1954"),
        ("2024-02-30", "2024-02-30 = 30/2/2024"),
        ("Dương lịch 31/3/2027 (24/2 âm lịch)", "31/3/2027 = 31/3/2027"),
    ] {
        assert_eq!(shown(text, "vi"), [expected], "{text}");
    }
}

#[test]
fn decomposed_words_are_understood() {
    let text = "Thu\u{31B}\u{301} na\u{306}m, nga\u{300}y 19/04/2018";
    let found = prose_dates(text, "vi");
    assert_eq!(found[0].weekday, Some(Weekday::Thursday));
    assert_eq!(found[0].range, 0..text.len());
}

#[test]
fn english_dates_in_every_usual_form() {
    for (text, expected) in [
        ("on Friday, 7 May 1954 at", "Friday, 7 May 1954 = 5 7/5/1954"),
        ("May 7, 1954", "May 7, 1954 = 7/5/1954"),
        ("Fri. May 7th, 1954.", "Fri. May 7th, 1954 = 5 7/5/1954"),
        ("by 31 November each year", "31 November = 31/11"),
        ("the 31st of November", "31st of November = 31/11"),
        ("7 Sept. 2024", "7 Sept. 2024 = 7/9/2024"),
        ("11/30/2024", "11/30/2024 = 30/11/2024"),
        ("before 31/11", "31/11 = 31/11"),
    ] {
        assert_eq!(shown(text, "en"), [expected], "{text}");
    }
}

#[test]
fn what_is_no_date_is_passed_over() {
    for text in [
        "Quyết định 18/2018/QĐ-UBND",
        "mở cửa 24/7",
        "1/3 diện tích",
        "đến 31/11 hộ",
        "số 12/5/QĐ-UBND",
        "tỉ số 3/11",
        "1.500.000 đồng",
        "địa chỉ 10.11.1954.1",
        "phiên bản 1.2.3",
        "24/2 âm lịch",
        "ngày 30 tháng 2 âm lịch",
        "ngày 30/2 (âm lịch)",
        "mùng 3 tháng 3",
        "mồng 10/3/2024",
        "âm lịch ngày 30/2",
        "12 tháng 2 tuần",
        "đồi A1/11/2024",
        "45/11/2024",
        "ngày 7/13",
        "điện thoại 0215-3825-1954",
        "7/5/19540",
        "",
    ] {
        assert_eq!(shown(text, "vi"), [""; 0], "{text}");
    }
    for text in [
        "open 24/7",
        "may 7 people",
        "1/3 of the area",
        "30/2 lunar",
        "the lunar date 30/2/2024",
        "In May 1954",
        "May 100",
        "5 March-past",
    ] {
        assert_eq!(shown(text, "en").iter().filter(|found| !found.contains("5/3")).count(), 0, "{text}");
    }
}

#[test]
fn an_ordinal_is_no_weekday() {
    for text in ["kỳ họp thứ năm, ngày 19/04/2018", "lần thứ sáu 7/5/1954"] {
        assert_eq!(prose_dates(text, "vi")[0].weekday, None, "{text}");
    }
}

#[test]
fn impossible_days_name_the_last_valid_one() {
    let last = |text: &str| prose_dates(text, "vi")[0].impossible();
    assert_eq!(last("ngày 31/11"), Some(30));
    assert_eq!(last("ngày 30/2"), Some(29));
    assert_eq!(last("ngày 29/2"), None);
    assert_eq!(last("29/2/2023"), Some(28));
    assert_eq!(last("29/2/2024"), None);
}

#[test]
fn a_wrong_weekday_is_told_with_the_right_one() {
    let actual = |text: &str, lang: &str| prose_dates(text, lang)[0].weekday_mismatch();
    assert_eq!(actual("Thứ năm, 19/04/2018", "vi"), None);
    assert_eq!(actual("Thứ Tư, 19/04/2018", "vi"), Some(Weekday::Thursday));
    assert_eq!(actual("Monday, 7 May 1954", "en"), Some(Weekday::Friday));
    assert_eq!(actual("Monday, 7 May", "en"), None);
}

proptest! {
    #[test]
    fn ranges_are_in_order_and_inside(
        text in "((ngày|thứ|năm|Friday|May|tháng|of|âm lịch) ?|[0-9]{1,4}|[/., (\u{A0}-]|[a-zạ\u{301}]){0,24}",
        vi: bool,
    ) {
        let mut end = 0;
        for date in prose_dates(&text, if vi { "vi" } else { "en" }) {
            prop_assert!(date.range.start >= end || date.range.end > end);
            prop_assert!(text.get(date.range.clone()).is_some());
            end = date.range.end;
        }
    }
}
