//! The coverage of the inventory: everything that is said to stand for a row exists, can be reached, and changes something
//! that is measured.
//!
//! Each thing is exercised on its own beside a run without it, over two days of the scenario "Onder druk". The counts are
//! written down here so that progress, and a step back, is seen.

use super::scenario_files::map;
use doorvoerland::{
    assets,
    scenario::{
        coverage::{By, CoverageFile, ROWS, Standing},
        load::{self, Exercise},
        source::Source,
    },
    sim::{
        acts,
        command::{Actor, By as Giver, Command, Correction, Record},
        country::{Lasting, Lever, Measure, PoolKind},
        effect::{DamageKind, Effect, Target},
        event::NullSink,
        figures::SocialFigure,
        ids::{GoodId, InjectId, MeasureId, PoolId, ProcessId, RegionId, RoleId, VectorId},
        metric::{self, Metric},
        num::Level,
        state::{ActiveMeasure, State},
        step,
        time::{Span, TICKS_PER_DAY, TICKS_PER_HOUR, Tick},
    },
};
use std::collections::BTreeSet;

/// Rows built, for the record, and open.
const COUNTS: [usize; 3] = [158, 13, 0];

fn loaded() -> (Exercise, CoverageFile) {
    let source = Source::new(assets::PRESSURE.file, assets::PRESSURE.text.to_owned());
    load::coverage(source, map()).unwrap_or_else(|error| panic!("{error}"))
}

/// A run of the scenario with something done to it.
struct Trial {
    exercise: Exercise,
    state: State,
    seq: u32,
}

impl Trial {
    fn new(exercise: &Exercise) -> Self {
        let state = State::new(&exercise.country, &exercise.plan);
        Self { exercise: exercise.clone(), state, seq: 0 }
    }

    fn give(&mut self, actor: Actor, command: Command) {
        self.seq += 1;
        let now = self.state.tick;
        let by = Giver { actor, seat: 0 };
        let record = Record { seq: self.seq, submitted: now, effective: now, seen: now, by, command };
        let (country, plan) = (&self.exercise.country, &self.exercise.plan);
        doorvoerland::sim::check::check(country, plan, &self.state, &record)
            .unwrap_or_else(|refusal| panic!("{:?}: {refusal:?}", record.command));
        step::settle(country, plan, &mut self.state, &[record], &mut NullSink);
    }

    fn run(&mut self, ticks: u32) {
        for _ in 0..ticks {
            step::tick(&self.exercise.country, &self.exercise.plan, &mut self.state, &mut NullSink);
        }
    }

    /// Everything that is measured.
    fn measure(&self) -> Vec<(Metric, i64)> {
        let (country, plan) = (&self.exercise.country, &self.exercise.plan);
        let all = metric::all(country, plan).into_iter();
        all.map(|each| (each, metric::value(country, &self.state, each))).collect()
    }

    /// A measure takes effect at once, as if its basis and its lead lay behind it.
    fn in_force(&mut self, measure: MeasureId) {
        let row = &self.exercise.country.measures.rows[measure];
        let now = self.state.tick;
        let region = row.regional.then_some(DARK);
        let ends = row.lasts.map(|lasts| now.after(lasts));
        let cause = doorvoerland::sim::cause::Cause::Scenario;
        let active = ActiveMeasure { measure, region, ordered: now, begins: now, ends, begun: false, cause };
        self.state.measures.active.push(active);
    }

    /// An act takes place in the region where everything goes wrong, or where it can.
    fn stage(&mut self, vector: VectorId) {
        let country = self.exercise.country.clone();
        let at = country.adversary.as_ref().expect("an opponent").vectors[vector].at;
        let places = acts::places(&country, at);
        let here = places.iter().find(|place| place.region(&country) == Some(DARK));
        let place = *here.unwrap_or(&places[0]);
        let at = self.state.tick;
        self.give(Actor::Lead, Command::StageAct { vector, place, at });
    }

