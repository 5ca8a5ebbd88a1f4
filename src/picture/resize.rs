//! Scaling down.
