//! What can be chosen for a movement, how far each stage of it is, what it waits for, and what troops in transit asked of
//! the country and got.
//!
//! Must not judge a choice: the rules do when it is given. The movement in short is in `movement_view`.

use super::{inspect_transport::WAYS_OUT, viewer::Sight};
use crate::{
    sim::{
        country::{PerKind, PieceKind, PoolKind},
        event::Binding,
        ids::{MovementId, NodeId, PoolId},
        plan::Carrier,
        query,
        state::{ArrivalPhase, Phase, What},
        ways_out,
    },
    text::{kind_key, number},
};

/// Things that one movement waits for at most, as told.
const WAITS_MAX: usize = 3;
/// Names of pools that tell one way from another.
const WAY_NAMES: usize = 3;

/// What can be chosen for a movement.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlanChoices {
    /// Where each arrival goes, in plan order: what it is called and the places for it; one place when it cannot be changed.
    pub ports: Vec<(String, Vec<(NodeId, String)>)>,
    /// The ways of each destination, in plan order: what it is called, and any way or one of its alternatives.
    pub corridors: Vec<(String, Vec<(Option<u8>, String)>)>,
    /// Where pieces can gather, straight on first.
    pub staging: Vec<(Option<NodeId>, String)>,
    /// Names of the kinds of pieces, in the order of `PieceKind::ALL`.
    pub kinds: Vec<String>,
}

/// Pieces of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KindRow {
    /// Its name.
    pub name: String,
    /// In all.
    pub pieces: u32,
    /// Still to come or on board.
    pub aboard: u32,
    /// At a terminal or staging area.
    pub ashore: u32,
}

/// A place where the movement is at work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StageRow {
    /// Where.
    pub place: NodeId,
    /// Its name.
    pub name: String,
    /// What stands, loads and is guarded there.
    pub words: String,
}

/// Something a movement waits for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitRow {
    /// What waits: a train, a kind of departure.
    pub what: String,
    /// What binds, and the cheapest ways out.
    pub lines: Vec<String>,
}

/// One thing troops in transit ask of the country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BasketRow {
    /// The pool that serves it.
    pub pool: PoolId,
    /// Its name.
    pub name: String,
    /// Asked and served since the start, in words.
    pub words: String,
    /// Served of what was asked, in thousandths; 1000 when nothing was asked.
    pub served_permille: u16,
    /// Held now, in words; empty for what is used up.
    pub held: String,
}

