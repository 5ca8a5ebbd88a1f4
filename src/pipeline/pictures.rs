//! Pictures on their way out: renditions out of the cache or out of their source, one decode for all of a source, within a
//! budget of memory.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::budget::Budget;
use crate::check;
use crate::diag::{Diagnostic, Note, rules};
use crate::model::asset::{Asset, AssetId, PictureKind};
use crate::model::output::Recipe;
use crate::model::page::PageId;
use crate::model::rendition::{Fit, Focus, Rendition, RenditionFormat};
use crate::model::site::Site;
use crate::model::{Digest, Span};
use crate::picture::crop::{self, Part};
use crate::picture::encode::{self, Effort, Quality};
use crate::picture::metadata::{self, Rights};
use crate::picture::tone::{self, Tone};
use crate::picture::{self, Limits, PictureError, Pixels, resize};
use crate::view::Tones;
use crate::view::renditions::{self, Use, key};
use crate::view::share::{self, ShareCard};
use crate::world::World;

use super::cards::CardDress;

/// What the tone of a picture is remembered by, besides its digest.
const TONE: &[u8] = b"hoaban tone 1";

/// What is kept of pictures from one request to the next.
#[derive(Debug)]
pub(super) struct Kept {
    tones: Vec<OnceLock<Option<Tone>>>,
    budget: Budget,
    limits: Limits,
}

impl Kept {
    /// For a site's pictures, with so many bytes of memory for those at work.
    pub(super) fn new(site: &Site, memory: u64) -> Self {
        Self {
            tones: site.assets.iter().map(|_| OnceLock::new()).collect(),
            budget: Budget::new(memory),
            limits: Limits { memory, ..Limits::DEFAULT },
        }
    }

    pub(super) fn limits(&self) -> &Limits {
        &self.limits
    }
}

/// The place where pictures are made.
#[derive(Clone, Copy)]
pub(super) struct Studio<'a> {
    pub(super) site: &'a Site,
    pub(super) world: &'a dyn World,
    pub(super) kept: &'a Kept,
    pub(super) dress: Option<&'a CardDress>,
}

impl Tones for Studio<'_> {
    fn tone(&self, asset: AssetId) -> Option<Tone> {
        let look = || self.look(asset).unwrap_or_default();
        *self.kept.tones.get(asset.0 as usize)?.get_or_init(look)
    }
}

