//! Economy and government, at the start of each hour. Whole numbers; shares in millionths, divisions rounded towards zero;
//! `level` of some processes is the lowest of their means over the inhabitants of the country, in thousandths.
//!
//! 1. small firms: of those open in a region `close x loss x (1 - support)` closes, with the loss of value there in thousandths;
//!    without any loss `open x (1 + support)` of the closed opens again, at least a millionth. Closed firms count as lost value.
//! 2. food that passes through: 1 000 are due, `level x (1 - kept at home)` pass.
//! 3. payments: due ones join those that wait; `due x (1 + catch up) x level` are made, with advances at least that part of it. Trust falls by
//!    its part for a week of payments that is late. Revenue comes in by `level`.
//! 4. courts: new cases join, more after disturbances and while rights are limited; `capacity x level` are decided, those that cannot
//!    wait first as far as that was decided, the rest in proportion. Trust falls by who cannot wait and does.
//! 5. citizens abroad: the airlift brings so many home as far as airfields are open (`aviation`); each thousand who are stranded cost trust. While it runs and anybody is
//!    stranded no unit lands by air (`movements`).
//! 6. willingness moves by its part of the distance towards `ordinary + consultation - emergency law in force x coerced + trust
//!    beyond the ordinary x trusting`; emergency law is the number of measures in force on a basis of G5 or G6.
//!
//! Rounding, step by step: of 1 open x close, then loss, then support, and closed x open, to which that times support is added; of 3
//! `due x (1 + catch up)`, then level, with advances in the place of a lower level; trust falls by
//! `cost x payments that wait / (168 x due)`, `cost x cases that wait (in thousandths) / (1000 x limit)`, each at most its cost, and
//! `cost x whole thousands, rounded up, of who are stranded after this hour's airlift`, each taken off by itself;
//! 6 goes by the mean trust over the inhabitants after that. A level of several processes is the lowest of
//! `sum of inhabitants x thousandths / inhabitants`.
//!
//! The loss of value under 1 is that of `scoring`, without what closed firms add to it. Freight that was given up is that of life
//! support and of commerce, up to this tick.
//!
//! Must not decide for anybody: measures do.

use super::{Ctx, society};
use crate::sim::{
    country::{ALL_PPM, Basis, Class, Country, Economy, Lever, Mood, Party},
    economy::{loss_permille, national},
    ids::RegionId,
    state::State,
    time::TICKS_PER_HOUR,
};

/// The hour of economy and government.
#[inline(never)]
pub(in crate::sim) fn run(ctx: &mut Ctx, state: &mut State) {
    let Some(economy) = ctx.country.economy.as_ref().filter(|_| state.tick.starts_hour()) else { return };
    let country = ctx.country;
    firms(country, economy, state);
    freight(state);
    let home = lever(country, state, Lever::FoodKeptHome);
    let passes = national(country, state, &economy.food_by) * u64::from(1000 - home) / 1000;
    state.economy.food[0] += 1000;
    state.economy.food[1] += passes;
    payments(ctx, economy, state);
    courts(ctx, economy, state);
    abroad(ctx, economy, state);
    willing(country, economy, state);
}

/// A lever over the country, between nothing and all.
fn lever(country: &Country, state: &State, lever: Lever) -> u32 {
    u32::try_from(state.measures.lever_anywhere(lever, country.regions.len())).unwrap_or(0).min(1000)
}

fn part(value: i32, ppm: i32) -> i32 {
    i32::try_from(i64::from(value) * i64::from(ppm) / i64::from(ALL_PPM)).unwrap_or(0)
}

fn lose_trust(ctx: &Ctx, state: &mut State, ppm: i32) {
    if ppm > 0 {
        society::shift_ppm(ctx, state, Mood::Trust, None, -ppm);
    }
}

fn firms(country: &Country, economy: &Economy, state: &mut State) {
    for region in country.regions.ids() {
        let closed = state.economy.closed_ppm[region];
        let lost = loss_permille(country, state, region);
        if closed == 0 && lost == 0 {
            continue;
        }
        let support = state.measures.lever(Lever::FirmsSupport, region).clamp(0, 1000);
        let change = if lost > 0 {
            let closing = part(ALL_PPM - closed, economy.firms_close_ppm);
            let lost = i32::try_from(lost).unwrap_or(1000);
            part(part(closing, lost * 1000), (1000 - support) * 1000)
        } else {
            let opening = part(closed, economy.firms_open_ppm[region]);
            -(opening + part(opening, support * 1000)).max(1)
        };
        state.economy.closed_ppm[region] = (closed + change).clamp(0, ALL_PPM);
        let share = closed.unsigned_abs() / 1000 * economy.firms_permille / 1000;
        if let Some(row) = state.score.regions.get_mut(region) {
            let people = u64::from(country.regions[region].population);
            row.value += people * u64::from(share) * u64::from(TICKS_PER_HOUR);
        }
    }
}

/// Freight that was given up in the last hour.
fn freight(state: &mut State) {
    let all = state.totals.given_up[Class::Commercial] + state.totals.given_up[Class::LifeSupport];
    let row = &mut state.economy;
    if let Some(slot) = row.given_up.get_mut((state.tick.hour() % 24) as usize) {
        *slot = all.saturating_sub(row.given_up_before);
    }
    row.given_up_before = all;
}

