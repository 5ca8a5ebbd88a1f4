//! `new`: a document to fill in: a folder with a file for each of the portal's languages.
//!
//! In: a type, a place and the portal. Out: files whose front matter follows from the type ([`front`]). Nothing is overwritten.

mod front;
mod value;

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;

use anyhow::anyhow;
use hoaban::diag::Arg;
use hoaban::diag::messages::Interface;
use hoaban::diag::write::Format;
use hoaban::memo::Memo;
use hoaban::model::content_type::ContentType;
use hoaban::model::site::Site;
use hoaban::pipeline::{self, Options};
use hoaban::text;

use super::printing::Verdict;
use super::{Context, Exit, portal};
use crate::cli::NewArgs;
use front::Blank;

/// Makes the document and names its files.
///
/// # Errors
/// Unknown type or section, a name that is taken or of which nothing is left, a folder that cannot be written.
pub(super) fn run(args: &NewArgs, context: &mut Context<'_>) -> anyhow::Result<Exit> {
    let ui = context.ui;
    let root = portal::root(context)?;
    let world = portal::world(context, &root, None)?.without(&root.join(super::build::PUBLIC));
    let built = match pipeline::build(&world, &Memo::off(), &Options::default()) {
        Ok(built) => built,
        Err(failure) => {
            let verdict = Verdict::of_failure(failure, portal::today(&world), ui)?;
            context.err.write_all(verdict.text(Format::Human, context.err_terminal.colour, ui).as_bytes())?;
            return Ok(Exit::Problems);
        }
    };
    let document = plan(args, &built.site, ui).map_err(|refusal| anyhow!(refusal))?;
    write(&root, &document)
        .map_err(|error| anyhow!(portal::refused("write", &document.folder, portal::reason(&error, ui), ui)))?;
    writeln!(context.out, "{}", ui.text("new-done", "", &[("key", Arg::from(document.key.as_str()))]))?;
    for (name, _) in &document.files {
        writeln!(context.out, "  {}/{name}", document.folder)?;
    }
    writeln!(context.out, "{}", ui.word("new-next"))?;
    Ok(Exit::Done)
}

/// A document that is not written yet.
#[derive(Debug)]
struct Document {
    key: String,
    /// From the portal's top.
    folder: String,
    /// Names in the folder, with their text.
    files: Vec<(String, String)>,
}

/// The document that the arguments ask for, or why there can be none.
fn plan(args: &NewArgs, site: &Site, ui: &Interface) -> Result<Document, String> {
    let ty = content_type(&args.ty, site, ui)?;
    let (section, written) = place(&args.place);
    known_section(section, site, ui)?;
    let name = text::slug(written);
    if name.is_empty() {
        return Err(ui.text("new-name-empty", "", &[("name", Arg::from(written))]));
    }
    let key = if section.is_empty() { name } else { format!("{section}/{name}") };
    let folder = format!("content/{key}");
    if let Some(path) = taken(&folder, site) {
        return Err(ui.text("new-taken", "", &[("path", Arg::from(path))]));
    }
    let title = args.title.clone().unwrap_or_else(|| title(written));
    Ok(Document { files: files(ty, &title, site, ui), key, folder })
}

fn content_type<'s>(id: &str, site: &'s Site, ui: &Interface) -> Result<&'s ContentType, String> {
    let ids = site.types.iter().map(|ty| ty.id.as_str());
    site.types.iter().find(|ty| ty.id == id).ok_or_else(|| {
        let cause = ui.text("new-type-unknown", "", &[("type", Arg::from(id))]);
        format!("{cause}\n  {}", nearest_or_all(id, ids, "new-type-unknown", ui))
    })
}

/// Offers the nearest word, or all there are.
fn nearest_or_all<'s>(word: &str, known: impl Iterator<Item = &'s str> + Clone, id: &str, ui: &Interface) -> String {
    match text::nearest(word, known.clone()) {
        Some(nearest) => ui.text("cmd-nearest", "", &[("nearest", Arg::from(nearest))]),
        None => ui.text(id, "known", &[("known", Arg::from(known.collect::<Vec<_>>().join(", ")))]),
    }
}

/// `SECTION/NAME` in its parts; `content/` before it and slashes around it do no harm.
fn place(written: &str) -> (&str, &str) {
    let inside = written.trim_matches('/');
    let inside = inside.strip_prefix("content/").unwrap_or(inside);
    inside.rsplit_once('/').map_or(("", inside), |(section, name)| (section.trim_end_matches('/'), name))
}

fn known_section(key: &str, site: &Site, ui: &Interface) -> Result<(), String> {
    let keys = site.sections.iter().map(|section| section.key.as_str()).filter(|key| !key.is_empty());
    if key.is_empty() || keys.clone().any(|known| known == key) {
        return Ok(());
    }
    let cause = ui.text("new-section-unknown", "", &[("section", Arg::from(key))]);
    let cure = nearest_or_all(key, keys, "new-section-unknown", ui);
    let code = site.config.languages.code(site.config.default_language);
    let folder: Vec<String> = key.split('/').map(text::slug).collect();
    let file = format!("content/{}/_index.{code}.md", folder.join("/"));
    Err(format!("{cause}\n  {cure}\n  {}", ui.text("new-section-unknown", "make", &[("file", Arg::from(file))])))
}

/// A file of the document that is there already, in the folder or in the short form beside it.
fn taken(folder: &str, site: &Site) -> Option<String> {
    let paths = site.sources.iter().map(|(_, source)| source.path.as_str());
    let assets = site.assets.iter().map(|asset| asset.path.as_str());
    let short_form = |rest: &str| rest.starts_with('.') && !rest.contains('/');
    let own = |path: &&str| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/') || short_form(rest));
    paths.chain(assets).find(own).map(str::to_owned)
}

/// A title to begin with: the name as written, or out of the slug that it is.
fn title(name: &str) -> String {
    if text::slug(name) != name {
        return name.trim().to_owned();
    }
    let words = name.replace('-', " ");
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn files(ty: &ContentType, title: &str, site: &Site, ui: &Interface) -> Vec<(String, String)> {
    let languages = &site.config.languages;
    let name = |code: &str| format!("index.{code}.md");
    let original = name(languages.code(site.config.default_language));
    let file = |(lang, language): (_, &hoaban::model::config::Language)| {
        let original = (lang != site.config.default_language).then_some(original.as_str());
        (name(&language.code), front::page(&Blank { ty, title, code: &language.code, original, site, ui }))
    };
    languages.iter().map(file).collect()
}

fn write(root: &Path, document: &Document) -> io::Result<()> {
    let folder = root.join(&document.folder);
    fs::create_dir_all(&folder)?;
    for (name, text) in &document.files {
        File::create_new(folder.join(name))?.write_all(text.as_bytes())?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
