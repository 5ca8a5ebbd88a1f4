//! The portal's settings, after `portal.toml` was checked.

use std::collections::BTreeMap;

use super::content_type::Localized;
use super::rendition::RenditionFormat;
use super::{Lang, PerLang};

/// `portal.toml`.
#[derive(Debug, Clone)]
pub struct Config {
    /// Absolute address with a trailing slash.
    pub base_url: String,
    /// The path of `base_url` without slashes around it, `""` at the host's root.
    pub base_path: String,
    /// Languages in order.
    pub languages: Languages,
    /// The usual source language.
    pub default_language: Lang,
    /// Zone of all dates.
    pub timezone: jiff::tz::TimeZone,
    /// Theme's folder name.
    pub theme: String,
    /// Who runs the portal.
    pub identity: Identity,
    /// Menus by place; none: the sections in order.
    pub menus: BTreeMap<String, Vec<MenuEntry>>,
    /// What happens to a missing translation, by section key; `*` for the rest.
    pub fallback: BTreeMap<String, Fallback>,
    /// How pictures are made.
    pub pictures: PictureSettings,
    /// What is published for search and for machines that read the portal.
    pub search: SearchSettings,
    /// Levels of rules by slug.
    pub check: BTreeMap<String, Option<super::config::RuleLevel>>,
    /// Findings that are allowed, with a reason and an end.
    pub allow: Vec<Allowance>,
}

impl Config {
    /// A page's address on the host: the path of the base URL and the page's own.
    #[must_use]
    pub fn href(&self, url: &super::UrlPath) -> String {
        if self.base_path.is_empty() { url.as_str().to_owned() } else { format!("/{}{url}", self.base_path) }
    }
}

/// `[pictures]`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureSettings {
    /// Pictures are scaled for their places; otherwise they are published as they are, without their metadata.
    pub renditions: bool,
    /// Pages have a picture for social networks that shows their title.
    pub cards: bool,
    /// Wanted likeness of lossy pictures, as a SSIMULACRA2 score.
    pub quality: u8,
    /// Formats in order of preference, for slots that name none.
    pub formats: Vec<RenditionFormat>,
    /// Memory for pictures at work, in MiB.
    pub memory: u32,
}

impl Default for PictureSettings {
    fn default() -> Self {
        Self {
            renditions: true,
            cards: true,
            quality: 75,
            formats: vec![RenditionFormat::Avif, RenditionFormat::WebP, RenditionFormat::Jpeg],
            memory: 512,
        }
    }
}

/// `[search]`
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SearchSettings {
    /// There is a search index below `/search/`.
    pub index: bool,
    /// Every indexed page has a JSON twin, `index.json`, beside it.
    pub twins: bool,
    /// All pages are listed for machines below `/data/`.
    pub data: bool,
}

impl Default for SearchSettings {
    fn default() -> Self {
        Self { index: true, twins: true, data: true }
    }
}

/// How serious a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RuleLevel {
    /// Worth mending; the build goes on.
    Warning,
    /// Nothing is published.
    Error,
}

/// A finding that is allowed.
#[derive(Debug, Clone)]
pub struct Allowance {
    /// Rule's slug.
    pub rule: String,
    /// Path of the file, or of a folder with a trailing slash.
    pub path: String,
    /// Why.
    pub reason: String,
    /// Last day.
    pub until: Option<jiff::civil::Date>,
}

/// What happens to a document without a translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Fallback {
    /// It is not seen in that language.
    #[default]
    Hide,
    /// Lists have it with a badge; it leads to the original.
    List,
    /// It has a page that says so, out of search engines.
    Stub,
}

impl Fallback {
    /// The words that files use.
    pub const WORDS: [(&'static str, Self); 3] = [("hide", Self::Hide), ("list", Self::List), ("stub", Self::Stub)];
}

/// Who runs the portal; ids name records of `agencies` and `people`.
#[derive(Debug, Clone, Default)]
pub struct Identity {
    /// Agency's id; may be empty.
    pub agency: String,
    /// Id of the person responsible for the content; may be empty.
    pub responsible: String,
    /// Overrides the agency's e-mail.
    pub email: String,
    /// Overrides the agency's telephone.
    pub phone: String,
    /// Overrides the agency's address.
    pub address: Localized,
    /// Licence id of the portal's texts.
    pub licence: String,
    /// Anything to add.
    pub note: Localized,
}

/// An entry of a menu.
#[derive(Debug, Clone)]
pub struct MenuEntry {
    /// Key of a section or document; empty for an address.
    pub key: String,
    /// Address.
    pub url: String,
    /// Label; empty: the target's title.
    pub label: Localized,
    /// Where it stands in `portal.toml`.
    pub span: super::Span,
}

/// One language of the portal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Language {
    /// BCP 47 code, as file names and `hreflang` use it.
    pub code: String,
    /// First segment of its URLs; `""` for none.
    pub prefix: String,
    /// The portal's name.
    pub title: String,
    /// One line below it.
    pub tagline: String,
    /// The language's own name.
    pub name: String,
    /// Open Graph locale, such as `vi_VN`.
    pub locale: String,
}

/// The languages of a portal: at least one, with different codes and prefixes. The only maker of [`Lang`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Languages(Vec<Language>);

impl Languages {
    /// From the languages in order; none for an empty list or more than 100.
    #[must_use]
    pub fn new(languages: Vec<Language>) -> Option<Self> {
        (1..=100).contains(&languages.len()).then_some(Self(languages))
    }

    /// All languages.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Lang, &Language)> + ExactSizeIterator {
        self.0.iter().enumerate().map(|(i, language)| (Lang::new(i as u8), language))
    }

    /// The language with this code.
    #[must_use]
    pub fn find(&self, code: &str) -> Option<Lang> {
        self.iter().find(|(_, language)| language.code == code).map(|(lang, _)| lang)
    }

    /// A language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &Language {
        &self.0[lang.index()]
    }

    /// Its code.
    #[must_use]
    pub fn code(&self, lang: Lang) -> &str {
        &self.get(lang).code
    }

    /// One value for each language.
    pub fn per_lang<T>(&self, make: impl FnMut(Lang) -> T) -> PerLang<T> {
        PerLang::from_fn(self.0.len(), make)
    }

    /// Number of languages, at least 1.
    #[must_use]
    #[allow(clippy::len_without_is_empty, reason = "never empty")]
    pub fn len(&self) -> usize {
        self.0.len()
    }
}
