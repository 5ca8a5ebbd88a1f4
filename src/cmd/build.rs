//! `build`: the whole portal into a folder, or nothing at all where there is an error.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Instant;

use anyhow::anyhow;
use hoaban::diag::Arg;
use hoaban::diag::messages::{Interface, UiLang};
use hoaban::disk::{DiskWorld, Stage, Store, StoreError, Summary};
use hoaban::memo::Memo;
use hoaban::model::OutPath;
use hoaban::model::output::Recipe;
use hoaban::pipeline::{self, Built, Options};

use super::printing::Verdict;
use super::progress::{self, Progress};
use super::{Context, Exit, portal, status};
use crate::cli::BuildArgs;

/// The output folder, in the portal's.
pub(super) const PUBLIC: &str = "public";

/// Builds, prints problems on standard error and what was done on standard output.
///
/// # Errors
/// The portal cannot be read or the folder not be written.
pub(super) fn run(args: &BuildArgs, context: &mut Context<'_>) -> anyhow::Result<Exit> {
    let started = Instant::now();
    let root = portal::root(context)?;
    let out = args.out.clone().unwrap_or_else(|| portal::shown(&root.join(PUBLIC)));
    let ui = context.ui;
    let world = portal::world(context, &root, args.now.as_deref())?.without(&root.join(PUBLIC)).without(&out);
    let stop = progress::interrupts();
    let (watched, label) = (context.err_terminal.watched, ui.word("build-progress"));
    let options = Options { drafts: args.drafts, preview: false, memory: args.memory };
    let built = match progress::watched(watched, &label, |_| pipeline::build(&world, &Memo::off(), &options)) {
        Ok(built) => built,
        Err(failure) => {
            let verdict = Verdict::of_failure(failure, portal::today(&world), ui)?;
            context.err.write_all(verdict.text(args.format, context.err_terminal.colour, ui).as_bytes())?;
            return Ok(Exit::Problems);
        }
    };
    let stage = Store::open(&root, &out).and_then(Store::stage).map_err(|error| refused(&error, ui))?;
    let job = Job { world: &world, stage: &stage, stop: &stop };
    let made = progress::watched(watched, &label, |shown| job.make(built, shown));
    if stop.load(Ordering::Relaxed) {
        stage.abort();
        writeln!(context.err, "{}", ui.text("cmd-error", "interrupted", &[("out", folder(&out))]))?;
        return Ok(Exit::Interrupted);
    }
    let made = made.map_err(|error| anyhow!(portal::refused("write", out.display(), portal::reason(&error, ui), ui)))?;
    if let Some(message) = world.cache_failed() {
        writeln!(context.err, "{}", ui.text("build-unkept", "", &[("message", Arg::from(message))]))?;
    }
    Outcome { made, out, args, started }.publish(stage, context)
}

/// A build that is under way.
struct Job<'a> {
    world: &'a DiskWorld,
    stage: &'a Stage,
    stop: &'a AtomicBool,
}

/// What a build has made.
struct Made {
    built: Built,
    verdict: Verdict,
    pages: usize,
}

impl Job<'_> {
    /// Makes every file and puts it on the stage.
    fn make(&self, mut built: Built, shown: &Progress) -> std::io::Result<Made> {
        shown.expect(built.outputs.len());
        let pages = AtomicUsize::new(0);
        let sink = |path: &OutPath, bytes: &[u8]| {
            if self.stop.load(Ordering::Relaxed) {
                return Err(std::io::ErrorKind::Interrupted.into());
            }
            if let Some(output) = built.outputs.get(path) {
                pages.fetch_add(usize::from(matches!(output.recipe, Recipe::Page(_))), Ordering::Relaxed);
                shown.step();
            }
            self.stage.put(path, bytes)
        };
        let found = built.produce(self.world, &sink)?;
        let notes = std::mem::take(&mut built.notes).into_iter().chain(found).collect();
        let verdict = Verdict::of(notes, built.sources.clone(), Some(&built.site.config), built.site.now.date());
        Ok(Made { built, verdict, pages: pages.into_inner() })
    }
}

/// What is left to do: say what is wrong, publish or not, and say what was done.
struct Outcome<'a> {
    made: Made,
    out: PathBuf,
    args: &'a BuildArgs,
    started: Instant,
}

