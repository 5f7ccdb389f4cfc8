//! Automatic players and assistance: whom they ask, what they answer, what they take back, and what they choose of what a message puts
//! before them.

use super::{NOW, empty_desk, measures::row, proposals};
use doorvoerland::{
    auto::{
        assistance::{HelpDesk, Need, WaitingDesk},
        desk::Desk,
        measures::MeasureDesk,
        messages::MessageDesk,
        reason::{Reason, Seen},
    },
    sim::{
        check::Refusal,
        command::{Ask, Command},
        country::{Sign, Temper},
        ids::{InjectId, MeasureId, ProcessId, RegionId},
        time::{TICKS_PER_HOUR, Tick},
    },
};

const HELP: MeasureId = MeasureId(4);

fn seen(value: i64) -> Seen {
    Seen { sign: Sign::Lacks(ProcessId(0)), region: Some(RegionId(2)), value: Some(value), from: 400 }
}

fn asked() -> HelpDesk {
    HelpDesk {
        serial: 9,
        measure: HELP,
        region: Some(RegionId(2)),
        own: false,
        offer_keur: 0,
        refusal: None,
        taken_up: false,
        seen: Some(seen(200)),
    }
}

fn answered(row: HelpDesk, temper: Temper) -> (bool, Reason) {
    let found = proposals(&Desk { help: vec![row], temper, ..empty_desk() });
    let [(Command::Answer { request: 9, agree, .. }, reason)] = found.as_slice() else {
        panic!("{found:?}");
    };
    (*agree, reason.clone())
}

#[test]
fn help_is_given_for_what_is_seen_and_the_temperament_decides_what_is_enough() {
    let half = Temper { helps_permille: 500, on_word: true, ..Temper::default() };
    assert_eq!(answered(asked(), half), (true, Reason::Helps(seen(200))));
    let little = HelpDesk { seen: Some(seen(199)), ..asked() };
    assert_eq!(answered(little.clone(), half), (false, Reason::TooLittle(seen(199))));
    assert!(answered(little, Temper { helps_permille: 400, ..half }).0);
    let blind = HelpDesk { seen: None, ..asked() };
    assert_eq!(answered(blind.clone(), half), (true, Reason::OnWord { measure: HELP }));
    assert!(!answered(blind, Temper { on_word: false, ..half }).0);
    let elsewhere = HelpDesk { taken_up: true, ..asked() };
    assert_eq!(answered(elsewhere, half), (false, Reason::TakenUp { measure: HELP }));
    let refusal = Refusal::MeasureNeeds(HELP, 0);
    let barred = HelpDesk { refusal: Some(refusal.clone()), ..asked() };
    assert_eq!(answered(barred, half), (false, Reason::MayNot { measure: HELP, refusal }));
    // Other terms for what it asked itself: yes, but not for money.
    assert!(answered(HelpDesk { own: true, ..asked() }, half).0);
    assert!(!answered(HelpDesk { own: true, offer_keur: 1, ..asked() }, half).0);
}

fn wish(region: u32, value: i64) -> MeasureDesk {
    MeasureDesk { signs: vec![seen(value)], ..row(HELP.0, Some(region), value) }
}

#[test]
fn the_hardest_hit_regions_ask_first() {
    let rows = vec![wish(1, 400), wish(2, 900), wish(3, 700)];
    let temper = Temper { regions: 2, ..Temper::default() };
    let found = proposals(&Desk { assistance: rows, temper, ..empty_desk() });
    let asked: Vec<_> = found.into_iter().map(|(command, _)| command).collect();
    let ask = |region| Command::Ask {
        about: Ask::Measure(HELP, Some(RegionId(region))),
        offer_keur: 0,
        reason: "because".to_owned(),
    };
    assert_eq!(asked, [ask(2), ask(3)]);
}

#[test]
fn what_somebody_asks_for_is_answered_and_not_taken_beside_it() {
    let own = MeasureDesk { region: Some(RegionId(2)), ..wish(2, 900) };
    let desk = Desk { measures: vec![own], help: vec![asked()], ..empty_desk() };
    let found = proposals(&desk);
    assert!(matches!(found.as_slice(), [(Command::Answer { agree: true, .. }, _)]), "{found:?}");
}

#[test]
fn what_is_no_longer_needed_is_taken_back() {
    let back = |need: Need| {
        let waiting = vec![WaitingDesk { serial: 9, need }];
        let found = proposals(&Desk { waiting, ..empty_desk() });
        found.into_iter().any(|(command, _)| matches!(command, Command::Withdraw { request: 9, .. }))
    };
    assert!(back(Need::Taken(HELP)));
    assert!(back(Need::Measure(wish(2, 199))), "below half of what it takes");
    assert!(!back(Need::Measure(wish(2, 200))));
}

#[test]
fn of_what_a_message_puts_forward_one_thing_is_chosen_in_time() {
    let take = |measure| Command::TakeMeasure {
        measure: MeasureId(measure),
        region: None,
        reason: "because".to_owned(),
    };
    let row = MessageDesk {
        inject: InjectId(3),
        arrived: Tick(NOW.0 - TICKS_PER_HOUR),
        opened: true,
        asks: true,
        wants_deed: true,
        deeds: Vec::new(),
        options: vec![take(1), take(2)],
    };
    let chosen = |row: &MessageDesk, first_option| {
        let temper = Temper { first_option, ..Temper::default() };
        proposals(&Desk { inbox: vec![row.clone()], temper, ..empty_desk() })
    };
    assert_eq!(chosen(&row, true), [(take(1), Reason::Chooses { cautious: true })]);
    assert_eq!(chosen(&row, false), [(take(2), Reason::Chooses { cautious: false })]);
    let fresh = MessageDesk { arrived: NOW, ..row.clone() };
    assert_eq!(chosen(&fresh, true), [], "not at once");
    let unread = MessageDesk { opened: false, ..row };
    assert!(matches!(chosen(&unread, true).as_slice(), [(Command::OpenInject { .. }, _)]));
}
