//! A file whose letters and marks are stored apart, at the first such letter.

use super::{Check, Run};
use crate::diag::{Diagnostic, Note, rules};
use crate::model::Span;
use crate::model::site::Site;

pub(super) static CHECK: Check = Check { rule: &rules::UNICODE_NFD, run: Run::Site(run) };

fn run(site: &Site) -> Vec<Diagnostic> {
    let decomposed = site.sources.iter().filter_map(|(id, source)| source.flaws.not_nfc.map(|at| (id, source, at)));
    decomposed
        .map(|(id, source, at)| Note::new(&rules::UNICODE_NFD, word(&source.text, at as usize)).help("help").at(id))
        .collect()
}

/// The word around an offset.
fn word(text: &str, at: usize) -> Span {
    let at = text.floor_char_boundary(at.min(text.len()));
    let start = text[..at].trim_end_matches(char::is_alphanumeric).len();
    let end = text[at..].find(|c: char| !c.is_alphanumeric()).map_or(text.len(), |length| at + length);
    Span::new(start, end)
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{Portal, front};

    #[test]
    fn the_first_decomposed_word_of_a_file_is_marked() {
        let mut portal = Portal::new();
        portal.file("content/travel/a/index.vi.md", &front("Tỉnh Đie\u{323}\u{302}n Bie\u{302}n.\n"));
        assert_eq!(portal.found("unicode-nfd"), ["content/travel/a/index.vi.md: Điện"]);
    }

    #[test]
    fn data_files_are_read_too() {
        let mut portal = Portal::new();
        portal.file("content/_data/terms.toml", "[ban]\nvi = \"Ba\u{309}n\"\nen = \"Village\"\n");
        assert_eq!(portal.found("unicode-nfd"), ["content/_data/terms.toml: Bản"]);
    }

    #[test]
    fn composed_files_are_fine() {
        let mut portal = Portal::new();
        portal.file("content/travel/a/index.vi.md", &front("Tỉnh Điện Biên, đàn tính, ằẳẵ.\n"));
        assert!(portal.found("unicode-nfd").is_empty());
    }
}
