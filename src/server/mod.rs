//! The portal on this machine while it is written: pages made on request, loaded again after a change, with what is wrong laid
//! over them.
//!
//! In: a [`WatchedWorld`]. Out: HTTP on one port, and [`Event`]s for the terminal. Served bytes are built bytes; into HTML
//! goes one script before `</body>`, and `?_hoaban=raw` leaves even that out. Layer 7: imports `disk`, `pipeline` and below.
//! Publishing is *not* done here.

#![allow(clippy::disallowed_methods, reason = "one of the few places that may use the network and the clock")]

mod answer;
mod app;
mod events;
mod http;
mod media_types;
mod problems;
mod rebuild;
mod state;

#[cfg(test)]
mod tests;

use std::io::{self, ErrorKind};
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::sync::Arc;

use tokio::sync::watch;

use crate::diag::messages::{Interface, UiLang};
use crate::disk::WatchedWorld;

pub use events::{Event, Findings};

/// The server's words, for [`Interface::with`].
#[must_use]
pub fn words(lang: UiLang) -> &'static str {
    match lang {
        UiLang::Vi => include_str!("../../i18n/vi/server.ftl"),
        UiLang::En => include_str!("../../i18n/en/server.ftl"),
    }
}

/// How a portal is served.
#[derive(Debug, Clone)]
pub struct Options {
    /// Address to listen on.
    pub host: IpAddr,
    /// TCP port; 0 for any free one.
    pub port: u16,
    /// How many ports after it to try while it is taken.
    pub more_ports: u16,
    /// Drafts and scheduled documents are shown too.
    pub drafts: bool,
    /// Memory for pictures at work, in MiB; none: as the portal's settings say.
    pub memory: Option<u32>,
    /// Language of what is laid over pages.
    pub lang: UiLang,
}

/// Why a portal cannot be served.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// Another program listens on the port.
    #[error("{0}: the port is taken")]
    Taken(SocketAddr),
    /// The system refused.
    #[error("{0}: {1}")]
    Io(SocketAddr, #[source] io::Error),
}

/// A server that has its port and does not answer yet.
#[derive(Debug)]
pub struct Server {
    world: WatchedWorld,
    options: Options,
    listener: TcpListener,
    address: SocketAddr,
    stop: watch::Sender<bool>,
}

/// Ends a [`Server`] from another thread.
#[derive(Debug, Clone)]
pub struct Stopper(watch::Sender<bool>);

impl Stopper {
    /// Ends it; requests that are being answered are cut off.
    pub fn stop(&self) {
        self.0.send_replace(true);
    }
}

impl Server {
    /// Takes a port.
    ///
    /// # Errors
    /// [`ServeError`]
    pub fn bind(world: WatchedWorld, options: Options) -> Result<Self, ServeError> {
        let first = SocketAddr::new(options.host, options.port);
        let failed = |error| ServeError::Io(first, error);
        let listener = listen(first, options.more_ports)?;
        listener.set_nonblocking(true).map_err(failed)?;
        let address = listener.local_addr().map_err(failed)?;
        Ok(Self { world, options, listener, address, stop: watch::channel(false).0 })
    }

    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// A handle that ends it.
    #[must_use]
    pub fn stopper(&self) -> Stopper {
        Stopper(self.stop.clone())
    }

    /// Builds, answers requests and keeps up with changes until it is stopped or interrupted from the keyboard. `tell` is called
    /// from several threads with what the terminal should say.
    ///
    /// # Errors
    /// The network refused.
    pub fn run(self, tell: &(dyn Fn(&Event<'_>) + Sync)) -> io::Result<()> {
        let ui = Interface::with(self.options.lang, &[words(self.options.lang)]);
        let moved = (self.options.port != 0 && self.options.port != self.address.port()).then_some(self.options.port);
        let app = Arc::new(app::App::new(self.world, self.options, ui, self.stop.clone()));
        rebuild::first(&app, tell);
        let url = format!("http://{}{}", self.address, app.state().base());
        tell(&Event::Ready { url: &url, moved });
        std::thread::scope(|scope| {
            scope.spawn(|| rebuild::keep_up(&app, tell));
            scope.spawn(|| rebuild::keep_checking(&app, tell));
            let result = http::serve(self.listener, &app);
            app.close();
            result
        })
    }
}

/// The first free port of `first` and the `more` after it.
fn listen(first: SocketAddr, more: u16) -> Result<TcpListener, ServeError> {
    for port in first.port()..=first.port().saturating_add(more) {
        match TcpListener::bind(SocketAddr::new(first.ip(), port)) {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            Err(error) => return Err(ServeError::Io(first, error)),
        }
    }
    Err(ServeError::Taken(first))
}
