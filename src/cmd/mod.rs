//! Layer 8: the commands, one file each: glue between the command line, the library and the terminal.
//!
//! In: parsed arguments and a [`Context`]. Out: text on the context's two streams and an [`Exit`]. What can be decided
//! without the disk or the terminal is in functions that take values. Errors that reach the top are sentences in the
//! interface's language. What is wrong in a portal is *not* an error here but a finding that is printed.

#![allow(clippy::disallowed_methods, reason = "commands look at folders, the environment and the clock")]

mod build;
mod cache;
mod check;
mod explain;
mod generate;
mod init;
mod list;
mod new;
mod pictures;
mod portal;
mod printing;
mod progress;
mod search;
mod serve;
mod status;

use std::io::{IsTerminal as _, Write};
use std::path::PathBuf;

use hoaban::diag::messages::{Interface, UiLang};

use crate::cli::Command;

/// What a command is given beside its arguments.
pub(crate) struct Context<'a> {
    /// The interface's words.
    pub(crate) ui: &'a Interface,
    /// `--lang`, where it was said.
    pub(crate) lang: Option<UiLang>,
    /// `--portal`.
    pub(crate) portal: Option<PathBuf>,
    /// Standard output: what was asked for.
    pub(crate) out: &'a mut dyn Write,
    /// What `out` leads to.
    pub(crate) out_terminal: Terminal,
    /// Standard error: problems and progress.
    pub(crate) err: &'a mut dyn Write,
    /// What `err` leads to.
    pub(crate) err_terminal: Terminal,
}

/// What a stream leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Terminal {
    /// A person watches it.
    pub(crate) watched: bool,
    /// It may be coloured.
    pub(crate) colour: bool,
}

/// What became of a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// All is well.
    Done,
    /// There are errors in the portal.
    Problems,
    /// Wrong usage, or the system refused.
    Failed,
    /// Stopped from outside.
    Interrupted,
}

impl Exit {
    /// The exit status: 0, 1, 2, and 130 as shells have it for an interrupt (128 + SIGINT).
    pub(crate) fn status(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Problems => 1,
            Self::Failed => 2,
            Self::Interrupted => 130,
        }
    }
}

/// The words of diagnostics and of the command line.
pub(crate) fn interface(lang: UiLang) -> Interface {
    let words = match lang {
        UiLang::Vi => include_str!("../../i18n/vi/cmd.ftl"),
        UiLang::En => include_str!("../../i18n/en/cmd.ftl"),
    };
    Interface::with(lang, &[words])
}

/// What standard output and standard error lead to; `NO_COLOR` (no-color.org) and `TERM=dumb` take the colours away.
pub(crate) fn terminals(variable: impl Fn(&str) -> Option<String>) -> (Terminal, Terminal) {
    let plain = variable("NO_COLOR").is_some_and(|value| !value.is_empty()) || variable("TERM").as_deref() == Some("dumb");
    let terminal = |watched: bool| Terminal { watched, colour: watched && !plain };
    (terminal(std::io::stdout().is_terminal()), terminal(std::io::stderr().is_terminal()))
}

/// Runs a command.
///
/// # Errors
/// Wrong usage and what the system refused, as sentences; a stream that was closed as its [`std::io::Error`].
pub(crate) fn run(command: Command, context: &mut Context<'_>) -> anyhow::Result<Exit> {
    match command {
        Command::Init(args) => init::run(&args, context),
        Command::New(args) => new::run(&args, context),
        Command::Build(args) => build::run(&args, context),
        Command::Serve(args) => serve::run(&args, context),
        Command::Check(args) => check::run(&args, context),
        Command::List(args) => list::run(&args, context),
        Command::Cache(args) => cache::run(&args, context),
        Command::Pictures(args) => pictures::run(&args, context),
        Command::Search(args) => search::run(&args, context),
        Command::Explain(args) => explain::run(&args, context),
        Command::Completions(args) => generate::completions(&args, context),
        Command::Man(args) => generate::man(&args, context),
        Command::Help(args) => generate::help(&args, context),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    /// Ids and attributes of a Fluent file, with the variables of each.
    fn ids(text: &str) -> BTreeMap<String, Vec<String>> {
        let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let mut message = String::new();
        let mut current = String::new();
        for line in text.lines() {
            let key = line.split_once(" =").map(|(key, _)| key.trim());
            match key {
                Some(key) if line.starts_with(|c: char| c.is_ascii_lowercase()) => {
                    message = key.to_owned();
                    current = message.clone();
                }
                Some(key) if key.starts_with('.') => current = format!("{message}{key}"),
                _ => {}
            }
            let variables = line.split("{ $").skip(1).filter_map(|rest| rest.split([' ', '}', ')']).next());
            let entry = found.entry(current.clone()).or_default();
            entry.extend(variables.map(str::to_owned));
            entry.sort();
            entry.dedup();
        }
        found
    }

    #[test]
    fn both_languages_have_the_same_words_and_variables() {
        let (vi, en) = (ids(include_str!("../../i18n/vi/cmd.ftl")), ids(include_str!("../../i18n/en/cmd.ftl")));
        assert!(vi.len() > 100);
        for (id, variables) in &vi {
            assert_eq!(en.get(id), Some(variables), "{id}");
        }
        assert_eq!(vi.len(), en.len());
    }

    #[test]
    fn words_are_nfc() {
        let text = include_str!("../../i18n/vi/cmd.ftl");
        assert_eq!(hoaban::text::nfc(text), text);
    }
}
