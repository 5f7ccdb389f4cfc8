//! Recordings on real files: what is written is read, by one writer at a time, and can be continued.
//!
//! Damage byte by byte is in `recording/damage.rs`, failing disks and power loss in `recording/faults.rs`, killed
//! programs in `recording/killed.rs`.

#![expect(clippy::unwrap_used, reason = "a surprise in a test may panic")]

mod damage;
mod faults;
mod frozen;
mod killed;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use doorvoerland::recording::error::Error;
use doorvoerland::recording::format::{FORMAT, Limits};
use doorvoerland::recording::reader::{Ending, Recording, read, read_each, read_from, verify_chain};
use doorvoerland::recording::writer::Writer;
use proptest::prelude::*;
use serde::{Deserialize, Serialize};

/// Entries shaped like the real ones.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
enum Entry {
    Header { format: u32, build: String },
    Note(String),
    Mark { tick: u32, digest: (u64, u64), late: Option<i64> },
    Letter(char),
    Sealed,
}

fn header() -> Entry {
    Entry::Header { format: FORMAT, build: "test".into() }
}

fn note(text: &str) -> Entry {
    Entry::Note(text.into())
}

fn mark(tick: u32) -> Entry {
    Entry::Mark { tick, digest: (u64::MAX - u64::from(tick), 7), late: Some(-i64::from(tick)) }
}

/// An empty folder with the path of a recording in it.
fn place() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("proef.oefening");
    (folder, path)
}

fn record(path: &Path, entries: &[Entry]) -> Writer<Entry> {
    let mut writer = Writer::create(path, &header()).unwrap();
    writer.append(entries).unwrap();
    writer.commit().unwrap();
    writer
}

fn read_bytes(bytes: &[u8]) -> Result<Recording<Entry>, Error> {
    read_from(bytes, Path::new("memory"), Limits::default())
}

#[test]
fn what_is_recorded_is_read() {
    let (_folder, path) = place();
    let mut writer = Writer::create(&path, &header()).unwrap();
    assert_eq!(writer.append(&[mark(1), note("a")]).unwrap(), 1..3);
    assert_eq!(writer.append(&[mark(2)]).unwrap(), 3..4);
    assert_eq!(read::<Entry>(&path).unwrap().entries, [header()], "nothing is on disk before the commit");
    assert_eq!(writer.commit().unwrap(), 4);
    let recording = read::<Entry>(&path).unwrap();
    assert_eq!(recording.entries, [header(), mark(1), note("a"), mark(2)]);
    assert_eq!(recording.report.ending, Ending::Open);
    assert_eq!(recording.report.hash, writer.hash());
    assert_eq!(recording.report.bytes, fs::metadata(&path).unwrap().len());
    assert_eq!(recording.report.bytes, writer.bytes());
    assert_eq!(verify_chain(&path).unwrap(), recording.report);
}

#[test]
fn a_sealed_recording_takes_nothing_more() {
    let (_folder, path) = place();
    let mut writer = record(&path, &[mark(1)]);
    assert!(matches!(writer.append(&[Entry::Sealed, mark(2)]), Err(Error::Sealed { .. })));
    writer.append(&[Entry::Sealed]).unwrap();
    writer.commit().unwrap();
    assert!(writer.is_sealed());
    assert!(matches!(writer.append(&[mark(2)]), Err(Error::Sealed { .. })));
    drop(writer);
    assert_eq!(read::<Entry>(&path).unwrap().report.ending, Ending::Sealed);
    assert_eq!(verify_chain(&path).unwrap().ending, Ending::Sealed);
    assert!(matches!(Writer::<Entry>::reopen(&path), Err(Error::Sealed { .. })));
}

#[test]
fn an_existing_file_is_never_replaced() {
    let (folder, path) = place();
    fs::write(&path, "mine").unwrap();
    assert!(matches!(Writer::create(&path, &header()), Err(Error::Exists { .. })));
    let writer = Writer::create_in(folder.path(), "../proef", &header()).unwrap();
    assert_eq!(writer.path(), folder.path().join("proef-2.oefening"));
    let other = Writer::create_in(folder.path(), "..", &header()).unwrap();
    assert_eq!(other.path(), folder.path().join("oefening.oefening"));
    assert!(matches!(writer.save_as(&path), Err(Error::Exists { .. })));
    assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
}

