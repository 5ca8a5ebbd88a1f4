//! The words of diagnostics and of the command line, in the interface's language (which is not the portal's).
//!
//! In: Fluent texts (our own are embedded, the caller may add more). Out: finished sentences. A missing id or variable never
//! fails: the sentence then shows its id or the variable's name; tests make sure that none is missing.

use fluent::concurrent::FluentBundle;
use fluent::{FluentArgs, FluentResource, FluentValue};

use super::{Arg, Diagnostic};

const VI: [&str; 2] = [include_str!("../../i18n/vi/rules.ftl"), include_str!("../../i18n/vi/cli-diag.ftl")];
const EN: [&str; 2] = [include_str!("../../i18n/en/rules.ftl"), include_str!("../../i18n/en/cli-diag.ftl")];

/// Longest value, in characters, that is put into a sentence; the rest of a longer one is cut.
const LONGEST_VALUE: usize = 300;

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum UiLang {
    /// Vietnamese.
    #[default]
    Vi,
    /// English.
    En,
}

impl UiLang {
    /// Both, Vietnamese first.
    pub const ALL: [Self; 2] = [Self::Vi, Self::En];

    /// BCP 47 code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    /// From a BCP 47 code or a POSIX locale (`vi`, `en-GB`, `vi_VN.UTF-8`); none for any other language.
    #[must_use]
    pub fn from_locale(locale: &str) -> Option<Self> {
        let language = locale.split(['-', '_', '.', '@']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|lang| lang.code().eq_ignore_ascii_case(language))
    }
}

/// Sentences in one language. Make it once: it reads all texts.
pub struct Interface {
    lang: UiLang,
    bundle: FluentBundle<FluentResource>,
}

/// A formatted pattern, and whether every variable and reference of it was there.
struct Formatted {
    text: String,
    whole: bool,
}

impl Interface {
    /// The words of diagnostics.
    #[must_use]
    pub fn new(lang: UiLang) -> Self {
        Self::with(lang, &[])
    }

    /// The words of diagnostics and those of more Fluent texts, which win.
    #[must_use]
    pub fn with(lang: UiLang, more: &[&str]) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![lang.code().parse().unwrap_or_default()]);
        bundle.set_use_isolating(false);
        let own = match lang {
            UiLang::Vi => VI,
            UiLang::En => EN,
        };
        for text in own.iter().chain(more) {
            let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(rest, _)| rest);
            bundle.add_resource_overriding(resource);
        }
        Self { lang, bundle }
    }

    /// Its language.
    #[must_use]
    pub fn lang(&self) -> UiLang {
        self.lang
    }

    /// A sentence: message `id`, its value for an `attribute` of `""`. The id itself where there is no such sentence.
    #[must_use]
    pub fn text(&self, id: &str, attribute: &str, args: &[(&str, Arg)]) -> String {
        let name = || if attribute.is_empty() { id.to_owned() } else { format!("{id}.{attribute}") };
        self.format(id, attribute, &self.values(args)).map_or_else(name, |sentence| sentence.text)
    }

    /// A word without variables.
    #[must_use]
    pub fn word(&self, id: &str) -> String {
        self.text(id, "", &[])
    }

    /// What is wrong, on one line.
    #[must_use]
    pub fn cause(&self, diagnostic: &Diagnostic) -> String {
        one_line(&self.text(diagnostic.rule.slug, diagnostic.message.cause, &diagnostic.message.args))
    }

    /// How to mend it, on one line or, with a sample of several lines, on more: the sentence that was asked for, or the one made for the cause (`help-x` for `cause-x`),
    /// or the rule's `help`; none where the rule has none whose variables are known.
    #[must_use]
    pub fn help(&self, diagnostic: &Diagnostic) -> Option<String> {
        let message = &diagnostic.message;
        let values = self.values(&message.args);
        let special = message.cause.strip_prefix("cause-").map(|name| format!("help-{name}")).unwrap_or_default();
        let candidates = match message.help {
            "" | "help" => [special.as_str(), "help"],
            asked => [asked, "help"],
        };
        candidates
            .into_iter()
            .filter(|attribute| !attribute.is_empty())
            .filter_map(|attribute| self.format(diagnostic.rule.slug, attribute, &values))
            .find(|sentence| sentence.whole)
            .map(|sentence| without_controls(&sentence.text))
    }

    /// What a related place has to do with it, on one line.
    #[must_use]
    pub fn related(&self, diagnostic: &Diagnostic, attribute: &str) -> String {
        one_line(&self.text(diagnostic.rule.slug, attribute, &diagnostic.message.args))
    }

    fn format(&self, id: &str, attribute: &str, values: &FluentArgs) -> Option<Formatted> {
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            "" => message.value()?,
            name => message.get_attribute(name)?.value(),
        };
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(values), &mut errors).into_owned();
        Some(Formatted { text, whole: errors.is_empty() })
    }

    /// The values as Fluent wants them. `expected` and `reason` are words of ours and get their sentence; `language-name` is
    /// added to a `language` code.
    fn values<'a>(&self, args: &'a [(&'a str, Arg)]) -> FluentArgs<'a> {
        let mut values = FluentArgs::with_capacity(args.len() + 1);
        for (name, value) in args {
            match (*name, value) {
                (_, Arg::Number(number)) => values.set(*name, *number),
                ("expected" | "reason", Arg::Text(text)) => values.set(*name, self.named(name, text)),
                ("language", Arg::Text(text)) => {
                    values.set("language-name", self.named(name, text));
                    values.set(*name, clipped(text));
                }
                (_, Arg::Text(text)) => values.set(*name, clipped(text)),
            }
        }
        values
    }

    fn named(&self, kind: &str, word: &str) -> FluentValue<'static> {
        let named = self.format(&format!("{kind}-{word}"), "", &FluentArgs::new());
        FluentValue::from(named.map_or_else(|| word.to_owned(), |named| named.text))
    }
}

fn clipped(text: &str) -> FluentValue<'_> {
    match text.char_indices().nth(LONGEST_VALUE) {
        Some((end, _)) => FluentValue::from(format!("{}…", &text[..end])),
        None => FluentValue::from(text),
    }
}

/// Without line breaks and other control characters, which values from files may hold.
fn one_line(text: &str) -> String {
    without_controls(text).replace('\n', " ")
}

fn without_controls(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() && letter != '\n' { ' ' } else { letter }).collect()
}

#[cfg(test)]
mod tests;
