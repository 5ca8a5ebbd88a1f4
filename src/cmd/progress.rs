//! A bar for work that takes over a second, on a terminal only; and the wish to stop it.

use std::panic;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// What takes less is done before a bar would be read.
const PATIENCE: Duration = Duration::from_secs(1);

const TICK: Duration = Duration::from_millis(100);

/// How far work has come; shared by its threads.
#[derive(Debug, Default)]
pub(super) struct Progress {
    done: AtomicUsize,
    total: AtomicUsize,
}

impl Progress {
    /// Says how much there is to do.
    pub(super) fn expect(&self, total: usize) {
        self.total.store(total, Ordering::Relaxed);
    }

    /// One more is done.
    pub(super) fn step(&self) {
        self.done.fetch_add(1, Ordering::Relaxed);
    }

    fn show(&self, bar: &ProgressBar) {
        let total = self.total.load(Ordering::Relaxed);
        if total > 0 {
            bar.set_length(total as u64);
        }
        bar.set_position(self.done.load(Ordering::Relaxed) as u64);
        bar.tick();
    }
}

/// Does the work on a thread of its own while this one shows how far it is, where somebody watches.
pub(super) fn watched<T: Send>(watched: bool, label: &str, work: impl FnOnce(&Progress) -> T + Send) -> T {
    let progress = Progress::default();
    if !watched {
        return work(&progress);
    }
    thread::scope(|scope| {
        let (finished, wait) = mpsc::channel::<()>();
        let worker = scope.spawn(|| {
            let _finished = finished;
            work(&progress)
        });
        show_until(&wait, &progress, label);
        worker.join().unwrap_or_else(|cause| panic::resume_unwind(cause))
    })
}

fn show_until(wait: &mpsc::Receiver<()>, progress: &Progress, label: &str) {
    let started = Instant::now();
    let mut shown: Option<ProgressBar> = None;
    while wait.recv_timeout(TICK) == Err(RecvTimeoutError::Timeout) {
        if started.elapsed() >= PATIENCE {
            progress.show(shown.get_or_insert_with(|| bar(label)));
        }
    }
    if let Some(bar) = shown {
        bar.finish_and_clear();
    }
}

fn bar(label: &str) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
    let style = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len} {elapsed}");
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar.with_message(label.to_owned())
}

/// Becomes true when the process is asked to stop (SIGINT, Ctrl-C), which then no longer ends it by itself; a second time ends it.
#[allow(clippy::exit, reason = "a person who asks twice will not wait")]
pub(super) fn interrupts() -> Arc<AtomicBool> {
    let wish = Arc::new(AtomicBool::new(false));
    let asked = Arc::clone(&wish);
    thread::spawn(move || {
        let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_all().build() else { return };
        runtime.block_on(async {
            while tokio::signal::ctrl_c().await.is_ok() {
                if asked.swap(true, Ordering::Relaxed) {
                    std::process::exit(i32::from(super::Exit::Interrupted.status()));
                }
            }
        });
    });
    wish
}

#[cfg(test)]
mod tests {
    use super::watched;

    #[test]
    fn the_works_value_comes_back_watched_or_not() {
        for someone in [true, false] {
            let value = watched(someone, "", |progress| {
                progress.expect(2);
                progress.step();
                7
            });
            assert_eq!(value, 7);
        }
    }
}
