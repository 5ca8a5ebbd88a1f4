//! The search client as it is published: JavaScript modules, bundled from `client/*.js` by `tests/search/bundle.mjs`.
//!
//! The loader is on every page with a search form and fetches the client when a reader turns to it. The client fetches the third
//! module, which shares its code, for what only some queries need: other spellings and facets.

use std::sync::LazyLock;

use super::key;

const CLIENT: &str = include_str!("client/client.min.js");
const MORE: &str = include_str!("client/more.min.js");
const LOADER: &str = include_str!("client/loader.min.js");

/// Characters of a digest in a module's name.
const HASH: usize = 8;

/// A module under the name that it is published by.
#[derive(Debug)]
pub struct Module {
    /// `client.abcdefgh.js`: a name for these bytes alone.
    pub name: String,
    /// Its code.
    pub text: String,
}

impl Module {
    fn new(stem: &str, text: String) -> Self {
        Self { name: name(stem, &text), text }
    }
}

fn name(stem: &str, text: &str) -> String {
    format!("{stem}.{}.js", key::hash(text.as_bytes(), HASH))
}

/// Client, what it fetches when it needs it, and loader. The first two import each other, so the name of the second is a digest of
/// both as they are before they know of names.
static MODULES: LazyLock<[Module; 3]> = LazyLock::new(|| {
    let more = name("more", &[CLIENT, MORE].concat());
    let client = Module::new("client", CLIENT.replace("./more.js", &format!("./{more}")));
    let own = format!("./{}", client.name);
    let text =
        ["./text.js", "./codec.js", "./marks.js"].iter().fold(MORE.to_owned(), |text, shared| text.replace(shared, &own));
    [client, Module { name: more, text }, Module::new("loader", LOADER.to_owned())]
});

/// All modules.
#[must_use]
pub fn modules() -> &'static [Module; 3] {
    &MODULES
}

/// The name of the client, engine and interface: it exports `mount`.
#[must_use]
pub fn client_name() -> &'static str {
    &MODULES[0].name
}

/// The name of the loader.
#[must_use]
pub fn loader_name() -> &'static str {
    &MODULES[2].name
}

#[cfg(test)]
mod tests {
    use super::modules;

    #[test]
    fn modules_hold_nothing_but_code() {
        for module in modules() {
            let text = &module.text;
            assert!(!text.contains("sourceMappingURL") && !text.contains("/*"), "{}", module.name);
            assert!(!text.contains("innerHTML") && !text.contains("eval("), "{}", module.name);
        }
    }

    #[test]
    fn client_and_more_import_each_other_by_their_names() {
        let [client, more, loader] = modules();
        assert!(client.text.contains(&format!("import(\"./{}\")", more.name)));
        assert_eq!(more.text.matches(&format!("from\"./{}\"", client.name)).count(), more.text.matches("from\"").count());
        assert!(more.text.contains(&client.name) && loader.name.starts_with("loader.") && client.name.len() == 18);
    }
}
