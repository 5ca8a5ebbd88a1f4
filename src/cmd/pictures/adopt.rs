//! Sidecars out of what pictures say about themselves: proposals that editors read before they publish.
//!
//! A key that is there is never changed, and a place's coordinates are never written.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;

use hoaban::diag::Arg;
use hoaban::diag::messages::Interface;
use hoaban::model::SourcePath;
use hoaban::model::config::Config;
use hoaban::model::site::Site;
use serde_json::{Value, json};

use super::survey::Row;

/// What was taken over for a picture.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Adopted {
    /// The sidecar.
    pub(super) file: String,
    /// Its new lines: key and value as TOML.
    pub(super) lines: Vec<(String, String)>,
    /// The sidecar's whole new text; none where the lines have no safe place in it.
    pub(super) text: Option<String>,
}

impl Adopted {
    /// As machines read it.
    pub(super) fn json(&self) -> Value {
        let keys: Vec<&str> = self.lines.iter().map(|(key, _)| key.as_str()).collect();
        json!({ "file": self.file, "keys": keys, "written": self.text.is_some() })
    }
}

/// The sidecar of a picture.
pub(super) fn sidecar(picture: &SourcePath) -> SourcePath {
    SourcePath::new(&format!("{picture}.toml")).unwrap_or_else(|_| picture.clone())
}

/// What a picture's sidecar lacks and the picture says; none where there is nothing to take over, or where the sidecar is no TOML.
pub(super) fn adopt(row: &Row, site: &Site, existing: Option<&str>) -> Option<Adopted> {
    let known: toml::Table = existing.unwrap_or_default().parse().ok()?;
    let record = &site.asset(row.asset).record;
    let (embedded, config) = (&row.embedded, &site.config);
    let mut lines = Vec::new();
    let mut plain = |key: &str, text: &str, said: &str| {
        if said.is_empty() && !text.is_empty() && !known.contains_key(key) {
            lines.push((key.to_owned(), quoted(text)));
        }
    };
    plain("credit", embedded.proposed_credit(), &record.credit);
    plain("licence", &embedded.licence, &record.licence);
    plain("place", &embedded.place, &record.place);
    plain("digital_source_type", known_type(&embedded.digital_source_type), &record.digital_source_type);
    for (key, texts) in [("alt", &embedded.alts), ("caption", &embedded.captions)] {
        if !known.contains_key(key) {
            let texts = by_language(texts, config).into_iter();
            lines.extend(texts.map(|(code, text)| (format!("{key}.{}", bare(&code)), quoted(&text))));
        }
    }
    if lines.is_empty() {
        return None;
    }
    let text = merged(existing.unwrap_or_default(), &lines);
    Some(Adopted { file: sidecar(&row.path).to_string(), lines, text })
}

/// A text as TOML.
fn quoted(text: &str) -> String {
    toml::Value::String(text.replace('\n', " ")).to_string()
}

/// A name of IPTC's list that cameras and editing programs write; other names wait for an editor.
fn known_type(name: &str) -> &str {
    const WRITTEN: [&str; 7] = [
        "digitalCapture",
        "computationalCapture",
        "negativeFilm",
        "positiveFilm",
        "trainedAlgorithmicMedia",
        "compositeWithTrainedAlgorithmicMedia",
        "screenCapture",
    ];
    if WRITTEN.contains(&name) { name } else { "" }
}

/// A language's code as a key of TOML.
fn bare(code: &str) -> String {
    let plain = code.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
    if plain { code.to_owned() } else { quoted(code) }
}

/// Texts by the portal's languages. One without a language goes to Vietnamese where it has letters beyond ASCII, else to English,
/// as far as the portal has them, and not in the place of a text that says its language.
fn by_language(texts: &[(String, String)], config: &Config) -> BTreeMap<String, String> {
    let codes: Vec<&str> = config.languages.iter().map(|(_, language)| language.code.as_str()).collect();
    let primary = |tag: &str| tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    let code = |tag: &str| codes.iter().find(|code| primary(code) == primary(tag)).map(|code| (*code).to_owned());
    let mut found = BTreeMap::new();
    let (unmarked, marked): (Vec<_>, Vec<_>) = texts.iter().partition(|(tag, _)| matches!(tag.as_str(), "" | "x-default"));
    for (tag, text) in marked {
        if let Some(code) = code(tag) {
            found.entry(code).or_insert_with(|| text.clone());
        }
    }
    for (_, text) in unmarked {
        let guess = if is_vietnamese(text) { "vi" } else { "en" };
        let default = config.languages.code(config.default_language).to_owned();
        found.entry(code(guess).unwrap_or(default)).or_insert_with(|| text.clone());
    }
    found
}

/// Whether a text is written as Vietnamese is and English is not: with letters beyond ASCII.
fn is_vietnamese(text: &str) -> bool {
    text.chars().any(|letter| !letter.is_ascii() && letter.is_alphabetic())
}

/// The text with new lines before its first table. None where it does not read afterwards as it did, with them in it.
fn merged(existing: &str, lines: &[(String, String)]) -> Option<String> {
    let added: String = lines.iter().map(|(key, value)| format!("{key} = {value}\n")).collect();
    let starts = std::iter::once(0).chain(existing.match_indices('\n').map(|(at, _)| at + 1));
    let place = starts.filter(|at| existing[*at..].trim_start_matches([' ', '\t']).starts_with('[')).min();
    let (head, tail) = existing.split_at(place.unwrap_or(existing.len()));
    let between = if head.is_empty() || head.ends_with('\n') { "" } else { "\n" };
    let after = if tail.is_empty() { "" } else { "\n" };
    let text = format!("{head}{between}{added}{after}{tail}");
    let mut expected: toml::Table = existing.parse().ok()?;
    expected.extend(added.parse::<toml::Table>().ok()?);
    (text.parse::<toml::Table>().ok()? == expected).then_some(text)
}

/// Writes a sidecar whole: a new one only where there is none, another one in the place of that which was read.
///
/// # Errors
/// The system refused.
pub(super) fn write(root: &Path, file: &SourcePath, text: &str, replace: bool) -> io::Result<()> {
    let path = root.join(file.as_str());
    if !replace {
        return File::create_new(path)?.write_all(text.as_bytes());
    }
    let mut name = path.clone().into_os_string();
    name.push(".tmp");
    let written = File::create_new(&name).and_then(|mut temporary| temporary.write_all(text.as_bytes()));
    let renamed = written.and_then(|()| fs::rename(&name, &path));
    if renamed.is_err() {
        // What was there before is still there.
        let _ = fs::remove_file(&name);
    }
    renamed
}

/// What was written, for people.
pub(super) fn told(adopted: &[Adopted], ui: &Interface) -> String {
    if adopted.is_empty() {
        return ui.word("pictures-adopt-none") + "\n";
    }
    let (written, left): (Vec<_>, Vec<_>) = adopted.iter().partition(|adopted| adopted.text.is_some());
    let mut out = String::new();
    for (id, list) in [("pictures-adopted", written), ("pictures-not-adopted", left)] {
        if list.is_empty() {
            continue;
        }
        out.extend([ui.text(id, "", &[("count", Arg::from(list.len()))]).as_str(), "\n"]);
        for adopted in list {
            out.extend(["  ", &adopted.file, "\n"]);
            out.extend(adopted.lines.iter().map(|(key, value)| format!("    {key} = {value}\n")));
        }
    }
    out
}
