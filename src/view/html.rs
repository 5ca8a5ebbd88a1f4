//! Text into HTML: escaping, and the spaces that must not break.

use crate::text;

/// Appends text with `&`, `<`, `>` and `"` escaped.
pub fn escape(out: &mut String, text: &str) {
    let bytes = text.as_bytes();
    let mut from = 0;
    for (at, byte) in bytes.iter().enumerate() {
        let entity = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => continue,
        };
        out.push_str(&text[from..at]);
        out.push_str(entity);
        from = at + 1;
    }
    out.push_str(&text[from..]);
}

/// Escaped text.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    escape(&mut out, text);
    out
}

/// Appends running text of a language: no-break spaces where its typography wants them, then escaped.
pub fn prose(out: &mut String, text: &str, lang: &str) {
    escape(out, &text::no_break(text, lang));
}

/// Appends ` name="value"`.
pub fn attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    escape(out, value);
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn markup_becomes_text() {
        assert_eq!(escaped("a<b>&\"c\" đ"), "a&lt;b&gt;&amp;&quot;c&quot; đ");
    }
}
