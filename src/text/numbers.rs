//! Numbers and money as people read them: `1.467,7 tỷ đồng`, `VND 1,467.7 billion`.
//!
//! In: a number and a language's separators and words. Out: text. Digits come from the shortest
//! decimal form of the number and are rounded as decimals, half away from zero, so no binary
//! artefact (0.30000000000000004) is ever printed. The space before a unit is U+00A0.
//! Percentages, converting currencies and choosing a scale are *not* done here.

/// U+00A0, between a number and its unit.
const NO_BREAK_SPACE: char = '\u{A0}';

/// U+2212, the minus sign.
const MINUS: char = '−';

/// A language's number forms, looked up once for a build.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberFormats {
    group: String,
    decimal: String,
    scales: [String; 4],
    dong: String,
    dong_scaled: String,
    other: String,
}

/// The power of ten a sum of money is stated in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scale {
    /// 10³, nghìn.
    Thousand,
    /// 10⁶, triệu.
    Million,
    /// 10⁹, tỷ.
    Billion,
    /// 10¹², nghìn tỷ.
    Trillion,
}

impl Scale {
    /// The scale of a front-matter value: `thousand`, `million`, `billion` or `trillion`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "thousand" => Self::Thousand,
            "million" => Self::Million,
            "billion" => Self::Billion,
            "trillion" => Self::Trillion,
            _ => return None,
        })
    }

    /// The number of zeros: 3, 6, 9 or 12.
    #[must_use]
    pub fn exponent(self) -> u8 {
        (self as u8 + 1) * 3
    }
}

/// What `formats.ftl` says for Vietnamese and English; a test keeps them equal.
const FORMS: [(&str, &str, &str); 9] = [
    ("number-group", ".", ","),
    ("number-decimal", ",", "."),
    ("scale-thousand", "nghìn", "thousand"),
    ("scale-million", "triệu", "million"),
    ("scale-billion", "tỷ", "billion"),
    ("scale-trillion", "nghìn tỷ", "trillion"),
    ("money-vnd", "# ₫", "₫#"),
    ("money-vnd-scaled", "# đồng", "VND #"),
    ("money-other", "# ¤", "¤ #"),
];

impl NumberFormats {
    /// Vietnamese forms: "1.467,7 tỷ đồng", "1.500.000 ₫", "5 triệu USD".
    #[must_use]
    pub fn vietnamese() -> Self {
        Self::from_parts(|id| form(id).map_or("", |(_, vi, _)| vi).to_owned())
    }

    /// English forms: "VND 1,467.7 billion", "₫1,500,000", "USD 5 million".
    #[must_use]
    pub fn english() -> Self {
        Self::from_parts(|id| form(id).map_or("", |(_, _, en)| en).to_owned())
    }

    /// Forms looked up by id (`number-group`, `scale-billion`, `money-vnd`, ...). An id that is
    /// missing keeps its English form. In money patterns `#` is the number and `¤` the currency.
    #[must_use]
    pub fn from_lookup(lookup: impl Fn(&str) -> Option<String>) -> Self {
        let english = |id: &str| form(id).map_or("", |(_, _, en)| en).to_owned();
        Self::from_parts(|id| lookup(id).unwrap_or_else(|| english(id)))
    }

    fn from_parts(text: impl Fn(&str) -> String) -> Self {
        let bound = |id: &str| text(id).replace(' ', "\u{A0}");
        Self {
            group: text("number-group"),
            decimal: text("number-decimal"),
            scales: ["scale-thousand", "scale-million", "scale-billion", "scale-trillion"].map(bound),
            dong: bound("money-vnd"),
            dong_scaled: bound("money-vnd-scaled"),
            other: bound("money-other"),
        }
    }

    /// A number with grouped thousands: "9.541,25".
    ///
    /// With `decimals` it is rounded to that many and padded with zeros; without, it keeps the
    /// decimals it has. Anything but a finite number is a dash.
    #[must_use]
    pub fn number(&self, value: f64, decimals: Option<u8>) -> String {
        if !value.is_finite() {
            return "–".to_owned();
        }
        self.digits(&value.to_string(), decimals).unwrap_or_default()
    }

