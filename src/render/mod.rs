//! Stage 7: a page's view and the theme make HTML.
//!
//! In: a [`PageView`] and the compiled [`Theme`]. Out: HTML, or the template's mistake at its place. A template sees `page`,
//! `site`, `lang` and the functions of `functions`, nothing else: it cannot query the site, load data or start work.

pub mod assets;
mod functions;

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{Context, ErrorKind, Tera, Value};

use crate::diag::{Diagnostic, Note, rules};
use crate::load::Inputs;
use crate::model::config::Languages;
use crate::model::source::Sources;
use crate::model::{PerLang, SourceId, Span};
use crate::view::model::{PageView, SiteView};
use crate::words::Words;

/// A theme's templates, ready to render.
pub struct Theme {
    tera: Tera,
    templates: BTreeMap<String, SourceId>,
    sites: BTreeMap<String, Value>,
    /// Why no page at all can be made.
    broken: Option<Diagnostic>,
}

impl std::fmt::Debug for Theme {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Theme").field("templates", &self.templates.keys()).finish_non_exhaustive()
    }
}

/// Templates that another one stands in for where a theme lacks it.
const STAND_INS: [(&str, &str); 4] = [
    ("archive.html", "section.html"),
    ("term.html", "section.html"),
    ("stub.html", "page.html"),
    ("home.html", "section.html"),
];

impl Theme {
    /// Compiles all templates; every template with a syntax error is noted.
    #[must_use]
    pub fn compile(
        inputs: &Inputs,
        words: &Arc<Words>,
        languages: &Languages,
        assets: &Arc<BTreeMap<String, String>>,
        notes: &mut Vec<Diagnostic>,
    ) -> Self {
        let mut tera = Tera::new();
        tera.autoescape_on(vec![".html"]);
        functions::register(&mut tera, words, languages, assets);
        let sources: Vec<(&String, SourceId)> = inputs.templates.iter().map(|(name, id)| (name, *id)).collect();
        let mut theme =
            Self { tera: Tera::new(), templates: inputs.templates.clone(), sites: BTreeMap::new(), broken: None };
        let all = sources.iter().map(|(name, id)| (name.as_str(), &*inputs.sources.get(*id).text));
        if let Err(error) = tera.add_raw_templates(all) {
            let before = notes.len();
            for (name, id) in &sources {
                let mut alone = Tera::new();
                functions::register(&mut alone, words, languages, assets);
                if let Err(error) = alone.add_raw_template(name, &inputs.sources.get(*id).text)
                    && matches!(error.kind(), ErrorKind::SyntaxError(_))
                {
                    notes.push(theme.locate(&error, &inputs.sources, name));
                }
            }
            if notes.len() == before {
                notes.push(theme.locate(&error, &inputs.sources, ""));
            }
            theme.broken = notes.get(before).cloned();
        }
        theme.tera = tera;
        theme
    }

    /// The theme with what all pages of each language share.
    #[must_use]
    pub fn with_sites(mut self, languages: &Languages, sites: &PerLang<Arc<SiteView>>) -> Self {
        let value = |(lang, site): (crate::model::Lang, &Arc<SiteView>)| {
            (languages.code(lang).to_owned(), Value::from_serializable(&**site))
        };
        self.sites = sites.iter().map(value).collect();
        self
    }

    /// A theme that is not there: every page meets the finding that says so.
    #[must_use]
    pub fn missing(mut self, found: Option<Diagnostic>) -> Self {
        self.broken = self.broken.or(found);
        self
    }

    /// A page's HTML, UTF-8.
    ///
    /// # Errors
    /// The template's own mistake, at its place in the theme, with the page that met it; what keeps the theme from being read.
    pub fn html(&self, view: &PageView, sources: &Sources) -> Result<Vec<u8>, Diagnostic> {
        if let Some(broken) = &self.broken {
            return Err(broken.clone());
        }
        let name = self.name_of(&view.template);
        let mut context = Context::new();
        context.insert_value("page", Value::from_serializable(view));
        context.insert_value("site", self.sites.get(&view.lang).cloned().unwrap_or_else(Value::none));
        context.insert_value("lang", Value::from(view.lang.as_str()));
        let mut html = Vec::with_capacity(16 * 1024);
        self.tera.render_to(name, &context, &mut html).map(|()| html).map_err(|error| {
            let mut diagnostic = self.locate(&error, sources, name);
            diagnostic.message.args.push(("page", view.url.as_str().into()));
            if matches!(error.kind(), ErrorKind::RenderingError(_)) {
                diagnostic.message.cause = "cause-page";
            }
            diagnostic
        })
    }

    /// The template, or the one that stands in for it.
    fn name_of<'a>(&self, name: &'a str) -> &'a str {
        if self.templates.contains_key(name) {
            return name;
        }
        let stand_in = STAND_INS.iter().find(|(missing, _)| *missing == name).map(|(_, other)| *other);
        match stand_in.filter(|other| self.templates.contains_key(*other)) {
            Some(other) => other,
            None if name.ends_with(".html") && self.templates.contains_key("page.html") && !is_own(name) => "page.html",
            None => name,
        }
    }

    /// The error at its place in the theme.
    fn locate(&self, error: &tera::Error, sources: &Sources, name: &str) -> Diagnostic {
        let (message, file, span) = match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                (report.message().to_owned(), report.filename().to_owned(), Span::from(report.span().range.clone()))
            }
            kind => (kind.to_string(), name.to_owned(), Span::default()),
        };
        let rule = &rules::TEMPLATE_ERROR;
        let missing = matches!(error.kind(), ErrorKind::TemplateNotFound(_));
        let note = Note::new(rule, span).arg("message", message).arg("template", file.as_str()).help("help");
        let note = if missing { note.cause("cause-missing") } else { note };
        match self.templates.get(&file) {
            Some(id) => {
                let length = sources.get(*id).text.len() as u32;
                let span = Span { start: note.span.start.min(length), end: note.span.end.min(length) };
                Note { span, ..note }.at(*id)
            }
            None => Diagnostic::everywhere(note),
        }
    }
}

/// Templates of page kinds that hoaban names itself.
fn is_own(name: &str) -> bool {
    ["terms.html", "az.html", "search.html", "data.html", "404.html", "root.html", "section.html", "page.html"]
        .contains(&name)
}
