//! Who gets a path: claims are served in the order of the pool where they start, fairly between regions, then by age.
//!
//! A claim is looked at in its first tick, at the start of each clock hour and of each calendar day, and at once when a policy or the
//! plan of a movement changed, a movement became urgent, the slots of any stretch grew, one closed or opened or a wire died or came back (a *full look*: all claims that wait). The order of a look is
//!
//! 1. the rank of the class in the policy of the first pool on its fastest way (twice the rank; without a pool twice the
//!    place of the class plus one),
//! 2. when somebody in the look was refused before, the turn of its region: paths given to the region today in that pool and
//!    class, plus the number of claims of the same pool, class and region that came before it (progressive filling, which is
//!    max-min fair for equal claims: Bertsekas and Gallager, Data Networks, 1992, section 6.5.2; claims from abroad count as
//!    one region),
//! 3. the order in which they came to wait.
//!
//! With each claim, in this order: freight at its origin that was created before this tick and at least its patience
//! ago gives up, also when it was loaded only now; it tries its ways; when none fits, the pool of what binds its first open way counts one
//! refusal (each time it is looked at; none when no way is open, unless the escort or a crowd keeps it), and freight at its origin that goes by its own mode still and
//! has waited at least `after` goes on by the other mode when `within(draw(seed, ModalShift, 0, serial), 0, 999) < permille`. It
//! keeps serial, patience and what it carries, takes `load * slots`, and stays in the list as one that was not looked at yet: it
//! tries the other mode in the next tick. What came to stand on its way is a new claim, looked at in that tick; its region is that of
//! the place; its rank and turn are those of the first pool on the whole way that it came on, and once it was looked at those of the
//! way round that was found last, of none when none was. Freight that goes on by another mode stays dangerous for the ceilings.
//! Freight at a terminal gives up in the last tick of a clock hour (`handling`).
//!
//! Each claim tries its ways fastest first and takes the first that fits whole (`booking`), of a movement with a corridor only that
//! one (staging included); when all it may try are closed it tries the fastest way round what is closed. Before any way an escort that
//! is not there or a crowd refuses it, before the windows of a way a diesel locomotive that is not there does, and before that the
//! closed windows; a way has no planned stops, so an
//! ammunition train needs nothing extra. The window that binds a refused claim, because it is full or kept free, is closed for
//! the rest of the look to classes behind it in the order of that pool, except as far as they stay within their minimum. Closed windows are looked
//! at first, for a whole way in driving order, before anything else on it. When the first open way of a refused claim is bound by a pool in which a claim
//! served earlier in the same look has a lower class, that one makes way in the last place of the look (pools may have
//! different orders); each claim at most once. Asked to are those whose way enters the binding window, which is one that is full, kept
//! free or closed behind a refused claim, on a link with a pool: the last served first, each giving back its slots and units, until the refused claim
//! finds a way. When it finds none after all, all of them take back what they had, and what binds it is what was found with all of them out of the way. What made way asks
//! nobody when it is looked at last; what took its way back may be asked again. Windows of links without a pool are closed to
//! nobody and nobody makes way there. Freight of a demand, not given up yet and at its origin by its own mode, that comes
//! behind a refused one of its kind in the same look is refused for the same binding, of whatever kind, without trying, unless one that was
//! served had to give its way back for another claim (whether that helped or not) in between. An urgent military claim that finds no way may stop civil transports on
//! theirs (`preempt`). A train over a stretch whose wire is dead takes a diesel locomotive of the carriers' pool, as its policy
//! divides them, unless its way has a stretch without a wire anyway. Everything that got a way leaves in the order in which it was served. A quiet tick does nothing here.

use super::{
    Ctx, booking, booking::Wish, lending, lending::Claimant, making_way, movements, preempt,
    refusing::refuse, transit,
};
use crate::sim::{
    country::{Class, Country, Mode, REGION_LANES},
    event::Binding,
    ids::{ConsignmentId, DemandId, DenseId, LinkId, OdId, PathId, PoolId, RegionId},
    query,
    routes::{Path, Search},
    services::{self, Service, Services},
    state::{Consignment, Look, Phase, Served, State, Turn, What},
    time::Span,
};

