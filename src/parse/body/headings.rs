//! Anchors of headings.

use crate::diag::Note;
use crate::diag::rules::SLUG_INVALID;
use crate::model::body::Heading;
use crate::text::{self, Slugs};

/// Gives every heading an anchor that is unique in the body.
///
/// Anchors that were written come first, so that an earlier heading cannot take theirs.
pub(super) fn anchors(headings: &mut [Heading], lang: &str, notes: &mut Vec<Note>) {
    let mut slugs = Slugs::new();
    let mut wanted: Vec<String> = headings.iter_mut().map(|heading| std::mem::take(&mut heading.id)).collect();
    for (heading, written) in headings.iter_mut().zip(&mut wanted).filter(|(_, written)| !written.is_empty()) {
        let slug = text::slug(written);
        if slug != *written {
            let note = Note::new(&SLUG_INVALID, heading.span).arg("slug", std::mem::take(written));
            notes.push(note.arg("nearest", slug.as_str()).help("help"));
        }
        if !slug.is_empty() {
            heading.id = slugs.unique(&slug);
        }
    }
    let nameless = if lang == "vi" { "muc" } else { "section" };
    for heading in headings.iter_mut().filter(|heading| heading.id.is_empty()) {
        let slug = text::slug(&heading.text);
        heading.id = slugs.unique(if slug.is_empty() { nameless } else { &slug });
    }
}

#[cfg(test)]
mod tests {
    use super::anchors;
    use crate::model::Span;
    use crate::model::body::Heading;

    fn ids(lang: &str, headings: &[(&str, &str)]) -> (Vec<String>, usize) {
        let heading = |(text, id): &(&str, &str)| Heading {
            level: 2,
            id: (*id).to_owned(),
            text: (*text).to_owned(),
            lang: None,
            span: Span::default(),
        };
        let mut headings: Vec<_> = headings.iter().map(heading).collect();
        let mut notes = Vec::new();
        anchors(&mut headings, lang, &mut notes);
        (headings.into_iter().map(|heading| heading.id).collect(), notes.len())
    }

    #[test]
    fn equal_headings_get_numbers_and_written_anchors_come_first() {
        let (found, notes) = ids("vi", &[("Lịch sử", ""), ("Lịch sử", ""), ("Xưa", "lich-su"), ("Nay", "lich-su")]);
        assert_eq!(found, ["lich-su-3", "lich-su-4", "lich-su", "lich-su-2"]);
        assert_eq!(notes, 0);
    }

    #[test]
    fn headings_without_letters_are_counted() {
        assert_eq!(ids("vi", &[("老挝", ""), ("…", "")]).0, ["muc", "muc-2"]);
        assert_eq!(ids("en", &[("老挝", "")]).0, ["section"]);
    }

    #[test]
    fn written_anchors_are_mended_and_noted() {
        assert_eq!(ids("vi", &[("A", "Lịch_Sử")]), (vec!["lich-su".to_owned()], 1));
        assert_eq!(ids("vi", &[("A", "…")]), (vec!["a".to_owned()], 1));
    }
}