    fn stage_code(&mut self, code: &str) {
        let all = &self.exercise.country.adversary.as_ref().expect("an opponent").vectors;
        let vector = all.find(|row| row.code == code).expect("known");
        self.stage(vector);
    }

    fn fire(&mut self, inject: InjectId) {
        self.give(Actor::Lead, Command::FireInject { inject });
    }

    fn begin(&mut self, effect: Effect) {
        let mut inject = self.exercise.plan.injects.rows()[0].clone();
        inject.code = format!("trial-{}", self.seq);
        inject.effects = vec![effect];
        inject.trigger = doorvoerland::sim::plan::Trigger::Manual;
        let id = self.state.next_inject();
        self.give(Actor::Lead, Command::InventInject { inject: Box::new(inject) });
        self.fire(id);
    }

    fn lose(&mut self, process: ProcessId, region: RegionId, permille: u64) {
        self.begin(Effect::Impair {
            target: Target::Process(process, region),
            kind: DamageKind::Human,
            loss: Level::ratio_floor(permille, 1000),
            lasts: Span::hours(30),
        });
    }
}

/// What is folded from other things measured, or from what a measure costs and limits by itself: no behaviour of its own.
fn derived(metric: Metric) -> bool {
    metric.is_of_score() || matches!(metric, Metric::Lost(..))
}

/// Long enough for troops to be ashore and trains to be under way.
const DAYS: u32 = 3;

/// The course without anything done, measured every day.
fn plain(exercise: &Exercise) -> Vec<Vec<(Metric, i64)>> {
    let mut trial = Trial::new(exercise);
    let mut course = Vec::new();
    for _ in 0..DAYS {
        trial.run(TICKS_PER_DAY);
        course.push(trial.measure());
    }
    course
}

/// What changes something measured, other than what names it.
fn changes(
    exercise: &Exercise,
    course: &[Vec<(Metric, i64)>],
    act: impl FnOnce(&mut Trial),
    own: impl Fn(Metric) -> bool,
) -> bool {
    let mut trial = Trial::new(exercise);
    trial.run(4);
    act(&mut trial);
    for (day, usual) in (1..).zip(course) {
        let end = day * TICKS_PER_DAY;
        if trial.state.tick > Tick(end) {
            continue;
        }
        trial.run(end - trial.state.tick.0);
        let now = trial.measure();
        if now.iter().zip(usual).any(|(now, usual)| now != usual && !own(now.0) && !derived(now.0)) {
            return true;
        }
    }
    false
}

/// The metrics that move when everything on the shelf happens at once, with every measure in force or without any.
fn moving_metrics(exercise: &Exercise) -> BTreeSet<&'static str> {
    let mut moved = BTreeSet::new();
    for measures in [true, false] {
        let mut trial = Trial::new(exercise);
        let start = trial.measure();
        // Late enough in the one for trains to be under way.
        trial.run(if measures { 4 } else { 14 });
        for inject in exercise.plan.injects.ids() {
            trial.fire(inject);
        }
        let measure = exercise.country.measures.rows.find(|row| row.code == "noodtoestand").expect("known");
        let take = Command::TakeMeasure { measure, region: None, reason: "trial".to_owned() };
        trial.give(Actor::Role(exercise.country.measures.rows[measure].owner), take);
        for measure in exercise.country.measures.rows.ids().filter(|_| measures) {
            trial.in_force(measure);
        }
        trial.stage_code("rail-sabotage");
        trial.give(Actor::Lead, Command::SetPhase { phase: 5, reason: "trial".to_owned() });
        for _ in 0..20 {
            trial.run(12);
            let now = trial.measure();
            moved.extend(
                now.iter().zip(&start).filter(|(now, start)| now != start).map(|(now, _)| now.0.info().key),
            );
        }
    }
    moved
}

fn rows(file: &CoverageFile) -> impl Iterator<Item = (u16, &[By])> {
    file.rows.iter().map(|row| match &row.standing {
        Standing::Built(by) => (row.row.value, by.as_slice()),
        Standing::Record | Standing::Open => (row.row.value, &[][..]),
    })
}

