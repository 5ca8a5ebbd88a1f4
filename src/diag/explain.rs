//! Rules' manuals, for `explain` and for tools.

use std::fmt::Write as _;

use super::Rule;
use super::messages::{Interface, UiLang};
use super::rules::RULES;
use super::write::level_word;

/// A rule's page for the terminal: its name, manual and usual level.
#[must_use]
pub fn explain(rule: &Rule, ui: &Interface) -> String {
    let level = ui.word(&format!("explain-level-{}", level_word(rule.level)));
    format!("{}\n\n{}\n\n{level}\n", rule.slug, manual(rule, ui))
}

/// All rules with their summaries, a line each.
#[must_use]
pub fn list(lang: UiLang) -> String {
    let width = RULES.iter().map(|rule| rule.slug.len()).max().unwrap_or_default();
    RULES.iter().fold(String::new(), |mut out, rule| {
        let _ = writeln!(out, "{:width$}  {}", rule.slug, summary(rule, lang));
        out
    })
}

/// The manual in Markdown, with how to allow what it is about; no line break at its end.
#[must_use]
pub fn manual(rule: &Rule, ui: &Interface) -> String {
    let slug = rule.slug;
    let allowance = format!(r#"{{ rule = "{slug}", path = "content/news/", reason = "…", until = 2026-12-31 }}"#);
    format!(
        "{}\n\n{}\n\n    [check]\n    allow = [{allowance}]\n\n{}\n\n    [check]\n    {slug} = \"warning\"",
        text(rule, ui.lang()),
        ui.word("explain-allow"),
        ui.word("explain-level"),
    )
}

fn text(rule: &Rule, lang: UiLang) -> &'static str {
    match lang {
        UiLang::Vi => rule.manual.vi,
        UiLang::En => rule.manual.en,
    }
    .trim_end()
}

/// The manual's first line: what is wrong.
#[must_use]
pub fn summary(rule: &Rule, lang: UiLang) -> &'static str {
    text(rule, lang).lines().next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{explain, list};
    use crate::diag::messages::{Interface, UiLang};
    use crate::diag::rules::{ALT_MISSING, RULES};

    #[test]
    fn a_page_has_name_manual_and_level() {
        let page = explain(&ALT_MISSING, &Interface::new(UiLang::Vi));
        assert!(page.starts_with("alt-missing\n\nẢnh không có lời mô tả"));
        assert!(page.ends_with("Mức: lỗi. Cổng không được xuất bản khi còn lỗi này.\n"));
    }

    #[test]
    fn the_list_has_a_line_for_every_rule() {
        assert_eq!(list(UiLang::En).lines().count(), RULES.len());
    }
}
