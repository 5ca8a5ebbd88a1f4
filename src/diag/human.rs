//! Findings for people: what is wrong, the line in which it is, how to mend it, and at the end the sum and where to read more.

use std::collections::BTreeSet;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Element, Group, Level, Renderer, Snippet};

use super::judge::{Judged, count};
use super::place::{Excerpt, Place};
use super::write::Report;
use crate::model::Location;
use crate::model::config::RuleLevel;
use crate::model::source::Source;

/// Columns of an excerpt; a longer line is cut around the mark.
const WIDTH: usize = 110;

pub(crate) fn write(report: &Report, colour: bool) -> String {
    if report.findings.is_empty() {
        return report.ui.word("diag-none") + "\n";
    }
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Ascii).term_width(WIDTH);
    let words = Words::of(report);
    let mut out = String::new();
    for finding in report.findings {
        out.push_str(&renderer.render(&groups(finding, report, &words)));
        out.push_str("\n\n");
    }
    out + &footer(report)
}

/// The words that head a part.
struct Words {
    error: String,
    warning: String,
    help: String,
    related: String,
}

impl Words {
    fn of(report: &Report) -> Self {
        let word = |id| report.ui.word(id);
        Self {
            error: word("diag-error"),
            warning: word("diag-warning"),
            help: word("diag-help"),
            related: word("diag-related"),
        }
    }

    fn level(&self, level: RuleLevel) -> Level<'_> {
        match level {
            RuleLevel::Error => Level::ERROR.with_name(self.error.as_str()),
            RuleLevel::Warning => Level::WARNING.with_name(self.warning.as_str()),
        }
    }
}

/// The finding, and a group for each related place.
fn groups<'a>(finding: &'a Judged, report: &Report<'a>, words: &'a Words) -> Vec<Group<'a>> {
    let diagnostic = &finding.diagnostic;
    let title = words.level(finding.level).primary_title(report.ui.cause(diagnostic)).id(diagnostic.rule.slug);
    let help = report.ui.help(diagnostic).map(|help| Level::HELP.with_name(words.help.as_str()).message(help));
    let place = diagnostic.at.map(|at| excerpt(at, report));
    let mut groups = vec![title.elements(place.into_iter().chain(help.map(Element::from)))];
    groups.extend(diagnostic.related.iter().map(|(at, attribute)| {
        let label = report.ui.related(diagnostic, attribute);
        Level::NOTE.with_name(words.related.as_str()).secondary_title(label).element(excerpt(*at, report))
    }));
    groups
}

fn excerpt<'a>(at: Location, report: &Report<'a>) -> Element<'a> {
    let source: &'a Source = report.sources.get(at.source);
    let Excerpt { line, marked } = Excerpt::of(&source.text, at.span);
    let mark = AnnotationKind::Primary.span(marked);
    Snippet::source(line).path(source.path.as_str()).line_start(Place::of(at, report.sources).line).annotation(mark).into()
}

fn footer(report: &Report) -> String {
    let (errors, warnings) = count(report.findings);
    let diagnostics = || report.findings.iter().map(|finding| &finding.diagnostic);
    let files: BTreeSet<_> = diagnostics().filter_map(|diagnostic| diagnostic.at.map(|at| at.source)).collect();
    let rules: BTreeSet<_> = diagnostics().map(|diagnostic| diagnostic.rule.slug).collect();
    let args = [("errors", errors.into()), ("warnings", warnings.into()), ("files", files.len().into())];
    let summary = report.ui.text("diag-summary", "", &args);
    let hint = if rules.len() == 1 { "diag-explain" } else { "diag-explain-any" };
    let first = rules.first().copied().unwrap_or_default();
    format!("{summary}\n{}\n", report.ui.text(hint, "", &[("rule", first.into())]))
}

