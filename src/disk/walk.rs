//! Listing the portal's folder: which files a build may read, under which NFC path, and where on the disk they lie.
//!
//! Symbolic links are followed inside the portal's folder only; what they lead to is listed under the link's own path.

use std::collections::btree_map::Entry as Slot;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use walkdir::WalkDir;

use crate::model::SourcePath;
use crate::text::nfc;
use crate::world::{Listed, Listing, ReadError};

/// The top-level names that a build reads.
pub(super) const TOPS: [&str; 4] = ["portal.toml", "content", "i18n", "themes"];

/// Links within links that are followed at most.
const DEEPEST_LINKS: usize = 4;

/// A file of the portal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// Where it lies; none: at its own path below the portal's folder.
    pub(super) real: Option<Box<Path>>,
    /// The name on the disk is not NFC.
    pub(super) decomposed: bool,
}

/// A folder as it was when it was listed.
#[derive(Debug, Clone)]
pub(super) struct Folder {
    /// Where it lies.
    pub(super) real: Box<Path>,
    /// When its list of names last changed.
    pub(super) modified: Option<SystemTime>,
}

/// What is in the portal's folder.
#[derive(Debug, Clone, Default)]
pub(super) struct Known {
    /// Files that a build may read.
    pub(super) files: BTreeMap<SourcePath, Entry>,
    /// What could not be listed.
    pub(super) errors: BTreeMap<SourcePath, ReadError>,
    /// Folders; only those of a watched portal.
    pub(super) folders: BTreeMap<SourcePath, Folder>,
    /// Symbolic links by path, with what they lead to.
    pub(super) links: BTreeMap<SourcePath, PathBuf>,
}

impl Known {
    /// Forgets a path and everything below it.
    pub(super) fn forget(&mut self, path: &SourcePath) {
        forget(&mut self.files, path);
        forget(&mut self.errors, path);
        forget(&mut self.folders, path);
        forget(&mut self.links, path);
    }

    /// Whether a path is a file, folder or link that was listed, or one that could not be.
    pub(super) fn holds(&self, path: &SourcePath) -> bool {
        self.files.contains_key(path)
            || self.folders.contains_key(path)
            || self.links.contains_key(path)
            || self.errors.contains_key(path)
    }

    /// Places directly in a folder that are listed and gone, or there and not listed.
    pub(super) fn differing(&self, folder: &SourcePath, real: &Path) -> Vec<PathBuf> {
        let Ok(entries) = fs::read_dir(real) else { return vec![real.to_owned()] };
        let mut found = BTreeSet::new();
        let mut differing = Vec::new();
        for entry in entries.flatten().filter(|entry| !is_skipped(entry.file_name().as_encoded_bytes())) {
            let place = entry.path();
            let path = below(real, &place).and_then(|name| SourcePath::new(&joined(folder.as_str(), &nfc(name))).ok());
            match path {
                Some(path) if self.holds(&path) => _ = found.insert(path),
                _ => differing.push(place),
            }
        }
        let listed = self.files.keys().chain(self.folders.keys()).chain(self.links.keys());
        let gone = listed.filter(|path| path.folder() == folder.as_str() && !found.contains(*path));
        differing.extend(gone.map(|path| real.join(path.file_name())));
        differing
    }

    /// The listing for the stages.
    pub(super) fn listing(&self) -> Listing {
        let listed = |(path, entry): (&SourcePath, &Entry)| Listed { path: path.clone(), decomposed: entry.decomposed };
        (self.files.iter().map(listed).collect(), self.errors.values().cloned().collect())
    }
}

/// Removes `path` and all that begins with `path/`.
pub(super) fn forget<T>(map: &mut BTreeMap<SourcePath, T>, path: &SourcePath) {
    map.remove(path);
    let Ok(first) = SourcePath::new(&format!("{path}/!")) else { return };
    let below = format!("{path}/");
    let gone: Vec<SourcePath> =
        map.range(first..).map(|(path, _)| path).take_while(|path| path.as_str().starts_with(&below)).cloned().collect();
    for path in gone {
        map.remove(&path);
    }
}

/// True for names that no build reads: dot files, and what editors and file managers leave.
pub(super) fn is_skipped(name: &[u8]) -> bool {
    name.starts_with(b".")
        || name.ends_with(b"~")
        || (name.starts_with(b"#") && name.ends_with(b"#"))
        || name == b"Thumbs.db"
}

/// A walk through a part of the portal's folder.
pub(super) struct Walk<'a> {
    /// The portal's folder, canonical.
    pub(super) root: &'a Path,
    /// Folders that are left out, canonical.
    pub(super) skip: &'a [PathBuf],
    /// Whether to note folders and their times.
    pub(super) stamps: bool,
    /// Where findings go.
    pub(super) known: &'a mut Known,
    /// Links that the walk went through, by their own places.
    followed: Vec<PathBuf>,
}

impl<'a> Walk<'a> {
    /// A walk that adds to `known`.
    pub(super) fn new(root: &'a Path, skip: &'a [PathBuf], stamps: bool, known: &'a mut Known) -> Self {
        Self { root, skip, stamps, known, followed: Vec::new() }
    }

    /// Everything that a build may read.
    pub(super) fn all(&mut self) {
        for top in TOPS {
            self.visit(&self.root.join(top), top, false);
        }
    }

