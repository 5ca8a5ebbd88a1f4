//! `list`: every document with its languages, status and dates, and why it is not published.

use anyhow::anyhow;
use hoaban::diag::Arg;
use hoaban::diag::messages::Interface;
use hoaban::diag::write::Format;
use hoaban::memo::Memo;
use hoaban::model::document::{Document, Moment};
use hoaban::model::site::Site;
use hoaban::pipeline::{self, Options};
use hoaban::text;
use serde_json::{Value, json};

use super::printing::Verdict;
use super::{Context, Exit, portal, status};
use crate::cli::ListArgs;

/// Prints to standard output. Problems in the portal are `check`'s to tell, unless they leave nothing to list.
///
/// # Errors
/// The portal cannot be read, or a section is not there.
pub(super) fn run(args: &ListArgs, context: &mut Context<'_>) -> anyhow::Result<Exit> {
    let root = portal::root(context)?;
    let world = portal::world(context, &root, args.now.as_deref())?.without(&root.join(super::build::PUBLIC));
    let built = match pipeline::build(&world, &Memo::off(), &Options::default()) {
        Ok(built) => built,
        Err(failure) => {
            let verdict = Verdict::of_failure(failure, portal::today(&world), context.ui)?;
            context.err.write_all(verdict.text(Format::Human, context.err_terminal.colour, context.ui).as_bytes())?;
            return Ok(Exit::Problems);
        }
    };
    let documents = chosen(&built.site, &args.section, context.ui).map_err(|unknown| anyhow!(unknown))?;
    let text = match args.format.as_str() {
        "json" => json(&built.site, &documents),
        _ => table(&built.site, &documents, context.ui),
    };
    context.out.write_all(text.as_bytes())?;
    Ok(Exit::Done)
}

/// The documents in or below the sections, all for none.
fn chosen<'s>(site: &'s Site, sections: &[String], ui: &Interface) -> Result<Vec<&'s Document>, String> {
    let keys = sections.iter().map(|key| key.trim_matches('/'));
    let keys: Vec<&str> = keys.map(|key| key.strip_prefix("content/").unwrap_or(key)).collect();
    let known: Vec<&str> = site.sections.iter().map(|section| section.key.as_str()).filter(|key| !key.is_empty()).collect();
    if let Some(key) = keys.iter().find(|key| !known.contains(key)) {
        let cause = ui.text("cmd-error", "list", &[("key", Arg::from(*key))]);
        let cure = match text::nearest(key, known.iter().copied()) {
            Some(nearest) => ui.text("cmd-nearest", "", &[("nearest", Arg::from(nearest))]),
            None => ui.text("new-section-unknown", "known", &[("known", Arg::from(known.join(", ")))]),
        };
        return Err(format!("{cause}\n  {cure}"));
    }
    let below =
        |section: &str, key: &&str| section.strip_prefix(key).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    let inside =
        |document: &&Document| keys.is_empty() || keys.iter().any(|key| below(document_section(site, document), key));
    Ok(site.documents.iter().filter(inside).collect())
}

fn document_section<'s>(site: &'s Site, document: &Document) -> &'s str {
    &site.section(document.section).key
}

fn table(site: &Site, documents: &[&Document], ui: &Interface) -> String {
    if documents.is_empty() {
        return ui.word("list-none") + "\n";
    }
    let heads =
        ["list-key", "list-type", "list-languages", "list-published", "list-updated", "list-status"].map(|id| ui.word(id));
    let mut rows = vec![heads];
    rows.extend(documents.iter().map(|document| row(site, document, ui)));
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or_default();
    let widths: Vec<usize> = (0..5).map(width).collect();
    let line = |row: &[String; 6]| {
        let cells = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}  ")).collect::<String>();
        format!("{cells}{}\n", row[5])
    };
    rows.iter().map(line).collect()
}

fn row(site: &Site, document: &Document, ui: &Interface) -> [String; 6] {
    let day = |moment: Option<Moment>| moment.map_or_else(|| "-".to_owned(), |moment| status::day(moment.date(), ui));
    [
        document.key.clone(),
        site.type_of(document).id.clone(),
        languages(site, document, ui),
        day(document.shared.published),
        day(document.shared.updated),
        status::sentence(document, ui),
    ]
}

/// `vi en`, or `vi (no en)`
fn languages(site: &Site, document: &Document, ui: &Interface) -> String {
    let codes = |present: bool| {
        let texts = document.texts.iter().filter(|(_, text)| text.is_some() == present);
        texts.map(|(lang, _)| site.config.languages.code(lang)).collect::<Vec<_>>()
    };
    let (here, missing) = (codes(true).join(" "), codes(false).join(", "));
    if missing.is_empty() {
        return here;
    }
    format!("{here} ({})", ui.text("list-missing", "", &[("languages", Arg::from(missing))]))
}

