//! SARIF 2.1.0 (OASIS standard of 27 March 2020), for code scanning: one run, the rules that occur with their manuals, and a
//! result for each finding. Columns count Unicode code points; `endColumn` is exclusive, as the standard wants it.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::{Value, json};

use super::judge::Judged;
use super::place::Place;
use super::write::{Report, level_word};
use super::{Rule, explain};

pub(crate) fn write(report: &Report) -> String {
    let rules: BTreeMap<&str, &Rule> =
        report.findings.iter().map(|finding| (finding.diagnostic.rule.slug, finding.diagnostic.rule)).collect();
    let index: BTreeMap<&str, usize> = rules.keys().enumerate().map(|(place, slug)| (*slug, place)).collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "hoaban",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules.values().map(|rule| descriptor(rule, report)).collect::<Vec<_>>(),
            } },
            "language": report.ui.lang().code(),
            "columnKind": "unicodeCodePoints",
            "results": report.findings.iter().map(|finding| result(finding, report, &index)).collect::<Vec<_>>(),
        }],
    });
    format!("{log:#}\n")
}

fn descriptor(rule: &Rule, report: &Report) -> Value {
    let manual = explain::manual(rule, report.ui);
    json!({
        "id": rule.slug,
        "shortDescription": { "text": explain::summary(rule, report.ui.lang()) },
        "help": { "text": manual, "markdown": manual },
        "defaultConfiguration": { "level": level_word(rule.level) },
    })
}

fn result(finding: &Judged, report: &Report, index: &BTreeMap<&str, usize>) -> Value {
    let diagnostic = &finding.diagnostic;
    let help = report.ui.help(diagnostic).map(|help| format!("\n{}: {help}", report.ui.word("diag-help")));
    let related = diagnostic.related.iter().enumerate().map(|(id, (at, attribute))| {
        let mut place = location(&Place::of(*at, report.sources));
        place["id"] = id.into();
        place["message"] = json!({ "text": report.ui.related(diagnostic, attribute) });
        place
    });
    json!({
        "ruleId": diagnostic.rule.slug,
        "ruleIndex": index.get(diagnostic.rule.slug),
        "level": level_word(finding.level),
        "message": { "text": format!("{}{}", report.ui.cause(diagnostic), help.unwrap_or_default()) },
        "locations": report.place(finding).iter().map(location).collect::<Vec<_>>(),
        "relatedLocations": related.collect::<Vec<_>>(),
    })
}

fn location(place: &Place) -> Value {
    json!({ "physicalLocation": {
        "artifactLocation": { "uri": uri(place.path), "uriBaseId": "%SRCROOT%" },
        "region": {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
        },
    } })
}

/// A path as a relative URI reference (RFC 3986): everything but unreserved characters and `/` is percent-encoded.
fn uri(path: &str) -> String {
    path.bytes().fold(String::new(), |mut out, byte| {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => out.push(byte.into()),
            _ => drop(write!(out, "%{byte:02X}")),
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::uri;
    use crate::diag::fixtures::{document, judged, report, spot};
    use crate::diag::messages::UiLang;
    use crate::diag::rules;
    use crate::diag::write::Format;

    #[test]
    fn results_point_to_their_rules_with_help() {
        let (sources, ids) = document(&[("content/a.vi.md", "một")]);
        let findings = vec![spot(&rules::TITLE_MISSING, ids[0], 0..5), spot(&rules::CREDIT_MISSING, ids[0], 0..1)];
        let printed = report(&judged(findings, &sources), &sources, UiLang::Vi, Format::Sarif);
        let run = &serde_json::from_str::<serde_json::Value>(&printed).unwrap()["runs"][0];
        let rules = &run["tool"]["driver"]["rules"];
        for result in run["results"].as_array().unwrap() {
            let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
            assert_eq!(rules[index]["id"], result["ruleId"]);
            assert!(rules[index]["help"]["text"].as_str().unwrap().contains("[check]"));
        }
        assert_eq!(run["results"][1]["locations"][0]["physicalLocation"]["region"]["endColumn"], 4);
        assert_eq!(run["language"], "vi");
    }

    #[test]
    fn paths_become_uri_references() {
        assert_eq!(uri("content/đồi a1.md"), "content/%C4%91%E1%BB%93i%20a1.md");
    }
}
