//! Cutting text into tokens and spelling their keys.
//!
//! ASCII and precomposed Vietnamese are handled letter by letter from a table while the end of the word is
//! looked for; a word with anything else in it (apostrophes, loose marks, other scripts) is spelled again by
//! Unicode's rules.

use super::super::nfc::nfc;
use super::super::tables::{is_title, vietnamese};
use super::letters::{
    Letter, TONES, fold_slowly, is_apostrophe, is_han, is_ignored, is_word, letter, letters, lower_slowly, with_tone,
};
use super::shape::is_syllable;
use super::stem::stem;
use super::tokens::{Item, Tokens};
use super::tone::{LONGEST, tone_place};
use super::wholes::Chain;

/// Characters of a key; what is longer is cut, on both sides of a comparison.
const LONGEST_KEY: usize = 32;

/// The work on one text.
pub(super) struct Scan<'a> {
    text: &'a str,
    lang: &'a str,
    vietnamese: bool,
    english: bool,
    table: &'static [Letter],
    keys: String,
    items: Vec<Item>,
}

/// What was seen of a word while its end was looked for.
#[derive(Clone, Copy)]
struct Word {
    /// In lower case, as far as there is room.
    lower: [char; LONGEST],
    /// The same without tones.
    letters: [char; LONGEST],
    len: usize,
    /// How many letters bear a tone, and the last such tone.
    tones: u8,
    tone: u8,
    ascii: bool,
    /// It has something that the table does not cover.
    odd: bool,
}

