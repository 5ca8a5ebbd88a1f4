//! Which part of a picture a crop shows.
