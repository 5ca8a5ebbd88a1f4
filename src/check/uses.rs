//! The pictures that a text shows: in its body, as its cover, and in its type's fields.
//!
//! A cover and the fields' pictures are written once, in the original; a translation only adds the cover's texts.

use super::subject::{Owner, Subject};
use crate::model::Span;
use crate::model::asset::{Asset, AssetId, PictureRecord};
use crate::model::body::Image;
use crate::model::content_type::{FieldValue, Fields, Localized};

/// A picture in one place of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Use<'a> {
    /// Path as written; the file's name for a cover and in fields.
    pub(super) target: &'a str,
    /// Where.
    pub(super) span: Span,
    /// The file; none where it does not exist.
    pub(super) asset: Option<AssetId>,
    /// It is the document's cover.
    pub(super) cover: bool,
    /// It was written in this file; false for a translation's cover.
    pub(super) own: bool,
    /// It has a text alternative, or is marked as decorative.
    pub(super) described: bool,
    /// It says who made it.
    pub(super) credited: bool,
}

/// All pictures of a text in the order body, cover, fields.
pub(super) fn of<'a>(subject: &Subject<'a>) -> Vec<Use<'a>> {
    let text = subject.text;
    let images = text.parsed.body.images.iter().zip(text.images.iter().copied().chain(std::iter::repeat(None)));
    let mut uses: Vec<Use<'a>> = images.map(|(image, asset)| in_body(subject, image, asset)).collect();
    let cover = match subject.owner {
        Owner::Document(document) => document.shared.cover.as_ref(),
        Owner::Section(section) => section.cover.as_ref(),
    };
    uses.extend(cover.and_then(|cover| as_cover(subject, cover)));
    fields(subject, &text.fields, &[subject.code], &mut uses);
    if let Some(document) = subject.owner.document().filter(|_| subject.is_original()) {
        let codes: Vec<&str> = document.texts.present().map(|(lang, _)| subject.site.config.languages.code(lang)).collect();
        fields(subject, &document.shared.fields, &codes, &mut uses);
    }
    uses
}

fn in_body<'a>(subject: &Subject<'a>, image: &'a Image, asset: Option<AssetId>) -> Use<'a> {
    let record = asset.map(|asset| subject.site.asset(asset));
    let in_sidecar = || record.is_some_and(|asset| in_record(asset, subject.code));
    let says = is_description(&image.alt, &image.target) || (image.alt.is_empty() && in_sidecar());
    Use {
        target: &image.target,
        span: image.span,
        asset,
        cover: false,
        own: true,
        described: image.decorative || says,
        credited: !image.credit.is_empty() || record.is_some_and(|asset| !asset.record.credit.is_empty()),
    }
}

fn as_cover<'a>(subject: &Subject<'a>, cover: &PictureRecord) -> Option<Use<'a>> {
    let id = cover.asset?;
    let asset = subject.site.asset(id);
    let text = subject.text;
    let entry = text.parsed.front.get("cover");
    let place = entry.map_or(text.title_span, |entry| entry.item.span);
    let own = subject.is_original();
    let alt = &text.cover_alt;
    Some(Use {
        target: asset.path.file_name(),
        span: if own { cover.span } else { place },
        asset: Some(id),
        cover: true,
        own,
        described: cover.decorative
            || is_description(alt, asset.path.as_str())
            || (alt.is_empty() && in_record(asset, subject.code)),
        credited: !cover.text.credit.is_empty() || !asset.record.credit.is_empty(),
    })
}

/// The pictures in fields, however deep; they need a text alternative in each of the languages.
fn fields<'a>(subject: &Subject<'a>, fields: &'a Fields, codes: &[&str], uses: &mut Vec<Use<'a>>) {
    fields.iter().for_each(|(_, value)| field(subject, value, codes, uses));
}

fn field<'a>(subject: &Subject<'a>, value: &'a FieldValue, codes: &[&str], uses: &mut Vec<Use<'a>>) {
    match value {
        FieldValue::Image(record) => uses.extend(in_field(subject, record, codes)),
        FieldValue::List(items) => items.iter().for_each(|item| field(subject, item, codes, uses)),
        FieldValue::Fields(inner) => fields(subject, inner, codes, uses),
        _ => {}
    }
}

fn in_field<'a>(subject: &Subject<'a>, record: &PictureRecord, codes: &[&str]) -> Option<Use<'a>> {
    let id = record.asset?;
    let asset = subject.site.asset(id);
    let says = |alt: &String| is_description(alt, asset.path.as_str());
    let described = |code: &&str| localized(&record.text.alt, code).is_some_and(says) || in_record(asset, code);
    Some(Use {
        target: asset.path.file_name(),
        span: record.span,
        asset: Some(id),
        cover: false,
        own: true,
        described: record.decorative || codes.iter().all(described),
        credited: !record.text.credit.is_empty() || !asset.record.credit.is_empty(),
    })
}

/// Whether an alternative says anything; the file's own name says nothing.
fn is_description(alt: &str, target: &str) -> bool {
    let name = target.rsplit('/').next().unwrap_or(target);
    let alt = alt.trim();
    !alt.is_empty() && !alt.eq_ignore_ascii_case(name)
}

/// Whether the picture's own record has an alternative in the language.
fn in_record(asset: &Asset, code: &str) -> bool {
    localized(&asset.record.alt, code).is_some_and(|alt| is_description(alt, asset.path.as_str()))
}

fn localized<'t>(texts: &'t Localized, code: &str) -> Option<&'t String> {
    texts.get(code).or_else(|| texts.get("*"))
}

#[cfg(test)]
mod tests {
    use super::is_description;

    #[test]
    fn a_file_name_is_no_description() {
        assert!(is_description("Hoa ban", "hoa-ban.jpg"));
        for alt in ["", "  ", "hoa-ban.jpg", "HOA-BAN.JPG "] {
            assert!(!is_description(alt, "../_media/hoa-ban.jpg"), "{alt}");
        }
    }
}
