//! YAML into the same tree as TOML.
//!
//! YAML 1.2 by `saphyr`. Plain scalars that look like a date are dates; duplicate keys, tags and keys that are no text are
//! errors. The parser recurses, so text that could nest deeper than the stack is refused before it is parsed; aliases are
//! bounded by the parser itself.

use saphyr::{LoadableYamlNode, MarkedYaml, Scalar, YamlData};

use super::dates::{self, Written};
use crate::diag::rules::FIELD_INVALID;
use crate::diag::{Found, Note, Rule};
use crate::model::Span;
use crate::model::value::{Entry, Item, Table, Value};

/// Most opening brackets in the text, most spaces before a line, most list marks in a line.
const MOST: (usize, usize, usize) = (400, 100, 32);

/// Parses a YAML document that stands at `base` bytes in its file; spans are offsets in the file.
///
/// Syntax errors are notes of `rule`, whose message has the variable `$message`.
#[must_use]
pub fn table(text: &str, base: usize, rule: &'static Rule) -> Found<Table> {
    let mut tree = Tree { text, base, rule, starts: starts(text), notes: Vec::new() };
    if deep(text) {
        tree.note(Span::new(base, base), "nested too deeply");
        return Found::new(Table::default(), tree.notes);
    }
    let table = match MarkedYaml::load_from_str(text) {
        Ok(documents) => tree.root(documents.first()),
        Err(error) => {
            let at = tree.offset(error.marker().index());
            tree.note(Span::new(at, at), error.info());
            Table::default()
        }
    };
    Found::new(table, tree.notes)
}

struct Tree<'t> {
    text: &'t str,
    base: usize,
    rule: &'static Rule,
    /// Byte offset of every 64th character; the parser counts characters.
    starts: Vec<usize>,
    notes: Vec<Note>,
}

impl Tree<'_> {
    fn root(&mut self, node: Option<&MarkedYaml<'_>>) -> Table {
        match node.map(|node| (&node.data, self.span(node))) {
            Some((YamlData::Mapping(_), _)) => match node.map(|node| self.value(node)) {
                Some(Value::Table(table)) => table,
                _ => Table::default(),
            },
            None | Some((YamlData::BadValue | YamlData::Value(Scalar::Null), _)) => Table::default(),
            Some((_, span)) => {
                self.note(span, "expected keys and values");
                Table::default()
            }
        }
    }

    fn note(&mut self, span: Span, message: &str) {
        self.notes.push(Note::new(self.rule, span).arg("message", message).help("help"));
    }

    fn value(&mut self, node: &MarkedYaml<'_>) -> Value {
        match &node.data {
            YamlData::Value(scalar) => self.scalar(scalar, node),
            YamlData::Sequence(items) => Value::Array(items.iter().map(|item| self.item(item)).collect()),
            YamlData::Mapping(pairs) => {
                let entries = pairs.iter().filter_map(|(key, value)| self.entry(key, value)).collect();
                Value::Table(Table { entries })
            }
            YamlData::Tagged(_, inner) => self.value(inner),
            YamlData::Representation(text, ..) => Value::Text(text.to_string()),
            YamlData::Alias(_) | YamlData::BadValue => {
                self.note(self.span(node), "value cannot be read");
                Value::Text(String::new())
            }
        }
    }

    fn entry(&mut self, key: &MarkedYaml<'_>, value: &MarkedYaml<'_>) -> Option<Entry> {
        let key_span = self.span(key);
        let name = match &key.data {
            YamlData::Value(Scalar::String(name)) => name.to_string(),
            YamlData::Value(Scalar::Integer(_) | Scalar::Boolean(_) | Scalar::FloatingPoint(_)) => {
                key_span.of_base(self.text, self.base).to_owned()
            }
            _ => {
                self.note(key_span, "key is no text");
                return None;
            }
        };
        if matches!(value.data, YamlData::Value(Scalar::Null)) {
            return None;
        }
        Some(Entry { key: name, key_span, item: self.item(value) })
    }

    fn item(&mut self, node: &MarkedYaml<'_>) -> Item {
        Item { value: self.value(node), span: self.span(node) }
    }

    fn scalar(&mut self, scalar: &Scalar<'_>, node: &MarkedYaml<'_>) -> Value {
        match scalar {
            Scalar::Null => Value::Text(String::new()),
            Scalar::Boolean(value) => Value::Bool(*value),
            Scalar::Integer(value) => Value::Integer(*value),
            Scalar::FloatingPoint(value) => Value::Float(value.into_inner()),
            Scalar::String(text) => self.text(text, node),
        }
    }

    /// A date only where it stands without quotes.
    fn text(&mut self, text: &str, node: &MarkedYaml<'_>) -> Value {
        let span = self.span(node);
        let written = if span.of_base(self.text, self.base) == text { dates::read(text) } else { Written::NoDate };
        if written == Written::Impossible {
            self.notes.push(Note::new(&FIELD_INVALID, span).cause("cause-date").arg("value", text).help("help-date"));
        }
        written.value().unwrap_or_else(|| Value::Text(text.to_owned()))
    }

    fn span(&self, node: &MarkedYaml<'_>) -> Span {
        let (start, end) = (self.offset(node.span.start.index()), self.offset(node.span.end.index()));
        let inner = self.text.get(start - self.base..end.max(start) - self.base).unwrap_or("");
        Span::new(start, start + inner.trim_end().len())
    }

    /// Byte offset in the file of the n-th character.
    fn offset(&self, characters: usize) -> usize {
        let from = self.starts.get(characters / 64).copied().unwrap_or(self.text.len());
        let rest = &self.text[from..];
        self.base + from + rest.char_indices().nth(characters % 64).map_or(rest.len(), |(at, _)| at)
    }
}

