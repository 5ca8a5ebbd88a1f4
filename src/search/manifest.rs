//! The JSON files of `portal-search/1` as data, for the writer and the reader.
//!
//! Field names are those of the files: short where a file repeats them for every entry. Unknown fields are passed over, so
//! that a later writer may add some. The schemas of `/search/schema/` say the same to people outside.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Error, SeqAccess, Visitor};
use serde::ser::SerializeSeq;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::codec::LEVELS;

/// [`Manifest::format`].
pub const FORMAT: &str = "portal-search/1";
/// [`Facets::format`].
pub const FACETS: &str = "portal-facets/1";
/// [`Suggest::format`].
pub const SUGGEST: &str = "portal-suggest/1";

/// How many ids a segment has; the last may have fewer.
pub const SEGMENT: u32 = 10_000;
/// Cards in a file.
pub const CARDS_PER_FILE: u32 = 4;
/// Files of cards that share a hash, the manifest's only trace of them.
pub const FILES_PER_GROUP: u32 = 16;
/// What a match is worth by its level, from the title to a passing mention: the `x` of BM25's `x·(k1+1)/(x+k1)`.
pub const WORTH: [f64; LEVELS] = [16.0, 11.0, 7.0, 4.5, 2.6, 1.4, 0.7];
/// Tokens of a title of level 0; longer ones are level 1, so that a page named Gành Hào goes before news about it.
pub const SHORT_TITLE: usize = 5;

/// Entries up to which nothing is left out: the whole index is a few files anyway.
pub const SMALL: u32 = 200;

/// Whether a word is in so many entries of a segment of `n` that the index leaves passing mentions out and a query need not be met
/// in it: in more than 35 percent, where there are more than 200.
#[must_use]
pub fn is_common(df: u32, n: u32) -> bool {
    n > SMALL && u64::from(df) * 100 > u64::from(n) * 35
}

/// Whether a word is in more than a fifth of `n` entries, such as `of`: pairs with it tell nothing, but in Vietnamese, where very
/// common syllables make telling words. Where there are more than [`SMALL`] entries, the index has such pairs of titles alone.
#[must_use]
pub fn is_little(df: u32, n: u32) -> bool {
    u64::from(df) * 5 > u64::from(n)
}

/// `/search/<lang>.json`, the one mutable file: which shards there are.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    /// [`FORMAT`].
    pub format: String,
    /// Language of the interface: of titles, cards and full text.
    pub lang: String,
    /// Entries in all segments and languages; ids are below it.
    pub n: u32,
    /// [`WORTH`].
    pub levels: [f64; LEVELS],
    /// In order of ids, at most [`SEGMENT`] each.
    pub segments: Vec<Segment>,
    /// Name of the file of facets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub facets: Option<String>,
    /// Name of the file of phrases.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suggest: Option<String>,
    /// Codes of all languages that have an index, the default one first.
    pub langs: Vec<String>,
}

/// The files of up to [`SEGMENT`] entries; ids in them count from the segment's first.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Segment {
    /// Its entries.
    pub n: u32,
    /// Full text; not in a lite manifest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub t: Option<Shards>,
    /// Heads in the manifest's language; only in a lite manifest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub h: Option<Shards>,
    /// Heads in the other languages.
    #[serde(default)]
    pub alt: Vec<Alternate>,
    /// Cards in the manifest's language.
    pub cards: CardFiles,
}

/// A family of shards: bounds and hashes in one order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shards {
    /// Lower bounds, joined by `|`, in order of bytes.
    pub k: String,
    /// Hashes of [`HASH`](super::key::HASH) characters each.
    pub h: String,
}

impl Shards {
    /// The lower bounds; none where there is no shard.
    #[must_use]
    pub fn bounds(&self) -> Vec<&str> {
        if self.h.is_empty() { Vec::new() } else { self.k.split(super::key::SEPARATOR).collect() }
    }

    /// The hash of a shard.
    #[must_use]
    pub fn hash(&self, place: usize) -> Option<&str> {
        self.h.get(place * super::key::HASH..(place + 1) * super::key::HASH)
    }
}

/// The heads of another language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alternate {
    /// Its code.
    pub lang: String,
    /// Its head shards.
    pub h: Shards,
}

/// How cards are shared out among files.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardFiles {
    /// [`CARDS_PER_FILE`].
    pub per: u32,
    /// [`FILES_PER_GROUP`].
    pub group: u32,
    /// A hash for each group, in order.
    pub h: String,
}

impl CardFiles {
    /// File, hash of its group, and place in the file of an id of the segment.
    #[must_use]
    pub fn of(&self, id: u32) -> Option<(u32, &str, usize)> {
        let file = id.checked_div(self.per)?;
        let group = file.checked_div(self.group)? as usize * super::key::HASH;
        Some((file, self.h.get(group..group + super::key::HASH)?, (id % self.per) as usize))
    }
}

