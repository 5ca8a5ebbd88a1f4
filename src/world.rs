//! The world outside: the only way that stages see files and the time.
//!
//! Files come as [`Source`] (text, NFC) or [`FileFacts`] (pictures and attachments). A world that watches its folder
//! keeps both until an event names the file. Imports `model`, `text`, `picture`.

use std::borrow::Cow;
use std::sync::Arc;

use jiff::Timestamp;

use crate::model::source::{Flaws, Source};
use crate::model::{Digest, SourcePath};
use crate::picture::{self, PictureError};

/// A file as the world lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Path from the portal's top, NFC.
    pub path: SourcePath,
    /// The name on the disk is not NFC.
    pub decomposed: bool,
}

/// Why a file could not be read. Editors' mistakes are diagnostics, never this.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// There is no such file.
    #[error("{0}: no such file")]
    Missing(SourcePath),
    /// A symbolic link leads out of the portal's folder.
    #[error("{0}: leads out of the portal's folder")]
    Outside(SourcePath),
    /// The system refused.
    #[error("{0}: {1}")]
    Io(SourcePath, String),
}

impl ReadError {
    /// The file.
    #[must_use]
    pub fn path(&self) -> &SourcePath {
        match self {
            Self::Missing(path) | Self::Outside(path) | Self::Io(path, _) => path,
        }
    }
}

/// What is known of a file that is published as it is.
#[derive(Debug, Clone)]
pub struct FileFacts {
    /// Digest of its bytes.
    pub digest: Digest,
    /// Size in bytes.
    pub size: u64,
    /// What the picture is, or why it is none.
    pub picture: Result<picture::PictureFacts, PictureError>,
}

/// A listing: files, and what could not be listed.
pub type Listing = (Vec<Listed>, Vec<ReadError>);

/// Made bytes by the digest of all that they depend on. What is not there is made again, so nothing here can fail.
pub trait Cache: Sync {
    /// The bytes, whole and unchanged since they were put.
    fn get(&self, key: &Digest) -> Option<Vec<u8>>;

    /// Keeps bytes as well as it can.
    fn put(&self, key: &Digest, bytes: &[u8]);
}

/// A cache that keeps nothing.
#[derive(Debug, Clone, Copy)]
pub struct NoCache;

impl Cache for NoCache {
    fn get(&self, _: &Digest) -> Option<Vec<u8>> {
        None
    }

    fn put(&self, _: &Digest, _: &[u8]) {}
}

/// Files and the time. Listings may come in any order.
pub trait World: Sync {
    /// All files below the portal's folder that a build may need; dot files and the output folder are left out.
    ///
    /// # Errors
    /// The portal's folder cannot be read.
    fn list(&self) -> Result<Arc<Listing>, ReadError>;

    /// A file's bytes.
    ///
    /// # Errors
    /// [`ReadError`]
    fn read(&self, path: &SourcePath) -> Result<Vec<u8>, ReadError>;

    /// The moment that the build takes for now.
    fn now(&self) -> Timestamp;

    /// Where made bytes are kept from one build to the next; nowhere unless the world has a place.
    fn cache(&self) -> &dyn Cache {
        &NoCache
    }

    /// A text file.
    ///
    /// # Errors
    /// [`ReadError`]
    fn source(&self, path: &SourcePath) -> Result<Arc<Source>, ReadError> {
        self.read(path).map(|bytes| Arc::new(decode(path.clone(), &bytes)))
    }

    /// A picture or attachment.
    ///
    /// # Errors
    /// [`ReadError`]
    fn file(&self, path: &SourcePath) -> Result<Arc<FileFacts>, ReadError> {
        self.read(path).map(|bytes| Arc::new(facts(&bytes)))
    }
}

/// Text out of a file's bytes: without a byte order mark, NFC; what is no UTF-8 becomes U+FFFD.
#[must_use]
pub fn decode(path: SourcePath, bytes: &[u8]) -> Source {
    let digest = Digest::of(bytes);
    let (text, not_utf8) = match simdutf8::compat::from_utf8(bytes) {
        Ok(text) => (Cow::Borrowed(text), None),
        Err(error) => (String::from_utf8_lossy(bytes), Some(error.valid_up_to())),
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let not_nfc = crate::text::first_non_nfc(text);
    let text: Arc<str> = if not_nfc.is_some() { crate::text::nfc(text).into() } else { text.into() };
    let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    Source { path, text, digest, flaws: Flaws { not_utf8: not_utf8.map(offset), not_nfc: not_nfc.map(offset) } }
}

/// What is known of a file that is published as it is.
#[must_use]
pub fn facts(bytes: &[u8]) -> FileFacts {
    FileFacts { digest: Digest::of(bytes), size: bytes.len() as u64, picture: picture::probe(bytes) }
}

/// A world in memory, for tests and for `init`.
#[derive(Debug, Clone, Default)]
pub struct MemoryWorld {
    /// Files by path.
    pub files: std::collections::BTreeMap<SourcePath, Vec<u8>>,
    /// The moment; the epoch unless set.
    pub now: Timestamp,
    /// List in reverse order, to show that order does not matter.
    pub reversed: bool,
}

impl MemoryWorld {
    /// Adds or replaces a file; paths that leave the portal are left out.
    pub fn put(&mut self, path: &str, bytes: impl Into<Vec<u8>>) {
        if let Ok(path) = SourcePath::new(path) {
            self.files.insert(path, bytes.into());
        }
    }
}

impl World for MemoryWorld {
    fn list(&self) -> Result<Arc<Listing>, ReadError> {
        let mut listed: Vec<Listed> =
            self.files.keys().map(|path| Listed { path: path.clone(), decomposed: false }).collect();
        if self.reversed {
            listed.reverse();
        }
        Ok(Arc::new((listed, Vec::new())))
    }

    fn read(&self, path: &SourcePath) -> Result<Vec<u8>, ReadError> {
        self.files.get(path).cloned().ok_or_else(|| ReadError::Missing(path.clone()))
    }

    fn now(&self) -> Timestamp {
        self.now
    }
}

#[cfg(test)]
mod tests {
    use super::decode;
    use crate::model::SourcePath;

    #[test]
    fn any_bytes_become_nfc_text_and_flaws_are_kept() {
        let path = SourcePath::new("a.md").unwrap();
        let source = decode(path.clone(), "\u{feff}Die\u{302}\u{323}n".as_bytes());
        assert_eq!(&*source.text, "Diện");
        assert!(source.flaws.not_nfc.is_some());
        let source = decode(path, &[b'a', 0xff, b'b']);
        assert_eq!(&*source.text, "a\u{fffd}b");
        assert_eq!(source.flaws.not_utf8, Some(1));
    }
}
