//! Stage 4: joins parsed files into documents and gives every page its URL.
//!
//! In: every parsed file, the data files, the types and the settings ([`Given`]). Out: one [`Site`] that nothing changes
//! afterwards, with what is wrong in it. Pure; the order of everything follows keys and paths. Nothing in it is quadratic: it
//! runs again after every edit in `serve`.
//!
//! A missing translation is *not* an error here: the slot stays empty, and a check decides what that means.

mod assets;
mod data;
mod documents;
mod fields;
mod front;
mod lists;
mod named;
mod pairing;
mod pictures;
mod references;
mod tree;
mod urls;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Zoned;

pub use fields::{example, kind_word};
pub use front::{INFO_CLASSES, OWN_KEYS, ROLES, SHARED_KEYS, STATUSES, TRANSLATION_STATES};
pub use pairing::{language_of, split_name};

use crate::diag::{Diagnostic, Found, Note, rules};
use crate::load::Inputs;
use crate::model::asset::AssetId;
use crate::model::config::Config;
use crate::model::content_type::ContentType;
use crate::model::document::{DocId, Document, Parsed, Section, SectionId, Status, TermId, TypeId};
use crate::model::site::{Site, Skipped};
use crate::model::theme::ThemeSettings;
use crate::model::{Lang, SourcePath, Span};
use crate::text;

use fields::Scope;
use front::Front;

/// What a site is made from.
pub struct Given<'a> {
    /// All files.
    pub inputs: &'a Inputs,
    /// Settings.
    pub config: Arc<Config>,
    /// Theme's settings.
    pub theme: Arc<ThemeSettings>,
    /// Content types in the order of ids; never empty.
    pub types: Vec<ContentType>,
    /// What was parsed from each of `inputs.pages`.
    pub parsed: Vec<Arc<Found<Arc<Parsed>>>>,
    /// The moment of the build in the portal's zone.
    pub now: Zoned,
    /// Drafts and scheduled documents are published too.
    pub drafts: bool,
}

/// What front matter is checked against.
struct Context<'a> {
    given: &'a Given<'a>,
    codes: Vec<String>,
    assets: BTreeMap<SourcePath, AssetId>,
    documents: BTreeMap<String, String>,
    records: data::Ids,
    terms: BTreeMap<(bool, &'a str), TermId>,
    default_type: TypeId,
}

impl Context<'_> {
    fn scope<'s>(&'s self, folder: &'s str, lang: &'s str) -> Scope<'s> {
        Scope {
            languages: &self.codes,
            lang,
            folder,
            assets: &self.assets,
            documents: &self.documents,
            records: &self.records,
        }
    }

    fn code(&self, lang: Lang) -> &str {
        &self.codes[lang.index()]
    }

    fn type_id(&self, id: &str, span: Span, notes: &mut Vec<Note>) -> Option<TypeId> {
        let place = self.given.types.iter().position(|ty| ty.id == id);
        if place.is_none() {
            let known = self.given.types.iter().map(|ty| ty.id.as_str());
            let note = Note::new(&rules::TYPE_UNKNOWN, span).arg("type", id);
            let list = known.clone().collect::<Vec<_>>().join(", ");
            notes.push(note.arg("known", list).nearest(text::nearest(id, known), "help-list"));
        }
        place.map(|place| TypeId(u32::try_from(place).unwrap_or(0)))
    }

    /// The title, or the folder's name with a note.
    fn title(&self, front: &mut Front<'_>, name: &str) -> (String, Span) {
        match front.text("title").filter(|(title, _)| !title.trim().is_empty()) {
            Some(title) => title,
            None => {
                let span = front.table.get("title").map_or(Span::default(), |entry| entry.item.span);
                front.notes.push(Note::new(&rules::TITLE_MISSING, span).help("help"));
                (name.to_owned(), span)
            }
        }
    }
}

