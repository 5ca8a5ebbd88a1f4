//! Pixels to files.
