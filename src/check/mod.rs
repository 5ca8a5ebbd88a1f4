//! Stage 5: judges a whole portal, and changes nothing.
//!
//! In: the [`Site`] and the pictures that cannot be used. Out: findings. Each judgement is a file of its own and an entry of
//! [`CHECKS`]. What `parse` and `resolve` cannot help seeing (broken links, unknown keys, taken addresses) they note
//! themselves; here is what needs a look at the finished whole or at the words. Levels and allowances are *not* applied here.
//!
//! Texts of every status are judged but withdrawn ones: an editor wants to know before the day of publishing.

mod alt_missing;
mod credit_missing;
mod date_impossible;
mod encoding_invalid;
mod heading_order;
mod language_unmarked;
mod letter_lookalike;
mod licence_missing;
mod picture_extension;
mod picture_invalid;
mod prose;
mod publish_ahead;
mod subject;
mod translation_empty;
mod translation_missing;
mod unicode_nfd;
mod uses;
mod weekday_wrong;

#[cfg(test)]
mod testing;

use std::collections::BTreeMap;

pub use subject::{Owner, Subject};

use crate::diag::{Diagnostic, Note, Rule};
use crate::memo::par_map;
use crate::model::asset::AssetId;
use crate::model::document::Status;
use crate::model::site::Site;
use crate::picture::PictureError;

/// A judgement.
#[derive(Debug)]
pub struct Check {
    /// What it finds.
    pub rule: &'static Rule,
    /// How.
    pub run: Run,
}

/// What a judgement looks at.
#[derive(Debug, Clone, Copy)]
pub enum Run {
    /// Each text of a document or section, in parallel; notes are places in the text's file.
    Text(fn(&Subject<'_>, &mut Vec<Note>)),
    /// The portal as a whole.
    Site(fn(&Site) -> Vec<Diagnostic>),
}

/// All judgements.
pub static CHECKS: &[&Check] = &[
    &alt_missing::CHECK,
    &credit_missing::CHECK,
    &date_impossible::CHECK,
    &encoding_invalid::CHECK,
    &heading_order::CHECK,
    &language_unmarked::CHECK,
    &letter_lookalike::CHECK,
    &licence_missing::CHECK,
    &picture_extension::CHECK,
    &picture_invalid::CHECK,
    &publish_ahead::CHECK,
    &translation_empty::CHECK,
    &translation_missing::CHECK,
    &unicode_nfd::CHECK,
    &weekday_wrong::CHECK,
];

/// Everything that the judgements find, in the order of documents, sections and [`CHECKS`].
///
/// `pictures` are the files that were looked at as pictures and cannot be used as such.
#[must_use]
pub fn judge(site: &Site, pictures: &BTreeMap<AssetId, PictureError>) -> Vec<Diagnostic> {
    let found = each_text(site, pictures, |subject, notes| {
        for check in CHECKS {
            if let Run::Text(run) = check.run {
                run(subject, notes);
            }
        }
    });
    let whole = CHECKS.iter().filter_map(|check| if let Run::Site(run) = check.run { Some(run(site)) } else { None });
    found.into_iter().chain(whole.flatten()).collect()
}

/// The uses of the given pictures alone, for files that turn out to be broken only when they are decoded.
#[must_use]
pub fn judge_pictures(site: &Site, pictures: &BTreeMap<AssetId, PictureError>) -> Vec<Diagnostic> {
    each_text(site, pictures, picture_invalid::known)
}

/// What `look` notes in each text, in the texts' order.
fn each_text(
    site: &Site,
    pictures: &BTreeMap<AssetId, PictureError>,
    look: impl Fn(&Subject<'_>, &mut Vec<Note>) + Sync + Send,
) -> Vec<Diagnostic> {
    let found = par_map(&texts(site), |(owner, lang)| {
        let Some(subject) = Subject::new(site, pictures, *owner, *lang) else { return Vec::new() };
        let mut notes = Vec::new();
        look(&subject, &mut notes);
        notes.into_iter().map(|note| note.at(subject.text.source)).collect()
    });
    found.into_iter().flatten().collect()
}

/// The texts that are judged.
fn texts(site: &Site) -> Vec<(Owner<'_>, crate::model::Lang)> {
    let documents = site.documents.iter().filter(|document| document.status != Status::Withdrawn).map(Owner::Document);
    let owners = documents.chain(site.sections.iter().map(Owner::Section));
    owners.flat_map(|owner| owner.texts().present().map(move |(lang, _)| (owner, lang)).collect::<Vec<_>>()).collect()
}

#[cfg(test)]
mod tests {
    use super::{CHECKS, judge};
    use crate::check::testing::{Portal, VALLEY};

    #[test]
    fn checks_are_sorted_by_rule_and_each_rule_has_one() {
        assert!(CHECKS.windows(2).all(|pair| pair[0].rule.slug < pair[1].rule.slug));
    }

    #[test]
    fn a_good_portal_has_no_findings() {
        let mut portal = Portal::new();
        portal.picture("content/travel/a/photo.png", Some("credit = \"Tên tác giả\"\nlicence = \"CC-BY-4.0\""));
        portal.file("content/travel/a/index.vi.md", &format!("{VALLEY}\n![Thung lũng](photo.png)\n"));
        portal.file(
            "content/travel/a/index.en.md",
            "+++\ntitle = \"The valley\"\n+++\n\n## Getting there\n\nOpen from 30 November 2026, a Monday.\n\n![The valley](photo.png)\n",
        );
        assert_eq!(portal.all(), [""; 0]);
    }

    #[test]
    fn every_status_but_withdrawn_is_judged() {
        let bad = "\n+++\n\nMở đến hết ngày 31/11/2026.\n";
        let statuses = ["status = \"draft\"", "published = 2026-12-01", "expires = 2020-01-01", "status = \"withdrawn\""];
        for (status, found) in statuses.into_iter().zip([1, 1, 1, 0]) {
            let mut portal = Portal::new();
            portal.file("content/travel/a/index.vi.md", &format!("+++\ntitle = \"A\"\n{status}{bad}"));
            assert_eq!(portal.found("date-impossible").len(), found, "{status}");
        }
    }

    #[test]
    fn findings_come_in_the_same_order_every_time() {
        let mut portal = Portal::new();
        for name in ["a", "b", "c", "d", "e", "f"] {
            let text = "+++\ntitle = \"A\"\n+++\n\n### Ðiện 31/11/2026\n\n![](x.png)\n";
            portal.file(&format!("content/travel/{name}.vi.md"), text);
        }
        let site = portal.site();
        let said = || judge(&site, &Default::default()).iter().map(|found| format!("{found:?}")).collect::<Vec<_>>();
        let first = said();
        assert!(first.len() > 20);
        assert_eq!(first, said());
    }
}