/// Serves the claims that are to be looked at.
#[inline(never)]
pub(in crate::sim) fn run(ctx: &mut Ctx, state: &mut State) {
    if state.consignments.waiting.is_empty() && state.work.fresh.is_empty() {
        return;
    }
    let mut waiting = std::mem::take(&mut state.consignments.waiting);
    let mut turns = std::mem::take(&mut state.work.turns);
    let refused_before = who_is_looked_at(ctx, state, &mut waiting, &mut turns);
    if !turns.is_empty() {
        look_at(ctx, state, &turns, refused_before, &mut waiting);
        turns.clear();
    }
    state.work.turns = turns;
    state.consignments.waiting = waiting;
}

/// Takes the claims of a look off the list of those that wait and lists them with those that came in this tick; was one of them
/// refused before?
fn who_is_looked_at(
    ctx: &Ctx,
    state: &mut State,
    waiting: &mut Vec<ConsignmentId>,
    turns: &mut Vec<Turn>,
) -> bool {
    let all = std::mem::take(&mut state.network.retry) || state.tick.starts_hour();
    let mut fresh = std::mem::take(&mut state.work.fresh);
    let mut refused_before = false;
    waiting.retain(|claim| {
        let asked = state.consignments.rows[*claim].asked;
        let turn = if asked && !all { None } else { turn_of(ctx, state, *claim) };
        refused_before |= asked && turn.is_some();
        turns.extend(turn);
        turn.is_none()
    });
    for turn in fresh.drain(..) {
        if turn.rank != Turn::UNKNOWN {
            turns.push(turn);
        } else if let Some(turn) = turn_of(ctx, state, turn.claim) {
            turns.push(turn);
        } else {
            waiting.push(turn.claim);
        }
    }
    state.work.fresh = fresh;
    refused_before
}

/// A claim with its rank, unless it may not leave yet.
fn turn_of(ctx: &Ctx, state: &State, claim: ConsignmentId) -> Option<Turn> {
    let row = &state.consignments.rows[claim];
    let service = own_service(ctx, state, row);
    let pool = match service {
        Some(demand) => ctx.plan.services.of(demand).pool,
        None => first_pool(ctx, state, row),
    };
    may_leave(ctx, state, row).then(|| Turn { rank: rank(state, pool, row.class), claim, service })
}

/// Freight of a demand came to wait that leaves by its own service without being loaded: it is looked at in this tick.
#[inline]
pub(super) fn ask_at_once(state: &mut State, claim: ConsignmentId, demand: DemandId, service: &Service) {
    let rank = rank(state, service.pool, service.class);
    state.work.fresh.push(Turn { rank, claim, service: Some(demand) });
}

/// Serves claims in their turn and lets those leave that got a way.
fn look_at(
    ctx: &mut Ctx,
    state: &mut State,
    turns: &[Turn],
    refused_before: bool,
    waiting: &mut Vec<ConsignmentId>,
) {
    let mut look = std::mem::take(&mut state.work.look);
    if refused_before {
        let mut order = std::mem::take(&mut state.work.order);
        take_turns(ctx, state, turns, &mut order);
        for turn in order.drain(..).filter_map(|key| turns.get(place(key))) {
            attend(ctx, state, *turn, &mut look, waiting);
        }
        state.work.order = order;
    } else {
        let mut ranks = turns.iter().fold(0_u32, |ranks, turn| ranks | 1_u32.wrapping_shl(turn.rank));
        while ranks != 0 {
            let rank = ranks.trailing_zeros();
            ranks &= ranks - 1;
            for turn in turns.iter().filter(|turn| turn.rank == rank) {
                attend(ctx, state, *turn, &mut look, waiting);
            }
        }
    }
    for claim in std::mem::take(&mut look.again) {
        if let Err(binding) = find_way(ctx, state, claim, &mut look) {
            refuse(ctx, state, claim, binding);
            waiting.push(claim);
        }
    }
    for served in look.served.iter().copied() {
        match served.service {
            Some(demand) => leave_at_once(ctx, state, served, ctx.plan.services.of(demand)),
            None => leave(ctx, state, served.claim, served.path),
        }
    }
    look.clear();
    state.work.look = look;
}

/// Serves one claim, gives it up, or lets it wait on.
#[inline]
fn attend(ctx: &mut Ctx, state: &mut State, turn: Turn, look: &mut Look, waiting: &mut Vec<ConsignmentId>) {
    let at_once = turn.service.is_some_and(|demand| {
        look.binds(demand).is_none() && serve_at_once(ctx, state, turn.claim, demand, look)
    });
    if !at_once {
        attend_slowly(ctx, state, turn, look, waiting);
    }
}

