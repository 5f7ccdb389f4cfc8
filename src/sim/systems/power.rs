//! The balance of electricity: load, production, import and lines, and what is shed when they do not add up.
//!
//! In megawatts, by region, at the start of each hour, in every tick of a black start, and in a tick in which something of the grid broke, was whole
//! again or was decided (damage of the process itself only while the balance is disturbed); what a repair brings back bit by bit counts from the next hour.
//!
//! The balance is disturbed while an element is damaged, one of `LEVERS` is not zero anywhere, gas or the pipes before the plants are below one
//! anywhere, or the grid is being started up. While it is not, load, import and reserve are those of the plan (`power_plan`: own damage of
//! the process takes nothing off there) and everybody is served. Otherwise:
//!
//! - a region asks `load (1000 - saved) / 1000`, rounded down, plus new load as far as the grid has room for it;
//! - it needs what it asks times `own * stations`, to the nearest megawatt: what its own network leaves (`processes`, without the grid), and what
//!   its stations let through once their spare is used;
//! - an element delivers what it can with the weather (the plan's times `1000 + lever`, at most all), of gas-fired plants times gas, times
//!   what damage leaves of it, each of the last two to the nearest megawatt. Gas is all while the pipes are above nothing, else the level of
//!   gas in the region. At the start of an hour the pipes lose `ceil(h (1 - level))` and gain `ceil(h level)`, h = 1 / hours, within nothing and all.
//!
//! 1. All plants feed the regions in order of number (`grid::Flow`), then the interconnectors do. In nearly every hour that
//!    serves all. Import, reserve and what is short are those of this flow, also when 2 follows.
//! 2. When it does not, the flow begins anew with all sources at once, region by region: first the protected part of each (rounded down),
//!    then the rest. The order is: by the lever to be served first, highest first, then those that the rota sheds last: with k the hour over the hours
//!    of the rota, modulo the regions, k - 1, k - 2, ... and k at the end. With load spread by the crisis plan the rest is handed out in
//!    many equal parts instead: in part i of n up to `protected + rest * i / n`.
//! 3. When more is short than at the look before, by more than the grid can catch of all that is needed, all of it comes down: nobody is served and
//!    nothing comes in. After the black start the part `ticks since then * rate` of all need is served (to the nearest megawatt): regions that are to be
//!    served first get all they need of it, the others share what is left in proportion, rounded down; what is not asked back yet is not short. At one it is over.
//!
//! The part of what a region needs (before 3) that it gets, rounded down, times what its stations let through is what the process can be at most
//! beside its own damage (`state::PowerState::share`). What was not served in the quarter before is added up in every tick, by the level then. Must not
//! choose who goes without inside a region: stations are switched, not users.

use super::{Ctx, processes};
use crate::sim::{
    country::{Country, Electricity, Element, ElementKind, Fuel, Lever, REGION_LANES},
    effect::Target,
    grid::Flow,
    ids::{DenseId, GridId, RegionId, Table},
    num::{Level, mul_ceil},
    power_plan,
    state::{Lanes, MeasuresState, PowerState, Shortfall, State},
};
use arrayvec::ArrayVec;
use std::cmp::Reverse;

/// What a balance comes to, in megawatts.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::sim) struct Sums {
    pub import: u32,
    pub reserve: u32,
    pub short: u32,
}

/// Levers that change the balance.
const LEVERS: [Lever; 8] = [
    Lever::Wind,
    Lever::Sun,
    Lever::ImportReady,
    Lever::PowerSaving,
    Lever::PowerFirst,
    Lever::PowerSpread,
    Lever::SpareLines,
    Lever::NewLoad,
];

