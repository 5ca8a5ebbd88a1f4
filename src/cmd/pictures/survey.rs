//! What there is to say about each source picture.

use std::collections::BTreeMap;

use hoaban::model::SourcePath;
use hoaban::model::asset::{Asset, AssetId};
use hoaban::model::rendition::Rendition;
use hoaban::model::site::Site;
use hoaban::picture::metadata::{self, Embedded};
use hoaban::picture::{self, PictureFacts};
use hoaban::view::renditions::{self, plan, uses};
use hoaban::world::World;
use rayon::prelude::*;

use super::adopt;
use super::gaps::{Gaps, gaps};

/// A source picture.
#[derive(Debug)]
pub(super) struct Row {
    /// Which.
    pub(super) asset: AssetId,
    /// Where it is.
    pub(super) path: SourcePath,
    /// Size in bytes.
    pub(super) bytes: u64,
    /// Its headers, or why it cannot be used.
    pub(super) facts: Result<PictureFacts, String>,
    /// What it says about itself.
    pub(super) embedded: Embedded,
    /// What the portal does not say about it.
    pub(super) gaps: Gaps,
    /// What is made of it.
    pub(super) renditions: Renditions,
    /// The text of its sidecar.
    pub(super) sidecar: Option<String>,
}

impl Row {
    /// What a browser is spared at least: the source's bytes less those of its largest rendition. None before all are made.
    pub(super) fn saved(&self) -> Option<u64> {
        let all = self.renditions.made > 0 && self.renditions.made == self.renditions.planned;
        all.then(|| self.bytes.saturating_sub(self.renditions.largest))
    }
}

/// The renditions of a picture.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Renditions {
    /// How many published pages ask for.
    pub(super) planned: u64,
    /// How many of them the cache has.
    pub(super) made: u64,
    /// Bytes of those.
    pub(super) bytes: u64,
    /// Bytes of the largest of those.
    pub(super) largest: u64,
}

/// Extensions of files that are meant as pictures, whether or not they can be used.
const EXTENSIONS: [&str; 13] =
    ["jpg", "jpeg", "jpe", "jfif", "png", "apng", "webp", "gif", "svg", "tif", "tiff", "heic", "avif"];

/// A row for each picture below `content/`, in the order of paths.
pub(super) fn survey(site: &Site, world: &dyn World) -> Vec<Row> {
    let (gaps, planned) = (gaps(site), planned(site));
    let ids = (0..).map(AssetId).zip(&site.assets);
    let pictures: Vec<(AssetId, &Asset)> = ids.filter(|(_, asset)| is_picture(asset)).collect();
    let row = |(id, asset): &(AssetId, &Asset)| {
        let bytes = world.read(&asset.path).unwrap_or_default();
        let of = planned.get(id).map_or(&[][..], Vec::as_slice);
        Row {
            asset: *id,
            path: asset.path.clone(),
            bytes: asset.size,
            facts: picture::probe(&bytes).map_err(|error| error.to_string()),
            embedded: metadata::read(&bytes),
            gaps: gaps.get(id).cloned().unwrap_or_else(|| Gaps::of_unused(&asset.record)),
            renditions: made(site, asset, of, world),
            sidecar: world.read(&adopt::sidecar(&asset.path)).ok().and_then(|bytes| String::from_utf8(bytes).ok()),
        }
    };
    let mut rows: Vec<Row> = pictures.par_iter().map(row).collect();
    rows.sort_by(|one, other| one.path.cmp(&other.path));
    rows
}

fn is_picture(asset: &Asset) -> bool {
    let extension = asset.path.file_name().rsplit_once('.').map_or("", |(_, extension)| extension);
    asset.picture.is_some() || EXTENSIONS.iter().any(|known| known.eq_ignore_ascii_case(extension))
}

/// The renditions that published pages ask for, each once.
fn planned(site: &Site) -> BTreeMap<AssetId, Vec<Rendition>> {
    let mut planned: BTreeMap<AssetId, Vec<Rendition>> = BTreeMap::new();
    for shown in uses(site) {
        let candidates = plan(site, shown).map(|plan| plan.candidates).unwrap_or_default();
        let found = candidates.iter().flat_map(|of| &of.planned).map(|planned| planned.rendition);
        planned.entry(shown.asset).or_default().extend(found);
    }
    for list in planned.values_mut() {
        list.sort();
        list.dedup();
    }
    planned
}

/// What the cache has of them, counted as they are published: with the rights in them.
fn made(site: &Site, asset: &Asset, planned: &[Rendition], world: &dyn World) -> Renditions {
    let rights = renditions::rights(site, asset);
    let size = |rendition: &Rendition| {
        let bytes = world.cache().get(&renditions::key(asset, rendition, site.config.pictures.quality))?;
        let len = bytes.len();
        Some(metadata::embed(bytes, rendition.format, &rights).map_or(len, |bytes| bytes.len()) as u64)
    };
    let sizes: Vec<u64> = planned.iter().filter_map(size).collect();
    Renditions {
        planned: planned.len() as u64,
        made: sizes.len() as u64,
        bytes: sizes.iter().sum(),
        largest: sizes.iter().copied().max().unwrap_or(0),
    }
}
