//! `search`: asks the index of a built portal what a reader's browser would ask it, and tells what the index weighs (`--stats`).

mod stats;

use std::path::{Path, PathBuf};

use anyhow::anyhow;
use hoaban::diag::Arg;
use hoaban::diag::messages::Interface;
use hoaban::search::manifest::{Card, Manifest};
use hoaban::search::marks::{Piece, mark, snippet};
use hoaban::search::{Answer, Options, ReadError, Reader, paths};
use jiff::civil::Date;
use serde_json::{Value, json};

use super::{Context, Exit, portal, status};
use crate::cli::SearchArgs;

/// A result as it is shown.
struct Shown {
    card: Card,
    /// Title and text in pieces; the ones that match are marked on a coloured terminal.
    title: Vec<Piece>,
    text: Vec<Piece>,
}

/// Prints to standard output.
///
/// # Errors
/// There is no index, or a file of it is missing or broken.
pub(super) fn run(args: &SearchArgs, context: &mut Context<'_>) -> anyhow::Result<Exit> {
    let ui = context.ui;
    let dir = match &args.dir {
        Some(dir) => dir.clone(),
        None => portal::root(context)?.join(super::build::PUBLIC),
    };
    let langs = languages(&dir).ok_or_else(|| anyhow!(ui.text("search-error", "none", &[path(&dir)])))?;
    let lang = args.index.clone().or_else(|| context.lang.map(|lang| lang.code().to_owned()));
    let lang = lang.unwrap_or_else(|| langs.first().cloned().unwrap_or_default());
    if !langs.contains(&lang) {
        let known = ("known", Arg::from(langs.join(", ")));
        return Err(anyhow!(ui.text("search-error", "language", &[("lang", Arg::from(lang)), known])));
    }
    let text = if args.stats {
        stats::text(&dir, &langs, ui).map_err(|error| broken(&error, ui))?
    } else {
        found(args, &dir, &lang, context).map_err(|error| broken(&error, ui))?
    };
    context.out.write_all(text.as_bytes())?;
    Ok(Exit::Done)
}

fn broken(error: &ReadError, ui: &Interface) -> anyhow::Error {
    let (id, file) = match error {
        ReadError::Missing(path) => ("missing", path),
        ReadError::Bad(path, _) => ("broken", path),
    };
    anyhow!(ui.text("search-error", id, &[("path", Arg::from(file.as_str()))]))
}

fn path(dir: &Path) -> (&'static str, Arg) {
    ("path", Arg::from(portal::shown(dir).display().to_string()))
}

/// The languages of the index in a folder, the portal's default one first.
fn languages(dir: &Path) -> Option<Vec<String>> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(dir.join("search")).ok()?.flatten().map(|entry| entry.path()).collect();
    files.sort();
    let manifest = |path: PathBuf| serde_json::from_slice::<Manifest>(&std::fs::read(path).ok()?).ok();
    files
        .into_iter()
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .find_map(manifest)
        .map(|m| m.langs)
}

/// Reads files below a folder.
fn reader(dir: &Path) -> impl Fn(&str) -> Option<Vec<u8>> + use<> {
    let dir = dir.to_owned();
    move |path| std::fs::read(dir.join(path)).ok()
}

fn found(args: &SearchArgs, dir: &Path, lang: &str, context: &Context<'_>) -> Result<String, ReadError> {
    let query = args.query.join(" ");
    let mut index = Reader::open(reader(dir), lang)?;
    let options = Options { prefix: args.typing, limit: args.limit, ..Options::default() };
    let answer = index.search(&query, &options)?;
    let cards = index.cards(&answer.ids)?;
    if args.json {
        return Ok(json_text(&query, lang, &answer, &cards));
    }
    let shown: Vec<Shown> = cards.into_iter().map(|card| shown(card, &answer, dir, lang)).collect();
    Ok(plain(&query, &answer, &shown, context.ui, context.out_terminal.colour))
}

/// The summary where it has what was asked, else the place of the page's text that has it.
fn shown(card: Card, answer: &Answer, dir: &Path, lang: &str) -> Shown {
    let lang = if card.l.is_empty() { lang } else { &card.l };
    let summary = mark(&card.s, &answer.words, lang);
    let hit = |pieces: &[Piece]| pieces.iter().any(|(_, hit)| *hit);
    let quoted = || twin(dir, &card.u).map(|text| snippet(&text, &answer.words, lang)).filter(|pieces| hit(pieces));
    let text = if hit(&summary) { summary } else { quoted().unwrap_or(summary) };
    Shown { title: mark(&card.t, &answer.words, lang), text, card }
}

