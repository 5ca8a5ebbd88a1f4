//! A picture that does not say who made it, neither where it is used nor in its own record.

use super::{Check, Run, Subject};
use crate::diag::{Note, rules};

pub(super) static CHECK: Check = Check { rule: &rules::CREDIT_MISSING, run: Run::Text(run) };

fn run(subject: &Subject<'_>, notes: &mut Vec<Note>) {
    for used in subject.uses().iter().filter(|used| used.own && used.asset.is_some() && !used.credited) {
        notes.push(Note::new(&rules::CREDIT_MISSING, used.span).arg("target", used.target).help("help"));
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{Portal, front};

    fn found(text: &str, sidecar: Option<&str>) -> Vec<String> {
        let mut portal = Portal::new();
        portal.picture("content/travel/a/x.png", sidecar);
        portal.file("content/travel/a/index.vi.md", text);
        portal.found("credit-missing")
    }

    #[test]
    fn a_picture_without_a_name_is_found_where_it_is_used() {
        let place = "content/travel/a/index.vi.md: ![Đồi](x.png \"Đồi A1\")";
        assert_eq!(found(&front("![Đồi](x.png \"Đồi A1\")\n"), None), [place]);
        assert_eq!(found(&front("![Đồi](x.png \"Đồi A1\")\n"), Some("licence = \"CC-BY-4.0\"")), [place]);
    }

    #[test]
    fn a_name_at_the_use_or_in_the_record_is_enough() {
        assert!(found(&front("![Đồi](x.png \"Đồi A1 | Ảnh: Tên tác giả\")\n"), None).is_empty());
        assert!(found(&front("![Đồi](x.png)\n"), Some("credit = \"Tên tác giả\"")).is_empty());
    }

    #[test]
    fn a_cover_is_found_once_in_the_original() {
        let mut portal = Portal::new();
        portal.picture("content/travel/a/x.png", None);
        portal.file("content/travel/a/index.vi.md", "+++\ntitle = \"A\"\n[cover]\nimage = \"x.png\"\nalt = \"Đồi\"\n+++\n");
        portal.file("content/travel/a/index.en.md", "+++\ntitle = \"A\"\n[cover]\nalt = \"Hill\"\n+++\n");
        assert_eq!(portal.found("credit-missing"), ["content/travel/a/index.vi.md: \"x.png\""]);
    }

    #[test]
    fn a_cover_with_a_name_covers_the_same_picture_in_the_body() {
        let text = "+++\ntitle = \"A\"\n[cover]\nimage = \"x.png\"\nalt = \"Đồi\"\ncredit = \"Tên\"\n+++\n![Đồi](x.png)\n";
        assert!(found(text, None).is_empty());
    }

    #[test]
    fn a_picture_that_is_not_there_is_not_asked_for_a_name() {
        assert!(found(&front("![Đồi](y.png)\n"), None).is_empty());
    }
}
