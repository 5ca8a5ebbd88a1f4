//! The search index `portal-search/1` and the open data beside it.
//!
//! In: the [`Site`]. Out: all files below `/search/` ([`write()`]), a page's twin `index.json` ([`twin`]), and `/data/`. Their
//! shapes are [`crate::search`]'s, which reads them; the schemas of `schema/` say the same to people outside.
//!
//! Names of files depend on their bytes, and those on all pages, so the index is made as a whole or not at all. It is a pure
//! function of the site: no clock, no average over the corpus, everything in an order of its own.

mod cards;
mod data;
mod entries;
mod facets;
mod files;
mod json;
mod lexicon;
mod pieces;
mod postings;
mod records;
mod shards;
mod suggest;
mod terms;
mod twins;
mod words;

use std::collections::BTreeSet;
use std::sync::Mutex;

use rayon::prelude::*;

use crate::memo::Remembered;
use crate::model::site::Site;
use crate::model::terms::PageTerms;
use crate::model::{Digest, Lang, OutPath};
use crate::search::manifest::{self, Alternate, Manifest, Segment, Shards};
use crate::search::paths::{self, Tier};

use super::Emission;
use entries::Entry;
use lexicon::{Lexicon, Names};
use pieces::Pieces;
use records::{Chunk, Gathered, Sorted};
use suggest::Phrases;
use terms::{Counter, Tongue};

pub(super) use data::EMITTER as DATA;
pub use twins::{has_twin, twin};

/// The folder that the index owns.
pub const FOLDER: &str = "search/";

/// Entries that one thread reads in a row.
const CHUNK: usize = 32;

/// Takes a file's path and bytes, from several threads.
type Put<'a> = dyn Fn(&str, Vec<u8>) + Sync + 'a;

/// A language's name in addresses: its code in lower case.
fn name(site: &Site, lang: Lang) -> String {
    let plain = |c: &char| c.is_ascii_alphanumeric() || *c == '-';
    site.config.languages.code(lang).chars().filter(plain).map(|c| c.to_ascii_lowercase()).collect()
}

/// Makes every file of the index and gives it to `sink`, from several threads. Terms of pages that did not change come from
/// `known`.
pub fn write(emission: &Emission<'_>, known: &Remembered<PageTerms>, sink: &(dyn Fn(OutPath, Vec<u8>) + Sync)) {
    let site = emission.site;
    if !site.config.search.index {
        return;
    }
    let put = |path: &str, bytes: Vec<u8>| {
        if let Ok(path) = OutPath::new(path) {
            sink(path, bytes);
        }
    };
    let entries = entries::entries(site);
    let index =
        Index { emission, site, entries: &entries, names: Names::new(site), known, used: Mutex::default(), put: &put };
    index.write();
    files::write(&put);
    known.keep(&index.used.into_inner().unwrap_or_default());
}

/// The index under way.
struct Index<'a> {
    emission: &'a Emission<'a>,
    site: &'a Site,
    entries: &'a [Entry<'a>],
    names: Names<'a>,
    known: &'a Remembered<PageTerms>,
    /// Keys of the terms that this index is made of.
    used: Mutex<BTreeSet<Digest>>,
    put: &'a Put<'a>,
}

/// A language's files.
struct Written {
    name: String,
    /// Of each segment: full text and heads.
    shards: Vec<(Shards, Shards)>,
    cards: Vec<manifest::CardFiles>,
    suggest: String,
}

impl<'a> Index<'a> {
    fn write(&self) {
        let languages: Vec<Lang> = self.site.config.languages.iter().map(|(lang, _)| lang).collect();
        let written: Vec<Written> = languages.iter().map(|lang| self.language(*lang)).collect();
        let facets = facets::write(self.emission, self.entries, self.put);
        let default = name(self.site, self.site.config.default_language);
        let mut langs: Vec<String> = written.iter().map(|written| written.name.clone()).collect();
        langs.sort_by_key(|name| *name != default);
        for own in &written {
            for lite in [false, true] {
                let manifest = self.manifest(own, &written, &facets, &langs, lite);
                let path = if lite { paths::lite(&own.name) } else { paths::manifest(&own.name) };
                (self.put)(&path, json::bytes(&manifest));
            }
        }
    }