    /// A file, folder or link on the disk, listed under `alias`; nothing where there is none.
    pub(super) fn visit(&mut self, disk: &Path, alias: &str, decomposed: bool) {
        match fs::symlink_metadata(disk) {
            Ok(metadata) if metadata.is_symlink() => self.link(disk, alias, decomposed),
            Ok(metadata) if metadata.is_dir() => self.folder(disk, alias, decomposed),
            Ok(metadata) if metadata.is_file() => self.file(disk, alias, decomposed),
            Ok(_) => {}
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => self.refuse(alias, error.to_string()),
        }
    }

    fn folder(&mut self, disk: &Path, alias: &str, decomposed: bool) {
        let mut entries = WalkDir::new(disk).into_iter();
        while let Some(entry) = entries.next() {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    let below = error.path().map_or("", |path| below(disk, path).unwrap_or(""));
                    self.refuse(
                        &joined(alias, below),
                        error.io_error().map_or_else(|| error.to_string(), ToString::to_string),
                    );
                    continue;
                }
            };
            let kind = entry.file_type();
            if entry.depth() > 0 && is_skipped(entry.file_name().as_encoded_bytes()) {
                skip(&mut entries, kind.is_dir());
                continue;
            }
            let Some(below) = below(disk, entry.path()) else {
                self.refuse(&joined(alias, &lossy(disk, entry.path())), "the name is not UTF-8".to_owned());
                skip(&mut entries, kind.is_dir());
                continue;
            };
            let name = nfc(below);
            let decomposed = decomposed || name != below;
            let alias = joined(alias, &name);
            if kind.is_dir() {
                if self.skip.iter().any(|skipped| skipped == entry.path()) {
                    entries.skip_current_dir();
                } else {
                    self.stamp(&entry, &alias);
                }
            } else if kind.is_symlink() {
                self.link(entry.path(), &alias, decomposed);
            } else if kind.is_file() {
                self.file(entry.path(), &alias, decomposed);
            }
        }
    }

    fn stamp(&mut self, entry: &walkdir::DirEntry, alias: &str) {
        if !self.stamps {
            return;
        }
        if let Ok(path) = SourcePath::new(alias) {
            let modified = entry.metadata().ok().and_then(|metadata| metadata.modified().ok());
            self.known.folders.insert(path, Folder { real: entry.path().into(), modified });
        }
    }

    fn link(&mut self, disk: &Path, alias: &str, decomposed: bool) {
        let Ok(path) = SourcePath::new(alias) else { return self.refuse(alias, BAD_NAME.to_owned()) };
        let target = match fs::canonicalize(disk) {
            Ok(target) => target,
            Err(error) if error.kind() == ErrorKind::NotFound => {
                self.known.errors.insert(path.clone(), ReadError::Missing(path));
                return;
            }
            Err(error) => return self.refuse(alias, error.to_string()),
        };
        if !target.starts_with(self.root) {
            self.known.errors.insert(path.clone(), ReadError::Outside(path));
            return;
        }
        self.known.links.insert(path, target.clone());
        self.followed.push(disk.to_owned());
        if !target.is_dir() {
            self.visit(&target, alias, decomposed);
        } else if self.followed.len() > DEEPEST_LINKS || self.followed.iter().any(|link| link.starts_with(&target)) {
            self.refuse(alias, "the link leads to a folder that holds it".to_owned());
        } else {
            self.folder(&target, alias, decomposed);
        }
        self.followed.pop();
    }

    fn file(&mut self, disk: &Path, alias: &str, decomposed: bool) {
        let Ok(path) = SourcePath::new(alias) else { return self.refuse(alias, BAD_NAME.to_owned()) };
        if path.as_str() != alias {
            return self.refuse(alias, BAD_NAME.to_owned());
        }
        let plain = below(self.root, disk) == Some(alias);
        let entry = Entry { real: (!plain).then(|| disk.into()), decomposed };
        match self.known.files.entry(path) {
            Slot::Vacant(slot) => _ = slot.insert(entry),
            Slot::Occupied(mut slot) => {
                if slot.get().decomposed && !entry.decomposed {
                    slot.insert(entry);
                }
                self.refuse(alias, "two files have this name in different Unicode forms".to_owned());
            }
        }
    }

    fn refuse(&mut self, alias: &str, why: String) {
        let readable = alias.replace(['\\', '\0'], "\u{fffd}");
        if let Ok(path) = SourcePath::new(&readable) {
            self.known.errors.insert(path.clone(), ReadError::Io(path, why));
        }
    }
}

const BAD_NAME: &str = "the name cannot be part of a portal";

fn skip(entries: &mut walkdir::IntoIter, folder: bool) {
    if folder {
        entries.skip_current_dir();
    }
}

fn joined(alias: &str, below: &str) -> String {
    if below.is_empty() { alias.to_owned() } else { format!("{alias}/{below}") }
}

/// The part of `path` below `folder`, `""` for the folder itself; none where it is not UTF-8 or not below it.
pub(super) fn below<'a>(folder: &Path, path: &'a Path) -> Option<&'a str> {
    let rest = path.as_os_str().as_encoded_bytes().strip_prefix(folder.as_os_str().as_encoded_bytes())?;
    if rest.is_empty() {
        return Some("");
    }
    std::str::from_utf8(rest.strip_prefix(b"/")?).ok()
}

fn lossy(folder: &Path, path: &Path) -> String {
    path.strip_prefix(folder).map_or_else(|_| String::new(), |rest| rest.to_string_lossy().into_owned())
}
