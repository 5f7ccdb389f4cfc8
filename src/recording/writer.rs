//! Writing a recording: batches of entries, safe on disk before anybody hears "recorded".
//!
//! After any failed write or sync the writer stops for good: the system may have dropped what it could not write,
//! so a second try could succeed without the data being there. `save_as` continues in another file. Nothing is
//! decided here about what the entries mean, save that the first is a header and that a seal is the last.

use std::io::{self, Read as _};
use std::marker::PhantomData;
use std::ops::Range;
use std::path::{Path, PathBuf};

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::error::Error;
use super::format::{self, Chain, EXTENSION, FORMAT, Limits, LineHash};
use super::medium::{Medium, RecordingFile, open_to_read};
use super::reader::{Ending, Recording, Scan, scan};

/// The only way to add to a recording.
///
/// Holds a copy of all that is safe on disk in memory, so that [`Writer::save_as`] works when the disk is gone.
/// Dropping it forgets what was appended and not committed.
#[derive(Debug)]
pub struct Writer<T, M = RecordingFile> {
    medium: M,
    /// What is known to be safe: bytes and chain.
    saved: Vec<u8>,
    chain: Chain,
    /// What was appended since, and the chain after it.
    pending: Vec<u8>,
    ahead: Chain,
    stopped: Option<(String, io::ErrorKind)>,
    limits: Limits,
    entry: PhantomData<fn(&T)>,
}

/// A recording opened to go on writing.
#[derive(Debug)]
pub struct Reopened<T, M = RecordingFile> {
    /// Continues after the last entry.
    pub writer: Writer<T, M>,
    /// What was in the file. Its ending is the one found, [`Ending::Torn`] if a tail was cut off.
    pub recording: Recording<T>,
    /// Where the bytes of a torn tail were kept.
    pub set_aside: Option<PathBuf>,
}

impl<T: Serialize + DeserializeOwned> Writer<T> {
    /// Makes a new recording with its header, safe on disk on return. An existing file is never replaced.
    pub fn create(path: &Path, header: &T) -> Result<Self, Error> {
        let medium = RecordingFile::create(path)?;
        // Without a header the file is worth nothing and would only be in the way of the next attempt.
        Self::start(medium, header, Limits::default()).inspect_err(|_| drop(std::fs::remove_file(path)))
    }

    /// Makes a new recording in `folder` under the first free name: `stem.oefening`, `stem-2.oefening`, ...
    /// Whatever could mean something in a path is replaced in `stem`.
    pub fn create_in(folder: &Path, stem: &str, header: &T) -> Result<Self, Error> {
        let stem = file_stem(stem);
        let mut count = 1;
        loop {
            let name = if count == 1 { stem.clone() } else { format!("{stem}-{count}") };
            match Self::create(&folder.join(name).with_added_extension(EXTENSION), header) {
                Err(Error::Exists { .. }) if count < 10_000 => count += 1,
                made => return made,
            }
        }
    }

    /// Opens a recording to go on writing: after a crash, or on another day. A torn tail is copied to a side file
    /// (`NAME.oefening.torn`) and cut off; a damaged or sealed recording is refused and left as it is.
    ///
    /// When this fails with [`Error::Io`] the disk is in trouble: go on with [`Writer::continue_copy`] on another
    /// disk rather than try again. A system that has dropped pages after a failed sync reports success next time.
    pub fn reopen(path: &Path) -> Result<Reopened<T>, Error> {
        Self::resume(RecordingFile::open(path)?, Limits::default())
    }

    /// Makes a new recording at `to` out of the first `keep` entries of the one at `from` (at least its header),
    /// and goes on there. For a branch, and for what stands before damage. The original is only read, and may be
    /// in use.
    pub fn continue_copy(from: &Path, keep: u64, to: &Path) -> Result<Reopened<T>, Error> {
        let limits = Limits::default();
        let keep = keep.max(1);
        let mut bytes = Vec::new();
        open_to_read(from, limits)?.read_to_end(&mut bytes).map_err(Error::io("read the recording", from))?;
        let (entries, scan) = scan_entries(&bytes, from, limits, keep)?;
        if scan.chain.entries() < keep {
            return Err(Error::TooFew { found: scan.chain.entries(), wanted: keep, path: from.into() });
        }
        let prefix = bytes.get(..scan.bytes as usize).unwrap_or_default();
        let writer = Writer::copied(to, prefix, scan.chain, limits)?;
        let recording = Recording { entries, report: scan.report() };
        Ok(Reopened { writer, recording, set_aside: None })
    }

