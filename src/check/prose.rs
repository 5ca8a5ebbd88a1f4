//! The words of a text that stand in its own language, with the way back to their places in the file.
//!
//! In: a text's front matter and body. Out: one string of blocks (paragraphs, headings, cells, titles, alternatives of
//! pictures). Code and runs marked as another language are one character U+FFFC each, so that words around them do not
//! grow together. Judging the words is *not* done here.

use std::ops::Range;

use super::subject::{Owner, Subject, same_language};
use crate::model::Span;
use crate::model::body::{Body, Element, Image, Node};
use crate::model::value::{Entry, Item, Table, Value};

/// Keys of the front matter that readers see as text.
const READ: [&str; 3] = ["title", "summary", "menu_title"];

/// Keys of `[cover]` that readers see as text.
const READ_OF_COVER: [&str; 2] = ["alt", "caption"];

/// Stands for code and for what is in another language.
const OTHER: char = '\u{FFFC}';

/// Words and where they come from.
#[derive(Debug, Default)]
pub(super) struct Prose {
    text: String,
    pieces: Vec<Piece>,
    blocks: Vec<(Range<usize>, Kind)>,
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A value of the front matter.
    Front,
    /// A block of the body.
    Body,
    /// Alternative or caption of a picture.
    Picture,
}

/// A stretch of words from one place.
#[derive(Debug)]
struct Piece {
    /// Offset in the words.
    at: usize,
    /// Place in the file.
    source: Span,
    /// The file says exactly these words there.
    exact: bool,
}

impl Prose {
    /// The words of a text.
    pub(super) fn new(subject: &Subject<'_>) -> Self {
        let body = &subject.text.parsed.body;
        let prose = Self { text: String::with_capacity(subject.source.len()), ..Self::default() };
        let mut writer = Writer {
            prose,
            source: subject.source,
            code: subject.code,
            start: 0,
            last: subject.text.parsed.front_span.end as usize,
            hidden: 0,
            tags: Vec::new(),
        };
        writer.front(subject);
        writer.body(body);
        body.images.iter().for_each(|image| writer.image(image));
        writer.prose
    }

    /// All words.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// All blocks: place in the words, and the words.
    pub(super) fn blocks(&self) -> impl Iterator<Item = (Range<usize>, &str)> {
        self.blocks.iter().map(|(range, _)| (range.clone(), &self.text[range.clone()]))
    }

    /// The blocks of the body, whose runs can be marked as another language.
    pub(super) fn body_blocks(&self) -> impl Iterator<Item = (Range<usize>, &str)> {
        let body = self.blocks.iter().filter(|(_, kind)| *kind == Kind::Body);
        body.map(|(range, _)| (range.clone(), &self.text[range.clone()]))
    }

    /// Where words stand in the file.
    pub(super) fn span(&self, source: &str, at: Range<usize>) -> Span {
        let (from, begins) = self.place(at.start, at.start);
        let (to, ends) = self.place(at.end.saturating_sub(1).max(at.start), at.end);
        let around = Span { start: from.start, end: to.end.max(from.end) };
        if begins && ends { around } else { found(source, around, &self.text[at]).unwrap_or(around) }
    }

    /// The place of an offset that belongs to the piece of `byte`, and whether that is exact.
    fn place(&self, byte: usize, offset: usize) -> (Span, bool) {
        let next = self.pieces.partition_point(|piece| piece.at <= byte);
        let Some(piece) = next.checked_sub(1).and_then(|last| self.pieces.get(last)) else {
            return (Span::default(), false);
        };
        if !piece.exact {
            return (piece.source, false);
        }
        let at = (piece.source.start as usize + offset - piece.at).min(piece.source.end as usize);
        (Span::new(at, at), true)
    }
}

/// Where a place of the file says these very words.
fn found(source: &str, around: Span, words: &str) -> Option<Span> {
    let at = around.of(source).find(words)? + around.start as usize;
    Some(Span::new(at, at + words.len()))
}

struct Writer<'a> {
    prose: Prose,
    source: &'a str,
    code: &'a str,
    /// Where the open block starts in the words.
    start: usize,
    /// Where the last known place in the file ends.
    last: usize,
    /// Number of open elements that hold code or another language.
    hidden: usize,
    /// Open tags of raw HTML within the block, and whether each names a language.
    tags: Vec<bool>,
}

