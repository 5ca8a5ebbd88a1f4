//! Field values as HTML: the fact table of a page, and records of the facts register.

use crate::model::Lang;
use crate::model::content_type::{Field, FieldKind, FieldValue, Fields, field, localized};
use crate::model::document::{Document, Text};
use crate::model::site::{Record, Site};

use super::Shared;
use super::html::{attribute, escape, escaped};
use super::model::Fact;

/// The rows of a document's fact table, in the type's order.
#[must_use]
pub fn rows(site: &Site, shared: &Shared, lang: Lang, document: &Document, text: &Text) -> Vec<Fact> {
    let code = site.config.languages.code(lang);
    let printer = Printer { site, shared, lang };
    let row = |declared: &Field| {
        let own = field(&text.fields, &declared.name).or_else(|| field(&document.shared.fields, &declared.name))?;
        let html = printer.value(&declared.kind, own);
        (!html.is_empty()).then(|| Fact {
            name: declared.name.clone(),
            label: localized(&declared.label, code).to_owned(),
            html,
        })
    };
    site.type_of(document).fields.iter().filter(|declared| declared.display).filter_map(row).collect()
}

/// Appends a link, or plain text where there is no address.
pub fn anchor(out: &mut String, url: &str, text: &str, rel: Option<&str>) {
    if url.is_empty() {
        escape(out, text);
        return;
    }
    out.push_str("<a");
    attribute(out, "href", url);
    if let Some(rel) = rel {
        attribute(out, "rel", rel);
    }
    out.push('>');
    escape(out, text);
    out.push_str("</a>");
}

/// Prints values in one language.
pub(super) struct Printer<'a> {
    pub site: &'a Site,
    pub shared: &'a Shared<'a>,
    pub lang: Lang,
}