/// The portal, with everything that is wrong in how its files fit together.
#[must_use]
pub fn site(given: &Given<'_>) -> Found<Site, Diagnostic> {
    let mut notes = Vec::new();
    let paired = pairing::pair(given, &mut notes);
    let tables = data::tables(given, &mut notes);
    let records = data::ids(&tables);
    let paths = given.inputs.files.keys().enumerate();
    let default = given.types.iter().position(|ty| ty.id == "article").unwrap_or(0);
    let mut context = Context {
        given,
        codes: given.config.languages.iter().map(|(_, language)| language.code.clone()).collect(),
        assets: paths.map(|(i, path)| (path.clone(), AssetId(u32::try_from(i).unwrap_or(u32::MAX)))).collect(),
        documents: paired.documents.keys().map(|key| (key.clone(), String::new())).collect(),
        records,
        terms: BTreeMap::new(),
        default_type: TypeId(u32::try_from(default).unwrap_or(0)),
    };
    let data = data::records(&tables, &context.scope("content/_data", ""), &mut notes);
    let mut terms = data::terms(given, &data, &mut notes);
    let names: Vec<(bool, String)> = terms.iter().map(|term| (term.vocabulary == "places", term.id.clone())).collect();
    context.terms = term_ids(&names);
    let mut sections = tree::sections(&context, &paired.sections, &mut notes);
    let section_ids: BTreeMap<&str, SectionId> =
        paired.sections.keys().map(String::as_str).zip((0..).map(SectionId)).collect();
    let drafts = drafts(given, &paired, &sections, &section_ids);
    context.documents = documents::type_ids(given, &drafts);
    let mut documents = documents::documents(&context, &drafts, &mut notes);
    let keys: BTreeMap<String, DocId> =
        documents.iter().map(|document| document.key.clone()).zip((0..).map(DocId)).collect();
    let newest = lists::newest(&documents);
    lists::postings(&documents, &newest, &mut terms);
    let lists = lists::lists(given, &documents, &newest, &sections, &terms);
    let map = urls::pages(given, &mut documents, &mut sections, &mut terms, &lists, &mut notes);
    let targets = references::Targets {
        context: &context,
        paired: &paired,
        keys: &keys,
        sections: &section_ids,
        urls: &map.urls,
        pages: &map.pages,
    };
    references::resolve(&targets, &mut documents, &mut sections, &mut notes);
    named::Named { given, keys: &keys, sections: &section_ids, data: &data }.check(&sections, &mut notes);
    let redirects = urls::redirects(&targets, &documents, &sections, &data, &mut notes);
    let assets = assets::assets(&context, &documents, &sections, &mut notes);
    let schedule = schedule(given, &documents);
    let site = Site {
        config: Arc::clone(&given.config),
        theme: Arc::clone(&given.theme),
        now: given.now.clone(),
        sources: Arc::new(given.inputs.sources.clone()),
        types: given.types.clone(),
        data,
        skipped: skipped(given, &documents),
        documents,
        keys,
        sections,
        terms,
        pages: map.pages,
        pairs: map.pairs,
        urls: map.urls,
        lists,
        redirects,
        assets,
        asset_paths: context.assets,
        next_due: schedule.first().cloned(),
        schedule,
    };
    Found::new(site, notes)
}

fn term_ids(names: &[(bool, String)]) -> BTreeMap<(bool, &str), TermId> {
    names.iter().map(|(place, id)| (*place, id.as_str())).zip((0..).map(TermId)).collect()
}

fn drafts<'a>(
    given: &Given<'_>,
    paired: &'a pairing::Paired,
    sections: &[Section],
    ids: &BTreeMap<&str, SectionId>,
) -> Vec<documents::Draft<'a>> {
    let draft = |(key, (folder, files)): (&'a String, &'a (String, pairing::Files))| {
        let section = tree::of_folder(folder, ids);
        let ty = documents::type_of(given, files, sections[section.0 as usize].content_type);
        documents::Draft { key, section, files, ty }
    };
    paired.documents.iter().map(draft).collect()
}

fn skipped(given: &Given<'_>, documents: &[Document]) -> Vec<Skipped> {
    let left_out = documents.iter().zip((0..).map(DocId)).filter(|(document, _)| document.status != Status::Published);
    left_out
        .map(|(document, id)| {
            let moment = match document.status {
                Status::Scheduled => document.shared.published,
                Status::Expired => document.shared.expires,
                _ => None,
            };
            let when = moment.and_then(|moment| moment.at.to_zoned(given.config.timezone.clone()).ok());
            Skipped { document: id, why: document.status, when }
        })
        .collect()
}

fn schedule(given: &Given<'_>, documents: &[Document]) -> Vec<Zoned> {
    let mut due: Vec<Zoned> = documents.iter().filter_map(|document| documents::due(given, document)).collect();
    due.sort();
    due.dedup();
    due
}
