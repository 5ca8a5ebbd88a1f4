//! Golden cases: a small portal, commands and what they must give, in one text file.
//!
//! ```text
//! One or more lines that say what is shown.
//! -- run --
//! check --format short                      # exit 1
//! -- portal: vi en --                       settings with these languages, where the case needs no others
//! -- portal: vi + renditions cards --       the same with pictures made, which is off else, as is `search`
//! -- words: lo like en --                   interface words of a further language
//! -- content/a.vi.md --                     a file, `\u{301}` in its path read; `: escaped` reads it and `\xff` in the text
//! -- content/a.jpg: picture jpeg 60x40 orientation 6 gps --     also `: unreadable`, `: outside`
//! -- content/a.png: picture png 60x40 palette --                formats and words of `picture::Wanted`
//! -- expect: stdout --                      findings of all commands; none where this is missing
//! -- expect: main of vi/a/index.html --     an element, also `<nav class="siblings"> of ..`
//! -- expect: out/vi/atom.xml --             a whole file; `no out/..`: there is none
//! -- expect: lines of vi/a/index.html with hreflang --
//! -- expect: paths of vi/ --                all files that begin so
//! -- expect: picture media/a.~.jpg --       what is published of a picture
//! ```
//!
//! Digests in names are written `~`. `HOABAN_BLESS=1` rewrites what is expected.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use super::picture::Wanted;

/// A case as it was read.
#[derive(Debug, Clone)]
pub struct Case {
    /// Where it stands.
    pub file: PathBuf,
    /// Its lines up to the first section.
    pub description: String,
    /// All sections in their order.
    pub sections: Vec<Section>,
}

/// A section: its head between `--` and `--`, and what follows.
#[derive(Debug, Clone)]
pub struct Section {
    /// What it is.
    pub kind: Kind,
    head: String,
    /// Lines below, each with its end.
    pub body: String,
}

/// What a section is.
#[derive(Debug, Clone)]
pub enum Kind {
    /// Commands.
    Run,
    /// Languages of the usual settings, and what is switched on.
    Portal(Vec<String>, Vec<String>),
    /// A language that borrows the words of another.
    Words(String, String),
    /// A file and its content.
    File(String, Content),
    /// What must come out.
    Expect(Expect),
}

/// Where a file's bytes come from.
#[derive(Debug, Clone)]
pub enum Content {
    /// The section's body.
    Text,
    /// The section's body with escapes.
    Escaped,
    /// A picture.
    Picture(Wanted),
    /// The system refuses to read it.
    Unreadable,
    /// A symbolic link out of the portal.
    Outside,
}

/// What a section expects.
#[derive(Debug, Clone)]
pub enum Expect {
    /// The findings.
    Stdout,
    /// A whole file.
    File(String),
    /// No such file.
    No(String),
    /// An element of a page: the beginning of its tag, and the page.
    Element(String, String),
    /// Lines of a file that hold some words.
    Lines(String, String),
    /// Paths that begin so.
    Paths(String),
    /// Facts of a published picture.
    Picture(String),
}

/// All cases below `tests/cases`, in the order of their paths.
///
/// # Panics
/// On a file that is no case.
pub fn read_all() -> Vec<Case> {
    let mut files = Vec::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases"), &mut files);
    files.sort();
    files.iter().map(|file| read(file)).collect()
}

#[allow(clippy::disallowed_methods, reason = "the repository's own files")]
fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { collect(&path, files) } else { files.push(path) }
    }
}

#[allow(clippy::disallowed_methods, reason = "the repository's own files")]
fn read(file: &Path) -> Case {
    assert!(file.extension().is_some_and(|extension| extension == "case"), "{}: not a .case", file.display());
    let text = std::fs::read_to_string(file).unwrap();
    parse(file, &text).unwrap_or_else(|problem| panic!("{}: {problem}", file.display()))
}

fn parse(file: &Path, text: &str) -> Result<Case, String> {
    let mut case = Case { file: file.to_owned(), description: String::new(), sections: Vec::new() };
    for line in text.split_inclusive('\n') {
        let head = line.strip_prefix("-- ").and_then(|rest| rest.trim_end().strip_suffix(" --"));
        match (head, case.sections.last_mut()) {
            (Some(head), _) => case.sections.push(Section { kind: kind(head)?, head: head.to_owned(), body: String::new() }),
            (None, Some(section)) => section.body.push_str(line),
            (None, None) => case.description.push_str(line),
        }
    }
    match case.problem() {
        Some(problem) => Err(problem),
        None => Ok(case),
    }
}

