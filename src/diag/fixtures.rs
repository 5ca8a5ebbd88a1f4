//! What the tests of this folder share: files, findings and reports made in memory.

use std::ops::Range;
use std::sync::Arc;

use super::judge::{Judged, judge};
use super::messages::{Interface, UiLang};
use super::write::{Format, Report};
use super::{Diagnostic, Note, Rule};
use crate::model::source::{Flaws, Source, Sources};
use crate::model::{Digest, SourceId, SourcePath};

/// Files of path and text.
pub(crate) fn document(files: &[(&str, &str)]) -> (Sources, Vec<SourceId>) {
    let mut sources = Sources::default();
    let push = |(path, text): &(&str, &str)| {
        let path = SourcePath::new(path).unwrap();
        let digest = Digest::of(text.as_bytes());
        sources.push(Arc::new(Source { path, text: (*text).into(), digest, flaws: Flaws::default() }))
    };
    let ids = files.iter().map(push).collect();
    (sources, ids)
}

/// A finding without values.
pub(crate) fn spot(rule: &'static Rule, source: SourceId, range: Range<usize>) -> Diagnostic {
    Note::new(rule, range.into()).at(source)
}

/// Judged by the rules' own levels.
pub(crate) fn judged(findings: Vec<Diagnostic>, sources: &Sources) -> Vec<Judged> {
    judge(findings, sources, None, jiff::civil::date(2026, 11, 1))
}

/// Printed without colours.
pub(crate) fn report(findings: &[Judged], sources: &Sources, lang: UiLang, format: Format) -> String {
    let ui = Interface::new(lang);
    Report { findings, sources, ui: &ui }.write(format, false)
}
