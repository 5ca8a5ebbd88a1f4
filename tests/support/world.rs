//! A portal's folder in memory, with what a disk can do to it: decomposed names, files that cannot be read.

use std::collections::BTreeMap;
use std::sync::Arc;

use hoaban::model::SourcePath;
use hoaban::text::nfc;
use hoaban::world::{Listed, Listing, ReadError, World};
use jiff::Timestamp;

/// A file as the disk has it.
#[derive(Debug, Clone)]
enum File {
    Bytes(Vec<u8>),
    Unreadable,
    Outside,
}

/// The folder.
#[derive(Debug, Clone)]
pub struct Folder {
    files: BTreeMap<SourcePath, (File, bool)>,
    now: Timestamp,
}

impl Folder {
    /// An empty folder at a moment.
    pub fn at(now: Timestamp) -> Self {
        Self { files: BTreeMap::new(), now }
    }

    /// Adds or replaces a file; its name is listed in NFC, as from a disk.
    pub fn put(&mut self, path: &str, bytes: impl Into<Vec<u8>>) {
        self.add(path, File::Bytes(bytes.into()));
    }

    /// Adds a file that the system refuses to read.
    pub fn put_unreadable(&mut self, path: &str) {
        self.add(path, File::Unreadable);
    }

    /// Adds a symbolic link that leads out of the portal.
    pub fn put_outside(&mut self, path: &str) {
        self.add(path, File::Outside);
    }

    fn add(&mut self, path: &str, file: File) {
        let name = nfc(path);
        let decomposed = name != path;
        self.files.insert(SourcePath::new(&name).unwrap(), (file, decomposed));
    }
}

impl World for Folder {
    fn list(&self) -> Result<Arc<Listing>, ReadError> {
        let inside = self.files.iter().filter(|(_, (file, _))| !matches!(file, File::Outside));
        let listed = inside.map(|(path, (_, decomposed))| Listed { path: path.clone(), decomposed: *decomposed }).collect();
        let outside = self.files.iter().filter(|(_, (file, _))| matches!(file, File::Outside));
        Ok(Arc::new((listed, outside.map(|(path, _)| ReadError::Outside(path.clone())).collect())))
    }

    fn read(&self, path: &SourcePath) -> Result<Vec<u8>, ReadError> {
        match self.files.get(path).map(|(file, _)| file) {
            Some(File::Bytes(bytes)) => Ok(bytes.clone()),
            Some(File::Unreadable) => Err(ReadError::Io(path.clone(), "permission denied".to_owned())),
            Some(File::Outside) => Err(ReadError::Outside(path.clone())),
            None => Err(ReadError::Missing(path.clone())),
        }
    }

    fn now(&self) -> Timestamp {
        self.now
    }
}
