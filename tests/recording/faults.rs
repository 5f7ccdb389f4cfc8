//! Failing disks and power loss, played on a disk in memory: what was acknowledged is always there afterwards.

use std::cell::RefCell;
use std::io::{Error as IoError, ErrorKind, Result as IoResult};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use doorvoerland::recording::error::Error;
use doorvoerland::recording::format::Limits;
use doorvoerland::recording::medium::Medium;
use doorvoerland::recording::writer::Writer;

use super::{Entry, header, mark, note, read_bytes};

/// Small on purpose, so that one batch spans many.
const SECTOR: usize = 16;

/// A disk with a cache in front of it.
#[derive(Default)]
struct State {
    /// What survives a power loss for certain.
    durable: Vec<u8>,
    /// What a program that reads the file now would see.
    cached: Vec<u8>,
    /// A failed sync has dropped pages: later syncs "succeed" without saving anything, as on Linux.
    dropped: bool,
    operations: usize,
    fail_at: Option<usize>,
    random: u64,
    aside: Vec<u8>,
}

impl State {
    fn below(&mut self, bound: usize) -> usize {
        self.random = self.random.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (self.random >> 33) as usize % bound
    }

    fn fails(&mut self) -> bool {
        self.operations += 1;
        self.fail_at == Some(self.operations)
    }

    /// What may be found after a power loss: of what was not synced, any sectors and any length.
    fn power_loss(&mut self) -> Vec<u8> {
        let (mut short, mut long) = (self.durable.clone(), self.cached.clone());
        if short.len() > long.len() {
            std::mem::swap(&mut short, &mut long);
        }
        let mut left = short.clone();
        let length = short.len() + self.below(long.len() - short.len() + 1);
        let orderly = self.below(2) == 0;
        while left.len() < length {
            let end = ((left.len() / SECTOR + 1) * SECTOR).min(length);
            let saved = orderly || self.below(3) > 0;
            let sector = &long[left.len()..end];
            left.extend(sector.iter().map(|&byte| if saved { byte } else { 0 }));
        }
        left
    }
}

#[derive(Clone, Default)]
struct Disk(Rc<RefCell<State>>);

impl Disk {
    fn holding(bytes: Vec<u8>, random: u64, fail_at: Option<usize>) -> Self {
        let durable = bytes.clone();
        Self(Rc::new(RefCell::new(State { durable, cached: bytes, random, fail_at, ..State::default() })))
    }
}

impl Medium for Disk {
    fn write_all(&mut self, bytes: &[u8]) -> IoResult<()> {
        let mut state = self.0.borrow_mut();
        let fails = state.fails();
        let part = if fails { state.below(bytes.len() + 1) } else { bytes.len() };
        state.cached.extend_from_slice(&bytes[..part]);
        if fails { Err(ErrorKind::StorageFull.into()) } else { Ok(()) }
    }

    fn sync(&mut self) -> IoResult<()> {
        let mut state = self.0.borrow_mut();
        if state.fails() {
            state.dropped = true;
            return Err(IoError::other("the disk does not answer"));
        }
        if !state.dropped {
            let State { durable, cached, .. } = &mut *state;
            durable.clone_from(cached);
        }
        Ok(())
    }

    fn truncate(&mut self, length: u64) -> IoResult<()> {
        let mut state = self.0.borrow_mut();
        if state.fails() {
            return Err(ErrorKind::PermissionDenied.into());
        }
        state.cached.truncate(length as usize);
        // The dropped pages are gone from the file; what is written from here on is new.
        state.dropped &= state.cached.len() > state.durable.len();
        Ok(())
    }

    fn read_all(&mut self, _limit: u64) -> IoResult<Vec<u8>> {
        let mut state = self.0.borrow_mut();
        if state.fails() { Err(ErrorKind::BrokenPipe.into()) } else { Ok(state.cached.clone()) }
    }

    fn set_aside(&mut self, tail: &[u8]) -> IoResult<PathBuf> {
        let mut state = self.0.borrow_mut();
        if state.fails() {
            return Err(ErrorKind::StorageFull.into());
        }
        state.aside = tail.to_vec();
        Ok("aside".into())
    }

