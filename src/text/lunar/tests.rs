//! The calendar against published days and against another ephemeris.

use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::{LunarDate, Months, can_chi};

fn lunar(year: i16, month: i8, day: i8) -> LunarDate {
    LunarDate { year, month, leap: false, day }
}

#[test]
fn festival_days_that_were_published() {
    for (year, solar) in [
        (2013, date(2013, 4, 4)),
        (2016, date(2016, 4, 1)),
        (2024, date(2024, 4, 2)),
        (2025, date(2025, 3, 23)),
        (2026, date(2026, 4, 11)),
        (2027, date(2027, 3, 31)),
        (2028, date(2028, 3, 19)),
    ] {
        assert_eq!(lunar(year, 2, 24).to_solar(), Some(solar));
        assert_eq!(LunarDate::from_solar(solar), lunar(year, 2, 24));
    }
}

#[test]
fn new_year_follows_hanoi_and_not_beijing() {
    for solar in
        [date(1985, 1, 21), date(2007, 2, 17), date(2026, 2, 17), date(2027, 2, 6), date(2028, 1, 26), date(2030, 2, 2)]
    {
        assert_eq!(LunarDate::new_year(solar.year()), Some(solar));
    }
}

#[test]
fn leap_months_have_the_number_of_the_month_before() {
    for (year, month, first) in [
        (2020, 4, date(2020, 5, 23)),
        (2023, 2, date(2023, 3, 22)),
        (2025, 6, date(2025, 7, 25)),
        (2028, 5, date(2028, 6, 23)),
    ] {
        let leap = LunarDate { year, month, leap: true, day: 1 };
        assert_eq!(leap.to_solar(), Some(first), "{year}");
        assert_eq!(LunarDate::from_solar(first), leap, "{year}");
    }
    assert_eq!(LunarDate { year: 2026, month: 6, leap: true, day: 1 }.to_solar(), None);
}

#[test]
fn days_that_do_not_exist_are_refused() {
    assert_eq!(lunar(2026, 13, 1).to_solar(), None);
    assert_eq!(lunar(2026, 2, 31).to_solar(), None);
    assert_eq!(lunar(2026, 2, 0).to_solar(), None);
}

#[test]
fn months_have_29_or_30_days_and_years_at_most_one_leap_month() {
    for year in 1900..=2100 {
        let months = Months::of(year);
        assert!(months.starts.windows(2).all(|pair| (29..=30).contains(&(pair[1] - pair[0]))), "{year}");
        assert_eq!(months.leap.is_some(), months.starts.len() == 14, "{year}");
        assert!(matches!(months.starts.len(), 13 | 14), "{year}");
    }
}

#[test]
fn years_are_named_in_the_cycle_of_sixty() {
    for (year, name) in [(2026, "Bính Ngọ"), (1954, "Giáp Ngọ"), (2024, "Giáp Thìn"), (1984, "Giáp Tý"), (2, "Nhâm Tuất")]
    {
        assert_eq!(can_chi(year), name);
    }
}

/// Computed once with another ephemeris (libastro's VSOP87 and moon) by the same rules.
#[rustfmt::skip]
const LEAP_MONTHS: [(i16, i8); 74] = [
    (1900, 8), (1903, 5), (1906, 4), (1909, 2), (1911, 6), (1914, 5), (1917, 3), (1919, 7),
    (1922, 6), (1925, 4), (1928, 2), (1930, 6), (1933, 5), (1936, 3), (1938, 8), (1941, 6),
    (1944, 4), (1947, 2), (1949, 7), (1952, 5), (1955, 3), (1957, 8), (1960, 6), (1963, 4),
    (1966, 3), (1968, 7), (1971, 5), (1974, 4), (1976, 8), (1979, 6), (1982, 4), (1985, 2),
    (1987, 7), (1990, 5), (1993, 3), (1995, 8), (1998, 5), (2001, 4), (2004, 2), (2006, 7),
    (2009, 5), (2012, 4), (2014, 9), (2017, 6), (2020, 4), (2023, 2), (2025, 6), (2028, 5),
    (2031, 3), (2033, 11), (2036, 6), (2039, 5), (2042, 2), (2044, 7), (2047, 5), (2050, 3),
    (2052, 8), (2055, 6), (2058, 4), (2061, 3), (2063, 7), (2066, 5), (2069, 4), (2071, 8),
    (2074, 6), (2077, 4), (2080, 3), (2082, 7), (2085, 5), (2088, 4), (2090, 8), (2093, 6),
    (2096, 4), (2099, 2),
];

#[test]
fn leap_months_of_two_centuries() {
    let is_leap = |year, month| LunarDate { year, month, leap: true, day: 1 }.to_solar().is_some();
    let found: Vec<_> = (1900..2100)
        .flat_map(|year| (1..=12).map(move |month| (year, month)))
        .filter(|(year, month)| is_leap(*year, *month))
        .collect();
    assert_eq!(found, LEAP_MONTHS);
}

#[test]
fn dates_far_off_are_answered_without_panic() {
    for year in (-9999..=9999).step_by(99) {
        let lunar = LunarDate::from_solar(date(year, 7, 1));
        let there = LunarDate { year, month: 12, leap: false, day: 1 }.to_solar();
        if (1000..=3000).contains(&year) {
            assert!((1..=30).contains(&lunar.day), "{year}: {lunar:?}");
            assert!(there.is_some(), "{year}");
        }
    }
}

#[test]
fn one_day_follows_another() {
    let mut day = date(2019, 12, 31);
    let mut before = LunarDate::from_solar(day);
    while day.year() < 2030 {
        day = day.tomorrow().unwrap_or(Date::MAX);
        let lunar = LunarDate::from_solar(day);
        assert!(lunar.day == before.day + 1 || lunar.day == 1, "{day}");
        assert!(lunar.year >= before.year, "{day}");
        before = lunar;
    }
}

proptest! {
    #[test]
    fn any_civil_date_goes_there_and_back(year in 1900_i16..=2100, month in 1_i8..=12, day in 1_i8..=28) {
        let solar = date(year, month, day);
        prop_assert_eq!(LunarDate::from_solar(solar).to_solar(), Some(solar));
    }

    #[test]
    fn any_lunar_date_goes_there_and_back(year in 1900_i16..=2100, month in 1_i8..=12, leap: bool, day in 1_i8..=30) {
        let lunar = LunarDate { year, month, leap, day };
        if let Some(solar) = lunar.to_solar() {
            prop_assert_eq!(LunarDate::from_solar(solar), lunar);
        } else {
            prop_assert!(leap || day == 30);
        }
    }
}
