//! Files by their path, those of the search index among them, which exist only once the index is made.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::Built;
use crate::diag::Diagnostic;
use crate::emit::{Emission, search};
use crate::model::{Lang, OutPath};
use crate::world::World;

impl Built {
    /// Whether a file is published; looks into the search index only for a path that lies there.
    #[must_use]
    pub fn has(&self, path: &OutPath) -> bool {
        self.outputs.get(path).is_some() || self.indexed(path).is_some()
    }

    /// The bytes of a published file by its path; none for a path that is not published.
    ///
    /// # Errors
    /// As [`Built::bytes`].
    #[allow(clippy::type_complexity, reason = "an answer that may be missing, or be refused")]
    pub fn file(&self, world: &dyn World, path: &OutPath) -> Option<Result<Vec<u8>, Vec<Diagnostic>>> {
        match self.outputs.get(path) {
            Some(output) => Some(self.bytes(world, &output.recipe)),
            None => self.indexed(path).map(|bytes| Ok(bytes.to_vec())),
        }
    }

    /// A file of the search index, which is made as a whole when its first file is asked for.
    fn indexed(&self, path: &OutPath) -> Option<&Arc<[u8]>> {
        self.outputs.owner(path)?;
        self.index().get(path)
    }

    /// All files of the search index.
    pub fn index(&self) -> &BTreeMap<OutPath, Arc<[u8]>> {
        self.index.get_or_init(|| {
            let files = Mutex::new(BTreeMap::new());
            self.write_index(&|path, bytes| {
                files.lock().unwrap_or_else(PoisonError::into_inner).insert(path, bytes.into());
            });
            files.into_inner().unwrap_or_else(PoisonError::into_inner)
        })
    }

    pub(super) fn write_index(&self, sink: &(dyn Fn(OutPath, Vec<u8>) + Sync)) {
        let words = |lang: Lang, word: &str| self.words.word(lang, word);
        search::write(&Emission { site: &self.site, words: &words }, &self.terms, sink);
    }
}
