//! What the settings name: menus, lists, fallbacks and the identity must lead somewhere.

use std::collections::BTreeMap;

use crate::diag::{Diagnostic, Note, rules};
use crate::model::document::{DocId, Section, SectionId};
use crate::model::site::DataSet;
use crate::model::{SourceId, Span};

use super::Given;
use super::pairing::nearest_key;

/// `portal.toml` is the first source.
const PORTAL: SourceId = SourceId(0);

/// Keys that settings may name.
pub(super) struct Named<'a> {
    pub given: &'a Given<'a>,
    pub keys: &'a BTreeMap<String, DocId>,
    pub sections: &'a BTreeMap<&'a str, SectionId>,
    pub data: &'a BTreeMap<String, DataSet>,
}

impl Named<'_> {
    /// Notes every name in the settings that leads nowhere.
    pub(super) fn check(&self, sections: &[Section], notes: &mut Vec<Diagnostic>) {
        self.menus(notes);
        self.identity(notes);
        for key in self.given.config.fallback.keys().filter(|key| *key != "*" && !self.sections.contains_key(key.as_str())) {
            notes.push(unknown(&format!("fallback.{key}"), key, Span::default(), self.nearest(key)).at(PORTAL));
        }
        for section in sections {
            let source = section.texts.present().find(|(_, text)| text.parsed.front.get("lists").is_some());
            for (list, (_, text)) in section.lists.iter().filter_map(|list| Some((list, source?))) {
                notes.extend(self.list(list).into_iter().map(|note| note.at(text.source)));
            }
        }
        if let Some(source) = self.given.inputs.theme.filter(|_| self.given.config.theme != crate::load::OWN_THEME) {
            let lists = &self.given.theme.home_lists;
            notes.extend(lists.iter().flat_map(|list| self.list(list)).map(|note| note.at(source)));
        }
    }

    fn known(&self, key: &str) -> bool {
        self.keys.contains_key(key) || self.sections.contains_key(key)
    }

    fn nearest(&self, key: &str) -> Option<&str> {
        nearest_key(key, self.keys.keys().map(String::as_str).chain(self.sections.keys().copied()))
    }

    fn menus(&self, notes: &mut Vec<Diagnostic>) {
        let entries = self.given.config.menus.values().flatten();
        for entry in entries.filter(|entry| !entry.key.is_empty() && !self.known(&entry.key)) {
            let note = Note::new(&rules::CONFIG_INVALID, entry.span).cause("cause-menu").arg("key", entry.key.as_str());
            notes.push(note.nearest(self.nearest(&entry.key), "help-menu").at(PORTAL));
        }
    }

    fn identity(&self, notes: &mut Vec<Diagnostic>) {
        let identity = &self.given.config.identity;
        for (key, set, id) in
            [("identity.agency", "agencies", &identity.agency), ("identity.responsible", "people", &identity.responsible)]
        {
            let known = self.data.get(set).map_or(&[][..], |set| &set.0);
            if !id.is_empty() && !known.iter().any(|record| record.id == *id) {
                let nearest = crate::text::nearest(id, known.iter().map(|record| record.id.as_str()));
                notes.push(unknown(key, id, Span::default(), nearest).at(PORTAL));
            }
        }
    }

    fn list(&self, list: &crate::model::theme::ListSpec) -> Vec<Note> {
        let section =
            (!list.section.is_empty() && !self.sections.contains_key(list.section.as_str())).then_some(&list.section);
        let keys = list.keys.iter().filter(|key| !self.keys.contains_key(key.as_str()));
        let wrong = section
            .into_iter()
            .chain(keys)
            .map(|key| unknown(&format!("lists.{}", list.id), key, list.span, self.nearest(key)));
        let types = list.types.iter().filter(|id| self.given.types.iter().all(|ty| ty.id != **id));
        let ids = || self.given.types.iter().map(|ty| ty.id.as_str());
        let types =
            types.map(|id| unknown(&format!("lists.{}.types", list.id), id, list.span, crate::text::nearest(id, ids())));
        wrong.chain(types).collect()
    }
}

fn unknown(key: &str, value: &str, span: Span, nearest: Option<&str>) -> Note {
    let note = Note::new(&rules::CONFIG_INVALID, span).cause("cause-unknown-ref").arg("key", key).arg("value", value);
    note.nearest(nearest, "help-unknown-ref")
}