/// The plain text of a page, whatever path the portal is published below.
fn twin(dir: &Path, href: &str) -> Option<String> {
    let parts: Vec<&str> = href.split('/').filter(|part| !part.is_empty() && *part != "..").collect();
    let file = |from: usize| {
        std::fs::read(parts[from..].iter().fold(dir.to_owned(), |path, part| path.join(part)).join("index.json"))
    };
    let twin: Value = serde_json::from_slice(&(0..parts.len()).find_map(|from| file(from).ok())?).ok()?;
    twin.get("text")?.as_str().map(str::to_owned)
}

fn json_text(query: &str, lang: &str, answer: &Answer, cards: &[Card]) -> String {
    let result = |(id, card): (&u32, &Card)| {
        json!({
            "id": id, "url": card.u, "title": card.t, "summary": card.s, "published": card.d, "section": card.k,
            "lang": if card.l.is_empty() { lang } else { &card.l }, "foreign": answer.foreign.contains(id),
        })
    };
    let results: Vec<Value> = answer.ids.iter().zip(cards).map(result).collect();
    let value = json!({
        "query": query, "lang": lang, "total": answer.total, "relaxed": answer.relaxed, "fixed": answer.fixed, "results": results,
    });
    serde_json::to_string_pretty(&value).unwrap_or_default() + "\n"
}

fn plain(query: &str, answer: &Answer, shown: &[Shown], ui: &Interface, colour: bool) -> String {
    let count = |number: usize| ("count", Arg::from(number));
    let asked = ("query", Arg::from(query));
    let mut out = String::new();
    let mut line = |text: String| out.extend([text.as_str(), "\n"]);
    if let Some(fixed) = &answer.fixed {
        line(ui.text("search-fixed", "", &[("fixed", Arg::from(fixed.as_str())), asked.clone()]));
    }
    match (answer.total, answer.relaxed) {
        (0, _) => line(ui.text("search-found", "none", &[asked])),
        (total, true) => line(ui.text("search-found", "some", &[count(total), asked])),
        (total, false) => line(ui.text("search-found", "", &[count(total), asked])),
    }
    for Shown { card, title, text } in shown {
        let day = card.d.parse::<Date>().map(|date| format!("  {}", status::day(date, ui))).unwrap_or_default();
        line(format!("\n{}{day}\n  {}", marked(title, colour), card.u));
        if !text.is_empty() {
            line(format!("  {}", marked(text, colour)));
        }
    }
    let left = answer.total - shown.len().min(answer.total);
    if left > 0 {
        line(format!("\n{}", ui.text("search-more", "", &[count(left)])));
    }
    out
}

/// Pieces in a row, the ones that match in bold. What a page's author wrote must not steer the terminal.
fn marked(pieces: &[Piece], colour: bool) -> String {
    let plain = |text: &str| text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect::<String>();
    let piece =
        |(text, hit): &Piece| if colour && *hit { format!("\u{1b}[1m{}\u{1b}[0m", plain(text)) } else { plain(text) };
    pieces.iter().map(piece).collect()
}

/// The manifest of a language.
fn manifest(dir: &Path, lang: &str) -> Result<Manifest, ReadError> {
    let path = paths::manifest(lang);
    let bytes = std::fs::read(dir.join(&path)).map_err(|_| ReadError::Missing(path.clone()))?;
    serde_json::from_slice(&bytes).map_err(|error| ReadError::Bad(path, error))
}

#[cfg(test)]
mod tests {
    use hoaban::diag::messages::UiLang;
    use hoaban::search::Answer;
    use hoaban::search::manifest::Card;

    use super::{Shown, marked, plain};
    use crate::cmd::interface;

    fn one() -> Shown {
        let card = Card { u: "/vi/doi-a1/".into(), t: "Đồi A1".into(), d: "2026-05-07".into(), ..Card::default() };
        Shown { card, title: vec![("Đồi A1".into(), true)], text: vec![("Ở ".into(), false), ("đồi".into(), true)] }
    }

    #[test]
    fn results_are_told_in_both_languages() {
        let answer = Answer { total: 3, fixed: Some("đồi a1".into()), ..Answer::default() };
        let vi = plain("ddooif a1", &answer, &[one()], &interface(UiLang::Vi), false);
        assert!(vi.contains("“đồi a1”") && vi.contains("\nĐồi A1  07/05/2026\n  /vi/doi-a1/\n  Ở đồi\n"), "{vi}");
        let en = plain("x", &Answer::default(), &[], &interface(UiLang::En), false);
        assert!(en.contains("“x”") && en.lines().count() == 1, "{en}");
    }

    #[test]
    fn a_text_cannot_steer_the_terminal() {
        assert_eq!(marked(&[("a\u{1b}[2J".into(), true)], false), "a [2J");
        assert_eq!(marked(&[("a".into(), true), ("b".into(), false)], true), "\u{1b}[1ma\u{1b}[0mb");
    }
}
