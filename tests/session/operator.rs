//! Operator mode: cards by number, keyboard only. What is typed, what is understood, what is refused and taught.

use doorvoerland::{
    geo::map::MapData,
    scenario::load::{self, Exercise},
    session::{
        Session,
        deck::{Card, Choice, Field, deck},
        operator::{Fault, Operator, Question, Reply},
    },
    sim::{command::Command, country::PoolKind, time::Tick},
    text::{Language, Texts},
    view::operator_view::OperatorTeller,
};
use proptest::prelude::*;
use std::{path::Path, sync::LazyLock};

static GREY: LazyLock<Exercise> = LazyLock::new(|| {
    let map = MapData::built_in().expect("the built-in map is whole");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenario_files/ten_days.ron");
    load::open(&path, &map).unwrap_or_else(|faults| panic!("{faults}"))
});

/// Keystroke-level model, S. K. Card, T. P. Moran and A. Newell (1980), "The keystroke-level model for user performance time with
/// interactive systems", CACM 23(7), 396-410: 280 ms a key for an average typist who is no secretary (200 ms for an average
/// skilled one), 1.35 s to prepare mentally before each chunk.
const KEY_MS: u32 = 280;
/// The same source, for typing complex codes.
const CODE_KEY_MS: u32 = 750;
const MENTAL_MS: u32 = 1350;

fn session() -> (Session, Vec<Card>) {
    let session = Session::new(GREY.country.clone(), GREY.plan.clone(), None);
    let cards = deck(session.country(), session.plan());
    (session, cards)
}

fn card(cards: &[Card], wanted: impl Fn(&Card) -> bool) -> Card {
    *cards.iter().find(|card| wanted(card)).expect("the country has such a card")
}

/// A pool that its owner divides in hours or windows, with room for a cap on other freight.
fn dividing(session: &Session, cards: &[Card]) -> Card {
    card(cards, |card| match card.choice {
        Choice::Divide(pool) => matches!(session.country().pools[pool].kind, PoolKind::Paths(_)),
        _ => false,
    })
}

/// Types a line and confirms it.
fn play(session: &mut Session, operator: &mut Operator, cards: &[Card], line: &str) -> Result<u32, String> {
    match operator.read(line, session, cards, "kaart") {
        Reply::Understood(_) => {}
        other => return Err(format!("{line}: {other:?}")),
    }
    let Reply::Submit(ready) = operator.read("", session, cards, "kaart") else {
        return Err(format!("{line} was not confirmed by an empty line"));
    };
    session.submit(ready.by, ready.effective, ready.command).map_err(|error| error.to_string())
}

#[test]
fn numbers_run_on_in_the_order_of_the_roles_and_do_not_depend_on_the_state() {
    let (mut session, cards) = session();
    for (number, card) in (101..).zip(&cards) {
        assert_eq!(card.number, number);
    }
    assert!(cards.windows(2).all(|pair| pair[0].role <= pair[1].role));
    assert!(cards.len() < 800, "three digits for {} cards", cards.len());
    session.advance(200).unwrap();
    assert_eq!(deck(session.country(), session.plan()), cards);
    let measures = cards.iter().filter(|card| matches!(card.choice, Choice::Take(_))).count();
    assert_eq!(measures, session.country().measures.rows.len(), "every measure has one card");
}

#[test]
fn a_card_in_one_line_and_step_by_step_is_understood_alike() {
    let (session, cards) = session();
    let number = dividing(&session, &cards).number.to_string();
    let mut at_once = Operator::default();
    let Reply::Understood(whole) = at_once.read(&format!("{number} 3 6 2 1430"), &session, &cards, "kaart")
    else {
        panic!("not understood");
    };
    let mut stepwise = Operator::default();
    let mut asked = Vec::new();
    for part in [number.as_str(), "3", "6", "2"] {
        let Reply::Next(question) = stepwise.read(part, &session, &cards, "kaart") else { panic!("{part}") };
        asked.push(question);
    }
    let wanted = [Field::Way, Field::Class, Field::Count].map(Question::Fill);
    assert_eq!(asked, [&wanted[..], &[Question::Time]].concat());
    let Reply::Understood(parts) = stepwise.read("14:30", &session, &cards, "kaart") else { panic!("time") };
    assert_eq!(parts, whole);
    // It begins at 06:00, so half past two in the afternoon is eight and a half hours on.
    assert_eq!(whole.effective, Tick(34));
    assert!(matches!(whole.command, Command::SetPolicy { .. }));
    let texts = Texts::new();
    let words = OperatorTeller::new(&session, &texts, Language::Nl).understood(&whole);
    assert!(words.contains(&number) && words.contains("14:30"), "{words}");
}

#[test]
fn twelve_cards_take_less_than_four_minutes() {
    let (mut session, cards) = session();
    let mut operator = Operator::default();
    let (mut keys, mut chunks, mut entered) = (0, 0, 0);
    for card in &cards {
        if entered == 12 {
            break;
        }
        let rest = match card.choice {
            Choice::Take(_) if card.choice.fields(session.country()).is_empty() => "1430".to_owned(),
            Choice::Take(_) => "17 1430".to_owned(),
            // Half of the cards are about capacity: they have the most to type.
            Choice::Divide(_) if entered >= 6 => "3 6 12 1430".to_owned(),
            _ => continue,
        };
        if entered >= 6 && !matches!(card.choice, Choice::Divide(_)) {
            continue;
        }
        let line = format!("{} {rest}", card.number);
        if play(&mut session, &mut operator, &cards, &line).is_err() {
            operator = Operator::default();
            continue;
        }
        entered += 1;
        // The line with its Enter, and the Enter that confirms.
        keys += u32::try_from(line.chars().count()).unwrap() + 2;
        // Each part of the line is prepared, and what was read back is judged.
        chunks += u32::try_from(line.split(' ').count()).unwrap() + 1;
    }
    assert_eq!(entered, 12);
    let usual_ms = keys * KEY_MS + chunks * MENTAL_MS;
    let slow_ms = keys * CODE_KEY_MS + chunks * MENTAL_MS;
    println!("{keys} keys, {chunks} chunks: {usual_ms} ms, slow {slow_ms} ms");
    assert!(usual_ms <= 130_000, "{keys} keys, {chunks} chunks: {usual_ms} ms");
    assert!(slow_ms <= 240_000, "{keys} keys, {chunks} chunks: {slow_ms} ms");
}