/// The same of one that asks more than slots, or does not find them.
#[inline(never)]
fn attend_slowly(
    ctx: &mut Ctx,
    state: &mut State,
    Turn { claim, service, .. }: Turn,
    look: &mut Look,
    waiting: &mut Vec<ConsignmentId>,
) {
    if let Some(binding) = service.and_then(|demand| look.binds(demand)) {
        refuse(ctx, state, claim, binding);
        waiting.push(claim);
    } else if patience_lost(ctx, state, claim) {
        give_up(state, claim);
    } else if let Err(binding) = serve(ctx, state, claim, look) {
        making_way::block(ctx, state, claim, binding, look);
        if let Some(demand) = service {
            look.refuse(demand, binding);
        }
        refuse(ctx, state, claim, binding);
        waiting.push(claim);
    }
}

/// The demand of freight that goes by its own service and has patience.
fn own_service(ctx: &Ctx, state: &State, row: &Consignment) -> Option<DemandId> {
    let What::Freight(demand) = row.what else { return None };
    let service = ctx.plan.services.of(demand);
    let waited = state.tick.since(row.since).0;
    (row.od == Some(service.od) && (waited == 0 || waited < service.patience)).then_some(demand)
}

/// Serves freight by the fastest way of its service if that asks nothing but slots and finds them: nearly every claim. The
/// same as [`serve`], much sooner done.
#[inline]
fn serve_at_once(
    ctx: &Ctx,
    state: &mut State,
    claim: ConsignmentId,
    demand: DemandId,
    look: &mut Look,
) -> bool {
    let services = &ctx.plan.services;
    let service = services.of(demand);
    let path = service.path;
    let electric = state.network.unpowered_count == 0 || !service.wired;
    let open = look.marks & service.marks == 0
        || !services.slots(service.way).iter().any(|slot| look.is_shut(slot.link));
    if Services::is_empty(service.way) || !electric || !open || !booking::book_at_once(ctx, state, service) {
        return false;
    }
    look.served.push(Served { claim, path, service: Some(demand), marks: service.marks });
    look.classes[service.class] += 1;
    true
}

fn may_leave(ctx: &Ctx, state: &State, row: &Consignment) -> bool {
    match row.what {
        What::Movement(movement, destination) if row.phase == Phase::Waiting => {
            movements::may_leave(ctx, state, movement, destination, row.created.0)
        }
        What::Movement(..) | What::Freight(_) | What::Special(_) => true,
    }
}

/// Where claims from abroad count: behind the regions.
const ABROAD: usize = REGION_LANES - 1;

fn rank(state: &State, pool: Option<PoolId>, class: Class) -> u32 {
    match pool {
        Some(pool) => u32::from(state.network.brief[pool].rank[class]) * 2,
        None => class as u32 * 2 + 1,
    }
}

fn first_pool(ctx: &Ctx, state: &State, row: &Consignment) -> Option<PoolId> {
    match (row.path, row.od) {
        (None, Some(od)) => ctx.plan.routes.ods[od].pool,
        (path, _) => path.and_then(|path| state.path(ctx.plan, path)).and_then(Path::first_pool),
    }
}

/// Puts the claims of a look in order: rank in 8 bits, turn of the region in 24, place among those that wait in 32.
fn take_turns(ctx: &Ctx, state: &State, turns: &[Turn], order: &mut Vec<u64>) {
    let group = |turn: &Turn| given_row(ctx, state, &state.consignments.rows[turn.claim]) as u64;
    order.extend((0..).zip(turns).map(|(place, turn): (u64, _)| group(turn) << 32 | place));
    order.sort_unstable();
    let mut before = 0;
    let mut last = None;
    for key in order.iter_mut() {
        let group = *key >> 32;
        before = if last == Some(group) { before + 1 } else { 0 };
        last = Some(group);
        let given = usize::try_from(group).ok().and_then(|row| state.network.given.get(row));
        let turn = (given.map_or(0, |given| u64::from(*given)) + before).min((1 << 24) - 1);
        let rank = turns.get(place(*key)).map_or(0, |turn| u64::from(turn.rank));
        *key = rank << 56 | turn << 32 | *key & PLACE;
    }
    order.sort_unstable();
}

