//! The exercise "Grijze zone tot artikel 5" in both forms: the ten injects are whole and the same in both, traps are refused with the reason,
//! silence costs something, the check before the day finds nothing, and no simple way of dividing is best at both.

use super::{LEAD, strategies::compared};
use doorvoerland::{
    auto::players::Players,
    geo::map::MapData,
    preflight::preflight,
    scenario::{
        load::{self, Exercise},
        source::Source,
    },
    session::{Session, SubmitError},
    sim::{
        check::Refusal,
        command::{Actor, By, Command},
        country::{Class, NO_CAP, Policy},
        digest::digest,
        evaluation::Test,
        ids::{InjectId, MovementId, PoolId, RoleId},
        metric::{self, Metric},
        plan::{Inject, Text},
        state::{InjectStatus, Phase, What},
        time::{TICKS_PER_DAY, TICKS_PER_HOUR, Tick},
    },
    text::{Language, Narrator, Texts},
};
use std::{path::Path, sync::OnceLock};

const HALF_DAY: &str = "grijze-zone";
const LONG: &str = "lange-lijn";
const ADVANCE_PARTY: MovementId = MovementId(0);
const MAIN_BODY: MovementId = MovementId(1);
const TEN: [&str; 10] = ["I-01", "I-02", "I-03", "I-04", "I-05", "I-06", "I-07", "I-08", "I-09", "I-10"];

fn map() -> &'static MapData {
    static MAP: OnceLock<MapData> = OnceLock::new();
    MAP.get_or_init(|| MapData::built_in().expect("the built-in map is whole"))
}

fn exercise(name: &str, values: &[(&str, &str)]) -> Exercise {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("scenarios/{name}.ron"));
    let values: Vec<(String, String)> =
        values.iter().map(|(field, value)| ((*field).to_owned(), (*value).to_owned())).collect();
    let source = Source::open(&path).expect("the file is there");
    load::build_filled(load::world_built_in(), source, &values, map())
        .unwrap_or_else(|error| panic!("{error}"))
}

fn inject<'a>(exercise: &'a Exercise, code: &str) -> (InjectId, &'a Inject) {
    exercise.plan.injects.iter().find(|(_, row)| row.code == code).unwrap_or_else(|| panic!("{code}"))
}

fn whole(text: &Text) -> bool {
    !text.nl.trim().is_empty() && !text.en.trim().is_empty() && !text.nl.contains('{')
}

#[test]
fn the_ten_injects_have_every_field_and_are_the_same_in_both_forms() {
    let (short, long) = (exercise(HALF_DAY, &[]), exercise(LONG, &[]));
    let order = |exercise: &Exercise| {
        let codes = exercise.plan.injects.rows().iter().map(|row| row.code.clone());
        codes.filter(|code| TEN.contains(&code.as_str())).collect::<Vec<String>>()
    };
    assert_eq!(order(&short), TEN);
    assert_eq!(order(&long), TEN);
    for code in TEN {
        let (_, row) = inject(&short, code);
        let staging = &row.staging;
        let texts = [
            &row.title,
            &row.text,
            &row.sender,
            &row.expected,
            &row.question,
            &row.staff_note,
            &staging.on_absence,
        ];
        assert!(texts.iter().all(|text| whole(text)), "{code}");
        assert!(!row.receivers.is_empty() && !row.objectives.is_empty(), "{code}");
        assert!(staging.storyline.is_some() && staging.acted.is_some() && !row.shelf, "{code}");
        // Silence changes the world, at once or through what is sent then.
        let absence = staging.absence.as_ref().unwrap_or_else(|| panic!("{code}"));
        let follows = |id: InjectId| !short.plan.injects[id].effects.is_empty();
        assert!(!absence.effects.is_empty() || absence.send.is_some_and(follows), "{code}");
        for variant in [staging.softer, staging.harder] {
            let variant = &short.plan.injects[variant.unwrap_or_else(|| panic!("{code}"))];
            assert!(variant.shelf && whole(&variant.text) && !variant.effects.is_empty(), "{}", variant.code);
        }
        let (_, same) = inject(&long, code);
        assert_eq!(format!("{:?}", row.text), format!("{:?}", same.text), "{code}");
        assert_eq!(
            (&row.receivers, row.channel, &row.effects),
            (&same.receivers, same.channel, &same.effects)
        );
        assert_eq!((&row.trigger, &row.title), (&same.trigger, &same.title), "{code}");
    }
    for number in 1..=10 {
        let (_, row) = inject(&short, &format!("S-{number:02}"));
        assert!(row.shelf && whole(&row.text) && !row.effects.is_empty(), "{}", row.code);
    }
    let planned = long.plan.injects.rows().iter().filter(|row| !row.shelf).count();
    assert!(planned >= 40 && long.plan.rounds.is_empty(), "{planned}");
    // A criterion of every kind.
    let kind = |test: &Test| match test {
        Test::Event(..) => 0,
        Test::Within { .. } | Test::WithinTalk { .. } => 1,
        Test::Absence(..) => 2,
        Test::Sequence(..) => 3,
        Test::Threshold { .. } => 4,
        Test::Rating { .. } => 5,
    };
    let mut kinds: Vec<u8> =
        short.plan.evaluation.criteria.rows().iter().map(|row| kind(&row.test)).collect();
    kinds.sort_unstable();
    kinds.dedup();
    assert_eq!(kinds, [0, 1, 2, 3, 4, 5]);
}

