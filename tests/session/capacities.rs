//! Capacities are worked out, and tables told, only where something moved; that comes to the same as when everything is.
//!
//! Random damage to the whole country, and a twin of every tick in which nothing is taken as known. Must not look at one place
//! alone: which change reaches which capacity and which table is what is tried here.

use super::EXERCISE;
use doorvoerland::sim::{
    cause::Cause,
    country::{Country, NodeKind},
    effect::{DamageKind, Effect, Target},
    event::NullSink,
    ids::{DenseId, EdgeId, NodeId, ProcessId, RegionId, SkillId, Table},
    num::Level,
    state::{Changed, State, WaitingEffect},
    step,
    time::{Span, TICKS_PER_DAY, Tick},
};
use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;

fn random_target(dice: &mut ChaCha8Rng, country: &Country) -> Target {
    match dice.random_range(0..4) {
        0 => Target::Edge(EdgeId::from_index(dice.random_range(0..country.edges.len()))),
        1 => {
            let process = ProcessId::from_index(dice.random_range(0..country.processes.len()));
            Target::Process(process, RegionId::from_index(dice.random_range(0..country.regions.len())))
        }
        kind => {
            let terminal = kind == 2;
            let fits = |node: &NodeId| {
                let row = &country.nodes[*node];
                if terminal { row.handling.is_some() } else { row.kind == NodeKind::Border }
            };
            let nodes: Vec<NodeId> = country.nodes.ids().filter(fits).collect();
            let node = nodes[dice.random_range(0..nodes.len())];
            if terminal { Target::Terminal(node) } else { Target::Crossing(node) }
        }
    }
}

fn random_effect(dice: &mut ChaCha8Rng, country: &Country) -> Effect {
    let target = random_target(dice, country);
    let kind = DamageKind::Physical;
    let loss = Level::ratio_floor(dice.random_range(100..=1000), 1000);
    if dice.random_bool(0.5) {
        return Effect::Impair { target, kind, loss, lasts: Span(dice.random_range(1..60)) };
    }
    let skill = SkillId::from_index(dice.random_range(0..country.skills.len()));
    let team_ticks = dice.random_range(1..80);
    Effect::Damage { target, kind, loss, team_ticks, lag: Span(2), teams_max: 3, skill }
}

#[test]
fn what_is_kept_is_what_everything_worked_out_again_comes_to() {
    let (country, plan) = (&EXERCISE.country, &EXERCISE.plan);
    let mut changes = 0;
    for seed in 0..3 {
        let dice = &mut ChaCha8Rng::seed_from_u64(seed);
        let mut state = State::new(country, plan);
        for _ in 0..60 {
            let at = Tick(dice.random_range(1..TICKS_PER_DAY));
            let effect = random_effect(dice, country);
            state.damages.waiting.push(WaitingEffect { at, effect, cause: Cause::Scenario });
        }
        while state.tick < Tick(TICKS_PER_DAY) {
            let mut twin = state.clone();
            twin.damages.changed = Changed::EVERYTHING;
            twin.knowledge.behind = Table::filled(true, country.processes.len());
            let before = state.network.capacity.clone();
            step::tick(country, plan, &mut twin, &mut NullSink);
            step::tick(country, plan, &mut state, &mut NullSink);
            changes += usize::from(before != state.network.capacity);
            twin.knowledge.behind.clone_from(&state.knowledge.behind);
            assert!(twin == state, "seed {seed}, {:?}", state.tick);
        }
    }
    assert!(changes > 50, "too little happened to try anything: {changes}");
}
