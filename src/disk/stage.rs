//! A build on its way into an output folder: changed files lie beside their places under temporary names, and nothing that
//! visitors see has changed, until [`Stage::commit`]. Where there is no output folder yet, the whole tree is made beside its
//! place instead, and renamed as one.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError, RwLock};

use super::manifest::Written;
use super::store::{Store, TEMPORARY};
use crate::model::{Digest, OutPath};

/// A folder of the output folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Folder {
    /// Made by this build, or empty before it: nothing in it needs a look.
    Fresh,
    /// It was there.
    Old,
    /// Something that is no folder stands in its place, or in that of a folder above.
    Blocked,
}

/// Where the bytes of a file of the new tree lie.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Lies {
    /// At its place, from an earlier build.
    InPlace,
    /// In a temporary file.
    In(PathBuf),
    /// At its place in the new tree.
    InTree,
}

/// One file of the new tree.
#[derive(Debug)]
pub(super) struct Staged {
    pub(super) path: OutPath,
    pub(super) written: Written,
    /// Where its bytes lie.
    pub(super) bytes: Lies,
    /// Its place has something that a rename cannot replace, or its folder is missing.
    pub(super) blocked: bool,
}

/// What a build has given so far. Dropped without a commit it takes everything back.
#[derive(Debug)]
pub struct Stage {
    pub(super) store: Store,
    pub(super) files: Mutex<Vec<Staged>>,
    pub(super) foreign: Mutex<Vec<String>>,
    /// Where folders are made: the output folder, or the tree that becomes it.
    pub(super) base: PathBuf,
    folders: RwLock<HashMap<Box<str>, Folder>>,
    made: Mutex<Vec<PathBuf>>,
    next: AtomicU64,
    pub(super) done: bool,
}

/// What stands at a file's place.
enum Place {
    /// Nothing, or an older file of ours.
    Free,
    /// The same bytes.
    Same,
    /// A folder.
    Folder,
    /// Somebody else's file.
    Foreign,
}

impl Stage {
    pub(super) fn new(store: Store) -> Self {
        let whole = fs::symlink_metadata(&store.out).is_err_and(|error| error.kind() == ErrorKind::NotFound);
        Self {
            base: if whole { store.tree.clone() } else { store.out.clone() },
            store,
            files: Mutex::default(),
            foreign: Mutex::default(),
            folders: RwLock::default(),
            made: Mutex::default(),
            next: AtomicU64::new(0),
            done: false,
        }
    }

    /// Takes a file of the new tree; may be called from several threads. A file whose place has the same bytes is not touched.
    ///
    /// # Errors
    /// What the system said, with the path.
    pub fn put(&self, path: &OutPath, bytes: &[u8]) -> io::Result<()> {
        self.try_put(path, bytes).map_err(|error| io::Error::new(error.kind(), format!("{path}: {error}")))
    }

    fn try_put(&self, path: &OutPath, bytes: &[u8]) -> io::Result<()> {
        let written = Written { digest: Digest::of(bytes), size: bytes.len() as u64 };
        let folder = self.folder(parent(path.as_str()))?;
        let place = if folder == Folder::Old { self.place(path, written, bytes)? } else { Place::Free };
        let lies = match place {
            Place::Same => Lies::InPlace,
            Place::Foreign => {
                lock(&self.foreign).push(path.to_string());
                return Ok(());
            }
            Place::Free if self.is_tree() => {
                fs::write(self.base.join(path.as_str()), bytes)?;
                Lies::InTree
            }
            Place::Free | Place::Folder => Lies::In(self.write(path, folder, bytes)?),
        };
        let blocked = folder == Folder::Blocked || matches!(place, Place::Folder);
        lock(&self.files).push(Staged { path: path.clone(), written, bytes: lies, blocked });
        Ok(())
    }

    /// Whether the whole tree is made beside its place.
    pub(super) fn is_tree(&self) -> bool {
        self.base != self.store.out
    }

