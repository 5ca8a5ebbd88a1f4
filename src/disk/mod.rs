//! The disk: the portal's folder as a [`World`](crate::world::World), and the output folder as a place to publish into.
//!
//! In: a portal's folder, an output folder, bytes by path or by key. Out: listings, texts and facts; files that are whole at
//! any moment; made bytes of earlier builds. Layer 7: imports `model`, `text`, `world`. What the files mean is *not* looked at here.

#![allow(clippy::disallowed_methods, reason = "one of the few places that may touch files and the clock")]

mod cache;
mod commit;
mod events;
mod manifest;
mod stage;
mod store;
mod walk;
mod watch;
mod world;

#[cfg(test)]
mod tests;

pub use cache::{CacheStats, PictureCache, Pruned};
pub use commit::Summary;
pub use stage::Stage;
pub use store::{STATE_FOLDER, Store, StoreError};
pub use watch::{Change, WatchError, WatchedWorld};
pub use world::DiskWorld;
