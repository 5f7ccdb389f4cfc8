//! Random play of the shipped exercise, looked at through the eyes of every player: what only the staff may know, what was sent
//! to others and what was not reported must not be in any view.

use super::fixture::{
    MESSAGE, SEED, STAFF, by, everything, map, mark, players, shipped, small, terminal, texts,
};
use crate::rules::tiny;
use doorvoerland::{
    session::{Session, history::Happening},
    sim::{
        command::{Actor, Ask, Command},
        country::{Class, NO_CAP, SeatTable},
        dossier::{DecisionSheet, ObservationSheet, Sheet},
        effect::{DamageKind, Effect, Target as Hit},
        event::Event,
        ids::{
            DenseId, EdgeId, InjectId, ObjectiveId, PoolId, ProcessId, QuestionId, RegionId, RoleId, SkillId,
        },
        num::Level,
        plan::Trigger,
        state::{Damage, PostEnd},
        time::{Span, Tick},
    },
    text::{Language, Narrator},
    view::{
        inspect_view::inspect_view,
        map_view::{MapLook, map_view},
        notices_view::notices_view,
        pool_draft::{Draft, draft_check, draft_forecast},
        repair_view::repair_view,
        scene::{Band, SymbolKind, Target},
        style::Theme,
        viewer::Viewer,
    },
};
use proptest::prelude::*;

/// Something somebody does.
#[derive(Clone, Debug)]
enum Act {
    Wait(u32),
    Fire(usize),
    Hold(usize),
    Skip(usize),
    Move(usize, u32),
    Invent { damage: usize, kind: u8, share: u64 },
    Divide(usize, u16),
    Repair(usize),
    Edit(usize),
    Open(usize, usize),
    Answer(usize, usize),
    Close(usize),
    Undo,
    Observe(usize),
    Decide(usize),
    Look(u32),
}

/// Stands in every answer of a player, with the number of its role behind it.
const ANSWER: &str = "ANSWER";

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        4 => (1_u32..30).prop_map(Act::Wait),
        2 => (0_usize..40).prop_map(Act::Fire),
        1 => (0_usize..40).prop_map(Act::Hold),
        1 => (0_usize..40).prop_map(Act::Skip),
        1 => (0_usize..40, 1_u32..200).prop_map(|(inject, span)| Act::Move(inject, span)),
        3 => (0_usize..500, 0_u8..3, 300_u64..1001)
            .prop_map(|(damage, kind, share)| Act::Invent { damage, kind, share }),
        1 => (0_usize..100, 0_u16..2).prop_map(|(pool, minimum)| Act::Divide(pool, minimum)),
        1 => (0_usize..10).prop_map(Act::Repair),
        1 => (0_usize..40).prop_map(Act::Edit),
        2 => (0_usize..40, 0_usize..30).prop_map(|(inject, role)| Act::Open(inject, role)),
        3 => (0_usize..40, 0_usize..30).prop_map(|(inject, role)| Act::Answer(inject, role)),
        1 => (0_usize..40).prop_map(Act::Close),
        1 => Just(Act::Undo),
        2 => (0_usize..30).prop_map(Act::Observe),
        2 => (0_usize..30).prop_map(Act::Decide),
        1 => (0_u32..300).prop_map(Act::Look),
    ]
}

