//! The size of an SVG in CSS pixels, from its first tag (SVG 2, section 8; CSS Values, section 6.2).

use quick_xml::XmlVersion;
use quick_xml::events::BytesStart;

use crate::picture::PictureError;

/// Width and height, rounded, at least 1: as stated, or from the `viewBox`, or one side from the other by the
/// `viewBox`'s ratio.
///
/// # Errors
/// `NoSize` when they cannot be known: no `viewBox`, and a side missing or in per cent.
pub(super) fn of(root: &BytesStart<'_>) -> Result<(u32, u32), PictureError> {
    let width = attribute(root, "width").and_then(|value| length(&value));
    let height = attribute(root, "height").and_then(|value| length(&value));
    let view = attribute(root, "viewBox").and_then(|value| view_box(&value));
    let (width, height) = match (width, height, view) {
        (Some(width), Some(height), _) => (width, height),
        (Some(width), None, Some((w, h))) => (width, width * h / w),
        (None, Some(height), Some((w, h))) => (height * w / h, height),
        (None, None, Some(size)) => size,
        _ => return Err(PictureError::NoSize),
    };
    Ok((pixels(width), pixels(height)))
}

fn attribute(root: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = root.attributes();
    let found = attributes.with_checks(false).flatten().find(|attribute| attribute.key.as_ref() == name)?;
    Some(found.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
}

/// A positive length with a unit that does not depend on anything, in CSS pixels (96 to the inch).
fn length(value: &str) -> Option<f64> {
    let value = value.trim();
    let digits = value.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '%');
    let factor = match value[digits.len()..].to_ascii_lowercase().as_str() {
        "" | "px" => 1.0,
        "pt" => 96.0 / 72.0,
        "pc" | "em" | "rem" => 16.0,
        "in" => 96.0,
        "cm" => 96.0 / 2.54,
        "mm" => 96.0 / 25.4,
        "q" => 96.0 / 101.6,
        _ => return None,
    };
    positive(digits.trim()).map(|number| number * factor)
}

fn view_box(value: &str) -> Option<(f64, f64)> {
    let separators = |c: char| c.is_ascii_whitespace() || c == ',';
    let mut numbers = value.split(separators).filter(|part| !part.is_empty()).skip(2);
    Some((positive(numbers.next()?)?, positive(numbers.next()?)?))
}

fn positive(digits: &str) -> Option<f64> {
    digits.parse().ok().filter(|number: &f64| number.is_finite() && *number > 0.0)
}

/// Rounds; a size beyond 32 bits becomes the largest one, which the limits refuse.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the type's range")]
fn pixels(size: f64) -> u32 {
    size.round().clamp(1.0, f64::from(u32::MAX)) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(attributes: &str) -> Result<(u32, u32), PictureError> {
        of(&BytesStart::from_content(format!("svg {attributes}"), 3))
    }

    #[test]
    fn lengths_come_in_css_units() {
        assert_eq!(size("width='1in' height='72pt'"), Ok((96, 96)));
        assert_eq!(size("width='210mm' height='29.7cm'"), Ok((794, 1123)));
        assert_eq!(size("width='0.2' height='1e2px'"), Ok((1, 100)));
    }

    #[test]
    fn the_view_box_fills_in_what_is_missing() {
        assert_eq!(size("viewBox='0,0 1600 900'"), Ok((1600, 900)));
        assert_eq!(size("width='800' viewBox='-5 -5 1600 900'"), Ok((800, 450)));
        assert_eq!(size("height='450' width='auto' viewBox='0 0 1600 900'"), Ok((800, 450)));
        assert_eq!(size("width='100%' height='100%' viewBox='0 0 1600 900'"), Ok((1600, 900)));
    }

    #[test]
    fn without_either_there_is_no_size() {
        assert_eq!(size("width='100%' height='100%'"), Err(PictureError::NoSize));
        assert_eq!(size("width='10'"), Err(PictureError::NoSize));
        assert_eq!(size("viewBox='0 0 0 9'"), Err(PictureError::NoSize));
        assert_eq!(size("viewBox='0 0 inf nan'"), Err(PictureError::NoSize));
    }
}
