//! Reading a recording: line by line, the chain checked, and an honest word about how the file ends.
//!
//! Never changes a file and never panics, whatever the bytes. Nothing after the first line that does not fit is
//! looked at. To go on writing see `writer.rs`.

use std::io::{BufRead, BufReader};
use std::path::Path;

use serde::de::DeserializeOwned;

use super::error::{Damage, Error, Misfit};
use super::format::{self, Chain, FORMAT, Limits, LineHash};
use super::medium::open_to_read;

/// How a recording ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Closed: this is all there ever was.
    Sealed,
    /// Not closed: complete up to here.
    Open,
    /// The last line was cut off while being written: dropped. It had not been acknowledged.
    Torn {
        /// How many bytes were dropped.
        bytes: u64,
    },
    /// A complete line does not fit: everything before it was read, nothing after it.
    Damaged(Damage),
}

/// What was read from a recording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recording<T> {
    /// The entries in order; the number of an entry is its index.
    pub entries: Vec<T>,
    /// What the chain says about them.
    pub report: ChainReport,
}

/// What the chain says about a recording, without any knowledge of its entries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChainReport {
    /// How many entries are sound.
    pub entries: u64,
    /// How many bytes they take, from the start of the file.
    pub bytes: u64,
    /// The hash of the last sound entry: it stands for the whole recording up to there.
    pub hash: LineHash,
    /// How the file ends.
    pub ending: Ending,
}

/// Reads a whole recording.
pub fn read<T: DeserializeOwned>(path: &Path) -> Result<Recording<T>, Error> {
    let mut entries = Vec::new();
    let report = read_each(path, |_, entry| entries.push(entry))?;
    Ok(Recording { entries, report })
}

/// Reads a recording and hands out its entries one by one with their numbers.
pub fn read_each<T: DeserializeOwned>(
    path: &Path,
    mut take: impl FnMut(u64, T),
) -> Result<ChainReport, Error> {
    let limits = Limits::default();
    let input = BufReader::with_capacity(1 << 16, open_to_read(path, limits)?);
    Ok(scan(input, path, limits, u64::MAX, parsing(&mut take))?.report())
}

/// Reads a recording from anything; `path` is only the name for messages.
pub fn read_from<T: DeserializeOwned>(
    input: impl BufRead,
    path: &Path,
    limits: Limits,
) -> Result<Recording<T>, Error> {
    let mut entries = Vec::new();
    let scan = scan(input, path, limits, u64::MAX, parsing(&mut |_, entry| entries.push(entry)))?;
    Ok(Recording { entries, report: scan.report() })
}

/// Checks the chain of a recording and nothing else; works whatever the entries are.
pub fn verify_chain(path: &Path) -> Result<ChainReport, Error> {
    let limits = Limits::default();
    let input = BufReader::with_capacity(1 << 16, open_to_read(path, limits)?);
    Ok(scan(input, path, limits, u64::MAX, |_, _| Ok(()))?.report())
}

fn parsing<T: DeserializeOwned>(
    take: &mut impl FnMut(u64, T),
) -> impl FnMut(u64, &str) -> Result<(), Misfit> {
    move |number, text| {
        take(number, format::from_text(text)?);
        Ok(())
    }
}

/// Where a pass over the lines ended.
pub(super) struct Scan {
    /// The state after the last sound line.
    pub(super) chain: Chain,
    /// The bytes up to and including that line.
    pub(super) bytes: u64,
    /// How it ends.
    pub(super) ending: Ending,
}

impl Scan {
    /// What the pass says about the recording.
    pub(super) fn report(&self) -> ChainReport {
        let ending = self.ending.clone();
        ChainReport { entries: self.chain.entries(), bytes: self.bytes, hash: self.chain.hash(), ending }
    }
}

