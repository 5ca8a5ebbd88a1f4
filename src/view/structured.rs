//! JSON-LD: the page as schema.org describes it.
//!
//! One graph a page: the portal and its agency, the breadcrumbs, and the document by its type's own schema.org type, with its
//! language and its translations (domain: structured data and interchange).

use serde_json::{Map, Value, json};

use crate::model::Lang;
use crate::model::content_type::{FieldKind, FieldValue, field, localized};
use crate::model::document::{DocId, Document, Moment, Text};
use crate::model::page::{ListOf, Page, PageKind};
use crate::model::site::Site;

use super::Shared;
use super::formats::rfc3339;
use super::model::PageView;

/// The page's graph, safe inside a `<script>`; empty for pages that stay out of search engines.
pub(super) fn json_ld(site: &Site, shared: &Shared, page: &Page, view: &PageView) -> String {
    if page.noindex || matches!(page.kind, PageKind::Root) {
        return String::new();
    }
    let mut graph = Vec::new();
    if let PageKind::List { of: ListOf::Section(crate::model::document::SectionId(0)), .. } = page.kind {
        graph.push(website(site, shared, page.lang));
        graph.extend(agency(site, shared, page.lang));
    }
    if !view.crumbs.is_empty() {
        graph.push(crumbs(site, view));
    }
    if let PageKind::Document(id) = page.kind {
        graph.extend(document(site, shared, id, page, view));
    }
    if graph.is_empty() {
        return String::new();
    }
    let text = json!({ "@context": "https://schema.org", "@graph": graph }).to_string();
    text.replace('<', "\\u003c")
}

fn website(site: &Site, shared: &Shared, lang: Lang) -> Value {
    let own = &shared.sites[lang];
    let mut value = json!({
        "@type": "WebSite",
        "@id": format!("{}#website-{}", site.config.base_url, own.lang),
        "url": site.section(crate::model::document::SectionId(0)).pages[lang].map(|page| site.absolute(&site.page(page).url)),
        "name": own.title,
        "inLanguage": own.lang,
    });
    if own.identity.is_some() {
        value["publisher"] = json!({ "@id": agency_id(site) });
    }
    value
}

fn agency_id(site: &Site) -> String {
    format!("{}#agency", site.config.base_url)
}

fn agency(site: &Site, shared: &Shared, lang: Lang) -> Option<Value> {
    let own = shared.sites[lang].identity.as_ref()?;
    let record = site.record("agencies", &site.config.identity.agency)?;
    let mut value =
        json!({ "@type": "GovernmentOrganization", "@id": agency_id(site), "name": own.name, "url": site.config.base_url });
    let others: Vec<&String> = record.labels.values().filter(|label| **label != own.name).collect();
    if !others.is_empty() {
        value["alternateName"] = json!(others);
    }
    for (key, text) in [("address", &own.address), ("email", &own.email), ("telephone", &own.phone)] {
        if !text.is_empty() {
            value[key] = json!(text);
        }
    }
    if !own.parent.is_empty() {
        value["parentOrganization"] = json!({ "@type": "GovernmentOrganization", "name": own.parent });
    }
    Some(value)
}

fn crumbs(site: &Site, view: &PageView) -> Value {
    let host = host(site);
    let mut items: Vec<Value> = view
        .crumbs
        .iter()
        .enumerate()
        .map(|(i, link)| json!({ "@type": "ListItem", "position": i + 1, "name": link.title, "item": format!("{host}{}", link.url) }))
        .collect();
    items.push(json!({ "@type": "ListItem", "position": items.len() + 1, "name": view.title }));
    json!({ "@type": "BreadcrumbList", "itemListElement": items })
}

/// Scheme and host without a trailing slash.
fn host(site: &Site) -> &str {
    site.config.base_url.trim_end_matches('/').trim_end_matches(&site.config.base_path).trim_end_matches('/')
}

fn document(site: &Site, shared: &Shared, id: DocId, page: &Page, view: &PageView) -> Option<Value> {
    let document = site.document(id);
    let text = document.texts[page.lang].as_ref()?;
    let ty = site.type_of(document);
    let mut value = Map::new();
    value.insert("@type".into(), json!(ty.schema));
    value.insert("@id".into(), json!(view.permalink));
    value.insert("url".into(), json!(view.permalink));
    let article = ty.schema.ends_with("Article") || ty.schema == "Report";
    value.insert(if article { "headline" } else { "name" }.into(), json!(view.title));
    if !view.description.is_empty() {
        value.insert("description".into(), json!(view.description));
    }
    value.insert("inLanguage".into(), json!(view.lang));
    if let Some(image) = &super::cover_image(site, page) {
        value.insert("image".into(), image_object(site, document, image));
    }
    if article || ty.dated {
        dates(site, document, article, &mut value);
    }
    if article {
        if !document.shared.authors.is_empty() {
            let people: Vec<Value> =
                document.shared.authors.iter().map(|author| json!({ "@type": "Person", "name": author.name })).collect();
            value.insert("author".into(), json!(people));
        }
        if shared.sites[page.lang].identity.is_some() {
            value.insert("publisher".into(), json!({ "@id": agency_id(site) }));
        }
    }
    translations(site, document, page.lang, &mut value);
    own_fields(site, document, text, page.lang, &mut value);
    Some(Value::Object(value))
}