    fn path(&self) -> &Path {
        Path::new("disk")
    }
}

fn batches() -> Vec<Vec<Entry>> {
    vec![
        vec![mark(1)],
        vec![note("two"), mark(2), note("and three")],
        vec![mark(4)],
        vec![note("five"), mark(5)],
    ]
}

/// Records until something fails. Returns what was acknowledged, what had been handed over, and the writer.
fn play(disk: &Disk) -> (Vec<Entry>, Vec<Entry>, Option<Writer<Entry, Disk>>) {
    let mut handed = vec![header()];
    let Ok(mut writer) = Writer::start(disk.clone(), &header(), Limits::default()) else {
        return (Vec::new(), handed, None);
    };
    let mut safe = handed.clone();
    for batch in batches() {
        handed.extend(batch.clone());
        writer.append(&batch).unwrap();
        match writer.commit() {
            Ok(count) => {
                safe.clone_from(&handed);
                assert_eq!(count as usize, safe.len());
            }
            Err(_) => break,
        }
    }
    (safe, handed, Some(writer))
}

/// What is found holds all that was acknowledged, in order, and nothing that was never handed over.
fn check_found(found: &[u8], safe: &[Entry], handed: &[Entry], what: &str) {
    let entries = match read_bytes(found) {
        Ok(recording) => recording.entries,
        Err(Error::Empty { .. } | Error::NotARecording { .. }) => Vec::new(),
        Err(error) => panic!("{what}: {error}"),
    };
    assert!(entries.starts_with(safe), "{what}: {} acknowledged, {} found", safe.len(), entries.len());
    assert!(handed.starts_with(&entries), "{what}");
}

/// Fails the n-th operation, for every n.
fn each_failure(mut check: impl FnMut(usize, &Disk)) {
    for n in 1.. {
        let disk = Disk::holding(Vec::new(), n as u64, Some(n));
        check(n, &disk);
        if disk.0.borrow().operations < n {
            assert!(n > 10, "the failure never came");
            return;
        }
    }
}

#[test]
fn no_failure_loses_what_was_acknowledged() {
    each_failure(|n, disk| {
        let (safe, handed, writer) = play(disk);
        check_found(&disk.0.borrow().cached, &safe, &handed, &format!("operation {n}, killed"));
        for _ in 0..100 {
            let found = disk.0.borrow_mut().power_loss();
            check_found(&found, &safe, &handed, &format!("operation {n}, power lost"));
        }
        if let Some(writer) = writer.filter(Writer::is_stopped) {
            assert_eq!(disk.0.borrow().cached.len() as u64, writer.bytes(), "the refused batch is cut off");
        }
    });
}

#[test]
fn after_a_failure_nothing_is_tried_again_and_a_copy_goes_on() {
    each_failure(|n, disk| {
        let (safe, handed, Some(mut writer)) = play(disk) else { return };
        if safe == handed {
            assert!(!writer.is_stopped());
            return;
        }
        let first = writer.commit().unwrap_err().to_string();
        let operations = disk.0.borrow().operations;
        assert!(first.starts_with("recording stopped: "), "{first}");
        for _ in 0..3 {
            assert_eq!(writer.append(&[mark(9)]).unwrap_err().to_string(), first);
            assert_eq!(writer.commit().unwrap_err().to_string(), first);
        }
        assert_eq!(disk.0.borrow().operations, operations, "operation {n}: nothing is tried again");
        let other = Disk::default();
        let mut on = writer.save_to(other.clone()).unwrap();
        on.append(&handed[safe.len()..]).unwrap();
        on.commit().unwrap();
        assert_eq!(read_bytes(&other.0.borrow().durable).unwrap().entries, handed, "operation {n}");
    });
}

