//! The text of a new document's file: front matter that follows from the type, explained in the interface's language.

use hoaban::diag::Arg;
use hoaban::diag::messages::{Interface, UiLang};
use hoaban::model::content_type::{ContentType, EnumValue, Field, FieldKind, localized};
use hoaban::model::site::Site;

use super::value::{quoted, value};

/// Columns of a comment.
const WIDTH: usize = 100;

/// What a file is made from.
pub(super) struct Blank<'a> {
    pub(super) ty: &'a ContentType,
    pub(super) title: &'a str,
    /// Language of the file.
    pub(super) code: &'a str,
    /// In a translation, the file that has the shared fields.
    pub(super) original: Option<&'a str>,
    pub(super) site: &'a Site,
    pub(super) ui: &'a Interface,
}

/// The file's text.
pub(super) fn page(blank: &Blank<'_>) -> String {
    let mut out = Lines(String::from("+++\n"));
    match blank.original {
        None => source(blank, &mut out),
        Some(original) => translation(blank, original, &mut out),
    }
    fields(blank, &mut out);
    let body = crate::cmd::interface(UiLang::from_locale(blank.code).unwrap_or(UiLang::En)).word("new-body");
    out.0 + "+++\n\n" + &body + "\n"
}

fn source(blank: &Blank<'_>, out: &mut Lines) {
    let today = blank.site.now.date().to_string();
    let word = |id: &str| blank.ui.word(id);
    out.line(&format!("type = {}", quoted(&blank.ty.id)));
    out.explained(&word("new-title"), &format!("title = {}", quoted(blank.title)));
    out.explained(&word("new-slug"), "# slug = \"\"");
    out.explained(&word("new-summary"), "summary = \"\"");
    out.explained(&word("new-published"), &format!("published = {today}"));
    out.explained(&word("new-status"), "status = \"draft\"");
    out.explained(&word("new-tags"), "tags = []");
    out.explained(&word("new-places"), "# places = []");
    out.explained(&word("new-authors"), "# authors = [{ name = \"…\", role = \"text\" }]");
    out.explained(&word("new-expires"), &format!("# expires = {today}"));
    out.gap();
    out.explained(&word("new-cover"), "# [cover]");
    for line in ["image = \"anh.jpg\"", "alt = \"…\"", "caption = \"…\"", "credit = \"…\"", "licence = \"CC-BY-4.0\""]
    {
        out.line(&format!("# {line}"));
    }
}

fn translation(blank: &Blank<'_>, original: &str, out: &mut Lines) {
    let language = [("language", Arg::from(blank.code))];
    let word = |id: &str| blank.ui.word(id);
    out.comment(&blank.ui.text("new-shared", "", &[("file", Arg::from(original))]));
    out.explained(&blank.ui.text("new-title", "translation", &language), &format!("title = {}", quoted(blank.title)));
    out.explained(&word("new-slug"), "# slug = \"\"");
    out.explained(&word("new-summary"), "summary = \"\"");
    out.gap();
    out.explained(&blank.ui.text("new-cover-translation", "", &language), "# [cover]");
    out.line("# alt = \"…\"");
    out.line("# caption = \"…\"");
    out.gap();
    out.explained(&word("new-translation-state"), "# [translation]");
    out.line("# state = \"draft\"");
    out.line("# by = \"…\"");
}

/// The type's own fields that stand in this file; those that are not required as comments.
fn fields(blank: &Blank<'_>, out: &mut Lines) {
    let here = |field: &&Field| blank.original.is_none() || !field.shared;
    let own: Vec<&Field> = blank.ty.fields.iter().filter(here).collect();
    if own.is_empty() {
        return;
    }
    let label = localized(&blank.ty.label, blank.ui.lang().code());
    out.gap();
    out.explained(&blank.ui.text("new-fields", "", &[("type", Arg::from(label))]), &format!("[{}]", blank.ty.id));
    for field in own {
        let line = format!("{} = {}", field.name, value(&field.kind, blank.site));
        out.gap();
        out.comment(&explanation(field, blank.ui));
        if let FieldKind::Enum(words) = &field.kind {
            out.comment(&choices(words, blank.ui));
        }
        out.line(&if field.required { line } else { format!("# {line}") });
    }
}

/// "Elevation: metres above sea level (unit: m)"
fn explanation(field: &Field, ui: &Interface) -> String {
    let lang = ui.lang().code();
    let label = localized(&field.label, lang);
    let mut text = if label.is_empty() { field.name.clone() } else { label.to_owned() };
    if field.required {
        text = format!("{text} {}", ui.word("new-required"));
    }
    let help = localized(&field.help, lang);
    if !help.is_empty() {
        text = format!("{text}: {help}");
    }
    match &field.kind {
        FieldKind::Number { unit, .. } if !unit.is_empty() => {
            let unit = ui.text("new-unit", "", &[("unit", Arg::from(localized(unit, lang)))]);
            format!("{text} ({unit})")
        }
        _ => text,
    }
}

/// "Choose from: relic (Historical relic), museum (Museum)"
fn choices(words: &[EnumValue], ui: &Interface) -> String {
    let known: Vec<String> =
        words.iter().map(|word| format!("{} ({})", word.id, localized(&word.label, ui.lang().code()))).collect();
    ui.text("new-choices", "", &[("known", Arg::from(known.join(", ")))])
}

/// Lines of front matter.
struct Lines(String);

impl Lines {
    fn line(&mut self, line: &str) {
        self.0.push_str(line);
        self.0.push('\n');
    }

    fn gap(&mut self) {
        self.0.push('\n');
    }

    fn explained(&mut self, explanation: &str, line: &str) {
        self.comment(explanation);
        self.line(line);
    }

    /// A comment, broken between words.
    fn comment(&mut self, text: &str) {
        let mut line = String::from("#");
        for word in text.split_whitespace() {
            if line.len() > 1 && line.chars().count() + 1 + word.chars().count() > WIDTH {
                self.line(&line);
                line = String::from("#  ");
            }
            line.push(' ');
            line.push_str(word);
        }
        self.line(&line);
    }
}
