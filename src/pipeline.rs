//! The stages in a row, once, for `build`, `check`, `serve` and tests alike.
//!
//! [`build`] goes as far as the list of outputs, each a recipe; [`Built::bytes`] makes one of them, [`Built::produce`] all of them,
//! [`Built::check`] judges without writing. No file is written here.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use rayon::prelude::*;

use crate::diag::{Diagnostic, Found, Note, Rule, rules};
use crate::emit::{EMITTERS, Emission};
use crate::load::{self, Inputs};
use crate::memo::{Memo, par_map};
use crate::model::asset::AssetId;
use crate::model::config::Config;
use crate::model::content_type::ContentType;
use crate::model::document::{LinkTarget, Parsed};
use crate::model::output::{EmitterId, Origin, Output, OutputSet, Recipe};
use crate::model::page::PageId;
use crate::model::site::Site;
use crate::model::source::Sources;
use crate::model::theme::ThemeSettings;
use crate::model::{Lang, OutPath, SourceId, SourcePath, Span};
use crate::picture::{self, PictureError};
use crate::render::{Theme, assets};
use crate::resolve::{self, Given};
use crate::view::{self, Shared};
use crate::words::Words;
use crate::world::{FileFacts, ReadError, World};
use crate::{check, parse, settings};

/// How a portal is built.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options {
    /// Drafts and scheduled documents are published too.
    pub drafts: bool,
    /// Pages are looked at in `serve`.
    pub preview: bool,
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
    shared: Shared,
    theme: Theme,
    pictures: BTreeMap<AssetId, PictureError>,
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
    Ok(assemble(&inputs, site, dress, notes, options))
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
        Self { words, theme, published, addresses, notes }
    }
}

fn assemble(inputs: &Inputs, site: Site, dress: Dress, mut notes: Vec<Diagnostic>, options: &Options) -> Built {
    let Dress { words, theme, published, addresses, notes: found } = dress;
    notes.extend(found);
    let shared = Shared::new(&site, Arc::clone(&words), &addresses, options.preview);
    let missing = notes.iter().find(|found| found.message.cause == "cause-theme").cloned();
    let theme = theme.with_sites(&site.config.languages, &shared.sites).missing(missing);
    let mut outputs = OutputSet::default();
    let mut gather = |path: OutPath, recipe: Recipe, origin: Origin| {
        if let Err((path, taken)) = outputs.add(path, Output { recipe, origin: origin.clone() }) {
            notes.push(collision(&path, &origin, &taken));
        }
    };
    for (page, id) in site.pages.iter().zip((0..).map(PageId)) {
        gather(page.url.out_path(), Recipe::Page(id), Origin::Built("page"));
    }
    for asset in published {
        gather(asset.url.out_path(), Recipe::Bytes(asset.bytes), Origin::Built("theme"));
    }
    let used = used(&site);
    let mut paths = BTreeSet::new();
    for id in used.iter().copied() {
        let asset = site.asset(id);
        if paths.insert(asset.url.clone()) {
            gather(asset.url.out_path(), Recipe::Copy(id), Origin::Source(asset.path.clone()));
        }
    }
    for (emitter, id) in EMITTERS.iter().zip(0..) {
        for (path, part) in (emitter.parts)(&site).into_iter().zip(0..) {
            gather(path, Recipe::Emit(EmitterId(id), part), Origin::Built(emitter.name));
        }
    }
    let pictures = broken_pictures(inputs, &site);
    let sources = Arc::clone(&site.sources);
    Built { site: Arc::new(site), outputs, sources, notes, words, shared, theme, pictures }
}

fn collision(path: &OutPath, origin: &Origin, taken: &Origin) -> Diagnostic {
    let name = |origin: &Origin| match origin {
        Origin::Source(path) => path.to_string(),
        Origin::Built(name) => format!("hoaban ({name})"),
    };
    let note = Note::new(&rules::URL_TAKEN, Span::default()).arg("url", format!("{path} ({})", name(origin)));
    Diagnostic::everywhere(note.arg("path", name(taken)).help("help"))
}