impl<'a> Scan<'a> {
    pub(super) fn run<'t>(text: &'t str, lang: &str) -> Tokens<'t> {
        let text = nfc(text);
        let (keys, items) = {
            let english = lang == "en" || lang.starts_with("en-");
            let keys = String::with_capacity(text.len() + text.len() / 2);
            let items = Vec::with_capacity(text.len() / 5);
            Scan { text: &text, lang, vietnamese: vietnamese(lang), english, table: letters(), keys, items }.all()
        };
        Tokens { text, keys, items }
    }

    fn all(mut self) -> (String, Vec<Item>) {
        let mut chain = Chain::default();
        let mut last = None;
        let mut at = 0;
        while let Some(c) = self.char_at(at) {
            if !self.begins_word(c) {
                at += c.len_utf8();
                continue;
            }
            let before = self.items.len();
            let start = at;
            at = self.word(start, c);
            let Some(item) = self.items.get(before).copied() else { continue };
            let gap = last.and_then(|end| self.text.get(end..start)).unwrap_or_default();
            let follows = last.is_some_and(|end| gap == " " || self.joins(gap, end));
            if gap != " " && chain.goes_on(self.text, gap, item.at) {
                chain.add(item.at);
            } else {
                if chain.is_row() {
                    self.items.truncate(before);
                    self.close(&chain);
                    self.items.push(item);
                }
                chain = Chain::new(item.at);
            }
            if let Some(item) = self.items.last_mut() {
                item.follows = follows;
            }
            last = Some(at);
        }
        self.close(&chain);
        (self.keys, self.items)
    }

    #[inline]
    fn begins_word(&self, c: char) -> bool {
        if c.is_ascii() {
            return c.is_ascii_alphanumeric();
        }
        letter(self.table, c).is_some_and(|letter| letter.base > 0) || is_word(c) || is_han(c)
    }

    /// The character at an offset; the two- and three-byte forms are taken apart here because nearly all
    /// of Vietnamese is made of them.
    #[inline]
    fn char_at(&self, at: usize) -> Option<char> {
        match *self.text.as_bytes().get(at..)? {
            [a @ ..0x80, ..] => Some(char::from(a)),
            [a @ 0xC0..0xE0, b, ..] => char::from_u32(u32::from(a & 0x1F) << 6 | u32::from(b & 0x3F)),
            [a @ 0xE0..0xF0, b, c, ..] => {
                char::from_u32(u32::from(a & 0x0F) << 12 | u32::from(b & 0x3F) << 6 | u32::from(c & 0x3F))
            }
            _ => self.text.get(at..)?.chars().next(),
        }
    }

    /// Whether a phrase goes on over what stands between two words.
    fn joins(&self, gap: &str, end: usize) -> bool {
        let inner = |c: char| {
            c.is_whitespace() || matches!(c, '-' | '‐' | '‑' | '/' | '"' | '“' | '”' | '«' | '»' | '&' | '+' | '_')
        };
        let dot = |rest: &str| !rest.contains('.') && rest.chars().all(inner);
        match gap.strip_prefix('.') {
            Some("") => true,
            Some(rest) => dot(rest) && self.is_short(end),
            None => gap.chars().all(|c| inner(c) || is_apostrophe(c)) || matches!(gap, "," | ":") && self.in_number(end),
        }
    }

    /// Whether the full stop at this place belongs to an abbreviation before a name (TP., Dr.).
    fn is_short(&self, end: usize) -> bool {
        let start = self.items.iter().rev().take(2).find(|item| item.at.1 == end).map_or(end, |item| item.at.0);
        self.text.get(start..=end).is_some_and(|word| is_title(word, self.lang))
    }

    fn in_number(&self, at: usize) -> bool {
        let digit = |at: usize| self.text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
        at > 0 && digit(at - 1) && digit(at + 1)
    }

    fn close(&mut self, chain: &Chain) {
        if let Some(whole) = chain.whole(self.text) {
            let folded = self.store(&whole.folded);
            let exact = if whole.exact == whole.folded { folded } else { self.store(&whole.exact) };
            self.note(whole.at, folded, exact, whole.parts);
        }
    }

    fn note(&mut self, at: (usize, usize), folded: (usize, usize), exact: (usize, usize), parts: u8) {
        let (folded, exact) = (self.cut(folded), self.cut(exact));
        self.items.push(Item { at, folded, exact, parts, follows: false });
    }

    /// A key without what is beyond [`LONGEST_KEY`].
    #[inline]
    fn cut(&self, (from, to): (usize, usize)) -> (usize, usize) {
        if to - from <= LONGEST_KEY {
            return (from, to);
        }
        let key = self.keys.get(from..to).unwrap_or_default();
        (from, key.char_indices().nth(LONGEST_KEY).map_or(to, |(end, _)| from + end))
    }

    fn store(&mut self, key: &str) -> (usize, usize) {
        let from = self.keys.len();
        self.keys.push_str(key);
        (from, self.keys.len())
    }

    /// Takes the word that starts here, notes its token and says where the text goes on.
    fn word(&mut self, start: usize, first: char) -> usize {
        let from = self.keys.len();
        if is_han(first) {
            let end = start + first.len_utf8();
            self.spell_slowly(start, end, from);
            return end;
        }
        let mut word =
            Word { lower: ['\0'; LONGEST], letters: ['\0'; LONGEST], len: 0, tones: 0, tone: 0, ascii: true, odd: false };
        let after = self.read(start, &mut word);
        let end = self.without_possessive(start, after, word.odd);
        let plural = self.english && !word.ascii && matches!(self.text.as_bytes().get(end - 1), Some(b's' | b'S'));
        if word.odd || plural || (!word.ascii && word.len > LONGEST) {
            self.keys.truncate(from);
            self.spell_slowly(start, end, from);
        } else {
            self.spell(start, end, from, &word);
        }
        after
    }

    /// Reads to the end of the word and writes its folded letters.
    #[inline]
    fn read(&mut self, start: usize, word: &mut Word) -> usize {
        let mut at = start;
        while let Some(c) = self.char_at(at) {
            if c.is_ascii_alphanumeric() {
                let lower = c.to_ascii_lowercase();
                self.keys.push(lower);
                word.push(lower, lower);
            } else if c.is_ascii() && c != '\'' {
                break;
            } else if let Some(letter) = letter(self.table, c).filter(|letter| letter.base > 0) {
                self.keys.push(char::from(letter.base));
                word.push(letter.lower, letter.toneless);
                word.ascii = false;
                if letter.tone > 0 {
                    word.tones += 1;
                    word.tone = letter.tone;
                }
            } else if is_word(c) {
                word.odd = true;
            } else if let Some(next) = self.inside(at, c) {
                word.odd = true;
                at = next;
                continue;
            } else {
                break;
            }
            at += c.len_utf8();
        }
        at
    }

    /// Where the word goes on after apostrophes and invisible characters that stand between two letters.
    fn inside(&self, at: usize, c: char) -> Option<usize> {
        let rest = self.text.get(at..).filter(|_| is_ignored(c))?;
        let next = rest.trim_start_matches(is_ignored);
        next.starts_with(is_word).then_some(self.text.len() - next.len())
    }

    /// The end of the word without `'s`.
    fn without_possessive(&self, start: usize, end: usize, odd: bool) -> usize {
        let word = &self.text[start..end];
        let shorter =
            if odd { word.strip_suffix(['s', 'S']).and_then(|word| word.strip_suffix(is_apostrophe)) } else { None };
        shorter.map_or(end, |shorter| start + shorter.len())
    }

    /// Notes a word of ASCII and tabled letters, whose folded form is written already.
    fn spell(&mut self, start: usize, end: usize, from: usize, word: &Word) {
        if word.ascii {
            return self.spell_ascii(start, end, from);
        }
        let folded = self.keys.len();
        let variant = if self.vietnamese { variant(&self.keys[from..]) } else { None };
        let moved = !word.is_placed() && word.tones == 1 && is_syllable(&self.keys[from..]);
        let mut letters = word.letters;
        if let Some(last) = variant {
            self.keys.pop();
            self.keys.push(last);
        }
        if !(moved || variant.is_some()) || !self.write_syllable(&mut letters[..word.len], word.tone, variant) {
            self.keys.extend(&word.lower[..word.len]);
        }
        let exact = (folded, self.keys.len());
        self.note((start, end), (from, folded), exact, 1);
    }

    /// Writes a syllable with its tone in its place, `i` and `y` levelled; false where no letter can bear it.
    fn write_syllable(&mut self, letters: &mut [char], tone: u8, variant: Option<char>) -> bool {
        if let (Some(last), Some(place)) = (variant, letters.last_mut()) {
            *place = last;
        }
        let bearer = tone_place(letters);
        if let Some(place) = bearer {
            letters[place] = with_tone(letters[place], tone);
        } else if tone > 0 {
            return false;
        }
        self.keys.extend(&*letters);
        true
    }

    fn spell_ascii(&mut self, start: usize, end: usize, from: usize) {
        if self.english {
            let (kept, added) = stem(&self.keys[from..]);
            let kept = kept.len();
            self.keys.truncate(from + kept);
            self.keys.push_str(added);
        } else if let Some(last) = variant(&self.keys[from..]).filter(|_| self.vietnamese) {
            self.keys.pop();
            self.keys.push(last);
        }
        let key = (from, self.keys.len());
        self.note((start, end), key, key, 1);
    }

    fn spell_slowly(&mut self, start: usize, end: usize, from: usize) {
        let text = self.text;
        self.spell_text(&text[start..end], (start, end), from);
    }

    /// Notes a word by Unicode's rules, whatever is in it.
    fn spell_text(&mut self, text: &str, at: (usize, usize), from: usize) {
        let mut lower = String::new();
        lower_slowly(text, &mut lower);
        if self.english {
            let (kept, added) = stem(&lower);
            lower = [kept, added].concat();
        }
        fold_slowly(&lower, &mut self.keys);
        if self.keys.len() == from {
            return;
        }
        let syllable = is_syllable(&self.keys[from..]);
        let variant = if self.vietnamese { variant(&self.keys[from..]) } else { None };
        if let Some(last) = variant {
            self.keys.pop();
            self.keys.push(last);
        }
        let folded = (from, self.keys.len());
        self.write_lower(&lower, syllable, variant);
        let exact = (folded.1, self.keys.len());
        self.note(at, folded, exact, 1);
    }

    fn write_lower(&mut self, lower: &str, syllable: bool, variant: Option<char>) {
        let decomposed = icu_normalizer::DecomposingNormalizerBorrowed::new_nfd().normalize(lower);
        let is_tone = |c: &char| TONES[1..].contains(c);
        let mut tones = decomposed.chars().filter(is_tone);
        match (tones.next(), tones.next()) {
            (tone, None) if syllable => {
                let plain: String = decomposed.chars().filter(|c| !is_tone(c)).collect();
                let mut letters: Vec<char> = nfc(&plain).chars().collect();
                let tone = tone.and_then(|tone| TONES.iter().position(|mark| *mark == tone)).unwrap_or(0);
                if !self.write_syllable(&mut letters, u8::try_from(tone).unwrap_or(0), variant) {
                    self.keys.push_str(lower);
                }
            }
            _ => self.keys.push_str(lower),
        }
    }
}

impl Word {
    #[inline]
    fn push(&mut self, lower: char, toneless: char) {
        if let (Some(first), Some(second)) = (self.lower.get_mut(self.len), self.letters.get_mut(self.len)) {
            (*first, *second) = (lower, toneless);
        }
        self.len += 1;
    }

    /// Whether the tone stands where it belongs, or there is none.
    fn is_placed(&self) -> bool {
        let letters = self.letters.get(..self.len).unwrap_or_default();
        self.tones == 0 || (self.tones == 1 && tone_place(letters).is_some_and(|place| self.lower[place] != letters[place]))
    }
}

/// The last letter that a syllable takes where i and y are spellings of one sound: i after h k l m s t
/// (kỹ, kĩ), y after qu (quý, quí). That way round what is typed so far stays a prefix of longer words.
fn variant(folded: &str) -> Option<char> {
    match folded.as_bytes() {
        [b'h' | b'k' | b'l' | b'm' | b's' | b't', b'y'] => Some('i'),
        b"qui" => Some('y'),
        _ => None,
    }
}
