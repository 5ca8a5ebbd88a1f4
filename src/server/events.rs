//! What the server tells the terminal.

use std::sync::Arc;
use std::time::Duration;

use crate::diag::Arg;
use crate::diag::judge::{Judged, count};
use crate::diag::messages::Interface;
use crate::diag::write::{Format, Report};
use crate::disk::WatchError;
use crate::model::SourcePath;
use crate::model::source::Sources;

/// Judged findings with the files they lie in.
#[derive(Debug, Clone, Default)]
pub struct Findings {
    /// In the order of paths.
    pub judged: Vec<Judged>,
    /// The files.
    pub sources: Arc<Sources>,
}

impl Findings {
    /// The findings for people; empty where there are none.
    #[must_use]
    pub fn text(&self, ui: &Interface, colour: bool) -> String {
        if self.judged.is_empty() {
            return String::new();
        }
        Report { findings: &self.judged, sources: &self.sources, ui }.write(Format::Human, colour)
    }

    /// Number of errors.
    #[must_use]
    pub fn errors(&self) -> usize {
        count(&self.judged).0
    }
}

/// Something that the terminal should say.
#[derive(Debug)]
pub enum Event<'a> {
    /// The first build is done; requests are answered from now on.
    Ready {
        /// Where.
        url: &'a str,
        /// The port that was wanted and is taken.
        moved: Option<u16>,
    },
    /// A build is done.
    Built {
        /// What had changed; empty for the first build.
        changed: &'a [SourcePath],
        /// How long it took.
        took: Duration,
        /// What the build found.
        findings: &'a Findings,
    },
    /// The checks are done that follow a build.
    Checked {
        /// What they found beside the build's own findings.
        findings: &'a Findings,
    },
    /// Changes may be missed from now on.
    Trouble(&'a WatchError),
}

impl Event<'_> {
    /// What to print, with the server's words in `ui`: whole lines, or nothing.
    #[must_use]
    pub fn text(&self, ui: &Interface, colour: bool) -> String {
        match self {
            Self::Ready { url, moved } => {
                let moved = moved.map(|port| ui.text("serve-moved", "", &[("port", Arg::from(port.to_string()))]) + "\n");
                let ready = ui.text("serve-ready", "", &[("url", Arg::from(*url))]);
                format!("{}{ready}\n", moved.unwrap_or_default())
            }
            Self::Built { changed, took, findings } => {
                let line = match changed {
                    [] => String::new(),
                    changed => rebuilt(changed, *took, ui),
                };
                line + &findings.text(ui, colour)
            }
            Self::Checked { findings } => findings.text(ui, colour),
            Self::Trouble(error) => trouble(error, ui) + "\n",
        }
    }
}

fn rebuilt(changed: &[SourcePath], took: Duration, ui: &Interface) -> String {
    let args = [
        ("file", Arg::from(changed[0].as_str())),
        ("more", Arg::from(changed.len() - 1)),
        ("ms", Arg::from(usize::try_from(took.as_millis()).unwrap_or(usize::MAX))),
    ];
    ui.text("serve-rebuilt", "", &args) + "\n"
}

/// Why changes are not seen, and what to do.
#[must_use]
pub(super) fn trouble(error: &WatchError, ui: &Interface) -> String {
    match error {
        WatchError::Limit => ui.text("serve-watch-limit", "", &[]),
        WatchError::Other(message) => ui.text("serve-watch-other", "", &[("message", Arg::from(message.as_str()))]),
    }
}

impl WatchError {
    /// Why changes are not seen and what to do, with the server's words in `ui`.
    #[must_use]
    pub fn text(&self, ui: &Interface) -> String {
        trouble(self, ui)
    }
}