fn image_object(site: &Site, document: &Document, image: &super::model::OgImage) -> Value {
    let mut value = json!({ "@type": "ImageObject", "contentUrl": image.url, "width": image.width, "height": image.height });
    let cover = document.shared.cover.as_ref();
    let asset = cover.and_then(|cover| cover.asset).map(|id| site.asset(id));
    if let Some(record) = asset.map(|asset| &asset.record) {
        if !record.credit.is_empty() {
            value["creditText"] = json!(record.credit);
        }
        let (_, url) = super::pictures::licence(&record.licence);
        if !url.is_empty() {
            value["license"] = json!(url);
        }
    }
    value
}

/// Publish and update times belong to texts; for places and goods they would be read as theirs.
fn dates(site: &Site, document: &Document, article: bool, value: &mut Map<String, Value>) {
    if !article {
        return;
    }
    let shown = |moment: Moment| {
        if moment.has_time { rfc3339(moment, &site.config.timezone) } else { moment.date().to_string() }
    };
    if let Some(published) = document.shared.published {
        value.insert("datePublished".into(), json!(shown(published)));
    }
    if let Some(updated) = document.shared.updated.or(document.shared.published) {
        value.insert("dateModified".into(), json!(shown(updated)));
    }
}

/// `workTranslation` on the original, `translationOfWork` on a translation.
fn translations(site: &Site, document: &Document, lang: Lang, value: &mut Map<String, Value>) {
    let address =
        |lang: Lang| document.texts[lang].as_ref().and(document.pages[lang]).map(|page| site.absolute(&site.page(page).url));
    let work = |lang: Lang| Some(json!({ "@id": address(lang)?, "inLanguage": site.config.languages.code(lang) }));
    if lang != document.source_language {
        value.extend(work(document.source_language).map(|original| ("translationOfWork".to_owned(), original)));
        return;
    }
    let others: Vec<Value> =
        document.texts.present().filter(|(other, _)| *other != lang).filter_map(|(other, _)| work(other)).collect();
    if !others.is_empty() {
        value.insert("workTranslation".into(), json!(others));
    }
}

/// The type's fields that name a schema.org property.
fn own_fields(site: &Site, document: &Document, text: &Text, lang: Lang, value: &mut Map<String, Value>) {
    let code = site.config.languages.code(lang);
    for declared in site.type_of(document).fields.iter().filter(|field| !field.schema.is_empty()) {
        let own = field(&text.fields, &declared.name).or_else(|| field(&document.shared.fields, &declared.name));
        let Some(found) = own.and_then(|own| schema_value(site, &declared.kind, own, code)) else { continue };
        value.entry(declared.schema.clone()).or_insert(found);
    }
}

fn schema_value(site: &Site, kind: &FieldKind, value: &FieldValue, code: &str) -> Option<Value> {
    Some(match (kind, value) {
        (FieldKind::Enum(values), FieldValue::Enum(at)) => json!(localized(&values.get(*at)?.label, code)),
        (FieldKind::List { of, .. }, FieldValue::List(items)) => {
            let items: Vec<Value> = items.iter().filter_map(|item| schema_value(site, of, item, code)).collect();
            if items.is_empty() {
                return None;
            }
            json!(items)
        }
        (_, FieldValue::Text(text)) => json!(text),
        (_, FieldValue::Localized(texts)) => json!(localized(texts, code)),
        (_, FieldValue::Bool(yes)) => json!(yes),
        (_, FieldValue::Date(date)) => json!(date.to_string()),
        (_, FieldValue::DateTime(at)) => json!(rfc3339(Moment { at: *at, has_time: true }, &site.config.timezone)),
        (_, FieldValue::Number(number)) => json!(number),
        (_, FieldValue::Coordinates(at)) => json!({ "@type": "GeoCoordinates", "latitude": at.lat, "longitude": at.lon }),
        (_, FieldValue::Record(set, id)) => {
            let record = site.record(set, id)?;
            let kind = if set == "places" { "Place" } else { "Organization" };
            json!({ "@type": kind, "name": record.label(code) })
        }
        (_, FieldValue::Document(key)) => {
            let document = site.document(*site.keys.get(key)?);
            let lang = site.config.languages.find(code)?;
            let (_, page) = super::links::page_for(&document.pages, lang, document.source_language)?;
            json!({ "@id": site.absolute(&site.page(page).url) })
        }
        _ => return None,
    })
}
