//! Words to numbers: a table for one page, and one that many threads fill together.
//!
//! The shared table's numbers depend on which thread came first; [`Ranks`] replaces them by places in the order of
//! (folded, exact) form before anything is written.

use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

/// Parts of a [`Shared`] table, each with its lock; a power of two.
const PARTS: usize = 64;

/// FNV-like over eight bytes at a time: words are short, and nobody gains by making them collide.
fn hash(word: &[u8]) -> u64 {
    let mix = |hash: u64, bytes: u64| (hash.rotate_left(5) ^ bytes).wrapping_mul(0x517c_c1b7_2722_0a95);
    let mut chunks = word.chunks_exact(8);
    let mut hash = word.len() as u64;
    for chunk in &mut chunks {
        hash = mix(hash, chunk.try_into().map_or(0, u64::from_le_bytes));
    }
    let rest = chunks.remainder().iter().fold(0, |rest, byte| rest << 8 | u64::from(*byte));
    let hash = mix(hash, rest);
    hash ^ hash >> 29
}

/// Words in one buffer, found by open addressing.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub(super) words: String,
    pub(super) ends: Vec<u32>,
    /// Number and 1 of the word that lies there; 0 for a free slot.
    slots: Vec<u32>,
}

impl Table {
    /// The number of the word of a folded and an exact form.
    pub(super) fn number(&mut self, folded: &str, exact: &str, joined: &mut String) -> u32 {
        if folded == exact {
            return self.number_of(folded);
        }
        joined.clear();
        joined.push_str(folded);
        joined.push('\0');
        joined.push_str(exact);
        self.number_of(joined)
    }

    fn number_of(&mut self, word: &str) -> u32 {
        self.insert(word, hash(word.as_bytes()))
    }

    fn insert(&mut self, word: &str, hash: u64) -> u32 {
        if self.slots.len() <= self.ends.len() * 2 {
            self.grow();
        }
        let mask = self.slots.len() - 1;
        let mut at = usize::try_from(hash & mask as u64).unwrap_or(0);
        loop {
            match self.slots[at] {
                0 => break,
                slot if self.word(slot - 1) == word => return slot - 1,
                _ => at = (at + 1) & mask,
            }
        }
        self.words.push_str(word);
        self.ends.push(u32::try_from(self.words.len()).unwrap_or(u32::MAX));
        let number = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
        self.slots[at] = number;
        number - 1
    }

    fn grow(&mut self) {
        let size = (self.slots.len() * 2).max(256);
        self.slots.clear();
        self.slots.resize(size, 0);
        for number in 0..u32::try_from(self.ends.len()).unwrap_or(u32::MAX) {
            let mut at = usize::try_from(hash(self.word(number).as_bytes()) & (size as u64 - 1)).unwrap_or(0);
            while self.slots[at] != 0 {
                at = (at + 1) & (size - 1);
            }
            self.slots[at] = number + 1;
        }
    }

    fn word(&self, number: u32) -> &str {
        let number = number as usize;
        let from = if number == 0 { 0 } else { self.ends[number - 1] };
        &self.words[from as usize..self.ends[number] as usize]
    }

    /// Takes the words out and is empty again, with its memory kept for the next page.
    pub(super) fn take(&mut self) -> (String, Vec<u32>) {
        self.slots.fill(0);
        let taken = (self.words.as_str().into(), self.ends.clone());
        self.words.clear();
        self.ends.clear();
        taken
    }
}

/// The words of all pages of a language.
#[derive(Debug)]
pub(super) struct Shared {
    parts: Vec<Mutex<Table>>,
}

impl Shared {
    pub(super) fn new() -> Self {
        Self { parts: (0..PARTS).map(|_| Mutex::default()).collect() }
    }

    /// A number for the word, the same for all threads, not in any order.
    pub(super) fn number(&self, word: &str) -> u32 {
        let hash = hash(word.as_bytes());
        let part = usize::try_from(hash >> 48).unwrap_or(0) % PARTS;
        let within = self.parts[part].lock().unwrap_or_else(PoisonError::into_inner).insert(word, hash);
        within * PARTS as u32 + u32::try_from(part).unwrap_or(0)
    }

