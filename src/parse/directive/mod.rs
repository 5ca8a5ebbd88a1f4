//! The directives that Markdown may use, one file each: name, attributes, what their body holds, an example.
//!
//! In: the line that opens a directive, and the nodes between it and its end. Out: checked attributes and notes
//! (`directive-unknown`, `directive-invalid`). Finding the lines in Markdown is `parse::body`'s business, HTML is `view`'s.

mod cards;
mod details;
mod facts;
mod figure;
mod gallery;
mod header;
mod note;
mod quote;
mod timeline;
mod video;

pub(super) mod content;

use self::content::Content;
pub(super) use self::header::{Header, Pair, pairs};
use crate::diag::Note;
use crate::diag::rules::{DIRECTIVE_INVALID, DIRECTIVE_UNKNOWN};
use crate::model::Span;
use crate::model::body::DirectiveKind;
use crate::text;

/// What there is to know about a directive.
#[derive(Debug)]
pub struct Spec {
    /// Name after the colons.
    pub name: &'static str,
    /// Which it is.
    pub kind: DirectiveKind,
    /// Attributes it may have.
    pub attributes: &'static [Attribute],
    /// What its body holds, as the kind word of messages; `markdown` for anything.
    pub expected: &'static str,
    /// A whole directive as an editor would write it.
    pub example: &'static str,
    /// Whether the body is right.
    pub(super) fits: fn(&Content<'_>) -> bool,
}

/// An attribute of a directive.
#[derive(Debug)]
pub struct Attribute {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub kind: AttributeKind,
    /// The directive is wrong without it.
    pub required: bool,
}

/// What an attribute holds.
#[derive(Debug, Clone, Copy)]
pub enum AttributeKind {
    /// Any text.
    Text,
    /// An `http` or `https` address.
    Url,
    /// One of these words.
    Word(&'static [&'static str]),
    /// A whole number within bounds, both inclusive.
    Integer(u32, u32),
    /// Ids of a register, separated by spaces.
    Ids,
    /// Minutes and seconds, or hours too: `4:05`, `1:02:30`.
    Duration,
}

/// All directives in alphabetical order.
pub static DIRECTIVES: [&Spec; 9] = [
    &cards::SPEC,
    &details::SPEC,
    &facts::SPEC,
    &figure::SPEC,
    &gallery::SPEC,
    &note::SPEC,
    &quote::SPEC,
    &timeline::SPEC,
    &video::SPEC,
];

/// The directive of this name; the note is about a name that is none.
pub(super) fn find(header: &Header<'_>) -> Result<&'static Spec, Note> {
    let names = || DIRECTIVES.iter().map(|spec| spec.name);
    if let Some(spec) = DIRECTIVES.iter().find(|spec| spec.name == header.name) {
        return Ok(spec);
    }
    let note = Note::new(&DIRECTIVE_UNKNOWN, header.name_span).arg("name", header.name);
    let note = note.arg("known", names().collect::<Vec<_>>().join(", "));
    Err(note.nearest(text::nearest(header.name, names()), "help-list"))
}

/// The description of a kind.
#[must_use]
pub fn spec(kind: DirectiveKind) -> &'static Spec {
    match kind {
        DirectiveKind::Figure => &figure::SPEC,
        DirectiveKind::Gallery => &gallery::SPEC,
        DirectiveKind::Note => &note::SPEC,
        DirectiveKind::Facts => &facts::SPEC,
        DirectiveKind::Timeline => &timeline::SPEC,
        DirectiveKind::Details => &details::SPEC,
        DirectiveKind::Video => &video::SPEC,
        DirectiveKind::Quote => &quote::SPEC,
        DirectiveKind::Cards => &cards::SPEC,
    }
}

impl Spec {
    /// The attributes that are right, in the order written; the others become notes.
    pub(super) fn attributes(&self, header: &Header<'_>, notes: &mut Vec<Note>) -> Vec<(String, String)> {
        let mut good: Vec<(String, String)> = Vec::new();
        for pair in &header.pairs {
            let again = good.iter().any(|(name, _)| name == pair.name);
            match self.attributes.iter().find(|attribute| attribute.name == pair.name && !again) {
                None => notes.push(self.unknown_attribute(pair)),
                Some(attribute) => match attribute.kind.problem(pair) {
                    Some(note) => notes.push(note.arg("name", self.name).arg("attribute", pair.name)),
                    None => good.push((pair.name.to_owned(), pair.value.clone())),
                },
            }
        }
        if let Some(span) = header.rest {
            notes.push(self.invalid(span, "cause-syntax"));
        }
        self.note_missing(header, notes);
        good
    }

    fn unknown_attribute(&self, pair: &Pair<'_>) -> Note {
        let known = || self.attributes.iter().map(|attribute| attribute.name);
        let note = Note::new(&DIRECTIVE_INVALID, pair.span).cause("cause-attribute");
        let note =
            note.arg("name", self.name).arg("attribute", pair.name).arg("known", known().collect::<Vec<_>>().join(", "));
        note.nearest(text::nearest(pair.name, known()), "help-list")
    }

