//! Stands in for the share cards where the feature `cards` is off.

use super::{CardError, CardInput};

/// No fonts.
#[derive(Debug, Clone)]
pub struct Fonts(());

impl Fonts {
    /// Accepts any files; nothing is read.
    ///
    /// # Errors
    /// None without the feature `cards`.
    pub fn new(_files: &[Vec<u8>]) -> Result<Self, CardError> {
        Ok(Self(()))
    }

    /// No character is missed where nothing is drawn.
    #[must_use]
    pub fn missing(&self, _text: &str) -> Vec<char> {
        Vec::new()
    }
}

/// Always [`CardError::Unavailable`].
///
/// # Errors
/// See above.
pub fn picture_size(_template: &str) -> Result<Option<(u32, u32)>, CardError> {
    Err(CardError::Unavailable)
}

/// Always [`CardError::Unavailable`].
///
/// # Errors
/// See above.
pub fn render(_card: &CardInput<'_>) -> Result<Vec<u8>, CardError> {
    Err(CardError::Unavailable)
}
