//! From an SVG and a photo to a JPEG.
//!
//! The photo is laid down first, as rows, and the SVG is drawn over it: no picture is encoded only to be decoded again.

use std::panic::{AssertUnwindSafe, catch_unwind};

use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use resvg::tiny_skia::{Color, FilterQuality, Pixmap, PixmapPaint, PremultipliedColorU8, Transform};

use super::template::Place;
use super::{CardError, Fonts, HEIGHT, WIDTH};
use crate::picture::{Pixels, crop, resize};

/// Quality factors (IJG) to try in turn until a card is small enough.
const QUALITIES: [u8; 4] = [85, 78, 70, 60];

/// Most bytes of a card; networks fetch it before they show the link.
const MOST_BYTES: usize = 150_000;

/// Draws an SVG of a card's size over a photo; opaque. Where neither draws, the card is white.
pub(super) fn draw(svg: &str, photo: Option<(&Pixels, Place)>, fonts: &Fonts) -> Result<Pixmap, CardError> {
    let tree = fonts.tree(svg)?;
    let mut card = Pixmap::new(WIDTH, HEIGHT).ok_or_else(|| CardError::Drawing("no memory".to_owned()))?;
    card.fill(Color::WHITE);
    catch_unwind(AssertUnwindSafe(|| {
        if let Some((pixels, place)) = photo {
            lay(&mut card, pixels, place);
        }
        resvg::render(&tree, Transform::identity(), &mut card.as_mut());
    }))
    .map_err(|_| CardError::Drawing("the drawing crate panicked".to_owned()))?;
    Ok(card)
}

/// Fills a place with the middle of a photo. A photo with fewer pixels is enlarged, which only a card may do.
fn lay(card: &mut Pixmap, photo: &Pixels, place: Place) {
    let part = crop::part(photo.width(), photo.height(), (place.width, place.height), (0.5, 0.5));
    let (width, height) = (place.width.min(part.width), place.height.min(part.height));
    let small = resize::resize(photo, part, width, height);
    let Some(map) = premultiplied(&small) else { return };
    let (across, down) = (place.width as f32 / map.width() as f32, place.height as f32 / map.height() as f32);
    let exact = map.width() == place.width && map.height() == place.height;
    let quality = if exact { FilterQuality::Nearest } else { FilterQuality::Bicubic };
    let paint = PixmapPaint { quality, ..PixmapPaint::default() };
    let at = Transform::from_row(across, 0.0, 0.0, down, place.left as f32, place.top as f32);
    card.draw_pixmap(0, 0, map.as_ref(), &paint, at, None);
}

fn premultiplied(pixels: &Pixels) -> Option<Pixmap> {
    let mut map = Pixmap::new(pixels.width(), pixels.height())?;
    let channels = pixels.layout().channels();
    for (target, source) in map.pixels_mut().iter_mut().zip(pixels.data().chunks_exact(channels)) {
        let alpha = source.get(3).copied().unwrap_or(u8::MAX);
        let by_alpha = |value: u8| ((u32::from(value) * u32::from(alpha) + 127) / 255) as u8;
        let (red, green, blue) = (by_alpha(source[0]), by_alpha(source[1]), by_alpha(source[2]));
        *target = PremultipliedColorU8::from_rgba(red, green, blue, alpha)?;
    }
    Some(map)
}

/// Encodes a card.
pub(super) fn jpeg(card: &Pixmap) -> Result<Vec<u8>, CardError> {
    let mut bytes = Vec::new();
    for quality in QUALITIES {
        bytes.clear();
        let mut encoder = Encoder::new(&mut bytes, quality);
        encoder.set_sampling_factor(SamplingFactor::F_2_2);
        let (width, height) = (card.width() as u16, card.height() as u16);
        let encoded = encoder.encode(card.data(), width, height, ColorType::Rgba);
        encoded.map_err(|error| CardError::Drawing(error.to_string()))?;
        if bytes.len() <= MOST_BYTES {
            break;
        }
    }
    Ok(bytes)
}
