//! Damaged, torn and foreign files: named by their line, never a panic, everything before them opens.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use doorvoerland::recording::error::{Damage, Error, Misfit};
use doorvoerland::recording::format::{FORMAT, Limits};
use doorvoerland::recording::reader::{Ending, read, read_from, verify_chain};
use doorvoerland::recording::writer::Writer;
use proptest::prelude::*;

use super::{Entry, header, mark, note, place, read_bytes, record};

fn small(sealed: bool) -> (Vec<Entry>, Vec<u8>) {
    let (_folder, path) = place();
    let mut entries = vec![mark(1), note("* J Zoë \u{8a}\n"), mark(3)];
    if sealed {
        entries.push(Entry::Sealed);
    }
    drop(record(&path, &entries));
    entries.insert(0, header());
    (entries, fs::read(path).unwrap())
}

fn lines(bytes: &[u8]) -> Vec<&[u8]> {
    bytes.split_inclusive(|&byte| byte == b'\n').collect()
}

fn line_ends(bytes: &[u8]) -> usize {
    bytes.split(|&byte| byte == b'\n').count() - 1
}

fn damage(bytes: &[u8]) -> Damage {
    match read_bytes(bytes).unwrap().report.ending {
        Ending::Damaged(damage) => damage,
        ending => panic!("expected damage, found {ending:?}"),
    }
}

#[test]
fn every_truncation_keeps_exactly_the_complete_entries() {
    let (entries, bytes) = small(true);
    assert!(matches!(read_bytes(&[]), Err(Error::Empty { .. })));
    for cut in 1..=bytes.len() {
        let kept = &bytes[..cut];
        let recording = read_bytes(kept).unwrap();
        let complete = line_ends(kept);
        assert_eq!(recording.entries, entries[..complete], "cut at {cut}");
        let torn = lines(kept).last().filter(|line| !line.ends_with(b"\n")).map_or(0, |line| line.len());
        let expected = match (torn, complete == entries.len()) {
            (0, true) => Ending::Sealed,
            (0, false) => Ending::Open,
            (bytes, _) => Ending::Torn { bytes: bytes as u64 },
        };
        assert_eq!(recording.report.ending, expected, "cut at {cut}");
        assert_eq!(recording.report.bytes, (cut - torn) as u64);
    }
}

#[test]
fn every_truncation_can_be_continued() {
    let (entries, bytes) = small(false);
    let first = lines(&bytes)[0].len();
    for cut in 0..=bytes.len() {
        let (_folder, path) = place();
        fs::write(&path, &bytes[..cut]).unwrap();
        let reopened = Writer::<Entry>::reopen(&path);
        if cut < first {
            assert!(matches!(reopened, Err(Error::Empty { .. })), "cut at {cut}");
            assert_eq!(fs::read(&path).unwrap(), &bytes[..cut]);
            continue;
        }
        let mut reopened = reopened.unwrap();
        let count = reopened.recording.entries.len();
        reopened.writer.append(&entries[count..]).unwrap();
        reopened.writer.commit().unwrap();
        assert_eq!(fs::read(&path).unwrap(), bytes, "cut at {cut}");
    }
}

#[test]
fn every_flipped_bit_is_found_on_its_line() {
    let (entries, bytes) = small(false);
    for at in 0..bytes.len() {
        for bit in 0..8 {
            let mut flipped = bytes.clone();
            flipped[at] ^= 1 << bit;
            let line = line_ends(&bytes[..at]);
            let recording = read_bytes(&flipped).unwrap();
            assert_eq!(recording.entries, entries[..line], "byte {at} bit {bit}");
            match recording.report.ending {
                Ending::Torn { bytes: torn } => {
                    assert_eq!(at, bytes.len() - 1, "only the last line feed");
                    assert_eq!(torn, lines(&bytes)[line].len() as u64);
                }
                Ending::Damaged(damage) => assert_eq!(damage.line, line as u64 + 1, "byte {at} bit {bit}"),
                ending => panic!("byte {at} bit {bit}: {ending:?}"),
            }
        }
    }
}

#[test]
fn moved_lines_are_named() {
    let (_, bytes) = small(true);
    let whole = lines(&bytes);
    let number = |line, found, expected| Damage { line, what: Misfit::Number { found, expected } };
    let arrange =
        |order: &[usize]| damage(&order.iter().flat_map(|&at| whole[at].to_vec()).collect::<Vec<_>>());
    assert_eq!(arrange(&[0, 2, 1, 3, 4]), number(2, 2, 1), "swapped");
    assert_eq!(arrange(&[0, 1, 3, 4]), number(3, 3, 2), "removed");
    assert_eq!(arrange(&[1, 2]), number(1, 1, 0), "removed at the start");
    assert_eq!(arrange(&[0, 1, 1, 2]), number(3, 1, 2), "duplicated");
    assert_eq!(arrange(&[0, 1, 2, 3, 4, 4]), Damage { line: 6, what: Misfit::AfterSeal });
    let forged = String::from_utf8_lossy(whole[2]).replace("2 ", "1 ").into_bytes();
    let inserted = [whole[0], &forged, whole[1]].concat();
    assert_eq!(damage(&inserted), Damage { line: 2, what: Misfit::Hash }, "inserted");
    let junk = [&bytes[..], b"torn?"].concat();
    assert_eq!(damage(&junk), Damage { line: 6, what: Misfit::AfterSeal });
}

