//! The benchmark's floor: the least that any generator has to do with this corpus.
//!
//! In: a folder of Markdown files and a list of file sizes (`size<TAB>relative path`, one a
//! line, made from a real output folder before the clock starts).  Out: a fresh folder with
//! files of those names and sizes.  It reads and parses every Markdown file with the options
//! that hoaban uses, on all cores, and writes the files; it knows no front matter, links,
//! templates or lists, so no generator that gives this output can be faster.
//!
//!   floor CONTENT-FOLDER SIZES-FILE OUTPUT-FOLDER

#![allow(clippy::disallowed_methods, reason = "a program of its own: it reads and writes files")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use pulldown_cmark::{Options, Parser, html};
use rayon::prelude::*;
use walkdir::WalkDir;

fn main() -> Result<()> {
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let [content, sizes, out] = arguments.as_slice() else {
        bail!("usage: floor CONTENT-FOLDER SIZES-FILE OUTPUT-FOLDER");
    };
    let bodies = render_all(content)?;
    write_all(&bodies, &read_sizes(sizes)?, out)
}

/// The HTML of every Markdown file under `content`.
fn render_all(content: &Path) -> Result<Vec<String>> {
    let mut paths = Vec::new();
    for entry in WalkDir::new(content) {
        let path = entry?.into_path();
        if path.extension().is_some_and(|e| e == "md") {
            paths.push(path);
        }
    }
    paths.into_par_iter().map(|path| render(&path)).collect()
}

/// One file's body as HTML.
fn render(path: &Path) -> Result<String> {
    let text = fs::read_to_string(path).with_context(|| format!("{}", path.display()))?;
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SMART_PUNCTUATION
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST;
    let body = without_front_matter(&text);
    let mut out = String::with_capacity(body.len() * 3 / 2);
    html::push_html(&mut out, Parser::new_ext(body, options));
    Ok(out)
}

/// What follows the closing `+++` line; the whole text where there is none.
fn without_front_matter(text: &str) -> &str {
    text.strip_prefix("+++\n").and_then(|rest| rest.split_once("\n+++\n")).map_or(text, |(_, body)| body)
}

/// The sizes file's lines: bytes and path of each file to write.
fn read_sizes(path: &Path) -> Result<Vec<(usize, PathBuf)>> {
    fs::read_to_string(path)?
        .lines()
        .map(|line| {
            let (size, name) = line.split_once('\t').context("a line without a tab")?;
            Ok((size.parse()?, PathBuf::from(name)))
        })
        .collect()
}

/// Writes each file of `sizes` into `out`, filled from the rendered bodies in turn.
fn write_all(bodies: &[String], sizes: &[(usize, PathBuf)], out: &Path) -> Result<()> {
    let folders: BTreeSet<&Path> = sizes.iter().filter_map(|(_, name)| name.parent()).collect();
    for folder in folders {
        fs::create_dir_all(out.join(folder))?;
    }
    sizes.par_iter().enumerate().try_for_each(|(at, (size, name))| {
        fs::write(out.join(name), filled(bodies, at, *size)).with_context(|| format!("{}", name.display()))
    })
}

/// `size` bytes of the bodies from the one at `at` on, over and over.
fn filled(bodies: &[String], at: usize, size: usize) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(size);
    let filler = std::iter::once("\n").chain(bodies.iter().cycle().skip(at % bodies.len().max(1)).map(String::as_str));
    for piece in filler {
        let room = size - bytes.len();
        bytes.extend_from_slice(&piece.as_bytes()[..piece.len().min(room)]);
        if bytes.len() == size || bodies.is_empty() {
            break;
        }
    }
    bytes.resize(size, b'\n');
    bytes
}
