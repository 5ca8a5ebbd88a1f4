//! Layer 8: what the command line accepts, as clap's types, without a word for people in them.
//!
//! Every text (what a command does, what an option means, headings, mistakes) is in `i18n/<lang>/cmd.ftl` and is put on
//! the [`clap::Command`] at run time by [`command`], because clap itself speaks English only: message `cli-<command>` with
//! the attribute `.<option>` for help and `.<option>-value` for a value's name. [`mistake`] words clap's errors. What a
//! command does is *not* here.

use std::ffi::OsString;
use std::net::IpAddr;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand};
use hoaban::diag::messages::UiLang;
use hoaban::diag::write::Format;

mod localize;
mod mistake;

pub(crate) use localize::command;
pub(crate) use mistake::mistake;

/// The command line.
#[derive(Debug, Parser)]
#[command(name = "hoaban", version)]
pub(crate) struct Cli {
    /// Language of the interface.
    #[arg(long, global = true, value_parser = languages())]
    pub(crate) lang: Option<UiLang>,
    /// The portal's folder.
    #[arg(long, global = true)]
    pub(crate) portal: Option<PathBuf>,
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// A small portal to begin with.
    Init(InitArgs),
    /// A document to fill in.
    New(NewArgs),
    /// The whole portal into a folder.
    Build(BuildArgs),
    /// The portal in a browser while it is written.
    Serve(ServeArgs),
    /// Every problem, and nothing written.
    Check(CheckArgs),
    /// Every document.
    List(ListArgs),
    /// What is kept of made pictures.
    Cache(CacheArgs),
    /// Every picture.
    Pictures(PicturesArgs),
    /// What readers find.
    Search(SearchArgs),
    /// A rule's manual.
    Explain(ExplainArgs),
    /// A shell's completions.
    Completions(CompletionsArgs),
    /// Man pages.
    Man(ManArgs),
    /// Help on a command.
    Help(HelpArgs),
}

/// Of `init`.
#[derive(Debug, Args)]
pub(crate) struct InitArgs {
    /// A folder that is empty or not there yet.
    pub(crate) dir: PathBuf,
}

/// Of `new`.
#[derive(Debug, Args)]
pub(crate) struct NewArgs {
    /// Id of a content type.
    #[arg(value_name = "type")]
    pub(crate) ty: String,
    /// `SECTION/NAME`
    pub(crate) place: String,
    /// Title in the source language.
    #[arg(long)]
    pub(crate) title: Option<String>,
}

/// Of `build`.
#[derive(Debug, Args)]
pub(crate) struct BuildArgs {
    /// The moment to take for now.
    #[arg(long)]
    pub(crate) now: Option<String>,
    /// Drafts and scheduled documents too.
    #[arg(long)]
    pub(crate) drafts: bool,
    /// Output folder.
    #[arg(long)]
    pub(crate) out: Option<PathBuf>,
    /// Publish what is whole in spite of errors.
    #[arg(long)]
    pub(crate) keep_going: bool,
    /// Take warnings for errors.
    #[arg(long)]
    pub(crate) strict: bool,
    /// How problems are printed.
    #[arg(long, default_value = "human", value_parser = formats())]
    pub(crate) format: Format,
    /// Memory for pictures at work, in MiB.
    #[arg(long, value_name = "MiB", value_parser = clap::value_parser!(u32).range(64..=65_536))]
    pub(crate) memory: Option<u32>,
}

/// Of `check`.
#[derive(Debug, Args)]
pub(crate) struct CheckArgs {
    /// How problems are printed.
    #[arg(long, default_value = "human", value_parser = formats())]
    pub(crate) format: Format,
    /// Take warnings for errors.
    #[arg(long)]
    pub(crate) strict: bool,
    /// The moment to take for now.
    #[arg(long)]
    pub(crate) now: Option<String>,
    /// Drafts and scheduled documents too.
    #[arg(long)]
    pub(crate) drafts: bool,
    /// Memory for pictures at work, in MiB.
    #[arg(long, value_name = "MiB", value_parser = clap::value_parser!(u32).range(64..=65_536))]
    pub(crate) memory: Option<u32>,
}

/// Of `serve`.
#[derive(Debug, Args)]
pub(crate) struct ServeArgs {
    /// TCP port; none: 4747, or the first free one after it.
    #[arg(long)]
    pub(crate) port: Option<u16>,
    /// Address to listen on.
    #[arg(long, default_value = "127.0.0.1")]
    pub(crate) host: IpAddr,
    /// Drafts and scheduled documents too.
    #[arg(long)]
    pub(crate) drafts: bool,
    /// Memory for pictures at work, in MiB.
    #[arg(long, value_name = "MiB", value_parser = clap::value_parser!(u32).range(64..=65_536))]
    pub(crate) memory: Option<u32>,
}

/// Of `list`.
#[derive(Debug, Args)]
pub(crate) struct ListArgs {
    /// Keys of sections; only documents in or below one of them.
    pub(crate) section: Vec<String>,
    /// How documents are printed.
    #[arg(long, default_value = "table", value_parser = ["table", "json"])]
    pub(crate) format: String,
    /// The moment to take for now.
    #[arg(long)]
    pub(crate) now: Option<String>,
}

/// Of `cache`.
#[derive(Debug, Args)]
pub(crate) struct CacheArgs {
    /// `stats` or `prune`.
    #[arg(value_parser = ["stats", "prune"])]
    pub(crate) task: String,
    /// With `prune`: what was not used for so many days, and nothing else.
    #[arg(long)]
    pub(crate) older: Option<u32>,
}