fn payments(ctx: &Ctx, economy: &Economy, state: &mut State) {
    let advances = u64::from(lever(ctx.country, state, Lever::Advances));
    let level = national(ctx.country, state, &economy.benefits_by).max(advances);
    let due = economy.benefits_per_hour;
    let most = u64::from(due) * u64::from(1000 + economy.catch_up_permille) / 1000 * level / 1000;
    let waiting = state.economy.benefits_waiting + due;
    let late = waiting - u32::try_from(most).unwrap_or(waiting).min(waiting);
    state.economy.benefits_waiting = late;
    let week = u64::from(due) * 168;
    let share = u64::from(late) * 1_000_000 / week.max(1);
    lose_trust(
        ctx,
        state,
        part(economy.benefits_trust_ppm, i32::try_from(share).unwrap_or(ALL_PPM).min(ALL_PPM)),
    );
    let revenue = national(ctx.country, state, &economy.revenue_by);
    state.economy.revenue_late_keur += u64::from(economy.revenue_keur) * (1000 - revenue.min(1000)) / 1000;
}

fn courts(ctx: &Ctx, economy: &Economy, state: &mut State) {
    let disturbances: u32 = state.society.regions.rows().iter().map(|row| row.disturbances).sum();
    let new = disturbances.saturating_sub(state.economy.disturbances_before);
    state.economy.disturbances_before = disturbances;
    let limits = ctx.country.score.as_ref().map_or(0, |score| {
        let active = state.measures.active.iter().filter(|row| row.begun);
        let limiting =
            active.filter(|row| score.rights_permille.get(row.measure).is_some_and(|part| *part > 0));
        u64::try_from(limiting.count()).unwrap_or(0)
    });
    let first = u64::from(lever(ctx.country, state, Lever::UrgentCasesFirst));
    let level = national(ctx.country, state, std::slice::from_ref(&economy.courts_by));
    let [mut urgent, mut others] = state.economy.cases_milli;
    urgent += u64::from(economy.cases_milli[0])
        + u64::from(new * economy.cases_disturbance) * 1000
        + limits * u64::from(economy.cases_rights_milli);
    others += u64::from(economy.cases_milli[1]);
    let decided = (u64::from(economy.courts_milli) * level / 1000).min(urgent + others);
    let kept = (decided * first / 1000).min(urgent);
    let rest = decided - kept;
    let left = urgent - kept;
    let of_urgent = (rest * left / (left + others).max(1)).min(left);
    urgent = left - of_urgent;
    let of_others = (rest - of_urgent).min(others);
    others -= of_others;
    urgent -= (rest - of_urgent - of_others).min(urgent);
    state.economy.cases_milli = [urgent, others];
    let limit = u64::from(economy.cases_limit.max(1)) * 1000;
    let share = i32::try_from(urgent.min(limit) * 1_000_000 / limit).unwrap_or(ALL_PPM);
    lose_trust(ctx, state, part(economy.courts_trust_ppm, share));
}

fn abroad(ctx: &Ctx, economy: &Economy, state: &mut State) {
    if state.economy.stranded == 0 {
        return;
    }
    let seats = state.measures.lever_anywhere(Lever::Airlift, ctx.country.regions.len());
    let open = u32::try_from(super::aviation::open(ctx.country, state)).unwrap_or(1000);
    let home = (u32::try_from(seats).unwrap_or(0) * open / 1000).min(state.economy.stranded);
    state.economy.stranded -= home;
    state.economy.brought_home += home;
    let thousands = i32::try_from(state.economy.stranded.div_ceil(1000)).unwrap_or(1000).min(1000);
    lose_trust(ctx, state, economy.stranded_trust_ppm * thousands);
}

/// Does an airlift use the airfields now?
pub(in crate::sim) fn airfields_taken(country: &Country, state: &State) -> bool {
    state.economy.stranded > 0 && state.measures.lever_anywhere(Lever::Airlift, country.regions.len()) > 0
}

fn willing(country: &Country, economy: &Economy, state: &mut State) {
    let active = state.measures.active.iter().filter(|row| row.begun);
    let law = active.filter(|row| country.measures.rows[row.measure].basis >= Basis::G5).count();
    let law = i32::try_from(law).unwrap_or(100).min(100);
    let consulted = i32::try_from(lever(country, state, Lever::Consultation)).unwrap_or(0) * 1000;
    let usual = country.society.as_ref().map_or(0, |society| society.trust_ppm);
    let people = |region: RegionId| i64::from(country.regions[region].population);
    let rows = || state.society.regions.iter();
    let trust = rows().map(|(region, row)| i64::from(row.trust) * people(region)).sum::<i64>()
        / rows().map(|(region, _)| people(region)).sum::<i64>().max(1);
    let beyond = i32::try_from(trust).unwrap_or(usual) - if rows().next().is_some() { usual } else { 0 };
    for party in Party::ALL {
        let at = party as usize;
        let target = economy.willing_ppm[at] + part(economy.consulted_ppm[at], consulted)
            - law * economy.coerced_ppm[at]
            + part(beyond, economy.trusting_permille[at] * 1000);
        let row = &mut state.economy.willing_ppm[at];
        *row = (*row + part(target.clamp(0, ALL_PPM) - *row, economy.willing_follows_ppm)).clamp(0, ALL_PPM);
    }
}

/// What a party does beyond what it does on an ordinary day, of so much when wholly willing; less when it is less willing:
/// `so much x (willing - ordinary)`, rounded towards zero.
pub(in crate::sim) fn beyond_ordinary(
    country: &Country,
    state: &State,
    party: Party,
    of: impl Fn(&Economy) -> u32,
) -> i64 {
    let Some(economy) = &country.economy else { return 0 };
    let at = party as usize;
    let more = i64::from(state.economy.willing_ppm[at] - economy.willing_ppm[at]);
    i64::from(of(economy)) * more / i64::from(ALL_PPM)
}
