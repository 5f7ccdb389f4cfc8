//! One line of a recording: text, number and hash, and the chain that ties the lines together.
//!
//! The same `Chain` serves writing and reading, so that the two cannot disagree. No files here (`medium.rs`,
//! `reader.rs`, `writer.rs`); the format in words is in `mod.rs`.

use std::fmt;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::error::{Error, Misfit};

/// The format number this program writes and reads. Frozen: see `mod.rs`.
pub const FORMAT: u32 = 1;

/// The extension of a recording, without the dot.
pub const EXTENSION: &str = "oefening";

/// How large a recording may become; a reader refuses what is larger instead of filling the memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The longest line in bytes, line end included.
    pub line: usize,
    /// The largest file in bytes.
    pub file: u64,
}

impl Default for Limits {
    /// 64 MiB a line (a packed country takes about 1), 1 GiB a file.
    fn default() -> Self {
        Self { line: 64 << 20, file: 1 << 30 }
    }
}

/// Hash digits in a line: 128 bits.
const HEX: usize = 32;
const HEADER: &str = "Header(";
const SEAL: &str = "Sealed";

/// The hash of one line, the first 16 bytes of its BLAKE3.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineHash([u8; 16]);

impl LineHash {
    /// What stands in for the hash of the line before the first.
    const START: Self = Self(*b"oefening.ketting");

    fn follow(self, number: &str, text: &str) -> Self {
        let mut hasher = blake3::Hasher::new();
        hasher.update(&self.0).update(number.as_bytes()).update(b" ").update(text.as_bytes());
        let mut hash = [0; 16];
        hash.copy_from_slice(&hasher.finalize().as_bytes()[..16]);
        Self(hash)
    }

    fn digits(self) -> [u8; HEX] {
        let mut digits = [0; HEX];
        for (pair, byte) in digits.chunks_exact_mut(2).zip(self.0) {
            pair.copy_from_slice(&[DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]]);
        }
        digits
    }
}

const DIGITS: &[u8; 16] = b"0123456789abcdef";

impl fmt::Display for LineHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", u128::from_be_bytes(self.0))
    }
}

/// The state of the chain after some lines: all that is needed to judge or to write the next one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chain {
    entries: u64,
    hash: LineHash,
    sealed: bool,
}

impl Chain {
    /// The state before the first line.
    pub fn start() -> Self {
        Self { entries: 0, hash: LineHash::START, sealed: false }
    }

    /// How many lines there are; also the number of the next one.
    pub fn entries(&self) -> u64 {
        self.entries
    }

    /// The hash of the last line. It stands for the whole recording up to there.
    pub fn hash(&self) -> LineHash {
        self.hash
    }

    /// Whether the last line closed the recording.
    pub fn sealed(&self) -> bool {
        self.sealed
    }

    /// Writes the line for `text` to `out` and steps on. The caller has seen to it that `text` came from
    /// [`to_text`] and that the chain is not sealed.
    pub(super) fn write(&mut self, text: &str, out: &mut Vec<u8>) {
        let number = self.entries.to_string();
        self.step(&number, text);
        for part in [number.as_bytes(), b" ", &self.hash.digits(), b" ", text.as_bytes(), b"\n"] {
            out.extend_from_slice(part);
        }
    }

    /// Judges a complete line (without its line end), steps on and returns its text.
    pub(super) fn read<'a>(&mut self, line: &'a [u8]) -> Result<&'a str, Misfit> {
        if self.sealed {
            return Err(Misfit::AfterSeal);
        }
        if self.entries == 0 && line.starts_with(BYTE_ORDER_MARK) {
            return Err(Misfit::ByteOrderMark);
        }
        if line.ends_with(b"\r") {
            return Err(Misfit::CarriageReturn);
        }
        let line = std::str::from_utf8(line).map_err(|e| Misfit::NotUtf8 { at: e.valid_up_to() })?;
        if let Some((at, byte)) = first_control(line) {
            return Err(Misfit::Control { byte, at });
        }
        let (number, rest) = line.split_once(' ').ok_or(Misfit::Layout)?;
        let (hash, text) = rest.split_once(' ').ok_or(Misfit::Layout)?;
        let plain = number.bytes().all(|b| b.is_ascii_digit()) && (number == "0" || !number.starts_with('0'));
        let found: u64 = number.parse().map_err(|_| Misfit::Layout)?;
        if !plain || hash.len() != HEX || !hash.bytes().all(is_hex) {
            return Err(Misfit::Layout);
        }
        if found != self.entries {
            return Err(Misfit::Number { found, expected: self.entries });
        }
        let mut next = *self;
        next.step(number, text);
        if next.hash.digits() != hash.as_bytes() {
            return Err(Misfit::Hash);
        }
        *self = next;
        Ok(text)
    }

    fn step(&mut self, number: &str, text: &str) {
        self.hash = self.hash.follow(number, text);
        self.entries += 1;
        self.sealed = is_seal(text);
    }
}

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

fn is_hex(byte: u8) -> bool {
    matches!(byte, b'0'..=b'9' | b'a'..=b'f')
}

fn first_control(text: &str) -> Option<(usize, u8)> {
    text.bytes().enumerate().find(|(_, byte)| byte.is_ascii_control())
}

