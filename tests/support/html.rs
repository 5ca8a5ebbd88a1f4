//! A look into HTML that hoaban wrote: elements, attributes, text. No parser for HTML of others.

/// A start tag: its name, and its attributes as they are written.
#[derive(Debug, Clone, Copy)]
pub struct Tag<'a> {
    /// In lower case, as hoaban writes it.
    pub name: &'a str,
    rest: &'a str,
}

impl<'a> Tag<'a> {
    /// An attribute's value, entities decoded.
    pub fn get(&self, name: &str) -> Option<String> {
        self.attributes().find(|(known, _)| *known == name).map(|(_, value)| decode(value))
    }

    /// All attributes in their order, values as they are written.
    pub fn attributes(&self) -> impl Iterator<Item = (&'a str, &'a str)> + use<'a> {
        let mut rest = self.rest;
        std::iter::from_fn(move || {
            rest = rest.trim_start().trim_end_matches('/');
            let end = rest.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(rest.len());
            let (name, after) = rest.split_at(end);
            if name.is_empty() {
                return None;
            }
            let Some(after) = after.strip_prefix('=') else {
                rest = after;
                return Some((name, ""));
            };
            let quote = after.chars().next().filter(|c| *c == '"' || *c == '\'');
            let Some(quote) = quote else {
                let end = after.find(char::is_whitespace).unwrap_or(after.len());
                rest = &after[end..];
                return Some((name, &after[..end]));
            };
            let end = after[1..].find(quote).map_or(after.len(), |at| at + 1);
            let value = &after[1..end];
            rest = after.get(end + 1..).unwrap_or("");
            Some((name, value))
        })
    }
}

/// All start tags of a page, without what stands in comments, scripts and styles.
pub fn tags(page: &str) -> Vec<Tag<'_>> {
    let mut found = Vec::new();
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        rest = &rest[at..];
        if rest.starts_with("<!--") {
            rest = rest.find("-->").map_or("", |end| &rest[end + 3..]);
            continue;
        }
        let end = tag_end(rest);
        let inner = rest[..end].trim_start_matches('<').trim_end_matches('>');
        rest = &rest[end..];
        if !inner.starts_with(|c: char| c.is_ascii_alphabetic()) {
            continue;
        }
        let split = inner.find(|c: char| c.is_whitespace() || c == '/').unwrap_or(inner.len());
        let tag = Tag { name: &inner[..split], rest: &inner[split..] };
        found.push(tag);
        if matches!(tag.name, "script" | "style") {
            let close = format!("</{}", tag.name);
            rest = rest.find(&close).map_or("", |end| &rest[end..]);
        }
    }
    found
}

/// Place after the tag that the text begins with; `>` in quotes does not end it.
fn tag_end(text: &str) -> usize {
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (None, '>') => return at + 1,
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
    }
    text.len()
}

/// The first element whose start tag begins with `start` (`<main`, `<nav class="siblings"`), with its end tag.
pub fn element<'a>(page: &'a str, start: &str) -> Option<&'a str> {
    let goes_on = |at: &usize| page[at + start.len()..].starts_with(|c: char| c.is_whitespace() || c == '>' || c == '"');
    let from = page.match_indices(start).map(|(at, _)| at).find(goes_on)?;
    let name = start.trim_start_matches('<').split_whitespace().next()?;
    let (open, close) = (format!("<{name}"), format!("</{name}>"));
    let mut depth = 0usize;
    let mut at = from;
    loop {
        let rest = &page[at..];
        let ends = rest.find(&close)?;
        let opens = rest
            .match_indices(&open)
            .map(|(place, _)| place)
            .find(|place| rest[place + open.len()..].starts_with(|c: char| c.is_whitespace() || c == '>'));
        match opens.filter(|opens| *opens < ends) {
            Some(opens) => {
                depth += 1;
                at += opens + open.len();
            }
            None => {
                depth -= 1;
                at += ends + close.len();
            }
        }
        if depth == 0 {
            return Some(&page[from..at]);
        }
    }
}

/// Text with the entities that hoaban writes turned back.
pub fn decode(text: &str) -> String {
    let entities =
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&#x2F;", "/"), ("&amp;", "&")];
    entities.iter().fold(text.to_owned(), |text, (entity, character)| text.replace(entity, character))
}