impl Printer<'_> {
    fn code(&self) -> &str {
        self.site.config.languages.code(self.lang)
    }

    /// A value as HTML.
    pub(super) fn value(&self, kind: &FieldKind, value: &FieldValue) -> String {
        let formats = &self.shared.formats[self.lang];
        match (kind, value) {
            (FieldKind::Number { unit, decimals, .. }, FieldValue::Number(number)) => {
                escaped(&formats.numbers.with_unit(*number, *decimals, localized(unit, self.code())))
            }
            (FieldKind::Enum(values), FieldValue::Enum(place)) => {
                values.get(*place).map_or_else(String::new, |value| escaped(localized(&value.label, self.code())))
            }
            (FieldKind::List { of, .. }, FieldValue::List(values)) => self.list(of, values),
            (FieldKind::Record(fields), FieldValue::Fields(values)) => self.record(fields, values),
            (kind, value) => self.plain(kind, value),
        }
    }

    fn plain(&self, kind: &FieldKind, value: &FieldValue) -> String {
        let formats = &self.shared.formats[self.lang];
        match value {
            FieldValue::Text(text) => self.text(kind, text),
            FieldValue::Localized(texts) => escaped(localized(texts, self.code())),
            FieldValue::Bool(yes) => escaped(&self.shared.words.word(self.lang, if *yes { "yes" } else { "no" })),
            FieldValue::Date(date) => time(&date.to_string(), &formats.dates.long(*date)),
            FieldValue::DateTime(at) => time(&at.to_string(), &formats.dates.datetime(*at)),
            FieldValue::Number(number) => escaped(&formats.numbers.number(*number, None)),
            FieldValue::Money(money) => escaped(&formats.money(money)),
            FieldValue::Coordinates(at) => self.coordinates(*at),
            FieldValue::Document(key) => self.document(key),
            FieldValue::Record(set, id) => self.record_label(set, id),
            FieldValue::File(asset) => {
                let asset = self.site.asset(*asset);
                let mut out = String::new();
                anchor(&mut out, &self.site.href(&asset.url), asset.path.file_name(), None);
                out
            }
            FieldValue::Image(_) | FieldValue::Enum(_) | FieldValue::List(_) | FieldValue::Fields(_) => String::new(),
        }
    }

    fn text(&self, kind: &FieldKind, text: &str) -> String {
        let mut out = String::new();
        match kind {
            FieldKind::Url => {
                let shown = text.split_once("://").map_or(text, |(_, rest)| rest).trim_end_matches('/');
                anchor(&mut out, text, shown, Some("external"));
            }
            FieldKind::Email => anchor(&mut out, &format!("mailto:{text}"), text, None),
            FieldKind::Phone => anchor(&mut out, &tel(text), text, None),
            FieldKind::Markdown { .. } => out = super::body::of_field(self.site, self.shared, self.lang, text),
            _ => super::html::prose(&mut out, text, self.code()),
        }
        out
    }

    fn coordinates(&self, at: crate::model::content_type::Coordinates) -> String {
        let formats = &self.shared.formats[self.lang];
        let mut out = escaped(&formats.coordinates(at));
        if let Some(metres) = at.precision_m {
            let shown = formats.numbers.number(metres, None);
            out.push_str(" <small>(");
            escape(&mut out, &self.shared.words.with(self.lang, "approximate", "metres", &shown));
            out.push_str(")</small>");
        }
        out
    }

    fn list(&self, of: &FieldKind, values: &[FieldValue]) -> String {
        let shown: Vec<String> = values.iter().map(|value| self.value(of, value)).filter(|html| !html.is_empty()).collect();
        if matches!(of, FieldKind::Record(_)) {
            let items: String = shown.iter().map(|html| format!("<li>{html}</li>")).collect();
            return if items.is_empty() { items } else { format!("<ul>{items}</ul>") };
        }
        let separator = self.shared.words.word(self.lang, "fact-list-separator") + " ";
        let separator = if shown.iter().any(|html| html.contains(',')) { separator.as_str() } else { ", " };
        shown.join(separator)
    }

    fn record(&self, fields: &[Field], values: &Fields) -> String {
        let mut shown = Vec::new();
        for declared in fields.iter().filter(|field| field.display) {
            let Some(value) = field(values, &declared.name) else { continue };
            let html = self.value(&declared.kind, value);
            if !html.is_empty() {
                shown.push(html);
            }
        }
        shown.join(" · ")
    }

    fn document(&self, key: &str) -> String {
        let mut out = String::new();
        if let Some(link) = super::links::document(self.site, self.shared, self.lang, key) {
            anchor(&mut out, &link.url, &link.title, None);
        }
        out
    }

    fn record_label(&self, set: &str, id: &str) -> String {
        let Some(record) = self.site.record(set, id) else { return String::new() };
        let mut out = String::new();
        let term = self.site.terms.iter().find(|term| term.id == id && (set == "places") == (term.vocabulary == "places"));
        let page = term.filter(|_| set == "places" || set == "terms").and_then(|term| term.pages[self.lang]);
        let url = page.map_or_else(String::new, |page| self.site.href(&self.site.page(page).url));
        anchor(&mut out, &url, record.label(self.code()), None);
        out
    }

    /// A record of the facts register: value, unit, date and source.
    pub(super) fn register(&self, out: &mut String, record: &Record) {
        let formats = &self.shared.formats[self.lang];
        let code = self.code();
        let decimals = match field(&record.fields, "decimals") {
            Some(FieldValue::Number(number)) => Some(*number as u8),
            _ => None,
        };
        let unit = record.text("unit", code);
        let value = match field(&record.fields, "value") {
            Some(FieldValue::Number(number)) => formats.numbers.with_unit(*number, decimals, unit),
            Some(FieldValue::Date(date)) => formats.dates.long(*date),
            _ if unit.is_empty() => record.text("value", code).to_owned(),
            _ => format!("{}\u{a0}{unit}", record.text("value", code)),
        };
        out.push_str("<div><dt>");
        escape(out, record.label(code));
        out.push_str("</dt><dd>");
        escape(out, &value);
        self.as_of(out, record);
        self.origin(out, record);
        out.push_str("</dd></div>");
    }

    fn as_of(&self, out: &mut String, record: &Record) {
        let formats = &self.shared.formats[self.lang];
        let date = match field(&record.fields, "as_of") {
            Some(FieldValue::Date(date)) => formats.dates.long(*date),
            Some(FieldValue::Number(year)) => format!("{year}"),
            Some(FieldValue::Text(text)) => text.clone(),
            _ => return,
        };
        out.push_str(" <span class=\"facts-asof\">");
        escape(out, &self.shared.words.with(self.lang, "as-of", "date", &date));
        out.push_str("</span>");
    }

    fn origin(&self, out: &mut String, record: &Record) {
        let Some(FieldValue::Fields(source)) = field(&record.fields, "source") else { return };
        let text = |name: &str| match field(source, name) {
            Some(FieldValue::Text(text)) => text.as_str(),
            _ => "",
        };
        if text("name").is_empty() {
            return;
        }
        out.push_str(" <span class=\"facts-source\">");
        let shown = self.shared.words.with(self.lang, "facts-source", "name", text("name"));
        anchor(out, text("url"), &shown, Some("external"));
        out.push_str("</span>");
    }
}

fn time(iso: &str, shown: &str) -> String {
    format!("<time datetime=\"{}\">{}</time>", escaped(iso), escaped(shown))
}

/// `tel:+842153123456`
#[must_use]
pub fn tel(phone: &str) -> String {
    format!("tel:{}", phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect::<String>())
}