/// One tick of the balance.
#[inline(never)]
pub(in crate::sim) fn run(ctx: &mut Ctx, state: &mut State) {
    let Some(power) = &ctx.country.electricity else { return };
    count(ctx.country, power, state);
    let hourly = state.tick.starts_hour();
    if hourly {
        burn(power, state);
    }
    if !hourly && !state.power.changed && state.power.collapsed.is_none() {
        return;
    }
    state.power.disturbed = is_disturbed(power, state);
    let planned = ctx.plan.power.ordinary(state.tick.hour()).filter(|row| row.whole);
    match planned {
        Some(row) if !state.power.disturbed => {
            let hour = state.tick.hour();
            for (region, asked) in state.power.demand_mw.iter_mut() {
                *asked = ctx.plan.power.load_mw(hour, region).unwrap_or(0);
            }
            (state.power.import_mw, state.power.reserve_mw) = (row.import_mw, row.reserve_mw);
            state.power.short_mw = 0;
            state.power.congested_mw.rows_mut().fill(0);
            if !state.power.is_whole() {
                let whole = Lanes([Level::ONE.0; REGION_LANES]);
                state.power.limit.rows_mut().fill(Shortfall::Nothing);
                serve(power, state, whole);
            }
        }
        _ => balance(ctx, power, state),
    }
    state.power.changed = false;
}

/// Adds up what was not served in the quarter before.
fn count(country: &Country, power: &Electricity, state: &mut State) {
    let levels = state.processes.level[power.process];
    if levels == Lanes([Level::ONE.0; REGION_LANES]) {
        return;
    }
    for (region, row) in country.regions.iter() {
        let lack = u64::from(1000_u32.saturating_sub(Level(levels[region]).permille()));
        state.power.unserved[region] += u64::from(state.power.demand_mw[region]) * lack;
        state.power.without[region] += u64::from(row.population) * lack;
    }
}

/// The hour's gas: the pipes before the plants empty where none comes in, and fill where it does.
fn burn(power: &Electricity, state: &mut State) {
    let whole = Lanes([Level::ONE.0; REGION_LANES]);
    let gas = state.processes.level[power.gas];
    if gas == whole && state.power.linepack == whole {
        return;
    }
    let hour = Level::ratio_floor(1, u64::from(power.linepack_hours.max(1)));
    for (pack, gas) in state.power.linepack.0.iter_mut().zip(gas.0) {
        let used = mul_ceil(hour.0, Level(gas).lack().0);
        let filled = mul_ceil(hour.0, gas);
        *pack = (*pack - used + filled).clamp(0, Level::ONE.0);
    }
}

/// What gas-fired plants in a region can burn.
fn gas(power: &Electricity, state: &State, region: RegionId) -> Level {
    if state.power.linepack[region] > 0 { Level::ONE } else { state.processes.level(power.gas, region) }
}

/// Is anything not as planned?
fn is_disturbed(power: &Electricity, state: &State) -> bool {
    let whole = Lanes([Level::ONE.0; REGION_LANES]);
    let moved = |lever: Lever| {
        state.measures.levers.get(lever as usize).is_some_and(|row| row.0.iter().any(|value| *value != 0))
    };
    state.power.collapsed.is_some()
        || state.damages.open.iter().any(|row| matches!(row.target, Target::Grid(_)))
        || state.processes.level[power.gas] != whole
        || state.power.linepack != whole
        || LEVERS.into_iter().any(moved)
}

/// A lever as thousandths of what is there without it.
fn scaled(measures: &MeasuresState, lever: Lever, region: RegionId) -> u32 {
    u32::try_from(1000 + measures.lever(lever, region)).unwrap_or(0)
}

/// What is left out when asking what something costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Without {
    Nothing,
    Damage,
    Weather,
    Gas,
    Import,
}

/// What a plant or an interconnector can deliver with these conditions, in megawatts, before damage.
pub(in crate::sim) fn available(
    power: &Electricity,
    element: &Element,
    (wind, sun): (u32, u32),
    import_more: i32,
    gas: Level,
) -> u32 {
    match element.kind {
        ElementKind::Line { .. } | ElementKind::Station { .. } => 0,
        ElementKind::Plant { fuel, .. } => {
            let part = power.yields_permille(fuel, wind, sun);
            let all = u64::from(element.mw) * u64::from(part) / 1000;
            let all = u32::try_from(all).unwrap_or(u32::MAX / 2);
            if fuel == Fuel::Gas { gas.of_round(all) } else { all }
        }
        ElementKind::Tie { ready_permille, .. } => {
            let ready = u32::try_from(i32::from(ready_permille) + import_more).unwrap_or(0).min(1000);
            element.mw * ready / 1000
        }
    }
}

