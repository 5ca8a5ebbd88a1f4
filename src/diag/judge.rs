//! From findings to a verdict: order, levels of the portal's `[check]`, and allowances.
//!
//! In: all findings of a build, the configuration and the day. Out: what is reported, each with its final level. Pure.

use std::cmp::Ordering;

use jiff::civil::Date;

use super::Diagnostic;
use crate::model::config::{Allowance, Config, RuleLevel};
use crate::model::source::Sources;

/// A finding that is reported.
#[derive(Debug, Clone)]
pub struct Judged {
    /// What was found.
    pub diagnostic: Diagnostic,
    /// How serious it is in this portal.
    pub level: RuleLevel,
}

/// Sorts findings by path, place and rule, drops repeated ones, and gives each its level.
///
/// A rule that is `off`, and what an allowance covers on `today`, is left out. An allowance that is over or covers nothing
/// has no effect. Without a `config` (it could not be read) every rule has its own level.
#[must_use]
pub fn judge(findings: Vec<Diagnostic>, sources: &Sources, config: Option<&Config>, today: Date) -> Vec<Judged> {
    let mut findings = findings;
    findings.sort_by(|a, b| order(a, b, sources));
    findings.dedup_by(|a, b| order(a, b, sources) == Ordering::Equal);
    let level = |diagnostic: &Diagnostic| match config {
        Some(config) => level_in(config, diagnostic, path(diagnostic, sources), today),
        None => Some(diagnostic.rule.level),
    };
    findings.into_iter().filter_map(|diagnostic| level(&diagnostic).map(|level| Judged { diagnostic, level })).collect()
}

/// Numbers of errors and warnings.
#[must_use]
pub fn count(findings: &[Judged]) -> (usize, usize) {
    let errors = findings.iter().filter(|finding| finding.level == RuleLevel::Error).count();
    (errors, findings.len() - errors)
}

fn path<'a>(diagnostic: &Diagnostic, sources: &'a Sources) -> &'a str {
    diagnostic.at.map_or("", |at| sources.get(at.source).path.as_str())
}

/// Path, place, rule, then words; equal only for findings that say the same.
fn order(a: &Diagnostic, b: &Diagnostic, sources: &Sources) -> Ordering {
    let span = |diagnostic: &Diagnostic| diagnostic.at.map(|at| at.span);
    (path(a, sources), span(a), a.rule.slug)
        .cmp(&(path(b, sources), span(b), b.rule.slug))
        .then_with(|| a.message.cause.cmp(b.message.cause))
        .then_with(|| format!("{:?}", a.message.args).cmp(&format!("{:?}", b.message.args)))
        .then_with(|| a.related.cmp(&b.related))
}

fn level_in(config: &Config, diagnostic: &Diagnostic, path: &str, today: Date) -> Option<RuleLevel> {
    let slug = diagnostic.rule.slug;
    let allowed = config.allow.iter().any(|allowance| covers(allowance, slug, path, today));
    if allowed { None } else { config.check.get(slug).copied().unwrap_or(Some(diagnostic.rule.level)) }
}

/// Whether the allowance holds today, the last day included; an empty path covers everything.
fn covers(allowance: &Allowance, slug: &str, path: &str, today: Date) -> bool {
    let place = allowance.path.as_str();
    let inside = place.is_empty() || path == place || (place.ends_with('/') && path.starts_with(place));
    allowance.rule == slug && inside && allowance.until.is_none_or(|until| today <= until)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{count, covers, judge};
    use crate::diag::fixtures::{document, spot};
    use crate::diag::rules;
    use crate::model::config::{Allowance, Config, Identity, Language, Languages, RuleLevel};

    fn config(check: &[(&str, Option<RuleLevel>)], allow: Vec<Allowance>) -> Config {
        let language = ["vi", "vi", "Điện Biên", "", "Tiếng Việt", "vi_VN"].map(str::to_owned);
        let [code, prefix, title, tagline, name, locale] = language;
        let languages = Languages::new(vec![Language { code, prefix, title, tagline, name, locale }]).unwrap();
        Config {
            base_url: "https://tinh.example/".into(),
            base_path: String::new(),
            default_language: languages.find("vi").unwrap(),
            languages,
            timezone: jiff::tz::TimeZone::UTC,
            theme: "hoaban".into(),
            identity: Identity::default(),
            menus: Default::default(),
            fallback: Default::default(),
            pictures: Default::default(),
            search: Default::default(),
            check: check.iter().map(|(slug, level)| ((*slug).to_owned(), *level)).collect(),
            allow,
        }
    }

    fn allowance(path: &str) -> Allowance {
        let until = Some(date(2026, 12, 31));
        Allowance { rule: "alt-missing".into(), path: path.into(), reason: "archive".into(), until }
    }

    #[test]
    fn findings_are_sorted_and_said_once() {
        let (sources, ids) = document(&[("content/b.vi.md", "b"), ("content/a.vi.md", "a")]);
        let later = spot(&rules::TITLE_MISSING, ids[0], 0..1);
        let findings = vec![later.clone(), spot(&rules::CREDIT_MISSING, ids[1], 0..1), later];
        let judged = judge(findings, &sources, None, date(2026, 11, 1));
        let slugs: Vec<_> = judged.iter().map(|finding| finding.diagnostic.rule.slug).collect();
        assert_eq!(slugs, ["credit-missing", "title-missing"]);
        assert_eq!(count(&judged), (1, 1));
        assert_eq!(judged[0].level, RuleLevel::Warning);
    }

    #[test]
    fn the_portal_sets_levels_and_allows_findings() {
        let (sources, ids) = document(&[("content/old/a.vi.md", "a"), ("content/b.vi.md", "b")]);
        let findings = vec![
            spot(&rules::ALT_MISSING, ids[0], 0..1),
            spot(&rules::ALT_MISSING, ids[1], 0..1),
            spot(&rules::TITLE_MISSING, ids[1], 0..1),
            spot(&rules::CREDIT_MISSING, ids[1], 0..1),
            spot(&rules::HEADING_ORDER, ids[1], 0..1),
        ];
        let check = [("title-missing", Some(RuleLevel::Warning)), ("credit-missing", None)];
        let config = config(&check, vec![allowance("content/old/")]);
        let judged = judge(findings, &sources, Some(&config), date(2026, 11, 1));
        let said: Vec<_> = judged.iter().map(|finding| (finding.diagnostic.rule.slug, finding.level)).collect();
        let warning = RuleLevel::Warning;
        assert_eq!(said, [("alt-missing", RuleLevel::Error), ("heading-order", warning), ("title-missing", warning)]);
    }

    #[test]
    fn an_allowance_covers_a_file_or_a_folder() {
        let day = date(2026, 11, 1);
        assert!(covers(&allowance("content/old/"), "alt-missing", "content/old/a.vi.md", day));
        assert!(covers(&allowance("content/old/a.vi.md"), "alt-missing", "content/old/a.vi.md", day));
        assert!(covers(&allowance(""), "alt-missing", "content/old/a.vi.md", day));
        assert!(!covers(&allowance("content/old"), "alt-missing", "content/older.vi.md", day));
        assert!(!covers(&allowance("content/old/"), "credit-missing", "content/old/a.vi.md", day));
    }

    #[test]
    fn an_allowance_holds_until_the_end_of_its_last_day() {
        assert!(covers(&allowance(""), "alt-missing", "", date(2026, 12, 31)));
        assert!(!covers(&allowance(""), "alt-missing", "", date(2027, 1, 1)));
    }
}
