//! Diagnostics: what is wrong in a portal, where, why and how to mend it, in the editor's language.
//!
//! Every finding belongs to a [`Rule`], which has its own file in [`rules`] with its manual text. Stages make [`Note`]s
//! (a rule, a span and values for the message), the pipeline joins them with their file to [`Diagnostic`]s, the writers print
//! them. Imports `model` and `text`. Judging is *not* done here.

pub mod explain;
mod github;
mod human;
mod json;
pub mod judge;
pub mod messages;
mod place;
pub mod rules;
mod sarif;
mod short;
pub mod write;

#[cfg(test)]
mod fixtures;

use crate::model::config::RuleLevel;
use crate::model::{Location, SourceId, Span};

/// A kind of mistake, with its manual page.
#[derive(Debug)]
pub struct Rule {
    /// Name, as in `allow` and `explain`: says what is wrong, not the cure.
    pub slug: &'static str,
    /// How serious it is unless the portal says otherwise.
    pub level: RuleLevel,
    /// The manual page in each interface language, Markdown: first line the summary, then why and how to mend it.
    pub manual: Manual,
}

/// A manual page in both interface languages.
#[derive(Debug)]
pub struct Manual {
    /// Vietnamese.
    pub vi: &'static str,
    /// English.
    pub en: &'static str,
}

/// The words of a message: a Fluent id with its values. The id is the rule's slug; `cause` and `help` name attributes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Attribute of the Fluent message for what is wrong; `""` is its value.
    pub cause: &'static str,
    /// Attribute for how to mend it; `""` for none.
    pub help: &'static str,
    /// Values of the message's variables.
    pub args: Vec<(&'static str, Arg)>,
}

/// A value in a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    /// Text, printed as it is.
    Text(String),
    /// A number, for plurals.
    Number(i64),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

/// A finding within one file, before the file has an id.
#[derive(Debug, Clone)]
pub struct Note {
    /// Rule.
    pub rule: &'static Rule,
    /// Where in the file.
    pub span: Span,
    /// What to say.
    pub message: Message,
}

impl Note {
    /// A finding whose cause is the rule's own message, without help.
    #[must_use]
    pub fn new(rule: &'static Rule, span: Span) -> Self {
        Self { rule, span, message: Message { cause: "", help: "", args: Vec::new() } }
    }

    /// Says the cause with another attribute of the rule's message.
    #[must_use]
    pub fn cause(mut self, attribute: &'static str) -> Self {
        self.message.cause = attribute;
        self
    }

    /// Says how to mend it, with an attribute of the rule's message.
    #[must_use]
    pub fn help(mut self, attribute: &'static str) -> Self {
        self.message.help = attribute;
        self
    }

    /// Sets a variable of the message.
    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.message.args.push((name, value.into()));
        self
    }

    /// Offers `nearest` (variable `$nearest`, attribute `help-nearest`) where there is one, else `otherwise`.
    #[must_use]
    pub fn nearest(self, nearest: Option<&str>, otherwise: &'static str) -> Self {
        match nearest {
            Some(word) => self.arg("nearest", word).help("help-nearest"),
            None => self.help(otherwise),
        }
    }

    /// The finding in its file.
    #[must_use]
    pub fn at(self, source: SourceId) -> Diagnostic {
        Diagnostic {
            rule: self.rule,
            at: Some(Location { source, span: self.span }),
            message: self.message,
            related: Vec::new(),
        }
    }
}

/// A finding in the portal.
#[derive(Debug, Clone)]
pub struct Diagnostic {
    /// Rule.
    pub rule: &'static Rule,
    /// Where; none for the portal as a whole.
    pub at: Option<Location>,
    /// What to say.
    pub message: Message,
    /// Other places that belong to it, each with an attribute of the rule's message (same variables).
    pub related: Vec<(Location, &'static str)>,
}

impl Diagnostic {
    /// Adds another place.
    #[must_use]
    pub fn related(mut self, at: Location, attribute: &'static str) -> Self {
        self.related.push((at, attribute));
        self
    }

    /// A finding about the portal as a whole.
    #[must_use]
    pub fn everywhere(note: Note) -> Self {
        Self { rule: note.rule, at: None, message: note.message, related: Vec::new() }
    }
}

/// What a stage returns: a value *and* what is wrong with it.
#[derive(Debug, Clone)]
pub struct Found<T, N = Note> {
    /// The value; whole or with what could be saved.
    pub value: T,
    /// What is wrong.
    pub notes: Vec<N>,
}

impl<T, N> Found<T, N> {
    /// A value with its findings.
    pub fn new(value: T, notes: Vec<N>) -> Self {
        Self { value, notes }
    }
}
