//! `portal.toml`.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;

use crate::diag::{Note, Rule, rules};
use crate::model::Span;
use crate::model::config::{
    Allowance, Config, Fallback, Identity, Language, Languages, MenuEntry, PictureSettings, RuleLevel, SearchSettings,
};
use crate::model::value::{Entry, Table, Value};
use crate::parse::reader::Reader;
use crate::text;

static RULE: &Rule = &rules::CONFIG_INVALID;

/// The portal's settings; none where there is no language at all.
pub fn read(table: &Table, notes: &mut Vec<Note>) -> Option<Config> {
    let mut top = Reader::new(table, Span::default(), RULE, notes);
    let base_url = base_url(&mut top);
    let languages = languages(&mut top)?;
    let default = top.text("default_language");
    let default_language = default_language(default, &languages, &mut top);
    let config = Config {
        base_path: base_path(&base_url),
        base_url,
        default_language,
        timezone: timezone(&mut top),
        theme: top.text("theme").map_or_else(|| crate::load::OWN_THEME.to_owned(), |(name, _)| name),
        identity: identity(&mut top),
        menus: menus(&mut top),
        fallback: top.words("fallback", &Fallback::WORDS).into_iter().map(|(key, policy, _)| (key, policy)).collect(),
        pictures: pictures(&mut top),
        search: search(&mut top),
        check: BTreeMap::new(),
        allow: Vec::new(),
        languages,
    };
    let (check, allow) = check(&mut top);
    top.entry("report");
    top.finish();
    Some(Config { check, allow, ..config })
}

fn pictures(top: &mut Reader<'_, '_>) -> PictureSettings {
    let default = PictureSettings::default();
    let Some(mut reader) = top.section("pictures") else { return default };
    let formats = super::theme::formats(&mut reader).unwrap_or(default.formats);
    let number = |n: i64| u32::try_from(n).unwrap_or(u32::MAX);
    let settings = PictureSettings {
        renditions: reader.bool("renditions").unwrap_or(default.renditions),
        cards: reader.bool("cards").unwrap_or(default.cards),
        quality: reader
            .integer_in("quality", 50..=90)
            .map_or(default.quality, |n| u8::try_from(n).unwrap_or(default.quality)),
        memory: reader.integer_in("memory", 64..=65_536).map_or(default.memory, number),
        formats,
    };
    reader.finish();
    settings
}

fn search(top: &mut Reader<'_, '_>) -> SearchSettings {
    let default = SearchSettings::default();
    let Some(mut reader) = top.section("search") else { return default };
    let settings = SearchSettings {
        index: reader.bool("index").unwrap_or(default.index),
        twins: reader.bool("twins").unwrap_or(default.twins),
        data: reader.bool("data").unwrap_or(default.data),
    };
    reader.finish();
    settings
}

fn base_url(top: &mut Reader<'_, '_>) -> String {
    let Some((url, span)) = top.required_text("base_url") else { return "https://portal.invalid/".to_owned() };
    let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let good =
        host.is_some_and(|host| !host.is_empty() && !host.starts_with('/') && !url.contains(['?', '#', ' ', '"', '<', '>']));
    if !good {
        top.note(Note::new(RULE, span).cause("cause-url").arg("value", url.as_str()).help("help-url"));
        return "https://portal.invalid/".to_owned();
    }
    if url.ends_with('/') { url } else { url + "/" }
}

fn base_path(base_url: &str) -> String {
    let host = base_url.split_once("://").map_or("", |(_, rest)| rest);
    host.split_once('/').map_or("", |(_, path)| path).trim_matches('/').to_owned()
}

fn languages(top: &mut Reader<'_, '_>) -> Option<Languages> {
    let entries = top.entries("languages");
    let mut found: Vec<Language> = Vec::new();
    for entry in entries {
        let Some(mut language) = language(top, entry) else { continue };
        if found.iter().any(|other| other.prefix == language.prefix) {
            let note = Note::new(RULE, entry.key_span).cause("cause-prefix");
            top.note(note.arg("prefix", language.prefix.as_str()).help("help"));
            language.prefix = text::slug(&language.code);
        }
        found.push(language);
    }
    let languages = Languages::new(found);
    if languages.is_none() {
        top.report_missing("languages");
    }
    languages
}

