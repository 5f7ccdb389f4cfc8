//! An exercise with automatic players that is broken off between two of their decisions goes on as if it had not been.

use super::{EXERCISE, recorded};
use doorvoerland::{
    auto::players::Players,
    session::Session,
    sim::{command::Record, time::TICKS_PER_HOUR},
    text::{Language, Texts},
};
use std::fs;

#[test]
fn whoever_had_a_turn_is_not_asked_again() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("heel.oefening");
    let texts = Texts::new();
    let mut session = recorded(&path);
    let players = Players::for_all(&session, &texts, Language::Nl);
    let length = EXERCISE.plan.length.0;
    players.advance(&mut session, length, &mut |_, _| {}).expect("the disk works");
    let whole: Vec<Record> = session.log().to_vec();
    drop(session);
    let text = fs::read(&path).expect("it was just written");
    let lines: Vec<&[u8]> = text.split_inclusive(|byte| *byte == b'\n').collect();
    let is_command = |line: &[u8]| line.windows(9).any(|part| part == b" Command(");
    let commands: Vec<usize> = (0..lines.len()).filter(|row| is_command(lines[*row])).collect();
    assert_eq!(commands.len(), whole.len());
    let mut together = 0;
    for (known, row) in (1..).zip(&commands) {
        let cut = folder.path().join(format!("tot-{known}.oefening"));
        fs::write(&cut, lines[..=*row].concat()).expect("the folder can be written");
        let (mut resumed, _) = Session::resume(&cut).expect("a recording may end anywhere");
        assert_eq!(resumed.log(), &whole[..known]);
        players.advance(&mut resumed, TICKS_PER_HOUR, &mut |_, _| {}).expect("the disk works");
        let until = resumed.head().tick;
        let due: Vec<&Record> = whole.iter().filter(|record| record.submitted < until).collect();
        assert_eq!(resumed.log().iter().collect::<Vec<_>>(), due, "broken off after command {known}");
        together += usize::from(due.len() > known);
    }
    assert!(together > 0, "somewhere one decision followed another in the same hour");
}
