//! The end of a build: temporary files take their places, what pages need first; then what is no longer published goes.
//!
//! At any moment every file is whole and the manifest knows every file of ours, so that a build that is killed here is
//! completed by the next.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::manifest::{Manifest, Written};
use super::stage::{Lies, Stage, Staged, lock, parent};
use super::store::StoreError;
use super::walk::below;
use crate::model::{Digest, OutPath};

/// What a commit did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    /// Files written.
    pub written: usize,
    /// Files whose bytes were there already; their times of change are kept.
    pub kept: usize,
    /// Files deleted.
    pub removed: usize,
    /// Files no longer published that somebody changed since they were written: left where they are.
    pub left: Vec<OutPath>,
}

impl Stage {
    /// Publishes the new tree. Of the old one goes what hoaban wrote and the new one lacks, unless `keep` is true for it (pages
    /// that could not be built).
    ///
    /// # Errors
    /// [`StoreError::Foreign`] before anything changed; [`StoreError::Io`] with a part of the files in place, all whole: the
    /// next build completes it.
    pub fn commit(mut self, keep: &dyn Fn(&OutPath) -> bool) -> Result<Summary, StoreError> {
        let files = std::mem::take(&mut *lock(&self.files));
        let old = self.store.manifest.take().unwrap_or_default();
        let plan = Plan { out: self.store.out.clone(), going: going(&old, &files, keep), old, files };
        let result = plan.foreign(std::mem::take(&mut *lock(&self.foreign))).and_then(|()| {
            let manifest = &self.store.manifest_file;
            let done = if self.is_tree() { plan.move_tree(&self.base, manifest) } else { plan.publish(manifest) };
            done.map_err(|error| StoreError::Io(plan.out.clone(), error))
        });
        *lock(&self.files) = plan.files;
        if result.is_err() {
            self.take_back();
        }
        self.done = true;
        let _ = fs::remove_file(&self.store.marker);
        result
    }
}

/// Old files that the new tree lacks.
fn going(old: &Manifest, files: &[Staged], keep: &dyn Fn(&OutPath) -> bool) -> BTreeSet<OutPath> {
    let new: BTreeSet<&OutPath> = files.iter().map(|file| &file.path).collect();
    old.files.keys().filter(|path| !new.contains(path) && !keep(path)).cloned().collect()
}

struct Plan {
    out: PathBuf,
    old: Manifest,
    files: Vec<Staged>,
    going: BTreeSet<OutPath>,
}

impl Plan {
    /// Refuses where something that is not ours, or stays, is in the way.
    fn foreign(&self, mut foreign: Vec<String>) -> Result<(), StoreError> {
        for file in self.files.iter().filter(|file| file.blocked) {
            let obstacle = self.obstacle(file.path.as_str());
            let ours = |path: &str| OutPath::new(path).is_ok_and(|path| self.going.contains(&path) && self.unchanged(&path));
            foreign.extend(self.files_at(&obstacle).into_iter().filter(|path| !ours(path)));
        }
        foreign.sort();
        foreign.dedup();
        if foreign.is_empty() { Ok(()) } else { Err(StoreError::Foreign(foreign)) }
    }

    /// The file that stands where a folder is needed, or the path itself.
    fn obstacle(&self, path: &str) -> String {
        let is_folder = |end: usize| fs::symlink_metadata(self.out.join(&path[..end])).is_ok_and(|at| at.is_dir());
        let ends = path.match_indices('/').map(|(at, _)| at);
        ends.into_iter().find(|end| !is_folder(*end)).map_or(path, |end| &path[..end]).to_owned()
    }

    /// All files at and below a path; a name that is no text is shown as well as can be.
    fn files_at(&self, path: &str) -> Vec<String> {
        let entries = WalkDir::new(self.out.join(path)).into_iter().flatten().filter(|entry| !entry.file_type().is_dir());
        let relative = |at: &Path| below(&self.out, at).map_or_else(|| at.to_string_lossy().into_owned(), str::to_owned);
        entries.map(|entry| relative(entry.path())).collect()
    }

    /// Whether a file still holds what hoaban wrote.
    fn unchanged(&self, path: &OutPath) -> bool {
        let place = self.out.join(path.as_str());
        let Ok(metadata) = fs::symlink_metadata(&place) else { return false };
        let known = self.old.get(path);
        metadata.is_file()
            && known.iter().any(|written| written.size == metadata.len())
            && fs::read(&place).is_ok_and(|bytes| {
                let digest = Digest::of(&bytes);
                known.iter().any(|written| written.digest == digest)
            })
    }

