//! A picture that does not say what others may do with it, neither where it is used nor in its own record.

use std::collections::BTreeSet;

use super::{Check, Run, Subject};
use crate::diag::{Note, rules};

pub(super) static CHECK: Check = Check { rule: &rules::LICENCE_MISSING, run: Run::Text(run) };

fn run(subject: &Subject<'_>, notes: &mut Vec<Note>) {
    let mut seen = BTreeSet::new();
    for used in subject.uses().iter().filter(|used| used.own) {
        let Some(id) = used.asset.filter(|id| seen.insert(*id)) else { continue };
        let asset = subject.site.asset(id);
        if asset.picture.is_some() && asset.record.licence.is_empty() {
            notes.push(Note::new(&rules::LICENCE_MISSING, used.span).arg("target", used.target).help("help"));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{Portal, front};

    fn found(text: &str, sidecar: Option<&str>) -> Vec<String> {
        let mut portal = Portal::new();
        portal.picture("content/travel/a/x.png", sidecar);
        portal.file("content/travel/a/index.vi.md", text);
        portal.found("licence-missing")
    }

    #[test]
    fn a_picture_without_a_licence_is_found_once_where_it_is_used() {
        let place = "content/travel/a/index.vi.md: ![Đồi](x.png)";
        assert_eq!(found(&front("![Đồi](x.png)\n\n![Đồi](x.png)\n"), Some("credit = \"Tên\"")), [place]);
    }

    #[test]
    fn a_licence_in_the_record_or_at_a_cover_is_enough() {
        assert!(found(&front("![Đồi](x.png)\n"), Some("licence = \"CC-BY-4.0\"")).is_empty());
        let cover =
            "+++\ntitle = \"A\"\n[cover]\nimage = \"x.png\"\nalt = \"Đồi\"\nlicence = \"CC0-1.0\"\n+++\n![Đồi](x.png)\n";
        assert!(found(cover, None).is_empty());
    }
}
