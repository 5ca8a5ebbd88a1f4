//! The colour that stands in a picture's place while it loads.
