//! Large texts as one short word: zlib (RFC 1950), then base64 (RFC 4648, with padding).
//!
//! For the entries that carry a whole country, a scenario or a day of figures. Python reads one with
//! `zlib.decompress(base64.b64decode(word))`. Not for small texts: those stay readable in their line.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// The most bytes a packed word may unfold to; what claims more is refused, not unpacked.
pub const MAX_UNPACKED: usize = 256 << 20;

/// The compression level. Fixed, so that equal texts give equal words. From 5 on it takes five times as long for a tenth less.
const LEVEL: u8 = 4;

/// Why a word could not be unpacked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PackError {
    /// Not base64.
    #[error("the packed text is not base64: {0}")]
    Base64(String),
    /// Not a complete zlib stream, or its checksum fails.
    #[error("the packed text does not unpack: {0}")]
    Deflate(String),
    /// It would unfold to more than the limit in bytes.
    #[error("the packed text would unfold to more than {0} bytes")]
    TooLarge(usize),
    /// What came out is not UTF-8.
    #[error("the packed bytes are not text")]
    NotText,
}

/// Packs a text. The same text always gives the same word.
pub fn pack(text: &str) -> String {
    STANDARD.encode(miniz_oxide::deflate::compress_to_vec_zlib(text.as_bytes(), LEVEL))
}

/// Unpacks a word made by [`pack`], up to [`MAX_UNPACKED`] bytes.
pub fn unpack(word: &str) -> Result<String, PackError> {
    unpack_within(word, MAX_UNPACKED)
}

/// Unpacks a word made by [`pack`], up to `limit` bytes.
pub fn unpack_within(word: &str, limit: usize) -> Result<String, PackError> {
    use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_zlib_with_limit};
    let packed = STANDARD.decode(word).map_err(|error| PackError::Base64(error.to_string()))?;
    let bytes = decompress_to_vec_zlib_with_limit(&packed, limit).map_err(|error| match error.status {
        TINFLStatus::HasMoreOutput => PackError::TooLarge(limit),
        _ => PackError::Deflate(error.to_string()),
    })?;
    String::from_utf8(bytes).map_err(|_| PackError::NotText)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_packed_text_comes_back_and_is_always_the_same_word() {
        let long = "Sloe – Kijfhoek\n\u{0}".repeat(100_000);
        for text in ["", "a", "\u{202e}\"", &long] {
            let word = pack(text);
            assert_eq!(word, pack(text));
            assert_eq!(unpack(&word).unwrap(), text);
        }
        assert!(pack(&long).len() < long.len() / 50);
    }

    #[test]
    fn the_word_is_plain_zlib() {
        // Both words were made by Python's zlib.
        assert_eq!(unpack("eNoLzslPVXjUMFnBOzMrLSM/NRsAPsQG9A=="), Ok("Sloe – Kijfhoek".into()));
        assert_eq!(unpack("eJwDAAAAAAE="), Ok(String::new()));
    }

    #[test]
    fn a_bomb_and_broken_words_are_refused() {
        let bomb = pack(&"0".repeat(1 << 20));
        assert!(bomb.len() < 2000);
        assert_eq!(unpack_within(&bomb, 1 << 16), Err(PackError::TooLarge(1 << 16)));
        assert_eq!(unpack_within(&bomb, 1 << 20).unwrap().len(), 1 << 20);
        assert!(matches!(unpack("not base64!"), Err(PackError::Base64(_))));
        let word = pack("Doorvoer van militair materieel");
        for cut in (0..word.len()).step_by(4) {
            assert!(unpack(&word[..cut]).is_err(), "cut at {cut}");
        }
        let not_text = STANDARD.encode(miniz_oxide::deflate::compress_to_vec_zlib(b"\xff\xfe", LEVEL));
        assert_eq!(unpack(&not_text), Err(PackError::NotText));
    }
}
