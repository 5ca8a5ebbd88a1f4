//! Things of several parts: act numbers, dates, amounts, words with hyphens.
//!
//! In: words that follow each other with one sign between. Out: the key of the whole, where the row of
//! parts makes one. The parts are tokens of their own and are not touched.

use super::letters::{fold, lower_slowly};

/// Longer rows (lists with slashes) make no whole.
const MOST_PARTS: u8 = 6;

/// A row of words joined by single signs.
#[derive(Debug, Default)]
pub(super) struct Chain {
    at: (usize, usize),
    parts: u8,
}

/// A whole: its keys, where it stands and how many parts it has.
#[derive(Debug)]
pub(super) struct Whole {
    pub(super) folded: String,
    pub(super) exact: String,
    pub(super) at: (usize, usize),
    pub(super) parts: u8,
}

impl Chain {
    pub(super) fn new(at: (usize, usize)) -> Self {
        Self { at, parts: 1 }
    }

    /// Whether there are two words at least.
    pub(super) fn is_row(&self) -> bool {
        self.parts > 1
    }

    /// Whether the next word goes on with this row: a slash or hyphen between, or a point, comma or colon
    /// between two digits.
    pub(super) fn goes_on(&self, text: &str, gap: &str, next: (usize, usize)) -> bool {
        let digit = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
        match gap {
            "/" | "-" | "‐" | "‑" | "–" => self.parts > 0,
            "." | "," | ":" => self.parts > 0 && digit(self.at.1.wrapping_sub(1)) && digit(next.0),
            _ => false,
        }
    }

    pub(super) fn add(&mut self, next: (usize, usize)) {
        self.at.1 = next.1;
        self.parts = self.parts.saturating_add(1);
    }

    /// The whole that these parts make, if they do.
    pub(super) fn whole(&self, text: &str) -> Option<Whole> {
        if !(2..=MOST_PARTS).contains(&self.parts) {
            return None;
        }
        let mut written = String::new();
        lower_slowly(text.get(self.at.0..self.at.1)?, &mut written);
        let written = written.replace(['‐', '‑', '–'], "-");
        let digits = written.bytes().all(|byte| byte.is_ascii_digit() || b"./,:-".contains(&byte));
        let key = |text: &str| -> Option<String> {
            if digits {
                Some(number(text))
            } else if written.contains('/') {
                written.starts_with(|c: char| c.is_ascii_digit()).then(|| without_zeros(text))
            } else {
                (!written.contains(['.', ',', ':'])).then(|| text.replace('-', ""))
            }
        };
        Some(Whole { folded: key(&fold(&written))?, exact: key(&written)?, at: self.at, parts: self.parts })
    }
}

/// Digits with one sign: `1.234,5` and `1,234.5` give `1234.5`, `07/05/1954` gives `7.5.1954`.
fn number(text: &str) -> String {
    let bytes = text.as_bytes();
    let digits = |from: usize| bytes.iter().skip(from).take_while(|byte| byte.is_ascii_digit()).count();
    let groups = |at: usize, byte: u8| matches!(byte, b'.' | b',') && digits(at + 1) == 3;
    let kept = bytes.iter().enumerate().filter(|(at, byte)| !groups(*at, **byte));
    let plain: String = kept.map(|(_, byte)| if byte.is_ascii_digit() { char::from(*byte) } else { '.' }).collect();
    without_zeros(&plain)
}

/// Without the zeros that a number in it begins with (`05/2018`, `007`); the last digit stays.
fn without_zeros(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    let mut before = None;
    while let Some(c) = rest.next() {
        let first = matches!(before, None | Some('.' | '/' | '-'));
        if first && c == '0' && rest.peek().is_some_and(char::is_ascii_digit) {
            continue;
        }
        out.push(c);
        before = Some(c);
    }
    out
}
