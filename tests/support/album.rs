//! Portals with pictures made by chance: every kind of picture, in every slot, with and without a focal point.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use hoaban::model::{Digest, SourcePath};
use hoaban::world::{Cache, Listing, MemoryWorld, ReadError, World};
use image::ImageFormat;
use jiff::Timestamp;
use proptest::prelude::*;
use proptest::sample::select;

use super::picture::{Form, Wanted};

/// A picture of `content/_media` with its sidecar.
#[derive(Debug, Clone)]
pub struct Shot {
    /// What it is.
    pub wanted: Wanted,
    /// The sidecar's focal point in hundredths.
    pub focus: Option<(u32, u32)>,
}

/// A portal: pictures, and where each is shown, by its number.
#[derive(Debug, Clone)]
pub struct Album {
    /// The pictures.
    pub shots: Vec<Shot>,
    /// Widths and ratio of each slot in the order of [`SLOTS`].
    pub slots: Vec<(Vec<u32>, &'static str)>,
    /// The cover of the home page and of the section.
    pub covers: [Option<usize>; 2],
    /// The documents.
    pub documents: Vec<Paper>,
    /// Share cards are made.
    pub cards: bool,
    /// Who made the pictures, before their number.
    pub maker: &'static str,
}

/// A document's cover, and the pieces of its text, each with a picture.
pub type Paper = (Option<usize>, Vec<(Piece, usize)>);

/// How a body uses a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece {
    /// `![](..)`.
    Inline,
    /// In a gallery.
    Gallery,
    /// A wide figure.
    Wide,
    /// A link to the original.
    Link,
}

/// The slots of a theme.
pub const SLOTS: [&str; 5] = ["hero", "cover", "card", "inline", "gallery"];

fn wanted() -> impl Strategy<Value = Wanted> {
    use ImageFormat::{Gif, Jpeg, Png, Tiff, WebP};
    let kinds = vec![
        (Jpeg, Form::Plain),
        (Jpeg, Form::Plain),
        (Jpeg, Form::Plain),
        (Png, Form::Plain),
        (WebP, Form::Plain),
        (Tiff, Form::Plain),
        (Gif, Form::Plain),
        (Png, Form::Palette),
        (Png, Form::Alpha),
        (WebP, Form::Alpha),
        (Gif, Form::Moving),
        (Png, Form::Svg),
    ];
    (select(kinds), (1u32..=48, 1u32..=48), 1u16..=8, any::<bool>(), 0u32..5).prop_map(
        |((format, form), size, orientation, gps, seed)| {
            let jpeg = format == Jpeg;
            let orientation = Some(orientation).filter(|_| jpeg);
            Wanted { form, orientation, gps: gps && jpeg, seed, ..Wanted::new(format, size) }
        },
    )
}

fn shot() -> impl Strategy<Value = Shot> {
    let focus = prop::option::of((0u32..=100, 0u32..=100));
    (wanted(), focus).prop_map(|(wanted, focus)| Shot { wanted, focus })
}

fn slot() -> impl Strategy<Value = (Vec<u32>, &'static str)> {
    let widths = select(vec![vec![8, 16, 32], vec![12], vec![4, 40], vec![96], vec![]]);
    (widths, select(vec!["", "", "3/2", "1/1", "9/16"]))
}

/// Albums of a few small pictures.
pub fn albums() -> impl Strategy<Value = Album> {
    let shots = prop::collection::vec(shot(), 1..5);
    let slots = prop::collection::vec(slot(), SLOTS.len());
    (shots, slots, prop::bool::weighted(0.3)).prop_flat_map(|(shots, slots, cards)| {
        let number = 0..shots.len();
        let piece = select(vec![Piece::Inline, Piece::Inline, Piece::Gallery, Piece::Wide, Piece::Link]);
        let body = prop::collection::vec((piece, number.clone()), 0..4);
        let document = (prop::option::of(number.clone()), body);
        let covers = prop::array::uniform2(prop::option::of(number));
        (Just(shots), Just(slots), covers, prop::collection::vec(document, 0..4), Just(cards)).prop_map(
            |(shots, slots, covers, documents, cards)| {
                Album { shots, slots, covers, documents, cards, maker: "Người" }.without_copied_tiff()
            },
        )
    })
}

impl Album {
    /// Browsers show no TIFF, so none may be published as it is.
    fn without_copied_tiff(mut self) -> Self {
        let is_tiff = |shot: &Shot| shot.wanted.format == ImageFormat::Tiff;
        if self.shots.iter().any(is_tiff) {
            self.slots.iter_mut().filter(|(widths, _)| widths.is_empty()).for_each(|(widths, _)| widths.push(20));
        }
        for (piece, number) in self.documents.iter_mut().flat_map(|(_, pieces)| pieces) {
            if is_tiff(&self.shots[*number]) && *piece == Piece::Link {
                *piece = Piece::Inline;
            }
        }
        self
    }

    /// A portal with one picture that one document shows in its text.
    pub fn of(wanted: Wanted) -> Self {
        Self {
            shots: vec![Shot { wanted, focus: None }],
            slots: SLOTS.iter().map(|_| (vec![8, 16, 32], "")).collect(),
            covers: [None; 2],
            documents: vec![(None, vec![(Piece::Inline, 0)])],
            cards: false,
            maker: "Người",
        }
    }