/// The files that published pages use.
fn used(site: &Site) -> BTreeSet<AssetId> {
    use crate::model::content_type::{FieldValue, Fields};
    fn of_fields(fields: &Fields, used: &mut BTreeSet<AssetId>) {
        fields.iter().for_each(|(_, value)| of_value(value, used));
    }
    fn of_value(value: &FieldValue, used: &mut BTreeSet<AssetId>) {
        match value {
            FieldValue::File(asset) => _ = used.insert(*asset),
            FieldValue::Image(record) => used.extend(record.asset),
            FieldValue::List(values) => values.iter().for_each(|value| of_value(value, used)),
            FieldValue::Fields(fields) => of_fields(fields, used),
            _ => {}
        }
    }
    let mut used = BTreeSet::new();
    let published = site.documents.iter().filter(|document| document.pages.present().next().is_some());
    for document in published.clone() {
        used.extend(document.shared.cover.as_ref().and_then(|cover| cover.asset));
        of_fields(&document.shared.fields, &mut used);
        document.texts.present().for_each(|(_, text)| of_fields(&text.fields, &mut used));
    }
    used.extend(site.sections.iter().filter_map(|section| section.cover.as_ref()?.asset));
    let texts = published.map(|document| &document.texts).chain(site.sections.iter().map(|section| &section.texts));
    for (_, text) in texts.flat_map(|texts| texts.present()) {
        used.extend(text.images.iter().flatten());
        used.extend(
            text.links.iter().filter_map(|link| if let LinkTarget::File(asset) = link { Some(*asset) } else { None }),
        );
    }
    used
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
            Recipe::Page(id) => self.html(*id).map_err(|diagnostic| vec![diagnostic]),
            Recipe::Copy(id) => self.copy(world, *id).map_err(|diagnostic| vec![diagnostic]),
            Recipe::Emit(id, part) => Ok(self.emit(*id, *part)),
            Recipe::Bytes(bytes) => Ok(bytes.to_vec()),
        }
    }

    fn html(&self, id: PageId) -> Result<Vec<u8>, Diagnostic> {
        let view = view::page(&self.site, &self.shared, id);
        self.theme.html(&view, &self.sources)
    }

    fn emit(&self, id: EmitterId, part: u32) -> Vec<u8> {
        let words = |lang: Lang, word: &str| self.words.word(lang, word);
        let emission = Emission { site: &self.site, words: &words };
        (EMITTERS[usize::from(id.0)].bytes)(&emission, part)
    }

    /// A file as it is published: pictures without their metadata.
    fn copy(&self, world: &dyn World, id: AssetId) -> Result<Vec<u8>, Diagnostic> {
        let asset = self.site.asset(id);
        let unreadable = |message: String| {
            let note = Note::new(&rules::FILE_UNREADABLE, Span::default()).arg("path", asset.path.as_str());
            Diagnostic::everywhere(note.arg("message", message).help("help"))
        };
        let bytes = world.read(&asset.path).map_err(|error| unreadable(error.to_string()))?;
        if asset.picture.is_none() {
            return Ok(bytes);
        }
        picture::strip(&bytes).map_err(|error| unreadable(error.to_string()))
    }

    /// All judgements: the checks, every page rendered to nothing, every picture decoded. `stop` cancels between pages.
    pub fn check(&self, world: &dyn World, stop: &(dyn Fn() -> bool + Sync)) -> Vec<Diagnostic> {
        let mut notes = self.judged();
        let outputs: Vec<(&OutPath, &Output)> = self.outputs.iter().collect();
        let found: Vec<Vec<Diagnostic>> = outputs
            .par_iter()
            .map(|(_, output)| match &output.recipe {
                _ if stop() => Vec::new(),
                Recipe::Page(id) => self.html(*id).err().into_iter().collect(),
                Recipe::Copy(id) => self.verify(world, *id),
                _ => Vec::new(),
            })
            .collect();
        notes.extend(once(found.into_iter().flatten()));
        notes
    }

    fn judged(&self) -> Vec<Diagnostic> {
        check::judge(&self.site, &self.pictures)
    }

    /// A picture that only decoding shows to be broken.
    fn verify(&self, world: &dyn World, id: AssetId) -> Vec<Diagnostic> {
        let asset = self.site.asset(id);
        if asset.picture.is_none() {
            return Vec::new();
        }
        let Ok(bytes) = world.read(&asset.path) else { return Vec::new() };
        match picture::verify(&bytes) {
            Ok(()) => Vec::new(),
            Err(error) => check::judge_pictures(&self.site, &BTreeMap::from([(id, error)])),
        }
    }

    /// Makes every file and gives it to `sink` as soon as it is made, from several threads; returns what is wrong, the checks
    /// included. A file that cannot be made is left out.
    ///
    /// # Errors
    /// The first that `sink` returned.
    pub fn produce(&self, world: &dyn World, sink: &Sink<'_>) -> std::io::Result<Vec<Diagnostic>> {
        let outputs: Vec<(&OutPath, &Output)> = self.outputs.iter().collect();
        let failed: Mutex<Option<std::io::Error>> = Mutex::new(None);
        let (mut notes, found) = rayon::join(
            || self.judged(),
            || {
                let stopped = AtomicBool::new(false);
                let make = |path: &OutPath, output: &Output| match self.bytes(world, &output.recipe) {
                    Ok(bytes) => {
                        if let Err(error) = sink(path, &bytes) {
                            stopped.store(true, Ordering::Relaxed);
                            failed.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(error);
                        }
                        Vec::new()
                    }
                    Err(notes) => notes,
                };
                let made = outputs
                    .par_iter()
                    .with_max_len(16)
                    .map(|(path, output)| if stopped.load(Ordering::Relaxed) { Vec::new() } else { make(path, output) });
                made.collect::<Vec<_>>()
            },
        );
        notes.extend(once(found.into_iter().flatten()));
        match failed.into_inner().unwrap_or_else(PoisonError::into_inner) {
            Some(error) => Err(error),
            None => Ok(notes),
        }
    }
}

/// Takes a file's path and bytes.
pub type Sink<'a> = dyn Fn(&OutPath, &[u8]) -> std::io::Result<()> + Sync + 'a;

/// A template's mistake is met by every page that uses it: the first stands for all.
fn once(found: impl Iterator<Item = Diagnostic>) -> Vec<Diagnostic> {
    let mut places = BTreeSet::new();
    found.filter(|diagnostic| diagnostic.at.is_none() || places.insert((diagnostic.rule.slug, diagnostic.at))).collect()
}
