//! What the portal does not say about its pictures, neither where they are shown nor in their own records.

use std::collections::{BTreeMap, BTreeSet};

use hoaban::model::PerLang;
use hoaban::model::asset::{AssetId, PictureRecord, PictureText};
use hoaban::model::content_type::{FieldValue, Fields, Localized};
use hoaban::model::document::{Status, Text};
use hoaban::model::site::Site;

/// What is missing of a picture.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Gaps {
    /// A text shows it.
    pub(super) used: bool,
    /// A use does not say who made it.
    pub(super) credit: bool,
    /// Its record does not say under which licence it is.
    pub(super) licence: bool,
    /// Languages in which a use has no text alternative.
    pub(super) alt: BTreeSet<String>,
}

impl Gaps {
    /// Of a picture that no text shows.
    pub(super) fn of_unused(record: &PictureText) -> Self {
        Self { credit: record.credit.is_empty(), licence: record.licence.is_empty(), ..Self::default() }
    }
}

/// What a use says itself.
struct Said<'a> {
    lang: &'a str,
    alt: &'a str,
    credit: &'a str,
    decorative: bool,
}

/// The gaps of all pictures that documents and sections show; withdrawn ones do not count.
pub(super) fn gaps(site: &Site) -> BTreeMap<AssetId, Gaps> {
    let mut found = Found { site, gaps: BTreeMap::new() };
    for document in site.documents.iter().filter(|document| document.status != Status::Withdrawn) {
        found.texts(&document.texts, document.shared.cover.as_ref());
        let codes: Vec<&str> = document.texts.present().map(|(lang, _)| site.config.languages.code(lang)).collect();
        found.fields(&document.shared.fields, &codes);
    }
    for section in &site.sections {
        found.texts(&section.texts, section.cover.as_ref());
    }
    found.gaps
}

struct Found<'s> {
    site: &'s Site,
    gaps: BTreeMap<AssetId, Gaps>,
}

impl Found<'_> {
    fn texts(&mut self, texts: &PerLang<Option<Text>>, cover: Option<&PictureRecord>) {
        let site = self.site;
        for (lang, text) in texts.present() {
            let lang = site.config.languages.code(lang);
            for (image, asset) in text.parsed.body.images.iter().zip(&text.images) {
                let said = Said { lang, alt: &image.alt, credit: &image.credit, decorative: image.decorative };
                self.shown(*asset, &said);
            }
            if let Some(cover) = cover {
                let credit = &cover.text.credit;
                self.shown(cover.asset, &Said { lang, alt: &text.cover_alt, credit, decorative: cover.decorative });
            }
            self.fields(&text.fields, &[lang]);
        }
    }

    fn fields(&mut self, fields: &Fields, codes: &[&str]) {
        fields.iter().for_each(|(_, value)| self.field(value, codes));
    }

    fn field(&mut self, value: &FieldValue, codes: &[&str]) {
        match value {
            FieldValue::List(items) => items.iter().for_each(|item| self.field(item, codes)),
            FieldValue::Fields(inner) => self.fields(inner, codes),
            FieldValue::Image(record) => {
                for lang in codes {
                    let (alt, credit) = (in_language(&record.text.alt, lang), record.text.credit.as_str());
                    self.shown(record.asset, &Said { lang, alt, credit, decorative: record.decorative });
                }
            }
            _ => {}
        }
    }

    fn shown(&mut self, asset: Option<AssetId>, said: &Said<'_>) {
        let Some(id) = asset else { return };
        let record = &self.site.asset(id).record;
        let gaps = self.gaps.entry(id).or_default();
        gaps.used = true;
        gaps.credit |= said.credit.is_empty() && record.credit.is_empty();
        gaps.licence |= record.licence.is_empty();
        if !said.decorative && said.alt.trim().is_empty() && in_language(&record.alt, said.lang).trim().is_empty() {
            gaps.alt.insert(said.lang.to_owned());
        }
    }
}

fn in_language<'t>(texts: &'t Localized, lang: &str) -> &'t str {
    texts.get(lang).or_else(|| texts.get("*")).map_or("", String::as_str)
}
