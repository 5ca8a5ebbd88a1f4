//! Answers queries from the files of a built portal; `client/engine.js` does the same: same ids, same order.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;

use serde::de::DeserializeOwned;

use super::facets::{Filters, narrow};
use super::manifest::{Card, Facets, Manifest, Segment, Shard, Shards, Suggest};
use super::paths::{self, Tier};
use super::query::{Asked, Word, keys, looks_vietnamese, parse};
use super::rank::Ranks;
use super::spelling::{decoded, mend};
use super::terms::{Terms, places};

/// Why a query has no answer.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// A file is not there; its path below the portal's base.
    #[error("{0}: no such file")]
    Missing(String),
    /// A file is not what the format says.
    #[error("{0}: {1}")]
    Bad(String, serde_json::Error),
}

/// How results are wanted.
#[derive(Debug, Clone)]
pub struct Options {
    /// Chosen values of facets.
    pub filters: Filters,
    /// Newest first instead of best first.
    pub by_date: bool,
    /// The last word may go on: it is still being typed.
    pub prefix: bool,
    /// Other spellings are tried where nothing whole was found.
    pub fix: bool,
    /// Results at most.
    pub limit: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self { filters: Filters::new(), by_date: false, prefix: false, fix: true, limit: 10 }
    }
}

/// What was found.
#[derive(Debug, Clone, Default)]
pub struct Answer {
    /// How many results there are.
    pub total: usize,
    /// The first of them.
    pub ids: Vec<u32>,
    /// No entry has all words; these have some.
    pub relaxed: bool,
    /// The query that was answered, where it is not the one that was asked.
    pub fixed: Option<String>,
    /// The words that were looked for.
    pub words: Vec<Word>,
    /// Entries found by their titles in another language alone.
    pub foreign: BTreeSet<u32>,
}

/// A query being answered.
struct Found {
    answer: Answer,
    all: bool,
    missing: Vec<usize>,
    weak: bool,
}

/// Reads an index; `F` gives the bytes of a path below the portal's base, `None` where there is no such file.
#[derive(Debug)]
pub struct Reader<F> {
    fetch: F,
    manifest: Manifest,
    /// First ids of segments.
    starts: Vec<u32>,
    shards: HashMap<String, Rc<Shard>>,
    ranks: Ranks,
    side: Ranks,
}

impl<F: Fn(&str) -> Option<Vec<u8>>> Reader<F> {
    /// Opens the index of a language.
    ///
    /// # Errors
    /// There is no manifest, or it is none.
    pub fn open(fetch: F, lang: &str) -> Result<Self, ReadError> {
        let manifest: Manifest = read(&fetch, &paths::manifest(lang))?;
        let starts = manifest.segments.iter().scan(0, |next: &mut u32, segment| {
            let start = *next;
            *next = next.saturating_add(segment.n);
            Some(start)
        });
        let (starts, ranks) = (starts.collect(), || Ranks::new(manifest.n, manifest.levels));
        Ok(Self { fetch, starts, shards: HashMap::new(), ranks: ranks(), side: ranks(), manifest })
    }

    /// The manifest that was opened.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// Answers a query of any length.
    ///
    /// # Errors
    /// A file of the index is missing or broken.
    pub fn search(&mut self, query: &str, options: &Options) -> Result<Answer, ReadError> {
        let asked = parse(query, &self.manifest.lang);
        if asked.words.is_empty() {
            return Ok(Answer::default());
        }
        let mut found = self.find(&asked, query, options.prefix)?;
        if options.fix && (!found.all || !found.missing.is_empty() || (found.weak && asked.words.len() < 3)) {
            let plain = Options { fix: false, ..options.clone() };
            for fixed in self.others(&asked, &found)? {
                let answer = self.search(&fixed, &plain)?;
                if answer.total > 0 && !answer.relaxed {
                    return Ok(Answer { fixed: Some(fixed), ..answer });
                }
            }
        }
        if options.filters.values().any(|chosen| !chosen.is_empty())
            && let Some(name) = &self.manifest.facets
        {
            let Facets { facets, .. } = read(&self.fetch, &paths::facets(name))?;
            found.answer.ids = narrow(&facets, &found.answer.ids, &options.filters, &self.starts, self.manifest.n);
        }
        let mut answer = found.answer;
        if options.by_date {
            answer.ids.sort_unstable_by(|a, b| b.cmp(a));
        }
        answer.total = answer.ids.len();
        answer.ids.truncate(options.limit);
        Ok(answer)
    }

