//! Vietnamese typed while the input method was off: Telex (`dduwowngf`) and VNI (`d9u7o7ng2`).
//!
//! In: a word of ASCII letters and digits in lower case. Out: the syllable that may be meant. A word that
//! could be Vietnamese as it stands is never touched; what is decoded has to be a syllable, with a tone that its
//! final consonant allows. Signs may stand after their vowel or at the end, the way input methods take them. One vowel
//! alone is left as it is (is, or, the hill A1), but for ơ and ư in Telex.
//!
//! English words decode as well (`bus` to bú, `teen` to tên): the caller looks whether the index has the word as it
//! was typed before it believes that something else was meant.

use super::super::syllables::is_syllable;
use super::letters::{fold, with_tone};
use super::tone::tone_place;

/// No syllable is typed with more keys (`nghieengx`, `dduwowngf`, `chuyeennr`).
const MOST_KEYS: usize = 11;

/// The syllable that somebody may have meant, in NFC; `None` where the word is to be taken as it is.
#[must_use]
pub fn decode_typing(word: &str) -> Option<String> {
    let keys = word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    if !keys || word.len() > MOST_KEYS || is_syllable(word) {
        return None;
    }
    let vowel = word.find(is_vowel)?;
    let (onset, rhyme) = word.split_at(vowel);
    let barred = matches!(onset, "dd" | "d9");
    let onset = if barred { "d" } else { onset };
    let mut typed = Typed { onset: onset.to_owned(), barred, ..Typed::default() };
    if word.contains(|c: char| c.is_ascii_digit()) {
        typed.vni(rhyme)?
    } else {
        typed.telex(rhyme)?
    }
    typed.syllable()
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// A syllable being put together.
#[derive(Debug, Default)]
struct Typed {
    onset: String,
    barred: bool,
    rhyme: Vec<char>,
    horn: bool,
    tone: u8,
}

impl Typed {
    /// aa, ee, oo are letters with a hat, w a horn or breve; f s r x j are tones. Before an e, and before
    /// a vowel that does not end the word, none is meant: that is English (use, tower, Susan).
    fn telex(&mut self, rhyme: &str) -> Option<()> {
        let mut before = ' ';
        for (at, key) in rhyme.char_indices() {
            let rest = &rhyme[at + 1..];
            match key {
                'f' | 's' | 'r' | 'x' | 'j' | 'w' if rest.starts_with('e') => return None,
                'f' | 's' | 'r' | 'x' | 'j' if rest.starts_with(is_vowel) && rest.len() > 1 => return None,
                'f' => self.set_tone(1)?,
                's' => self.set_tone(2)?,
                'x' => self.set_tone(3)?,
                'r' => self.set_tone(4)?,
                'j' => self.set_tone(5)?,
                'w' => self.horn = true,
                _ if key == before && self.put_hat(key) => {}
                _ => self.rhyme.push(key),
            }
            before = key;
        }
        (self.horn || self.onset.len() + self.rhyme.len() > 1).then_some(())
    }

    /// 6 is a hat, 7 a horn, 8 a breve, 9 the bar of đ, 1 to 5 are tones.
    fn vni(&mut self, rhyme: &str) -> Option<()> {
        for key in rhyme.chars() {
            match key {
                '1' => self.set_tone(2)?,
                '2' => self.set_tone(1)?,
                '3' => self.set_tone(4)?,
                '4' => self.set_tone(3)?,
                '5' => self.set_tone(5)?,
                // A plane or a hill: su27, an26.
                '6'..='8' if self.tone > 0 => return None,
                '6' => {
                    let letter = self.rhyme.iter().rev().copied().find(|c| matches!(c, 'a' | 'e' | 'o'))?;
                    self.put_hat(letter);
                }
                '7' => self.horn = true,
                '8' if self.rhyme.contains(&'a') => self.horn = true,
                '9' if self.onset == "d" => self.barred = true,
                '0'..='9' => return None,
                _ => self.rhyme.push(key),
            }
        }
        (self.onset.len() + self.rhyme.len() > 1).then_some(())
    }

    fn set_tone(&mut self, tone: u8) -> Option<()> {
        let first = self.tone == 0;
        self.tone = tone;
        first.then_some(())
    }

    fn put_hat(&mut self, letter: char) -> bool {
        let hatted = match letter {
            'a' => 'â',
            'e' => 'ê',
            'o' => 'ô',
            _ => return false,
        };
        let place = self.rhyme.iter_mut().rev().find(|c| **c == letter);
        place.map(|place| *place = hatted).is_some()
    }

    /// Turns uo to ươ (to uơ at the end), ua to ưa, else the first a to ă, o to ơ or u to ư.
    fn put_horn(&mut self) -> Option<()> {
        let after_g = matches!(self.rhyme.as_slice(), ['i', next, ..] if is_vowel(*next));
        let glide = usize::from(self.onset == "q" || (self.onset == "g" && after_g));
        let rhyme = self.rhyme.get_mut(glide..)?;
        match rhyme {
            ['u', o @ 'o'] => *o = 'ơ',
            [u @ 'u', o @ 'o', ..] => (*u, *o) = ('ư', 'ơ'),
            [u @ 'u', 'a', ..] => *u = 'ư',
            _ => {
                let horns = [('a', 'ă'), ('o', 'ơ'), ('u', 'ư')];
                let (plain, horned) = horns.into_iter().find(|(c, _)| rhyme.contains(c))?;
                *rhyme.iter_mut().find(|c| **c == plain)? = horned;
            }
        }
        Some(())
    }

    fn syllable(mut self) -> Option<String> {
        if self.horn {
            self.put_horn()?;
        }
        let rhyme: String = self.rhyme.iter().collect();
        let stopped = rhyme.ends_with(['c', 'k', 'p', 't']) || rhyme.ends_with("ch");
        let possible = !rhyme.ends_with(['ă', 'â']) && (!stopped || matches!(self.tone, 2 | 5));
        if !possible || !is_syllable(&fold(&[self.onset.as_str(), &rhyme].concat())) {
            return None;
        }
        let onset = self.onset.chars().map(|c| if self.barred { 'đ' } else { c });
        let mut letters: Vec<char> = onset.chain(self.rhyme).collect();
        let bearer = tone_place(&letters)?;
        let place = letters.get_mut(bearer)?;
        *place = with_tone(*place, self.tone);
        Some(letters.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::decode_typing;

    fn decoded(words: &str) -> String {
        words.split(' ').map(|word| decode_typing(word).unwrap_or_else(|| word.to_owned())).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn telex_is_decoded() {
        assert_eq!(decoded("ddieenj bieen phur dduwowngf"), "điện biên phủ đường");
        assert_eq!(decoded("ddieejn dduowngf dduongwf nguwowfi"), "điện đường đường người");
        let found = decoded("hoaf hofa thuyr quys giaf giuwax khuyur thuowr tuwj muaw nuwowcs");
        assert_eq!(found, "hòa hòa thủy quý già giữa khuỷu thuở tự mưa nước");
        assert_eq!(decoded("leex hooij ruwowuj quaanf hoawcj ddawngj luwu"), "lễ hội rượu quần hoặc đặng lưu");
    }

    #[test]
    fn vni_is_decoded() {
        assert_eq!(decoded("d9ie6n5 bie6n phu3 d9uo7ng2 d9u7o7ng2 duong972"), "điện biên phủ đường đường đường");
        assert_eq!(decoded("ha2 no6i5 hoa8c5 nguye6n4 ru7o7u5 qua61n"), "hà nội hoặc nguyễn rượu quấn");
    }

    #[test]
    fn vietnamese_and_names_with_numbers_are_left_alone() {
        let words = "dien bien phu xoong noong a1 e2 c1 d1 ql12 h1 u23 km5 covid19 mi8 su27 an26 ak47 b52 5g 18 1954 t80 aa ddd \
                     krong hmong ubnd bvhttdl";
        assert_eq!(decoded(words), words);
    }

    #[test]
    fn what_no_syllable_can_be_is_left_alone() {
        let words = "festival film resort boss coffee website wifi deep law more use park tour sapa is or";
        assert_eq!(decoded(words), words);
    }
}