    /// Makes the new tree the output folder, which does not exist. Without a file there is no tree.
    fn move_tree(&self, tree: &Path, manifest: &Path) -> io::Result<Summary> {
        self.new_manifest(&[]).write(manifest, &self.out)?;
        if !self.files.is_empty() {
            fs::rename(tree, &self.out).inspect_err(|_| _ = fs::remove_file(manifest))?;
        }
        Ok(Summary { written: self.files.len(), removed: self.going.len(), ..Summary::default() })
    }

    fn publish(&self, manifest: &Path) -> io::Result<Summary> {
        let mut summary = Summary::default();
        let mut moves: Vec<(&Staged, &Path)> = self
            .files
            .iter()
            .filter_map(|file| if let Lies::In(at) = &file.bytes { Some((file, at.as_path())) } else { None })
            .collect();
        moves.sort_unstable_by_key(|(file, _)| (rank(file.path.as_str()), &file.path));
        if !moves.is_empty() || !self.going.is_empty() {
            self.both().write(manifest, &self.out)?;
        }
        for (file, temporary) in &moves {
            self.place(file, temporary)?;
        }
        summary.written = moves.len();
        summary.kept = self.files.len() - moves.len();
        self.delete(&mut summary)?;
        let new = self.new_manifest(&summary.left);
        if new != self.old || !moves.is_empty() || !self.going.is_empty() {
            new.write(manifest, &self.out)?;
        }
        Ok(summary)
    }

    /// The old files and the new ones.
    fn both(&self) -> Manifest {
        let mut both = self.old.clone();
        for file in &self.files {
            both.add(file.path.clone(), file.written);
        }
        both
    }

    /// The new files, and the old ones that stay.
    fn new_manifest(&self, left: &[OutPath]) -> Manifest {
        let mut new = self.old.clone();
        new.files.retain(|path, _| !self.going.contains(path) || left.contains(path));
        new.files.extend(self.files.iter().map(|file| (file.path.clone(), Vec::<Written>::from([file.written]))));
        new
    }

    fn place(&self, file: &Staged, temporary: &Path) -> io::Result<()> {
        let target = self.out.join(file.path.as_str());
        if file.blocked {
            self.clear(&self.obstacle(file.path.as_str()))?;
            fs::create_dir_all(self.out.join(parent(file.path.as_str())))?;
        }
        fs::rename(temporary, &target).map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", file.path)))
    }

    /// Removes the files at and below a path, which are ours, and the folders that held them.
    fn clear(&self, obstacle: &str) -> io::Result<()> {
        for entry in WalkDir::new(self.out.join(obstacle)).contents_first(true).into_iter().flatten() {
            if entry.file_type().is_dir() {
                fs::remove_dir(entry.path())?;
            } else if OutPath::new(below(&self.out, entry.path()).unwrap_or("")).is_ok_and(|path| self.going.contains(&path))
            {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }

    fn delete(&self, summary: &mut Summary) -> io::Result<()> {
        let mut emptied: BTreeSet<&str> = BTreeSet::new();
        for path in &self.going {
            let place = self.out.join(path.as_str());
            match fs::symlink_metadata(&place) {
                Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
                    summary.removed += 1;
                }
                Ok(metadata) if metadata.is_dir() => summary.removed += 1,
                _ if self.unchanged(path) => {
                    fs::remove_file(&place)?;
                    summary.removed += 1;
                }
                _ => summary.left.push(path.clone()),
            }
            emptied.insert(parent(path.as_str()));
        }
        while let Some(folder) = emptied.pop_last() {
            if !folder.is_empty() && fs::remove_dir(self.out.join(folder)).is_ok() {
                emptied.insert(parent(folder));
            }
        }
        Ok(())
    }
}

/// What pages need comes before the pages, and what announces pages after them.
fn rank(path: &str) -> u8 {
    let name = path.rsplit('/').next().unwrap_or(path);
    match name.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "html" => 1,
        "xml" | "txt" => 2,
        // Manifests of the search index, which name its other files.
        "json" if path.strip_prefix("search/") == Some(name) => 2,
        _ if name == "feed.json" => 2,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::rank;

    #[test]
    fn pages_come_after_what_they_need_and_before_what_announces_them() {
        let order =
            ["_assets/site.css", "search/vi/t/a.json", "vi/index.html", "sitemap.xml", "vi/feed.json", "search/vi.json"]
                .map(rank);
        assert_eq!(order, [0, 0, 1, 2, 2, 2]);
    }
}
