//! `explain`: a rule's manual page, or all rules with a line each.

use anyhow::bail;
use hoaban::diag::messages::Interface;
use hoaban::diag::{Arg, explain, rules};
use hoaban::text;

use super::{Context, Exit};
use crate::cli::ExplainArgs;

/// Prints to standard output.
///
/// # Errors
/// No rule has this name.
pub(super) fn run(args: &ExplainArgs, context: &mut Context<'_>) -> anyhow::Result<Exit> {
    let Some(name) = &args.rule else {
        write!(context.out, "{}", explain::list(context.ui.lang()))?;
        return Ok(Exit::Done);
    };
    let Some(rule) = rules::find(name.trim()) else { bail!(unknown(name, context.ui)) };
    write!(context.out, "{}", explain::explain(rule, context.ui))?;
    Ok(Exit::Done)
}

/// Says that there is no such rule and which may have been meant.
fn unknown(name: &str, ui: &Interface) -> String {
    let cause = ui.text("explain-unknown", "", &[("rule", Arg::from(name))]);
    let cure = match text::nearest(name, rules::RULES.iter().map(|rule| rule.slug)) {
        Some(nearest) => ui.text("cmd-nearest", "", &[("nearest", Arg::from(nearest))]),
        None => ui.word("explain-all"),
    };
    format!("{cause}\n  {cure}")
}

#[cfg(test)]
mod tests {
    use hoaban::diag::messages::UiLang;

    use super::unknown;
    use crate::cmd::interface;

    #[test]
    fn a_mistyped_rule_shows_the_nearest() {
        let text = unknown("link-unknwon", &interface(UiLang::Vi));
        assert_eq!(text, "không có quy tắc nào tên là “link-unknwon”\n  có phải bạn muốn viết “link-unknown”?");
        assert!(unknown("zzz", &interface(UiLang::En)).contains("hoaban explain"));
    }
}
