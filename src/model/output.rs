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
    /// A page as JSON.
    Twin(PageId),
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
///
/// A folder may be owned by a format whose file names are only known once they are made: such files are not listed here.
#[derive(Debug, Clone, Default)]
pub struct OutputSet {
    exact: BTreeMap<OutPath, Output>,
    owned: Vec<(&'static str, Origin)>,
}

impl OutputSet {
    /// Gives a folder (with a slash at its end) to a format. Pages may stand in it all the same: formats make no HTML.
    pub fn own(&mut self, folder: &'static str, origin: Origin) {
        self.owned.push((folder, origin));
    }

    /// Who owns the folder that a file would stand in; none for a page and for a folder that is nobody's.
    #[must_use]
    pub fn owner(&self, path: &OutPath) -> Option<&Origin> {
        let inside = |folder: &str| path.as_str().starts_with(folder) && !path.as_str().ends_with(".html");
        self.owned.iter().find(|(folder, _)| inside(folder)).map(|(_, origin)| origin)
    }

    /// Adds a file.
    ///
    /// # Errors
    /// The path and the origin of the file that has it already, or of the folder's owner.
    pub fn add(&mut self, path: OutPath, output: Output) -> Result<(), (OutPath, Origin)> {
        if let Some(owner) = self.owner(&path) {
            return Err((path, owner.clone()));
        }
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
