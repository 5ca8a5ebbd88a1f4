//! Functions that templates may call. Pure: they look up, they never start work.

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

use crate::model::config::Languages;
use crate::words::{WordArg, Words};

/// Registers all functions; before templates are added, which are checked against them.
pub(super) fn register(tera: &mut Tera, words: &Arc<Words>, languages: &Languages, assets: &Arc<BTreeMap<String, String>>) {
    tera.register_function("t", word(Arc::clone(words), languages.clone()));
    tera.register_function("asset", asset(Arc::clone(assets)));
}

/// `t(key="read-more")`: an interface word in the page's language; further arguments are the word's variables, `lang` asks for
/// another language. A missing word is an error, which Tera places in the template.
fn word(
    words: Arc<Words>,
    languages: Languages,
) -> impl Fn(Kwargs, &State<'_>) -> TeraResult<Value> + Send + Sync + 'static {
    move |args, state| {
        let key = args.must_get::<&str>("key")?;
        let asked = args.get::<&str>("lang")?;
        let lang = match asked {
            Some(code) => languages.find(code),
            None => state.get::<String>("lang")?.and_then(|code| languages.find(&code)),
        };
        let lang = lang.ok_or_else(|| Error::message(format!("t(): no language for `{key}`")))?;
        if let Some(text) = words.plain(lang, key) {
            return Ok(Value::from(text));
        }
        let variables = args.iter().filter_map(|(name, value)| Some((name.as_str()?, value)));
        let variables = variables.filter(|(name, _)| !matches!(*name, "key" | "lang"));
        let given: Vec<(&str, WordArg)> = variables.map(|(name, value)| (name, argument(value))).collect();
        words.format(lang, key, &given).map(Value::from).map_err(|missing| Error::message(format!("t(): {missing}")))
    }
}

fn argument(value: &Value) -> WordArg {
    match value.as_f64() {
        Some(number) if value.is_number() => WordArg::Number(number),
        _ => WordArg::Text(value.as_str().map_or_else(|| value.to_string(), str::to_owned)),
    }
}

/// `asset(path="theme.css")`: the published address of a file of the theme's `assets/`.
fn asset(assets: Arc<BTreeMap<String, String>>) -> impl Fn(Kwargs, &State<'_>) -> TeraResult<Value> + Send + Sync + 'static {
    move |args, _| {
        let path = args.must_get::<&str>("path")?;
        let found = assets.get(path).ok_or_else(|| Error::message(format!("asset(): the theme has no assets/{path}")))?;
        Ok(Value::from(found.as_str()))
    }
}
