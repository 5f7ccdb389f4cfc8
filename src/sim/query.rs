//! Facts derived from the state on request: what limits a process, what a consignment is doing and why.
//!
//! Must not change anything and must not be stored.

use super::{
    cause::Cause,
    command::Ask,
    country::{Class, Country, Mode, PerClass},
    effect::Target,
    event::Binding,
    ids::{ConsignmentId, DemandId, DenseId, EdgeId, NodeId, PoolId, ProcessId, RegionId, RoleId, SectorId},
    kernels, labour,
    limits::Fit,
    num::Level,
    plan::{Plan, SpecialTrain},
    routes::Path,
    state::{DEPARTURE_UNITS, Damage, Phase, Shortfall, State, What},
    systems::{asking, booking, dispatch, lending},
    time::Tick,
};

/// Who would be asked for this: who can give it as things are; none when there is no such thing.
pub fn asked(country: &Country, state: &State, about: &Ask) -> Option<RoleId> {
    asking::asked(country, state, about)
}

/// What a civil demand builds up in a tick of an hour of the week by its rhythm, with noise in thousandths of the mean.
pub fn growth_by_rhythm(country: &Country, demand: DemandId, hour_of_week: u32, noise: u16) -> u32 {
    let row = &country.demands[demand];
    let hours = country.rhythms.get(row.rhythm).map_or(&[][..], |rhythm| &rhythm.hours_permille);
    let weight = u64::from(hours.get(hour_of_week as usize).copied().unwrap_or(1000));
    at_most(u64::from(row.per_day_milli) * weight * u64::from(noise) / 1000)
}

/// What civil demands build up in a tick of the hour that begins at a moment, with what changes the demand now: factors on a
/// class, and shippers who send more ships for the same load on a low river, up to what the fleet can spare.
pub fn demand_growth(country: &Country, plan: &Plan, state: &State, hour: Tick) -> impl Fn(DemandId) -> u32 {
    let of_week = plan.start.hour_of_week(hour);
    let planned = plan.demand_growth(hour.hour(), country.demands.len());
    let factor = PerClass(Class::ALL.map(|class| {
        let factors = state.demand.factors.iter().filter(|factor| factor.class == class);
        factors.fold(1000_u64, |product, factor| product * u64::from(factor.permille) / 1000)
    }));
    let spare = u64::from(country.rules.ships_spare_permille);
    move |demand| {
        let ordinary = planned.get(demand.index()).copied();
        let ordinary = ordinary.unwrap_or_else(|| growth_by_rhythm(country, demand, of_week, 1000));
        let units = u64::from(ordinary) * factor[country.demands[demand].class] / 1000;
        if state.network.low_water.is_empty() {
            return at_most(units);
        }
        let gauge = plan.routes.ods[plan.routes.of_demand[demand]].gauge;
        let load = u64::from(state.network.ship_load(gauge)).max(1);
        at_most(units * (1_000_000 / load).min(spare) / 1000)
    }
}

/// At most 20 departures of one demand in a tick; more is a mistake in the data that validation reports.
fn at_most(units: u64) -> u32 {
    u32::try_from(units.min(u64::from(20 * DEPARTURE_UNITS))).unwrap_or(u32::MAX)
}

/// Class limits of a level in thousandths, worst first; the class is the number of limits reached.
pub const CLASS_FROM_PERMILLE: [u32; 4] = [200, 500, 750, 950];

/// Class of a level: 4 normal, 3 hindered, 2 limited, 1 severe, 0 out.
pub fn level_class(level: Level) -> u8 {
    CLASS_FROM.iter().map(|from| u8::from(level >= *from)).sum()
}

/// The least level that is so many thousandths when it is rounded to nearest.
pub(super) const CLASS_FROM: [Level; CLASS_FROM_PERMILLE.len()] = {
    let mut all = [Level::ZERO; CLASS_FROM_PERMILLE.len()];
    let mut at = 0;
    while at < all.len() {
        all[at] = Level::least_of_permille(CLASS_FROM_PERMILLE[at]);
        at += 1;
    }
    all
};