#[test]
fn what_editors_and_disks_do_is_named() {
    let (_, bytes) = small(false);
    let whole = lines(&bytes);
    let marked = [b"\xef\xbb\xbf", &bytes[..]].concat();
    assert_eq!(damage(&marked), Damage { line: 1, what: Misfit::ByteOrderMark });
    let crlf = String::from_utf8(bytes.clone()).unwrap().replace('\n', "\r\n").into_bytes();
    assert_eq!(damage(&crlf), Damage { line: 1, what: Misfit::CarriageReturn });
    let zeros = [whole[0], &[0; 9], b"\n"].concat();
    assert_eq!(damage(&zeros), Damage { line: 2, what: Misfit::Control { byte: 0, at: 0 } });
    let latin = [whole[0], b"1 \xeb\n"].concat();
    assert_eq!(damage(&latin), Damage { line: 2, what: Misfit::NotUtf8 { at: 2 } });
    let blank = [&bytes[..], b"\n"].concat();
    assert_eq!(damage(&blank), Damage { line: 5, what: Misfit::Layout });
    let zero_tail = [&bytes[..], &[0; 4096]].concat();
    assert_eq!(read_bytes(&zero_tail).unwrap().report.ending, Ending::Torn { bytes: 4096 });
}

#[test]
fn foreign_files_are_told_apart() {
    let (folder, path) = place();
    for foreign in
        [&b"\n"[..], b"\x7fELF\x02\x01\x01\0\0\n\n\0", b"notes", b"( name: \"x\" )\n", b"\xff\xfe0\0"]
    {
        fs::write(&path, foreign).unwrap();
        assert!(matches!(read::<Entry>(&path), Err(Error::NotARecording { .. })), "{foreign:?}");
        assert!(matches!(Writer::<Entry>::reopen(&path), Err(Error::NotARecording { .. })), "{foreign:?}");
        assert_eq!(fs::read(&path).unwrap(), foreign);
    }
    fs::write(&path, "").unwrap();
    assert!(matches!(verify_chain(&path), Err(Error::Empty { .. })));
    assert!(matches!(read::<Entry>(folder.path()), Err(Error::NotAFile { .. })));
    assert!(matches!(Writer::<Entry>::reopen(folder.path()), Err(Error::NotAFile { .. })));
    let missing = read::<Entry>(&folder.path().join("none")).unwrap_err().to_string();
    assert!(missing.starts_with("cannot open the recording: ") && missing.ends_with("none"), "{missing}");
    let nowhere = Writer::create(&folder.path().join("no/such/folder.oefening"), &header()).unwrap_err();
    assert!(matches!(nowhere, Error::Io { .. }), "{nowhere}");
}

/// Lines with a sound chain around any texts, as another version of the program would write them.
fn chained(texts: &[&str]) -> Vec<u8> {
    let mut previous = b"oefening.ketting".to_vec();
    let mut file = Vec::new();
    for (number, text) in texts.iter().enumerate() {
        let body = format!("{number} {text}");
        let hash = blake3::hash(&[&previous[..], body.as_bytes()].concat());
        previous = hash.as_bytes()[..16].to_vec();
        file.extend_from_slice(format!("{number} {} {text}\n", &hash.to_hex()[..32]).as_bytes());
    }
    file
}

#[test]
fn another_format_is_named_with_both_numbers() {
    let newer = chained(&["Header(format:41,anything:goes(here))", "\u{1F9ED}"]);
    let error = read_bytes(&newer).unwrap_err();
    assert!(matches!(error, Error::OtherFormat { found: 41, known: FORMAT, .. }));
    let said = error.to_string();
    assert!(said.contains("format 41") && said.contains(&format!("format {FORMAT}")), "{said}");
    let first = format!("Header(format:{FORMAT},build:\"b\")");
    let unknown = chained(&[&first, "Note(\"a\")", "Teleport(1)"]);
    let found = damage(&unknown);
    assert!(found.line == 3 && matches!(found.what, Misfit::NotUnderstood { .. }), "{found}");
    let (_folder, path) = place();
    fs::write(&path, &unknown).unwrap();
    assert_eq!(verify_chain(&path).unwrap().entries, 3, "the chain itself is sound");
    assert_eq!(damage(&chained(&["Note(\"a\")"])), Damage { line: 1, what: Misfit::NoHeader });
}

#[test]
fn limits_hold_without_reading_it_all() {
    let (_, bytes) = small(false);
    let longest = lines(&bytes).iter().map(|line| line.len()).max().unwrap();
    let within = |line, file| read_from::<Entry>(&bytes[..], Path::new("memory"), Limits { line, file });
    assert_eq!(within(longest, bytes.len() as u64).unwrap().report.ending, Ending::Open);
    let ending = within(longest - 1, 1 << 20).unwrap().report.ending;
    assert!(matches!(ending, Ending::Damaged(Damage { what: Misfit::TooLong { .. }, .. })), "{ending:?}");
    assert!(matches!(within(longest, bytes.len() as u64 - 1), Err(Error::TooLarge { .. })));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_without_panic(bytes in prop::collection::vec(any::<u8>(), 0..300), keep in 0_usize..400) {
        drop(read_bytes(&bytes));
        static SMALL: LazyLock<(Vec<Entry>, Vec<u8>)> = LazyLock::new(|| small(false));
        let (entries, sound) = &*SMALL;
        let mixed = [&sound[..keep.min(sound.len())], &bytes[..]].concat();
        if let Ok(recording) = read_bytes(&mixed) {
            prop_assert!(recording.entries.len() <= entries.len());
            prop_assert_eq!(&recording.entries[..], &entries[..recording.entries.len()]);
        }
        let words: Vec<String> = bytes.iter().map(|byte| format!("{}", char::from(*byte))).collect();
        drop(read_bytes(&chained(&["Header(format:0,build:\"\")", &words.concat().replace('\n', "")])));
    }
}
