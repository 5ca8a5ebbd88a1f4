//! What is published: recipes for bytes, by path.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::asset::AssetId;
use super::page::PageId;
use super::rendition::Rendition;
use super::{OutPath, SourcePath};

/// How to make a file's bytes; nothing is made until somebody asks.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Recipe {
    /// A page's HTML.
    Page(PageId),
    /// A picture scaled for its place.
    Rendition(AssetId, Rendition),
    /// A page's picture for social networks.
    Card(PageId),
    /// A file as it is; pictures without their metadata.
    Copy(AssetId),
    /// Part of an emitter's output: the emitter's place in `EMITTERS` and the part's place in its list.
    Emit(EmitterId, u32),
    /// Bytes that are already there.
    Bytes(Arc<[u8]>),
}

/// Place in `EMITTERS`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EmitterId(pub u8);

/// One file to publish.
#[derive(Debug, Clone)]
pub struct Output {
    /// How its bytes are made.
    pub recipe: Recipe,
    /// Where it comes from, for messages.
    pub origin: Origin,
}

/// Where an output comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// A file of the portal.
    Source(SourcePath),
    /// hoaban itself, by the emitter's or page kind's name.
    Built(&'static str),
}

/// All files to publish; a path can be taken once.
#[derive(Debug, Clone, Default)]
pub struct OutputSet {
    exact: BTreeMap<OutPath, Output>,
}

impl OutputSet {
    /// Adds a file.
    ///
    /// # Errors
    /// The path and the origin of the file that has it already.
    pub fn add(&mut self, path: OutPath, output: Output) -> Result<(), (OutPath, Origin)> {
        if let Some(taken) = self.exact.get(&path) {
            return Err((path, taken.origin.clone()));
        }
        self.exact.insert(path, output);
        Ok(())
    }

    /// A file.
    #[must_use]
    pub fn get(&self, path: &OutPath) -> Option<&Output> {
        self.exact.get(path)
    }

    /// All files in the order of paths.
    pub fn iter(&self) -> impl Iterator<Item = (&OutPath, &Output)> {
        self.exact.iter()
    }

    /// Number of files.
    #[must_use]
    pub fn len(&self) -> usize {
        self.exact.len()
    }

    /// True where nothing is published.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.exact.is_empty()
    }
}
