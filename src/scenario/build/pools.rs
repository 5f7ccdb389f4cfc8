//! Roles, and the pools with the laws they fall under.

use super::{codes::Codes, every, hours_or_none};
use crate::{
    scenario::{
        fault::{Faults, Place},
        scalar::Figure,
        schema::{
            LawId,
            world::{LawKind, LawRow, LimitRow, LimitedRow, PoolRow, RoleRow},
        },
    },
    sim::{
        country::{Class, Limited, Mode, NO_CAP, PerClass, Policy, PolicyLimit, Pool, PoolKind, Role},
        ids::{DenseId, PoolId, RoleId, Table},
    },
};

/// Roles.
pub(super) fn roles(rows: &[RoleRow]) -> Table<RoleId, Role> {
    let role =
        |row: &RoleRow| Role { code: row.code.text.clone(), table: row.table, powers: row.powers.clone() };
    rows.iter().map(role).collect()
}

/// A law, resolved.
struct Law {
    kind: PoolKind,
    owner: RoleId,
    default: Policy,
    limits: Vec<PolicyLimit>,
    price_eur: Option<u16>,
}

/// Pools, each with a copy of its law.
pub(super) fn pools(
    rows: &[PoolRow],
    laws: &[LawRow],
    codes: &Codes<LawId>,
    names: &Codes<PoolId>,
    roles: &Codes<RoleId>,
    faults: &mut Faults<'_>,
) -> Option<Table<PoolId, Pool>> {
    let laws: Vec<Option<Law>> = laws.iter().map(|row| law(row, roles, faults)).collect();
    let mut pool = |row: &PoolRow| {
        let owner = row.owner.as_ref().map(|owner| roles.find(owner));
        let law = laws.get(codes.find(&row.law)?.index())?.as_ref()?;
        amounts_fit(row, law.kind, faults);
        Some(Pool {
            code: row.code.text.clone(),
            name: row.name.0.clone(),
            kind: law.kind,
            owner: owner.unwrap_or(Some(law.owner))?,
            default: law.default.clone(),
            limits: law.limits.clone(),
            price_eur: law.price_eur,
            units: row.units.as_ref().map_or(0, |units| units.value),
            civil: per_class(&row.civil, 0, faults),
            runs: row.runs.as_ref().map(|class| class.value),
            daily: row.daily.as_ref().map_or(0, |daily| daily.value),
            backed_by: names.find_optional(row.backed_by.as_ref())?,
        })
    };
    every(rows.iter().map(&mut pool).collect::<Vec<_>>()).map(Table::new)
}

/// Units belong to what is lent, works or is used up, contracts to what is lent, supplies to what is used up.
fn amounts_fit(row: &PoolRow, kind: PoolKind, faults: &mut Faults<'_>) {
    let counted = kind.has_units();
    match &row.units {
        None if counted => {
            faults.add(
                &row.code.place,
                "nothing says how many units there are",
                "add units: (number, source, A, B or C)",
            );
        }
        Some(units) if !counted => {
            faults.add(&units.place, "a pool of this law has no units of its own", "remove units");
        }
        Some(units) if u64::from(units.value) > UNITS_MAX => {
            faults.add(&units.place, format!("{} units", units.value), format!("write at most {UNITS_MAX}"));
        }
        Some(_) | None => {}
    }
    if let Some((_, civil)) = row.civil.first().filter(|_| kind != PoolKind::Held) {
        faults.add(&civil.place, "only what is lent has standing contracts", "remove civil");
    }
    if let Some(class) = row.runs.as_ref().filter(|_| kind.has_units()) {
        faults.add(&class.place, "nothing runs on what is lent, works or is used up", "remove runs");
    }
    if let Some(backing) = row.backed_by.as_ref().filter(|_| kind != PoolKind::Held) {
        faults.add(&backing.place, "only what is lent can be helped out", "remove backed_by");
    }
    if let Some(daily) = row.daily.as_ref().filter(|_| kind != PoolKind::Stock) {
        faults.add(&daily.place, "only a stock is brought in each day", "remove daily");
    }
}

/// Most units of a pool.
const UNITS_MAX: u64 = 1_000_000_000;