fn kind(head: &str) -> Result<Kind, String> {
    if let Some(expect) = head.strip_prefix("expect: ") {
        return expect_of(expect).map(Kind::Expect).ok_or_else(|| format!("unknown expectation `{head}`"));
    }
    let (name, words) = head.split_once(": ").unwrap_or((head, ""));
    let file = |content: Content| Ok(Kind::File(unescaped_text(name), content));
    match (name, words) {
        ("run", "") => Ok(Kind::Run),
        ("portal", words) => {
            let (languages, on) = words.split_once('+').unwrap_or((words, ""));
            let list = |words: &str| words.split_whitespace().map(str::to_owned).collect();
            Ok(Kind::Portal(list(languages), list(on)))
        }
        ("words", rule) => {
            let (own, like) = rule.split_once(" like ").ok_or("words: LANGUAGE like LANGUAGE")?;
            Ok(Kind::Words(own.to_owned(), like.to_owned()))
        }
        (_, "") => file(Content::Text),
        (_, "escaped") => file(Content::Escaped),
        (_, "unreadable") => file(Content::Unreadable),
        (_, "outside") => file(Content::Outside),
        (_, words) => {
            let wanted = words.strip_prefix("picture ").and_then(Wanted::parse);
            file(Content::Picture(wanted.ok_or_else(|| format!("unknown section `{head}`"))?))
        }
    }
}

fn expect_of(words: &str) -> Option<Expect> {
    let owned = str::to_owned;
    if words == "stdout" {
        return Some(Expect::Stdout);
    }
    if let Some(path) = words.strip_prefix("no out/") {
        return Some(Expect::No(path.to_owned()));
    }
    if let Some(path) = words.strip_prefix("out/") {
        return Some(Expect::File(path.to_owned()));
    }
    if let Some(path) = words.strip_prefix("picture ") {
        return Some(Expect::Picture(path.to_owned()));
    }
    let (what, path) = words.split_once(" of ")?;
    match what {
        "lines" => path.split_once(" with ").map(|(path, with)| Expect::Lines(path.to_owned(), owned(with))),
        "paths" => Some(Expect::Paths(path.to_owned())),
        tag if tag.starts_with('<') => Some(Expect::Element(tag.trim_end_matches('>').to_owned(), path.to_owned())),
        name if name.bytes().all(|byte| byte.is_ascii_lowercase()) => {
            Some(Expect::Element(format!("<{name}"), path.to_owned()))
        }
        _ => None,
    }
}

impl Case {
    /// What the case lacks to be one.
    fn problem(&self) -> Option<String> {
        let count = |wanted: fn(&Kind) -> bool| self.sections.iter().filter(|section| wanted(&section.kind)).count();
        let mut heads: Vec<&str> = self.sections.iter().map(|section| section.head.as_str()).collect();
        heads.sort_unstable();
        if self.description.trim().is_empty() {
            Some("says nothing of what it shows".to_owned())
        } else if count(|kind| matches!(kind, Kind::Run)) != 1 || self.commands().next().is_none() {
            Some("needs one section `run` with a command".to_owned())
        } else if count(|kind| matches!(kind, Kind::Expect(_))) == 0 {
            Some("expects nothing".to_owned())
        } else {
            heads.windows(2).find(|pair| pair[0] == pair[1]).map(|pair| format!("two sections `{}`", pair[0]))
        }
    }

    /// The command lines with the exit status that each must have.
    pub fn commands(&self) -> impl Iterator<Item = (&str, u8)> {
        let run = self.sections.iter().filter(|section| matches!(section.kind, Kind::Run));
        run.flat_map(|section| section.body.lines()).filter(|line| !line.trim().is_empty()).map(|line| {
            let (command, status) = line.split_once("# exit ").unwrap_or((line, "0"));
            (command.trim(), status.trim().parse().unwrap())
        })
    }

    /// The name to show: its path below `tests/cases`.
    pub fn name(&self) -> String {
        self.file.to_string_lossy().split("tests/cases/").last().unwrap().to_owned()
    }

    /// Writes the case with what came out instead of what was expected.
    #[allow(clippy::disallowed_methods, reason = "asked for by HOABAN_BLESS")]
    pub fn bless(&self, actual: impl Fn(&Expect) -> Option<String>) {
        let mut text = self.description.clone();
        for section in &self.sections {
            let _ = writeln!(text, "-- {} --", section.head);
            match &section.kind {
                Kind::Expect(expect) => text.push_str(&actual(expect).unwrap_or_else(|| section.body.clone())),
                _ => text.push_str(&section.body),
            }
        }
        std::fs::write(&self.file, text).unwrap();
    }
}

impl Section {
    /// The bytes of a file's section.
    pub fn bytes(&self, content: &Content) -> Vec<u8> {
        match content {
            Content::Escaped => unescaped(&self.body),
            Content::Picture(wanted) => wanted.bytes(),
            _ => self.body.clone().into_bytes(),
        }
    }
}

fn unescaped_text(text: &str) -> String {
    String::from_utf8(unescaped(text)).unwrap()
}

/// `\u{301}` is a character, `\xff` a byte; everything else stands for itself.
fn unescaped(text: &str) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        out.extend(&rest.as_bytes()[..at]);
        rest = &rest[at..];
        let character = rest.strip_prefix("\\u{").and_then(|tail| tail.split_once('}'));
        if let Some((digits, tail)) = character {
            let c = char::from_u32(u32::from_str_radix(digits, 16).unwrap()).unwrap();
            out.extend(c.to_string().into_bytes());
            rest = tail;
        } else if let Some(digits) = rest.strip_prefix("\\x").and_then(|tail| tail.get(..2)) {
            out.push(u8::from_str_radix(digits, 16).unwrap());
            rest = &rest[4..];
        } else {
            out.push(b'\\');
            rest = &rest[1..];
        }
    }
    out.extend(rest.as_bytes());
    out
}