/// What is left of a number of slots or moves after the loss of a share, at a level of the process that it needs: rounded to
/// nearest.
pub fn capacity_left(count: u16, lost: Level, carried: Level) -> u16 {
    if lost == Level::ZERO && carried == Level::ONE {
        return count;
    }
    let level = lost.lack().times_floor(carried);
    u16::try_from(level.of_round(u32::from(count))).unwrap_or(count)
}

/// True for a way with an overhead wire all along: who passes a stretch without one runs on its own diesel from end to end.
pub fn wired(country: &Country, path: &Path) -> bool {
    path.links().all(|link| {
        let edge = &country.edges[link.edge()];
        edge.mode == Mode::Rail && edge.limits.electrified
    })
}

/// True for a way that an electric train cannot take now because a wire on it is dead: it needs a diesel locomotive.
pub fn needs_diesel(country: &Country, state: &State, path: &Path) -> bool {
    state.network.unpowered_count > 0
        && path.links().any(|link| state.network.unpowered[link.edge()])
        && wired(country, path)
}

/// What a process allows in a region of what it carries when one supplier is left out: its own capability times the least that
/// its other dependencies allow. For trains that do not need traction power: train control runs on emergency power.
pub fn level_without(
    country: &Country,
    state: &State,
    process: ProcessId,
    region: RegionId,
    supplier: ProcessId,
) -> Level {
    let arcs = country.arcs_of(process).filter(|(_, arc)| arc.supplier != supplier);
    let allowed = arcs.map(|(arc, row)| {
        let level = state.processes.level[row.supplier][region];
        kernels::allowed_by(row.buffer, row.depth, level, state.processes.buffer[arc][region])
    });
    let least = allowed.min().unwrap_or(Level::ONE.0);
    Level(state.processes.capability[process][region]).times_floor(Level(least))
}

/// What the neighbour lets through in a window of a stretch at a crossing after the loss of a share:
/// `round(accepts_per_day * (1 - lost)) * window / 24`, rounded down, but never less than one slot while any is left of a
/// crossing whose whole number, without the loss, is less than one a window. No limit elsewhere.
pub fn accepted(country: &Country, edge: EdgeId, lost: impl Fn(Target) -> Level) -> u16 {
    let Some(crossing) = country.crossing_of(edge) else { return u16::MAX };
    let Some(whole) = country.nodes[crossing].accepts_per_day else { return u16::MAX };
    let of_window = |a_day: u16| u32::from(a_day) * u32::from(country.edges[edge].window_hours.max(1)) / 24;
    let left = of_window(capacity_left(whole, lost(Target::Crossing(crossing)), Level::ONE));
    let least =
        u32::from(left == 0 && of_window(whole) == 0 && lost(Target::Crossing(crossing)) < Level::ONE);
    u16::try_from(left.max(least)).unwrap_or(u16::MAX)
}

/// The crossing whose neighbour, and nothing on this side, keeps the slots of a stretch as low as they are.
pub fn neighbour_binds(country: &Country, state: &State, edge: EdgeId) -> Option<NodeId> {
    let crossing = country.crossing_of(edge)?;
    let open = state.damages.open.iter();
    let lost = |target: Target| {
        let rows = open.clone().filter(|row| row.target == target);
        rows.fold(Level::ZERO, |sum, row| sum.plus(row.loss_now()))
    };
    let accepted = accepted(country, edge, lost);
    (accepted < country.edges[edge].slots && accepted <= state.network.capacity[edge]).then_some(crossing)
}

/// What a consignment asks of the network; none for a movement or train that the plan does not know.
pub fn fit(country: &Country, plan: &Plan, what: What) -> Option<Fit> {
    match what {
        What::Freight(demand) => Some(country.demands[demand].fit),
        What::Movement(movement, row) => {
            let destination = plan.movements[movement].destinations.get(usize::from(row))?;
            Some(country.fleets[destination.fleet].fit)
        }
        What::Special(train) => plan.trains.get(usize::from(train)).map(SpecialTrain::fit),
    }
}

/// What keeps a process below one in a region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LimitedBy {
    /// It is at one.
    Nothing,
    /// Its own damage; the largest open one.
    Damage(u32),
    /// A supplier, with its buffer used up as far as it is.
    Supplier(ProcessId),
    /// The grid, which does not bring all that its own network could take.
    Grid(Shortfall),
    /// People of a sector are missing.
    Staff(SectorId),
    /// Nothing holds it any more: it is starting up.
    Restart,
}

