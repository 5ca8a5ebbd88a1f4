//! Files of the index that are the same on every portal: schemas and the client.

use crate::search::client;

use super::Put;

/// JSON Schemas (2020-12) by name.
pub(super) const SCHEMAS: [(&str, &str); 8] = [
    ("manifest", include_str!("schema/manifest.schema.json")),
    ("shard", include_str!("schema/shard.schema.json")),
    ("cards", include_str!("schema/cards.schema.json")),
    ("facets", include_str!("schema/facets.schema.json")),
    ("suggest", include_str!("schema/suggest.schema.json")),
    ("page", include_str!("schema/page.schema.json")),
    ("pages-line", include_str!("schema/pages-line.schema.json")),
    ("dataset", include_str!("schema/dataset.schema.json")),
];

/// Writes them.
pub(super) fn write(put: &Put<'_>) {
    for (name, schema) in SCHEMAS {
        put(&format!("search/schema/{name}.schema.json"), schema.as_bytes().to_vec());
    }
    for module in client::modules() {
        put(&format!("search/{}", module.name), module.text.clone().into_bytes());
    }
}
