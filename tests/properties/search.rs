//! Laws of the search index: it has what may be found and nothing else, its files lead to each other, a small edit stays small.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use hoaban::search::codec;
use hoaban::search::manifest::{Card, Facets, Manifest, Shard, Shards, Suggest};
use hoaban::search::paths::{self, Tier};
use hoaban::search::{Options, Reader};
use hoaban::text::fold;
use proptest::prelude::*;
use serde_json::Value;

use super::support::made::portals;
use super::{Files, Links, build, config, published};
use hoaban::memo::Memo;
use hoaban::world::MemoryWorld;

/// Reads a file of the index; it must be there.
fn read<T: serde::de::DeserializeOwned>(files: &Files, path: &str) -> T {
    let bytes = files.get(path).unwrap_or_else(|| panic!("{path} is named and not published"));
    serde_json::from_slice(bytes).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Notes every file of a tier as met, and checks its keys and ids.
fn shards(files: &Files, shards: &Shards, folder: &str, tier: Tier, n: u32, met: &mut BTreeSet<String>) {
    let mut last = String::new();
    for (place, bound) in shards.bounds().iter().enumerate() {
        let path = paths::shard(folder, tier, shards.hash(place).unwrap(), bound);
        let shard: Shard = read(files, &path);
        for (key, entry) in &shard {
            assert!(key.as_str() > last.as_str() && key.as_str() >= *bound, "{path}: {key} is out of order");
            last.clone_from(key);
            let mut ids = BTreeSet::new();
            let levels = if tier == Tier::Head { codec::HEADS } else { codec::LEVELS };
            for (_, postings) in &entry.spellings {
                codec::unpack(postings, |id, level| {
                    assert!(id < n && level < levels, "{path}: {key}");
                    ids.insert(id);
                })
                .unwrap();
            }
            assert!(u32::try_from(ids.len()).unwrap() <= entry.df, "{path}: {key}");
        }
        met.insert(path);
    }
}

/// Every file below `search/` is named by a manifest, and every card leads to a page that may be found.
fn check_index(files: &Files, languages: &[&str], base: &str) {
    let links = Links::new(base, files);
    let mut met = BTreeSet::new();
    for lang in languages {
        for path in [paths::manifest(lang), paths::lite(lang)] {
            let manifest: Manifest = read(files, &path);
            let segments = manifest.segments.len();
            for (place, segment) in manifest.segments.iter().enumerate() {
                let folder = paths::folder(lang, place, segments);
                for (own, tier) in [(&segment.t, Tier::Full), (&segment.h, Tier::Head)] {
                    own.iter().for_each(|own| shards(files, own, &folder, tier, segment.n, &mut met));
                }
                for other in &segment.alt {
                    shards(files, &other.h, &paths::folder(&other.lang, place, segments), Tier::Head, segment.n, &mut met);
                }
                for id in 0..segment.n {
                    let (file, hash, within) = segment.cards.of(id).unwrap();
                    let path = paths::cards(&folder, hash, file);
                    let cards: Vec<Card> = read(files, &path);
                    check_card(&links, &cards[within], base);
                    met.insert(path);
                }
            }
            met.extend([
                paths::facets(manifest.facets.as_ref().unwrap()),
                paths::suggest(lang, manifest.suggest.as_ref().unwrap()),
            ]);
            let suggest: Suggest = read(files, &paths::suggest(lang, manifest.suggest.as_ref().unwrap()));
            assert!(suggest.p.len() == suggest.n.len() && suggest.n.is_sorted_by(|a, b| a >= b));
            let facets: Facets = read(files, &paths::facets(manifest.facets.as_ref().unwrap()));
            for value in facets.facets.iter().flat_map(|facet| &facet.values) {
                codec::unpack(&value.ids, |id, _| assert!(id < facets.n)).unwrap();
            }
            met.insert(path);
        }
    }
    let fixed = |path: &str| path.starts_with("search/schema/") || path.ends_with(".js") || path.ends_with(".html");
    let lost: Vec<&String> =
        files.keys().filter(|path| path.starts_with("search/") && !fixed(path) && !met.contains(*path)).collect();
    assert!(lost.is_empty(), "no manifest names {lost:?}");
}

fn check_card(links: &Links<'_>, card: &Card, base: &str) {
    let host = base.splitn(4, '/').take(3).collect::<Vec<_>>().join("/");
    let file = links.file(&format!("{host}{}", card.u)).unwrap_or_else(|| panic!("{} is not published", card.u));
    assert!(!links.is_noindex(&file), "{file} is not to be found");
    assert!(links.files.contains_key(&file.replace("index.html", "index.json")), "{file} has no twin");
}

/// Every page is found by its title, as it is and without marks, among those that share it.
fn check_titles(files: &Files, languages: &[&str]) {
    for lang in languages {
        let mut reader = Reader::open(|path: &str| files.get(path).cloned(), lang).unwrap();
        let n = reader.manifest().n;
        let cards = reader.cards(&(0..n).collect::<Vec<_>>()).unwrap();
        for (id, card) in (0..n).zip(&cards).filter(|(_, card)| card.l.is_empty()) {
            for query in [card.t.clone(), fold(&card.t)] {
                if hoaban::text::search::tokens(&query, lang).parts().count() == 0 {
                    continue;
                }
                let options = Options { limit: n as usize, ..Options::default() };
                let answer = reader.search(&query, &options).unwrap();
                assert!(answer.ids.contains(&id), "{lang}: {query:?} does not find {} ({:?})", card.u, answer.ids);
            }
        }
    }
}

proptest! {
    #![proptest_config(config(40))]

    #[test]
    fn the_index_has_what_may_be_found(made in portals()) {
        let files = published(&made.world());
        check_index(&files, &made.languages, &made.base_url());
        check_titles(&files, &made.languages);
        let lines: Vec<Value> = String::from_utf8_lossy(&files["data/pages.ndjson"])
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        let base = made.base_url();
        let links = Links::new(&base, &files);
        let twins = files.keys().filter(|path| path.ends_with("/index.json")).count();
        prop_assert_eq!(twins, lines.len());
        for line in lines {
            let file = links.file(line["url"].as_str().unwrap());
            let mut twin: BTreeMap<String, Value> = read(&files, &file.unwrap().replace("index.html", "index.json"));
            twin.remove("text");
            prop_assert_eq!(serde_json::to_value(twin).unwrap().as_object().unwrap().len(), line.as_object().unwrap().len());
        }
    }
}

#[test]
fn switched_off_it_leaves_nothing_behind() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let made = proptest::strategy::ValueTree::current(&portals().new_tree(&mut runner).unwrap());
    let mut world = made.world();
    let path = hoaban::model::SourcePath::new("portal.toml").unwrap();
    world.files.get_mut(&path).unwrap().extend(b"[search]\nindex = false\ntwins = false\ndata = false\n");
    let files = published(&world);
    let left: Vec<&String> = files
        .keys()
        .filter(|path| {
            (path.starts_with("search/") || path.starts_with("data/") || path.ends_with("/index.json"))
                && !path.ends_with(".html")
        })
        .collect();
    assert!(left.is_empty() && !files.is_empty(), "{left:?}");
}

