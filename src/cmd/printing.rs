//! Findings on their way to a stream: the verdict over them, and the exit that follows from it.

use std::sync::Arc;

use anyhow::anyhow;
use hoaban::diag::Diagnostic;
use hoaban::diag::judge::{Judged, count, judge};
use hoaban::diag::messages::Interface;
use hoaban::diag::write::{Format, Report};
use hoaban::model::config::Config;
use hoaban::model::source::Sources;
use hoaban::pipeline::Failure;
use jiff::civil::Date;

use super::Exit;
use super::portal::refused;

/// The findings of a build, judged.
#[derive(Debug)]
pub(super) struct Verdict {
    findings: Vec<Judged>,
    sources: Arc<Sources>,
}

impl Verdict {
    /// Judges the findings on a day.
    pub(super) fn of(notes: Vec<Diagnostic>, sources: Arc<Sources>, config: Option<&Config>, today: Date) -> Self {
        let findings = judge(notes, &sources, config, today);
        Self { findings, sources }
    }

    /// Of a portal that could not be built at all.
    ///
    /// # Errors
    /// It cannot even be read.
    pub(super) fn of_failure(failure: Failure, today: Date, ui: &Interface) -> anyhow::Result<Self> {
        match failure {
            Failure::Read(error) => Err(anyhow!(refused("read", error.path(), &error, ui))),
            Failure::Broken { sources, notes } => Ok(Self::of(notes, sources, None, today)),
        }
    }

    /// Whether the portal may be published; `strict` takes warnings for errors.
    pub(super) fn exit(&self, strict: bool) -> Exit {
        let (errors, warnings) = self.count();
        if errors > 0 || (strict && warnings > 0) { Exit::Problems } else { Exit::Done }
    }

    /// Numbers of errors and warnings.
    pub(super) fn count(&self) -> (usize, usize) {
        count(&self.findings)
    }

    /// The findings in a format.
    pub(super) fn text(&self, format: Format, colour: bool, ui: &Interface) -> String {
        Report { findings: &self.findings, sources: &self.sources, ui }.write(format, colour)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use hoaban::diag::{Diagnostic, Note, rules};
    use hoaban::model::Span;
    use jiff::civil::date;

    use super::Verdict;
    use crate::cmd::Exit;

    fn verdict(rules: &[&'static hoaban::diag::Rule]) -> Verdict {
        let notes = rules.iter().map(|rule| Diagnostic::everywhere(Note::new(rule, Span::default()))).collect();
        Verdict::of(notes, Arc::default(), None, date(2026, 11, 1))
    }

    #[test]
    fn warnings_stop_only_a_strict_build() {
        assert_eq!(verdict(&[]).exit(true), Exit::Done);
        assert_eq!(verdict(&[&rules::CREDIT_MISSING]).exit(false), Exit::Done);
        assert_eq!(verdict(&[&rules::CREDIT_MISSING]).exit(true), Exit::Problems);
        assert_eq!(verdict(&[&rules::TITLE_MISSING]).exit(false), Exit::Problems);
    }
}
