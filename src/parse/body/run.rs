//! A run of text: what the Markdown parser hands over in pieces although it stands together in the source.

use pulldown_cmark::CowStr;

/// A piece of a run.
#[derive(Debug)]
pub(super) struct Piece<'t> {
    /// Offset in the file.
    pub(super) start: usize,
    /// Offset after it.
    pub(super) end: usize,
    /// The text, where it differs from the source.
    pub(super) other: Option<CowStr<'t>>,
}

/// Pieces that follow each other in the source without a gap.
#[derive(Debug, Default)]
pub(super) struct Run<'t> {
    pieces: Vec<Piece<'t>>,
    /// Pieces before this place are dealt with.
    done: usize,
}

impl<'t> Run<'t> {
    /// True where a piece that starts here may be added without emptying the run first.
    pub(super) fn follows(&self, start: usize) -> bool {
        self.pieces.last().is_none_or(|last| last.end == start)
    }

    /// Adds a piece that follows.
    pub(super) fn push(&mut self, piece: Piece<'t>) {
        match self.pieces.last_mut() {
            Some(last) if last.other.is_none() && piece.other.is_none() => last.end = piece.end,
            _ => self.pieces.push(piece),
        }
    }

    /// True for no pieces.
    pub(super) fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    /// First and last offset.
    pub(super) fn bounds(&self) -> (usize, usize) {
        let start = self.pieces.first().map_or(0, |piece| piece.start);
        (start, self.pieces.last().map_or(start, |piece| piece.end))
    }

    /// The pieces that reach beyond an offset; offsets only grow from one call to the next.
    pub(super) fn from(&mut self, offset: usize) -> &[Piece<'t>] {
        while self.pieces.get(self.done).is_some_and(|piece| piece.end <= offset) {
            self.done += 1;
        }
        self.pieces.get(self.done..).unwrap_or_default()
    }

    /// The pieces of a run that is to be emptied; give it back with [`reuse`](Self::reuse).
    pub(super) fn take(&mut self) -> Self {
        std::mem::take(self)
    }

    /// Takes back the memory of a run that was taken out.
    pub(super) fn reuse(&mut self, mut run: Self) {
        run.pieces.clear();
        run.done = 0;
        *self = run;
    }
}
