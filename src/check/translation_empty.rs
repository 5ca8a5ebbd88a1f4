//! A translation that has front matter but nothing below it, while the original has a text.
//!
//! `state = "draft"` under `[translation]` says that the translator is still at work, and is believed.

use super::{Check, Run, Subject};
use crate::diag::{Note, rules};
use crate::model::Span;
use crate::model::body::{Body, Element, Node};

pub(super) static CHECK: Check = Check { rule: &rules::TRANSLATION_EMPTY, run: Run::Text(run) };

/// Length of the line that closes front matter.
const FENCE: usize = 3;

fn run(subject: &Subject<'_>, notes: &mut Vec<Note>) {
    let Some(original) = subject.original() else { return };
    let in_work = subject.text.translation.as_ref().is_some_and(|translation| translation.state == "draft");
    if !in_work && is_empty(&subject.text.parsed.body) && !is_empty(&original.parsed.body) {
        let end = subject.text.parsed.front_span.end as usize;
        let note = Note::new(&rules::TRANSLATION_EMPTY, Span::new(end.saturating_sub(FENCE), end));
        notes.push(note.arg("language", subject.code).help("help"));
    }
}

/// Whether a reader would see nothing.
fn is_empty(body: &Body) -> bool {
    let shows = |node: &Node| match *node {
        Node::Html(i) => !body.strings[i as usize].trim().is_empty(),
        Node::Image(_) | Node::Start(Element::Link(_)) => true,
        _ => false,
    };
    body.words == 0 && body.directives.is_empty() && !body.nodes.iter().any(shows)
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{Portal, front};

    fn found(original: &str, translation: &str) -> Vec<String> {
        let mut portal = Portal::new();
        portal.picture("content/travel/a/x.png", None);
        portal.file("content/travel/a/index.vi.md", original);
        portal.file("content/travel/a/index.en.md", translation);
        portal.found("translation-empty")
    }

    #[test]
    fn a_translation_without_text_is_found_at_the_end_of_its_front_matter() {
        let empty = "+++\ntitle = \"The valley\"\n+++\n\n<!-- to do -->\n";
        assert_eq!(found(&front("Một.\n"), empty), ["content/travel/a/index.en.md: +++"]);
    }

    #[test]
    fn a_translation_in_work_is_believed() {
        let empty = "+++\ntitle = \"The valley\"\n[translation]\nstate = \"draft\"\n+++\n";
        assert!(found(&front("Một.\n"), empty).is_empty());
    }

    #[test]
    fn pictures_and_directives_are_text_enough() {
        for body in ["One.\n", "![Hill](x.png)\n", ":::facts {ids=\"area\"}\n:::\n", "<hr>\n"] {
            assert!(found(&front("Một.\n"), &front(body)).is_empty(), "{body}");
        }
    }

    #[test]
    fn where_the_original_is_empty_too_nothing_is_missing() {
        assert!(found(&front(""), &front("")).is_empty());
        assert!(found(&front(""), &front("One.\n")).is_empty());
    }
}
