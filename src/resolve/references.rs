//! Where each link and picture of a body leads.

use std::collections::BTreeMap;

use crate::diag::{Diagnostic, Note, rules};
use crate::memo::par_map;
use crate::model::asset::AssetId;
use crate::model::body::{Body, DirectiveKind, Link};
use crate::model::document::{DocId, Document, LinkTarget, Section, SectionId, Status, Text};
use crate::model::page::{ListOf, Page, PageId, PageKind};
use crate::model::{Lang, PerLang, SourcePath, Span, UrlPath};
use crate::text;

use super::Context;
use super::pairing::{Paired, nearest_key, split_name};
use super::{fields, pictures};

/// What links may lead to.
pub(super) struct Targets<'a> {
    pub context: &'a Context<'a>,
    pub paired: &'a Paired,
    pub keys: &'a BTreeMap<String, DocId>,
    pub sections: &'a BTreeMap<&'a str, SectionId>,
    pub urls: &'a BTreeMap<UrlPath, PageId>,
    pub pages: &'a [Page],
}

/// What was found for one text.
struct Resolved {
    links: Vec<LinkTarget>,
    images: Vec<Option<AssetId>>,
    notes: Vec<Diagnostic>,
}

/// Resolves the links and pictures of every document and section.
pub(super) fn resolve(
    targets: &Targets<'_>,
    documents: &mut [Document],
    sections: &mut [Section],
    notes: &mut Vec<Diagnostic>,
) {
    let view = Bodies { targets, documents, sections };
    let texts: Vec<(Lang, &Text)> = documents
        .iter()
        .map(|d| &d.texts)
        .chain(sections.iter().map(|s| &s.texts))
        .flat_map(|texts| texts.present())
        .collect();
    let resolved = par_map(&texts, |(lang, text)| view.text(*lang, text));
    drop(texts);
    let slots = documents.iter_mut().map(|d| &mut d.texts).chain(sections.iter_mut().map(|s| &mut s.texts));
    let mut resolved = resolved.into_iter();
    for texts in slots {
        let langs: Vec<Lang> = texts.present().map(|(lang, _)| lang).collect();
        for lang in langs {
            let (Some(text), Some(found)) = (texts[lang].as_mut(), resolved.next()) else { continue };
            (text.links, text.images) = (found.links, found.images);
            notes.extend(found.notes);
        }
    }
}

struct Bodies<'a> {
    targets: &'a Targets<'a>,
    documents: &'a [Document],
    sections: &'a [Section],
}

