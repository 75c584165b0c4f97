//! Clauses: the runs of pieces between one comma or stop and the next.

use std::ops::Range;

use super::Piece;

/// Where the clause begins in which the piece at `at` stands.
pub(crate) fn start(pieces: &[Piece], at: usize) -> usize {
    pieces[..at].iter().rposition(Piece::ends_clause).map_or(0, |before| before + 1)
}

/// Where the clause ends in which the piece at `at` stands: `at` itself if it is a comma or a stop.
pub(crate) fn end(pieces: &[Piece], at: usize) -> usize {
    pieces[at..].iter().position(Piece::ends_clause).map_or(pieces.len(), |behind| at + behind)
}

/// The clause in which some pieces stand; from the first to the last one, if they stand in several.
pub(crate) fn around(pieces: &[Piece], own: &Range<usize>) -> Range<usize> {
    start(pieces, own.start)..end(pieces, own.end)
}

/// All clauses in which something stands.
pub(crate) fn all(pieces: &[Piece]) -> Vec<Range<usize>> {
    let (mut clauses, mut start) = (Vec::new(), 0);
    while start < pieces.len() {
        let end = end(pieces, start);
        if start < end {
            clauses.push(start..end);
        }
        start = end + 1;
    }
    clauses
}
