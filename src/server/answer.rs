//! From a request's path to what is sent back, without any network: the part that can be tested alone.

use axum::body::Bytes;

use super::app::App;
use super::media_types;
use super::problems;
use super::state::{Made, State};
use crate::model::OutPath;
use crate::text::nfc;

/// What is sent back.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// A file.
    File { status: u16, media_type: &'static str, bytes: Bytes },
    /// The folder's own address.
    Redirect(String),
}

/// What a path means.
#[derive(Debug, PartialEq, Eq)]
enum Found {
    File(OutPath),
    /// A folder that was asked for without its slash.
    Folder(OutPath),
    Nothing,
}

/// Answers a request for `path` (as it came, percent-encoded); `raw` leaves HTML as it is built.
pub(super) fn answer(path: &str, query: Option<&str>, raw: bool, app: &App) -> Answer {
    let state = app.state();
    let Some(inside) = inside(path, &state) else {
        return Answer::Redirect(encode(&state.base()));
    };
    match find(&inside, &state) {
        Found::File(path) => file(&path, 200, raw, &state, app),
        Found::Folder(path) => Answer::Redirect(location(&path, query, &state)),
        Found::Nothing => missing(&inside, raw, &state, app),
    }
}

/// The output path that a request's path names, for what is laid over it.
pub(super) fn out_path(path: &str, state: &State) -> Option<OutPath> {
    match find(&inside(path, state)?, state) {
        Found::File(path) => Some(path),
        _ => None,
    }
}

/// The path below the portal's top; none for the top of a host whose portal lies deeper.
fn inside(path: &str, state: &State) -> Option<String> {
    let decoded = decode(path);
    let base = state.base();
    match decoded.strip_prefix(&base) {
        Some(rest) => Some(rest.to_owned()),
        None if decoded == "/" || format!("{decoded}/") == base => None,
        None => Some(decoded),
    }
}

fn find(inside: &str, state: &State) -> Found {
    let at = |path: String| OutPath::new(&path).ok().filter(|path| state.has(path));
    let index = |inside: &str| at(format!("{}/index.html", inside.trim_end_matches('/')).trim_start_matches('/').to_owned());
    if inside.is_empty() || inside.ends_with('/') {
        return index(inside).map_or(Found::Nothing, Found::File);
    }
    match at(inside.trim_start_matches('/').to_owned()) {
        Some(file) => Found::File(file),
        None => index(inside).map_or(Found::Nothing, Found::Folder),
    }
}

fn location(index: &OutPath, query: Option<&str>, state: &State) -> String {
    let folder = index.as_str().trim_end_matches("index.html");
    let query = query.map_or_else(String::new, |query| format!("?{query}"));
    format!("{}{query}", encode(&(state.base() + folder)))
}

fn file(path: &OutPath, status: u16, raw: bool, state: &State, app: &App) -> Answer {
    let media_type = media_types::of(path.as_str());
    let html = media_type.starts_with("text/html");
    match state.made(path, app) {
        Some(Made { bytes: Some(bytes), .. }) => {
            let bytes = if html && !raw { inject(&bytes, &script(state, app)) } else { bytes };
            Answer::File { status, media_type, bytes }
        }
        Some(made) => broken(&made.problems, state, app),
        None => missing(path.as_str(), raw, state, app),
    }
}

/// The language's own page for addresses that lead nowhere; plain words where there is none.
fn missing(inside: &str, raw: bool, state: &State, app: &App) -> Answer {
    let Some(built) = &state.built else { return broken(&state.all_problems(), state, app) };
    let languages = &built.site.config.languages;
    let first = inside.trim_start_matches('/').split('/').next().unwrap_or("");
    let own = languages.iter().find(|(_, language)| language.prefix == first).map(|(_, language)| &language.prefix);
    let default = &languages.get(built.site.config.default_language).prefix;
    let candidates =
        [own.map(|prefix| format!("{prefix}/404.html")), Some("404.html".to_owned()), Some(format!("{default}/404.html"))];
    let page = candidates.into_iter().flatten().filter_map(|path| OutPath::new(path.trim_start_matches('/')).ok());
    let found = page.filter(|path| path.as_str() != inside).find(|path| state.has(path));
    match found {
        Some(path) => file(&path, 404, raw, state, app),
        None => {
            Answer::File { status: 404, media_type: "text/plain; charset=utf-8", bytes: app.ui.word("serve-missing").into() }
        }
    }
}

/// A page that lists what is wrong.
fn broken(list: &[problems::Problem], state: &State, app: &App) -> Answer {
    let page = problems::page(list, &script(state, app), &app.ui);
    Answer::File { status: 500, media_type: "text/html; charset=utf-8", bytes: page.into() }
}

/// The element that loads the script, with the page's version.
fn script(state: &State, app: &App) -> String {
    format!("<script src=\"/_hoaban/reload.js?v={}\" defer></script>", app.version(state.version))
}

/// HTML with the script before the last `</body>`, or at the end where there is none.
fn inject(html: &Bytes, script: &str) -> Bytes {
    const END: &[u8] = b"</body>";
    let at = html.windows(END.len()).rposition(|window| window.eq_ignore_ascii_case(END)).unwrap_or(html.len());
    [&html[..at], script.as_bytes(), &html[at..]].concat().into()
}

/// Percent-decoding (RFC 3986, 2.1), then NFC; bytes that are no UTF-8 become U+FFFD, which no path has.
pub(super) fn decode(path: &str) -> String {
    let bytes = path.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let hex = bytes.get(at + 1..at + 3).filter(|hex| *byte == b'%' && hex.iter().all(u8::is_ascii_hexdigit));
        match hex.and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok()) {
            Some(code) => {
                decoded.push(code);
                at += 3;
            }
            None => {
                decoded.push(*byte);
                at += 1;
            }
        }
    }
    nfc(&String::from_utf8_lossy(&decoded)).into_owned()
}

/// Percent-encoding of a path: all but RFC 3986's unreserved characters and `/`.
fn encode(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    path.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

#[cfg(test)]
mod tests {
    use axum::body::Bytes;
    use proptest::prelude::*;

    use super::{decode, encode, inject};

    #[test]
    fn the_script_stands_before_the_last_end_of_body() {
        let page = Bytes::from_static(b"<body><pre>&lt;/body></pre></BODY></html>");
        assert_eq!(&inject(&page, "<S>")[..], b"<body><pre>&lt;/body></pre><S></BODY></html>");
        assert_eq!(&inject(&Bytes::from_static(b"<p>x"), "<S>")[..], b"<p>x<S>");
    }

    #[test]
    fn half_codes_are_text() {
        assert_eq!(decode("/a%2"), "/a%2");
        assert_eq!(decode("/%zz%C3%A9"), "/%zzé");
        assert_eq!(decode("/%+1"), "/%+1");
    }

    proptest! {
        #[test]
        fn decoding_undoes_encoding(path in "[a-z/ %đệ.?#\"<]{0,30}") {
            prop_assert_eq!(decode(&encode(&path)), path);
        }
    }
}