/// Keys of the documents that a query finds, best first.
fn found(files: &Files, lang: &str, query: &str) -> Vec<String> {
    let mut reader = Reader::open(|path: &str| files.get(path).cloned(), lang).unwrap();
    let answer = reader.search(query, &Options { fix: false, ..Options::default() }).unwrap();
    assert!(!answer.relaxed || answer.total == 0, "{query:?} is not met in full: {answer:?}");
    reader.cards(&answer.ids).unwrap().into_iter().map(|card| card.t).collect()
}

#[test]
fn names_of_one_thing_find_it_and_what_is_hidden_stays_hidden() {
    let mut world = MemoryWorld { now: "2026-11-01T01:00:00Z".parse().unwrap(), ..MemoryWorld::default() };
    world.put("portal.toml", super::support::portal_with(&["vi", "en"], &["search"]));
    let places = "[sin-thau]\nvi = \"Xã Sín Thầu\"\nen = \"Sín Thầu Commune\"\n\
                  [sen-thuong]\nvi = \"Xã Sen Thượng\"\nen = \"Sen Thượng Commune\"\nmerged_into = \"sin-thau\"\n\
                  [pha-din]\nvi = \"Đèo Pha Đin\"\nen = \"Pha Đin Pass\"\nalso = [\"Cổng Trời\"]\n";
    world.put("content/_data/places.toml", places);
    let page = |front: &str, body: &str| format!("+++\n{front}\n+++\n\n{body}\n");
    world.put("content/tin/a.vi.md", page("title = \"Chợ phiên\"\nplaces = [\"sin-thau\"]", "Họp mỗi tuần."));
    world.put("content/tin/b.vi.md", page("title = \"Cung đường\"", "Xe leo đèo Pha Đin rồi xuống Tuần Giáo."));
    world.put("content/tin/c.vi.md", page("title = \"Mốc\"\nstatus = \"draft\"", "Bí mật."));
    world.put("content/tin/d.vi.md", page("title = \"Sau này\"\npublished = 2027-01-01", "Bí mật."));
    world.put("content/tin/e.vi.md", page("title = \"Ẩn\"\nnoindex = true", "Bí mật."));
    world.put("content/tin/f.vi.md", page("title = \"Hội Nghị\"", "Bàn việc."));
    world.put("content/tin/f.en.md", page("title = \"A meeting\"", "They talked."));
    world.put("content/_types/tin.toml", "label = { vi = \"Tin\", en = \"News\" }\n[fields.lead]\nkind = \"markdown\"\nlabel = { vi = \"Mào đầu\", en = \"Lead\" }\n");
    let lead = "title = \"Ghi chép\"\ntype = \"tin\"\n[tin]\nlead = \"Đọc **kỹ** [thông báo](https://quangninh.example/thong-cao).\"";
    world.put("content/tin/g.vi.md", page(lead, "Hết."));
    let files = published(&world);
    for (lang, query, titles) in [
        ("vi", "Sen Thượng", &["Chợ phiên"][..]),
        ("vi", "sen thuong", &["Chợ phiên"]),
        ("vi", "sinthau", &["Chợ phiên"]),
        ("vi", "cổng trời", &["Cung đường"]),
        ("vi", "Pha Đin Pass", &["Cung đường"]),
        ("vi", "bí mật", &[]),
        ("vi", "đọc kỹ thông báo", &["Ghi chép"]),
        ("vi", "quangninh", &[]),
        ("vi", "meeting", &["Hội Nghị"]),
        ("en", "hội nghị", &["A meeting"]),
    ] {
        assert_eq!(found(&files, lang, query), titles, "{lang}: {query}");
    }
}

