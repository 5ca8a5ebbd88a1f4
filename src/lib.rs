//! hoaban builds a bilingual static portal from Markdown.
pub mod diag;
pub mod load;
pub mod memo;
pub mod model;
pub mod parse;
pub mod picture;
pub mod resolve;
pub mod settings;
pub mod text;
pub mod world;
