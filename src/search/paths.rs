//! Where the files of the index are, below the portal's base: paths without a slash in front.

use super::key;

/// Which postings a shard has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tier {
    /// All text, all levels.
    Full,
    /// Titles, summaries, headings and names: levels below [`HEADS`](super::codec::HEADS).
    Head,
}

impl Tier {
    /// The folder's name, which is the manifest's key too.
    #[must_use]
    pub fn folder(self) -> char {
        match self {
            Self::Full => 't',
            Self::Head => 'h',
        }
    }
}

/// `search/vi.json`
#[must_use]
pub fn manifest(lang: &str) -> String {
    format!("search/{lang}.json")
}

/// `search/vi.lite.json`: without full text, for readers who pay for bytes.
#[must_use]
pub fn lite(lang: &str) -> String {
    format!("search/{lang}.lite.json")
}

/// The folder of a segment: `search/vi/`, or `search/vi/2/` where there are several.
#[must_use]
pub fn folder(lang: &str, segment: usize, segments: usize) -> String {
    if segments > 1 { format!("search/{lang}/{segment}/") } else { format!("search/{lang}/") }
}

/// `search/vi/t/abcde.6469656e20.json`; `folder` is [`folder`]'s.
#[must_use]
pub fn shard(folder: &str, tier: Tier, hash: &str, bound: &str) -> String {
    format!("{folder}{}/{hash}.{}.json", tier.folder(), key::hex(bound))
}

/// `search/vi/c/abcde/17.json`; `hash` is of the group that the file is in.
#[must_use]
pub fn cards(folder: &str, hash: &str, file: u32) -> String {
    format!("{folder}c/{hash}/{file}.json")
}

/// A file named in the manifest as `suggest`: `search/vi/s.abcde.json`.
#[must_use]
pub fn suggest(lang: &str, name: &str) -> String {
    format!("search/{lang}/{name}")
}

/// A file named in the manifest as `facets`: `search/facets.abcde.json`.
#[must_use]
pub fn facets(name: &str) -> String {
    format!("search/{name}")
}

#[cfg(test)]
mod tests {
    use super::{Tier, cards, folder, shard};

    #[test]
    fn only_several_segments_have_folders_of_their_own() {
        assert_eq!(shard(&folder("vi", 0, 1), Tier::Full, "abcde", "dien "), "search/vi/t/abcde.6469656e20.json");
        assert_eq!(cards(&folder("en", 1, 2), "abcde", 17), "search/en/1/c/abcde/17.json");
    }
}
