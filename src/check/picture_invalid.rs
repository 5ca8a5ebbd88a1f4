//! A picture that cannot be used, at each place that uses it.

use super::{Check, Run, Subject};
use crate::diag::{Note, rules};
use crate::model::asset::AssetId;
use crate::model::document::LinkTarget;
use crate::picture::PictureError;

pub(super) static CHECK: Check = Check { rule: &rules::PICTURE_INVALID, run: Run::Text(run) };

fn run(subject: &Subject<'_>, notes: &mut Vec<Note>) {
    judge(subject, notes, |id, is_picture| match subject.pictures.get(&id) {
        Some(error) => Some(word(error)),
        None => (!is_picture).then_some("unknown-format"),
    });
    links(subject, notes, |error| *error != PictureError::UnknownFormat);
}

/// Only the uses of pictures whose error was given, and the links to them.
pub(super) fn known(subject: &Subject<'_>, notes: &mut Vec<Note>) {
    judge(subject, notes, |id, _| subject.pictures.get(&id).map(word));
    links(subject, notes, |_| true);
}

/// Links to pictures that cannot be published as they are, because what they tell of place and owner cannot be taken out.
fn links(subject: &Subject<'_>, notes: &mut Vec<Note>, counts: impl Fn(&PictureError) -> bool) {
    for (target, link) in subject.text.links.iter().zip(&subject.text.parsed.body.links) {
        let LinkTarget::File(id) = target else { continue };
        if let Some(error) = subject.pictures.get(id).filter(|error| counts(error)) {
            let note = Note::new(&rules::PICTURE_INVALID, link.span).arg("target", link.target.as_str());
            notes.push(note.arg("reason", word(error)).help("help"));
        }
    }
}

fn judge(subject: &Subject<'_>, notes: &mut Vec<Note>, reason: impl Fn(AssetId, bool) -> Option<&'static str>) {
    for used in subject.uses().iter().filter(|used| used.own) {
        if let Some(reason) = used.asset.and_then(|id| reason(id, subject.site.asset(id).picture.is_some())) {
            let note = Note::new(&rules::PICTURE_INVALID, used.span).arg("target", used.target);
            notes.push(note.arg("reason", reason).help("help"));
        }
    }
}

/// The word that messages have for what is wrong.
fn word(error: &PictureError) -> &'static str {
    match error {
        PictureError::UnknownFormat => "unknown-format",
        PictureError::Heic => "heic",
        PictureError::Avif => "avif",
        PictureError::Tiff => "tiff",
        PictureError::LfsPointer => "lfs-pointer",
        PictureError::Unsupported(_) => "unsupported",
        PictureError::Truncated => "truncated",
        PictureError::TooLarge { .. } => "too-large",
        PictureError::TooMuchMemory { .. } => "too-much-memory",
        PictureError::Drawing => "drawing",
        PictureError::NoSize => "no-size",
        PictureError::Corrupt(_) => "corrupt",
    }
}

#[cfg(test)]
mod tests {
    use crate::check::judge_pictures;
    use crate::check::testing::{Portal, front};
    use crate::diag::messages::{Interface, UiLang};
    use crate::model::asset::AssetId;
    use crate::picture::PictureError;

    #[test]
    fn an_unusable_picture_is_found_at_each_use() {
        let mut portal = Portal::new();
        portal.bytes("content/travel/a/x.jpg", b"\0\0\0\x18ftypheic\0\0\0\0heicmif1\0\0\0\0");
        portal.file("content/travel/a/index.vi.md", &front("![Đồi](x.jpg)\n\nHai ![Đồi](x.jpg)\n"));
        portal.file("content/travel/a/index.en.md", &front("![Hill](x.jpg)\n"));
        let said = portal.said("picture-invalid", "reason");
        let place =
            |lang: &str, alt: &str| (format!("content/travel/a/index.{lang}.md: ![{alt}](x.jpg)"), "heic".to_owned());
        assert_eq!(said, [place("vi", "Đồi"), place("vi", "Đồi"), place("en", "Hill")]);
    }

    #[test]
    fn a_linked_original_that_keeps_its_secrets_is_found_but_other_files_are_not() {
        let mut portal = Portal::new();
        portal.bytes("content/travel/a/x.heic", b"\0\0\0\x18ftypheic\0\0\0\0heicmif1\0\0\0\0");
        portal.bytes("content/travel/a/y.pdf", b"%PDF-1.7");
        portal.file("content/travel/a/index.vi.md", &front("[Ảnh gốc](x.heic) và [tờ rơi](y.pdf)\n"));
        let place = "content/travel/a/index.vi.md: [Ảnh gốc](x.heic)".to_owned();
        assert_eq!(portal.said("picture-invalid", "reason"), [(place, "heic".to_owned())]);
    }

    #[test]
    fn a_file_that_is_no_picture_is_found() {
        let mut portal = Portal::new();
        portal.bytes("content/travel/a/x.jpg", b"Xin chao");
        portal.file("content/travel/a/index.vi.md", "+++\ntitle = \"A\"\n[cover]\nimage = \"x.jpg\"\nalt = \"Đồi\"\n+++\n");
        portal.file("content/travel/a/index.en.md", "+++\ntitle = \"A\"\n[cover]\nalt = \"Hill\"\n+++\n");
        let place = "content/travel/a/index.vi.md: \"x.jpg\"".to_owned();
        assert_eq!(portal.said("picture-invalid", "reason"), [(place, "unknown-format".to_owned())]);
    }

    #[test]
    fn good_pictures_and_other_files_are_fine() {
        let mut portal = Portal::new();
        portal.picture("content/travel/a/x.png", None);
        portal.bytes("content/travel/a/y.pdf", b"%PDF-1.7");
        portal.file("content/travel/a/index.vi.md", &front("![Đồi](x.png) [Tờ rơi](y.pdf)\n"));
        assert!(portal.found("picture-invalid").is_empty());
    }

    #[test]
    fn pictures_that_break_when_decoded_are_judged_alone() {
        let mut portal = Portal::new();
        portal.picture("content/travel/a/x.jpg", None);
        portal.picture("content/travel/a/y.png", None);
        portal.file("content/travel/a/index.vi.md", &front("![Đồi](x.jpg)\n\n![Đồi](y.png)\n"));
        let site = portal.site();
        let id = site.assets.iter().position(|asset| asset.path.file_name() == "y.png").unwrap();
        let broken = [(AssetId(id as u32), PictureError::Truncated)].into();
        let found = judge_pictures(&site, &broken);
        assert_eq!(found.len(), 1);
        assert!(found[0].message.args.contains(&("target", "y.png".into())), "{found:?}");
        assert!(found[0].message.args.contains(&("reason", "truncated".into())), "{found:?}");
    }

    #[test]
    fn every_reason_has_its_words() {
        let size = PictureError::TooLarge { width: 1, height: 1, max_side: 1, max_pixels: 1 };
        let errors = [
            PictureError::UnknownFormat,
            PictureError::Heic,
            PictureError::Avif,
            PictureError::Tiff,
            PictureError::LfsPointer,
            PictureError::Unsupported("CMYK"),
            PictureError::Truncated,
            size,
            PictureError::TooMuchMemory { needed: 1, allowed: 0 },
            PictureError::Drawing,
            PictureError::NoSize,
            PictureError::Corrupt(String::new()),
        ];
        for lang in UiLang::ALL {
            let words = Interface::new(lang);
            for error in &errors {
                let id = format!("reason-{}", super::word(error));
                assert_ne!(words.word(&id), id);
            }
        }
    }
}
