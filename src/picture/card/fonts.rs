//! The fonts of share cards, and the widths of words in them.
//!
//! Words are measured by the engine that draws them, so kerning, fallback between fonts and letter spacing agree.

use std::collections::HashSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use resvg::usvg::{self, FontResolver, ImageHrefResolver, Options, Tree, fontdb};
use skrifa::{FontRef, MetadataProvider};

use super::CardError;
use super::text::Ruler;

/// A theme's fonts, parsed once; a copy shares them, also between threads.
///
/// The first file's family stands in for families that no file has.
#[derive(Debug, Clone)]
pub struct Fonts {
    faces: Arc<fontdb::Database>,
    family: Arc<str>,
    characters: Arc<HashSet<char>>,
}

impl Fonts {
    /// Parses TrueType or OpenType files (not WOFF).
    ///
    /// # Errors
    /// [`CardError::Fonts`] where there is no file or one is no font.
    pub fn new(files: &[Vec<u8>]) -> Result<Self, CardError> {
        let mut faces = fontdb::Database::new();
        let mut characters = HashSet::new();
        for (number, file) in files.iter().enumerate() {
            let unreadable = || CardError::Fonts(format!("file {} is no TrueType or OpenType font", number + 1));
            let before = faces.len();
            faces.load_font_data(file.clone());
            let font = FontRef::from_index(file, 0).map_err(|_| unreadable())?;
            if faces.len() == before {
                return Err(unreadable());
            }
            characters.extend(font.charmap().mappings().filter_map(|(code, _)| char::from_u32(code)));
        }
        let first = faces.faces().next().and_then(|face| face.families.first());
        let family = first.map(|family| family.0.clone()).ok_or_else(|| CardError::Fonts("there are none".to_owned()))?;
        faces.set_serif_family(family.as_str());
        faces.set_sans_serif_family(family.as_str());
        Ok(Self { faces: Arc::new(faces), family: family.into(), characters: Arc::new(characters) })
    }

    /// The letters and signs of a text that no font has and that cards leave out, each once, in order of appearance.
    #[must_use]
    pub fn missing(&self, text: &str) -> Vec<char> {
        let mut missing = Vec::new();
        for character in super::text::composed(text).chars().filter(|&c| !c.is_whitespace() && !self.has(c)) {
            if !missing.contains(&character) {
                missing.push(character);
            }
        }
        missing
    }

    /// Whether a font has the character.
    pub(super) fn has(&self, character: char) -> bool {
        self.characters.contains(&character)
    }

    /// Lays out an SVG with these fonts alone; other pictures are not looked up.
    pub(super) fn tree(&self, svg: &str) -> Result<Tree, CardError> {
        let options = Options {
            font_family: self.family.to_string(),
            fontdb: Arc::clone(&self.faces),
            font_resolver: FontResolver::default(),
            image_href_resolver: ImageHrefResolver {
                resolve_data: Box::new(|_, _, _| None),
                resolve_string: Box::new(|_, _| None),
            },
            ..Options::default()
        };
        match catch_unwind(AssertUnwindSafe(|| Tree::from_str(svg, &options))) {
            Ok(Ok(tree)) => Ok(tree),
            Ok(Err(error)) => Err(CardError::Template(error.to_string())),
            Err(_) => Err(CardError::Drawing("the SVG crate panicked".to_owned())),
        }
    }
}

/// Measures in one style.
pub(super) struct StyledRuler<'a> {
    pub(super) fonts: &'a Fonts,
    /// Attributes of the text, escaped, without the font's size.
    pub(super) style: &'a str,
}

impl Ruler for StyledRuler<'_> {
    fn widths(&self, pieces: &[&str], size: f64) -> Result<Vec<f64>, CardError> {
        use std::fmt::Write as _;
        let mut svg = String::from(r#"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" xml:space="preserve">"#);
        for (number, piece) in pieces.iter().enumerate() {
            let piece = escape(piece);
            _ = write!(svg, r#"<text id="t{number}" {} font-size="{size}">{piece}</text>"#, self.style);
        }
        svg.push_str("</svg>");
        let tree = self.fonts.tree(&svg)?;
        let width = |number| match tree.node_by_id(&format!("t{number}")) {
            Some(usvg::Node::Text(text)) => f64::from(text.bounding_box().width()),
            _ => 0.0,
        };
        Ok((0..pieces.len()).map(width).collect())
    }
}

/// Text as XML has it, in content and in attributes.
pub(super) fn escape(text: &str) -> String {
    quick_xml::escape::escape(text).into_owned()
}