/// A word by its rank; frequent ones have low ranks, as in languages.
fn word(state: &mut u64) -> String {
    const ONSETS: [&str; 12] = ["b", "c", "d", "đ", "h", "kh", "l", "m", "ng", "nh", "t", "v"];
    const RHYMES: [&str; 12] = ["a", "an", "ê", "iên", "ơi", "ông", "ương", "át", "ế", "ội", "ừng", "uy"];
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    let uniform = (*state >> 33) as f64 / f64::from(1u32 << 31);
    let rank = (144.0f64.powf(uniform) - 1.0) as usize;
    format!("{}{}", ONSETS[rank % 12], RHYMES[(rank / 12 + rank * 5) % 12])
}

fn text(state: &mut u64, words: usize) -> String {
    let mut text = String::new();
    for at in 0..words {
        let _ = write!(
            text,
            "{}{}",
            if at == 0 {
                ""
            } else if at % 9 == 0 {
                ". "
            } else {
                " "
            },
            word(state)
        );
    }
    text
}

/// Documents in two languages.
fn large(documents: usize) -> MemoryWorld {
    let mut world = MemoryWorld { now: "2026-11-01T01:00:00Z".parse().unwrap(), ..MemoryWorld::default() };
    let settings = super::support::portal_with(&["vi", "en"], &["search"]);
    world.put("portal.toml", settings);
    let mut state = 7;
    for number in 0..documents {
        for lang in ["vi", "en"] {
            let (title, summary, body) = (text(&mut state, 6), text(&mut state, 20), text(&mut state, 150));
            let front = format!("title = \"{title}\"\nslug = \"d{number}\"\nsummary = \"{summary}\"");
            world.put(&format!("content/tin/d{number}.{lang}.md"), format!("+++\n{front}\n+++\n\n{body}\n"));
        }
    }
    world
}

fn names(world: &MemoryWorld, memo: &Memo) -> BTreeSet<String> {
    build(world, memo).index().keys().map(ToString::to_string).collect()
}

#[test]
fn ten_words_rename_few_files() {
    let (mut world, memo) = (large(500), Memo::on());
    let before = names(&world, &memo);
    let path = hoaban::model::SourcePath::new("content/tin/d123.vi.md").unwrap();
    let mut state = 99;
    world.files.get_mut(&path).unwrap().extend(format!("\n{}.\n", text(&mut state, 10)).into_bytes());
    let after = names(&world, &memo);
    let renamed = after.difference(&before).count();
    let files = build(&world, &memo).outputs.len() + after.len();
    assert!(
        renamed > 0 && renamed * 50 <= files,
        "{renamed} of {files} files have new names ({} of the index)",
        after.len()
    );
    assert_eq!(after, names(&world, &Memo::off()), "what is remembered shows");
}
