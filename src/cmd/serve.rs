//! `serve`: the portal on this machine while it is written.

use super::{Context, Exit};
use crate::cli::ServeArgs;

pub(super) fn run(_args: &ServeArgs, _context: &mut Context<'_>) -> anyhow::Result<Exit> {
    anyhow::bail!("serve")
}
