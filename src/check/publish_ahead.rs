//! A publishing date more than a year ahead, or an update that has not happened yet.

use jiff::ToSpan;

use super::{Check, Run, Subject};
use crate::diag::{Note, rules};
use crate::model::document::{Moment, Status};

pub(super) static CHECK: Check = Check { rule: &rules::PUBLISH_AHEAD, run: Run::Text(run) };

/// Days ahead that nobody is asked about: a year.
const DAYS: i64 = 366;

fn run(subject: &Subject<'_>, notes: &mut Vec<Note>) {
    let Some(document) = subject.owner.document().filter(|_| subject.is_original()) else { return };
    let now = subject.site.now.datetime();
    let latest = now.checked_add(DAYS.days()).unwrap_or(jiff::civil::DateTime::MAX);
    let mut note = |key: &str, moment: Moment, cause: &'static str| {
        let span = subject.text.parsed.front.get(key).map_or(subject.text.title_span, |entry| entry.item.span);
        let note = Note::new(&rules::PUBLISH_AHEAD, span).cause(cause);
        notes.push(note.arg("date", moment.date().to_string()).help("help"));
    };
    if let Some(moment) = document.shared.published.filter(|moment| moment.at > latest) {
        note("published", moment, "");
    }
    if let Some(moment) = document.shared.updated.filter(|moment| moment.at > now && document.status == Status::Published) {
        note("updated", moment, "cause-updated");
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::Portal;

    /// The portal's now is 1 November 2026, 00:00 UTC, 07:00 there.
    fn found(keys: &str) -> Vec<String> {
        let mut portal = Portal::new();
        portal.file("content/travel/a/index.vi.md", &format!("+++\ntitle = \"A\"\n{keys}\n+++\n"));
        portal.file("content/travel/a/index.en.md", "+++\ntitle = \"A\"\n+++\n");
        let found = portal.found("publish-ahead").into_iter();
        found.map(|place| place.split_once(": ").map(|(_, words)| words.to_owned()).unwrap_or_default()).collect()
    }

    #[test]
    fn a_year_that_was_mistyped_is_found_once() {
        assert_eq!(found("published = 2062-05-07"), ["2062-05-07"]);
        assert_eq!(found("status = \"draft\"\npublished = 2062-05-07"), ["2062-05-07"]);
    }

    #[test]
    fn an_update_ahead_of_now_is_found_on_a_published_page() {
        assert_eq!(found("published = 2026-05-07\nupdated = 2026-11-02"), ["2026-11-02"]);
        assert_eq!(found("updated = 2026-11-01T07:00:01"), ["2026-11-01T07:00:01"]);
        assert!(found("published = 2026-12-01\nupdated = 2026-12-02").is_empty());
    }

    #[test]
    fn dates_within_a_year_are_fine() {
        assert!(found("published = 2027-11-01\nupdated = 2026-11-01").is_empty());
        assert!(found("published = 2026-05-07\nupdated = 2026-11-01T07:00:00").is_empty());
    }
}
