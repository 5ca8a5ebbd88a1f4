//! Stage 1: what the portal's folder holds, sorted by what it is for.
//!
//! In: a [`World`]. Out: [`Inputs`]. The only stage that knows what the folders are called. The theme `hoaban`, its types and
//! the interface words are embedded; a portal's file of the same path takes the place of the embedded one, but a file of words,
//! which goes on top. What a file says is *not* looked at here.

use std::collections::BTreeMap;
use std::sync::Arc;

use include_dir::{Dir, include_dir};

use crate::diag::{Diagnostic, Note, rules};
use crate::memo::par_map;
use crate::model::source::{Source, Sources};
use crate::model::{SourceId, SourcePath, Span};
use crate::world::{FileFacts, ReadError, World, decode};

static EMBEDDED_THEME: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/hoaban");
static EMBEDDED_WORDS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/i18n");

/// Name of the embedded theme.
pub const OWN_THEME: &str = "hoaban";

/// The portal's settings file.
pub const PORTAL: &str = "portal.toml";

/// Everything that a build reads, by its use; every list is in the order of paths.
#[derive(Debug, Default)]
pub struct Inputs {
    /// All text files; the lists below name them.
    pub sources: Sources,
    /// Markdown below `content/`.
    pub pages: Vec<SourceId>,
    /// `content/_data/*.toml` by name.
    pub data: Vec<(String, SourceId)>,
    /// Types by id; the portal's own take the place of the theme's.
    pub types: BTreeMap<String, SourceId>,
    /// The theme's `theme.toml`.
    pub theme: Option<SourceId>,
    /// The theme's templates by name.
    pub templates: BTreeMap<String, SourceId>,
    /// The theme's assets by their path below `assets/`.
    pub assets: BTreeMap<String, Arc<[u8]>>,
    /// The theme's template of share cards.
    pub card: Option<SourceId>,
    /// The theme's fonts for share cards by name.
    pub fonts: BTreeMap<String, Arc<[u8]>>,
    /// Interface words: language code and file; embedded files before the portal's.
    pub words: Vec<(String, SourceId)>,
    /// Pictures' sidecars (`photo.jpg.toml`) by the picture's path.
    pub sidecars: BTreeMap<SourcePath, SourceId>,
    /// Every other file below `content/`.
    pub files: BTreeMap<SourcePath, Arc<FileFacts>>,
}

