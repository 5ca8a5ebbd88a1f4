//! A portal's folder that is watched: texts and facts are kept until an event names their file.
//!
//! Where the system lost events, nothing is read anew but what changed by size or time of change; that needs no file to be
//! opened, which would make events again.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock, RwLockWriteGuard};
use std::time::SystemTime;

use jiff::Timestamp;
use notify::{Config, RecommendedWatcher, RecursiveMode, Watcher as _};

use super::events::{Batch, Events};
use super::walk::{TOPS, below, forget};
use super::world::{DiskWorld, failed};
use crate::model::source::Source;
use crate::model::{Digest, SourcePath};
use crate::text::nfc;
use crate::world::{FileFacts, Listing, ReadError, World, decode, facts};

/// Why a folder cannot be watched.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WatchError {
    /// The system allows fewer watched folders than the portal has (inotify's `max_user_watches` or `max_user_instances`).
    #[error(
        "the system does not let us watch so many folders; allow more: sudo sysctl fs.inotify.max_user_watches=1048576 fs.inotify.max_user_instances=1024"
    )]
    Limit,
    /// Anything else, in the system's words.
    #[error("{0}")]
    Other(String),
}

impl From<notify::Error> for WatchError {
    fn from(error: notify::Error) -> Self {
        const TOO_MANY_OPEN: i32 = 24;
        match &error.kind {
            notify::ErrorKind::MaxFilesWatch => Self::Limit,
            notify::ErrorKind::Io(io) if io.raw_os_error() == Some(TOO_MANY_OPEN) => Self::Limit,
            _ => Self::Other(error.to_string()),
        }
    }
}

/// A change that has come to rest.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Change {
    /// Files and folders that are new, gone or different, in order; empty where saving changed nothing.
    pub paths: Vec<SourcePath>,
    /// Number of events that the change covers; see [`WatchedWorld::seen`].
    pub seen: u64,
    /// From now on changes may be missed.
    pub trouble: Option<WatchError>,
}

/// What is kept, with the file's size and time of change before it was read.
#[derive(Debug, Default)]
struct Cache {
    /// Goes up with every change, so that what was read before it is not kept after it.
    generation: u64,
    /// The folder was listed as a whole.
    listed: bool,
    listing: Option<Arc<Listing>>,
    sources: BTreeMap<SourcePath, (Stamp, Arc<Source>)>,
    files: BTreeMap<SourcePath, (Stamp, Arc<FileFacts>)>,
}

/// Size and time of change; none for a missing file.
type Stamp = Option<(u64, Option<SystemTime>)>;

/// A [`DiskWorld`] that knows when it changes.
#[derive(Debug)]
pub struct WatchedWorld {
    world: DiskWorld,
    now: RwLock<Timestamp>,
    cache: RwLock<Cache>,
    events: Arc<Events>,
    watcher: Mutex<RecommendedWatcher>,
}

impl WatchedWorld {
    /// Begins to watch.
    ///
    /// # Errors
    /// [`WatchError`]
    pub fn open(world: DiskWorld) -> Result<Self, WatchError> {
        let world = world.with_stamps();
        let events = Arc::new(Events::new(world.root().to_owned(), world.skipped().to_vec()));
        let sink = Arc::clone(&events);
        let config = Config::default().with_follow_symlinks(false);
        let mut watcher = RecommendedWatcher::new(move |event| sink.push(event), config)?;
        watcher.watch(world.root(), RecursiveMode::NonRecursive)?;
        for top in &TOPS[1..] {
            let folder = world.root().join(top);
            if folder.is_dir() {
                watcher.watch(&fs::canonicalize(&folder).unwrap_or(folder), RecursiveMode::Recursive)?;
            }
        }
        let now = RwLock::new(world.now());
        Ok(Self { world, now, cache: RwLock::default(), events, watcher: Mutex::new(watcher) })
    }

    /// Number of events so far that may change what a build reads. A [`Change`] whose `seen` is as high covers them all.
    #[must_use]
    pub fn seen(&self) -> u64 {
        self.events.seen()
    }

    /// Waits for the next change to come to rest and takes it in; none once [`WatchedWorld::close`] was called.
    pub fn next_change(&self) -> Option<Change> {
        let batch = self.events.take()?;
        Some(self.apply(batch))
    }

    /// Ends [`WatchedWorld::next_change`], from any thread.
    pub fn close(&self) {
        self.events.close();
    }

