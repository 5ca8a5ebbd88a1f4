//! A body's nodes as HTML with final URLs.
//!
//! Every heading, link, picture and directive gets its final form here; nothing is left for templates. Spaces that must not break
//! are put in, text is escaped, and a run in another language is marked.

use crate::model::Lang;
use crate::model::asset::AssetId;
use crate::model::body::{Align, Body, Element, Heading, Link, Node};
use crate::model::document::{LinkTarget, Text};
use crate::model::page::PageKind;
use crate::model::site::Site;
use crate::model::theme::SlotName;

use super::Shared;
use super::directives;
use super::html::{attribute, escape, prose};
use super::links;
use super::model::TocEntry;
use super::pictures::{self, Said};
use super::renditions::{self, Use};

/// A text's body as HTML, for a page in `lang`.
#[must_use]
pub fn html(site: &Site, shared: &Shared, lang: Lang, text: &Text) -> String {
    let source = &site.sources.get(text.source).text;
    let body = &text.parsed.body;
    let writer = Writer {
        site,
        shared,
        lang,
        code: site.config.languages.code(lang),
        links: &text.links,
        images: &text.images,
        slots: if text.images.is_empty() { Vec::new() } else { renditions::slots(body) },
        body,
        source,
    };
    let mut state = State { out: String::with_capacity(source.len() + source.len() / 3), ..State::default() };
    writer.nodes(&body.nodes, &mut state);
    if state.footnotes_open {
        state.out.push_str("</ol></section>");
    }
    state.out
}

/// Markdown of a field; of its links only those to addresses outside lead anywhere, and it shows no pictures.
#[must_use]
pub(super) fn of_field(site: &Site, shared: &Shared, lang: Lang, markdown: &str) -> String {
    let code = site.config.languages.code(lang);
    let body = crate::parse::markdown(markdown, code).value;
    let outside = |target: &str| ["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| target.starts_with(scheme));
    let target = |link: &Link| if outside(&link.target) { LinkTarget::External } else { LinkTarget::Unresolved };
    let links: Vec<LinkTarget> = body.links.iter().map(target).collect();
    let (images, slots) = (&[], Vec::new());
    let writer = Writer { site, shared, lang, code, links: &links, images, slots, body: &body, source: markdown };
    let mut state = State::default();
    writer.nodes(&body.nodes, &mut state);
    if state.footnotes_open {
        state.out.push_str("</ol></section>");
    }
    let alone = state.out.strip_prefix("<p>").and_then(|rest| rest.strip_suffix("</p>\n"));
    match alone.filter(|text| !text.contains("<p>")) {
        Some(text) => text.to_owned(),
        None => state.out,
    }
}

/// The table of contents: headings of level 2 and those below them.
#[must_use]
pub fn toc(body: &Body, code: &str) -> Vec<TocEntry> {
    let mut entries: Vec<TocEntry> = Vec::new();
    for heading in body.headings.iter().filter(|heading| (2..=3).contains(&heading.level)) {
        let mut title = String::with_capacity(heading.text.len());
        prose(&mut title, &heading.text, heading.lang.as_deref().unwrap_or(code));
        let entry = TocEntry { id: heading.id.clone(), title, children: Vec::new() };
        match entries.last_mut().filter(|_| heading.level > 2) {
            Some(parent) => parent.children.push(entry),
            None => entries.push(entry),
        }
    }
    entries
}

/// What does not change while a body is written.
pub(super) struct Writer<'a> {
    pub site: &'a Site,
    pub shared: &'a Shared<'a>,
    pub lang: Lang,
    pub code: &'a str,
    /// Where each link leads.
    pub links: &'a [LinkTarget],
    /// The file of each picture.
    pub images: &'a [Option<AssetId>],
    /// The slot of each picture.
    pub slots: Vec<SlotName>,
    pub body: &'a Body,
    pub source: &'a str,
}

/// What does.
#[derive(Debug, Default)]
pub(super) struct State {
    pub out: String,
    /// Language codes of open runs in other languages, the innermost last.
    foreign: Vec<u32>,
    /// Within the row of headings of a table.
    head: bool,
    /// Column of the open table's row, and the table.
    cell: (usize, u32),
    /// References so far to each footnote.
    references: Vec<u32>,
    footnotes_open: bool,
    /// Definition lists inside facts and timelines are grouped in `<div>`s: depth of such directives.
    pub grouped: u32,
    /// The group is open.
    group_open: bool,
    /// The open list item is a task.
    task_at: Option<usize>,
}