#[test]
fn a_recording_begins_with_its_header() {
    let (_folder, path) = place();
    let older = Entry::Header { format: FORMAT + 1, build: String::new() };
    for wrong in [note("Header(format:0)"), older] {
        assert!(matches!(Writer::create(&path, &wrong), Err(Error::Unwritable { .. })));
        assert!(!path.exists(), "a failed start leaves no file behind");
    }
}

#[test]
fn what_cannot_be_read_back_is_not_taken_and_stops_nothing() {
    let (_folder, path) = place();
    let mut writer = record(&path, &[]);
    assert!(matches!(writer.append(&[mark(1), Entry::Letter('\n')]), Err(Error::Unwritable { .. })));
    assert_eq!(writer.append(&[mark(2), Entry::Letter('"')]).unwrap(), 1..3);
    writer.commit().unwrap();
    assert_eq!(read::<Entry>(&path).unwrap().entries, [header(), mark(2), Entry::Letter('"')]);
}

#[test]
fn a_second_writer_is_kept_out() {
    let (_folder, path) = place();
    let writer = record(&path, &[mark(1)]);
    let refused = Writer::<Entry>::reopen(&path).unwrap_err();
    assert!(matches!(refused, Error::Locked { .. }), "{refused}");
    assert!(read::<Entry>(&path).is_ok(), "reading is allowed");
    drop(writer);
    assert!(Writer::<Entry>::reopen(&path).is_ok());
}

#[test]
fn a_recording_goes_on_where_it_was_torn() {
    let (folder, path) = place();
    drop(record(&path, &[mark(1)]));
    let whole = fs::read(&path).unwrap();
    let torn = [&whole[..], b"2 0123abc"].concat();
    fs::write(&path, &torn).unwrap();
    let mut reopened = Writer::<Entry>::reopen(&path).unwrap();
    assert_eq!(reopened.recording.report.ending, Ending::Torn { bytes: 9 });
    assert_eq!(reopened.recording.entries, [header(), mark(1)]);
    let aside = folder.path().join("proef.oefening.torn");
    assert_eq!(reopened.set_aside.as_deref(), Some(aside.as_path()));
    assert_eq!(fs::read(aside).unwrap(), b"2 0123abc\n");
    assert_eq!(fs::read(&path).unwrap(), whole);
    reopened.writer.append(&[mark(2)]).unwrap();
    reopened.writer.commit().unwrap();
    assert_eq!(read::<Entry>(&path).unwrap().entries, [header(), mark(1), mark(2)]);
}

#[test]
fn a_copy_continues_before_damage_and_as_a_branch() {
    let (folder, path) = place();
    let parent = record(&path, &[mark(1), mark(2), mark(3)]);
    let branch = folder.path().join("tak.oefening");
    let mut copied = Writer::<Entry>::continue_copy(&path, 2, &branch).unwrap();
    assert_eq!(copied.recording.entries, [header(), mark(1)]);
    copied.writer.append(&[note("fork")]).unwrap();
    copied.writer.commit().unwrap();
    assert_eq!(read::<Entry>(&branch).unwrap().entries, [header(), mark(1), note("fork")]);
    drop(parent);

    let mut bytes = fs::read(&path).unwrap();
    let last = bytes.len() - 3;
    bytes[last] ^= 1;
    fs::write(&path, &bytes).unwrap();
    assert!(matches!(Writer::<Entry>::reopen(&path), Err(Error::Damaged { .. })));
    assert_eq!(fs::read(&path).unwrap(), bytes, "a damaged file is left as it is");
    let third = folder.path().join("derde.oefening");
    assert!(matches!(Writer::<Entry>::continue_copy(&path, 4, &third), Err(Error::TooFew { found: 3, .. })));
    let empty = Writer::<Entry>::continue_copy(&path, 0, &folder.path().join("leeg.oefening")).unwrap();
    assert_eq!(empty.recording.entries, [header()], "a copy has at least the header");
    let rescued = Writer::<Entry>::continue_copy(&path, 3, &third).unwrap();
    assert_eq!(rescued.recording.entries, [header(), mark(1), mark(2)]);
}

