//! Counts words and, in the same pass, tells which rare characters a run of text has.
//!
//! A word is a stretch between blanks with a letter or a digit in it: a syllable in Vietnamese, and `H'Mông` is one.

/// Characters that a run must be looked at for.
pub(super) mod rare {
    /// `:`
    pub(crate) const COLON: u8 = 1;
    /// `*`
    pub(crate) const STAR: u8 = 2;
    /// `[` or `]`
    pub(crate) const BRACKET: u8 = 4;
    /// `w`
    pub(crate) const W: u8 = 8;
}

const WORD: u8 = 64;
const BLANK: u8 = 128;

static CLASSES: [u8; 256] = classes();

const fn classes() -> [u8; 256] {
    let mut classes = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = match byte as u8 {
            b'w' => WORD | rare::W,
            b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' | 0x80..=0xFF => WORD,
            b' ' | b'\t' | b'\n' | b'\r' => BLANK,
            b':' => rare::COLON,
            b'*' => rare::STAR,
            b'[' | b']' => rare::BRACKET,
            _ => 0,
        };
        byte += 1;
    }
    classes
}

/// A count that goes on across the runs of a paragraph.
#[derive(Debug, Default)]
pub(super) struct Words {
    count: u32,
    inside: bool,
}

impl Words {
    /// Counts the words of a run; returns which of [`rare`] it has.
    pub(super) fn run(&mut self, text: &str) -> u8 {
        let bytes = text.as_bytes();
        let mut found = 0;
        let mut inside = self.inside;
        let mut count = 0;
        for (at, byte) in bytes.iter().enumerate() {
            let class = CLASSES[usize::from(*byte)];
            found |= class;
            if class & BLANK != 0 {
                inside = false;
            } else if class & WORD != 0 && !inside && !is_punctuation(bytes, at) {
                inside = true;
                count += 1;
            }
        }
        self.inside = inside;
        self.count += count;
        found
    }

    /// Ends the word, at a line break or a block.
    pub(super) fn end(&mut self) {
        self.inside = false;
    }

    /// Words so far.
    pub(super) fn count(&self) -> u32 {
        self.count
    }
}

/// True for a byte of U+2000 to U+203F: dashes, quotes, dots.
fn is_punctuation(bytes: &[u8], at: usize) -> bool {
    let from = |back: usize| at.checked_sub(back).is_some_and(|start| bytes[start..].starts_with(&[0xE2, 0x80]));
    bytes[at] >= 0x80 && (from(0) || from(1) || from(2))
}

#[cfg(test)]
mod tests {
    use super::{Words, rare};

    fn count(runs: &[&str]) -> u32 {
        let mut words = Words::default();
        for run in runs {
            words.run(run);
        }
        words.count()
    }

    #[test]
    fn syllables_and_codes_are_words_and_dashes_are_not() {
        assert_eq!(count(&["Điện Biên Phủ – “7/5/1954” …  18/2018/QĐ-UBND ."]), 5);
        assert_eq!(count(&["H", "’", "Mông và", " Thái"]), 3);
        assert_eq!(count(&["", " ", "—"]), 0);
    }

    #[test]
    fn rare_characters_are_found() {
        let mut words = Words::default();
        assert_eq!(words.run("a: b") & rare::COLON, rare::COLON);
        assert_eq!(words.run("Điện Biên") & (rare::COLON | rare::STAR | rare::BRACKET | rare::W), 0);
    }
}
