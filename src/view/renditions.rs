//! Which renditions a picture has in each slot of the theme, and where they are published.
//!
//! In: the [`Site`], a picture, its slot. Out: a [`Plan`], the same for the page that shows the picture and for the list of files
//! that are published. Sizes come from headers alone: nothing is decoded to plan, and nothing is scaled up.

use std::collections::BTreeSet;

use crate::model::asset::{Asset, AssetId, PictureKind, PictureRecord};
use crate::model::body::{Body, Directive, DirectiveKind, Element, Node};
use crate::model::document::Text;
use crate::model::rendition::{Fit, Focus, Rendition, RenditionFormat};
use crate::model::site::Site;
use crate::model::theme::{Slot, SlotName};
use crate::model::{Digest, UrlPath};
use crate::picture::crop::{self, Part};
use crate::picture::encode;
use crate::picture::metadata::Rights;
use crate::text;

use super::pictures::licence;

/// Changes when the same settings give other names or other pixels for a reason that no other part of a key tells.
const REVISION: &[u8] = b"hoaban rendition 1";

/// AVIF is never wider: beyond, WebP is nearly as small and much faster to make.
const WIDEST_AVIF: u32 = 1920;

/// The widest AVIF where only the slow encoder is there, and the screens that it is offered to: telephones.
const WIDEST_SLOW_AVIF: (u32, &str) = (960, "(max-width: 480px)");

/// A rendition and where it is published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// What to make.
    pub rendition: Rendition,
    /// Its address.
    pub url: UrlPath,
}

/// The renditions of one format, narrow first; at least one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidates {
    /// The format.
    pub format: RenditionFormat,
    /// Screens that they are for, as a media query; empty for all.
    pub media: &'static str,
    /// The renditions.
    pub planned: Vec<Planned>,
}

/// A picture's renditions in a slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Formats in order of preference; the last is for every browser.
    pub candidates: Vec<Candidates>,
}

impl Plan {
    /// The widest rendition in the format that everything shows.
    #[must_use]
    pub fn main(&self) -> Option<&Planned> {
        self.candidates.last()?.planned.last()
    }
}

/// A picture in a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Use {
    /// The picture.
    pub asset: AssetId,
    /// Where it stands.
    pub slot: SlotName,
    /// The point that a crop shows.
    pub focus: Focus,
}

impl Use {
    /// A picture that a text or a list shows.
    #[must_use]
    pub fn of(site: &Site, asset: AssetId, slot: SlotName) -> Self {
        Self { asset, slot, focus: Focus::of(site.asset(asset).record.focus) }
    }

    /// A cover; its own focal point goes before that of the picture's record.
    #[must_use]
    pub fn of_cover(site: &Site, record: &PictureRecord, slot: SlotName) -> Option<Self> {
        let asset = record.asset?;
        Some(Self { asset, slot, focus: Focus::of(record.text.focus.or(site.asset(asset).record.focus)) })
    }
}

/// What is made of a picture for a slot; none where the picture is shown as it is.
#[must_use]
pub fn plan(site: &Site, shown: Use) -> Option<Plan> {
    let settings = &site.config.pictures;
    let asset = site.asset(shown.asset);
    let facts = asset.picture.filter(|facts| settings.renditions && facts.kind != PictureKind::AsIs)?;
    let slot = site.theme.slots.iter().find(|slot| slot.name == shown.slot && !slot.widths.is_empty())?;
    let sizes = sizes(slot, (facts.width, facts.height));
    let part = part(slot, (facts.width, facts.height));
    let fit = if part == Part::whole(facts.width, facts.height) { Fit::Whole } else { Fit::Crop(shown.focus) };
    let named = Named::of(site, asset);
    let candidates = |format: RenditionFormat| {
        let (widest, media) = reach(format, slot.name)?;
        let fitting = sizes.iter().filter(|(width, _)| *width <= widest);
        let planned = fitting.map(|&(width, height)| named.planned(Rendition { width, height, fit, format }));
        let planned: Vec<Planned> = planned.collect();
        (!planned.is_empty()).then_some(Candidates { format, media, planned })
    };
    let formats = formats(slot.formats.as_ref().unwrap_or(&settings.formats), facts.kind);
    Some(Plan { candidates: formats.into_iter().filter_map(candidates).collect() })
}

