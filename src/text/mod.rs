//! Layer 1: what has to be right about Vietnamese and English text, and nothing about sites.
//!
//! Strings, dates and numbers in, strings, positions and keys out. Every function is pure; the
//! layer imports nothing else of this crate. Language tables stand beside the code that uses
//! them. Words for people come in through [`dates::DateFormats`] and [`numbers::NumberFormats`].
//!
//! Reading files, reporting problems and choosing a language are *not* done here. Text is
//! expected in NFC, but every function also gives the right answer for NFD.

mod astronomy;
pub mod collate;
mod date_pattern;
mod date_words;
pub mod dates;
pub mod excerpt;
pub mod fold;
pub mod foreign;
pub mod legacy;
pub mod lookalikes;
pub mod lunar;
pub mod nearest;
pub mod nfc;
pub mod numbers;
pub mod prose_dates;
pub mod search;
mod syllables;
mod tables;
pub mod typography;
mod words;

pub use collate::Collation;
pub use dates::DateFormats;
pub use excerpt::{excerpt, reading_minutes};
pub use fold::{Slugs, fold, slug};
pub use foreign::{english_runs, vietnamese_runs};
pub use legacy::legacy_encoding;
pub use lookalikes::lookalikes;
pub use lunar::LunarDate;
pub use nearest::nearest;
pub use nfc::{first_non_nfc, nfc};
pub use numbers::{NumberFormats, Scale};
pub use prose_dates::{ProseDate, prose_dates};
pub use typography::{break_act_numbers, no_break};
