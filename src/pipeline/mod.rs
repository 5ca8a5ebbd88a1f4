//! The stages in a row, once, for `build`, `check`, `serve` and tests alike.
//!
//! [`build`] goes as far as the list of outputs, each a recipe; [`Built::bytes`] makes one of them, [`Built::produce`] all of them,
//! [`Built::check`] judges without writing. No file is written here.

mod cards;
mod files;
mod index;
mod pictures;
mod produce;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use crate::diag::{Diagnostic, Found, Note, Rule, rules};
use crate::emit::{EMITTERS, Emission, search};
use crate::load::{self, Inputs};
use crate::memo::{Memo, Remembered, par_map};
use crate::model::asset::AssetId;
use crate::model::config::Config;
use crate::model::content_type::ContentType;
use crate::model::document::Parsed;
use crate::model::output::{EmitterId, Origin, Output, OutputSet, Recipe};
use crate::model::page::PageId;
use crate::model::site::Site;
use crate::model::source::Sources;
use crate::model::terms::PageTerms;
use crate::model::theme::ThemeSettings;
use crate::model::{Digest, Lang, OutPath, SourceId, SourcePath, Span};
use crate::picture::{self, PictureError};
use crate::render::{Theme, assets};
use crate::resolve::{self, Given};
use crate::view::{self, Common, share};
use crate::words::Words;
use crate::world::{FileFacts, ReadError, World};
use crate::{check, parse, settings};
use cards::CardDress;
use pictures::{Kept, Studio, Wanted};
pub use produce::Sink;

/// How a portal is built.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options {
    /// Drafts and scheduled documents are published too.
    pub drafts: bool,
    /// Pages are looked at in `serve`.
    pub preview: bool,
    /// Memory for pictures at work, in MiB; none: as the portal's settings say.
    pub memory: Option<u32>,
}

/// Why nothing at all could be built.
#[derive(Debug)]
pub enum Failure {
    /// The portal's folder cannot be read.
    Read(ReadError),
    /// There are no settings to build with.
    Broken {
        /// The files that the findings are in.
        sources: Arc<Sources>,
        /// What is wrong.
        notes: Vec<Diagnostic>,
    },
}

/// A portal, ready to make any of its files.
pub struct Built {
    /// The portal as data.
    pub site: Arc<Site>,
    /// Every file that is published, as a recipe.
    pub outputs: OutputSet,
    /// All text files.
    pub sources: Arc<Sources>,
    /// What is wrong so far: everything but the checks and what only rendering meets.
    pub notes: Vec<Diagnostic>,
    words: Arc<Words>,
    common: Common,
    theme: Theme,
    pictures: BTreeMap<AssetId, PictureError>,
    kept: Kept,
    cards: Option<CardDress>,
    /// Terms of pages that an earlier build left.
    terms: Arc<Remembered<PageTerms>>,
    /// The search index, once something in it was asked for by itself.
    index: OnceLock<BTreeMap<OutPath, Arc<[u8]>>>,
}

impl std::fmt::Debug for Built {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Built").field("outputs", &self.outputs.len()).field("notes", &self.notes).finish_non_exhaustive()
    }
}

/// Builds a portal up to its recipes.
///
/// # Errors
/// [`Failure`]; everything else is a diagnostic in [`Built::notes`].
pub fn build(world: &dyn World, memo: &Memo, options: &Options) -> Result<Built, Failure> {
    let portal = load::portal(world).map_err(Failure::Read)?.ok_or_else(no_portal)?;
    let table = parse::toml(&portal.text, 0, &rules::CONFIG_INVALID);
    let mut own = table.notes;
    let syntax = own.len();
    let config = settings::config::read(&table.value, &mut own);
    if syntax > 0 {
        own.truncate(syntax); // what is missing after a syntax error follows from it
    }
    let Some(config) = config else {
        let mut sources = Sources::default();
        let id = sources.push(portal);
        return Err(Failure::Broken {
            sources: Arc::new(sources),
            notes: own.into_iter().map(|note| note.at(id)).collect(),
        });
    };
    let (inputs, mut notes) = load::inputs(world, portal, &config.theme).map_err(Failure::Read)?;
    notes.extend(own.into_iter().map(|note| note.at(PORTAL)));
    let theme = theme_settings(&inputs, &config, &mut notes);
    let types = types(&inputs, &mut notes);
    let parsed = parsed(&inputs, &config, memo, &mut notes);
    let config = Arc::new(config);
    let now = world.now().to_zoned(config.timezone.clone());
    let given = Given {
        inputs: &inputs,
        config: Arc::clone(&config),
        theme: Arc::new(theme),
        types,
        parsed,
        now,
        drafts: options.drafts,
    };
    let (Found { value: site, notes: found }, dress) = rayon::join(|| resolve::site(&given), || Dress::of(&inputs, &config));
    drop(given);
    let broken: BTreeSet<Option<SourceId>> =
        notes.iter().filter(|found| of(found, &rules::FRONT_MATTER_SYNTAX)).map(source_of).collect();
    notes.extend(found.into_iter().filter(|found| !of(found, &rules::TITLE_MISSING) || !broken.contains(&source_of(found))));
    Ok(assemble(&inputs, site, dress, notes, options, memo))
}

