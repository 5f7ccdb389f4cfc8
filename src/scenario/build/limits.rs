//! What stretches let through and what travels asks for: trains, convoys, dangerous goods, locks, berths.
//!
//! A field that belongs to another mode or kind of place is a fault, so that nobody believes it holds. Must not find ways:
//! `sim::limits` says what the limits mean, `validate` whether every transport has a way within them.

use super::positive;
use crate::{
    scenario::{
        fault::{Faults, Place},
        scalar::{Decimal, Figure},
        schema::world::{EdgeRow, NodeRow},
    },
    sim::{
        country::{Mode, NodeKind},
        limits::{AXLE_LOAD_DT, Berths, ConvoyHours, Fit, Limits, TRAIN_M},
    },
};

/// Shortest and longest train that can be meant, in metres.
const TRAIN_RANGE_M: std::ops::RangeInclusive<u16> = 50..=1_500;
/// Lightest and heaviest axle that can be meant, in tenths of a tonne.
const AXLE_RANGE_DT: std::ops::RangeInclusive<u16> = 100..=350;
/// Goods that travel under the rules for dangerous goods, whatever carries them.
const DANGEROUS: &[&str] = &["ammunition", "chemicals", "fuel", "lpg"];

/// Whether goods may not pass a tunnel and count against the ceiling of a railway.
pub(super) fn is_dangerous(commodity: &str) -> bool {
    DANGEROUS.contains(&commodity)
}

/// Berths of a place.
pub(super) fn berths(row: &NodeRow, faults: &mut Faults<'_>) -> Option<Vec<Berths>> {
    let mut found: Vec<Berths> = Vec::new();
    let mut sound = true;
    for berth in &row.berths {
        let place = &berth.kind.place;
        if row.kind != NodeKind::Seaport {
            faults.add(place, "only a seaport has berths", "remove them, or make the place a Seaport");
            return None;
        }
        let kind = berth.kind.value;
        if found.iter().any(|earlier| earlier.kind == kind) {
            faults.add(place, format!("berths of kind {kind:?} stand here twice"), "add them up in one");
            sound = false;
        }
        match positive(&berth.count, "the number of berths", faults) {
            Some(count) => found.push(Berths { kind, count }),
            None => sound = false,
        }
    }
    sound.then_some(found)
}

#[expect(
    clippy::option_option,
    reason = "the outer none is a fault, the inner one a place that says nothing"
)]
pub(super) fn tracks_740(row: &NodeRow, faults: &mut Faults<'_>) -> Option<Option<u16>> {
    let Some(tracks) = &row.tracks_740 else { return Some(None) };
    if row.kind != NodeKind::Yard && row.handling.is_none() {
        faults.add(&tracks.place, "tracks for long trains lie at a yard or a terminal", "remove them here");
        return None;
    }
    positive(tracks, "the number of tracks", faults).map(Some)
}

