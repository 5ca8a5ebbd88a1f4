//! Share cards: what the picture of a page in social networks shows, and where it is published.

use crate::model::page::{ListOf, Page, PageKind};
use crate::model::site::Site;
use crate::model::theme::SlotName;
use crate::model::{Digest, UrlPath};
use crate::text;

use super::renditions::{Use, rights};
use super::{Shared, links, text_of};

/// Changes when the same words and pixels give another card for a reason that no other part of its key tells.
const REVISION: &[u8] = b"hoaban card 1";

/// What a card shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShareCard {
    /// The page's title.
    pub title: String,
    /// The portal's name in the page's language.
    pub portal: String,
    /// The section's title; empty on the home page and on sections' own.
    pub section: String,
    /// Language code.
    pub lang: String,
    /// The photo.
    pub photo: Option<Use>,
    /// Readable part of the file's name.
    stem: String,
}

/// The card of a page: documents, home and sections have one, as far as search engines see them.
#[must_use]
pub fn card(site: &Site, page: &Page) -> Option<ShareCard> {
    if page.noindex {
        return None;
    }
    let language = site.config.languages.get(page.lang);
    let (title, section, cover, key) = match page.kind {
        PageKind::Document(id) => {
            let document = site.document(id);
            let section = links::section_title(site, document.section, page.lang);
            (&text_of(site, id, page.lang)?.title, section, document.shared.cover.as_ref(), &document.key)
        }
        PageKind::List { of: ListOf::Section(id), n: 1 } => {
            let section = site.section(id);
            (&section.texts[page.lang].as_ref()?.title, "", section.cover.as_ref(), &section.key)
        }
        _ => return None,
    };
    let photo = cover.and_then(|cover| Use::of_cover(site, cover, SlotName::Cover));
    let last = text::slug(key.rsplit('/').next().unwrap_or_default());
    Some(ShareCard {
        title: title.clone(),
        portal: language.title.clone(),
        section: section.to_owned(),
        lang: language.code.clone(),
        photo: photo.filter(|shown| site.asset(shown.asset).picture.is_some()),
        stem: if last.is_empty() { "portal".to_owned() } else { last },
    })
}

impl ShareCard {
    /// The key of its pixels; `dress` is the digest of template, fonts and drawing code.
    #[must_use]
    pub fn key(&self, site: &Site, dress: &Digest) -> Digest {
        let photo = self.photo.map(|shown| (site.asset(shown.asset).digest, format!("{:?}", shown.focus)));
        let (digest, focus) = photo.unzip();
        let words = [&self.title, &self.portal, &self.section, &self.lang].map(|word| word.as_bytes());
        let photo = [digest.as_ref().map_or(&[][..], |digest| digest.as_bytes()), focus.as_deref().unwrap_or("").as_bytes()];
        Digest::of_parts([REVISION, dress.as_bytes()].into_iter().chain(words).chain(photo))
    }

    /// Where it is published.
    #[must_use]
    pub fn url(&self, site: &Site, dress: &Digest) -> UrlPath {
        let rights = self.photo.map(|shown| rights(site, site.asset(shown.asset)).digest());
        let rights = rights.as_ref().map_or(&[][..], |digest| digest.as_bytes());
        let name = Digest::of_parts([self.key(site, dress).as_bytes().as_slice(), rights]).short();
        UrlPath::file(&format!("media/{}-{}.{name}.jpg", self.stem, text::slug(&self.lang)))
    }
}

/// Where a page's card is published; none for a page without one, and where cards are off.
#[must_use]
pub(super) fn url(site: &Site, shared: &Shared, page: &Page) -> Option<UrlPath> {
    let dress = shared.cards.as_ref()?;
    Some(card(site, page)?.url(site, dress))
}
