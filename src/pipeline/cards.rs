//! What share cards are drawn with: the theme's template and fonts.

use std::sync::Arc;

use crate::diag::{Diagnostic, Note, rules};
use crate::load::Inputs;
use crate::model::{Digest, Span};
use crate::picture::Pixels;
use crate::picture::card::{self, CardError, CardInput, Fonts};
use crate::view::share::ShareCard;

/// Template and fonts of a theme, ready to draw.
pub(super) struct CardDress {
    template: Arc<str>,
    fonts: Fonts,
    /// Width and height of the photo; none where the template shows none.
    pub(super) photo: Option<(u32, u32)>,
    /// Of everything that a card depends on besides its own words and photo.
    pub(super) digest: Digest,
}

impl CardDress {
    /// The theme's; none where it has no template or this program draws no cards. A mistake in it is noted.
    pub(super) fn of(inputs: &Inputs, notes: &mut Vec<Diagnostic>) -> Option<Self> {
        let source = inputs.card.filter(|_| card::AVAILABLE)?;
        let template = Arc::clone(&inputs.sources.get(source).text);
        let files: Vec<Vec<u8>> = inputs.fonts.values().map(|bytes| bytes.to_vec()).collect();
        let made = card::picture_size(&template).and_then(|photo| Ok((photo, Fonts::new(&files)?)));
        match made {
            Ok((photo, fonts)) => {
                let fonts_of = inputs.fonts.values().map(|bytes| &**bytes);
                let digest = Digest::of_parts([card::VERSION.as_bytes(), template.as_bytes()].into_iter().chain(fonts_of));
                Some(Self { template, fonts, photo, digest })
            }
            Err(error) => {
                let note = Note::new(&rules::TEMPLATE_ERROR, Span::default()).arg("message", error.to_string());
                notes.push(note.at(source));
                None
            }
        }
    }

    /// A card's JPEG.
    pub(super) fn draw(&self, words: &ShareCard, photo: Option<&Pixels>) -> Result<Vec<u8>, CardError> {
        card::render(&CardInput {
            template: &self.template,
            fonts: &self.fonts,
            title: &words.title,
            portal: &words.portal,
            section: &words.section,
            lang: &words.lang,
            picture: photo,
        })
    }
}
