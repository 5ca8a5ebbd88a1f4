//! What an entry says in a language, by how much it counts: title, head (summary, headings, names, short fields), body.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::model::content_type::{Field, FieldKind, FieldValue, Fields, localized};
use crate::model::document::{Document, Text};
use crate::model::site::Site;
use crate::model::{Digest, Lang};
use crate::parse::markdown;
use crate::text::fold;
use crate::text::search::joined;

use super::entries::{Entry, Subject};
use super::lexicon::{Names, bare};

/// The texts of an entry in a language.
#[derive(Debug)]
pub(super) struct Pieces<'a> {
    pub(super) title: &'a str,
    pub(super) summary: &'a str,
    /// Headings, names, short fields.
    pub(super) head: Vec<Cow<'a, str>>,
    /// What stands beside the text: bylines, captions, long fields.
    pub(super) beside: Vec<Cow<'a, str>>,
    pub(super) text: &'a Text,
    source: Digest,
}

impl<'a> Pieces<'a> {
    /// None where the entry is not found in the language.
    pub(super) fn new(site: &'a Site, names: &Names<'a>, entry: &Entry<'a>, lang: Lang) -> Option<Self> {
        let (text, _) = entry.in_lang(site, lang)?;
        let source = site.sources.get(text.source).digest;
        let mut pieces =
            Self { title: &text.title, summary: &text.summary, head: Vec::new(), beside: Vec::new(), text, source };
        let headings = text.parsed.body.headings.iter().map(|heading| Cow::Borrowed(heading.text.as_str()));
        pieces.head.extend(headings);
        pieces.beside.extend(text.parsed.body.images.iter().map(|image| Cow::Borrowed(image.caption.as_str())));
        pieces.beside.extend([text.cover_alt.as_str(), &text.cover_caption].map(Cow::Borrowed));
        if let Subject::Document(document) = entry.subject {
            pieces.document(site, names, document, lang);
        }
        pieces.beside.retain(|piece| !piece.is_empty());
        Some(pieces)
    }

    fn document(&mut self, site: &'a Site, names: &Names<'a>, document: &'a Document, lang: Lang) {
        let code = site.config.languages.code(lang);
        let shared = &document.shared;
        for id in shared.tags.iter().chain(&shared.places) {
            self.names(site.term(*id).labels[lang].as_str(), names.of(site, *id));
        }
        for id in &shared.places {
            let name = bare(&site.term(*id).labels[lang]);
            self.head.extend(name.contains(' ').then(|| Cow::Owned(joined(name))));
        }
        self.beside.extend(shared.authors.iter().map(|author| Cow::Borrowed(author.name.as_str())));
        self.beside.extend(site.record("agencies", &shared.agency).map(|record| Cow::Borrowed(record.label(code))));
        self.beside.extend(shared.source.iter().map(|source| Cow::Borrowed(source.name.as_str())));
        let fields = &site.type_of(document).fields;
        for values in [&shared.fields, &self.text.fields] {
            self.fields(site, fields, values, code);
        }
    }

    /// A label, and other names that it does not have in it once marks are off.
    fn names(&mut self, label: &'a str, others: BTreeSet<&'a str>) {
        let spaced = |name: &str| format!(" {} ", fold(name));
        let mut said = vec![spaced(label)];
        self.head.push(Cow::Borrowed(label));
        for other in others {
            let own = spaced(other);
            if !said.iter().any(|name| name.contains(&own)) {
                self.head.push(Cow::Borrowed(other));
                said.push(own);
            }
        }
    }

    fn fields(&mut self, site: &'a Site, fields: &'a [Field], values: &'a Fields, code: &str) {
        for (name, value) in values {
            if let Some(field) = fields.iter().find(|field| field.name == *name) {
                self.field(site, &field.kind, value, code);
            }
        }
    }

    fn field(&mut self, site: &'a Site, kind: &'a FieldKind, value: &'a FieldValue, code: &str) {
        match (kind, value) {
            (FieldKind::Text { .. }, FieldValue::Text(text)) => self.head.push(Cow::Borrowed(text)),
            (FieldKind::Markdown { .. }, FieldValue::Text(text)) => {
                self.beside.push(Cow::Owned(markdown(text, code).value.plain_text(text)));
            }
            (FieldKind::Enum(words), FieldValue::Enum(place)) => {
                self.beside.extend(words.get(*place).map(|word| Cow::Borrowed(localized(&word.label, code))));
            }
            (FieldKind::Ref(_), FieldValue::Record(file, id)) => {
                self.beside.extend(site.record(file, id).map(|record| Cow::Borrowed(record.label(code))));
            }
            (FieldKind::List { of, .. }, FieldValue::List(values)) => {
                values.iter().for_each(|value| self.field(site, of, value, code));
            }
            (FieldKind::Record(fields), FieldValue::Fields(values)) => self.fields(site, fields, values, code),
            _ => {}
        }
    }

    /// The text without its markup, one block on a line.
    pub(super) fn body(&self, site: &Site) -> String {
        self.text.parsed.body.plain_text(&site.sources.get(self.text.source).text)
    }

    /// Of everything that is said, with that of the names to look for.
    pub(super) fn digest(&self, lexicon: &Digest) -> Digest {
        let own = [lexicon.as_bytes(), self.source.as_bytes(), self.title.as_bytes(), self.summary.as_bytes()];
        let counts = [self.head.len(), self.beside.len()].map(|count| count as u64).map(u64::to_le_bytes);
        let head = self.head.iter().map(|piece| piece.as_bytes());
        let all = own.into_iter().chain(counts.iter().map(<[u8; 8]>::as_slice)).chain(head);
        Digest::of_parts(all.chain(self.beside.iter().map(|piece| piece.as_bytes())))
    }
}