/// A shard: keys in order of bytes, one on a line in the file.
pub type Shard = BTreeMap<String, Entry>;

/// What a shard says of a key; in JSON `[df, spelling, postings, spelling, postings, ..]`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entry {
    /// How many entries of the segment have the key in any spelling, those included whose postings were left out.
    pub df: u32,
    /// Exact forms with their postings ([`codec::pack_lists`](super::codec::pack_lists)), most frequent first; the form is empty
    /// where it is the key itself.
    pub spellings: Vec<(String, String)>,
}

impl Serialize for Entry {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(1 + 2 * self.spellings.len()))?;
        list.serialize_element(&self.df)?;
        for (form, postings) in &self.spellings {
            list.serialize_element(form)?;
            list.serialize_element(postings)?;
        }
        list.end()
    }
}

impl<'de> Deserialize<'de> for Entry {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = Entry;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("[df, spelling, postings, ..]")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Entry, A::Error> {
                let mut entry = Entry { df: list.next_element()?.unwrap_or_default(), spellings: Vec::new() };
                while let Some(form) = list.next_element()? {
                    let postings = list.next_element()?.ok_or_else(|| A::Error::custom("a spelling without postings"))?;
                    entry.spellings.push((form, postings));
                }
                Ok(entry)
            }
        }
        deserializer.deserialize_seq(Reader)
    }
}

/// What a result shows; a file of cards is an array of them, in order of ids.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// Link to the page, with the portal's base path.
    pub u: String,
    /// Title.
    pub t: String,
    /// Summary, at most 200 characters.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub s: String,
    /// Day of publishing, `2024-05-07`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub d: String,
    /// Title of its section.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub k: String,
    /// Link to a small picture.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub i: String,
    /// Language of the page, where it is not the manifest's.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub l: String,
}

/// `/search/facets.<hash5>.json`, shared by the languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facets {
    /// [`FACETS`].
    pub format: String,
    /// [`Manifest::n`].
    pub n: u32,
    /// In the order in which they are shown.
    pub facets: Vec<Facet>,
}

/// One property by which results can be narrowed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facet {
    /// `section`, `year`, a vocabulary or a field.
    pub id: String,
    /// Its name, by language.
    pub label: BTreeMap<String, String>,
    /// Its values, in the order in which they are shown.
    pub values: Vec<FacetValue>,
}

/// One value of a facet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FacetValue {
    /// Key of a section, place or term; `2024`; a field's text.
    pub id: String,
    /// Its name, by language.
    pub label: BTreeMap<String, String>,
    /// Its entries, packed; a list for each segment, joined by `|`.
    pub ids: String,
}

/// `/search/<lang>/s.<hash5>.json`: phrases for spelling and suggestion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggest {
    /// [`SUGGEST`].
    pub format: String,
    /// Their language.
    pub lang: String,
    /// As people write them, most frequent first.
    pub p: Vec<String>,
    /// How many entries have each.
    pub n: Vec<u32>,
}

#[cfg(test)]
mod tests {
    use super::{Card, CardFiles, Entry, Shard, Shards};

    #[test]
    fn a_shard_is_read_as_it_was_written() {
        let text = r#"{"dien":[3,"điện","!#","","|!"],"phu":[1,"","!"]}"#;
        let shard: Shard = serde_json::from_str(text).unwrap();
        assert_eq!(shard["dien"].df, 3);
        assert_eq!(shard["dien"].spellings[1], (String::new(), "|!".to_owned()));
        assert_eq!(serde_json::to_string(&shard).unwrap(), text);
        assert!(serde_json::from_str::<Entry>(r#"[1,"điện"]"#).is_err());
    }

    #[test]
    fn what_a_card_has_not_is_left_out() {
        let card = Card { u: "/vi/a/".into(), t: "A".into(), ..Card::default() };
        assert_eq!(serde_json::to_string(&card).unwrap(), r#"{"u":"/vi/a/","t":"A"}"#);
    }

    #[test]
    fn cards_are_four_in_a_file_and_sixty_four_under_a_hash() {
        let files = CardFiles { per: 4, group: 16, h: "aaaaabbbbb".into() };
        assert_eq!(files.of(63), Some((15, "aaaaa", 3)));
        assert_eq!(files.of(64), Some((16, "bbbbb", 0)));
        assert_eq!(files.of(128), None);
        assert_eq!(CardFiles::default().of(0), None);
    }

    #[test]
    fn a_family_without_shards_has_no_bounds() {
        assert!(Shards::default().bounds().is_empty());
        let shards = Shards { k: "0|d".into(), h: "aaaaabbbbb".into() };
        assert_eq!((shards.bounds().len(), shards.hash(1), shards.hash(2)), (2, Some("bbbbb"), None));
    }
}
