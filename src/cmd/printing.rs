//! Findings on their way to a stream: the verdict over them, and the exit that follows from it. Sizes as people read them.

use std::sync::Arc;

use anyhow::anyhow;
use hoaban::diag::Diagnostic;
use hoaban::diag::judge::{Judged, count, judge};
use hoaban::diag::messages::{Interface, UiLang};
use hoaban::diag::write::{Format, Report};
use hoaban::model::config::Config;
use hoaban::model::source::Sources;
use hoaban::pipeline::Failure;
use hoaban::text::NumberFormats;
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

/// A size in decimal units (IEC 80000-13): `840 kB`, `3,2 MB`.
pub(super) fn size(bytes: u64, ui: &Interface) -> String {
    let numbers = match ui.lang() {
        UiLang::Vi => NumberFormats::vietnamese(),
        UiLang::En => NumberFormats::english(),
    };
    let rounded = |unit: u64| bytes / unit + u64::from(bytes % unit >= unit / 2);
    let tenths = |unit: u64| {
        let tenths = rounded(unit / 10);
        numbers.digits(&format!("{}.{}", tenths / 10, tenths % 10), Some(1)).unwrap_or_default()
    };
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..999_500 => format!("{} kB", rounded(1_000)),
        999_500..999_950_000 => format!("{} MB", tenths(1_000_000)),
        _ => format!("{} GB", tenths(1_000_000_000)),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use hoaban::diag::messages::UiLang;
    use hoaban::diag::{Diagnostic, Note, rules};
    use hoaban::model::Span;
    use jiff::civil::date;

    use super::{Verdict, size};
    use crate::cmd::{Exit, interface};

    #[test]
    fn sizes_are_in_decimal_units() {
        let ui = interface(UiLang::Vi);
        let said = [0, 999, 1_000, 999_499, 999_500, 3_249_999, 999_950_000, 1_500_000_000].map(|bytes| size(bytes, &ui));
        assert_eq!(said, ["0 B", "999 B", "1 kB", "999 kB", "1,0 MB", "3,2 MB", "1,0 GB", "1,5 GB"]);
    }

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
