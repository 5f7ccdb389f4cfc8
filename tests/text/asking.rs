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
        terms: vec![1, 2, 3],
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
    check(
        |narrator| {
            let narrator = Narrator { state: &state, records: &records, ..*narrator };
            let decided = records.iter().map(|record| narrator.record_sentence(record));
            let happened = events.iter().map(|event| narrator.event_sentence(event, Cause::Routine));
            decided.chain(happened).collect()
        },
        &expect![[r#"
            Besluit 1 van TOC/DVVO, D+2 12:00: Verzoek aan ProRail over Brabantroute: minimum 2 treinen per 2 uur voor militair transport (D+5 05:00). Reden: Schip komt.
            Besluit 2 van ProRail (tegenspel), D+2 12:00: Tegenvoorstel bij besluit 1 van TOC/DVVO: Brabantroute: minimum 1 trein per 2 uur voor militair transport (D+4 04:00), tegen betaling van 40 duizend euro. Reden: Dit kan wel.
            Besluit 3 van TOC/DVVO, D+2 12:00: Tegenvoorstel bij besluit 1 van TOC/DVVO: Brabantroute: minimum 1 trein per 2 uur voor militair transport (zonder einde), zonder betaling. Reden: Te duur.
            Besluit 4 van ProRail (tegenspel), D+2 12:00: Ingestemd met besluit 3 van TOC/DVVO. Reden: Goed.
            Besluit 5 van TOC/DVVO, D+2 12:00: Besluit 3 van TOC/DVVO afgewezen. Reden: Te laat.
            Besluit 6 van de minister van Defensie, D+2 12:00: Tegenvoorstel bij besluit 1 van TOC/DVVO: de grondslag voor meer dan 1 trein per dag voor militair transport op Brabantroute, tegen betaling van 5 duizend euro. Reden: Alleen zo.
            TOC/DVVO vraagt iets aan ProRail (besluit 1 van TOC/DVVO).
            ProRail doet een tegenvoorstel op het verzoek van TOC/DVVO (besluit 1 van TOC/DVVO).
            TOC/DVVO doet een tegenvoorstel aan ProRail over het eigen verzoek (besluit 1 van TOC/DVVO).
            ProRail stemt in met het verzoek van TOC/DVVO (besluit 1 van TOC/DVVO).
            TOC/DVVO stemt in met het tegenvoorstel van ProRail op het eigen verzoek (besluit 1 van TOC/DVVO).
            ProRail wijst het verzoek van TOC/DVVO af (besluit 1 van TOC/DVVO).
            TOC/DVVO wijst het tegenvoorstel van ProRail op het eigen verzoek af (besluit 1 van TOC/DVVO).
            Het verzoek van TOC/DVVO aan ProRail is vervallen: niemand antwoordde op tijd (besluit 1 van TOC/DVVO).
            Decision 1 by Defence movement control, D+2 12:00: Request to ProRail about Brabantroute: minimum 2 trains per 2 hours for military transport (D+5 05:00). Reason: Schip komt.
            Decision 2 by ProRail (response cell), D+2 12:00: Counter-offer in decision 1 by Defence movement control: Brabantroute: minimum 1 train per 2 hours for military transport (D+4 04:00), for a payment of 40 thousand euros. Reason: Dit kan wel.
            Decision 3 by Defence movement control, D+2 12:00: Counter-offer in decision 1 by Defence movement control: Brabantroute: minimum 1 train per 2 hours for military transport (without an end), without payment. Reason: Te duur.
            Decision 4 by ProRail (response cell), D+2 12:00: Agreed to decision 3 by Defence movement control. Reason: Goed.
            Decision 5 by Defence movement control, D+2 12:00: Decision 3 by Defence movement control declined. Reason: Te laat.
            Decision 6 by the Minister of Defence, D+2 12:00: Counter-offer in decision 1 by Defence movement control: the basis for more than 1 train a day for military transport on Brabantroute, for a payment of 5 thousand euros. Reason: Alleen zo.
            Defence movement control asks something of ProRail (decision 1 by Defence movement control).
            ProRail makes a counter-offer to the request of Defence movement control (decision 1 by Defence movement control).
            Defence movement control makes a counter-offer to ProRail about its own request (decision 1 by Defence movement control).
            ProRail agrees to the request of Defence movement control (decision 1 by Defence movement control).
            Defence movement control agrees to the counter-offer of ProRail to its own request (decision 1 by Defence movement control).
            ProRail declines the request of Defence movement control (decision 1 by Defence movement control).
            Defence movement control declines the counter-offer of ProRail to its own request (decision 1 by Defence movement control).
            The request of Defence movement control to ProRail has lapsed: nobody answered in time (decision 1 by Defence movement control).
        "#]],
    );
}

#[test]
fn a_refused_answer_says_what_can_be_done_instead() {
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
        |narrator| refusals.iter().map(|refusal| narrator.refusal_sentence(refusal)).collect(),
        &expect![[r#"
            Over dit verzoek is ProRail aan zet: alleen die kan nu antwoorden of een tegenvoorstel doen.
            Dit verzoek is al beantwoord. Doe een nieuw verzoek.
            Dit verzoek is op D+2 13:15 vervallen: niemand antwoordde op tijd. Doe een nieuw verzoek.
            Dit verzoek vervalt op D+3 03:00, voordat dit zou ingaan. Laat het uiterlijk dan ingaan.
            Na dit besluit zijn er andere voorwaarden voorgesteld. Bekijk die en antwoord opnieuw.
            Dit zijn de voorwaarden die er al liggen. Stem ermee in, wijs ze af of verander iets.
            Een tegenvoorstel gaat over hetzelfde als het verzoek. Doe voor iets anders een eigen verzoek.
            Dit kan deze rol zelf besluiten; een verzoek is niet nodig.
            It is up to ProRail to answer this request or make a counter-offer now.
            This request has been answered already. Make a new one.
            This request lapsed at D+2 13:15: nobody answered in time. Make a new one.
            This request lapses at D+3 03:00, before this would take effect. Let it take effect by then.
            Other terms were proposed after this decision. Look at those and answer again.
            These are the terms that lie there already. Agree to them, decline them or change something.
            A counter-offer is about the same thing as the request. Make a separate request for anything else.
            This role can decide that itself; no request is needed.
        "#]],
    );
}
