//! `cache`: what is kept of made pictures (`stats`), and what of it may go (`prune`).

use std::path::Path;

use anyhow::{anyhow, bail};
use hoaban::diag::Arg;
use hoaban::diag::messages::Interface;
use hoaban::diag::write::Format;
use hoaban::disk::{CacheStats, DiskWorld, PictureCache, Pruned, StoreError};
use hoaban::memo::Memo;
use hoaban::pipeline::{self, Options};
use jiff::Timestamp;
use jiff::civil::Date;

use super::printing::{Verdict, size};
use super::{Context, Exit, portal, status};
use crate::cli::CacheArgs;

/// Prints to standard output.
///
/// # Errors
/// The portal cannot be read, the cache not be written, or `--older` is given to `stats`.
pub(super) fn run(args: &CacheArgs, context: &mut Context<'_>) -> anyhow::Result<Exit> {
    let root = portal::root(context)?;
    let world = portal::world(context, &root, None)?.without(&root.join(super::build::PUBLIC));
    let cache = PictureCache::open(world.root());
    match (args.task.as_str(), args.older) {
        ("prune", Some(days)) => pruned(cache.prune_older(days), &cache, context),
        ("prune", None) => prune(&world, &cache, context),
        (_, Some(_)) => {
            let args = [("argument", Arg::from("--older")), ("value", Arg::from(""))];
            bail!(context.ui.text("cli-error", "argument", &args))
        }
        (_, None) => {
            let stats = cache.stats();
            let oldest = stats.oldest.and_then(|used| Timestamp::try_from(used).ok());
            let oldest = oldest.map(|used| portal::day(&world, used));
            let text = sentence(&portal::shown(cache.folder()), stats, oldest, context.ui);
            context.out.write_all(text.as_bytes())?;
            Ok(Exit::Done)
        }
    }
}

/// Removes what a build would not use, drafts included.
fn prune(world: &DiskWorld, cache: &PictureCache, context: &mut Context<'_>) -> anyhow::Result<Exit> {
    let options = Options { drafts: true, ..Options::default() };
    match pipeline::build(world, &Memo::off(), &options) {
        Ok(built) => pruned(cache.prune(&built.cache_keys(world)), cache, context),
        Err(failure) => {
            let verdict = Verdict::of_failure(failure, portal::today(world), context.ui)?;
            context.err.write_all(verdict.text(Format::Human, context.err_terminal.colour, context.ui).as_bytes())?;
            Ok(Exit::Problems)
        }
    }
}

/// Tells what went and what stays.
fn pruned(pruned: Result<Pruned, StoreError>, cache: &PictureCache, context: &mut Context<'_>) -> anyhow::Result<Exit> {
    let ui = context.ui;
    let gone = pruned.map_err(|error| match &error {
        StoreError::Io(place, cause) => {
            anyhow!(portal::refused("write", portal::shown(place).display(), portal::reason(cause, ui), ui))
        }
        _ => anyhow!(error),
    })?;
    let bytes = Arg::from(size(gone.bytes, ui));
    let args = [count("count", gone.entries), ("size", bytes), count("left", cache.stats().entries)];
    writeln!(context.out, "{}", ui.text("cache-pruned", "", &args))?;
    Ok(Exit::Done)
}

/// What is kept, in a line.
fn sentence(folder: &Path, stats: CacheStats, oldest: Option<Date>, ui: &Interface) -> String {
    let path = ("path", Arg::from(folder.display().to_string()));
    let line = match oldest {
        None => ui.text("cache-stats", "empty", &[path]),
        Some(oldest) => {
            let (bytes, day) = (Arg::from(size(stats.bytes, ui)), Arg::from(status::day(oldest, ui)));
            ui.text("cache-stats", "", &[path, count("count", stats.entries), ("size", bytes), ("day", day)])
        }
    };
    line + "\n"
}

fn count(name: &'static str, number: u64) -> (&'static str, Arg) {
    (name, Arg::from(usize::try_from(number).unwrap_or(usize::MAX)))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use hoaban::diag::messages::UiLang;
    use hoaban::disk::CacheStats;
    use jiff::civil::date;

    use super::sentence;
    use crate::cmd::interface;

    #[test]
    fn a_cache_is_told_in_a_line() {
        let stats = CacheStats { entries: 1, bytes: 1_234_567, oldest: None };
        let said = |lang, stats, oldest| sentence(Path::new(".hoaban/pictures"), stats, oldest, &interface(lang));
        let vi = said(UiLang::Vi, stats, Some(date(2026, 11, 1)));
        assert_eq!(
            vi,
            "Kho ảnh .hoaban/pictures có 1 tệp, 1,2 MB; tệp lâu không dùng nhất được dùng lần cuối ngày 01/11/2026.\n"
        );
        let en = said(UiLang::En, CacheStats { entries: 2, ..stats }, Some(date(2026, 11, 1)));
        let last = "the one unused for longest was last used on 1 Nov 2026";
        assert_eq!(en, format!("The picture cache .hoaban/pictures holds 2 files, 1.2 MB; {last}.\n"));
        assert_eq!(said(UiLang::Vi, CacheStats::default(), None), "Kho ảnh .hoaban/pictures đang trống.\n");
    }
}
