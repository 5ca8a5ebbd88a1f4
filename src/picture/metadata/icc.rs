//! The name of a colour profile (ICC.1:2022): its `desc` tag, in the form of version 2 or 4.

use super::letters;
use crate::picture::bytes::{array, slice, u32_be};

/// Where the table of tags begins.
const TABLE: usize = 128;
/// How many tags are looked at.
const MAX_TAGS: u32 = 100;

/// The profile's name, such as `Display P3`.
pub(super) fn name(profile: &[u8]) -> Option<String> {
    let count = u32_be(profile, TABLE)?.min(MAX_TAGS) as usize;
    let entries = (0..count).map(|index| TABLE + 4 + index * 12);
    let entry = entries.into_iter().find(|at| array(profile, *at) == Some(*b"desc"))?;
    let (at, len) = (u32_be(profile, entry + 4)? as usize, u32_be(profile, entry + 8)? as usize);
    let data = slice(profile, at, len).ok()?;
    let name = match data.get(..4)? {
        b"desc" => letters::guess(slice(data, 12, u32_be(data, 8)? as usize).ok()?),
        b"mluc" => {
            let (len, at) = (u32_be(data, 20)? as usize, u32_be(data, 24)? as usize);
            letters::utf16_be(slice(data, at, len).ok()?)
        }
        _ => return None,
    };
    (!name.is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn profile(tag: &[u8]) -> Vec<u8> {
        let mut out = vec![0; TABLE];
        out.extend([0, 0, 0, 1]);
        out.extend(b"desc");
        out.extend(144_u32.to_be_bytes());
        out.extend(u32::try_from(tag.len()).unwrap().to_be_bytes());
        out.extend(tag);
        out
    }

    #[test]
    fn reads_both_versions() {
        assert_eq!(name(&profile(b"desc\0\0\0\0\0\0\0\x0bDisplay P3\0")).as_deref(), Some("Display P3"));
        let mluc = b"mluc\0\0\0\0\0\0\0\x01\0\0\0\x0cenUS\0\0\0\x08\0\0\0\x1c\0s\0R\0G\0B";
        assert_eq!(name(&profile(mluc)).as_deref(), Some("sRGB"));
    }

    #[test]
    fn nonsense_has_no_name() {
        assert_eq!(name(b"a colour profile"), None);
        assert_eq!(name(&profile(b"desc\0\0\0\0\xff\xff\xff\xff")), None);
    }
}
