//! A file that is not UTF-8, at the first byte that cannot be read.

use super::{Check, Run};
use crate::diag::{Diagnostic, Note, rules};
use crate::model::Span;
use crate::model::site::Site;

pub(super) static CHECK: Check = Check { rule: &rules::ENCODING_INVALID, run: Run::Site(run) };

fn run(site: &Site) -> Vec<Diagnostic> {
    let broken = site.sources.iter().filter_map(|(id, source)| source.flaws.not_utf8.map(|at| (id, source, at)));
    broken
        .map(|(id, source, at)| {
            let note = Note::new(&rules::ENCODING_INVALID, place(&source.text, at as usize));
            note.arg("offset", at as usize + 1).help("help").at(id)
        })
        .collect()
}

/// The first replacement character: offsets in the file's bytes and in its text differ.
fn place(text: &str, at: usize) -> Span {
    let replaced = text.find(char::REPLACEMENT_CHARACTER);
    replaced.map_or(Span::new(at, at), |at| Span::new(at, at + char::REPLACEMENT_CHARACTER.len_utf8()))
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{Portal, front};

    #[test]
    fn the_first_broken_byte_is_marked_and_counted_from_one() {
        let mut portal = Portal::new();
        let bytes = b"\xEF\xBB\xBF+++\ntitle = \"A\"\n+++\n\xD0i\xEAn Bi\xEAn\n";
        portal.bytes("content/travel/a/index.vi.md", bytes);
        let place = "content/travel/a/index.vi.md: \u{FFFD}".to_owned();
        let offset = bytes.iter().position(|byte| *byte == 0xD0).unwrap() + 1;
        assert_eq!(portal.said("encoding-invalid", "offset"), [(place, offset.to_string())]);
    }

    #[test]
    fn a_replacement_character_that_was_written_is_fine() {
        let mut portal = Portal::new();
        portal.file("content/travel/a/index.vi.md", &front("Ký tự \u{FFFD} là dấu hiệu.\n"));
        assert!(portal.found("encoding-invalid").is_empty());
    }
}
