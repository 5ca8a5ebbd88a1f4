//! Keeping up with the editor: a build after each change, the checks once it is quiet.

use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

use jiff::tz::TimeZone;

use super::app::App;
use super::events::{Event, Findings};
use super::state::{State, judged, lock};
use crate::diag::judge::judge;
use crate::diag::{Diagnostic, Note, rules};
use crate::model::{SourcePath, Span};
use crate::pipeline::{self, Built, Failure};
use crate::world::World as _;

/// Time after a change before the checks begin, so that the page that is looked at is made first.
const BREATH: Duration = Duration::from_millis(300);

type Tell<'a> = &'a (dyn Fn(&Event<'_>) + Sync);

/// The first build.
pub(super) fn first(app: &App, tell: Tell<'_>) {
    let seen = app.world.seen();
    rebuild(app, &[], tell);
    app.settle(seen);
}

/// A build after each change, until the world is closed.
pub(super) fn keep_up(app: &App, tell: Tell<'_>) {
    while let Some(change) = app.world.next_change() {
        if let Some(trouble) = &change.trouble {
            tell(&Event::Trouble(trouble));
        }
        if change.paths.is_empty() {
            app.settle(change.seen);
            continue;
        }
        let old = rebuild(app, &change.paths, tell);
        app.settle(change.seen);
        drop(old);
        app.memo.prune();
    }
}

/// Builds and takes the new state; returns the old one.
fn rebuild(app: &App, changed: &[SourcePath], tell: Tell<'_>) -> Arc<State> {
    let start = Instant::now();
    let seen = app.world.seen();
    let options = pipeline::Options { drafts: app.options.drafts, preview: true, memory: app.options.memory };
    let before = app.state();
    let (state, findings, built) = match pipeline::build(&app.world, &app.memo, &options) {
        Ok(mut built) => {
            let notes = std::mem::take(&mut built.notes);
            let findings = judged(notes, &built);
            let built = Arc::new(built);
            (State::built(&before, Arc::clone(&built), &findings, &app.ui), findings, Some(built))
        }
        Err(failure) => {
            let findings = failed(failure, app);
            (State::failed(&before, &findings, &app.ui), findings, None)
        }
    };
    let version = state.version;
    let old = app.swap(state);
    app.news.send_modify(|news| {
        news.version = version;
        news.problems += 1;
    });
    tell(&Event::Built { changed, took: start.elapsed(), findings: &findings });
    app.checks.ask(built.map(|built| Job { built, state: app.state(), seen }));
    old
}

fn failed(failure: Failure, app: &App) -> Findings {
    let today = app.world.now().to_zoned(TimeZone::UTC).date();
    let (sources, notes) = match failure {
        Failure::Broken { sources, notes } => (sources, notes),
        Failure::Read(error) => {
            let note = Note::new(&rules::FILE_UNREADABLE, Span::default()).arg("path", error.path().as_str());
            let note = note.arg("message", error.to_string()).help("help");
            (Arc::default(), vec![Diagnostic::everywhere(note)])
        }
    };
    Findings { judged: judge(notes, &sources, None, today), sources }
}

/// A build that waits to be checked.
struct Job {
    built: Arc<Built>,
    state: Arc<State>,
    seen: u64,
}

/// The newest build that waits to be checked; an older one is forgotten.
#[derive(Default)]
pub(super) struct Checks {
    slot: Mutex<(Option<Job>, bool)>,
    wake: Condvar,
}

impl Checks {
    fn ask(&self, job: Option<Job>) {
        lock(&self.slot).0 = job;
        self.wake.notify_all();
    }

    pub(super) fn close(&self) {
        lock(&self.slot).1 = true;
        self.wake.notify_all();
    }

    /// Waits for a job; none once closed.
    fn take(&self) -> Option<Job> {
        let mut slot = lock(&self.slot);
        loop {
            if slot.1 {
                return None;
            }
            if let Some(job) = slot.0.take() {
                return Some(job);
            }
            slot = self.wake.wait(slot).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Waits a little; false where meanwhile another job came or the end.
    fn breathe(&self) -> bool {
        let slot = lock(&self.slot);
        let waited = self.wake.wait_timeout_while(slot, BREATH, |slot| slot.0.is_none() && !slot.1);
        waited.unwrap_or_else(PoisonError::into_inner).1.timed_out()
    }
}

/// Checks the newest build, in threads of its own so that the next build never waits for it; a change ends it.
pub(super) fn keep_checking(app: &App, tell: Tell<'_>) {
    let half = std::thread::available_parallelism().map_or(1, |cores| cores.get().div_ceil(2));
    let Ok(pool) = rayon::ThreadPoolBuilder::new().num_threads(half).build() else { return };
    while let Some(job) = app.checks.take() {
        let stop = || app.world.seen() != job.seen || app.is_stopped();
        if !app.checks.breathe() || stop() {
            continue;
        }
        let notes = pool.install(|| job.built.check(&app.world, &stop));
        if stop() {
            continue;
        }
        let findings = judged(notes, &job.built);
        if job.state.add_checked(&findings, &app.ui) {
            app.news.send_modify(|news| news.problems += 1);
        }
        tell(&Event::Checked { findings: &findings });
    }
}