    /// The same for a decimal written as text (`-1467.70`), whose zeros are kept; `None` where
    /// the text is not of that form.
    #[must_use]
    pub fn digits(&self, text: &str, decimals: Option<u8>) -> Option<String> {
        let (negative, unsigned) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
        let ascii = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !ascii(whole) || !ascii(fraction) {
            return None;
        }
        let (whole, fraction) = match decimals {
            Some(places) => rounded(whole, fraction, usize::from(places)),
            None => (whole.to_owned(), fraction.to_owned()),
        };
        let zero = whole.bytes().chain(fraction.bytes()).all(|digit| digit == b'0');
        Some(self.joined(negative && !zero, &whole, &fraction))
    }

    fn joined(&self, negative: bool, whole: &str, fraction: &str) -> String {
        let mut out = String::with_capacity(whole.len() * 2 + fraction.len() + 4);
        if negative {
            out.push(MINUS);
        }
        for (at, digit) in whole.char_indices() {
            if at > 0 && (whole.len() - at).is_multiple_of(3) {
                out.push_str(&self.group);
            }
            out.push(digit);
        }
        if !fraction.is_empty() {
            out.push_str(&self.decimal);
            out.push_str(fraction);
        }
        out
    }

    /// A number and its unit: "9.541,25 km²". A percent sign stands close in both languages.
    #[must_use]
    pub fn with_unit(&self, value: f64, decimals: Option<u8>, unit: &str) -> String {
        let mut out = self.number(value, decimals);
        if !matches!(unit, "" | "%" | "‰" | "°") {
            out.push(NO_BREAK_SPACE);
        }
        out.push_str(unit);
        out
    }

    /// A sum of money: "1.467,7 tỷ đồng", "1.500.000 ₫", "VND 1,467.7 billion", "USD 5 million".
    ///
    /// `amount` counts in `scale`; `currency` is an ISO 4217 code.
    #[must_use]
    pub fn money(&self, amount: f64, scale: Option<Scale>, currency: &str) -> String {
        let mut number = self.number(amount, None);
        if let Some(scale) = scale {
            number.push(NO_BREAK_SPACE);
            number.push_str(&self.scales[scale as usize]);
        }
        let pattern = match (currency, scale) {
            ("VND", None) => &self.dong,
            ("VND", Some(_)) => &self.dong_scaled,
            _ => &self.other,
        };
        pattern.replace('¤', currency).replace('#', &number)
    }
}

fn form(id: &str) -> Option<(&'static str, &'static str, &'static str)> {
    FORMS.into_iter().find(|(own, _, _)| *own == id)
}

/// The decimal rounded to `places`, half away from zero.
fn rounded(whole: &str, fraction: &str, places: usize) -> (String, String) {
    let mut digits: Vec<u8> = whole.bytes().chain(fraction.bytes()).collect();
    let keep = whole.len() + places;
    let up = digits.get(keep).is_some_and(|digit| *digit >= b'5');
    digits.resize(keep, b'0');
    if up && digits.iter_mut().rev().all(carried) {
        digits.insert(0, b'1');
    }
    let split = digits.len() - places;
    let text = |part: &[u8]| part.iter().copied().map(char::from).collect();
    (text(&digits[..split]), text(&digits[split..]))
}

