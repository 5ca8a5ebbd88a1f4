//! A picture without a text alternative in the language of the page.

use super::{Check, Run, Subject};
use crate::diag::{Note, rules};

pub(super) static CHECK: Check = Check { rule: &rules::ALT_MISSING, run: Run::Text(run) };

fn run(subject: &Subject<'_>, notes: &mut Vec<Note>) {
    for used in subject.uses().iter().filter(|used| !used.described) {
        let cause = if used.cover { "cause-cover" } else { "" };
        notes.push(Note::new(&rules::ALT_MISSING, used.span).cause(cause).arg("target", used.target).help("help"));
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{Portal, front};

    fn found(text: &str, sidecar: Option<&str>) -> Vec<String> {
        let mut portal = Portal::new();
        portal.picture("content/travel/a/x.png", sidecar);
        portal.file("content/travel/a/index.vi.md", text);
        portal.found("alt-missing")
    }

    #[test]
    fn pictures_need_words_for_those_who_cannot_see_them() {
        assert_eq!(
            found(&front("Một ![](x.png) hai\n\n![  ](x.png \"Chú thích | Nguồn\")\n"), None),
            ["content/travel/a/index.vi.md: ![](x.png)", "content/travel/a/index.vi.md: ![  ](x.png \"Chú thích | Nguồn\")",]
        );
        assert_eq!(found(&front("![x.png](x.png)\n"), None).len(), 1);
    }

    #[test]
    fn described_and_decorative_pictures_are_fine() {
        assert!(found(&front("![Đồi A1](x.png)\n\n![](x.png){decorative}\n"), None).is_empty());
        assert!(found(&front("![](x.png)\n"), Some("alt = { vi = \"Đồi\" }")).is_empty());
        assert_eq!(found(&front("![](x.png)\n"), Some("alt = { en = \"Hill\" }")).len(), 1);
    }

    #[test]
    fn a_cover_needs_an_alternative_in_each_language() {
        let mut portal = Portal::new();
        portal.picture("content/travel/a/x.png", None);
        portal.file("content/travel/a/index.vi.md", "+++\ntitle = \"A\"\n[cover]\nimage = \"x.png\"\nalt = \"Đồi\"\n+++\n");
        portal.file("content/travel/a/index.en.md", "+++\ntitle = \"The hill\"\n+++\n");
        assert_eq!(portal.found("alt-missing"), ["content/travel/a/index.en.md: \"The hill\""]);
        portal.file("content/travel/a/index.en.md", "+++\ntitle = \"The hill\"\n[cover]\nalt = \"A hill\"\n+++\n");
        assert!(portal.found("alt-missing").is_empty());
    }

    #[test]
    fn a_decorative_cover_needs_none() {
        let text = "+++\ntitle = \"A\"\n[cover]\nimage = \"x.png\"\ndecorative = true\n+++\n";
        assert!(found(text, None).is_empty());
        let text = "+++\ntitle = \"A\"\n[cover]\nimage = \"x.png\"\n+++\n";
        assert_eq!(found(text, None), ["content/travel/a/index.vi.md: \"x.png\""]);
    }

    #[test]
    fn a_fields_picture_needs_an_alternative_in_every_language_of_the_document() {
        let mut portal = Portal::new();
        portal.picture("content/travel/a/x.png", None);
        let text = |alt: &str| {
            format!("+++\ntitle = \"A\"\ntype = \"thing\"\n[thing]\nphoto = {{ image = \"x.png\", alt = {alt} }}\n+++\n")
        };
        portal.file("content/travel/a/index.vi.md", &text("{ vi = \"Đồi\" }"));
        assert!(portal.found("alt-missing").is_empty());
        portal.file("content/travel/a/index.en.md", "+++\ntitle = \"A\"\n+++\n");
        assert_eq!(portal.found("alt-missing"), ["content/travel/a/index.vi.md: \"x.png\""]);
        portal.file("content/travel/a/index.vi.md", &text("{ vi = \"Đồi\", en = \"Hill\" }"));
        assert!(portal.found("alt-missing").is_empty());
    }
}