impl Writer<'_> {
    pub(super) fn nodes(&self, nodes: &[Node], state: &mut State) {
        let mut at = 0;
        while at < nodes.len() {
            match nodes[at] {
                Node::Start(Element::Directive(i)) => {
                    let end = end_of(nodes, at);
                    directives::write(self, i, &nodes[at + 1..end], state);
                    at = end;
                }
                Node::Start(element) => self.start(element, state),
                Node::End(element) => self.end(element, state),
                leaf => self.leaf(leaf, state),
            }
            at += 1;
        }
    }

    fn prose(&self, text: &str, state: &mut State) {
        let code = state.foreign.last().map_or(self.code, |i| self.string(*i));
        prose(&mut state.out, text, code);
    }

    fn string(&self, i: u32) -> &str {
        &self.body.strings[i as usize]
    }

    fn leaf(&self, node: Node, state: &mut State) {
        match node {
            Node::Text(span) => self.prose(span.of(self.source), state),
            Node::Str(i) => self.prose(self.string(i), state),
            Node::Code(span) => self.code_run(span.of(self.source), state),
            Node::CodeStr(i) => self.code_run(self.string(i), state),
            Node::SoftBreak => state.out.push('\n'),
            Node::HardBreak => state.out.push_str("<br>\n"),
            Node::Rule => state.out.push_str("<hr>\n"),
            Node::Html(i) => state.out.push_str(self.string(i)),
            Node::Image(i) => self.image(i, state),
            Node::FootnoteRef(i) => self.footnote_ref(i, state),
            Node::Task(done) => {
                if let Some(at) = state.task_at.take() {
                    state.out.insert_str(at, " class=\"task\"");
                }
                state.out.push_str("<input type=\"checkbox\" disabled");
                let label = self.shared.words.word(self.lang, if done { "task-done" } else { "task-open" });
                attribute(&mut state.out, "aria-label", &label);
                state.out.push_str(if done { " checked> " } else { "> " });
            }
            Node::Start(_) | Node::End(_) => {}
        }
    }

    fn code_run(&self, text: &str, state: &mut State) {
        state.out.push_str("<code>");
        escape(&mut state.out, text);
        state.out.push_str("</code>");
    }

    fn start(&self, element: Element, state: &mut State) {
        match element {
            Element::Heading(i) => self.heading(&self.body.headings[i as usize], state),
            Element::Ordered(1) => state.out.push_str("<ol>\n"),
            Element::Ordered(start) => state.out.push_str(&format!("<ol start=\"{start}\">\n")),
            Element::Item => {
                state.out.push_str("<li");
                state.task_at = Some(state.out.len());
                state.out.push('>');
            }
            Element::Table(i) => self.table(i, state),
            Element::TableHead => {
                state.head = true;
                state.cell.0 = 0;
                state.out.push_str("<thead><tr>");
            }
            Element::TableRow => {
                state.cell.0 = 0;
                state.out.push_str("<tr>");
            }
            Element::TableCell => self.cell(state),
            Element::Link(i) => self.link(i, state),
            Element::CodeBlock(i) => {
                state.out.push_str("<pre><code");
                if !self.string(i).is_empty() {
                    attribute(&mut state.out, "class", &format!("language-{}", self.string(i)));
                }
                state.out.push('>');
            }
            Element::Term if state.grouped > 0 => self.group(state),
            Element::Footnote(i) => self.footnote(i, state),
            Element::Foreign(i) => {
                state.foreign.push(i);
                state.out.push_str("<span");
                attribute(&mut state.out, "lang", self.string(i));
                state.out.push('>');
            }
            _ => state.out.push_str(opening(element)),
        }
    }

    fn end(&self, element: Element, state: &mut State) {
        match element {
            Element::Heading(i) => {
                let level = self.body.headings[i as usize].level;
                state.out.push_str(&format!("</h{level}>\n"));
            }
            Element::TableHead => {
                state.head = false;
                state.out.push_str("</tr></thead>\n<tbody>\n");
            }
            Element::TableCell => {
                state.cell.0 += 1;
                state.out.push_str(if state.head { "</th>" } else { "</td>" });
            }
            Element::Link(i) => self.link_end(i, state),
            Element::Definitions => {
                if std::mem::take(&mut state.group_open) {
                    state.out.push_str("</div>");
                }
                state.out.push_str("</dl>\n");
            }
            Element::Footnote(i) => self.footnote_end(i, state),
            Element::Foreign(_) => {
                state.foreign.pop();
                state.out.push_str("</span>");
            }
            _ => state.out.push_str(closing(element)),
        }
    }

    fn heading(&self, heading: &Heading, state: &mut State) {
        state.out.push_str(&format!("<h{}", heading.level));
        attribute(&mut state.out, "id", &heading.id);
        if let Some(lang) = &heading.lang {
            attribute(&mut state.out, "lang", lang);
        }
        state.out.push('>');
    }

    fn table(&self, i: u32, state: &mut State) {
        state.cell = (0, i);
        state.out.push_str("<div class=\"table\" role=\"group\" tabindex=\"0\"");
        attribute(&mut state.out, "aria-label", &self.shared.words.word(self.lang, "table-label"));
        state.out.push_str("><table>\n");
    }

    fn cell(&self, state: &mut State) {
        let columns = &self.body.tables[state.cell.1 as usize];
        state.out.push_str(if state.head { "<th scope=\"col\"" } else { "<td" });
        match columns.get(state.cell.0) {
            Some(Align::Center) => state.out.push_str(" class=\"center\""),
            Some(Align::Right) => state.out.push_str(" class=\"right\""),
            Some(Align::Left) => state.out.push_str(" class=\"left\""),
            Some(Align::None) | None => {}
        }
        state.out.push('>');
    }

    /// Opens a term's group in facts and timelines: a term after a definition begins a new one.
    fn group(&self, state: &mut State) {
        if state.out.ends_with("</dd>\n") && state.group_open {
            state.out.push_str("</div>");
            state.group_open = false;
        }
        if !state.group_open {
            state.out.push_str("<div>");
            state.group_open = true;
        }
        state.out.push_str("<dt>");
    }

    fn footnote_ref(&self, i: u32, state: &mut State) {
        let place = i as usize;
        if state.references.len() <= place {
            state.references.resize(place + 1, 0);
        }
        state.references[place] += 1;
        let id = reference_id(i, state.references[place]);
        let n = i + 1;
        state.out.push_str(&format!(
            "<sup class=\"footnote-ref\"><a id=\"{id}\" href=\"#fn-{n}\" role=\"doc-noteref\">{n}</a></sup>"
        ));
    }

    fn footnote(&self, i: u32, state: &mut State) {
        if !std::mem::replace(&mut state.footnotes_open, true) {
            state.out.push_str("<section class=\"footnotes\" role=\"doc-endnotes\"><h2 class=\"footnotes-title\">");
            escape(&mut state.out, &self.shared.words.word(self.lang, "footnotes"));
            state.out.push_str("</h2>\n<ol>\n");
        }
        state.out.push_str(&format!("<li id=\"fn-{}\">", i + 1));
    }

    /// The links back stand in the note's last paragraph.
    fn footnote_end(&self, i: u32, state: &mut State) {
        let in_paragraph = state.out.ends_with("</p>\n");
        if in_paragraph {
            state.out.truncate(state.out.len() - "</p>\n".len());
        }
        for nth in 1..=state.references.get(i as usize).copied().unwrap_or(0) {
            state.out.push_str(" <a role=\"doc-backlink\"");
            attribute(&mut state.out, "href", &format!("#{}", reference_id(i, nth)));
            let label = self.shared.words.with(self.lang, "footnote-back", "n", &(i + 1).to_string());
            attribute(&mut state.out, "aria-label", &label);
            state.out.push_str(">↩</a>");
        }
        state.out.push_str(if in_paragraph { "</p></li>\n" } else { "</li>\n" });
    }

    fn link(&self, i: u32, state: &mut State) {
        let link = &self.body.links[i as usize];
        let Some(target) = self.target(i) else { return };
        state.out.push_str("<a");
        attribute(&mut state.out, "href", &target.url);
        if let Some(lang) = &target.lang {
            attribute(&mut state.out, "hreflang", lang);
            if link.empty {
                attribute(&mut state.out, "lang", lang);
            }
        }
        if matches!(self.links.get(i as usize), Some(LinkTarget::External)) && target.url.contains("//") {
            state.out.push_str(" rel=\"external\"");
        }
        if !link.title.is_empty() {
            attribute(&mut state.out, "title", &link.title);
        }
        state.out.push('>');
        if link.empty {
            prose(&mut state.out, &target.title, target.lang.as_deref().unwrap_or(self.code));
        }
    }

    fn link_end(&self, i: u32, state: &mut State) {
        let Some(target) = self.target(i) else { return };
        state.out.push_str("</a>");
        let Some(code) = &target.lang else { return };
        let Some(of) = self.site.config.languages.find(code) else { return };
        state.out.push_str(" <span class=\"lang-badge\">(");
        escape(&mut state.out, &links::language_name(self.site, &self.shared.words, of, self.lang));
        state.out.push_str(")</span>");
    }

    /// Where link `i` leads; none where nothing was found, and the text stands alone.
    pub(super) fn target(&self, i: u32) -> Option<super::model::Link> {
        let link = &self.body.links[i as usize];
        let plain = |url: String| Some(super::model::Link { title: link.target.clone(), url, lang: None });
        let with_anchor = |target: Option<super::model::Link>, anchor: &Option<String>| {
            target.map(|mut target| {
                if let Some(anchor) = anchor {
                    target.url = format!("{}#{anchor}", target.url);
                }
                target
            })
        };
        match self.links.get(i as usize)? {
            LinkTarget::Document(id, anchor, asked) => {
                let mut target = links::to_document(self.site, self.shared, asked.unwrap_or(self.lang), *id)?;
                if asked.is_some_and(|asked| asked != self.lang) && target.lang.is_none() {
                    target.lang = asked.map(|asked| self.site.config.languages.code(asked).to_owned());
                }
                let document = self.site.document(*id);
                let shown = links::page_for(&document.pages, asked.unwrap_or(self.lang), document.source_language);
                let stub = shown.is_some_and(|(_, page)| matches!(self.site.page(page).kind, PageKind::Stub(_)));
                if stub { Some(target) } else { with_anchor(Some(target), anchor) }
            }
            LinkTarget::Section(id, anchor, asked) => {
                let mut target = links::to_section(self.site, asked.unwrap_or(self.lang), *id)?;
                if asked.is_some_and(|asked| asked != self.lang) && target.lang.is_none() {
                    target.lang = asked.map(|asked| self.site.config.languages.code(asked).to_owned());
                }
                with_anchor(Some(target), anchor)
            }
            LinkTarget::File(asset) => plain(self.site.href(&self.site.asset(*asset).url)),
            LinkTarget::Anchor(anchor) => plain(format!("#{anchor}")),
            LinkTarget::External => plain(link.target.clone()),
            LinkTarget::Unresolved => None,
        }
    }

    /// A picture of the body with its texts.
    pub(super) fn picture(&self, i: u32) -> Option<super::model::PictureView> {
        let image = &self.body.images[i as usize];
        let said = Said {
            alt: &image.alt,
            caption: &image.caption,
            credit: &image.credit,
            licence: "",
            decorative: image.decorative,
        };
        let (asset, slot) = ((*self.images.get(i as usize)?)?, *self.slots.get(i as usize)?);
        pictures::picture(self.site, self.shared, Use::of(self.site, asset, slot), self.lang, said)
    }

    fn image(&self, i: u32, state: &mut State) {
        let Some(picture) = self.picture(i) else { return };
        if !self.body.images[i as usize].block {
            pictures::img(&mut state.out, &picture);
            return;
        }
        self.figure(&picture, "picture", "", &mut state.out);
    }

    /// A picture with its caption; `more` is further caption HTML.
    pub(super) fn figure(&self, picture: &super::model::PictureView, class: &str, more: &str, out: &mut String) {
        out.push_str("<figure");
        attribute(out, "class", class);
        out.push('>');
        pictures::img(out, picture);
        pictures::figcaption(out, self.shared, self.lang, picture, more);
        out.push_str("</figure>\n");
    }
}

