//! What Markdown becomes, one behaviour a test; nodes are written as a line of tags and texts.

use crate::diag::{Found, Note};
use crate::model::body::{Body, Element, Node};
use crate::parse::markdown;

/// The nodes in short: `<p>`, texts, `</p>`.
pub(super) fn show(body: &Body, text: &str) -> String {
    let mut out = String::new();
    for node in &body.nodes {
        match *node {
            Node::Start(element) => out.push_str(&format!("<{}>", name(body, element))),
            Node::End(element) => out.push_str(&format!("</{}>", name(body, element).split(' ').next().unwrap_or(""))),
            Node::Text(span) => out.push_str(span.of(text)),
            Node::Str(i) => out.push_str(&body.strings[i as usize]),
            Node::Code(span) => out.push_str(&format!("`{}`", span.of(text))),
            Node::CodeStr(i) => out.push_str(&format!("`{}`", body.strings[i as usize])),
            Node::SoftBreak => out.push('/'),
            Node::HardBreak => out.push_str("//"),
            Node::Rule => out.push_str("<hr>"),
            Node::Html(i) => out.push_str(&format!("{{{}}}", body.strings[i as usize])),
            Node::Image(i) => {
                let image = &body.images[i as usize];
                let block = if image.block { "IMG" } else { "img" };
                out.push_str(&format!("<{block} {} {:?}>", image.target, image.alt));
            }
            Node::FootnoteRef(i) => out.push_str(&format!("[^{i}]")),
            Node::Task(done) => out.push_str(if done { "[x]" } else { "[ ]" }),
        }
    }
    out
}

fn name(body: &Body, element: Element) -> String {
    match element {
        Element::Paragraph => "p".to_owned(),
        Element::Heading(i) => format!("h{} #{}", body.headings[i as usize].level, body.headings[i as usize].id),
        Element::Strong => "b".to_owned(),
        Element::Emphasis => "i".to_owned(),
        Element::List => "ul".to_owned(),
        Element::Item => "li".to_owned(),
        Element::Quote => "q".to_owned(),
        Element::Link(i) => format!("a {}", body.links[i as usize].target),
        Element::Foreign(i) => format!("span {}", body.strings[i as usize]),
        Element::Footnote(i) => format!("fn {i}"),
        Element::Directive(i) => {
            let directive = &body.directives[i as usize];
            let attributes: String = directive.attributes.iter().map(|(key, value)| format!(" {key}={value}")).collect();
            format!("{:?}", directive.kind).to_lowercase() + &attributes
        }
        other => format!("{other:?}").to_lowercase(),
    }
}

fn nodes(text: &str) -> String {
    show(&markdown(text, "vi").value, text)
}

fn notes(text: &str) -> Vec<String> {
    let slip = |note: &Note| format!("{} {} {}", note.rule.slug, note.message.cause, note.span.of(text)).replace("  ", " ");
    markdown(text, "vi").notes.iter().map(slip).collect()
}

fn clean(text: &str) -> String {
    let Found { value, notes } = markdown(text, "vi");
    assert!(notes.is_empty(), "{notes:?}");
    show(&value, text)
}

#[test]
fn text_of_the_source_stays_a_span() {
    let text = "Điện Biên [một] *hai* \"ba\"";
    let body = markdown(text, "vi").value;
    let spans = body.nodes.iter().filter(|node| matches!(node, Node::Text(_))).count();
    assert_eq!((spans, body.strings.len()), (4, 2));
    assert_eq!(body.plain_text(text), "Điện Biên [một] hai “ba”");
    assert_eq!(body.words, 5);
}

#[test]
fn template_braces_and_apostrophes_are_text() {
    assert_eq!(clean("{{ x }} {% if %} H'Mông"), "<p>{{ x }} {% if %} H’Mông</p>");
}

#[test]
fn bare_addresses_are_links_but_not_in_links_or_code() {
    assert_eq!(
        clean("Xem https://a.vn/x--y_z. `www.b.vn`"),
        "<p>Xem <a https://a.vn/x--y_z>https://a.vn/x--y_z</a>. `www.b.vn`</p>"
    );
    assert_eq!(clean("[www.a.vn](doc:x)"), "<p><a doc:x>www.a.vn</a></p>");
    assert_eq!(clean("www.a.vn?x=1&amp;y"), "<p><a https://www.a.vn?x=1&y>www.a.vn?x=1&y</a></p>");
    assert_eq!(clean("<a@b.vn>"), "<p><a mailto:a@b.vn>a@b.vn</a></p>");
}

