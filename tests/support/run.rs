//! Runs a case: the commands `build` and `check` through the library, in memory.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::{Arc, Mutex};

use hoaban::diag::Diagnostic;
use hoaban::diag::judge::{count, judge};
use hoaban::diag::messages::{Interface, UiLang};
use hoaban::diag::write::{Format, Report};
use hoaban::memo::Memo;
use hoaban::model::OutPath;
use hoaban::model::config::Config;
use hoaban::model::source::Sources;
use hoaban::picture;
use hoaban::pipeline::{self, Built, Failure, Options};
use hoaban::world::World;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use super::case::{Case, Content, Expect, Kind};
use super::html;
use super::world::Folder;

/// The moment of a build that does not say another.
const NOW: &str = "2026-11-01T08:00:00+07:00";

/// What the commands of a case left.
#[derive(Debug, Default)]
pub struct Outcome {
    /// The findings of all commands.
    pub stdout: String,
    /// Each command with the exit status that it had.
    pub exits: Vec<(String, u8)>,
    /// The files that the last `build` published, digests in their names written `~`.
    pub files: BTreeMap<String, Vec<u8>>,
}

/// A command line.
struct Command {
    build: bool,
    format: Format,
    ui: UiLang,
    now: Timestamp,
    strict: bool,
    options: Options,
}

impl Command {
    fn parse(line: &str) -> Self {
        let mut words = line.split_whitespace();
        let build = match words.next() {
            Some("build") => true,
            Some("check") => false,
            other => panic!("no such command: {other:?}"),
        };
        let (format, ui) = (Format::Short, UiLang::En);
        let mut command = Self { build, format, ui, now: moment(NOW), strict: false, options: Options::default() };
        while let Some(word) = words.next() {
            let mut value = || words.next().unwrap_or_else(|| panic!("{word} needs a value"));
            match word {
                "--format" => command.format = Format::from_word(value()).unwrap(),
                "--lang" => command.ui = if value() == "vi" { UiLang::Vi } else { UiLang::En },
                "--now" => command.now = moment(value()),
                "--strict" => command.strict = true,
                "--drafts" => command.options.drafts = true,
                _ => panic!("no such option: {word}"),
            }
        }
        command
    }
}

/// A moment with its offset, or a day or a day and time on the clock of the usual portal.
fn moment(text: &str) -> Timestamp {
    let local = || text.parse::<DateTime>().or_else(|_| text.parse::<Date>().map(|date| date.at(0, 0, 0, 0))).unwrap();
    text.parse().unwrap_or_else(|_| local().to_zoned(TimeZone::get("Asia/Ho_Chi_Minh").unwrap()).unwrap().timestamp())
}

/// Runs all commands of a case.
pub fn run(case: &Case) -> Outcome {
    let mut outcome = Outcome::default();
    let several = case.commands().count() > 1;
    for (line, _) in case.commands() {
        let command = Command::parse(line);
        let (text, status) = execute(case, &command, &mut outcome.files);
        if several {
            let _ = writeln!(outcome.stdout, "$ {line}");
        }
        outcome.stdout.push_str(&text);
        outcome.exits.push((line.to_owned(), status));
    }
    outcome
}

fn execute(case: &Case, command: &Command, files: &mut BTreeMap<String, Vec<u8>>) -> (String, u8) {
    let world = folder(case, command.now);
    match pipeline::build(&world, &Memo::off(), &command.options) {
        Ok(built) => {
            let mut notes = built.notes.clone();
            if command.build {
                let (published, found) = published(&built, &world);
                *files = published;
                notes.extend(found);
            } else {
                notes.extend(built.check(&world, &|| false));
            }
            report(notes, &built.sources, Some(&built.site.config), built.site.now.date(), command)
        }
        Err(Failure::Broken { sources, notes }) => {
            report(notes, &sources, None, world.now().to_zoned(TimeZone::UTC).date(), command)
        }
        Err(Failure::Read(error)) => (format!("{error}\n"), 2),
    }
}

/// Every file, by its path with digests hidden, and what was found in making them.
pub fn published(built: &Built, world: &dyn World) -> (BTreeMap<String, Vec<u8>>, Vec<Diagnostic>) {
    let files = Mutex::new(BTreeMap::new());
    let sink = |path: &OutPath, bytes: &[u8]| {
        files.lock().unwrap().insert(hidden(path.as_str()), bytes.to_vec());
        Ok(())
    };
    let found = built.produce(world, &sink).unwrap();
    (files.into_inner().unwrap(), found)
}