/// The binding limit of a process in a region, by the state as it stands: of all its dependencies and what is its own, what allows least.
///
/// With c the capability, a the least that a dependency allows at the level and store of now (of equals the process of lowest
/// number), and d the largest open damage by its loss of now (of equals the first), that one alone and not the sum; the first that holds:
///
/// 1. nothing at a level of one; starting up where the level is below `c * a`, rounded down;
/// 2. the grid where its share is below one and neither a nor `1 - d` is below it;
/// 3. with `c <= a`: people, where what they allow (`workforce`) is below `1 - d`, with no damage below one; else the damage, if
///    there is one;
/// 4. the supplier that allows a, where a is below one. So it stands for what has no limit of its own: a good that lacks, strain,
///    machines without signals;
/// 5. starting up, although it may be those that hold it.
pub fn limited_by(country: &Country, state: &State, process: ProcessId, region: RegionId) -> LimitedBy {
    let level = state.processes.level(process, region);
    if level == Level::ONE {
        return LimitedBy::Nothing;
    }
    let own = state.processes.capability[process][region];
    let supplied = country.arcs_of(process).map(|(arc, row)| {
        let supplier = state.processes.level[row.supplier][region];
        let buffer = state.processes.buffer[arc][region];
        (kernels::allowed_by(row.buffer, row.depth, supplier, buffer), row.supplier)
    });
    let worst = supplied.min().unwrap_or((Level::ONE.0, process));
    let target = Level(own).times_floor(Level(worst.0));
    if level < target {
        return LimitedBy::Restart;
    }
    let largest = state
        .damages
        .open
        .iter()
        .filter(|row| row.target == Target::Process(process, region))
        .max_by_key(|row| (row.loss_now(), std::cmp::Reverse(row.serial)));
    let served = state.power.serves(process, region);
    let damaged = largest.map_or(Level::ZERO, Damage::loss_now);
    if served < Level::ONE && served.0 <= worst.0 && served <= damaged.lack() {
        return LimitedBy::Grid(state.power.limit[region]);
    }
    let (staffed, short) = labour::staffing_of(country, state, process, region);
    let lost = largest.map_or(Level::ZERO, Damage::loss_now);
    match (largest, short) {
        (_, Some(sector)) if own <= worst.0 && staffed.lack() > lost => LimitedBy::Staff(sector),
        (Some(damage), _) if own <= worst.0 => LimitedBy::Damage(damage.serial),
        _ if worst.0 < Level::ONE.0 => LimitedBy::Supplier(worst.1),
        _ => LimitedBy::Restart,
    }
}

/// The chain of causes behind a level, nearest first: suppliers in the same region until a damage, then what caused that; or until the
/// grid or people, then what `behind_grid` and `labour::behind` tell. It ends where something starts up or where a process comes back.
pub fn why(country: &Country, state: &State, process: ProcessId, region: RegionId) -> Vec<Cause> {
    let mut chain = Vec::new();
    trace(country, state, process, region, &mut chain);
    chain
}

/// [`why`], added to a chain that is empty.
pub(super) fn trace(
    country: &Country,
    state: &State,
    process: ProcessId,
    region: RegionId,
    chain: &mut Vec<Cause>,
) {
    let mut at = process;
    loop {
        match limited_by(country, state, at, region) {
            LimitedBy::Supplier(supplier) => {
                let link = Cause::Process(supplier);
                if chain.contains(&link) {
                    return;
                }
                chain.push(link);
                at = supplier;
            }
            LimitedBy::Damage(serial) => {
                chain.push(Cause::Damage(serial));
                chain.extend(damage(state, serial).map(|row| row.cause));
                return;
            }
            LimitedBy::Grid(shortfall) => {
                behind_grid(country, state, shortfall, chain);
                return;
            }
            LimitedBy::Staff(sector) => {
                chain.push(Cause::Staff(sector));
                chain.extend(labour::behind(country, state, sector, region));
                return;
            }
            LimitedBy::Nothing | LimitedBy::Restart => return,
        }
    }
}

