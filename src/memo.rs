//! Remembered values of pure functions, by the digest of their arguments; and the one way to work in parallel.
//!
//! A value may depend on nothing but what its key digests, and holds no ids of one build.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use rayon::prelude::*;

use crate::diag::Found;
use crate::model::Digest;
use crate::model::document::Parsed;

/// Applies `f` to all items in parallel; results are in the items' order.
pub fn par_map<T: Sync, U: Send>(items: &[T], f: impl Fn(&T) -> U + Sync + Send) -> Vec<U> {
    items.par_iter().map(f).collect()
}

/// What one build leaves for the next of the same process.
#[derive(Debug, Default)]
pub struct Memo {
    parsed: RwLock<HashMap<Digest, Arc<Found<Arc<Parsed>>>>>,
    enabled: bool,
}

impl Memo {
    /// A memo that keeps nothing, for a single build.
    #[must_use]
    pub fn off() -> Self {
        Self::default()
    }

    /// A memo that keeps what it is given.
    #[must_use]
    pub fn on() -> Self {
        Self { enabled: true, ..Self::default() }
    }

    /// A parsed file by the digest of its text and language; made by `parse` where it is not known.
    pub fn parsed(&self, digest: Digest, lang: &str, parse: impl FnOnce() -> Found<Arc<Parsed>>) -> Arc<Found<Arc<Parsed>>> {
        if !self.enabled {
            return Arc::new(parse());
        }
        let key = Digest::of_parts([digest.as_bytes().as_slice(), lang.as_bytes()]);
        if let Some(known) = self.parsed.read().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return Arc::clone(known);
        }
        let made = Arc::new(parse());
        self.parsed.write().unwrap_or_else(PoisonError::into_inner).insert(key, Arc::clone(&made));
        made
    }

    /// Forgets parsed files that nobody holds any more.
    pub fn prune(&self) {
        self.parsed.write().unwrap_or_else(PoisonError::into_inner).retain(|_, found| Arc::strong_count(&found.value) > 1);
    }
}
