//! Directives as HTML: one function each, over the nodes between its fences.

use crate::model::body::{Directive, DirectiveKind, Element, Node};
use crate::model::document::LinkTarget;

use super::body::{State, Writer};
use super::facts::Printer;
use super::html::{attribute, escape};
use super::model::Card;
use super::{cards, pictures};

/// Writes directive `i` with the nodes between its fences.
pub(super) fn write(writer: &Writer<'_>, i: u32, inner: &[Node], state: &mut State) {
    let directive = &writer.body.directives[i as usize];
    match directive.kind {
        DirectiveKind::Figure => figure(writer, directive, inner, state),
        DirectiveKind::Gallery => gallery(writer, directive, inner, state),
        DirectiveKind::Note => note(writer, directive, inner, state),
        DirectiveKind::Facts => facts(writer, directive, inner, state),
        DirectiveKind::Timeline => timeline(writer, directive, inner, state),
        DirectiveKind::Details => details(writer, directive, inner, state),
        DirectiveKind::Video => video(writer, directive, inner, state),
        DirectiveKind::Quote => quote(writer, directive, inner, state),
        DirectiveKind::Cards => card_list(writer, directive, inner, state),
    }
}

fn images(inner: &[Node]) -> impl Iterator<Item = u32> {
    inner.iter().filter_map(|node| if let Node::Image(i) = node { Some(*i) } else { None })
}

fn word(writer: &Writer<'_>, directive: &Directive, attribute: &str, id: &str) -> String {
    match directive.attribute(attribute) {
        "" => writer.shared.words.word(writer.lang, id),
        said => said.to_owned(),
    }
}

fn figure(writer: &Writer<'_>, directive: &Directive, inner: &[Node], state: &mut State) {
    let Some(picture) = images(inner).next().and_then(|i| writer.picture(i)) else { return };
    let rest: Vec<Node> = inner.iter().copied().filter(|node| !matches!(node, Node::Image(_))).collect();
    let mut caption = State::default();
    writer.nodes(&rest, &mut caption);
    let more = caption.out.trim().trim_start_matches("<p></p>").trim();
    let class = match directive.attribute("size") {
        "wide" => "picture picture-wide",
        "full" => "picture picture-full",
        _ => "picture",
    };
    writer.figure(&picture, class, more, &mut state.out);
}

fn gallery(writer: &Writer<'_>, directive: &Directive, inner: &[Node], state: &mut State) {
    let columns = directive.attribute("columns");
    let columns = if columns.is_empty() { "3" } else { columns };
    state.out.push_str("<div role=\"group\"");
    attribute(&mut state.out, "class", &format!("gallery gallery-{columns}"));
    attribute(&mut state.out, "aria-label", &writer.shared.words.word(writer.lang, "gallery-label"));
    state.out.push_str(">\n");
    for picture in images(inner).filter_map(|i| writer.picture(i)) {
        writer.figure(&picture, "picture", "", &mut state.out);
    }
    state.out.push_str("</div>\n");
}

fn note(writer: &Writer<'_>, directive: &Directive, inner: &[Node], state: &mut State) {
    let kind = match directive.attribute("kind") {
        "" => "info",
        kind => kind,
    };
    state.out.push_str("<aside");
    attribute(&mut state.out, "class", &format!("note note-{kind}"));
    state.out.push_str(" role=\"note\"><p class=\"note-title\">");
    escape(&mut state.out, &word(writer, directive, "title", &format!("note-{kind}")));
    state.out.push_str("</p>\n");
    writer.nodes(inner, state);
    state.out.push_str("</aside>\n");
}

fn titled(writer: &Writer<'_>, directive: &Directive, class: &str, label: &str, state: &mut State) {
    state.out.push_str("<section");
    attribute(&mut state.out, "class", class);
    attribute(&mut state.out, "aria-label", &word(writer, directive, "title", label));
    state.out.push('>');
    if !directive.attribute("title").is_empty() {
        state.out.push_str(&format!("<h2 class=\"{class}-title\">"));
        escape(&mut state.out, directive.attribute("title"));
        state.out.push_str("</h2>");
    }
    state.out.push('\n');
}

fn facts(writer: &Writer<'_>, directive: &Directive, inner: &[Node], state: &mut State) {
    titled(writer, directive, "facts", "facts-label", state);
    let printer = Printer { site: writer.site, shared: writer.shared, lang: writer.lang };
    let records: Vec<_> =
        directive.attribute("ids").split_whitespace().filter_map(|id| writer.site.record("facts", id)).collect();
    if !records.is_empty() {
        state.out.push_str("<dl>\n");
        for record in records {
            printer.register(&mut state.out, record);
        }
        state.out.push_str("</dl>\n");
    }
    grouped(writer, inner, state);
    state.out.push_str("</section>\n");
}

fn timeline(writer: &Writer<'_>, directive: &Directive, inner: &[Node], state: &mut State) {
    titled(writer, directive, "timeline", "timeline-label", state);
    grouped(writer, inner, state);
    state.out.push_str("</section>\n");
}

fn grouped(writer: &Writer<'_>, inner: &[Node], state: &mut State) {
    state.grouped += 1;
    writer.nodes(inner, state);
    state.grouped -= 1;
}