impl Studio<'_> {
    /// A tone out of the cache, else out of the pixels; a picture that cannot be decoded has none, and a finding of its own.
    fn look(&self, id: AssetId) -> Option<Option<Tone>> {
        let asset = self.site.asset(id);
        if asset.picture.is_none_or(|facts| facts.kind != PictureKind::Photo) {
            return None;
        }
        let key = tone_key(asset);
        if let Some(known) = self.world.cache().get(&key).and_then(|bytes| tone_of(&bytes)) {
            return Some(known);
        }
        let bytes = self.read(asset).ok()?;
        let tone = self.with_pixels(bytes, |pixels| tone::tone(&pixels)).ok()?;
        self.world.cache().put(&key, &bytes_of(tone));
        Some(tone)
    }

    /// A file's bytes as they were when the build began.
    fn read(&self, asset: &Asset) -> Result<Vec<u8>, Diagnostic> {
        let bytes = self.world.read(&asset.path).map_err(|error| unreadable(asset, &error.to_string()))?;
        if Digest::of(&bytes) == asset.digest { Ok(bytes) } else { Err(unreadable(asset, "changed while it was read")) }
    }

    /// Decodes within the budget of memory.
    fn with_pixels<T>(&self, bytes: Vec<u8>, work: impl FnOnce(Pixels) -> T) -> Result<T, PictureError> {
        let facts = picture::probe_within(&bytes, &self.kept.limits)?;
        self.kept.budget.run(picture::decode_cost(&facts), || {
            let pixels = picture::decode(&bytes, &self.kept.limits)?;
            drop(bytes);
            Ok(work(pixels))
        })
    }

    /// One file, ready to be published.
    pub(super) fn one(&self, wanted: Wanted) -> Result<Vec<u8>, Vec<Diagnostic>> {
        let mut made = Err(Vec::new());
        self.make(self.source(&wanted), &[wanted], &mut |_, bytes| made = bytes)?;
        made
    }

    /// The picture that a file is made of; none for a card without one.
    pub(super) fn source(&self, wanted: &Wanted) -> Option<AssetId> {
        match wanted {
            Wanted::Rendition(id, _) => Some(*id),
            Wanted::Card(page) => {
                let shown = share::card(self.site, self.site.page(*page))?.photo?;
                let kind = self.site.asset(shown.asset).picture?.kind;
                (kind != PictureKind::AsIs && self.dress?.photo.is_some()).then_some(shown.asset)
            }
        }
    }

    /// Files of one source, ready to be published, each with its place in `wanted`, in no particular order. The source is decoded
    /// once, and not at all where the cache has everything.
    ///
    /// # Errors
    /// What is wrong with the source; `take` may have been given what the cache has.
    pub(super) fn make(
        &self,
        source: Option<AssetId>,
        wanted: &[Wanted],
        take: &mut Take<'_>,
    ) -> Result<(), Vec<Diagnostic>> {
        let rights = source.map(|id| renditions::rights(self.site, self.site.asset(id))).unwrap_or_default();
        let mut missing: BTreeMap<Option<Shape>, Vec<(usize, Job<'_>)>> = BTreeMap::new();
        for (place, wanted) in wanted.iter().enumerate() {
            let Some(job) = self.job(wanted) else { continue };
            match self.world.cache().get(&job.key) {
                Some(pixels) => take(place, self.published(source, pixels, &job, &rights)),
                None => missing.entry(job.shape.filter(|_| source.is_some())).or_default().push((place, job)),
            }
        }
        if missing.is_empty() {
            return Ok(());
        }
        let mut finish = |scaled: Option<&Pixels>, jobs: &[(usize, Job<'_>)]| {
            for (place, job) in jobs {
                let made = self.encode(source, scaled, job).and_then(|bytes| {
                    self.world.cache().put(&job.key, &bytes);
                    self.published(source, bytes, job, &rights)
                });
                take(*place, made);
            }
        };
        let Some(id) = source else {
            missing.values().for_each(|jobs| finish(None, jobs));
            return Ok(());
        };
        let bytes = self.read(self.site.asset(id)).map_err(|diagnostic| vec![diagnostic])?;
        let made = self.with_pixels(bytes, |pixels| {
            self.keep_tone(id, &pixels);
            let focus = OnceLock::new();
            let mut pixels = Some(pixels);
            let last = missing.len() - 1;
            for (nth, (shape, jobs)) in missing.iter().enumerate() {
                let scaled = pixels.as_ref().zip(shape.as_ref()).map(|(pixels, shape)| {
                    let part = shape.part(pixels, || *focus.get_or_init(|| crop::focus(pixels)));
                    resize::resize(pixels, part, shape.width, shape.height)
                });
                if nth == last {
                    pixels = None; // the largest is encoded last, when its source takes no memory any more
                }
                finish(scaled.as_ref(), jobs);
            }
        });
        made.map_err(|error| self.broken(id, error))
    }

    fn job(&self, wanted: &Wanted) -> Option<Job<'_>> {
        match wanted {
            Wanted::Rendition(id, rendition) => {
                let key = key(self.site.asset(*id), rendition, self.site.config.pictures.quality);
                Some(Job { key, shape: Some(Shape::of(rendition)), what: What::Rendition(rendition.format) })
            }
            Wanted::Card(page) => {
                let (dress, words) = (self.dress?, share::card(self.site, self.site.page(*page))?);
                let shape = words.photo.zip(dress.photo).and_then(|(shown, size)| self.photo(shown, size));
                Some(Job { key: words.key(self.site, &dress.digest), shape, what: What::Card(dress, Box::new(words)) })
            }
        }
    }

    /// The part of a card's photo; never larger than the photo has pixels for.
    fn photo(&self, shown: Use, (width, height): (u32, u32)) -> Option<Shape> {
        let facts = self.site.asset(shown.asset).picture?;
        let part = crop::part(facts.width, facts.height, (width, height), (0.5, 0.5));
        Some(Shape { width: width.min(part.width), height: height.min(part.height), fit: Fit::Crop(shown.focus) })
    }

    fn encode(&self, source: Option<AssetId>, scaled: Option<&Pixels>, job: &Job<'_>) -> Result<Vec<u8>, Vec<Diagnostic>> {
        let quality = Quality { score: self.site.config.pictures.quality, effort: Effort::Normal };
        let made = match (&job.what, scaled) {
            (What::Card(dress, words), photo) => dress.draw(words, photo).map_err(|error| error.to_string()),
            (What::Rendition(format), Some(scaled)) => {
                encode::encode(scaled, *format, &quality).map_err(|error| error.to_string())
            }
            (What::Rendition(_), None) => Err("no pixels".to_owned()),
        };
        made.map_err(|message| match source {
            Some(id) => vec![unreadable(self.site.asset(id), &message)],
            None => vec![Diagnostic::everywhere(Note::new(&rules::TEMPLATE_ERROR, Span::default()).arg("message", message))],
        })
    }

    /// A made picture with what it must say of itself.
    fn published(
        &self,
        source: Option<AssetId>,
        bytes: Vec<u8>,
        job: &Job<'_>,
        rights: &Rights,
    ) -> Result<Vec<u8>, Vec<Diagnostic>> {
        let Some(id) = source else { return Ok(bytes) };
        let format = match job.what {
            What::Rendition(format) => format,
            What::Card(..) => RenditionFormat::Jpeg,
        };
        metadata::embed(bytes, format, rights).map_err(|error| self.broken(id, error))
    }

    /// The keys that making a file uses.
    pub(super) fn keys(&self, wanted: &Wanted) -> impl Iterator<Item = Digest> {
        let tone = self.source(wanted).map(|id| tone_key(self.site.asset(id)));
        self.job(wanted).map(|job| job.key).into_iter().chain(tone)
    }

    fn keep_tone(&self, id: AssetId, pixels: &Pixels) {
        let asset = self.site.asset(id);
        if asset.picture.is_some_and(|facts| facts.kind == PictureKind::Photo) {
            let tone = self.kept.tones.get(id.0 as usize).map(|slot| *slot.get_or_init(|| tone::tone(pixels)));
            self.world.cache().put(&tone_key(asset), &bytes_of(tone.flatten()));
        }
    }

    fn broken(&self, id: AssetId, error: PictureError) -> Vec<Diagnostic> {
        check::judge_pictures(self.site, &BTreeMap::from([(id, error)]))
    }
}

