//! Exercises to look at: the shipped one with marked secrets, and a small one with a fire, a ship and a decision.

use crate::rules::tiny;
use doorvoerland::{
    geo::map::MapData,
    scenario::load::{Exercise, open},
    session::{Session, clock::Clock},
    sim::{
        command::{Actor, By, Command},
        condition::Condition,
        country::{Class, Country, PHASES},
        effect::{DamageKind, Effect, Target as Hit},
        evaluation::{AnswerKind, EvaluationCriterion, Question, Sign, Test, Window},
        ids::{DenseId, InjectId, NodeId, ObjectiveId, PoolId, RoleId},
        num::Level,
        plan::{Inject, Movement, Opponent, Plan, Text, Trigger},
        rounds::{Minutes, Round},
        script::{Absence, Decided, Doing, Person, Storyline, Wait},
        time::{Span, Tick},
    },
    text::{Language, Texts},
    view::{
        board_view::{Eyes, board_view},
        briefing_view::briefing_view,
        clock_view::clock_view,
        course_view::course_view,
        desk_view::desk_view,
        dossier_view::dossier_view,
        injects_view::injects_view,
        inspect_view::inspect_view,
        log_view::{decisions_view, log_view},
        map_view::{MapLook, map_view},
        matrix_view::matrix_view,
        measures_view::{MeasureWords, measures_view},
        memory::Memory,
        messages_view::messages_view,
        movement_view::movements_view,
        notices_view::notices_view,
        observer_view::observer_view,
        palette_view::palette_view,
        pool_board_view::pool_board_view,
        pool_page_view::pool_view,
        repair_view::repair_view,
        requests_view::requests_view,
        scene::{Band, Target},
        score_view::score_view,
        script_view::script_view,
        seen_view::seen_view,
        shell::Choice,
        shell_view::shell_view,
        strips::first_strips,
        style::Theme,
        timeline_view::timeline_view,
        viewer::Viewer,
    },
};
use std::{
    fmt::Write as _,
    path::Path,
    sync::{Arc, OnceLock},
};

/// The map that is built in.
pub(super) fn map() -> &'static MapData {
    static MAP: OnceLock<MapData> = OnceLock::new();
    MAP.get_or_init(|| MapData::built_in().expect("the built-in map can be read"))
}

/// All words.
pub(super) fn texts() -> &'static Texts {
    static TEXTS: OnceLock<Texts> = OnceLock::new();
    TEXTS.get_or_init(Texts::new)
}

/// Stands in every text that only the staff may read, with the code of the inject behind it.
pub(super) const STAFF: &str = "STAFFONLY";
/// Stands in every text for receivers, with the code of the inject behind it.
pub(super) const MESSAGE: &str = "MESSAGE";
/// A seed that nothing else says.
pub(super) const SEED: u64 = 918_273_645_546_372;

fn marked(mark: &str, code: &str) -> Text {
    let text = format!("{mark}<{code}>");
    Text { nl: text.clone(), en: text }
}

/// Marks the texts of an inject.
pub(super) fn mark(inject: &mut Inject) {
    let code = inject.code.clone();
    inject.code = format!("{STAFF}-{code}");
    inject.text = marked(MESSAGE, &code);
    let staging = &mut inject.staging;
    let texts = [&mut inject.title, &mut inject.expected, &mut inject.question, &mut inject.staff_note];
    for text in texts.into_iter().chain([&mut staging.on_absence]) {
        *text = marked(STAFF, &code);
    }
}

/// A storyline, a person, variants, and something that happens when nobody acts: all with words that only the staff may read.
fn staged(plan: &mut Plan) {
    let cast = &mut plan.cast;
    let line = cast.storylines.push(Storyline { code: STAFF.to_owned(), name: marked(STAFF, "line") });
    let function = Text { nl: "de verkeersleider".to_owned(), en: "the signaller".to_owned() };
    let person = Person { code: STAFF.to_owned(), role: RoleId(12), name: String::new(), function };
    let person = cast.people.push(person);
    let group = cast.variants.push(format!("{STAFF}<group>"));
    let count = plan.injects.len();
    for (inject, row) in plan.injects.iter_mut() {
        let other = |by: usize| Some(InjectId::from_index((inject.index() + by) % count));
        let staging = &mut row.staging;
        staging.storyline = Some(line);
        staging.softer = other(1).filter(|_| inject.index().is_multiple_of(3));
        staging.harder = other(2).filter(|_| inject.index().is_multiple_of(4));
        staging.one_of = Some(group).filter(|_| inject.index() % 5 == 1);
        staging.acted = Some(Condition::Decided(Decided {
            what: Doing::Anything,
            by: row.receivers.first().copied(),
            since: Some(inject),
        }));
        let after = Wait::Scenario(Span::hours(6));
        staging.absence = Some(Absence { after, send: other(3), effects: Vec::new() });
        if !row.receivers.is_empty() {
            staging.people.push(person);
        }
    }
}