impl Outcome<'_> {
    fn publish(self, stage: Stage, context: &mut Context<'_>) -> anyhow::Result<Exit> {
        let ui = context.ui;
        let verdict = &self.made.verdict;
        if verdict.count() != (0, 0) || self.args.format != Default::default() {
            let text = verdict.text(self.args.format, context.err_terminal.colour, ui);
            context.err.write_all(text.as_bytes())?;
        }
        let exit = verdict.exit(self.args.strict);
        if exit != Exit::Done && !self.args.keep_going {
            stage.abort();
            let reason = if verdict.count().0 == 0 { "strict" } else { "" };
            writeln!(context.out, "{}", ui.text("build-refused", reason, &[("out", folder(&self.out))]))?;
            return Ok(exit);
        }
        // A page that could not be made keeps what was published of it.
        let summary =
            stage.commit(&|path| self.made.built.outputs.get(path).is_some()).map_err(|error| refused(&error, ui))?;
        context.out.write_all(self.told(&summary, exit, ui).as_bytes())?;
        Ok(exit)
    }

    fn told(&self, summary: &Summary, exit: Exit, ui: &Interface) -> String {
        let site = &self.made.built.site;
        let seconds = seconds(self.started.elapsed().as_secs_f64(), ui.lang());
        let numbers = [
            ("pages", Arg::from(self.made.pages)),
            ("out", folder(&self.out)),
            ("seconds", Arg::from(seconds)),
            ("written", Arg::from(summary.written)),
            ("kept", Arg::from(summary.kept)),
            ("deleted", Arg::from(summary.removed)),
        ];
        let partly = exit != Exit::Done && self.made.verdict.count().0 > 0;
        let done = ui.text(if partly { "build-partly" } else { "build-done" }, "", &numbers);
        let left = left(&summary.left, &self.out, ui);
        format!("{}{left}{done}\n{}\n", status::skipped(site, ui), due(site.next_due.as_ref(), ui))
    }
}

fn folder(path: &Path) -> Arg {
    Arg::from(path.display().to_string())
}

/// Files that somebody changed; nothing where there are none.
fn left(files: &[OutPath], out: &Path, ui: &Interface) -> String {
    if files.is_empty() {
        return String::new();
    }
    let names: Vec<&str> = files.iter().map(OutPath::as_str).collect();
    let args = [("count", Arg::from(files.len())), ("out", folder(out)), ("names", Arg::from(names.join(", ")))];
    ui.text("build-left", "", &args) + "\n"
}

fn due(when: Option<&jiff::Zoned>, ui: &Interface) -> String {
    match when {
        Some(when) => ui.text("build-due", "", &[("when", Arg::from(status::dates(ui.lang()).datetime(when.datetime())))]),
        None => ui.word("build-due-none"),
    }
}

/// With one decimal, two below a second; after a comma in Vietnamese.
fn seconds(seconds: f64, lang: UiLang) -> String {
    let text = if seconds < 1.0 { format!("{seconds:.2}") } else { format!("{seconds:.1}") };
    if lang == UiLang::Vi { text.replace('.', ",") } else { text }
}

/// Why the output folder could not be used, as a sentence.
fn refused(error: &StoreError, ui: &Interface) -> anyhow::Error {
    anyhow!(match error {
        StoreError::Refused(path) => ui.text("build-out-inside", "", &[("path", folder(path))]),
        StoreError::Locked(path, _) => ui.text("build-locked", "", &[("out", folder(path))]),
        StoreError::Foreign(files) => ui.text("build-foreign", "", &[("names", Arg::from(files.join(", ")))]),
        StoreError::Io(path, error) => portal::refused("write", path.display(), portal::reason(error, ui), ui),
    })
}

#[cfg(test)]
mod tests {
    use hoaban::diag::messages::UiLang;
    use hoaban::disk::StoreError;

    use super::{refused, seconds};
    use crate::cmd::interface;

    #[test]
    fn seconds_have_the_languages_decimal_sign() {
        assert_eq!(seconds(1.26, UiLang::Vi), "1,3");
        assert_eq!(seconds(0.04, UiLang::En), "0.04");
    }

    #[test]
    fn what_the_store_refuses_is_said_in_the_interfaces_language() {
        let ui = interface(UiLang::Vi);
        let foreign = refused(&StoreError::Foreign(vec!["vi/index.html".into()]), &ui).to_string();
        assert!(foreign.contains("vi/index.html") && foreign.contains("hoaban không ghi đè"), "{foreign}");
        let inside = refused(&StoreError::Refused("content".into()), &ui).to_string();
        assert!(inside.contains("--out"), "{inside}");
    }
}
