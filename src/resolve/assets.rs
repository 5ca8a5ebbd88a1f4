//! Files of `content/`: where they are published, and what holds of a picture wherever it is shown.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diag::{Diagnostic, rules};
use crate::model::asset::{Asset, AssetId, PictureFacts, PictureKind, PictureRecord, PictureText};
use crate::model::document::{Document, Section, Status, Text};
use crate::model::{PerLang, SourcePath, UrlPath};
use crate::picture::Format;
use crate::text;
use crate::world::FileFacts;

use super::{Context, fields, pictures};

/// All files below `content/`, with what sidecars, covers and texts say of the pictures.
pub(super) fn assets(
    context: &Context<'_>,
    documents: &[Document],
    sections: &[Section],
    notes: &mut Vec<Diagnostic>,
) -> Vec<Asset> {
    let inputs = context.given.inputs;
    let mut records = sidecars(context, notes);
    let covers = documents.iter().map(|document| document.shared.cover.as_ref());
    for cover in covers.chain(sections.iter().map(|section| section.cover.as_ref())).flatten() {
        add_cover(cover, &mut records);
    }
    let published = documents.iter().filter(|document| document.status == Status::Published);
    let shown = published.map(|document| (document.shared.cover.as_ref(), &document.texts));
    let mut said: BTreeMap<AssetId, PictureText> = BTreeMap::new();
    for (cover, texts) in shown.chain(sections.iter().map(|section| (section.cover.as_ref(), &section.texts))) {
        add_said(context, cover, texts, &mut said);
    }
    let asset = |(path, facts): (&SourcePath, &Arc<FileFacts>)| {
        let id = context.assets.get(path).copied();
        Asset {
            path: path.clone(),
            digest: facts.digest,
            size: facts.size,
            url: asset_url(path, facts),
            picture: facts.picture.as_ref().ok().map(picture_facts),
            record: id.and_then(|id| records.remove(&id)).unwrap_or_default(),
            said: id.and_then(|id| said.remove(&id)).unwrap_or_default(),
        }
    };
    inputs.files.iter().map(asset).collect()
}

fn sidecars(context: &Context<'_>, notes: &mut Vec<Diagnostic>) -> BTreeMap<AssetId, PictureText> {
    let mut records = BTreeMap::new();
    for (picture, source) in &context.given.inputs.sidecars {
        let found = crate::parse::toml(&context.given.inputs.sources.get(*source).text, 0, &rules::DATA_INVALID);
        let mut own = found.notes;
        let scope = context.scope(picture.folder(), "");
        fields::unknown_keys(pictures::PICTURE_KEYS.into_iter(), &found.value, &mut own);
        let text = pictures::picture_text(&scope, &found.value, &mut own);
        notes.extend(own.into_iter().map(|note| note.at(*source)));
        records.extend(context.assets.get(picture).map(|id| (*id, text)));
    }
    records
}

/// What a cover's record says goes before the picture's sidecar.
fn add_cover(cover: &PictureRecord, records: &mut BTreeMap<AssetId, PictureText>) {
    let Some(id) = cover.asset else { return };
    let record = records.entry(id).or_default();
    let said = &cover.text;
    let texts = [
        (&mut record.credit, &said.credit),
        (&mut record.licence, &said.licence),
        (&mut record.place, &said.place),
        (&mut record.digital_source_type, &said.digital_source_type),
    ];
    for (slot, text) in texts {
        if !text.is_empty() {
            slot.clone_from(text);
        }
    }
    record.focus = said.focus.or(record.focus);
}

/// What published texts say where they show a picture: the first alt in each language, and the first credit.
fn add_said(
    context: &Context<'_>,
    cover: Option<&PictureRecord>,
    texts: &PerLang<Option<Text>>,
    said: &mut BTreeMap<AssetId, PictureText>,
) {
    for (lang, text) in texts.present() {
        let mut add = |id: AssetId, alt: &str, credit: &str| {
            let own = said.entry(id).or_default();
            if !alt.is_empty() {
                own.alt.entry(context.code(lang).to_owned()).or_insert_with(|| alt.to_owned());
            }
            if own.credit.is_empty() {
                own.credit.push_str(credit);
            }
        };
        if let Some(id) = cover.and_then(|cover| cover.asset) {
            add(id, &text.cover_alt, "");
        }
        for (id, image) in text.images.iter().zip(&text.parsed.body.images) {
            if let Some(id) = *id {
                add(id, &image.alt, &image.credit);
            }
        }
    }
}

fn picture_facts(found: &crate::picture::PictureFacts) -> PictureFacts {
    let kind = match found.format {
        _ if found.animated => PictureKind::AsIs,
        Format::Svg => PictureKind::AsIs,
        _ if found.alpha || found.palette => PictureKind::Drawing,
        _ => PictureKind::Photo,
    };
    PictureFacts { width: found.width, height: found.height, kind }
}

/// Where a file is published: a readable name with the digest of its bytes, so that it can be cached for ever.
fn asset_url(path: &SourcePath, facts: &FileFacts) -> UrlPath {
    let name = path.file_name();
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, "bin"));
    let stem = text::slug(stem);
    let extension =
        facts.picture.as_ref().map_or_else(|_| text::slug(extension), |found| found.format.extension().to_owned());
    UrlPath::file(&format!("media/{}.{}.{extension}", if stem.is_empty() { "tep" } else { &stem }, facts.digest.short()))
}