    /// All words in order, and the place of each.
    pub(super) fn ranked(self) -> Ranks {
        let tables: Vec<Table> =
            self.parts.into_iter().map(|part| part.into_inner().unwrap_or_else(PoisonError::into_inner)).collect();
        let mut order: Vec<(&str, u32)> = Vec::with_capacity(tables.iter().map(|table| table.ends.len()).sum());
        for (part, table) in (0..).zip(&tables) {
            let numbers = 0..u32::try_from(table.ends.len()).unwrap_or(u32::MAX);
            order.extend(numbers.map(|number| (table.word(number), number * PARTS as u32 + part)));
        }
        order.par_sort_unstable();
        let numbers = order.iter().map(|(_, number)| number + 1).max().unwrap_or(0);
        let mut ranks = Ranks { places: vec![0; numbers as usize], ..Ranks::default() };
        for (place, (word, number)) in (0..).zip(&order) {
            ranks.push(word);
            ranks.places[*number as usize] = place;
        }
        ranks
    }
}

/// Words in the order of (folded, exact) form.
#[derive(Debug, Default)]
pub(super) struct Ranks {
    words: String,
    ends: Vec<u32>,
    /// The first word with the same folded form.
    groups: Vec<u32>,
    /// The place of each number of [`Shared`].
    places: Vec<u32>,
}

impl Ranks {
    fn push(&mut self, word: &str) {
        let place = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
        let before = place.checked_sub(1).filter(|before| self.folded(*before) == crate::model::terms::folded(word));
        self.groups.push(before.map_or(place, |before| self.groups[before as usize]));
        self.words.push_str(word);
        self.ends.push(u32::try_from(self.words.len()).unwrap_or(u32::MAX));
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(super) fn place(&self, number: u32) -> u32 {
        self.places[number as usize]
    }

    /// The first word that folds to the same.
    pub(super) fn group(&self, place: u32) -> u32 {
        self.groups[place as usize]
    }

    fn word(&self, place: u32) -> &str {
        let place = place as usize;
        let from = if place == 0 { 0 } else { self.ends[place - 1] };
        &self.words[from as usize..self.ends[place] as usize]
    }

    pub(super) fn folded(&self, place: u32) -> &str {
        crate::model::terms::folded(self.word(place))
    }

    pub(super) fn exact(&self, place: u32) -> &str {
        crate::model::terms::exact(self.word(place))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Shared, Table};

    #[test]
    fn words_of_one_folded_form_stand_together() {
        let shared = Shared::new();
        for word in ["dien\0điện", "diena", "dien\0diễn", "dien", "a"] {
            shared.number(word);
        }
        let ranks = shared.ranked();
        let words: Vec<&str> = (0..5).map(|place| ranks.exact(place)).collect();
        assert_eq!(words, ["a", "dien", "diễn", "điện", "diena"]);
        assert_eq!((0..5).map(|place| ranks.group(place)).collect::<Vec<_>>(), [0, 1, 1, 1, 4]);
    }

    proptest! {
        #[test]
        fn a_word_has_one_number(words in prop::collection::vec("[a-zđệ]{0,5}", 0..400)) {
            let (mut table, shared, mut joined) = (Table::default(), Shared::new(), String::new());
            let numbers: Vec<u32> = words.iter().map(|word| table.number(word, word, &mut joined)).collect();
            let given: Vec<u32> = words.iter().map(|word| shared.number(word)).collect();
            let ranks = shared.ranked();
            for (at, word) in words.iter().enumerate() {
                let first = words.iter().position(|other| other == word).unwrap();
                prop_assert_eq!(numbers[at], numbers[first]);
                prop_assert_eq!(ranks.exact(ranks.place(given[at])), word);
            }
            let (joined, ends) = table.take();
            prop_assert_eq!(ends.len(), words.iter().collect::<std::collections::BTreeSet<_>>().len());
            prop_assert!(joined.is_empty() == ends.iter().all(|end| *end == 0));
        }
    }
}