/// What lies behind a shortfall of the grid, as far as it still exists: what brought it down, the damage of the element (the largest by its
/// loss of now, of equals the first), what caused that; or the process that brings the gas, with which the chain ends.
fn behind_grid(country: &Country, state: &State, shortfall: Shortfall, chain: &mut Vec<Cause>) {
    chain.push(Cause::Grid(shortfall));
    match shortfall {
        Shortfall::BlackStart => {
            if let Some((_, first)) = state.power.collapsed.filter(|(_, first)| *first != shortfall) {
                behind_grid(country, state, first, chain);
            }
        }
        Shortfall::Element(element) => {
            let open = state.damages.open.iter().filter(|row| row.target == Target::Grid(element));
            let largest = open.max_by_key(|row| (row.loss_now(), std::cmp::Reverse(row.serial)));
            chain.extend(largest.into_iter().flat_map(|row| [Cause::Damage(row.serial), row.cause]));
        }
        Shortfall::Gas => chain.extend(country.electricity.as_ref().map(|row| Cause::Process(row.gas))),
        Shortfall::Nothing
        | Shortfall::Weather
        | Shortfall::Import
        | Shortfall::Lines
        | Shortfall::Shortage => {}
    }
}

/// An open damage by its serial.
pub fn damage(state: &State, serial: u32) -> Option<&Damage> {
    state.damages.open.iter().find(|row| row.serial == serial)
}

/// The region in which something that can be hit lies; none abroad.
pub fn region_of(country: &Country, target: Target) -> Option<RegionId> {
    match target {
        Target::Process(_, region) => Some(region),
        Target::Grid(element) => country.electricity.as_ref().map(|row| row.elements[element].region()),
        Target::Edge(edge) => country.edges[edge].region,
        Target::Terminal(node) | Target::Crossing(node) => country.nodes[node].region,
    }
}

/// Class of the claim for crews that a damage makes: that of the process; for an element of the grid that of electricity; for a
/// stretch, a terminal or a crossing what its pool says runs there, or else the class of the process it needs (a crossing: of
/// terminals), or other freight where it needs none.
pub fn repair_class(country: &Country, target: Target) -> Class {
    let (pool, process) = match target {
        Target::Process(process, _) => (None, Some(process)),
        Target::Grid(_) => (None, country.electricity.as_ref().map(|row| row.process)),
        Target::Edge(edge) => {
            let row = &country.edges[edge];
            (row.pool, country.process_of(row.mode))
        }
        Target::Terminal(node) | Target::Crossing(node) => {
            (country.nodes[node].handling.map(|handling| handling.pool), country.handling_process())
        }
    };
    let runs = pool.and_then(|pool| country.pools[pool].runs);
    let needs = process.map(|process| country.processes[process].class);
    runs.or(needs).unwrap_or(Class::Commercial)
}

/// What keeps teams from a damage that can be worked on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CrewsShort {
    /// There are no teams at all.
    None,
    /// The policy lets no more than this many teams work for its class, and they do.
    Cap(u16),
    /// So many teams are free, and kept so for other classes.
    Kept(u32),
    /// All teams work on damage that comes first.
    Busy,
    /// Teams came free in the last tick, when something was mended.
    Freed,
}

/// What kept more teams from a damage in the last tick; nothing when it had all it takes, or could not be worked on.
pub fn crews_short(country: &Country, state: &State, damage: &Damage) -> Option<CrewsShort> {
    let ran = state.tick.0.checked_sub(1)?;
    if damage.work == 0 || damage.workable.0 > ran || damage.teams >= damage.teams_max {
        return None;
    }
    let class = repair_class(country, damage.target);
    let row = &state.pools[country.skills[damage.skill].pool];
    let at_work: u32 = row.lent.0.iter().sum();
    let cap = row.policy.cap[class];
    let others = Class::ALL.into_iter().filter(|other| *other != class);
    let kept: u32 =
        others.map(|other| u32::from(row.policy.minimum[other]).saturating_sub(row.lent[other])).sum();
    Some(match row.units.saturating_sub(at_work) {
        _ if row.units == 0 => CrewsShort::None,
        _ if row.lent[class] >= u32::from(cap) => CrewsShort::Cap(cap),
        0 => CrewsShort::Busy,
        free if free <= kept => CrewsShort::Kept(free),
        _ => CrewsShort::Freed,
    })
}

