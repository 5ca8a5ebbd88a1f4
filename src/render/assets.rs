//! The theme's assets under names with the digest of their bytes.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{Digest, UrlPath};

/// An asset ready to be published.
#[derive(Debug, Clone)]
pub struct Published {
    /// Path below the theme's `assets/`.
    pub name: String,
    /// Where it is published.
    pub url: UrlPath,
    /// Its bytes; in style sheets, addresses of other assets are the published ones.
    pub bytes: Arc<[u8]>,
}

/// All assets; style sheets last, since they name the others.
#[must_use]
pub fn publish(assets: &BTreeMap<String, Arc<[u8]>>, base_path: &str) -> Vec<Published> {
    let (sheets, others): (Vec<_>, Vec<_>) = assets.iter().partition(|(name, _)| name.ends_with(".css"));
    let mut published: Vec<Published> = others.into_iter().map(|(name, bytes)| one(name, Arc::clone(bytes))).collect();
    let prefix = if base_path.is_empty() { String::new() } else { format!("/{base_path}") };
    for (name, bytes) in sheets {
        let text = String::from_utf8_lossy(bytes);
        let text = with_addresses(&text, name, &published, &prefix);
        published.push(one(name, text.into_bytes().into()));
    }
    published
}

fn one(name: &str, bytes: Arc<[u8]>) -> Published {
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, "bin"));
    let url = UrlPath::file(&format!("assets/{stem}.{}.{extension}", Digest::of(&bytes).short()));
    Published { name: name.to_owned(), url, bytes }
}

/// The sheet with `url(x)` and `@import "x"` of other assets replaced by their published addresses.
fn with_addresses(text: &str, sheet: &str, published: &[Published], prefix: &str) -> String {
    let folder = sheet.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut out = String::with_capacity(text.len() + 256);
    let mut rest = text;
    while let Some(at) = rest.find("url(") {
        let (before, after) = rest.split_at(at + 4);
        out.push_str(before);
        let Some(end) = after.find(')') else {
            rest = after;
            continue;
        };
        let written = after[..end].trim().trim_matches(['"', '\'']);
        let (path, fragment) = written.split_once('#').map_or((written, None), |(path, fragment)| (path, Some(fragment)));
        let name = if folder.is_empty() { path.to_owned() } else { format!("{folder}/{path}") };
        match published.iter().find(|asset| asset.name == name) {
            Some(asset) => {
                out.push_str(prefix);
                out.push_str(asset.url.as_str());
                if let Some(fragment) = fragment {
                    out.push('#');
                    out.push_str(fragment);
                }
            }
            None => out.push_str(&after[..end]),
        }
        rest = &after[end..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::publish;
    use std::collections::BTreeMap;
    use std::sync::Arc;

    #[test]
    fn style_sheets_name_the_published_pictures() {
        let assets: BTreeMap<String, Arc<[u8]>> = BTreeMap::from([
            ("a.svg".to_owned(), b"<svg/>".as_slice().into()),
            ("site.css".to_owned(), b"p{background:url(\"a.svg#x\")}b{mask:url(none.svg)}".as_slice().into()),
        ]);
        let published = publish(&assets, "tinh");
        let css = String::from_utf8(published[1].bytes.to_vec()).unwrap();
        assert!(css.contains(&format!("url(/tinh{}#x)", published[0].url)), "{css}");
        assert!(css.contains("url(none.svg)"));
    }
}
