//! The search client as it is published: two JavaScript modules, bundled from `client/*.js` by `tests/search/bundle.mjs`.
//!
//! The loader is on every page with a search form and fetches the client when a reader turns to it.

use super::key;

/// The client: engine and interface.
pub const CLIENT: &[u8] = include_bytes!("client/client.min.js");

/// The loader.
pub const LOADER: &[u8] = include_bytes!("client/loader.min.js");

/// Characters of a digest in a module's name.
const HASH: usize = 8;

/// `client.abcdefgh.js`: a name for these bytes alone.
#[must_use]
pub fn client_name() -> String {
    format!("client.{}.js", key::hash(CLIENT, HASH))
}

/// `loader.abcdefgh.js`
#[must_use]
pub fn loader_name() -> String {
    format!("loader.{}.js", key::hash(LOADER, HASH))
}

#[cfg(test)]
mod tests {
    use super::{CLIENT, LOADER};

    #[test]
    fn modules_hold_nothing_but_code() {
        for module in [CLIENT, LOADER] {
            let text = std::str::from_utf8(module).unwrap();
            assert!(!text.contains("sourceMappingURL") && !text.contains("/*"), "{}", &text[..80]);
            assert!(!text.contains("innerHTML") && !text.contains("eval("));
        }
    }
}
