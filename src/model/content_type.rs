//! Content types: the fields that documents have, as data.

use std::collections::BTreeMap;

/// Text in each language by language code; `*` is the text for all.
pub type Localized = BTreeMap<String, String>;

/// Picks the text for `lang`, else any.
#[must_use]
pub fn localized<'a>(text: &'a Localized, lang: &str) -> &'a str {
    text.get(lang).or_else(|| text.get("*")).or_else(|| text.values().next()).map_or("", String::as_str)
}

/// A content type, as declared in `types/<id>.toml`.
#[derive(Debug, Clone, PartialEq)]
pub struct ContentType {
    /// Id, the file's name.
    pub id: String,
    /// What one is called.
    pub label: Localized,
    /// What several are called.
    pub plural: Localized,
    /// schema.org type.
    pub schema: String,
    /// Template's file name.
    pub template: String,
    /// How its lists are sorted where the section does not say.
    pub sort: Option<Sort>,
    /// Documents on a page of its lists where the section does not say.
    pub per_page: Option<u32>,
    /// Pages show a publish date, and stand in archives and feeds.
    pub dated: bool,
    /// Own fields in order.
    pub fields: Vec<Field>,
}

/// Order of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sort {
    /// Published last first.
    Newest,
    /// Published first first.
    Oldest,
    /// By title in the language's order.
    Title,
    /// By the key `order`, then by title.
    Order,
    /// By the field `start`, earliest first.
    Start,
}

impl Sort {
    /// All orders with the words that files use.
    pub const WORDS: [(&'static str, Self); 6] = [
        ("newest", Self::Newest),
        ("oldest", Self::Oldest),
        ("title", Self::Title),
        ("collated title", Self::Title),
        ("order", Self::Order),
        ("start", Self::Start),
    ];
}

/// A field of a type, of a record or of the common front matter.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// Key in front matter.
    pub name: String,
    /// What it holds.
    pub kind: FieldKind,
    /// A document without it is wrong.
    pub required: bool,
    /// Written once, in the source language's file.
    pub shared: bool,
    /// Search offers it as a facet.
    pub facet: bool,
    /// Shown in the page's fact table.
    pub display: bool,
    /// schema.org property; may be empty.
    pub schema: String,
    /// What readers and editors see.
    pub label: Localized,
    /// What editors are told about it.
    pub help: Localized,
}

/// What a field holds.
#[derive(Debug, Clone, PartialEq)]
pub enum FieldKind {
    /// Plain text of at most so many characters.
    Text {
        /// Most characters; none for no limit.
        max_chars: Option<u32>,
        /// In data files: a table with the text in each language is accepted too.
        localized: bool,
    },
    /// Markdown of at most so many characters.
    Markdown {
        /// Most characters; none for no limit.
        max_chars: Option<u32>,
    },
    /// In data files: a text, a number or a day.
    Scalar {
        /// A table with the text in each language is accepted too.
        localized: bool,
    },
    /// `true` or `false`.
    Bool,
    /// A day.
    Date,
    /// A day, or a moment in the portal's zone.
    DateTime,
    /// A number with its unit.
    Number {
        /// Unit after the number; may be empty.
        unit: Localized,
        /// Smallest value.
        min: Option<f64>,
        /// Largest value.
        max: Option<f64>,
        /// Decimals shown; none: as written.
        decimals: Option<u8>,
    },
    /// An amount of money.
    Money,
    /// A place on the earth, WGS 84.
    Coordinates,
    /// An `http` or `https` address.
    Url,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// A picture record.
    Image,
    /// A file beside the document or in the media library.
    File,
    /// One of some words.
    Enum(Vec<EnumValue>),
    /// A document or a record.
    Ref(RefTarget),
    /// Several values of one kind.
    List {
        /// Kind of each.
        of: Box<FieldKind>,
        /// Fewest.
        min_items: u32,
        /// Most; none for no limit.
        max_items: Option<u32>,
    },
    /// A table of fields.
    Record(Vec<Field>),
}

/// A word of an enumeration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EnumValue {
    /// What files say.
    pub id: String,
    /// What readers see.
    pub label: Localized,
}

/// What a reference names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RefTarget {
    /// A document by its key; of a type where one is given.
    Document(Option<String>),
    /// A record of `content/_data/<name>.toml` by its id.
    Record(String),
}

/// A field's value after checking.
#[derive(Debug, Clone, PartialEq)]
pub enum FieldValue {
    /// Text, Markdown, URL, e-mail, telephone.
    Text(String),
    /// Text in each language, in data files.
    Localized(Localized),
    /// Yes or no.
    Bool(bool),
    /// A day.
    Date(jiff::civil::Date),
    /// A moment on the portal's clock.
    DateTime(jiff::civil::DateTime),
    /// A number.
    Number(f64),
    /// An amount.
    Money(Money),
    /// A place.
    Coordinates(Coordinates),
    /// A word of an enumeration, by its place.
    Enum(usize),
    /// A document's key.
    Document(String),
    /// A record of a data file: data file's name and id.
    Record(String, String),
    /// A picture.
    Image(Box<super::asset::PictureRecord>),
    /// A file.
    File(super::asset::AssetId),
    /// Several values.
    List(Vec<FieldValue>),
    /// A table of fields.
    Fields(Fields),
}

/// Fields with their values, in the type's order.
pub type Fields = Vec<(String, FieldValue)>;

/// The value of a field by name.
#[must_use]
pub fn field<'a>(fields: &'a Fields, name: &str) -> Option<&'a FieldValue> {
    fields.iter().find(|(key, _)| key == name).map(|(_, value)| value)
}

/// An amount of money.
#[derive(Debug, Clone, PartialEq)]
pub struct Money {
    /// Amount, in units of `scale`.
    pub amount: f64,
    /// `""`, `thousand`, `million`, `billion` or `trillion`.
    pub scale: String,
    /// ISO 4217 code.
    pub currency: String,
}

/// A place on the earth in WGS 84 degrees.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Coordinates {
    /// North, -90 to 90.
    pub lat: f64,
    /// East, -180 to 180.
    pub lon: f64,
    /// How exact it is, in metres; none where not known.
    pub precision_m: Option<f64>,
}
