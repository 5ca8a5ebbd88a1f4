//! Golden cases: every file of `tests/cases` is a small portal with what must come of it.
//!
//! `HOABAN_CASE=word` runs only the cases whose path holds the word; `HOABAN_BLESS=1` takes what came out for right. Look at the
//! difference before you commit it.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod support;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use hoaban::diag::rules::RULES;
use rayon::prelude::*;
use support::case::{Case, Expect, Kind, read_all};
use support::run::{Outcome, run};

#[test]
fn every_case_gives_what_it_expects() {
    let wanted = variable("HOABAN_CASE");
    let cases: Vec<Case> = read_all().into_iter().filter(|case| case.name().contains(&wanted)).collect();
    let bless = !variable("HOABAN_BLESS").is_empty();
    let failures: Vec<String> = cases.par_iter().filter_map(|case| failure(case, bless)).collect();
    let count = cases.len();
    assert!(failures.is_empty(), "{} of {count} cases failed\n\n{}", failures.len(), failures.join("\n"));
    assert!(count > 0, "no such case");
}

/// What is wrong with a case.
fn failure(case: &Case, bless: bool) -> Option<String> {
    let outcome = run(case);
    if bless {
        case.bless(|expect| outcome.actual(expect).ok());
    }
    let mut problems = String::new();
    for ((line, wanted), (_, status)) in case.commands().zip(&outcome.exits) {
        if wanted != *status {
            let _ = writeln!(problems, "`{line}` exits with {status}, not {wanted}");
        }
    }
    let expected = || {
        case.sections.iter().filter_map(|section| {
            if let Kind::Expect(expect) = &section.kind { Some((expect, &section.body)) } else { None }
        })
    };
    for (expect, body) in expected() {
        problems.push_str(&difference(&outcome, expect, if bless { None } else { Some(body) }));
    }
    if !expected().any(|(expect, _)| matches!(expect, Expect::Stdout)) && !outcome.stdout.is_empty() {
        let _ = writeln!(problems, "findings that the case does not expect:\n{}", outcome.stdout);
    }
    (!problems.is_empty()).then(|| format!("== {}: {}\n{problems}", case.name(), case.description.trim()))
}

/// How what came out differs; `""` where it does not. Without an expected text only its absence is a problem.
fn difference(outcome: &Outcome, expect: &Expect, expected: Option<&String>) -> String {
    match outcome.actual(expect) {
        Err(problem) => format!("{problem}\n"),
        Ok(actual) => match expected.filter(|expected| **expected != actual) {
            Some(expected) => format!("{expect:?}\n--- expected\n{expected}+++ came\n{actual}"),
            None => String::new(),
        },
    }
}

#[test]
fn every_rule_has_a_case_that_shows_it() {
    let shown: String = read_all().iter().flat_map(|case| case.sections.clone()).map(|section| section.body).collect();
    let missing: BTreeSet<&str> =
        RULES.iter().map(|rule| rule.slug).filter(|slug| !shown.contains(&format!("[{slug}]: "))).collect();
    assert!(missing.is_empty(), "no case shows {missing:?}");
}

#[allow(clippy::disallowed_methods, reason = "switches of the test itself")]
fn variable(name: &str) -> String {
    std::env::var(name).unwrap_or_default()
}
