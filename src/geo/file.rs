//! The map file: a small header, then the content in postcard.
//!
//! Header: 8 bytes magic, format version (u16), content length (u32), BLAKE3 of the content (32 bytes); numbers
//! little endian. A damaged, shortened, foreign or newer file gives a `MapError`, never a panic. What the content
//! means is checked by `map`; who writes it is `compile`.

use super::layers::{Area, Attribution, Line, NodePlace, Point};
use super::route::StoredRoute;
use super::shape::Polyline;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use thiserror::Error;

/// First bytes of every map file; the line ends reveal a transfer that changed them.
const MAGIC: [u8; 8] = *b"DVMAP\r\n\n";
/// Raised whenever the content changes shape.
pub const FORMAT: u16 = 1;
/// Bytes before the content.
const HEADER: usize = 8 + 2 + 4 + 32;

/// Why a map could not be loaded.
#[derive(Debug, Error)]
pub enum MapError {
    /// The file could not be read.
    #[error("the map file {path} cannot be read: {source}")]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The file is something else.
    #[error("this is not a map file")]
    NotAMap,
    /// The file was written by another version of the program.
    #[error("map format {found}, this program reads format {FORMAT}: compile the map again")]
    OtherFormat {
        /// Version in the file.
        found: u16,
    },
    /// The file is too short or too long.
    #[error("the map file has {have} bytes where {need} were written")]
    Length {
        /// Bytes the header asks for.
        need: usize,
        /// Bytes present.
        have: usize,
    },
    /// The checksum does not agree.
    #[error("the map file is damaged: its checksum does not agree")]
    Damaged,
    /// The content does not decode, or refers to something that is not there.
    #[error("the content of the map file is wrong: {0}")]
    Content(String),
}

/// Everything one map file holds. A map is the union of a few files, kept apart by licence.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Content {
    pub(super) attribution: Vec<Attribution>,
    pub(super) arcs: Vec<Polyline>,
    pub(super) areas: Vec<Area>,
    pub(super) lines: Vec<Line>,
    pub(super) points: Vec<Point>,
    pub(super) routes: Vec<StoredRoute>,
    pub(super) nodes: Vec<NodePlace>,
}

/// The bytes of a map file; the same content always gives the same bytes.
pub(super) fn encode(content: &Content) -> Result<Vec<u8>, MapError> {
    let body = postcard::to_allocvec(content).map_err(|error| MapError::Content(error.to_string()))?;
    let length = u32::try_from(body.len()).map_err(|_| MapError::Content("over 4 GB".to_owned()))?;
    let mut bytes = Vec::with_capacity(HEADER + body.len());
    bytes.extend(MAGIC);
    bytes.extend(FORMAT.to_le_bytes());
    bytes.extend(length.to_le_bytes());
    bytes.extend(blake3::hash(&body).as_bytes());
    bytes.extend(body);
    Ok(bytes)
}

/// Reads a map file back.
pub(super) fn decode(bytes: &[u8]) -> Result<Content, MapError> {
    let short = MapError::Length { need: HEADER, have: bytes.len() };
    let (magic, rest) = bytes.split_first_chunk::<8>().ok_or(MapError::NotAMap)?;
    if *magic != MAGIC {
        return Err(MapError::NotAMap);
    }
    let Some((format, rest)) = rest.split_first_chunk::<2>() else { return Err(short) };
    let found = u16::from_le_bytes(*format);
    if found != FORMAT {
        return Err(MapError::OtherFormat { found });
    }
    let Some((length, rest)) = rest.split_first_chunk::<4>() else { return Err(short) };
    let Some((hash, body)) = rest.split_first_chunk::<32>() else { return Err(short) };
    let length = u32::from_le_bytes(*length) as usize;
    if body.len() != length {
        return Err(MapError::Length { need: HEADER.saturating_add(length), have: bytes.len() });
    }
    if *blake3::hash(body).as_bytes() != *hash {
        return Err(MapError::Damaged);
    }
    let (content, left) =
        postcard::take_from_bytes::<Content>(body).map_err(|error| MapError::Content(error.to_string()))?;
    if left.is_empty() {
        Ok(content)
    } else {
        Err(MapError::Content(format!("{} bytes too many", left.len())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn header_faults_are_named() {
        let good = encode(&Content::default()).unwrap();
        assert!(decode(&good).is_ok());
        assert!(matches!(decode(b""), Err(MapError::NotAMap)));
        assert!(matches!(decode(b"PNG is no map"), Err(MapError::NotAMap)));
        let mut newer = good.clone();
        newer[8] = 99;
        assert!(matches!(decode(&newer), Err(MapError::OtherFormat { found: 99 })));
        let mut changed = good.clone();
        *changed.last_mut().unwrap() ^= 1;
        assert!(matches!(decode(&changed), Err(MapError::Damaged)));
        let mut longer = good.clone();
        longer.push(0);
        assert!(matches!(decode(&longer), Err(MapError::Length { .. })));
    }
}