fn of(found: &Diagnostic, rule: &Rule) -> bool {
    found.rule.slug == rule.slug
}

fn source_of(found: &Diagnostic) -> Option<SourceId> {
    found.at.map(|at| at.source)
}

/// `portal.toml` is the first source.
const PORTAL: SourceId = SourceId(0);

fn no_portal() -> Failure {
    let note = Note::new(&rules::CONFIG_INVALID, Span::default())
        .cause("cause-missing")
        .arg("file", load::PORTAL)
        .help("help-missing");
    Failure::Broken { sources: Arc::new(Sources::default()), notes: vec![Diagnostic::everywhere(note)] }
}

fn theme_settings(inputs: &Inputs, config: &Config, notes: &mut Vec<Diagnostic>) -> ThemeSettings {
    if inputs.templates.is_empty() {
        let note =
            Note::new(&rules::CONFIG_INVALID, Span::default()).cause("cause-theme").arg("theme", config.theme.as_str());
        notes.push(note.help("help-theme").at(PORTAL));
    }
    let Some(source) = inputs.theme else { return settings::theme::read(&Default::default(), &mut Vec::new()) };
    let found = parse::toml(&inputs.sources.get(source).text, 0, &rules::CONFIG_INVALID);
    let mut own = found.notes;
    let theme = settings::theme::read(&found.value, &mut own);
    notes.extend(own.into_iter().map(|note| note.at(source)));
    theme
}

fn types(inputs: &Inputs, notes: &mut Vec<Diagnostic>) -> Vec<ContentType> {
    let mut types = Vec::with_capacity(inputs.types.len());
    for (id, source) in &inputs.types {
        let found = parse::toml(&inputs.sources.get(*source).text, 0, &rules::CONFIG_INVALID);
        let mut own = found.notes;
        types.push(settings::types::read(id, &found.value, &mut own));
        notes.extend(own.into_iter().map(|note| note.at(*source)));
    }
    types
}

fn parsed(inputs: &Inputs, config: &Config, memo: &Memo, notes: &mut Vec<Diagnostic>) -> Vec<Arc<Found<Arc<Parsed>>>> {
    let parsed = par_map(&inputs.pages, |id| {
        let source = inputs.sources.get(*id);
        let lang = resolve::language_of(source.path.file_name(), &config.languages).unwrap_or(config.default_language);
        let code = config.languages.code(lang);
        memo.parsed(source.digest, code, || {
            let found = parse::page(&source.text, code);
            Found::new(Arc::new(found.value), found.notes)
        })
    });
    for (id, found) in inputs.pages.iter().zip(&parsed) {
        notes.extend(found.notes.iter().map(|note| note.clone().at(*id)));
    }
    parsed
}

/// What pages are printed with: words, theme and its assets. Needs no site, so it is made beside it.
struct Dress {
    words: Arc<Words>,
    theme: Theme,
    published: Vec<assets::Published>,
    addresses: Arc<BTreeMap<String, String>>,
    cards: Option<CardDress>,
    notes: Vec<Diagnostic>,
}

impl Dress {
    fn of(inputs: &Inputs, config: &Config) -> Self {
        let mut notes = Vec::new();
        let words = Arc::new(Words::read(inputs, &config.languages, &mut notes));
        notes.extend(words.gaps(&config.languages, PORTAL));
        let published = assets::publish(&inputs.assets, &config.base_path);
        let addresses = published.iter().map(|asset| (asset.name.clone(), config.href(&asset.url)));
        let addresses: Arc<BTreeMap<String, String>> = Arc::new(addresses.collect());
        let theme = Theme::compile(inputs, &words, &config.languages, &addresses, &mut notes);
        let cards = if config.pictures.cards { CardDress::of(inputs, &mut notes) } else { None };
        Self { words, theme, published, addresses, cards, notes }
    }
}