trait OfBase {
    fn of_base(self, text: &str, base: usize) -> &str;
}

impl OfBase for Span {
    fn of_base(self, text: &str, base: usize) -> &str {
        text.get(self.start as usize - base..self.end as usize - base).unwrap_or("")
    }
}

fn starts(text: &str) -> Vec<usize> {
    text.char_indices().step_by(64).map(|(at, _)| at).collect()
}

/// Every level of nesting needs a bracket, a deeper line or a list mark.
fn deep(text: &str) -> bool {
    let brackets = text.bytes().filter(|byte| matches!(byte, b'[' | b'{')).count();
    let wide = |line: &str| {
        let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
        let marks = line.as_bytes().windows(2).filter(|pair| matches!(pair, [b'-' | b'?' | b':', b' ' | b'\t'])).count();
        indent > MOST.1 || marks > MOST.2
    };
    brackets > MOST.0 || text.split(['\n', '\r']).any(wide)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::table;
    use crate::diag::rules::FRONT_MATTER_SYNTAX;
    use crate::model::Span;
    use crate::model::value::Value;

    fn parse(text: &str) -> crate::diag::Found<crate::model::value::Table> {
        table(text, 4, &FRONT_MATTER_SYNTAX)
    }

    #[test]
    fn the_tree_is_that_of_toml() {
        let text = "title: Đồi A1\npublished: 2026-03-13T08:00:00\nday: 2026-03-13\nquoted: \"2026-03-13\"\nn: 3.5\nyes: no\ntags: [a, b]\ncover:\n  alt: \"x\"\n";
        let found = parse(text);
        assert!(found.notes.is_empty(), "{:?}", found.notes);
        let value = |key| &found.value.get(key).unwrap().item.value;
        assert_eq!(value("title").as_text(), Some("Đồi A1"));
        assert_eq!(value("published"), &Value::DateTime(date(2026, 3, 13).at(8, 0, 0, 0)));
        assert_eq!(value("day"), &Value::Date(date(2026, 3, 13)));
        assert_eq!((value("quoted").kind(), value("n"), value("yes").as_text()), ("text", &Value::Float(3.5), Some("no")));
        assert_eq!((value("tags").kind(), value("cover").kind()), ("list", "table"));
    }

    #[test]
    fn spans_are_bytes_of_the_file() {
        let text = "title: Đồi A1\nday: x\n";
        let entry = &parse(text).value.entries[1];
        let at = text.find("day").unwrap() + 4;
        assert_eq!((entry.key_span, entry.item.span), (Span::new(at, at + 3), Span::new(at + 5, at + 6)));
    }

    #[test]
    fn slips_are_noted() {
        for (text, rule) in [
            ("a: 1\na: 2\n", "front-matter-syntax"),
            ("a: [1\n", "front-matter-syntax"),
            ("just words\n", "front-matter-syntax"),
            ("a: 2026-11-31\n", "field-invalid"),
            ("? [x]\n: 1\n", "front-matter-syntax"),
        ] {
            let found = parse(text);
            assert_eq!(found.notes.first().map(|note| note.rule.slug), Some(rule), "{text}: {:?}", found.notes);
        }
        assert!(parse("").notes.is_empty());
    }

    #[test]
    fn bombs_are_refused() {
        let laughs = (1..30).map(|i| format!("a{i}: &a{i} [*a{}, *a{}]\n", i - 1, i - 1)).collect::<String>();
        let staircase = (0..3000).map(|i| format!("{}a:\n", " ".repeat(i))).collect::<String>();
        for text in [format!("a0: &a0 [x, x]\n{laughs}"), "[".repeat(50_000), "- ".repeat(50_000), staircase] {
            assert!(!parse(&text).notes.is_empty());
        }
    }

    proptest! {
        #[test]
        fn any_text_gives_spans_inside_it(text in "([a-zđ:\\-\\[\\]{}&*!|>\"'#\n ?]|\\PC){0,60}") {
            for note in &parse(&text).notes {
                prop_assert!(text.get(note.span.start as usize - 4..note.span.end as usize - 4).is_some(), "{:?}", note);
            }
        }
    }
}