impl Bodies<'_> {
    fn text(&self, lang: Lang, text: &Text) -> Resolved {
        let sources = &self.targets.context.given.inputs.sources;
        let folder = sources.get(text.source).path.folder();
        let mut notes = Vec::new();
        let body = &text.parsed.body;
        let links = body.links.iter().map(|link| self.link(folder, lang, text, link, &mut notes)).collect();
        let scope = self.targets.context.scope(folder, "");
        self.facts(body, &mut notes);
        let images = body.images.iter().map(|image| self.image(&scope, &image.target, image.span, &mut notes)).collect();
        Resolved { links, images, notes: notes.into_iter().map(|note| note.at(text.source)).collect() }
    }

    /// Notes ids of facts that no record has.
    fn facts(&self, body: &Body, notes: &mut Vec<Note>) {
        let known = self.targets.context.records.get("facts").map_or(&[][..], Vec::as_slice);
        for directive in body.directives.iter().filter(|directive| directive.kind == DirectiveKind::Facts) {
            for id in directive.attribute("ids").split_whitespace().filter(|id| !known.iter().any(|known| known == id)) {
                let note = Note::new(&rules::DIRECTIVE_INVALID, directive.span)
                    .cause("cause-ref")
                    .arg("name", "facts")
                    .arg("id", id);
                let note = note.arg("known", known.join(", "));
                notes.push(note.nearest(text::nearest(id, known.iter().map(String::as_str)), "help-list"));
            }
        }
    }

    fn image(&self, scope: &fields::Scope<'_>, target: &str, span: Span, notes: &mut Vec<Note>) -> Option<AssetId> {
        pictures::image(scope, target, span, notes)
    }

    fn link(&self, folder: &str, lang: Lang, text: &Text, link: &Link, notes: &mut Vec<Note>) -> LinkTarget {
        let target = link.target.as_str();
        if let Some(key) = target.strip_prefix("doc:") {
            return self.document_link(key, lang, link, notes);
        }
        if let Some(anchor) = target.strip_prefix('#') {
            wordless(link, notes);
            return self.own_anchor(anchor, text, link, notes);
        }
        match scheme(target) {
            Some("http" | "https" | "mailto" | "tel") => {
                wordless(link, notes);
                return LinkTarget::External;
            }
            Some(_) => {
                notes.push(
                    Note::new(&rules::LINK_UNKNOWN, link.target_span)
                        .cause("cause-scheme")
                        .arg("target", target)
                        .help("help"),
                );
                return LinkTarget::Unresolved;
            }
            None if target.starts_with("//") => {
                wordless(link, notes);
                return LinkTarget::External;
            }
            None => {}
        }
        self.path_link(folder, lang, link, notes)
    }

    fn own_anchor(&self, anchor: &str, text: &Text, link: &Link, notes: &mut Vec<Note>) -> LinkTarget {
        let headings = headings(text);
        if anchor == "top" || headings.clone().any(|id| id == anchor) {
            return LinkTarget::Anchor(anchor.to_owned());
        }
        let path = self.targets.context.given.inputs.sources.get(text.source).path.as_str();
        notes.push(unknown_anchor(anchor, path, link, headings));
        LinkTarget::Unresolved
    }

    /// `doc:KEY`, `doc:KEY#anchor`, `doc:KEY?lang=en`
    fn document_link(&self, written: &str, lang: Lang, link: &Link, notes: &mut Vec<Note>) -> LinkTarget {
        let (rest, anchor) = split(written, '#');
        let (key, query) = split(rest, '?');
        let code = query.map(|query| query.strip_prefix("lang=").unwrap_or_default());
        let asked = code.and_then(|code| self.targets.context.given.config.languages.find(code));
        if let (Some(code), None) = (code, asked) {
            let note = Note::new(&rules::LINK_UNKNOWN, link.target_span).arg("target", written);
            notes.push(if code.is_empty() { note } else { note.cause("cause-language").arg("language", code) }.help("help"));
        }
        self.key_link(key.trim_matches('/'), anchor, asked, lang, link, notes)
    }

    /// Notes where a link asks for a language that its target does not have.
    fn asked<T>(&self, key: &str, has: &PerLang<Option<T>>, asked: Option<Lang>, link: &Link, notes: &mut Vec<Note>) {
        if let Some(lang) = asked.filter(|lang| has[*lang].is_none()) {
            let code = self.targets.context.given.config.languages.code(lang);
            let note = Note::new(&rules::LINK_UNKNOWN, link.target_span).cause("cause-language");
            notes.push(note.arg("target", key).arg("language", code).help("help"));
        }
    }

    fn key_link(
        &self,
        key: &str,
        anchor: Option<&str>,
        asked: Option<Lang>,
        lang: Lang,
        link: &Link,
        notes: &mut Vec<Note>,
    ) -> LinkTarget {
        if let Some(id) = self.targets.keys.get(key) {
            let document = &self.documents[id.0 as usize];
            if document.status != Status::Published {
                notes.push(
                    Note::new(&rules::LINK_UNKNOWN, link.target_span).cause("cause-hidden").arg("target", key).help("help"),
                );
                return LinkTarget::Unresolved;
            }
            self.asked(key, &document.texts, asked, link, notes);
            let page = document.pages.prefer(asked.unwrap_or(lang), document.source_language);
            let shown = page.and_then(|(of, _)| document.texts.prefer(of, document.source_language));
            return LinkTarget::Document(
                *id,
                anchor.and_then(|anchor| known_anchor(anchor, shown, key, link, notes)),
                asked,
            );
        }
        if let Some(id) = self.targets.sections.get(key) {
            let section = &self.sections[id.0 as usize];
            self.asked(key, &section.pages, asked, link, notes);
            let page = section.pages.prefer(asked.unwrap_or(lang), self.targets.context.given.config.default_language);
            let shown = page.and_then(|(of, _)| section.texts[of].as_ref().map(|text| (of, text)));
            return LinkTarget::Section(*id, anchor.and_then(|anchor| known_anchor(anchor, shown, key, link, notes)), asked);
        }
        let known = self.targets.keys.keys().map(String::as_str).chain(self.targets.sections.keys().copied());
        let nearest = nearest_key(key, known).map(|key| format!("doc:{key}"));
        notes.push(Note::new(&rules::LINK_UNKNOWN, link.target_span).arg("target", key).nearest(nearest.as_deref(), "help"));
        LinkTarget::Unresolved
    }

    /// A path to a Markdown file, to another file, or to a published URL by mistake.
    fn path_link(&self, folder: &str, lang: Lang, link: &Link, notes: &mut Vec<Note>) -> LinkTarget {
        let (path, anchor) = split(&link.target, '#');
        if path.starts_with('/')
            && let Some(doc) = self.published(path)
        {
            let note = Note::new(&rules::LINK_ROOT_RELATIVE, link.target_span).arg("target", path);
            notes.push(note.arg("nearest", doc).help("help-doc"));
            return LinkTarget::Unresolved;
        }
        let Ok(file) = SourcePath::join(folder, path, "content") else {
            notes.push(
                Note::new(&rules::LINK_UNKNOWN, link.target_span).cause("cause-outside").arg("target", path).help("help"),
            );
            return LinkTarget::Unresolved;
        };
        if let Some(asset) = self.targets.context.assets.get(&file) {
            wordless(link, notes);
            return LinkTarget::File(*asset);
        }
        if let Some(target) = self.markdown(&file, anchor, lang, link, notes) {
            return target;
        }
        let attachment = !path.starts_with('/') && !matches!(file.extension(), "" | "md" | "html" | "htm");
        if attachment {
            pictures::file(&self.targets.context.scope(folder, ""), path, link.target_span, notes);
            return LinkTarget::Unresolved;
        }
        let rule = if path.starts_with('/') { &rules::LINK_ROOT_RELATIVE } else { &rules::LINK_UNKNOWN };
        let key = file.as_str().strip_prefix("content/").unwrap_or(file.as_str());
        let nearest = nearest_key(key, self.targets.keys.keys().map(String::as_str)).map(|key| format!("doc:{key}"));
        let note = Note::new(rule, link.target_span).arg("target", path);
        notes.push(match nearest {
            Some(nearest) if rule.slug == "link-root-relative" => note.arg("nearest", nearest).help("help-doc"),
            Some(nearest) => note.nearest(Some(&nearest), "help"),
            None => note.help("help"),
        });
        LinkTarget::Unresolved
    }

    fn markdown(
        &self,
        file: &SourcePath,
        anchor: Option<&str>,
        lang: Lang,
        link: &Link,
        notes: &mut Vec<Note>,
    ) -> Option<LinkTarget> {
        let (stem, code) = split_name(file.file_name())?;
        let languages = &self.targets.context.given.config.languages;
        let asked = languages.find(code).filter(|asked| *asked != lang);
        if stem == "_index" {
            let folder = file.folder().strip_prefix("content").unwrap_or("").trim_start_matches('/');
            let id = *self.targets.sections.get(folder)?;
            let key = &self.sections[id.0 as usize].key;
            return Some(self.key_link(key, anchor, asked, lang, link, notes));
        }
        let key = self.targets.paired.key_of(file.folder(), stem)?;
        Some(self.key_link(key, anchor, asked, lang, link, notes))
    }

    /// The `doc:` form of a published URL.
    fn published(&self, path: &str) -> Option<String> {
        let url = UrlPath::from_segments(path.split('/'));
        let page = &self.targets.pages[self.targets.urls.get(&url)?.0 as usize];
        match page.kind {
            PageKind::Document(id) | PageKind::Stub(id) => Some(format!("doc:{}", self.documents[id.0 as usize].key)),
            PageKind::List { of: ListOf::Section(id), .. } => Some(format!("doc:{}", self.sections[id.0 as usize].key)),
            _ => Some("doc:…".to_owned()),
        }
    }
}

