//! A document's status in words, for `build` and `list`.

use hoaban::diag::Arg;
use hoaban::diag::messages::{Interface, UiLang};
use hoaban::model::document::{Document, Status};
use hoaban::model::site::Site;
use hoaban::text::DateFormats;
use jiff::civil::{Date, DateTime};

/// The date forms of the interface's language.
pub(super) fn dates(lang: UiLang) -> DateFormats {
    match lang {
        UiLang::Vi => DateFormats::vietnamese(),
        UiLang::En => DateFormats::english(),
    }
}

/// The one-word status that machines read.
pub(super) fn word(status: Status) -> &'static str {
    match status {
        Status::Published => "published",
        Status::Draft => "draft",
        Status::Scheduled => "scheduled",
        Status::Expired => "expired",
        Status::Withdrawn => "withdrawn",
    }
}

/// The moment that the status hangs on, on the portal's clock: when a scheduled document appears, when one goes or went.
pub(super) fn moment(document: &Document) -> Option<DateTime> {
    let moment = match document.status {
        Status::Scheduled => document.shared.published,
        Status::Published | Status::Expired => document.shared.expires,
        Status::Draft | Status::Withdrawn => None,
    };
    moment.map(|moment| moment.at)
}

/// The status as people say it: "due at 08:00, 1 December 2026".
pub(super) fn sentence(document: &Document, ui: &Interface) -> String {
    let id = format!("status-{}", word(document.status));
    let when = moment(document).map(|at| Arg::from(dates(ui.lang()).datetime(at)));
    match (document.status, when) {
        (Status::Published, Some(when)) => ui.text(&id, "until", &[("when", when)]),
        (_, Some(when)) => ui.text(&id, "", &[("when", when)]),
        (Status::Scheduled | Status::Expired, None) => ui.text(&id, "unknown", &[]),
        (_, None) => ui.word(&id),
    }
}

/// The documents that are not published, a line each: key and status.
pub(super) fn skipped(site: &Site, ui: &Interface) -> String {
    if site.skipped.is_empty() {
        return String::new();
    }
    let left_out = site.skipped.iter().map(|skipped| site.document(skipped.document));
    let width = left_out.clone().map(|document| document.key.chars().count()).max().unwrap_or_default();
    let lines = left_out.map(|document| format!("  {:width$}  {}\n", document.key, sentence(document, ui)));
    format!("{}\n{}", ui.text("build-skipped", "", &[("count", Arg::from(site.skipped.len()))]), lines.collect::<String>())
}

/// A day in few signs: "13/03/2026", "13 Mar 2026".
pub(super) fn day(date: Date, ui: &Interface) -> String {
    dates(ui.lang()).short(date)
}