/// The bits of a key that say its place.
const PLACE: u64 = u32::MAX as u64;

fn place(key: u64) -> usize {
    (key & PLACE) as usize
}

/// Row of the count of paths given today: first pool (0 without one), class and region of a claim.
fn given_row(ctx: &Ctx, state: &State, row: &Consignment) -> usize {
    let (pool, region) = match row.od {
        Some(od) => (ctx.plan.routes.ods[od].pool, ctx.plan.routes.ods[od].region),
        None => (first_pool(ctx, state, row), ctx.country.nodes[row.at].region),
    };
    row_of_given(pool, row.class, region)
}

#[inline]
pub(in crate::sim) fn row_of_given(pool: Option<PoolId>, class: Class, region: Option<RegionId>) -> usize {
    let pool = pool.map_or(0, |pool| pool.index() + 1);
    let region = region.map_or(ABROAD, DenseId::index);
    (pool * CLASS_ROWS + class as usize) * REGION_LANES + region
}

/// Rows of a pool for its classes, rounded up to a power of two.
const CLASS_ROWS: usize = Class::COUNT.next_power_of_two();

/// Rows that the counts of paths given today need for this many pools.
pub(in crate::sim) fn given_rows(pools: usize) -> usize {
    (pools + 1) * CLASS_ROWS * REGION_LANES
}

fn patience_lost(ctx: &Ctx, state: &State, claim: ConsignmentId) -> bool {
    let row = &state.consignments.rows[claim];
    let waited = state.tick.since(row.since);
    match row.what {
        What::Freight(demand) => {
            row.phase == Phase::Waiting && waited > Span(0) && waited >= ctx.country.demands[demand].patience
        }
        What::Movement(..) | What::Special(_) => false,
    }
}

/// Takes a civil transport out that waited too long.
pub(in crate::sim) fn give_up(state: &mut State, claim: ConsignmentId) {
    let row = &state.consignments.rows[claim];
    let (class, waited) = (row.class, state.tick.since(row.since));
    state.totals.civil_delay_ticks += u64::from(waited.0);
    state.totals.given_up[class] += 1;
    transit::remove(state, claim);
}

/// Books a way, if need be in the place of a lower class or of civil transports under way.
fn serve(ctx: &mut Ctx, state: &mut State, claim: ConsignmentId, look: &mut Look) -> Result<(), Binding> {
    let binding = match find_way(ctx, state, claim, look) {
        Ok(()) => return Ok(()),
        Err(binding) => binding,
    };
    let Err(binding) = making_way::make_room(ctx, state, claim, binding, look) else { return Ok(()) };
    let row = &state.consignments.rows[claim];
    let crowded_out = matches!(binding, Binding::Slots(..) | Binding::KeptFree(..));
    if row.class == Class::UrgentMilitary
        && crowded_out
        && let Some(path) = preempt::clear(ctx, state, claim, look)
    {
        let wish = Wish::of(ctx.country, ctx.plan, &state.consignments.rows[claim]);
        return take(ctx, state, claim, wish, path, look);
    }
    Err(binding)
}

/// Books the first way that fits; what binds the first open one, otherwise.
pub(super) fn find_way(
    ctx: &mut Ctx,
    state: &mut State,
    claim: ConsignmentId,
    look: &mut Look,
) -> Result<(), Binding> {
    let row = &state.consignments.rows[claim];
    let (what, od) = (row.what, row.od);
    let wish = Wish::of(ctx.country, ctx.plan, row);
    if !matches!(what, What::Freight(_)) {
        hindered(ctx, state, claim)?;
    }
    let mut first: Option<Binding> = None;
    let plan = ctx.plan;
    for path_id in ways(ctx, state, what, od).iter().copied() {
        match take(ctx, state, claim, wish, path_id, look) {
            Ok(()) => return Ok(()),
            Err(_) if is_shut(state, &plan.routes.paths[path_id]) => {}
            Err(binding) => first = first.or(Some(binding)),
        }
    }
    if let Some(binding) = first {
        return Err(binding);
    }
    let path = detour(ctx, state, claim).ok_or(Binding::NoWay)?;
    take(ctx, state, claim, wish, path, look)
}

