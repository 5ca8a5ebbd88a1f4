//! What a published picture says about its makers.

use crate::model::Digest;

/// Texts that are written into a rendition. Everything may be empty; what is empty is not written.
///
/// Languages are BCP 47 tags. The first language of a list is also the one for readers of any other language.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Rights {
    /// Who made the picture: `dc:creator`. Several names are separated by `;`.
    pub creator: String,
    /// The line that has to stand beside it: `photoshop:Credit`.
    pub credit: String,
    /// The copyright notice: `dc:rights`.
    pub rights: String,
    /// Address of the licence: `xmpRights:WebStatement`.
    pub web_statement: String,
    /// Id of the licence (SPDX, such as `CC-BY-4.0`): `xmpRights:UsageTerms`.
    pub licence: String,
    /// Address of a page that says how to get a licence: `plus:LicensorURL`.
    pub licensor_url: String,
    /// Caption by language: `dc:description`.
    pub captions: Vec<(String, String)>,
    /// Text alternative by language: `Iptc4xmpCore:AltTextAccessibility`.
    pub alts: Vec<(String, String)>,
    /// How the picture came about, as IPTC's short name (`digitalCapture`) or as an IRI: `Iptc4xmpExt:DigitalSourceType`.
    pub digital_source_type: String,
    /// Name of the place that is shown, never where the photographer stood: `Iptc4xmpExt:LocationShown`.
    pub place: String,
}

impl Rights {
    /// Raised whenever the same rights lead to other bytes, so that stored renditions are made again.
    const REVISION: &'static str = "rights 1";

    /// Whether there is nothing to write.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.plain().iter().all(|text| text.trim().is_empty())
            && self.captions.iter().chain(&self.alts).all(|(_, text)| text.trim().is_empty())
    }

    /// Digest of all that [`embed`](super::embed) writes, for cache keys.
    #[must_use]
    pub fn digest(&self) -> Digest {
        let mut parts = vec![Self::REVISION.to_owned()];
        parts.extend(self.plain().map(str::to_owned));
        for list in [&self.captions, &self.alts] {
            parts.push(list.len().to_string());
            parts.extend(list.iter().flat_map(|(lang, text)| [lang.clone(), text.clone()]));
        }
        Digest::of_parts(parts.iter().map(String::as_bytes))
    }

    /// The texts that have no language.
    fn plain(&self) -> [&str; 8] {
        [
            &self.creator,
            &self.credit,
            &self.rights,
            &self.web_statement,
            &self.licence,
            &self.licensor_url,
            &self.digital_source_type,
            &self.place,
        ]
    }

    /// The rights alone, each text cut to `limit` characters: what remains where a file has little room.
    pub(super) fn essentials(&self, limit: usize) -> Self {
        let cut = |text: &str| text.trim().chars().take(limit).collect();
        Self {
            creator: cut(&self.creator),
            credit: cut(&self.credit),
            rights: cut(&self.rights),
            web_statement: cut(&self.web_statement),
            licence: cut(&self.licence),
            digital_source_type: cut(&self.digital_source_type),
            ..Self::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(lang: &str, text: &str) -> (String, String) {
        (lang.to_owned(), text.to_owned())
    }

    #[test]
    fn every_field_and_every_border_counts_in_the_digest() {
        let text = || "x".to_owned();
        let all = [
            Rights::default(),
            Rights { creator: text(), ..Rights::default() },
            Rights { credit: text(), ..Rights::default() },
            Rights { rights: text(), ..Rights::default() },
            Rights { web_statement: text(), ..Rights::default() },
            Rights { licence: text(), ..Rights::default() },
            Rights { licensor_url: text(), ..Rights::default() },
            Rights { captions: vec![pair("vi", "x")], ..Rights::default() },
            Rights { alts: vec![pair("vi", "x")], ..Rights::default() },
            Rights { captions: vec![pair("vi", "a"), pair("en", "b")], ..Rights::default() },
            Rights { captions: vec![pair("vi", "a")], alts: vec![pair("en", "b")], ..Rights::default() },
            Rights { digital_source_type: text(), ..Rights::default() },
            Rights { place: text(), ..Rights::default() },
        ];
        let digests: std::collections::BTreeSet<_> = all.iter().map(Rights::digest).collect();
        assert_eq!(digests.len(), all.len());
    }

    #[test]
    fn blanks_are_nothing() {
        assert!(Rights { credit: " ".to_owned(), alts: vec![pair("vi", "")], ..Rights::default() }.is_empty());
        assert!(!Rights { alts: vec![pair("vi", "Xòe")], ..Rights::default() }.is_empty());
    }
}
