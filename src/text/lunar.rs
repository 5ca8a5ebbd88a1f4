//! The Vietnamese lunar calendar (âm lịch), by its rules and not by a table.
//!
//! In and out: civil dates and [`LunarDate`]s. A month begins on the day of the new moon at
//! 105° E (UTC+7); month 11 holds the winter solstice; in a year of thirteen months the first
//! without a principal term is the leap month (Hồ Ngọc Đức, *Computing the Vietnamese lunar
//! calendar*). UTC+7 is used for all years, also before Viet Nam adopted it (1967 in the North,
//! 1975 in the South): calendars printed then may differ by a day. Years
//! before 1000 and after 3000 give an answer without meaning. Festivals are *not* known here.

use jiff::civil::{Date, date};

use super::astronomy::{new_moon, new_moon_number, sun_longitude};

/// 7 hours in days: Viet Nam's offset from universal time.
const OFFSET: f64 = 7.0 / 24.0;

/// The new moon of 8 July 1967 and the equinox of 23 September 1938 fell 4 seconds after and 33
/// seconds before midnight in Hanoi (JPL ephemeris DE421): too close for the series used here.
const NEW_MOON_1967: (i32, i32) = (-402, 2_439_680);
const EQUINOX_1938: (i32, i32) = (2_429_166, 6);

/// The Julian day number (counted from noon) of 1 January 1970.
const EPOCH: i32 = 2_440_588;

/// A day of the lunar calendar. The year is that of the Gregorian year it begins in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct LunarDate {
    /// The year; 2026 is Bính Ngọ.
    pub year: i16,
    /// 1 to 12. A leap month has the number of the month before it.
    pub month: i8,
    /// Whether this is the leap month.
    pub leap: bool,
    /// 1 to 30.
    pub day: i8,
}

impl LunarDate {
    /// The lunar date of a civil date.
    #[must_use]
    pub fn from_solar(solar: Date) -> Self {
        let today = day_number(solar);
        let mut months = Months::of(i32::from(solar.year()));
        if today >= months.next_eleventh() {
            months = Months::of(i32::from(solar.year()) + 1);
        }
        let position = months.starts.iter().rposition(|start| *start <= today).unwrap_or(0);
        let (month, leap) = months.name(position);
        let year = if month >= 11 { solar_year(months.year - 1) } else { solar_year(months.year) };
        let day = i8::try_from(today - months.starts[position] + 1).unwrap_or(i8::MAX);
        Self { year, month, leap, day }
    }

    /// The civil date of a lunar date; `None` where the year has no such month or day.
    #[must_use]
    pub fn to_solar(self) -> Option<Date> {
        let from_eleventh = i32::from(self.year) + i32::from(self.month >= 11);
        let months = Months::of(from_eleventh);
        let position = (0..months.count()).find(|at| months.name(*at) == (self.month, self.leap))?;
        let start = months.starts[position];
        let length = months.starts[position + 1] - start;
        if !(1..=length).contains(&i32::from(self.day)) {
            return None;
        }
        civil(start + i32::from(self.day) - 1)
    }

    /// The first day of a lunar year (Tết Nguyên đán).
    #[must_use]
    pub fn new_year(year: i16) -> Option<Date> {
        Self { year, month: 1, leap: false, day: 1 }.to_solar()
    }
}

/// The name of a lunar year in the cycle of sixty: 2026 is "Bính Ngọ".
#[must_use]
pub fn can_chi(year: i16) -> String {
    const CAN: [&str; 10] = ["Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý"];
    const CHI: [&str; 12] = ["Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi"];
    let place = |length: i32| usize::try_from((i32::from(year) - 4).rem_euclid(length)).unwrap_or(0);
    format!("{} {}", CAN[place(10)], CHI[place(12)])
}

/// The months from the eleventh of `year - 1` up to the one before the eleventh of `year`.
struct Months {
    year: i32,
    /// First days (Julian day numbers) of 12 or 13 months and of the eleventh that follows.
    starts: Vec<i32>,
    leap: Option<usize>,
}

impl Months {
    fn of(year: i32) -> Self {
        let (first, last) = (eleventh(year - 1), eleventh(year));
        let starts: Vec<i32> = (first..=last).map(start_of_month).collect();
        let leap =
            if starts.len() == 14 { starts.windows(2).position(|month| term(month[0]) == term(month[1])) } else { None };
        Self { year, starts, leap }
    }

    fn count(&self) -> usize {
        self.starts.len() - 1
    }

    fn next_eleventh(&self) -> i32 {
        self.starts.last().copied().unwrap_or(i32::MAX)
    }

    /// The number of the month at a position, and whether it is the leap month.
    fn name(&self, position: usize) -> (i8, bool) {
        let before = self.leap.is_some_and(|leap| leap <= position);
        let ordinal = position - usize::from(before);
        let month = i8::try_from((ordinal + 10) % 12 + 1).unwrap_or(1);
        (month, self.leap == Some(position))
    }
}

/// The number of the new moon that opens the month with a year's winter solstice.
fn eleventh(year: i32) -> i32 {
    let near = day_number(date(solar_year(year), 12, 31));
    let k = new_moon_number(f64::from(near)) + 1;
    (0..4)
        .map(|back| k - back)
        .find(|k| {
            let start = start_of_month(*k);
            start <= near && sun_longitude(midnight(start)) < 270.0
        })
        .unwrap_or(k)
}

/// The local day, as a Julian day number, on which the new moon number `k` falls.
fn start_of_month(k: i32) -> i32 {
    if k == NEW_MOON_1967.0 {
        return NEW_MOON_1967.1;
    }
    whole(new_moon(k) + 0.5 + OFFSET)
}

/// Which of the twelve principal terms was last reached when a local day begins.
fn term(day: i32) -> i32 {
    if day == EQUINOX_1938.0 {
        return EQUINOX_1938.1;
    }
    whole(sun_longitude(midnight(day)) / 30.0)
}

/// Universal time, as a Julian day, of the local midnight that opens a day.
fn midnight(day: i32) -> f64 {
    f64::from(day) - 0.5 - OFFSET
}

fn whole(value: f64) -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "Julian days of civil dates fit")]
    let floor = value.floor() as i32;
    floor
}

fn solar_year(year: i32) -> i16 {
    i16::try_from(year.clamp(-9998, 9998)).unwrap_or(0)
}

fn day_number(solar: Date) -> i32 {
    let since = solar.duration_since(date(1970, 1, 1)).as_hours() / 24;
    EPOCH + i32::try_from(since).unwrap_or(0)
}

fn civil(day: i32) -> Option<Date> {
    date(1970, 1, 1).checked_add(jiff::SignedDuration::from_hours(i64::from(day - EPOCH) * 24)).ok()
}

#[cfg(test)]
mod tests;
