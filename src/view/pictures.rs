//! Pictures as templates and bodies show them: file, size, texts, credit.

use crate::model::Lang;
use crate::model::asset::PictureRecord;
use crate::model::content_type::Localized;
use crate::model::rendition::Focus;
use crate::model::site::Site;
use crate::model::theme::SlotName;

use super::Shared;
use super::html::{attribute, escape};
use super::model::{PictureSource, PictureView};
use super::renditions::{self, Candidates, Plan, Planned, Use};

/// Known licences: id, name, address.
const LICENCES: [(&str, &str, &str); 12] = [
    ("CC0-1.0", "CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    ("CC-BY-4.0", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    ("CC-BY-SA-4.0", "CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
    ("CC-BY-ND-4.0", "CC BY-ND 4.0", "https://creativecommons.org/licenses/by-nd/4.0/"),
    ("CC-BY-NC-4.0", "CC BY-NC 4.0", "https://creativecommons.org/licenses/by-nc/4.0/"),
    ("CC-BY-NC-SA-4.0", "CC BY-NC-SA 4.0", "https://creativecommons.org/licenses/by-nc-sa/4.0/"),
    ("CC-BY-NC-ND-4.0", "CC BY-NC-ND 4.0", "https://creativecommons.org/licenses/by-nc-nd/4.0/"),
    ("CC-BY-3.0", "CC BY 3.0", "https://creativecommons.org/licenses/by/3.0/"),
    ("CC-BY-2.0", "CC BY 2.0", "https://creativecommons.org/licenses/by/2.0/"),
    ("CC-BY-SA-2.0", "CC BY-SA 2.0", "https://creativecommons.org/licenses/by-sa/2.0/"),
    ("CC-PDM-1.0", "Public Domain Mark 1.0", "https://creativecommons.org/publicdomain/mark/1.0/"),
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

/// A picture in its slot; none where its file is no picture.
#[must_use]
pub fn picture(site: &Site, shared: &Shared, shown: Use, lang: Lang, said: Said<'_>) -> Option<PictureView> {
    let asset = site.asset(shown.asset);
    let facts = asset.picture?;
    let first = |own: &str, record: &str| if own.is_empty() { record.to_owned() } else { own.to_owned() };
    let code = site.config.languages.code(lang);
    let record = &asset.record;
    let alt = if said.decorative { String::new() } else { first(said.alt, in_record(&record.alt, code)) };
    let (licence, licence_url) = licence(&first(said.licence, &record.licence));
    let mut caption = String::new();
    escape(&mut caption, &first(said.caption, in_record(&record.caption, code)));
    let plain = PictureView {
        src: site.href(&asset.url),
        srcset: String::new(),
        sizes: String::new(),
        sources: Vec::new(),
        class: String::new(),
        width: facts.width,
        height: facts.height,
        alt,
        caption,
        credit: first(said.credit, &record.credit),
        licence,
        licence_url,
        lang: None,
    };
    Some(match renditions::plan(site, shown) {
        Some(plan) => planned(site, shared, shown, &plan, plain),
        None => plain,
    })
}

fn in_record<'a>(texts: &'a Localized, code: &str) -> &'a str {
    texts.get(code).or_else(|| texts.get("*")).map_or("", String::as_str)
}

/// `src` is for browsers that know no `srcset`: about this wide.
const PLAIN_WIDTH: u32 = 800;

/// The picture with its renditions.
fn planned(site: &Site, shared: &Shared, shown: Use, plan: &Plan, plain: PictureView) -> PictureView {
    let Some((last, better)) = plan.candidates.split_last() else { return plain };
    let Some(widest) = last.planned.last() else { return plain };
    let slot = site.theme.slots.iter().find(|slot| slot.name == shown.slot);
    let sizes = slot.map_or_else(String::new, |slot| slot.sizes.clone());
    let source = |candidates: &Candidates| PictureSource {
        media_type: candidates.format.media_type(),
        media: candidates.media,
        srcset: srcset(site, &candidates.planned),
        sizes: sizes.clone(),
    };
    let src = last.planned.iter().find(|planned| planned.rendition.width >= PLAIN_WIDTH).unwrap_or(widest);
    PictureView {
        src: site.href(&src.url),
        srcset: if last.planned.len() > 1 { srcset(site, &last.planned) } else { String::new() },
        sources: better.iter().map(source).collect(),
        class: class(shared, shown, slot.is_some_and(|slot| slot.ratio.is_some())),
        width: widest.rendition.width,
        height: widest.rendition.height,
        sizes,
        ..plain
    }
}

/// A cropped rendition has its focal point about its middle already.
fn class(shared: &Shared, shown: Use, cropped: bool) -> String {
    let mut class = shared.tones.tone(shown.asset).map_or_else(String::new, |tone| tone.class());
    if let (Focus::At { x, y }, false) = (shown.focus, cropped) {
        let mark = |part: u16| (part + 1250) / 2500;
        class.push_str(&format!(" fx-{} fy-{}", mark(x), mark(y)));
    }
    class.trim_start().to_owned()
}

/// `/media/a-480.x.webp 480w, /media/a-960.y.webp 960w`
fn srcset(site: &Site, planned: &[Planned]) -> String {
    let mut out = String::with_capacity(planned.len() * 64);
    for planned in planned {
        if !out.is_empty() {
            out.push_str(", ");
        }
        out.push_str(&site.href(&planned.url));
        out.push_str(&format!(" {}w", planned.rendition.width));
    }
    out
}

/// A cover: the record of the source language's file with the texts of one language.
#[must_use]
pub fn cover(
    site: &Site,
    shared: &Shared,
    record: &PictureRecord,
    slot: SlotName,
    lang: Lang,
    alt: &str,
    caption: &str,
) -> Option<PictureView> {
    let said =
        Said { alt, caption, credit: &record.text.credit, licence: &record.text.licence, decorative: record.decorative };
    picture(site, shared, Use::of_cover(site, record, slot)?, lang, said)
}

/// A cover's text alternative.
#[must_use]
pub fn alt(site: &Site, record: &PictureRecord, lang: Lang, said: &str) -> String {
    let own = record.asset.map(|asset| in_record(&site.asset(asset).record.alt, site.config.languages.code(lang)));
    match said {
        _ if record.decorative => String::new(),
        "" => own.unwrap_or_default().to_owned(),
        said => said.to_owned(),
    }
}

/// `<picture>` with its `<source>`s, or `<img>` alone.
pub fn img(out: &mut String, picture: &PictureView) {
    if !picture.sources.is_empty() {
        out.push_str("<picture>");
    }
    for source in &picture.sources {
        out.push_str("<source");
        attribute(out, "type", source.media_type);
        for (name, value) in [("media", source.media), ("srcset", &source.srcset), ("sizes", &source.sizes)] {
            if !value.is_empty() {
                attribute(out, name, value);
            }
        }
        out.push('>');
    }
    out.push_str("<img");
    if !picture.class.is_empty() {
        attribute(out, "class", &picture.class);
    }
    attribute(out, "src", &picture.src);
    if !picture.srcset.is_empty() {
        attribute(out, "srcset", &picture.srcset);
        attribute(out, "sizes", &picture.sizes);
    }
    attribute(out, "width", &picture.width.to_string());
    attribute(out, "height", &picture.height.to_string());
    attribute(out, "alt", &picture.alt);
    out.push_str(" loading=\"lazy\" decoding=\"async\">");
    if !picture.sources.is_empty() {
        out.push_str("</picture>");
    }
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