/// Of `pictures`.
#[derive(Debug, Args)]
pub(crate) struct PicturesArgs {
    /// Write sidecars out of what pictures say about themselves.
    #[arg(long)]
    pub(crate) adopt: bool,
    /// How pictures are printed.
    #[arg(long, default_value = "human", value_parser = ["human", "json"])]
    pub(crate) format: String,
}

/// Of `search`.
#[derive(Debug, Args)]
pub(crate) struct SearchArgs {
    /// What to look for.
    #[arg(required_unless_present = "stats")]
    pub(crate) query: Vec<String>,
    /// Code of the language whose index is asked; none: `--lang`, or the portal's first.
    #[arg(long = "in")]
    pub(crate) index: Option<String>,
    /// Folder of the built portal.
    #[arg(long)]
    pub(crate) dir: Option<PathBuf>,
    /// Results at most.
    #[arg(long, default_value_t = 10)]
    pub(crate) limit: usize,
    /// The last word may be the beginning of one.
    #[arg(long)]
    pub(crate) typing: bool,
    /// JSON instead of text.
    #[arg(long)]
    pub(crate) json: bool,
    /// What the index weighs.
    #[arg(long, conflicts_with_all = ["query", "json"])]
    pub(crate) stats: bool,
}

/// Of `explain`.
#[derive(Debug, Args)]
pub(crate) struct ExplainArgs {
    /// Slug of a rule; none lists all of them.
    pub(crate) rule: Option<String>,
}

/// Of `completions`.
#[derive(Debug, Args)]
pub(crate) struct CompletionsArgs {
    /// Which shell.
    pub(crate) shell: clap_complete::Shell,
}

/// Of `man`.
#[derive(Debug, Args)]
pub(crate) struct ManArgs {
    /// Folder for a page of each command; none prints the main page.
    pub(crate) dir: Option<PathBuf>,
}

/// Of `help`.
#[derive(Debug, Args)]
pub(crate) struct HelpArgs {
    /// A command.
    pub(crate) command: Option<String>,
}

fn formats() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(Format::WORDS.map(|(word, _)| word)).map(|word| Format::from_word(&word).unwrap_or_default())
}

fn languages() -> impl TypedValueParser<Value = UiLang> {
    PossibleValuesParser::new(UiLang::ALL.map(UiLang::code)).map(|word| UiLang::from_locale(&word).unwrap_or_default())
}

/// The interface's language: `--lang`, then `HOABAN_LANG`, then the locale (`LC_ALL`, `LC_MESSAGES`, `LANG`; the first that is set
/// decides, as in POSIX). English for every locale that is not Vietnamese, and where there is none.
///
/// Looks at the raw arguments because the help and the mistakes of the command line are worded before it is parsed.
pub(crate) fn interface_language(args: &[OsString], variable: impl Fn(&str) -> Option<String>) -> UiLang {
    let set = |name: &str| variable(name).filter(|value| !value.is_empty());
    let known = |value: String| UiLang::from_locale(&value);
    let locale = || ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set);
    said(args)
        .and_then(known)
        .or_else(|| set("HOABAN_LANG").and_then(known))
        .or_else(|| locale().and_then(known))
        .unwrap_or(UiLang::En)
}

/// The value of `--lang`.
fn said(args: &[OsString]) -> Option<String> {
    let mut words = args.iter().map_while(|arg| arg.to_str().filter(|word| *word != "--"));
    let found = words.find_map(|word| match word.strip_prefix("--lang") {
        Some("") => Some(None),
        Some(value) => value.strip_prefix('=').map(|value| Some(value.to_owned())),
        None => None,
    })?;
    found.or_else(|| words.next().map(str::to_owned))
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use hoaban::diag::messages::UiLang;

    use super::interface_language;

    fn language(args: &[&str], variables: &[(&str, &str)]) -> UiLang {
        let args: Vec<OsString> = args.iter().map(OsString::from).collect();
        let variable = |name: &str| variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
        interface_language(&args, variable)
    }

    #[test]
    fn the_option_goes_before_the_variable_and_that_before_the_locale() {
        let all = [("HOABAN_LANG", "en"), ("LANG", "vi_VN.UTF-8")];
        assert_eq!(language(&["hoaban", "--lang", "vi", "build"], &all), UiLang::Vi);
        assert_eq!(language(&["hoaban", "build", "--lang=vi"], &all), UiLang::Vi);
        assert_eq!(language(&["hoaban", "build"], &all), UiLang::En);
        assert_eq!(language(&["hoaban", "build"], &all[1..]), UiLang::Vi);
    }

    #[test]
    fn the_first_locale_variable_that_is_set_decides() {
        assert_eq!(language(&[], &[("LC_ALL", "C"), ("LANG", "vi_VN")]), UiLang::En);
        assert_eq!(language(&[], &[("LC_ALL", ""), ("LC_MESSAGES", "vi_VN"), ("LANG", "C")]), UiLang::Vi);
        assert_eq!(language(&[], &[("LANG", "fr_FR.UTF-8")]), UiLang::En);
        assert_eq!(language(&[], &[]), UiLang::En);
    }

    #[test]
    fn a_language_that_is_not_known_is_passed_over() {
        assert_eq!(language(&["hoaban", "--lang", "fr"], &[("HOABAN_LANG", "vi")]), UiLang::Vi);
        assert_eq!(language(&["hoaban", "--lang"], &[("HOABAN_LANG", "xx"), ("LANG", "vi")]), UiLang::Vi);
        assert_eq!(language(&["hoaban", "new", "--", "--lang", "vi"], &[]), UiLang::En);
    }
}
