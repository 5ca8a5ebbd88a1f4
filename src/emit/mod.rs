//! Stage: files that machines read (sitemap, robots, feeds, redirects, schedule), one file a format.
//!
//! In: the [`Site`] and interface words. Out: bytes of one file at a time, asked for by emitter and part. Pure and without
//! order between parts. Imports `model`, `text` and, of `view`, the alternates.
//!
//! HTML pages, their `<head>` and JSON-LD are *not* made here. A new format is a new file and a line in [`EMITTERS`].

mod atom;
mod escape;
mod feed;
mod instant;
mod json_feed;
mod redirects;
mod robots;
mod schedule;
pub mod search;
mod sitemap;

#[cfg(test)]
pub(crate) mod test_site;
#[cfg(test)]
mod test_xml;

use crate::model::site::Site;
use crate::model::{Lang, OutPath};

/// A format: which files it writes, and how.
#[derive(Debug, Clone, Copy)]
pub struct Emitter {
    /// Name of the format, for messages and as the origin of its files.
    pub name: &'static str,
    /// The files it writes; a part is the place in this list. Cheap, and the same for the same site.
    pub parts: fn(&Site) -> Vec<OutPath>,
    /// One part's bytes; empty for a part that is not in the list.
    pub bytes: fn(&Emission<'_>, u32) -> Vec<u8>,
}

/// What an emitter may know.
#[derive(Clone, Copy)]
pub struct Emission<'a> {
    /// The portal.
    pub site: &'a Site,
    /// An interface word by language and id (`i18n/<lang>/*.ftl`).
    pub words: &'a (dyn Fn(Lang, &str) -> String + Sync),
}

/// All formats; [`EmitterId`](crate::model::output::EmitterId) is the place in it.
pub static EMITTERS: &[Emitter] = &[
    sitemap::EMITTER,
    robots::EMITTER,
    atom::EMITTER,
    json_feed::EMITTER,
    redirects::EMITTER,
    schedule::EMITTER,
    search::DATA,
];