fn perform(session: &mut Session, act: &Act) {
    let now = session.head().tick;
    let country = session.country().clone();
    let inject = |index: usize| InjectId::from_index(index % session.head().injects.rows.len());
    let (actor, command) = match act {
        Act::Observe(_) | Act::Decide(_) => return file(session, act),
        Act::Wait(ticks) => {
            session.to_present();
            session.advance(*ticks).expect("nothing is recorded");
            return;
        }
        Act::Look(tick) => {
            session.seek(Tick(*tick));
            return;
        }
        Act::Fire(index) => (Actor::Lead, Command::FireInject { inject: inject(*index) }),
        Act::Hold(index) => (Actor::Lead, Command::HoldInject { inject: inject(*index), hold: true }),
        Act::Skip(index) => (Actor::Lead, Command::SkipInject { inject: inject(*index) }),
        Act::Move(index, span) => {
            (Actor::Lead, Command::MoveInject { inject: inject(*index), to: now.after(Span(*span)) })
        }
        Act::Invent { damage, kind, share } => (
            Actor::Lead,
            Command::InventInject { inject: Box::new(invented(session, *damage, *kind, *share)) },
        ),
        Act::Divide(index, minimum) => {
            let pool = PoolId::from_index(index % country.pools.len());
            let mut policy = country.pools[pool].default.clone();
            policy.minimum[Class::LifeSupport] = *minimum;
            policy.day_cap[Class::Passenger] = NO_CAP;
            let reason = "Op verzoek.".to_owned();
            let owner = Actor::Role(country.pools[pool].owner);
            (owner, Command::SetPolicy { pool, policy, until: None, reason })
        }
        Act::Edit(index) => {
            let inject = inject(*index);
            let content = session.head().injects.content(session.plan(), inject).expect("it exists");
            let mut content = Box::new(content.clone());
            content.staff_note.nl.push('!');
            (Actor::Lead, Command::EditInject { inject, content })
        }
        Act::Open(index, role) => {
            (Actor::Role(RoleId::from_index(*role)), Command::OpenInject { inject: inject(*index) })
        }
        Act::Answer(index, role) => {
            // A receiver, so that something is answered at all.
            let inject = inject(*index);
            let content = session.head().injects.content(session.plan(), inject).expect("it exists");
            let receivers: Vec<RoleId> = content.roles(&country, session.plan()).collect();
            let role = receivers[role % receivers.len()];
            let text = format!("{ANSWER}<{}>", role.0);
            (Actor::Role(role), Command::AnswerInject { inject, text })
        }
        Act::Close(index) => (Actor::Lead, Command::CloseInject { inject: inject(*index) }),
        Act::Undo => {
            let Some(seq) = session.last_to_undo(by(Actor::Lead)).map(|record| record.seq) else { return };
            (Actor::Lead, Command::Undo { seq })
        }
        Act::Repair(index) => {
            let Some(row) = session.head().damages.open.get(*index) else { return };
            let owner = Actor::Role(country.pools[country.skills[row.skill].pool].owner);
            (owner, Command::OrderRepair { damage: row.serial, rank: -1, reason: "Eerst dit.".to_owned() })
        }
    };
    // A refusal changes nothing and shows nothing.
    drop(session.submit(by(actor), now, command));
}

fn invented(session: &Session, damage: usize, kind: u8, share: u64) -> doorvoerland::sim::plan::Inject {
    let country = session.country();
    let target = match damage % 3 {
        0 => Hit::Process(
            ProcessId::from_index(damage % country.processes.len()),
            RegionId::from_index(damage % country.regions.len()),
        ),
        1 => Hit::Edge(EdgeId::from_index(damage % country.edges.len())),
        _ => Hit::Terminal(terminal(country, damage)),
    };
    let kind = [DamageKind::Physical, DamageKind::Digital, DamageKind::Human][usize::from(kind)];
    let effect = Effect::Damage {
        target,
        kind,
        loss: Level::ratio_floor(share, 1000),
        team_ticks: 90,
        lag: Span(0),
        teams_max: 2,
        skill: SkillId(0),
    };
    let code = format!("X-{}", session.head().injects.rows.len());
    let mut inject = tiny::inject(&code, Trigger::At(session.head().tick.next()), vec![effect]);
    inject.receivers = vec![RoleId::from_index(damage % country.roles.len())];
    mark(&mut inject);
    inject
}

/// Somebody puts something on paper.
fn file(session: &mut Session, act: &Act) {
    let role = |index: &usize| RoleId::from_index(index % session.country().roles.len());
    let (by, sheet) = match act {
        Act::Observe(index) => (by(Actor::Lead), observed(role(index))),
        Act::Decide(index) => (by(Actor::Role(role(index))), decided(role(index))),
        _ => return,
    };
    drop(session.file(by, None, sheet));
}

/// What an observer noted: only the staff reads it.
fn observed(role: RoleId) -> Sheet {
    Sheet::Observation(ObservationSheet {
        observer: 1,
        role: Some(role),
        table: None,
        question: Some(QuestionId(0)),
        rating: Some(2),
        text: format!("{STAFF}<observed>"),
        inject: None,
        decision: None,
        objective: Some(ObjectiveId(0)),
    })
}