/// What plants and interconnectors of each region can count on now.
struct Conditions {
    /// Wind and sun of the plan.
    plan: [(u32, u32); REGION_LANES],
    /// Wind and sun as they are.
    weather: [(u32, u32); REGION_LANES],
    gas: [Level; REGION_LANES],
    /// What neighbours can supply beyond the ordinary, in thousandths.
    import_more: [i32; REGION_LANES],
}

impl Conditions {
    fn now(ctx: &Ctx, power: &Electricity, state: &State) -> Self {
        let none = [(0, 0); REGION_LANES];
        let mut now = Self {
            plan: none,
            weather: none,
            gas: [Level::ONE; REGION_LANES],
            import_more: [0; REGION_LANES],
        };
        let measures = &state.measures;
        for region in ctx.country.regions.ids() {
            let at = region.index();
            let (wind, sun) = ctx.plan.weather.at(state.tick.hour(), region, ctx.country.regions.len());
            let here = |value: u32, lever| (value * scaled(measures, lever, region) / 1000).min(1000);
            now.plan[at] = (wind, sun);
            now.weather[at] = (here(wind, Lever::Wind), here(sun, Lever::Sun));
            now.gas[at] = gas(power, state, region);
            now.import_more[at] = measures.lever(Lever::ImportReady, region);
        }
        now
    }
}

/// What an element can deliver now.
fn delivers(power: &Electricity, state: &State, now: &Conditions, id: GridId, without: Without) -> u32 {
    let element = &power.elements[id];
    let at = element.region().index();
    let weather = if without == Without::Weather { now.plan[at] } else { now.weather[at] };
    let more = if without == Without::Import { 0 } else { now.import_more[at] };
    let gas = if without == Without::Gas { Level::ONE } else { now.gas[at] };
    let whole = available(power, element, weather, more, gas);
    let lost = if without == Without::Damage { Level::ZERO } else { lost(state, id) };
    lost.lack().of_round(whole)
}

/// What an element can deliver now with everything that is wrong, as [`balance`] found it.
fn deliverable(state: &State, id: GridId) -> u32 {
    state.work.grid_brings[id]
}

/// The open loss of an element, as [`look_at_damage`] found it.
fn lost(state: &State, id: GridId) -> Level {
    state.work.grid_lost[id]
}

/// Adds up the open losses of every element.
fn look_at_damage(power: &Electricity, state: &mut State) {
    let lost = &mut state.work.grid_lost;
    lost.fill_again(Level::ZERO, power.elements.len());
    for row in &state.damages.open {
        if let Target::Grid(id) = row.target {
            lost[id] = lost[id].plus(row.loss_now());
        }
    }
}

/// The lines with what they carry now.
pub(in crate::sim) fn lines(
    power: &Electricity,
    lost: impl Fn(GridId) -> Level,
    released: impl Fn(RegionId) -> u32,
) -> impl Iterator<Item = (u8, u8, u32)> {
    power.elements.iter().filter_map(move |(id, element)| match element.kind {
        ElementKind::Line { from, to, .. } => {
            let released = released(from).max(released(to));
            Some((lane(from), lane(to), element.carries_mw(lost(id), released)))
        }
        ElementKind::Plant { .. } | ElementKind::Tie { .. } | ElementKind::Station { .. } => None,
    })
}

fn lane(region: RegionId) -> u8 {
    u8::try_from(region.index()).unwrap_or(0)
}

/// Feeds all needs, by the plants as far as they can and only then by import; the lines of the flow are set and nothing runs
/// over them.
pub(in crate::sim) fn own_first(
    flow: &mut Flow,
    power: &Electricity,
    need: &[u32],
    available: impl Fn(GridId, &Element) -> u32,
) -> Sums {
    let mut sums = Sums { short: need.iter().sum(), ..Sums::default() };
    for import in [false, true] {
        for (id, element) in power.elements.iter().filter(|(_, row)| row.is_source()) {
            if matches!(element.kind, ElementKind::Tie { .. }) == import {
                flow.bring(element.region().index(), available(id, element));
            }
        }
        if sums.short == 0 {
            continue;
        }
        let mut used = 0;
        for (region, need) in (0..).zip(need) {
            used += flow.push(region, need - flow.got[usize::from(region)]);
        }
        sums.short -= used;
        if import {
            sums.import = used;
        }
    }
    sums.reserve = flow.left();
    sums
}

