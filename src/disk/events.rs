//! What the system says has changed, gathered until it is quiet.
//!
//! Editors write a file in several steps, or write another and rename it, so one save is several events. Only the end of a
//! write counts at once; writes without an end are waited for longer.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, Event, EventKind, ModifyKind};

use super::walk::{TOPS, is_skipped};
use super::watch::WatchError;

/// Time without events after which a change is taken as whole.
const QUIET: Duration = Duration::from_millis(10);

/// The same while a file may still be open for writing, where the system tells of its closing.
const QUIET_WHILE_WRITING: Duration = Duration::from_millis(if cfg!(target_os = "linux") { 100 } else { 10 });

/// Longest time that events may put off the end of a change.
const LONGEST: Duration = Duration::from_millis(500);

/// What has changed since the last time.
#[derive(Debug, Default)]
pub(super) struct Batch {
    pub(super) paths: BTreeSet<PathBuf>,
    /// Events were lost.
    pub(super) overflow: bool,
    pub(super) trouble: Option<WatchError>,
    /// Number of events that are covered.
    pub(super) seen: u64,
}

/// Events from the watcher's thread, for the one that waits.
#[derive(Debug)]
pub(super) struct Events {
    root: PathBuf,
    skip: Vec<PathBuf>,
    state: Mutex<State>,
    wake: Condvar,
    seen: AtomicU64,
}

#[derive(Debug, Default)]
struct State {
    batch: Batch,
    /// First and last event of the batch.
    span: Option<(Instant, Instant)>,
    /// Files that were written to and not closed since.
    writing: BTreeSet<PathBuf>,
    closed: bool,
}

impl Events {
    pub(super) fn new(root: PathBuf, skip: Vec<PathBuf>) -> Self {
        Self { root, skip, state: Mutex::default(), wake: Condvar::new(), seen: AtomicU64::new(0) }
    }

    /// Number of events so far.
    pub(super) fn seen(&self) -> u64 {
        self.seen.load(Ordering::Acquire)
    }

    /// Ends all waiting.
    pub(super) fn close(&self) {
        self.state().closed = true;
        self.wake.notify_all();
    }

    /// Takes an event; called on the watcher's thread.
    pub(super) fn push(&self, event: notify::Result<Event>) {
        let (event, trouble) = match event {
            Ok(event) => (event, None),
            Err(error) => (Event::default(), Some(WatchError::from(error))),
        };
        let overflow = event.need_rescan();
        if trouble.is_none() && !overflow && !matters(event.kind) {
            return;
        }
        let paths: Vec<PathBuf> = event.paths.into_iter().filter(|path| self.concerns(path)).collect();
        if trouble.is_none() && !overflow && paths.is_empty() {
            return;
        }
        let mut state = self.state();
        state.note(event.kind, paths);
        state.batch.overflow |= overflow;
        state.batch.trouble = state.batch.trouble.take().or(trouble);
        state.batch.seen = self.seen.fetch_add(1, Ordering::AcqRel) + 1;
        drop(state);
        self.wake.notify_all();
    }

    /// Waits for a change and its end; none after [`Events::close`].
    pub(super) fn take(&self) -> Option<Batch> {
        let mut state = self.state();
        loop {
            if state.closed {
                return None;
            }
            let wait = match state.span {
                None => Duration::MAX,
                Some((first, last)) => {
                    let quiet = if state.writing.is_empty() { QUIET } else { QUIET_WHILE_WRITING };
                    let now = Instant::now();
                    (last + quiet).min(first + LONGEST).saturating_duration_since(now)
                }
            };
            if wait.is_zero() {
                state.span = None;
                state.writing.clear();
                return Some(std::mem::take(&mut state.batch));
            }
            state = match wait {
                Duration::MAX => self.wake.wait(state).unwrap_or_else(PoisonError::into_inner),
                wait => self.wake.wait_timeout(state, wait).unwrap_or_else(PoisonError::into_inner).0,
            };
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether a build could read the path.
    fn concerns(&self, path: &Path) -> bool {
        if self.skip.iter().any(|skipped| path.starts_with(skipped)) {
            return false;
        }
        let Ok(below) = path.strip_prefix(&self.root) else { return true };
        let mut parts = below.iter().map(|part| part.as_encoded_bytes());
        if path.parent() == Some(&self.root) {
            return parts.next().is_some_and(|name| TOPS.iter().any(|top| top.as_bytes() == name));
        }
        !parts.any(is_skipped)
    }
}

impl State {
    fn note(&mut self, kind: EventKind, paths: Vec<PathBuf>) {
        let now = Instant::now();
        self.span = Some((self.span.map_or(now, |(first, _)| first), now));
        for path in paths {
            match kind {
                EventKind::Modify(ModifyKind::Data(_)) => _ = self.writing.insert(path.clone()),
                _ => _ = self.writing.remove(&path),
            }
            self.batch.paths.insert(path);
        }
    }
}

/// Whether an event can change what a build reads; reading a file makes events too.
fn matters(kind: EventKind) -> bool {
    match kind {
        EventKind::Access(access) => access == AccessKind::Close(AccessMode::Write),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use notify::event::{CreateKind, DataChange};

    use super::*;

    fn events() -> Events {
        Events::new(PathBuf::from("/p"), vec![PathBuf::from("/p/content/out")])
    }

    fn event(kind: EventKind, path: &str) -> notify::Result<Event> {
        Ok(Event::new(kind).add_path(PathBuf::from(path)))
    }

    #[test]
    fn only_what_a_build_reads_is_a_change() {
        let events = events();
        for path in [
            "/p/public",
            "/p/.hoaban",
            "/p/content/a/.index.md.swp",
            "/p/content/a/index.md~",
            "/p/content/out/x.html",
            "/p/themes/.git/index",
        ] {
            events.push(event(EventKind::Create(CreateKind::File), path));
        }
        events.push(event(EventKind::Access(AccessKind::Open(AccessMode::Any)), "/p/content/a.md"));
        assert_eq!(events.seen(), 0);
        events.push(event(EventKind::Create(CreateKind::File), "/p/portal.toml"));
        events.push(event(EventKind::Create(CreateKind::File), "/p/content/a.md"));
        assert_eq!(events.seen(), 2);
        assert_eq!(events.take().unwrap().paths.len(), 2);
    }

    #[test]
    fn a_file_that_is_still_written_is_waited_for() {
        let events = events();
        let start = Instant::now();
        events.push(event(EventKind::Modify(ModifyKind::Data(DataChange::Any)), "/p/content/a.md"));
        assert_eq!(events.take().unwrap().seen, 1);
        assert!(start.elapsed() >= QUIET_WHILE_WRITING);
        let start = Instant::now();
        events.push(event(EventKind::Modify(ModifyKind::Data(DataChange::Any)), "/p/content/a.md"));
        events.push(event(EventKind::Access(AccessKind::Close(AccessMode::Write)), "/p/content/a.md"));
        assert_eq!(events.take().unwrap().seen, 3);
        assert!(start.elapsed() >= QUIET && start.elapsed() < QUIET_WHILE_WRITING);
    }

    #[test]
    fn waiting_ends_when_closed() {
        let events = events();
        events.close();
        assert!(events.take().is_none());
    }
}