    /// The credit of a picture.
    pub fn credit(&self, number: usize) -> String {
        format!("{} {number}", self.maker)
    }

    /// The path of a picture.
    pub fn path(&self, number: usize) -> String {
        format!("content/_media/anh-{number}.{}", self.shots[number].wanted.extension())
    }

    /// The portal in memory.
    pub fn world(&self) -> Studio {
        let mut world = MemoryWorld { now: "2026-11-01T01:00:00Z".parse().unwrap(), ..MemoryWorld::default() };
        world.put(
            "portal.toml",
            super::portal_with(&["vi"], if self.cards { &["renditions", "cards"] } else { &["renditions"] }),
        );
        world.put("themes/hoaban/theme.toml", self.theme());
        for (number, shot) in self.shots.iter().enumerate() {
            world.put(&self.path(number), shot.wanted.bytes());
            let focus = shot.focus.map(|(x, y)| format!("focus = [{}, {}]\n", hundredth(x), hundredth(y)));
            let record =
                format!("credit = \"{}\"\nlicence = \"CC-BY-4.0\"\n{}", self.credit(number), focus.unwrap_or_default());
            world.put(&format!("{}.toml", self.path(number)), record);
        }
        let page = |title: &str, cover: Option<usize>, body: &str| {
            format!("+++\ntitle = \"{title}\"\npublished = 2026-10-01\n{}+++\n\n{body}\n", self.cover(cover))
        };
        let list = |title: &str, cover| page(title, cover, "Chữ.").replace("published = 2026-10-01\n", "");
        world.put("content/_index.vi.md", list("Trang chủ", self.covers[0]));
        world.put("content/tin/_index.vi.md", list("Tin", self.covers[1]));
        for (number, (cover, pieces)) in self.documents.iter().enumerate() {
            let body: Vec<String> = pieces.iter().map(|(piece, picture)| self.piece(*piece, *picture)).collect();
            world.put(
                &format!("content/tin/d{number}/index.vi.md"),
                page(&format!("Bài {number}"), *cover, &body.join("\n\n")),
            );
        }
        Studio { world, shelf: Shelf::default() }
    }

    fn cover(&self, cover: Option<usize>) -> String {
        let cover =
            cover.map(|number| format!("[cover]\nimage = \"/{}\"\nalt = \"Bìa\"\n", &self.path(number)["content/".len()..]));
        cover.unwrap_or_default()
    }

    fn piece(&self, piece: Piece, number: usize) -> String {
        let path = &self.path(number)["content".len()..];
        match piece {
            Piece::Inline => format!("![Ảnh]({path})"),
            Piece::Gallery => format!(":::gallery\n![Ảnh]({path})\n:::"),
            Piece::Wide => format!(":::figure {{size=\"wide\"}}\n![Ảnh]({path})\n:::"),
            Piece::Link => format!("[Bản gốc]({path})"),
        }
    }

    fn theme(&self) -> String {
        let mut text =
            "name = \"hoaban\"\n[[lists.home]]\nid = \"tin\"\nsection = \"tin\"\nstyle = \"cards\"\nlimit = 9\n".to_owned();
        for (name, (widths, ratio)) in SLOTS.iter().zip(&self.slots) {
            let ratio = if ratio.is_empty() { String::new() } else { format!("ratio = \"{ratio}\"\n") };
            text.push_str(&format!("[slots.{name}]\nwidths = {widths:?}\n{ratio}sizes = \"100vw\"\n"));
        }
        text
    }
}

fn hundredth(number: u32) -> String {
    format!("{}.{:02}", number / 100, number % 100)
}

/// A portal in memory with a cache that counts.
#[derive(Debug, Clone, Default)]
pub struct Studio {
    /// The files.
    pub world: MemoryWorld,
    /// What was made.
    pub shelf: Shelf,
}

/// A cache in memory. A clone has the same entries.
#[derive(Debug, Clone, Default)]
pub struct Shelf(Arc<Mutex<Shelved>>);

#[derive(Debug, Default)]
struct Shelved {
    kept: BTreeMap<Digest, Vec<u8>>,
    puts: usize,
}

impl Shelf {
    /// How often something was put since the last time.
    pub fn puts(&self) -> usize {
        std::mem::take(&mut self.0.lock().unwrap().puts)
    }

    /// The keys of what it holds.
    pub fn keys(&self) -> Vec<Digest> {
        self.0.lock().unwrap().kept.keys().copied().collect()
    }
}

impl Cache for Shelf {
    fn get(&self, key: &Digest) -> Option<Vec<u8>> {
        self.0.lock().unwrap().kept.get(key).cloned()
    }

    fn put(&self, key: &Digest, bytes: &[u8]) {
        let mut shelved = self.0.lock().unwrap();
        shelved.puts += 1;
        if let Some(before) = shelved.kept.insert(*key, bytes.to_vec()) {
            assert_eq!(before, bytes, "a key stands for two things");
        }
    }
}

impl World for Studio {
    fn list(&self) -> Result<Arc<Listing>, ReadError> {
        self.world.list()
    }

    fn read(&self, path: &SourcePath) -> Result<Vec<u8>, ReadError> {
        self.world.read(path)
    }

    fn now(&self) -> Timestamp {
        self.world.now()
    }

    fn cache(&self) -> &dyn Cache {
        &self.shelf
    }
}
