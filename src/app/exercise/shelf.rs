//! The recordings in the folder of an exercise: what was not closed and can go on, and what can be looked at.
//!
//! Only what was not closed is read in full: a closed one says so in its last line. It must not open anything to play.

use std::fs::{self, File};
use std::io::{Read as _, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::begin::ENDING;
use crate::session::replay::Opened;
use crate::sim::plan::Start;
use crate::sim::time::Tick;

/// Most recordings of either kind that are offered.
const OFFERED_MAX: usize = 3;
/// Most recordings that are looked at, newest first.
const LOOKED_AT_MAX: usize = 12;
/// The last line of a closed recording is shorter than this, bytes.
const LAST_LINE: u64 = 400;
/// What stands in that line.
const SEALED: &str = " Sealed(";

/// A recording that was not closed.
pub(super) struct Unfinished {
    /// Where it is.
    pub place: String,
    /// When its scenario starts.
    pub start: Start,
    /// How far it came.
    pub end: Tick,
}

/// What a folder has to offer.
#[derive(Default)]
pub(super) struct Shelf {
    /// What can go on, newest first.
    pub unfinished: Vec<Unfinished>,
    /// Places of what can be looked at, newest first.
    pub closed: Vec<String>,
}

impl Shelf {
    /// Looks into a folder; one that is not there has nothing.
    pub fn of(folder: &Path) -> Self {
        let mut shelf = Self::default();
        for path in newest(folder).into_iter().take(LOOKED_AT_MAX) {
            let place = path.display().to_string();
            if is_sealed(&path) {
                if shelf.closed.len() < OFFERED_MAX {
                    shelf.closed.push(place);
                }
            } else if shelf.unfinished.len() < OFFERED_MAX
                // What cannot be read is not offered; opening it by hand says why.
                && let Some(opened) = Opened::read(&path).ok().filter(|opened| !opened.sealed)
            {
                shelf.unfinished.push(Unfinished { place, start: opened.plan().start, end: opened.end });
            }
        }
        shelf
    }
}

fn newest(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut files: Vec<(SystemTime, PathBuf)> = entries
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == ENDING))
        .filter_map(|path| Some((path.metadata().ok()?.modified().ok()?, path)))
        .collect();
    files.sort();
    files.into_iter().rev().map(|(_, path)| path).collect()
}

fn is_sealed(path: &Path) -> bool {
    let tail = || -> std::io::Result<Vec<u8>> {
        let mut file = File::open(path)?;
        let length = file.metadata()?.len();
        file.seek(SeekFrom::Start(length.saturating_sub(LAST_LINE)))?;
        let mut tail = Vec::new();
        file.read_to_end(&mut tail)?;
        Ok(tail)
    };
    let tail = tail().unwrap_or_default();
    let text = String::from_utf8_lossy(&tail);
    text.lines().next_back().is_some_and(|line| line.contains(SEALED))
}
