//! Laws that hold for any text: no panic, nodes that nest, spans inside the text, HTML that is balanced and harmless.

use proptest::prelude::*;

use super::policy;
use super::raw::{self, Markup};
use crate::diag::{Found, Note};
use crate::model::Span;
use crate::model::body::{Body, Node};
use crate::model::document::Parsed;
use crate::parse::page;

/// What trips parsers up, alone and in each other's company.
const TOKENS: &[&str] = &[
    "\n",
    "\n\n",
    " ",
    "  ",
    "    ",
    "\t",
    "\r\n",
    "- ",
    "1. ",
    "> ",
    "# ",
    "```",
    "`",
    "*",
    "**",
    "_",
    "~~",
    "[",
    "]",
    "(",
    ")",
    "![",
    "](a)",
    "]{lang=en}",
    "{decorative}",
    "{#id lang=vi}",
    "[^1]",
    "[^1]: ",
    ": ",
    "| a |\n|---|\n",
    "|",
    ":::note\n",
    ":::",
    "::::",
    ":::figure {size=wide}\n",
    "\n:::gallery\n",
    "\n:::\n",
    "\n::::quote {by=\"Đ\"}\n",
    "<b>",
    "</b>",
    "<i>",
    "</i>",
    "<div>",
    "</div>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "<?",
    "?>",
    "<a href=x>",
    "<a href=\"https://a.vn\">",
    "</a>",
    "<br>",
    "<td>",
    "<p",
    ">",
    "&amp;",
    "&#0;",
    "\\",
    "\"",
    "'",
    "--",
    "...",
    "https://a.vn",
    "www.b.vn/x",
    "http",
    "Điện",
    "đ",
    "H'Mông",
    "\u{301}",
    "\u{0}",
    "\u{feff}",
    "😀",
    "老",
    "===",
    "---",
    "+++\n",
    "a = 1\n",
    "[x]: y\n",
    ":::galery\n",
    ":::note {kin=a kind=b title}\n",
    ":::video {url=x}\n",
    "d = 2026-11-31\n",
    "]{lagn=en}",
    "- [x] ",
    "> [!LƯU Ý]\n",
    "> [!NOTE]\n",
];

fn tricky() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(TOKENS), 0..60).prop_map(|tokens| tokens.concat())
}

fn check(text: &str) {
    let Found { value: Parsed { body, front_span, .. }, notes } = page(text, "vi");
    nests(&body);
    let inside = |span: Span| assert!(text.get(span.range()).is_some(), "{span:?} in {text:?}");
    for note in &notes {
        inside(note.span);
        has_words(note);
    }
    body.headings.iter().for_each(|heading| inside(heading.span));
    body.images.iter().for_each(|image| inside(image.span));
    body.directives.iter().for_each(|directive| inside(directive.span));
    body.links.iter().for_each(|link| [link.span, link.target_span].into_iter().for_each(inside));
    inside(front_span);
    for node in &body.nodes {
        if let Node::Text(span) | Node::Code(span) = *node {
            inside(span);
        }
    }
    crate::parse::prose::texts(&body, text).for_each(|prose| inside(prose.span));
    let ids: std::collections::BTreeSet<_> = body.headings.iter().map(|heading| &heading.id).collect();
    assert_eq!(ids.len(), body.headings.len());
}

/// The messages of rules in both interface languages.
const MESSAGES: [&str; 2] = [include_str!("../../../i18n/vi/rules.ftl"), include_str!("../../../i18n/en/rules.ftl")];

/// Cause and help are written in both languages, and the note has every variable they use.
fn has_words(note: &Note) {
    for messages in MESSAGES {
        for attribute in [note.message.cause, note.message.help].into_iter().filter(|name| !name.is_empty()) {
            let entry = messages.split("\n\n").find(|entry| entry.starts_with(&format!("{} =", note.rule.slug)));
            let start = format!("    .{attribute} =");
            let line = entry.and_then(|entry| entry.lines().find(|line| line.starts_with(&start)));
            let line = line.unwrap_or_else(|| panic!("{}.{attribute} has no words", note.rule.slug));
            for variable in line.split('$').skip(1) {
                let end =
                    variable.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').unwrap_or(variable.len());
                let known = note.message.args.iter().any(|(name, _)| *name == &variable[..end]);
                assert!(known, "{}.{attribute} uses ${}", note.rule.slug, &variable[..end]);
            }
        }
    }
}

/// Elements and tags of raw HTML end in the reverse order of their beginning.
fn nests(body: &Body) {
    let mut open: Vec<String> = Vec::new();
    for node in &body.nodes {
        match node {
            Node::Start(element) => open.push(format!("{element:?}")),
            Node::End(element) => assert_eq!(open.pop(), Some(format!("{element:?}"))),
            Node::Html(index) => tags(&body.strings[*index as usize], &mut open),
            _ => {}
        }
    }
    assert_eq!(open, Vec::<String>::new());
}

fn tags(html: &str, open: &mut Vec<String>) {
    let mut from = 0;
    while let Some((markup, range)) = raw::next(html, from) {
        from = range.end;
        let Markup::Tag(tag) = markup else { panic!("{html}") };
        assert!(policy::block(&tag.name), "{html}");
        for attribute in &tag.attributes {
            assert!(policy::attribute(&tag.name, &attribute.name, attribute.value), "{html}");
        }
        if tag.closing {
            assert_eq!(open.pop(), Some(tag.name), "{html}");
        } else if !policy::is_void(&tag.name) {
            open.push(tag.name);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_text_parses(text in "\\PC{0,200}") {
        check(&text);
    }

    #[test]
    fn tricky_text_parses(text in tricky()) {
        check(&text);
    }

    #[test]
    fn tricky_text_after_front_matter_parses(text in tricky()) {
        check(&format!("+++\ntitle = \"Đồi\"\n+++\n{text}"));
    }
}
