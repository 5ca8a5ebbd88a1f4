//! Every rule has its words, in both languages, with the same variables.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

use super::{EN, Interface, UiLang, VI};
use crate::diag::rules::{self, RULES};
use crate::diag::{Diagnostic, Note};
use crate::model::Span;

/// Names of variables by `id` or `id.attribute`.
type Sentences = BTreeMap<String, BTreeSet<String>>;

fn collect(expression: &Expression<&str>, into: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => collect_inline(inline, into),
        Expression::Select { selector, variants } => {
            collect_inline(selector, into);
            variants.iter().for_each(|variant| into.extend(variables(&variant.value)));
        }
    }
}

fn collect_inline(inline: &InlineExpression<&str>, into: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => drop(into.insert(id.name.to_owned())),
        InlineExpression::Placeable { expression } => collect(expression, into),
        _ => {}
    }
}

fn variables(pattern: &Pattern<&str>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            collect(expression, &mut found);
        }
    }
    found
}

fn sentences(texts: [&str; 2]) -> Sentences {
    let mut found = Sentences::new();
    for text in texts {
        for entry in fluent_syntax::parser::parse(text).unwrap().body {
            let Entry::Message(message) = entry else { continue };
            let id = message.id.name;
            let own = message.value.iter().map(|value| (id.to_owned(), variables(value)));
            let attributes = message.attributes.iter();
            let attributes = attributes.map(|item| (format!("{id}.{}", item.id.name), variables(&item.value)));
            for (name, names) in own.chain(attributes) {
                assert!(found.insert(name.clone(), names).is_none(), "{name} stands there twice");
            }
        }
    }
    found
}

#[test]
fn both_languages_have_the_same_sentences_with_the_same_variables() {
    assert_eq!(sentences(VI), sentences(EN));
}

#[test]
fn every_rule_says_what_is_wrong_and_how_to_mend_it() {
    let known = sentences(VI);
    for rule in RULES {
        assert!(known.contains_key(rule.slug), "{}", rule.slug);
        let prefix = format!("{}.help", rule.slug);
        assert!(known.keys().any(|name| name.starts_with(&prefix)), "{prefix}");
    }
}

#[test]
fn sentences_belong_to_rules_or_word_lists() {
    let lists = ["expected-", "reason-", "language-", "diag-", "explain-"];
    for name in sentences(VI).keys() {
        let id = name.split('.').next().unwrap();
        assert!(rules::find(id).is_some() || lists.iter().any(|list| id.starts_with(list)), "{name}");
    }
}

#[test]
fn sentences_fit_into_a_line_of_output() {
    for lang in UiLang::ALL {
        let ui = Interface::new(lang);
        for (name, variables) in sentences(VI) {
            let (id, attribute) = name.split_once('.').unwrap_or((&name, ""));
            let args: Vec<_> = variables.iter().map(|variable| (variable.as_str(), "x".into())).collect();
            let text = ui.text(id, attribute, &args);
            assert!(!text.contains(['\n', '\u{2068}']) && !text.contains("{$"), "{name}: {text}");
            assert!(id.starts_with("explain-") || id.starts_with("diag-") || !text.ends_with('.'), "{name}: {text}");
        }
    }
}

fn note(rule: &'static crate::diag::Rule) -> Note {
    Note::new(rule, Span::default())
}

fn said(lang: UiLang, note: Note) -> (String, Option<String>) {
    let diagnostic = Diagnostic::everywhere(note);
    let ui = Interface::new(lang);
    (ui.cause(&diagnostic), ui.help(&diagnostic))
}

#[test]
fn languages_and_kinds_are_named_in_the_interface_language() {
    let missing = note(&rules::TRANSLATION_MISSING).arg("language", "en").arg("file", "index.en.md");
    assert_eq!(said(UiLang::Vi, missing.clone()).0, "chưa có bản tiếng Anh (index.en.md)");
    assert_eq!(said(UiLang::En, missing).0, "no English page (index.en.md)");
    let invalid = note(&rules::FIELD_INVALID).arg("field", "published").arg("expected", "bool");
    assert_eq!(said(UiLang::Vi, invalid).0, "trường `published` phải là true hoặc false");
}

#[test]
fn help_follows_the_cause_and_is_left_out_where_a_value_is_missing() {
    let hidden = note(&rules::LINK_UNKNOWN).cause("cause-hidden").arg("target", "doc:a").help("help");
    assert_eq!(said(UiLang::En, hidden).1.unwrap(), "wait until the other page is published, or remove the link");
    let near = note(&rules::LINK_UNKNOWN).arg("target", "doc:a").nearest(Some("doc:b"), "help");
    assert_eq!(said(UiLang::Vi, near).1.unwrap(), "có phải bạn muốn viết `doc:b`?");
    assert_eq!(said(UiLang::Vi, note(&rules::FIELD_MISSING)).1, None);
}

#[test]
fn values_from_files_cannot_break_the_line_or_flood_it() {
    let long = format!("a\n{}", "b".repeat(9_999));
    let (cause, _) = said(UiLang::En, note(&rules::TYPE_UNKNOWN).arg("type", long));
    assert!(!cause.contains('\n') && cause.chars().count() < 400 && cause.contains('…'));
}

#[test]
fn a_sample_of_several_lines_stays_one() {
    let note = note(&rules::DIRECTIVE_INVALID).cause("cause-syntax").arg("name", "note").help("help");
    let (cause, help) = said(UiLang::En, note.arg("example", ":::note\n…\n:::"));
    assert!(!cause.contains('\n'));
    assert_eq!(help.unwrap(), "write it like this: :::note\n…\n:::");
}

#[test]
fn a_missing_sentence_shows_its_name() {
    let ui = Interface::new(UiLang::Vi);
    assert_eq!(ui.text("no-such", "", &[]), "no-such");
    assert_eq!(ui.text("title-missing", "no-such", &[]), "title-missing.no-such");
}

#[test]
fn more_texts_win_and_plurals_follow_the_language() {
    let ui = Interface::with(UiLang::En, &["diag-none = all well\nhello = { $n ->\n    [one] one\n   *[other] many\n}"]);
    assert_eq!(ui.word("diag-none"), "all well");
    assert_eq!(ui.text("hello", "", &[("n", 1usize.into())]), "one");
    assert_eq!(ui.text("hello", "", &[("n", 2usize.into())]), "many");
}

#[test]
fn locales_of_both_forms_are_understood() {
    assert_eq!(UiLang::from_locale("vi_VN.UTF-8"), Some(UiLang::Vi));
    assert_eq!(UiLang::from_locale("EN-gb"), Some(UiLang::En));
    assert_eq!(UiLang::from_locale("C"), None);
}
