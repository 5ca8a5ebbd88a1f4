//! Files that are published as they are or as pictures.

use super::content_type::Localized;
use super::{Digest, SourcePath, Span, UrlPath};

/// Place in the site's list of assets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AssetId(pub u32);

/// A file of `content/` or of the theme that pages use.
#[derive(Debug, Clone)]
pub struct Asset {
    /// Where it is.
    pub path: SourcePath,
    /// Digest of its bytes.
    pub digest: Digest,
    /// Size in bytes.
    pub size: u64,
    /// Where it is published.
    pub url: UrlPath,
    /// What was found in the picture; none for other files and for pictures that cannot be read.
    pub picture: Option<PictureFacts>,
    /// Alt, caption, credit and licence that hold wherever the picture is used: from its sidecar and the documents that show it as their cover.
    pub record: PictureText,
    /// What published texts say where they show the picture: the first alt in each language and the first credit. It is written
    /// into the files that are made of it, where the record says nothing.
    pub said: PictureText,
}

/// What `probe` found in a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PictureFacts {
    /// Pixels, after orientation.
    pub width: u32,
    /// Pixels, after orientation.
    pub height: u32,
    /// What can be made of it.
    pub kind: PictureKind,
}

/// What can be made of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureKind {
    /// Opaque with many colours: lossy renditions.
    Photo,
    /// Transparent, or with few colours: renditions that lose nothing.
    Drawing,
    /// Drawn by the browser at any size, or moving: shown as it is.
    AsIs,
}

/// Texts and rights of a picture.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PictureText {
    /// Text alternative.
    pub alt: Localized,
    /// Caption.
    pub caption: Localized,
    /// Who made it; may be empty.
    pub credit: String,
    /// Licence id; may be empty.
    pub licence: String,
    /// Focal point in fractions from the top left.
    pub focus: Option<(f64, f64)>,
    /// Where it was taken, as a name; may be empty.
    pub place: String,
    /// How it came to be: a name of IPTC's Digital Source Type vocabulary, such as `digitalCapture`; may be empty.
    pub digital_source_type: String,
}

/// A picture as front matter names it.
#[derive(Debug, Clone, PartialEq)]
pub struct PictureRecord {
    /// The file; none where it does not exist.
    pub asset: Option<AssetId>,
    /// Texts and rights, written here.
    pub text: PictureText,
    /// An empty alt is meant.
    pub decorative: bool,
    /// Where the record stands.
    pub span: Span,
}