/// Sizes of a slot for a picture of a size, narrow first: the slot's widths as far as the picture goes, then the picture's own.
fn sizes(slot: &Slot, (width, height): (u32, u32)) -> Vec<(u32, u32)> {
    let part = part(slot, (width, height));
    let (across, down) = slot.ratio.unwrap_or((width, height));
    let rounded = |w: u32| (u64::from(w) * u64::from(down) + u64::from(across) / 2) / u64::from(across.max(1));
    let tall = |w: u32| u32::try_from(rounded(w)).unwrap_or(u32::MAX).clamp(1, part.height);
    let mut sizes: Vec<(u32, u32)> = slot.widths.iter().filter(|w| **w < part.width).map(|w| (*w, tall(*w))).collect();
    if slot.widths.iter().any(|w| *w >= part.width) {
        sizes.push((part.width, part.height));
    }
    sizes
}

/// A part of the size that a slot shows of a picture; where it lies depends on the focal point.
fn part(slot: &Slot, (width, height): (u32, u32)) -> Part {
    slot.ratio.map_or(Part::whole(width, height), |shape| crop::part(width, height, shape, (0.5, 0.5)))
}

/// Formats for a kind of picture; the last is one that everything shows.
fn formats(wanted: &[RenditionFormat], kind: PictureKind) -> Vec<RenditionFormat> {
    use RenditionFormat::{Avif, Jpeg, Png, WebP};
    let (possible, last): (&[_], _) = match kind {
        PictureKind::Photo => (&[Avif, WebP], Jpeg),
        PictureKind::Drawing | PictureKind::AsIs => (&[WebP], Png),
    };
    let chosen = wanted.iter().copied().filter(|format| possible.contains(format));
    chosen.chain(std::iter::once(last)).collect()
}

/// How wide a format is made in a slot, and for which screens; none where it is not made at all.
fn reach(format: RenditionFormat, slot: SlotName) -> Option<(u32, &'static str)> {
    match format {
        RenditionFormat::Avif if encode::has_fast_avif() => Some((WIDEST_AVIF, "")),
        RenditionFormat::Avif => (cfg!(feature = "avif") && slot == SlotName::Hero).then_some(WIDEST_SLOW_AVIF),
        _ => Some((u32::MAX, "")),
    }
}

/// What the names of a picture's renditions are made of.
struct Named<'a> {
    asset: &'a Asset,
    quality: u8,
    stem: String,
    rights: Digest,
}

impl<'a> Named<'a> {
    fn of(site: &Site, asset: &'a Asset) -> Self {
        let name = asset.path.file_name();
        let stem = text::slug(name.rsplit_once('.').map_or(name, |(stem, _)| stem));
        let stem = if stem.is_empty() { "anh".to_owned() } else { stem };
        Self { asset, quality: site.config.pictures.quality, stem, rights: rights(site, asset).digest() }
    }

    fn planned(&self, rendition: Rendition) -> Planned {
        let key = key(self.asset, &rendition, self.quality);
        let digest = Digest::of_parts([key.as_bytes().as_slice(), self.rights.as_bytes()]).short();
        let (width, extension) = (rendition.width, rendition.format.extension());
        Planned { rendition, url: UrlPath::file(&format!("media/{}-{width}.{digest}.{extension}", self.stem)) }
    }
}

/// The key of a rendition's pixels: everything that they depend on. What is written into the file beside them is not part of it.
#[must_use]
pub fn key(asset: &Asset, rendition: &Rendition, quality: u8) -> Digest {
    let encoder = encode::encoder(rendition.format);
    Digest::of_parts([REVISION, asset.digest.as_bytes(), &rendition.canonical(), &[quality], encoder.as_bytes()])
}

