//! Memory for work at the same time: a job waits until its share is free.
//!
//! In: jobs with what they cost. Out: their results. What a job does, and what it truly takes, is its caller's business.
//! Imports nothing of the crate.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// Bytes that jobs share. Jobs start in the order in which they asked, so that a large one is not passed by small ones for ever.
#[derive(Debug)]
pub struct Budget {
    bytes: u64,
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    taken: u64,
    /// Tickets given out.
    tickets: u64,
    /// The ticket whose turn it is.
    turn: u64,
}

impl Budget {
    /// A budget of so many bytes.
    #[must_use]
    pub fn new(bytes: u64) -> Self {
        Self { bytes, state: Mutex::default(), changed: Condvar::new() }
    }

    /// Runs a job once `cost` bytes are free; one that costs more than all of it runs alone.
    ///
    /// A job must not call `run` of the same budget, nor wait for another that does: it would wait for itself.
    pub fn run<T>(&self, cost: u64, job: impl FnOnce() -> T) -> T {
        let _held = self.take(cost.min(self.bytes));
        job()
    }

    fn take(&self, cost: u64) -> Held<'_> {
        let mut state = self.lock();
        let ticket = state.tickets;
        state.tickets += 1;
        while state.turn != ticket || state.taken + cost > self.bytes {
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        state.taken += cost;
        state.turn += 1;
        drop(state);
        self.changed.notify_all();
        Held { budget: self, cost }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A share of a budget; given back when dropped, by a job that panics too.
struct Held<'a> {
    budget: &'a Budget,
    cost: u64,
}

impl Drop for Held<'_> {
    fn drop(&mut self) {
        self.budget.lock().taken -= self.cost;
        self.budget.changed.notify_all();
    }
}

/// Applies `job` to all items on so many threads of its own, taken in order; results are in the items' order.
///
/// Unlike rayon's threads, these never begin another job while one waits, so a job may wait for a [`Budget`]. A job's panic is
/// passed on.
pub fn for_each<T: Sync, U: Send>(items: &[T], threads: usize, job: impl Fn(&T) -> U + Sync) -> Vec<U> {
    let next = AtomicUsize::new(0);
    let worker = || {
        let mut made = Vec::new();
        while let Some((at, item)) = Some(next.fetch_add(1, Ordering::Relaxed)).and_then(|at| Some((at, items.get(at)?))) {
            made.push((at, job(item)));
        }
        made
    };
    let mut results: Vec<(usize, U)> = thread::scope(|scope| {
        let workers: Vec<_> = (0..threads.clamp(1, items.len().max(1))).map(|_| scope.spawn(worker)).collect();
        let made = workers.into_iter().map(|worker| worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        made.flatten().collect()
    });
    results.sort_unstable_by_key(|(at, _)| *at);
    results.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU64, Ordering};

    use proptest::prelude::*;

    use super::{Budget, for_each};

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]
        #[test]
        fn jobs_at_work_never_cost_more_than_the_budget(
            costs in proptest::collection::vec(0u64..150, 1..40), threads in 1usize..6,
        ) {
            let (budget, now, most) = (Budget::new(100), AtomicU64::new(0), AtomicU64::new(0));
            let done = for_each(&costs, threads, |cost| budget.run(*cost, || {
                let held = (*cost).min(100);
                most.fetch_max(now.fetch_add(held, Ordering::SeqCst) + held, Ordering::SeqCst);
                std::thread::yield_now();
                now.fetch_sub(held, Ordering::SeqCst);
                *cost
            }));
            prop_assert_eq!(done, costs);
            prop_assert!(most.into_inner() <= 100);
        }
    }

    #[test]
    fn a_job_that_panics_gives_its_share_back() {
        let budget = Budget::new(10);
        let fails = || for_each(&[1], 1, |_| budget.run(10, || panic!("meant")));
        assert!(std::panic::catch_unwind(std::panic::AssertUnwindSafe(fails)).is_err());
        assert_eq!(budget.run(10, || 3), 3);
    }
}
