//! What a judgement of a text sees: the text, what it belongs to, and its words.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::ops::Range;

use super::prose::Prose;
use super::uses::{self, Use};
use crate::model::asset::AssetId;
use crate::model::document::{Document, Section, Text};
use crate::model::site::Site;
use crate::model::{Lang, PerLang, Span};
use crate::picture::PictureError;
use crate::text::{ProseDate, prose_dates};

/// What a text belongs to.
#[derive(Debug, Clone, Copy)]
pub enum Owner<'a> {
    /// A document.
    Document(&'a Document),
    /// A section.
    Section(&'a Section),
}

impl<'a> Owner<'a> {
    /// Its texts in all languages.
    #[must_use]
    pub fn texts(self) -> &'a PerLang<Option<Text>> {
        match self {
            Self::Document(document) => &document.texts,
            Self::Section(section) => &section.texts,
        }
    }

    /// The document, where it is one.
    #[must_use]
    pub fn document(self) -> Option<&'a Document> {
        if let Self::Document(document) = self { Some(document) } else { None }
    }
}

/// A text of a document or section under judgement.
pub struct Subject<'a> {
    /// The portal.
    pub site: &'a Site,
    /// Files that were looked at as pictures and cannot be used.
    pub pictures: &'a BTreeMap<AssetId, PictureError>,
    /// Document or section.
    pub owner: Owner<'a>,
    /// Language.
    pub lang: Lang,
    /// Its code.
    pub code: &'a str,
    /// The text.
    pub text: &'a Text,
    /// The whole file, which spans are places in.
    pub source: &'a str,
    /// Language that the document or section was written in first.
    pub source_language: Lang,
    prose: OnceCell<Prose>,
    dates: OnceCell<Vec<(Span, ProseDate)>>,
}

impl<'a> Subject<'a> {
    /// The text of `owner` in `lang`; none where it has none.
    #[must_use]
    pub fn new(site: &'a Site, pictures: &'a BTreeMap<AssetId, PictureError>, owner: Owner<'a>, lang: Lang) -> Option<Self> {
        let text = owner.texts()[lang].as_ref()?;
        let source_language = match owner {
            Owner::Document(document) => document.source_language,
            Owner::Section(section) => first_language(site, section),
        };
        Some(Self {
            site,
            pictures,
            owner,
            lang,
            code: site.config.languages.code(lang),
            text,
            source: &site.sources.get(text.source).text,
            source_language,
            prose: OnceCell::new(),
            dates: OnceCell::new(),
        })
    }

    /// Whether the text is the original.
    #[must_use]
    pub fn is_original(&self) -> bool {
        self.lang == self.source_language
    }

    /// The original, where this text is a translation.
    #[must_use]
    pub fn original(&self) -> Option<&'a Text> {
        self.owner.texts()[self.source_language].as_ref().filter(|_| !self.is_original())
    }

    /// The words of the text in its own language.
    pub(super) fn prose(&self) -> &Prose {
        self.prose.get_or_init(|| Prose::new(self))
    }

    /// The dates in these words, with their places in the file.
    pub(super) fn dates(&self) -> &[(Span, ProseDate)] {
        self.dates.get_or_init(|| {
            let prose = self.prose();
            let placed = |block: &Range<usize>, date: ProseDate| {
                let at = block.start + date.range.start..block.start + date.range.end;
                (prose.span(self.source, at), date)
            };
            prose
                .blocks()
                .flat_map(|(block, words)| prose_dates(words, self.code).into_iter().map(move |date| placed(&block, date)))
                .collect()
        })
    }

    /// The pictures that the text shows.
    pub(super) fn uses(&self) -> Vec<Use<'a>> {
        uses::of(self)
    }

    /// Whether the language is the one with this code, whatever its region.
    #[must_use]
    pub fn speaks(&self, code: &str) -> bool {
        same_language(self.code, code)
    }
}

/// Whether two codes name one language, regions aside.
pub(super) fn same_language(a: &str, b: &str) -> bool {
    let language = |code: &str| code.split('-').next().unwrap_or_default().to_ascii_lowercase();
    language(a) == language(b)
}

/// The portal's language where the section has it, else the first it has.
fn first_language(site: &Site, section: &Section) -> Lang {
    let usual = site.config.default_language;
    section.texts.prefer(usual, usual).map_or(usual, |(lang, _)| lang)
}

#[cfg(test)]
mod tests {
    use super::same_language;

    #[test]
    fn regions_do_not_part_languages() {
        assert!(same_language("en-GB", "en"));
        assert!(same_language("VI", "vi"));
        assert!(!same_language("eng", "en"));
    }
}
