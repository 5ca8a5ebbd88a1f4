//! One line a finding, as compilers print it: `path:line:column: level[rule]: message`. The level is an English word in every
//! language, so that editors can read it; a finding about the portal as a whole has no place before it.

use std::fmt::Write as _;

use super::write::{Report, level_word};

pub(crate) fn write(report: &Report) -> String {
    let mut out = String::new();
    for finding in report.findings {
        if let Some(place) = report.place(finding) {
            let _ = write!(out, "{}:{}:{}: ", place.path, place.line, place.column);
        }
        let slug = finding.diagnostic.rule.slug;
        let _ = writeln!(out, "{}[{slug}]: {}", level_word(finding.level), report.ui.cause(&finding.diagnostic));
    }
    out
}

#[cfg(test)]
mod tests {
    use crate::diag::fixtures::{document, judged, report, spot};
    use crate::diag::messages::UiLang;
    use crate::diag::write::Format;
    use crate::diag::{Diagnostic, Note, rules};
    use crate::model::Span;

    #[test]
    fn a_line_has_place_level_rule_and_cause() {
        let (sources, ids) = document(&[("content/culture/khen/index.vi.md", "+++\n+++\n")]);
        let mut missing = spot(&rules::TRANSLATION_MISSING, ids[0], 4..7);
        missing.message.args = vec![("language", "en".into()), ("file", "index.en.md".into())];
        let whole = Diagnostic::everywhere(
            Note::new(&rules::CONFIG_INVALID, Span::default()).cause("cause-missing").arg("file", "portal.toml"),
        );
        let findings = judged(vec![missing, whole], &sources);
        let printed = report(&findings, &sources, UiLang::En, Format::Short);
        assert_eq!(
            printed,
            "error[config-invalid]: there is no `portal.toml` in this folder, so this is not a portal\n\
             content/culture/khen/index.vi.md:2:1: warning[translation-missing]: no English page (index.en.md)\n"
        );
    }
}