/// What is written into every file that is made of a picture.
#[must_use]
pub fn rights(site: &Site, asset: &Asset) -> Rights {
    let record = &asset.record;
    let (licence_name, web_statement) = licence(&record.licence);
    let credit = if record.credit.is_empty() { &asset.said.credit } else { &record.credit };
    let mut alts = asset.said.alt.clone();
    alts.extend(record.alt.iter().filter(|(_, alt)| !alt.is_empty()).map(|(lang, alt)| (lang.clone(), alt.clone())));
    let texts = |texts: &crate::model::content_type::Localized| {
        let all = texts.iter().filter(|(_, text)| !text.is_empty());
        let default = site.config.languages.code(site.config.default_language);
        let code = |code: &str| if code == "*" { default.to_owned() } else { code.to_owned() };
        all.map(|(lang, text)| (code(lang), text.clone())).collect()
    };
    Rights {
        creator: credit.clone(),
        credit: credit.clone(),
        rights: licence_name,
        licence: record.licence.clone(),
        web_statement,
        captions: texts(&record.caption),
        alts: texts(&alts),
        digital_source_type: record.digital_source_type.clone(),
        place: record.place.clone(),
        ..Rights::default()
    }
}

/// The address of the picture that stands for a use where only one can be named: feeds, sitemaps, structured data.
#[must_use]
pub fn main(site: &Site, shown: Use) -> UrlPath {
    let planned = plan(site, shown);
    planned.as_ref().and_then(Plan::main).map_or_else(|| site.asset(shown.asset).url.clone(), |main| main.url.clone())
}

/// The slot of each picture of a body.
#[must_use]
pub fn slots(body: &Body) -> Vec<SlotName> {
    let mut slots = vec![SlotName::Inline; body.images.len()];
    let mut open: Vec<SlotName> = Vec::new();
    for node in &body.nodes {
        match *node {
            Node::Start(Element::Directive(i)) => {
                let outer = open.last().copied().unwrap_or(SlotName::Inline);
                open.push(slot_in(&body.directives[i as usize], outer));
            }
            Node::End(Element::Directive(_)) => _ = open.pop(),
            Node::Image(i) => slots[i as usize] = open.last().copied().unwrap_or(SlotName::Inline),
            _ => {}
        }
    }
    slots
}

fn slot_in(directive: &Directive, outer: SlotName) -> SlotName {
    match directive.kind {
        DirectiveKind::Gallery => SlotName::Gallery,
        DirectiveKind::Figure if matches!(directive.attribute("size"), "wide" | "full") => SlotName::Cover,
        DirectiveKind::Figure => SlotName::Inline,
        _ => outer,
    }
}

/// Every picture that published pages show, with its slots.
#[must_use]
pub fn uses(site: &Site) -> BTreeSet<Use> {
    let mut uses = BTreeSet::new();
    let mut cover = |record: Option<&PictureRecord>, slots: &[SlotName]| {
        let found = slots.iter().filter_map(|slot| Use::of_cover(site, record?, *slot));
        uses.extend(found.filter(|shown| site.asset(shown.asset).picture.is_some()));
    };
    let published = site.documents.iter().filter(|document| document.pages.present().next().is_some());
    for document in published.clone() {
        cover(document.shared.cover.as_ref(), &[SlotName::Cover, SlotName::Card]);
    }
    for section in &site.sections {
        let slots = [SlotName::Hero, SlotName::Card];
        cover(section.cover.as_ref(), if section.parent.is_none() { &slots[..1] } else { &slots }); // no list leads home
    }
    let texts = published.map(|document| &document.texts).chain(site.sections.iter().map(|section| &section.texts));
    for (_, text) in texts.flat_map(|texts| texts.present()) {
        uses.extend(of_text(site, text));
    }
    uses
}