#[test]
fn links_without_text_are_known_and_targets_have_places() {
    let text = "[](doc:a) [x][r]\n\n[r]: doc:b\n";
    let links = markdown(text, "vi").value.links;
    assert_eq!((links[0].empty, links[1].empty), (true, false));
    assert_eq!((links[0].target_span.of(text), links[1].target_span.of(text)), ("doc:a", "doc:b"));
    assert_eq!(links[0].span.of(text), "[](doc:a)");
}

#[test]
fn runs_in_another_language_may_hold_markup() {
    assert_eq!(clean("a [x *y* z]{lang=en} b"), "<p>a <span en>x <i>y</i> z</span> b</p>");
    assert_eq!(clean("[a [b]{lang=lo}]{lang=en}"), "<p><span en>a <span lo>b</span></span></p>");
    assert_eq!(clean("*[a]{lang=en}*[b]"), "<p><i><span en>a</span></i>[b]</p>");
    assert_eq!(clean("[a *b]{lang=en} c*"), "<p>[a <i>b]{lang=en} c</i></p>");
    assert_eq!(clean("[https://a.vn]{lang=en}"), "<p><span en><a https://a.vn>https://a.vn</a></span></p>");
    assert_eq!(notes("[a]{lagn=en}"), ["directive-invalid cause-attribute lagn=en"]);
}

#[test]
fn pictures_alone_are_blocks() {
    let text = "![Một *hai*](a.jpg \"Chú thích | Nguồn\")\n\nx ![](b.jpg){decorative} y\n";
    let body = markdown(text, "vi").value;
    assert_eq!(show(&body, text), "<IMG a.jpg \"Một hai\"><p>x <img b.jpg \"\"> y</p>");
    assert_eq!((body.images[0].caption.as_str(), body.images[0].credit.as_str()), ("Chú thích", "Nguồn"));
    assert!(body.images[1].decorative && !body.images[0].decorative);
    assert_eq!(clean("![](b.jpg){decorative}"), "<IMG b.jpg \"\">");
    assert_eq!(clean("[![a](b.jpg)](doc:x)"), "<p><a doc:x><img b.jpg \"a\"></a></p>");
}

#[test]
fn footnotes_stand_at_the_end_in_order_of_reference() {
    let text = "a[^b] c[^a] d[^b]\n\n[^a]: A[^c]\n[^b]: B\n\n[^c]: C\n";
    assert_eq!(clean(text), "<p>a[^0] c[^1] d[^0]</p><fn 0><p>B</p></fn><fn 1><p>A[^2]</p></fn><fn 2><p>C</p></fn>");
    assert_eq!(markdown(text, "vi").value.footnotes, 3);
}

#[test]
fn footnotes_without_their_partner_are_noted() {
    assert_eq!(notes("a[^x]\n\n[^y]: Y\n"), ["footnote-unknown [^x]", "footnote-unknown [^y]: Y"]);
    assert_eq!(notes("a[^y]\n\n[^y]: Y\n\n[^y]: Z\n"), ["footnote-unknown [^y]: Z"]);
}

#[test]
fn a_run_in_another_language_may_end_a_heading() {
    let body =
        markdown("## [The hill]{lang=en}\n\n## Đồi [A1]{lang=en}\n\n## [a] [b]{lang=en}\n\n## Đồi {lang=en}\n", "vi").value;
    let texts: Vec<_> = body.headings.iter().map(|heading| (heading.text.as_str(), heading.lang.as_deref())).collect();
    assert_eq!(texts, [("The hill", Some("en")), ("Đồi A1", None), ("[a] b", None), ("Đồi", Some("en"))]);
}

#[test]
fn headings_have_anchors_and_languages() {
    let text = "# Lịch sử\n## Lịch *sử*\n## Name {#ten lang=en}\n";
    assert_eq!(clean(text), "<h1 #lich-su>Lịch sử</h1><h2 #lich-su-2>Lịch <i>sử</i></h2><h2 #ten>Name</h2>");
    let body = markdown(text, "vi").value;
    assert_eq!((body.headings[1].text.as_str(), body.headings[2].lang.as_deref()), ("Lịch sử", Some("en")));
    assert_eq!(body.headings[0].span.of(text), "# Lịch sử");
}

#[test]
fn alerts_are_notes_in_both_languages() {
    assert_eq!(clean("> [!LƯU Ý]\n> Đọc *kỹ*\n"), "<note kind=info><p>Đọc <i>kỹ</i></p></note>");
    assert_eq!(clean("> [!WARNING]\n> x\n"), "<note kind=warning><p>x</p></note>");
    assert_eq!(clean("> [!MẸO]\n>\n> x\n"), "<note kind=tip><p>x</p></note>");
    assert_eq!(clean("> x\n"), "<q><p>x</p></q>");
}