impl Writer<'_> {
    fn front(&mut self, subject: &Subject<'_>) {
        let front = &subject.text.parsed.front;
        READ.iter().filter_map(|key| front.get(key)).for_each(|entry| self.value(&entry.item));
        let inner = |key: &str| front.get(key).and_then(|entry| entry.item.value.as_table());
        if let Some(cover) = inner("cover") {
            READ_OF_COVER.iter().filter_map(|key| cover.get(key)).for_each(|entry| self.value(&entry.item));
        }
        if let Owner::Document(document) = subject.owner {
            let own = inner(&subject.site.type_of(document).id);
            own.into_iter().for_each(|table| self.table(table));
        }
    }

    /// The texts of a table; of one with a text in each language, only those of this one.
    fn table(&mut self, table: &Table) {
        let by_language = |entry: &Entry| entry.key.len() == 2 && matches!(entry.item.value, Value::Text(_));
        let localized = !table.entries.is_empty() && table.entries.iter().all(by_language);
        let own = table.entries.iter().filter(|entry| !localized || same_language(&entry.key, self.code));
        own.for_each(|entry| self.value(&entry.item));
    }

    fn value(&mut self, item: &Item) {
        match &item.value {
            Value::Text(text) => self.whole(text, item.span, Kind::Front),
            Value::Array(items) => items.iter().for_each(|item| self.value(item)),
            Value::Table(table) => self.table(table),
            _ => {}
        }
    }

    fn image(&mut self, image: &Image) {
        self.whole(&image.alt, image.span, Kind::Picture);
        self.whole(&image.caption, image.span, Kind::Picture);
    }

    /// A block of words that stand somewhere at `span`.
    fn whole(&mut self, words: &str, span: Span, kind: Kind) {
        match found(self.source, span, words) {
            Some(exact) => self.push(words, exact, true),
            None => self.push(words, span, false),
        }
        self.close(kind);
    }

    fn body(&mut self, body: &Body) {
        for node in &body.nodes {
            match *node {
                Node::Text(span) => {
                    self.last = span.end as usize;
                    if self.is_open() {
                        self.push(span.of(self.source), span, true);
                    }
                }
                Node::Str(i) => self.unlike(&body.strings[i as usize]),
                Node::SoftBreak => self.prose.text.push(' '),
                Node::HardBreak => self.prose.text.push('\n'),
                Node::Code(span) => self.other(span),
                Node::Image(i) => self.other(body.images[i as usize].span),
                Node::CodeStr(_) => self.prose.text.push(OTHER),
                Node::Html(i) => self.tag(&body.strings[i as usize]),
                Node::Start(element) => self.start(body, element),
                Node::End(element) => self.end(body, element),
                Node::Rule | Node::FootnoteRef(_) | Node::Task(_) => {}
            }
        }
        self.close(Kind::Body);
    }

    fn is_open(&self) -> bool {
        self.hidden == 0 && !self.tags.contains(&true)
    }

    fn start(&mut self, body: &Body, element: Element) {
        if element.is_block() {
            self.close(Kind::Body);
        }
        match element {
            Element::Heading(i) => self.last = body.headings[i as usize].span.start as usize,
            Element::Directive(i) => self.last = body.directives[i as usize].span.end as usize,
            Element::Link(i) => self.last = body.links[i as usize].span.start as usize,
            _ => {}
        }
        self.hidden += usize::from(self.hides(body, element));
    }

    fn end(&mut self, body: &Body, element: Element) {
        if self.hides(body, element) {
            self.hidden = self.hidden.saturating_sub(1);
            self.prose.text.push(OTHER);
        }
        if let Element::Link(i) = element {
            self.last = body.links[i as usize].span.end as usize;
        }
        if element.is_block() {
            self.close(Kind::Body);
        }
    }

    fn hides(&self, body: &Body, element: Element) -> bool {
        match element {
            Element::CodeBlock(_) => true,
            Element::Foreign(i) => !same_language(&body.strings[i as usize], self.code),
            Element::Heading(i) => {
                let lang = &body.headings[i as usize].lang;
                lang.as_ref().is_some_and(|lang| !same_language(lang, self.code))
            }
            _ => false,
        }
    }

    /// Words that the file writes in another way: a curly quote, an entity.
    fn unlike(&mut self, words: &str) {
        if self.is_open() {
            let end = self.source.ceil_char_boundary((self.last + words.len()).min(self.source.len()));
            self.push(words, Span::new(self.last, end), false);
        }
    }

    fn other(&mut self, span: Span) {
        self.last = span.end as usize;
        self.prose.text.push(OTHER);
    }

    /// A tag of raw HTML, or a whole block of it, whose words are not looked at.
    fn tag(&mut self, html: &str) {
        const VOID: [&str; 4] = ["<br", "<wbr", "<hr", "<img"];
        if html.starts_with("</") {
            if self.tags.pop() == Some(true) {
                self.prose.text.push(OTHER);
            }
        } else if html.starts_with('<') && !html.contains("</") && !VOID.iter().any(|tag| html.starts_with(tag)) {
            self.tags.push(html.contains(" lang="));
        }
    }

    fn push(&mut self, words: &str, source: Span, exact: bool) {
        if !words.is_empty() {
            self.prose.pieces.push(Piece { at: self.prose.text.len(), source, exact });
            self.prose.text.push_str(words);
        }
    }

    /// Ends a block; one without words is dropped.
    fn close(&mut self, kind: Kind) {
        let end = self.prose.text.len();
        if self.prose.text[self.start..].trim().is_empty() {
            self.prose.text.truncate(self.start);
            while self.prose.pieces.last().is_some_and(|piece| piece.at >= self.start) {
                self.prose.pieces.pop();
            }
        } else {
            self.prose.blocks.push((self.start..end, kind));
            self.prose.text.push('\n');
        }
        self.start = self.prose.text.len();
        self.tags.clear();
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::Portal;

    fn blocks(lang: &str, text: &str) -> Vec<String> {
        let mut portal = Portal::new();
        portal.file(&format!("content/travel/a/index.{lang}.md"), text);
        portal.subject("travel/a", lang, |subject| {
            let prose = subject.prose();
            prose.blocks().map(|(_, words)| words.to_owned()).collect()
        })
    }

    /// What the file has at the places of all words of two or more letters.
    fn places(text: &str) -> Vec<(String, String)> {
        let mut portal = Portal::new();
        portal.file("content/travel/a/index.vi.md", text);
        portal.subject("travel/a", "vi", |subject| {
            let prose = subject.prose();
            let mut found = Vec::new();
            for (block, words) in prose.blocks() {
                for word in words.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 1) {
                    let at = block.start + (word.as_ptr() as usize - words.as_ptr() as usize);
                    let span = prose.span(subject.source, at..at + word.len());
                    found.push((word.to_owned(), span.of(subject.source).to_owned()));
                }
            }
            found
        })
    }

    #[test]
    fn blocks_are_paragraphs_headings_cells_titles_and_alternatives() {
        let text = "+++\ntitle = \"Đồi A1\"\nsummary = \"Tóm tắt\"\nslug = \"doi\"\n[cover]\nimage = \"x.png\"\nalt = \"Đồi\"\n+++\n\
                    ## Đề mục\n\nMột **hai**\nba.\n\n| a | b |\n|---|---|\n| c | d |\n\n![Ảnh](y.png \"Chú | Nguồn\")\n";
        let expected = ["Đồi A1", "Tóm tắt", "Đồi", "Đề mục", "Một hai ba.", "a", "b", "c", "d", "\u{FFFC}", "Ảnh", "Chú"];
        assert_eq!(blocks("vi", text), expected);
    }

    #[test]
    fn code_and_marked_runs_are_left_out() {
        let text = "+++\ntitle = \"A\"\n+++\nMột `let x` hai [see you]{lang=en} ba <span lang=\"en\">all there</span> bốn.\n\n\
                    ```\nngày 31/11/2026\n```\n\n## Some words {lang=en}\n";
        let found = blocks("vi", text);
        assert_eq!(found[1], "Một \u{FFFC} hai \u{FFFC} ba \u{FFFC} bốn.");
        assert!(!found.concat().contains("31/11") && !found.concat().contains("Some words"), "{found:?}");
    }

    #[test]
    fn a_run_marked_as_the_own_language_stays() {
        assert_eq!(blocks("vi", "+++\ntitle = \"A\"\n+++\nMột [hai]{lang=vi} ba.\n")[1], "Một hai ba.");
    }

    #[test]
    fn words_lead_back_to_their_places() {
        let text = "+++\ntitle = \"Đồi \\\"A1\\\" đẹp\"\nsummary = \"Tóm tắt\"\n+++\n## Đề mục\n\nMột \"hai\" **ba**\n\
                    bốn &amp; [năm](https://a.vn) 'sáu' bảy.\n\n:::note {title=\"x\"}\n\"Tám\" chín.\n:::\n\n![Mười một](y.png)\n";
        for (word, place) in places(text).into_iter().skip(3) {
            assert_eq!(word, place);
        }
    }

    #[test]
    fn words_of_an_escaped_title_lead_to_the_whole_value() {
        let found = places("+++\ntitle = \"Đồi\\u0020đẹp\"\n+++\n");
        assert_eq!(found[0], ("Đồi".into(), "Đồi".into()));
        let found = places("+++\ntitle = \"\\u0110ồi\"\n+++\n");
        assert_eq!(found[0], ("Đồi".into(), "\"\\u0110ồi\"".into()));
    }

    proptest::proptest! {
        #[test]
        fn any_markdown_gives_places_on_characters(body in "([a-zđ*_`\\[\\]{}()\"'!<>&;: \n#|~^-]|\\PC){0,80}") {
            let mut portal = Portal::new();
            portal.file("content/travel/a/index.vi.md", &format!("+++\ntitle = \"A\"\n+++\n{body}"));
            let whole = portal.subject("travel/a", "vi", |subject| {
                let prose = subject.prose();
                prose.blocks().all(|(block, words)| {
                    words.char_indices().all(|(at, c)| {
                        let at = block.start + at..block.start + at + c.len_utf8();
                        subject.source.get(prose.span(subject.source, at).range()).is_some()
                    })
                })
            });
            proptest::prop_assert!(whole);
        }
    }
}