/// A file that is made of pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    /// A rendition of a picture.
    Rendition(AssetId, Rendition),
    /// A page's share card.
    Card(PageId),
}

impl Wanted {
    /// The file that a recipe makes; none for recipes that need no pixels.
    pub(super) fn of(recipe: &Recipe) -> Option<Self> {
        match recipe {
            Recipe::Rendition(id, rendition) => Some(Self::Rendition(*id, *rendition)),
            Recipe::Card(page) => Some(Self::Card(*page)),
            _ => None,
        }
    }
}

/// Work on one file.
struct Job<'a> {
    key: Digest,
    shape: Option<Shape>,
    what: What<'a>,
}

enum What<'a> {
    Rendition(RenditionFormat),
    Card(&'a CardDress, Box<ShareCard>),
}

/// Takes a rendition's bytes by its place in the list of those that were wanted.
pub(super) type Take<'a> = dyn FnMut(usize, Result<Vec<u8>, Vec<Diagnostic>>) + 'a;

/// Renditions that differ in their format alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Shape {
    width: u32,
    height: u32,
    fit: Fit,
}

impl Shape {
    fn of(rendition: &Rendition) -> Self {
        Self { width: rendition.width, height: rendition.height, fit: rendition.fit }
    }

    /// The source's part that is shown; `found` is the focal point for a picture that has none of its own.
    fn part(&self, pixels: &Pixels, found: impl FnOnce() -> (f64, f64)) -> Part {
        let (width, height) = (pixels.width(), pixels.height());
        let point = match self.fit {
            Fit::Whole => return Part::whole(width, height),
            Fit::Crop(Focus::Auto) => found(),
            Fit::Crop(Focus::At { x, y }) => (f64::from(x) / 10_000.0, f64::from(y) / 10_000.0),
        };
        crop::part(width, height, (self.width, self.height), point)
    }
}

/// A file that cannot be published, and why.
pub(super) fn unreadable(asset: &Asset, message: &str) -> Diagnostic {
    let note = Note::new(&rules::FILE_UNREADABLE, Span::default()).arg("path", asset.path.as_str());
    Diagnostic::everywhere(note.arg("message", message).help("help"))
}

fn tone_key(asset: &Asset) -> Digest {
    Digest::of_parts([TONE, asset.digest.as_bytes().as_slice()])
}

fn bytes_of(tone: Option<Tone>) -> Vec<u8> {
    tone.map(Tone::number).into_iter().collect()
}

fn tone_of(bytes: &[u8]) -> Option<Option<Tone>> {
    match bytes {
        [] => Some(None),
        [number] => Tone::all().nth(usize::from(*number)).map(Some),
        _ => None,
    }
}