impl Sight<'_> {
    /// What can be chosen for a movement.
    pub(super) fn plan_choices(&self, movement: MovementId) -> PlanChoices {
        let (plan, state) = (&self.plan().movements[movement], &self.state().movements[movement]);
        let tell = self.tell();
        let named = |node: NodeId| (node, tell.node(node));
        let ports = (1_u32..).zip(&plan.arrivals).zip(&state.order.ports).zip(&state.arrivals).map(
            |(((number, arrival), port), now)| {
                let mut options = vec![named(*port)];
                if arrival.by == Carrier::Ship && now.phase <= ArrivalPhase::Waiting {
                    let others = std::iter::once(arrival.port).chain(plan.choices.ports.iter().copied());
                    for other in others {
                        if options.iter().all(|(known, _)| *known != other) {
                            options.push(named(other));
                        }
                    }
                }
                (self.say(carrier_key(arrival.by), &[("number", number.into())]), options)
            },
        );
        let from = state.order.staging.or_else(|| state.order.ports.first().copied());
        let corridors = plan.destinations.iter().map(|to| {
            let fleet = &self.country().fleets[to.fleet];
            let od = from.and_then(|from| self.plan().routes.find(fleet.fit, from, to.to));
            let paths = od.map(|od| self.plan().routes.ods[od].paths.as_slice()).unwrap_or_default();
            let mut options = vec![(None, self.word("order-any-way"))];
            options.extend((0_u8..).zip(paths).map(|(way, path)| {
                let path = &self.plan().routes.paths[*path];
                (Some(way), self.way_words(u32::from(way) + 1, path))
            }));
            (tell.fleet(to.fleet), options)
        });
        let mut staging = vec![(None, self.word("order-straight-on"))];
        staging.extend(plan.choices.staging.iter().map(|node| (Some(*node), tell.node(*node))));
        PlanChoices {
            ports: ports.collect(),
            corridors: corridors.collect(),
            staging,
            kinds: PieceKind::ALL.map(|kind| self.word(kind_key(kind))).into(),
        }
    }

    /// A way by the pools that it uses longest: `2: Brabantroute, Maaslijn (4 uur)`.
    fn way_words(&self, number: u32, path: &crate::sim::routes::Path) -> String {
        let mut pools: Vec<(u32, PoolId)> = Vec::new();
        for (pool, _, steps) in path.by_pool() {
            let metres: u32 = steps.iter().map(|step| self.country().edges[step.link.edge()].length_m).sum();
            let Some(pool) = pool else { continue };
            match pools.iter_mut().find(|(_, known)| *known == pool) {
                Some((sum, _)) => *sum += metres,
                None => pools.push((metres, pool)),
            }
        }
        let mut longest: Vec<u32> = pools.iter().map(|(metres, _)| *metres).collect();
        longest.sort_unstable_by(|left, right| right.cmp(left));
        let least = longest.get(WAY_NAMES - 1).copied().unwrap_or(0);
        let named = pools.iter().filter(|(metres, _)| *metres >= least);
        let names: Vec<String> = named.map(|(_, pool)| self.tell().pool(*pool)).collect();
        let span = crate::sim::time::Span(path.total_s.div_ceil(crate::sim::time::SECONDS_PER_TICK));
        let args = [
            ("number", number.into()),
            ("names", names.join(", ").into()),
            ("span", self.texts.span(self.language, span).into()),
        ];
        self.say("order-way", &args)
    }

    /// Pieces by kind: those of which there are any.
    pub(super) fn kind_rows(&self, movement: MovementId) -> Vec<KindRow> {
        let (plan, state) = (&self.plan().movements[movement], &self.state().movements[movement]);
        let sum = |rows: &mut dyn Iterator<Item = &PerKind<u32>>, kind| rows.map(|row| row[kind]).sum();
        let rows = PieceKind::ALL.into_iter().map(|kind| KindRow {
            name: self.word(kind_key(kind)),
            pieces: sum(&mut plan.arrivals.iter().map(|row| &row.pieces), kind),
            aboard: sum(&mut state.arrivals.iter().map(|row| &row.aboard), kind),
            ashore: sum(&mut state.ports.iter().map(|row| &row.ashore), kind),
        });
        rows.filter(|row| row.pieces > 0).collect()
    }

    /// Places where something of a movement stands, loads or is guarded.
    pub(super) fn stage_rows(&self, movement: MovementId) -> Vec<StageRow> {
        let rows = self.state().movements[movement].ports.iter();
        rows.map(|row| {
            let ahead: u32 = row.ahead.iter().map(|count| u32::from(*count)).sum();
            let args = [
                ("ashore", row.ashore.sum().into()),
                ("ahead", ahead.into()),
                ("guards", row.guards.into()),
                ("sent", row.sent.iter().sum::<u32>().into()),
            ];
            StageRow {
                place: row.port,
                name: self.tell().node(row.port),
                words: self.say("movement-stage", &args),
            }
        })
        .collect()
    }

    /// What departures of a movement wait for: a free way, or sets to travel on.
    pub(super) fn wait_rows(&self, movement: MovementId) -> Vec<WaitRow> {
        let (country, plan, state) = (self.country(), self.plan(), self.state());
        let mut rows: Vec<WaitRow> = Vec::new();
        let mut told: Vec<Binding> = Vec::new();
        for (claim, row) in state.consignments.active() {
            let stands =
                matches!(row.phase, Phase::Waiting | Phase::Held | Phase::Sheltered | Phase::Stalled);
            if !stands || !matches!(row.what, What::Movement(of, _) if of == movement) {
                continue;
            }
            let binding = query::binding(country, plan, state, claim);
            let Some(binding) = binding.filter(|binding| !told.contains(binding)) else { continue };
            told.push(binding);
            let Some(words) = self.binding_words(binding) else { continue };
            let mut lines = vec![words];
            lines.extend(self.ways_out(&ways_out::of_transport(country, plan, state, claim, WAYS_OUT)));
            rows.push(WaitRow { what: self.tell().transport(row.serial, row.what), lines });
        }
        let ashore = state.movements[movement].ports.iter().any(|port| port.ashore.sum() > 0);
        let info = &plan.movements[movement];
        let shares = info.destinations.iter().zip(&state.movements[movement].order.shares_permille);
        for (to, _) in shares.filter(|(_, share)| ashore && **share > 0) {
            let fleet = &country.fleets[to.fleet];
            if query::room(country, state, fleet.pool, info.class) > 0 {
                continue;
            }
            let binding = Binding::Units(fleet.pool);
            let mut lines: Vec<String> = self.binding_words(binding).into_iter().collect();
            let ways = ways_out::of_refusal(country, state, info.class, binding, WAYS_OUT);
            lines.extend(self.ways_out(&ways));
            rows.push(WaitRow { what: self.tell().fleet(to.fleet), lines });
        }
        rows.truncate(WAITS_MAX);
        rows
    }

    /// What all troops in transit asked since the start, and what they got.
    pub(super) fn basket_rows(&self) -> Vec<BasketRow> {
        let state = self.state();
        let items = self.country().rules.basket.iter().zip(&state.totals.basket).enumerate();
        items
            .map(|(index, (item, (asked, served)))| {
                let count = |count: u64| number(self.language, i64::try_from(count).unwrap_or(i64::MAX));
                let held: u32 = state.movements.rows().iter().filter_map(|row| row.held.get(index)).sum();
                let is_held = self.country().pools[item.pool].kind == PoolKind::Held;
                let permille = (served * 1000).checked_div(*asked).unwrap_or(1000);
                BasketRow {
                    pool: item.pool,
                    name: self.tell().pool(item.pool),
                    words: self.say(
                        "basket-served",
                        &[("served", count(*served).into()), ("asked", count(*asked).into())],
                    ),
                    served_permille: u16::try_from(permille).unwrap_or(1000),
                    held: if is_held {
                        self.say("basket-held", &[("count", held.into())])
                    } else {
                        String::new()
                    },
                }
            })
            .collect()
    }
}

/// Key of what brings an arrival, with its number.
pub(super) fn carrier_key(by: Carrier) -> &'static str {
    match by {
        Carrier::Ship => "arrival-ship",
        Carrier::Air => "arrival-air",
        Carrier::Rail => "arrival-rail",
        Carrier::Road => "arrival-road",
    }
}
