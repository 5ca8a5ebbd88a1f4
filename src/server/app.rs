//! What the server's threads share.

use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use tokio::sync::watch;

use super::Options;
use super::rebuild::Checks;
use super::state::{LastGood, State};
use crate::diag::messages::Interface;
use crate::disk::WatchedWorld;
use crate::memo::Memo;

/// Longest time that a request waits for a build that is on its way.
const PATIENCE: Duration = Duration::from_secs(2);

/// What open pages are told: numbers that go up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct News {
    /// [`State::version`]: pages are to be loaded again.
    pub(super) version: u64,
    /// What is wrong has changed.
    pub(super) problems: u64,
}

/// One server.
pub(super) struct App {
    pub(super) world: WatchedWorld,
    pub(super) memo: Memo,
    pub(super) options: Options,
    pub(super) ui: Interface,
    pub(super) last_good: Mutex<LastGood>,
    pub(super) news: watch::Sender<News>,
    pub(super) checks: Checks,
    pub(super) stop: watch::Sender<bool>,
    /// Tells this server's versions from those of one before it.
    pub(super) boot: u64,
    state: RwLock<Arc<State>>,
    /// Events of the world that the state covers.
    settled: watch::Sender<u64>,
}

impl App {
    pub(super) fn new(world: WatchedWorld, options: Options, ui: Interface, stop: watch::Sender<bool>) -> Self {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Self {
            world,
            memo: Memo::on(),
            options,
            ui,
            last_good: Mutex::default(),
            news: watch::channel(News::default()).0,
            checks: Checks::default(),
            stop,
            boot: u64::try_from(since.as_millis()).unwrap_or_default(),
            state: RwLock::default(),
            settled: watch::channel(0).0,
        }
    }

    /// The newest state.
    pub(super) fn state(&self) -> Arc<State> {
        Arc::clone(&self.state.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Takes a new state and gives the old one back, so that the caller can drop it when nobody waits.
    pub(super) fn swap(&self, state: State) -> Arc<State> {
        std::mem::replace(&mut self.state.write().unwrap_or_else(PoisonError::into_inner), Arc::new(state))
    }

    /// Says that the state covers the world's events up to `seen`.
    pub(super) fn settle(&self, seen: u64) {
        self.settled.send_modify(|settled| *settled = seen.max(*settled));
    }

    /// Waits until the state covers what has happened so far, but not for ever.
    pub(super) async fn settled(&self) {
        let seen = self.world.seen();
        let mut settled = self.settled.subscribe();
        let _ = tokio::time::timeout(PATIENCE, settled.wait_for(|settled| *settled >= seen)).await;
    }

    /// The version as pages know it.
    pub(super) fn version(&self, version: u64) -> String {
        format!("{}-{version}", self.boot)
    }

    /// Ends the other threads.
    pub(super) fn close(&self) {
        self.stop.send_replace(true);
        self.checks.close();
        self.world.close();
    }

    pub(super) fn is_stopped(&self) -> bool {
        *self.stop.borrow()
    }
}
