//! Setting a short text in few lines: cleaning, breaking, shrinking, cutting.
//!
//! In: words and the room for them. Out: lines and a font size. Widths come from a [`Ruler`]; nothing is drawn here.

use icu_normalizer::ComposingNormalizerBorrowed;

use super::CardError;

/// Longest text that is looked at, in characters; no card has room for more.
const LONGEST: usize = 600;

/// What is left of a cut text.
const ELLIPSIS: &str = "…";

/// Measures text in one style.
pub(super) trait Ruler {
    /// Widths in pixels of each piece at a font size.
    fn widths(&self, pieces: &[&str], size: f64) -> Result<Vec<f64>, CardError>;
}

/// The room for a text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Room {
    /// Width of a line in pixels.
    pub(super) width: f64,
    /// How many lines at most, from 1.
    pub(super) lines: usize,
    /// Font sizes to try in turn, at least one.
    pub(super) sizes: Vec<f64>,
}

/// A text in its lines.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Setting {
    pub(super) size: f64,
    pub(super) lines: Vec<String>,
}

/// NFC.
pub(super) fn composed(text: &str) -> String {
    ComposingNormalizerBorrowed::new_nfc().normalize(text).into_owned()
}

/// The text as it can be drawn: composed, single spaces, without characters that `has` does not know.
///
/// A sign (an emoji) without a glyph becomes a space; a letter, a mark or an invisible control becomes nothing.
pub(super) fn cleaned(text: &str, has: impl Fn(char) -> bool) -> String {
    let mut clean = String::new();
    for character in composed(text).chars().take(LONGEST) {
        match character {
            '\u{a0}' | '\u{202f}' => clean.push('\u{a0}'),
            _ if character.is_whitespace() => push_space(&mut clean),
            _ if is_invisible(character) => {}
            _ if has(character) => clean.push(character),
            _ if character.is_alphanumeric() => {}
            _ => push_space(&mut clean),
        }
    }
    clean.trim_matches([' ', '\u{a0}']).to_owned()
}

fn push_space(text: &mut String) {
    if !text.ends_with([' ', '\u{a0}']) {
        text.push(' ');
    }
}

/// Controls, marks, joiners and selectors of direction or variants, byte order marks, and combining marks that NFC left over.
fn is_invisible(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff0}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e0fff}')
}

/// Sets a [`cleaned`] text: the first size at which it fits, else the last size and a cut.
pub(super) fn set(text: &str, room: &Room, ruler: &dyn Ruler) -> Result<Setting, CardError> {
    let words = words(text);
    let mut smallest = None;
    for &size in &room.sizes {
        let measured = Measured::new(&words, size, ruler)?;
        if let Some(lines) = measured.balanced(room) {
            return Ok(Setting { size, lines });
        }
        smallest = Some(measured);
    }
    match smallest {
        Some(measured) => Ok(Setting { size: measured.size, lines: measured.cut(room, ruler)? }),
        None => Ok(Setting { size: 0.0, lines: Vec::new() }),
    }
}

/// A piece that no line break splits, and whether a space follows it.
#[derive(Debug, Clone)]
struct Word {
    text: String,
    space: bool,
}

/// Splits at spaces, and around Chinese and Japanese signs, which are set without spaces.
fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    for run in text.split(' ').filter(|run| !run.is_empty()) {
        let mut start = 0;
        for (at, character) in run.char_indices().skip(1) {
            if is_ideograph(character) {
                words.push(Word { text: run[start..at].to_owned(), space: false });
                start = at;
            }
        }
        words.push(Word { text: run[start..].to_owned(), space: true });
    }
    words
}

