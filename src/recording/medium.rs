//! What a recording is written on: a real file, or in tests something that fails when told to.
//!
//! Knows bytes, locks and disks; knows nothing of lines. A medium never decides what to do about a failure:
//! `writer.rs` does.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use super::error::Error;
use super::format::Limits;

/// Bytes that only grow at the end and can be made safe against a power loss.
pub trait Medium {
    /// Adds all of `bytes` at the end. After an error any part of them may have been added.
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()>;
    /// Returns when everything written is safe against a power loss.
    fn sync(&mut self) -> io::Result<()>;
    /// Cuts the contents to `length` bytes; never makes them longer.
    fn truncate(&mut self, length: u64) -> io::Result<()>;
    /// Everything there is. More than `limit` bytes is an error of kind `FileTooLarge`.
    fn read_all(&mut self, limit: u64) -> io::Result<Vec<u8>>;
    /// Keeps a copy of a torn tail before it is cut off; says where.
    fn set_aside(&mut self, tail: &[u8]) -> io::Result<PathBuf>;
    /// The name for messages.
    fn path(&self) -> &Path;
}

/// A file, locked against every other writer for as long as this value lives.
#[derive(Debug)]
pub struct RecordingFile {
    file: File,
    path: PathBuf,
    /// The length we know of. Another one means that somebody else changed the file.
    length: u64,
    foreign: bool,
}

impl RecordingFile {
    /// Makes a new, empty file; an existing one is never touched.
    pub fn create(path: &Path) -> Result<Self, Error> {
        let file =
            OpenOptions::new().read(true).append(true).create_new(true).open(path).map_err(|source| {
                match source.kind() {
                    io::ErrorKind::AlreadyExists => Error::Exists { path: path.into() },
                    _ => Error::io("make the recording", path)(source),
                }
            })?;
        lock(&file, path)?;
        sync_folder_of(path).map_err(Error::io("make the recording safe in its folder", path))?;
        Ok(Self { file, path: path.into(), length: 0, foreign: false })
    }

    /// Opens an existing file to go on writing at its end.
    pub fn open(path: &Path) -> Result<Self, Error> {
        check_is_file(path)?;
        let file = OpenOptions::new()
            .read(true)
            .append(true)
            .open(path)
            .map_err(Error::io("open the recording for writing", path))?;
        lock(&file, path)?;
        let length = file.metadata().map_err(Error::io("inspect the recording", path))?.len();
        Ok(Self { file, path: path.into(), length, foreign: false })
    }

    /// An editor that saves, a tool that appends or a `rm` during the exercise would make our writes vanish or
    /// mix; the check costs about a microsecond.
    fn check_untouched(&mut self) -> io::Result<()> {
        let now = self.file.metadata()?;
        self.foreign = now.len() != self.length || is_removed(&now);
        if self.foreign {
            return Err(io::Error::other("another program has changed, replaced or removed the file"));
        }
        Ok(())
    }
}

impl Medium for RecordingFile {
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.check_untouched()?;
        self.file.write_all(bytes)?;
        self.length += bytes.len() as u64;
        Ok(())
    }

    fn sync(&mut self) -> io::Result<()> {
        self.file.sync_data()
    }

    fn truncate(&mut self, length: u64) -> io::Result<()> {
        // What another program added is not ours to cut.
        if !self.foreign && self.file.metadata()?.len() > length {
            self.file.set_len(length)?;
            self.length = length;
        }
        Ok(())
    }

    fn read_all(&mut self, limit: u64) -> io::Result<Vec<u8>> {
        if self.length > limit {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.file.seek(SeekFrom::Start(0))?;
        let mut bytes = Vec::new();
        (&self.file).take(self.length).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn set_aside(&mut self, tail: &[u8]) -> io::Result<PathBuf> {
        let mut aside = self.path.clone().into_os_string();
        aside.push(".torn");
        let aside = PathBuf::from(aside);
        // Appending keeps the tail of an earlier crash.
        let mut file = OpenOptions::new().append(true).create(true).open(&aside)?;
        file.write_all(tail)?;
        file.write_all(b"\n")?;
        file.sync_data()?;
        Ok(aside)
    }

    fn path(&self) -> &Path {
        &self.path
    }
}

/// Opens a file for reading, refusing what is no plain file before opening it (a pipe would wait for ever).
pub(super) fn open_to_read(path: &Path, limits: Limits) -> Result<File, Error> {
    let length = check_is_file(path)?;
    if length > limits.file {
        return Err(Error::TooLarge { limit: limits.file, path: path.into() });
    }
    File::open(path).map_err(Error::io("open the recording", path))
}

fn check_is_file(path: &Path) -> Result<u64, Error> {
    let metadata = path.metadata().map_err(Error::io("open the recording", path))?;
    if !metadata.is_file() {
        return Err(Error::NotAFile { path: path.into() });
    }
    Ok(metadata.len())
}

fn lock(file: &File, path: &Path) -> Result<(), Error> {
    file.try_lock().map_err(|error| match error {
        TryLockError::WouldBlock => Error::Locked { path: path.into() },
        TryLockError::Error(source) => Error::io("lock the recording", path)(source),
    })
}

#[cfg(unix)]
fn is_removed(metadata: &std::fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    metadata.nlink() == 0
}

/// Elsewhere an open file cannot be removed.
#[cfg(not(unix))]
fn is_removed(_: &std::fs::Metadata) -> bool {
    false
}

/// A new name is safe only when its folder is.
#[cfg(unix)]
fn sync_folder_of(path: &Path) -> io::Result<()> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    File::open(folder)?.sync_all()
}

/// Elsewhere a folder cannot be opened; the file system journals its names.
#[cfg(not(unix))]
fn sync_folder_of(_: &Path) -> io::Result<()> {
    Ok(())
}
