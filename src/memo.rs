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
    parsed: RwLock<HashMap<Digest, Arc<Found<Arc<Parsed>>>>>,
    terms: Arc<Remembered<PageTerms>>,
    enabled: bool,
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
        self.known.write().unwrap_or_else(PoisonError::into_inner).retain(|key, _| keys.contains(key));
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
        Self { enabled: true, terms: Arc::new(Remembered { enabled: true, ..Remembered::default() }), ..Self::default() }
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

    /// The words of pages, for search.
    #[must_use]
    pub fn terms(&self) -> Arc<Remembered<PageTerms>> {
        Arc::clone(&self.terms)
    }

    /// Forgets parsed files that nobody holds any more.
    pub fn prune(&self) {
        self.parsed.write().unwrap_or_else(PoisonError::into_inner).retain(|_, found| Arc::strong_count(&found.value) > 1);
    }
}
