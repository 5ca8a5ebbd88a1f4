//! EXIF blocks and TIFF files: the fields that name people, texts and dates, and those that must not be published.

use ::exif::{Context, Exif, In, Reader, Tag, Value};
use jiff::civil::Date;

use super::letters;
use crate::picture::{Orientation, exif};

/// What an EXIF block says. Texts may be empty.
#[derive(Debug, Default)]
#[allow(clippy::struct_excessive_bools, reason = "independent facts")]
pub(super) struct Tags {
    pub(super) artist: String,
    pub(super) copyright: String,
    pub(super) description: String,
    pub(super) taken: Option<Date>,
    pub(super) orientation: Option<Orientation>,
    pub(super) gps: bool,
    pub(super) serials: bool,
    pub(super) owner: bool,
    pub(super) maker_note: bool,
    pub(super) thumbnail: bool,
    /// Blocks of other kinds inside, as TIFF files hold them.
    pub(super) xmp: Option<Vec<u8>>,
    pub(super) iptc: Option<Vec<u8>>,
    pub(super) photoshop: Option<Vec<u8>>,
    pub(super) profile: Option<Vec<u8>>,
}

const GPS_VERSION: u16 = 0;
const XMP: u16 = 700;
const IPTC: u16 = 33_723;
const PHOTOSHOP: u16 = 34_377;
const PROFILE: u16 = 34_675;
/// DNG's camera and lens serial numbers and owner, in the main directory.
const DNG_SERIALS: [u16; 2] = [0xC62F, 0xC7A2];
const OWNER: u16 = 0xA430;
const SERIALS: [u16; 3] = [0xA431, 0xA435, 0xA420];
const MAKER_NOTES: [u16; 2] = [0x927C, 0xC634];
/// Windows Explorer's title, comment and author, in UTF-16.
const WINDOWS_TITLE: u16 = 0x9C9B;
const WINDOWS_COMMENT: u16 = 0x9C9C;
const WINDOWS_AUTHOR: u16 = 0x9C9D;

/// Reads a TIFF structure; one that makes no sense says nothing.
pub(super) fn read(block: &[u8]) -> Tags {
    let mut reader = Reader::new();
    let parsed = reader.continue_on_error(true).read_raw(block.to_vec());
    let parsed = parsed.or_else(|error| error.distill_partial_result(|_| {}));
    let gps = exif::read(block).has_gps;
    match parsed {
        Ok(parsed) => of(&parsed, gps),
        Err(_) => Tags { gps, ..Tags::default() },
    }
}

fn of(parsed: &Exif, gps: bool) -> Tags {
    let mut tags = Tags { gps, ..Tags::default() };
    for field in parsed.fields() {
        let number = field.tag.number();
        tags.thumbnail |= field.ifd_num == In::THUMBNAIL && matches!(number, 0x0201 | 0x0111);
        match field.tag.context() {
            Context::Gps => tags.gps |= number != GPS_VERSION,
            Context::Exif | Context::Tiff => {
                tags.serials |= SERIALS.contains(&number) || DNG_SERIALS.contains(&number);
                tags.owner |= number == OWNER;
                tags.maker_note |= MAKER_NOTES.contains(&number);
            }
            _ => {}
        }
    }
    tags.artist = first(text(parsed, Tag::Artist), utf16(parsed, WINDOWS_AUTHOR));
    tags.copyright = text(parsed, Tag::Copyright);
    let windows = first(utf16(parsed, WINDOWS_COMMENT), utf16(parsed, WINDOWS_TITLE));
    tags.description = first(letters::meant(text(parsed, Tag::ImageDescription)), windows);
    tags.taken = date(&text(parsed, Tag::DateTimeOriginal));
    let orientation = parsed.get_field(Tag::Orientation, In::PRIMARY).and_then(|field| field.value.get_uint(0));
    tags.orientation = orientation.map(Orientation::from_exif);
    tags.xmp = bytes(parsed, XMP);
    tags.iptc = bytes(parsed, IPTC);
    tags.photoshop = bytes(parsed, PHOTOSHOP);
    tags.profile = bytes(parsed, PROFILE);
    tags
}

fn first(preferred: String, other: String) -> String {
    if preferred.is_empty() { other } else { preferred }
}