/// What a stretch lets through.
pub(super) fn limits(row: &EdgeRow, faults: &mut Faults<'_>) -> Option<Limits> {
    let rail = [
        row.max_train_m.as_ref().map(|figure| (&figure.place, "the longest train")),
        row.axle_load_t.as_ref().map(|figure| (&figure.place, "the axle load")),
        (!row.electrified.value).then_some((&row.electrified.place, "the overhead wire")),
        row.dangerous_per_day.as_ref().map(|figure| (&figure.place, "the ceiling for dangerous goods")),
    ];
    let road = [
        row.tunnel.value.then_some((&row.tunnel.place, "a tunnel")),
        row.convoy_hours.as_ref().map(|hours| (&hours.place, "hours for convoys")),
    ];
    let water = [
        row.lock.value.then_some((&row.lock.place, "a lock")),
        row.gauge.as_ref().map(|gauge| (&gauge.place, "a river gauge")),
    ];
    let own: [(Mode, &[_]); 3] = [(Mode::Rail, &rail), (Mode::Road, &road), (Mode::Water, &water)];
    let mut sound = true;
    for (mode, fields) in own.into_iter().filter(|(mode, _)| *mode != row.mode) {
        for (place, what) in fields.iter().flatten() {
            let repair = format!("remove it: it holds for {mode:?} only");
            faults.add(place, format!("{what} on a stretch of {:?}", row.mode), repair);
            sound = false;
        }
    }
    let train_m = row.max_train_m.as_ref().map(|figure| train_m(figure, faults));
    let axle_load_dt = row.axle_load_t.as_ref().map(|figure| axle_load(figure, faults));
    let dangerous = row
        .dangerous_per_day
        .as_ref()
        .map(|figure| positive(figure, "the ceiling for dangerous goods", faults));
    let hours = row.convoy_hours.as_ref().map(|at| convoy_hours(at.value, &at.place, faults));
    let none = if row.mode == Mode::Rail {
        Limits { max_train_m: TRAIN_M, axle_load_dt: AXLE_LOAD_DT, ..Limits::NONE }
    } else {
        Limits::NONE
    };
    let limits = Limits {
        max_train_m: train_m.unwrap_or(Some(none.max_train_m))?,
        axle_load_dt: axle_load_dt.unwrap_or(Some(none.axle_load_dt))?,
        electrified: row.electrified.value,
        dangerous_per_day: dangerous.map_or(Some(None), |value| value.map(Some))?,
        tunnel: row.tunnel.value,
        convoy_hours: hours.map_or(Some(None), |value| value.map(Some))?,
        lock: row.lock.value,
        gauge: row.gauge.as_ref().map(|gauge| gauge.value),
    };
    sound.then_some(limits)
}

/// What a train asks for; nothing of the kind for other modes.
pub(super) fn train(
    mode: Mode,
    length: Option<&Figure<u16>>,
    axle: Option<&Figure<Decimal>>,
    faults: &mut Faults<'_>,
) -> Option<Fit> {
    let ordinary = Fit::from(mode);
    let mut sound = true;
    for place in [length.map(|figure| &figure.place), axle.map(|figure| &figure.place)].into_iter().flatten()
    {
        if mode != Mode::Rail {
            faults.add(
                place,
                format!("length or axle load of a train, by {mode:?}"),
                "remove it: it holds for Rail only",
            );
            sound = false;
        }
    }
    let train_m = length.map_or(Some(ordinary.train_m), |figure| train_m(figure, faults));
    let axle_load_dt = axle.map_or(Some(ordinary.axle_load_dt), |figure| axle_load(figure, faults));
    let fit = Fit { train_m: train_m?, axle_load_dt: axle_load_dt?, ..ordinary };
    sound.then_some(fit)
}

fn train_m(figure: &Figure<u16>, faults: &mut Faults<'_>) -> Option<u16> {
    let fits = TRAIN_RANGE_M.contains(&figure.value);
    if !fits {
        let repair = format!("write {} to {}", TRAIN_RANGE_M.start(), TRAIN_RANGE_M.end());
        faults.add(&figure.place, format!("a train of {} m", figure.value), repair);
    }
    fits.then_some(figure.value)
}

fn axle_load(figure: &Figure<Decimal>, faults: &mut Faults<'_>) -> Option<u16> {
    let tenths =
        u16::try_from(figure.value.times_round(10)).ok().filter(|tenths| AXLE_RANGE_DT.contains(tenths));
    if tenths.is_none() {
        let (least, most) = (AXLE_RANGE_DT.start() / 10, AXLE_RANGE_DT.end() / 10);
        faults.add(
            &figure.place,
            format!("an axle of {} t", figure.value),
            format!("write {least} to {most}, in tonnes"),
        );
    }
    tenths
}

fn convoy_hours((from, to): (u8, u8), place: &Place, faults: &mut Faults<'_>) -> Option<ConvoyHours> {
    if from > 23 || to > 23 || from == to {
        let what = format!("hours for convoys from {from} to {to}");
        faults.add(place, what, "write two different hours of the day, 0 to 23, or leave it out for all day");
        return None;
    }
    Some(ConvoyHours { from, to })
}
