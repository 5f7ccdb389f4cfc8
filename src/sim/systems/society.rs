//! People, hour by hour and region by region: need, help, warning, hoarding, trust, misinformation, unrest, reception.
//!
//! Shares are millionths of the inhabitants; `part(a, b) = a * b / 1 000 000`, rounded towards zero. At the start of each hour:
//!
//! 1. deprivation D grows by the worst felt loss among what people live by, falls by `recovers_h` in an hour without; discomfort =
//!    1 - [P c1(D) + (1 - P) c2(D)], of vulnerable people at 2 D; both times that loss.
//! 2. a part of those in discomfort asks for help, fewer of those who were told what to do; who is helped: responders, growing
//!    from nothing over their ramp, what the helpers lever adds, support points, and what the public does beyond the ordinary (`economy`); the rest asks in vain.
//! 3. a warning spreads by word of mouth `k A (1 - A)` and is forgotten.
//! 4. extra buying falls by a part each hour, starts where shops run empty, less by those with a plan, and is held back by the
//!    purchase limit.
//! 5. misinformation `b M (1 - M) (1 - t T) - fading - debunking`; trust returns to the ordinary, which independent media
//!    raise, falls by who asks in vain, rises by a common message.
//! 6. unrest follows a sum of deprivation, misinformation, polarisation and lack of trust; once a day it may come to a
//!    disturbance, which takes public order away for a while.
//! 7. reception: places grow towards what was decided, newcomers without a place are counted, support wears down. The desks of the
//!    country register newcomers and those who ask for asylum, in proportion to how many wait, unless protection goes first.
//!
//! With D in thousandths of an hour (at most 240 hours), `loss` the greatest felt loss, the levers held within nothing and all, and each value held within
//! nothing and all after its line; step by step, so that a line sees the values of the lines above it:
//!
//! ```text
//! prepared    += part(max(0, min(1, most + campaign) - prepared), rate), the rate so many times that where the lever is
//!                above zero
//! D           += loss, or falls by recovers where there is no loss
//! discomfort   = floor((1 - part(prepared, c1(h)) - part(1 - prepared, c2(h))) / 1000) * loss, h = D in whole hours, of vulnerable people of 2 D
//! asking       = floor(floor(people * group / all) * part(part(discomfort, asks), 1 - warned / 2) / all), vulnerable and others
//! hours       += 1 where anybody is in discomfort, vulnerable or not
//! helped       = floor(people * (responders * min(hours, ramp) / ramp + helpers + points + public) / 100 000), at most who ask; each
//!                term rounded down, helpers never below nothing but without an upper end, their sum never below nothing
//!      to whom : first floor(helped * vulnerable first / 1000) vulnerable, at most who ask of them; the rest in proportion to who
//!                still asks, floor(rest * vulnerable / all)
//! trust       -= part(part(lost, in vain / asking), the greater discomfort)
//! warned      += part(spreads, part(warned, 1 - warned)), then less part(warned, forgotten)
//! hoarding    += part(part(part(starts, min(1, 2 felt loss)), 1 - limit), 1 - plan) - part(hoarding, ends)
//!                - part(hoarding, part(limit ends, limit))
//! misinformed += part(part(b, part(M, 1 - M)), 1 - part(t, trust)) - part(M, fades) - part(M, part(debunked, max(debunking, message / 2))),
//!                never below the least
//! trust       += part(ordinary + part(independent, lever) - trust, returns) + part(1 - trust, part(gained, message)) - part(misinformed, returns)
//! unrest      += part(target - unrest, follows)
//! target       = part(sum, 1 - order / 2), with sum = part(u1, D * discomfort / 24 hours) + part(u2, misinformed) + part(u3, polarised)
//!                - part(u4, trust), held within nothing and all
//! ```
//!
//! `felt loss` in the line of hoarding is that of its process. The lever of independent media goes below zero, to minus all: the ordinary
//! trust is lower then. `public` follows willingness of the hour before.
//!
//! Where nothing is missing discomfort and the hours of asking are nothing and nobody asks. Misinformation and trust are not at rest on an ordinary day:
//! what is believed wears trust down.
//!
//! Disturbances: in every tick that is a multiple of 96 (a day of the exercise, not of the calendar), where `within(draw(seed, Disturbance,
//! tick, region), 0, 999 999)` lies below floor(unrest * chance / 1000), unrest after its line. The impairment (people, its share and
//! hours as the figures say,
//! cause: the ordinary course of things) joins the damage in that tick, after the pass: the cascade meets it in the next one.
//!
//! Reception, in regions with newcomers or with the lever above zero, and the desks of the country:
//!
//! ```text
//! places      += whole thousands of what was kept + places an hour + hosts (`economy`), up to floor(people * lever / 100 000); they never
//!                shrink, and where there are so many already nothing is added to what was kept
//! without     += newcomers - places, every hour (a night is 24 of them)
//! support     -= part(lost, floor(newcomers * 100 000 000 / people))
//! first        = floor(desks * protection first / 1000) of the newcomers who wait (the lever over the country), after those who ask
//!                for asylum in this hour have joined; then, of the desks that are left, for asylum
//!                floor(left * asylum waiting / all who wait), the others for newcomers, and what these leave for asylum again
//! ```
//!
//! People who come to the whole country are spread by inhabitants: to a region floor(n * up to and with it / all) - floor(n * before it /
//! all).
//!
//! Must not know persons or places below a region.

