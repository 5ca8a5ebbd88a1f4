//! A JSON array with an object for each finding. Lines and columns count from 1, columns in characters, ends are exclusive;
//! keys are never left out: what is not there is `null`.

use serde::Serialize;

use super::judge::Judged;
use super::place::Place;
use super::write::{Report, level_word};

#[derive(Serialize)]
struct Finding<'a> {
    rule: &'a str,
    level: &'a str,
    #[serde(flatten)]
    place: At<'a>,
    message: String,
    help: Option<String>,
    related: Vec<Related<'a>>,
}

#[derive(Serialize, Default)]
struct At<'a> {
    path: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
}

#[derive(Serialize)]
struct Related<'a> {
    #[serde(flatten)]
    place: At<'a>,
    message: String,
}

pub(crate) fn write(report: &Report) -> String {
    let findings: Vec<_> = report.findings.iter().map(|finding| object(finding, report)).collect();
    let mut out = serde_json::to_string_pretty(&findings).unwrap_or_default();
    out.push('\n');
    out
}

fn object<'a>(finding: &'a Judged, report: &Report<'a>) -> Finding<'a> {
    let diagnostic = &finding.diagnostic;
    let related = diagnostic.related.iter().map(|(at, attribute)| Related {
        place: At::from(Place::of(*at, report.sources)),
        message: report.ui.related(diagnostic, attribute),
    });
    Finding {
        rule: diagnostic.rule.slug,
        level: level_word(finding.level),
        place: report.place(finding).map(At::from).unwrap_or_default(),
        message: report.ui.cause(diagnostic),
        help: report.ui.help(diagnostic),
        related: related.collect(),
    }
}

impl<'a> From<Place<'a>> for At<'a> {
    fn from(place: Place<'a>) -> Self {
        Self {
            path: Some(place.path),
            line: Some(place.line),
            column: Some(place.column),
            end_line: Some(place.end_line),
            end_column: Some(place.end_column),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::diag::fixtures::{document, judged, report, spot};
    use crate::diag::messages::UiLang;
    use crate::diag::rules;
    use crate::diag::write::Format;
    use crate::model::{Location, Span};

    #[test]
    fn an_object_has_all_keys_and_its_related_places() {
        let (sources, ids) = document(&[("content/a.vi.md", "một hai"), ("content/b.vi.md", "ba")]);
        let mut taken =
            spot(&rules::URL_TAKEN, ids[0], 6..9).related(Location { source: ids[1], span: Span::new(0, 2) }, "related");
        taken.message.args = vec![("url", "/vi/a/".into()), ("path", "content/b.vi.md".into())];
        let printed = report(&judged(vec![taken], &sources), &sources, UiLang::En, Format::Json);
        let json: serde_json::Value = serde_json::from_str(&printed).unwrap();
        let keys: Vec<_> = json[0].as_object().unwrap().keys().cloned().collect();
        assert_eq!(
            keys,
            ["rule", "level", "path", "line", "column", "end_line", "end_column", "message", "help", "related"]
        );
        assert_eq!((json[0]["column"].as_u64(), json[0]["end_column"].as_u64()), (Some(5), Some(8)));
        assert_eq!(json[0]["related"][0]["path"], "content/b.vi.md");
        assert_eq!(json[0]["help"], "give one of the two pages another `slug`");
    }
}
