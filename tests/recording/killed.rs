//! Real programs on real files: killed at any moment, kept out by a lock, stopped by a full disk.
//!
//! The other program is this test program again, running only `child`.

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use doorvoerland::recording::error::Error;
use doorvoerland::recording::reader::{Ending, read};
use doorvoerland::recording::writer::Writer;

use super::{Entry, header, mark, note, place, record};

const PATH: &str = "OEFENING_OF_CHILD";

fn entry(number: u64) -> Entry {
    if number.is_multiple_of(2) { mark(number as u32) } else { note(&"n".repeat(number as usize % 300)) }
}

/// Not a test of its own: records without end and says how many entries are safe.
#[test]
fn child() {
    let Some(path) = std::env::var_os(PATH) else { return };
    let mut writer = match Writer::<Entry>::reopen(Path::new(&path)) {
        Ok(reopened) => reopened.writer,
        Err(error) => return println!("\nrefused {error}"),
    };
    loop {
        let next = writer.entries();
        let batch: Vec<Entry> = (next..next + 1 + next % 4).map(entry).collect();
        writer.append(&batch).unwrap();
        match writer.commit() {
            Ok(safe) => println!("\nsafe {safe}"),
            Err(Error::Stopped { cause, .. }) => return println!("\nstopped {cause}"),
            Err(error) => panic!("{error}"),
        }
    }
}

fn command(path: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.env(PATH, path);
    command
}

const ARGUMENTS: [&str; 3] = ["--exact", "recording::killed::child", "--nocapture"];

fn last_safe(said: &str) -> u64 {
    // The last line may be cut off by the kill.
    let complete = &said[..said.rfind('\n').map_or(0, |at| at + 1)];
    complete
        .lines()
        .filter_map(|line| line.strip_prefix("safe "))
        .next_back()
        .map_or(0, |n| n.parse().unwrap())
}

fn check(path: &Path, safe: u64) {
    let recording = read::<Entry>(path).unwrap();
    assert!(recording.report.entries >= safe, "{} of {safe}", recording.report.entries);
    for (number, found) in recording.entries.iter().enumerate().skip(1) {
        assert_eq!(*found, entry(number as u64));
    }
}

#[test]
fn a_killed_program_loses_nothing_acknowledged() {
    let (_folder, path) = place();
    drop(record(&path, &[]));
    for round in 0..25_u64 {
        let mut child = command(&path).args(ARGUMENTS).stdout(Stdio::piped()).spawn().unwrap();
        let mut said = BufReader::new(child.stdout.take().unwrap());
        let mut heard = String::new();
        while !heard.contains("safe") {
            assert_ne!(said.read_line(&mut heard).unwrap(), 0, "{heard}");
        }
        sleep(Duration::from_micros(round * 7919 % 20_000));
        child.kill().unwrap();
        child.wait().unwrap();
        said.read_to_string(&mut heard).unwrap();
        check(&path, last_safe(&heard));
    }
}

#[test]
fn another_program_is_kept_out() {
    let (_folder, path) = place();
    let _writer = record(&path, &[]);
    let output = command(&path).args(ARGUMENTS).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(said.contains("refused the recording is in use by another program"), "{said}");
}

/// A limit on the size of files does what a full disk does: part of a write succeeds, the rest does not.
#[cfg(unix)]
#[test]
fn a_full_disk_stops_the_recording_and_leaves_it_whole() {
    let (_folder, path) = place();
    drop(record(&path, &[]));
    let output = Command::new("sh")
        .args(["-c", "trap '' XFSZ; ulimit -f 16; exec \"$0\" \"$@\""])
        .arg(std::env::current_exe().unwrap())
        .args(ARGUMENTS)
        .env(PATH, &path)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(said.contains("stopped write failed: "), "{said}");
    let recording = read::<Entry>(&path).unwrap();
    assert_eq!(recording.report.entries, last_safe(&said));
    assert_eq!(recording.report.ending, Ending::Open, "the torn batch was cut off");
    assert_eq!(recording.report.bytes, fs::metadata(&path).unwrap().len());
    assert_eq!(recording.entries[0], header());
}