fn language<'t>(top: &mut Reader<'t, '_>, entry: &'t Entry) -> Option<Language> {
    let (table, span) = top.table_of(&entry.key, &entry.item)?;
    let code = entry.key.clone();
    let mut reader = top.inner("languages", table, span);
    let mut text = |key| reader.text(key).map(|(text, _)| text);
    let prefix = text("prefix").unwrap_or_else(|| code.clone());
    let mut language = Language {
        title: text("title").unwrap_or_default(),
        tagline: text("tagline").unwrap_or_default(),
        name: text("name").unwrap_or_else(|| own_name(&code).to_owned()),
        locale: text("locale").unwrap_or_else(|| own_locale(&code)),
        prefix: prefix.trim_matches('/').to_owned(),
        code,
    };
    if language.title.is_empty() {
        reader.report_missing("title");
    }
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if !language.prefix.chars().all(plain) {
        reader.note(Note::new(RULE, span).cause("cause-prefix-form").arg("prefix", language.prefix.as_str()).help("help"));
        language.prefix = crate::text::slug(&language.prefix);
    }
    reader.finish();
    Some(language)
}

fn own_name(code: &str) -> &str {
    match code {
        "vi" => "Tiếng Việt",
        "en" => "English",
        "lo" => "ລາວ",
        "zh" => "中文",
        "fr" => "Français",
        "ja" => "日本語",
        "ko" => "한국어",
        _ => code,
    }
}

fn own_locale(code: &str) -> String {
    match code {
        "vi" => "vi_VN".to_owned(),
        "en" => "en_GB".to_owned(),
        _ => code.replace('-', "_"),
    }
}

fn default_language(said: Option<(String, Span)>, languages: &Languages, top: &mut Reader<'_, '_>) -> crate::model::Lang {
    let first = languages.iter().next().map(|(lang, _)| lang);
    let found = said.as_ref().and_then(|(code, _)| languages.find(code));
    if let (Some((code, span)), None) = (&said, found) {
        let codes: Vec<&str> = languages.iter().map(|(_, language)| language.code.as_str()).collect();
        let note = Note::new(RULE, *span).cause("cause-unknown-language").arg("language", code.as_str());
        top.note(note.arg("known", codes.join(", ")).nearest(text::nearest(code, codes.iter().copied()), "help-list"));
    }
    found.or(first).unwrap_or_else(|| unreachable!("Languages is never empty"))
}

fn timezone(top: &mut Reader<'_, '_>) -> TimeZone {
    let (name, span) = top.text("timezone").unwrap_or_else(|| ("Asia/Ho_Chi_Minh".to_owned(), Span::default()));
    TimeZone::get(&name).unwrap_or_else(|_| {
        top.note(Note::new(RULE, span).cause("cause-timezone").arg("value", name.as_str()).help("help-timezone"));
        TimeZone::fixed(jiff::tz::offset(7))
    })
}

fn identity(top: &mut Reader<'_, '_>) -> Identity {
    let Some(mut reader) = top.section("identity") else { return Identity::default() };
    let identity = Identity {
        agency: reader.text_or_empty("agency"),
        responsible: reader.text_or_empty("responsible"),
        email: reader.text_or_empty("email"),
        phone: reader.text_or_empty("phone"),
        address: reader.localized("address"),
        licence: reader.text_or_empty("licence"),
        note: reader.localized("note"),
    };
    reader.finish();
    identity
}

fn menus(top: &mut Reader<'_, '_>) -> BTreeMap<String, Vec<MenuEntry>> {
    let entries = top.entries("menus");
    let mut menus = BTreeMap::new();
    for place in entries {
        let Value::Array(items) = &place.item.value else {
            top.wrong::<()>(&format!("menus.{}", place.key), &place.item, crate::parse::reader::Kind::List);
            continue;
        };
        let tables: Vec<_> = items.iter().filter_map(|item| top.table_of(&place.key, item)).collect();
        let mut menu = Vec::new();
        for (table, span) in tables {
            let mut reader = top.inner("menus", table, span);
            let key = reader.text("key").map(|(key, _)| key);
            let url = reader.text_or_empty("url");
            menu.push(MenuEntry { key: key.unwrap_or_default(), url, label: reader.localized("label"), span });
            reader.finish();
        }
        menus.insert(place.key.clone(), menu);
    }
    menus
}