/// The pictures of a text, in its order.
pub fn of_text<'a>(site: &'a Site, text: &'a Text) -> impl Iterator<Item = Use> + 'a {
    let slots = if text.images.is_empty() { Vec::new() } else { slots(&text.parsed.body) };
    let shown = text.images.iter().zip(slots).filter_map(|(asset, slot)| Some((((*asset)?), slot)));
    shown.filter(|(asset, _)| site.asset(*asset).picture.is_some()).map(|(asset, slot)| Use::of(site, asset, slot))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{formats, sizes, slots};
    use crate::model::asset::PictureKind;
    use crate::model::rendition::RenditionFormat::{Avif, Jpeg, Png, WebP};
    use crate::model::theme::{Slot, SlotName};

    fn slot(widths: &[u32], ratio: Option<(u32, u32)>) -> Slot {
        Slot { name: SlotName::Card, widths: widths.to_vec(), ratio, sizes: String::new(), formats: None }
    }

    #[test]
    fn nothing_is_scaled_up() {
        assert_eq!(sizes(&slot(&[480, 960, 1920], None), (3000, 2000)), [(480, 320), (960, 640), (1920, 1280)]);
        assert_eq!(sizes(&slot(&[480, 960, 1920], None), (1000, 500)), [(480, 240), (960, 480), (1000, 500)]);
        assert_eq!(sizes(&slot(&[480, 960], None), (300, 4000)), [(300, 4000)]);
        assert_eq!(sizes(&slot(&[480, 960], Some((3, 2))), (4000, 500)), [(480, 320), (750, 500)]);
    }

    #[test]
    fn the_last_format_is_one_that_everything_shows() {
        assert_eq!(formats(&[Avif, WebP, Jpeg], PictureKind::Photo), [Avif, WebP, Jpeg]);
        assert_eq!(formats(&[Avif], PictureKind::Photo), [Avif, Jpeg]);
        assert_eq!(formats(&[Avif, WebP, Jpeg], PictureKind::Drawing), [WebP, Png]);
        assert_eq!(formats(&[Jpeg], PictureKind::Drawing), [Png]);
    }

    #[test]
    fn a_picture_stands_in_the_slot_of_the_directive_around_it() {
        let text = "![](a.jpg)\n\n::::note\n![](b.jpg)\n\n:::gallery\n![](c.jpg)\n![](d.jpg)\n:::\n\n![](e.jpg)\n::::\n\n\
                    :::figure {size=\"full\"}\n![](f.jpg)\n:::\n\n:::figure\n![](g.jpg)\n:::\n\n![](h.jpg)\n";
        let body = crate::parse::page(text, "vi").value.body;
        let found: Vec<_> = body.images.iter().map(|image| &image.target[..1]).zip(slots(&body)).collect();
        use SlotName::{Cover, Gallery, Inline};
        let expected = [Inline, Inline, Gallery, Gallery, Inline, Cover, Inline, Inline];
        assert_eq!(found, ["a", "b", "c", "d", "e", "f", "g", "h"].into_iter().zip(expected).collect::<Vec<_>>());
    }

    proptest! {
        #[test]
        fn sizes_grow_and_keep_the_shape(
            width in 1u32..9000, height in 1u32..9000,
            widths in proptest::collection::btree_set(1u32..5000, 1..6),
            ratio in proptest::option::of((1u32..20, 1u32..20)),
        ) {
            let widths: Vec<u32> = widths.into_iter().collect();
            let sizes = sizes(&slot(&widths, ratio), (width, height));
            prop_assert!(!sizes.is_empty());
            prop_assert!(sizes.is_sorted_by(|a, b| a.0 < b.0));
            let (across, down) = ratio.unwrap_or((width, height));
            for (w, h) in sizes {
                prop_assert!(w <= width && h <= height && h >= 1);
                let exact = f64::from(w) * f64::from(down) / f64::from(across);
                let rounding = 1.0 + f64::from(down) / f64::from(across) / 2.0; // the widest is as wide as the part in whole pixels
                prop_assert!((f64::from(h) - exact).abs() <= rounding || h == 1, "{w} x {h} for {across}/{down}");
            }
        }
    }
}