use super::{Ctx, economy, effects};
use crate::sim::{
    cause::Cause,
    country::{ALL_PPM, Alarm, CURVE_HOURS, Lever, Mood, Party, Society},
    effect::{DamageKind, Effect, Target},
    event::Event,
    ids::RegionId,
    num::Level,
    rng::{Stream, draw, within},
    state::State,
    time::Span,
};

/// `a` of `b`, in millionths.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "one of the two is a share, or a few times the whole")]
fn part(a: i32, b: i32) -> i32 {
    (i64::from(a).wrapping_mul(i64::from(b)) / i64::from(ALL_PPM)) as i32
}

fn share(value: i32) -> i32 {
    value.clamp(0, ALL_PPM)
}

/// The hour in every region.
#[inline(never)]
pub(in crate::sim) fn run(ctx: &mut Ctx, state: &mut State) {
    let Some(society) = ctx.country.society.as_ref().filter(|_| state.tick.starts_hour()) else { return };
    for region in ctx.country.regions.ids() {
        need(ctx, society, state, region);
        minds(ctx, society, state, region);
        unrest(ctx, society, state, region);
        reception(ctx, society, state, region);
    }
    register(ctx, society, state);
}

/// The hour at the desks: temporary protection first as far as that was decided, then both queues in proportion.
fn register(ctx: &Ctx, society: &Society, state: &mut State) {
    let first =
        state.measures.lever_anywhere(Lever::ProtectionFirst, ctx.country.regions.len()).clamp(0, 1000);
    let row = &mut state.society;
    row.asylum_milli += society.asylum_per_hour_milli;
    row.asylum_waiting += row.asylum_milli / 1000;
    row.asylum_milli %= 1000;
    let desks = society.registered_per_hour;
    let kept = (desks * first.unsigned_abs() / 1000).min(row.unregistered);
    row.unregistered -= kept;
    let rest = u64::from(desks - kept);
    let both = u64::from(row.unregistered) + u64::from(row.asylum_waiting);
    let share = rest * u64::from(row.asylum_waiting) / both.max(1);
    // What is rounded off goes to whoever still waits.
    let asylum = u32::try_from(share).unwrap_or(0).min(row.asylum_waiting);
    let left = u32::try_from(rest).unwrap_or(0) - asylum;
    let protected = left.min(row.unregistered);
    row.unregistered -= protected;
    row.asylum_waiting -= asylum + (left - protected).min(row.asylum_waiting - asylum);
}

