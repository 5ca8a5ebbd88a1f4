//! Which files of the portal are published: renditions of pictures, and what is published as it is.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Diagnostic, Note, rules};
use crate::model::asset::AssetId;
use crate::model::document::LinkTarget;
use crate::model::output::{Origin, Recipe};
use crate::model::site::Site;
use crate::model::{OutPath, SourcePath, Span};
use crate::view::renditions;

/// Two files want the same path.
pub(super) fn collision(path: &OutPath, origin: &Origin, taken: &Origin) -> Diagnostic {
    let name = |origin: &Origin| match origin {
        Origin::Source(path) => path.to_string(),
        Origin::Built(name) => format!("hoaban ({name})"),
    };
    let note = Note::new(&rules::URL_TAKEN, Span::default()).arg("url", format!("{path} ({})", name(origin)));
    Diagnostic::everywhere(note.arg("path", name(taken)).help("help"))
}

/// The files that published pages use: renditions of pictures, and what is published as it is.
pub(super) fn published(site: &Site) -> Vec<(OutPath, Recipe, SourcePath)> {
    let mut files: BTreeMap<OutPath, (Recipe, AssetId)> = BTreeMap::new();
    for shown in renditions::uses(site) {
        let Some(plan) = renditions::plan(site, shown) else {
            files.insert(site.asset(shown.asset).url.out_path(), (Recipe::Copy(shown.asset), shown.asset));
            continue;
        };
        for planned in plan.candidates.iter().flat_map(|candidates| &candidates.planned) {
            files.insert(planned.url.out_path(), (Recipe::Rendition(shown.asset, planned.rendition), shown.asset));
        }
    }
    for id in listed(site) {
        files.entry(site.asset(id).url.out_path()).or_insert((Recipe::Copy(id), id));
    }
    let named = |(path, (recipe, id)): (OutPath, (Recipe, AssetId))| (path, recipe, site.asset(id).path.clone());
    files.into_iter().map(named).collect()
}

/// The files that published pages offer as they are: fields of kind `file`, and links in texts.
fn listed(site: &Site) -> BTreeSet<AssetId> {
    use crate::model::content_type::{FieldValue, Fields};
    fn of_fields(fields: &Fields, listed: &mut BTreeSet<AssetId>) {
        fields.iter().for_each(|(_, value)| of_value(value, listed));
    }
    fn of_value(value: &FieldValue, listed: &mut BTreeSet<AssetId>) {
        match value {
            FieldValue::File(asset) => _ = listed.insert(*asset),
            FieldValue::List(values) => values.iter().for_each(|value| of_value(value, listed)),
            FieldValue::Fields(fields) => of_fields(fields, listed),
            _ => {}
        }
    }
    let mut listed = BTreeSet::new();
    let published = site.documents.iter().filter(|document| document.pages.present().next().is_some());
    for document in published.clone() {
        of_fields(&document.shared.fields, &mut listed);
        document.texts.present().for_each(|(_, text)| of_fields(&text.fields, &mut listed));
    }
    let texts = published.map(|document| &document.texts).chain(site.sections.iter().map(|section| &section.texts));
    for (_, text) in texts.flat_map(|texts| texts.present()) {
        listed.extend(
            text.links.iter().filter_map(|link| if let LinkTarget::File(asset) = link { Some(*asset) } else { None }),
        );
    }
    listed
}