fn assemble(inputs: &Inputs, site: Site, dress: Dress, mut notes: Vec<Diagnostic>, options: &Options, memo: &Memo) -> Built {
    let Dress { words, theme, published, addresses, cards, notes: found } = dress;
    notes.extend(found);
    let digest = cards.as_ref().map(|cards| cards.digest);
    let common = Common::new(&site, Arc::clone(&words), &addresses, digest, options.preview);
    let missing = notes.iter().find(|found| found.message.cause == "cause-theme").cloned();
    let theme = theme.with_sites(&site.config.languages, &common.sites).missing(missing);
    let mut outputs = OutputSet::default();
    if site.config.search.index {
        outputs.own(search::FOLDER, Origin::Built("search"));
    }
    let mut gather = |path: OutPath, recipe: Recipe, origin: Origin| {
        if let Err((path, taken)) = outputs.add(path, Output { recipe, origin: origin.clone() }) {
            notes.push(files::collision(&path, &origin, &taken));
        }
    };
    let mut drawn = BTreeSet::new(); // pages whose cards are alike share one
    for (page, id) in site.pages.iter().zip((0..).map(PageId)) {
        gather(page.url.out_path(), Recipe::Page(id), Origin::Built("page"));
        let card = digest.and_then(|dress| Some(share::card(&site, page)?.url(&site, &dress).out_path()));
        if let Some(path) = card.filter(|path| drawn.insert(path.clone())) {
            gather(path, Recipe::Card(id), Origin::Built("card"));
        }
    }
    for asset in published {
        gather(asset.url.out_path(), Recipe::Bytes(asset.bytes), Origin::Built("theme"));
    }
    for (path, recipe, source) in files::published(&site) {
        gather(path, recipe, Origin::Source(source));
    }
    for (emitter, id) in EMITTERS.iter().zip(0..) {
        for (path, part) in (emitter.parts)(&site).into_iter().zip(0..) {
            gather(path, Recipe::Emit(EmitterId(id), part), Origin::Built(emitter.name));
        }
    }
    for id in (0..u32::try_from(site.pages.len()).unwrap_or(u32::MAX)).map(PageId) {
        if let Some(path) = search::has_twin(&site, id) {
            gather(path, Recipe::Twin(id), Origin::Built("page as JSON"));
        }
    }
    let pictures = broken_pictures(inputs, &site);
    let sources = Arc::clone(&site.sources);
    let memory = u64::from(options.memory.unwrap_or(site.config.pictures.memory)) << 20;
    let kept = Kept::new(&site, memory);
    Built {
        site: Arc::new(site),
        outputs,
        sources,
        notes,
        words,
        common,
        theme,
        pictures,
        kept,
        cards,
        terms: memo.terms(),
        index: OnceLock::new(),
    }
}

/// Why files cannot be shown as pictures; a check looks at those that pages use as such.
fn broken_pictures(inputs: &Inputs, site: &Site) -> BTreeMap<AssetId, PictureError> {
    let error = |(path, facts): (&SourcePath, &Arc<FileFacts>)| {
        let id = *site.asset_paths.get(path)?;
        facts.picture.as_ref().err().map(|error| (id, error.clone()))
    };
    inputs.files.iter().filter_map(error).collect()
}

impl Built {
    /// One file's bytes.
    ///
    /// # Errors
    /// What is wrong in making it: the template's mistake, a file that vanished or is no picture.
    pub fn bytes(&self, world: &dyn World, recipe: &Recipe) -> Result<Vec<u8>, Vec<Diagnostic>> {
        match recipe {
            Recipe::Page(id) => self.html(world, *id).map_err(|diagnostic| vec![diagnostic]),
            Recipe::Rendition(id, rendition) => self.studio(world).one(Wanted::Rendition(*id, *rendition)),
            Recipe::Card(id) => self.studio(world).one(Wanted::Card(*id)),
            Recipe::Copy(id) => self.copy(world, *id),
            Recipe::Emit(id, part) => Ok(self.emit(*id, *part)),
            Recipe::Twin(id) => Ok(search::twin(&self.site, *id)),
            Recipe::Bytes(bytes) => Ok(bytes.to_vec()),
        }
    }

    fn studio<'a>(&'a self, world: &'a dyn World) -> Studio<'a> {
        Studio { site: &self.site, world, kept: &self.kept, dress: self.cards.as_ref() }
    }

