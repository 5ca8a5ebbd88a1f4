//! What else may have been meant; `client/spelling.js` does the same.
//!
//! In: a query that found nothing whole. Out: other queries to try, the likelier first: with Vietnamese that was typed without
//! input method (Telex, VNI), then with neighbouring words one slip away from a phrase of the index.

use crate::text::search::{decode_typing, fold};

use super::manifest::Suggest;
use super::query::{Asked, Word};

/// Words of a phrase at most.
const LONGEST: usize = 5;
/// Words of a query that is mended at most.
const MOST: usize = 8;

/// The query with every word decoded that is `wanted` (by its place) and can be; `None` where none can.
pub(super) fn decoded(asked: &Asked, words: &[Word], wanted: impl Fn(usize) -> bool) -> Option<String> {
    if !asked.lang.starts_with("vi") {
        return None;
    }
    let (mut out, mut end) = (String::new(), 0);
    for (at, word) in words.iter().enumerate() {
        if let Some(meant) = decode_typing(&word.folded).filter(|_| wanted(at) && !word.marked) {
            out.push_str(&asked.text[end..word.range.start]);
            out.push_str(&meant);
            end = word.range.end;
        }
    }
    (end > 0).then(|| out + &asked.text[end..])
}

/// A phrase: folded, in UTF-16 as JavaScript compares it; as people write it; how many entries have it.
type Phrase<'a> = (Vec<u16>, &'a str, u32);

/// The query with one slip mended; `None` where no phrase is near. Long phrases go before short ones, then frequent ones; a single
/// word is mended only where it is missing from the index.
pub(super) fn mend(text: &str, words: &[Word], missing: &[usize], suggest: &Suggest) -> Option<String> {
    if words.len() > MOST {
        return None;
    }
    let folded: Vec<String> = suggest.p.iter().map(|phrase| fold(phrase)).collect();
    let whole = || folded.iter().zip(&suggest.p).zip(&suggest.n);
    let mut known: Vec<Phrase<'_>> = whole().map(|((folded, p), n)| (units(folded), p.as_str(), *n)).collect();
    for size in (1..=words.len().min(LONGEST)).rev() {
        if size == 1 {
            let single = |((folded, p), n)| -> Vec<Phrase<'_>> {
                let (folded, p, n): (&String, &String, &u32) = (folded, p, n);
                folded.split(' ').zip(p.split(' ')).map(|(key, word)| (units(key), word, *n)).collect()
            };
            known.extend(whole().flat_map(single));
        }
        let mut best: Option<(u32, String)> = None;
        for (at, some) in words.windows(size).enumerate() {
            let suspect = if missing.is_empty() { size > 1 } else { missing.iter().any(|i| (at..at + size).contains(i)) };
            let key = units(&some.iter().map(|word| word.raw.as_str()).collect::<Vec<_>>().join(" "));
            if !suspect || key.len() < 3 || known.iter().any(|(folded, ..)| *folded == key) {
                continue;
            }
            let (start, end) = (some.first()?.range.start, some.last()?.range.end);
            for (folded, phrase, n) in &known {
                if *n > best.as_ref().map_or(0, |(n, _)| *n) && is_near(&key, folded) {
                    best = Some((*n, [&text[..start], phrase, &text[end..]].concat()));
                }
            }
        }
        if let Some((_, mended)) = best {
            return Some(mended);
        }
    }
    None
}

fn units(text: &str) -> Vec<u16> {
    text.encode_utf16().collect()
}

/// Whether two strings differ by one letter more, less or other, or by two that changed places.
fn is_near(a: &[u16], b: &[u16]) -> bool {
    if a.len().abs_diff(b.len()) > 1 {
        return false;
    }
    let start = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[start..], &b[start..]);
    let end = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    match (&a[..a.len() - end], &b[..b.len() - end]) {
        ([], []) => false,
        ([] | [_], [] | [_]) => true,
        ([first, second], [third, fourth]) => first == fourth && second == third,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::query::parse;
    use super::{Suggest, decoded, is_near, mend, units};

    #[test]
    fn one_slip_is_near() {
        let near = |a: &str, b: &str| is_near(&units(a), &units(b));
        assert!(near("dien bein", "dien bien") && near("dien bin", "dien bien") && near("dienbien", "dien bien"));
        assert!(near("abc", "abd") && near("", "a") && near("ab", "ba"));
        assert!(!near("dien bien", "dien bien") && !near("abc", "cba") && !near("ab", "cd") && !near("a", "abc"));
    }

    fn mended(query: &str, missing: &[usize]) -> Option<String> {
        let p = ["điện biên", "hoa ban", "Mường Phăng", "lễ hội", "Điện Biên Phủ"];
        let suggest =
            Suggest { format: String::new(), lang: "vi".into(), p: p.map(str::to_owned).into(), n: vec![9, 5, 4, 3, 1] };
        let asked = parse(query, "vi");
        mend(&asked.text, &asked.words, missing, &suggest)
    }

    #[test]
    fn the_longest_phrase_then_the_most_frequent_is_taken() {
        assert_eq!(mended("Ở dien bein phu", &[2]).as_deref(), Some("Ở Điện Biên Phủ"));
        assert_eq!(mended("lễ hội hoa bna", &[3]).as_deref(), Some("lễ hội hoa ban"));
        assert_eq!(mended("muowng", &[0]).as_deref(), Some("Mường"));
        assert_eq!(mended("hoi hoa", &[]), None);
        assert_eq!(mended("hoa ban", &[]), None);
    }

    #[test]
    fn only_words_that_are_asked_for_are_decoded() {
        let asked = parse("Noong dduwowngf, tes", "vi");
        assert_eq!(decoded(&asked, &asked.words, |at| at == 1).as_deref(), Some("Noong đường, tes"));
        assert_eq!(decoded(&asked, &asked.words, |_| true).as_deref(), Some("nông đường, té"));
        assert_eq!(decoded(&parse("hoa", "vi"), &parse("hoa", "vi").words, |_| true), None);
    }
}
