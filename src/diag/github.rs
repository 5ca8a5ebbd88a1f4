//! Workflow commands of GitHub Actions: `::error file=…,line=…,col=…,endLine=…,title=rule::message`. The escapes are those of
//! the runner: `%`, CR and LF in the message, also `:` and `,` in properties.

use std::fmt::Write as _;

use super::judge::Judged;
use super::write::{Report, level_word};

pub(crate) fn write(report: &Report) -> String {
    report.findings.iter().map(|finding| command(finding, report)).collect()
}

fn command(finding: &Judged, report: &Report) -> String {
    let diagnostic = &finding.diagnostic;
    let mut out = format!("::{} ", level_word(finding.level));
    if let Some(place) = report.place(finding) {
        let file = property(place.path);
        let _ = write!(out, "file={file},line={},col={},endLine={},", place.line, place.column, place.end_line);
        if place.end_line == place.line {
            let _ = write!(out, "endColumn={},", place.end_column);
        }
    }
    let help = report.ui.help(diagnostic).map(|help| format!("\n{}: {help}", report.ui.word("diag-help")));
    let message = format!("{}{}", report.ui.cause(diagnostic), help.unwrap_or_default());
    let _ = writeln!(out, "title={}::{}", property(diagnostic.rule.slug), data(&message));
    out
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use crate::diag::fixtures::{document, judged, report, spot};
    use crate::diag::messages::UiLang;
    use crate::diag::rules;
    use crate::diag::write::Format;

    #[test]
    fn percent_signs_line_breaks_and_separators_are_escaped() {
        let (sources, ids) = document(&[("content/50%, a:b.vi.md", "x\ny")]);
        let mut finding = spot(&rules::TYPE_UNKNOWN, ids[0], 0..3).clone();
        finding.message.args = vec![("type", "100%".into()), ("nearest", "news".into())];
        finding.message.help = "help-nearest";
        assert_eq!(
            report(&judged(vec![finding], &sources), &sources, UiLang::En, Format::Github),
            "::error file=content/50%25%2C a%3Ab.vi.md,line=1,col=1,endLine=2,title=type-unknown::\
             there is no content type called “100%25”%0Ahelp: did you mean “news”?\n"
        );
    }
}
