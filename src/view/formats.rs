//! Dates, numbers and values as a language prints them.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::model::Lang;
use crate::model::content_type::{Coordinates, Money};
use crate::model::document::Moment;
use crate::text::{DateFormats, NumberFormats, Scale};
use crate::words::Words;

use super::model::TimeView;

/// A language's forms of dates and numbers.
#[derive(Debug)]
pub struct Formats {
    /// Dates.
    pub dates: DateFormats,
    /// Numbers and money.
    pub numbers: NumberFormats,
}

impl Formats {
    /// The forms that a language's words declare.
    #[must_use]
    pub fn of(words: &Words, lang: Lang) -> Self {
        let lookup = |id: &str| words.plain(lang, id).map(str::to_owned);
        Self { dates: DateFormats::from_lookup(lookup), numbers: NumberFormats::from_lookup(lookup) }
    }

    /// A day in all forms.
    #[must_use]
    pub fn day(&self, date: Date) -> TimeView {
        TimeView {
            iso: date.to_string(),
            long: self.dates.long(date),
            full: self.dates.full(date),
            short: self.dates.short(date),
        }
    }

    /// A day or a moment in all forms; the moment's `full` has the time of day.
    #[must_use]
    pub fn moment(&self, moment: Moment, zone: &TimeZone) -> TimeView {
        let mut view = self.day(moment.date());
        if moment.has_time {
            view.iso = rfc3339(moment, zone);
            view.full = format!("{}, {}", view.full, self.dates.time(moment.at.time()));
        }
        view
    }

    /// An amount.
    #[must_use]
    pub fn money(&self, money: &Money) -> String {
        self.numbers.money(money.amount, Scale::from_name(&money.scale), &money.currency)
    }

    /// A place on the earth: `21,3825° B, 103,016° Đ` needs no words: north and east are positive.
    #[must_use]
    pub fn coordinates(&self, at: Coordinates) -> String {
        format!("{}°, {}°", self.numbers.number(at.lat, None), self.numbers.number(at.lon, None))
    }
}

/// `2026-03-13T08:00:00+07:00`; a day is midnight.
#[must_use]
pub fn rfc3339(moment: Moment, zone: &TimeZone) -> String {
    match moment.at.to_zoned(zone.clone()) {
        Ok(zoned) => zoned.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
        Err(_) => moment.at.to_string(),
    }
}
