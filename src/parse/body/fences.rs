//! Finds the lines that open and close directives, and hides them from the Markdown parser.
//!
//! A fence is a line of three or more colons, indented by at most three spaces, followed by a name or by nothing. In a copy
//! of the text each is overwritten by an HTML processing instruction of the same length. Markdown treats that as a block of
//! exactly one line which ends paragraphs and lists, and reports it at the fence's offset; in code it stays text, whose
//! span is read from the original. So Markdown's own rules decide what is code, and offsets stay what they are.

use crate::model::Span;

/// A line that opens or closes a directive.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Fence {
    /// Offset of its first colon in the file.
    pub(super) start: usize,
    /// Offset of its end, without the line break.
    pub(super) end: usize,
    /// Number of colons, at least 3.
    pub(super) colons: usize,
}

impl Fence {
    /// The whole line.
    pub(super) fn span(&self) -> Span {
        Span::new(self.start, self.end)
    }

    /// What follows the colons.
    pub(super) fn header<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start + self.colons..self.end).unwrap_or("")
    }
}

/// All fences of a body that starts at `base` of its file, in order.
pub(super) fn find(source: &str, base: usize) -> Vec<Fence> {
    let mut fences = Vec::new();
    let mut from = 0;
    while let Some(found) = source[from..].find(":::") {
        let at = from + found;
        let line = source[..at].rfind('\n').map_or(0, |newline| newline + 1);
        let end = source[at..].find('\n').map_or(source.len(), |length| at + length);
        let content = source[at..end].trim_end();
        let colons = content.len() - content.trim_start_matches(':').len();
        if at - line <= 3 && source[line..at].bytes().all(|byte| byte == b' ') && is_header(&content[colons..]) {
            fences.push(Fence { start: base + at, end: base + at + content.len(), colons });
        }
        from = end;
    }
    fences
}

fn is_header(rest: &str) -> bool {
    let name = rest.trim_start_matches([' ', '\t']);
    name.is_empty() || name.starts_with(|c: char| c.is_alphabetic() || c == '{')
}

/// A copy of the body with every fence overwritten; none where there is nothing to hide.
pub(super) fn mask(source: &str, base: usize, fences: &[Fence]) -> Option<String> {
    if fences.is_empty() {
        return None;
    }
    let mut masked = String::with_capacity(source.len());
    let mut copied = 0;
    for fence in fences {
        let (start, end) = (fence.start - base, fence.end - base);
        masked.push_str(&source[copied..start]);
        match end - start {
            3 => masked.push_str("<?>"),
            length => {
                masked.push_str("<?");
                masked.extend(std::iter::repeat_n(' ', length - 4));
                masked.push_str("?>");
            }
        }
        copied = end;
    }
    masked.push_str(&source[copied..]);
    Some(masked)
}

#[cfg(test)]
mod tests {
    use super::{find, mask};

    #[test]
    fn fences_are_lines_of_colons_with_a_name_or_nothing() {
        let text = ":::note {title=\"Đọc\"}\r\nx ::: y\n   ::::\n    :::no\n::: - no\n:::";
        let found: Vec<_> = find(text, 0).iter().map(|fence| (fence.colons, fence.header(text))).collect();
        assert_eq!(found, [(3, "note {title=\"Đọc\"}"), (4, ""), (3, "")]);
    }

    #[test]
    fn the_copy_has_the_same_length() {
        let text = "a\n:::note {title=\"Đọc\"}\nb\n:::\n::::\n";
        let copy = mask(text, 0, &find(text, 0)).unwrap();
        assert_eq!(copy.len(), text.len());
        assert_eq!(copy.lines().skip(3).collect::<Vec<_>>(), ["<?>", "<??>"]);
        assert_eq!(mask("a :: b", 0, &find("a :: b", 0)), None);
    }
}
