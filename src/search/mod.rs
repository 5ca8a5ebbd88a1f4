//! The search index `portal-search/1`: its files as data, and the reader that answers queries from them.
//!
//! In: the files of a built portal, one at a time, by a closure from path to bytes. Out: ids in order of
//! relevance, and their cards. The client in `client/` does the same in the browser to the last id.
//! Writing the files is [`emit`](crate::emit)'s work; this module names them ([`paths`]), packs numbers
//! ([`codec`]), cuts keys ([`key`]) and shapes JSON ([`manifest`]) for both sides.

pub mod client;
pub mod codec;
mod facets;
pub mod key;
pub mod manifest;
pub mod marks;
pub mod paths;
pub mod query;
mod rank;
mod reader;
mod spelling;
mod terms;

pub use facets::Filters;
pub use reader::{Answer, Options, ReadError, Reader};
