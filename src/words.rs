//! Interface words: Fluent messages in each language of the portal.
//!
//! In: the `.ftl` files, embedded ones before the portal's own, which take their place id by id. Out: a lookup that `view`, `render`
//! and `emit` share. Words without variables are formatted once. Isolation marks are off: they break attributes and URLs. Words
//! for editors (`rules.ftl` ..) belong to `diag`.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use fluent::concurrent::FluentBundle;
use fluent::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast;

use crate::diag::{Diagnostic, Note, rules};
use crate::load::Inputs;
use crate::model::config::Languages;
use crate::model::{Lang, PerLang, SourceId, Span};

/// Files of `i18n/<lang>/` that hold words for editors, not for readers.
const FOR_EDITORS: [&str; 5] = ["rules.ftl", "cli-diag.ftl", "cli.ftl", "server.ftl", "cmd.ftl"];

/// The words of all languages.
pub struct Words {
    languages: PerLang<Language>,
}

struct Language {
    bundle: FluentBundle<FluentResource>,
    /// Messages without variables, formatted.
    plain: HashMap<String, String>,
    /// Variables of each message.
    variables: BTreeMap<String, BTreeSet<String>>,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Words")
    }
}

/// A value for a variable.
#[derive(Debug, Clone, PartialEq)]
pub enum WordArg {
    /// Text.
    Text(String),
    /// A number, for plurals.
    Number(f64),
}

impl Words {
    /// The words of the portal's languages, with what is wrong in the files.
    #[must_use]
    pub fn read(inputs: &Inputs, languages: &Languages, notes: &mut Vec<Diagnostic>) -> Self {
        let read = |lang: Lang| {
            let code = languages.code(lang);
            let mut language = Language::new(code);
            for (_, source) in inputs.words.iter().filter(|(of, _)| of == code) {
                let file = inputs.sources.get(*source);
                if !FOR_EDITORS.contains(&file.path.file_name()) {
                    notes.extend(language.add(&file.text).into_iter().map(|note| note.at(*source)));
                }
            }
            language.settle();
            language
        };
        Self { languages: languages.per_lang(read) }
    }

    /// A word without variables, in a language; none where it is missing or has variables.
    #[must_use]
    pub fn plain(&self, lang: Lang, id: &str) -> Option<&str> {
        self.languages[lang].plain.get(id).map(String::as_str)
    }

    /// A word without variables; its id where it is missing, which a check reports.
    #[must_use]
    pub fn word(&self, lang: Lang, id: &str) -> String {
        self.plain(lang, id).unwrap_or(id).to_owned()
    }

    /// A word with variables.
    ///
    /// # Errors
    /// What is missing: the id, or a variable.
    pub fn format(&self, lang: Lang, id: &str, args: &[(&str, WordArg)]) -> Result<String, String> {
        let language = &self.languages[lang];
        if let Some(text) = language.plain.get(id) {
            return Ok(text.clone());
        }
        let pattern = language.bundle.get_message(id).and_then(|message| message.value()).ok_or_else(|| id.to_owned())?;
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            match value {
                WordArg::Text(text) => values.set(*name, FluentValue::from(text.as_str())),
                WordArg::Number(number) => values.set(*name, FluentValue::from(*number)),
            }
        }
        let mut errors = Vec::new();
        let text = language.bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned();
        errors.first().map_or(Ok(text), |error| Err(format!("{id}: {error}")))
    }

    /// A word with one text variable; its id where it is missing.
    #[must_use]
    pub fn with(&self, lang: Lang, id: &str, name: &str, value: &str) -> String {
        self.format(lang, id, &[(name, WordArg::Text(value.to_owned()))]).unwrap_or_else(|_| id.to_owned())
    }

    /// Ids that a language lacks while another has them, and variables that differ; `at` is where to report them.
    #[must_use]
    pub fn gaps(&self, languages: &Languages, at: SourceId) -> Vec<Diagnostic> {
        let all: BTreeSet<&String> = self.languages.iter().flat_map(|(_, language)| language.variables.keys()).collect();
        let mut notes = Vec::new();
        for (lang, language) in self.languages.iter() {
            for id in all.iter().filter(|id| !language.variables.contains_key(**id)) {
                let note = Note::new(&rules::MESSAGE_MISSING, Span::default()).arg("id", id.as_str());
                notes.push(note.arg("language", languages.code(lang)).help("help").at(at));
            }
        }
        let first = self.languages.iter().next().map(|(_, language)| language);
        for (lang, language) in self.languages.iter().skip(1) {
            for (id, variables) in &language.variables {
                let other = first.and_then(|first| first.variables.get(id));
                let odd = other.and_then(|other| other.symmetric_difference(variables).next());
                if let Some(variable) = odd {
                    let note = Note::new(&rules::MESSAGE_MISSING, Span::default()).cause("cause-variable");
                    let note = note.arg("id", id.as_str()).arg("variable", variable.as_str());
                    notes.push(note.arg("language", languages.code(lang)).help("help").at(at));
                }
            }
        }
        notes
    }
}

impl Language {
    fn new(code: &str) -> Self {
        let id = code.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        bundle.set_use_isolating(false);
        Self { bundle, plain: HashMap::new(), variables: BTreeMap::new() }
    }

    fn add(&mut self, text: &str) -> Vec<Note> {
        let (resource, errors) = match FluentResource::try_new(text.to_owned()) {
            Ok(resource) => (resource, Vec::new()),
            Err((resource, errors)) => (resource, errors),
        };
        for entry in resource.entries() {
            if let ast::Entry::Message(message) = entry {
                let mut variables = BTreeSet::new();
                if let Some(pattern) = &message.value {
                    pattern_variables(pattern, &mut variables);
                }
                self.variables.insert(message.id.name.to_owned(), variables);
            }
        }
        self.bundle.add_resource_overriding(resource);
        let note = |error: &fluent_syntax::parser::ParserError| {
            let span = Span::new(error.pos.start, error.pos.end);
            let note = Note::new(&rules::MESSAGE_MISSING, span).cause("cause-syntax");
            note.arg("message", error.kind.to_string()).help("help-syntax")
        };
        errors.iter().map(note).collect()
    }

    /// Formats every message without variables.
    fn settle(&mut self) {
        for (id, _) in self.variables.iter().filter(|(_, variables)| variables.is_empty()) {
            let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else { continue };
            let text = self.bundle.format_pattern(pattern, None, &mut Vec::new()).into_owned();
            self.plain.insert(id.clone(), text);
        }
    }
}

fn pattern_variables(pattern: &ast::Pattern<&str>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let ast::PatternElement::Placeable { expression } = element {
            expression_variables(expression, found);
        }
    }
}

fn expression_variables(expression: &ast::Expression<&str>, found: &mut BTreeSet<String>) {
    match expression {
        ast::Expression::Inline(inline) => inline_variables(inline, found),
        ast::Expression::Select { selector, variants } => {
            inline_variables(selector, found);
            variants.iter().for_each(|variant| pattern_variables(&variant.value, found));
        }
    }
}

fn inline_variables(inline: &ast::InlineExpression<&str>, found: &mut BTreeSet<String>) {
    match inline {
        ast::InlineExpression::VariableReference { id } => _ = found.insert(id.name.to_owned()),
        ast::InlineExpression::Placeable { expression } => expression_variables(expression, found),
        ast::InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|argument| inline_variables(argument, found));
        }
        _ => {}
    }
}
