//! Printing findings: the formats, and what all of them need. Pure; the caller owns the terminal.

use super::judge::Judged;
use super::messages::Interface;
use super::place::Place;
use super::{github, human, json, sarif, short};
use crate::model::config::RuleLevel;
use crate::model::source::Sources;

/// How findings are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// For people: excerpt, cause and cure, in the interface's language.
    #[default]
    Human,
    /// One line each, `path:line:column: level[rule]: message`, as compilers print and editors read it.
    Short,
    /// A JSON array of objects.
    Json,
    /// SARIF 2.1.0 (OASIS).
    Sarif,
    /// Workflow commands of GitHub Actions.
    Github,
}

impl Format {
    /// The words of the command line.
    pub const WORDS: [(&'static str, Self); 5] = [
        ("human", Self::Human),
        ("short", Self::Short),
        ("json", Self::Json),
        ("sarif", Self::Sarif),
        ("github", Self::Github),
    ];

    /// From its word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::WORDS.into_iter().find(|(known, _)| *known == word).map(|(_, format)| format)
    }
}

/// Judged findings, with what is needed to put them into words.
#[derive(Clone, Copy)]
pub struct Report<'a> {
    /// In the order of [`judge`](super::judge::judge).
    pub findings: &'a [Judged],
    /// The files they lie in.
    pub sources: &'a Sources,
    /// Words.
    pub ui: &'a Interface,
}

impl<'a> Report<'a> {
    /// The report in a format, ending with a line break unless it is empty; `colour` is for people only.
    #[must_use]
    pub fn write(&self, format: Format, colour: bool) -> String {
        match format {
            Format::Human => human::write(self, colour),
            Format::Short => short::write(self),
            Format::Json => json::write(self),
            Format::Sarif => sarif::write(self),
            Format::Github => github::write(self),
        }
    }

    pub(crate) fn place(&self, finding: &Judged) -> Option<Place<'a>> {
        finding.diagnostic.at.map(|at| Place::of(at, self.sources))
    }
}

/// The level as machines read it, in every language.
pub(crate) fn level_word(level: RuleLevel) -> &'static str {
    match level {
        RuleLevel::Error => "error",
        RuleLevel::Warning => "warning",
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Format, Report};
    use crate::diag::fixtures::{document, judged, spot};
    use crate::diag::messages::{Interface, UiLang};
    use crate::diag::rules;
    use crate::model::{Location, Span};

    #[test]
    fn no_findings_still_make_whole_files() {
        let (sources, _) = document(&[]);
        let ui = Interface::new(UiLang::En);
        let report = Report { findings: &[], sources: &sources, ui: &ui };
        assert_eq!(report.write(Format::Short, false), "");
        assert_eq!(report.write(Format::Json, false), "[]\n");
        assert_eq!(report.write(Format::Human, false), "No errors and no warnings.\n");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn any_span_in_any_text_is_printed_in_every_format(
            part in "(\\PC|[\\n\\r\\t\\x00]){0,80}", times in 1usize..4, start in 0u32..600, end in 0u32..600, colour: bool
        ) {
            let text = part.repeat(times);
            let (sources, ids) = document(&[("content/a.vi.md", &text)]);
            let span = Span { start, end };
            let finding = spot(&rules::URL_TAKEN, ids[0], 0..1).related(Location { source: ids[0], span }, "related");
            let finding = crate::diag::Diagnostic { at: Some(Location { source: ids[0], span }), ..finding };
            let findings = judged(vec![finding], &sources);
            let ui = Interface::new(UiLang::Vi);
            let report = Report { findings: &findings, sources: &sources, ui: &ui };
            for (_, format) in Format::WORDS {
                prop_assert!(report.write(format, colour).contains("url-taken"));
            }
        }
    }
}
