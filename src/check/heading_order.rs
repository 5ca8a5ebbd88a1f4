//! Headings that skip a level, or take the level of the page's title.

use super::{Check, Run, Subject};
use crate::diag::{Note, rules};

pub(super) static CHECK: Check = Check { rule: &rules::HEADING_ORDER, run: Run::Text(run) };

fn run(subject: &Subject<'_>, notes: &mut Vec<Note>) {
    let mut above = 1;
    for heading in &subject.text.parsed.body.headings {
        let note = Note::new(&rules::HEADING_ORDER, heading.span).arg("text", heading.text.as_str()).help("help");
        if heading.level == 1 {
            notes.push(note.cause("cause-h1"));
        } else if heading.level > above + 1 {
            notes.push(note.arg("from", usize::from(above)).arg("to", usize::from(heading.level)));
        }
        above = heading.level;
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{Portal, front};

    fn found(body: &str) -> Vec<String> {
        let mut portal = Portal::new();
        portal.file("content/travel/a/index.vi.md", &front(body));
        let found = portal.found("heading-order").into_iter();
        found.map(|place| place.split_once(": ").map(|(_, words)| words.trim().to_owned()).unwrap_or_default()).collect()
    }

    #[test]
    fn jumps_are_found_at_the_lower_heading() {
        assert_eq!(found("## Một\n\n#### Hai\n\n##### Ba\n"), ["#### Hai"]);
        assert_eq!(found("### Một\n"), ["### Một"]);
    }

    #[test]
    fn level_one_belongs_to_the_title() {
        assert_eq!(found("# Một\n\n## Hai\n\nBa\n===\n"), ["# Một", "Ba\n==="]);
    }

    #[test]
    fn going_up_any_number_of_levels_is_fine() {
        assert!(found("## Một\n\n### Hai\n\n#### Ba\n\n## Bốn\n\n### Năm\n").is_empty());
    }

    #[test]
    fn the_levels_are_told() {
        let mut portal = Portal::new();
        portal.file("content/travel/a/index.vi.md", &front("## Một\n\n##### Hai\n"));
        let said = [portal.said("heading-order", "from"), portal.said("heading-order", "to")].concat();
        assert_eq!(said.iter().map(|(_, level)| level.as_str()).collect::<Vec<_>>(), ["2", "5"]);
    }
}
