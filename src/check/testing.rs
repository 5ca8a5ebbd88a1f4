//! A portal in memory for the tests of this folder, in Vietnamese and English, with one type of its own.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Owner, Subject, judge};
use crate::diag::{Arg, Diagnostic};
use crate::model::asset::AssetId;
use crate::model::site::Site;
use crate::picture::PictureError;
use crate::resolve::{self, Given};
use crate::world::MemoryWorld;
use crate::{load, parse, settings};

/// A page without mistakes.
pub(crate) const VALLEY: &str = "+++\ntitle = \"Thung lũng\"\npublished = 2026-05-07\n+++\n\n\
    ## Đường đi\n\nMở cửa từ thứ Hai, ngày 30/11/2026.\n";

const PORTAL: &str = "base_url = \"https://tinh.example/\"\ndefault_language = \"vi\"\ntimezone = \"Asia/Ho_Chi_Minh\"\ntheme = \"plain\"\n\
    [languages.vi]\nprefix = \"vi\"\ntitle = \"Tỉnh\"\nname = \"Tiếng Việt\"\nlocale = \"vi_VN\"\n\
    [languages.en]\nprefix = \"en\"\ntitle = \"Province\"\nname = \"English\"\nlocale = \"en_GB\"\n";

const THING: &str = "label = { vi = \"Vật\", en = \"Thing\" }\nplural = { vi = \"Vật\", en = \"Things\" }\nschema = \"Thing\"\n\
    [fields.photo]\nkind = \"image\"\nshared = true\nlabel = { vi = \"Ảnh\", en = \"Photo\" }\n\
    [fields.hours]\nkind = \"text\"\nlabel = { vi = \"Giờ\", en = \"Hours\" }\n";

/// A grey pixel.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\x3a\x7e\x9b\x55\
    \0\0\0\nIDAT\x78\x9cc\x68\0\0\0\x82\0\x81\x77\xcdr\xb6\0\0\0\0IEND\xaeB`\x82";

/// A page of this body.
pub(crate) fn front(body: &str) -> String {
    format!("+++\ntitle = \"Thung lũng\"\n+++\n{body}")
}

/// Files in memory; now is 1 November 2026.
pub(crate) struct Portal(MemoryWorld);

impl Portal {
    /// A portal without a page.
    pub(crate) fn new() -> Self {
        let mut portal = Self(MemoryWorld { now: "2026-11-01T00:00:00Z".parse().unwrap(), ..MemoryWorld::default() });
        portal.file("portal.toml", PORTAL);
        portal.file("content/_types/thing.toml", THING);
        portal
    }

    /// Adds or replaces a text.
    pub(crate) fn file(&mut self, path: &str, text: &str) {
        self.bytes(path, text.as_bytes());
    }

    /// Adds or replaces a file.
    pub(crate) fn bytes(&mut self, path: &str, bytes: &[u8]) {
        self.0.put(path, bytes);
    }

    /// Adds a small picture with what its sidecar says.
    pub(crate) fn picture(&mut self, path: &str, sidecar: Option<&str>) {
        self.bytes(path, PNG);
        if let Some(text) = sidecar {
            self.file(&format!("{path}.toml"), text);
        }
    }

    /// The portal as data.
    pub(crate) fn site(&self) -> Site {
        self.resolved().0
    }

    fn resolved(&self) -> (Site, BTreeMap<AssetId, PictureError>) {
        let portal = load::portal(&self.0).unwrap().unwrap();
        let rule = &crate::diag::rules::CONFIG_INVALID;
        let config = settings::config::read(&parse::toml(&portal.text, 0, rule).value, &mut Vec::new()).unwrap();
        let (inputs, _) = load::inputs(&self.0, portal, &config.theme).unwrap();
        let text = |source| Arc::clone(&inputs.sources.get(source).text);
        let parsed = inputs.pages.iter().map(|id| {
            let name = inputs.sources.get(*id).path.file_name();
            let lang = resolve::language_of(name, &config.languages).unwrap_or(config.default_language);
            let found = parse::page(&text(*id), config.languages.code(lang));
            Arc::new(crate::diag::Found::new(Arc::new(found.value), found.notes))
        });
        let types = inputs
            .types
            .iter()
            .map(|(id, source)| settings::types::read(id, &parse::toml(&text(*source), 0, rule).value, &mut Vec::new()));
        let given = Given {
            inputs: &inputs,
            theme: Arc::new(settings::theme::read(&Default::default(), &mut Vec::new())),
            types: types.collect(),
            parsed: parsed.collect(),
            now: self.0.now.to_zoned(config.timezone.clone()),
            drafts: false,
            config: Arc::new(config),
        };
        let site = resolve::site(&given).value;
        let broken = |id: &AssetId| inputs.files.get(&site.asset(*id).path).and_then(|facts| facts.picture.clone().err());
        let ids = (0..site.assets.len()).map(|id| AssetId(id as u32));
        let pictures = ids.filter_map(|id| broken(&id).map(|error| (id, error))).collect();
        (site, pictures)
    }

    /// Looks at one text of a document.
    pub(crate) fn subject<T>(&self, key: &str, code: &str, look: impl FnOnce(&Subject<'_>) -> T) -> T {
        let (site, pictures) = self.resolved();
        let document = site.document(site.keys[key]);
        let lang = site.config.languages.find(code).unwrap();
        look(&Subject::new(&site, &pictures, Owner::Document(document), lang).unwrap())
    }

    /// Every finding: rule, file and the words that it marks.
    pub(crate) fn all(&self) -> Vec<String> {
        let (site, pictures) = self.resolved();
        judge(&site, &pictures).iter().map(|found| format!("{} {}", found.rule.slug, place(&site, found))).collect()
    }

    /// The findings of a rule: file and the words that it marks.
    pub(crate) fn found(&self, rule: &str) -> Vec<String> {
        let (site, pictures) = self.resolved();
        let findings = judge(&site, &pictures).into_iter().filter(|found| found.rule.slug == rule);
        findings.map(|found| place(&site, &found)).collect()
    }

    /// The findings of a rule with the value of a variable of their message.
    pub(crate) fn said(&self, rule: &str, name: &str) -> Vec<(String, String)> {
        let (site, pictures) = self.resolved();
        let value = |found: &Diagnostic| match found.message.args.iter().find(|(key, _)| *key == name) {
            Some((_, Arg::Text(text))) => text.clone(),
            Some((_, Arg::Number(number))) => number.to_string(),
            None => "-".to_owned(),
        };
        let findings = judge(&site, &pictures).into_iter().filter(|found| found.rule.slug == rule);
        findings.map(|found| (place(&site, &found), value(&found))).collect()
    }
}

fn place(site: &Site, found: &Diagnostic) -> String {
    let at = found.at.unwrap();
    let source = site.sources.get(at.source);
    format!("{}: {}", source.path, at.span.of(&source.text).trim_end())
}