fn details(writer: &Writer<'_>, directive: &Directive, inner: &[Node], state: &mut State) {
    state.out.push_str("<details class=\"details\"><summary>");
    escape(&mut state.out, directive.attribute("summary"));
    state.out.push_str("</summary>\n");
    writer.nodes(inner, state);
    state.out.push_str("</details>\n");
}

/// A poster that links to the film: nothing is asked of another host before a click.
fn video(writer: &Writer<'_>, directive: &Directive, inner: &[Node], state: &mut State) {
    let url = directive.attribute("url");
    let host = url.split_once("://").map_or(url, |(_, rest)| rest).split('/').next().unwrap_or("");
    let host = host.trim_start_matches("www.");
    let text = |text: &str| crate::words::WordArg::Text(text.to_owned());
    let length = directive.attribute("duration");
    let id = if length.is_empty() { "video-watch" } else { "video-watch-length" };
    let args = [("title", text(directive.attribute("title"))), ("host", text(host)), ("length", text(length))];
    let label = writer.shared.words.format(writer.lang, id, &args).unwrap_or_default();
    state.out.push_str("<figure class=\"video\"><a class=\"video-link\" rel=\"external noopener\"");
    attribute(&mut state.out, "href", url);
    state.out.push('>');
    let poster = images(inner).next().and_then(|i| writer.picture(i));
    if let Some(picture) = &poster {
        pictures::img(&mut state.out, picture);
    }
    state.out.push_str("<span class=\"video-play\">");
    escape(&mut state.out, &label);
    state.out.push_str("</span></a>");
    if let Some(picture) = &poster {
        pictures::figcaption(&mut state.out, writer.shared, writer.lang, picture, "");
    }
    state.out.push_str("</figure>\n");
}

fn quote(writer: &Writer<'_>, directive: &Directive, inner: &[Node], state: &mut State) {
    state.out.push_str("<figure class=\"quote\"><blockquote");
    if !directive.attribute("url").is_empty() {
        attribute(&mut state.out, "cite", directive.attribute("url"));
    }
    state.out.push_str(">\n");
    writer.nodes(inner, state);
    state.out.push_str("</blockquote>");
    let said: Vec<&str> =
        ["by", "source"].into_iter().map(|key| directive.attribute(key)).filter(|text| !text.is_empty()).collect();
    if !said.is_empty() {
        state.out.push_str("<figcaption>— ");
        super::facts::anchor(&mut state.out, directive.attribute("url"), &said.join(", "), Some("external"));
        state.out.push_str("</figcaption>");
    }
    state.out.push_str("</figure>\n");
}

fn card_list(writer: &Writer<'_>, directive: &Directive, inner: &[Node], state: &mut State) {
    let columns = directive.attribute("columns");
    let columns = if columns.is_empty() { "3" } else { columns };
    state.out.push_str(&format!("<ul class=\"cards cards-{columns}\">\n"));
    let links = inner.iter().enumerate().filter_map(|(at, node)| match node {
        Node::Start(Element::Link(i)) => Some((at, *i)),
        _ => None,
    });
    for (at, i) in links {
        let own = &inner[at + 1..super::body::end_of(inner, at)];
        let mut title = State::default();
        writer.nodes(own, &mut title);
        card(writer, i, &title.out, state);
    }
    state.out.push_str("</ul>\n");
}

fn card(writer: &Writer<'_>, i: u32, own_title: &str, state: &mut State) {
    let card = match writer.links.get(i as usize) {
        Some(LinkTarget::Document(id, ..)) => {
            writer.shared.card(writer.site, *id, writer.lang).map(|card| Card::clone(&card))
        }
        Some(LinkTarget::Section(id, ..)) => cards::of_section(writer.site, writer.shared, *id, writer.lang),
        _ => None,
    };
    let Some(card) = card else { return };
    let badge = card.lang_name.as_ref().map(|name| writer.shared.words.with(writer.lang, "in-language", "language", name));
    print_card(&card, own_title, badge.as_deref(), &mut state.out);
}

/// `badge` says in which language the card's page is, where that is not the reader's.
fn print_card(card: &Card, own_title: &str, badge: Option<&str>, out: &mut String) {
    let lang = |out: &mut String, names: &[&str]| {
        if let Some(lang) = &card.lang {
            names.iter().for_each(|name| attribute(out, name, lang));
        }
    };
    out.push_str("<li class=\"card\"><a class=\"card-link\"");
    attribute(out, "href", &card.url);
    lang(out, &["hreflang"]);
    out.push('>');
    if let Some(picture) = &card.picture {
        let bare = super::model::PictureView { alt: String::new(), ..picture.clone() };
        pictures::img(out, &bare);
    }
    out.push_str("<span class=\"card-title\"");
    lang(out, &["lang"]);
    out.push('>');
    if own_title.is_empty() {
        escape(out, &card.title)
    } else {
        out.push_str(own_title)
    }
    out.push_str("</span></a>");
    if !card.summary.is_empty() {
        out.push_str("<p class=\"card-summary\"");
        lang(out, &["lang"]);
        out.push('>');
        escape(out, &card.summary);
        out.push_str("</p>");
    }
    if let Some(badge) = badge {
        out.push_str("<p class=\"meta\"><span class=\"badge\">");
        escape(out, badge);
        out.push_str("</span></p>");
    }
    out.push_str("</li>\n");
}