#[test]
fn every_row_is_listed_and_the_counts_are_known() {
    let (_, file) = loaded();
    assert_eq!(file.rows.len(), usize::from(ROWS));
    let mut counts = [0; 3];
    for row in &file.rows {
        let place = match row.standing {
            Standing::Built(_) => 0,
            Standing::Record => 1,
            Standing::Open => 2,
        };
        counts[place] += 1;
    }
    assert_eq!(counts, COUNTS, "rows built, for the record, open");
}

#[test]
fn what_stands_for_a_row_changes_something_that_is_measured() {
    let (exercise, file) = loaded();
    let course = plain(&exercise);
    let moving = moving_metrics(&exercise);
    let mut done = BTreeSet::new();
    let mut idle = Vec::new();
    for (row, by) in rows(&file) {
        for each in by {
            let name = name(each);
            if !done.insert(name.clone()) {
                continue;
            }
            if !exercised(&exercise, &course, &moving, each) {
                idle.push(format!("row {row}: {name}"));
            }
        }
    }
    assert!(idle.is_empty(), "named without behaviour:\n{}", idle.join("\n"));
}

fn name(by: &By) -> String {
    match by {
        By::Vector(code) => format!("vector {}", code.text),
        By::Metric(key) => format!("metric {}", key.value.0),
        By::Process(code) => format!("process {}", code.text),
        By::Pool(code) => format!("pool {}", code.text),
        By::Good(code) => format!("good {}", code.text),
        By::Role(code) => format!("role {}", code.text),
        By::Setting(code) => format!("starting value {}", code.value.0),
        By::Inject(code) => format!("inject {}", code.text),
        By::Measure(code) => format!("measure {}", code.text),
    }
}

fn exercised(
    exercise: &Exercise,
    course: &[Vec<(Metric, i64)>],
    moving: &BTreeSet<&'static str>,
    by: &By,
) -> bool {
    let country = &exercise.country;
    match by {
        By::Vector(code) => {
            let all = &country.adversary.as_ref().expect("an opponent").vectors;
            act_matters(exercise, all.find(|row| row.code == code.text).expect("known"))
        }
        By::Metric(key) => moving.contains(key.value.0.as_str()),
        By::Process(code) => {
            let id = country.processes.find(|row| row.code == code.text).expect("known");
            let own = |metric: Metric| {
                matches!(metric, Metric::Level(process, _) if process == id)
                    || matches!(metric, Metric::WorstLevel(_) | Metric::OpenDamages)
            };
            changes(exercise, course, |trial| trial.lose(id, RegionId(16), 1000), own)
        }
        By::Pool(code) => {
            let id = country.pools.find(|row| row.code == code.text).expect("known");
            let leave = |trial: &mut Trial| empty(trial, id);
            if country.pools[id].kind == PoolKind::Crews {
                crews_missed(exercise, leave)
            } else {
                changes(exercise, course, leave, |_| false)
            }
        }
        By::Good(code) => {
            let id: GoodId = country.goods.find(|row| row.code == code.text).expect("known");
            let without = |trial: &mut Trial| {
                for store in trial.state.supply[id].store_kg.rows_mut() {
                    *store = 0;
                }
            };
            changes(exercise, course, without, |_| false)
        }
        By::Role(code) => {
            let id: RoleId = country.roles.find(|row| row.code == code.text).expect("known");
            decides(exercise, id)
        }
        By::Measure(code) => {
            let id = country.measures.rows.find(|row| row.code == code.text).expect("known");
            measure_works(exercise, id)
        }
        By::Setting(code) => {
            let row = exercise.book.settings.iter().find(|row| row.code == code.value.0);
            let row = row.expect("known");
            let effects = row.effects(1000, exercise.plan.length);
            setting_matters(exercise, &effects, reports_beds(&row.lasting))
        }
        By::Inject(code) => {
            let id = exercise.plan.injects.find(|row| row.code == code.text).expect("known");
            let own = |metric: Metric| metric == Metric::OpenDamages;
            // Crews that leave are missed when there is something to repair.
            let away = |pool: PoolId| country.pools[pool].kind == PoolKind::Crews;
            let crews = |each: &Effect| matches!(each, Effect::Units { pool, .. } if away(*pool));
            if exercise.plan.injects[id].effects.iter().all(crews) {
                crews_missed(exercise, |trial| trial.fire(id))
            } else {
                changes(exercise, course, |trial| trial.fire(id), own)
            }
        }
    }
}

