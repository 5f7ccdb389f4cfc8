//! The recording: one text file `NAME.oefening` with everything that was decided, so that an exercise can be
//! continued after a crash, replayed years later, branched and trusted.
//!
//! This module is the file and nothing else: it does not simulate, and it does not know what an entry means. An
//! entry is any type that serde can write and read; two words in its text matter, `Header` and `Sealed` (below).
//! `error.rs` what can go wrong · `format.rs` one line and the chain · `medium.rs` disk and lock · `writer.rs`
//! append, commit, continue · `reader.rs` read and verify · `pack.rs` large texts as one word.
//!
//! # The format
//!
//! Enough to read, check or write a recording in any language.
//!
//! **File.** UTF-8 without byte-order mark, at most 1 GiB. Every line ends in one line feed (byte 10); the file
//! ends in a line feed. No byte below 32 and no byte 127 occurs elsewhere. A line, with its line feed, is at most
//! 64 MiB.
//!
//! **Line.** `NUMBER HASH TEXT`, separated by one space each (TEXT may hold spaces).
//! - NUMBER: decimal, no sign, no leading zeros. The first line has 0, each line one more than the line before.
//! - HASH: 32 hexadecimal digits in lower case, the first 16 bytes of BLAKE3 (its plain mode, no key) over:
//!   the 16 bytes of the previous line's hash (bytes, not digits), then the bytes of `NUMBER`, one space and
//!   `TEXT` as they stand in this line. For the first line the previous hash is the 16 ASCII bytes
//!   `oefening.ketting`.
//! - TEXT: one value in RON 0.12 in compact form, without extensions. In strings line feeds, quotes, control
//!   characters and unprintable characters are escaped (`\n`, `\"`, `\0`, `\u{202e}`).
//!
//! **First line.** Its TEXT begins `Header(format:N` or `Header((format:N`, followed by `,` or `)`; N is decimal.
//! This and the hash rule of the first line are the same in every format, now and later, so that any program can
//! name the format of any recording. The rest of this page is format 1.
//!
//! **Seal.** A TEXT that is `Sealed` or begins `Sealed(` closes the recording. Nothing may follow it.
//!
//! **Packed words.** Large texts inside an entry are zlib-compressed and base64-encoded: see [`pack::pack`].
//!
//! # Format 1 is frozen
//!
//! Every program that reads format 1 reads every recording of format 1, line by line, and takes the same from it. The words of its entries
//! ([`entry`], and the commands, steering and sheets in them) are not renamed, removed or given another meaning. A later program may
//! have more kinds of them, and more fields with a default that is not written; a program that does not know one says so and reads up to there.
//! `tests/recordings/frozen` holds an example of each kind. What an exercise came to rests on the rules it was made with: the header
//! names their version, and a program with other rules reads what was decided and what was seen then (`Day`), but does not work it out again.
//!
//! # How a recording ends
//!
//! A reader goes line by line and stops at the first of these; everything before it is read.
//! - *Sealed*: the last line is a seal. *Open*: it is not; the recording is complete up to here.
//! - *Torn*: the file does not end in a line feed. What follows the last one is dropped, even if it looks
//!   complete: it was never acknowledged.
//! - *Damaged*: a line that does end in a line feed breaks a rule above, or anything follows a seal. It is named
//!   by its line, counted from 1. Nothing is guessed and nothing after it is used.
//!
//! A file whose first line cannot be a recording's is not a recording rather than a damaged one.
//!
//! # What the writer promises
//!
//! A batch is one write and one `fdatasync`; only then is it acknowledged. What was acknowledged is there after
//! the program is killed, after a power loss and after the disk is full. After any failure the writer stops and
//! never tries again; it can go on in another file. The chain shows accidents and careless changes; it is no
//! signature: who can rewrite the whole file can make a new chain. Keep the last hash elsewhere to notice that.
//!
//! A power loss while a batch of several lines is on its way can leave complete lines with holes on some file
//! systems. That reads as damage after the last acknowledged entry: `Writer::continue_copy` goes on from there.
//!
//! A lock keeps a second writer out. On Windows it keeps readers out too while the recording is open.

pub mod entry;
pub mod error;
pub mod format;
pub mod medium;
pub mod pack;
pub mod reader;
pub mod writer;
