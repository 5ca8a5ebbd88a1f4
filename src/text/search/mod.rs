//! What search compares: the words of a text and of a query, cut and spelled by one set of rules.
//!
//! In: text and its language. Out: [`Tokens`], each with its place in the text, a folded key (no case,
//! marks or tones) and an exact form (lower case, NFC, tone mark where the older style puts it). The
//! client's `text.js` does the same to the same bytes; `tests/search/vectors.json` holds both to it.
//! Counting, weighing and storing words is *not* done here.
//!
//! # What equals what
//!
//! | written | key | exact form |
//! |---|---|---|
//! | Điện, NFD, Ðiện with U+00D0 | `dien` | `điện` |
//! | hòa, hoà; quý, qúy; toàn, tòan | `hoa`, `quy`, `toan` | `hòa`, `quý`, `toàn` |
//! | kỹ, kĩ; Lý, Lí; quý, quí (Vietnamese only) | `ki`, `li`, `quy` | `kĩ`, `lí`, `quý` |
//! | H'Mông, H’Mông, Hmông | `hmong` | `hmông` |
//! | festivals, festival's (English only) | `festival` | `festival` |
//! | Wi-Fi | `wi`, `fi`; whole `wifi` | the same |
//! | 18/2018/QĐ-UBND | `18`, `2018`, `qd`, `ubnd`; whole `18/2018/qd-ubnd` | with `qđ` |
//! | 1.234,5 and 1,234.5 | the parts; whole `1234.5` | the same |
//! | 7.5.1954, 07/05/1954 | the parts; whole `7.5.1954` | the same |
//!
//! Mông is another word than Hmông: which names mean one thing, the caller says by [`Equivalents`].
//! A whole is a bonus, never needed for a match: 18/2018 is found through its parts and their pairs.
//! Each Chinese character is a token; Thai and Lao, written without spaces, are tokens as long as
//! the run of letters.

mod equivalents;
mod letters;
mod scan;
mod shape;
mod stem;
mod tokens;
mod tone;
mod typing;
mod wholes;

pub use equivalents::{Equivalent, Equivalents};
pub use letters::fold;
pub use tokens::{Token, Tokens, tokens};
pub use typing::decode_typing;

/// Whether a folded word could be a Vietnamese syllable without its marks (`dien`; not `film`).
///
/// Names in other spellings (Krông, Pleiku) are none; a final k (Đắk Lắk) is allowed.
#[must_use]
pub fn is_vietnamese_shape(folded: &str) -> bool {
    shape::is_syllable(folded)
}

/// A name as one word, the way it is typed in addresses: `Điện Biên Phủ` gives `dienbienphu`.
#[must_use]
pub fn joined(name: &str) -> String {
    super::fold::fold(name).replace(' ', "")
}

#[cfg(test)]
mod tests;