#[test]
fn the_check_before_the_day_finds_nothing_in_any_length_table_set_or_port() {
    let texts = Texts::new();
    let mut ways = vec![(LONG, vec![]), (LONG, vec![("tables", "twintig"), ("port", "eemshaven")])];
    for length in ["45-min", "halve-dag", "dag"] {
        for tables in ["twaalf", "twintig"] {
            ways.push((HALF_DAY, vec![("length", length), ("tables", tables)]));
        }
    }
    for port in ["waalhaven", "eemshaven"] {
        ways.push((HALF_DAY, vec![("port", port)]));
    }
    for (name, values) in ways {
        let exercise = exercise(name, &values);
        let found = preflight(&exercise, &texts).expect("nothing is recorded");
        assert_eq!(found.findings, [], "{name} {values:?}");
        assert!(found.rehearsal.timeline.len() >= 25, "{name} {values:?}");
        assert!(exercise.plan.injects.rows().iter().all(|row| whole(&row.text)), "{name} {values:?}");
    }
}

fn role(exercise: &Exercise, code: &str) -> RoleId {
    exercise.country.roles.find(|row| row.code == code).unwrap_or_else(|| panic!("{code}"))
}

fn pool(exercise: &Exercise, code: &str) -> PoolId {
    exercise.country.pools.find(|row| row.code == code).unwrap_or_else(|| panic!("{code}"))
}

fn by(role: RoleId) -> By {
    By { actor: Actor::Role(role), seat: 0 }
}

/// What the rules say to somebody who tries.
fn refused(session: &Session, role: RoleId, command: Command) -> Refusal {
    match session.may(by(role), session.head().tick, command.clone()) {
        Err(SubmitError::Refused(refusal)) => refusal,
        other => panic!("{command:?}: {other:?}"),
    }
}

#[test]
fn the_traps_are_refused_and_the_refusal_names_who_can() {
    let exercise = exercise(HALF_DAY, &[]);
    let session = Session::new(exercise.country.clone(), exercise.plan.clone(), None);
    let texts = Texts::new();
    let (country, plan) = (&*exercise.country, &*exercise.plan);
    let narrator = Narrator {
        texts: &texts,
        language: Language::Nl,
        country,
        plan,
        state: session.head(),
        records: &[],
    };
    let why = || "Volgens de tafel.".to_owned();
    let divide = |code: &str, change: &dyn Fn(&mut Policy)| {
        let pool = pool(&exercise, code);
        let mut policy = session.head().pools[pool].policy.clone();
        change(&mut policy);
        Command::SetPolicy { pool, policy, until: None, reason: why() }
    };
    let first = |policy: &mut Policy| policy.order.reverse();
    // I-02 and I-06: nobody orders a private terminal, neither its berth nor its cranes.
    for who in ["havenburgemeester", "havenmeester", "mindef", "vws"] {
        for code in ["berths.vlissingen", "terminal.vlissingen-sloe"] {
            let refusal = refused(&session, role(&exercise, who), divide(code, &first));
            let owner = role(&exercise, "terminaloperator");
            assert!(matches!(refusal, Refusal::NotOwner { owner: who, .. } if who == owner), "{refusal:?}");
            let told = narrator.refusal_sentence(&refusal);
            assert!(told.contains("Terminaloperator") || told.contains("terminaloperator"), "{told}");
        }
    }
    // I-05: the rail manager may not call a train urgent.
    let urgent = Command::DesignateUrgent { movement: MAIN_BODY, reason: why() };
    let refusal = refused(&session, role(&exercise, "prorail"), urgent);
    assert!(matches!(refusal, Refusal::NotDesignator { role: Some(_) }), "{refusal:?}");
    // I-10: above four paths a day the carriers have to agree.
    let many = |policy: &mut Policy| policy.day_cap[Class::Military] = NO_CAP;
    let refusal = refused(&session, role(&exercise, "prorail"), divide("rail.brabantroute", &many));
    let carriers = role(&exercise, "vervoerders");
    assert!(matches!(refusal, Refusal::BasisMissing { provider, .. } if provider == carriers), "{refusal:?}");
    // I-08: the grid operator has no pool of customers, and the health ministry stops nobody's operations.
    assert!(exercise.country.pools.rows().iter().all(|row| !row.code.starts_with("customers")));
    let measure =
        exercise.country.measures.rows.find(|row| row.code == "planbare-zorg-af").expect("a measure");
    let stop = Command::TakeMeasure { measure, region: None, reason: why() };
    refused(&session, role(&exercise, "vws"), stop);
    // I-03: inside the fence Defence guards, outside it the police.
    let refusal = refused(&session, role(&exercise, "cds"), divide("teams.guards-public", &first));
    let police = role(&exercise, "politie-om");
    assert!(matches!(refusal, Refusal::NotOwner { owner, .. } if owner == police), "{refusal:?}");
}

