//! A document or section that lacks one of the portal's languages, at the file that is there.
//!
//! Whatever the fallback does for readers: somebody has to translate it. Drafts, and what is over, are let be.

use super::{Check, Owner, Run, Subject};
use crate::diag::{Note, rules};
use crate::model::document::Status;
use crate::resolve::split_name;

pub(super) static CHECK: Check = Check { rule: &rules::TRANSLATION_MISSING, run: Run::Text(run) };

fn run(subject: &Subject<'_>, notes: &mut Vec<Note>) {
    let shown = match subject.owner {
        Owner::Document(document) => matches!(document.status, Status::Published | Status::Scheduled),
        Owner::Section(_) => true,
    };
    if !shown || !subject.is_original() {
        return;
    }
    let path = &subject.site.sources.get(subject.text.source).path;
    let Some((stem, _)) = split_name(path.file_name()) else { return };
    for (lang, _) in subject.owner.texts().iter().filter(|(_, text)| text.is_none()) {
        let code = subject.site.config.languages.code(lang);
        let file = format!("{stem}.{code}.md");
        let whole = format!("{}/{file}", path.folder());
        let note = Note::new(&rules::TRANSLATION_MISSING, subject.text.title_span).arg("language", code);
        notes.push(note.arg("file", file).arg("path", whole).help("help"));
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{Portal, front};

    fn one(place: &str, path: &str) -> Vec<(String, String)> {
        vec![(place.to_owned(), path.to_owned())]
    }

    #[test]
    fn the_file_to_make_is_named() {
        let mut portal = Portal::new();
        portal.file("content/travel/a/index.vi.md", &front("Một.\n"));
        let place = "content/travel/a/index.vi.md: \"Thung lũng\"";
        assert_eq!(portal.said("translation-missing", "path"), one(place, "content/travel/a/index.en.md"));
        assert_eq!(portal.said("translation-missing", "file"), one(place, "index.en.md"));
        assert_eq!(portal.said("translation-missing", "language"), one(place, "en"));
    }

    #[test]
    fn flat_files_originals_in_english_and_sections_are_named_too() {
        let mut portal = Portal::new();
        portal.file("content/travel/doi.en.md", &front("One.\n"));
        assert_eq!(portal.said("translation-missing", "path")[0].1, "content/travel/doi.vi.md");
        let mut portal = Portal::new();
        portal.file("content/culture/_index.vi.md", &front("Một.\n"));
        assert_eq!(portal.said("translation-missing", "path")[0].1, "content/culture/_index.en.md");
    }

    #[test]
    fn whole_documents_and_drafts_are_let_be() {
        let mut portal = Portal::new();
        portal.file("content/travel/a/index.vi.md", &front("Một.\n"));
        portal.file("content/travel/a/index.en.md", &front("One.\n"));
        portal.file("content/travel/b/index.vi.md", "+++\ntitle = \"B\"\nstatus = \"draft\"\n+++\n");
        portal.file("content/travel/c/index.vi.md", "+++\ntitle = \"C\"\nexpires = 2020-01-01\n+++\n");
        assert!(portal.found("translation-missing").is_empty());
    }

    #[test]
    fn what_waits_for_its_day_is_found() {
        let mut portal = Portal::new();
        portal.file("content/travel/a/index.vi.md", "+++\ntitle = \"A\"\npublished = 2026-12-01\n+++\n");
        assert_eq!(portal.found("translation-missing").len(), 1);
    }
}
