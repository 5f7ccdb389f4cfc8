//! The crisis organisation from its file, and the starting values that a scenario sets.
//!
//! A starting value of `v` lets what it does hold from the first tick to the end, at `v` times its size rounded to the nearest:
//! an effect at the start like any other. Must not know the rules that read the levers.

use super::{country::CountryCodes, every, hours, share};
use crate::{
    scenario::{
        book::SettingText,
        fault::Faults,
        schema::{
            Amount,
            crisis::{CrisisFile, HiddenRow, SetRow, StartingFile},
        },
    },
    sim::{
        country::{Crisis, Digital, Lasting, Leak, ProcessArc},
        effect::Effect,
        ids::{ArcId, RegionId, RoleId, Table},
        time::Span,
    },
};

fn permille(figure: &Amount, faults: &mut Faults<'_>) -> Option<u32> {
    share(figure.value, &figure.place, faults).map(crate::sim::num::Level::permille)
}

/// The crisis organisation of so many roles.
pub(super) fn crisis(
    file: &CrisisFile,
    codes: &CountryCodes,
    roles: usize,
    arcs: &Table<ArcId, ProcessArc>,
    faults: &mut Faults<'_>,
) -> Option<Crisis> {
    let mut seats = Table::<RoleId, Option<RegionId>>::filled(None, roles);
    for row in &file.seats {
        let (role, region) = (codes.roles.find(&row.role)?, codes.regions.find(&row.region)?);
        if seats[role].replace(region).is_some() {
            faults.add(&row.role.place, "this role has a seat already", "remove one of the two");
        }
    }
    let emergency = hours(&file.emergency_h, faults);
    let assemble = hours(&file.assemble_h, faults);
    let most = permille(&file.coordination_most, faults);
    let beds = super::positive(&file.bed_report_h, "the time between two reports", faults);
    let independent = permille(&file.independent, faults);
    let mut hidden = Vec::new();
    for row in &file.hidden {
        hidden.extend(hide(row, codes, arcs, faults)?);
    }
    hidden.sort_unstable();
    let cleared = every(file.cleared.iter().map(|role| codes.roles.find(role)));
    let leak = Leak {
        permille: permille(&file.leak.chance, faults)?,
        exposure: i16::try_from(permille(&file.leak.exposure, faults)?).ok()?,
        lasts: hours(&file.leak.lasts_h, faults)?,
    };
    let row = &file.digital;
    let digital = Digital {
        noticed_permille: permille(&row.noticed, faults)?,
        active_permille: permille(&row.active, faults)?,
        escalation_permille: permille(&row.escalation_d, faults)?,
        escalation_mark: super::adversary::permille(&row.escalation_mark, 10, faults)?,
    };
    Some(Crisis {
        seats,
        emergency: emergency?,
        assemble: assemble?,
        coordination_most: most?,
        bed_report_hours: u32::from(beds?),
        independent_ppm: i32::try_from(independent?).ok()? * 1000,
        hidden,
        cleared: cleared?,
        leak,
        digital,
    })
}

/// The arcs of a row, each with the insight from which it is known.
fn hide(
    row: &HiddenRow,
    codes: &CountryCodes,
    arcs: &Table<ArcId, ProcessArc>,
    faults: &mut Faults<'_>,
) -> Option<Vec<(ArcId, u16)>> {
    let process = codes.processes.find(&row.process);
    let supplier = codes.processes.find(&row.supplier.value);
    let insight = permille(&row.insight, faults);
    let (process, supplier, insight) = (process?, supplier?, u16::try_from(insight?).ok()?);
    let of = |arc: &(ArcId, &ProcessArc)| arc.1.process == process && arc.1.supplier == supplier;
    let found: Vec<(ArcId, u16)> = arcs.iter().filter(of).map(|(arc, _)| (arc, insight)).collect();
    if found.is_empty() {
        let what = format!("{} does not depend on {}", row.process.text, row.supplier.value.text);
        faults.add(&row.supplier.place, what, "name a dependency of processes.ron");
    }
    Some(found)
}

/// The starting values in words, with what each does in full.
pub fn settings(
    file: &StartingFile,
    codes: &CountryCodes,
    faults: &mut Faults<'_>,
) -> Option<Vec<SettingText>> {
    let mut rows = Vec::new();
    for (index, row) in file.settings.iter().enumerate() {
        if file.settings.iter().take(index).any(|earlier| earlier.code.text == row.code.text) {
            faults.add(&row.code.place, "this starting value stands here twice", "remove one of the two");
        }
        let lasting = every(
            row.lasting.iter().map(|what| super::measures::lasting(what, codes, faults)).collect::<Vec<_>>(),
        );
        rows.push(lasting.map(|lasting| SettingText {
            code: row.code.text.clone(),
            name: (&row.name).into(),
            does: (&row.does).into(),
            lasting,
        }));
    }
    every(rows)
}

/// What the starting values of a scenario let hold from the start.
pub fn at_start(
    sets: &[SetRow],
    settings: &[SettingText],
    length: Span,
    faults: &mut Faults<'_>,
) -> Option<Vec<Effect>> {
    let mut effects = Vec::new();
    for set in sets {
        let name = &set.setting.value.0;
        let Some(setting) = settings.iter().find(|row| row.code == *name) else {
            let known: Vec<&str> = settings.iter().map(|row| row.code.as_str()).collect();
            let repair = format!("choose from {}", known.join(", "));
            faults.add(&set.setting.place, format!("there is no starting value \"{name}\""), repair);
            return None;
        };
        let part = share(set.value.value, &set.value.place, faults)?.permille();
        effects.extend(setting.effects(part, length));
    }
    Some(effects)
}

impl SettingText {
    /// What it lets hold from the start to the end, at this many thousandths.
    pub fn effects(&self, permille: u32, length: Span) -> Vec<Effect> {
        let whole = |size: i64| (size * i64::from(permille) + 500 * size.signum()) / 1000;
        let small = |size: u16| u16::try_from(whole(i64::from(size))).unwrap_or(size);
        let scaled = |what: &Lasting| match *what {
            Lasting::Lever(lever, more) => {
                Lasting::Lever(lever, i16::try_from(whole(i64::from(more))).unwrap_or(more))
            }
            Lasting::Relief(process, more) => Lasting::Relief(process, small(more)),
            Lasting::Ease(process, more) => Lasting::Ease(process, small(more)),
            Lasting::Strain(process, more) => Lasting::Strain(process, small(more)),
            Lasting::Absent(sector, reason, more) => Lasting::Absent(sector, reason, small(more)),
            Lasting::Lend(from, to, more) => Lasting::Lend(from, to, small(more)),
        };
        let holds = |what| Effect::Holds { what, region: None, lasts: length };
        self.lasting.iter().map(|what| holds(scaled(what))).collect()
    }
}