/// What a role put on paper, marked like its answers: only that role and the staff read it.
fn decided(role: RoleId) -> Sheet {
    let text = || format!("{ANSWER}<{}>", role.0);
    Sheet::Decision(DecisionSheet {
        role,
        picture: text(),
        judgement: text(),
        options: vec![text()],
        decision: text(),
        commands: Vec::new(),
        inject: None,
    })
}

/// The table of a viewer; none on the shared picture and for a role that does not exist.
fn table(session: &Session, viewer: Viewer) -> Option<SeatTable> {
    match viewer {
        Viewer::Role(role) => session.country().roles.get(role).map(|role| role.table),
        Viewer::Lead | Viewer::Public => None,
    }
}

fn knows(session: &Session, viewer: Viewer, damage: &Damage) -> bool {
    match table(session, viewer) {
        Some(table) => damage.known & (1 << (table as u8)) != 0,
        None => damage.known == u8::MAX,
    }
}

/// Codes of injects whose text may be in the views of a viewer.
fn received(session: &Session, viewer: Viewer) -> Vec<String> {
    let state = session.shown();
    let rows = state.injects.rows.iter().filter(|(_, row)| row.status.is_out());
    rows.filter_map(|(inject, _)| Some((inject, state.injects.content(session.plan(), inject)?)))
        .filter(|(inject, content)| {
            let person =
                content.staging.people.first().map(|person| session.plan().cast.people[*person].role);
            let receivers: Vec<RoleId> = content.receivers.iter().copied().chain(person).collect();
            // One that is late or lost is not received.
            let there = |role| {
                state.injects.post(*inject, role).is_none_or(|post| matches!(post.end, PostEnd::Arrived(_)))
            };
            match viewer {
                Viewer::Role(role) => (receivers.is_empty() || receivers.contains(&role)) && there(role),
                Viewer::Lead | Viewer::Public => receivers.is_empty(),
            }
        })
        .map(|(_, content)| content.code.trim_start_matches(&format!("{STAFF}-")).to_owned())
        .collect()
}

/// Damage in words as views say it.
fn words(session: &Session, language: Language, damage: &Damage) -> String {
    let tell = Narrator {
        texts: texts(),
        language,
        country: session.country(),
        plan: session.plan(),
        state: session.shown(),
        records: &[],
    };
    let event =
        Event::Damaged { damage: damage.serial, target: damage.target, kind: damage.kind, loss_permille: 0 };
    let fact = tell.event_fact(&event);
    fact.split(':').next().unwrap_or_default().to_lowercase()
}

/// True when the same thing was hit in the same way before: then it may be in the log for good reason.
fn hit_before(session: &Session, damage: &Damage) -> bool {
    let same = |row: &&Happening| {
        matches!(&row.event, Event::Damaged { damage: serial, target, kind, .. }
            if *serial != damage.serial && *target == damage.target && *kind == damage.kind)
    };
    session.history().events_before(Tick(u32::MAX)).any(|row| same(&row))
}

fn look(session: &Session, viewer: Viewer, language: Language) -> Result<(), TestCaseError> {
    let all = everything(session, viewer, language);
    prop_assert!(!all.contains(STAFF), "{viewer:?} reads the staff's words: {}", around(&all, STAFF));
    prop_assert!(!all.contains(&SEED.to_string()), "{viewer:?} reads the seed");
    let received = received(session, viewer);
    for (at, _) in all.match_indices(MESSAGE) {
        let code = all[at + MESSAGE.len() + 1..].split('>').next().unwrap_or_default().to_owned();
        prop_assert!(received.contains(&code), "{viewer:?} reads a message that was not for it: {code}");
    }
    for (at, _) in all.match_indices(ANSWER) {
        let role = all[at + ANSWER.len() + 1..].split('>').next().unwrap_or_default();
        let own = matches!(viewer, Viewer::Role(own) if own.0.to_string() == role);
        prop_assert!(own, "{viewer:?} reads the answer of role {role}");
    }
    let lower = all.to_lowercase();
    let open = &session.shown().damages.open;
    for damage in open.iter().filter(|damage| !knows(session, viewer, damage)) {
        let twin = open.iter().any(|other| {
            knows(session, viewer, other) && (other.target, other.kind) == (damage.target, damage.kind)
        });
        if !twin && !hit_before(session, damage) {
            let words = words(session, language, damage);
            prop_assert!(!lower.contains(&words), "{viewer:?} reads of {words}: {}", around(&lower, &words));
        }
        let repair = repair_view(session, viewer, texts(), language);
        prop_assert!(repair.damages.iter().all(|row| row.serial != damage.serial));
    }
    let known = open.iter().filter(|damage| knows(session, viewer, damage)).count();
    let scene =
        map_view(session, viewer, texts(), language, map(), &MapLook::new(Theme::Dark, Band::Country));
    let warnings = scene.symbols.iter().filter(|symbol| symbol.kind == SymbolKind::Warning).count();
    prop_assert!(warnings <= known, "{viewer:?} sees {warnings} incidents and knows of {known}");
    levels(session, viewer, language)
}