/// An array of objects, one document each; dates are on the portal's clock.
fn json(site: &Site, documents: &[&Document]) -> String {
    let list: Vec<Value> = documents.iter().map(|document| object(site, document)).collect();
    serde_json::to_string_pretty(&list).unwrap_or_default() + "\n"
}

fn object(site: &Site, document: &Document) -> Value {
    let languages = document.texts.present().map(|(lang, text)| {
        let url = document.pages[lang].map(|page| site.absolute(&site.page(page).url));
        let source = site.sources.get(text.source).path.as_str();
        let value = json!({ "title": text.title, "file": source, "url": url });
        (site.config.languages.code(lang).to_owned(), value)
    });
    let missing: Vec<&str> =
        document.texts.iter().filter(|(_, text)| text.is_none()).map(|(lang, _)| site.config.languages.code(lang)).collect();
    let moment = |moment: Option<Moment>| {
        moment.map(|moment| if moment.has_time { moment.at.to_string() } else { moment.date().to_string() })
    };
    json!({
        "key": document.key,
        "type": site.type_of(document).id,
        "section": document_section(site, document),
        "source_language": site.config.languages.code(document.source_language),
        "languages": languages.collect::<serde_json::Map<_, _>>(),
        "missing": missing,
        "status": status::word(document.status),
        "changes": status::moment(document).map(|at| at.to_string()),
        "published": moment(document.shared.published),
        "updated": moment(document.shared.updated),
        "expires": moment(document.shared.expires),
    })
}

#[cfg(test)]
mod tests {
    use hoaban::diag::messages::UiLang;
    use hoaban::memo::Memo;
    use hoaban::model::site::Site;
    use hoaban::pipeline::{self, Options};
    use hoaban::world::MemoryWorld;

    use super::{chosen, json, table};
    use crate::cmd::interface;

    fn site() -> std::sync::Arc<Site> {
        let mut world = MemoryWorld { now: "2026-11-01T00:00:00Z".parse().unwrap(), ..MemoryWorld::default() };
        let portal =
            "base_url = \"https://tinh.example/\"\n[languages.vi]\ntitle = \"Tỉnh\"\n[languages.en]\ntitle = \"Province\"\n";
        world.put("portal.toml", portal);
        world.put("content/news/_index.vi.md", "+++\ntitle = \"Tin\"\n+++\n");
        world.put("content/travel/_index.vi.md", "+++\ntitle = \"Du lịch\"\n+++\n");
        world.put("content/news/mot/index.vi.md", "+++\ntitle = \"Một\"\npublished = 2026-10-01\n+++\nA\n");
        world.put("content/news/mot/index.en.md", "+++\ntitle = \"One\"\n+++\nA\n");
        world.put("content/news/hai.vi.md", "+++\ntitle = \"Hai\"\npublished = 2026-12-01T08:00:00\n+++\nB\n");
        world.put("content/travel/ba.vi.md", "+++\ntitle = \"Ba\"\nstatus = \"draft\"\n+++\nC\n");
        pipeline::build(&world, &Memo::off(), &Options::default()).unwrap().site
    }

    #[test]
    fn the_table_tells_languages_and_why_a_document_waits() {
        let site = site();
        let text = table(&site, &site.documents.iter().collect::<Vec<_>>(), &interface(UiLang::Vi));
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 4);
        assert!(lines[0].starts_with("KHÓA"));
        assert!(lines[1].contains("vi (chưa có en)"), "{text}");
        assert!(lines[1].ends_with("hẹn đăng lúc 08:00, ngày 1 tháng 12 năm 2026"), "{text}");
        assert!(lines[2].contains("vi en") && lines[2].contains("01/10/2026") && lines[2].ends_with("đã đăng"), "{text}");
        assert!(lines[3].ends_with("bản nháp"), "{text}");
    }

    #[test]
    fn json_has_every_document_in_the_order_of_keys() {
        let site = site();
        let text = json(&site, &site.documents.iter().collect::<Vec<_>>());
        let list: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(list[0]["key"], "news/hai");
        assert_eq!((&list[0]["status"], &list[0]["changes"]), (&"scheduled".into(), &"2026-12-01T08:00:00".into()));
        assert_eq!(list[1]["languages"]["en"]["url"], "https://tinh.example/en/tin/one/");
        assert_eq!(list[2]["missing"], serde_json::json!(["en"]));
    }

    #[test]
    fn sections_narrow_the_list_and_a_typo_shows_the_nearest() {
        let site = site();
        let ui = interface(UiLang::En);
        assert_eq!(chosen(&site, &["travel".to_owned()], &ui).unwrap().len(), 1);
        let unknown = chosen(&site, &["trvael".to_owned()], &ui).unwrap_err();
        assert!(unknown.contains("did you mean “travel”?"), "{unknown}");
    }
}