#[test]
fn what_is_wrong_is_said_and_nothing_is_lost() {
    let (session, cards) = session();
    let texts = Texts::new();
    let teller = OperatorTeller::new(&session, &texts, Language::Nl);
    let number = dividing(&session, &cards).number;
    let owner = card(&cards, |card| matches!(card.choice, Choice::Take(_))).number;
    let said = |lines: &[&str]| {
        let mut operator = Operator::default();
        let mut last = String::new();
        for line in lines {
            if let Reply::Wrong(fault, _) = operator.read(line, &session, &cards, "kaart") {
                last = teller.fault(&fault, &cards);
            }
        }
        (last, operator.question(&session))
    };
    assert!(said(&["7"]).0.contains("101"), "the numbers that exist");
    assert!(said(&[&format!("-{number}")]).0.contains("maatregel"));
    assert!(said(&[&format!("v 8 -{owner}")]).0.contains("niet worden gevraagd"), "nor is an end asked for");
    assert!(said(&["v 99 101"]).0.contains("Rolnummers"));
    assert!(said(&["t"]).0.contains("terug te nemen"));
    assert!(said(&["j 4"]).0.contains("wacht niet"));
    let card = number.to_string();
    // Typed step by step, a slip costs one step and not the card.
    let (words, question) = said(&[&card, "9"]);
    assert!(words.contains('9') && question == Question::Fill(Field::Way), "{words}");
    let (words, question) = said(&[&card, "3", "6", "2", "2561"]);
    assert!(words.contains("geen tijd") && question == Question::Time, "{words}");
    let (words, question) = said(&[&format!("{card} 3 6 2 ."), "101"]);
    assert!(words.contains("Enter") && question == Question::Confirm, "{words}");
    // Somebody else's limit: the refusal names who can help.
    let refused = cards.iter().filter(|card| matches!(card.choice, Choice::Divide(_))).find_map(|card| {
        let mut operator = Operator::default();
        match operator.read(&format!("{} 2 1 60000 .", card.number), &session, &cards, "kaart") {
            Reply::Wrong(fault @ Fault::Refused(_), question) => {
                Some((teller.fault(&fault, &cards), question))
            }
            _ => None,
        }
    });
    let (words, question) = refused.expect("some pool has a limit");
    assert!(words.len() > 30 && question == Question::Card, "{words}");
}

#[test]
fn the_last_card_can_be_taken_back_until_time_has_passed() {
    let (mut session, cards) = session();
    let mut operator = Operator::default();
    let line = format!("{} 3 6 2 .", dividing(&session, &cards).number);
    let before = session.head().pools.clone();
    let number = play(&mut session, &mut operator, &cards, &line).unwrap();
    assert_ne!(session.head().pools, before);
    play(&mut session, &mut operator, &cards, "t").unwrap();
    assert!(session.is_undone(number));
    assert_eq!(session.head().pools, before);
    play(&mut session, &mut operator, &cards, &line).unwrap();
    session.advance(1).unwrap();
    assert!(matches!(
        operator.read("t", &session, &cards, "kaart"),
        Reply::Wrong(Fault::NothingToUndo, Question::Card)
    ));
}

#[test]
fn a_request_slip_is_typed_for_who_asks_and_answered_by_its_number() {
    let (mut session, cards) = session();
    let mut operator = Operator::default();
    let card = dividing(&session, &cards);
    let other = session.country().roles.ids().find(|role| *role != card.role).unwrap();
    let line = format!("v {} {} 3 6 2 . # wij komen tekort", other.0 + 1, card.number);
    let serial = play(&mut session, &mut operator, &cards, &line).unwrap();
    let row = session.head().requests.iter().find(|row| row.serial == serial).unwrap();
    assert_eq!((row.from, row.to), (other, card.role));
    let Some(Command::Ask { reason, .. }) = session.record(serial).map(|row| &row.command) else { panic!() };
    assert_eq!(reason, "wij komen tekort");
    play(&mut session, &mut operator, &cards, &format!("j {serial}")).unwrap();
    let row = session.head().requests.iter().find(|row| row.serial == serial).unwrap();
    assert!(row.answer.is_some());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever is typed: no panic, and nothing is ready that the rules refuse.
    #[test]
    fn any_lines_are_survived(lines in prop::collection::vec("[-0-9a-zA-Z+.:#? ]{0,16}|[0-9]{3}( [0-9]{1,3}){0,4} ?\\.?", 1..12)) {
        let (session, cards) = session();
        let mut operator = Operator::default();
        for line in lines {
            if let Reply::Understood(ready) | Reply::Submit(ready) = operator.read(&line, &session, &cards, "kaart") {
                prop_assert!(session.may(ready.by, ready.effective, ready.command).is_ok());
            }
        }
    }
}