    /// The cards of ids, in their order.
    ///
    /// # Errors
    /// A file of cards is missing or broken.
    pub fn cards(&self, ids: &[u32]) -> Result<Vec<Card>, ReadError> {
        let mut files: BTreeMap<String, Vec<Card>> = BTreeMap::new();
        let mut card = |id: u32| {
            let at = self.starts.partition_point(|start| *start <= id).saturating_sub(1);
            let (file, hash, place) = self.manifest.segments.get(at)?.cards.of(id - self.starts.get(at)?)?;
            let path = paths::cards(&self.folder(&self.manifest.lang, at), hash, file);
            if !files.contains_key(&path) {
                match read(&self.fetch, &path) {
                    Ok(cards) => _ = files.insert(path.clone(), cards),
                    Err(error) => return Some(Err(error)),
                }
            }
            files.get(&path)?.get(place).cloned().map(Ok)
        };
        ids.iter().filter_map(|id| card(*id)).collect()
    }

    /// Looks in the language's index, and in the heads of other languages: at once where the words look like theirs, and where
    /// nothing was found.
    fn find(&mut self, asked: &Asked, query: &str, open: bool) -> Result<Found, ReadError> {
        let index = self.look(asked)?;
        let vietnamese = looks_vietnamese(&asked.words);
        let others: Vec<String> = self.manifest.langs.iter().filter(|lang| **lang != self.manifest.lang).cloned().collect();
        let (near, far): (Vec<String>, Vec<String>) =
            others.into_iter().partition(|lang| vietnamese == Some(lang.starts_with("vi")));
        let mut heads = Vec::new();
        for lang in near {
            heads.push(self.head(query, &lang)?);
        }
        let found = self.judge(asked, &index, &heads, open);
        if found.all || far.is_empty() {
            return Ok(found);
        }
        for lang in far {
            heads.push(self.head(query, &lang)?);
        }
        Ok(self.judge(asked, &index, &heads, open))
    }

    fn judge(&mut self, asked: &Asked, index: &Terms, heads: &[(Asked, Terms)], open: bool) -> Found {
        self.ranks.run(asked, index, open);
        let mut foreign = BTreeSet::new();
        let whole = self.ranks.missing.is_empty();
        for (asked, terms) in heads {
            self.side.run(asked, terms, false);
            if self.side.need == 0 || !self.side.missing.is_empty() {
                continue;
            }
            for id in (0..self.manifest.n).filter(|id| self.side.answers(*id as usize)) {
                if !(whole && self.ranks.answers(id as usize)) {
                    foreign.insert(id);
                }
                self.ranks.score[id as usize] += self.side.score[id as usize] / 2.0;
            }
        }
        let ranks = &self.ranks;
        let scored: Vec<u32> = (0..self.manifest.n).filter(|id| ranks.score[*id as usize] > 0.0).collect();
        let full = |id: &u32| foreign.contains(id) || (whole && ranks.answers(*id as usize));
        let mut ids: Vec<u32> = scored.iter().copied().filter(full).collect();
        let all = !ids.is_empty();
        let cover = |id: u32| f64::from(ranks.cover[id as usize]);
        if !all {
            let most = scored.iter().map(|id| cover(*id)).fold(0.0, f64::max);
            let least = (f64::from(ranks.need) / 2.0).min(most);
            ids = scored.into_iter().filter(|id| cover(*id) >= least).collect();
        }
        let value = |id: u32| (if all { 0.0 } else { 100.0 * cover(id) }) + ranks.score[id as usize];
        ids.sort_unstable_by(|a, b| value(*b).total_cmp(&value(*a)).then(b.cmp(a)));
        let last = asked.words.len().saturating_sub(1);
        let word = |(at, word): (usize, &Word)| Word {
            marked: word.marked && ranks.strict,
            open: open && at == last && index.find(&word.folded).is_none(),
            ..word.clone()
        };
        let words = asked.words.iter().enumerate().map(word).collect();
        let answer = Answer { relaxed: !all && !ids.is_empty(), ids, words, foreign, ..Answer::default() };
        Found { answer, all, missing: ranks.missing.clone(), weak: ranks.weak }
    }