/// Works out who is served.
fn balance(ctx: &mut Ctx, power: &Electricity, state: &mut State) {
    look_at_damage(power, state);
    let now = Conditions::now(ctx, power, state);
    let mut brings = std::mem::take(&mut state.work.grid_brings);
    brings.fill_again(0, power.elements.len());
    for (id, brings) in brings.iter_mut().filter(|(id, _)| power.elements[*id].is_source()) {
        *brings = delivers(power, state, &now, id, Without::Nothing);
    }
    state.work.grid_brings = brings;
    let mut flow = std::mem::take(&mut state.work.flow);
    let regions = ctx.country.regions.len();
    ask(ctx, power, state);
    let (mut need, stations) = needs(ctx, power, state);
    let ceiling = ceiling(power, state);
    let whole = need;
    if let Some(part) = ceiling {
        ration(ctx, state, part, &mut need);
    }
    let released = |region| u32::try_from(state.measures.lever(Lever::SpareLines, region)).unwrap_or(0);
    flow.begin(lines(power, |id| lost(state, id), released));
    let needed = need.get(..regions).unwrap_or_default();
    let sums = own_first(&mut flow, power, needed, |id, _| deliverable(state, id));
    if sums.short > 0 {
        in_order_of_rota(ctx, power, state, &mut flow, &need);
    }
    let fell = sums.short.saturating_sub(state.power.short_mw);
    let asked: u64 = whole.iter().map(|need| u64::from(*need)).sum();
    let down = ceiling.is_none()
        && power.collapse_permille > 0
        && u64::from(fell) * 1000 > asked * u64::from(power.collapse_permille);
    let mut shares = Lanes([Level::ONE.0; REGION_LANES]);
    let mut causes = Table::<RegionId, Shortfall>::default();
    std::mem::swap(&mut causes, &mut state.power.limit);
    let mut known = ArrayVec::<(u32, Shortfall), REGION_LANES>::new();
    for region in ctx.country.regions.ids() {
        let at = region.index();
        let got = Level::ratio_floor(u64::from(flow.got[at]), u64::from(whole[at]));
        shares[region] = got.times_floor(stations[at].0).0;
        causes[region] = if got < Level::ONE && (ceiling.is_some() && need[at] < whole[at]) {
            Shortfall::BlackStart
        } else if got < Level::ONE && got <= stations[at].0 {
            let side = flow.side(lane(region));
            let found = known.iter().find(|(each, _)| *each == side).map(|(_, cause)| *cause);
            found.unwrap_or_else(|| {
                let cause = culprit(power, state, &now, side);
                known.push((side, cause));
                cause
            })
        } else {
            stations[at].1
        };
    }
    if down {
        let worst = causes.rows().iter().copied().find(|row| *row != Shortfall::Nothing).unwrap_or_default();
        state.power.collapsed = Some((state.tick, worst));
        causes.rows_mut().fill(Shortfall::BlackStart);
        shares = Lanes([0; REGION_LANES]);
    }
    state.power.limit = causes;
    state.power.import_mw = if down { 0 } else { sums.import };
    state.power.reserve_mw = sums.reserve;
    state.power.short_mw = sums.short;
    state.work.flow = flow;
    serve(power, state, shares);
}

/// Load of the hour, less what is saved, with new load as far as there is room.
fn ask(ctx: &Ctx, power: &Electricity, state: &mut State) {
    let hour = state.tick.hour();
    for region in ctx.country.regions.ids() {
        let load = ctx.plan.power.load_mw(hour, region);
        let load =
            load.unwrap_or_else(|| power_plan::load_mw(ctx.country, power, ctx.plan.start, hour, region));
        let saved = u32::try_from(state.measures.lever(Lever::PowerSaving, region)).unwrap_or(0).min(1000);
        let new = u32::try_from(state.measures.lever(Lever::NewLoad, region)).unwrap_or(0);
        let room = power.loads.get(region).map_or(0, |row| row.headroom_mw);
        let kept = u64::from(load) * u64::from(1000 - saved) / 1000;
        state.power.demand_mw[region] = u32::try_from(kept).unwrap_or(load) + new.min(room);
        state.power.congested_mw[region] = new.saturating_sub(room);
    }
}

