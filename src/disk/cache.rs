//! Made pictures, kept in the portal's state folder from one build to the next.
//!
//! An entry is `ab/<62 digits>`, its key in hexadecimal: 32 bytes of BLAKE3 over key and bytes, then the bytes. It is written
//! under a temporary name beside the entries' folders and renamed, and checked whenever it is read: whatever moment a build is
//! killed at and whatever becomes of the disk, a build gets whole bytes or none. Any number of builds may share the folder, and
//! it may be copied to another machine. Links are not followed, and other files in the folder are left alone.

use std::collections::BTreeSet;
use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime};

use super::store::{STATE_FOLDER, StoreError, state_folder};
use crate::model::Digest;
use crate::world::Cache;

/// The folder in the state folder.
const FOLDER: &str = "pictures";

/// Bytes of an entry before those that are kept.
const SEAL: usize = 32;

/// Begins and ends the names of temporary files.
const TEMPORARY: (&str, &str) = ("put-", ".tmp");

/// Temporary files that are older belong to nobody.
const STALE: Duration = Duration::from_hours(1);

/// How exactly the time of an entry's last use is known.
const USED: Duration = Duration::from_hours(24);

/// Made pictures on the disk. A folder that cannot be written is a cache that keeps nothing.
#[derive(Debug)]
pub struct PictureCache {
    portal: PathBuf,
    folder: PathBuf,
    next: AtomicU64,
    trouble: OnceLock<String>,
}

/// What a cache holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CacheStats {
    /// Number of entries.
    pub entries: u64,
    /// Their size on the disk in bytes.
    pub bytes: u64,
    /// When the entry was last used that was not used for longest, to within a day.
    pub oldest: Option<SystemTime>,
}

/// What was removed from a cache.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Pruned {
    /// Number of entries.
    pub entries: u64,
    /// Their size on the disk in bytes.
    pub bytes: u64,
}

/// An entry on the disk.
struct Entry {
    key: Digest,
    place: PathBuf,
    size: u64,
    used: SystemTime,
}

impl PictureCache {
    /// The cache of the portal in a folder. Nothing is made before something is put; temporary files of builds that were killed
    /// are removed.
    #[must_use]
    pub fn open(portal: &Path) -> Self {
        let folder = portal.join(STATE_FOLDER).join(FOLDER);
        let (next, trouble) = (AtomicU64::new(0), OnceLock::new());
        let cache = Self { portal: portal.to_owned(), folder, next, trouble };
        cache.sweep();
        cache
    }

    /// The folder that it lies in.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Why something could not be kept, the first time that happened; for a note, since the build goes on without.
    #[must_use]
    pub fn failed(&self) -> Option<String> {
        self.trouble.get().cloned()
    }

    /// What it holds; nothing where there is no folder.
    #[must_use]
    pub fn stats(&self) -> CacheStats {
        let add = |stats: CacheStats, entry: Entry| CacheStats {
            entries: stats.entries + 1,
            bytes: stats.bytes + entry.size,
            oldest: Some(stats.oldest.map_or(entry.used, |oldest| oldest.min(entry.used))),
        };
        self.entries().fold(CacheStats::default(), add)
    }

    /// Removes all entries but those of some keys.
    ///
    /// # Errors
    /// [`StoreError::Io`]; what was removed before stays removed.
    pub fn prune(&self, keep: &BTreeSet<Digest>) -> Result<Pruned, StoreError> {
        self.remove(|entry| !keep.contains(&entry.key))
    }

    /// Removes the entries that no build used for some days.
    ///
    /// # Errors
    /// [`StoreError::Io`]; what was removed before stays removed.
    pub fn prune_older(&self, days: u32) -> Result<Pruned, StoreError> {
        let age = Duration::from_secs(u64::from(days) * 24 * 60 * 60);
        let Some(limit) = SystemTime::now().checked_sub(age) else { return Ok(Pruned::default()) };
        self.remove(|entry| entry.used < limit)
    }

    fn remove(&self, goes: impl Fn(&Entry) -> bool) -> Result<Pruned, StoreError> {
        self.sweep();
        let mut pruned = Pruned::default();
        for entry in self.entries().filter(goes) {
            match fs::remove_file(&entry.place) {
                Err(error) if error.kind() != ErrorKind::NotFound => return Err(StoreError::Io(entry.place, error)),
                _ => pruned = Pruned { entries: pruned.entries + 1, bytes: pruned.bytes + entry.size },
            }
        }
        for folder in self.shelves() {
            // Only an empty one goes.
            let _ = fs::remove_dir(folder);
        }
        Ok(pruned)
    }

    fn entries(&self) -> impl Iterator<Item = Entry> {
        self.shelves().flat_map(|shelf| listed(&shelf)).filter_map(|(place, metadata)| {
            let (shelf, name) = (place.parent()?.file_name()?.to_str()?, place.file_name()?.to_str()?);
            let key = Digest::from_hex(&format!("{shelf}{name}")).filter(|_| is_hex(name))?;
            let used = metadata.modified().ok()?;
            metadata.is_file().then_some(Entry { key, place, size: metadata.len(), used })
        })
    }