/// Whether the text of an entry closes the recording: the word `Sealed`, alone or with fields.
pub(super) fn is_seal(text: &str) -> bool {
    text.strip_prefix(SEAL).is_some_and(|rest| rest.is_empty() || rest.starts_with('('))
}

/// The format number in the text of a header, or nothing if it is no header. Needs no knowledge of any entry.
pub(super) fn header_format(text: &str) -> Option<u32> {
    let rest = text.strip_prefix(HEADER)?;
    let rest = rest.strip_prefix('(').unwrap_or(rest).strip_prefix("format:")?;
    let (number, _) = rest.split_once([',', ')'])?;
    number.parse().ok()
}

/// Whether a complete first line is that of a recording, perhaps damaged or not the first: number and hash are
/// enough, and so is the word behind them.
pub(super) fn resembles_start(line: &[u8]) -> bool {
    let line = line.strip_prefix(BYTE_ORDER_MARK).unwrap_or(line);
    let mut fields = line.splitn(3, |&byte| byte == b' ');
    let (number, hash) = (fields.next().unwrap_or_default(), fields.next().unwrap_or_default());
    let numbered = !number.is_empty() && number.iter().all(u8::is_ascii_digit);
    numbered && hash.len() == HEX && hash.iter().copied().all(is_hex)
        || line.get(START_LENGTH..).is_some_and(|text| text.starts_with(HEADER.as_bytes()))
}

/// Number, hash and two spaces of a first line.
const START_LENGTH: usize = 2 + HEX + 1;

/// Whether an incomplete first line can be the beginning of a recording.
pub(super) fn could_be_start(line: &[u8]) -> bool {
    line.iter().take(START_LENGTH + HEADER.len()).enumerate().all(|(at, &byte)| match at {
        0 => byte == b'0',
        1 | 34 => byte == b' ',
        2..34 => is_hex(byte),
        _ => byte == HEADER.as_bytes()[at - START_LENGTH],
    })
}

/// The one place that sets how entries become text and text becomes entries.
fn ron_options() -> ron::Options {
    ron::Options::default().with_recursion_limit(128)
}

/// The text of an entry: one line, and certain to read back as the same type.
pub(super) fn to_text<T: Serialize + DeserializeOwned>(entry: &T) -> Result<String, Error> {
    let text = ron_options()
        .to_string(entry)
        .map_err(|error| Error::Unwritable { message: format!("it has no text form: {error}") })?;
    // RON escapes text but writes a lone `char` as it is, a line feed too.
    if let Some((_, byte)) = first_control(&text) {
        return Err(Error::Unwritable { message: format!("its text holds the control character {byte}") });
    }
    from_text::<T>(&text)
        .map_err(|misfit| Error::Unwritable { message: format!("its text does not read back: {misfit}") })?;
    Ok(text)
}

/// The entry in a text.
pub(super) fn from_text<T: DeserializeOwned>(text: &str) -> Result<T, Misfit> {
    ron_options().from_str(text).map_err(|error| Misfit::NotUnderstood {
        message: format!("{} (column {} of the text)", error.code, error.span.start.col),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_hash_is_the_documented_one() {
        let mut chain = Chain::start();
        let mut line = Vec::new();
        chain.write("Header(format:0)", &mut line);
        let expected = blake3::hash(b"oefening.ketting0 Header(format:0)").to_hex();
        assert_eq!(line, format!("0 {} Header(format:0)\n", &expected[..32]).as_bytes());
    }

    #[test]
    fn what_is_written_is_read_and_nothing_else() {
        let mut line = Vec::new();
        Chain::start().write("Header(format:0)", &mut line);
        line.pop();
        let mut chain = Chain::start();
        assert_eq!(chain.read(&line), Ok("Header(format:0)"));
        assert_eq!(chain.entries(), 1);
        assert_eq!(chain.read(&line), Err(Misfit::Number { found: 0, expected: 1 }));
        let upper = String::from_utf8(line).unwrap().to_uppercase();
        assert_eq!(Chain::start().read(upper.as_bytes()), Err(Misfit::Layout));
        for bad in ["", " ", "00  x", "+0 a b", "0 12 x", "99999999999999999999 a b", "0"] {
            assert_eq!(Chain::start().read(bad.as_bytes()), Err(Misfit::Layout), "{bad:?}");
        }
    }

    #[test]
    fn header_and_seal_are_recognised_by_their_text() {
        assert_eq!(header_format("Header(format:7,build:\"x\")"), Some(7));
        assert_eq!(header_format("Header((format:12))"), Some(12));
        assert_eq!(header_format("Header(build:\"x\",format:7)"), None);
        assert_eq!(header_format("Header(format:99999999999)"), None);
        assert!(is_seal("Sealed") && is_seal("Sealed(by:1)"));
        assert!(!is_seal("SealedNot") && !is_seal("Note(\"Sealed\")"));
    }

    #[test]
    fn a_lone_control_character_is_refused() {
        assert!(to_text(&'\n').is_err());
        assert!(to_text(&'\0').is_err());
        assert_eq!(to_text(&String::from("a\nb\0")).unwrap(), r#""a\nb\0""#);
    }
}
