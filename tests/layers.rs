//! The order of modules that `src/lib.rs` states: each imports only what stands above it.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
#![allow(clippy::disallowed_methods, reason = "the repository's own files")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn source(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(path)
}

/// Modules in import order: lines `//! L2 parse, load` of the library's documentation.
fn listed(lib: &str) -> Vec<String> {
    let names = |line: &str| -> Option<Vec<String>> {
        let (layer, names) = line.strip_prefix("//! L")?.split_once(' ')?;
        let name = |name: &str| name.trim().bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
        let plain = layer.bytes().all(|byte| byte.is_ascii_digit()) && names.split(',').all(name);
        plain.then(|| names.split(',').map(|name| name.trim().to_owned()).collect())
    };
    lib.lines().filter_map(names).flatten().collect()
}

fn declared(lib: &str) -> BTreeSet<String> {
    lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).map(str::to_owned).collect()
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// A file's code without comments and without the tests at its foot, and the test modules that have files of their own.
fn code(text: &str) -> (String, Vec<String>) {
    let (mut kept, mut tests) = (String::new(), Vec::new());
    let mut lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    while let Some(line) = lines.next() {
        if line.trim() != "#[cfg(test)]" {
            kept.push_str(line);
            kept.push('\n');
            continue;
        }
        let item = lines.find(|line| !line.trim_start().starts_with("#[")).unwrap_or_default().trim();
        match item.trim_start_matches("pub(crate) ").trim_start_matches("pub(super) ").strip_prefix("mod ") {
            Some(name) if name.ends_with('{') => break,
            Some(name) => tests.push(name.trim_end_matches(';').to_owned()),
            None => {}
        }
    }
    (kept, tests)
}

/// Modules that follow `crate::` (`crate::{a, b::c}` too).
fn imports(code: &str) -> BTreeSet<String> {
    let name = |text: &str| text.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect::<String>();
    let mut found = BTreeSet::new();
    for (at, path) in code.match_indices("crate::") {
        let rest = &code[at + path.len()..];
        match rest.strip_prefix('{') {
            Some(group) => found.extend(group.split('}').next().unwrap().split(',').map(|item| name(item.trim()))),
            None => _ = found.insert(name(rest)),
        }
    }
    found
}

/// What each module of the library imports, with the file that does it.
fn graph() -> BTreeMap<String, BTreeMap<String, PathBuf>> {
    let mut paths = Vec::new();
    files(&source(""), &mut paths);
    let read: Vec<(PathBuf, String, Vec<String>)> = paths
        .into_iter()
        .map(|path| {
            let (code, tests) = code(&fs::read_to_string(&path).unwrap());
            (path, code, tests)
        })
        .collect();
    let module_folder =
        |path: &Path| if path.ends_with("mod.rs") { path.parent().unwrap().to_owned() } else { path.with_extension("") };
    let tests: Vec<PathBuf> = read
        .iter()
        .flat_map(|(path, _, tests)| tests.iter().map(|name| module_folder(path).join(name)).collect::<Vec<_>>())
        .collect();
    let is_test = |path: &Path| tests.iter().any(|test| path.starts_with(test) || path.with_extension("") == *test);
    let mut graph: BTreeMap<String, BTreeMap<String, PathBuf>> = BTreeMap::new();
    for (path, code, _) in read.iter().filter(|(path, ..)| !is_test(path)) {
        let top = path
            .strip_prefix(source(""))
            .unwrap()
            .iter()
            .next()
            .unwrap()
            .to_string_lossy()
            .trim_end_matches(".rs")
            .to_owned();
        let imported = graph.entry(top).or_default();
        imports(code).into_iter().for_each(|name| _ = imported.entry(name).or_insert_with(|| path.clone()));
    }
    graph
}

#[test]
fn every_module_stands_in_the_list_once() {
    let lib = fs::read_to_string(source("lib.rs")).unwrap();
    let listed = listed(&lib);
    let once: BTreeSet<String> = listed.iter().cloned().collect();
    assert_eq!(once, declared(&lib));
    assert_eq!(once.len(), listed.len());
}

#[test]
fn a_module_imports_only_what_stands_above_it() {
    let listed = listed(&fs::read_to_string(source("lib.rs")).unwrap());
    let place = |name: &str| listed.iter().position(|known| known == name);
    let graph = graph();
    let mut wrong = Vec::new();
    for (place_of, name) in listed.iter().enumerate() {
        for (imported, file) in graph.get(name).unwrap_or_else(|| panic!("no code for {name}")) {
            if place(imported).is_some_and(|above| above > place_of) {
                wrong.push(format!("{name} imports {imported} ({})", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(graph["pipeline"].contains_key("view"), "the imports are not understood any more");
}
