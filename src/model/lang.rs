//! Languages as small numbers, and one slot for each of them.

use std::ops::{Index, IndexMut};

/// A language of the portal, as its place in `portal.toml`.
///
/// Made only by [`Languages`](super::config::Languages); no language is special in the code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Lang(u8);

impl Lang {
    pub(super) fn new(index: u8) -> Self {
        Self(index)
    }

    /// Place among the portal's languages, from 0.
    #[must_use]
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// One value for each language of the portal; indexing by a [`Lang`] of the same portal cannot miss.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PerLang<T>(Box<[T]>);

impl<T> PerLang<T> {
    /// One value for each of `count` languages.
    pub fn from_fn(count: usize, mut make: impl FnMut(Lang) -> T) -> Self {
        Self((0..count).map(|i| make(Lang(u8::try_from(i).unwrap_or(u8::MAX)))).collect())
    }

    /// All values with their language, in the portal's order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Lang, &T)> + ExactSizeIterator {
        self.0.iter().enumerate().map(|(i, value)| (Lang(i as u8), value))
    }

    /// A new value for each language.
    pub fn map<U>(&self, mut f: impl FnMut(Lang, &T) -> U) -> PerLang<U> {
        PerLang(self.iter().map(|(lang, value)| f(lang, value)).collect())
    }

    /// Number of languages.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// True for no languages, which no portal has.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T> PerLang<Option<T>> {
    /// The languages that have a value.
    pub fn present(&self) -> impl DoubleEndedIterator<Item = (Lang, &T)> {
        self.iter().filter_map(|(lang, slot)| slot.as_ref().map(|value| (lang, value)))
    }

    /// The value in `lang`, else in `second`, else in the first language that has one.
    #[must_use]
    pub fn prefer(&self, lang: Lang, second: Lang) -> Option<(Lang, &T)> {
        let in_lang = |l: Lang| self[l].as_ref().map(|value| (l, value));
        in_lang(lang).or_else(|| in_lang(second)).or_else(|| self.present().next())
    }
}

impl<T> Index<Lang> for PerLang<T> {
    type Output = T;
    fn index(&self, lang: Lang) -> &T {
        &self.0[lang.index()]
    }
}

impl<T> IndexMut<Lang> for PerLang<T> {
    fn index_mut(&mut self, lang: Lang) -> &mut T {
        &mut self.0[lang.index()]
    }
}