/// Adds one to a digit; true where the one goes on to the next digit.
fn carried(digit: &mut u8) -> bool {
    *digit = if *digit == b'9' { b'0' } else { *digit + 1 };
    *digit == b'0'
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{FORMS, NumberFormats, Scale};

    fn both() -> (NumberFormats, NumberFormats) {
        (NumberFormats::vietnamese(), NumberFormats::english())
    }

    #[test]
    fn separators_follow_the_language() {
        let (vi, en) = both();
        assert_eq!(vi.number(9541.25, None), "9.541,25");
        assert_eq!(en.number(9541.25, None), "9,541.25");
        assert_eq!(vi.number(1_500_000.0, None), "1.500.000");
        assert_eq!(vi.number(-999.0, None), "−999");
        assert_eq!(vi.number(0.0, None), "0");
    }

    #[test]
    fn money_of_the_domain_notes() {
        let (vi, en) = both();
        let billion = Some(Scale::Billion);
        assert_eq!(vi.money(1467.7, billion, "VND"), "1.467,7\u{A0}tỷ\u{A0}đồng");
        assert_eq!(en.money(1467.7, billion, "VND"), "VND\u{A0}1,467.7\u{A0}billion");
        assert_eq!(vi.money(1_500_000.0, None, "VND"), "1.500.000\u{A0}₫");
        assert_eq!(en.money(1_500_000.0, None, "VND"), "₫1,500,000");
        assert_eq!(vi.money(2.5, Some(Scale::Trillion), "VND"), "2,5\u{A0}nghìn\u{A0}tỷ\u{A0}đồng");
        assert_eq!(vi.money(5.0, Some(Scale::Million), "USD"), "5\u{A0}triệu\u{A0}USD");
        assert_eq!(en.money(5.0, Some(Scale::Million), "USD"), "USD\u{A0}5\u{A0}million");
    }

    #[test]
    fn rounding_is_decimal_and_away_from_zero() {
        let (_, en) = both();
        assert_eq!(en.number(1.005, Some(2)), "1.01");
        assert_eq!(en.number(0.1 + 0.2, Some(1)), "0.3");
        assert_eq!(en.number(999.95, Some(1)), "1,000.0");
        assert_eq!(en.number(7.0, Some(2)), "7.00");
        assert_eq!(en.number(2.5, Some(0)), "3");
        assert_eq!(en.number(-0.04, Some(1)), "0.0");
    }

    #[test]
    fn text_keeps_its_zeros_and_nonsense_is_refused() {
        let (vi, _) = both();
        assert_eq!(vi.digits("-1467.70", None).as_deref(), Some("−1.467,70"));
        for text in ["", "-", ".5", "1e3", "1.2.3", "12a", "١"] {
            assert_eq!(vi.digits(text, None), None, "{text}");
        }
    }

    #[test]
    fn units_are_bound_to_their_number() {
        let (vi, _) = both();
        assert_eq!(vi.with_unit(9541.25, None, "km²"), "9.541,25\u{A0}km²");
        assert_eq!(vi.with_unit(38.66, Some(1), "%"), "38,7%");
        assert_eq!(vi.number(f64::NAN, None), "–");
    }

    #[test]
    fn very_large_and_very_small_numbers_have_no_exponent() {
        let (_, en) = both();
        assert_eq!(en.number(1e15, None), "1,000,000,000,000,000");
        assert_eq!(en.number(0.000_001, None), "0.000001");
    }

    #[test]
    fn scales_are_named_as_in_front_matter() {
        assert_eq!(Scale::from_name("billion").map(Scale::exponent), Some(9));
        assert_eq!(Scale::from_name("tỷ"), None);
    }

    #[test]
    fn the_defaults_are_what_the_message_files_say() {
        let (vi, en) = (include_str!("../../i18n/vi/formats.ftl"), include_str!("../../i18n/en/formats.ftl"));
        for (id, vietnamese, english) in FORMS {
            assert!(vi.contains(&format!("\n{id} = {vietnamese}\n")), "{id}");
            assert!(en.contains(&format!("\n{id} = {english}\n")), "{id}");
        }
    }

    proptest! {
        #[test]
        fn the_printed_number_reads_back(value in -1e12_f64..1e12) {
            let printed = NumberFormats::english().number(value, None).replace(',', "").replace('−', "-");
            prop_assert_eq!(printed.parse::<f64>(), Ok(value));
        }
    }
}