fn need(ctx: &Ctx, society: &Society, state: &mut State, region: RegionId) {
    let felt = society.lived_by.iter().map(|process| state.felt_loss(*process, region)).max().unwrap_or(0);
    let loss = i32::try_from(felt.min(1000)).unwrap_or(0);
    let lever = |lever| u32::try_from(state.measures.lever(lever, region)).unwrap_or(0);
    let (helpers, points, first) =
        (lever(Lever::Helpers), lever(Lever::SupportPoints), lever(Lever::VulnerableFirst).min(1000));
    let campaign = i32::try_from(lever(Lever::Campaign)).unwrap_or(0) * 1000;
    let people = u64::from(ctx.country.regions[region].population);
    let vulnerable = society.vulnerable_ppm[region];
    let neighbours =
        economy::beyond_ordinary(ctx.country, state, Party::Public, |row| row.public_helps_per_100k);
    let row = &mut state.society.regions[region];
    let most = share(society.prepared_most_ppm + campaign);
    row.prepared += part(
        (most - row.prepared).max(0),
        society.prepared_rate_ppm * if campaign > 0 { society.campaign_times } else { 1 },
    );
    let longest = i32::try_from(CURVE_HOURS).unwrap_or(i32::MAX) * 1000;
    let change = if loss > 0 { loss } else { -society.recovers_milli };
    row.deprived_milli = (row.deprived_milli + change).clamp(0, longest);
    // Nearly always; nobody is in discomfort where nothing is missing.
    if loss == 0 {
        (row.discomfort, row.discomfort_vulnerable, row.asking_hours) = (0, 0, 0);
        return;
    }
    row.discomfort = discomfort(society, row.prepared, row.deprived_milli) / 1000 * loss;
    row.discomfort_vulnerable = discomfort(society, row.prepared, row.deprived_milli * 2) / 1000 * loss;
    if row.discomfort == 0 && row.discomfort_vulnerable == 0 {
        row.asking_hours = 0;
        return;
    }
    row.asking_hours += 1;
    let told = ALL_PPM - row.warned / 2;
    let asking = |discomfort: i32, ppm: i32| {
        let share = u64::from(part(part(discomfort, society.asking_ppm), told).unsigned_abs());
        people * u64::from(ppm.unsigned_abs()) / 1_000_000 * share / 1_000_000
    };
    let weak = asking(row.discomfort_vulnerable, vulnerable);
    let others = asking(row.discomfort, ALL_PPM - vulnerable);
    let ramp = row.asking_hours.min(society.help_ramp_hours);
    let responders =
        u64::from(society.helped_per_100k) * u64::from(ramp) / u64::from(society.help_ramp_hours.max(1));
    let open = u64::from(society.points_per_100k) * u64::from(points.min(1000)) / 1000;
    let usual = responders + u64::from(helpers) + open;
    let helped = people * usual.saturating_add_signed(neighbours) / 100_000;
    let served = helped.min(weak + others);
    // Without a rule who asks first is served first, in proportion; with one, part of the help is kept for those who cannot wait.
    let kept = (served * u64::from(first) / 1000).min(weak);
    let rest = served - kept;
    let weak_left = weak - kept;
    let asked = (weak_left + others).max(1);
    let weak_served = (kept + rest * weak_left / asked).min(weak);
    row.asked += weak + others;
    row.asked_vulnerable += weak;
    row.unhelped += weak + others - served;
    row.unhelped_vulnerable += weak - weak_served;
    let vain = (weak + others - served) * 1_000_000 / (weak + others).max(1);
    let lost = part(society.trust_lost_ppm, i32::try_from(vain).unwrap_or(ALL_PPM));
    row.trust = share(row.trust - part(lost, row.discomfort.max(row.discomfort_vulnerable)));
}

/// Share in discomfort after so much deprivation.
fn discomfort(society: &Society, prepared: i32, deprived_milli: i32) -> i32 {
    let hour = usize::try_from(deprived_milli / 1000).unwrap_or(0).min(CURVE_HOURS);
    let [well, badly] = &society.curves_ppm;
    let fine = |curve: &Vec<i32>| curve.get(hour).copied().unwrap_or(0);
    share(ALL_PPM - part(prepared, fine(well)) - part(ALL_PPM - prepared, fine(badly)))
}

