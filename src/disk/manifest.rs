//! The list of what hoaban wrote into one output folder: path, digest and size of each file.
//!
//! It lies in the portal's state folder, not in the output folder, and is replaced as a whole. During a commit it lists old
//! and new bytes of a path side by side, so that a build that is killed then still knows its own files.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::model::{Digest, OutPath};

/// Raised when the file's form changes; another version is taken for no manifest.
const VERSION: u32 = 1;

/// Digests that hoaban may have written at each path, the newest last; never an empty list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Manifest {
    pub(super) files: BTreeMap<OutPath, Vec<Written>>,
}

/// What was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Written {
    /// Digest of the bytes.
    pub(super) digest: Digest,
    /// Number of bytes.
    pub(super) size: u64,
}

#[derive(Serialize, Deserialize)]
struct Form {
    version: u32,
    folder: String,
    files: Vec<(String, String, u64)>,
}

impl Manifest {
    /// The manifest in a file; none where there is none that can be understood.
    pub(super) fn read(file: &Path) -> Option<Self> {
        let form: Form = serde_json::from_slice(&fs::read(file).ok()?).ok()?;
        if form.version != VERSION {
            return None;
        }
        let mut manifest = Self::default();
        for (path, hex, size) in form.files {
            manifest.add(OutPath::new(&path).ok()?, Written { digest: Digest::from_hex(&hex)?, size });
        }
        Some(manifest)
    }

    /// Adds a file that was written, beside what was written there before.
    pub(super) fn add(&mut self, path: OutPath, written: Written) {
        let known = self.files.entry(path).or_default();
        known.retain(|old| *old != written);
        known.push(written);
    }

    /// What may have been written at a path.
    pub(super) fn get(&self, path: &OutPath) -> &[Written] {
        self.files.get(path).map_or(&[], Vec::as_slice)
    }

    /// Replaces the file as a whole. `folder` is told to people who look into it.
    pub(super) fn write(&self, file: &Path, folder: &Path) -> io::Result<()> {
        let rows = self.files.iter().flat_map(|(path, all)| all.iter().map(move |written| (path, written)));
        let files = rows.map(|(path, written)| (path.as_str().to_owned(), written.digest.hex(), written.size)).collect();
        let form = Form { version: VERSION, folder: folder.to_string_lossy().into_owned(), files };
        let temporary = file.with_extension("json.tmp");
        fs::write(&temporary, serde_json::to_vec(&form)?)?;
        fs::rename(&temporary, file)
    }
}
