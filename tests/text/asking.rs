//! Snapshots of a request that goes to and fro, in both languages: what is decided, what happens, what is refused.

use super::{
    country::{self, MINDEF, PATHS, PRORAIL, TOC},
    sentences::check,
};
use doorvoerland::{
    sim::{
        cause::Cause,
        check::Refusal,
        command::{Actor, Ask, By, Command, Record},
        country::Class,
        event::Event,
        state::{Request, State},
        time::Tick,
    },
    text::Narrator,
};
use expect_test::expect;

/// Room for military transport, until then.
fn room(minimum: u16, until: Option<Tick>) -> Ask {
    let mut policy = country::policy();
    policy.minimum[Class::Military] = minimum;
    Ask::Policy(PATHS, policy, until)
}

fn commands() -> Vec<(Actor, Command)> {
    let words = |text: &str| text.to_owned();
    let (asker, owner) = (Actor::Role(TOC), Actor::Auto(PRORAIL));
    vec![
        (asker, Command::Ask { about: room(2, Some(Tick(500))), offer_keur: 0, reason: words("Schip komt") }),
        (
            owner,
            Command::Counter {
                request: 1,
                about: room(1, Some(Tick(400))),
                offer_keur: 40,
                reason: words("Dit kan wel."),
            },
        ),
        (
            asker,
            Command::Counter { request: 1, about: room(1, None), offer_keur: 0, reason: words("Te duur") },
        ),
        (owner, Command::Answer { request: 1, agree: true, reason: words("Goed") }),
        (asker, Command::Answer { request: 1, agree: false, reason: words("Te laat") }),
        (
            Actor::Role(MINDEF),
            Command::Counter {
                request: 1,
                about: Ask::Basis(PATHS, 0, MINDEF),
                offer_keur: 5,
                reason: words("Alleen zo"),
            },
        ),
    ]
}

fn records() -> Vec<Record> {
    let record = |(seq, (actor, command))| Record {
        seq,
        submitted: Tick(240),
        effective: Tick(240),
        seen: Tick(240),
        by: By { actor, seat: 0 },
        command,
    };
    (1..).zip(commands()).map(record).collect()
}

#[test]
fn a_request_reads_like_a_conversation() {
    let (country, plan) = (country::country(), country::plan());
    let (mut state, records): (State, _) = (country::state(&country, &plan), records());
    state.requests.push(Request {
        serial: 1,
        from: TOC,
        to: PRORAIL,
        turn: PRORAIL,
        about: room(2, None),
        offer_keur: 0,
        terms: vec![1],
        asked: Tick(240),
        proposed: Tick(240),
        answer: None,
    });
    let events = [
        Event::Asked(1),
        Event::Countered(1, PRORAIL),
        Event::Countered(1, TOC),
        Event::Answered(1, true, PRORAIL),
        Event::Answered(1, true, TOC),
        Event::Answered(1, false, PRORAIL),
        Event::Answered(1, false, TOC),
        Event::Lapsed(1),
    ];
    let refusals = [
        Refusal::NotTurn { turn: PRORAIL },
        Refusal::Answered,
        Refusal::Lapsed { at: Tick(245) },
        Refusal::LapsesBefore { at: Tick(300) },
        Refusal::TermsReplaced,
        Refusal::SameTerms,
        Refusal::OtherSubject,
        Refusal::AskedOneself,
    ];
    check(
        |narrator| {
            let narrator = Narrator { state: &state, records: &records, ..*narrator };
            let decided = records.iter().map(|record| narrator.record_sentence(record));
            let happened = events.iter().map(|event| narrator.event_sentence(event, Cause::Routine));
            let refused = refusals.iter().map(|refusal| narrator.refusal_sentence(refusal));
            decided.chain(happened).chain(refused).collect()
        },
        &expect![[""]],
    );
}
