//! Recordings that are not whole: cut off, changed, of other rules, not repeating themselves.

use super::{Dice, Place};
use doorvoerland::{
    recording::{
        entry::Entry,
        format::Limits,
        pack::pack,
        reader::{self, Ending},
        writer::Writer,
    },
    sim::RULES_VERSION,
};
use std::{fs, path::Path};

/// The same entries in a new file with a sound chain, each changed first.
fn rewrite(from: &Path, to: &Path, change: impl Fn(&mut Entry)) {
    let mut entries = reader::read::<Entry>(from).unwrap().entries;
    entries.iter_mut().for_each(change);
    let mut writer = Writer::create(to, &entries[0]).unwrap();
    writer.append(&entries[1..]).unwrap();
    writer.commit().unwrap();
}

#[test]
fn every_truncation_recovers() {
    let place = Place::new();
    let path = place.recording("a.oefening");
    let bytes = fs::read(&path).unwrap();
    let whole = reader::read::<Entry>(&path).unwrap().entries;
    let ends: Vec<usize> =
        bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1).collect();
    // Around the end of every line, and where dice fall between.
    let mut dice = Dice(1);
    let around = ends.iter().flat_map(|end| [end - 1, *end, end + 1]);
    let between = (0..100).map(|_| dice.below(bytes.len() as u64) as usize).collect::<Vec<_>>();
    for cut in around.chain(between).filter(|cut| (1..=bytes.len()).contains(cut)) {
        let found = reader::read_from::<Entry>(&bytes[..cut], &path, Limits::default()).unwrap();
        let complete = ends.partition_point(|end| *end <= cut);
        assert_eq!(found.entries, whole[..complete], "cut at {cut}");
        let torn = cut - complete.checked_sub(1).map_or(0, |last| ends[last]);
        let ending = match torn {
            0 if complete == whole.len() => Ending::Sealed,
            0 => Ending::Open,
            bytes => Ending::Torn { bytes: bytes as u64 },
        };
        assert_eq!(found.report.ending, ending, "cut at {cut}");
    }
    truncations_by_the_program(&place, &bytes, &ends);
}

/// The program on some of them: verified as complete up to there, continued where they stop.
fn truncations_by_the_program(place: &Place, bytes: &[u8], ends: &[usize]) {
    let mut dice = Dice(2);
    // In the header, the country and the plan, after them, and anywhere later.
    let mut cuts = vec![1, 60, ends[0] + 5, ends[1] - 1, ends[2] - 2, ends[2], ends[2] + 1];
    cuts.extend((0..12).map(|_| ends[2] + dice.below((bytes.len() - ends[2]) as u64) as usize));
    let names: Vec<String> = cuts.iter().map(|cut| format!("cut-{cut}.oefening")).collect();
    for (cut, name) in cuts.iter().zip(&names) {
        place.file(name, &bytes[..*cut]);
    }
    let mut args = vec!["verify"];
    args.extend(names.iter().map(String::as_str));
    let said = place.run(&args).ended(0);
    assert_eq!(said.out.to_lowercase().matches("compleet tot hier").count(), names.len(), "{}", said.out);
    for (cut, name) in cuts.iter().zip(&names) {
        let code = if *cut < ends[2] { 2 } else { 0 };
        place.run(&["continue", "--no-play", name]).ended(code).names(&[name]);
        assert_eq!(fs::read(place.path(name)).unwrap(), &bytes[..*cut], "--no-play does not touch {name}");
    }
    let last = names.last().unwrap();
    place.run(&["continue", last]).ended(0).names(&["Verder vanaf"]);
    place.run(&["verify", last]).ended(0).names(&["afgesloten, tot D+1 06:00"]);
}

#[test]
fn a_changed_line_is_named() {
    let place = Place::new();
    let text = fs::read_to_string(place.recording("a.oefening")).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let mut dice = Dice(3);
    for case in 0..8 {
        let number = 1 + dice.below(lines.len() as u64 - 1) as usize;
        let mut changed: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
        // The last letter of the text: the line stays a line.
        let line = changed[number].clone();
        changed[number] =
            format!("{}{}", &line[..line.len() - 1], if line.ends_with('!') { "?" } else { "!" });
        let name = format!("changed-{case}.oefening");
        place.file(&name, changed.join("\n") + "\n");
        let line = format!("regel {}:", number + 1);
        place.run(&["verify", &name]).ended(1).names(&["BESCHADIGD", &line, &name]);
    }
    // A line that is gone, one that stands twice, Windows line ends.
    let gone: Vec<&str> =
        lines.iter().enumerate().filter(|(index, _)| *index != 5).map(|(_, line)| *line).collect();
    place.file("gone.oefening", gone.join("\n") + "\n");
    place.run(&["verify", "gone.oefening"]).ended(1).names(&["regel 6:", "er zijn regels weg"]);
    place.file("crlf.oefening", lines.join("\r\n") + "\r\n");
    place.run(&["verify", "crlf.oefening"]).ended(1).names(&["regel 1:", "regeleinden"]);
    place.run(&["continue", "gone.oefening"]).ended(2).names(&["beschadigd", "regel 6:"]);
    // What stands before the damage can still be looked at, once the beginning is whole.
    place.run(&["replay", "gone.oefening"]).ended(0).names(&["Beschadigd", "Stand D+0"]);
}

#[test]
fn a_recording_that_does_not_repeat_itself_is_told_apart_from_other_rules() {
    let place = Place::new();
    let path = place.recording("a.oefening");
    rewrite(&path, &place.path("forged.oefening"), |entry| {
        if let Entry::Digest { tables, .. } = entry {
            tables[0].1 ^= 1;
        }
    });
    place.run(&["verify", "forged.oefening"]).ended(1).names(&["WIJKT AF op D+0"]);
    rewrite(&path, &place.path("other.oefening"), |entry| {
        if let Entry::Header(header) = entry {
            header.rules_version = RULES_VERSION + 1;
        }
    });
    let other = (RULES_VERSION + 1).to_string();
    place.run(&["verify", "other.oefening"]).ended(0).names(&["niet nagerekend", &other]);
    place.run(&["replay", "other.oefening"]).ended(2).names(&["regels", &other, "other.oefening"]);
    // Under other rules the world itself may be written in another way.
    rewrite(&path, &place.path("older.oefening"), |entry| match entry {
        Entry::Header(header) => header.rules_version = RULES_VERSION + 1,
        Entry::Plan(plan) => *plan = pack("(what_nobody_knows:1)"),
        _ => {}
    });
    for command in ["verify", "replay", "continue"] {
        place.run(&[command, "older.oefening"]).ended(2).names(&["regels", &other, "older.oefening"]);
    }
    place.run(&["continue", "a.oefening"]).ended(2).names(&["afgesloten", "a.oefening"]);
}
