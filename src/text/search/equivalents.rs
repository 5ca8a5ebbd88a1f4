//! Names that mean one thing: spellings (Bắc Kạn, Bắc Cạn), former and foreign names, abbreviations.
//!
//! In: groups of names, which the caller takes from its glossary and gazetteer. Out: where a text has one
//! of them, and which others it stands for. What is done with those is the caller's business; nothing is ever rewritten.

use std::collections::HashMap;

use super::tokens::{Token, Tokens, tokens};

/// A name that was met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Equivalent<'a> {
    /// The tokens it takes up, counted among [`Tokens::parts`].
    pub parts: std::ops::Range<usize>,
    /// The other names of its group, as they were given.
    pub others: Vec<&'a str>,
}

/// Groups of names, ready to be looked for.
#[derive(Debug, Clone, Default)]
pub struct Equivalents {
    groups: Vec<Vec<Name>>,
    /// Folded first token to its names: group and place in it.
    first: HashMap<String, Vec<(usize, usize)>>,
}

#[derive(Debug, Clone)]
struct Name {
    text: String,
    /// Folded and exact form of each token, and whether it begins with a capital.
    tokens: Vec<(String, String, bool)>,
}

impl Equivalents {
    /// Groups of names in a language. A group of one name, and a name without letters, do nothing.
    #[must_use]
    pub fn new<G, N>(groups: G, lang: &str) -> Self
    where
        G: IntoIterator<Item = N>,
        N: IntoIterator,
        N::Item: AsRef<str>,
    {
        let mut found = Self::default();
        for group in groups {
            let names = group.into_iter().map(|name| Name::new(name.as_ref(), lang));
            found.add(names.filter(|name| !name.tokens.is_empty()).collect());
        }
        found
    }

    fn add(&mut self, names: Vec<Name>) {
        for (place, name) in names.iter().enumerate() {
            if let Some((folded, ..)) = name.tokens.first() {
                self.first.entry(folded.clone()).or_default().push((self.groups.len(), place));
            }
        }
        self.groups.push(names);
    }

    /// The names met in a text, in order; at each place the longest of each group. Every mark has to be met, and a capital where
    /// the name has one: `mênh mông` is no Mông.
    #[must_use]
    pub fn find(&self, tokens: &Tokens<'_>) -> Vec<Equivalent<'_>> {
        let parts: Vec<Token<'_>> = tokens.parts().collect();
        let mut found = Vec::new();
        for (at, token) in parts.iter().enumerate() {
            let mut longest: Vec<(usize, usize)> = Vec::new();
            for &(group, place) in self.first.get(token.folded).into_iter().flatten() {
                let name = &self.groups[group][place];
                if !name.fits(tokens.text(), &parts[at..]) {
                    continue;
                }
                let rank = |name: &Name| {
                    (name.tokens.len(), name.tokens.iter().zip(&parts[at..]).all(|(own, met)| own.1 == met.exact))
                };
                match longest.iter_mut().find(|(other, _)| *other == group) {
                    Some(best) if rank(&self.groups[group][best.1]) < rank(name) => best.1 = place,
                    Some(_) => {}
                    None => longest.push((group, place)),
                }
            }
            found.extend(longest.into_iter().filter_map(|(group, place)| self.equivalent(at, group, place)));
        }
        found
    }

    fn equivalent(&self, at: usize, group: usize, place: usize) -> Option<Equivalent<'_>> {
        let names = self.groups.get(group)?;
        let met = names.get(place)?;
        let differs = |name: &&Name| !name.same(met);
        let others: Vec<&str> = names.iter().filter(differs).map(|name| name.text.as_str()).collect();
        (!others.is_empty()).then_some(Equivalent { parts: at..at + met.tokens.len(), others })
    }
}

impl Name {
    fn new(text: &str, lang: &str) -> Self {
        let found = tokens(text, lang);
        let capital = |token: &Token<'_>| found.text()[token.range.clone()].starts_with(char::is_uppercase);
        let parts = found.parts().map(|token| (token.folded.to_owned(), token.exact.to_owned(), capital(&token)));
        Self { text: text.to_owned(), tokens: parts.collect() }
    }

    fn same(&self, other: &Self) -> bool {
        self.tokens.iter().map(|token| &token.1).eq(other.tokens.iter().map(|token| &token.1))
    }

    fn fits(&self, text: &str, parts: &[Token<'_>]) -> bool {
        let fits = |(at, (token, (_, exact, capital))): (usize, (&Token<'_>, &(String, String, bool)))| {
            let case = !capital || text[token.range.clone()].starts_with(char::is_uppercase);
            (at == 0 || token.follows) && token.exact == exact && case
        };
        parts.len() >= self.tokens.len() && parts.iter().zip(&self.tokens).enumerate().all(fits)
    }
}

#[cfg(test)]
mod tests {
    use super::{Equivalents, tokens};

    fn names() -> Equivalents {
        let groups = [
            vec!["H'Mông", "Mông", "Hmông", "H’Mông"],
            vec!["Bắc Kạn", "Bắc Cạn"],
            vec!["Đắk Lắk", "Đắc Lắc", "Dak Lak"],
            vec!["UBND", "Ủy ban nhân dân"],
            vec!["alone"],
        ];
        Equivalents::new(groups, "vi")
    }

    fn met(text: &str) -> Vec<(std::ops::Range<usize>, Vec<&'static str>)> {
        let names = Box::leak(Box::new(names()));
        names.find(&tokens(text, "vi")).into_iter().map(|met| (met.parts, met.others)).collect()
    }

    #[test]
    fn names_of_one_thing_are_found_in_text() {
        assert_eq!(met("Người Mông ở Bắc Kạn"), [(1..2, vec!["H'Mông", "Hmông", "H’Mông"]), (3..5, vec!["Bắc Cạn"])]);
        assert_eq!(met("H’Mông"), [(0..1, vec!["Mông"])]);
        assert_eq!(met("UBND tỉnh; Uỷ ban nhân dân xã").len(), 2);
    }

    #[test]
    fn other_words_of_the_same_letters_are_not() {
        assert_eq!(met("mênh mông, bắc cạn. Bắc. Kạn, alone, Bac Kan"), []);
    }
}