/// An act changes something beyond what counts acts and who did them: by itself, or by how a later act hits.
fn act_matters(exercise: &Exercise, vector: VectorId) -> bool {
    let own = |metric: &Metric| {
        matches!(metric, Metric::Acts | Metric::Attribution | Metric::Deterrence | Metric::OpenDamages)
    };
    let mut course = [true, false].map(|first| {
        let mut trial = Trial::new(exercise);
        trial.run(4);
        if first {
            trial.stage(vector);
        }
        trial.run(4);
        trial.stage_code("small-sabotage");
        trial.run(TICKS_PER_DAY);
        trial.measure()
    });
    for rows in &mut course {
        rows.retain(|row| !own(&row.0));
    }
    course[0] != course[1]
}

/// The owner has nothing any more: no slots, no units.
fn empty(trial: &mut Trial, pool: PoolId) {
    let country = trial.exercise.country.clone();
    let reason = "trial".to_owned();
    match country.pools[pool].kind {
        PoolKind::Held | PoolKind::Crews => {
            let correction = Correction::Units(pool, 0);
            trial.give(Actor::Lead, Command::Correct { correction, reason });
        }
        // What is brought in every hour is taken away every hour.
        PoolKind::Stock => {
            for _ in 0..48 * TICKS_PER_HOUR {
                let correction = Correction::Units(pool, 0);
                trial.give(Actor::Lead, Command::Correct { correction, reason: reason.clone() });
                trial.run(1);
            }
        }
        PoolKind::Paths(_) => {
            for (edge, _) in country.edges.iter().filter(|(_, edge)| edge.pool == Some(pool)) {
                let correction = Correction::Slots(edge, 1);
                trial.give(Actor::Lead, Command::Correct { correction, reason: reason.clone() });
            }
        }
        PoolKind::Handling => {
            let node = country.terminal_of(pool).expect("a terminal");
            let correction = Correction::Handling(node, 1);
            trial.give(Actor::Lead, Command::Correct { correction, reason });
        }
    }
}

/// What starts otherwise changes how the storm goes: by itself, by what acts do, or by how soon a measure works.
fn setting_matters(exercise: &Exercise, effects: &[Effect], beds: bool) -> bool {
    let mut course = [false, true].map(|set| {
        let effects = if set { effects } else { &[] };
        let mut trial = if beds { crowded(exercise, effects) } else { storm_with(exercise, effects) };
        for act in ["wiper", "espionage", "ddos", "cyber-physical"] {
            trial.stage_code(act);
        }
        let row = exercise.country.measures.rows.find(|row| row.code == "evacuatie").expect("known");
        let (owner, region) = (exercise.country.measures.rows[row].owner, Some(DARK));
        let command = Command::TakeMeasure { measure: row, region, reason: "trial".to_owned() };
        trial.give(Actor::Role(owner), command);
        trial.run(2 * TICKS_PER_DAY);
        trial.measure()
    });
    for rows in &mut course {
        rows.retain(|row| !derived(row.0));
    }
    course[0] != course[1]
}

/// A role owns a pool or a measure, or has a power.
fn decides(exercise: &Exercise, role: RoleId) -> bool {
    let country = &exercise.country;
    country.pools.rows().iter().any(|row| row.owner == role)
        || !country.roles[role].powers.is_empty()
        || country.measures.rows.rows().iter().any(|row| row.owner == role)
}

