//! hoaban
