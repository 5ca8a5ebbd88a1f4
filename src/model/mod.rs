//! The nouns of hoaban: plain types and their invariants, no behaviour that needs another layer.
//!
//! Values here are made by `load`, `parse` and `resolve` and never changed afterwards. Imports nothing of the crate.

pub mod asset;
pub mod body;
pub mod config;
pub mod content_type;
pub mod digest;
pub mod document;
pub mod lang;
pub mod output;
pub mod page;
pub mod path;
pub mod rendition;
pub mod site;
pub mod source;
pub mod terms;
pub mod theme;
pub mod value;

pub use digest::Digest;
pub use lang::{Lang, PerLang};
pub use path::{OutPath, SourcePath, UrlPath};
pub use rendition::{Rendition, RenditionFormat};
pub use source::{Location, SourceId, Span};
