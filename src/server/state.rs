//! One state of the portal while it is served: the newest build, what is wrong with it, and what was made of it.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

use axum::body::Bytes;

use super::app::App;
use super::events::Findings;
use super::problems::{Overlay, Problem, files_of, problems};
use crate::diag::Diagnostic;
use crate::diag::judge::judge;
use crate::diag::messages::Interface;
use crate::model::OutPath;
use crate::model::config::RuleLevel;
use crate::model::output::Recipe;
use crate::pipeline::Built;

/// Bytes of made files that one state keeps at most.
const MOST_KEPT: usize = 64 << 20;

/// Pages whose last good bytes are kept.
const MOST_GOOD: usize = 64;

/// What became of a request for a file.
#[derive(Debug, Clone, Default)]
pub(super) struct Made {
    /// The bytes; none where they could not be made and there are no older ones.
    pub(super) bytes: Option<Bytes>,
    /// They are from an earlier build.
    pub(super) stale: bool,
    /// What is wrong in making them.
    pub(super) problems: Vec<Problem>,
}

/// A state; nothing in it changes but what was made on request and what the checks add.
#[derive(Debug, Default)]
pub(super) struct State {
    /// Goes up with every build that gave something.
    pub(super) version: u64,
    /// The newest build that gave something.
    pub(super) built: Option<Arc<Built>>,
    /// The newest build without errors.
    pub(super) good: Option<Arc<Built>>,
    /// Errors of the newest build.
    problems: Vec<Problem>,
    /// Errors that the checks found.
    checked: Mutex<Vec<Problem>>,
    /// Files with errors of the build.
    broken: BTreeSet<String>,
    kept: Mutex<Kept>,
}

#[derive(Debug, Default)]
struct Kept {
    made: BTreeMap<OutPath, Made>,
    size: usize,
}

/// The last whole bytes of the pages that were looked at last.
#[derive(Debug, Default)]
pub(super) struct LastGood {
    pages: BTreeMap<OutPath, Bytes>,
    order: VecDeque<OutPath>,
}

impl LastGood {
    fn keep(&mut self, path: &OutPath, bytes: &Bytes) {
        if self.pages.insert(path.clone(), bytes.clone()).is_none() {
            self.order.push_back(path.clone());
        }
        if self.order.len() > MOST_GOOD {
            self.order.pop_front().map(|oldest| self.pages.remove(&oldest));
        }
    }
}

impl State {
    /// After a build that gave a site.
    pub(super) fn built(before: &Self, built: Arc<Built>, findings: &Findings, ui: &Interface) -> Self {
        let whole = findings.errors() == 0;
        Self {
            version: before.version + 1,
            good: if whole { Some(Arc::clone(&built)) } else { before.good.clone() },
            built: Some(built),
            broken: broken(findings),
            problems: problems(findings, ui),
            ..Self::default()
        }
    }

    /// After a build that gave nothing: all pages stay.
    pub(super) fn failed(before: &Self, findings: &Findings, ui: &Interface) -> Self {
        Self {
            version: before.version,
            good: before.good.clone(),
            built: before.built.clone(),
            broken: before.broken.clone(),
            problems: problems(findings, ui),
            ..Self::default()
        }
    }

    /// Path of the portal's top, with slashes around it.
    pub(super) fn base(&self) -> String {
        let path = self.built.as_ref().map_or("", |built| built.site.config.base_path.as_str());
        if path.is_empty() { "/".to_owned() } else { format!("/{path}/") }
    }

    /// Adds what the checks found; true where something is new.
    pub(super) fn add_checked(&self, findings: &Findings, ui: &Interface) -> bool {
        let found = problems(findings, ui);
        let mut checked = lock(&self.checked);
        let new = *checked != found;
        *checked = found;
        new
    }

    /// A file that the newest build has, or that an earlier one had while this one has errors.
    pub(super) fn has(&self, path: &OutPath) -> bool {
        let in_build = |built: &Option<Arc<Built>>| built.as_ref().is_some_and(|built| built.has(path));
        in_build(&self.built) || (!self.problems.is_empty() && in_build(&self.good))
    }