fn reference_id(i: u32, nth: u32) -> String {
    if nth == 1 { format!("fnref-{}", i + 1) } else { format!("fnref-{}-{nth}", i + 1) }
}

/// The place of the `End` that belongs to the `Start` at `at`.
pub(super) fn end_of(nodes: &[Node], at: usize) -> usize {
    let mut depth = 0usize;
    for (i, node) in nodes.iter().enumerate().skip(at) {
        match node {
            Node::Start(_) => depth += 1,
            Node::End(_) => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return i;
        }
    }
    nodes.len().saturating_sub(1)
}

fn opening(element: Element) -> &'static str {
    match element {
        Element::Paragraph => "<p>",
        Element::Quote => "<blockquote>\n",
        Element::List => "<ul>\n",
        Element::Emphasis => "<em>",
        Element::Strong => "<strong>",
        Element::Strike => "<del>",
        Element::Definitions => "<dl>\n",
        Element::Term => "<dt>",
        Element::Definition => "<dd>",
        _ => "",
    }
}

fn closing(element: Element) -> &'static str {
    match element {
        Element::Paragraph => "</p>\n",
        Element::Quote => "</blockquote>\n",
        Element::List => "</ul>\n",
        Element::Ordered(_) => "</ol>\n",
        Element::Item => "</li>\n",
        Element::Table(_) => "</tbody></table></div>\n",
        Element::TableRow => "</tr>\n",
        Element::Emphasis => "</em>",
        Element::Strong => "</strong>",
        Element::Strike => "</del>",
        Element::CodeBlock(_) => "</code></pre>\n",
        Element::Term => "</dt>\n",
        Element::Definition => "</dd>\n",
        _ => "",
    }
}
