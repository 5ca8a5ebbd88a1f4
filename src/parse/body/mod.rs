//! A Markdown body into the model's flat list of nodes.
//!
//! `pulldown-cmark` reads the Markdown; this module turns its events into [`Body`], with what it does not know: directives,
//! alerts in Vietnamese, runs in another language, bare addresses, checked raw HTML, footnotes in order, anchors.
//! Text that equals the source stays a span of it. Links and pictures are kept as written; finding their targets is *not*
//! done here, nor is any HTML made except from raw HTML.

mod address;
mod alerts;
mod builder;
mod directives;
mod elements;
mod fences;
mod footnotes;
mod headings;
mod html;
mod inline;
mod policy;
mod raw;
mod run;
mod words;

use pulldown_cmark::{Options, Parser};

use crate::diag::Note;
use crate::model::body::Body;

const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_HEADING_ATTRIBUTES)
    .union(Options::ENABLE_SMART_PUNCTUATION)
    .union(Options::ENABLE_DEFINITION_LIST)
    .union(Options::ENABLE_GFM);

/// Parses the body that starts at `base` of a file's text.
pub(super) fn parse(text: &str, base: usize, lang: &str, notes: &mut Vec<Note>) -> Body {
    let source = &text[base..];
    let fences = fences::find(source, base);
    let masked = fences::mask(source, base, &fences);
    let input = masked.as_deref().unwrap_or(source);
    let mut builder = builder::Builder::new(text, input, base, lang, fences);
    for (event, range) in Parser::new_ext(input, OPTIONS).into_offset_iter() {
        builder.event(event, range.start + base..range.end + base);
    }
    builder.finish(notes)
}

#[cfg(test)]
mod fuzz;
#[cfg(test)]
mod tests;