/// Notes a link without words to something that has no title to stand in for them.
fn wordless(link: &Link, notes: &mut Vec<Note>) {
    if link.empty {
        let note = Note::new(&rules::LINK_UNKNOWN, link.target_span).cause("cause-text");
        notes.push(note.arg("target", link.target.as_str()).help("help"));
    }
}

/// The anchors of a text.
fn headings(text: &Text) -> impl Iterator<Item = &str> + Clone {
    text.parsed.body.headings.iter().map(|heading| heading.id.as_str())
}

/// The anchor where the text that is shown has it; else a note, and the link leads to the page as a whole.
fn known_anchor(
    anchor: &str,
    shown: Option<(Lang, &Text)>,
    key: &str,
    link: &Link,
    notes: &mut Vec<Note>,
) -> Option<String> {
    let headings = shown.into_iter().flat_map(|(_, text)| headings(text));
    if headings.clone().any(|id| id == anchor) {
        return Some(anchor.to_owned());
    }
    notes.push(unknown_anchor(anchor, key, link, headings));
    None
}

fn unknown_anchor<'a>(anchor: &str, target: &str, link: &Link, headings: impl Iterator<Item = &'a str>) -> Note {
    let note = Note::new(&rules::ANCHOR_UNKNOWN, link.target_span).arg("anchor", anchor).arg("target", target);
    note.nearest(text::nearest(anchor, headings), "help")
}

fn split(text: &str, at: char) -> (&str, Option<&str>) {
    text.split_once(at).map_or((text, None), |(before, after)| (before, Some(after)))
}

/// The scheme of an address: letters before the first colon.
fn scheme(target: &str) -> Option<&str> {
    let (scheme, _) = target.split_once(':')?;
    let good = scheme.len() > 1 && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    good.then_some(scheme)
}

/// The address that a redirect leads to: a `doc:` key in the portal's default language, or an address outside.
pub(super) fn address(targets: &Targets<'_>, written: &str, documents: &[Document], sections: &[Section]) -> Option<String> {
    if fields::is_url(written) {
        return Some(written.to_owned());
    }
    let key = written.strip_prefix("doc:")?.trim_matches('/');
    let lang = targets.context.given.config.default_language;
    let document = targets.keys.get(key).map(|id| &documents[id.0 as usize].pages);
    let pages = document.or_else(|| targets.sections.get(key).map(|id| &sections[id.0 as usize].pages))?;
    let (_, page) = pages.prefer(lang, lang)?;
    Some(targets.pages[page.0 as usize].url.as_str().to_owned())
}
