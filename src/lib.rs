//! hoaban builds a bilingual static portal from Markdown.
pub mod check;
pub mod diag;
pub mod disk;
pub mod emit;
pub mod load;
pub mod memo;
pub mod model;
pub mod parse;
pub mod picture;
pub mod pipeline;
pub mod render;
pub mod resolve;
pub mod settings;
pub mod text;
pub mod view;
pub mod words;
pub mod world;
