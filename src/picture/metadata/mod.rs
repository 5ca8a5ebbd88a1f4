//! What pictures say about themselves, and what published ones are to say.
//!
//! In: a file's bytes. Out: the texts, rights and secrets in it ([`read`], [`secrets`]), or the same picture with its
//! makers' rights in it ([`embed`]). Which texts a picture gets, and what becomes of what was found, is the caller's
//! business; taking metadata out is [`strip`](super::strip)'s.

mod avif;
mod blocks;
mod boxes;
mod embed;
mod icc;
mod iim;
mod items;
mod letters;
mod licence;
mod packet;
mod read;
mod rights;
mod secrets;
mod tags;
mod text_chunks;
mod xmp;

#[cfg(test)]
mod tests;

pub use embed::embed;
pub use read::{Embedded, read};
pub use rights::Rights;
pub use secrets::secrets;