fn law(row: &LawRow, roles: &Codes<RoleId>, faults: &mut Faults<'_>) -> Option<Law> {
    let owner = roles.find(&row.owner);
    if let Some((_, cap)) = row.day_cap.first().filter(|_| row.kind == LawKind::Crews) {
        faults.add(&cap.place, "crews have no cap per day", "remove day_cap, or write cap: teams at once");
    }
    let limits = every(row.limits.iter().map(|limit| policy_limit(limit, roles, faults)).collect::<Vec<_>>());
    let order = order(&row.order.value, &row.order.place, faults);
    let minimum = per_class(&row.minimum, 0, faults);
    let cap = per_class(&row.cap, NO_CAP, faults);
    let day_cap = per_class(&row.day_cap, NO_CAP, faults);
    let default = Policy { order: order?, minimum, cap, day_cap, reserved: Vec::new() };
    for limit in &row.limits {
        if let Some(why) = broken_by(&default, limited(&limit.what)) {
            faults.add(
                &limit.provider.place,
                format!("the default of this law breaks its own limit: {why}"),
                "change the default or the limit",
            );
        }
    }
    let kind = match row.kind {
        LawKind::Rail => PoolKind::Paths(Mode::Rail),
        LawKind::Road => PoolKind::Paths(Mode::Road),
        LawKind::Water => PoolKind::Paths(Mode::Water),
        LawKind::Pipeline => PoolKind::Paths(Mode::Pipeline),
        LawKind::Handling => PoolKind::Handling,
        LawKind::Held => PoolKind::Held,
        LawKind::Crews => PoolKind::Crews,
        LawKind::Stock => PoolKind::Stock,
    };
    let price_eur = row.price_eur.as_ref().map(|price| price.value);
    Some(Law { kind, owner: owner?, default, limits: limits?, price_eur })
}

fn order(list: &[Class], place: &Place, faults: &mut Faults<'_>) -> Option<[Class; Class::COUNT]> {
    let order = <[Class; Class::COUNT]>::try_from(list)
        .ok()
        .filter(|order| Class::ALL.iter().all(|class| order.contains(class)));
    if order.is_none() {
        let all: Vec<String> = Class::ALL.iter().map(|class| format!("{class:?}")).collect();
        faults.add(
            place,
            "the order does not name every class once",
            format!("write each of {} once", all.join(", ")),
        );
    }
    order
}

fn per_class(rows: &[(Class, Figure<u16>)], rest: u16, faults: &mut Faults<'_>) -> PerClass<u16> {
    let mut values = PerClass([rest; Class::COUNT]);
    for (index, (class, figure)) in rows.iter().enumerate() {
        if rows.iter().take(index).any(|(earlier, _)| earlier == class) {
            faults.add(&figure.place, format!("{class:?} stands here twice"), "remove one of the two");
        }
        values[*class] = figure.value;
    }
    values
}

fn policy_limit(row: &LimitRow, roles: &Codes<RoleId>, faults: &mut Faults<'_>) -> Option<PolicyLimit> {
    let provider = roles.find(&row.provider);
    let with = row.with.as_ref().map(|role| roles.find(role));
    let delay = hours_or_none(&row.delay_h, faults);
    Some(PolicyLimit {
        what: limited(&row.what),
        basis: row.basis,
        provider: provider?,
        with: with.map_or(Some(None), |with| with.map(Some))?,
        delay: delay?,
    })
}

fn limited(row: &LimitedRow) -> Limited {
    match row {
        LimitedRow::MinimumAbove(class, units) => Limited::MinimumAbove(*class, *units),
        LimitedRow::DayCapAbove(class, units) => Limited::DayCapAbove(*class, *units),
        LimitedRow::Before(first, second) => Limited::Before(*first, *second),
        LimitedRow::CapBelow(class, units) => Limited::CapBelow(*class, *units),
        LimitedRow::CapAbove(class, units) => Limited::CapAbove(*class, *units),
    }
}

fn broken_by(policy: &Policy, limit: Limited) -> Option<String> {
    match limit {
        Limited::MinimumAbove(class, units) => {
            (policy.minimum[class] > units).then(|| format!("minimum of {class:?} above {units}"))
        }
        Limited::DayCapAbove(class, units) => {
            (policy.day_cap[class] > units).then(|| format!("day cap of {class:?} above {units}"))
        }
        Limited::Before(first, second) => {
            (policy.rank(first) <= policy.rank(second)).then(|| format!("{first:?} before {second:?}"))
        }
        Limited::CapBelow(class, units) => {
            (policy.cap[class] < units).then(|| format!("cap of {class:?} below {units}"))
        }
        Limited::CapAbove(class, units) => {
            (policy.cap[class] > units).then(|| format!("cap of {class:?} above {units}"))
        }
    }
}
