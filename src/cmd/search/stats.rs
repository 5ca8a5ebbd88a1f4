//! What an index weighs: its files by kind, the keys that take most bytes, and the queries that fetch most.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;
use hoaban::diag::Arg;
use hoaban::diag::messages::Interface;
use hoaban::search::manifest::{Manifest, Shard, Suggest};
use hoaban::search::paths::{self, Tier};
use hoaban::search::{Options, ReadError, Reader};

use super::{manifest, reader};
use crate::cmd::printing::size;

/// Lines of each list.
const SHOWN: usize = 5;
/// Phrases that are tried as queries.
const TRIED: usize = 200;

/// Files of one kind.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
struct Weight {
    files: usize,
    bytes: usize,
    packed: usize,
}

/// The statistics of all languages, as people read them.
pub(super) fn text(dir: &Path, langs: &[String], ui: &Interface) -> Result<String, ReadError> {
    let mut out = String::new();
    for lang in langs {
        let manifest = manifest(dir, lang)?;
        let args = [("lang", Arg::from(lang.as_str())), ("count", Arg::from(manifest.n as usize))];
        out += &format!("{}\n", ui.text("search-stats", "", &args));
        for (kind, weight) in weights(dir, &manifest) {
            let args = [
                ("count", Arg::from(weight.files)),
                ("bytes", Arg::from(size(weight.bytes as u64, ui))),
                ("packed", Arg::from(size(weight.packed as u64, ui))),
            ];
            out += &format!("  {}: {}\n", ui.text("search-stats", kind, &[]), ui.text("search-weight", "", &args));
        }
        let row = |(name, bytes): (String, usize)| format!("    {name}  {}\n", size(bytes as u64, ui));
        out += &format!("  {}\n", ui.text("search-stats", "keys", &[]));
        out.extend(keys(dir, &manifest).into_iter().map(row));
        let queries = queries(dir, &manifest)?;
        let mean = queries.iter().map(|(_, bytes)| bytes).sum::<usize>() / queries.len().max(1);
        let args = [("count", Arg::from(queries.len())), ("mean", Arg::from(size(mean as u64, ui)))];
        out += &format!("  {}\n", ui.text("search-stats", "queries", &args));
        out.extend(queries.into_iter().take(SHOWN).map(row));
    }
    Ok(out)
}

/// All shards of a language's own tiers.
fn shards(manifest: &Manifest) -> Vec<(Tier, String)> {
    let mut found = Vec::new();
    for (at, segment) in manifest.segments.iter().enumerate() {
        let folder = paths::folder(&manifest.lang, at, manifest.segments.len());
        for (tier, family) in [(Tier::Full, &segment.t), (Tier::Head, &segment.h)] {
            let Some(family) = family else { continue };
            let path = |(place, bound): (usize, &str)| Some((tier, paths::shard(&folder, tier, family.hash(place)?, bound)));
            found.extend(family.bounds().into_iter().enumerate().filter_map(path));
        }
    }
    found
}

/// Files by kind, whose names are attributes of `search-stats`.
fn weights(dir: &Path, manifest: &Manifest) -> Vec<(&'static str, Weight)> {
    let weigh = |paths: Vec<String>| {
        let read = paths.iter().filter_map(|path| std::fs::read(dir.join(path)).ok());
        read.fold(Weight::default(), |sum, bytes| Weight {
            files: sum.files + 1,
            bytes: sum.bytes + bytes.len(),
            packed: sum.packed + packed(&bytes),
        })
    };
    let cards = |manifest: &Manifest| -> Vec<String> {
        let mut found = BTreeSet::new();
        for (at, segment) in manifest.segments.iter().enumerate() {
            let folder = paths::folder(&manifest.lang, at, manifest.segments.len());
            let file = |id| segment.cards.of(id).map(|(file, hash, _)| paths::cards(&folder, hash, file));
            found.extend((0..segment.n).filter_map(file));
        }
        found.into_iter().collect()
    };
    let shared =
        |name: &Option<String>, path: &dyn Fn(&str) -> String| name.iter().map(|name| path(name)).collect::<Vec<_>>();
    vec![
        ("manifest", weigh(vec![paths::manifest(&manifest.lang)])),
        ("shards", weigh(shards(manifest).into_iter().map(|(_, path)| path).collect())),
        ("cards", weigh(cards(manifest))),
        ("suggest", weigh(shared(&manifest.suggest, &|name| paths::suggest(&manifest.lang, name)))),
        ("facets", weigh(shared(&manifest.facets, &paths::facets))),
    ]
}

/// The keys that take most bytes of the full text.
fn keys(dir: &Path, manifest: &Manifest) -> Vec<(String, usize)> {
    let read = |path: String| serde_json::from_slice::<Shard>(&std::fs::read(dir.join(path)).ok()?).ok();
    let full = shards(manifest).into_iter().filter(|(tier, _)| *tier == Tier::Full);
    let weigh = |(key, entry)| {
        let bytes = serde_json::to_vec(&entry).map_or(0, |bytes| bytes.len());
        (key, bytes)
    };
    let mut found: Vec<(String, usize)> = full.filter_map(|(_, path)| read(path)).flatten().map(weigh).collect();
    found.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    found.truncate(SHOWN);
    found
}

/// Bytes (gzip) that a first query fetches beside manifest and client, for the most frequent phrases; most first.
fn queries(dir: &Path, manifest: &Manifest) -> Result<Vec<(String, usize)>, ReadError> {
    let Some(name) = &manifest.suggest else { return Ok(Vec::new()) };
    let path = paths::suggest(&manifest.lang, name);
    let bytes = std::fs::read(dir.join(&path)).map_err(|_| ReadError::Missing(path.clone()))?;
    let suggest: Suggest = serde_json::from_slice(&bytes).map_err(|error| ReadError::Bad(path, error))?;
    let sizes: RefCell<BTreeMap<String, usize>> = RefCell::default();
    let mut found = Vec::new();
    for phrase in suggest.p.into_iter().take(TRIED) {
        let fetched: RefCell<BTreeSet<String>> = RefCell::default();
        let read = reader(dir);
        let mut index = Reader::open(
            |path: &str| {
                let bytes = read(path)?;
                fetched.borrow_mut().insert(path.to_owned());
                sizes.borrow_mut().entry(path.to_owned()).or_insert_with(|| packed(&bytes));
                Some(bytes)
            },
            &manifest.lang,
        )?;
        fetched.borrow_mut().clear();
        let answer = index.search(&phrase, &Options::default())?;
        index.cards(&answer.ids)?;
        let bytes: usize = fetched.borrow().iter().filter_map(|path| sizes.borrow().get(path).copied()).sum();
        found.push((phrase, bytes));
    }
    found.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    Ok(found)
}

/// Length under gzip at its best, as servers send it.
fn packed(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).map_or(bytes.len(), |packed| packed.len())
}
