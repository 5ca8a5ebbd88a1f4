//! The opening line of a directive: `name {key=value key="two words"}`; the same braces stand after inline text.

use crate::model::Span;

/// An opening line, taken apart.
#[derive(Debug)]
pub(crate) struct Header<'t> {
    /// The directive's name as written; may be empty.
    pub(crate) name: &'t str,
    /// Where it stands.
    pub(crate) name_span: Span,
    /// The attributes in order.
    pub(crate) pairs: Vec<Pair<'t>>,
    /// What is neither name nor attributes.
    pub(crate) rest: Option<Span>,
}

/// An attribute as written.
#[derive(Debug)]
pub(crate) struct Pair<'t> {
    /// Its name.
    pub(crate) name: &'t str,
    /// Its value without quotes.
    pub(crate) value: String,
    /// Name and value.
    pub(crate) span: Span,
}

impl<'t> Header<'t> {
    /// From what follows the colons; `at` is its offset in the file.
    pub(crate) fn parse(line: &'t str, at: usize) -> Self {
        let start = line.len() - line.trim_start().len();
        let end = line[start..].find(|c: char| c.is_whitespace() || c == '{').map_or(line.len(), |length| start + length);
        let mut header =
            Self { name: &line[start..end], name_span: Span::new(at + start, at + end), pairs: Vec::new(), rest: None };
        let after = line.len() - line[end..].trim_start().len();
        if after == line.len() {
            return header;
        }
        let close = match pairs(&line[after..], at + after) {
            Some((pairs, length)) => {
                header.pairs = pairs;
                after + length
            }
            None => after,
        };
        let rest = line[close..].trim();
        let rest_at = at + line.len() - line[close..].trim_start().len();
        header.rest = (!rest.is_empty()).then(|| Span::new(rest_at, rest_at + rest.len()));
        header
    }
}

/// The attributes in braces at the start of a text, with the length up to and with the closing brace; none where that is
/// not what stands there.
pub(crate) fn pairs(text: &str, at: usize) -> Option<(Vec<Pair<'_>>, usize)> {
    let mut pairs = Vec::new();
    let mut here = 1;
    text.strip_prefix('{')?;
    loop {
        here += leading_blanks(&text[here..]);
        if text[here..].starts_with('}') {
            return Some((pairs, here + 1));
        }
        let (pair, length) = pair(&text[here..], at + here)?;
        pairs.push(pair);
        here += length;
    }
}

fn leading_blanks(text: &str) -> usize {
    text.len() - text.trim_start_matches([' ', '\t', ',']).len()
}

fn pair(text: &str, at: usize) -> Option<(Pair<'_>, usize)> {
    let name_end = text.find(|c: char| c.is_whitespace() || matches!(c, '=' | '}' | '{' | '"'))?;
    let name = &text[..name_end];
    if name.is_empty() {
        return None;
    }
    let Some(rest) = text[name_end..].strip_prefix('=') else {
        return Some((Pair { name, value: String::new(), span: Span::new(at, at + name_end) }, name_end));
    };
    let (value, length) = value(rest)?;
    let end = name_end + 1 + length;
    Some((Pair { name, value, span: Span::new(at, at + end) }, end))
}

/// A word, or a text in straight or curly quotes; `\"` is a quote inside straight ones.
fn value(text: &str) -> Option<(String, usize)> {
    if let Some(inner) = text.strip_prefix('“') {
        let end = inner.find('”')?;
        return Some((inner[..end].to_owned(), end + 6));
    }
    let Some(inner) = text.strip_prefix('"') else {
        let end = text.find(|c: char| c.is_whitespace() || c == '}').unwrap_or(text.len());
        return Some((text[..end].to_owned(), end));
    };
    let mut value = String::new();
    let mut chars = inner.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return Some((value, at + 2)),
            '\\' => value.extend(chars.next().map(|(_, c)| c)),
            _ => value.push(c),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Header;
    use crate::model::Span;

    fn written(line: &str) -> Vec<(String, String)> {
        Header::parse(line, 0).pairs.into_iter().map(|pair| (pair.name.to_owned(), pair.value)).collect()
    }

    #[test]
    fn names_words_and_quoted_texts() {
        let line = "note {kind=tip title=\"Đọc \\\"kỹ\\\" nhé\" open}";
        let pairs = [("kind", "tip"), ("title", "Đọc \"kỹ\" nhé"), ("open", "")];
        assert_eq!(written(line), pairs.map(|(key, value)| (key.to_owned(), value.to_owned())));
        let header = Header::parse(line, 3);
        assert_eq!((header.name, header.name_span, header.rest), ("note", Span::new(3, 7), None));
        assert_eq!(header.pairs[0].span, Span::new(9, 17));
    }

    #[test]
    fn curly_quotes_and_missing_spaces_are_understood() {
        assert_eq!(written("quote{by=“Mế Lả”, source=x}").len(), 2);
        assert_eq!(written("quote{by=“Mế Lả”}")[0].1, "Mế Lả");
    }

    #[test]
    fn what_is_left_over_is_known() {
        assert_eq!(Header::parse("note Đọc kỹ", 0).rest, Some(Span::new(5, 16)));
        assert_eq!(Header::parse("note {a=b", 0).rest, Some(Span::new(5, 9)));
        assert_eq!(Header::parse("note {a=b} x", 0).rest, Some(Span::new(11, 12)));
    }

    proptest! {
        #[test]
        fn any_line_gives_spans_inside_it(line in "([a-zđ{}= \"“”\\\\]|\\PC){0,40}") {
            let header = Header::parse(&line, 0);
            let spans = header.pairs.iter().map(|pair| pair.span).chain(header.rest).chain([header.name_span]);
            for span in spans {
                prop_assert!(line.get(span.range()).is_some());
            }
        }
    }
}