    /// Other queries to try, the likelier first. What the index has as it was typed is taken for Telex only if nothing else helps.
    fn others(&self, asked: &Asked, found: &Found) -> Result<Vec<String>, ReadError> {
        let Some(name) = &self.manifest.suggest else { return Ok(Vec::new()) };
        let words = &found.answer.words;
        let mut tries: Vec<String> = Vec::new();
        tries.extend(decoded(asked, words, |at| found.missing.contains(&at)));
        if !found.all {
            tries.extend(decoded(asked, words, |_| true).filter(|query| !tries.contains(query)));
        } else if !found.missing.is_empty() {
            return Ok(tries);
        }
        let suggest: Suggest = read(&self.fetch, &paths::suggest(&self.manifest.lang, name))?;
        tries.extend(mend(&asked.text, words, &found.missing, &suggest));
        Ok(tries)
    }

    fn head(&mut self, query: &str, lang: &str) -> Result<(Asked, Terms), ReadError> {
        let asked = parse(query, lang);
        let terms = self.look(&asked)?;
        Ok((asked, terms))
    }

    /// The shards that have the keys of a query, in its language.
    fn look(&mut self, asked: &Asked) -> Result<Terms, ReadError> {
        let own = asked.lang == self.manifest.lang;
        let keys = keys(asked);
        let mut terms = Terms::default();
        for at in 0..self.manifest.segments.len() {
            let segment = &self.manifest.segments[at];
            let mut wanted = Vec::new();
            if let Some((tier, family)) = family(segment, own, &asked.lang) {
                let bounds = family.bounds();
                let folder = self.folder(&asked.lang, at);
                let path = |place: usize| Some(paths::shard(&folder, tier, family.hash(place)?, bounds.get(place)?));
                wanted.extend(places(&bounds, &keys).into_iter().filter_map(path));
            }
            let (n, start) = (segment.n, self.starts[at]);
            let shards = wanted.into_iter().map(|path| self.shard(path)).collect::<Result<_, _>>()?;
            terms.segments.push((n, start, shards));
        }
        Ok(terms)
    }

    fn shard(&mut self, path: String) -> Result<Rc<Shard>, ReadError> {
        if let Some(shard) = self.shards.get(&path) {
            return Ok(shard.clone());
        }
        let shard: Rc<Shard> = Rc::new(read(&self.fetch, &path)?);
        self.shards.insert(path, shard.clone());
        Ok(shard)
    }

    fn folder(&self, lang: &str, segment: usize) -> String {
        paths::folder(lang, segment, self.manifest.segments.len())
    }
}

/// The shards of a segment in a language: full text in the manifest's own, heads in others.
fn family<'s>(segment: &'s Segment, own: bool, lang: &str) -> Option<(Tier, &'s Shards)> {
    let full = segment.t.as_ref().map(|shards| (Tier::Full, shards));
    let head = || segment.h.as_ref().map(|shards| (Tier::Head, shards));
    if own {
        return full.or_else(head);
    }
    segment.alt.iter().find(|other| other.lang == lang).map(|other| (Tier::Head, &other.h))
}

fn read<T: DeserializeOwned>(fetch: &impl Fn(&str) -> Option<Vec<u8>>, path: &str) -> Result<T, ReadError> {
    let bytes = fetch(path).ok_or_else(|| ReadError::Missing(path.to_owned()))?;
    serde_json::from_slice(&bytes).map_err(|error| ReadError::Bad(path.to_owned(), error))
}
