//! Dates as people read them, in the forms a language's `formats.ftl` gives.
//!
//! In: civil dates (no time zone) and patterns. Out: text. Patterns are in the style of
//! `strftime`: `%d` `%-d` day, `%m` `%-m` month, `%Y` year, `%H` `%-H` hour, `%M` minute, `%A`
//! `%a` weekday name, `%B` `%b` month name, `%%` a percent sign, and `%Om`, the month as
//! Decree 30/2020 writes it: with a zero in January and February only. Names come from our
//! own lists, not from the system's locale. Machine-readable dates are *not* made here.

use jiff::civil::{Date, DateTime, Time};

use super::date_pattern::{Names, Pattern};

/// A language's date forms. Built once for a build; formatting allocates the result only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateFormats {
    long: Pattern,
    full: Pattern,
    short: Pattern,
    legal: Pattern,
    month_year: Pattern,
    month_day: Pattern,
    time: Pattern,
    datetime: Pattern,
    range_month: Pattern,
    range_year: Pattern,
    range: Pattern,
    names: Names,
}

/// What `formats.ftl` says for Vietnamese; a test keeps the two equal.
const VIETNAMESE: &[(&str, &str)] = &[
    ("date-long", "ngày %-d tháng %-m năm %Y"),
    ("date-full", "%A, ngày %-d tháng %-m năm %Y"),
    ("date-short", "%d/%m/%Y"),
    ("date-legal", "ngày %d tháng %Om năm %Y"),
    ("date-month-year", "tháng %-m năm %Y"),
    ("date-month-day", "ngày %-d tháng %-m"),
    ("date-clock", "%H:%M"),
    ("date-time", "%H:%M, ngày %-d tháng %-m năm %Y"),
    ("date-range-month", "%-d–%-d/%-m/%Y"),
    ("date-range-year", "%-d/%-m–%-d/%-m/%Y"),
    ("date-range", "%-d/%-m/%Y–%-d/%-m/%Y"),
    ("weekday-names", "Thứ Hai | Thứ Ba | Thứ Tư | Thứ Năm | Thứ Sáu | Thứ Bảy | Chủ Nhật"),
    ("weekday-names-short", "T2 | T3 | T4 | T5 | T6 | T7 | CN"),
    (
        "month-names",
        "tháng 1 | tháng 2 | tháng 3 | tháng 4 | tháng 5 | tháng 6 | tháng 7 | tháng 8 | tháng 9 | tháng 10 | tháng 11 | tháng 12",
    ),
    ("month-names-short", "Th1 | Th2 | Th3 | Th4 | Th5 | Th6 | Th7 | Th8 | Th9 | Th10 | Th11 | Th12"),
];

/// What `formats.ftl` says for English; a test keeps the two equal.
const ENGLISH: &[(&str, &str)] = &[
    ("date-long", "%-d %B %Y"),
    ("date-full", "%A, %-d %B %Y"),
    ("date-short", "%-d %b %Y"),
    ("date-legal", "%-d %B %Y"),
    ("date-month-year", "%B %Y"),
    ("date-month-day", "%-d %B"),
    ("date-clock", "%H:%M"),
    ("date-time", "%H:%M, %-d %B %Y"),
    ("date-range-month", "%-d–%-d %B %Y"),
    ("date-range-year", "%-d %B – %-d %B %Y"),
    ("date-range", "%-d %B %Y – %-d %B %Y"),
    ("weekday-names", "Monday | Tuesday | Wednesday | Thursday | Friday | Saturday | Sunday"),
    ("weekday-names-short", "Mon | Tue | Wed | Thu | Fri | Sat | Sun"),
    (
        "month-names",
        "January | February | March | April | May | June | July | August | September | October | November | December",
    ),
    ("month-names-short", "Jan | Feb | Mar | Apr | May | Jun | Jul | Aug | Sep | Oct | Nov | Dec"),
];

impl DateFormats {
    /// Vietnamese forms: "ngày 7 tháng 5 năm 1954", "07/05/1954".
    #[must_use]
    pub fn vietnamese() -> Self {
        Self::from_parts(|id| listed(VIETNAMESE, id).to_owned())
    }

    /// English forms, day first and never all numeric: "7 May 1954", "7 May 1954".
    #[must_use]
    pub fn english() -> Self {
        Self::from_parts(|id| listed(ENGLISH, id).to_owned())
    }