#[test]
fn emphasis_that_stays_literal_is_noted() {
    assert_eq!(notes("**(đẹp)**và"), ["markdown-emphasis **(đẹp)**"]);
    assert_eq!(notes("một**\"Sa Pa\"**là"), ["markdown-emphasis **\"Sa Pa\"**"]);
    assert!(notes("2 ** 3, \\*\\*a\\*\\*, `**a`").is_empty());
}

#[test]
fn windows_line_ends_change_nothing() {
    let unix = ":::note\nMột\nhai\n:::\n\n> [!LƯU Ý]\n> x\n";
    assert_eq!(clean(&unix.replace('\n', "\r\n")), clean(unix));
}

#[test]
fn definition_lists_tasks_and_tables() {
    assert_eq!(clean("Từ\n: nghĩa\n"), "<definitions><term>Từ</term><definition>nghĩa</definition></definitions>");
    assert_eq!(clean("- [x] a\n"), "<ul><li>[x]a</li></ul>");
    assert!(clean("| a |\n| --: |\n| b |\n").starts_with("<table(0)><tablehead><tablecell>a</tablecell>"));
}

mod directives {
    use super::{clean, nodes, notes};

    #[test]
    fn fences_open_and_close() {
        assert_eq!(clean(":::note {kind=tip}\nMột\n:::\nHai\n"), "<note kind=tip><p>Một</p></note><p>Hai</p>");
        assert_eq!(
            clean("a\n:::quote {by=\"Mế Lả\"}\n- b\n:::\nc"),
            "<p>a</p><quote by=Mế Lả><ul><li>b</li></ul></quote><p>c</p>"
        );
    }

    #[test]
    fn more_colons_nest() {
        let text = "::::note\n:::details {summary=x}\na\n:::\nb\n::::\n";
        assert_eq!(clean(text), "<note><details summary=x><p>a</p></details><p>b</p></note>");
        assert_eq!(clean(":::note\n:::quote\na\n:::\n:::\n"), "<note><quote><p>a</p></quote></note>");
        assert_eq!(
            notes("::::note\na\n:::\n"),
            ["directive-invalid cause-unclosed ::::note", "directive-invalid cause-stray :::"]
        );
        assert_eq!(notes(":::note\n::::quote\na\n:::\n"), ["directive-invalid cause-unclosed ::::quote"]);
    }

    #[test]
    fn pictures_in_directives_are_blocks() {
        let text = ":::gallery {columns=2}\n![a](a.jpg)\n![b](b.jpg)\n\n![c](c.jpg)\n:::\n";
        assert_eq!(clean(text), "<gallery columns=2><IMG a.jpg \"a\"><IMG b.jpg \"b\"><IMG c.jpg \"c\"></gallery>");
        assert_eq!(
            clean(":::figure\n![a](a.jpg)\nChú *thích*\n:::"),
            "<figure><IMG a.jpg \"a\"><p>Chú <i>thích</i></p></figure>"
        );
    }

    #[test]
    fn bodies_are_checked() {
        for text in [
            ":::figure\n:::",
            ":::figure\nx\n\n![a](a.jpg)\n:::",
            ":::gallery\n![a](a.jpg)\nx\n:::",
            ":::facts\n:::",
            ":::timeline\nx\n:::",
            ":::video {url=\"https://a.vn\"}\nx\n:::",
            ":::cards\n- x\n:::",
            ":::cards\n- [](doc:a) x\n:::",
        ] {
            let first = text.lines().next().unwrap_or("");
            assert_eq!(notes(text), [format!("directive-invalid cause-content {first}")], "{text}");
        }
        for text in [
            ":::facts {ids=\"area\"}\n:::",
            ":::facts\nMột\n: 1\n:::",
            ":::timeline\n7/5/1954\n: x\n:::",
            ":::cards {columns=3}\n- [](doc:a)\n\n- [b](doc:b)\n:::",
            ":::video {url=\"https://a.vn\" duration=4:05}\n![a](a.jpg)\n:::",
        ] {
            clean(text);
        }
    }

    #[test]
    fn fences_in_code_are_text() {
        assert_eq!(clean("```\n:::note {a=\"đ\"}\n```\n"), "<codeblock(0)>:::note {a=\"đ\"}\n</codeblock(0)>");
        assert_eq!(clean("    :::note\n"), "<codeblock(0)>:::note\n</codeblock(0)>");
        assert_eq!(nodes("> :::note\n> a\n"), "<q><p>:::note/a</p></q>");
    }