type Stations = [(Level, Shortfall); REGION_LANES];

/// What each region needs of the grid, and what its stations let through.
fn needs(ctx: &Ctx, power: &Electricity, state: &State) -> ([u32; REGION_LANES], Stations) {
    let mut stations = [(Level::ONE, Shortfall::Nothing); REGION_LANES];
    for (id, element) in power.elements.iter() {
        if let ElementKind::Station { region, .. } = element.kind {
            let through = element.lets_through(lost(state, id));
            if through < Level::ONE {
                stations[region.index()] = (through, Shortfall::Element(id));
            }
        }
    }
    let mut lost = [Level::ZERO; REGION_LANES];
    for row in &state.damages.open {
        if let Target::Process(process, region) = row.target
            && process == power.process
        {
            lost[region.index()] = lost[region.index()].plus(row.loss_now());
        }
    }
    let mut need = [0; REGION_LANES];
    for region in ctx.country.regions.ids() {
        let own = processes::left_of(state, power.process, region, lost[region.index()]);
        let through = own.times_floor(stations[region.index()].0);
        need[region.index()] = through.of_round(state.power.demand_mw[region]);
    }
    (need, stations)
}

/// The part of all load that can be served while the grid is being started up; none when it is not.
fn ceiling(power: &Electricity, state: &mut State) -> Option<Level> {
    let (since, _) = state.power.collapsed?;
    let gone = state.tick.since(since).0;
    let ticks = gone.saturating_sub(power.black_start.0);
    let part = u64::from(ticks) * u64::try_from(power.black_start_per_tick.0).unwrap_or(0);
    let part = i32::try_from(part).unwrap_or(Level::ONE.0);
    if part >= Level::ONE.0 {
        state.power.collapsed = None;
        return None;
    }
    Some(Level(part))
}

/// Keeps needs within what can be served: first those that are to be served first, then all others in proportion.
fn ration(ctx: &Ctx, state: &State, part: Level, need: &mut [u32; REGION_LANES]) {
    let all: u64 = need.iter().map(|row| u64::from(*row)).sum();
    let mut left = u64::from(part.of_round(u32::try_from(all).unwrap_or(u32::MAX)));
    let first = |region: RegionId| state.measures.lever(Lever::PowerFirst, region) > 0;
    for region in order(ctx, state).into_iter().take(ctx.country.regions.len()).filter(|id| first(*id)) {
        let row = &mut need[region.index()];
        *row = (*row).min(u32::try_from(left).unwrap_or(u32::MAX));
        left -= u64::from(*row);
    }
    let others = || ctx.country.regions.ids().filter(|region| !first(*region));
    let rest: u64 = others().map(|region| u64::from(need[region.index()])).sum();
    for region in others() {
        let row = &mut need[region.index()];
        *row = u32::try_from(u64::from(*row) * left.min(rest) / rest.max(1)).unwrap_or(0);
    }
}

/// Regions in the order in which they are served when there is not enough; the numbers behind those of the country
/// mean nothing.
fn order(ctx: &Ctx, state: &State) -> [RegionId; REGION_LANES] {
    let power = ctx.country.electricity.as_ref();
    let regions = u32::try_from(ctx.country.regions.len()).unwrap_or(1).max(1);
    let turn = state.tick.hour() / power.map_or(1, |row| row.rota_hours).max(1) % regions;
    // The region that the rota sheds first is served last, the one before it first.
    let mut order = [RegionId(0); REGION_LANES];
    for (row, place) in order.iter_mut().zip(1..=regions) {
        *row = RegionId((turn + regions - place) % regions);
    }
    let first = |region: RegionId| state.measures.lever(Lever::PowerFirst, region);
    let served = order.get_mut(..regions as usize).unwrap_or_default();
    if served.iter().any(|region| first(*region) != 0) {
        served.sort_unstable_by_key(|region| {
            (Reverse(first(*region)), Reverse((region.0 + regions - turn) % regions))
        });
    }
    order
}

