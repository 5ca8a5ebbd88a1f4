//! Layer 2: files' text into the model's trees, each file on its own.
//!
//! In: text that is UTF-8 and NFC already. Out: a value *and* the notes about it; nothing here ever fails or panics,
//! whatever the text is. Every span is a byte range of the file's whole text. Pure: no file is read, so files may be parsed
//! in any order and in parallel. Imports `model`, `diag` and `text`.
//!
//! Whether keys, values and targets make sense for a content type is *not* decided here; that is `resolve` and `check`.

mod body;
mod dates;
pub mod directive;
mod front;
pub mod prose;
pub mod reader;
mod toml;
mod yaml;

use crate::diag::Found;
use crate::model::body::Body;
use crate::model::document::Parsed;

pub use self::toml::table as toml;
pub use self::yaml::table as yaml;

/// Parses a Markdown file: front matter between `+++` (TOML) or `---` (YAML) lines, then the body.
///
/// `lang` is the file's language code; it names headings that have no Latin letters. A file without front matter is all
/// body and gets a note.
#[must_use]
pub fn page(text: &str, lang: &str) -> Found<Parsed> {
    let split = front::split(text);
    let mut notes = split.notes;
    let front = front::table(text, &split.front, &mut notes);
    let body = body::parse(text, split.body, lang, &mut notes);
    Found::new(Parsed { front, front_span: split.span, body }, notes)
}

/// Parses Markdown without front matter, such as a field's value; spans are offsets in `text`.
#[must_use]
pub fn markdown(text: &str, lang: &str) -> Found<Body> {
    let mut notes = Vec::new();
    let body = body::parse(text, 0, lang, &mut notes);
    Found::new(body, notes)
}
