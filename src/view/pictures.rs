//! Pictures as templates and bodies show them: file, size, texts, credit.

use crate::model::Lang;
use crate::model::asset::{Asset, AssetId, PictureRecord};
use crate::model::site::Site;

use super::Shared;
use super::html::{attribute, escape};
use super::model::PictureView;

/// Known licences: id, name, address.
const LICENCES: [(&str, &str, &str); 8] = [
    ("CC0-1.0", "CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    ("CC-BY-4.0", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    ("CC-BY-SA-4.0", "CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
    ("CC-BY-ND-4.0", "CC BY-ND 4.0", "https://creativecommons.org/licenses/by-nd/4.0/"),
    ("CC-BY-NC-4.0", "CC BY-NC 4.0", "https://creativecommons.org/licenses/by-nc/4.0/"),
    ("CC-BY-NC-SA-4.0", "CC BY-NC-SA 4.0", "https://creativecommons.org/licenses/by-nc-sa/4.0/"),
    ("CC-BY-NC-ND-4.0", "CC BY-NC-ND 4.0", "https://creativecommons.org/licenses/by-nc-nd/4.0/"),
    ("CC-BY-SA-3.0", "CC BY-SA 3.0", "https://creativecommons.org/licenses/by-sa/3.0/"),
];

/// A licence's name and address; an unknown one is printed as it is written.
#[must_use]
pub fn licence(id: &str) -> (String, String) {
    let known = LICENCES.iter().find(|(known, ..)| *known == id);
    known.map_or((id.to_owned(), String::new()), |(_, name, url)| ((*name).to_owned(), (*url).to_owned()))
}

/// Texts that the use of a picture says itself; empty ones fall back to the picture's record.
#[derive(Debug, Clone, Copy, Default)]
pub struct Said<'a> {
    /// Text alternative.
    pub alt: &'a str,
    /// Caption, plain text.
    pub caption: &'a str,
    /// Credit.
    pub credit: &'a str,
    /// Licence.
    pub licence: &'a str,
    /// An empty alt is meant.
    pub decorative: bool,
}

/// A picture; none where its file is no picture.
#[must_use]
pub fn picture(site: &Site, asset: AssetId, lang: Lang, said: Said<'_>) -> Option<PictureView> {
    let asset = site.asset(asset);
    let facts = asset.picture?;
    let first = |own: &str, record: &str| if own.is_empty() { record.to_owned() } else { own.to_owned() };
    let code = site.config.languages.code(lang);
    let record = &asset.record;
    let in_record = |texts: &crate::model::content_type::Localized| {
        texts.get(code).or_else(|| texts.get("*")).cloned().unwrap_or_default()
    };
    let alt = if said.decorative { String::new() } else { first(said.alt, &in_record(&record.alt)) };
    let (licence, licence_url) = licence(&first(said.licence, &record.licence));
    let mut caption = String::new();
    escape(&mut caption, &first(said.caption, &in_record(&record.caption)));
    Some(PictureView {
        src: site.href(&asset.url),
        sources: Vec::new(),
        width: facts.width,
        height: facts.height,
        alt,
        caption,
        credit: first(said.credit, &record.credit),
        licence,
        licence_url,
        lang: None,
    })
}

/// A cover: the record of the source language's file with the texts of one language.
#[must_use]
pub fn cover(site: &Site, record: &PictureRecord, lang: Lang, alt: &str, caption: &str) -> Option<PictureView> {
    let said =
        Said { alt, caption, credit: &record.text.credit, licence: &record.text.licence, decorative: record.decorative };
    picture(site, record.asset?, lang, said)
}

/// The picture's absolute address, for social networks and structured data.
#[must_use]
pub fn absolute(site: &Site, asset: &Asset) -> String {
    site.absolute(&asset.url)
}

/// `<img>`
pub fn img(out: &mut String, picture: &PictureView, lazy: bool) {
    out.push_str("<img");
    attribute(out, "src", &picture.src);
    attribute(out, "width", &picture.width.to_string());
    attribute(out, "height", &picture.height.to_string());
    attribute(out, "alt", &picture.alt);
    out.push_str(if lazy { " loading=\"lazy\" decoding=\"async\">" } else { " decoding=\"async\">" });
}

/// Caption and credit inside a `<figcaption>`; nothing where both are empty. `more` is further caption HTML.
pub fn figcaption(out: &mut String, shared: &Shared, lang: Lang, picture: &PictureView, more: &str) {
    if picture.caption.is_empty() && picture.credit.is_empty() && more.is_empty() {
        return;
    }
    out.push_str("<figcaption>");
    if !picture.caption.is_empty() {
        out.push_str("<span class=\"caption\">");
        out.push_str(&picture.caption);
        out.push_str("</span>");
    }
    out.push_str(more);
    if !picture.credit.is_empty() {
        out.push_str(" <span class=\"credit\">");
        escape(out, &shared.words.with(lang, "caption-picture", "name", &picture.credit));
        if !picture.licence.is_empty() {
            out.push_str(" · ");
            super::facts::anchor(out, &picture.licence_url, &picture.licence, Some("license"));
        }
        out.push_str("</span>");
    }
    out.push_str("</figcaption>");
}