/// Serves what can be served region by region.
fn in_order_of_rota(
    ctx: &Ctx,
    power: &Electricity,
    state: &State,
    flow: &mut Flow,
    need: &[u32; REGION_LANES],
) {
    flow.again();
    for (id, element) in power.elements.iter().filter(|(_, row)| row.is_source()) {
        flow.bring(element.region().index(), deliverable(state, id));
    }
    let order = order(ctx, state);
    let order = || order.iter().take(ctx.country.regions.len());
    let least =
        |need: u32| u32::try_from(u64::from(need) * u64::from(power.protected_permille) / 1000).unwrap_or(0);
    for region in order() {
        flow.push(lane(*region), least(need[region.index()]));
    }
    let spread = state.measures.lever_anywhere(Lever::PowerSpread, ctx.country.regions.len()) > 0;
    let parts = if spread { power.spread_parts } else { 1 };
    for part in 1..=parts {
        for region in order() {
            let all = need[region.index()];
            let target = least(all) + (all - least(all)) * part / parts;
            flow.push(lane(*region), target.saturating_sub(flow.got[region.index()]));
        }
    }
}

/// What costs the regions on one side of what holds them down most: a damaged element there or a line into it, less wind and
/// sun, gas, neighbours; when it is none of these, the lines into it, or simply more load than power.
fn culprit(power: &Electricity, state: &State, now: &Conditions, side: u32) -> Shortfall {
    let mut worst = (0, Shortfall::Nothing);
    let mut name = |cost: u32, cause| {
        if cost > worst.0 {
            worst = (cost, cause);
        }
    };
    let (mut weather, mut gas, mut import) = (0, 0, 0);
    let released = |region| u32::try_from(state.measures.lever(Lever::SpareLines, region)).unwrap_or(0);
    let mut entered = false;
    for (id, element) in power.elements.iter().filter(|(_, row)| row.feeds(side)) {
        if let ElementKind::Line { from, to, .. } = element.kind {
            entered = true;
            let use_of_spare = released(from).max(released(to));
            let whole = element.carries_mw(Level::ZERO, use_of_spare);
            name(whole - element.carries_mw(lost(state, id), use_of_spare), Shortfall::Element(id));
            continue;
        }
        let delivered = deliverable(state, id);
        let at = element.region().index();
        // What takes nothing away costs nothing: nearly everything nearly everywhere.
        let more = |takes: bool, without| {
            if takes { delivers(power, state, now, id, without).saturating_sub(delivered) } else { 0 }
        };
        name(more(lost(state, id) > Level::ZERO, Without::Damage), Shortfall::Element(id));
        match element.kind {
            ElementKind::Plant { fuel: Fuel::Sun | Fuel::WindLand | Fuel::WindSea, .. } => {
                weather += more(now.weather[at] != now.plan[at], Without::Weather);
            }
            ElementKind::Plant { fuel: Fuel::Gas, .. } => gas += more(now.gas[at] < Level::ONE, Without::Gas),
            ElementKind::Tie { .. } => import += more(now.import_more[at] != 0, Without::Import),
            ElementKind::Plant { fuel: Fuel::Nuclear | Fuel::Other | Fuel::Coal, .. }
            | ElementKind::Line { .. }
            | ElementKind::Station { .. } => {}
        }
    }
    name(weather, Shortfall::Weather);
    name(gas, Shortfall::Gas);
    name(import, Shortfall::Import);
    if worst.1 != Shortfall::Nothing {
        return worst.1;
    }
    if entered { Shortfall::Lines } else { Shortfall::Shortage }
}

/// Lets the process feel what it is served.
fn serve(power: &Electricity, state: &mut State, shares: Lanes) {
    let before = std::mem::replace(&mut state.power.share, shares);
    let regions = state.power.demand_mw.ids();
    for region in regions.filter(|region| before[*region] != shares[*region]) {
        processes::weigh(state, Target::Process(power.process, region));
    }
}

impl PowerState {
    /// Notes that something of the balance changed.
    pub(in crate::sim) fn touch(&mut self, target: Target) {
        match target {
            Target::Grid(_) => self.changed = true,
            Target::Process(process, _) if self.disturbed && self.process == Some(process) => {
                self.changed = true;
            }
            Target::Process(..) | Target::Edge(_) | Target::Terminal(_) | Target::Crossing(_) => {}
        }
    }
}
