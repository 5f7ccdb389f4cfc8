//! Format 1 is frozen: what was once written in it is read for good, and means the same.
//!
//! `recordings/format-1.oefening` holds every kind of entry, command, steering and sheet as the first program of format 1 wrote them. It is never
//! written anew. A kind that comes later gets a file of its own beside it; a new field of an old kind has a default that is not written.

use doorvoerland::{
    recording::{
        entry::{Entry, Hindered},
        reader::{Ending, read},
        writer::Writer,
    },
    sim::{
        command::{Ask, Command},
        course::Steer,
        dossier::Sheet,
    },
};
use std::{collections::BTreeSet, fs, path::Path};
use strum::VariantNames;

fn frozen() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/recordings/frozen/format-1.oefening")
}

/// The first word of what a value looks like: the name of its kind.
fn kind(value: &impl std::fmt::Debug) -> String {
    format!("{value:?}").chars().take_while(char::is_ascii_alphanumeric).collect()
}

#[test]
fn what_was_written_in_format_1_is_read_and_written_the_same() {
    let found = read::<Entry>(&frozen()).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(found.report.ending, Ending::Sealed);
    let [header, entries @ ..] = found.entries.as_slice() else { panic!("it has a header") };
    assert!(matches!(header, Entry::Header(header) if header.format == 1));
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("opnieuw.oefening");
    let mut writer = Writer::create(&path, header).expect("it can be written");
    writer.append(entries).expect("it can be written");
    writer.commit().expect("it can be written");
    drop(writer);
    let (old, new) = (fs::read_to_string(frozen()).unwrap(), fs::read_to_string(&path).unwrap());
    for (old, new) in old.lines().zip(new.lines()) {
        assert_eq!(old, new, "this entry is no longer what it was");
    }
    assert_eq!(old.lines().count(), new.lines().count());
}

#[test]
fn it_holds_every_kind_that_format_1_began_with() {
    let found = read::<Entry>(&frozen()).unwrap_or_else(|error| panic!("{error}"));
    let mut seen: [BTreeSet<String>; 5] = std::array::from_fn(|_| BTreeSet::new());
    let [entries, commands, steers, sheets, asks] = &mut seen;
    for entry in &found.entries {
        entries.insert(kind(entry));
        let command = match entry {
            Entry::Command(record) => Some(&record.command),
            Entry::Refused { command, .. } | Entry::Hindered { what: Hindered::Command(command), .. } => {
                Some(command)
            }
            Entry::Steer { steer, .. } => {
                steers.insert(kind(steer));
                None
            }
            Entry::Filed(filed) => {
                sheets.insert(kind(&filed.sheet));
                None
            }
            _ => None,
        };
        let Some(command) = command else { continue };
        commands.insert(kind(command));
        if let Command::Ask { about, .. } = command {
            asks.insert(kind(about));
        }
    }
    let all = [Entry::VARIANTS, Command::VARIANTS, Steer::VARIANTS, Sheet::VARIANTS, Ask::VARIANTS];
    for (seen, all) in seen.iter().zip(all) {
        let missing: Vec<_> = all.iter().filter(|name| !seen.contains(**name)).collect();
        assert!(missing.is_empty(), "no frozen example of {missing:?}: write one in a file beside format-1");
    }
}