    fn apply(&self, mut batch: Batch) -> Change {
        if self.world.pinned().is_none() {
            *self.now.write().unwrap_or_else(PoisonError::into_inner) = Timestamp::now();
        }
        self.watch_new_tops(&batch);
        if batch.overflow {
            batch.paths.extend(self.differing());
        }
        let mut cache = self.cache_mut();
        cache.generation += 1;
        let mut paths: Vec<SourcePath> = Vec::new();
        for disk in &batch.paths {
            for path in self.names(disk) {
                if self.renew(&mut cache, &path, disk) {
                    paths.push(path);
                }
            }
        }
        paths.sort();
        paths.dedup();
        drop(cache);
        let limit = self.watch_links().err();
        Change { paths, seen: batch.seen, trouble: batch.trouble.or(limit) }
    }

    /// Takes in one path; true where it matters.
    fn renew(&self, cache: &mut Cache, path: &SourcePath, disk: &Path) -> bool {
        if !cache.listed {
            cache.sources.remove(path);
            return true;
        }
        let known = self.world.known().files.contains_key(path);
        if known && fs::symlink_metadata(disk).is_ok_and(|metadata| metadata.is_file()) {
            return self.reread(cache, path, disk);
        }
        let before = self.below(path);
        self.world.refresh(path, disk);
        let after = self.below(path);
        forget(&mut cache.sources, path);
        forget(&mut cache.files, path);
        if before != after {
            cache.listing = None;
        }
        before != after || !after.0.is_empty()
    }

    /// Reads a file again that is kept; true where its bytes are others, or nothing was kept to compare with.
    fn reread(&self, cache: &mut Cache, path: &SourcePath, disk: &Path) -> bool {
        let stamp = stamp(disk);
        let Ok(bytes) = fs::read(disk) else {
            return cache.sources.remove(path).is_some() | cache.files.remove(path).is_some();
        };
        let digest = Digest::of(&bytes);
        let same = |old: Option<Digest>| old.is_none_or(|old| old == digest);
        let source = cache.sources.get(path).map(|(_, source)| source.digest);
        let file = cache.files.get(path).map(|(_, file)| file.digest);
        if (source.is_some() || file.is_some()) && same(source) && same(file) {
            return false;
        }
        if cache.files.remove(path).is_some() {
            cache.files.insert(path.clone(), (stamp, Arc::new(facts(&bytes))));
        }
        if cache.sources.remove(path).is_some() {
            cache.sources.insert(path.clone(), (stamp, Arc::new(decode(path.clone(), &bytes))));
        }
        true
    }