/// Where the ammunition train is, and whether it stands where it should not.
fn train(session: &Session) -> Option<(Phase, String)> {
    let rows = session.head().consignments.rows.rows();
    let row = rows.iter().find(|row| row.phase != Phase::Gone && matches!(row.what, What::Special(_)))?;
    Some((row.phase, session.country().nodes[row.at].code.clone()))
}

#[test]
fn the_ammunition_train_stands_still_when_the_table_hears_so() {
    let texts = Texts::new();
    let ways =
        [("vlissingen-sloe", "VR20"), ("waalhaven", "VR08"), ("eemshaven", "VR03"), ("eemshaven", "VR05")];
    for (port, region) in ways {
        let exercise = exercise(HALF_DAY, &[("port", port), ("region", region)]);
        for played in [false, true] {
            let mut session = Session::new(exercise.country.clone(), exercise.plan.clone(), None);
            let players = Players::for_all(&session, &texts, Language::Nl);
            let called = inject(&exercise, "I-05").0;
            let mut stood = None;
            while stood.is_none() && session.head().tick.0 < 10 * TICKS_PER_DAY {
                if played {
                    players.advance(&mut session, 1, &mut |_, _| ()).expect("nothing is recorded");
                } else {
                    session.advance(1).expect("nothing is recorded");
                }
                stood = train(&session).filter(|(phase, _)| *phase == Phase::Stalled);
            }
            let sent = session.head().injects.get(called).and_then(|row| row.sent);
            let since = sent.map(|sent| session.head().tick.since(sent).0);
            assert!(stood.is_some(), "{port} {region} {played}: it never stood still");
            // Within the hour: the call is a quarter or two ahead of the train.
            assert!(
                since.is_some_and(|ticks| ticks <= TICKS_PER_HOUR),
                "{port} {region} {played}: {since:?} {stood:?}"
            );
        }
    }
}

fn status(session: &Session, exercise: &Exercise, code: &str) -> InjectStatus {
    session.head().injects.get(inject(exercise, code).0).expect("it is planned").status
}

/// Plays without anybody, the lead giving `given` an hour after its inject.
fn left_alone(exercise: &Exercise, days: u32, given: &[(&str, By, Command)]) -> Session {
    let mut session = Session::new(exercise.country.clone(), exercise.plan.clone(), None);
    let mut done = vec![false; given.len()];
    while session.head().tick.0 < days * TICKS_PER_DAY {
        session.advance(TICKS_PER_HOUR).expect("nothing is recorded");
        let now = session.head().tick;
        for ((code, by, command), done) in given.iter().zip(&mut done) {
            let sent = session.head().injects.get(inject(exercise, code).0).and_then(|row| row.sent);
            if !*done && sent.is_some_and(|sent| now.since(sent).0 >= TICKS_PER_HOUR) {
                session.submit(*by, now, command.clone()).unwrap_or_else(|error| panic!("{code}: {error}"));
                *done = true;
            }
        }
    }
    session
}