    /// Looks at a file's place only as far as it must.
    fn place(&self, path: &OutPath, written: Written, bytes: &[u8]) -> io::Result<Place> {
        let known = self.store.manifest.as_ref().map(|manifest| manifest.get(path));
        if known.is_some_and(|known| !known.is_empty() && !known.contains(&written)) {
            return Ok(Place::Free);
        }
        let file = self.store.out.join(path.as_str());
        let metadata = match fs::symlink_metadata(&file) {
            Ok(metadata) => metadata,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Place::Free),
            Err(error) => return Err(error),
        };
        if metadata.is_dir() {
            return Ok(Place::Folder);
        }
        if metadata.is_file() && metadata.len() == written.size && fs::read(&file)? == bytes {
            return Ok(Place::Same);
        }
        Ok(if known == Some(&[]) { Place::Foreign } else { Place::Free })
    }

    fn write(&self, path: &OutPath, folder: Folder, bytes: &[u8]) -> io::Result<PathBuf> {
        let mut beside = parent(path.as_str());
        if folder == Folder::Blocked {
            while self.folder(beside)? == Folder::Blocked {
                beside = parent(beside);
            }
        }
        let (first, last) = TEMPORARY;
        let name = format!("{first}{}{last}", self.next.fetch_add(1, Ordering::Relaxed));
        let temporary = self.base.join(beside).join(name);
        let mut file = File::options().write(true).create_new(true).open(&temporary)?;
        if let Err(error) = file.write_all(bytes) {
            let _ = fs::remove_file(&temporary);
            return Err(error);
        }
        Ok(temporary)
    }

    /// A folder's state, made where there is none. Two threads may come here for the same one; the loser finds it old, which
    /// only costs it a look.
    fn folder(&self, name: &str) -> io::Result<Folder> {
        if let Some(known) = self.folders.read().unwrap_or_else(PoisonError::into_inner).get(name) {
            return Ok(*known);
        }
        let place = self.base.join(name);
        let folder = if name.is_empty() { self.top()? } else { self.make(&place, self.folder(parent(name))?)? };
        let mut folders = self.folders.write().unwrap_or_else(PoisonError::into_inner);
        Ok(*folders.entry(name.into()).or_insert(folder))
    }

    fn make(&self, place: &Path, above: Folder) -> io::Result<Folder> {
        match above {
            Folder::Blocked => return Ok(Folder::Blocked),
            Folder::Fresh => {}
            Folder::Old => match fs::symlink_metadata(place) {
                Ok(metadata) => return Ok(if metadata.is_dir() { Folder::Old } else { Folder::Blocked }),
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                Err(error) => return Err(error),
            },
        }
        match fs::create_dir(place) {
            Ok(()) => {
                lock(&self.made).push(place.to_owned());
                Ok(Folder::Fresh)
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(Folder::Old),
            Err(error) => Err(error),
        }
    }

    fn top(&self) -> io::Result<Folder> {
        let missing = self.base.ancestors().take_while(|folder| fs::symlink_metadata(folder).is_err());
        let missing: Vec<&Path> = missing.collect();
        fs::create_dir_all(&self.base)?;
        lock(&self.made).extend(missing.into_iter().rev().map(Path::to_owned));
        Ok(if fs::read_dir(&self.base)?.next().is_none() { Folder::Fresh } else { Folder::Old })
    }

    /// Takes everything back: the output folder is as it was.
    pub fn abort(mut self) {
        self.take_back();
    }

    pub(super) fn take_back(&mut self) {
        if self.is_tree() {
            let _ = fs::remove_dir_all(&self.base);
        }
        for file in lock(&self.files).iter() {
            if let Lies::In(temporary) = &file.bytes {
                let _ = fs::remove_file(temporary);
            }
        }
        for folder in lock(&self.made).iter().rev() {
            let _ = fs::remove_dir(folder);
        }
        let _ = fs::remove_file(&self.store.marker);
        self.done = true;
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        if !self.done {
            self.take_back();
        }
    }
}

pub(super) fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The folder of a path below the output folder, `""` at its top.
pub(super) fn parent(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}
