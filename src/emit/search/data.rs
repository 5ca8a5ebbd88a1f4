//! `/data/`: the whole portal for the press, ministries and other programs. `pages.ndjson` has every page that can be found, one
//! on a line; `dataset.jsonld` says what that is, in the words of schema.org and DCAT.

use rayon::prelude::*;
use serde_json::{Value, json};

use crate::model::site::Site;
use crate::model::{Lang, OutPath, UrlPath};
use crate::search::paths;
use crate::view::pictures;

use super::super::{Emission, Emitter, instant};
use super::entries::{Entry, entries};
use super::{name, twins};

pub(in crate::emit) const EMITTER: Emitter = Emitter { name: "data", parts, bytes };

const PAGES: &str = "data/pages.ndjson";
const DATASET: &str = "data/dataset.jsonld";

fn parts(site: &Site) -> Vec<OutPath> {
    let files = [PAGES, DATASET].iter().filter(|_| site.config.search.data);
    files.map(|file| UrlPath::file(file).out_path()).collect()
}

fn bytes(emission: &Emission<'_>, part: u32) -> Vec<u8> {
    match part {
        0 => pages(emission.site),
        1 => dataset(emission.site),
        _ => Vec::new(),
    }
}

/// Every page on a line, in the order of ids and languages.
fn pages(site: &Site) -> Vec<u8> {
    let entries = entries(site);
    let of = |entry: &Entry<'_>| -> Vec<u8> {
        entry.pages.present().flat_map(|(lang, _)| twins::line(site, entry, lang)).collect()
    };
    entries.par_iter().map(of).collect::<Vec<_>>().concat()
}

fn dataset(site: &Site) -> Vec<u8> {
    let entries = entries(site);
    let default = site.config.default_language;
    let (licence_name, licence) = pictures::licence(&site.config.identity.licence);
    let address = |file: &str| twins::absolute(site, &UrlPath::file(file));
    let texts = |text: &dyn Fn(Lang) -> String| -> Value {
        let all = site.config.languages.iter().map(|(lang, language)| (text(lang), &language.code));
        all.filter(|(text, _)| !text.is_empty()).map(|(text, code)| json!({"@value": text, "@language": code})).collect()
    };
    let codes: Vec<&str> = site.config.languages.iter().map(|(_, language)| language.code.as_str()).collect();
    let mut value = json!({
        "@context": {"@vocab": "https://schema.org/", "dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/"},
        "@type": ["Dataset", "dcat:Dataset"],
        "@id": address(DATASET),
        "name": texts(&|lang| site.config.languages.get(lang).title.clone()),
        "url": site.config.base_url,
        "inLanguage": codes,
        "distribution": distributions(site, &address),
    });
    let description = texts(&|lang| site.config.languages.get(lang).tagline.clone());
    if description.as_array().is_some_and(|texts| !texts.is_empty()) {
        value["description"] = description;
    }
    if !licence_name.is_empty() {
        value["license"] = json!(if licence.is_empty() { licence_name } else { licence });
        value["dct:license"] = value["license"].clone();
    }
    if let Some(agency) = site.record("agencies", &site.config.identity.agency) {
        let name = agency.label(site.config.languages.code(default));
        value["publisher"] = json!({"@type": "GovernmentOrganization", "name": name, "url": site.config.base_url});
    }
    let dates: Vec<String> =
        entries.iter().filter_map(|entry| entry.published(site)).map(|at| at.date().to_string()).collect();
    if let (Some(first), Some(last)) = (dates.first(), dates.last()) {
        value["temporalCoverage"] = json!(format!("{first}/{last}"));
    }
    let changed = site.documents.iter().filter(|document| document.pages.present().next().is_some());
    if let Some(at) = changed.filter_map(instant::changed).max() {
        value["dateModified"] = json!(instant::day_or_moment(at, &site.config.timezone));
    }
    let mut bytes = serde_json::to_vec_pretty(&value).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

/// The files that hold the data.
fn distributions(site: &Site, address: &dyn Fn(&str) -> String) -> Vec<Value> {
    let file = |path: &str, media_type: &str, conforms: &str| {
        let mut file = json!({
            "@type": ["DataDownload", "dcat:Distribution"],
            "contentUrl": address(path),
            "encodingFormat": media_type,
        });
        if site.config.search.index {
            file["dct:conformsTo"] = json!(address(&format!("search/schema/{conforms}.schema.json")));
        }
        file
    };
    let mut files = vec![file(PAGES, "application/x-ndjson", "pages-line")];
    if site.config.search.index {
        let manifest = |lang| file(&paths::manifest(&name(site, lang)), "application/json", "manifest");
        files.extend(site.config.languages.iter().map(|(lang, _)| manifest(lang)));
    }
    files
}