/// Objectives, evaluation criteria and questions to observers: all of them the staff's.
fn judged(plan: &mut Plan) {
    for (number, objective) in plan.objectives.rows_mut().iter_mut().enumerate() {
        objective.text = marked(STAFF, &format!("objective {number}"));
    }
    let window = Window { from: Tick(0), until: plan.end() };
    let test = Test::Event(Sign::Sent(InjectId(0)), window);
    let (code, text) = (STAFF.to_owned(), marked(STAFF, "criterion"));
    let row = EvaluationCriterion { code, objective: ObjectiveId(0), text, test };
    plan.evaluation.criteria.push(row);
    plan.evaluation.questions.push(Question {
        code: STAFF.to_owned(),
        set: Some(marked(STAFF, "set")),
        text: marked(STAFF, "question"),
        answer: AnswerKind::Rating,
        role: None,
        round: None,
        inject: None,
        objective: Some(ObjectiveId(0)),
    });
}

/// An opponent that often proposes acts, a day ahead, with words of its own for the staff.
fn opposed(country: &mut Country, plan: &mut Plan) {
    let adversary = country.adversary.as_mut().expect("the country has an opponent");
    for text in [&mut adversary.expected, &mut adversary.question, &mut adversary.staff_note] {
        *text = marked(STAFF, "act");
    }
    // An advice names the act that took place: what is tested here is what did not.
    adversary.attribution.rate = Level::ZERO;
    for row in adversary.vectors.rows_mut() {
        row.name = marked(STAFF, &row.code);
    }
    plan.opponent = Some(Opponent {
        notice: Span::hours(24),
        vectors: Vec::new(),
        rates: vec![1 << 27; PHASES],
        kept: u32::MAX,
        kick: 0,
    });
}

/// The shipped exercise with marked secrets.
pub(super) fn shipped() -> (Arc<Country>, Arc<Plan>) {
    static BUILT: OnceLock<(Arc<Country>, Arc<Plan>)> = OnceLock::new();
    BUILT
        .get_or_init(|| {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/eerste-doorvoer.ron");
            let Exercise { country, plan, .. } = open(&path, map()).expect("the shipped exercise is sound");
            let mut country = Country::clone(&country);
            let mut plan = Plan::clone(&plan);
            plan.seed = SEED;
            opposed(&mut country, &mut plan);
            plan.injects.rows_mut().iter_mut().for_each(mark);
            // The name of a round that is to come is the staff's.
            let secret = Text { nl: format!("{STAFF}<ronde>"), en: format!("{STAFF}<ronde>") };
            plan.rounds = vec![Round {
                name: secret,
                from: Tick(0),
                until: Tick(96),
                minutes: Minutes::default(),
                break_after: 10,
                stops: vec![InjectId(0)],
            }];
            staged(&mut plan);
            judged(&mut plan);
            (Arc::new(country), Arc::new(plan))
        })
        .clone()
}

/// A command by the owner of what it is about.
pub(super) fn by(actor: Actor) -> By {
    By { actor, seat: 0 }
}

/// A small exercise: a fire on the line, a ship with forty pieces, and a limit that ProRail sets after a day.
pub(super) fn small() -> Session {
    let text = |nl: &str, en: &str| Text { nl: nl.to_owned(), en: en.to_owned() };
    let fire = Effect::Damage {
        target: Hit::Edge(tiny::RAIL_2),
        kind: DamageKind::Physical,
        loss: Level::ONE,
        team_ticks: 60,
        lag: Span::hours(2),
        teams_max: 2,
        skill: tiny::CREWS,
    };
    let mut inject = tiny::inject("I-01", Trigger::At(Tick(26)), vec![fire]);
    inject.title = text("Kabelbrand", "Cable fire");
    inject.text = text("Brand in een relaishuis.", "Fire in a relay house.");
    inject.sender = text("Meldkamer spoor", "Rail control room");
    inject.receivers = vec![tiny::PRORAIL, tiny::PLANNER];
    inject.expected = text("Kiezen tussen bewijs en snelheid.", "Choose between evidence and speed.");
    let mut shelf = tiny::inject("S-01", Trigger::Manual, Vec::new());
    shelf.title = text("Vals NL-Alert", "False NL-Alert");
    shelf.shelf = true;
    let movement = Movement {
        code: "brigade".to_owned(),
        name: text("Eerste brigade", "First brigade"),
        ..tiny::movement(vec![tiny::ship(tiny::PORT, Tick(8), 40)], 120, Tick(400))
    };
    let mut country = tiny::country();
    country.demands.push(tiny::trains(12, 2));
    let mut exercise = tiny::Exercise::with(country).inject(inject).inject(shelf).movement(movement);
    exercise.state();
    let mut session = Session::new(Arc::new(exercise.country), Arc::new(exercise.plan), None);
    session.advance(30).expect("nothing is recorded");
    let mut policy = tiny::open_policy();
    policy.minimum[Class::LifeSupport] = 1;
    let command = Command::SetPolicy {
        pool: tiny::PATHS,
        policy,
        until: Some(Tick(96)),
        reason: "Voedsel gaat voor.".to_owned(),
    };
    session.submit(by(Actor::Role(tiny::PRORAIL)), Tick(30), command).expect("the owner may divide its pool");
    session.advance(10).expect("nothing is recorded");
    session
}

