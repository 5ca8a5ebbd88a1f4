//! Block quotations that are notes: `> [!NOTE]`, and the same in Vietnamese, `> [!LƯU Ý]`.

use pulldown_cmark::BlockQuoteKind;

/// Words between `[!` and `]`, with the kind of note they stand for. The English ones are known to the Markdown parser.
const WORDS: [(&str, &str); 5] =
    [("lưu ý", "info"), ("mẹo", "tip"), ("quan trọng", "important"), ("cảnh báo", "warning"), ("chú ý", "warning")];

/// Longest first line of an alert in bytes.
const LONGEST: usize = 100;

/// The kind of a note that the Markdown parser knows.
pub(super) fn kind(alert: BlockQuoteKind) -> &'static str {
    match alert {
        BlockQuoteKind::Note => "info",
        BlockQuoteKind::Tip => "tip",
        BlockQuoteKind::Important => "important",
        BlockQuoteKind::Warning | BlockQuoteKind::Caution => "warning",
    }
}

/// The kind of note that a quotation's source stands for, and the length of its first line; none for a plain quotation.
pub(super) fn vietnamese(quote: &str) -> Option<(&'static str, usize)> {
    let quote = &quote[..quote.floor_char_boundary(LONGEST)];
    let length = quote.find('\n').unwrap_or(quote.len());
    let line = quote[..length].trim_start().strip_prefix('>')?.trim();
    let word = line.strip_prefix("[!")?.strip_suffix(']')?.to_lowercase();
    let kind = WORDS.iter().find(|(name, _)| *name == word).map(|(_, kind)| *kind)?;
    Some((kind, length))
}

#[cfg(test)]
mod tests {
    use super::vietnamese;

    #[test]
    fn vietnamese_words_are_known_in_any_case() {
        assert_eq!(vietnamese("> [!LƯU Ý]\n> x"), Some(("info", "> [!LƯU Ý]".len())));
        assert_eq!(vietnamese(">[!Chú ý]  ").map(|(kind, _)| kind), Some("warning"));
        for text in ["> [!LƯU Ý] Đọc", "> LƯU Ý", "> [!CƯỜI]", ""] {
            assert_eq!(vietnamese(text), None, "{text}");
        }
    }
}