    fn copied(path: &Path, saved: &[u8], chain: Chain, limits: Limits) -> Result<Self, Error> {
        let medium = RecordingFile::create(path)?;
        Writer::copied_to(medium, saved, chain, limits).inspect_err(|_| drop(std::fs::remove_file(path)))
    }
}

impl<T: Serialize + DeserializeOwned, M: Medium> Writer<T, M> {
    /// Begins a recording on an empty medium with its header.
    pub fn start(medium: M, header: &T, limits: Limits) -> Result<Self, Error> {
        let text = format::to_text(header)?;
        if format::header_format(&text) != Some(FORMAT) {
            return Err(Error::Unwritable { message: format!("it is no header of format {FORMAT}") });
        }
        let mut writer = Self::at(medium, Vec::new(), Chain::start(), limits);
        writer.append(std::slice::from_ref(header))?;
        writer.commit()?;
        Ok(writer)
    }

    /// Continues on a medium that holds a recording: see [`Writer::reopen`].
    pub fn resume(mut medium: M, limits: Limits) -> Result<Reopened<T, M>, Error> {
        let path = medium.path().to_path_buf();
        let mut bytes = medium.read_all(limits.file).map_err(|error| match error.kind() {
            io::ErrorKind::FileTooLarge => Error::TooLarge { limit: limits.file, path: path.clone() },
            _ => Error::io("read the recording", &path)(error),
        })?;
        let (entries, scan) = scan_entries(&bytes, &path, limits, u64::MAX)?;
        match &scan.ending {
            Ending::Damaged(damage) => return Err(Error::Damaged { damage: damage.clone(), path }),
            Ending::Sealed => return Err(Error::Sealed { path }),
            Ending::Torn { .. } if scan.chain.entries() == 0 => return Err(Error::Empty { path }),
            Ending::Torn { .. } | Ending::Open => {}
        }
        let recording = Recording { entries, report: scan.report() };
        let tail = bytes.split_off(scan.bytes as usize);
        let mut set_aside = None;
        if !tail.is_empty() {
            set_aside =
                Some(medium.set_aside(&tail).map_err(Error::io("keep a copy of the torn tail", &path))?);
            medium.truncate(scan.bytes).map_err(Error::io("cut off the torn tail", &path))?;
        }
        // Lines of a program that was killed may have been written and not yet be safe; from here on they count.
        medium.sync().map_err(Error::io("make the recording safe", &path))?;
        Ok(Reopened { writer: Self::at(medium, bytes, scan.chain, limits), recording, set_aside })
    }

    /// Adds entries to the next batch and says which numbers they get. All or none are taken. They are on disk
    /// only after [`Writer::commit`].
    pub fn append(&mut self, entries: &[T]) -> Result<Range<u64>, Error> {
        self.check_going()?;
        let mut ahead = self.ahead;
        let mut lines = Vec::new();
        for entry in entries {
            if ahead.sealed() {
                return Err(Error::Sealed { path: self.path().into() });
            }
            let text = format::to_text(entry)?;
            let before = lines.len();
            ahead.write(&text, &mut lines);
            let (length, limit) = (lines.len() - before, self.limits.line);
            if length > limit {
                return Err(Error::Unwritable {
                    message: format!("its line would be longer than {limit} bytes"),
                });
            }
        }
        let total = self.saved.len() + self.pending.len() + lines.len();
        if total as u64 > self.limits.file {
            return Err(Error::TooLarge { limit: self.limits.file, path: self.path().into() });
        }
        let numbers = self.ahead.entries()..ahead.entries();
        self.ahead = ahead;
        self.pending.append(&mut lines);
        Ok(numbers)
    }

