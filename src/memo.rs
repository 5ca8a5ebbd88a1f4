//! Remembered values of pure functions, by the digest of their arguments; and the one way to work in parallel.
//!
//! A value may depend on nothing but what its key digests, and holds no ids of one build.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, PoisonError, RwLock};

use rayon::prelude::*;

use crate::diag::Found;
use crate::model::Digest;
use crate::model::document::Parsed;
use crate::model::terms::PageTerms;

/// Applies `f` to all items in parallel; results are in the items' order.
pub fn par_map<T: Sync, U: Send>(items: &[T], f: impl Fn(&T) -> U + Sync + Send) -> Vec<U> {
    items.par_iter().map(f).collect()
}

/// What one build leaves for the next of the same process.
#[derive(Debug, Default)]
pub struct Memo {
    parsed: Remembered<Found<Arc<Parsed>>>,
    terms: Arc<Remembered<PageTerms>>,
}

/// Values of one function.
#[derive(Debug)]
pub struct Remembered<T> {
    known: RwLock<HashMap<Digest, Arc<T>>>,
    enabled: bool,
}

impl<T> Default for Remembered<T> {
    fn default() -> Self {
        Self { known: RwLock::default(), enabled: false }
    }
}

impl<T> Remembered<T> {
    fn on() -> Self {
        Self { enabled: true, ..Self::default() }
    }

    /// Whether values are kept at all.
    #[must_use]
    pub fn is_on(&self) -> bool {
        self.enabled
    }

    /// The value of a key; made by `make` where it is not known.
    pub fn get(&self, key: Digest, make: impl FnOnce() -> T) -> Arc<T> {
        if let Some(known) = self.known.read().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return Arc::clone(known);
        }
        let made = Arc::new(make());
        if self.enabled {
            self.known.write().unwrap_or_else(PoisonError::into_inner).insert(key, Arc::clone(&made));
        }
        made
    }

    /// Forgets the values of all other keys.
    pub fn keep(&self, keys: &BTreeSet<Digest>) {
        self.retain(|key, _| keys.contains(key));
    }

    fn retain(&self, wanted: impl Fn(&Digest, &T) -> bool) {
        self.known.write().unwrap_or_else(PoisonError::into_inner).retain(|key, value| wanted(key, value));
    }
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
        Self { parsed: Remembered::on(), terms: Arc::new(Remembered::on()) }
    }

    /// A parsed file by the digest of its text and language; made by `parse` where it is not known.
    pub fn parsed(&self, digest: Digest, lang: &str, parse: impl FnOnce() -> Found<Arc<Parsed>>) -> Arc<Found<Arc<Parsed>>> {
        if !self.parsed.is_on() {
            return Arc::new(parse());
        }
        self.parsed.get(Digest::of_parts([digest.as_bytes().as_slice(), lang.as_bytes()]), parse)
    }

    /// The words of pages, for search.
    #[must_use]
    pub fn terms(&self) -> Arc<Remembered<PageTerms>> {
        Arc::clone(&self.terms)
    }

    /// Forgets parsed files that nobody holds any more.
    pub fn prune(&self) {
        self.parsed.retain(|_, found| Arc::strong_count(&found.value) > 1);
    }
}
