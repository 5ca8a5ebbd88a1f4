//! Entities of an SVG's document type: drawing programs abbreviate namespaces with them.
//!
//! Only short, plain ones are kept, so that no file grows by them beyond its size times a small number.

use std::collections::BTreeMap;

use quick_xml::escape::resolve_xml_entity;

use crate::picture::PictureError;

/// How many declarations are read.
const MAX_COUNT: usize = 64;
/// The longest value, in bytes.
const MAX_LEN: usize = 96;
/// The longest file that may declare entities, in bytes.
const MAX_FILE_LEN: usize = 4 << 20;

/// The declared entities, by name.
#[derive(Default)]
pub(super) struct Entities(BTreeMap<String, String>);

impl Entities {
    /// Keeps the entities that are short and refer to nothing; others stay unknown, so that using one is an error.
    ///
    /// # Errors
    /// `Corrupt` when a file of `file_len` bytes is too long to declare any.
    pub(super) fn declare(&mut self, declarations: &str, file_len: usize) -> Result<(), PictureError> {
        let declared = declarations.split("<!ENTITY").skip(1).take(MAX_COUNT);
        for (name, value) in declared.filter_map(declaration) {
            self.0.entry(name.to_owned()).or_insert_with(|| value.to_owned());
        }
        if !self.0.is_empty() && file_len > MAX_FILE_LEN {
            return Err(PictureError::corrupt("the SVG declares entities and is too long for that"));
        }
        Ok(())
    }

    /// The text for `&name;`, for a declared entity or one of XML's own five.
    pub(super) fn resolve(&self, name: &str) -> Option<&str> {
        resolve_xml_entity(name).or_else(|| self.0.get(name).map(String::as_str))
    }
}

/// Name and value out of ` name "value">`.
fn declaration(text: &str) -> Option<(&str, &str)> {
    let (name, rest) = text.trim_start().split_once(char::is_whitespace)?;
    let rest = rest.trim_start();
    let mut quotes = ['"', '\''].into_iter();
    let (value, _) = quotes.find_map(|quote| rest.strip_prefix(quote)?.split_once(quote))?;
    (value.len() <= MAX_LEN && !value.contains(['&', '%', '<'])).then_some((name, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_plain_entities_are_kept_and_the_first_one_wins() {
        let mut entities = Entities::default();
        let text = "svg [<!ENTITY a \"x>y\"> <!ENTITY  b 'z'><!ENTITY a 'late'><!ENTITY c '&a;'>]";
        entities.declare(text, text.len()).unwrap();
        assert_eq!(entities.resolve("a"), Some("x>y"));
        assert_eq!(entities.resolve("b"), Some("z"));
        assert_eq!(entities.resolve("c"), None);
        assert_eq!(entities.resolve("amp"), Some("&"));
    }

    #[test]
    fn a_long_file_may_not_declare_any() {
        let mut entities = Entities::default();
        assert!(entities.declare("svg [<!ENTITY a 'x'>]", MAX_FILE_LEN + 1).is_err());
        assert!(Entities::default().declare("svg", MAX_FILE_LEN + 1).is_ok());
    }
}
