//! Moments as RFC 3339 and W3C date-time (<https://www.w3.org/TR/NOTE-datetime>) write them.

use jiff::Zoned;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use crate::model::document::{Document, Moment};

/// Stands for "never" where a format insists on a moment.
pub(super) const EPOCH: &str = "1970-01-01T00:00:00Z";

/// When a document last changed: its update, or its publication where that is later.
pub(super) fn changed(document: &Document) -> Option<Moment> {
    document.shared.published.max(document.shared.updated)
}

/// A moment on the portal's clock as RFC 3339 with its zone's offset: `2026-03-13T08:00:00+07:00`. A day begins at midnight.
pub(super) fn rfc3339(moment: Moment, zone: &TimeZone) -> String {
    moment.at.to_zoned(zone.clone()).map_or_else(|_| EPOCH.to_owned(), |at| zoned(&at))
}

/// A day as `2026-03-13`, a moment as [`rfc3339`] has it.
pub(super) fn day_or_moment(moment: Moment, zone: &TimeZone) -> String {
    if moment.has_time || moment.at.year() < 0 {
        return rfc3339(moment, zone);
    }
    let date = moment.date();
    format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
}

/// A moment with its offset. RFC 3339 has no seconds in offsets, which zones had before they were regulated, nor years
/// before 0: such moments are written in UTC and as [`EPOCH`].
pub(super) fn zoned(at: &Zoned) -> String {
    let seconds = at.offset().seconds();
    if seconds % 60 != 0 {
        return civil(at.with_time_zone(TimeZone::UTC).datetime(), "Z");
    }
    let sign = if seconds < 0 { '-' } else { '+' };
    let minutes = seconds.abs() / 60;
    civil(at.datetime(), &format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60))
}

fn civil(at: DateTime, offset: &str) -> String {
    if at.year() < 0 {
        return EPOCH.to_owned();
    }
    let (date, time) = (at.date(), at.time());
    let (year, month, day) = (date.year(), date.month(), date.day());
    format!("{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}{offset}", time.hour(), time.minute(), time.second())
}

#[cfg(test)]
mod tests {
    use jiff::civil::{DateTime, date};
    use jiff::tz::TimeZone;

    use super::{EPOCH, day_or_moment, rfc3339};
    use crate::model::document::Moment;

    fn moment(at: DateTime, has_time: bool) -> Moment {
        Moment { at, has_time }
    }

    #[test]
    fn moments_carry_the_offset_of_their_zone() {
        let hanoi = TimeZone::get("Asia/Ho_Chi_Minh").unwrap();
        let at = date(2026, 3, 13).at(8, 5, 9, 0);
        assert_eq!(rfc3339(moment(at, true), &hanoi), "2026-03-13T08:05:09+07:00");
        assert_eq!(day_or_moment(moment(at, true), &hanoi), "2026-03-13T08:05:09+07:00");
        assert_eq!(day_or_moment(moment(at, false), &hanoi), "2026-03-13");
        let caracas = TimeZone::get("America/Caracas").unwrap();
        assert_eq!(rfc3339(moment(date(2010, 1, 1).at(0, 0, 0, 0), true), &caracas), "2010-01-01T00:00:00-04:30");
    }

    #[test]
    fn local_mean_time_is_written_in_utc() {
        let hanoi = TimeZone::get("Asia/Ho_Chi_Minh").unwrap();
        let written = rfc3339(moment(date(1900, 1, 1).at(0, 0, 0, 0), false), &hanoi);
        let read: jiff::Timestamp = written.parse().unwrap();
        assert!(written.ends_with('Z'));
        assert_eq!(read, date(1900, 1, 1).at(0, 0, 0, 0).to_zoned(hanoi).unwrap().timestamp());
    }

    #[test]
    fn the_ends_of_time_do_not_panic() {
        let zone = TimeZone::get("Asia/Ho_Chi_Minh").unwrap();
        assert_eq!(rfc3339(moment(DateTime::MIN, true), &zone), EPOCH);
        assert_eq!(day_or_moment(moment(DateTime::MIN, false), &zone), EPOCH);
        assert_eq!(rfc3339(moment(DateTime::MAX, true), &TimeZone::fixed(jiff::tz::offset(-23))), EPOCH);
    }
}
