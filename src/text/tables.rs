//! Language tables that more than one module of this layer reads: units and abbreviations.
//!
//! Words are in NFC. No logic but membership.

/// Whether a word after a number is a unit or a scale word that belongs to it.
pub(super) fn is_unit(word: &str, lang: &str) -> bool {
    UNITS.contains(&word) || if vietnamese(lang) { UNITS_VI.contains(&word) } else { UNITS_EN.contains(&word) }
}

/// Whether a word ending in a full stop is an abbreviation that a name or number follows.
pub(super) fn is_title(word: &str, lang: &str) -> bool {
    if vietnamese(lang) { TITLES_VI.contains(&word) } else { TITLES_EN.contains(&word) }
}

/// Whether a word ending in a full stop is an abbreviation that usually does not end a sentence.
pub(super) fn is_abbreviation(word: &str, lang: &str) -> bool {
    is_title(word, lang) || if vietnamese(lang) { SHORT_VI.contains(&word) } else { SHORT_EN.contains(&word) }
}

/// Whether the language tag is Vietnamese.
pub(super) fn vietnamese(lang: &str) -> bool {
    lang == "vi" || lang.starts_with("vi-")
}

const UNITS: &[&str] = &[
    "%", "‰", "₫", "°C", "cm", "cm²", "dB", "g", "GB", "GW", "GWh", "ha", "Hz", "kg", "kHz", "km", "km/h", "km²", "km³",
    "KB", "kV", "kW", "kWh", "KWh", "l", "lít", "m", "m/s", "m²", "m³", "MB", "mg", "MHz", "ml", "mm", "MW", "MWh", "t",
    "USD", "VND", "VNĐ", "EUR", "LAK", "CNY", "THB",
];

const UNITS_VI: &[&str] = &[
    "chiều",
    "đêm",
    "độ",
    "đồng",
    "giây",
    "giờ",
    "héc-ta",
    "hecta",
    "ki-lô-mét",
    "mét",
    "nghìn",
    "ngàn",
    "phút",
    "sáng",
    "tạ",
    "tấn",
    "tối",
    "triệu",
    "trưa",
    "tỉ",
    "tỷ",
    "yến",
];

const UNITS_EN: &[&str] = &[
    "a.m.",
    "AD",
    "am",
    "BC",
    "billion",
    "degrees",
    "dong",
    "ft",
    "hectares",
    "hours",
    "kilometres",
    "metres",
    "miles",
    "million",
    "minutes",
    "p.m.",
    "per",
    "percent",
    "pm",
    "seconds",
    "thousand",
    "tonnes",
    "trillion",
];

const TITLES_VI: &[&str] = &[
    "BS.",
    "BSCKI.",
    "BSCKII.",
    "CN.",
    "DS.",
    "ĐC.",
    "GS.",
    "GS.TS.",
    "H.",
    "KS.",
    "KTS.",
    "LS.",
    "NGND.",
    "NGƯT.",
    "NNND.",
    "NNƯT.",
    "NSND.",
    "NSƯT.",
    "P.",
    "PGS.",
    "PGS.TS.",
    "PGS.TSKH.",
    "Q.",
    "STT.",
    "T.",
    "ThS.",
    "Th.S.",
    "Ths.",
    "TP.",
    "Tp.",
    "tp.",
    "TS.",
    "TSKH.",
    "TT.",
    "Tr.",
    "tr.",
    "TX.",
    "Tx.",
];

const TITLES_EN: &[&str] = &[
    "Art.", "Capt.", "Col.", "Dr.", "Fig.", "fig.", "Gen.", "Gov.", "Lt.", "Maj.", "Mr.", "Mrs.", "Ms.", "Mt.", "No.",
    "no.", "Nos.", "nos.", "p.", "pp.", "Prof.", "Rev.", "Sgt.", "St.", "Vol.", "vol.",
];

const SHORT_VI: &[&str] = &["v.v.", "vd.", "VD.", "v.d.", "x.", "tk.", "k.", "đ.c.", "ĐT.", "b/s.", "t/c."];

const SHORT_EN: &[&str] = &[
    "a.m.", "approx.", "Apr.", "Aug.", "c.", "ca.", "cf.", "Co.", "Dec.", "Dept.", "e.g.", "ed.", "eds.", "est.", "etc.",
    "Feb.", "i.e.", "Inc.", "Jan.", "Jr.", "Jul.", "Jun.", "Ltd.", "Mar.", "Nov.", "Oct.", "p.m.", "Sept.", "Sep.", "Sr.",
    "U.K.", "U.N.", "U.S.", "vs.",
];