/// Reads `portal.toml` alone, which says what else to read.
///
/// # Errors
/// The folder or the file cannot be read.
pub fn portal(world: &dyn World) -> Result<Option<Arc<Source>>, ReadError> {
    let Ok(path) = SourcePath::new(PORTAL) else { return Ok(None) };
    match world.source(&path) {
        Ok(source) => Ok(Some(source)),
        Err(ReadError::Missing(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Reads everything else, with the files that could not be read as diagnostics.
///
/// # Errors
/// The portal's folder cannot be listed.
pub fn inputs(world: &dyn World, portal: Arc<Source>, theme: &str) -> Result<(Inputs, Vec<Diagnostic>), ReadError> {
    let listing = world.list()?;
    let mut inputs = Inputs::default();
    let portal = inputs.sources.push(portal);
    let mut notes: Vec<Diagnostic> = listing.1.iter().map(|error| unreadable(error, portal)).collect();
    let mut listed: Vec<_> = listing.0.iter().collect();
    listed.sort_unstable_by(|a, b| a.path.cmp(&b.path));
    let wanted: Vec<(&SourcePath, Use)> =
        listed.iter().filter_map(|file| purpose(file.path.as_str(), theme).map(|what| (&file.path, what))).collect();
    let read = par_map(&wanted, |(path, what)| Content::read(world, path, what));
    let (words, mut found): (Files, Files) =
        embedded(theme).into_iter().partition(|(_, (what, _))| matches!(what, Use::Words(_)));
    for ((path, what), content) in wanted.into_iter().zip(read) {
        match content {
            Ok(content) => _ = found.insert(path.clone(), (what, content)),
            Err(error) => notes.push(unreadable(&error, portal)),
        }
    }
    let own = words.into_iter().filter(|(path, embedded)| !found.get(path).is_some_and(|file| file.1.is(&embedded.1)));
    for (path, (what, content)) in own.collect::<Vec<_>>().into_iter().chain(found) {
        inputs.put(&path, what, content);
    }
    notes.extend(listed.iter().filter(|file| file.decomposed).map(|file| decomposed(file.path.as_str(), portal)));
    Ok((inputs, notes))
}

/// What a file is for.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Use {
    Page,
    Data(String),
    Type(String),
    Theme,
    Template(String),
    Asset(String),
    Card,
    Font(String),
    Words(String),
    Sidecar(SourcePath),
    File,
}

enum Content {
    Text(Arc<Source>),
    Bytes(Arc<[u8]>),
    File(Arc<FileFacts>),
}

/// Files by path, with their use.
type Files = BTreeMap<SourcePath, (Use, Content)>;

impl Content {
    /// Whether both are the same text.
    fn is(&self, other: &Self) -> bool {
        matches!((self, other), (Self::Text(a), Self::Text(b)) if a.digest == b.digest)
    }

    fn read(world: &dyn World, path: &SourcePath, what: &Use) -> Result<Self, ReadError> {
        match what {
            Use::File => world.file(path).map(Self::File),
            Use::Asset(_) | Use::Font(_) => world.read(path).map(|bytes| Self::Bytes(bytes.into())),
            _ => world.source(path).map(Self::Text),
        }
    }
}

impl Inputs {
    fn put(&mut self, path: &SourcePath, what: Use, content: Content) {
        match (what, content) {
            (Use::Asset(name), Content::Bytes(bytes)) => _ = self.assets.insert(name, bytes),
            (Use::Font(name), Content::Bytes(bytes)) => _ = self.fonts.insert(name, bytes),
            (Use::File, Content::File(facts)) => _ = self.files.insert(path.clone(), facts),
            (what, Content::Text(source)) => {
                let id = self.sources.push(source);
                self.put_text(what, id);
            }
            _ => {}
        }
    }

    fn put_text(&mut self, what: Use, id: SourceId) {
        match what {
            Use::Page => self.pages.push(id),
            Use::Data(name) => self.data.push((name, id)),
            Use::Type(name) => {
                let own = |id: SourceId, sources: &Sources| sources.get(id).path.as_str().starts_with("content/");
                let keep = self.types.get(&name).is_some_and(|old| own(*old, &self.sources) && !own(id, &self.sources));
                if !keep {
                    self.types.insert(name, id);
                }
            }
            Use::Theme => self.theme = Some(id),
            Use::Template(name) => _ = self.templates.insert(name, id),
            Use::Words(lang) => self.words.push((lang, id)),
            Use::Sidecar(picture) => _ = self.sidecars.insert(picture, id),
            Use::Card => self.card = Some(id),
            Use::Asset(_) | Use::Font(_) | Use::File => {}
        }
    }
}

/// What a file of the portal is for; none for what no build reads.
fn purpose(path: &str, theme: &str) -> Option<Use> {
    if let Some(rest) = path.strip_prefix("content/") {
        return content_purpose(path, rest);
    }
    if let Some(rest) = path.strip_prefix("i18n/") {
        let (lang, file) = rest.split_once('/')?;
        return file.ends_with(".ftl").then(|| Use::Words(lang.to_owned()));
    }
    let rest = path.strip_prefix("themes/")?.strip_prefix(theme)?.strip_prefix('/')?;
    theme_purpose(rest)
}

fn content_purpose(path: &str, rest: &str) -> Option<Use> {
    let stem = |folder: &str| rest.strip_prefix(folder).and_then(|name| name.strip_suffix(".toml")).map(str::to_owned);
    if rest.starts_with("_data/") {
        return stem("_data/").map(Use::Data);
    }
    if rest.starts_with("_types/") {
        return stem("_types/").map(Use::Type);
    }
    if rest.ends_with(".md") {
        return Some(Use::Page);
    }
    match path.strip_suffix(".toml").map(SourcePath::new) {
        Some(Ok(picture)) => Some(Use::Sidecar(picture)),
        _ => Some(Use::File),
    }
}

fn theme_purpose(rest: &str) -> Option<Use> {
    match rest {
        "theme.toml" => return Some(Use::Theme),
        "card.svg" => return Some(Use::Card),
        _ => {}
    }
    let (folder, name) = rest.split_once('/')?;
    match folder {
        "templates" => Some(Use::Template(name.to_owned())),
        "assets" => Some(Use::Asset(name.to_owned())),
        "fonts" => (name.ends_with(".ttf") || name.ends_with(".otf")).then(|| Use::Font(name.to_owned())),
        "types" => name.strip_suffix(".toml").map(|id| Use::Type(id.to_owned())),
        _ => None,
    }
}

/// The embedded files: the shipped types and words for every theme, all of the theme for `hoaban` itself.
fn embedded(theme: &str) -> Files {
    let mut found = BTreeMap::new();
    let mut add = |path: String, what: Option<Use>, bytes: &[u8]| {
        let (Some(what), Ok(path)) = (what, SourcePath::new(&path)) else { return };
        let content = match what {
            Use::Asset(_) | Use::Font(_) => Content::Bytes(bytes.into()),
            _ => Content::Text(Arc::new(decode(path.clone(), bytes))),
        };
        found.insert(path, (what, content));
    };
    for file in files(&EMBEDDED_THEME) {
        let rest = file.path().to_string_lossy().replace('\\', "/");
        let what = theme_purpose(&rest).filter(|what| theme == OWN_THEME || matches!(what, Use::Type(_)));
        add(format!("themes/{OWN_THEME}/{rest}"), what, file.contents());
    }
    for file in files(&EMBEDDED_WORDS) {
        let path = format!("i18n/{}", file.path().to_string_lossy().replace('\\', "/"));
        let what = purpose(&path, theme);
        add(path, what, file.contents());
    }
    found
}

fn files<'a>(dir: &'a Dir<'a>) -> Vec<&'a include_dir::File<'a>> {
    dir.files().chain(dir.dirs().flat_map(files)).collect()
}

fn unreadable(error: &ReadError, portal: SourceId) -> Diagnostic {
    let note = match error {
        ReadError::Outside(_) => Note::new(&rules::PATH_OUTSIDE, Span::default()),
        ReadError::Missing(_) => Note::new(&rules::FILE_UNREADABLE, Span::default()).cause("cause-missing"),
        ReadError::Io(_, message) => Note::new(&rules::FILE_UNREADABLE, Span::default()).arg("message", message.as_str()),
    };
    let note = note.arg("path", error.path().as_str()).help("help");
    Diagnostic { at: None, ..note.at(portal) }
}

fn decomposed(name: &str, portal: SourceId) -> Diagnostic {
    let note = Note::new(&rules::UNICODE_NFD, Span::default()).cause("cause-name").arg("name", name).help("help");
    Diagnostic { at: None, ..note.at(portal) }
}