#[test]
fn interference_by_another_program_stops_the_recording() {
    for harm in ["append", "cut", "remove", "replace"] {
        let (folder, path) = place();
        let mut writer = record(&path, &[mark(1)]);
        let before = fs::read(&path).unwrap();
        let other = folder.path().join("other");
        match harm {
            "append" => fs::write(&path, [&before[..], b"x"].concat()).unwrap(),
            "cut" => fs::write(&path, "").unwrap(),
            "remove" => fs::remove_file(&path).unwrap(),
            _ => fs::write(&other, &before).and_then(|()| fs::rename(&other, &path)).unwrap(),
        }
        let harmed = fs::read(&path).ok();
        writer.append(&[mark(2)]).unwrap();
        let first = writer.commit().unwrap_err().to_string();
        assert!(first.starts_with("recording stopped: write failed: another program"), "{harm}: {first}");
        assert_eq!(writer.commit().unwrap_err().to_string(), first);
        assert_eq!(writer.append(&[mark(3)]).unwrap_err().to_string(), first);
        assert_eq!(fs::read(&path).ok(), harmed, "{harm}: the other program's work is left alone");
        let mut on = writer.save_as(&folder.path().join("verder.oefening")).unwrap();
        on.append(&[mark(2)]).unwrap();
        on.commit().unwrap();
        assert_eq!(read::<Entry>(on.path()).unwrap().entries, [header(), mark(1), mark(2)], "{harm}");
    }
}

#[test]
fn a_file_of_absurd_size_is_not_read() {
    let (_folder, path) = place();
    drop(record(&path, &[]));
    fs::OpenOptions::new().write(true).open(&path).unwrap().set_len((1 << 30) + 1).unwrap();
    assert!(matches!(read::<Entry>(&path), Err(Error::TooLarge { .. })));
    assert!(matches!(Writer::<Entry>::reopen(&path), Err(Error::TooLarge { .. })));
}

#[test]
fn a_hundred_thousand_entries_read_quickly() {
    let (_folder, path) = place();
    let mut writer = record(&path, &[]);
    let marks: Vec<Entry> = (0..100_000).map(mark).collect();
    let start = Instant::now();
    writer.append(&marks).unwrap();
    writer.commit().unwrap();
    let written = start.elapsed();
    let start = Instant::now();
    let mut count = 0;
    let report = read_each(&path, |number, entry: Entry| {
        assert!(number == 0 || entry == marks[number as usize - 1]);
        count += 1;
    });
    let parsed = start.elapsed();
    let start = Instant::now();
    assert_eq!(verify_chain(&path).unwrap().entries, 100_001);
    println!("100 000 entries: written {written:?}, read {parsed:?}, chain alone {:?}", start.elapsed());
    assert_eq!(report.unwrap().entries, 100_001);
    assert_eq!(count, 100_001);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_comes_back(texts in prop::collection::vec(any::<String>(), 0..8), letter in any::<char>()) {
        let (_folder, path) = place();
        let mut entries: Vec<Entry> = texts.iter().map(|text| note(text)).collect();
        if !letter.is_ascii_control() {
            entries.push(Entry::Letter(letter));
        }
        drop(record(&path, &entries));
        entries.insert(0, header());
        prop_assert_eq!(read::<Entry>(&path).unwrap().entries, entries);
    }
}

#[test]
fn hostile_text_comes_back_on_one_line() {
    let (_folder, path) = place();
    let every: String = (0..=0x2100).filter_map(char::from_u32).collect();
    let texts = [
        "\n\r\r\n\t\"'\\\u{0}\u{7f}\u{85}\u{2028}\u{202e}\u{200f}\u{feff}",
        "2 00000000000000000000000000000000 Sealed\n",
        "#![enable(implicit_some)] /* // ",
        &every,
        &"\u{0}\n\"ë".repeat(1 << 18),
    ];
    let mut entries: Vec<Entry> = texts.iter().map(|text| note(text)).collect();
    drop(record(&path, &entries));
    entries.insert(0, header());
    assert_eq!(read::<Entry>(&path).unwrap().entries, entries);
    assert_eq!(fs::read(&path).unwrap().iter().filter(|&&byte| byte < b' ').count(), entries.len());
}
