//! Layer 2: files' text into the model's trees, each file on its own.
mod dates;
pub mod reader;
mod toml;
mod yaml;
pub use self::toml::table as toml;
pub use self::yaml::table as yaml;
