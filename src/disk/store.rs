//! An output folder, held by one build at a time, with the manifest of what hoaban wrote there.
//!
//! Rules: a file that hoaban did not write is never deleted, and is overwritten only where it holds the same bytes already, or
//! where there is no manifest (its folder was lost, or another machine wrote the files). A file that hoaban wrote is
//! overwritten whatever became of it, and deleted only while it still holds what was written.

use std::fs::{self, File, TryLockError};
use std::io::{self, Write as _};
use std::path::{Component, Path, PathBuf};

use super::manifest::Manifest;
use super::stage::Stage;
use crate::model::Digest;

/// The folder, in the portal's, that keeps what hoaban remembers between builds.
pub const STATE_FOLDER: &str = ".hoaban";

/// Begins the names of temporary files in an output folder.
pub(super) const TEMPORARY: (&str, &str) = (".hoaban-", ".tmp");

/// Why nothing could be published.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The output folder holds the portal, or lies among its sources.
    #[error("{0}: the output folder must not hold the portal nor lie in its content, i18n or themes")]
    Refused(PathBuf),
    /// Another build holds the folder; its process id where it is known.
    #[error("{0}: another build is writing there{pid}", pid = .1.map_or_else(String::new, |pid| format!(" (process {pid})")))]
    Locked(PathBuf, Option<u32>),
    /// Files that hoaban did not write stand where others are to be published; paths below the output folder.
    #[error("not written by hoaban and in the way: {}", .0.join(", "))]
    Foreign(Vec<String>),
    /// The system refused.
    #[error("{0}: {1}")]
    Io(PathBuf, #[source] io::Error),
}

/// An output folder that nobody else writes into as long as this lives.
#[derive(Debug)]
pub struct Store {
    pub(super) out: PathBuf,
    pub(super) manifest: Option<Manifest>,
    pub(super) manifest_file: PathBuf,
    /// There while a build is on its way; left behind only by one that was killed.
    pub(super) marker: PathBuf,
    /// Where a tree is made whose output folder does not exist yet; becomes the output folder.
    pub(super) tree: PathBuf,
    _lock: File,
}

impl Store {
    /// Takes hold of output folder `out` of the portal in folder `portal`; removes what a killed build left. The folder itself is
    /// made when something is written.
    ///
    /// # Errors
    /// [`StoreError::Refused`], [`StoreError::Locked`], [`StoreError::Io`]
    pub fn open(portal: &Path, out: &Path) -> Result<Self, StoreError> {
        let portal = fs::canonicalize(portal).map_err(|error| StoreError::Io(portal.to_owned(), error))?;
        let out = resolved(out).map_err(|error| StoreError::Io(out.to_owned(), error))?;
        if portal.starts_with(&out) || super::walk::TOPS.iter().any(|top| out.starts_with(portal.join(top))) {
            return Err(StoreError::Refused(out));
        }
        let state = outputs_folder(&portal).map_err(|error| StoreError::Io(portal.join(STATE_FOLDER), error))?;
        let name = Digest::of(out.as_os_str().as_encoded_bytes()).short();
        let file = |ending| state.join(format!("{name}.{ending}"));
        let lock = lock(&file("lock"), &out)?;
        let manifest_file = file("json");
        let (first, last) = TEMPORARY;
        let tree = out.with_file_name(format!("{first}{name}{last}"));
        let manifest = Manifest::read(&manifest_file);
        let store = Self { manifest, out, manifest_file, marker: file("running"), tree, _lock: lock };
        if store.manifest.is_none() || store.marker.exists() {
            sweep(&store.out);
            let _ = fs::remove_dir_all(&store.tree);
        }
        Ok(store)
    }

    /// The output folder: absolute, without symbolic links.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.out
    }

    /// Begins a build.
    ///
    /// # Errors
    /// [`StoreError::Io`]
    pub fn stage(self) -> Result<Stage, StoreError> {
        fs::write(&self.marker, b"").map_err(|error| StoreError::Io(self.marker.clone(), error))?;
        Ok(Stage::new(self))
    }
}

fn outputs_folder(portal: &Path) -> io::Result<PathBuf> {
    let outputs = state_folder(portal)?.join("outputs");
    fs::create_dir_all(&outputs)?;
    Ok(outputs)
}

/// The state folder of the portal in a folder, made where it is missing, with a note that git leaves it out.
pub(super) fn state_folder(portal: &Path) -> io::Result<PathBuf> {
    let state = portal.join(STATE_FOLDER);
    fs::create_dir_all(&state)?;
    let ignore = state.join(".gitignore");
    if !ignore.exists() {
        fs::write(ignore, "*\n")?;
    }
    Ok(state)
}

/// The lock belongs to the open file, so the system lets it go with the process, however that ends.
fn lock(file: &Path, out: &Path) -> Result<File, StoreError> {
    let failed = |error| StoreError::Io(file.to_owned(), error);
    let mut lock = File::options().create(true).read(true).write(true).truncate(false).open(file).map_err(failed)?;
    match lock.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            let pid = fs::read_to_string(file).ok().and_then(|text| text.trim().parse().ok());
            return Err(StoreError::Locked(out.to_owned(), pid));
        }
        Err(TryLockError::Error(error)) => return Err(failed(error)),
    }
    lock.set_len(0).and_then(|()| write!(lock, "{}", std::process::id())).map_err(failed)?;
    Ok(lock)
}

/// Absolute, with the links of the part that exists followed.
fn resolved(path: &Path) -> io::Result<PathBuf> {
    let absolute = std::path::absolute(path)?;
    let mut clean = PathBuf::new();
    for part in absolute.components() {
        match part {
            Component::ParentDir => _ = clean.pop(),
            part => clean.push(part),
        }
        if let Ok(real) = fs::canonicalize(&clean) {
            clean = real;
        }
    }
    Ok(clean)
}

pub(super) fn is_temporary(name: &str) -> bool {
    name.strip_prefix(TEMPORARY.0)
        .and_then(|rest| rest.strip_suffix(TEMPORARY.1))
        .is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Removes temporary files; what cannot be removed stays.
fn sweep(out: &Path) {
    for entry in walkdir::WalkDir::new(out).into_iter().flatten() {
        if entry.file_type().is_file() && entry.file_name().to_str().is_some_and(is_temporary) {
            let _ = fs::remove_file(entry.path());
        }
    }
}
