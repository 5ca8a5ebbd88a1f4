//! A parsed Markdown body: a flat list of nodes over ranges of the source text.
//!
//! `parse` makes it, `view` turns it into HTML with final URLs, `emit` reads its words. It copies text only where the
//! text differs from the source (smart quotes, entities), so that 10,000 bodies fit in memory.

use super::Span;

/// Index into one of a [`Body`]'s side tables.
pub type Index = u32;

/// One step through the tree: a start, an end or a leaf.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Node {
    /// An element begins.
    Start(Element),
    /// The element of the same kind and index ends.
    End(Element),
    /// Text exactly as it stands in the source.
    Text(Span),
    /// Text that differs from the source: `strings[i]`.
    Str(Index),
    /// Inline code as in the source.
    Code(Span),
    /// Inline code that differs from the source: `strings[i]`.
    CodeStr(Index),
    /// A line break in the source that is no break on the page.
    SoftBreak,
    /// A line break on the page.
    HardBreak,
    /// A thematic break.
    Rule,
    /// Raw HTML after the allow-list: `strings[i]` is printed as it is.
    Html(Index),
    /// A picture: `images[i]`.
    Image(Index),
    /// A reference to footnote `i`, counted from 0 in the order of first reference.
    FootnoteRef(Index),
    /// The box of a task list item.
    Task(bool),
}

/// A node with children.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Element {
    /// A paragraph.
    Paragraph,
    /// `headings[i]`
    Heading(Index),
    /// A block quotation.
    Quote,
    /// A bulleted list.
    List,
    /// A numbered list that starts at this number.
    Ordered(u32),
    /// A list item.
    Item,
    /// `tables[i]` holds the alignment of its columns.
    Table(Index),
    /// The row of headings.
    TableHead,
    /// A row.
    TableRow,
    /// A cell.
    TableCell,
    /// Emphasis.
    Emphasis,
    /// Strong emphasis.
    Strong,
    /// Struck text.
    Strike,
    /// `links[i]`
    Link(Index),
    /// A code block; `strings[i]` is its language, `""` for none.
    CodeBlock(Index),
    /// A definition list.
    Definitions,
    /// Its term.
    Term,
    /// Its definition.
    Definition,
    /// The text of footnote `i`; stands at the end of the body, in order of first reference.
    Footnote(Index),
    /// `directives[i]`
    Directive(Index),
    /// A run in another language: `strings[i]` is its code.
    Foreign(Index),
}

/// Alignment of a table's column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// As the reader's browser does.
    None,
    /// Left.
    Left,
    /// Centred.
    Center,
    /// Right.
    Right,
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// 1 to 6, as written.
    pub level: u8,
    /// Anchor, unique in the body.
    pub id: String,
    /// Plain text.
    pub text: String,
    /// Language from `{lang=..}`.
    pub lang: Option<String>,
    /// Where it stands.
    pub span: Span,
}

/// A link as written; `resolve` says where it leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Target as written: `doc:KEY#a`, `../x/index.vi.md`, `https://…`.
    pub target: String,
    /// Title attribute; may be empty.
    pub title: String,
    /// The link has no text of its own: the target's title is shown.
    pub empty: bool,
    /// The whole link.
    pub span: Span,
    /// The target alone, where it was found in the source, else the whole link.
    pub target_span: Span,
}

/// A picture as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// Path as written.
    pub target: String,
    /// Text alternative, plain text.
    pub alt: String,
    /// `{decorative}`: an empty alt is meant.
    pub decorative: bool,
    /// First part of the title, before `|`; may be empty.
    pub caption: String,
    /// Second part of the title; may be empty.
    pub credit: String,
    /// Alone in its paragraph: printed as a figure.
    pub block: bool,
    /// The whole picture.
    pub span: Span,
}

/// A directive's opening.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Directive {
    /// Which directive.
    pub kind: DirectiveKind,
    /// Its attributes after checking, in the order written.
    pub attributes: Vec<(String, String)>,
    /// The opening line.
    pub span: Span,
}

impl Directive {
    /// An attribute's value; `""` where it is missing.
    #[must_use]
    pub fn attribute(&self, name: &str) -> &str {
        self.attributes.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }
}

/// The directives that Markdown may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DirectiveKind {
    /// One picture with a caption.
    Figure,
    /// Several pictures.
    Gallery,
    /// A box that draws attention.
    Note,
    /// Key figures.
    Facts,
    /// Dated steps.
    Timeline,
    /// Folded text.
    Details,
    /// A poster that links to a film.
    Video,
    /// A quotation with its source.
    Quote,
    /// Links to documents as cards.
    Cards,
}

/// A parsed body.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Body {
    /// The nodes; every `Start` has its `End`, well nested.
    pub nodes: Vec<Node>,
    /// Texts that differ from the source.
    pub strings: Vec<String>,
    /// Headings in order.
    pub headings: Vec<Heading>,
    /// Links in order.
    pub links: Vec<Link>,
    /// Pictures in order.
    pub images: Vec<Image>,
    /// Directives in order.
    pub directives: Vec<Directive>,
    /// Alignments of tables' columns.
    pub tables: Vec<Vec<Align>>,
    /// Number of footnotes.
    pub footnotes: u32,
    /// Number of words (syllables, in Vietnamese), for reading time and to know an empty body.
    pub words: u32,
}

impl Body {
    /// True where the body has nothing to show.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// The body's plain text with blocks separated by a newline; `text` is the source's text.
    #[must_use]
    pub fn plain_text(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        for node in &self.nodes {
            match *node {
                Node::Text(span) | Node::Code(span) => out.push_str(span.of(text)),
                Node::Str(i) | Node::CodeStr(i) => out.push_str(&self.strings[i as usize]),
                Node::SoftBreak | Node::HardBreak => out.push(' '),
                Node::Image(i) => out.push_str(&self.images[i as usize].alt),
                Node::End(element) if element.is_block() => out.push('\n'),
                _ => {}
            }
        }
        out.truncate(out.trim_end().len());
        out
    }
}

impl Element {
    /// True for what stands on lines of its own.
    #[must_use]
    pub fn is_block(self) -> bool {
        !matches!(self, Self::Emphasis | Self::Strong | Self::Strike | Self::Link(_) | Self::Foreign(_))
    }
}
