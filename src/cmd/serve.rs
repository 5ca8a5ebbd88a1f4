//! `serve`: the portal on this machine while it is written.

use std::io::{self, Write as _};

use anyhow::anyhow;
use hoaban::diag::Arg;
use hoaban::diag::messages::Interface;
use hoaban::diag::write::Format;
use hoaban::disk::WatchedWorld;
use hoaban::load;
use hoaban::memo::Memo;
use hoaban::pipeline::{self, Options};
use hoaban::server::{self, Event, ServeError, Server};

use super::printing::Verdict;
use super::{Context, Exit, Terminal, portal};
use crate::cli::ServeArgs;

/// The port where none is asked for, and how many after it are tried while it is taken.
const PORT: u16 = 4747;
const MORE_PORTS: u16 = 20;

/// Serves until it is interrupted. Tells where on standard output, everything else on standard error.
///
/// # Errors
/// The portal cannot be read or watched, or the port not be used.
pub(super) fn run(args: &ServeArgs, context: &mut Context<'_>) -> anyhow::Result<Exit> {
    let root = portal::root(context)?;
    let world = portal::world(context, &root, None)?.without(&root.join(super::build::PUBLIC));
    if let Ok(None) = load::portal(&world) {
        return not_a_portal(&world, context);
    }
    let lang = context.ui.lang();
    let ui = Interface::with(lang, &[server::words(lang)]);
    let world = WatchedWorld::open(world).map_err(|error| anyhow!(error.text(&ui)))?;
    let (port, more_ports) = args.port.map_or((PORT, MORE_PORTS), |port| (port, 0));
    let options = server::Options { host: args.host, port, more_ports, drafts: args.drafts, memory: args.memory, lang };
    let server = Server::bind(world, options).map_err(|error| anyhow!(refused(&error, &ui)))?;
    let terminals = (context.out_terminal, context.err_terminal);
    server.run(&|event| tell(event, &ui, terminals))?;
    Ok(Exit::Done)
}

/// Most likely the wrong folder: there is nothing to watch.
fn not_a_portal(world: &hoaban::disk::DiskWorld, context: &mut Context<'_>) -> anyhow::Result<Exit> {
    if let Err(failure) = pipeline::build(world, &Memo::off(), &Options::default()) {
        let verdict = Verdict::of_failure(failure, portal::today(world), context.ui)?;
        context.err.write_all(verdict.text(Format::Human, context.err_terminal.colour, context.ui).as_bytes())?;
    }
    Ok(Exit::Problems)
}

/// A terminal that went away does not end the server.
fn tell(event: &Event<'_>, ui: &Interface, (out, err): (Terminal, Terminal)) {
    let _ = match event {
        Event::Ready { .. } => {
            io::stdout().write_all(event.text(ui, out.colour).as_bytes()).and_then(|()| io::stdout().flush())
        }
        _ => io::stderr().write_all(event.text(ui, err.colour).as_bytes()),
    };
}

fn refused(error: &ServeError, ui: &Interface) -> String {
    match error {
        ServeError::Taken(address) => ui.text("serve-taken", "", &[("port", Arg::from(address.port().to_string()))]),
        ServeError::Io(address, error) => {
            let args = [("address", Arg::from(address.to_string())), ("message", Arg::from(error.to_string()))];
            ui.text("serve-listen", "", &args)
        }
    }
}
