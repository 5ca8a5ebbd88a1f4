//! Texts in metadata: bytes of a more or less known encoding to clean NFC text.

use encoding_rs::{WINDOWS_1252, WINDOWS_1258};
use icu_normalizer::ComposingNormalizerBorrowed;

/// The longest text that is kept, in characters.
const MAX_LEN: usize = 10_000;

/// What cameras and phones write into a caption by themselves, in lower case.
const FILLERS: [&str; 12] = [
    "olympus digital camera",
    "minolta digital camera",
    "konica minolta digital camera",
    "digital camera",
    "digital still camera",
    "samsung camera pictures",
    "sony dsc",
    "exif_jpeg_picture",
    "default",
    "untitled",
    "unknown",
    "edited",
];

/// Text of an unknown encoding: UTF-8 where it is valid, else Windows-1258, which Vietnamese programs used, else
/// Windows-1252, which holds Latin-1.
pub(super) fn guess(bytes: &[u8]) -> String {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => tidy(text),
        Err(_) => {
            let text = WINDOWS_1258.decode_without_bom_handling(bytes).0;
            if tones_fit(&text) { tidy(&text) } else { tidy(&WINDOWS_1252.decode_without_bom_handling(bytes).0) }
        }
    }
}

/// Whether every tone mark follows a vowel: Windows-1258 writes a letter with a tone as two bytes, and the second one is
/// a letter of its own in Windows-1252.
fn tones_fit(text: &str) -> bool {
    let is_tone = |letter: char| matches!(letter, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
    let is_vowel = |letter: char| "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY".contains(letter);
    text.chars().zip(text.chars().skip(1)).all(|(before, letter)| !is_tone(letter) || is_vowel(before))
        && !text.starts_with(is_tone)
}

/// Text in little-endian UTF-16, as Windows writes it into EXIF.
pub(super) fn utf16_le(bytes: &[u8]) -> String {
    let units = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
    tidy(&char::decode_utf16(units).map(|letter| letter.unwrap_or('\u{FFFD}')).collect::<String>())
}

/// Text in big-endian UTF-16.
pub(super) fn utf16_be(bytes: &[u8]) -> String {
    let units = bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
    tidy(&char::decode_utf16(units).map(|letter| letter.unwrap_or('\u{FFFD}')).collect::<String>())
}

/// The text in NFC, without control characters, with `\n` between lines and no blanks around.
pub(super) fn tidy(text: &str) -> String {
    let text: String = text.replace("\r\n", "\n").replace('\r', "\n").chars().take(MAX_LEN).collect();
    let kept = |letter: &char| *letter == '\n' || !letter.is_control();
    let text: String = text.chars().map(|letter| if letter == '\t' { ' ' } else { letter }).filter(kept).collect();
    ComposingNormalizerBorrowed::new_nfc().normalize(text.trim()).into_owned()
}

/// The text, or nothing where a device wrote it.
pub(super) fn meant(text: String) -> String {
    let lower = text.to_lowercase();
    let path = lower.starts_with("dcim") || lower.contains("\\dcim\\") || lower.contains("/dcim/");
    let is_filler = path || FILLERS.contains(&lower.as_str()) || !text.chars().any(char::is_alphanumeric);
    if is_filler { String::new() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_utf8_is_windows_1258() {
        assert_eq!(guess("Điện Biên Phủ".as_bytes()), "Điện Biên Phủ");
        // Base letter and tone are two bytes there: Đ i ê + dot below n.
        assert_eq!(guess(b"\xD0i\xEA\xF2n Bi\xEAn Ph\x75\xD2"), "Điện Biên Phủ");
        assert_eq!(guess(b"Caf\xE9 \xA9 2026"), "Café © 2026");
        assert_eq!(guess(b"L\xF2 V\xE2n"), "Lò Vân");
    }

    #[test]
    fn texts_are_nfc_without_control_characters() {
        assert_eq!(guess("  Xo\u{300}e\0\u{7}\r\nThái\t \0".as_bytes()), "Xòe\nThái");
        assert_eq!(utf16_le(b"L\0\xF2\0\0\0"), "Lò");
        assert_eq!(utf16_be(b"\0L\0\xF2"), "Lò");
    }

    #[test]
    fn what_a_camera_says_by_itself_is_nothing() {
        for filler in ["OLYMPUS DIGITAL CAMERA", "DCIM\\100MEDIA\\DJI_0001.JPG", "default", "...", ""] {
            assert_eq!(meant(filler.to_owned()), "");
        }
        assert_eq!(meant("Đèo Pha Đin".to_owned()), "Đèo Pha Đin");
    }
}