    #[test]
    fn a_directive_never_crosses_a_container() {
        let text = "- a\n  :::note\n  b\n\nc\n:::\n";
        assert_eq!(nodes(text), "<ul><li>a<note>b</note></li></ul><p>c</p>");
        assert_eq!(notes(text), ["directive-invalid cause-unclosed :::note", "directive-invalid cause-stray :::"]);
        assert_eq!(clean("- a\n  :::note\n  b\n  :::\n"), "<ul><li>a<note>b</note></li></ul>");
    }

    #[test]
    fn slips_are_noted_where_they_stand() {
        assert_eq!(notes(":::galery\n![a](b.jpg)\n:::\n"), ["directive-unknown galery"]);
        assert_eq!(notes(":::note {kin=tip}\n:::\n"), ["directive-invalid cause-attribute kin=tip"]);
        assert_eq!(notes(":::\n"), ["directive-invalid cause-stray :::"]);
        assert_eq!(notes(":::note\nx\n"), ["directive-invalid cause-unclosed :::note"]);
        assert_eq!(notes("> :::note\n> a\n"), ["directive-invalid cause-stray :::"]);
        assert_eq!(notes("<div>\n:::note\n</div>\n"), ["directive-invalid cause-stray :::note"]);
    }

    #[test]
    fn tables_end_at_a_fence() {
        assert!(
            clean(":::note\n| a |\n|---|\n| b |\n:::\n").ends_with("</table></note>")
                || clean(":::note\n| a |\n|---|\n| b |\n:::\n").ends_with("</note>")
        );
    }
}

mod html {
    use super::{clean, nodes, notes};

    #[test]
    fn allowed_tags_stay() {
        assert_eq!(clean("H<sub>2</sub>O<br/>x"), "<p>H{<sub>}2{</sub>}O{<br>}x</p>");
        assert_eq!(clean("<time DATETIME='1954-05-07'>x</time>"), "<p>{<time datetime=\"1954-05-07\">}x{</time>}</p>");
        assert_eq!(clean("a <!-- ẩn --> b"), "<p>a  b</p>");
        assert_eq!(clean("<div lang=en>\n<p>x\n</div>\n"), "{<div lang=\"en\">\n<p>x\n</p></div>}");
    }

    #[test]
    fn the_rest_is_dropped_and_noted_at_its_place() {
        assert_eq!(nodes("a <img src=x onerror=y> b"), "<p>a  b</p>");
        assert_eq!(notes("a <img src=x onerror=y> b"), ["html-dropped <img src=x onerror=y>"]);
        assert_eq!(nodes("<b onclick=x() class='y'>z</b>"), "<p>{<b>}z{</b>}</p>");
        assert_eq!(
            notes("<b onclick=x() class='y'>z</b>"),
            ["html-dropped cause-attribute onclick=x()", "html-dropped cause-attribute class='y'"]
        );
        assert_eq!(nodes("<a href=\"javascript:alert(1)\">z</a>"), "<p>{<a>}z{</a>}</p>");
        assert_eq!(notes("x <script>a</script>"), ["html-dropped <script>"]);
        assert_eq!(notes("> <div>\n> <iframe src=x></iframe>\n> </div>\n"), ["html-dropped <iframe src=x>"]);
        assert_eq!(notes("<?php x ?>\n"), ["html-dropped <?php x ?>"]);
    }

    #[test]
    fn tags_nest_with_markdown() {
        assert_eq!(nodes("*a <b> c* </b>"), "<p><i>a {<b>} c{</b>}</i> </p>");
        assert_eq!(notes("*a <b> c* </b>"), ["html-dropped cause-unclosed <b>", "html-dropped cause-unclosed </b>"]);
        assert_eq!(nodes("<i><b>x</i>y</b>"), "<p>{<i>}{<b>}x{</b>}{</i>}y</p>");
        assert_eq!(
            notes("<div>\n\nx\n\n</div>\n"),
            ["html-dropped cause-unclosed <div>", "html-dropped cause-unclosed </div>"]
        );
        assert_eq!(nodes("<b>[</b><b>x]{lang=en}</b>"), "<p>{<b>}[{</b>}{<b>}x]{lang=en}{</b>}</p>");
        assert_eq!(nodes("- <b>x\n  :::note\n  y\n  :::\n"), "<ul><li>{<b>}x{</b>}<note>y</note></li></ul>");
    }

    #[test]
    fn links_do_not_nest() {
        assert_eq!(nodes("[<a href='https://b.vn'>x</a>](doc:y)"), "<p><a doc:y>x</a></p>");
    }
}
