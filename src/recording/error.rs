//! What can go wrong with a recording, as values a caller can act on or translate.
//!
//! No texts for players live here: the messages are the plain English of logs and of the command line, object
//! first, path last. Damage inside a file that does open is not an error but an ending: see `reader.rs`.

use std::io;
use std::path::{Path, PathBuf};

/// Why a recording could not be made, opened, read or continued.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The operating system refused; `doing` names the step in an infinitive ("open the recording").
    #[error("cannot {doing}: {source}: {}", path.display())]
    Io {
        /// The step that failed.
        doing: &'static str,
        /// What the operating system said.
        source: io::Error,
        /// The file or folder.
        path: PathBuf,
    },
    /// A new recording never replaces an existing file.
    #[error("a file of this name already exists and is left as it is: {}", path.display())]
    Exists {
        /// The existing file.
        path: PathBuf,
    },
    /// Another program (or another window) is recording to this file.
    #[error("the recording is in use by another program or window: {}", path.display())]
    Locked {
        /// The recording.
        path: PathBuf,
    },
    /// A folder, a device or a pipe was named.
    #[error("this is a folder or a device, not a file: {}", path.display())]
    NotAFile {
        /// What was named.
        path: PathBuf,
    },
    /// The file holds not one complete line: the program ended before anything was recorded.
    #[error("nothing was recorded in this file: {}", path.display())]
    Empty {
        /// The file.
        path: PathBuf,
    },
    /// The file does not begin like a recording of any format.
    #[error("this file is not a recording: {}", path.display())]
    NotARecording {
        /// The file.
        path: PathBuf,
    },
    /// The first line is sound and names another format.
    #[error(
        "the recording has format {found}, this program reads format {known}: {}: {}",
        if found > known { "use a newer version of the program" } else { "use the version that recorded it" },
        path.display()
    )]
    OtherFormat {
        /// The format number in the file.
        found: u32,
        /// The format number this program reads and writes.
        known: u32,
        /// The recording.
        path: PathBuf,
    },
    /// The file is larger than this program is willing to read or write.
    #[error("the recording would be larger than {limit} bytes: {}", path.display())]
    TooLarge {
        /// The limit in bytes.
        limit: u64,
        /// The recording.
        path: PathBuf,
    },
    /// A damaged recording is never continued in place; what stands before the damage can be copied.
    #[error("the recording is damaged and cannot be continued: {damage}: {}", path.display())]
    Damaged {
        /// The first line that does not fit.
        damage: Damage,
        /// The recording.
        path: PathBuf,
    },
    /// The recording was closed for good.
    #[error("the recording is sealed, nothing can be added: {}", path.display())]
    Sealed {
        /// The recording.
        path: PathBuf,
    },
    /// Fewer sound lines stand in the file than a copy was to hold.
    #[error("the recording has {found} sound entries, {wanted} were to be copied: {}", path.display())]
    TooFew {
        /// The sound entries there are.
        found: u64,
        /// The entries asked for.
        wanted: u64,
        /// The recording.
        path: PathBuf,
    },
    /// A write or a sync failed. The writer never tries again; `Writer::save_as` continues elsewhere.
    #[error("recording stopped: {cause}: {}", path.display())]
    Stopped {
        /// The step that failed and what the operating system said.
        cause: String,
        /// The kind of the failure (`StorageFull`, ...).
        kind: io::ErrorKind,
        /// The recording.
        path: PathBuf,
    },
    /// An entry has no text that fits in a line and reads back; nothing of the batch was taken.
    #[error("the entry cannot be recorded: {message}")]
    Unwritable {
        /// Why not.
        message: String,
    },
}

impl Error {
    /// Wraps what the operating system said about one step on one path.
    pub(crate) fn io(doing: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_path_buf();
        move |source| Self::Io { doing, source, path }
    }
}

/// The first complete line that does not fit. Everything before it was read; nothing after it is trusted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {what}")]
pub struct Damage {
    /// The line, counted from 1 as text editors do (the entry expected there has number `line - 1`).
    pub line: u64,
    /// How it fails to fit.
    pub what: Misfit,
}

/// How a complete line fails to fit.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Misfit {
    /// The file begins with a byte-order mark: some editor rewrote it.
    #[error("the file begins with a byte-order mark, so an editor has rewritten it")]
    ByteOrderMark,
    /// The line ends in CR LF: an editor, a mail program or a version control setting changed the line ends.
    #[error("the line ends in CR LF, so a program has changed the line ends")]
    CarriageReturn,
    /// Bytes that are not UTF-8.
    #[error("byte {at} of the line is not valid text")]
    NotUtf8 {
        /// Offset in the line, counted from 0.
        at: usize,
    },
    /// A control character stands where it would have been escaped; zero bytes are what a disk leaves behind.
    #[error("byte {at} of the line is the control character {byte}")]
    Control {
        /// The byte found.
        byte: u8,
        /// Offset in the line, counted from 0.
        at: usize,
    },
    /// The line is longer than any the program writes.
    #[error("the line is longer than {limit} bytes")]
    TooLong {
        /// The limit in bytes, line end included.
        limit: usize,
    },
    /// Not "number, hash, text" separated by single spaces.
    #[error("the line does not read as number, hash and text")]
    Layout,
    /// Another number than its place demands: lines were removed, repeated, swapped or inserted.
    #[error("the line has number {found} where {expected} belongs")]
    Number {
        /// The number in the line.
        found: u64,
        /// The number that belongs there.
        expected: u64,
    },
    /// The hash does not follow from the previous line and this text.
    #[error("the text does not match its hash")]
    Hash,
    /// The chain is sound but the first entry is no header.
    #[error("the first line is not a header")]
    NoHeader,
    /// Something follows the line that closed the recording.
    #[error("something follows the line that sealed the recording")]
    AfterSeal,
    /// The line is sound, but this version of the program does not know its content.
    #[error("the content is not understood: {message}")]
    NotUnderstood {
        /// What the parser said, with the column.
        message: String,
    },
}