    /// The folders of entries whose keys begin alike.
    fn shelves(&self) -> impl Iterator<Item = PathBuf> {
        let is_shelf =
            |place: &Path| place.file_name().is_some_and(|name| name.len() == 2 && name.to_str().is_some_and(is_hex));
        let listed = if is_folder(&self.folder) { listed(&self.folder) } else { Vec::new() };
        listed.into_iter().filter(move |(place, metadata)| metadata.is_dir() && is_shelf(place)).map(|(place, _)| place)
    }

    /// Removes temporary files that no living build writes; what cannot be removed stays.
    fn sweep(&self) {
        if !is_folder(&self.folder) {
            return;
        }
        let now = SystemTime::now();
        let age = |metadata: &Metadata| metadata.modified().ok().and_then(|made| now.duration_since(made).ok());
        for (place, metadata) in listed(&self.folder) {
            let stale = age(&metadata).is_some_and(|age| age > STALE);
            if stale && metadata.is_file() && is_temporary(&place) {
                let _ = fs::remove_file(place);
            }
        }
    }

    /// Where an entry lies, and the folder it lies in.
    fn place(&self, key: &Digest) -> (PathBuf, PathBuf) {
        let hex = key.hex();
        let (shelf, name) = hex.split_at(2);
        let shelf = self.folder.join(shelf);
        (shelf.join(name), shelf)
    }

    fn write(&self, key: &Digest, bytes: &[u8]) -> io::Result<()> {
        let (place, shelf) = self.place(key);
        if !is_folder(&self.folder) {
            state_folder(&self.portal)?;
            make(&self.folder)?;
        }
        make(&shelf)?;
        let (temporary, mut file) = self.temporary()?;
        let written = file.write_all(seal(key, bytes).as_bytes()).and_then(|()| file.write_all(bytes));
        drop(file);
        let put = written.and_then(|()| fs::rename(&temporary, &place));
        if put.is_err() {
            let _ = fs::remove_file(temporary);
        }
        put
    }

    /// A file that is nobody else's.
    fn temporary(&self) -> io::Result<(PathBuf, File)> {
        let (first, last) = TEMPORARY;
        loop {
            let number = self.next.fetch_add(1, Ordering::Relaxed);
            let place = self.folder.join(format!("{first}{}-{number}{last}", std::process::id()));
            match File::create_new(&place) {
                Ok(file) => return Ok((place, file)),
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
    }
}

impl Cache for PictureCache {
    fn get(&self, key: &Digest) -> Option<Vec<u8>> {
        let (place, shelf) = self.place(key);
        let metadata = fs::symlink_metadata(&place).ok().filter(Metadata::is_file)?;
        if !is_folder(&shelf) || !is_folder(&self.folder) {
            return None;
        }
        let mut bytes = fs::read(&place).ok()?;
        let whole = bytes.split_at_checked(SEAL).is_some_and(|(found, bytes)| found == seal(key, bytes).as_bytes());
        if !whole {
            let _ = fs::remove_file(&place);
            return None;
        }
        used(&place, &metadata);
        bytes.drain(..SEAL);
        Some(bytes)
    }

    fn put(&self, key: &Digest, bytes: &[u8]) {
        // Another process may remove an empty folder just before it is used.
        let once_more = |error: io::Error| {
            if error.kind() == ErrorKind::NotFound { self.write(key, bytes) } else { Err(error) }
        };
        if let Err(error) = self.write(key, bytes).or_else(once_more) {
            let _ = self.trouble.set(format!("{}: {error}", self.folder.display()));
        }
    }
}

/// Over the key as well: an entry under another's name is not taken for it.
fn seal(key: &Digest, bytes: &[u8]) -> Digest {
    Digest::of_parts([key.as_bytes().as_slice(), bytes])
}

/// Notes that an entry is of use, at most once a day.
fn used(place: &Path, metadata: &Metadata) {
    let now = SystemTime::now();
    let recent = metadata.modified().is_ok_and(|used| now.duration_since(used).is_ok_and(|age| age < USED));
    if !recent {
        let _ = File::options().write(true).open(place).and_then(|file| file.set_modified(now));
    }
}

/// Makes a folder; refuses what is something else, a link too.
fn make(folder: &Path) -> io::Result<()> {
    match fs::create_dir(folder) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists || !is_folder(folder) => Err(error),
        _ => Ok(()),
    }
}

/// A folder, not a link to one.
fn is_folder(place: &Path) -> bool {
    fs::symlink_metadata(place).is_ok_and(|metadata| metadata.is_dir())
}

/// What lies in a folder; links are themselves.
fn listed(folder: &Path) -> Vec<(PathBuf, Metadata)> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.filter_map(|entry| Some((entry.path(), entry.metadata().ok()?))).collect()
}

fn is_hex(name: &str) -> bool {
    name.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

fn is_temporary(place: &Path) -> bool {
    let name = place.file_name().and_then(|name| name.to_str());
    let number = name.and_then(|name| name.strip_prefix(TEMPORARY.0)?.strip_suffix(TEMPORARY.1));
    number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-'))
}

#[cfg(test)]
#[path = "cache_tests.rs"]
mod tests;