#[cfg(test)]
mod tests {
    use crate::diag::fixtures::{document, judged, report, spot};
    use crate::diag::messages::UiLang;
    use crate::diag::write::Format;
    use crate::diag::{Diagnostic, Note, rules};
    use crate::model::{Location, Span};

    #[test]
    fn a_finding_shows_cause_place_line_and_cure_in_the_editors_language() {
        let text = "+++\ntitle = \"Đồi A1\"\n+++\nXem [Mường Thanh](doc:travel/mung-thanh) nhé.\n";
        let (sources, ids) = document(&[("content/travel/doi-a1/index.vi.md", text)]);
        let start = text.find("doc:").unwrap();
        let mut link = spot(&rules::LINK_UNKNOWN, ids[0], start..start + "doc:travel/mung-thanh".len());
        link.message.args = vec![("target", "doc:travel/mung-thanh".into()), ("nearest", "doc:travel/muong-thanh".into())];
        link.message.help = "help-nearest";
        let expected = "\
lỗi[link-unknown]: liên kết “doc:travel/mung-thanh” không dẫn tới tài liệu nào
 --> content/travel/doi-a1/index.vi.md:4:19
  |
4 | Xem [Mường Thanh](doc:travel/mung-thanh) nhé.
  |                   ^^^^^^^^^^^^^^^^^^^^^
  |
  = gợi ý: có phải bạn muốn viết `doc:travel/muong-thanh`?

1 lỗi, 0 cảnh báo trong 1 tệp.
Muốn hiểu thêm, hãy chạy: hoaban explain link-unknown
";
        assert_eq!(report(&judged(vec![link], &sources), &sources, UiLang::Vi, Format::Human), expected);
    }

    #[test]
    fn related_places_follow_even_in_an_empty_file() {
        let (sources, ids) = document(&[("content/a.vi.md", "một\nhai"), ("content/b.vi.md", "")]);
        let there = Location { source: ids[1], span: Span::new(9, 9) };
        let mut taken = spot(&rules::KEY_TAKEN, ids[0], 0..5).related(there, "related");
        taken.message.args = vec![("key", "a".into()), ("path", "content/b.vi.md".into())];
        let expected = "\
error[key-taken]: the key “a” is already used by `content/b.vi.md`, so doc: links cannot know where to lead
 --> content/a.vi.md:1:1
  |
1 | một
  | ^^^
  |
  = help: rename the folder, or give one of the two documents another `id`
see also: the other document is here
 --> content/b.vi.md:1:1
  |
1 |
  | ^

1 error, 0 warnings in 1 file.
To learn more, run: hoaban explain key-taken
";
        assert_eq!(report(&judged(vec![taken], &sources), &sources, UiLang::En, Format::Human), expected);
    }

    #[test]
    fn long_lines_are_cut_around_the_mark() {
        let text = format!("{}đây{}", "ô ".repeat(300), " ơ".repeat(300));
        let (sources, ids) = document(&[("content/a.vi.md", &text)]);
        let start = text.find("đây").unwrap();
        let finding = spot(&rules::TITLE_MISSING, ids[0], start..start + "đây".len());
        let printed = report(&judged(vec![finding], &sources), &sources, UiLang::Vi, Format::Human);
        assert!(printed.contains("content/a.vi.md:1:601\n") && printed.contains("ô đây ơ"));
        assert!(printed.lines().all(|line| line.chars().count() <= 130), "{printed}");
    }

    #[test]
    fn a_finding_without_a_place_has_cause_and_cure() {
        let (sources, _) = document(&[]);
        let note = Note::new(&rules::CONFIG_INVALID, Span::default()).cause("cause-missing").arg("file", "portal.toml");
        let printed = report(&judged(vec![Diagnostic::everywhere(note)], &sources), &sources, UiLang::En, Format::Human);
        assert!(printed.starts_with("error[config-invalid]: there is no `portal.toml` in this folder"), "{printed}");
        assert!(printed.contains("= help: run the command in the portal's folder"), "{printed}");
    }
}
