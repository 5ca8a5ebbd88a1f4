//! Layer 2: files' text into the model's trees, each file on its own.
//!
//! In: text that is UTF-8 and NFC already, without a byte order mark. Out: a value *and* the notes about it; nothing here
//! ever fails or panics, whatever the bytes are. Every span is a byte range of the file's whole text. Pure: no file is read,
//! so files may be parsed in any order and in parallel. Imports `model`, `diag` and `text`.
//!
//! Whether keys, values and targets make sense for a content type is *not* decided here; that is `resolve` and `check`.

pub mod reader;