/// Everything a seat could see, as one text.
pub(super) fn everything(session: &Session, viewer: Viewer, language: Language) -> String {
    let (texts, clock, map) = (texts(), Clock::default(), map());
    let mut all = String::new();
    let mut add = |view: &dyn std::fmt::Debug| writeln!(all, "{view:?}").expect("writing to a string");
    add(&clock_view(session, viewer, texts, language, &clock, "10:58"));
    add(&notices_view(session, viewer, texts, language));
    add(&messages_view(session, viewer, texts, language));
    add(&log_view(session, viewer, texts, language, usize::MAX));
    add(&decisions_view(session, viewer, texts, language, usize::MAX));
    add(&movements_view(session, viewer, texts, language));
    add(&repair_view(session, viewer, texts, language));
    add(&score_view(session, viewer, texts, language));
    add(&injects_view(session, viewer, texts, language));
    add(&pool_board_view(session, viewer, texts, language));
    for pool in (0..session.country().pools.len()).step_by(7).map(PoolId::from_index) {
        add(&pool_view(session, viewer, texts, language, pool));
        add(&requests_view(session, viewer, texts, language, Some(pool)));
    }
    for measure in session.country().measures.rows.ids().step_by(5) {
        let open = Some((measure, None));
        add(&measures_view(session, viewer, texts, language, &MeasureWords::new(), open));
    }
    add(&course_view(session, viewer, texts, language, 0));
    add(&desk_view(session, viewer, texts, language));
    add(&script_view(session, viewer, texts, language));
    add(&dossier_view(session, viewer, texts, language));
    add(&matrix_view(session, viewer, texts, language));
    add(&observer_view(session, viewer, texts, language));
    for number in 1..=session.dossier().len().min(4) {
        add(&seen_view(session, viewer, texts, language, number as u32));
    }
    // What a second window shows of the same picture, with the names that its palette finds.
    let eyes = match viewer {
        Viewer::Lead | Viewer::Public => Eyes::Public,
        Viewer::Role(role) => {
            session.country().roles.get(role).map_or(Eyes::Public, |row| Eyes::Table(row.table))
        }
    };
    add(&board_view(session, eyes, texts, language, &clock, "10:58"));
    add(&palette_view(session, viewer, texts, language, map));
    if let Viewer::Role(role) = viewer {
        add(&briefing_view(session, role, None, texts, language, &clock, "10:58"));
    }
    let strips = first_strips(session, viewer);
    add(&timeline_view(session, viewer, texts, language, (&strips, None), &mut Memory::default()));
    let choice = Choice { search: "a".to_owned(), selected: Some(Target::Region(0)), ..Choice::default() };
    add(&shell_view(session, viewer, texts, language, map, &clock, "", &choice, &mut Memory::default()));
    let look = MapLook { hidden_layers: Vec::new(), ..MapLook::new(Theme::Light, Band::Local) };
    add(&map_view(session, viewer, texts, language, map, &look));
    let mut targets: Vec<Target> =
        session.country().regions.ids().map(|region| Target::Region(region.0)).collect();
    targets.extend(session.country().edges.ids().step_by(3).map(|edge| Target::Edge(edge.0)));
    targets.extend(session.country().nodes.ids().step_by(3).map(|node| Target::Node(node.0)));
    let active = session.shown().consignments.active().step_by(9);
    targets.extend(active.map(|(_, row)| Target::Consignment(row.serial)));
    for target in targets {
        add(&inspect_view(session, viewer, texts, language, target));
    }
    all
}

/// Every pair of eyes but the lead's.
pub(super) fn players(session: &Session) -> Vec<Viewer> {
    let roles = session.country().roles.ids().map(Viewer::Role);
    roles.chain([Viewer::Public, Viewer::Role(RoleId(999))]).collect()
}

/// A place to break.
pub(super) fn terminal(country: &Country, index: usize) -> NodeId {
    let places: Vec<NodeId> =
        country.nodes.iter().filter(|(_, row)| row.handling.is_some()).map(|(node, _)| node).collect();
    places[index % places.len()]
}
