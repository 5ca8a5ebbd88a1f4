//! IPTC-IIM 4.2 in a Photoshop resource block, as JPEG holds it: written for old programs, read because they wrote it.

use jiff::civil::Date;

use super::{Rights, letters, tags};
use crate::picture::bytes::{array, slice, u16_be, u32_be};

/// How the APP13 segment begins.
pub(super) const PHOTOSHOP: &[u8] = b"Photoshop 3.0\0";

/// The resource that holds the records.
const RESOURCE: u16 = 0x0404;
/// 1:90 with ISO 2022's code for UTF-8.
const UTF8: &[u8] = b"\x1b%G";

/// Datasets of record 2 and how many octets each may hold.
const BY_LINE: (u8, usize) = (80, 32);
const CREDIT: (u8, usize) = (110, 32);
const COPYRIGHT: (u8, usize) = (116, 128);

/// The body of an APP13 segment with creator, credit and copyright notice; none where one of them is too long for IIM,
/// since a cut text would contradict the XMP packet, and where there are none.
pub(super) fn segment(rights: &Rights) -> Option<Vec<u8>> {
    let creators = rights.creator.split(';').map(|name| (BY_LINE, name.trim()));
    let others = [(CREDIT, rights.credit.trim()), (COPYRIGHT, rights.rights.trim())];
    let texts: Vec<_> = creators.chain(others).filter(|(_, text)| !text.is_empty()).collect();
    if texts.is_empty() || texts.iter().any(|((_, limit), text)| text.len() > *limit) {
        return None;
    }
    let mut records = Vec::new();
    put(&mut records, 1, 90, UTF8)?;
    put(&mut records, 2, 0, &[0, 4])?;
    for ((dataset, _), text) in texts {
        put(&mut records, 2, dataset, text.as_bytes())?;
    }
    let mut out = PHOTOSHOP.to_vec();
    out.extend(b"8BIM");
    out.extend(RESOURCE.to_be_bytes());
    out.extend([0, 0]);
    out.extend(u32::try_from(records.len()).ok()?.to_be_bytes());
    out.extend(&records);
    out.extend(vec![0; records.len() % 2]);
    Some(out)
}

fn put(out: &mut Vec<u8>, record: u8, dataset: u8, data: &[u8]) -> Option<()> {
    let len = u16::try_from(data.len()).ok().filter(|len| *len < 0x8000)?;
    out.extend([0x1C, record, dataset]);
    out.extend(len.to_be_bytes());
    out.extend(data);
    Some(())
}

/// What IPTC-IIM records say. Texts may be empty.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Records {
    pub(super) creator: String,
    pub(super) credit: String,
    pub(super) rights: String,
    pub(super) caption: String,
    pub(super) taken: Option<Date>,
}

/// The records inside Photoshop's resources, which lie end to end: signature, id, a name and data, both padded to even.
pub(super) fn resource(resources: &[u8]) -> Option<&[u8]> {
    let mut at = 0;
    while array(resources, at) == Some(*b"8BIM") {
        let id = u16_be(resources, at + 4)?;
        let name = usize::from(*resources.get(at + 6)?);
        let start = at + 6 + (1 + name).next_multiple_of(2) + 4;
        let len = u32_be(resources, start - 4)? as usize;
        let data = slice(resources, start, len).ok()?;
        if id == RESOURCE {
            return Some(data);
        }
        at = start + len.next_multiple_of(2);
    }
    None
}

/// Reads records up to their end or the first damage. Texts are UTF-8 where they are valid as such, with or without the
/// mark that says so, since many programs forget it.
pub(super) fn read(records: &[u8]) -> Records {
    let mut found = Records::default();
    let mut creators: Vec<String> = Vec::new();
    let mut at = 0;
    while let Some([0x1C, record, dataset]) = array(records, at) {
        let Some(len) = u16_be(records, at + 3).filter(|len| *len < 0x8000) else { break };
        let Ok(data) = slice(records, at + 5, len.into()) else { break };
        at += 5 + data.len();
        let text = letters::guess(data);
        match (record, dataset) {
            (2, 55) => found.taken = tags::date(&text),
            (2, 80) if !text.is_empty() && creators.len() < 16 => creators.push(text),
            (2, 110) => found.credit = text,
            (2, 116) => found.rights = text,
            (2, 120) => found.caption = letters::meant(text),
            _ => {}
        }
    }
    found.creator = creators.join("; ");
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_iim_would_cut_are_not_written() {
        let credit = |text: &str| Rights { credit: text.to_owned(), ..Rights::default() };
        assert_eq!(segment(&Rights::default()), None);
        assert_eq!(segment(&credit(&"ở".repeat(11))), None);
        let written = segment(&credit("Sở VHTT")).unwrap();
        assert_eq!(written.len() % 2, 0);
        assert!(written.ends_with(&[&[0x1C, 2, 110, 0, 9], "Sở VHTT".as_bytes()].concat()) || written.ends_with(&[0]));
    }

    #[test]
    fn what_is_written_reads_back() {
        let rights = Rights {
            creator: "Lò Văn Hặc; Quàng Thị Nga".to_owned(),
            credit: "Sở VHTTDL".to_owned(),
            rights: "© 2026 Sở VHTTDL".to_owned(),
            ..Rights::default()
        };
        let written = segment(&rights).unwrap();
        let found = read(resource(&written[PHOTOSHOP.len()..]).unwrap());
        assert_eq!([found.creator, found.credit, found.rights], [rights.creator, rights.credit, rights.rights]);
    }

    #[test]
    fn reads_windows_1258_and_the_day_behind_other_resources() {
        let mut records = vec![0x1C, 2, 55, 0, 8];
        records.extend(b"20260313\x1C\x02\x78\0\x05Ph\x75\xD2!");
        let mut resources = b"8BIM\x03\xED\x02ab\0\0\0\0\x01x\08BIM\x04\x04\0\0\0\0\0".to_vec();
        resources.push(u8::try_from(records.len()).unwrap());
        resources.extend(&records);
        let found = read(resource(&resources).unwrap());
        assert_eq!((found.taken, found.caption.as_str()), (Some(jiff::civil::date(2026, 3, 13)), "Phủ!"));
    }
}
