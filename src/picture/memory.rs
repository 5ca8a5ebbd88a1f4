//! Bytes of whole pictures, given back to the system the moment they are dropped.
//!
//! In: a length, or bytes that are there already. Out: [`Memory`], a slice. An allocator keeps what is freed for the next that
//! asks, in bins by size and thread; with pictures, of which each needs a few large buffers for a fraction of a second, that
//! came to as much memory again as was in use. Pages of their own cost some milliseconds a picture and nothing afterwards.

use std::fmt;
use std::ops::{Deref, DerefMut};

use memmap2::MmapMut;

/// From this length on bytes have pages of their own; an allocator handles less without waste.
const LARGE: usize = 256 * 1024;

/// Bytes that are all initialised.
pub(super) struct Memory {
    store: Store,
    length: usize,
}

enum Store {
    Heap(Vec<u8>),
    Pages(MmapMut),
}

impl Memory {
    /// So many bytes, all nought.
    pub(super) fn zeroed(length: usize) -> Self {
        let pages = if length < LARGE { None } else { MmapMut::map_anon(length).ok() };
        let store = pages.map_or_else(|| Store::Heap(vec![0; length]), Store::Pages);
        Self { store, length }
    }

    /// Forgets all bytes from a place on.
    pub(super) fn truncate(&mut self, length: usize) {
        self.length = self.length.min(length);
    }
}

impl Deref for Memory {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match &self.store {
            Store::Heap(bytes) => &bytes[..self.length],
            Store::Pages(pages) => &pages[..self.length],
        }
    }
}

impl DerefMut for Memory {
    fn deref_mut(&mut self) -> &mut [u8] {
        match &mut self.store {
            Store::Heap(bytes) => &mut bytes[..self.length],
            Store::Pages(pages) => &mut pages[..self.length],
        }
    }
}

impl From<Vec<u8>> for Memory {
    fn from(bytes: Vec<u8>) -> Self {
        Self { length: bytes.len(), store: Store::Heap(bytes) }
    }
}

impl Clone for Memory {
    fn clone(&self) -> Self {
        let mut copy = Self::zeroed(self.length);
        copy.copy_from_slice(self);
        copy
    }
}

impl PartialEq for Memory {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for Memory {}

impl fmt::Debug for Memory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes", self.length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_the_same_whatever_holds_them() {
        for length in [0, 1, LARGE - 1, LARGE, LARGE + 5000] {
            let mut memory = Memory::zeroed(length);
            assert_eq!(*memory, vec![0; length]);
            memory.iter_mut().zip((0..=255).cycle()).for_each(|(byte, value)| *byte = value);
            let bytes: Vec<u8> = (0..=255).cycle().take(length).collect();
            assert_eq!(memory, Memory::from(bytes.clone()));
            assert_eq!(memory.clone(), memory);
            memory.truncate(length / 2);
            assert_eq!(*memory, bytes[..length / 2]);
            memory.truncate(length);
            assert_eq!(memory.len(), length / 2);
        }
    }
}
