//! What is wrong, ready to be laid over a page: each finding in words, without reference to one build.

use std::collections::BTreeSet;
use std::ops::Range;

use serde::Serialize;

use super::events::Findings;
use crate::diag::Arg;
use crate::diag::judge::Judged;
use crate::diag::messages::Interface;
use crate::diag::write::Report;
use crate::model::config::RuleLevel;
use crate::model::page::{ListOf, PageId, PageKind};
use crate::model::site::Site;

/// Problems that are shown at most; more help nobody.
const MOST: usize = 100;

/// One error in words.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub(super) struct Problem {
    /// File; empty for the portal as a whole.
    pub(super) path: String,
    /// `path:line:column`; empty for the portal as a whole.
    pub(super) place: String,
    /// The line it is on, in three parts, the middle one marked.
    pub(super) excerpt: [String; 3],
    /// What is wrong.
    pub(super) cause: String,
    /// How to mend it; may be empty.
    pub(super) help: String,
    /// The rule's name.
    pub(super) rule: &'static str,
}

/// The errors among some findings, as many as are shown.
pub(super) fn problems(findings: &Findings, ui: &Interface) -> Vec<Problem> {
    let report = Report { findings: &findings.judged, sources: &findings.sources, ui };
    let errors = findings.judged.iter().filter(|finding| finding.level == RuleLevel::Error);
    errors.take(MOST).map(|finding| problem(finding, &report)).collect()
}

fn problem(finding: &Judged, report: &Report<'_>) -> Problem {
    let diagnostic = &finding.diagnostic;
    let place = report.place(finding);
    let excerpt = diagnostic.at.zip(place).map(|(at, place)| {
        let end = if place.end_line == place.line { place.end_column } else { usize::MAX };
        excerpt(&report.sources.get(at.source).text, place.line, place.column..end)
    });
    Problem {
        path: place.map_or_else(String::new, |place| place.path.to_owned()),
        place: place.map_or_else(String::new, |place| format!("{}:{}:{}", place.path, place.line, place.column)),
        excerpt: excerpt.unwrap_or_default(),
        cause: report.ui.cause(diagnostic),
        help: report.ui.help(diagnostic).unwrap_or_default(),
        rule: diagnostic.rule.slug,
    }
}

/// A line, from 1, in three parts: before, in and after some columns, from 1.
fn excerpt(text: &str, line: usize, columns: Range<usize>) -> [String; 3] {
    let mut parts = [const { String::new() }; 3];
    let line = text.split('\n').nth(line - 1).unwrap_or("").trim_end_matches('\r');
    for (letter, column) in line.chars().zip(1..) {
        let part = usize::from(column >= columns.start) + usize::from(column >= columns.end);
        parts[part].push(letter);
    }
    parts
}

/// The files that a page is written in, all languages: shared fields come from the source language's.
pub(super) fn files_of(site: &Site, page: PageId) -> BTreeSet<&str> {
    let texts = match site.page(page).kind {
        PageKind::Document(document) | PageKind::Stub(document) => &site.document(document).texts,
        PageKind::List { of: ListOf::Section(section), .. } => &site.section(section).texts,
        _ => return BTreeSet::new(),
    };
    texts.present().map(|(_, text)| site.sources.get(text.source).path.as_str()).collect()
}

/// What the script in a page asks for.
#[derive(Debug, Serialize)]
pub(super) struct Overlay {
    lang: &'static str,
    /// Headline of the first list.
    title: String,
    /// Headline of the second list.
    elsewhere_title: String,
    /// Says that the page is an older one; empty where it is not.
    stale: String,
    close: String,
    help: String,
    /// Problems of this page.
    here: Vec<Problem>,
    /// Problems of the rest of the portal.
    elsewhere: Vec<Problem>,
}

impl Overlay {
    pub(super) fn new(here: Vec<Problem>, elsewhere: Vec<Problem>, stale: bool, ui: &Interface) -> Self {
        let title = |id: &str, list: &[Problem]| ui.text(id, "", &[("count", Arg::from(list.len()))]);
        Self {
            lang: ui.lang().code(),
            title: title("serve-here", &here),
            elsewhere_title: title("serve-elsewhere", &elsewhere),
            stale: if stale { ui.word("serve-stale") } else { String::new() },
            close: ui.word("serve-close"),
            help: ui.word("diag-help"),
            here,
            elsewhere,
        }
    }
}

/// A page that says only what is wrong, for when there is no other.
pub(super) fn page(problems: &[Problem], script: &str, ui: &Interface) -> String {
    let title = escape(&ui.word("serve-broken"));
    let lead = escape(&ui.word("serve-broken-lead"));
    let help = escape(&ui.word("diag-help"));
    let items: String = problems.iter().map(|problem| item(problem, &help)).collect();
    let lang = ui.lang().code();
    format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <link rel=\"stylesheet\" href=\"/_hoaban/overlay.css\">\n</head>\n<body class=\"page\">\n<main>\n<h1>{title}</h1>\n\
         <p>{lead}</p>\n<ol>\n{items}</ol>\n</main>\n{script}</body>\n</html>\n"
    )
}

fn item(problem: &Problem, help: &str) -> String {
    let mut item = String::from("<li>");
    if !problem.place.is_empty() {
        item += &format!("<code>{}</code>", escape(&problem.place));
    }
    item += &format!("<p>{} <small>[{}]</small></p>", escape(&problem.cause), problem.rule);
    let [before, marked, after] = problem.excerpt.each_ref().map(|part| escape(part));
    if problem.excerpt.iter().any(|part| !part.trim().is_empty()) {
        item += &format!("<pre>{before}<mark>{marked}</mark>{after}</pre>");
    }
    if !problem.help.is_empty() {
        item += &format!("<p><b>{help}:</b> {}</p>", escape(&problem.help));
    }
    item + "</li>\n"
}

/// Text for HTML, in elements and quoted attributes.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::{escape, excerpt};

    #[test]
    fn the_marked_part_is_counted_in_characters() {
        assert_eq!(excerpt("một\r\nĐiện Biên Phủ\r\n", 2, 6..10), ["Điện ", "Biên", " Phủ"]);
        assert_eq!(excerpt("một\nhai", 1, 2..usize::MAX), ["m", "ột", ""]);
        assert_eq!(excerpt("", 1, 1..1), ["", "", ""]);
    }

    #[test]
    fn words_from_files_are_text_in_html() {
        assert_eq!(escape("<script>\"&"), "&lt;script&gt;&quot;&amp;");
    }
}