/// The lights stay out longer when the crews leave.
fn crews_missed(exercise: &Exercise, leave: impl Fn(&mut Trial)) -> bool {
    let lights = exercise.plan.injects.find(|row| row.code == "D-01").expect("the power cut");
    let mut course = [true, false].map(|away| {
        let mut trial = Trial::new(exercise);
        if away {
            leave(&mut trial);
        }
        trial.fire(lights);
        trial.run(2 * TICKS_PER_DAY);
        trial.measure()
    });
    course[0].retain(|row| row.0 != Metric::OpenDamages && !derived(row.0));
    course[1].retain(|row| row.0 != Metric::OpenDamages && !derived(row.0));
    course[0] != course[1]
}

/// The region in which everything goes wrong.
const DARK: RegionId = RegionId(16);

/// Everything on the shelf at once, with stores nearly empty: here every measure has something to do.
fn storm(exercise: &Exercise) -> Trial {
    storm_with(exercise, &[])
}

/// The same with these effects from the start.
fn storm_with(exercise: &Exercise, effects: &[Effect]) -> Trial {
    let mut trial = Trial::new(exercise);
    for effect in effects {
        trial.begin(effect.clone());
    }
    for good in trial.state.supply.rows_mut() {
        for store in good.store_kg.rows_mut() {
            *store /= 10;
        }
    }
    trial.run(4);
    for inject in exercise.plan.injects.ids() {
        trial.fire(inject);
    }
    for act in ["rail-sabotage", "ddos", "interference"] {
        trial.stage_code(act);
    }
    trial.run(4);
    trial
}

/// What shows only in acts that come later.
const DIGITAL: [Lever; 4] = [Lever::Detection, Lever::ThreatSharing, Lever::Hardening, Lever::ActiveDefence];

/// Hospitals of one region are full and its lines are down, while there is room elsewhere.
fn crowded(exercise: &Exercise, effects: &[Effect]) -> Trial {
    let mut trial = Trial::new(exercise);
    for effect in effects {
        trial.begin(effect.clone());
    }
    trial.run(4);
    trial.begin(Effect::Patients { region: DARK, clinic: 0, intensive: 150, military: false });
    for process in ["FIX", "MOB", "EMC"] {
        let id = exercise.country.processes.find(|row| row.code == process).expect("known");
        trial.lose(id, DARK, 1000);
    }
    trial
}

/// Where what a measure does can be seen: mostly in the storm, for reports on beds where there is room somewhere.
fn ground(exercise: &Exercise, lasting: &[Lasting]) -> Trial {
    if reports_beds(lasting) { crowded(exercise, &[]) } else { storm(exercise) }
}

fn reports_beds(lasting: &[Lasting]) -> bool {
    lasting.iter().any(|what| matches!(what, Lasting::Lever(Lever::BedReports, _)))
}

/// A measure changes something that is measured, its own cost apart: by what it does, by the basis it provides, by the plan
/// it is, or by the orders that get through.
fn measure_works(exercise: &Exercise, id: MeasureId) -> bool {
    let rows = &exercise.country.measures.rows;
    let row = &rows[id];
    if let Some((under, info)) = rows.iter().find(|(_, other)| other.under == Some(id)) {
        return provides(exercise, id, under, info);
    }
    let orders =
        row.lasting.iter().any(|what| matches!(what, Lasting::Lever(lever, _) if [Lever::OrdersGetThrough, Lever::Coordination].contains(lever)));
    if orders || row.once.is_empty() && row.units.is_empty() && row.lasting.is_empty() {
        let helped = rows.iter().find(|(_, other)| {
            [other.plan, other.council].contains(&Some(id))
                || orders && other.regional && other.under.is_none() && other.needs.is_empty()
        });
        return helped.is_some_and(|(other, info)| {
            begins(exercise, Some(id), other, info) < begins(exercise, None, other, info)
        });
    }
    let own = |metric: Metric| match metric {
        Metric::Spent => true,
        Metric::Society(SocialFigure::Trust, _) => row.trust_permille > 0,
        _ => false,
    };
    let (mut plain, mut with) = (ground(exercise, &row.lasting), ground(exercise, &row.lasting));
    with.in_force(id);
    // What defends against digital acts is seen by the next one.
    let digital =
        row.lasting.iter().any(|what| matches!(what, Lasting::Lever(lever, _) if DIGITAL.contains(lever)));
    (0..3).any(|_| {
        for trial in [&mut plain, &mut with] {
            trial.run(1);
            for code in ["wiper", "ddos", "gps", "cyber-physical"].iter().filter(|_| digital) {
                trial.stage_code(code);
            }
            trial.run(TICKS_PER_DAY);
        }
        let (plain, with) = (plain.measure(), with.measure());
        plain.iter().zip(&with).any(|(plain, with)| plain != with && !own(plain.0) && !derived(plain.0))
    })
}

