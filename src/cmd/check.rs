//! `check`: builds in memory, prints every problem on standard output, writes nothing.

use std::sync::atomic::Ordering;

use hoaban::memo::Memo;
use hoaban::pipeline::{self, Options};

use super::printing::Verdict;
use super::progress;
use super::{Context, Exit, portal};
use crate::cli::CheckArgs;

/// Prints the findings.
///
/// # Errors
/// The portal cannot be read.
pub(super) fn run(args: &CheckArgs, context: &mut Context<'_>) -> anyhow::Result<Exit> {
    let root = portal::root(context)?;
    let world = portal::world(context, &root, args.now.as_deref())?.without(&root.join(super::build::PUBLIC));
    let stop = progress::interrupts();
    let options = Options { drafts: args.drafts, preview: false, memory: args.memory };
    let found = progress::watched(context.err_terminal.watched, &context.ui.word("build-progress"), |_| {
        let built = pipeline::build(&world, &Memo::off(), &options)?;
        let mut notes = built.notes.clone();
        notes.extend(built.check(&world, &|| stop.load(Ordering::Relaxed)));
        let today = built.site.now.date();
        Ok(Verdict::of(notes, built.sources, Some(&built.site.config), today))
    });
    if stop.load(Ordering::Relaxed) {
        return Ok(Exit::Interrupted);
    }
    let verdict = match found {
        Ok(verdict) => verdict,
        Err(failure) => Verdict::of_failure(failure, portal::today(&world), context.ui)?,
    };
    let text = verdict.text(args.format, context.out_terminal.colour, context.ui);
    context.out.write_all(text.as_bytes())?;
    Ok(verdict.exit(args.strict))
}