fn minds(ctx: &Ctx, society: &Society, state: &mut State, region: RegionId) {
    let lever = |lever| state.measures.lever(lever, region).clamp(0, 1000) * 1000;
    let (message, debunking, limit) =
        (lever(Lever::Message), lever(Lever::Debunking), lever(Lever::PurchaseLimit));
    let planned = lever(Lever::HouseholdPlan);
    let independent = state.measures.lever(Lever::Independence, region).clamp(-1000, 1000) * 1000;
    let empty = society.hoarded.map_or(0, |(_, process)| state.felt_loss(process, region).min(1000));
    let empty = i32::try_from(empty).unwrap_or(0) * 1000;
    let row = &mut state.society.regions[region];
    row.warned += part(society.word_of_mouth_ppm, part(row.warned, ALL_PPM - row.warned));
    row.warned = share(row.warned - part(row.warned, society.forgotten_ppm));
    let starts =
        part(part(society.hoarding_starts_ppm, empty.saturating_mul(2).min(ALL_PPM)), ALL_PPM - limit);
    let starts = part(starts, ALL_PPM - planned);
    let ends = part(row.hoarding, society.hoarding_ends_ppm)
        + part(row.hoarding, part(society.hoarding_limit_ppm, limit));
    row.hoarding = share(row.hoarding + starts - ends);
    let open = part(row.misinformed, ALL_PPM - row.misinformed);
    let spread = part(
        part(society.misinformation_spreads_ppm, open),
        ALL_PPM - part(society.trust_stops_ppm, row.trust),
    );
    let fading = part(row.misinformed, society.misinformation_fades_ppm)
        + part(row.misinformed, part(society.debunked_ppm, debunking.max(message / 2)));
    row.misinformed = share(row.misinformed + spread - fading).max(society.misinformed_least_ppm);
    let ordinary = society.trust_ppm + part(ctx.country.crisis.independent_ppm, independent);
    let back = part(ordinary - row.trust, society.trust_returns_ppm);
    let gained = part(ALL_PPM - row.trust, part(society.trust_message_ppm, message));
    row.trust = share(row.trust + back + gained - part(row.misinformed, society.trust_returns_ppm));
}

fn unrest(ctx: &mut Ctx, society: &Society, state: &mut State, region: RegionId) {
    let order = state.measures.lever(Lever::PublicOrder, region).clamp(0, 1000) * 1000;
    let now = state.tick;
    let row = &mut state.society.regions[region];
    let [deprived, misled, polarised, trusted] = society.unrest_ppm;
    let days = i64::from(row.deprived_milli) * i64::from(row.discomfort) / 24_000;
    let days = i32::try_from(days).unwrap_or(i32::MAX).min(5 * ALL_PPM);
    let target = part(deprived, days) + part(misled, row.misinformed) + part(polarised, row.polarised)
        - part(trusted, row.trust);
    let target = part(share(target), ALL_PPM - order / 2);
    let was = row.unrest;
    row.unrest = share(was + part(target - was, society.unrest_follows_ppm));
    let unrest = row.unrest;
    let class = |value: i32| value / 250_000;
    if class(unrest) != class(was) {
        let event = Event::UnrestChanged(region, u8::try_from(class(unrest)).unwrap_or(4));
        ctx.tell(now, event, Cause::Routine);
    }
    let Some((process, share_permille, hours)) = society.disturbance.filter(|_| now.starts_day()) else {
        return;
    };
    let chance = u64::from(unrest.unsigned_abs()) * u64::from(society.disturbance_permille) / 1000;
    let dice = within(draw(ctx.plan.seed, Stream::Disturbance, now.0, region.0), 0, 999_999);
    if u64::from(dice) < chance {
        state.society.regions[region].disturbances += 1;
        let effect = Effect::Impair {
            target: Target::Process(process, region),
            kind: DamageKind::Human,
            loss: Level::ratio_floor(u64::from(share_permille), 1000),
            lasts: Span::hours(hours),
        };
        ctx.tell(now, Event::Disturbance(region), Cause::Routine);
        effects::schedule(ctx, state, &[effect], Span(0), Cause::Routine);
    }
}

fn reception(ctx: &Ctx, society: &Society, state: &mut State, region: RegionId) {
    let people = u64::from(ctx.country.regions[region].population);
    let lever = u64::try_from(state.measures.lever(Lever::ReceptionPlaces, region)).unwrap_or(0);
    let hosts =
        economy::beyond_ordinary(ctx.country, state, Party::Volunteers, |row| row.volunteers_places_milli);
    let hosts = i32::try_from(hosts).unwrap_or(0);
    let row = &mut state.society.regions[region];
    if lever == 0 && row.newcomers == 0 {
        return;
    }
    let wanted = u32::try_from(people * lever / 100_000).unwrap_or(u32::MAX);
    if row.places < wanted {
        row.places_milli += society.places_per_hour_milli.saturating_add_signed(hosts);
        row.places = (row.places + row.places_milli / 1000).min(wanted);
        row.places_milli %= 1000;
    }
    row.without_place += u64::from(row.newcomers.saturating_sub(row.places));
    let percent_ppm = u64::from(row.newcomers) * 100_000_000 / people.max(1);
    let lost = part(society.support_lost_ppm, i32::try_from(percent_ppm).unwrap_or(i32::MAX));
    row.support = share(row.support - lost);
}

