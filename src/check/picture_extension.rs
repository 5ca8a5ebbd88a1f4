//! A picture whose name says another format than its bytes, at each place that uses it.

use super::{Check, Run, Subject};
use crate::diag::{Note, rules};
use crate::model::asset::Asset;

pub(super) static CHECK: Check = Check { rule: &rules::PICTURE_EXTENSION, run: Run::Text(run) };

fn run(subject: &Subject<'_>, notes: &mut Vec<Note>) {
    for used in subject.uses().iter().filter(|used| used.own) {
        let asset = used.asset.map(|id| subject.site.asset(id));
        if let Some(right) = asset.and_then(right_extension) {
            let note = Note::new(&rules::PICTURE_EXTENSION, used.span).arg("target", used.target);
            notes.push(note.arg("right", right).help("help"));
        }
    }
}

/// The extension that fits the bytes, after which the file's address was made, where the name has another.
fn right_extension(asset: &Asset) -> Option<&str> {
    asset.picture?;
    let written = asset.path.extension().to_ascii_lowercase();
    let right = asset.url.as_str().rsplit('.').next().unwrap_or_default();
    let usual = match written.as_str() {
        "jpeg" | "jpe" | "jfif" => "jpg",
        "tiff" => "tif",
        "apng" => "png",
        other => other,
    };
    (usual != right).then_some(right)
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{Portal, front};

    #[test]
    fn a_name_that_lies_is_found_at_its_use() {
        let mut portal = Portal::new();
        portal.bytes(
            "content/travel/a/x.png",
            b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;",
        );
        portal.file("content/travel/a/index.vi.md", &front("![Đồi](x.png)\n"));
        let place = "content/travel/a/index.vi.md: ![Đồi](x.png)".to_owned();
        assert_eq!(portal.said("picture-extension", "right"), [(place, "gif".to_owned())]);
        assert_eq!(portal.said("picture-invalid", "reason"), []);
    }
}
