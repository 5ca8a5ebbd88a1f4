//! A portal's folder as a [`World`]. No path leaves the folder: what was listed was checked then, anything else is checked
//! when it is read.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use jiff::Timestamp;

use super::cache::PictureCache;
use super::walk::{Folder, Known, Walk};
use crate::model::SourcePath;
use crate::world::{Cache, Listing, NoCache, ReadError, World};

/// A folder on the disk, read anew each time.
#[derive(Debug)]
pub struct DiskWorld {
    root: PathBuf,
    skip: Vec<PathBuf>,
    pinned: Option<Timestamp>,
    now: Timestamp,
    stamps: bool,
    cache: Option<PictureCache>,
    known: RwLock<Known>,
}

impl DiskWorld {
    /// The portal in folder `root`. `now` is the moment to build for; none: the moment of this call.
    ///
    /// # Errors
    /// The folder is missing, is no folder, or may not be read.
    pub fn open(root: &Path, now: Option<Timestamp>) -> io::Result<Self> {
        let root = fs::canonicalize(root)?;
        fs::read_dir(&root)?;
        Ok(Self {
            root,
            skip: Vec::new(),
            pinned: now,
            now: now.unwrap_or_else(Timestamp::now),
            stamps: false,
            cache: None,
            known: RwLock::default(),
        })
    }

    /// Leaves a folder out of listings, such as an output folder; a missing one changes nothing.
    #[must_use]
    pub fn without(mut self, folder: &Path) -> Self {
        self.skip.extend(fs::canonicalize(folder));
        self
    }

    /// Keeps made bytes from one build to the next.
    #[must_use]
    pub fn with_cache(mut self, cache: PictureCache) -> Self {
        self.cache = Some(cache);
        self
    }

    /// Why made bytes could not be kept, if so.
    #[must_use]
    pub fn cache_failed(&self) -> Option<String> {
        self.cache.as_ref()?.failed()
    }

    /// The portal's folder: absolute, without symbolic links.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The moment that the caller asked for.
    pub(super) fn pinned(&self) -> Option<Timestamp> {
        self.pinned
    }

    pub(super) fn skipped(&self) -> &[PathBuf] {
        &self.skip
    }

    /// Notes folders' times when listing.
    pub(super) fn with_stamps(mut self) -> Self {
        self.stamps = true;
        self
    }

    pub(super) fn known(&self) -> RwLockReadGuard<'_, Known> {
        self.known.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn known_mut(&self) -> RwLockWriteGuard<'_, Known> {
        self.known.write().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lists one path again; `disk` is where it lies.
    pub(super) fn refresh(&self, path: &SourcePath, disk: &Path) {
        let mut known = self.known_mut();
        known.forget(path);
        let decomposed =
            super::walk::below(&self.root, disk).is_some_and(|below| crate::text::first_non_nfc(below).is_some());
        Walk::new(&self.root, &self.skip, self.stamps, &mut known).visit(disk, path.as_str(), decomposed);
    }

    /// Places in listed folders that are new or gone since; the folders then count as listed now.
    pub(super) fn names_that_differ(&self) -> Vec<PathBuf> {
        let mut known = self.known_mut();
        let changed = |folder: &Folder| modified(&folder.real) != folder.modified;
        let folders: Vec<(SourcePath, Folder)> = known
            .folders
            .iter()
            .filter(|(_, folder)| changed(folder))
            .map(|(path, folder)| (path.clone(), folder.clone()))
            .collect();
        let mut differing = Vec::new();
        for (path, folder) in folders {
            differing.extend(known.differing(&path, &folder.real));
            let modified = modified(&folder.real);
            known.folders.insert(path, Folder { modified, ..folder });
        }
        differing
    }

    /// Where a file lies.
    pub(super) fn place(&self, path: &SourcePath) -> Result<PathBuf, ReadError> {
        match self.known().files.get(path) {
            Some(entry) => Ok(entry.real.as_deref().map_or_else(|| self.root.join(path.as_str()), Path::to_owned)),
            None => self.checked(path),
        }
    }

    /// Where a file lies that is not listed; refuses what leads out of the folder.
    fn checked(&self, path: &SourcePath) -> Result<PathBuf, ReadError> {
        let place = fs::canonicalize(self.root.join(path.as_str())).map_err(|error| failed(path, &error))?;
        if !place.starts_with(&self.root) {
            return Err(ReadError::Outside(path.clone()));
        }
        if place.is_file() { Ok(place) } else { Err(ReadError::Io(path.clone(), "not a file".to_owned())) }
    }
}

fn modified(place: &Path) -> Option<std::time::SystemTime> {
    fs::symlink_metadata(place).ok().and_then(|metadata| metadata.modified().ok())
}

/// Why reading failed.
pub(super) fn failed(path: &SourcePath, error: &io::Error) -> ReadError {
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => ReadError::Missing(path.clone()),
        _ => ReadError::Io(path.clone(), error.to_string()),
    }
}

impl World for DiskWorld {
    fn list(&self) -> Result<Arc<Listing>, ReadError> {
        let mut known = Known::default();
        if let Err(error) = fs::read_dir(&self.root) {
            let portal = SourcePath::new(super::walk::TOPS[0]);
            return portal.map_or_else(|_| Ok(Arc::default()), |path| Err(ReadError::Io(path, error.to_string())));
        }
        Walk::new(&self.root, &self.skip, self.stamps, &mut known).all();
        let listing = Arc::new(known.listing());
        *self.known_mut() = known;
        Ok(listing)
    }

    fn read(&self, path: &SourcePath) -> Result<Vec<u8>, ReadError> {
        fs::read(self.place(path)?).map_err(|error| failed(path, &error))
    }

    fn now(&self) -> Timestamp {
        self.now
    }

    fn cache(&self) -> &dyn Cache {
        self.cache.as_ref().map_or(&NoCache, |cache| cache)
    }
}
