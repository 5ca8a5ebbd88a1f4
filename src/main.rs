//! The program `hoaban`: reads the command line, runs one command, and turns what became of it into an exit status.

#![allow(clippy::disallowed_methods, reason = "the program's edge: arguments and environment come in here")]

mod cli;
mod cmd;

use std::env;
use std::ffi::OsString;
use std::io::{self, ErrorKind, Write as _};
use std::process::ExitCode;

use clap::FromArgMatches as _;
use clap::error::ErrorKind as Mistake;
use hoaban::diag::messages::Interface;

use cmd::{Context, Exit};

/// Templates and their values are made of many small strings; measured against the system's allocator in `tests/bench/README.md`.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let args: Vec<OsString> = env::args_os().collect();
    let ui = cmd::interface(cli::interface_language(&args, |name| env::var(name).ok()));
    let exit = run(&args, &ui).unwrap_or_else(|error| failed(&error, &ui));
    ExitCode::from(exit.status())
}

fn run(args: &[OsString], ui: &Interface) -> anyhow::Result<Exit> {
    let matches = cli::command(ui).try_get_matches_from(args);
    let cli = match matches.and_then(|matches| cli::Cli::from_arg_matches(&matches)) {
        Ok(cli) => cli,
        Err(error) => return not_run(&error, args, ui),
    };
    let (mut out, mut err) = (io::BufWriter::new(io::stdout()), io::stderr());
    let (out_terminal, err_terminal) = cmd::terminals(|name| env::var(name).ok());
    let mut context =
        Context { ui, lang: cli.lang, portal: cli.portal, out: &mut out, out_terminal, err: &mut err, err_terminal };
    let exit = cmd::run(cli.command, &mut context)?;
    out.flush()?;
    Ok(exit)
}

/// Help and version go to the standard output, mistakes to the standard error.
fn not_run(error: &clap::Error, args: &[OsString], ui: &Interface) -> anyhow::Result<Exit> {
    let (out_terminal, err_terminal) = cmd::terminals(|name| env::var(name).ok());
    let page = |colour: bool| if colour { error.render().ansi().to_string() } else { error.render().to_string() };
    match error.kind() {
        Mistake::DisplayHelp | Mistake::DisplayVersion => {
            write!(io::stdout(), "{}", page(out_terminal.colour))?;
            Ok(Exit::Done)
        }
        Mistake::DisplayHelpOnMissingArgumentOrSubcommand => {
            write!(io::stderr(), "{}", page(err_terminal.colour))?;
            Ok(Exit::Failed)
        }
        _ => {
            write!(io::stderr(), "{}", cli::mistake(error, args, ui))?;
            Ok(Exit::Failed)
        }
    }
}

/// A reader that went away (`hoaban list | head`) is no failure.
fn failed(error: &anyhow::Error, ui: &Interface) -> Exit {
    let system = error.chain().find_map(|cause| cause.downcast_ref::<io::Error>());
    if system.is_some_and(|error| error.kind() == ErrorKind::BrokenPipe) {
        return Exit::Done;
    }
    // Nobody is left to tell where this fails as well.
    let _ = writeln!(io::stderr(), "{}: {error:#}", ui.word("diag-error"));
    Exit::Failed
}
