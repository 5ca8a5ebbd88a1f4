//! Which portal, and which moment: what every command needs to know before it begins.

use std::fmt::Display;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use anyhow::anyhow;
use hoaban::diag::Arg;
use hoaban::diag::messages::Interface;
use hoaban::diag::rules::CONFIG_INVALID;
use hoaban::disk::{DiskWorld, PictureCache};
use hoaban::world::World;
use hoaban::{load, parse, settings};
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use super::Context;

/// The portal's folder: as said, or the current one, or the nearest above it that is a portal; the current one where none is, so
/// that the build tells what is missing.
pub(super) fn folder(said: Option<&Path>, current: &Path, is_portal: impl Fn(&Path) -> bool) -> PathBuf {
    match said {
        Some(folder) => current.join(folder),
        None => current.ancestors().find(|folder| is_portal(folder)).unwrap_or(current).to_owned(),
    }
}

/// The folder of the portal that the command line means.
///
/// # Errors
/// There is no current folder.
pub(super) fn root(context: &Context<'_>) -> anyhow::Result<PathBuf> {
    let current = std::env::current_dir()?;
    Ok(folder(context.portal.as_deref(), &current, |folder| folder.join(load::PORTAL).is_file()))
}

/// A path as people write it: from the current folder where it lies below.
pub(super) fn shown(path: &Path) -> PathBuf {
    let current = std::env::current_dir().unwrap_or_default();
    path.strip_prefix(&current).map_or_else(|_| path.to_owned(), Path::to_owned)
}

/// The portal as a world that keeps made pictures, at the moment `now` (as `--now` has it), or at this one.
///
/// # Errors
/// The folder cannot be read, or `now` is no moment.
pub(super) fn world(context: &Context<'_>, root: &Path, now: Option<&str>) -> anyhow::Result<DiskWorld> {
    let open = |moment| DiskWorld::open(root, moment).map_err(|error| unread(root, &error, context.ui));
    let kept = |world: DiskWorld| {
        let cache = PictureCache::open(world.root());
        world.with_cache(cache)
    };
    let world = open(None)?;
    let Some(now) = now else { return Ok(kept(world)) };
    let moment = moment(now, &zone(&world))
        .ok_or_else(|| anyhow!(context.ui.text("cmd-error", "now", &[("value", Arg::from(now))])))?;
    open(Some(moment)).map(kept)
}

fn unread(root: &Path, error: &io::Error, ui: &Interface) -> anyhow::Error {
    if error.kind() == ErrorKind::NotFound {
        return anyhow!(ui.text("cmd-error", "portal", &[("path", Arg::from(root.display().to_string()))]));
    }
    anyhow!(refused("read", root.display(), reason(error, ui), ui))
}

/// Says that a file cannot be read (`read`) or written (`write`).
pub(super) fn refused(what: &str, path: impl Display, error: impl Display, ui: &Interface) -> String {
    ui.text("cmd-error", what, &[("path", Arg::from(path.to_string())), ("message", Arg::from(error.to_string()))])
}

/// What the system said, after its meaning in the interface's language where it is one that people can do something about.
pub(super) fn reason(error: &io::Error, ui: &Interface) -> String {
    let id = match error.kind() {
        ErrorKind::PermissionDenied => "io-denied",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "io-full",
        ErrorKind::ReadOnlyFilesystem => "io-read-only",
        ErrorKind::NotADirectory => "io-no-folder",
        ErrorKind::NotFound => "io-missing",
        _ => return error.to_string(),
    };
    format!("{} ({error})", ui.word(id))
}

/// The portal's zone, or the usual one where `portal.toml` does not tell; what is wrong there is the build's to report.
fn zone(world: &dyn World) -> TimeZone {
    let text = load::portal(world).ok().flatten().map(|source| source.text.to_string()).unwrap_or_default();
    let table = parse::toml(&text, 0, &CONFIG_INVALID).value;
    let config = settings::config::read(&table, &mut Vec::new());
    config.map_or_else(|| TimeZone::fixed(jiff::tz::offset(7)), |config| config.timezone)
}

/// The day at the portal, for a portal whose settings could not be read.
pub(super) fn today(world: &dyn World) -> Date {
    day(world, world.now())
}

/// The day of a moment at the portal.
pub(super) fn day(world: &dyn World, moment: Timestamp) -> Date {
    moment.to_zoned(zone(world)).date()
}

/// A moment: RFC 3339 with an offset, or a day or a day and time on the portal's clock.
fn moment(text: &str, zone: &TimeZone) -> Option<Timestamp> {
    let text = text.trim();
    if let Ok(moment) = text.parse::<Timestamp>() {
        return Some(moment);
    }
    let day = text.parse::<Date>().ok().filter(|_| text.len() == "2026-11-01".len()).map(|day| day.at(0, 0, 0, 0));
    let local = day.or_else(|| text.parse::<DateTime>().ok())?;
    local.to_zoned(zone.clone()).ok().map(|zoned| zoned.timestamp())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use hoaban::diag::messages::UiLang;
    use jiff::tz::TimeZone;

    use super::{folder, moment, reason};
    use crate::cmd::interface;

    #[test]
    fn the_nearest_folder_above_that_is_a_portal_is_meant() {
        let portal = |folder: &Path| folder == Path::new("/a/b");
        assert_eq!(folder(None, Path::new("/a/b/content/c"), portal), Path::new("/a/b"));
        assert_eq!(folder(None, Path::new("/a/b"), portal), Path::new("/a/b"));
        assert_eq!(folder(None, Path::new("/x/y"), portal), Path::new("/x/y"));
        assert_eq!(folder(Some(Path::new("c")), Path::new("/a/b"), portal), Path::new("/a/b/c"));
    }

    #[test]
    fn a_full_disk_is_said_in_the_interfaces_language() {
        let error = std::io::Error::from(std::io::ErrorKind::StorageFull);
        assert!(reason(&error, &interface(UiLang::Vi)).starts_with("ổ đĩa đã đầy ("));
        assert_eq!(reason(&std::io::Error::other("x"), &interface(UiLang::Vi)), "x");
    }

    #[test]
    fn moments_without_an_offset_are_on_the_portals_clock() {
        let zone = TimeZone::fixed(jiff::tz::offset(7));
        for text in ["2026-11-01T08:00:00+07:00", "2026-11-01T01:00:00Z", "2026-11-01T08:00", "2026-11-01 08:00:00"] {
            assert_eq!(moment(text, &zone).unwrap().to_string(), "2026-11-01T01:00:00Z", "{text}");
        }
        assert_eq!(moment("2026-11-01", &zone).unwrap().to_string(), "2026-10-31T17:00:00Z");
        for text in ["", "hôm nay", "2026-11-31", "01/11/2026", "2026-11-01T25:00"] {
            assert!(moment(text, &zone).is_none(), "{text}");
        }
    }
}