fn report(
    notes: Vec<Diagnostic>,
    sources: &Arc<Sources>,
    config: Option<&Config>,
    today: Date,
    command: &Command,
) -> (String, u8) {
    let findings = judge(notes, sources, config, today);
    let (errors, warnings) = count(&findings);
    let ui = Interface::new(command.ui);
    let text = Report { findings: &findings, sources, ui: &ui }.write(command.format, false);
    (text, u8::from(errors > 0 || (command.strict && warnings > 0)))
}

fn folder(case: &Case, now: Timestamp) -> Folder {
    let mut folder = Folder::at(now);
    for section in &case.sections {
        match &section.kind {
            Kind::Portal(languages, on) => {
                folder.put("portal.toml", super::portal_with(&words_of(languages), &words_of(on)));
            }
            Kind::Words(own, like) => folder.put(&format!("i18n/{own}/theme.ftl"), super::words(like)),
            Kind::File(path, Content::Unreadable) => folder.put_unreadable(path),
            Kind::File(path, Content::Outside) => folder.put_outside(path),
            Kind::File(path, content) => folder.put(path, section.bytes(content)),
            Kind::Run | Kind::Expect(_) => {}
        }
    }
    folder
}

fn words_of(list: &[String]) -> Vec<&str> {
    list.iter().map(String::as_str).collect()
}

impl Outcome {
    /// What came out where a section expects something; an error where there is nothing.
    pub fn actual(&self, expect: &Expect) -> Result<String, String> {
        let text = |path: &str| {
            let bytes = self.files.get(path).ok_or_else(|| format!("no file {path} was published"))?;
            Ok::<_, String>(hidden(&String::from_utf8_lossy(bytes)))
        };
        match expect {
            Expect::Stdout => Ok(self.stdout.clone()),
            Expect::File(path) => text(path).map(lines),
            Expect::No(path) if self.files.contains_key(path) => Err(format!("{path} was published")),
            Expect::No(_) => Ok(String::new()),
            Expect::Element(tag, path) => {
                let page = text(path)?;
                html::element(&page, tag)
                    .map(|element| lines(element.to_owned()))
                    .ok_or_else(|| format!("no {tag} in {path}"))
            }
            Expect::Lines(path, with) => {
                let page = text(path)?;
                Ok(page.lines().filter(|line| line.contains(with.as_str())).map(|line| format!("{line}\n")).collect())
            }
            Expect::Paths(prefix) => {
                let names = self.files.keys().filter(|path| path.starts_with(prefix.as_str()));
                Ok(names.map(|path| format!("{path}\n")).collect())
            }
            Expect::Picture(path) => {
                let bytes = self.files.get(path).ok_or_else(|| format!("no file {path} was published"))?;
                Ok(facts(bytes))
            }
        }
    }
}

fn facts(bytes: &[u8]) -> String {
    if let Some((width, height)) = super::picture::avif_size(bytes) {
        return format!("AVIF, shown as {width}x{height}\n");
    }
    let facts = picture::probe(bytes).unwrap();
    let secret = bytes.windows(10).any(|window| window == b"GPS-SECRET");
    format!(
        "{:?}, shown as {}x{}, orientation {}, place {}\n",
        facts.format,
        facts.width,
        facts.height,
        facts.orientation.to_exif(),
        if facts.has_gps || secret { "told" } else { "not told" }
    )
}

/// A text whose last line has an end.
fn lines(text: String) -> String {
    if text.is_empty() || text.ends_with('\n') { text } else { text + "\n" }
}

/// The text with `~` for every digest in a file name (`.ab2c..7d.`).
pub fn hidden(text: &str) -> String {
    const LENGTH: usize = 12;
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('.') {
        let (before, after) = rest.split_at(at + 1);
        out.push_str(before);
        let digest = |byte: u8| byte.is_ascii_lowercase() || (b'2'..=b'7').contains(&byte);
        let bytes = after.as_bytes();
        let hit = bytes.get(LENGTH) == Some(&b'.') && bytes[..LENGTH].iter().all(|byte| digest(*byte));
        rest = if hit {
            out.push('~');
            &after[LENGTH..]
        } else {
            after
        };
    }
    out.push_str(rest);
    out
}