    /// A file's bytes: as the newest build makes them; the last good ones where its own source has errors or it cannot be made.
    pub(super) fn made(&self, path: &OutPath, app: &App) -> Option<Made> {
        if let Some(made) = lock(&self.kept).made.get(path) {
            return Some(made.clone());
        }
        if !self.has(path) {
            return None;
        }
        let older = || self.older(path, app).map(|bytes| Made { bytes: Some(bytes), stale: true, problems: Vec::new() });
        let broken = self.is_broken(path).then(older).flatten();
        let made = broken.or_else(|| self.fresh(path, app)).or_else(older)?;
        let mut kept = lock(&self.kept);
        let size = made.bytes.as_ref().map_or(0, Bytes::len);
        kept.size += size;
        if kept.size > MOST_KEPT {
            kept.made.clear();
            kept.size = size;
        }
        kept.made.insert(path.clone(), made.clone());
        Some(made)
    }

    fn fresh(&self, path: &OutPath, app: &App) -> Option<Made> {
        let built = self.built.as_ref()?;
        let is_page = built.outputs.get(path).is_some_and(|output| matches!(output.recipe, Recipe::Page(_)));
        match built.file(&app.world, path)? {
            Ok(bytes) => {
                let bytes = Bytes::from(bytes);
                if is_page && !self.is_broken(path) {
                    lock(&app.last_good).keep(path, &bytes);
                }
                Some(Made { bytes: Some(bytes), ..Made::default() })
            }
            Err(notes) => {
                let bytes = self.older(path, app);
                Some(Made { stale: bytes.is_some(), bytes, problems: problems(&judged(notes, built), &app.ui) })
            }
        }
    }

    fn older(&self, path: &OutPath, app: &App) -> Option<Bytes> {
        if let Some(bytes) = lock(&app.last_good).pages.get(path) {
            return Some(bytes.clone());
        }
        self.good.as_ref()?.file(&app.world, path)?.ok().map(Bytes::from)
    }

    /// The files that a page is written in; none for what is no page.
    fn files<'a>(&self, path: &OutPath, built: Option<&'a Arc<Built>>) -> BTreeSet<&'a str> {
        let page = built.and_then(|built| match built.outputs.get(path)?.recipe {
            Recipe::Page(page) => Some((built, page)),
            _ => None,
        });
        page.map_or_else(BTreeSet::new, |(built, page)| files_of(&built.site, page))
    }

    fn is_broken(&self, path: &OutPath) -> bool {
        let broken = |built| self.files(path, built).iter().any(|file| self.broken.contains(*file));
        broken(self.built.as_ref()) || broken(self.good.as_ref())
    }

    /// What to lay over a page.
    pub(super) fn overlay(&self, path: Option<&OutPath>, ui: &Interface) -> Overlay {
        let made = path.and_then(|path| lock(&self.kept).made.get(path).cloned()).unwrap_or_default();
        let files = path.map(|path| {
            let mut files = self.files(path, self.built.as_ref());
            files.extend(self.files(path, self.good.as_ref()));
            files
        });
        let mut all = self.all_problems();
        all.retain(|problem| !made.problems.contains(problem));
        let is_here = |problem: &Problem| files.as_ref().is_some_and(|files| files.contains(problem.path.as_str()));
        let (mut here, elsewhere): (Vec<_>, Vec<_>) = all.into_iter().partition(is_here);
        here.splice(0..0, made.problems);
        Overlay::new(here, elsewhere, made.stale, ui)
    }

    /// All errors that are known.
    pub(super) fn all_problems(&self) -> Vec<Problem> {
        let mut all = self.problems.clone();
        all.extend(lock(&self.checked).iter().filter(|problem| !self.problems.contains(problem)).cloned());
        all
    }
}

/// Findings about one build.
pub(super) fn judged(notes: Vec<Diagnostic>, built: &Built) -> Findings {
    let site = &built.site;
    let judged = judge(notes, &built.sources, Some(&site.config), site.now.date());
    Findings { judged, sources: Arc::clone(&built.sources) }
}

fn broken(findings: &Findings) -> BTreeSet<String> {
    let errors = findings.judged.iter().filter(|finding| finding.level == RuleLevel::Error);
    let places = errors.filter_map(|finding| finding.diagnostic.at);
    places.map(|at| findings.sources.get(at.source).path.as_str().to_owned()).collect()
}

pub(super) fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
