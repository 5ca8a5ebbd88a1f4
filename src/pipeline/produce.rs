//! A build: every file is made once, pages, pictures and the search index side by side.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use super::pictures::Wanted;
use super::{Built, once};
use crate::budget;
use crate::diag::Diagnostic;
use crate::model::OutPath;
use crate::model::asset::AssetId;
use crate::model::output::Output;
use crate::world::World;

type Put<'a> = dyn Fn(&OutPath, Result<Vec<u8>, Vec<Diagnostic>>) -> Vec<Diagnostic> + Sync + 'a;

/// Takes a file's path and bytes.
pub type Sink<'a> = dyn Fn(&OutPath, &[u8]) -> std::io::Result<()> + Sync + 'a;

impl Built {
    /// Makes every file and gives it to `sink` as soon as it is made, from several threads; returns what is wrong, the checks
    /// included. A file that cannot be made is left out.
    ///
    /// # Errors
    /// The first that `sink` returned.
    pub fn produce(&self, world: &dyn World, sink: &Sink<'_>) -> std::io::Result<Vec<Diagnostic>> {
        let failed: Mutex<Option<std::io::Error>> = Mutex::new(None);
        let stopped = AtomicBool::new(false);
        let put = |path: &OutPath, bytes: Result<Vec<u8>, Vec<Diagnostic>>| match bytes {
            Ok(bytes) => {
                if let Err(error) = sink(path, &bytes) {
                    stopped.store(true, Ordering::Relaxed);
                    failed.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(error);
                }
                Vec::new()
            }
            Err(notes) => notes,
        };
        let found = self.pictures(world, &stopped, &put);
        let outputs: Vec<(&OutPath, &Output)> =
            self.outputs.iter().filter(|(_, output)| Wanted::of(&output.recipe).is_none()).collect();
        let make = |(path, output): &(&OutPath, &Output)| match stopped.load(Ordering::Relaxed) {
            true => Vec::new(),
            false => put(path, self.bytes(world, &output.recipe)),
        };
        let index = || {
            self.write_index(&|path, bytes| {
                if !stopped.load(Ordering::Relaxed) {
                    put(&path, Ok(bytes));
                }
            })
        };
        let beside = || rayon::join(|| self.judged(), index).0;
        let (mut notes, more) = rayon::join(beside, || outputs.par_iter().with_max_len(16).map(make).collect::<Vec<_>>());
        notes.extend(once(found.into_iter().chain(more.into_iter().flatten())));
        match failed.into_inner().unwrap_or_else(PoisonError::into_inner) {
            Some(error) => Err(error),
            None => Ok(notes),
        }
    }

    /// Makes all pictures, source by source, the largest first.
    fn pictures(&self, world: &dyn World, stopped: &AtomicBool, put: &Put<'_>) -> Vec<Diagnostic> {
        let studio = self.studio(world);
        let mut sources: BTreeMap<Option<AssetId>, (Vec<&OutPath>, Vec<Wanted>)> = BTreeMap::new();
        for (path, output) in self.outputs.iter() {
            let Some(wanted) = Wanted::of(&output.recipe) else { continue };
            let (paths, all) = sources.entry(studio.source(&wanted)).or_default();
            paths.push(path);
            all.push(wanted);
        }
        let mut jobs: Vec<_> = sources.into_iter().collect();
        let facts = |id: Option<AssetId>| self.site.asset(id?).picture;
        let area = |id| facts(id).map_or(0, |facts| u64::from(facts.width) * u64::from(facts.height));
        jobs.sort_by_key(|(id, _)| (std::cmp::Reverse(area(*id)), *id));
        let found = budget::for_each(&jobs, rayon::current_num_threads(), |(id, (paths, wanted))| {
            let mut notes = Vec::new();
            if !stopped.load(Ordering::Relaxed) {
                let made = studio.make(*id, wanted, &mut |place, bytes| notes.extend(put(paths[place], bytes)));
                notes.extend(made.err().into_iter().flatten());
            }
            notes
        });
        found.into_iter().flatten().collect()
    }
}
