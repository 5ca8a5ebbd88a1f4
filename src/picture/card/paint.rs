//! From an SVG and a photo to a JPEG.
//!
//! The photo is laid down first, as rows, and the SVG is drawn over it: no picture is encoded only to be decoded again.

use std::panic::{AssertUnwindSafe, catch_unwind};

use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use resvg::tiny_skia::{Color, FilterQuality, Pixmap, PixmapPaint, Transform};

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
    let small = resize::resize(photo, part, place.width.min(part.width), place.height.min(part.height));
    if (small.width(), small.height()) == (place.width, place.height) {
        return copy(card, &small, place);
    }
    let Some(mut map) = Pixmap::new(small.width(), small.height()) else { return };
    map.fill(Color::WHITE);
    copy(&mut map, &small, Place { left: 0, top: 0, width: small.width(), height: small.height() });
    let (across, down) = (place.width as f32 / map.width() as f32, place.height as f32 / map.height() as f32);
    let paint = PixmapPaint { quality: FilterQuality::Bicubic, ..PixmapPaint::default() };
    let at = Transform::from_row(across, 0.0, 0.0, down, place.left as f32, place.top as f32);
    card.draw_pixmap(0, 0, map.as_ref(), &paint, at, None);
}

/// Copies pixels to a place of their size, translucent ones over white.
fn copy(map: &mut Pixmap, pixels: &Pixels, place: Place) {
    let channels = pixels.layout().channels();
    let (stride, left) = (map.width() as usize * 4, place.left as usize * 4);
    let rows = map.data_mut().chunks_exact_mut(stride).skip(place.top as usize);
    for (target, source) in rows.zip(pixels.data().chunks_exact(place.width as usize * channels)) {
        for (target, source) in target[left..].chunks_exact_mut(4).zip(source.chunks_exact(channels)) {
            let alpha = source.get(3).copied().unwrap_or(u8::MAX);
            for (target, &source) in target.iter_mut().zip(&source[..3]) {
                *target = over_white(source, alpha);
            }
        }
    }
}

fn over_white(value: u8, alpha: u8) -> u8 {
    let (value, alpha) = (u32::from(value), u32::from(alpha));
    ((value * alpha + 255 * (255 - alpha) + 127) / 255) as u8
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