    /// Names of what is listed at and below a path.
    fn below(&self, path: &SourcePath) -> (Vec<SourcePath>, usize) {
        let known = self.world.known();
        let inside = |other: &SourcePath| {
            other.as_str().strip_prefix(path.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let files = known.files.range(path.clone()..).map(|(path, _)| path);
        let near = files.take_while(|other| other.as_str().starts_with(path.as_str())).filter(|other| inside(other));
        (near.cloned().collect(), known.errors.keys().filter(|other| inside(other)).count())
    }

    /// What a place on the disk is called in the portal; several names where links lead to it.
    fn names(&self, disk: &Path) -> Vec<SourcePath> {
        let plain = below(self.world.root(), disk).and_then(|below| SourcePath::new(&nfc(below)).ok());
        let plain = plain.filter(|path| TOPS.contains(&path.as_str().split('/').next().unwrap_or("")));
        let known = self.world.known();
        let linked = known.links.iter().filter_map(|(alias, target)| {
            let rest = below(target, disk)?;
            SourcePath::new(&format!("{alias}/{}", nfc(rest))).ok()
        });
        plain.into_iter().chain(linked).collect()
    }

    /// Places that are not as they were when they were listed or read.
    fn differing(&self) -> Vec<PathBuf> {
        let cache = self.cache.read().unwrap_or_else(PoisonError::into_inner);
        let sources = cache.sources.iter().map(|(path, (stamp, _))| (path, *stamp));
        let files = cache.files.iter().map(|(path, (stamp, _))| (path, *stamp));
        let read = sources.chain(files).filter_map(|(path, old)| {
            let place = self.world.place(path).ok()?;
            (stamp(&place) != old).then_some(place)
        });
        let mut differing: Vec<PathBuf> = read.collect();
        drop(cache);
        differing.extend(self.world.names_that_differ());
        differing.extend(TOPS.iter().map(|top| self.world.root().join(top)).filter(|top| !self.is_known(top)));
        differing
    }

    fn is_known(&self, disk: &Path) -> bool {
        let known = self.world.known();
        self.names(disk).iter().any(|path| known.holds(path))
    }

    fn watch_new_tops(&self, batch: &Batch) {
        let tops = TOPS[1..].iter().map(|top| self.world.root().join(top));
        for top in tops.filter(|top| batch.paths.contains(top) && top.is_dir()) {
            let _ = self.watch(&top, RecursiveMode::Recursive);
        }
    }

    /// Watches what links lead to where nothing watches it yet.
    fn watch_links(&self) -> Result<(), WatchError> {
        let root = self.world.root();
        let watched = |target: &Path| TOPS.iter().any(|top| target.starts_with(root.join(top)));
        let targets: Vec<PathBuf> = self.world.known().links.values().filter(|target| !watched(target)).cloned().collect();
        for target in targets {
            match target.is_dir() {
                true => self.watch(&target, RecursiveMode::Recursive)?,
                false => self.watch(target.parent().unwrap_or(&target), RecursiveMode::NonRecursive)?,
            }
        }
        Ok(())
    }

    fn watch(&self, path: &Path, mode: RecursiveMode) -> Result<(), WatchError> {
        self.watcher.lock().unwrap_or_else(PoisonError::into_inner).watch(path, mode).map_err(WatchError::from)
    }

    fn cache_mut(&self) -> RwLockWriteGuard<'_, Cache> {
        self.cache.write().unwrap_or_else(PoisonError::into_inner)
    }

    /// What is kept in a map of the cache, or else made out of the file's bytes and kept.
    fn kept<T>(
        &self,
        path: &SourcePath,
        map: impl Fn(&mut Cache) -> &mut BTreeMap<SourcePath, (Stamp, Arc<T>)>,
        look: impl Fn(&Cache) -> Option<Arc<T>>,
        make: impl FnOnce(Vec<u8>) -> T,
    ) -> Result<Arc<T>, ReadError> {
        let generation = {
            let cache = self.cache.read().unwrap_or_else(PoisonError::into_inner);
            if let Some(kept) = look(&cache) {
                return Ok(kept);
            }
            cache.generation
        };
        let place = self.world.place(path)?;
        let stamp = stamp(&place);
        let made = Arc::new(make(fs::read(&place).map_err(|error| failed(path, &error))?));
        let mut cache = self.cache_mut();
        if cache.generation == generation {
            map(&mut cache).insert(path.clone(), (stamp, Arc::clone(&made)));
        }
        Ok(made)
    }
}

fn stamp(place: &Path) -> Stamp {
    fs::symlink_metadata(place).ok().map(|metadata| (metadata.len(), metadata.modified().ok()))
}

impl World for WatchedWorld {
    fn list(&self) -> Result<Arc<Listing>, ReadError> {
        let mut cache = self.cache_mut();
        if let Some(listing) = &cache.listing {
            return Ok(Arc::clone(listing));
        }
        let first = !cache.listed;
        let listing = if first { self.world.list()? } else { Arc::new(self.world.known().listing()) };
        cache.listing = Some(Arc::clone(&listing));
        cache.listed = true;
        drop(cache);
        if first {
            let _ = self.watch_links();
        }
        Ok(listing)
    }

    fn read(&self, path: &SourcePath) -> Result<Vec<u8>, ReadError> {
        self.world.read(path)
    }

    fn now(&self) -> Timestamp {
        *self.now.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn cache(&self) -> &dyn crate::world::Cache {
        self.world.cache()
    }

    fn source(&self, path: &SourcePath) -> Result<Arc<Source>, ReadError> {
        let look = |cache: &Cache| cache.sources.get(path).map(|(_, source)| Arc::clone(source));
        self.kept(path, |cache| &mut cache.sources, look, |bytes| decode(path.clone(), &bytes))
    }

    fn file(&self, path: &SourcePath) -> Result<Arc<FileFacts>, ReadError> {
        let look = |cache: &Cache| cache.files.get(path).map(|(_, file)| Arc::clone(file));
        self.kept(path, |cache| &mut cache.files, look, |bytes| facts(&bytes))
    }
}

#[cfg(test)]
impl WatchedWorld {
    /// As after an overflow, without any event.
    pub(super) fn apply_lost(&self) -> Change {
        self.apply(Batch { overflow: true, ..Batch::default() })
    }
}
