//! An example of a field's value, as TOML: what `new` fills in where a type requires a field.

use hoaban::model::content_type::{Field, FieldKind, RefTarget};
use hoaban::model::site::Site;
use hoaban::resolve::{example, kind_word};

/// A value that the field accepts, as far as the portal has one: the first word of an enumeration, the first record or document
/// for a reference, the smallest number.
pub(super) fn value(kind: &FieldKind, site: &Site) -> String {
    match kind {
        FieldKind::Bool => "false".to_owned(),
        FieldKind::Date => site.now.date().to_string(),
        FieldKind::DateTime => format!("{}T08:00:00", site.now.date()),
        FieldKind::Number { min, max, .. } => min.or(max.map(|max| max.min(1.0))).unwrap_or(1.0).to_string(),
        FieldKind::Enum(words) => quoted(words.first().map_or("…", |word| word.id.as_str())),
        FieldKind::Ref(target) => quoted(referred(target, site).unwrap_or("…")),
        FieldKind::List { of, min_items, .. } => {
            let items: Vec<String> = (0..(*min_items).max(1)).map(|_| value(of, site)).collect();
            format!("[{}]", items.join(", "))
        }
        FieldKind::Record(fields) => {
            format!("{{ {} }}", fields.iter().map(|field| pair(field, site)).collect::<Vec<_>>().join(", "))
        }
        other => example(kind_word(other)).to_owned(),
    }
}

fn pair(field: &Field, site: &Site) -> String {
    format!("{} = {}", field.name, value(&field.kind, site))
}

fn referred<'s>(target: &RefTarget, site: &'s Site) -> Option<&'s str> {
    match target {
        RefTarget::Record(set) => site.data.get(set)?.0.first().map(|record| record.id.as_str()),
        RefTarget::Document(ty) => {
            let fits = |document: &&hoaban::model::document::Document| {
                ty.as_ref().is_none_or(|ty| site.type_of(document).id == *ty)
            };
            site.documents.iter().find(fits).map(|document| document.key.as_str())
        }
    }
}

/// Text as a TOML basic string (TOML 1.0, "String").
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            control if control.is_control() => out.push_str(&format!("\\u{:04X}", u32::from(control))),
            other => out.push(other),
        }
    }
    out + "\""
}