/// Goes over the lines, at most `most` of them, and gives the text of each sound one to `take`.
pub(super) fn scan(
    mut input: impl BufRead,
    path: &Path,
    limits: Limits,
    most: u64,
    mut take: impl FnMut(u64, &str) -> Result<(), Misfit>,
) -> Result<Scan, Error> {
    let mut chain = Chain::start();
    let mut bytes = 0;
    let mut line = Vec::new();
    let ending = loop {
        let intact = if chain.sealed() { Ending::Sealed } else { Ending::Open };
        if chain.entries() == most {
            break intact;
        }
        line.clear();
        let found =
            next_line(&mut input, &mut line, limits.line).map_err(Error::io("read the recording", path))?;
        bytes += found.bytes;
        if bytes > limits.file {
            return Err(Error::TooLarge { limit: limits.file, path: path.into() });
        }
        if chain.entries() == 0 {
            check_start(&line, found, path)?;
        }
        if found.bytes == 0 {
            break intact;
        }
        if !found.complete && !chain.sealed() {
            bytes -= found.bytes;
            break Ending::Torn { bytes: found.bytes };
        }
        let mut next = chain;
        match judge(&mut next, &line, found, path, limits, &mut take)? {
            Ok(()) => chain = next,
            Err(what) => {
                bytes -= found.bytes;
                break Ending::Damaged(Damage { line: chain.entries() + 1, what });
            }
        }
    };
    Ok(Scan { chain, bytes, ending })
}

/// Steps `chain` over one line. The outer error ends the reading, the inner one is damage.
fn judge(
    chain: &mut Chain,
    line: &[u8],
    found: Found,
    path: &Path,
    limits: Limits,
    take: &mut impl FnMut(u64, &str) -> Result<(), Misfit>,
) -> Result<Result<(), Misfit>, Error> {
    let number = chain.entries();
    if !found.complete {
        return Ok(Err(Misfit::AfterSeal));
    }
    if found.bytes > limits.line as u64 {
        return Ok(Err(Misfit::TooLong { limit: limits.line }));
    }
    let text = match chain.read(line) {
        Ok(text) => text,
        Err(misfit) => return Ok(Err(misfit)),
    };
    if number == 0 {
        match format::header_format(text) {
            None => return Ok(Err(Misfit::NoHeader)),
            // The first line is written the same way in every format, so its chain has been checked by now.
            Some(found) if found != FORMAT => {
                return Err(Error::OtherFormat { found, known: FORMAT, path: path.into() });
            }
            Some(_) => {}
        }
    }
    Ok(take(number, text))
}

/// Sorts out files that are no recordings before any word about damage.
fn check_start(line: &[u8], found: Found, path: &Path) -> Result<(), Error> {
    if found.bytes == 0 {
        return Err(Error::Empty { path: path.into() });
    }
    let recording = if found.complete { format::resembles_start(line) } else { format::could_be_start(line) };
    if recording { Ok(()) } else { Err(Error::NotARecording { path: path.into() }) }
}

#[derive(Clone, Copy)]
struct Found {
    /// Line end included.
    bytes: u64,
    /// Whether there is a line end.
    complete: bool,
}

/// Reads up to and including the next line feed. `line` receives the line without it, at most `limit` bytes: of a
/// longer line the rest is passed over.
fn next_line(input: &mut impl BufRead, line: &mut Vec<u8>, limit: usize) -> std::io::Result<Found> {
    let mut bytes = 0;
    loop {
        let block = match input.fill_buf() {
            Ok(block) => block,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        let (text, used) = match block.iter().position(|&byte| byte == b'\n') {
            Some(at) => (&block[..at], at + 1),
            None => (block, block.len()),
        };
        let room = limit.saturating_sub(line.len());
        line.extend_from_slice(&text[..text.len().min(room)]);
        let complete = used > text.len();
        let ended = complete || used == 0;
        input.consume(used);
        bytes += used as u64;
        if ended {
            return Ok(Found { bytes, complete });
        }
    }
}