/// Why an edge has fewer slots than it should: what the neighbour takes over, its own damage, or the process it needs.
pub fn edge_cause(country: &Country, state: &State, edge: EdgeId) -> Cause {
    let behind = neighbour_binds(country, state, edge).map(Target::Crossing);
    let hit = behind.unwrap_or(Target::Edge(edge));
    let own = state.damages.open.iter().filter(|row| row.target == hit);
    if let Some(row) = own.max_by_key(|row| (row.loss_now(), std::cmp::Reverse(row.serial))) {
        return Cause::Damage(row.serial);
    }
    country.process_of(country.edges[edge].mode).map_or(Cause::Routine, Cause::Process)
}

/// Where a consignment is: the metres it has gone on its link, or the node where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whereabouts {
    /// On a link, this share of the way (in thousandths).
    OnLink(super::ids::LinkId, u16),
    /// At a node.
    AtNode(super::ids::NodeId),
}

/// Where a consignment is, `extra_s` seconds into the running tick.
pub fn whereabouts(
    country: &Country,
    plan: &Plan,
    state: &State,
    consignment: ConsignmentId,
    extra_s: u32,
) -> Option<Whereabouts> {
    let row = state.consignments.rows.get(consignment).filter(|row| row.phase != Phase::Gone)?;
    if row.phase != Phase::Moving {
        return Some(Whereabouts::AtNode(row.at));
    }
    let path = state.path(plan, row.path?)?;
    let gone_s = state.tick.since(row.departed).0 * super::time::SECONDS_PER_TICK + extra_s;
    let step = path.steps.iter().take_while(|step| step.entry_s <= gone_s).last()?;
    let transit = country.edges[step.link.edge()].transit_s.max(1);
    let share = u64::from(gone_s - step.entry_s) * 1000 / u64::from(transit);
    Some(Whereabouts::OnLink(step.link, u16::try_from(share.min(1000)).unwrap_or(1000)))
}

/// Units of a held pool or a stock that a claim of a class could get now.
pub fn room(country: &Country, state: &State, pool: PoolId, class: Class) -> u32 {
    lending::room(country, state, pool, class)
}

/// Units of a held pool that civil users have by standing contract now, by class.
pub fn civil_in_use(country: &Country, state: &State, pool: PoolId) -> PerClass<u32> {
    lending::civil_in_use(&state.pools[pool], &country.pools[pool].civil)
}

/// The pool that a refusal is booked on: the one that binds.
pub fn binding_pool(country: &Country, binding: Binding) -> Option<PoolId> {
    match binding {
        Binding::Slots(link, _)
        | Binding::KeptFree(link, _)
        | Binding::Cap(link, _)
        | Binding::ConvoyHours(link, _)
        | Binding::Ceiling(link) => country.edges[link.edge()].pool,
        Binding::DayCap(pool) | Binding::Units(pool) => Some(pool),
        Binding::Handling(node) | Binding::QuayFull(node) => {
            country.nodes[node].handling.map(|handling| handling.pool)
        }
        Binding::Crowd(_) => country.rules.standstill.as_ref().map(|rules| rules.guards),
        Binding::NoWay => None,
    }
}

/// Where a train stands among people whom too few guards keep off the track.
pub fn crowded(state: &State, consignment: ConsignmentId) -> Option<NodeId> {
    let open = state.alarms.iter().find(|row| row.train == consignment && row.ended.is_none());
    open.filter(|row| row.blocked).map(|row| row.at)
}

/// What binds a claim that waits for a path now, on its fastest open way; none when it would fit.
pub fn binding(country: &Country, plan: &Plan, state: &State, consignment: ConsignmentId) -> Option<Binding> {
    if let Some(at) = crowded(state, consignment) {
        return Some(Binding::Crowd(at));
    }
    let row = &state.consignments.rows[consignment];
    let planned = row.od.map(|od| plan.routes.ods[od].paths.as_slice()).unwrap_or_default();
    let mut ways = planned.iter().chain(row.path.iter()).filter_map(|path| state.path(plan, *path));
    match ways.find(|path| !dispatch::is_shut(state, path)) {
        Some(path) => {
            let wish = booking::Wish::of(country, plan, row);
            let full = booking::fits_at(country, plan, state, path, wish, state.tick).err();
            full.or_else(|| dispatch::no_diesel(country, state, row.class, path))
        }
        None => Some(Binding::NoWay),
    }
}
