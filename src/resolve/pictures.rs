//! Picture records, and the files that paths in texts name.

use crate::diag::{Note, rules};
use crate::model::asset::{AssetId, PictureRecord, PictureText};
use crate::model::content_type::Localized;
use crate::model::value::{Table, Value};
use crate::model::{SourcePath, Span};
use crate::text;

use super::fields::{Scope, as_number, is_url, localized, unknown_keys, wrong_kind};

/// A picture record: `{ image, alt, caption, credit, licence, focus, decorative }`.
pub(super) fn picture(scope: &Scope<'_>, table: &Table, span: Span, notes: &mut Vec<Note>) -> Option<PictureRecord> {
    unknown_keys(PICTURE_KEYS.into_iter(), table, notes);
    let text = picture_text(scope, table, notes);
    let decorative = matches!(table.get("decorative").map(|entry| &entry.item.value), Some(Value::Bool(true)));
    let entry = table.get("image");
    let Some((path, at)) = entry.and_then(|entry| Some((entry.item.value.as_text()?, entry.item.span))) else {
        notes.extend(entry.map(|entry| wrong_kind("image", "text", entry.item.span)));
        return Some(PictureRecord { asset: None, text, decorative, span });
    };
    let asset = image(scope, path, at, notes);
    Some(PictureRecord { asset, text, decorative, span: at })
}

/// Keys of a picture record.
pub(super) const PICTURE_KEYS: [&str; 10] =
    ["image", "alt", "caption", "credit", "licence", "focus", "decorative", "place", "consent", "digital_source_type"];

/// How a picture came to be: the names of IPTC's NewsCodes "Digital Source Type" (cv.iptc.org/newscodes/digitalsourcetype).
const DIGITAL_SOURCE_TYPES: [&str; 17] = [
    "digitalCapture",
    "computationalCapture",
    "negativeFilm",
    "positiveFilm",
    "print",
    "humanEdits",
    "algorithmicallyEnhanced",
    "compositeWithTrainedAlgorithmicMedia",
    "trainedAlgorithmicMedia",
    "algorithmicMedia",
    "digitalCreation",
    "dataDrivenMedia",
    "screenCapture",
    "virtualRecording",
    "composite",
    "compositeCapture",
    "compositeSynthetic",
];

/// Texts and rights of a picture record or sidecar; a plain text holds for the file's language.
pub(super) fn picture_text(scope: &Scope<'_>, table: &Table, notes: &mut Vec<Note>) -> PictureText {
    let mut texts = |key: &str| match table.get(key).map(|entry| (&entry.item.value, entry.item.span)) {
        Some((Value::Text(text), _)) => {
            let lang = if scope.lang.is_empty() { "*" } else { scope.lang };
            Localized::from([(lang.to_owned(), text.clone())])
        }
        Some((Value::Table(table), _)) => localized(scope, key, table, notes).unwrap_or_default(),
        Some((_, span)) => {
            notes.push(wrong_kind(key, "text", span));
            Localized::new()
        }
        None => Localized::new(),
    };
    let (alt, caption) = (texts("alt"), texts("caption"));
    let mut plain = |key: &str| match table.get(key).map(|entry| (&entry.item.value, entry.item.span)) {
        Some((Value::Text(text), _)) => text.clone(),
        Some((_, span)) => {
            notes.push(wrong_kind(key, "text", span));
            String::new()
        }
        None => String::new(),
    };
    let (credit, licence, place) = (plain("credit"), plain("licence"), plain("place"));
    plain("consent");
    let digital_source_type = plain("digital_source_type");
    let digital_source_type = known_source_type(table, digital_source_type, notes);
    PictureText { alt, caption, credit, licence, focus: focus(table, notes), place, digital_source_type }
}

fn known_source_type(table: &Table, written: String, notes: &mut Vec<Note>) -> String {
    if written.is_empty() || DIGITAL_SOURCE_TYPES.contains(&written.as_str()) {
        return written;
    }
    let span = table.get("digital_source_type").map_or(Span::default(), |entry| entry.item.span);
    let note = Note::new(&rules::FIELD_INVALID, span).arg("field", "digital_source_type").arg("expected", "enum");
    let nearest = text::nearest(&written, DIGITAL_SOURCE_TYPES.iter().copied());
    let note = note.arg("value", written.as_str()).arg("known", DIGITAL_SOURCE_TYPES.join(", "));
    notes.push(note.nearest(nearest, "help-list"));
    String::new()
}

fn focus(table: &Table, notes: &mut Vec<Note>) -> Option<(f64, f64)> {
    let item = &table.get("focus")?.item;
    let point: Vec<f64> = match &item.value {
        Value::Array(items) => items.iter().filter_map(|item| as_number(&item.value)).collect(),
        _ => Vec::new(),
    };
    if let [x, y] = point[..]
        && [x, y].iter().all(|fraction| (0.0..=1.0).contains(fraction))
    {
        return Some((x, y));
    }
    let note = Note::new(&rules::FIELD_INVALID, item.span).arg("field", "focus").arg("expected", "list");
    notes.push(note.arg("example", "[0.5, 0.3]").help("help-type"));
    None
}

/// The picture file that a path names.
pub(super) fn image(scope: &Scope<'_>, written: &str, span: Span, notes: &mut Vec<Note>) -> Option<AssetId> {
    if is_url(written) {
        let note = Note::new(&rules::PICTURE_INVALID, span).arg("target", written).arg("reason", "external");
        notes.push(note.help("help"));
        return None;
    }
    let note = Note::new(&rules::IMAGE_MISSING, span).arg("target", written);
    match SourcePath::join(scope.folder, written, "content") {
        Err(_) => {
            notes.push(note.cause("cause-outside").help("help"));
            None
        }
        Ok(path) => {
            let asset = scope.assets.get(&path).copied();
            if asset.is_none() {
                notes.push(note.nearest(near_file(scope, &path).as_deref(), "help"));
            }
            asset
        }
    }
}

/// The file that a path names.
pub(super) fn file(scope: &Scope<'_>, written: &str, span: Span, notes: &mut Vec<Note>) -> Option<AssetId> {
    let path = SourcePath::join(scope.folder, written, "content").ok();
    let asset = path.as_ref().and_then(|path| scope.assets.get(path).copied());
    if asset.is_none() {
        let near = path.and_then(|path| near_file(scope, &path));
        notes.push(Note::new(&rules::FILE_MISSING, span).arg("target", written).nearest(near.as_deref(), "help"));
    }
    asset
}

/// The nearest file of the same folder, as it would be written.
fn near_file(scope: &Scope<'_>, path: &SourcePath) -> Option<String> {
    let names = scope.assets.keys().filter(|known| known.folder() == path.folder()).map(SourcePath::file_name);
    let near = text::nearest(path.file_name(), names)?;
    if path.folder() == scope.folder {
        return Some(near.to_owned());
    }
    Some(format!("{}/{near}", path.folder().strip_prefix("content").unwrap_or("")))
}
