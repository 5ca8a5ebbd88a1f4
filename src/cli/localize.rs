//! Puts the interface's words on clap's commands: help, headings, names of values, usage lines.

use clap::{Arg, ArgAction, Command, CommandFactory};
use hoaban::diag::messages::Interface;

use super::Cli;

/// The command line in the interface's language. Clap's own `--help`, `--version` and `help`, whose words cannot be set, are
/// replaced by ours.
pub(crate) fn command(ui: &Interface) -> Command {
    let command = Cli::command()
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .arg_required_else_help(true)
        .subcommand_help_heading(ui.word("cli-commands"))
        .arg(Arg::new("version").short('V').long("version").action(ArgAction::Version));
    let command = words(command, "cli", ui).mut_subcommands(|command| subcommand(command, ui));
    with_usage(command, "hoaban", ui)
}

fn subcommand(command: Command, ui: &Interface) -> Command {
    let name = command.get_name().to_owned();
    with_usage(words(command, &format!("cli-{name}"), ui), &format!("hoaban {name}"), ui)
}

/// Everything but the usage line.
fn words(command: Command, id: &str, ui: &Interface) -> Command {
    let long = ui.text(id, "long", &[]);
    let long = if long == format!("{id}.long") { ui.word(id) } else { format!("{}\n\n{long}", ui.word(id)) };
    command
        .about(ui.word(id))
        .long_about(long)
        .disable_help_flag(true)
        .help_template(format!("{{about}}\n\n{}: {{usage}}\n\n{{all-args}}", ui.word("cli-usage")))
        .arg(Arg::new("help").short('h').long("help").action(ArgAction::Help))
        .mut_args({
            let mut place = 0;
            move |arg| {
                place += 1;
                let order = place + if arg.is_global_set() || arg.get_id() == "help" { COMMON } else { 0 };
                argument(arg, id, ui).display_order(order)
            }
        })
}

/// Options that every command has stand below a command's own.
const COMMON: usize = 100;

fn argument(arg: Arg, id: &str, ui: &Interface) -> Arg {
    let name = arg.get_id().as_str().replace('_', "-");
    let id = if name == "help" { "cli" } else { id };
    let heading = if arg.is_positional() { "cli-arguments" } else { "cli-options" };
    let arg = arg.help(ui.text(id, &name, &[])).help_heading(ui.word(heading));
    if !arg.get_action().takes_values() {
        return arg;
    }
    arg.value_name(ui.text(id, &format!("{name}-value"), &[])).hide_possible_values(true).hide_default_value(true)
}

/// `hoaban new [options] <type> <section/name>`, in the interface's words.
fn with_usage(command: Command, name: &str, ui: &Interface) -> Command {
    let mut usage = format!("{name} [{}]", ui.word("cli-options-placeholder"));
    for arg in command.get_positionals() {
        let value = arg.get_value_names().and_then(|names| names.first()).map_or("", |name| name.as_str());
        let many = if matches!(arg.get_action(), ArgAction::Append) { "..." } else { "" };
        usage.push_str(&if arg.is_required_set() { format!(" <{value}>") } else { format!(" [{value}]{many}") });
    }
    if command.has_subcommands() {
        usage.push_str(&format!(" <{}>", ui.word("cli-command-placeholder")));
    }
    command.override_usage(usage)
}

#[cfg(test)]
mod tests {
    use hoaban::diag::messages::UiLang;

    use super::command;
    use crate::cmd::interface;

    /// A text that was not found is its id: `cli-build.now`.
    fn untranslated(text: &str) -> bool {
        text.starts_with("cli") && !text.contains(' ')
    }

    #[test]
    fn every_command_and_option_has_words_in_both_languages() {
        for lang in UiLang::ALL {
            let root = command(&interface(lang));
            for command in root.get_subcommands().chain([&root]) {
                let about = command.get_about().map(ToString::to_string).unwrap_or_default();
                assert!(!about.is_empty() && !untranslated(&about), "{} {lang:?}: {about}", command.get_name());
                for arg in command.get_arguments() {
                    let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
                    assert!(!help.is_empty() && !untranslated(&help), "{} {} {lang:?}", command.get_name(), arg.get_id());
                    let value = arg.get_value_names().and_then(|names| names.first()).map_or("", |name| name.as_str());
                    assert!(!untranslated(value), "{} {} {lang:?}: {value}", command.get_name(), arg.get_id());
                }
            }
        }
    }

    #[test]
    fn help_has_no_english_left_in_vietnamese() {
        let mut root = command(&interface(UiLang::Vi));
        root.build();
        let names: Vec<String> = root.get_subcommands().map(|command| command.get_name().to_owned()).collect();
        let mut pages = vec![root.render_long_help().to_string()];
        pages.extend(names.iter().map(|name| root.find_subcommand_mut(name).unwrap().render_long_help().to_string()));
        for page in pages {
            for word in ["Usage", "Options", "Commands", "Arguments", "Print", "possible values", "default:", "[OPTIONS]"] {
                assert!(!page.contains(word), "{word} in\n{page}");
            }
        }
    }

    #[test]
    fn clap_accepts_the_definition() {
        command(&interface(UiLang::Vi)).debug_assert();
    }
}