    /// Numbers of entries, a range for each segment; at least one.
    fn segments(&self) -> Vec<&'a [Entry<'a>]> {
        if self.entries.is_empty() { vec![self.entries] } else { self.entries.chunks(manifest::SEGMENT as usize).collect() }
    }

    fn language(&self, lang: Lang) -> Written {
        let segments = self.segments();
        let name = name(self.site, lang);
        let lexicon = self.names.lexicon(self.site, lang);
        let mut phrases = Phrases::new(self.site, self.entries, lang);
        let mut written = Written { shards: Vec::new(), cards: Vec::new(), suggest: String::new(), name };
        for (place, entries) in segments.iter().enumerate() {
            let folder = paths::folder(&written.name, place, segments.len());
            let mut sorted = self.sorted(entries, lang, &lexicon);
            let n = u32::try_from(entries.len()).unwrap_or(u32::MAX);
            let postings = sorted.postings(n, self.site.config.languages.code(lang));
            let full = shards::write(&postings.full, &folder, Tier::Full, self.put);
            let head = shards::write(&postings.head, &folder, Tier::Head, self.put);
            phrases.add(&sorted, &postings);
            written.shards.push((full, head));
            written.cards.push(cards::write(self.site, entries, lang, &folder, self.put));
        }
        written.suggest = phrases.write(&written.name, self.put);
        written
    }

    fn sorted(&self, entries: &[Entry<'a>], lang: Lang, lexicon: &Lexicon) -> Sorted {
        let gathered = Gathered::new();
        let tongue = Tongue { code: self.site.config.languages.code(lang), lexicon };
        let numbered: Vec<(u32, &Entry<'a>)> = (0..).zip(entries).collect();
        let read = |counter: &mut Counter, entries: &[(u32, &Entry<'a>)]| {
            let mut chunk = Chunk::default();
            for (id, entry) in entries {
                if let Some(pieces) = Pieces::new(self.site, &self.names, entry, lang) {
                    self.terms(&pieces, tongue, counter, |terms| gathered.add(*id, terms, &mut chunk));
                }
            }
            chunk
        };
        let chunks: Vec<Chunk> = numbered.par_chunks(CHUNK).map_init(Counter::default, read).collect();
        gathered.sorted(chunks)
    }

    /// Gives the terms of an entry to `take`.
    fn terms(&self, pieces: &Pieces<'_>, tongue: Tongue<'_>, counter: &mut Counter, take: impl FnOnce(&PageTerms)) {
        if !self.known.is_on() {
            return take(&counter.page(pieces, &pieces.body(self.site), tongue));
        }
        let key = pieces.digest(&tongue.lexicon.digest);
        let terms = self.known.get(key, || counter.page(pieces, &pieces.body(self.site), tongue));
        self.used.lock().unwrap_or_else(std::sync::PoisonError::into_inner).insert(key);
        take(&terms);
    }

    fn manifest(&self, own: &Written, all: &[Written], facets: &str, langs: &[String], lite: bool) -> Manifest {
        let segment = |(place, entries): (usize, &&[Entry<'a>])| {
            let (full, head) = own.shards[place].clone();
            let others = all.iter().filter(|other| other.name != own.name);
            let alternate = |other: &Written| Alternate { lang: other.name.clone(), h: other.shards[place].1.clone() };
            Segment {
                n: u32::try_from(entries.len()).unwrap_or(u32::MAX),
                t: (!lite).then_some(full),
                h: lite.then_some(head),
                alt: others.map(alternate).collect(),
                cards: own.cards[place].clone(),
            }
        };
        Manifest {
            format: manifest::FORMAT.to_owned(),
            lang: own.name.clone(),
            n: u32::try_from(self.entries.len()).unwrap_or(u32::MAX),
            levels: manifest::WORTH,
            segments: self.segments().iter().enumerate().map(segment).collect(),
            facets: Some(facets.to_owned()),
            suggest: Some(own.suggest.clone()),
            langs: langs.to_vec(),
        }
    }
}
