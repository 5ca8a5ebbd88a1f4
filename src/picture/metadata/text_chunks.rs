//! PNG's chunks with metadata, compressed ones included.

use std::borrow::Cow;
use std::io::Read;

use flate2::read::ZlibDecoder;

use super::blocks::Blocks;
use super::{iim, letters};
use crate::picture::bytes::{array, slice, u32_be};
use crate::picture::exif;

/// The longest compressed text or profile that is read, in bytes after inflating.
const MAX_INFLATED: u64 = 4 << 20;
/// How many texts are read.
const MAX_TEXTS: usize = 64;

/// Collects the chunks up to IEND.
pub(super) fn png<'a>(bytes: &'a [u8], found: &mut Blocks<'a>) {
    let mut at = 8;
    let mut texts = 0;
    while let Some(len) = u32_be(bytes, at) {
        let Ok(data) = slice(bytes, at + 8, len as usize) else { break };
        match array::<4>(bytes, at + 4).as_ref() {
            Some(b"IEND") => break,
            Some(b"eXIf") => found.exif.push(Cow::Borrowed(data.strip_prefix(exif::PREFIX).unwrap_or(data))),
            Some(b"iCCP") => found.profile = named(data).and_then(|(_, rest)| inflate(rest.get(1..)?)).map(Cow::Owned),
            Some(name @ (b"tEXt" | b"zTXt" | b"iTXt")) if texts < MAX_TEXTS => {
                texts += 1;
                if let Some((keyword, text)) = text(name, data) {
                    put(&keyword, text, found);
                }
            }
            _ => {}
        }
        at += 12 + data.len();
    }
}

/// What comes before the first NUL, and after.
fn named(data: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = data.iter().position(|&byte| byte == 0)?;
    Some((&data[..end], &data[end + 1..]))
}

/// Keyword and text of a text chunk.
fn text<'a>(name: &[u8; 4], data: &'a [u8]) -> Option<(String, Cow<'a, [u8]>)> {
    let (keyword, rest) = named(data)?;
    let text = match name {
        b"tEXt" => Cow::Borrowed(rest),
        b"zTXt" => Cow::Owned(inflate(rest.get(1..)?)?),
        _ => {
            let (compressed, rest) = (*rest.first()? == 1, rest.get(2..)?);
            let (_, text) = named(named(rest)?.1)?;
            if compressed { Cow::Owned(inflate(text)?) } else { Cow::Borrowed(text) }
        }
    };
    Some((String::from_utf8_lossy(keyword).into_owned(), text))
}

/// The bytes of a zlib stream, cut at [`MAX_INFLATED`] and at the first damage.
fn inflate(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let read = ZlibDecoder::new(bytes).take(MAX_INFLATED).read_to_end(&mut out);
    (read.is_ok() || !out.is_empty()).then_some(out)
}

fn put<'a>(keyword: &str, text: Cow<'a, [u8]>, found: &mut Blocks<'a>) {
    match keyword {
        "XML:com.adobe.xmp" => found.xmp.push(text),
        "Raw profile type xmp" => found.xmp.extend(raw_profile(&text).map(Cow::Owned)),
        "Raw profile type exif" | "Raw profile type APP1" => {
            let block = raw_profile(&text);
            found.exif.extend(block.map(|block| Cow::Owned(block.strip_prefix(exif::PREFIX).unwrap_or(&block).to_vec())));
        }
        "Raw profile type iptc" | "Raw profile type 8bim" => {
            let block = raw_profile(&text).unwrap_or_default();
            found.iptc.extend(iim::resource(&block).map(|records| Cow::Owned(records.to_vec())));
        }
        _ => found.texts.push((keyword.to_owned(), letters::guess(&text))),
    }
}

/// A block as ImageMagick writes it: a name, the length, then hexadecimal digits.
fn raw_profile(text: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(text).ok()?.trim_start();
    let (_, rest) = text.split_once('\n')?;
    let (_, digits) = rest.trim_start().split_once('\n')?;
    let digits: Vec<u8> = digits.chars().filter_map(|digit| u8::try_from(digit.to_digit(16)?).ok()).collect();
    Some(digits.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn zlib(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn reads_texts_plain_and_compressed() {
        let plain = text(b"tEXt", b"Author\0L\xF2 V\xE2n").unwrap();
        assert_eq!((plain.0.as_str(), letters::guess(&plain.1).as_str()), ("Author", "Lò Vân"));
        let packed = [&b"Author\0\0"[..], &zlib("Lò".as_bytes())].concat();
        assert_eq!(text(b"zTXt", &packed).unwrap().1, "Lò".as_bytes());
        let packed = [&b"Title\0\x01\0vi\0T\0"[..], &zlib("Xòe".as_bytes())].concat();
        assert_eq!(text(b"iTXt", &packed).unwrap().1, "Xòe".as_bytes());
        assert_eq!(text(b"iTXt", b"Title\0\0\0vi\0"), None);
    }

    #[test]
    fn a_bomb_is_cut_off() {
        let bomb = zlib(&vec![b' '; 40 << 20]);
        assert!(bomb.len() < 1 << 20);
        assert_eq!(inflate(&bomb).map(|out| out.len() as u64), Some(MAX_INFLATED));
        assert_eq!(inflate(b"no zlib"), None);
    }

    #[test]
    fn reads_blocks_in_hexadecimal() {
        assert_eq!(raw_profile(b"\nexif\n    4\n4949\n2a00\n"), Some(b"II*\0".to_vec()));
        assert_eq!(raw_profile(b"exif"), None);
    }
}
