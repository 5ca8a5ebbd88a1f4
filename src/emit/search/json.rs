//! JSON objects written field by field, for files that are many or long.

use super::super::escape;

/// Any value on a line of its own.
pub(super) fn bytes(value: &impl serde::Serialize) -> Vec<u8> {
    let mut bytes = serde_json::to_vec(value).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

/// An object under way.
#[derive(Debug)]
pub(super) struct Object(Vec<u8>);

impl Object {
    pub(super) fn new(capacity: usize) -> Self {
        let mut out = Vec::with_capacity(capacity);
        out.push(b'{');
        Self(out)
    }

    fn key(&mut self, key: &str) {
        if self.0.len() > 1 {
            self.0.push(b',');
        }
        escape::json(&mut self.0, key);
        self.0.push(b':');
    }

    /// A text; nothing for an empty one.
    pub(super) fn text(&mut self, key: &str, text: &str) -> &mut Self {
        if !text.is_empty() {
            self.key(key);
            escape::json(&mut self.0, text);
        }
        self
    }

    /// Any value.
    pub(super) fn value(&mut self, key: &str, value: &impl serde::Serialize) -> &mut Self {
        self.key(key);
        self.0.extend_from_slice(&serde_json::to_vec(value).unwrap_or_else(|_| b"null".to_vec()));
        self
    }

    /// The object with a line end.
    pub(super) fn end(mut self) -> Vec<u8> {
        self.0.extend_from_slice(b"}\n");
        self.0
    }
}