/// What keeps a train from leaving whatever its way: no escort for it, or a crowd around it.
fn hindered(ctx: &Ctx, state: &State, claim: ConsignmentId) -> Result<(), Binding> {
    let row = &state.consignments.rows[claim];
    if row.phase == Phase::Waiting {
        for need in transit::escort(ctx, row.what) {
            if !lending::fits(ctx, state, need.pool, claimant(row), u32::from(need.units)) {
                return Err(Binding::Units(need.pool));
            }
        }
    }
    query::crowded(state, claim).map_or(Ok(()), |at| Err(Binding::Crowd(at)))
}

/// The ways that a claim may try, fastest first.
pub(super) fn ways<'a>(ctx: &Ctx<'a>, state: &State, what: What, od: Option<OdId>) -> &'a [PathId] {
    let ways = od.map(|od| ctx.plan.routes.ods[od].paths.as_slice()).unwrap_or_default();
    corridor(state, what).and_then(|only| ways.get(only..=only)).unwrap_or(ways)
}

/// The only way that movement control allows, by its number.
fn corridor(state: &State, what: What) -> Option<usize> {
    let What::Movement(movement, row) = what else { return None };
    let chosen = state.movements[movement].order.corridors.get(usize::from(row))?;
    chosen.map(usize::from)
}

/// Books a way whole, or says what binds.
pub(super) fn take(
    ctx: &mut Ctx,
    state: &mut State,
    claim: ConsignmentId,
    wish: Wish,
    path_id: PathId,
    look: &mut Look,
) -> Result<(), Binding> {
    if !(look.blocked.is_empty() && state.network.unpowered_count == 0)
        && let Some(path) = state.path(ctx.plan, path_id)
    {
        let held = making_way::blocked(state, path, wish, look);
        if let Some(binding) = held.or_else(|| no_diesel(ctx.country, state, wish.class, path)) {
            return Err(binding);
        }
    }
    book(ctx, state, claim, wish, path_id, look)
}

/// Books a way whole that is closed to nobody, or says what binds.
pub(super) fn book(
    ctx: &mut Ctx,
    state: &mut State,
    claim: ConsignmentId,
    wish: Wish,
    path_id: PathId,
    look: &mut Look,
) -> Result<(), Binding> {
    let found = path_id.index().checked_sub(ctx.plan.routes.paths.len());
    match found {
        None => booking::book(ctx, state, (path_id, &ctx.plan.routes.paths[path_id]), wish)?,
        Some(found) => {
            let path = state.network.detours.get(found).cloned().ok_or(Binding::NoWay)?;
            booking::book(ctx, state, (path_id, &path), wish)?;
        }
    }
    if !takes_slots_only(state, &state.consignments.rows[claim]) {
        let diesel = on_diesel(ctx, state, path_id);
        for (pool, units) in extras(ctx, state, claim, diesel) {
            state.pools[pool].lent[wish.class] += units;
        }
    }
    let marks = match ctx.plan.services.way(path_id) {
        Some((_, marks)) => marks,
        None => state.path(ctx.plan, path_id).map_or(0, |path| services::marks(path.links())),
    };
    look.served.push(Served { claim, path: path_id, service: None, marks });
    look.classes[wish.class] += 1;
    Ok(())
}

/// What binds a train of a class that needs a diesel locomotive for a way when there is none.
pub(in crate::sim) fn no_diesel(
    country: &Country,
    state: &State,
    class: Class,
    path: &Path,
) -> Option<Binding> {
    let need = country.rules.traction?.diesel;
    let short = || query::room(country, state, need.pool, class) < u32::from(need.units);
    (query::needs_diesel(country, state, path) && short()).then_some(Binding::Units(need.pool))
}

/// Nearly every claim: civil freight, by rail while no wire is dead.
#[inline]
fn takes_slots_only(state: &State, row: &Consignment) -> bool {
    let powered = state.network.unpowered_count == 0 || row.mode != Mode::Rail;
    powered && matches!(row.what, What::Freight(_))
}

/// Does a train on this way need a diesel locomotive?
pub(super) fn on_diesel(ctx: &Ctx, state: &State, path_id: PathId) -> bool {
    let path = if state.network.unpowered_count > 0 { state.path(ctx.plan, path_id) } else { None };
    path.is_some_and(|path| query::needs_diesel(ctx.country, state, path))
}

