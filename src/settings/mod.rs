//! Settings files into the model: `portal.toml`, `theme.toml` and content types.
//!
//! In: a parsed [`Table`](crate::model::value::Table). Out: a value with all that is wrong in it. A setting that is wrong falls
//! back to its default, so that one run reports everything. Imports `model`, `diag`, `parse`.

pub mod config;
pub mod theme;
pub mod types;