fn is_ideograph(character: char) -> bool {
    matches!(character, '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

/// Words with their widths at one size.
struct Measured {
    size: f64,
    words: Vec<Word>,
    widths: Vec<f64>,
    space: f64,
    ellipsis: f64,
}

impl Measured {
    fn new(words: &[Word], size: f64, ruler: &dyn Ruler) -> Result<Self, CardError> {
        let mut pieces: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
        pieces.extend(["n n", "nn", ELLIPSIS]);
        let mut widths = ruler.widths(&pieces, size)?;
        let tail = widths.split_off(words.len());
        let (space, ellipsis) = (tail[0] - tail[1], tail[2]);
        Ok(Self { size, words: words.to_vec(), widths, space, ellipsis })
    }

    /// Width of the words `start..end` on one line.
    fn width(&self, start: usize, end: usize) -> f64 {
        let spaces = self.words[start..end].iter().rev().skip(1).filter(|word| word.space).count();
        self.widths[start..end].iter().sum::<f64>() + spaces as f64 * self.space
    }

    /// The words `start..end` as a line.
    fn line(&self, start: usize, end: usize) -> String {
        let mut line = String::new();
        for word in &self.words[start..end] {
            line.push_str(&word.text);
            line.push_str(if word.space { " " } else { "" });
        }
        line.truncate(line.trim_end().len());
        line
    }

    /// First word behind the line that begins with `start`, filled as far as it goes; always at least one word.
    fn filled(&self, start: usize, width: f64) -> usize {
        let ends = (start + 1..=self.words.len()).take_while(|&end| self.width(start, end) <= width);
        ends.last().unwrap_or((start + 1).min(self.words.len()))
    }

    /// Where lines begin when each is filled before the next, and the end.
    fn greedy(&self, width: f64) -> Vec<usize> {
        let mut starts = vec![0];
        let mut at = 0;
        while at < self.words.len() {
            at = self.filled(at, width);
            starts.push(at);
        }
        starts
    }

    /// The fewest lines that hold all words, balanced; `None` where they do not fit.
    fn balanced(&self, room: &Room) -> Option<Vec<String>> {
        let count = self.greedy(room.width).len() - 1;
        let fits = count <= room.lines && self.widths.iter().all(|&width| width <= room.width);
        let starts = fits.then(|| self.cheapest(count, room.width))?;
        Some(starts.windows(2).map(|pair| self.line(pair[0], pair[1])).collect())
    }

    /// The breaks into `count` lines with the least cost, as line starts and the end.
    fn cheapest(&self, count: usize, width: f64) -> Vec<usize> {
        let all = self.words.len();
        // best[i]: cost and line starts of setting the words from i on in the lines done so far, last lines first.
        let mut best: Vec<Option<(f64, Vec<usize>)>> = vec![None; all + 1];
        best[all] = Some((0.0, vec![all]));
        for line in 0..count {
            let mut next = vec![None; all + 1];
            for (start, slot) in next.iter_mut().enumerate().take(all) {
                let ends = (start + 1..=all).take_while(|&end| self.width(start, end) <= width);
                let costs = ends.filter_map(|end| {
                    let (rest, starts) = best[end].as_ref()?;
                    Some((rest + self.cost(start, end, line, width), starts))
                });
                *slot = costs
                    .min_by(|a, b| a.0.total_cmp(&b.0))
                    .map(|(cost, starts)| (cost, std::iter::once(start).chain(starts.iter().copied()).collect()));
            }
            best = next;
        }
        best.swap_remove(0).map_or_else(|| self.greedy(width), |(_, starts)| starts)
    }

    /// Cost of a line, `line` counted from the last: long lines are dear, so that all become alike; a break after
    /// punctuation is worth a little, a word alone on the last line costs a little.
    fn cost(&self, start: usize, end: usize, line: usize, width: f64) -> f64 {
        let share = self.width(start, end) / width;
        let pause = line > 0 && self.words[end - 1].text.ends_with([',', ':', ';', '.', '?', '!', '–', '—', ')', '”']);
        let alone = line == 0 && start > 0 && end - start == 1;
        share * share - if pause { 0.06 } else { 0.0 } + if alone { 0.15 } else { 0.0 }
    }

    /// Lines as full as they go, the last one ending in an ellipsis if words are left.
    fn cut(mut self, room: &Room, ruler: &dyn Ruler) -> Result<Vec<String>, CardError> {
        for at in 0..self.words.len() {
            if self.widths[at] > room.width {
                let (text, width) = clipped(&self.words[at].text, room.width, self.size, ruler)?;
                self.words[at].text = text;
                self.widths[at] = width;
            }
        }
        if let Some(lines) = self.balanced(room) {
            return Ok(lines);
        }
        let starts = self.greedy(room.width);
        let mut lines: Vec<String> =
            starts.windows(2).take(room.lines - 1).map(|pair| self.line(pair[0], pair[1])).collect();
        lines.push(self.last_line(starts[room.lines - 1], room, ruler)?);
        Ok(lines)
    }

    /// The line that begins with `start`, cut at a word.
    fn last_line(&self, start: usize, room: &Room, ruler: &dyn Ruler) -> Result<String, CardError> {
        let end = self.filled(start, room.width - self.ellipsis);
        if self.width(start, end) > room.width - self.ellipsis {
            return Ok(clipped(&self.words[start].text, room.width, self.size, ruler)?.0);
        }
        let line = self.line(start, end);
        let kept = line.trim_end_matches(|c: char| !c.is_alphanumeric() && !matches!(c, ')' | '”' | '"' | '%' | '»'));
        Ok(format!("{}{ELLIPSIS}", if kept.is_empty() { &line } else { kept }))
    }
}

/// As many characters of a word as fit with an ellipsis, at least one; with their width.
fn clipped(word: &str, width: f64, size: f64, ruler: &dyn Ruler) -> Result<(String, f64), CardError> {
    let word = word.trim_end_matches(ELLIPSIS);
    let ends: Vec<usize> = word.char_indices().map(|(at, _)| at).skip(1).chain([word.len()]).collect();
    let candidate = |end: usize| format!("{}{ELLIPSIS}", &word[..end]);
    let (mut fits, mut over) = (0, ends.len());
    while over - fits > 1 {
        let middle = usize::midpoint(fits, over);
        let wide = ruler.widths(&[&candidate(ends[middle])], size)?[0] > width;
        if wide { over = middle } else { fits = middle }
    }
    let text = candidate(ends.get(fits).copied().unwrap_or(word.len()));
    let wide = ruler.widths(&[&text], size)?[0];
    Ok((text, wide))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Every character is half a font size wide.
    struct Typewriter;

    impl Ruler for Typewriter {
        fn widths(&self, pieces: &[&str], size: f64) -> Result<Vec<f64>, CardError> {
            Ok(pieces.iter().map(|piece| piece.chars().count() as f64 * size / 2.0).collect())
        }
    }

    /// Sets for lines of `columns` characters at the size 20; the size 10 has room for twice as many.
    fn set_in(text: &str, columns: usize, lines: usize, sizes: &[f64]) -> Setting {
        let room = Room { width: columns as f64 * 10.0, lines, sizes: sizes.to_vec() };
        set(&cleaned(text, |_| true), &room, &Typewriter).unwrap()
    }

    fn lines(text: &str, columns: usize) -> Vec<String> {
        set_in(text, columns, 3, &[20.0]).lines
    }

    #[test]
    fn breaks_evenly_at_spaces() {
        assert_eq!(lines("Điện Biên", 20), ["Điện Biên"]);
        assert_eq!(lines("Cổng thông tin đối ngoại tỉnh Điện Biên", 30), ["Cổng thông tin đối", "ngoại tỉnh Điện Biên"]);
        assert_eq!(
            lines("Mường Thanh the largest rice basin of the north-west seen from the hills", 28),
            ["Mường Thanh the largest", "rice basin of the north-west", "seen from the hills"]
        );
    }

    #[test]
    fn leaves_no_word_alone_on_the_last_line() {
        assert_eq!(lines("một hai ba bốn năm sáu", 18), ["một hai ba", "bốn năm sáu"]);
        assert_eq!(lines("aaaaaaaa bbbbbb cccccccc", 16), ["aaaaaaaa", "bbbbbb cccccccc"]);
    }

    #[test]
    fn prefers_to_break_after_punctuation() {
        assert_eq!(lines("Lễ hội Hoa Ban: mở cửa không gian", 24), ["Lễ hội Hoa Ban:", "mở cửa không gian"]);
    }

    #[test]
    fn keeps_no_break_spaces() {
        assert_eq!(lines("cách Hà Nội 500\u{a0}km đường bộ", 16), ["cách Hà Nội", "500\u{a0}km đường bộ"]);
    }

    #[test]
    fn breaks_between_ideographs() {
        assert_eq!(lines("奠边府是城市", 4), ["奠边府", "是城市"]);
    }

    #[test]
    fn shrinks_before_it_cuts() {
        let text = "một hai ba bốn năm sáu bảy tám chín mười";
        assert_eq!(set_in(text, 8, 3, &[20.0, 10.0]).size, 10.0);
        assert_eq!(set_in(text, 24, 3, &[20.0, 10.0]).size, 20.0);
    }

    #[test]
    fn cuts_at_a_word_with_an_ellipsis() {
        assert_eq!(lines("một hai, ba, bốn năm sáu bảy tám chín", 8), ["một hai,", "ba, bốn", "năm sáu…"]);
        assert_eq!(set_in("một hai, ba", 9, 1, &[20.0]).lines, ["một hai…"]);
    }

    #[test]
    fn cuts_a_word_that_is_wider_than_a_line() {
        assert_eq!(lines("Nghiêngngả", 6), ["Nghiê…"]);
        assert_eq!(lines("a Nghiêngngả b", 6), ["a", "Nghiê…", "b"]);
        assert_eq!(set_in("aaaaaaaa", 6, 1, &[20.0, 10.0]).lines, ["aaaaaaaa"]);
    }

    #[test]
    fn cleans_spaces_controls_and_signs_without_glyphs() {
        let has = |character: char| character.is_ascii() || character == 'ế';
        assert_eq!(cleaned("  a\t\n b\u{200b}c\u{202e} \u{1f389}d\0 ", has), "a bc d");
        assert_eq!(cleaned("e\u{302}\u{301}", has), "ế");
        assert_eq!(cleaned("a\u{1f389}b", has), "a b");
        assert_eq!(cleaned("\u{a0}\u{1f389}", has), "");
    }

    proptest! {
        #[test]
        fn nothing_is_wider_than_the_room_and_nothing_is_lost(
            text in "([a-zếộữ,.!–]{1,14} ?){0,40}", columns in 2usize..40, most in 1usize..4,
        ) {
            let clean = cleaned(&text, |_| true);
            let setting = set_in(&text, columns, most, &[20.0, 15.0, 10.0]);
            let width = |line: &String| line.chars().count() as f64 * setting.size / 2.0;
            prop_assert!(setting.lines.len() <= most);
            prop_assert!(setting.lines.iter().all(|line| !line.is_empty() && width(line) <= columns as f64 * 10.0));
            if !setting.lines.iter().any(|line| line.contains('…')) {
                prop_assert_eq!(setting.lines.join(" "), clean);
            }
        }
    }
}