/// What a claim takes besides its slots when it leaves on a way: the escort of its first departure, a diesel locomotive. Kept for
/// it from the moment it is served in a look until it leaves.
pub(super) fn extras<'a>(
    ctx: &Ctx<'a>,
    state: &State,
    claim: ConsignmentId,
    diesel: bool,
) -> impl Iterator<Item = (PoolId, u32)> + use<'a> {
    let row = &state.consignments.rows[claim];
    let escort = if row.phase == Phase::Waiting { transit::escort(ctx, row.what) } else { &[] };
    let diesel = ctx.country.rules.traction.filter(|_| diesel).map(|row| row.diesel);
    escort.iter().copied().chain(diesel).map(|need| (need.pool, u32::from(need.units)))
}

/// A claim whose way is booked leaves.
#[inline(never)]
fn leave(ctx: &mut Ctx, state: &mut State, claim: ConsignmentId, path_id: PathId) {
    let who = claimant(&state.consignments.rows[claim]);
    let class = who.class;
    if takes_slots_only(state, &state.consignments.rows[claim]) {
        state.consignments.rows[claim].diesel = false;
    } else {
        let diesel = on_diesel(ctx, state, path_id);
        for (pool, units) in extras(ctx, state, claim, diesel) {
            lending::give_back(state, pool, class, units);
            lending::take(ctx, state, pool, who, units);
        }
        haul(ctx, state, claim, diesel);
    }
    let group = given_row(ctx, state, &state.consignments.rows[claim]);
    give_turn(state, group);
    let hour = state.tick.hour();
    let Some(path) = state.path(ctx.plan, path_id) else { return };
    let total_s = path.total_s;
    ctx.sink.path_given(path, class, hour);
    transit::depart(ctx, state, claim, path_id, total_s);
}

/// Freight that was served at once leaves.
fn leave_at_once(ctx: &mut Ctx, state: &mut State, served: Served, service: &Service) {
    let Served { claim, path, .. } = served;
    give_turn(state, service.given as usize);
    ctx.sink.path_given(&ctx.plan.routes.paths[path], service.class, state.tick.hour());
    transit::depart_at_once(state, claim, path, service);
}

/// Counts a path that was given today.
fn give_turn(state: &mut State, row: usize) {
    if let Some(given) = state.network.given.get_mut(row) {
        *given = given.saturating_add(1);
    }
}

/// In whose name a transport takes units.
fn claimant(row: &Consignment) -> Claimant {
    Claimant { class: row.class, holder: Some(row.what.holder()) }
}

/// Notes what hauls a train on its way, and when a diesel locomotive is back.
fn haul(ctx: &Ctx, state: &mut State, claim: ConsignmentId, diesel: bool) {
    let row = &mut state.consignments.rows[claim];
    row.diesel = diesel;
    let who = claimant(row);
    if let Some(need) = ctx.country.rules.traction.map(|row| row.diesel).filter(|_| diesel) {
        transit::send_back(state, who, [(need.pool, need.units, need.back)]);
    }
}

pub(in crate::sim) fn is_shut(state: &State, path: &Path) -> bool {
    path.links().any(|link| state.network.capacity[link.edge()] == 0)
}

/// A way round what is closed, looked up once for each topology: shared by claims of one origin and destination, own for a
/// consignment that was stopped on its way.
pub(super) fn detour(ctx: &Ctx, state: &mut State, claim: ConsignmentId) -> Option<PathId> {
    let version = state.network.version;
    let row = &state.consignments.rows[claim];
    let (mode, from, to, od, what) = (row.mode, row.at, row.to, row.od, row.what);
    if let Some(od) = od {
        if let Some(known) = state.network.detour_of[od] {
            return known;
        }
    } else if row.version == version {
        return row.path;
    }
    let capacity = &state.network.capacity;
    let open = |link: LinkId| {
        let edge = link.edge();
        (capacity[edge] > 0).then(|| u64::from(ctx.country.edges[edge].transit_s))
    };
    let fit = query::fit(ctx.country, ctx.plan, what).map_or(mode.into(), |fit| fit.by(mode));
    let search = state.work.search.get_or_insert_with(|| Search::new(ctx.country));
    let found = search.shortest(ctx.country, fit, from, to, open);
    let path =
        found.map(|links| Path::over(ctx.country, links)).map(|path| booking::remember(ctx, state, path));
    if let Some(od) = od {
        state.network.detour_of[od] = Some(path);
    } else {
        let row = &mut state.consignments.rows[claim];
        row.version = version;
        row.path = path;
    }
    path
}