    fn note_missing(&self, header: &Header<'_>, notes: &mut Vec<Note>) {
        let written = |name| header.pairs.iter().any(|pair| pair.name == name);
        for attribute in self.attributes.iter().filter(|attribute| attribute.required && !written(attribute.name)) {
            notes.push(self.invalid(header.name_span, "cause-required").arg("attribute", attribute.name));
        }
    }

    /// A note about the body, where it is not what the directive holds.
    pub(super) fn content_problem(&self, content: &Content<'_>, span: Span) -> Option<Note> {
        let wrong = !(self.fits)(content);
        wrong.then(|| self.invalid(span, "cause-content").arg("expected", self.expected))
    }

    fn invalid(&self, span: Span, cause: &'static str) -> Note {
        let note = Note::new(&DIRECTIVE_INVALID, span).cause(cause).help("help");
        note.arg("name", self.name).arg("example", self.example)
    }
}

impl AttributeKind {
    /// What is wrong with a value, without the variables `$name` and `$attribute`.
    fn problem(self, pair: &Pair<'_>) -> Option<Note> {
        let value = pair.value.as_str();
        let note = || Note::new(&DIRECTIVE_INVALID, pair.span).cause("cause-value").arg("value", value);
        match self {
            Self::Text => None,
            Self::Word(words) if words.contains(&value) => None,
            Self::Word(words) => {
                let nearest = text::nearest(value, words.iter().copied());
                Some(note().arg("known", words.join(", ")).nearest(nearest, "help-list"))
            }
            Self::Integer(min, max) if value.parse().is_ok_and(|number: u32| (min..=max).contains(&number)) => None,
            Self::Integer(min, max) => Some(note().arg("known", format!("{min}–{max}")).help("help-list")),
            Self::Url => (!is_web_address(value)).then(|| note().arg("known", "https://…").help("help-list")),
            Self::Ids => value.split_whitespace().next().is_none().then(note),
            Self::Duration => (!is_duration(value)).then(|| note().arg("known", "4:05, 1:02:30").help("help-list")),
        }
    }
}

fn is_web_address(value: &str) -> bool {
    let rest = value.strip_prefix("https://").or_else(|| value.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/')) && !value.contains(char::is_whitespace)
}

fn is_duration(value: &str) -> bool {
    let parts: Vec<_> = value.split(':').collect();
    let digits = |part: &&str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    (2..=3).contains(&parts.len()) && parts.iter().all(digits) && parts[1..].iter().all(|part| part.len() == 2)
}

#[cfg(test)]
mod tests {
    use super::{DIRECTIVES, Header, find, is_duration, is_web_address, spec};
    use crate::diag::Note;

    fn open(line: &str) -> (Vec<(String, String)>, Vec<Note>) {
        let header = Header::parse(line, 0);
        let mut notes = Vec::new();
        let attributes = find(&header).map(|spec| spec.attributes(&header, &mut notes));
        (
            attributes.unwrap_or_else(|note| {
                notes.push(note);
                Vec::new()
            }),
            notes,
        )
    }

    fn causes(line: &str) -> Vec<&'static str> {
        open(line).1.iter().map(|note| note.message.cause).collect()
    }

    #[test]
    fn every_kind_has_its_own_description() {
        for directive in DIRECTIVES {
            assert!(std::ptr::eq(spec(directive.kind), directive));
        }
        assert!(DIRECTIVES.is_sorted_by_key(|directive| directive.name));
    }

    #[test]
    fn attributes_are_checked_by_their_kind() {
        assert_eq!(open("gallery {columns=3}").0, [("columns".to_owned(), "3".to_owned())]);
        assert_eq!(causes("gallery {columns=9}"), ["cause-value"]);
        assert_eq!(causes("note {kind=wraning}"), ["cause-value"]);
        assert_eq!(causes("note {kin=tip}"), ["cause-attribute"]);
        assert_eq!(causes("note {kind=tip kind=info}"), ["cause-attribute"]);
        assert_eq!(causes("note Đọc kỹ"), ["cause-syntax"]);
        assert_eq!(causes("details"), ["cause-required"]);
        assert_eq!(causes("video {url=\"javascript:alert(1)\" duration=4:5}"), ["cause-value", "cause-value"]);
    }

    #[test]
    fn a_wrong_name_gets_the_nearest() {
        let (_, notes) = open("galery {columns=3}");
        assert_eq!((notes[0].rule.slug, notes[0].message.help), ("directive-unknown", "help-nearest"));
    }

    #[test]
    fn addresses_and_durations() {
        assert!(is_web_address("https://a.vn/x") && !is_web_address("https://") && !is_web_address("ftp://a"));
        assert!(
            is_duration("4:05")
                && is_duration("1:02:30")
                && !is_duration("4")
                && !is_duration("4:5")
                && !is_duration("a:bc")
        );
    }
}