/// A text; several of one field (a photographer's and an editor's copyright) are joined.
fn text(parsed: &Exif, tag: Tag) -> String {
    let raw = match parsed.get_field(tag, In::PRIMARY).map(|field| &field.value) {
        Some(Value::Ascii(parts)) => parts.join(&b", "[..]),
        Some(Value::Byte(bytes) | Value::Undefined(bytes, _)) => bytes.clone(),
        _ => Vec::new(),
    };
    letters::guess(&raw).trim_matches([',', ' ']).to_owned()
}

fn utf16(parsed: &Exif, number: u16) -> String {
    bytes(parsed, number).map(|bytes| letters::utf16_le(&bytes)).unwrap_or_default()
}

/// Bytes of a field of the main directory; some programs write IPTC as 32-bit numbers.
fn bytes(parsed: &Exif, number: u16) -> Option<Vec<u8>> {
    match &parsed.get_field(Tag(Context::Tiff, number), In::PRIMARY)?.value {
        Value::Byte(bytes) | Value::Undefined(bytes, _) => Some(bytes.clone()),
        Value::Long(numbers) if parsed.little_endian() => {
            Some(numbers.iter().flat_map(|number| number.to_le_bytes()).collect())
        }
        Value::Long(numbers) => Some(numbers.iter().flat_map(|number| number.to_be_bytes()).collect()),
        _ => None,
    }
}

/// The day of a time such as `2026:03:13 08:15:00`, `2026-03-13T08:15` or `20260313`.
pub(super) fn date(text: &str) -> Option<Date> {
    let digits: String = text.chars().filter(|letter| !matches!(letter, ':' | '-')).take(8).collect();
    let number = |from: usize, to: usize| digits.get(from..to)?.parse::<i16>().ok();
    let (month, day) = (i8::try_from(number(4, 6)?).ok()?, i8::try_from(number(6, 8)?).ok()?);
    // Cameras whose clock was never set count from these years on.
    Date::new(number(0, 4)?, month, day).ok().filter(|date| date.year() > 1825)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::fixtures::exif_block;

    #[test]
    fn finds_orientation_serials_and_place_in_both_byte_orders() {
        for little in [true, false] {
            let tags = read(&exif_block(6, true, little));
            assert_eq!(tags.orientation, Some(Orientation::QuarterClockwise));
            assert!(tags.serials && tags.gps && !tags.thumbnail && !tags.owner && !tags.maker_note);
            assert!(!read(&exif_block(6, false, little)).gps);
        }
    }

    #[test]
    fn reads_texts_and_the_day() {
        use ::exif::{Field, experimental::Writer};
        let ascii = |text: &str| Value::Ascii(vec![text.as_bytes().to_vec()]);
        let utf16 = |text: &str| Value::Byte(text.encode_utf16().flat_map(u16::to_le_bytes).collect());
        let fields = [
            (Tag::ImageDescription, ascii("SAMSUNG CAMERA PICTURES")),
            (Tag(Context::Tiff, WINDOWS_TITLE), utf16("Đèo Pha Đin\0")),
            (Tag(Context::Tiff, WINDOWS_AUTHOR), utf16("Lò Văn Hặc")),
            (Tag::Copyright, Value::Ascii(vec!["Sở VHTTDL".as_bytes().to_vec(), Vec::new()])),
            (Tag::DateTimeOriginal, ascii("2026:03:13 08:15:00")),
        ];
        let fields = fields.map(|(tag, value)| Field { tag, ifd_num: In::PRIMARY, value });
        let mut writer = Writer::new();
        fields.iter().for_each(|field| writer.push_field(field));
        let mut block = std::io::Cursor::new(Vec::new());
        writer.write(&mut block, true).unwrap();
        let tags = read(block.get_ref());
        assert_eq!((tags.artist.as_str(), tags.copyright.as_str()), ("Lò Văn Hặc", "Sở VHTTDL"));
        assert_eq!((tags.description.as_str(), tags.taken), ("Đèo Pha Đin", Some(jiff::civil::date(2026, 3, 13))));
    }

    #[test]
    fn dates_in_several_forms() {
        let day = Some(jiff::civil::date(2026, 3, 13));
        assert_eq!([date("2026:03:13 08:15:00"), date("2026-03-13T08:15"), date("20260313")], [day; 3]);
        assert_eq!([date("0000:00:00 00:00:00"), date("2026"), date("đèo Pha Đin")], [None; 3]);
    }
}