/// When a measure that is ordered in the storm takes effect, with another one in force.
fn begins(exercise: &Exercise, first: Option<MeasureId>, measure: MeasureId, info: &Measure) -> Tick {
    let mut trial = storm(exercise);
    // No report gets out of the region: orders go by messenger.
    for process in ["FIX", "MOB", "EMC"] {
        let id = exercise.country.processes.find(|row| row.code == process).expect("known");
        trial.lose(id, DARK, 1000);
    }
    if let Some(first) = first {
        trial.in_force(first);
    }
    if let Some(under) = info.under {
        trial.in_force(under);
    }
    trial.run(4);
    let (region, reason) = (info.regional.then_some(DARK), "trial".to_owned());
    trial.give(Actor::Role(info.owner), Command::TakeMeasure { measure, region, reason });
    let found = trial.state.measures.active.iter().find(|row| row.measure == measure);
    found.expect("ordered").begins
}

/// A measure that needs this one is refused without it and accepted with it.
fn provides(exercise: &Exercise, id: MeasureId, under: MeasureId, info: &Measure) -> bool {
    let accepted = |first: bool| {
        let mut trial = Trial::new(exercise);
        if first {
            trial.in_force(id);
        }
        trial.run(4);
        let now = trial.state.tick;
        let by = Giver { actor: Actor::Role(info.owner), seat: 0 };
        let region = info.regional.then_some(DARK);
        let command = Command::TakeMeasure { measure: under, region, reason: "trial".to_owned() };
        let record = Record { seq: 1, submitted: now, effective: now, seen: now, by, command };
        doorvoerland::sim::check::check(&exercise.country, &exercise.plan, &trial.state, &record).is_ok()
    };
    accepted(true) && !accepted(false)
}

#[test]
fn enough_measures_are_finished_as_cards() {
    let (exercise, _) = loaded();
    let rows = &exercise.country.measures.rows;
    let finished = rows.iter().filter(|(id, row)| {
        let words = &exercise.book.measures[*id];
        let full = |text: &&doorvoerland::sim::plan::Text| !text.nl.is_empty() && !text.en.is_empty();
        [&words.name, &words.does, &words.price].iter().all(full) && row.lead.0 > 0
    });
    assert!(finished.count() >= 25);
}

#[test]
fn every_act_of_the_country_does_something() {
    let (exercise, _) = loaded();
    let vectors = &exercise.country.adversary.as_ref().expect("an opponent").vectors;
    let idle: Vec<&str> = vectors
        .iter()
        .filter(|(id, _)| !act_matters(&exercise, *id))
        .map(|(_, row)| row.code.as_str())
        .collect();
    assert!(idle.is_empty(), "acts without effect: {idle:?}");
}

#[test]
fn every_measure_of_the_country_does_something() {
    let (exercise, _) = loaded();
    let rows = &exercise.country.measures.rows;
    let idle: Vec<&str> = rows
        .iter()
        .filter(|(id, _)| !measure_works(&exercise, *id))
        .map(|(_, row)| row.code.as_str())
        .collect();
    assert!(idle.is_empty(), "measures without effect: {idle:?}");
}