    fn html(&self, world: &dyn World, id: PageId) -> Result<Vec<u8>, Diagnostic> {
        let studio = self.studio(world);
        let view = view::page(&self.site, &self.common.with(&studio), id);
        self.theme.html(&view, &self.sources)
    }

    fn emit(&self, id: EmitterId, part: u32) -> Vec<u8> {
        let words = |lang: Lang, word: &str| self.words.word(lang, word);
        let emission = Emission { site: &self.site, words: &words };
        (EMITTERS[usize::from(id.0)].bytes)(&emission, part)
    }

    /// A file as it is published: pictures without their metadata.
    fn copy(&self, world: &dyn World, id: AssetId) -> Result<Vec<u8>, Vec<Diagnostic>> {
        let asset = self.site.asset(id);
        let unreadable = |message: String| vec![pictures::unreadable(asset, &message)];
        let bytes = world.read(&asset.path).map_err(|error| unreadable(error.to_string()))?;
        let refused = |error: PictureError| {
            let message = error.to_string();
            let found = self.broken(id, error);
            if found.is_empty() { unreadable(message) } else { found }
        };
        match self.pictures.get(&id) {
            None if asset.picture.is_some() => picture::strip(&bytes).map_err(refused),
            None | Some(PictureError::UnknownFormat) => Ok(bytes),
            Some(error) => Err(refused(error.clone())),
        }
    }

    /// What is wrong with a picture, wherever it is used.
    fn broken(&self, id: AssetId, error: PictureError) -> Vec<Diagnostic> {
        check::judge_pictures(&self.site, &BTreeMap::from([(id, error)]))
    }

    /// All judgements: the checks, every page rendered to nothing, every picture decoded. `stop` cancels between pages.
    pub fn check(&self, world: &dyn World, stop: &(dyn Fn() -> bool + Sync)) -> Vec<Diagnostic> {
        let mut notes = self.judged();
        let outputs: Vec<&Output> = self.outputs.iter().map(|(_, output)| output).collect();
        let page = |output: &&Output| match output.recipe {
            Recipe::Page(id) if !stop() => self.html(world, id).err(),
            _ => None,
        };
        let source = |output: &&Output| match output.recipe {
            Recipe::Copy(id) => Some((id, true)),
            Recipe::Rendition(id, _) => Some((id, false)),
            _ => None,
        };
        let found: Vec<Diagnostic> = outputs.par_iter().filter_map(page).collect();
        let sources: BTreeSet<(AssetId, bool)> = outputs.iter().filter_map(source).collect();
        let verify = |(id, copied): &(AssetId, bool)| if stop() { Vec::new() } else { self.verify(world, *id, *copied) };
        let broken: Vec<Vec<Diagnostic>> = sources.into_iter().collect::<Vec<_>>().par_iter().map(verify).collect();
        notes.extend(once(found.into_iter().chain(broken.into_iter().flatten())));
        notes
    }

    fn judged(&self) -> Vec<Diagnostic> {
        check::judge(&self.site, &self.pictures)
    }

    /// A picture that only decoding shows to be broken, or that cannot be `copied`.
    fn verify(&self, world: &dyn World, id: AssetId, copied: bool) -> Vec<Diagnostic> {
        let asset = self.site.asset(id);
        if asset.picture.is_none() {
            return Vec::new();
        }
        let Ok(bytes) = world.read(&asset.path) else { return Vec::new() };
        let found = if copied { picture::strip(&bytes).map(drop) } else { Ok(()) };
        match found.and_then(|()| picture::verify_within(&bytes, self.kept.limits())) {
            Ok(()) => Vec::new(),
            Err(error) => self.broken(id, error),
        }
    }

    /// The keys of everything that a build takes from the cache or puts there.
    #[must_use]
    pub fn cache_keys(&self, world: &dyn World) -> BTreeSet<Digest> {
        let studio = self.studio(world);
        let wanted = self.outputs.iter().filter_map(|(_, output)| Wanted::of(&output.recipe));
        wanted.flat_map(|wanted| studio.keys(&wanted).collect::<Vec<_>>()).collect()
    }
}

/// A template's mistake is met by every page that uses it: the first stands for all.
fn once(found: impl Iterator<Item = Diagnostic>) -> Vec<Diagnostic> {
    let mut places = BTreeSet::new();
    found.filter(|diagnostic| diagnostic.at.is_none() || places.insert((diagnostic.rule.slug, diagnostic.at))).collect()
}
