//! `completions`, `man` and `help`: what follows from the definition of the command line.

use std::path::Path;
use std::{fs, io};

use anyhow::anyhow;
use clap_mangen::Man;
use hoaban::diag::Arg;
use hoaban::diag::messages::Interface;
use hoaban::text;

use super::portal::{reason, refused};
use super::{Context, Exit};
use crate::cli::{self, CompletionsArgs, HelpArgs, ManArgs};

/// Prints a shell's completions.
///
/// # Errors
/// The stream is closed.
pub(super) fn completions(args: &CompletionsArgs, context: &mut Context<'_>) -> anyhow::Result<Exit> {
    // Not straight into the stream: clap_complete panics where it is closed.
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut cli::command(context.ui), "hoaban", &mut script);
    context.out.write_all(&script)?;
    Ok(Exit::Done)
}

/// Prints the main man page, or writes a page for each command into a folder.
///
/// # Errors
/// The folder cannot be written.
pub(super) fn man(args: &ManArgs, context: &mut Context<'_>) -> anyhow::Result<Exit> {
    let Some(dir) = &args.dir else {
        context.out.write_all(page(cli::command(context.ui), "hoaban", context.ui)?.as_bytes())?;
        return Ok(Exit::Done);
    };
    fs::create_dir_all(dir).map_err(|error| unwritten(dir, &error, context.ui))?;
    for (name, page) in pages(context.ui)? {
        let file = dir.join(format!("{name}.1"));
        fs::write(&file, page).map_err(|error| unwritten(&file, &error, context.ui))?;
        writeln!(context.out, "{}", file.display())?;
    }
    Ok(Exit::Done)
}

fn unwritten(path: &Path, error: &io::Error, ui: &Interface) -> anyhow::Error {
    anyhow!(refused("write", path.display(), reason(error, ui), ui))
}

/// Every man page by its name.
fn pages(ui: &Interface) -> anyhow::Result<Vec<(String, String)>> {
    let root = cli::command(ui);
    let mut pages = vec![("hoaban".to_owned(), page(root.clone(), "hoaban", ui)?)];
    for command in root.get_subcommands() {
        let name = format!("hoaban-{}", command.get_name());
        let page = page(command.clone().display_name(name.clone()), &name, ui)?;
        pages.push((name, page));
    }
    Ok(pages)
}

/// A man page; its headings, which clap_mangen writes in English, in the interface's words.
fn page(command: clap::Command, name: &str, ui: &Interface) -> anyhow::Result<String> {
    let version = format!("hoaban {}", env!("CARGO_PKG_VERSION"));
    let man = Man::new(command).title(name.to_uppercase()).source(version).manual(ui.word("man-manual"));
    let mut bytes = Vec::new();
    man.render(&mut bytes)?;
    let mut page = String::from_utf8(bytes)?;
    for (heading, id) in
        [("NAME", "man-name"), ("SYNOPSIS", "man-synopsis"), ("DESCRIPTION", "man-description"), ("VERSION", "man-version")]
    {
        page = page.replace(&format!("\n.SH {heading}\n"), &format!("\n.SH \"{}\"\n", ui.word(id)));
    }
    Ok(page)
}

/// Prints help on a command, or on all.
///
/// # Errors
/// No command has this name.
pub(super) fn help(args: &HelpArgs, context: &mut Context<'_>) -> anyhow::Result<Exit> {
    let mut root = cli::command(context.ui);
    root.build();
    let page = match &args.command {
        None => root.render_long_help(),
        Some(name) => match root.find_subcommand_mut(name) {
            Some(command) => command.render_long_help(),
            None => return Err(anyhow!(unknown(name, &root, context.ui))),
        },
    };
    let page = if context.out_terminal.colour { page.ansi().to_string() } else { page.to_string() };
    context.out.write_all(page.as_bytes())?;
    Ok(Exit::Done)
}

fn unknown(name: &str, root: &clap::Command, ui: &Interface) -> String {
    let cause = ui.text("cli-error", "command", &[("command", Arg::from(name))]);
    let nearest = text::nearest(name, root.get_subcommands().map(clap::Command::get_name));
    let cure = nearest.map(|nearest| ui.text("cmd-nearest", "", &[("nearest", Arg::from(nearest))]));
    cure.map_or(cause.clone(), |cure| format!("{cause}\n  {cure}"))
}

#[cfg(test)]
mod tests {
    use hoaban::diag::messages::UiLang;

    use super::pages;
    use crate::cmd::interface;

    #[test]
    fn every_command_has_a_man_page_with_headings_in_vietnamese() {
        let pages = pages(&interface(UiLang::Vi)).unwrap();
        assert!(pages.len() > 9);
        for (name, page) in pages {
            assert!(page.contains(".SH \"TÊN\"") && !page.contains(".SH NAME"), "{name}: {page}");
            assert!(page.contains(".SH \"CÁCH DÙNG\"") && !page.contains(".SH OPTIONS"), "{name}: {page}");
        }
    }
}