#[test]
fn silence_costs_something_and_an_answer_saves_it() {
    let exercise = exercise(HALF_DAY, &[]);
    let answer = |code: &str, who: &str| {
        let (inject, _) = inject(&exercise, code);
        let text = "Besloten en doorgegeven.".to_owned();
        (by(role(&exercise, who)), Command::AnswerInject { inject, text })
    };
    let ashore = |session: &Session| {
        metric::value(session.country(), session.head(), Metric::Ashore(ADVANCE_PARTY))
            + metric::value(session.country(), session.head(), Metric::DeliveredPieces(ADVANCE_PARTY))
    };
    // I-02: who arranges a berth unloads as soon as the watch is there; who does not waits until the evening of that day.
    let (arranger, arranged) = answer("I-02", "havenburgemeester");
    let silent = left_alone(&exercise, 7, &[]);
    let arranged = left_alone(&exercise, 7, &[("I-02", arranger, arranged)]);
    assert!(ashore(&silent) < ashore(&arranged), "{} {}", ashore(&silent), ashore(&arranged));
    // I-04: when the clock runs out the Netherlands has agreed; an answer is left for the staff to carry out.
    let (four, _) = inject(&exercise, "I-04");
    let expired = left_alone(&exercise, 9, &[("I-04", LEAD, Command::TimeUp { inject: four })]);
    assert_eq!(status(&expired, &exercise, "I-04J"), InjectStatus::Sent);
    assert_eq!(status(&expired, &exercise, "I-04N"), InjectStatus::Skipped, "exactly one of three");
    let (minister, replied) = answer("I-04", "mindef");
    let replied = left_alone(&exercise, 9, &[("I-04", minister, replied)]);
    assert_eq!(status(&replied, &exercise, "I-04J"), InjectStatus::Ready);
    // I-04: broken silence keeps the ships away.
    let (no, _) = inject(&exercise, "I-04N");
    let broken = left_alone(&exercise, 13, &[("I-04", LEAD, Command::FireInject { inject: no })]);
    let agreed = left_alone(&exercise, 13, &[]);
    let main = |session: &Session| {
        metric::value(session.country(), session.head(), Metric::Ashore(MAIN_BODY))
            + metric::value(session.country(), session.head(), Metric::DeliveredPieces(MAIN_BODY))
    };
    assert!(main(&broken) < main(&agreed), "{} {}", main(&broken), main(&agreed));
    // I-09: without a bed the train goes past; with one it comes in.
    let past = left_alone(&exercise, 21, &[]);
    assert_eq!(status(&past, &exercise, "I-09B"), InjectStatus::Skipped);
    let (care, welcomed) = answer("I-09", "ziekenhuizen");
    let welcomed = left_alone(&exercise, 21, &[("I-09", care, welcomed)]);
    assert_eq!(status(&welcomed, &exercise, "I-09A"), InjectStatus::Skipped);
    let patients = |session: &Session| {
        let figure = doorvoerland::sim::figures::CareFigure::MilitaryPatients;
        metric::value(session.country(), session.head(), Metric::Care(figure, None))
    };
    assert!(patients(&welcomed) > patients(&past), "{} {}", patients(&welcomed), patients(&past));
}

#[test]
fn automatic_players_finish_both_forms_from_every_port() {
    let texts = Texts::new();
    for (name, port) in
        [(HALF_DAY, "vlissingen-sloe"), (HALF_DAY, "waalhaven"), (HALF_DAY, "eemshaven"), (LONG, "waalhaven")]
    {
        let exercise = exercise(name, &[("port", port)]);
        let play = || {
            let mut session = Session::new(exercise.country.clone(), exercise.plan.clone(), None);
            let players = Players::for_all(&session, &texts, Language::Nl);
            for (day, phase) in [(7, 3), (16, 5)] {
                let left = Tick(day * TICKS_PER_DAY).since(session.head().tick).0;
                players.advance(&mut session, left, &mut |_, _| ()).expect("nothing is recorded");
                let set = Command::SetPhase { phase, reason: "Volgens het draaiboek.".to_owned() };
                session.submit(LEAD, session.head().tick, set).expect("the lead may");
            }
            let left = session.plan().end().since(session.head().tick).0;
            players.advance(&mut session, left, &mut |_, _| ()).expect("nothing is recorded");
            session
        };
        let session = play();
        assert_eq!(session.head().tick, session.plan().end());
        let across = |movement| metric::value(session.country(), session.head(), Metric::Delivered(movement));
        let both = (across(ADVANCE_PARTY), across(MAIN_BODY));
        assert!(both.0 > 300 && both.1 > 100, "{name} {port}: {both:?}");
        let (acts, phase) = (Metric::Acts, Metric::Phase);
        let of = |metric| metric::value(session.country(), session.head(), metric);
        assert!(of(acts) > 0 && of(phase) == 5, "{name} {port}: {} acts", of(acts));
        // The opponent's acts are proposals with codes of their own.
        let own = |row: &Inject| row.code.starts_with("TS-");
        assert!(session.head().injects.invented.iter().any(own), "{name} {port}");
        if (name, port) == (HALF_DAY, "eemshaven") {
            assert_eq!(digest(session.head()), digest(play().head()));
        }
    }
}

#[test]
fn no_simple_way_of_dividing_is_best_at_both() {
    for [nothing, transit, civil, first, even] in
        compared(&mut exercise(HALF_DAY, &[]), MAIN_BODY, &[1, 2, 3])
    {
        // The promise is kept only by those who make room, and room is what others wait for.
        assert!(nothing.across < 500 && civil.across < nothing.across, "{nothing:?} {civil:?}");
        for own in [transit, first, even] {
            assert!(own.across > nothing.across + 300 && own.waited > civil.waited, "{own:?} {civil:?}");
        }
    }
}