    /// Forms looked up by id (`date-long`, `weekday-names`, ...; names separated by `|`). An id
    /// that is missing keeps its English form; a list with too few names as well.
    #[must_use]
    pub fn from_lookup(lookup: impl Fn(&str) -> Option<String>) -> Self {
        let english = |id: &str| listed(ENGLISH, id).to_owned();
        Self::from_parts(|id| {
            let found = lookup(id).filter(|text| !id.contains("-names") || names(text).len() == names(&english(id)).len());
            found.unwrap_or_else(|| english(id))
        })
    }

    fn from_parts(text: impl Fn(&str) -> String) -> Self {
        let pattern = |id: &str| Pattern::new(&text(id));
        Self {
            long: pattern("date-long"),
            full: pattern("date-full"),
            short: pattern("date-short"),
            legal: pattern("date-legal"),
            month_year: pattern("date-month-year"),
            month_day: pattern("date-month-day"),
            time: pattern("date-clock"),
            datetime: pattern("date-time"),
            range_month: pattern("date-range-month"),
            range_year: pattern("date-range-year"),
            range: pattern("date-range"),
            names: Names {
                weekdays: names(&text("weekday-names")),
                weekdays_short: names(&text("weekday-names-short")),
                months: names(&text("month-names")),
                months_short: names(&text("month-names-short")),
            },
        }
    }

    /// Running text: "ngày 7 tháng 5 năm 1954", "7 May 1954".
    #[must_use]
    pub fn long(&self, date: Date) -> String {
        self.one(&self.long, date)
    }

    /// With the weekday: "Thứ Sáu, ngày 7 tháng 5 năm 1954", "Friday, 7 May 1954".
    #[must_use]
    pub fn full(&self, date: Date) -> String {
        self.one(&self.full, date)
    }

    /// For tables and cards: "07/05/1954", "7 May 1954".
    #[must_use]
    pub fn short(&self, date: Date) -> String {
        self.one(&self.short, date)
    }

    /// As Decree 30/2020 writes it in official documents: "ngày 07 tháng 5 năm 1954".
    #[must_use]
    pub fn legal(&self, date: Date) -> String {
        self.one(&self.legal, date)
    }

    /// A month: "tháng 5 năm 1954", "May 1954". The day is not used.
    #[must_use]
    pub fn month_year(&self, date: Date) -> String {
        self.one(&self.month_year, date)
    }

    /// A day of every year: "ngày 7 tháng 5", "7 May". The year is not used.
    #[must_use]
    pub fn month_day(&self, date: Date) -> String {
        self.one(&self.month_day, date)
    }

    /// The time of day in 24 hours: "17:30".
    #[must_use]
    pub fn time(&self, time: Time) -> String {
        let moment = Date::constant(1970, 1, 1).to_datetime(time);
        self.time.format(moment, moment, &self.names)
    }

    /// Time and date: "17:30, ngày 7 tháng 5 năm 1954".
    #[must_use]
    pub fn datetime(&self, moment: DateTime) -> String {
        self.datetime.format(moment, moment, &self.names)
    }

    /// From the first to the last day, both included, with what they share written once:
    /// "13–18/3/2024", "28 February – 2 March 2024". One day is the long form; days in the
    /// wrong order are put right.
    #[must_use]
    pub fn range(&self, first: Date, last: Date) -> String {
        let (first, last) = (first.min(last), first.max(last));
        if first == last {
            return self.long(first);
        }
        let pattern = match (first.year() == last.year(), first.month() == last.month()) {
            (true, true) => &self.range_month,
            (true, false) => &self.range_year,
            (false, _) => &self.range,
        };
        pattern.format(first.into(), last.into(), &self.names)
    }

    /// The seven weekday names, Monday first.
    #[must_use]
    pub fn weekday_names(&self) -> &[String] {
        &self.names.weekdays
    }

    /// The seven short weekday names, Monday first.
    #[must_use]
    pub fn weekday_names_short(&self) -> &[String] {
        &self.names.weekdays_short
    }

    /// The twelve month names, January first.
    #[must_use]
    pub fn month_names(&self) -> &[String] {
        &self.names.months
    }

    fn one(&self, pattern: &Pattern, date: Date) -> String {
        pattern.format(date.into(), date.into(), &self.names)
    }
}

fn listed(forms: &'static [(&str, &'static str)], id: &str) -> &'static str {
    forms.iter().find(|(own, _)| *own == id).map_or("", |(_, text)| text)
}