/// A program killed between write and sync leaves entries that another program reads but a power loss would take.
#[test]
fn what_is_found_on_continuing_is_made_safe_first() {
    let disk = Disk::default();
    let mut writer = Writer::start(disk.clone(), &header(), Limits::default()).unwrap();
    let only_header = disk.0.borrow().durable.clone();
    writer.append(&[mark(1)]).unwrap();
    writer.commit().unwrap();
    disk.0.borrow_mut().durable = only_header;
    let reopened = Writer::<Entry, Disk>::resume(disk.clone(), Limits::default()).unwrap();
    assert_eq!(reopened.recording.entries, [header(), mark(1)]);
    assert_eq!(disk.0.borrow().durable, disk.0.borrow().cached);
}

#[test]
fn a_writer_keeps_to_the_limits_of_a_reader() {
    let limits = Limits { line: 100, file: 250 };
    let disk = Disk::default();
    let mut writer = Writer::start(disk.clone(), &header(), limits).unwrap();
    assert!(matches!(writer.append(&[note(&"n".repeat(100))]), Err(Error::Unwritable { .. })));
    let full = loop {
        match writer.append(&[note("full?")]) {
            Ok(_) => writer.commit().unwrap(),
            Err(error) => break error,
        };
    };
    assert!(matches!(full, Error::TooLarge { limit: 250, .. }), "{full}");
    assert!(!writer.is_stopped());
    assert!(disk.0.borrow().durable.len() <= 250);
    assert!(Writer::<Entry, Disk>::resume(disk, limits).is_ok());
}

#[test]
fn a_failed_copy_is_no_copy() {
    let (safe, _, writer) = play(&Disk::default());
    let writer = writer.unwrap();
    for n in 1..=2 {
        assert!(writer.save_to(Disk::holding(Vec::new(), 1, Some(n))).is_err());
    }
    assert_eq!(writer.entries() as usize, safe.len(), "the original goes on");
    assert!(!writer.is_stopped());
}

/// Months of bad luck: record, fail, be killed or lose power, continue, fail while continuing.
#[test]
fn a_recording_survives_many_crashes_on_end() {
    for seed in 0..300_u64 {
        let disk = Disk::holding(Vec::new(), seed, None);
        drop(Writer::start(disk.clone(), &header(), Limits::default()).unwrap());
        let mut safe = vec![header()];
        for crash in 0..20 {
            let what = format!("seed {seed}, crash {crash}");
            let handed = go_on(&disk, &mut safe, &what);
            let mut state = disk.0.borrow_mut();
            if state.below(2) == 0 {
                let found = state.power_loss();
                (state.durable, state.cached, state.dropped) = (found.clone(), found, false);
            }
            check_found(&state.cached, &safe, &handed, &what);
        }
    }
}

/// Continues with a failure some operations ahead. Returns all that was ever handed over, and updates what is safe.
fn go_on(disk: &Disk, safe: &mut Vec<Entry>, what: &str) -> Vec<Entry> {
    let before = read_bytes(&disk.0.borrow().cached).unwrap();
    let roll = |bound| disk.0.borrow_mut().below(bound);
    let fail_at = roll(30) + disk.0.borrow().operations + 1;
    disk.0.borrow_mut().fail_at = Some(fail_at);
    let mut writer = match Writer::<Entry, Disk>::resume(disk.clone(), Limits::default()) {
        Ok(reopened) => reopened.writer,
        Err(error) => {
            match error {
                Error::Damaged { damage, .. } => assert!(damage.line > safe.len() as u64, "{what}: {damage}"),
                Error::Io { .. } => {}
                error => panic!("{what}: {error}"),
            }
            // What `continue_copy` does with real files.
            let copy = disk.0.borrow().cached[..before.report.bytes as usize].to_vec();
            let random = fail_at as u64;
            *disk.0.borrow_mut() = State { durable: copy.clone(), cached: copy, random, ..State::default() };
            safe.clone_from(&before.entries);
            return before.entries;
        }
    };
    // Entries of a batch that was never acknowledged may have come through; now they count.
    safe.clone_from(&before.entries);
    let mut handed = before.entries;
    for step in 0..roll(8) {
        let batch: Vec<Entry> = (0..=roll(3)).map(|at| note(&format!("{what} {step} {at}"))).collect();
        handed.extend(batch.clone());
        writer.append(&batch).unwrap();
        if writer.commit().is_err() {
            break;
        }
        safe.clone_from(&handed);
    }
    handed
}
