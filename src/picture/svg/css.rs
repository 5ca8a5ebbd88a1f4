//! References in an SVG: `href` values and the `url()`s of its CSS.
//!
//! CSS is cleaned as text, without parsing it: whatever a browser takes the text for, it holds no reference that is
//! not written by this module, no escape that could spell one, and no word that fetches by itself.

use std::borrow::Cow;

use crate::picture::{Format, base64, probe, strip};

/// Words of CSS that fetch or run something without `url()`.
const REFUSED: [&str; 10] = [
    "@import",
    "javascript:",
    "expression(",
    "-moz-binding",
    "behavior:",
    "image-set(",
    "image(",
    "src(",
    "element(",
    "cross-fade(",
];

/// What stands where a refused word stood: no refused word holds it, so none can form around it.
const BLOT: &str = "_";

/// The reference if it may be published: to a `#fragment`, or an embedded PNG or JPEG without its metadata.
pub(super) fn reference(value: &str) -> Option<Cow<'_, str>> {
    let value = value.trim();
    if value.starts_with('#') { Some(Cow::Borrowed(value)) } else { embedded(value).map(Cow::Owned) }
}

/// A style sheet or declaration without comments, escapes, refused words and outside references.
pub(super) fn clean(css: &str) -> String {
    let css = without_comments(&css.replace('\\', ""));
    REFUSED.iter().fold(with_clean_urls(&css), |css, word| replace(&css, word, BLOT))
}

/// A space stands where a comment stood, so that nothing joins around it.
fn without_comments(css: &str) -> String {
    let mut rest = css;
    let mut out = String::with_capacity(css.len());
    while let Some((before, comment)) = rest.split_once("/*") {
        out.extend([before, " "]);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    out + rest
}

/// Writes every `url()` anew; one that may not be published becomes `none`.
fn with_clean_urls(css: &str) -> String {
    let lower = css.to_ascii_lowercase();
    let mut out = String::with_capacity(css.len());
    let mut at = 0;
    while let Some(found) = lower[at..].find("url(") {
        out.push_str(&css[at..at + found]);
        let start = at + found + "url(".len();
        let end = css[start..].find(')').map_or(css.len(), |len| start + len);
        match url(&css[start..end]) {
            Some(url) => out.extend(["url(", &url, ")"]),
            None => out.push_str("none"),
        }
        at = (end + 1).min(css.len());
    }
    out + &css[at..]
}

/// The reference between the brackets, without quotes, which none of the allowed characters needs.
fn url(inner: &str) -> Option<Cow<'_, str>> {
    let inner = inner.trim();
    let quoted = |quote| inner.strip_prefix(quote).and_then(|rest: &str| rest.strip_suffix(quote));
    let url = quoted('"').or_else(|| quoted('\'')).unwrap_or(inner);
    let plain = |c: char| !c.is_whitespace() && !c.is_control() && !"\"'()<>&".contains(c);
    reference(url).filter(|url| url.chars().all(plain))
}

/// Replaces `word` (lower case) in any case.
fn replace(css: &str, word: &str, with: &str) -> String {
    let lower = css.to_ascii_lowercase();
    let mut out = String::with_capacity(css.len());
    let mut at = 0;
    for (found, _) in lower.match_indices(word) {
        out.extend([&css[at..found], with]);
        at = found + word.len();
    }
    out + &css[at..]
}

/// A `data:` reference to a PNG or JPEG, with the picture's metadata removed and its true type named.
fn embedded(value: &str) -> Option<String> {
    let (scheme, data) = value.split_once(',')?;
    let scheme = scheme.to_ascii_lowercase();
    let named = ["data:image/png;base64", "data:image/jpeg;base64", "data:image/jpg;base64"];
    let picture = named.contains(&scheme.as_str()).then(|| base64::decode(data))??;
    let format = probe(&picture).ok()?.format;
    let allowed = matches!(format, Format::Png | Format::Jpeg);
    let stripped = allowed.then(|| strip(&picture).ok())??;
    Some(format!("data:{};base64,{}", format.media_type(), base64::encode(&stripped)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::fixtures;
    use proptest::prelude::*;

    #[test]
    fn fragments_stay_and_addresses_go() {
        assert_eq!(clean("fill:url(#a);stroke:URL( '#b' )"), "fill:url(#a);stroke:url(#b)");
        assert_eq!(clean("fill:url(https://a.example/x.svg#y) red"), "fill:none red");
        assert_eq!(clean("fill:url(//a.example"), "fill:none");
        assert_eq!(clean("fill:url(\"#a)url(http:\")"), "fill:nonenone");
    }

    #[test]
    fn escapes_and_comments_do_not_hide_anything() {
        assert!(!clean("fill:u\\72l(//a.example)").contains('\\'));
        assert_eq!(clean("fill:url(/**///a.example)"), "fill:none");
        assert_eq!(clean("a{}/* secret */b{}"), "a{} b{}");
        assert_eq!(clean("/* never closed"), " ");
        assert_eq!(clean("@IMPORT \"https://a.example\";"), "_ \"https://a.example\";");
        assert_eq!(clean("fill:image-set(\"a.png\" 1x)"), "fill:_\"a.png\" 1x)");
    }

    #[test]
    fn only_fragments_and_embedded_pictures_are_references() {
        assert_eq!(reference(" #a ").as_deref(), Some("#a"));
        for outside in
            ["a.svg", "https://a.example/#b", "javascript:alert(1)", "data:text/html,x", "data:image/png;base64,AAAA"]
        {
            assert_eq!(reference(outside), None, "{outside}");
        }
    }

    #[test]
    fn an_embedded_picture_loses_its_metadata() {
        let picture = fixtures::jpeg_with_everything(6);
        let link = format!("data:image/png;base64,{}", base64::encode(&picture));
        let stripped = base64::encode(&strip(&picture).unwrap());
        assert_eq!(reference(&link).unwrap(), format!("data:image/jpeg;base64,{stripped}"));
    }

    proptest! {
        #[test]
        fn cleaning_is_stable_and_leaves_no_outside_reference(
            parts in prop::collection::vec(prop::sample::select(vec![
                "url(", ")", "#a", "\"", "'", "/*", "*/", "*", "/", "\\", "image(", "xpression(", "@im", "port", "@import",
                "//a.example", "src(", "u", "rl(", " ", ";", "đ", "İ",
            ]), 0..24)
        ) {
            let once = clean(&parts.concat());
            prop_assert_eq!(&clean(&once), &once);
            for (at, _) in once.to_ascii_lowercase().match_indices("url(") {
                prop_assert!(once[at..].starts_with("url(#"), "{}", once);
            }
            prop_assert!(!once.contains("@import") && !once.contains('\\'));
        }
    }
}
