//! Embedded colours to sRGB.