fn around(text: &str, part: &str) -> String {
    let at = text.find(part).unwrap_or(0);
    text.chars().skip(text[..at].chars().count().saturating_sub(120)).take(300).collect()
}

/// Levels in the inspector are those of the last report, not the truth.
fn levels(session: &Session, viewer: Viewer, language: Language) -> Result<(), TestCaseError> {
    let Some(table) = table(session, viewer) else { return Ok(()) };
    let country = session.country();
    for region in country.regions.ids() {
        let view = inspect_view(session, viewer, texts(), language, Target::Region(region.0));
        let rows = view.expect("the region exists").sections.swap_remove(0).rows;
        for (process, row) in country.processes.ids().zip(rows) {
            let told = Level(session.shown().knowledge.of(table).level[process][region]).permille();
            prop_assert_eq!(row.permille.map(u32::from), Some(told), "{:?} {:?}", viewer, process);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, max_shrink_iters: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_player_sees_what_was_not_told(acts in prop::collection::vec(act(), 4..24), eyes in 0_usize..1000) {
        let (country, plan) = shipped();
        let mut session = Session::new(country, plan, None);
        for act in &acts {
            perform(&mut session, act);
        }
        // A handful of players each time: over the cases everybody gets a turn.
        let players = players(&session);
        for (index, viewer) in players.iter().cycle().skip(eyes % players.len()).step_by(5).take(6).enumerate() {
            look(&session, *viewer, Language::ALL[index % 2])?;
        }
    }
}

#[test]
fn no_player_sees_what_an_opponent_is_about_to_do() {
    let (country, plan) = shipped();
    let mut session = Session::new(country, plan, None);
    session.advance(90).expect("nothing is recorded");
    let acts = &session.head().adversary.acts;
    assert!(!acts.is_empty() && acts.iter().all(|row| row.sent.is_none()), "proposed, a day ahead: {acts:?}");
    let own = format!("{STAFF}<act>");
    for viewer in players(&session) {
        let all = everything(&session, viewer, Language::Nl);
        assert!(!all.contains(STAFF) && !all.contains("TS-"), "{viewer:?} reads of an act that is to come");
    }
    let lead = everything(&session, Viewer::Lead, Language::Nl);
    assert!(lead.contains(&own) && lead.contains("TS-01"), "the lead reads of it");
}

#[test]
fn the_lead_sees_everything() {
    let (country, plan) = shipped();
    let mut session = Session::new(country, plan, None);
    session.advance(200).expect("nothing is recorded");
    let all = everything(&session, Viewer::Lead, Language::Nl);
    for code in ["I-01", "I-02", "I-09"] {
        assert!(all.contains(&format!("{STAFF}<{code}>")), "{code}");
    }
    assert!(!all.contains(&SEED.to_string()), "the seed is in no view");
}

#[test]
fn damage_is_known_to_its_own_table_first() {
    let mut session = small();
    let fire = Target::Edge(tiny::RAIL_2.0);
    let seen = |session: &Session, role| {
        let view = inspect_view(session, Viewer::Role(role), texts(), Language::Nl, fire);
        view.expect("the edge exists").sections.iter().any(|part| part.heading == "Schade en storingen")
    };
    // The fire began half past six: at half past six the manager of the line knows, at seven everybody.
    session.seek(Tick(27));
    assert!(seen(&session, tiny::PRORAIL) && !seen(&session, tiny::MINISTER));
    session.seek(Tick(29));
    assert!(seen(&session, tiny::MINISTER));
}

#[test]
fn a_draft_is_checked_and_forecast_with_what_is_known() {
    let session = small();
    let mut policy = tiny::open_policy();
    policy.cap[Class::Commercial] = 0;
    let draft = Draft { pool: tiny::PATHS, policy, until: None, asks: None };
    let (owner, other) = (by(Actor::Role(tiny::PRORAIL)), by(Actor::Role(tiny::MINISTER)));
    assert_eq!(draft_check(&session, owner, texts(), Language::Nl, &draft), Ok(()));
    let refused = draft_check(&session, other, texts(), Language::Nl, &draft).expect_err("not the owner");
    assert!(refused.contains("paths"), "{refused}");
    let viewer = Viewer::Role(tiny::PRORAIL);
    let ahead = draft_forecast(&session, viewer, owner, texts(), Language::Nl, &draft, 24).expect("allowed");
    let class = Class::Commercial;
    assert!(ahead.with.refused[class] > ahead.without.refused[class], "{ahead:?}");
    assert_eq!(ahead.with.granted[class], 0);
    assert!(ahead.with.waiting[class] > ahead.without.waiting[class]);
}

#[test]
fn a_forecast_of_a_role_that_does_not_know_of_damage_is_brighter() {
    let mut session = small();
    let blast = Effect::Damage {
        target: Hit::Edge(tiny::RAIL_2),
        kind: DamageKind::Physical,
        loss: Level::ONE,
        team_ticks: 4000,
        lag: Span(0),
        teams_max: 1,
        skill: tiny::CREWS,
    };
    let slow = Effect::Damage {
        target: Hit::Edge(tiny::RAIL_SLOW),
        kind: DamageKind::Physical,
        loss: Level::ONE,
        team_ticks: 4000,
        lag: Span(0),
        teams_max: 1,
        skill: tiny::CREWS,
    };
    let inject = tiny::inject("X-1", Trigger::At(Tick(41)), vec![blast, slow]);
    let now = session.head().tick;
    session
        .submit(by(Actor::Lead), now, Command::InventInject { inject: Box::new(inject) })
        .expect("well formed");
    session.advance(2).expect("nothing is recorded");
    let draft = Draft { pool: tiny::QUAY, policy: tiny::open_policy(), until: None, asks: None };
    let owner = by(Actor::Role(tiny::OPERATOR));
    let ahead = |viewer| {
        draft_forecast(&session, viewer, owner, texts(), Language::Nl, &draft, 24).expect("allowed").without
    };
    let class = Class::Commercial;
    assert!(ahead(Viewer::Role(tiny::OPERATOR)).waiting[class] < ahead(Viewer::Lead).waiting[class]);
    assert_eq!(ahead(Viewer::Role(tiny::PRORAIL)).waiting, ahead(Viewer::Lead).waiting);
}

#[test]
fn what_two_bargain_about_is_between_them() {
    let mut session = small();
    let (asker, owner) = (tiny::PLANNER, tiny::PRORAIL);
    let mut policy = tiny::open_policy();
    policy.minimum[Class::Military] = 1;
    let about = |until| Ask::Policy(tiny::PATHS, policy.clone(), Some(Tick(until)));
    let ask = Command::Ask { about: about(90), offer_keur: 7, reason: "ASKED".to_owned() };
    let now = session.head().tick;
    let request = session.submit(by(Actor::Role(asker)), now, ask).expect("anybody may ask");
    session.advance(2).expect("nothing is recorded");
    let counter = Command::Counter { request, about: about(70), offer_keur: 8, reason: "BACK".to_owned() };
    session.submit(by(Actor::Role(owner)), session.head().tick, counter).expect("it is the owner's turn");
    session.advance(40).expect("nothing is recorded");
    for viewer in players(&session).into_iter().chain([Viewer::Lead]) {
        let warned = !notices_view(&session, viewer, texts(), Language::Nl).notices.is_empty();
        assert_eq!(warned, [Viewer::Lead, Viewer::Role(asker)].contains(&viewer), "{viewer:?} has to answer");
    }
    session.advance(20).expect("nothing is recorded");
    for viewer in players(&session).into_iter().chain([Viewer::Lead]) {
        let all = everything(&session, viewer, Language::Nl);
        let party = [Viewer::Lead, Viewer::Role(asker), Viewer::Role(owner)].contains(&viewer);
        for word in ["ASKED", "BACK", "is vervallen"] {
            assert_eq!(all.contains(word), party, "{viewer:?}: {word}");
        }
    }
}