/// Levels of rules, and findings that are allowed.
type Check = (BTreeMap<String, Option<RuleLevel>>, Vec<Allowance>);

fn check(top: &mut Reader<'_, '_>) -> Check {
    const LEVELS: [(&str, Option<RuleLevel>); 3] =
        [("error", Some(RuleLevel::Error)), ("warning", Some(RuleLevel::Warning)), ("off", None)];
    let Some((table, span)) = top.table("check") else { return Check::default() };
    let mut levels = BTreeMap::new();
    for entry in table.entries.iter().filter(|entry| entry.key != "allow") {
        let level = top.word_of(&format!("check.{}", entry.key), &entry.item, &LEVELS);
        if known_rule(&entry.key, entry.key_span, top) {
            levels.extend(level.map(|level| (entry.key.clone(), level)));
        }
    }
    let mut reader = top.inner("check", table, span);
    let tables = reader.tables("allow");
    let allow = tables.into_iter().filter_map(|(table, span)| allowance(reader.inner("allow", table, span))).collect();
    (levels, allow)
}

fn allowance(mut reader: Reader<'_, '_>) -> Option<Allowance> {
    let rule = reader.required_text("rule");
    let path = reader.required_text("path").map(|(path, _)| path);
    let reason = reader.required_text("reason").map(|(reason, _)| reason);
    let until = reader.date("until").map(|(date, _)| date);
    if let Some((slug, span)) = &rule {
        known_rule(slug, *span, &mut reader);
    }
    reader.finish();
    Some(Allowance { rule: rule?.0, path: path?, reason: reason?, until })
}

fn known_rule(slug: &str, span: Span, reader: &mut Reader<'_, '_>) -> bool {
    let known = rules::find(slug).is_some();
    if !known {
        let note = Note::new(RULE, span).cause("cause-rule").arg("rule", slug);
        let slugs = rules::RULES.iter().map(|rule| rule.slug);
        reader.note(note.nearest(text::nearest(slug, slugs), ""));
    }
    known
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::diag::rules;

    fn config(text: &str) -> (Option<super::Config>, Vec<(&'static str, &'static str)>) {
        let found = crate::parse::toml(text, 0, &rules::CONFIG_INVALID);
        let mut notes = found.notes;
        let config = read(&found.value, &mut notes);
        (config, notes.iter().map(|note| (note.rule.slug, note.message.cause)).collect())
    }

    #[test]
    fn a_small_portal_has_defaults_for_the_rest() {
        let (config, notes) = config("base_url = \"https://a.example/tinh\"\n[languages.vi]\ntitle = \"Tỉnh\"\n");
        let config = config.unwrap();
        assert!(notes.is_empty(), "{notes:?}");
        assert_eq!((config.base_url.as_str(), config.base_path.as_str()), ("https://a.example/tinh/", "tinh"));
        assert_eq!(config.languages.get(config.default_language).prefix, "vi");
        assert_eq!(config.theme, "hoaban");
    }

    #[test]
    fn what_is_published_for_search_can_be_switched_off() {
        let text =
            "base_url = \"https://a.example/\"\n[languages.vi]\ntitle = \"Tỉnh\"\n[search]\nindex = false\ntwins = false\n";
        let search = config(text).0.unwrap().search;
        assert_eq!((search.index, search.twins, search.data), (false, false, true));
    }

    #[test]
    fn every_wrong_setting_is_reported_in_one_run() {
        let text = "base_url = \"nhà\"\ntimezone = \"Asia/Dien\"\ndefault_language = \"vn\"\n[languages.vi]\ntitle = \"T\"\n\
                    [languages.en]\nprefix = \"vi\"\ntitle = \"P\"\n[check]\nlink-unknow = \"off\"\n";
        let (_, notes) = config(text);
        let causes: Vec<_> = notes.iter().map(|(_, cause)| *cause).collect();
        for cause in ["cause-url", "cause-timezone", "cause-unknown-language", "cause-prefix", "cause-rule"] {
            assert!(causes.contains(&cause), "{cause} in {causes:?}");
        }
    }
}
