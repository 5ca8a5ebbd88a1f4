//! What all pages of one language share.

use std::collections::BTreeMap;

use serde::Serialize;

/// What all pages of one language share. Templates see it as `site`.
#[derive(Debug, Clone, Serialize)]
pub struct SiteView {
    /// Language code.
    pub lang: String,
    /// The portal's name in this language.
    pub title: String,
    /// One line below the name; may be empty.
    pub tagline: String,
    /// URL of the language's home page.
    pub home: String,
    /// Absolute address of the portal, with a trailing slash.
    pub base_url: String,
    /// Menus by place (`main`, `footer`).
    pub menus: BTreeMap<String, Vec<MenuItem>>,
    /// Who runs the portal.
    pub identity: Option<Identity>,
    /// Link cards and agency links by group, in the order of the data file.
    pub links: Vec<LinkGroup>,
    /// The search page; empty where the theme has none.
    pub search_url: String,
    /// What the search form needs; none where the portal has no index.
    pub search: Option<SearchView>,
    /// What machines can read; none where the portal publishes none of it.
    pub data: Option<DataView>,
    /// A-Z page.
    pub az_url: String,
    /// Overview of the default vocabulary; empty where there are no terms.
    pub terms_url: String,
    /// The language's Atom feed.
    pub atom_url: String,
    /// The language's JSON feed.
    pub json_feed_url: String,
    /// Published theme assets: `site.assets["site.css"]` is `/assets/site.3fk2….css`.
    pub assets: BTreeMap<String, String>,
    /// `hoaban` and its version, for the footer or a meta tag.
    pub generator: String,
    /// Year of the build's date in the portal's zone, for a copyright line.
    pub year: i16,
    /// True in `hoaban serve`.
    pub preview: bool,
}

/// What a search form needs to answer by itself.
#[derive(Debug, Clone, Serialize)]
pub struct SearchView {
    /// Address of the index's folder, with a trailing slash; the manifest is `<base><lang>.json`.
    pub base: String,
    /// Address of the client, a JavaScript module.
    pub client: String,
    /// Address of the loader, the module that pages name; it fetches the client.
    pub loader: String,
    /// Pages have twins `index.json`, from which results are quoted.
    pub twins: bool,
    /// The portal's other languages, in which results can be.
    pub others: Vec<LanguageName>,
}

/// A language as pages in another one call it.
#[derive(Debug, Clone, Serialize)]
pub struct LanguageName {
    /// Code.
    pub lang: String,
    /// `tiếng Anh`, `English`.
    pub name: String,
}

/// Where the data files are.
#[derive(Debug, Clone, Serialize)]
pub struct DataView {
    /// The page that explains them; empty where the theme has none.
    pub url: String,
    /// All pages, a JSON object a line.
    pub pages: String,
    /// The whole as schema.org and DCAT describe a data set, JSON-LD.
    pub dataset: String,
    /// Every page has a twin `index.json` beside it.
    pub twins: bool,
}

/// An item of a menu.
#[derive(Debug, Clone, Serialize)]
pub struct MenuItem {
    /// Label.
    pub title: String,
    /// Where it leads.
    pub url: String,
    /// Key of the section or document; `""` for a plain URL. Current when it equals `page.section`.
    pub key: String,
    /// Language of the target where it differs from the page's.
    pub lang: Option<String>,
    /// The link leaves the portal.
    pub external: bool,
}

/// The agency behind the portal.
#[derive(Debug, Clone, Serialize)]
pub struct Identity {
    /// Agency's name.
    pub name: String,
    /// The agency it belongs to; may be empty.
    pub parent: String,
    /// Postal address; may be empty.
    pub address: String,
    /// Telephone as printed.
    pub phone: String,
    /// Telephone for a `tel:` link.
    pub phone_url: String,
    /// E-mail.
    pub email: String,
    /// Person responsible for the content, with office.
    pub responsible: String,
    /// Licence of the portal's own texts, such as `CC BY 4.0`.
    pub licence: String,
    /// Address of the licence; may be empty.
    pub licence_url: String,
    /// Anything to add, such as that contacts are fictional.
    pub note: String,
}

/// Links of one group (`agency`, `service`, `press`, `audience`).
#[derive(Debug, Clone, Serialize)]
pub struct LinkGroup {
    /// Group's id; its heading is the interface word `links-<id>`.
    pub id: String,
    /// The links.
    pub links: Vec<LinkCard>,
}

/// A link card.
#[derive(Debug, Clone, Serialize)]
pub struct LinkCard {
    /// Name.
    pub title: String,
    /// Where it leads.
    pub url: String,
    /// Host name for outside links (`vietnam.travel`), else empty.
    pub host: String,
    /// A sentence; may be empty.
    pub description: String,
}
