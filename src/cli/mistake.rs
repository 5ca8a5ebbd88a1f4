//! Mistakes of the command line in the interface's words: by the kind and context of clap's error.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use hoaban::diag::Arg;
use hoaban::diag::messages::Interface;

/// What is wrong with the command line, what was probably meant, and where to read more.
pub(crate) fn mistake(error: &clap::Error, args: &[OsString], ui: &Interface) -> String {
    let mut text = format!("{}: {}\n", ui.word("diag-error"), cause(error, ui));
    for kind in [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue] {
        if let Some(nearest) = strings(error, kind).first() {
            text.push_str(&format!("  {}\n", ui.text("cli-error", "nearest", &[("nearest", Arg::from(nearest.as_str()))])));
        }
    }
    let topic = topic(args).map_or_else(|| "hoaban --help".to_owned(), |command| format!("hoaban {command} --help"));
    text.push_str(&format!("\n{}\n", ui.text("cli-error", "help", &[("command", Arg::from(topic))])));
    text
}

fn cause(error: &clap::Error, ui: &Interface) -> String {
    let attribute = match error.kind() {
        ErrorKind::InvalidValue if value(error).is_empty() => "no-value",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "value",
        ErrorKind::InvalidSubcommand => "command",
        ErrorKind::UnknownArgument | ErrorKind::TooManyValues => "argument",
        ErrorKind::MissingRequiredArgument => "missing",
        ErrorKind::MissingSubcommand => "no-command",
        ErrorKind::ArgumentConflict => "conflict",
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues | ErrorKind::NoEquals => "no-value",
        ErrorKind::InvalidUtf8 => "not-text",
        _ => "other",
    };
    let strings = |kind| Arg::from(strings(error, kind).join(", "));
    let args = [
        ("value", Arg::from(value(error))),
        ("argument", strings(ContextKind::InvalidArg)),
        ("command", strings(ContextKind::InvalidSubcommand)),
        ("other", strings(ContextKind::PriorArg)),
        ("known", strings(ContextKind::ValidValue)),
    ];
    let known = attribute == "value" && !self::strings(error, ContextKind::ValidValue).is_empty();
    ui.text("cli-error", if known { "value-known" } else { attribute }, &args)
}

fn value(error: &clap::Error) -> String {
    strings(error, ContextKind::InvalidValue).concat()
}

fn strings(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        Some(ContextValue::StyledStr(text)) => vec![text.to_string()],
        Some(ContextValue::StyledStrs(texts)) => texts.iter().map(ToString::to_string).collect(),
        _ => Vec::new(),
    }
}

/// The command that was meant, as far as the words tell.
fn topic(args: &[OsString]) -> Option<&str> {
    let known = <super::Cli as clap::CommandFactory>::command();
    args.iter().skip(1).filter_map(|arg| arg.to_str()).find(|word| known.find_subcommand(word).is_some())
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use hoaban::diag::messages::UiLang;

    use super::mistake;
    use crate::cli::command;
    use crate::cmd::interface;

    fn said(words: &str, lang: UiLang) -> String {
        let args: Vec<OsString> = words.split(' ').map(OsString::from).collect();
        let ui = interface(lang);
        let error = command(&ui).try_get_matches_from(&args).unwrap_err();
        mistake(&error, &args, &ui)
    }

    #[test]
    fn a_mistyped_command_shows_the_nearest_in_vietnamese() {
        let text = said("hoaban biuld", UiLang::Vi);
        assert!(text.starts_with("lỗi: không có lệnh “biuld”"), "{text}");
        assert!(text.contains("có phải bạn muốn viết “build”?"), "{text}");
        assert!(text.contains("hoaban --help"), "{text}");
    }

    #[test]
    fn every_kind_of_mistake_has_words_in_both_languages() {
        let mistakes = [
            ("hoaban build --drfats", "--drfats"),
            ("hoaban build --out", "--out"),
            ("hoaban check --format xml", "xml"),
            ("hoaban serve --port 99999", "99999"),
            ("hoaban new place", "hoaban new --help"),
            ("hoaban explain a b", "b"),
            ("hoaban --lang", "--lang"),
        ];
        for lang in UiLang::ALL {
            for (words, shown) in mistakes {
                let text = said(words, lang);
                assert!(text.contains(shown) && !text.contains("cli-error"), "{words}: {text}");
                assert!(!text.contains("{$"), "{words}: {text}");
            }
        }
    }

    #[test]
    fn a_wrong_word_lists_the_right_ones() {
        assert!(said("hoaban check --format xml", UiLang::En).contains("human, short, json, sarif, github"));
    }
}
