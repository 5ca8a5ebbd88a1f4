//! Vietnamese typed while the input method was off: Telex (`dduwowngf`) and VNI (`d9u7o7ng2`).
//!
//! In: a word of ASCII letters and digits in lower case. Out: the syllable that may be meant. A word that
//! could be Vietnamese as it stands is never touched; what is decoded has to be a syllable, with a tone that its
//! final consonant allows. Signs may stand after their vowel or at the end, the way input methods take them. One vowel
//! alone is left as it is (is, or, the hill A1), but for ơ and ư in Telex.
//!
//! English words decode as well (`bus` to bú, `teen` to tên): the caller looks whether the index has the word as it
//! was typed before it believes that something else was meant.

use super::letters::{fold, with_tone};
use super::shape::is_syllable;
use super::tone::tone_place;

/// No syllable is typed with more keys (`nghieengx`, `dduwowngf`, `chuyeennr`).
const MOST_KEYS: usize = 11;

/// The syllable that somebody may have meant, in NFC; `None` where the word is to be taken as it is.
#[must_use]
pub fn decode_typing(word: &str) -> Option<String> {
    let keys = word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    if !keys || !(2..=MOST_KEYS).contains(&word.len()) || is_syllable(word) {
        return None;
    }
    let (onset, keys) = word.split_at(word.find(is_vowel)?);
    let barred = matches!(onset, "dd" | "d9");
    if !barred && onset.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let mut typed = Typed { onset: if barred { "đ" } else { onset }, bar_may_follow: onset == "d", ..Typed::default() };
    keys.chars().try_for_each(|key| typed.press(key))?;
    typed.syllable()
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

fn hatted(letter: char) -> Option<char> {
    match letter {
        'a' => Some('â'),
        'e' => Some('ê'),
        'o' => Some('ô'),
        _ => None,
    }
}

/// A syllable being put together.
#[derive(Debug, Default)]
struct Typed<'a> {
    onset: &'a str,
    /// It is a d, so that 9 may still bar it.
    bar_may_follow: bool,
    rhyme: Vec<char>,
    tone: u8,
    /// A horn or breve is to be put where it fits; `w` in Telex.
    horn: bool,
    telex_horn: bool,
    /// A hat is to be put on the last letter that takes one.
    hat: bool,
}

impl Typed<'_> {
    /// Telex: aa, ee, oo are letters with a hat, w is a horn or breve; f s r x j are tones.
    /// VNI: 6 is a hat, 7 a horn, 8 a breve, 9 the bar of đ, 1 to 5 are tones.
    fn press(&mut self, key: char) -> Option<()> {
        match key {
            'f' | '2' => self.set_tone(1)?,
            's' | '1' => self.set_tone(2)?,
            'x' | '4' => self.set_tone(3)?,
            'r' | '3' => self.set_tone(4)?,
            'j' | '5' => self.set_tone(5)?,
            'w' => (self.horn, self.telex_horn) = (true, true),
            '7' | '8' => self.horn = true,
            '6' => self.hat = true,
            '9' if self.bar_may_follow => self.onset = "đ",
            '0' | '9' => return None,
            _ => match (self.rhyme.last_mut(), hatted(key)) {
                (Some(last), Some(letter)) if *last == key => *last = letter,
                _ => self.rhyme.push(key),
            },
        }
        Some(())
    }

    fn set_tone(&mut self, tone: u8) -> Option<()> {
        let first = self.tone == 0;
        self.tone = tone;
        first.then_some(())
    }

    fn put_hat(&mut self) {
        if let Some(place) = self.rhyme.iter_mut().rev().find(|c| hatted(**c).is_some()) {
            *place = hatted(*place).unwrap_or(*place);
        }
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
        if self.hat {
            self.put_hat();
        }
        if self.horn {
            self.put_horn()?;
        }
        let rhyme: String = self.rhyme.iter().collect();
        let stopped = rhyme.ends_with(['c', 'k', 'p', 't']) || rhyme.ends_with("ch");
        let possible = !rhyme.ends_with(['ă', 'â']) && (!stopped || matches!(self.tone, 2 | 5));
        let mut letters: Vec<char> = self.onset.chars().chain(self.rhyme).collect();
        let long = letters.len() > 1 || self.telex_horn;
        if !possible || !long || !is_syllable(&fold(&letters.iter().collect::<String>())) {
            return None;
        }
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
        let words = "dien bien phu a1 e2 c1 d1 ql12 h1 u23 km5 covid19 mi8 ak47 b52 5g 18 1954 t80 aa ddd \
                     krong hmong ubnd bvhttdl";
        assert_eq!(decoded(words), words);
    }

    #[test]
    fn what_no_syllable_can_be_is_left_alone() {
        let words = "festival film resort boss coffee website wifi deep law park tour sapa is or";
        assert_eq!(decoded(words), words);
    }
}
