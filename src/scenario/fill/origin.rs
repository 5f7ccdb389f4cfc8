//! Where each part of a filled text came from, so that a fault in it is told at the line a person has to change.
//!
//! Must not read anything. Made by `weave`, asked by `source` and `fault`.

use super::super::source::Source;

/// The text before filling in, and the pieces that the filled one was made of.
#[derive(Clone, Debug)]
pub(in crate::scenario) struct Origin {
    /// The text as it was written.
    pub(in crate::scenario) of: Source,
    /// In order of the filled text.
    pub(super) pieces: Vec<Piece>,
}

/// A piece of a filled text.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    /// Where it begins in the filled text.
    pub(super) at: usize,
    /// Where it comes from in the text as written.
    pub(super) from: usize,
    /// None for a piece that was copied as it stood.
    pub(super) put: Option<Put>,
    /// Of a piece that was copied out of an option: the field and its value.
    pub(super) option: Option<(String, String)>,
}

/// Something that was put in.
#[derive(Clone, Debug)]
pub(super) struct Put {
    /// The fields whose values it holds, with the values.
    pub(super) fields: Vec<(String, String)>,
    /// It could not be filled in, which was told.
    pub(super) broken: bool,
}

impl Origin {
    fn piece(&self, offset: usize) -> Option<&Piece> {
        self.pieces.get(self.pieces.partition_point(|piece| piece.at <= offset).checked_sub(1)?)
    }

    /// The offset in the text as written.
    pub(in crate::scenario) fn offset(&self, offset: usize) -> usize {
        let Some(piece) = self.piece(offset) else { return 0 };
        if piece.put.is_some() { piece.from } else { piece.from + (offset - piece.at) }
    }

    /// True where something could not be filled in.
    pub(in crate::scenario) fn is_broken(&self, offset: usize) -> bool {
        self.piece(offset).and_then(|piece| piece.put.as_ref()).is_some_and(|put| put.broken)
    }

    /// What was filled in there, for a message; empty where nothing was.
    pub(in crate::scenario) fn said(&self, offset: usize) -> String {
        let Some(piece) = self.piece(offset) else { return String::new() };
        let put = piece.put.iter().flat_map(|put| &put.fields);
        let option = piece.option.iter().filter(|_| piece.put.is_none());
        let fields: Vec<String> =
            put.chain(option).map(|(field, value)| format!("{field} = \"{value}\"")).collect();
        if fields.is_empty() { String::new() } else { format!(", with {} filled in", fields.join(" and ")) }
    }
}