fn names(text: &str) -> Vec<String> {
    text.split('|').map(|name| name.trim().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date, time};

    use super::{DateFormats, ENGLISH, VIETNAMESE};

    const VICTORY: Date = date(1954, 5, 7);

    #[test]
    fn vietnamese_forms() {
        let vi = DateFormats::vietnamese();
        assert_eq!(vi.long(VICTORY), "ngày 7 tháng 5 năm 1954");
        assert_eq!(vi.full(VICTORY), "Thứ Sáu, ngày 7 tháng 5 năm 1954");
        assert_eq!(vi.short(VICTORY), "07/05/1954");
        assert_eq!(vi.month_year(VICTORY), "tháng 5 năm 1954");
        assert_eq!(vi.month_day(VICTORY), "ngày 7 tháng 5");
        assert_eq!(vi.time(time(17, 30, 0, 0)), "17:30");
        assert_eq!(vi.datetime(VICTORY.at(7, 5, 0, 0)), "07:05, ngày 7 tháng 5 năm 1954");
        assert_eq!(vi.full(date(2026, 3, 15)), "Chủ Nhật, ngày 15 tháng 3 năm 2026");
    }

    #[test]
    fn english_forms_are_never_all_numeric() {
        let en = DateFormats::english();
        assert_eq!(en.long(VICTORY), "7 May 1954");
        assert_eq!(en.full(VICTORY), "Friday, 7 May 1954");
        assert_eq!(en.short(date(2024, 9, 2)), "2 Sep 2024");
        assert_eq!(en.month_year(VICTORY), "May 1954");
        assert_eq!(en.datetime(VICTORY.at(17, 30, 0, 0)), "17:30, 7 May 1954");
    }

    #[test]
    fn legal_dates_pad_small_days_and_the_first_two_months() {
        let vi = DateFormats::vietnamese();
        for (day, expected) in [
            (VICTORY, "ngày 07 tháng 5 năm 1954"),
            (date(2023, 2, 1), "ngày 01 tháng 02 năm 2023"),
            (date(2023, 8, 5), "ngày 05 tháng 8 năm 2023"),
            (date(2024, 3, 15), "ngày 15 tháng 3 năm 2024"),
        ] {
            assert_eq!(vi.legal(day), expected);
        }
    }

    #[test]
    fn ranges_write_what_is_shared_once() {
        let (vi, en) = (DateFormats::vietnamese(), DateFormats::english());
        let (first, last) = (date(2024, 3, 13), date(2024, 3, 18));
        assert_eq!(vi.range(first, last), "13–18/3/2024");
        assert_eq!(en.range(last, first), "13–18 March 2024");
        assert_eq!(vi.range(date(2024, 2, 28), last), "28/2–18/3/2024");
        assert_eq!(en.range(date(2024, 2, 28), last), "28 February – 18 March 2024");
        assert_eq!(vi.range(date(2023, 3, 13), last), "13/3/2023–18/3/2024");
        assert_eq!(en.range(date(2023, 3, 13), last), "13 March 2023 – 18 March 2024");
        assert_eq!(vi.range(last, last), "ngày 18 tháng 3 năm 2024");
    }

    #[test]
    fn a_range_pattern_may_be_a_sentence() {
        let own = |id: &str| (id == "date-range-month").then(|| "từ ngày %-d đến ngày %-d/%-m/%Y (100%%)".to_owned());
        let formats = DateFormats::from_lookup(own);
        assert_eq!(formats.range(date(2024, 3, 13), date(2024, 3, 18)), "từ ngày 13 đến ngày 18/3/2024 (100%)");
    }

    #[test]
    fn a_portal_may_write_weekdays_its_own_way() {
        let lookup = |id: &str| match id {
            "weekday-names" => Some("Thứ hai|Thứ ba|Thứ tư|Thứ năm|Thứ sáu|Thứ bảy|Chủ nhật".to_owned()),
            "month-names" => Some("too | few".to_owned()),
            "date-full" => Some("%a %A %q %".to_owned()),
            _ => None,
        };
        let formats = DateFormats::from_lookup(lookup);
        assert_eq!(formats.full(VICTORY), "Fri Thứ sáu %q %");
        assert_eq!(formats.month_names()[11], "December");
        assert_eq!(formats.weekday_names()[6], "Chủ nhật");
    }

    #[test]
    fn the_defaults_are_what_the_message_files_say() {
        let files =
            [(VIETNAMESE, include_str!("../../i18n/vi/formats.ftl")), (ENGLISH, include_str!("../../i18n/en/formats.ftl"))];
        for (forms, file) in files {
            for (id, text) in forms {
                assert!(file.contains(&format!("\n{id} = {text}\n")), "{id}");
            }
        }
    }
}