    /// Makes everything appended safe: one write, one sync. Returns how many entries are safe now. On failure the
    /// batch is gone, the writer has stopped, and this and every later call return the same error.
    pub fn commit(&mut self) -> Result<u64, Error> {
        self.check_going()?;
        if self.pending.is_empty() {
            return Ok(self.chain.entries());
        }
        let written = match self.medium.write_all(&self.pending) {
            Ok(()) => self.medium.sync().map_err(|error| ("sync", error)),
            Err(error) => Err(("write", error)),
        };
        match written {
            Ok(()) => {
                self.saved.append(&mut self.pending);
                self.chain = self.ahead;
                Ok(self.chain.entries())
            }
            Err((step, error)) => {
                // A best effort, so that the refused batch does not turn up when the file is read again. Should it
                // fail, a reader finds a torn tail, or entries that nobody was told were recorded.
                drop(self.medium.truncate(self.saved.len() as u64));
                self.stopped = Some((format!("{step} failed: {error}"), error.kind()));
                self.check_going().map(|()| self.chain.entries())
            }
        }
    }

    /// Writes all that is safe to a new file and returns the writer that goes on there. Works when this writer has
    /// stopped, even when its disk is gone; entries of the failed batch are not in it.
    pub fn save_as(&self, path: &Path) -> Result<Writer<T>, Error> {
        Writer::copied(path, &self.saved, self.chain, self.limits)
    }

    /// As [`Writer::save_as`], to any empty medium.
    pub fn save_to<N: Medium>(&self, medium: N) -> Result<Writer<T, N>, Error> {
        Writer::copied_to(medium, &self.saved, self.chain, self.limits)
    }

    /// How many entries are safe.
    pub fn entries(&self) -> u64 {
        self.chain.entries()
    }

    /// How many bytes are safe.
    pub fn bytes(&self) -> u64 {
        self.saved.len() as u64
    }

    /// The hash of the last entry that is safe.
    pub fn hash(&self) -> LineHash {
        self.chain.hash()
    }

    /// Whether the recording has been closed.
    pub fn is_sealed(&self) -> bool {
        self.chain.sealed()
    }

    /// Whether a failed write or sync has ended the recording here.
    pub fn is_stopped(&self) -> bool {
        self.stopped.is_some()
    }

    /// Where it is written.
    pub fn path(&self) -> &Path {
        self.medium.path()
    }

    fn at(medium: M, saved: Vec<u8>, chain: Chain, limits: Limits) -> Self {
        let pending = Vec::new();
        Self { medium, saved, chain, pending, ahead: chain, stopped: None, limits, entry: PhantomData }
    }

    fn copied_to(mut medium: M, saved: &[u8], chain: Chain, limits: Limits) -> Result<Self, Error> {
        let path = medium.path().to_path_buf();
        medium.write_all(saved).map_err(Error::io("write the copy", &path))?;
        medium.sync().map_err(Error::io("make the copy safe", &path))?;
        Ok(Self::at(medium, saved.to_vec(), chain, limits))
    }

    fn check_going(&self) -> Result<(), Error> {
        match &self.stopped {
            None => Ok(()),
            Some((cause, kind)) => {
                Err(Error::Stopped { cause: cause.clone(), kind: *kind, path: self.path().into() })
            }
        }
    }
}

fn scan_entries<T: DeserializeOwned>(
    bytes: &[u8],
    path: &Path,
    limits: Limits,
    most: u64,
) -> Result<(Vec<T>, Scan), Error> {
    let mut entries = Vec::new();
    let scan = scan(bytes, path, limits, most, |_, text| {
        entries.push(format::from_text(text)?);
        Ok(())
    })?;
    Ok((entries, scan))
}

/// A name that is only a name, on every system: letters, digits, `-` and `_`, at most 80 characters.
fn file_stem(wish: &str) -> String {
    let mut stem = String::new();
    for c in wish.chars().take(80) {
        match c {
            c if c.is_alphanumeric() || c == '_' => stem.push(c),
            _ if stem.ends_with('-') || stem.is_empty() => {}
            _ => stem.push('-'),
        }
    }
    let kept = stem.trim_end_matches('-').len();
    stem.truncate(kept);
    if stem.is_empty() { EXTENSION.into() } else { stem }
}
