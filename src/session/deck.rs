//! The numbered decision cards: everything that a role may decide, in the order of the authority matrix.
//!
//! The one source of the numbers: what is printed on a card, what `cards` lists and what the operator types. They follow from the
//! roles, measures and pools of the country and from the movements of the plan, so they are the same in every exercise of a
//! scenario. Must not look at a state: what is possible now is asked of the session. See `operator`.

use crate::sim::every::every;
use crate::sim::{
    country::{Basis, Country, PoolKind, Power},
    ids::{MeasureId, MovementId, NodeId, PoolId, RoleId},
    plan::{Carrier, Plan},
};
use strum::{EnumCount, VariantArray};

use std::collections::BTreeSet;

/// Number of the first card. With three digits every card is typed alike.
pub const FIRST: u16 = 101;

/// A decision card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Card {
    /// What is printed on it and what is typed.
    pub number: u16,
    /// Who decides.
    pub role: RoleId,
    /// What about.
    pub choice: Choice,
}

/// What a card is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Choice {
    /// Take a measure, or end it.
    Take(MeasureId),
    /// Divide a pool.
    Divide(PoolId),
    /// Provide a legal basis that lifts a limit of a pool; which pool is filled in.
    Provide(Basis),
    /// Put a damage first or later in the order of repair.
    Repair,
    /// Stop the departures of a movement, or let them go on.
    Depart(MovementId),
    /// Send all ships of a movement to one terminal.
    Port(MovementId),
    /// Let a movement gather at a place before the border, or go straight on.
    Gather(MovementId),
    /// Designate a movement urgent.
    Urgent(MovementId),
}

/// What is filled in on a card, besides the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Number of a safety region.
    Region,
    /// Number of the card of the pool that a basis is provided for.
    Card,
    /// How a pool is divided otherwise: [`Way`].
    Way,
    /// Number of a category.
    Class,
    /// An amount.
    Count,
    /// Yes or no.
    Go,
    /// Number in the list of terminals of the movement, from 1.
    Port,
    /// Number in the list of gathering places of the movement, from 1; 0 for none.
    Place,
    /// Number of a damage.
    Damage,
    /// Place in the order of repair, 1 for first.
    Rank,
}

/// How a pool is divided otherwise than before, as the card offers it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[derive(EnumCount, VariantArray)]
pub enum Way {
    /// A category is served first.
    First,
    /// An amount is kept free for a category.
    KeepFree,
    /// A category gets at most an amount.
    AtMost,
}

impl Way {
    /// Every way; the number on the card is the place in this list, from 1.
    pub const ALL: [Self; <Self as EnumCount>::COUNT] = every();
}

impl Choice {
    /// What has to be filled in, in order. Of [`Choice::Divide`] the amount is only asked for where the way needs one.
    pub fn fields(self, country: &Country) -> &'static [Field] {
        match self {
            Self::Take(measure) if country.measures.rows.get(measure).is_some_and(|row| row.regional) => {
                &[Field::Region]
            }
            Self::Take(_) | Self::Urgent(_) => &[],
            Self::Provide(_) => &[Field::Card],
            Self::Divide(_) => &[Field::Way, Field::Class, Field::Count],
            Self::Repair => &[Field::Damage, Field::Rank],
            Self::Depart(_) => &[Field::Go],
            Self::Port(_) => &[Field::Port],
            Self::Gather(_) => &[Field::Place],
        }
    }
}

/// All cards, by number.
pub fn deck(country: &Country, plan: &Plan) -> Vec<Card> {
    let of_roles =
        country.roles.ids().flat_map(|role| choices(country, plan, role).map(move |it| (role, it)));
    let numbered = (FIRST..).zip(of_roles);
    numbered.map(|(number, (role, choice))| Card { number, role, choice }).collect()
}

/// What a role may decide: measures, pools, bases for others, repair, movements.
fn choices(country: &Country, plan: &Plan, role: RoleId) -> impl Iterator<Item = Choice> {
    let measures = country.measures.rows.iter().filter(move |(_, row)| row.owner == role);
    let owned = || country.pools.iter().filter(move |(_, row)| row.owner == role);
    let crews = owned().any(|(_, row)| row.kind == PoolKind::Crews);
    let bases = provides(country, role).into_iter();
    let may = |power| country.roles.get(role).is_some_and(|row| row.powers.contains(&power));
    let (plans, designates) = (may(Power::PlanMovements), may(Power::DesignateUrgent));
    let movements = plan.movements.iter().flat_map(move |(id, row)| {
        let offered = [
            (plans, Choice::Depart(id)),
            (plans && !row.choices.ports.is_empty(), Choice::Port(id)),
            (plans && !row.choices.staging.is_empty(), Choice::Gather(id)),
            (designates, Choice::Urgent(id)),
        ];
        offered.into_iter().filter(|(offered, _)| *offered).map(|(_, choice)| choice)
    });
    measures
        .map(|(id, _)| Choice::Take(id))
        .chain(owned().map(|(id, _)| Choice::Divide(id)))
        .chain(bases.map(Choice::Provide))
        .chain(crews.then_some(Choice::Repair))
        .chain(movements)
}

/// The bases that a role can provide for somebody's pool.
pub fn provides(country: &Country, role: RoleId) -> BTreeSet<Basis> {
    let limits = country.pools.rows().iter().flat_map(|row| &row.limits);
    limits.filter(|limit| limit.providers().any(|it| it == role)).map(|limit| limit.basis).collect()
}

/// Limits of a pool that a role can lift with a basis, by their number.
pub fn liftable(country: &Country, pool: PoolId, basis: Basis, role: RoleId) -> Vec<u16> {
    let Some(row) = country.pools.get(pool) else { return Vec::new() };
    let limits = (0_u16..).zip(&row.limits);
    let fits = limits.filter(|(_, limit)| limit.basis == basis && limit.providers().any(|it| it == role));
    fits.map(|(number, _)| number).collect()
}

/// The roles that sit at the tables: those of the scenario, without a list all that have a table in the room.
pub fn seated(country: &Country, plan: &Plan) -> Vec<RoleId> {
    use crate::sim::country::SeatTable;
    let sits = |role: &RoleId| {
        let table = country.roles.get(*role).map(|row| row.table);
        if plan.seats.is_empty() { table != Some(SeatTable::Excon) } else { plan.seats.contains(role) }
    };
    country.roles.ids().filter(sits).collect()
}

/// The terminals that the ships of a movement can be sent to, in the order in which a card numbers them: those of the plan first.
pub fn ports(plan: &Plan, movement: MovementId) -> Vec<NodeId> {
    let Some(row) = plan.movements.get(movement) else { return Vec::new() };
    let planned =
        row.arrivals.iter().filter(|arrival| arrival.by == Carrier::Ship).map(|arrival| arrival.port);
    let mut ports: Vec<NodeId> = Vec::new();
    for port in planned.chain(row.choices.ports.iter().copied()) {
        if !ports.contains(&port) {
            ports.push(port);
        }
    }
    ports
}