/// Extra use of the good that people hoard in a region, in thousandths: what they buy beyond the ordinary and suppliers do not
/// bring in on top.
pub(in crate::sim) fn extra_use(ctx: &Ctx, state: &State, region: RegionId) -> u64 {
    let Some(society) = &ctx.country.society else { return 0 };
    let unmet = u64::from(1000_u32.saturating_sub(society.hoarding_met_permille));
    let row = state.society.regions.get(region);
    row.map_or(0, |row| u64::from(row.hoarding.unsigned_abs()) * unmet / 1_000_000)
}

/// A warning goes out: it reaches a part of those who had not heard, as far as what it needs works:
/// `warned += part(1 - warned, part(reach, level))`, level in whole thousandths (to the nearest) as it stood at the end of the tick before.
pub(in crate::sim) fn warn(
    ctx: &mut Ctx,
    state: &mut State,
    alarm: Alarm,
    place: Option<RegionId>,
    cause: Cause,
) {
    let Some(society) = &ctx.country.society else { return };
    let figures = society.alarms[alarm as usize];
    for region in ctx.country.regions.ids().filter(|region| place.is_none_or(|place| place == *region)) {
        let level =
            figures.needs.map_or(1000, |process| state.processes.level(process, region).permille().min(1000));
        let reach = part(figures.reach_ppm, i32::try_from(level).unwrap_or(0) * 1000);
        let row = &mut state.society.regions[region];
        row.warned = share(row.warned + part(ALL_PPM - row.warned, reach));
    }
    ctx.tell(state.tick, Event::Warned(alarm, place), cause);
}

/// Shifts something about people, in thousandths; what it comes to is held within nothing and all.
pub(in crate::sim) fn shift(
    ctx: &Ctx,
    state: &mut State,
    mood: Mood,
    place: Option<RegionId>,
    permille: i16,
) {
    shift_ppm(ctx, state, mood, place, i32::from(permille) * 1000);
}

/// The same in millionths.
pub(in crate::sim) fn shift_ppm(ctx: &Ctx, state: &mut State, mood: Mood, place: Option<RegionId>, ppm: i32) {
    if ctx.country.society.is_none() {
        return;
    }
    for region in ctx.country.regions.ids().filter(|region| place.is_none_or(|place| place == *region)) {
        let row = &mut state.society.regions[region];
        let value = match mood {
            Mood::Trust => &mut row.trust,
            Mood::Misinformation => &mut row.misinformed,
            Mood::Hoarding => &mut row.hoarding,
            Mood::Polarisation => &mut row.polarised,
        };
        *value = share(*value + ppm);
    }
}

/// People who need reception come to a region, or are spread over all by inhabitants.
pub(in crate::sim) fn receive(
    ctx: &mut Ctx,
    state: &mut State,
    place: Option<RegionId>,
    people: u32,
    cause: Cause,
) {
    if ctx.country.society.is_none() {
        return;
    }
    let all = ctx.country.population().max(1);
    let mut before = 0;
    for (region, info) in ctx.country.regions.iter() {
        let until = before + u64::from(info.population);
        let share = |count: u64| u32::try_from(u64::from(people) * count / all).unwrap_or(0);
        let here = match place {
            Some(place) => {
                if place == region {
                    people
                } else {
                    0
                }
            }
            None => share(until) - share(before),
        };
        state.society.regions[region].newcomers += here;
        before = until;
    }
    state.society.unregistered += people;
    ctx.tell(state.tick, Event::NewcomersCame(place, people), cause);
}

/// Trust that a measure costs where it begins, in the whole country where it is taken for that.
pub(in crate::sim) fn lose_trust(ctx: &Ctx, state: &mut State, place: Option<RegionId>, permille: u16) {
    let permille = i16::try_from(permille).unwrap_or(i16::MAX);
    shift(ctx, state, Mood::Trust, place, -permille);
}
