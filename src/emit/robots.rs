//! `robots.txt` (RFC 9309): everything may be read, and the sitemap's address.

use super::{Emission, Emitter};
use crate::model::site::Site;
use crate::model::{OutPath, UrlPath};

pub(super) const EMITTER: Emitter = Emitter { name: "robots", parts, bytes };

fn parts(_: &Site) -> Vec<OutPath> {
    vec![UrlPath::file("robots.txt").out_path()]
}

fn bytes(emission: &Emission<'_>, _: u32) -> Vec<u8> {
    let sitemap = emission.site.absolute(&UrlPath::file("sitemap.xml"));
    format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", super::escape::address(&sitemap)).into_bytes()
}

#[cfg(test)]
mod tests {
    use crate::emit::test_site::{TestSite, text};

    #[test]
    fn all_is_allowed_and_the_sitemap_is_named() {
        let site = TestSite::new().build();
        let expected = "User-agent: *\nAllow: /\n\nSitemap: https://dienbien.example/cong/sitemap.xml\n";
        assert_eq!(text(&super::EMITTER, &site, 0), expected);
    }
}
